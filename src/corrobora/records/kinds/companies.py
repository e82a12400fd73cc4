"""Company registers, and lists of founders and shareholders."""

from corrobora.model.records import RecordKind
from corrobora.records.kinds.field import Field, Kind

INN = Field(
    "inn",
    "inn code|инн код|инн|иин|inn|инн организации|инн юл|инн компании|іпн|tin ru|налоговый номер",
    "inn",
    "digits",
)
OGRN = Field(
    "ogrn", "ogrn code|огрн|ogrn|огрнип|регистрационный номер огрн|основной государственный*", "ogrn", "digits"
)
EDRPOU = Field(
    "edrpou",
    "єдрпоу|едрпоу|код єдрпоу|код едрпоу|edrpou|код за єдрпоу|ідентифікаційний код|код юридичної особи",
    "edrpou digits",
    "digits",
)
USCC = Field(
    "uscc",
    "统一社会信用代码|社会信用代码|信用代码|uscc|unified social credit code|统一代码|credit code",
    "uscc",
    "code",
)

COMPANIES = Kind(
    RecordKind.COMPANY,
    "Company registers",
    fields=(
        Field(
            "name",
            "наименование|краткое наименование|сокращенное наименование|наименование организации|"
            "название|название организации|организация|компания|юрлицо|юридическое лицо|"
            "полное наименование|фирма|найменування|назва|повна назва|скорочена назва|"
            "назва юридичної особи|найменування юридичної особи|підприємство|name|company|"
            "company name|organization|organisation|entity name|legal name|firm|business name|"
            "short name|full name|name short|name full|corporate name|"
            "企业名称|公司名称|名称|公司|单位名称|机构名称|法人名称|"
            "firma|firmenname|unternehmen|name der firma|наименование юл",
            "organization text",
            "name",
            bare=True,
        ),
        INN,
        OGRN,
        EDRPOU,
        USCC,
        Field(
            "registered",
            "дата регистрации|дата создания|зарегистрировано|дата образования|дата постановки*|"
            "дата внесения|дата реєстрації|дата створення|registered|registration date|reg date|"
            "incorporated|incorporation date|date of incorporation|founded|established|"
            "дата державної*|дата государственной*|дата рег*|date registered|"
            "成立日期|注册日期|登记日期|gründungsdatum|gegründet",
            "date datetime events year",
            "date",
        ),
        Field(
            "dissolved",
            "дата ликвидации|дата прекращения|ликвидировано|дата припинення|dissolved|"
            "dissolution date|struck off|注销日期|terminated|date dissolved",
            "date",
            "date",
            bare=False,
        ),
        Field(
            "status",
            "статус|состояние|стан|status|state|company status|经营状态|登记状态|状态|企业状态",
            "text",
            bare=False,
        ),
        Field(
            "activity_code",
            "okved main code|okved main|okved code|activity main code|оквэд|код оквэд|основной оквэд|"
            "квед|код квед|оквэд основной|okved|kved|nace|sic|sic code|nace code|main activity code|"
            "行业代码|wz code",
            "activity code",
        ),
        Field(
            "activity",
            "okved main name|okved name|оквэд наименование|activity name|вид деятельности|"
            "основной вид деятельности|наименование оквэд|деятельность|вид діяльності|"
            "основний вид діяльності|activity|main activity|industry|business activity|sector|经营范围|"
            "nature of business|line of business|principal activity|business type|kind of activity|主营业务|行业|"
            "所属行业|branche|tätigkeit|gics*",
            "text",
            bare=False,
        ),
        Field(
            "extra_activities",
            "дополнительные оквэд|доп оквэд|okved additional|okveds|дополнительные|okved other|"
            "дополнительные виды*|інші види*|extra activities|other activities|okved extra",
            "activity text",
            bare=False,
        ),
        Field(
            "director",
            "директор|руководитель|генеральный директор|фио руководителя|керівник|підписант|director|"
            "head|ceo|chief executive*|法定代表人|法人|法人代表|负责人|geschäftsführer|manager|"
            "единоличный исполнительный орган",
            "person patronymic",
            "name",
            bare=False,
        ),
        Field(
            "address",
            "адрес|юридический адрес|место нахождения|адреса|місцезнаходження|юридична адреса|"
            "address|registered address|registered office|legal address|注册地址|地址|住所|adresse|sitz",
            "address text long_text",
            bare=False,
        ),
        Field(
            "region",
            "регион|субъект|код региона|область|регіон|region|province|state|地区|省份|所在地|bundesland",
            "text digits",
            bare=False,
        ),
        Field(
            "country",
            "страна|країна|country|jurisdiction|country of registration|国家|国别|land",
            "country country_code",
            "country",
        ),
        Field(
            "names",
            "полное наименование|full name|name full|повна назва|повне найменування|全称|другие наименования|"
            "прежние наименования|иностранное наименование|назва іноземною*|"
            "aliases|other names|former names|alias|曾用名|英文名称|наименование на английском",
            "text organization",
            "names",
            many=True,
            bare=False,
        ),
    ),
    needs=("name", "inn|ogrn|edrpou|uscc|registered|director|activity_code"),
    hints="compan*|компани*|егрюл|egrul|реестр*|єдр|registr*|юрлиц*|организац*|企业|公司|工商|firm*|"
    "contractor*|контрагент*",
)

SHARES = Kind(
    RecordKind.SHARE,
    "Founders and shareholders",
    fields=(
        Field(
            "owner",
            "holder name|shareholder* holder name|owner name|імя засновник*|назва засновник*|піб засновник*|"
            "найменування засновник*|founder* name|founder*|учредител*|учредител* наименование|имя "
            "учредител*|фио учредител*|"
            "наименование учредител*|название учредител*|учредител* имя|учредител* фио|"
            "участник* наименование|засновник*|засновник* імя|засновник* назва|shareholder* name|"
            "owner* name|股东*|учредитель|владелец|участник|акционер|собственник|бенефициар|засновник|"
            "учасник|власник|акціонер|бенефіціар|owner|founder|shareholder|holder|beneficial owner|"
            "ubo|member|parent|parent company|investor|股东|股东名称|出资人|投资人|gesellschafter|eigentümer|"
            "aktionär|наименование учредителя|фио учредителя|founder name|owner name|"
            "shareholder name|учредитель участник",
            "person patronymic organization text",
            "name",
            many=True,
            bare=False,
        ),
        Field(
            "owner_number",
            "код засновник*|рнокпп засновник*|id учредител*|founder* inn|founder* id|founder* number|"
            "founder* ogrn|учредител* инн|инн учредител*|"
            "огрн учредител*|участник* инн|засновник* код|shareholder* id|owner* inn|owner* id|"
            "инн учредителя|инн участника|инн владельца|огрн учредителя|код засновника|"
            "єдрпоу засновника|рнокпп|owner id|owner number|owner inn|founder inn|founder id|"
            "shareholder id|shareholder number|parent id|股东证件号|股东代码|інн засновника",
            "inn ogrn edrpou uscc code digits",
            "code",
            bare=False,
        ),
        Field(
            "asset",
            "компания|организация|общество|наименование|найменування|найменування юридичної особи|"
            "назва юридичної особи|"
            "наименование юридического лица|предприятие|підприємство|фирма|firm|organisation|organization|legal name|"
            "legal entity|business name|target company|юрлицо|эмитент|объект|дочерняя*|компанія|"
            "товариство|емітент|назва|asset|company|company name|entity|issuer|subsidiary|name|"
            "name short|公司|公司名称|企业名称|被投资企业|gesellschaft|unternehmen|наименование организации|название",
            "organization text",
            "name",
            bare=False,
        ),
        Field(
            "asset_number",
            "инн|огрн|инн организации|инн компании|єдрпоу|код єдрпоу|company id|company number|"
            "company inn|asset id|inn|ogrn|registration number|统一社会信用代码|注册号|код",
            "inn ogrn edrpou uscc code digits",
            "code",
            bare=False,
        ),
        Field(
            "share",
            "доля|доля %|процент|доля участия|размер доли|доля в процентах|частка|частка %|частка у відсотках|"
            "відсоток|% held|% owned|% of shares|% share|holding|pct held|pct|"
            "shares held %|размер доли %|процент владения|股权比例|持股|占股|占股比例|出资占比|"
            "розмір частки|share|share pct|percent|percentage|stake|ownership|ownership percent*|"
            "share percent|shareholding|持股比例|出资比例|比例|anteil|доля в уставном*",
            "percent number decimal",
            "share",
            bare=False,
        ),
        Field(
            "since",
            "з|дата засновник*|дата|дата внесения|с|дата вступления|дата начала|дата набуття|since|from|start date|"
            "date from|acquired|入股日期|seit|дата записи",
            "date datetime",
            "date",
            bare=False,
        ),
        Field(
            "until",
            "по|дата выхода|дата окончания|дата вибуття|until|to|end date|date to|退出日期|bis",
            "date datetime",
            "date",
            bare=False,
        ),
    ),
    needs=("owner", "asset|asset_number", "share|owner_number|since"),
    hints="founder*|учредител*|засновник*|shareholder*|акционер*|owner*|股东|участник*|доли|share*|бенефициар*",
)
