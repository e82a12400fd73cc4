"""A Chinese state trading house: its own contracts, annexes, itineraries, register extracts and declarations."""

from __future__ import annotations

import json
from datetime import date

from cases import kit
from cases.kit import World, item, money, payment
from corrobora.sample import paper
from corrobora.sample.people import ChinesePerson

ROUTES = {"CZ8101": ("CAN", "SVO"), "CZ8102": ("SVO", "CAN"), "CA987": ("PEK", "LED"), "CA988": ("LED", "PEK")}
POSTS = ("总经理", "副总工程师", "项目经理", "高级工程师", "翻译", "采购部主任")
BUYER = ["华岳国际贸易有限公司", "Huayue International Trade Co., Ltd", "ООО «Хуаюэ Трейд»"]
SELLER = ["АО «Невский прибор»", "Nevsky Pribor JSC", "涅瓦仪器股份公司"]


def state() -> World:
    """The world of 华岳国际贸易有限公司."""
    w = World("state", 23, ROUTES)
    people = w.guests(10)
    first, later, off = people[:4], people[4:9], people[9:]
    host = w.host("Карташов Илья Романович", "Kartashov Ilia", "Карташов И.Р.")
    one, two = (date(2021, 10, 18), date(2021, 10, 22)), (date(2022, 6, 6), date(2022, 6, 10))
    w.visit("V1", ("圣彼得堡", "Санкт-Петербург", "Saint Petersburg"), one, first, hosts=[host])
    w.visit("V2", ("莫斯科", "Москва", "Moscow"), two, later, hosts=[])
    w.visit("V3", ("喀山", "Казань", "Kazan"), (date(2022, 9, 19), date(2022, 9, 22)), off, status="cancelled")
    _visits(w, first, later, off)
    _contracts(w)
    _chain(w)
    _owners(w)
    w.trips("V1", one, first, ("CA987", "CA988"))
    w.trips("V2", two, later, ("CZ8101", "CZ8102"))
    w.crowd(2500, date(2021, 9, 1), 300)
    w.table("旅客名单.csv", _tickets, w.rows, True)
    w.table("border_ru.tsv", _border, [r for r in w.rows if w.dice.random() < 0.85], False)
    return w


def _visits(w: World, first: list[ChinesePerson], later: list[ChinesePerson], off: list[ChinesePerson]) -> None:
    w.leak["出访/2021/出国任务批件.pdf"] = paper.pdf(
        [
            "华岳国际贸易有限公司文件",
            "华岳外〔2021〕37号",
            "关于赴俄罗斯圣彼得堡执行技术考察任务的请示",
            "集团外事办公室：",
            f"为推进合作项目，我公司拟派{first[0].hanzi}等4人组团，于2021年10月18日至22日赴俄罗斯圣彼得堡，与涅瓦仪器股份公司进行技术交流，在外停留5天。",
            "妥否，请批示。",
            "附件：出访人员名单",
            "华岳国际贸易有限公司",
            "2021年9月15日",
        ],
        "请示",
        "2021-09-15",
    )
    w.leak["出访/2021/出访人员名单.xlsx"] = paper.xlsx(
        {
            "名单": [
                ["附件：出访人员名单（华岳外〔2021〕37号）"],
                ["序号", "姓 名", "性别", "出生日期", "护照号码", "职务", "拼音"],
                *[
                    [n, g.hanzi, "男", w.birth(g, "%Y.%m.%d"), w.passport(g), POSTS[n - 1], g.passport_name]
                    for n, g in enumerate(first, 1)
                ],
            ]
        }
    )
    w.leak["出访/2021/日程.docx"] = paper.docx(
        [
            "行程单",
            "团组：华岳公司赴俄技术考察团（编号：华岳外〔2021〕37号）",
            [
                ["日期", "内容", "地点"],
                ["10月18日", "乘CA987航班抵达圣彼得堡", "圣彼得堡"],
                ["10月19日", "参观涅瓦仪器股份公司", "圣彼得堡"],
                ["10月22日", "乘CA988航班回国", "圣彼得堡"],
            ],
        ]
    )
    w.leak["出访/2021/会谈纪要.docx"] = paper.docx(
        [
            "会 谈 纪 要",
            "时间：二〇二一年十月二十日",
            "地点：圣彼得堡，涅瓦仪器股份公司",
            "中方参加人员：" + "、".join(g.hanzi for g in first),
            "俄方参加人员：Карташов И.Р.（总经理）",
            "一、双方就合同执行情况交换了意见。",
            "二、双方同意继续推进合作。",
        ]
    )
    w.leak["出访/2022/邀请函.pdf"] = paper.pdf(
        [
            "АО «Невский прибор»",
            "Исх. № НП-214 от 25.04.2022",
            "ПРИГЛАШЕНИЕ",
            "Приглашаем специалистов компании «Хуаюэ» посетить г. Москву с 6 по 10 июня 2022 года для проведения переговоров:",
            *[
                f"{n}) {g.palladius} ({g.passport_name})"
                + (f", дата рождения {w.birth(g)}" if w.birth(g) else "")
                + (f", паспорт {w.passport(g)}" if w.passport(g) else "")
                for n, g in enumerate(later, 1)
            ],
            "Генеральный директор                               И.Р. Карташов",
        ],
        "Приглашение",
        "2022-04-25",
    )
    w.leak["出访/2022/出访报告.docx"] = paper.docx(
        [
            "关于赴俄罗斯莫斯科出访情况的报告",
            "华岳外〔2022〕19号",
            "根据АО «Невский прибор»2022年4月25日НП-214号邀请函，我公司代表团一行5人于2022年6月6日至10日访问了莫斯科。代表团成员："
            + "，".join(f"{g.hanzi}（{POSTS[n]}）" for n, g in enumerate(later))
            + "。",
            "6月8日，代表团与俄方举行会谈。",
            "华岳国际贸易有限公司",
            "2022年6月20日",
        ]
    )
    w.leak["出访/2022/喀山.docx"] = paper.docx(
        [
            "华岳外〔2022〕31号",
            f"我公司拟派{off[0].hanzi}（{off[0].passport_name}）于2022年9月19日至22日赴喀山考察。",
            "2022年8月10日",
        ]
    )
    w.leak["出访/2022/喀山取消.docx"] = paper.docx(
        [
            "华岳外〔2022〕33号",
            "原定于2022年9月19日至22日的喀山考察任务（华岳外〔2022〕31号）因故取消。",
            "2022年9月5日",
        ]
    )


def _contracts(w: World) -> None:
    w.contract(
        "HY-RU-2021-056", "signed", money(38_400_000, "CNY"), signed="2021-12-08",
        items=[item(8, 3_600_000, "CNY"), item(24, 400_000, "CNY")],
        payments=[payment(30, 11_520_000, "2022-01-15", "CNY"), payment(60, 23_040_000, "2022-08-31", "CNY"), payment(10, 3_840_000, "2023-03-31", "CNY")],
        deliveries=[{"latest": "2022-12-31"}], arithmetic=[{"check": "total", "ok": True}],
    )  # fmt: skip
    w.leak["合同/HY-RU-2021-056/合同正文.docx"] = paper.docx(
        [
            "采 购 合 同",
            "合同编号：HY-RU-2021-056",
            "签订日期：2021年12月8日　　签订地点：广州",
            "买方：华岳国际贸易有限公司",
            "卖方：涅瓦仪器股份公司（АО «Невский прибор»）",
            "第一条 货物名称、数量、单价",
            [
                ["序号", "货物名称", "规格型号", "数量（套）", "单价（万元）", "总价（万元）"],
                ["1", "惯性导航装置", "NP-7", "8", "360", "2880"],
                ["2", "陀螺组件", "NP-7G", "24", "40", "960"],
                ["合计", "", "", "", "", "3840"],
            ],
            "第二条 合同总价为人民币叁仟捌佰肆拾万元整（¥38,400,000.00）。",
            "第三条 付款方式：合同总价的30%于2022年1月15日前支付；60%于2022年8月31日前支付；余款10%于2023年3月31日前支付。",
            "第四条 交货期：不迟于2022年12月31日。",
            "买方（盖章）：　　　　　　　卖方（盖章）：",
        ]
    )
    w.leak["合同/HY-RU-2021-056/合同草案.docx"] = paper.docx(
        [
            "采购合同（草案）",
            "合同编号：HY-RU-2021-056",
            "买方：华岳国际贸易有限公司",
            "卖方：涅瓦仪器股份公司",
            "合同总价为人民币3,480万元。",
        ]
    )
    w.contract("HY-2020-11", "reported", money(150_000_000, "USD"), signed="2020-07-16")
    w.leak["合同/情况说明.docx"] = paper.docx(
        [
            "关于合同执行情况的说明",
            "2020年7月16日签订的HY-2020-11号合同，合同金额1.5亿美元，目前已执行完毕。",
        ]
    )


def _chain(w: World) -> None:
    w.leak["单证/发票.pdf"] = paper.pdf(
        [
            "COMMERCIAL INVOICE 商业发票",
            "Invoice No. 发票号: XT-220317    Date 日期: 2022-03-17",
            "Seller 卖方: Dongguan Xintai Sensors Co., Ltd",
            "Buyer 买方: Huayue International Trade Co., Ltd",
            [
                ["Description 品名", "Qty 数量", "Unit Price 单价 USD", "Amount 金额 USD"],
                ["Laser sensor XT-90 激光传感器", "40", "2,150.00", "86,000.00"],
                ["TOTAL 合计", "40", "", "86,000.00"],
            ],
        ],
        "Invoice",
        "2022-03-17",
    )
    w.leak["单证/счет.xlsx"] = paper.xlsx(
        {
            "Счет": [
                ["Счет № 44/HY от 11.04.2022"],
                ["Продавец:", "Huayue International Trade Co., Ltd"],
                ["Покупатель:", SELLER[0]],
                ["№", "Наименование", "Количество", "Цена, CNY", "Сумма, CNY"],
                [1, "Лазерный датчик XT-90", 40, 17500, 700000],
                ["", "Итого к оплате", "", "", 700000],
            ]
        }
    )
    w.leak["银行/2022-04 对账单.xlsx"] = paper.xlsx(
        {
            "对账单": [
                ["户名：华岳国际贸易有限公司", "币种：CNY"],
                ["交易日期", "对方户名", "借方金额", "贷方金额", "摘要"],
                ["2022-04-19", "Nevsky Pribor JSC", "", 700000, "INVOICE 44/HY DD 11.04.2022"],
                ["2022-04-21", "物业公司", 3200, "", "房租"],
            ]
        }
    )
    w.truth["supply"] = [
        {
            "supplier": ["Dongguan Xintai Sensors Co., Ltd"], "intermediaries": [BUYER], "receiver": SELLER, "quantity": 40,
            "value": money(86_000), "date": "2022-03-17",
            "other_values": [money(700_000, "CNY") | {"date": "2022-04-11"}, money(700_000, "CNY") | {"date": "2022-04-19"}],
        }
    ]  # fmt: skip


def _owners(w: World) -> None:
    owner = "田文博"
    w.truth["people"].append(
        {
            "id": owner,
            "role": "owner",
            "hanzi": owner,
            "russian": "Тянь Вэньбо",
            "pinyin": "Tian Wenbo",
            "positions": [],
        }
    )
    w.truth["ownership"] = [{"owner": [owner, "Тянь Вэньбо"], "asset": BUYER, "share": 42.0, "path": []}]
    w.leak["公司资料/营业执照及股东.pdf"] = paper.pdf(
        [
            "企业信用信息公示报告",
            "企业名称：华岳国际贸易有限公司",
            "统一社会信用代码：91440101MA5CK3XU2P",
            "法定代表人：田文博",
            "成立日期：2018年03月06日",
            "股东及出资信息",
            [
                ["股东名称", "持股比例", "认缴出资额（万元）"],
                ["广州岳峰投资有限公司", "60%", "600"],
                ["李秀敏", "40%", "400"],
            ],
        ],
        "公示报告",
        "2022-01-10",
    )
    lines = [
        {"企业名称": BUYER[0], "统一社会信用代码": "91440101MA5CK3XU2P", "成立日期": "2018-03-06", "股东": "广州岳峰投资有限公司", "持股比例": "60%"},
        {"企业名称": BUYER[0], "统一社会信用代码": "91440101MA5CK3XU2P", "成立日期": "2018-03-06", "股东": "李秀敏", "持股比例": "40%"},
        {"企业名称": "广州岳峰投资有限公司", "统一社会信用代码": "91440101MA59XK1T3Q", "成立日期": "2016-11-01", "股东": owner, "持股比例": "70%"},
        {"企业名称": "广州岳峰投资有限公司", "统一社会信用代码": "91440101MA59XK1T3Q", "成立日期": "2016-11-01", "股东": "周敏", "持股比例": "30%"},
    ]  # fmt: skip
    lines += [
        {"企业名称": f"佛山测试{n}号有限公司", "统一社会信用代码": f"91440600MA4{n:07d}", "成立日期": "2015-01-01", "股东": f"张伟{n % 7}", "持股比例": "100%"}
        for n in range(120)
    ]  # fmt: skip
    w.records["工商登记.jsonl"] = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode()
    listed = [
        ["Name of Entity", "Listed On", "Program", "Country"],
        ["NEVSKY PRIBOR JSC", "03/28/2022", "RUSSIA", "RU"],
    ]
    listed += [[f"SAMPLE WORKS {n} LLC", "06/01/2019", "RUSSIA", "RU"] for n in range(60)]
    w.records["list_us.csv"] = kit.delimited(listed)
    w.truth["sanctions"] = [
        {
            "target": SELLER, "since": "2022-03-28",
            "exposure": [{"date": "2022-04-11", "before_listing": False}],
        }
    ]  # fmt: skip


def _tickets(rows: list[kit.Row]) -> bytes:
    table = [["航班号", "航班日期", "出发", "到达", "旅客姓名", "证件号", "出生日期"]]
    for r in rows:
        born = date.fromisoformat(r.birth).strftime("%Y年%m月%d日") if r.birth else ""
        name = r.person.hanzi if r.birth.endswith(("1", "5", "8")) else r.person.passport_name.replace(" ", "/")
        table.append([r.flight, r.day.strftime("%Y/%m/%d"), r.origin, r.target, name, r.document, born])
    return kit.delimited(table, ",", "gb18030")


def _border(rows: list[kit.Row]) -> bytes:
    table = [["SURNAME", "GIVEN NAMES", "DOB", "CITIZEN", "DOC", "CROSSED", "WAY", "POST"]]
    for r in rows:
        born = date.fromisoformat(r.birth).strftime("%d %b %Y").upper() if r.birth else ""
        way = "ENTRY" if r.target in ("SVO", "LED") else "EXIT"
        given = " ".join(r.person.given).upper()
        table.append(
            [
                r.person.family.upper(),
                given,
                born,
                "CHN",
                r.document,
                r.day.strftime("%d %b %Y").upper(),
                way,
                "Pulkovo",
            ]
        )
    return kit.delimited(table, "\t", "utf-16")
