"""Words of invoices, orders, payments and delivery papers in four languages."""

from __future__ import annotations

import re

SUPPLIER = re.compile(
    r"(?:^|\n|\t|[ ]{2,}|[|])[ \t]*(?:(?i:поставщик|продавец|исполнитель|подрядчик|отправитель|грузоотправитель|"
    r"получатель\s+платежа|постачальник|продавець|виконавець|вантажовідправник|одержувач\s+платежу"
    r"|seller|supplier|vendor|exporter|shipper|consignor|beneficiary|payee|from|issued\s+by|sold\s+by|"
    r"manufacturer)|供\s*货\s*(?:方|商)|供\s*应\s*商|卖\s*方|销\s*售\s*方|销\s*货\s*单\s*位|供\s*方|发\s*货\s*人|"
    r"收\s*款\s*(?:人|方|单\s*位))"
    r"(?:\s*[(（][^)）\n]{1,30}[)）])?(?:\s*[:：—–]\s*|\s+)(?P<party>[^\n]{3,240}(?:\n(?![^\n]{0,30}[:：]|[^\n]*\||"
    r"\s*\d)[^\n]{3,120})?)"
)
BUYER = re.compile(
    r"(?:^|\n|\t|[ ]{2,}|[|])[ \t]*(?:(?i:покупатель|плательщик|заказчик|грузополучатель|кому|покупець|платник|"
    r"замовник|вантажоодержувач|buyer|bill(?:ed)?\s+to|sold\s+to|ship\s+to|consignee|customer|payer|purchaser|"
    r"importer|client|messrs\.?|to)"
    r"|买\s*方|购\s*买\s*方|购\s*货\s*(?:方|单\s*位)|需\s*方|收\s*货\s*(?:人|方|单\s*位)|付\s*款\s*(?:人|方|"
    r"单\s*位)|客\s*户|采\s*购\s*方)"
    r"(?:\s*[(（][^)）\n]{1,30}[)）])?(?:\s*[:：—–]\s*|\s+)(?P<party>[^\n]{3,240}(?:\n(?![^\n]{0,30}[:：]|[^\n]*\||"
    r"\s*\d)[^\n]{3,120})?)"
)
PAYER = re.compile(
    r"(?:^|\n)[ \t]*(?:(?i:плательщик|платник|payer|ordering\s+customer|remitter|debtor)|付\s*款\s*(?:人|方|"
    r"单\s*位)|汇\s*款\s*人)(?:\s*[:：—–]\s*|\s+)(?P<party>[^\n]{3,200})"
)
PAYEE = re.compile(
    r"(?:^|\n)[ \t]*(?:(?i:получатель|одержувач|отримувач|payee|beneficiary(?:\s+customer)?|creditor)|"
    r"收\s*款\s*(?:人|方|单\s*位))(?:\s*[:：—–]\s*|\s+)(?P<party>[^\n]{3,200})"
)
END_USER = re.compile(
    r"(?:(?i:конечн\w+\s+(?:пользовател\w+|потребител\w+|получател\w+|заказчик\w*)|для\s+нужд|в\s+интересах|"
    r"в\s+адрес|кінцев\w+\s+(?:користувач\w*|споживач\w*|одержувач\w*)|для\s+потреб|в\s+інтересах"
    r"|(?:for\s+the\s+)?(?:final|ultimate|end)[\s-]+(?:user|consignee|customer|recipient)(?:\s+is)?|"
    r"for\s+the\s+needs\s+of|on\s+behalf\s+of\s+the\s+end\s+user|грузополучатель|вантажоодержувач)"
    r"|最\s*终\s*(?:用\s*户|使\s*用\s*(?:者|方|单\s*位)|客\s*户|收\s*货\s*人))\s*[:：—–-]?\s*(?:является|є|是|为|:)?\s*"
)
FOR_UNIT = re.compile(
    r"(?i:для|за|від|for|to)\s+(?P<unit>(?i:в/ч|войсков\w+\s+част\w+|військов\w+\s+частин\w+|"
    r"military\s+unit)\s*(?:№|No\.?)?\s*[A-ZА-Я]?-?\d{4,6})"
)
UNIT = re.compile(
    r"(?i:в/ч|войсков\w+\s+част\w+|військов\w+\s+частин\w+|в\.ч\.|military\s+unit|unit\s+no\.?)\s*(?:№|"
    r"No\.?)?\s*(?P<n>[A-ZА-Я]?-?\d{4,6})|(?P<z>第?\s?\d{4,6}\s*部\s*队)"
)
TOTAL_DUE = re.compile(
    r"(?i:всего\s+к\s+оплате|итого\s+к\s+оплате|к\s+оплате|общая\s+сумма|сумма\s+(?:платежа|к\s+оплате|счета)|"
    r"сумма|итого(?:\s+с\s+НДС)?|всего|усього\s+до\s+(?:сплати|оплати)|до\s+сплати|загальна\s+сума|"
    r"сума(?:\s+платежу)?|разом|всього"
    r"|total\s+(?:amount(?:\s+due)?|due|payable|invoice\s+value|value|price)|amount\s+due|grand\s+total|"
    r"invoice\s+total|amount|total)|(?:价\s*税\s*合\s*计|合\s*计(?:金\s*额)?|总\s*(?:金\s*额|计|价|额)|"
    r"应\s*付\s*(?:金\s*额|总\s*额)|金\s*额)"
)
PURPOSE = re.compile(
    r"(?:^|\n)[ \t]*(?:(?i:назначение(?:\s+платежа)?|призначення(?:\s+платежу)?|purpose(?:\s+of\s+payment)?|"
    r"payment\s+details|details\s+of\s+payment|remittance\s+information)|用\s*途|附\s*言|摘\s*要|"
    r"汇\s*款\s*附\s*言)\s*[:：—–]?\s*(?P<p>[^\n]{3,240}(?:\n(?!\s*[А-ЯA-ZІЇЄ\u4e00-\u9fff][^\n]{0,25}[:：])[^\n]{3,160})?)"
)
REFERENCE = re.compile(
    r"(?i:invoice|inv\.?|order|p\.?o\.?|счет\w*|счёт\w*|инвойс\w*|рахун\w*|заказ\w*|замовленн\w*|договор\w*|"
    r"контракт\w*|договор[уі]|contract|agreement|packing\s+list\s+for|накладн\w+)\s*(?:на\s+оплату|поставки|"
    r"-фактур\w+)?\s*(?:№|N[oо°]\.?:?|#|number)?\s*(?P<n>(?=[\w/-]*\d)[A-ZА-ЯІЇЄҐ0-9][\w/-]*)"
    r"|(?:发\s*票|订\s*单|合\s*同)\s*(?:编\s*号|号\s*码?)?\s*[:：]?\s*(?P<z>[A-Z0-9][\w/-]*\d[\w/-]*)|"
    r"(?P<y>[A-Z0-9][A-Z0-9/-]{3,20})\s*号?\s*(?:发\s*票|订\s*单|合\s*同)"
)
QUANTITY = re.compile(
    r"(?P<g>(?<![\d№.,/-])\d{1,6})\s+(?=(?:[а-яёіїєґa-z]+(?:ых|их|ні|ых)?\s+)?(?i:беспилотн|безпілотн|аппарат|"
    r"апарат|квадрокоптер|дрон|издели|вироб|комплект|комплекс|drones?\b|UAVs?\b|unmanned))"
    r"|(?P<q>\d{1,3}(?:[ \u00a0]\d{3})*|\d+)\s*(?:\([^()\d]{2,40}\)\s*)?(?i:шт\.?|штук\w*|единиц\w*|ед\.|"
    r"комплект\w*|компл\.|од\.|"
    r"одиниц\w*|pcs\.?|pieces?|units?|sets?|台|套|件|架|枚|个)"
)
EACH = re.compile(
    r"(?i:по|по\s+цене|за\s+ед\.?|at|@|каждый|за\s+(?:одну|штуку|единицу)|each|a\s+piece|по\s+ціні|ціною|"
    r"за\s+ціною|unit\s+price(?:\s+of)?|price\s+of)\s*$|(?:单\s*价|每\s*(?:台|套|件|架))\s*[:：]?\s*$"
)
EACH_AFTER = re.compile(
    r"\s*(?i:за\s+(?:единицу|одну|одиницю|шт\w*|комплект|од\.|ед\.)|each|apiece|per\s+(?:unit|piece|set|item)|"
    r"/\s*(?:шт|ед|pc|unit))|\s*/\s*[台套件架]"
)
ASKS = re.compile(
    r"(?i:прос(?:ит|им|ить|имо)|прошу|необходим\w*|требу\w+|потребност\w+|потребу\w*|заявка|заказ\w*|закуп\w*|"
    r"поставить|поставку|отгрузить|замовл\w+|request\w*|requires?|please\s+(?:supply|deliver)|procure\w*|"
    r"order\w*)|请|需\s*(?:要|求)|采\s*购|订\s*购"
)
GOODS = re.compile(
    r"(?i:БПЛА|БЛА|беспилотн\w+|безпілотн\w+|квадрокоптер\w*|изделие|изделий|виріб|вироб\w+|комплекс\w*|"
    r"аппарат\w*|апарат\w*|дрон\w*|UAV|drones?|unmanned\s+\w+)|无\s*人\s*机|设\s*备|装\s*备"
)
PAID = re.compile(
    r"(?i:(?<!не )(?:перечислил[аио]?|оплатил[аио]?|уплатил[аио]?|заплатил[аио]?|перев[её]л[аио]?|сплатил[аио]|"
    r"сплатив|перерахувал[аио]|"
    r"перерахував|переказа[влоаи]+)\b|(?<!not )\b(?:has\s+|have\s+)?(?:paid|transferred|remitted)\b)|(?:支付|"
    r"汇款|付款|汇给|付给)了?"
)
TAX_NUMBER = re.compile(
    r"(?i:ИНН|INN|[ЄЕ]ДРПОУ|EDRPOU|ОГРН|tax\s*(?:id|no\.?)|TIN)\s*[:№]?\s*(?P<n>\d{8,15})|(?:统一社会信用代码|"
    r"税\s*号|纳税人识别号)\s*[:：]?\s*(?P<z>[0-9A-Z]{15,18})"
)
