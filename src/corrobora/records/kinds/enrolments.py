"""Lists of people: recruits, patients, casualties, prisoners, staff, members."""

from corrobora.model.records import RecordKind
from corrobora.records.kinds.field import Field, Kind
from corrobora.records.kinds.people import BIRTH_DATE, DOCUMENT, NATIONALITY, PERSON_NAME, PERSON_PARTS, SEX

ENROLMENTS = Kind(
    RecordKind.ENROLMENT,
    "Lists of people: recruits, patients, casualties, staff",
    fields=(
        PERSON_NAME,
        *PERSON_PARTS,
        BIRTH_DATE,
        DOCUMENT,
        NATIONALITY,
        SEX,
        Field(
            "date",
            "дата обращения|дата поступления|поступление|поступил|поступил*|дата контракта|"
            "дата заключения контракта|дата подписания|дата приема|дата зачисления|дата смерти|"
            "дата гибели|дата ранения|дата призыва|дата госпитализации|дата прибытия|дата назначения|"
            "дата начала|дата|принят|зачислен|дата увольнения|дата звернення|дата надходження|"
            "дата контракту|дата смерті|дата загибелі|дата поранення|дата прийому|"
            "дата госпіталізації|надходження|дата зарахування|date|enlistment date|contract date|"
            "admission date|admitted|date of admission|date of death|death date|died|hired|hire date|"
            "start date|date of enlistment|enlisted|recruited|signed|date signed|registered|"
            "date of contract|joined|since|"
            "入伍日期|入院日期|日期|签约日期|死亡日期|入职日期|报名日期|登记日期|aufnahmedatum|"
            "einstellungsdatum|todesdatum|datum|eintritt",
            "date datetime events",
            "date",
        ),
        Field(
            "end_date",
            "дата выписки|выписан|выписка|дата увольнения|уволен|дата окончания|выбыл|дата выбытия|"
            "дата виписки|виписано|дата звільнення|discharge date|discharged|date of discharge|"
            "end date|left|released|until|出院日期|离职日期|entlassungsdatum|austritt",
            "date datetime events",
            "date",
            bare=False,
        ),
        Field(
            "place",
            "место|место рождения|город|пункт отбора|откуда прибыл|место смерти|место гибели|място|"
            "місце|місто|місце загибелі|place|city|location|recruitment point|place of death|地点|籍贯|"
            "ort|регион|регіон|область",
            "text",
            bare=False,
        ),
        Field(
            "organization",
            "организация|учреждение|место работы|работодатель|госпиталь|больница|компания|"
            "организація|організація|установа|роботодавець|organization|organisation|employer|"
            "hospital|company|institution|单位|工作单位|医院|公司|organisation|arbeitgeber",
            "organization text",
            bare=False,
        ),
        Field(
            "unit",
            "подразделение|часть|войсковая часть|в ч|воинская часть|отряд|полк|бригада|отделение|"
            "підрозділ|військова частина|відділення|unit|military unit|regiment|brigade|department|"
            "ward|division|部队|部门|科室|连队|einheit|abteilung",
            "text code",
            bare=False,
        ),
        Field(
            "title",
            "должность|звание|воинское звание|профессия|специальность|посада|звання|військове звання|"
            "position|rank|title|job title|occupation|post|profession|职务|职位|军衔|职业|position|"
            "dienstgrad|beruf|appointment|role",
            "text",
            bare=False,
        ),
        Field(
            "status",
            "статус|состояние|исход|результат|статус контракта|стан|результат|status|state|outcome|"
            "condition|result|状态|结果|zustand|ergebnis|судьба",
            "text",
            bare=False,
        ),
        Field(
            "note",
            "примечание|примечания|комментарий|диагноз|ранение|заметки|характер ранения|примітка|"
            "примітки|діагноз|note|notes|remarks|comment|comments|diagnosis|injury|remark|备注|诊断|说明|"
            "bemerkung|anmerkung|diagnose",
            "text long_text",
            bare=False,
        ),
        Field(
            "address",
            "адрес|адрес регистрации|место жительства|прописка|адреса|місце проживання|address|"
            "residence|home address|地址|住址|adresse|wohnort",
            "address text",
            bare=False,
        ),
        Field(
            "phone",
            "телефон|тел|номер телефона|мобильный|телефон контакт|phone|telephone|mobile|tel|"
            "phone number|电话|手机|手机号|telefon",
            "phone",
            "phone",
        ),
        Field(
            "event",
            "событие|тип события|вид учета|категория|подія|event|event type|type|事件",
            "text",
            bare=False,
            weak=True,
        ),
    ),
    leftover="note",
    needs=(
        "name|family_name",
        "birth_date|nationality|document|title|unit|status",
        "date|title|unit|status|organization",
    ),
    hints="recruit*|рекрут*|новобран*|призыв*|набор*|отбор*|hospital*|госпитал*|больниц*|лікарн*|"
    "patient*|пациент*|пацієнт*|casualt*|потер*|втрат*|погиб*|загиб*|staff*|сотрудник*|"
    "персонал*|кадр*|personnel|employee*|enlist*|контракт*|военнослуж*|военноплен*|prisoner*|"
    "mercenar*|наемник*|найман*|volunteer*|доброволь*|名单|伤亡|新兵|员工|病人|обращен*|звернен*",
)

EVENTS: tuple[tuple[str, str], ...] = (
    ("death", "смерт*|гибел*|погиб*|загиб*|умер*|потер*|втрат*|death*|died|casualt*|killed|kia|fallen|"
"阵亡|死亡|伤亡|todes*|gefallen*"),
    ("wound", "ранен*|поранен*|wound*|injur*|受伤|verwund*"),
    ("capture", "плен*|полон*|военноплен*|captur*|prisoner*|pow|俘虏|gefangen*"),
    ("admission", "поступлен*|госпитал*|госпіталь*|больниц*|лікарн*|пациент*|пацієнт*|выписк*|диагноз*|"
"admi*|hospital*|patient*|discharge*|入院|医院|病人|患者|patient*|krankenhaus*"),
    ("enlistment", "обращен*|звернен*|рекрут*|новобран*|призыв*|призов*|контракт*|отбор*|відбор*|набор*|"
"зачислен*|заявлен*|заяв|доброволец*|доброволь*|кандидат*|мобилиз*|мобіліз*|enlist*|recruit*|contract*|"
"conscript*|applica*|applicant*|candidate*|volunteer*|mobilis*|mobiliz*|入伍|新兵|征兵|签约|报名|应征|志愿|rekrut*"),
    ("employment", "сотрудник*|персонал*|кадр*|прием*|принят*|должност*|працівник*|посад*|staff*|employ*|"
"hire*|personnel|入职|员工|einstell*|mitarbeiter*"),
)  # fmt: skip
"""What a list of people records, told from its headers and its name; the first that fits."""
