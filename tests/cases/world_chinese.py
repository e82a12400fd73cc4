"""A leak that is Chinese throughout."""

from __future__ import annotations

from datetime import date

from cases import kit
from cases.kit import World, item, money, payment
from corrobora.sample import paper

ROUTES = {"CZ349": ("CAN", "SVO"), "CZ350": ("SVO", "CAN"), "CA969": ("PEK", "LED"), "CA970": ("LED", "PEK")}
POSTS = ("副总经理", "总工程师", "高级工程师", "项目经理", "翻译")


def chinese() -> World:
    """The world of 华岳动力集团."""
    w = World("chinese", 45, ROUTES)
    people = w.guests(9)
    first, later = people[:5], people[4:]
    host = w.host("Зуев Антон Львович", "Zuev Anton")
    w.visit("V1", ("喀山", "Казань", "Kazan"), (date(2023, 4, 10), date(2023, 4, 14)), first, hosts=[host])
    w.visit("V2", ("圣彼得堡", "Санкт-Петербург", "Petersburg"), (date(2023, 9, 4), date(2023, 9, 9)), later, hosts=[])
    w.visit("V3", ("新西伯利亚", "Новосибирск", "Novosibirsk"), (date(2023, 11, 6), date(2023, 11, 10)), people[:3], status="cancelled")
    w.leak["国际部/发文/关于赴喀山访问的函.docx"] = paper.docx(
        [
            "华岳动力集团有限公司",
            "华岳函〔2023〕27号",
            "关于派团赴喀山访问的函",
            "喀山发动机制造厂:",
            "为进一步加强双方合作,我公司拟派5人代表团于2023年4月10日至14日赴喀山贵厂访问,就发动机维修项目进行技术交流。",
            "请贵厂协助办理邀请函。代表团名单附后。",
            "华岳动力集团有限公司",
            "2023年3月13日",
            "附件:代表团人员名单",
            [["序号", "姓名", "性别", "出生日期", "护照号码", "职务"]]
            + [[str(n), g.hanzi, "男", w.birth(g, "%Y年%m月%d日"), w.passport(g), POSTS[n % 5]] for n, g in enumerate(first)],
        ]
    )
    w.leak["国际部/会议纪要/会议纪要0412.pdf"] = paper.pdf(
        [
            "会 议 纪 要",
            "时间:2023年4月12日上午9:00",
            "地点:喀山发动机制造厂会议室",
            "中方参加人员:" + "、".join(f"{g.hanzi}({POSTS[n % 5]})" for n, g in enumerate(first)),
            "俄方参加人员:安东·祖耶夫(Зуев Антон Львович,总设计师)",
            "一、双方就HYD-23/06号合同执行情况交换了意见。",
            "二、双方同意于9月在圣彼得堡举行下一轮会谈。",
        ],
        "纪要",
        "2023-04-12",
    )
    w.leak["国际部/发文/出访请示.docx"] = paper.docx(
        [
            "关于赴俄罗斯圣彼得堡参加技术会谈的请示",
            "华岳请〔2023〕61号",
            "集团领导:",
            "根据年度出访计划,拟组织" + "、".join(g.hanzi for g in later) + "等5人于2023年9月4日至9月9日赴俄罗斯圣彼得堡参加技术会谈,在外停留6天。",
            "妥否,请批示。",
            "国际合作部",
            "二〇二三年八月三日",
        ]
    )
    w.leak["国际部/名单/护照信息.html"] = kit.html(
        "名单",
        ["圣彼得堡团组人员护照信息", [["姓名", "姓名拼音", "出生年月日", "护照号", "单位"]]
         + [[g.hanzi, g.passport_name, w.birth(g, "%Y.%m.%d"), w.passport(g), "华岳动力集团"] for g in later]],
        "gb18030",
    )
    w.leak["国际部/总结/出访总结.docx"] = paper.docx(
        [
            "出访总结报告",
            f"以{later[0].hanzi}为团长的代表团一行5人于2023年9月4日至9日访问了圣彼得堡,成员包括"
            + "、".join(g.hanzi for g in later[1:]) + "。访问期间,代表团参观了试验站。",
        ]
    )
    w.leak["国际部/发文/新西伯利亚.docx"] = paper.docx(
        ["华岳函〔2023〕80号", "我公司拟派" + "、".join(g.hanzi for g in people[:3]) + "三人于2023年11月6日至10日访问新西伯利亚。", "2023年10月9日"]
    )
    w.leak["国际部/收文/取消通知.docx"] = paper.docx(
        ["关于取消访问的通知", "因故,原定于2023年11月6日至10日赴新西伯利亚的访问取消,特此通知。", "2023年10月27日"]
    )
    _contracts(w)
    _trade(w)
    w.trips("V1", (date(2023, 4, 10), date(2023, 4, 14)), first, ("CZ349", "CZ350"))
    w.trips("V2", (date(2023, 9, 4), date(2023, 9, 9)), later, ("CA969", "CA970"))
    w.crowd(2500, date(2023, 2, 1), 260)
    w.table("航班旅客.xlsx", _tickets, w.rows, True)
    w.table("出入境记录.csv", _border, [r for r in w.rows if w.dice.random() < 0.85], False)
    return w


def _contracts(w: World) -> None:
    w.contract(
        "HYD-23/06",
        "signed",
        money(36_000_000, "CNY"),
        signed="2023-02-16",
        items=[item(8, 3_500_000, "CNY"), item(20, 400_000, "CNY")],
        payments=[payment(30, 10_800_000, "2023-03-31", "CNY"), payment(70, 25_200_000, "2024-06-30", "CNY")],
        deliveries=[{"latest": "2024-05-31"}],
        arithmetic=[{"check": "total", "ok": True}],
    )
    w.leak["合同/HYD-23-06.docx"] = paper.docx(
        [
            "产品购销合同",
            "合同编号:HYD-23/06",
            "签订日期:2023年2月16日    签订地点:西安",
            "甲方(买方):华岳动力集团有限公司",
            "乙方(卖方):喀山发动机制造厂",
            "第一条 产品名称、数量、价格",
            [
                ["序号", "产品名称", "单位", "数量", "单价(元)", "金额(元)"],
                ["1", "涡轴发动机KM-30", "台", "8", "3,500,000.00", "28,000,000.00"],
                ["2", "备件包", "套", "20", "400,000.00", "8,000,000.00"],
                ["合计", "", "", "", "", "36,000,000.00"],
            ],
            "第二条 合同总价为人民币3600万元(大写:叁仟陆佰万元整)。",
            "第三条 付款方式:甲方应于2023年3月31日前支付合同总价的30%,即人民币1080万元;余款70%,即人民币2520万元,于2024年6月30日前付清。",
            "第四条 交货期:乙方应于2024年5月31日前交付全部产品。",
            "甲方(盖章):                乙方(盖章):",
        ]
    )
    w.contract("HYD-23/19", "draft", money(1_260_000), items=[item(3, 420_000)], deliveries=[{"latest": "2024-12-31"}])
    w.leak["合同/草案.docx"] = paper.docx(
        ["合同(草案)", "合同编号:HYD-23/19", "标的:模拟器SM-1,数量3套,单价42万美元。", "合同总金额:126万美元。", "交货时间:2024年12月31日之前。"]
    )
    w.contract("HYD-22/40", "reported", money(5_800_000, "CNY"), signed="2022-08-09")
    w.leak["国际部/总结/情况说明.docx"] = paper.docx(
        ["关于合同执行情况的说明", "2022年8月9日签订的HYD-22/40号合同,金额580万元人民币,已全部执行完毕。"]
    )


def _trade(w: World) -> None:
    owner = w.host("Калмыков Юрий Егорович", "Kalmykov Yurii", role="owner")
    buyer = ["ООО «Рябина-Торг»", "Ryabina-Torg LLC"]
    maker = ["АО «Камень-Радар»", "Kamen-Radar JSC"]
    w.leak["财务/发票DF-887.pdf"] = paper.pdf(
        [
            "商业发票",
            "发票号码:DF-887    日期:2023年5月22日",
            "卖方:常州东帆无人机有限公司",
            "买方:Ryabina-Torg LLC",
            [["品名", "数量", "单价(美元)", "总价(美元)"], ["无人机 DF-60", "30", "4,200.00", "126,000.00"], ["合计", "30", "", "126,000.00"]],
        ],
        "发票",
        "2023-05-22",
    )
    w.leak["财务/转售.docx"] = paper.docx(
        [
            "商业发票",
            "发票号码:RT-14",
            "开票日期:2023年6月19日",
            "销售方:Ryabina-Torg LLC",
            "购买方:Kamen-Radar JSC",
            [["商品名称", "数量", "单价(元)", "金额(元)"], ["无人机 DF-60", "30", "39,000.00", "1,170,000.00"], ["合计", "", "", "1,170,000.00"]],
        ]
    )
    w.truth["supply"] = [
        {
            "supplier": ["常州东帆无人机有限公司"],
            "intermediaries": [buyer],
            "receiver": maker,
            "quantity": 30,
            "value": money(126_000),
            "date": "2023-05-22",
            "other_values": [money(1_170_000, "CNY") | {"date": "2023-06-19"}],
        }
    ]
    w.truth["ownership"] = [{"owner": [owner], "asset": buyer, "share": 51.0, "path": []}]
    w.leak["财务/股权结构.docx"] = paper.docx(
        ["Ryabina-Torg LLC(ООО «Рябина-Торг»)股权结构", [["股东", "持股比例"], [owner, "51%"], ["Орлик Семён Ильич", "49%"]]]
    )
    listed = [["实体名称", "别名", "列入日期", "制裁机构"], [maker[1], maker[0], "2022年6月28日", "财政部"]]
    listed += [[f"Entity Works {n}", "", "2021年3月5日", "财政部"] for n in range(40)]
    w.records["制裁名单.csv"] = kit.delimited(listed, ",", "gb18030")
    w.truth["sanctions"] = [{"target": maker, "since": "2022-06-28", "exposure": [{"date": "2023-06-19", "before_listing": False}]}]


def _tickets(rows: list[kit.Row]) -> bytes:
    table: list[list[object]] = [["航班旅客信息表"], ["航班号", "起飞日期", "出发地", "目的地", "旅客姓名", "出生日期", "证件号码"]]
    for r in rows:
        name = f"{r.person.family.upper()}/{''.join(r.person.given).upper()}"
        table.append([r.flight, r.day.isoformat(), r.origin, r.target, name, r.birth, r.document])
    return paper.xlsx({"Sheet1": table})


def _border(rows: list[kit.Row]) -> bytes:
    table: list[list[str]] = [["出入境日期", "类型", "口岸", "姓名", "出生日期", "国籍", "证件号码"]]
    for r in rows:
        born = r.birth.replace("-", "")
        way = "出境" if r.origin in ("CAN", "PEK") else "入境"
        table.append([r.day.strftime("%Y%m%d"), way, "广州白云" if "CAN" in (r.origin, r.target) else "北京首都", r.person.hanzi, born, "中国", r.document])
    return kit.delimited(table, ",", "gb18030")
