"""Columns of no particular kind: numbered, measured, described; kept in the mapping, not needed by any comparison."""

from dataclasses import replace

from corrobora.records.kinds.field import Field

_FIELDS: tuple[Field, ...] = (
    Field(
        "serial_number",
        "№|№ п п|п п|nr|no|n|num|number|№ з п|з п|序号|编号|lfd nr|row|index|#",
        "integer digits",
        "integer",
        weak=True,
    ),
    Field(
        "identifier",
        "id|код|ид|идентификатор|code|uid|guid|uuid|key|ref|reference|number|no|编号|代码|编码|代號|"
        "nummer|ідентифікатор|номер|ent num|num|шифр|мфо|bik|бик|swift|bic|symbol|ticker|iata|"
        "icao|mmsi|cik|ident|slug|record id|group id|logical id|idnumber|regnumber|"
        "identification number",
        "code digits upper_code uuid iata icao integer slug",
        "text",
    ),
    Field(
        "person_name",
        "name|имя|фио|піб|full name|姓名|author|автор|author name|候选人|person|sender|first name last name",
        "person patronymic",
        "name",
    ),
    Field(
        "family_name",
        "фамилия|прізвище|surname|last name|family name|lastname|姓|nachname|familienname",
        "family capitalised text",
        "name",
        bare=False,
    ),
    Field(
        "given_name",
        "имя|імя|first name|given name|firstname|名|vorname|forename",
        "capitalised text",
        "name",
        bare=False,
    ),
    Field(
        "organization_name",
        "организация|компания|наименование|название|организація|назва|найменування|name|"
        "organization|organisation|company|bank|banks|bank name|банк|agency|institution|名称|机构|单位|"
        "公司|firma|airline|airline name|department|ministry|party|партия|政黨|政党|school|university|"
        "publisher|security|employer|filer org*|entity|filer",
        "organization",
        "name",
    ),
    Field(
        "organization_name",
        "company|bank|airline|party|партия|партія|department|ministry|agency|university|school|"
        "publisher|employer|компания|організація|организация|банк|公司|机构|政党|政黨|银行|航空公司|学校|firma|"
        "partei|corporation|institution|security",
        "organization text",
        "name",
        bare=False,
    ),
    Field(
        "owner_name",
        "parent|parent company|владелец|власник|собственник|owner|owner name|所有人|holder",
        "organization person text",
        "name",
        bare=False,
    ),
    Field(
        "position",
        "должность|посада|position|title|job title|post|rank|role|职务|职位|職稱|звание|звання|"
        "appointment|capacity|function",
        "title text",
        bare=False,
    ),
    Field(
        "country",
        "iso|flag|iso code|iso2|iso3|isocode|alpha 2|alpha 3|country iso|страна|країна|country|"
        "country code|国家|國家|nation|land|countryname|country name|iso country|jurisdiction|"
        "originator bank country|beneficiary bank country",
        "country country_code country_codes",
        "country",
    ),
    Field(
        "nationality",
        "гражданство|громадянство|nationality|citizenship|国籍|國籍",
        "country country_code",
        "country",
        bare=False,
    ),
    Field(
        "place",
        "город|місто|headquarters|headquarters location|city|town|place|location|"
        "населенный пункт|населений пункт|municipality|城市|地区|地點|地点|ort|stadt|gemeinde|region|"
        "регион|регіон|область|район|province|county|state|省|市|县|縣|settlement|birth place|"
        "place of birth|место рождения|місце народження|出生地|stadtteil",
        "text capitalised place_han",
        bare=False,
    ),
    Field(
        "address",
        "адрес|адреса|address|street|street address|地址|住址|adresse|anschrift|location address|вулиця|улица|addr|add",
        "address text long_text",
    ),
    Field(
        "date",
        "дата|date|день|day|日期|datum|created|updated|timestamp|datetime|published|date published|"
        "created at|updated at|modified|last updated|дата создания|date added|resignation date|"
        "data",
        "date datetime events partial_date",
        "date",
    ),
    Field(
        "date_from",
        "дата начала|с|початок|from|start|start date|date from|valid from|begin|begin date|since|"
        "开始日期|von|от|дата початку|date begin|дата від",
        "date datetime partial_date",
        "date",
        bare=False,
    ),
    Field(
        "date_to",
        "дата окончания|по|кінець|to|end|end date|date to|valid to|until|expiry|expires|"
        "expiration|expiration date|结束日期|bis|до|дата закінчення|date end",
        "date datetime partial_date",
        "date",
        bare=False,
    ),
    Field(
        "birth_date",
        "дата рождения|дата народження|birth date|birthdate|date of birth|dob|born|出生日期|生日|geburtsdatum",
        "births date partial_date",
        "birth",
        against="recent",
    ),
    Field("year", "год|рік|year|年份|年度|年|jahr", "year", "integer"),
    Field(
        "amount",
        "сумма|сума|amount|total|price|цена|ціна|стоимость|вартість|value|cost|金额|價格|价格|betrag|"
        "preis|summe|руб|грн|usd|оборот|turnover|revenue|income|доход|дохід|salary|зарплата|"
        "assets|активы|активи|баланс|balance|долг|budget|бюджет|капитал|капітал|capital|profit|"
        "прибыль|прибуток|amount transactions",
        "number decimal integer",
        "number",
    ),
    Field(
        "quantity",
        "количество|кількість|quantity|qty|count|число|кол во|数量|數量|票数|票數|menge|anzahl|"
        "population|население|населення|площадь|площа|area|weight|вес|вага|size|votes|age|"
        "возраст|вік|einwohner|fläche|number transactions|number of*|share|num",
        "number decimal integer",
        "number",
        bare=False,
    ),
    Field(
        "percent",
        "процент|відсоток|percent|rate|ratio|percentage|pct|доля|частка|%|比例|百分比|得票率",
        "percent",
        "share",
    ),
    Field(
        "measure",
        "length|height|width|altitude|elevation|frequency|mhz|khz|depth|speed|tonnage|dwt|grt|"
        "высота|длина|ширина|глубина|скорость|частота|тоннаж|довжина|висота|长度|高度|宽度|频率|吨位|länge|"
        "höhe|tiefe",
        "number decimal integer",
        "number",
        bare=False,
    ),
    Field(
        "postal_code",
        "postal code|zip|zip code|postcode|post code|почтовый индекс|индекс|поштовий індекс|"
        "індекс|邮编|邮政编码|郵遞區號|plz|postleitzahl",
        "digits code text",
    ),
    Field(
        "latitude", "широта|latitude|lat|纬度|緯度|breitengrad|latitude deg", "coordinate decimal", "number", bare=False
    ),
    Field(
        "longitude",
        "долгота|довгота|longitude|lon|lng|long|经度|經度|längengrad|longitude deg",
        "coordinate decimal",
        "number",
        bare=False,
    ),
    Field(
        "url",
        "url|ссылка|посилання|сайт|website|web|link|href|site|homepage|домен|domain|domains|网址|"
        "网站|網址|连结|source url|uri|webseite|wikipedia link|home link|facebook|wiki*",
        "url",
    ),
    Field("email", "email|e mail|почта|пошта|электронная почта|电子邮件|邮箱|mail", "email"),
    Field(
        "phone",
        "телефон|тел|phone|telephone|tel|fax|факс|mobile|电话|電話|telefon|phone number|контакт",
        "phone",
        "phone",
    ),
    Field("status", "статус|состояние|стан|status|state|状态|狀態|active|zustand|current*|valid", "text", bare=False),
    Field(
        "program",
        "программа|програма|program|programme|programs|project|programs*|program*|regulation*|制裁項目",
        "text code",
        bare=False,
    ),
    Field(
        "authority",
        "орган|authority|agency|ведомство|відомство|регулятор|issuing*|source list|list|"
        "legal basis|registration authority",
        "text",
        bare=False,
    ),
    Field(
        "category",
        "тип|вид|категория|категорія|type|category|class|kind|group|группа|група|类型|类别|類別|art|"
        "приложение к|приложение|додаток|annex|annexe|anhang|附件|"
        "typ|классификация|раздел|section|level|sector|industry|орг форма|legal form|"
        "правовая форма|orgtype|subtype|gics*|sub industry|continent",
        "text upper_code",
        bare=False,
    ),
    Field(
        "activity",
        "вид деятельности|діяльність|activity|industry|sector|行业|основной вид*|business|"
        "gics sector|gics sub industry|branche",
        "text",
        bare=False,
    ),
    Field(
        "registration_number",
        "регистрационный номер|реєстраційний номер|рег номер|registration number|reg no|"
        "registration no|номер лицензии|license number|ліцензія|注册号|registration|номер и дата*|"
        "лицензия|licence|license|cik|lei",
        "code digits",
        bare=False,
    ),
    Field("inn", "инн|inn|іпн|inn code", "inn", "digits"),
    Field(
        "tax_number",
        "tax number|taxnumber|tin|vat|vat number|kpp|kpp code|кпп|ein|tax id|steuernummer|税号|"
        "налоговый номер|податковий номер",
        "digits code",
    ),
    Field("ogrn", "огрн|ogrn", "ogrn", "digits"),
    Field("edrpou", "єдрпоу|едрпоу|edrpou|код єдрпоу", "edrpou", "digits"),
    Field("uscc", "统一社会信用代码|uscc", "uscc", "code"),
    Field("imo", "imo|imo number|имо", "imo", "digits"),
    Field("document", "паспорт|passport|passport number|护照号", "passport", "document", bare=False),
    Field(
        "hs_code",
        "тн вэд|тнвэд|уктзед|hs code|hs|hscode|tariff code|海关编码|commodity code",
        "hs digits",
        "hs",
        bare=False,
    ),
    Field("case", "номер дела|дело|справа|case number|case no|案号|裁判字號|docket", "case", "text"),
    Field("tail", "бортовой номер|tail number|registration mark", "tail", "code"),
    Field("sex", "пол|стать|sex|gender|性别|性別", "sex sex_word", "sex"),
    Field("currency", "валюта|currency|币种|währung|ccy", "currency currency_code", "currency"),
    Field("language", "язык|мова|language|lang|语言|sprache|locale", "text upper_code", bare=False),
    Field(
        "description",
        "описание|опис|description|text|текст|notes|note|примечание|примечания|примітка|comment|"
        "комментарий|details|summary|заголовок|title|headline|备注|说明|描述|內容|内容|beschreibung|"
        "remarks|тема|subject|name and content|abstract|keywords|reason|reasons|remark|"
        "warenbezeichnung|content|message|quote",
        "text long_text",
    ),
    Field("time", "время|час|time|时间|uhrzeit", "time", "time"),
)

# A table may have any number of amounts, dates or names.
GENERAL = tuple(replace(field, many=True) for field in _FIELDS)
