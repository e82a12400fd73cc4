"""Phone books and other lists of contacts."""

from corrobora.model.records import RecordKind
from corrobora.records.kinds.field import Field, Kind
from corrobora.records.kinds.people import BIRTH_DATE, DOCUMENT, PERSON_NAME, PERSON_PARTS

CONTACTS = Kind(
    RecordKind.CONTACT,
    "Phone books and contacts",
    fields=(
        PERSON_NAME,
        *PERSON_PARTS,
        Field("phone", "номер|number|телефон|тел|номер телефона|мобильный|мобильный телефон|моб|телефоны|"
            "номер телефону|"
"мобільний|phone|telephone|mobile|tel|phone number|cell|mobile number|msisdn|"
            "电话|手机|手机号|"
"手机号码|联系电话|telefon|handy|номер абонента|рабочий тел*|сотовый*|домашний тел*|роб тел*|work phone|"
"office phone|home phone|mobile phone|固定电话|座机", "phone", "phone"),
        Field("email", "email|e mail|почта|эл почта|электронная почта|електронна пошта|пошта|mail|email address|"
"邮箱|电子邮件|电子邮箱", "email", "text"),
        Field("address", "адрес|адрес проживания|место жительства|адреса|місце проживання|address|home address|"
"street address|地址|住址|adresse|anschrift", "address text", "text", bare=False),
        Field(
            "organization",
            "организация|компания|фирма|место работы|організація|компанія|company|organization|employer|单位|公司",
            bare=False,
        ),
        Field("title", "должность|посада|position|title|job title|职务|职位", bare=False),
        BIRTH_DATE,
        DOCUMENT,
    ),
    needs=("name|family_name", "phone|email"),
    hints="phone*|телефон*|contact*|контакт*|абонент*|subscriber*|address book|通讯录|电话|клиент*|"
"client*|customer*",
)  # fmt: skip
