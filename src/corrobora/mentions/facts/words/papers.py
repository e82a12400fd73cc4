"""What papers call themselves, by type, in four languages; tried in this order."""

from __future__ import annotations

from corrobora.mentions.facts.patterns import words

HEADINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "power_of_attorney",
        words("""
        доверенность, довіреність, power of attorney, letter of authorisation, letter of authorization, 授权委托书,
        授权书, 委托书
    """),
    ),
    (
        "bill_of_lading",
        words("""
        коносамент, авиационная накладная, авианакладная, международная товарно-транспортная накладная,
        bill of lading, sea waybill, air waybill, international consignment note, 海运提单, 提单, 航空运单, 空运单
    """),
    ),
    (
        "press_release",
        words("""
        пресс-релиз, пресс релиз, сообщение для прессы, сообщение для СМИ, пресреліз, прес-реліз, press release,
        news release, for immediate release, media release, 新闻稿, 新闻发布稿
    """),
    ),
    (
        "cv",
        words("""
        резюме, автобиография, автобіографія, curriculum vitae, résumé, resume, 个人简历, 简历, 履历表
    """),
    ),
    (
        "payment_order",
        words("""
        платёжное поручение, платежное поручение, платіжне доручення, платіжна інструкція, платёжная инструкция,
        заявление на перевод, payment order, payment instruction, remittance advice, wire transfer order,
        SWIFT MT103, application for funds transfer, application for remittance, 付款委托书, 付款通知, 付款申请,
        支付委托, 汇款申请书, 付款指令, 电汇凭证
    """),
    ),
    (
        "bank_statement",
        words("""
        выписка по счёту, выписка по счету, банковская выписка, выписка банка, выписка операций, выписка,
        виписка по рахунку, банківська виписка, виписка, bank statement, account statement, statement of account,
        statement of accounts, 对账单, 银行流水, 账户明细, 交易明细, 银行对账单
    """),
    ),
    (
        "packing_list",
        words("""
        упаковочный лист, упаковочный список, пакувальний лист, товарная накладная, товарно-транспортная накладная,
        накладная, видаткова накладна, товарно-транспортна накладна, накладна, packing list, delivery note,
        consignment note, waybill, dispatch note, 装箱单, 送货单, 发货单, 交货单, 出库单
    """),
    ),
    (
        "invoice",
        words("""
        счёт-фактура, счет-фактура, счёт на оплату, счет на оплату, рахунок-фактура, рахунок на оплату, инвойс,
        інвойс, commercial invoice, proforma invoice, pro forma invoice, pro-forma invoice, tax invoice, invoice,
        商业发票, 形式发票, 增值税发票, 发票, счёт, счет №, рахунок
    """),
    ),
    (
        "minutes",
        words("""
        протокол рабочей встречи, протокол встречи, протокол переговоров, протокол совещания, протокол заседания,
        протокол, запись беседы, запись переговоров, запис бесіди, протокол робочої зустрічі, протокол зустрічі,
        протокол перемовин, протокол наради,
        протокол засідання, minutes of meeting, minutes of the meeting, meeting minutes, minutes, record of meeting,
        record of discussion, record of talks, 工作会谈纪要, 会谈纪要, 会议纪要, 会谈记录, 会议记录, 纪要
    """),
    ),
    (
        "programme",
        words("""
        программа пребывания, программа визита, программа приёма, программа приема, программа посещения,
        план приёма делегации, план приема делегации, план пребывания, план пребывания делегации,
        план визита, план визита делегации, план перебування, план перебування делегації,
        программа командировки, программа, программа перебування, програма перебування,
        програма візиту, програма прийому, програма, programme of the visit, program of the visit, visit programme,
        visit program, tentative programme, draft programme, provisional programme, programme of stay,
        programme, itinerary, visit schedule, schedule of the visit, 访问日程, 活动安排,
        接待日程, 日程安排, 接待方案, 接待计划, 访问计划, 行程安排, 行程表, 日程表, 日程
    """),
    ),
    (
        "list",
        words("""
        delegation members, члены делегации, состав группы, члени делегації, склад групи, 代表团成员,
        список делегации, список членов делегации, состав делегации, список участников, список лиц,
        список специалистов, список делегації, список членів делегації, склад делегації, список учасників,
        список осіб, список, delegation list, list of delegates, list of delegation, list of members,
        members of delegation,
        list of guests, list of specialists, list of the delegation, list of delegation members,
        list of participants, members of the delegation, list of visitors, name list, 代表团名单, 代表团成员名单,
        代表团人员名单, 人员名单, 来访人员名单, 名单, 花名册
    """),
    ),
    (
        "request",
        words("""
        запрос, заявка на приём, заявка на прием, заявка на визит, заявка на въезд, заявка на прийом,
        заявка на відвідування,
        visit application, заявка на приём делегации, заявка на прием делегации, заявка на посещение, запит,
        заявка на прийом делегації, request for visit, visit request, request, letter of request, 请求, 请示,
        请求函, 申请函, 申请书, 访问申请, 商请函, 来访申请
    """),
    ),
    (
        "instruction",
        words("""
        поручение, указание, распоряжение, директива, доручення, вказівка, розпорядження, instruction, directive,
        tasking order, 指示, 指令, 批示, 关于接待
    """),
    ),
    (
        "contract",
        words("""
        контракт, договор, договор поставки, дополнительное соглашение, соглашение, спецификация,
        приложение к контракту, график платежей, графік платежів, график оплаты, payment schedule, 付款计划,
        договір,
        договір поставки, додаткова угода, угода, специфікація, contract,
        agreement, supply agreement, sales contract, supplementary agreement, addendum, specification, 合同,
        采购合同, 销售合同, 供货合同, 协议, 协议书, 补充协议, 合同附件
    """),
    ),
    (
        "registry",
        words("""
        журнал исходящих, журнал входящих, журнал учёта, журнал учёта входящей корреспонденции,
        журнал учёта исходящей корреспонденции, журнал обліку, журнал регистрации, журнал, реестр,
        журнал вихідних, журнал вхідних,
        журнал реєстрації, реєстр, register of letters, correspondence log, outgoing register, incoming register,
        register, registry, 登记簿, 登记表, 发文登记, 收文登记, 台账
    """),
    ),
    (
        "memo",
        words("""
        служебная записка, докладная записка, объяснительная записка, записка, службова записка, доповідна записка,
        пояснювальна записка, memorandum, memo, internal memo, 备忘录, 内部备忘录, 签报
    """),
    ),
    (
        "note",
        words("""
        справка, информационная справка, довідка, інформаційна довідка, information note, briefing note,
        background note, 情况说明, 说明, 简报
    """),
    ),
    (
        "report",
        words("""
        отчёт, отчет, донесение, акт, акт приёма-передачи, акт приема-передачи, акт приёмки, акт приемки,
        акт сверки, акт сверки взаимных расчётов, акт звірки, акт звірки взаємних розрахунків,
        акт приймання-передачі, звіт, донесення, report, act of acceptance,
        acceptance certificate, certificate of acceptance, statement of reconciliation, 验收证书, 验收报告,
        报告, 汇报, 验收单
    """),
    ),
    (
        "order",
        words("""
        приказ, заказ, заказ поставщику, заказ покупателя, наряд-заказ, заказ-наряд, наказ, замовлення,
        purchase order, order, 采购订单, 订单, 命令,
        采购单
    """),
    ),
    ("passport", words("passport, паспорт, 护照")),
)

REQUEST_WORDS = words("""
    просить о содействии, просит содействия, имеет честь просить, имеет честь обратиться с просьбой,
    має честь просити, просимо сприяти, просим оказать содействие в организации визита, has the honour to request,
    have the honour to request, 谨请, 荣幸地请求, просит организовать приём, просит организовать прием,
    просит принять делегацию, просим принять делегацию, прошу принять делегацию, просит направить,
    просим организовать приём, просим организовать прием, просит обеспечить приём,
    просит рассмотреть возможность приёма делегации, просит рассмотреть возможность приема делегации,
    просить організувати прийом, просимо прийняти делегацію, просить прийняти делегацію, просить направити,
    просимо організувати прийом, requests you to receive, request you to receive, requests that you receive,
    kindly requests to receive, requests the reception, request the reception, requests to arrange the reception,
    ask you to receive, kindly ask you to arrange, requests to organise a visit, request to organise the reception,
    would like to request a visit, 请求接待, 请予接待, 请接待, 请贵方接待, 请安排接待, 希望贵方接待, 中方请求,
    请求安排
""")
INSTRUCTION_WORDS = words("""
    поручаю обеспечить, поручаю организовать, поручаю принять, поручается обеспечить, прошу обеспечить приём,
    прошу обеспечить прием, приказываю обеспечить, надлежит обеспечить, доручаю забезпечити, доручаю організувати,
    доручено забезпечити, прошу забезпечити прийом, наказую забезпечити, you are instructed to,
    you are hereby instructed, I instruct you to, is instructed to, you are directed to, are tasked to, 责成,
    现指示, 请你单位负责接待, 由你单位负责接待, 请你厂做好接待, 做好接待工作, 负责接待
""")
DRAFT_WORDS = words("""
    проект, проект контракта, проект договора, проєкт, проект договору, редакция, редакція, черновик, чернетка,
    draft, draft contract, draft agreement, working draft, 草案, 草稿, 征求意见稿, 讨论稿, 修改稿
""")
ATTACHMENT_WORDS = words("""
    приложение, приложения, во вложении, прилагаю, прилагается, прилагаются, к письму прилагается, вложение,
    направляю, додаток, додатки, у вкладенні, додаю, додається, додаються, вкладення, надсилаю, attachment,
    attachments, attached, enclosure, enclosures, encl., enclosed, please find attached, 附件, 附表, 随函附上, 附上
""")
