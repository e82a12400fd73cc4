"""Customs declarations and other shipments of goods."""

from corrobora.model.records import RecordKind
from corrobora.records.kinds.field import Field, Kind

_FIRM = "organization person text"

SHIPMENTS = Kind(
    RecordKind.SHIPMENT,
    "Customs declarations and shipments",
    fields=(
        Field(
            "number",
            "номер дт|nd|g07|g071|номер декларации|№ декларации|номер гтд|гтд|дт|№ дт|номер накладной|"
            "номер декларації|номер мд|номер вмд|declaration|declaration no|declaration number|"
            "customs declaration|entry number|bill of lading|bl number|b l|awb|waybill|shipment id|"
            "报关单号|报关单编号|提单号|zollanmeldung|№ гтд|рег номер",
            "declaration code digits",
            "text",
        ),
        Field(
            "date",
            "g072|дата|дата дт|дата декларации|дата выпуска|дата оформления|дата ввоза|дата вивезення|"
            "дата оформлення|дата декларації|date|declaration date|arrival date|import date|"
            "export date|shipment date|ship date|clearance date|申报日期|进口日期|出口日期|日期|放行日期|datum",
            "date datetime events",
            "date",
        ),
        Field(
            "direction",
            "g011|направление|тип|вид|режим|тип декларации|экспорт импорт|импорт экспорт|процедура|напрям|"
            "напрямок|імпорт експорт|direction|import export|flow|trade flow|regime|movement|进出口|"
            "进出口标志|贸易方向|тип операции|im ex|imp exp|тип дт",
            "direction",
            "direction",
        ),
        Field(
            "sender",
            "g022|отправитель|грузоотправитель|экспортер|продавец|наименование отправителя|поставщик|"
            "відправник|експортер|продавець|вантажовідправник|sender|shipper|consignor|exporter|"
            "seller|supplier|exporter name|shipper name|发货人|出口商|发货单位|卖方|供应商|absender|exporteur|"
            "versender|наименование экспортера",
            _FIRM,
            "name",
            bare=False,
        ),
        Field(
            "receiver",
            "g082|получатель|грузополучатель|импортер|покупатель|наименование получателя|одержувач|"
            "отримувач|імпортер|вантажоодержувач|покупець|receiver|consignee|importer|buyer|"
            "importer name|consignee name|recipient|收货人|进口商|收货单位|买方|经营单位|empfänger|importeur|"
            "наименование импортера",
            _FIRM,
            "name",
            bare=False,
        ),
        Field(
            "receiver_number",
            "g081|инн получателя|инн импортера|инн_получателя|єдрпоу одержувача|єдрпоу імпортера|"
            "код одержувача|receiver inn|consignee id|importer id|importer inn|consignee inn|"
            "importer number|收货人税号|收货人纳税人识别号|收货人代码|"
            "收货人统一社会信用代码|经营单位代码|інн одержувача",
            "inn ogrn edrpou uscc digits code",
            "code",
            bare=False,
        ),
        Field(
            "sender_number",
            "инн отправителя|инн экспортера|єдрпоу відправника|єдрпоу експортера|sender inn|"
            "exporter id|shipper id|exporter inn|sender id|发货人税号|发货人代码|发货人统一社会信用代码",
            "inn ogrn edrpou uscc digits code",
            "code",
            bare=False,
        ),
        Field(
            "hs_code",
            "g33|код тнвэд|код тн вэд|тн вэд|тнвэд|код товара|код уктзед|уктзед|код укт зед|hs|hs code|"
            "hscode|tariff|tariff code|commodity code|hts|hs6|商品编码|海关编码|税号|hs编码|商品编号|zolltarifnummer|"
            "warennummer|tnved|код тн вэд еаэс|cn code",
            "hs digits",
            "hs",
        ),
        Field(
            "description",
            "g31 1|g31|описание|описание товара|наименование товара|товар|товары|груз|наименование груза|опис|"
            "опис товару|найменування товару|товари|description|goods|goods description|product|"
            "product description|commodity|cargo|item|merchandise|货物名称|商品名称|品名|货物描述|商品描述|"
            "warenbezeichnung|beschreibung",
            "text long_text",
            "text",
            bare=False,
        ),
        Field(
            "quantity",
            "количество|кол во|колво|число мест|к во|кількість|кільк|quantity|qty|units|"
            "number of units|packages|pieces|数量|件数|menge|anzahl",
            "integer number",
            "number",
            bare=False,
        ),
        Field(
            "weight",
            "g38|вес|вес нетто|вес брутто|вес кг|вес нетто кг|масса|масса нетто|вага|вага нетто|маса|"
            "weight|net weight|gross weight|weight kg|net weight kg|净重|毛重|重量|gewicht",
            "number decimal",
            "number",
            bare=False,
        ),
        Field(
            "value",
            "g46|стоимость|таможенная стоимость|фактурная стоимость|стоимость usd|"
            "статистическая стоимость|цена|сумма|вартість|митна вартість|фактурна вартість|сума|"
            "value|customs value|invoice value|amount|total value|statistical value|value usd|fob|"
            "cif|fob value|价值|金额|总价|货值|申报金额|wert|zollwert",
            "number decimal",
            "number",
            bare=False,
        ),
        Field("currency", "валюта|код валюты|currency|币种|币制|währung", "currency currency_code", "currency"),
        Field(
            "country",
            "g15a|g15|g16|страна|страна отправления|страна происхождения|страна назначения|країна|"
            "країна відправлення|країна походження|country|country of origin|origin country|"
            "country of export|origin|destination country|原产国|国家|启运国|贸易国|运抵国|ursprungsland|land",
            "country country_code",
            "country",
        ),
    ),
    leftover="description",
    needs=("hs_code|description", "sender|receiver|receiver_number|sender_number", "date|value|weight|quantity|number"),
    hints="customs|тамож*|митн*|declaration*|деклараци*|import*|импорт*|export*|экспорт*|海关|报关|进出口|"
    "shipment*|груз*|zoll*|гтд|дт",
)
