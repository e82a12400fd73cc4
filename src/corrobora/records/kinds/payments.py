"""Bank transfers and statements of account."""

from corrobora.model.records import RecordKind
from corrobora.records.kinds.field import Field, Kind

_PARTY = "organization person patronymic text"

PAYMENTS = Kind(
    RecordKind.PAYMENT,
    "Payments and bank statements",
    fields=(
        Field(
            "number",
            "номер|№ документа|номер платежа|номер документа|№ п п|№ платежного*|№|номер платіжного*|"
            "номер документу|number|payment no|payment number|transaction id|transaction no|"
            "transaction number|reference|ref|流水号|交易号|凭证号|belegnummer|id|icij sar id",
            "digits code",
            "text",
            bare=False,
        ),
        Field(
            "date",
            "дата|дата операции|дата платежа|дата проводки|дата документа|дата операції|дата платежу|"
            "date|transaction date|payment date|value date|booking date|posting date|交易日期|日期|付款日期|"
            "记账日期|buchungsdatum|valuta|datum|begin date|date begin",
            "date datetime events",
            "date",
        ),
        Field(
            "payer",
            "плательщик|отправитель|наименование плательщика|платник|відправник|payer|sender|from|"
            "originator|ordering customer|remitter|originator bank|付款人|付款方|汇款人|付款单位|auftraggeber|"
            "zahler|debtor",
            _PARTY,
            "name",
            bare=False,
        ),
        Field(
            "payer_number",
            "инн плательщика|счет плательщика|єдрпоу платника|рахунок платника|payer account|"
            "payer inn|sender account|from account|付款账号|付款人账号|iban auftraggeber",
            "inn edrpou digits code",
            "code",
            bare=False,
        ),
        Field(
            "payee",
            "получатель|наименование получателя|бенефициар|отримувач|одержувач|payee|receiver|"
            "beneficiary|recipient|to|beneficiary name|beneficiary bank|收款人|收款方|收款单位|empfänger|"
            "begünstigter|creditor",
            _PARTY,
            "name",
            bare=False,
        ),
        Field(
            "payee_number",
            "инн получателя|счет получателя|єдрпоу отримувача|рахунок отримувача|payee account|"
            "payee inn|beneficiary account|to account|收款账号|收款人账号|iban empfänger",
            "inn edrpou digits code",
            "code",
            bare=False,
        ),
        Field(
            "counterparty",
            "контрагент|корреспондент|наименование контрагента|контрагент наименование|кореспондент|"
            "counterparty|correspondent|partner|对方户名|对方名称|交易对手|gegenpartei",
            _PARTY,
            "name",
            bare=False,
        ),
        Field(
            "debit",
            "дебет|расход|списание|списано|сумма по дебету|дебет оборот|видаток|debit|withdrawal|"
            "paid out|money out|outgoing|借方|支出|借方金额|soll|ausgang",
            "number decimal",
            "number",
            bare=False,
        ),
        Field(
            "credit",
            "кредит|приход|поступление|зачислено|сумма по кредиту|надходження|credit|deposit|paid in|"
            "money in|incoming|贷方|收入|贷方金额|haben|eingang",
            "number decimal",
            "number",
            bare=False,
        ),
        Field(
            "amount",
            "сумма|сумма платежа|сумма операции|сумма перевода|сума|сума платежу|сума операції|"
            "amount|sum|transaction amount|amount transactions|payment amount|value|金额|交易金额|付款金额|"
            "betrag",
            "number decimal integer",
            "number",
        ),
        Field(
            "currency",
            "валюта|код валюты|валюта платежа|currency|ccy|币种|货币|währung",
            "currency currency_code",
            "currency",
        ),
        Field(
            "purpose",
            "назначение|назначение платежа|основание|описание|содержание операции|призначення|"
            "призначення платежу|опис|purpose|details|description|narrative|payment details|"
            "remittance*|memo|用途|摘要|附言|备注|verwendungszweck",
            "text long_text",
            "text",
            bare=False,
        ),
    ),
    leftover="purpose",
    needs=("amount|debit|credit", "payer|payee|counterparty", "date|purpose|payer|number"),
    hints="payment*|платеж*|платіж*|bank*|банк*|выписк*|виписк*|transaction*|транзакц*|statement*|"
    "transfer*|перевод*|流水|付款|银行|swift|conto*",
)
