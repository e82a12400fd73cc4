"""Sanctions and other lists of parties that somebody has put down."""

from corrobora.model.records import RecordKind
from corrobora.records.kinds.companies import INN, OGRN
from corrobora.records.kinds.field import Field, Kind

LISTINGS = Kind(
    RecordKind.LISTING,
    "Sanctions and export control lists",
    fields=(
        Field(
            "entity_id",
            "record id|recordid|id|ent num|entity id|entity number|uid|unique id|ofac id|reference|"
            "reference number|group id|listing id|dataid|entity logical id|номер в списке|"
            "идентификатор|编号|序号|eu ref*|referenz",
            "digits code uuid upper_code",
            bare=False,
        ),
        Field(
            "name",
            "імя|піб|прізвище імя|фио|фамилия имя|name|entity|listed name|primary name|full name|sdn name|"
            "entity name|target|designated*|"
            "наименование|фио|имя|субъект|лицо|название|піб|назва|найменування|名称|姓名|实体名称|whole name|"
            "name alias whole*|name alias wholename|caption|company name|name of entity",
            "person organization text",
            "name",
        ),
        Field(
            "family_name",
            "name 6|surname|last name|family name|lastname|фамилия|прізвище|姓",
            "text",
            "name",
            bare=False,
        ),
        Field("given_name", "name 1|first name|given name|firstname|имя|імя|名", "text", "name", bare=False),
        Field(
            "patronymic",
            "name 2|name 3|name 4|name 5|middle name|second name|third name|fourth name|отчество",
            "text",
            "name",
            bare=False,
            many=True,
        ),
        Field(
            "names",
            "alt names|name non latin script|weak alias|weakalias|previous name|previous names|"
            "aliases|alias|also known as|aka|a k a|other names|псевдонимы|другие имена|"
            "также известен|інші імена|别名|alt name|alternate name*|former names|name variations|"
            "alternative names",
            "text person organization",
            "names",
            bare=False,
            many=True,
        ),
        Field("schema", "schema|entity schema", "text", "schema", bare=False),
        Field(
            "schema",
            "sdn type|type|entity type|party type|subject type|тип|тип субъекта|тип субєкта|类型|"
            "subject type classification*|individual entity",
            "text",
            "schema",
            bare=False,
            weak=True,
        ),
        Field(
            "birth_date",
            "dates of birth|birth dates|birth date|birthdate|dob|date of birth|дата рождения|"
            "дата народження|出生日期|birthdate birthdate|geburtsdatum",
            "births date partial_date year",
            "birth",
            against="recent",
        ),
        Field(
            "document",
            "passport|passport number|identification|identifiers|document|паспорт|документ|护照号|"
            "id number|identification number|passport details",
            "passport code text",
            "document",
            bare=False,
            many=True,
        ),
        Field(
            "nationality",
            "nationalities|citizenships|nationality|citizenship|country|countries|гражданство|страна|"
            "громадянство|країна|国籍|国家|citizenship country*|land",
            "country country_code",
            "country",
        ),
        INN,
        OGRN,
        Field("imo", "imo|imo number|номер imo|имо|imo no|vessel imo|国际海事组织编号", "imo", "digits"),
        Field(
            "authority",
            "authority|source|issuing authority|imposed by|sanctioning*|орган|кем введены|"
            "ким введено|制裁机构|发布机构|source list|dataset|datasets|regime authority",
            "text",
            bare=False,
        ),
        Field(
            "program",
            "вид санкцій|вид санкций|вид обмежень|санкція|обмеження|measures|measure|type of sanctions|restriction*|制裁类型|制裁措施|"
            "підстава|основание|указ|рішення|решение|правовое основание|правова підстава|list|list name|"
            "program key|program id|programid|program|programme|programs|"
            "sanctions program|regime|sanctions|list type|legal basis|regulation|программа|режим|"
            "основание|основание включения|програма|санкції|制裁项目|entity regulation programme|"
            "program ids|sanctions regime|federal register notice|regulation*",
            "text code upper_code",
            bare=False,
        ),
        Field(
            "since",
            "since|date|listed|listing date|date listed|designation date|date of designation|"
            "listed on|effective date|start date|date from|first seen|дата включения|дата введения|"
            "дата внесения|дата|дата указу|дата рішення|дата указа|дата решения|дата приказа|дата наказу|date added|added|"
            "date of listing|date imposed|imposed on|дата санкцій|дата санкций|дата запровадження|дата внесення|列入日期|制裁日期|日期|date designated|"
            "publication date|entity regulation publication*|announced",
            "date datetime events partial_date",
            "date",
        ),
        Field(
            "until",
            "термін дії*|срок действия*|строк дії*|until|end date|delisted|expiry date|date to|removal date|"
            "дата исключения|дата окончания|"
            "дата завершення|解除日期|date removed",
            "date datetime",
            "date",
            bare=False,
        ),
    ),
    needs=("name|family_name", "program|authority", "program|authority|schema|names|entity_id|since"),
    hints="sanction*|санкц*|sdn|ofac|fsf|targets|blacklist|entity list|listed|制裁|实体清单|consolidated|"
    "ceиск|restrict*|debar*|pep",
)
