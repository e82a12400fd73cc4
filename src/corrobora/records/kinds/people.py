"""The fields that every list of people shares."""

from corrobora.records.kinds.field import Field

PERSON_NAME = Field(
    "name",
    "фио|ф и о|имя|имя фамилия|фамилия имя*|фамилия и имя|фамилия имя отчество|имя и фамилия|"
    "пассажир|фио пассажира|имя пассажира|гражданин|лицо|сотрудник|пациент|военнослужащий|"
    "человек|персона|фио полностью|абонент|владелец|піб|пiб|п і б|прізвище імя*|прізвище ім*|"
    "імя|імя прізвище|пасажир|піб пасажира|особа|громадянин|пацієнт|працівник|"
    "військовослужбовець|name|full name|person|passenger|passenger name|pax|pax name|"
    "traveller|traveler|traveller name|surname name|name surname|patient|employee|soldier|"
    "individual|subscriber|fio|姓名|旅客姓名|名字|乘客|乘客姓名|中文名|人员姓名|候选人|患者|员工|name des passagiers|"
    "vollständiger name|person name|contact|contact person|контактное лицо|контактна особа|"
    "контакт|имя контакта|联系人",
    "person patronymic",
    "name",
)
PERSON_PARTS = (
    Field(
        "family_name",
        "фамилия|прізвище|surname|last name|family name|lastname|姓|nachname|familienname|фамилия пассажира",
        "capitalised text",
        "name",
        bare=False,
    ),
    Field(
        "given_name",
        "имя|імя|name|ім|first name|given name|given names|forename|firstname|名|vorname|имя пассажира",
        "capitalised text",
        "name",
        bare=False,
    ),
    Field(
        "patronymic",
        "отчество|по батькові|patronymic|middle name|middlename|父称",
        "capitalised text",
        "name",
        bare=False,
    ),
)
BIRTH_DATE = Field(
    "birth_date",
    "дата рождения|дата рожд*|д р|др|д рожд*|рожден|родился|год рождения|г р|дата народження|"
    "дата нар*|д н|рік народження|народився|birth date|birthdate|date of birth|dob|d o b|"
    "birth|born|birthday|year of birth|出生日期|生日|出生年月日|出生年月|出生|geburtsdatum|geb|geboren|"
    "geburtstag|дата рождения пассажира",
    "births date year partial_date",
    "birth",
    against="recent",
)
DOCUMENT = Field(
    "document",
    "документ|номер документа|№ документа|паспорт|номер паспорта|№ паспорта|серия и номер*|"
    "серия номер*|загранпаспорт|удостоверение|данные документа|документ №|паспорт №|"
    "номер документу|№ документу|серія та номер*|паспорт номер|закордонний паспорт|document|"
    "document no|document number|doc no|doc num|docnum|passport|passport no|passport number|"
    "travel document|id document|id no|id number|identity document|national id|doc|证件号|证件号码|"
    "護照號碼|護照|證件號碼|證號|身分證字號|"
    "护照|护照号|护照号码|身份证号|身份证号码|身份证|证件|ausweis|ausweisnummer|passnummer|pass|reisepass|"
    "личный номер|снилс",
    "passport code",
    "document",
)
NATIONALITY = Field(
    "nationality",
    "гражданство|национальность|страна гражданства|подданство|гражд|громадянство|"
    "національність|країна громадянства|nationality|citizenship|country of citizenship|nat|"
    "citizen|国籍|國籍|staatsangehörigkeit|nationalität",
    "country country_code",
    "country",
)
SEX = Field("sex", "пол|стать|sex|gender|性别|性別|geschlecht", "sex sex_word", "sex")
