"""Registers of aircraft, ships and vehicles."""

from corrobora.model.records import RecordKind
from corrobora.records.kinds.field import Field, Kind

ASSETS = Kind(
    RecordKind.ASSET,
    "Aircraft, ships and vehicles",
    fields=(
        Field(
            "registration",
            "регистрация|бортовой номер|борт|рег номер|регистрационный знак|регистрационный номер|"
            "опознавательный знак|номер вс|реєстрація|бортовий номер|реєстраційний номер|"
            "registration|reg|registration mark|registration number|tail|tail number|tail no|"
            "aircraft registration|reg no|n number|imo|imo number|mmsi|license plate|plate|"
            "plate number|госномер|注册号|注册编号|机尾号|机号|国籍登记号|车牌号|kennzeichen|registrierung|позывной|"
            "call sign|callsign|hull number",
            "tail imo code",
            "code",
        ),
        Field(
            "type",
            "тип|тип вс|модель|марка|тип воздушного судна|тип судна|тип пс|model|type|aircraft type|"
            "aircraft model|vessel type|ship type|make|make model|机型|型号|船型|类型|modell|typ|muster",
            "text code",
            "text",
            bare=False,
        ),
        Field(
            "serial",
            "заводской номер|серийный номер|зав №|зав номер|серийный №|заводський номер|"
            "серійний номер|msn|serial|serial number|serial no|manufacturer serial*|c n|cn|"
            "construction number|hull|vin|出厂序号|序列号|制造序号|werknummer|seriennummer|номер планера",
            "digits code",
            "code",
            bare=False,
        ),
        Field(
            "owner",
            "владелец|собственник|владелец вс|власник|owner|registered owner|owner name|holder|所有人|"
            "所有者|船东|eigentümer|halter|судовладелец|судновласник",
            "organization person text",
            "name",
            bare=False,
        ),
        Field(
            "owner_number",
            "инн владельца|инн собственника|єдрпоу власника|owner id|owner inn|owner number",
            "inn ogrn edrpou uscc digits",
            "code",
            bare=False,
        ),
        Field(
            "operator",
            "эксплуатант|оператор|авиакомпания|експлуатант|operator|airline|manager|运营人|经营人|营运人|betreiber",
            "organization text",
            "name",
            bare=False,
        ),
        Field(
            "base",
            "база|базирование|аэродром базирования|место базирования|аэродром|порт приписки|порт|"
            "базування|аеродром|base|home base|home port|airfield|airport|port of registry|based at|"
            "flag|基地|驻地|船籍港|heimatflughafen|heimathafen",
            "text capitalised iata icao",
            "text",
            bare=False,
        ),
        Field(
            "built",
            "год выпуска|год постройки|дата выпуска|выпуск|год|рік випуску|рік побудови|built|year|"
            "year built|build year|manufactured|year of manufacture|manufacture year|建造年份|制造年份|出厂日期|"
            "baujahr",
            "year date",
            "date",
            bare=False,
        ),
        Field(
            "since",
            "дата регистрации|дата внесения|с|дата реєстрації|registered|registration date|since|"
            "date registered|date from|注册日期|登记日期|zulassung",
            "date",
            "date",
            bare=False,
        ),
        Field(
            "until",
            "дата исключения|дата снятия|по|until|deregistered|cancelled|date to|cancel date|注销日期",
            "date",
            "date",
            bare=False,
        ),
    ),
    leftover="type",
    needs=("registration", "type|owner|serial|operator|base|built"),
    hints="aircraft*|воздушн*|самолет*|літак*|борт*|fleet*|vessel*|ship*|суда|судов*|флот*|飞机|航空器|"
    "船舶|机队|plane*|vehicle*|авиапарк",
)
