"""Flights, trains and border crossings: who went where, when, with which paper."""

from corrobora.model.records import RecordKind
from corrobora.records.kinds.field import Field, Kind
from corrobora.records.kinds.people import BIRTH_DATE, DOCUMENT, NATIONALITY, PERSON_NAME, PERSON_PARTS, SEX

JOURNEYS = Kind(
    RecordKind.JOURNEY,
    "Flights, trains and border crossings",
    fields=(
        PERSON_NAME,
        *PERSON_PARTS,
        BIRTH_DATE,
        DOCUMENT,
        NATIONALITY,
        SEX,
        Field(
            "date",
            "дата|дата и время|дата вылета|дата рейса|дата отправления|дата поездки|"
            "дата пересечения*|дата перелета|дата та час|"
            "дата вильоту|дата рейсу|дата відправлення|дата перетину*|дата подорожі|час перетину*|"
            "время пересечения*|вылет|date|flight date|travel date|departure date|date of travel|"
            "date of flight|date of departure|crossing date|dep date|std|date time|datetime|"
            "timestamp|crossing time|"
            "日期|航班日期|出发日期|乘机日期|乘车日期|出入境日期|出入境时间|起飞日期|时间|datum|reisedatum|"
            "flugdatum",
            "date datetime events",
            "date",
        ),
        Field(
            "entry_date",
            "дата въезда|въезд|дата прибытия|прибыл|дата вїзду|вїзд|дата прибуття|entry date|date of entry|entry|"
            "arrival date|date of arrival|arrived|入境日期|入境时间|入境|einreisedatum|einreise",
            "date datetime events",
            "date",
            named=True,
            bare=False,
        ),
        Field(
            "exit_date",
            "дата выезда|выезд|дата убытия|убыл|дата виїзду|виїзд|дата вибуття|exit date|date of exit|exit|"
            "departed|date left|出境日期|出境时间|出境|ausreisedatum|ausreise",
            "date datetime events",
            "date",
            named=True,
            bare=False,
        ),
        Field(
            "time",
            "время|время вылета|время отправления|время пересечения|час|час вильоту|час відправлення|"
            "time|departure time|dep time|时间|起飞时间|出发时间|uhrzeit",
            "time",
            "time",
        ),
        Field(
            "number",
            "рейс|№ рейса|номер рейса|№ поезда|номер поезда|поезд|рейс №|номер рейсу|№ рейсу|потяг|"
            "номер потяга|номер поїзда|flight|flight no|flight number|flight num|flt|flt no|train|"
            "train no|train number|航班|航班号|航班號|车次|車次|flugnummer|flug|zug|транспорт*|номер тс",
            "flight train digits",
            "code",
        ),
        Field(
            "from",
            "откуда|из|вылет|виліт|місце вильоту|место вылета|вылет из|аэропорт вылета|"
            "пункт отправления|станция отправления|город вылета|отправление|звідки|аеропорт вильоту|"
            "пункт відправлення|станція відправлення|from|origin|dep|departure|departure airport|"
            "departure station|dep airport|board point|orig|org|from station|"
            "发站|上车站|乘车站|出发地|始发地|出发站|起飞机场|出发机场|始发站|"
            "出发|von|abflug|abflughafen|аэропорт отправления|порт отправления",
            "iata icao text place_han",
        ),
        Field(
            "to",
            "куда|в|прилет|приліт|место прилета|прилет в|аэропорт прилета|аэропорт прибытия|"
            "пункт назначения|станция назначения|город прилета|прибытие|назначение|станция прибытия|"
            "пункт прибытия|куди|аеропорт прибуття|аеропорт призначення|пункт призначення|"
            "станція призначення|to|destination|dest|dst|arr|arrival|arrival airport|arrival station|"
            "arr airport|off point|to station|"
            "到站|下车站|目的地|到达地|到达站|到达机场|目的站|终点站|抵达地|到达|nach|ziel|ankunft|"
            "zielflughafen|порт прибытия",
            "iata icao text place_han",
        ),
        Field(
            "route", "маршрут|направление перелета|route|itinerary|sector|航线|行程|маршрут следования|strecke", "route"
        ),
        Field(
            "direction",
            "направление|въезд выезд|вид пересечения|тип пересечения|напрямок|напрям|вїзд виїзд|"
            "тип перетину|напр|dir|direction|entry exit|in out|movement|crossing type|arrival departure|出入境|"
            "出入境类型|方向|类型|richtung",
            "direction",
            "direction",
        ),
        Field(
            "point",
            "пункт пропуска|кпп|пограничный пункт|место пересечения*|ппр|пункт пересечения|"
            "погранпереход|погранпункт|пограничный переход|место пересечения|"
            "пункт пропуску|місце перетину*|border point|checkpoint|check point|"
            "border crossing|border crossing point|crossing point|port|port of entry|bcp|"
            "port of arrival|口岸|出入境口岸|边检站|grenzübergang|grenzpunkt",
            "text",
            bare=False,
        ),
        Field(
            "booking",
            "pnr|бронь|код брони|номер брони|код бронирования|бронирование|номер заказа|бронювання|"
            "код бронювання|booking|booking code|booking ref*|record locator|reservation|预订号|订座编号|"
            "订单号|编码|buchung|buchungscode",
            "pnr code",
            "code",
        ),
        Field(
            "booked",
            "дата бронирования|дата брони|дата покупки*|дата продажи*|дата оформления*|дата выписки*|забронировано|"
            "дата бронювання|дата придбання|booking date|date booked|booked on|booked|issue date|date of issue|"
            "ticket issue date|purchase date|sale date|预订日期|购票日期|出票日期|订票日期|buchungsdatum",
            "date datetime events",
            "date",
            named=True,
            bare=False,
        ),
        Field(
            "flown",
            "статус билета|статус купона|статус перевозки|статус|ticket status|coupon status|status|flown|boarded|"
            "客票状态|状态|статус квитка",
            "text upper_code",
            "flown",
            weak=True,
            named=True,
            bare=False,
        ),
        Field(
            "carrier",
            "перевозчик|авиакомпания|ак|перевізник|авіакомпанія|carrier|airline|operator|航空公司|承运人|"
            "fluggesellschaft",
            "text upper_code",
            bare=False,
        ),
        Field(
            "seat",
            "место|№ места|номер места|місце|номер місця|seat|seat no|seat number|座位|座位号|sitz|sitzplatz",
            "seat integer",
        ),
    ),
    leftover="point",
    needs=(
        "name|family_name",
        "date|entry_date|exit_date",
        "entry_date|exit_date|number|from|to|direction|point|route",
    ),
    hints="flight*|рейс*|авиа*|билет*|пассажир*|passenger*|border*|границ*|погран*|кордон*|train*|"
    "поезд*|потяг*|жд|航班|出入境|乘客|旅客|ticket*|pnr|crossing*|пересечен*|перетин*",
)
