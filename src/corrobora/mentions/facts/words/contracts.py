"""Words of contracts in four languages: roles of the parties, totals, payments, deliveries, signature."""

from __future__ import annotations

import re

PARTY_ROLE = re.compile(
    r"[«\"“„(（]\s*(?:the\s+|(?:далее|далі|надалі|в\s+дальнейшем|hereinafter)(?:\s+именуем\w+|\s+the)?\s*[—–:-]?\s*[«\"“]?)?"
    r"(?P<role>Поставщик|Продавец|Исполнитель|Подрядчик|Заказчик|Покупатель|Получатель|"
    r"Головной исполнитель|Комиссионер|Агент|Принципал|Арендатор|Арендодатель|Лизингодатель|Лизингополучатель"
    r"|Постачальник|Продавець|Виконавець|Підрядник|Замовник|Покупець|Орендар|Орендодавець|Seller|Supplier|"
    r"Contractor|Vendor|Exporter|Buyer|Customer|Purchaser|Client|Importer|Lessor|Lessee"
    r"|卖\s*方|买\s*方|供\s*方|需\s*方|甲\s*方|乙\s*方|委托方|受托方)\s*[»\"”“)）]",
    re.IGNORECASE,
)
PARTY_LABEL = re.compile(
    r"(?:^|\n|[;；|]|(?<=\S)\s{2,})[ \t]*(?:(?i:the\s+)?(?i:Поставщик|Продавец|Исполнитель|Подрядчик|Заказчик|"
    r"Покупатель|Постачальник|"
    r"Продавець|Виконавець|Замовник|Покупець|Seller|Supplier|Contractor|Buyer|Customer|Purchaser)(?:\s*/?\s*"
    r"(?:甲\s*方|乙\s*方|卖\s*方|买\s*方|供\s*方|需\s*方))?"
    r"|(?:甲\s*方|乙\s*方|卖\s*方|买\s*方|供\s*方|"
    r"需\s*方)(?:\s*[(（][^)）\n]{1,12}[)）])?)\s*(?:[:：]|\s[—–]\s)\s*(?P<party>[^\n;；|]{3,160}?)"
    r"(?=\s*(?:$|[\n;；|]|\s{2,}(?:(?i:Покупатель|Заказчик|Покупець|Замовник|Buyer|Customer)|买|需|乙)))"
)
BETWEEN = re.compile(
    r"(?i:(?<![^\W\d_])(?:заключ[её]н\w*\s+)?(?:между|між|by\s+and\s+between|"
    r"between))\s+(?P<one>.{4,140}?)\s+(?i:и|та|і|and)\s+(?P<two>[^,.;\n]{4,120})(?=[,.;\n]|\s(?i:о|про|на|for|"
    r"regarding|concerning)\s)",
    re.DOTALL,
)
NAMED_AS = re.compile(
    r"[,\s(（]*(?i:именуем\w+(?:\s+в\s+дальнейшем)?|далее(?:\s*[—–-])?(?:\s+именуем\w+)?|в\s+дальнейшем|"
    r"(?:надалі|далі(?=\s*[—–-]))(?:\s+іменован\w+)?|що\s+іменується|іменован\w+|hereinafter(?:\s+(?:referred\s+to\s+as|called))?|"
    r"(?:以\s*下|下\s*称)(?:简\s*称)?|以下称为).*$",
    re.DOTALL,
)
CODENAME = re.compile(
    r"(?i:шифр|условн\w+\s+(?:наименование|название|шифр)|кодов\w+\s+(?:наименование|название|слово|имя)|"
    r"умовн\w+\s+(?:найменування|назва|позначення)|кодов\w+\s+назва|code\s*-?\s*name[d]?|code\s*-?\s*word|"
    r"project\s+name|代\s*号|项目代号|代\s*码)"
    r"\s*[:：—–-]?\s*[«\"“「《'](?P<name>[^»\"”」》'\n]{2,40})[»\"”」》']"
)
TOTAL = re.compile(
    r"(?i:(?:общ\w+|полн\w+|итогов\w+|суммарн\w+|загальн\w+|повн\w+|total|overall|"
    r"aggregate)\s+(?:contract\s+)?(?:цен\w+|стоимост\w+|сумм\w+|цін\w+|вартіст\w+|варто?ст\w+|сум\w+|price|value|"
    r"amount|sum|cost|consideration)"
    r"|(?:цен\w+|стоимост\w+|сумм\w+)\s+(?:настоящего\s+)?(?:контракт\w*|договор\w*|соглашени\w*)|(?:цін\w+|"
    r"вартіст\w+|сум\w+)\s+(?:цього\s+)?(?:контракт\w*|договор\w*|угод\w*)"
    r"|contract\s+(?:price|value|amount|sum)|price\s+of\s+(?:the\s+|this\s+)?(?:contract|agreement)|"
    r"value\s+of\s+(?:the\s+|this\s+)?(?:contract|agreement)|worth|на\s+сумму|на\s+суму|стоимость(?=\s*[—–:])|"
    r"вартість(?=\s*[—–:]))"
    r"|合\s*同\s*(?:总\s*)?(?:价\s*款?|金\s*额|额|价\s*值)|总\s*(?:价\s*款?|金\s*额|额|值)|价\s*款\s*总\s*额|"
    r"金\s*额(?=\s*[为是:：]?\s*(?:人民币|美元|欧元|[\d￥¥]))"
)
SUM_ROW = re.compile(
    r"^\s*(?i:итого|всего|разом|усього|всього|загалом|total|grand\s+total|sum\s+total|subtotal|sub-total)|"
    r"^\s*(?:合\s*计|总\s*计|共\s*计|小\s*计|总\s*额)"
)
VERSION = re.compile(
    r"(?i:редакци[яи]|верси[яи]|редакці[яї]|версі[яї]|version|revision|rev\.|draft|вариант|варіант|ред\.)\s*(?:№|"
    r"no\.?|#)?\s*(?P<n>\d{1,2})(?![\d.])|第\s*(?P<z>[\d一二三四五六七八九十]{1,2})\s*[稿版]|"
    r"(?<![A-Za-z])[vV]\.?\s?(?P<v>\d{1,2})(?![\d.])"
)
PAYMENT = re.compile(
    r"(?i:плат[её]ж|оплат|уплат|аванс|перечисл|предоплат|транш|плат[іи]ж|сплат|сплач|передоплат|перерахов|pay|"
    r"instal|advance|prepay|remit|tranche|deposit)|付\s*款|支\s*付|款\s*项|预\s*付|首\s*付|尾\s*款|付\s*清|"
    r"分\s*期|定\s*金"
)
NOT_PAYMENT = re.compile(
    r"(?i:неустойк|пен[яиейю]\b|штраф|неустойк|penalt|liquidated|fine\s+of|НДС|ПДВ|\bVAT\b|гарантийн\w+\s+удерж|"
    r"скидк|знижк|discount|депозит\w*\s+возвр|ставк\w+\s+рефинанс)|违\s*约\s*金|滞\s*纳\s*金|税\s*率|罚\s*款"
)
SHARE = re.compile(
    r"(?<![\d.,])(?P<n>\d{1,3}(?:[.,]\d{1,3})?)\s*(?:\([^)]{3,40}\)\s*)?(?:%|％|(?i:процент\w*|відсот\w*|"
    r"per\s?cent))|百\s*分\s*之\s*(?P<z>[一二三四五六七八九十百]{1,4}|\d{1,3})"
)
DUE = re.compile(
    r"(?i:(?<![^\W\d_])(?:(?:до|не\s+позднее|не\s+позже|не\s+пізніше|by|before|"
    r"no(?:t)?\s+later\s+than)\s+(?:the\s+)?(?:конца|кінця|end\s+of)|до|не\s+позднее|не\s+позже|не\s+пізніше|"
    r"в\s+срок(?:\s+до)?|у\s+строк(?:\s+до)?|срок[:\s—–-]+|by|before|until|no(?:t)?\s+later\s+than|due(?:\s+(?:on|"
    r"by|date))?[:\s]*|on\s+or\s+before|on|к))\s*$|(?:不\s*(?:迟|晚)\s*于|最\s*(?:迟|晚)(?:不\s*超\s*过)?|截\s*至|"
    r"于|在)\s*$"
)
DUE_AFTER = re.compile(r"\s*(?:日)?\s*(?:之?\s*前|以\s*前|内|前\s*支\s*付|到\s*期)")
DELIVERY = re.compile(
    r"(?i:поставк\w*|поставля\w+|поставит\w*|отгруз\w+|передач\w+|постача\w+|відвантаж\w+|передан\w+|deliver\w*|"
    r"shipment\w*|shipped|ship\b|handover|выполнени\w+\s+работ|виконанн\w+\s+робіт)|交\s*付|交\s*货|供\s*货|"
    r"发\s*货|发\s*运|移\s*交"
)
WARRANTY = re.compile(
    r"(?i:гаранти|гаранті|warrant|guarantee|срок\s+действия|строк\s+дії|validity|valid\s+for|хранени|конфиденц|"
    r"claims?|рекламац|арбитраж|уведом|повідом)|质\s*保|保\s*修|有\s*效\s*期"
)
ANCHORS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "first_payment",
        re.compile(
            r"(?i:перв\w+\s+(?:авансов\w+\s+)?(?:плат[её]ж\w*|транш\w*|взнос\w*|оплат\w+)|"
            r"аванс\w*(?:\s+плат[её]ж\w*)?|предоплат\w+|перш\w+\s+(?:авансов\w+\s+)?(?:плат[іе]ж\w*|траншу?)|"
            r"передоплат\w+"
            r"|(?:first|initial|down|advance)\s+(?:payment|instal\w+|tranche)|prepayment)|首\s*(?:付\s*款|"
            r"期\s*付?\s*款?|笔\s*(?:付\s*)?款(?:\s*项)?|次\s*付\s*款)|预\s*付\s*款|第\s*一\s*(?:期|笔|"
            r"次)\s*(?:付\s*)?款"
        ),
    ),
    (
        "effective",
        re.compile(
            r"(?i:вступлени\w+\s+(?:\w+\s+){0,2}в\s+силу|набранн\w+\s+(?:\w+\s+){0,2}чинності|"
            r"entry\s+into\s+force|effective\s+date|comes?\s+into\s+(?:force|effect)|coming\s+into\s+force)|"
            r"生\s*效"
        ),
    ),
    (
        "signature",
        re.compile(
            r"(?i:подписани\w+|заключени\w+|підписанн\w+|укладенн\w+|signature|signing|execution|"
            r"date\s+of\s+(?:this|the)\s+contract|conclusion\s+of)|签\s*订|签\s*署|签\s*字|签\s*约"
        ),
    ),
)
NOT_BEFORE = re.compile(
    r"(?i:не\s+ра(?:нее|ньше)(?:\s*,?\s*чем)?(?:\s+через)?|не\s+раніше(?:\s*,?\s*ніж)?(?:\s+через)?|(?:not|"
    r"no)\s+(?:earlier|sooner|before)(?:\s+than)?|after\s+at\s+least|at\s+the\s+earliest|从)\s*(?P<n>\d{1,3})"
    r"|不\s*早\s*于(?:[^\d。;；]{0,16})?(?P<z>\d{1,3})|(?P<za>\d{1,3})\s*个?\s*月\s*(?:之|以)?\s*后|(?P<r>\d{1,3})\s*(?:-|–|—|до|to|至)\s*\d{1,3}\s*(?i:месяц|"
    r"місяц|month|个?月)|(?i:from|between|от|від)\s*(?P<f>\d{1,3})\s*(?i:to|and|до|and\s+not)\s*\d"
)
NOT_AFTER = re.compile(
    r"(?i:не\s+поздн?ее(?:\s*,?\s*чем)?(?:\s+через)?|не\s+позже(?:\s*,?\s*чем)?(?:\s+через)?|"
    r"не\s+пізніше(?:\s*,?\s*ніж)?(?:\s+через)?|в\s+течение|у\s+течение|протягом|впродовж|упродовж|within|(?:not|"
    r"no)\s+later\s+than(?:\s+in)?|in\s+the\s+course\s+of|до|up\s+to|不\s*(?:迟|晚)\s*于|最\s*迟)"
    r"\s*(?P<n>\d{1,3})(?:\s*\([^)]{2,40}\))?\s*(?:-\w{1,2}\s*)?(?P<u>(?i:месяц\w*|мес\.|місяц\w*|months?|лет|"
    r"год\w*|рок\w*|years?|недел\w*|тиж\w*|weeks?|дн\w*|days?|календарн\w+\s+дн\w+)|个?\s*月|年)"
    r"|(?P<z>\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?P<zu>个?\s*月|年|天|日|周)\s*(?:之?\s*内|以\s*内)"
)
COMPLETE = re.compile(
    r"(?i:в\s+полном\s+объ[её]ме|полностью\s+(?:заверш|поставл|выполн)|заверш\w+|окончани\w+\s+поставк|"
    r"последн\w+\s+парт|у\s+повному\s+обсязі|завершу\w+|in\s+full|complet\w+|entire\s+(?:delivery|quantity)|"
    r"last\s+(?:batch|lot)|all\s+(?:the\s+)?(?:goods|items|equipment))"
    r"|全\s*部|完\s*成|交\s*[付货]\s*完\s*毕|交\s*清|最\s*后\s*一\s*批"
)
SIGNED = re.compile(
    r"(?i:(?<!не )(?<!не\n)подписан(?:[оаы]|н\w+)?\b|подписали|подписал[аи]?\b|"
    r"заключ[её]н(?:[аоы]|н\w+)?\b|заключили|підписан\w*|"
    r"підписали|укладен\w*|уклали|(?:was|were|been)\s+(?:signed|concluded|executed)|signed|concluded)|签\s*署|"
    r"签\s*订|签\s*约|订\s*立"
)
NOT_SIGNED = re.compile(
    r"(?i:не\s+(?:был\w*\s+)?(?:подписан|заключ|підписан|укладен)|(?:not|yet)\s+(?:been\s+)?(?:signed|concluded)|"
    r"unsigned|подготов\w+\s+к\s+подписани|планируется|готовится|планується|готується|предстоит|to\s+be\s+signed|"
    r"will\s+be\s+signed)|未\s*签|尚\s*未|拟\s*签|将\s*签|待\s*签"
)
CONTRACT = r"(?:(?i:контракт\w*|договор\w*|договір|соглашени\w+|угод[аиуо]\w*|contract|agreement)|合\s*同|协\s*议)"
