"""Court cases: who sued whom, where, over what."""

from corrobora.model.records import RecordKind
from corrobora.records.kinds.field import Field, Kind

_PARTY = "organization person patronymic text"

COURTS = Kind(
    RecordKind.CASE,
    "Court cases",
    fields=(
        Field(
            "case",
            "дело|номер дела|№ дела|дело №|справа|номер справи|№ справи|case|case no|case number|"
            "docket|docket number|案号|案件编号|裁判字號|aktenzeichen|case id",
            "case code",
            "text",
        ),
        Field(
            "court", "суд|наименование суда|назва суду|court|court name|法院|审理法院|gericht", "court text", bare=True
        ),
        Field(
            "date",
            "дата|дата поступления|дата решения|дата регистрации|дата иска|дата подачи|"
            "дата надходження|дата рішення|дата реєстрації|date|filed|filing date|decision date|"
            "judgment date|date filed|hearing date|立案日期|裁判日期|日期|判决日期|datum|entscheidungsdatum",
            "date datetime events",
            "date",
        ),
        Field(
            "plaintiff",
            "истец|заявитель|кредитор|истцы|взыскатель|позивач|заявник|стягувач|plaintiff|claimant|"
            "applicant|petitioner|complainant|creditor|原告|申请人|上诉人|kläger",
            _PARTY,
            "name",
            bare=False,
        ),
        Field(
            "defendant",
            "ответчик|ответчики|должник|обвиняемый|подсудимый|відповідач|боржник|обвинувачений|"
            "defendant|respondent|debtor|accused|被告|被申请人|被上诉人|被告人|beklagter",
            _PARTY,
            "name",
            bare=False,
        ),
        Field(
            "defendant_number",
            "инн ответчика|огрн ответчика|инн должника|єдрпоу відповідача|код відповідача|"
            "defendant id|defendant inn|defendant number|respondent id|被告证件号|被告统一社会信用代码",
            "inn ogrn edrpou uscc digits code",
            "code",
            bare=False,
        ),
        Field(
            "subject",
            "предмет|предмет иска|категория|категория спора|суть|суть требований|предмет спора|"
            "предмет позову|категорія|суть спору|subject|claim|cause|matter|nature of suit|category|"
            "subject matter|案由|诉讼请求|streitgegenstand",
            "text long_text",
            bare=False,
        ),
        Field(
            "amount",
            "сумма|сумма иска|сумма требований|цена иска|сума|сума позову|ціна позову|amount|"
            "claim amount|sum|amount claimed|涉案金额|标的额|金额|streitwert",
            "number integer decimal",
            "number",
        ),
        Field("currency", "валюта|currency|币种|währung", "currency currency_code", "currency"),
        Field(
            "result",
            "результат|решение|исход|статус|результат рассмотрения|результат розгляду|рішення|стан|"
            "result|outcome|decision|judgment|disposition|status|判决结果|结果|urteil|ergebnis",
            "text long_text",
            bare=False,
        ),
    ),
    leftover="subject",
    needs=("case|court|subject", "plaintiff|defendant"),
    hints="court*|суд*|дела|арбитраж*|case*|справ*|裁判|法院|诉讼|lawsuit*|litigation*|訴訟",
)
