"""Column headers of tables in four languages, by role; the first role that matches a header is the column's."""

from __future__ import annotations

import re

ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern, re.IGNORECASE))
    for role, pattern in (
        ("index", r"^(?:№|n[oº°]?\.?|#|s/?n|№?\s*п\s*/?\s*п\.?|№?\s*з\s*/?\s*п\.?|序号|序|item no\.?|поз\.?|pos\.?)$"),
        (
            "taxno",
            r"\bинн\b|\binn\b|огрн|[єе]дрпоу|edrpou|tax\s*(?:id|no|num)|\btin\b|统一社会信用|税号|信用代码|"
            r"reg\w*\.?\s*n[ou]",
        ),
        ("birth", r"рожд|\bд\.?\s?р\.?$|\bг\.?\s?р\.?$|народж|\bд\.?\s?н\.?$|birth|\bdob\b|\bborn\b|出生|生日"),
        (
            "number",
            r"№\s*док|номер\s+док|№\s*исх|исх\.?\s*№|вих\.?\s*№|№\s*(?:письма|листа)|doc(?:ument)?\.?\s*(?:no|num|#)"
            r"|letter\s*(?:no|num)|ref\.?\s*(?:no|num)|out(?:going)?\s*no|文号|发文号|凭证号|流水号|单据号",
        ),
        ("surname", r"^(?:фамилия|прізвище|surname|family\s*name|last\s*name|姓|姓氏)\b(?!.*(?:им|ім|name.*given))"),
        ("given", r"^(?:имя|ім['’ʼ]?я|given\s*names?|first\s*name|forenames?|名)(?:\s*\(.*\))?$"),
        ("patronymic", r"отчество|по[\s-]*батькові|patronymic|middle\s*name"),
        (
            "name",
            r"\bф\.?\s?и\.?\s?о\b|\bп\.?\s?і\.?\s?б\b|фамилия|прізвище|\bимя\b|ім['’ʼ]я|姓名|名字|拼音|pinyin"
            r"|^(?!.*(?:company|goods|item|product|event|firm|org)).*\bnames?\b|член(?:ы|и)?\s+делегац|^делегат|"
            r"^delegate|^visitor|латин",
        ),
        (
            "passport",
            r"паспорт|passport|护照|证件|удостоверен|посвідчен|travel\s*doc|^документ$|id\s*(?:no|number|doc)",
        ),
        ("nationality", r"гражданств|громадянств|citizenship|nationality|国籍|^страна$|^country$|^країна$"),
        (
            "post",
            r"должност|звани|посад|звання|\brank\b|\bpost\b|position|\btitle\b|职务|军衔|职称|岗位|職務|\brole\b|job",
        ),
        ("debit", r"списан|дебет|расход|debit|withdraw|paid\s*out|money\s*out|outgoing|借方|支出|付款金额|转出|видат"),
        (
            "credit",
            r"зачислен|кредит|приход|поступлен|credit|deposit|paid\s*in|money\s*in|incoming|贷方|收入|收款金额|"
            r"转入|надход|зарахуван",
        ),
        (
            "counterparty",
            r"контрагент|плательщик|получатель|платник|отримувач|одержувач|counter\s*-?party|payee|payer|beneficiary"
            r"|корреспондент|кореспондент|对方|交易对手|收款人|付款人|户名|对手",
        ),
        ("purpose", r"назначен|призначен|^основани|^підстав|purpose|narrative|particulars|\bdetails\b|用途|"
                    r"摘要|附言|备注"),
        (
            "price",
            r"цена|ціна|\bprice\b|unit\s*cost|\brate\b|单价|(?:стоимость|вартість).*(?:за|1)?\s*(?:един|ед\.|один|"
            r"од\.|шт)|за\s+(?:ед|од|шт|1)",
        ),
        (
            "share",
            r"^(?!.*(?:ндс|пдв|\bvat\b|税))(?:.*[,(（]\s*[%％]\s*[)）]?$|разм[еі]р.*[%％])|\bдол[яи]\b|част[кц]|\bshare\b|\bstake\b|\bholding\b|\binterest\b|^%$|процент|відсот|per\s*cent|percent|比例|百分比|股份|持股|股权|"
            r"%\s*(?:от|of|від)|^%",
        ),
        (
            "quantity",
            r"^кол\b\.?|^кіл\b\.?|^amt\b|кол-?\s?во|количеств|к-?во\b|к-?сть|к-?ть\b|кіл-?\s?ть|кількіст|\bqty\b|quantity|q['’]?-?ty|数量|件数|台数|"
            r"шт\.?$|\bpcs\b|units$",
        ),
        ("total", r"сумм|сума|стоимость|вартість|amount|total|\bsum\b|\bvalue\b(?!\s*date)|cost|金额|总价|合计|"
                  r"小计|总额|价款"),
        (
            "responsible",
            r"ответствен|відповідальн|responsible|负责|责任人|联系人|contact|сопровожд|супровод|встречающ|"
            r"in\s*charge|陪同|исполнител|виконав",
        ),
        (
            "owner",
            r"участник|учасник|владел|власник|собственник|акционер|акціонер|учредит|засновник|owner|share\s*holder"
            r"|stake\s*holder|founder|股东|投资人|投资方|所有者|出资人|出资方",
        ),
        (
            "asset",
            r"обществ|товариств|дочерн|дочірн|объект\s+владен|\basset\b|subsidiary|invested|被投资|目标公司|标的|"
            r"投资企业",
        ),
        (
            "due",
            r"срок|строк|термін|\bdue\b|deadline|pay(?:able|ment)?\s*(?:by|date|before)|not\s*later|не\s*позд?[нж]|не\s*пізн|date\s*of\s*payment"
            r"|дата\s*(?:плат|оплат|сплат)|付款日期|付款时间|期限|到期|截止|支付时间|支付日期|delivery\s*(?:date|"
            r"time|term)|交货",
        ),
        (
            "since",
            r"с\s+какого|дата\s*(?:приобр|регистр|внес|набут|реєстр|вступ)|\bsince\b|acquired|取得|入股|\bfrom\b|"
            r"начиная",
        ),
        (
            "stage",
            r"этап|етап|плат[её]ж|платіж|транш|аванс|instal|milestone|^payments?$|\bstage\b|款项|阶段|期次|分期|付款",
        ),
        ("date", r"дата|\bdate\b|日期|时间|^число$|\bday\b|\bдень\b|\btime\b|час\b|время"),
        (
            "event",
            r"мероприят|захід|заход|событи|подія|event|activit|программа|програма|活动|内容|安排|事项|agenda|"
            r"содержан|зміст",
        ),
        ("place", r"место(?!\s+работ)|місце(?!\s+робот)|venue|\bplace\b|location|地点|场所|地址|пункт"),
        ("recipient", r"кому|адресат|recipient|addressee|收文|^致$|\bto\b$"),
        (
            "measure",
            r"ед\.?\s*изм|единиц\w*\s+изм|^ед\.?$|од\.?\s*вим|одиниц\w*\s+вим|^од\.?$|\buom\b|measure|计量单位",
        ),
        (
            "unit",
            r"организац|організац|учрежден|установа|место\s+работ|місце\s+робот|подразделен|підрозділ|войск|в/ч|"
            r"\bunit\b|employer"
            r"|organi[sz]ation|company|department|affiliation|institution|agency|предприяти|підприємств|компани|"
            r"компані|фирма|фірма"
            r"|单位|部门|公司|机构|企业|所属",
        ),
        ("code", r"модель|артикул|\bmodel\b|\bpart\b|型号|规格|\bкод\b|\bcode\b|\bмарка\b|тип\b|\btype\b|\bhs\b"),
        (
            "description",
            r"наименован|найменуван|назва|товар|описан|\bопис|предмет|продукц|издели|виріб|вироб|имуществ|майно|"
            r"работ|услуг"
            r"|description|\bitems?\b|goods|commodit|product|equipment|品名|名称|货物|产品|设备|商品|描述|物资|"
            r"项目|内容",
        ),
    )
)
