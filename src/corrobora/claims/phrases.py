"""What a claim says, in Russian, Ukrainian and Chinese: forms with places for names, days and sums.

Names stand in the nominative wherever a case ending would have to be guessed ("поставщик — АО «Пример»"). A form that
does not exist in a language leaves the claim untold in it.
"""

from __future__ import annotations

from corrobora.model.findings import Grade

MONTHS = {
    "ru": ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
    "uk": ["січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"],
}
MONTH_NAMES = {
    "ru": ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"],
    "uk": ["січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень", "вересень", "жовтень", "листопад", "грудень"],
}
CURRENCIES = {
    "ru": {"USD": "долл. США", "EUR": "евро", "RUB": "руб.", "CNY": "юаней", "UAH": "грн"},
    "uk": {"USD": "дол. США", "EUR": "євро", "RUB": "руб.", "CNY": "юанів", "UAH": "грн"},
    "zh": {"USD": "美元", "EUR": "欧元", "RUB": "卢布", "CNY": "元人民币", "UAH": "格里夫纳"},
}
PLURALS = {
    "ru": {"day": "день дня дней", "person": "человек человека человек", "visit": "визит визита визитов",
           "piece": "штука штуки штук", "paper": "документ документа документов",
           "case": "запись записи записей"},
    "uk": {"day": "день дні днів", "person": "особа особи осіб", "visit": "візит візити візитів",
           "piece": "штука штуки штук", "paper": "документ документи документів",
           "case": "запис записи записів"},
    "zh": {"day": "天", "person": "人", "visit": "次访问", "piece": "件", "paper": "份文件",
           "case": "条记录"},
}  # fmt: skip
AND = {"ru": " и ", "uk": " та ", "zh": "和"}
COMMA = {"ru": ", ", "uk": ", ", "zh": "、"}
JOIN = {"ru": "; ", "uk": "; ", "zh": "，"}

FRAMES: dict[Grade, dict[str, str]] = {
    Grade.CONFIRMED: {
        "ru": "{clause}; это подтверждают независимые друг от друга источники: {sources}.",
        "uk": "{clause}; це підтверджують незалежні одне від одного джерела: {sources}.",
        "zh": "{clause}；彼此独立的来源（{sources}）均证实这一点。",
    },
    Grade.PROBABLE: {
        "ru": "Скорее всего, {clause}.", "uk": "Найімовірніше, {clause}.", "zh": "很可能，{clause}。",
    },
    Grade.POSSIBLE: {
        "ru": "Возможно, {clause}; проверить это не удалось.", "uk": "Можливо, {clause}; перевірити це не вдалося.",
        "zh": "可能，{clause}；这一点未能核实。",
    },
    Grade.UNVERIFIED: {
        "ru": "Как следует из источника ({sources}), {clause}; независимо подтвердить это не удалось.",
        "uk": "Як випливає з джерела ({sources}), {clause}; незалежно підтвердити це не вдалося.",
        "zh": "据{sources}，{clause}；这一点未得到独立证实。",
    },
    Grade.CONTRADICTED: {
        "ru": "Есть сведения, что {clause}, однако другие данные этому противоречат.",
        "uk": "Є відомості, що {clause}, проте інші дані цьому суперечать.",
        "zh": "有材料称，{clause}；但其他材料与此不符。",
    },
}  # fmt: skip
SEVERAL = {"ru": ("из источника (", "из источников ("), "uk": ("з джерела (", "з джерел (")}
"""What changes in a frame where it names more than one source."""
GRADES: dict[Grade, dict[str, str]] = {
    Grade.CONFIRMED: {"ru": "подтверждено", "uk": "підтверджено", "zh": "已证实"},
    Grade.PROBABLE: {"ru": "вероятно", "uk": "імовірно", "zh": "很可能"},
    Grade.POSSIBLE: {"ru": "возможно", "uk": "можливо", "zh": "可能"},
    Grade.UNVERIFIED: {"ru": "не проверено независимо", "uk": "незалежно не перевірено", "zh": "未经独立核实"},
    Grade.CONTRADICTED: {"ru": "противоречиво", "uk": "суперечливо", "zh": "存在矛盾"},
}
AUTHORITIES = {
    "Office of Foreign Assets Control": {
        "ru": "Управление по контролю за иностранными активами Минфина США",
        "uk": "Управління з контролю за іноземними активами Мінфіну США", "zh": "美国财政部外国资产控制办公室",
    },
    "Council of the European Union": {
        "ru": "Совет Европейского союза", "uk": "Рада Європейського Союзу", "zh": "欧洲联盟理事会",
    },
    "United Nations Security Council": {
        "ru": "Совет Безопасности ООН", "uk": "Рада Безпеки ООН", "zh": "联合国安全理事会",
    },
}  # fmt: skip
EVENTS = {
    "arrival": {"ru": "прибытие", "uk": "прибуття", "zh": "抵达"},
    "enlistment": {"ru": "поступление на службу", "uk": "вступ на службу", "zh": "入伍"},
    "admission": {"ru": "поступление в больницу", "uk": "госпіталізація", "zh": "入院"},
    "death": {"ru": "смерть", "uk": "смерть", "zh": "死亡"},
    "wound": {"ru": "ранение", "uk": "поранення", "zh": "受伤"},
    "capture": {"ru": "взятие в плен", "uk": "взяття в полон", "zh": "被俘"},
    "employment": {"ru": "приём на работу", "uk": "прийом на роботу", "zh": "入职"},
    "discharge": {"ru": "увольнение", "uk": "звільнення", "zh": "退役"},
    "return": {"ru": "возвращение", "uk": "повернення", "zh": "返回"},
}
STATES = {
    "dead": {"ru": "смерть", "uk": "смерть", "zh": "死亡"},
    "wounded": {"ru": "ранение", "uk": "поранення", "zh": "受伤"},
    "captured": {"ru": "плен", "uk": "полон", "zh": "被俘"},
    "returned": {"ru": "возвращение", "uk": "повернення", "zh": "已返回"},
    "unknown": {"ru": "судьба неизвестна", "uk": "доля невідома", "zh": "下落不明"},
}
COUNTRIES = {
    line.split("|")[0].strip(): dict(zip(("ru", "uk", "zh"), (w.strip() for w in line.split("|")[1:]), strict=True))
    for line in """
    Chinese|Китай|Китай|中国
    Russian|Россия|Росія|俄罗斯
    Ukrainian|Украина|Україна|乌克兰
    Belarusian|Белоруссия|Білорусь|白俄罗斯
    Kazakh|Казахстан|Казахстан|哈萨克斯坦
    Uzbek|Узбекистан|Узбекистан|乌兹别克斯坦
    Tajik|Таджикистан|Таджикистан|塔吉克斯坦
    Kyrgyz|Киргизия|Киргизстан|吉尔吉斯斯坦
    Turkmen|Туркмения|Туркменістан|土库曼斯坦
    Armenian|Армения|Вірменія|亚美尼亚
    Azerbaijani|Азербайджан|Азербайджан|阿塞拜疆
    Georgian|Грузия|Грузія|格鲁吉亚
    Moldovan|Молдавия|Молдова|摩尔多瓦
    Nepalese|Непал|Непал|尼泊尔
    Indian|Индия|Індія|印度
    Cuban|Куба|Куба|古巴
    North Korean|КНДР|КНДР|朝鲜
    South Korean|Южная Корея|Південна Корея|韩国
    Vietnamese|Вьетнам|Вʼєтнам|越南
    Mongolian|Монголия|Монголія|蒙古
    Iranian|Иран|Іран|伊朗
    Iraqi|Ирак|Ірак|伊拉克
    Syrian|Сирия|Сирія|叙利亚
    Turkish|Турция|Туреччина|土耳其
    US|США|США|美国
    British|Великобритания|Велика Британія|英国
    German|Германия|Німеччина|德国
    French|Франция|Франція|法国
    Italian|Италия|Італія|意大利
    Spanish|Испания|Іспанія|西班牙
    Polish|Польша|Польща|波兰
    Serbian|Сербия|Сербія|塞尔维亚
    Emirati|ОАЭ|ОАЕ|阿联酋
    Egyptian|Египет|Єгипет|埃及
    Pakistani|Пакистан|Пакистан|巴基斯坦
    Afghan|Афганистан|Афганістан|阿富汗
    Bangladeshi|Бангладеш|Бангладеш|孟加拉国
    Sri Lankan|Шри-Ланка|Шрі-Ланка|斯里兰卡
    Colombian|Колумбия|Колумбія|哥伦比亚
    Brazilian|Бразилия|Бразилія|巴西
    Kenyan|Кения|Кенія|肯尼亚
    Cameroonian|Камерун|Камерун|喀麦隆
    Nigerian|Нигерия|Нігерія|尼日利亚
    Ghanaian|Гана|Гана|加纳
    Yemeni|Йемен|Ємен|也门
    """.strip().splitlines()
}
GROUPS = {
    "people": {"ru": "все лица", "uk": "усі особи", "zh": "全体人员"},
    "foreign citizens": {"ru": "иностранные граждане", "uk": "іноземні громадяни", "zh": "外国公民"},
    **{
        f"{demonym} citizens": {"ru": f"гражданство: {n['ru']}", "uk": f"громадянство: {n['uk']}", "zh": f"{n['zh']}公民"}
        for demonym, n in COUNTRIES.items()
    },
}
STEPS = {
    "rule": {"ru": "введение правила", "uk": "запровадження правила", "zh": "规定出台"},
    "public notice": {"ru": "публичное сообщение", "uk": "публічне повідомлення", "zh": "公开通告"},
    "paper on tests": {"ru": "документ об испытаниях", "uk": "документ про випробування", "zh": "测试文件"},
    "relations broken off": {"ru": "разрыв отношений", "uk": "розрив відносин", "zh": "中断往来"},
    "relations taken up again": {"ru": "возобновление отношений", "uk": "поновлення відносин", "zh": "恢复往来"},
    "public event": {"ru": "публичное мероприятие", "uk": "публічний захід", "zh": "公开活动"},
    "meeting": {"ru": "встреча", "uk": "зустріч", "zh": "会面"},
    "visit": {"ru": "визит", "uk": "візит", "zh": "访问"},
}
PAPERS = {
    "letter": {"ru": "письмо", "uk": "лист", "zh": "函"}, "request": {"ru": "запрос", "uk": "запит", "zh": "请求"},
    "instruction": {"ru": "поручение", "uk": "доручення", "zh": "指示"},
    "minutes": {"ru": "протокол", "uk": "протокол", "zh": "纪要"},
    "answer": {"ru": "ответ", "uk": "відповідь", "zh": "答复"}, "reply": {"ru": "ответ", "uk": "відповідь", "zh": "答复"},
    "mail": {"ru": "электронное письмо", "uk": "електронний лист", "zh": "电子邮件"},
    "chat": {"ru": "переписка в мессенджере", "uk": "листування в месенджері", "zh": "聊天记录"},
    "order": {"ru": "приказ", "uk": "наказ", "zh": "命令"}, "report": {"ru": "отчёт", "uk": "звіт", "zh": "报告"},
    "contract": {"ru": "контракт", "uk": "контракт", "zh": "合同"},
    "programme": {"ru": "программа", "uk": "програма", "zh": "日程"},
    "invoice": {"ru": "счёт", "uk": "рахунок", "zh": "发票"}, "list": {"ru": "список", "uk": "список", "zh": "名单"},
    "memo": {"ru": "служебная записка", "uk": "службова записка", "zh": "备忘录"},
    "notice": {"ru": "уведомление", "uk": "повідомлення", "zh": "通知"},
    "power_of_attorney": {"ru": "доверенность", "uk": "довіреність", "zh": "授权书"},
    "bill_of_lading": {"ru": "коносамент", "uk": "коносамент", "zh": "提单"},
    "press_release": {"ru": "пресс-релиз", "uk": "пресреліз", "zh": "新闻稿"},
    "cv": {"ru": "резюме", "uk": "резюме", "zh": "简历"},
    "other": {"ru": "документ", "uk": "документ", "zh": "文件"},
}  # fmt: skip

SAID: dict[str, dict[str, str]] = {
    "visit happened": {"ru": "состоялся визит делегации ({group}): {place}, {days}",
                       "uk": "відбувся візит делегації ({group}): {place}, {days}",
                       "zh": "代表团（{group}）{days}访问了{place}"},
    "visit planned": {"ru": "планировался визит делегации ({group}): {place}, {days}",
                      "uk": "планувався візит делегації ({group}): {place}, {days}",
                      "zh": "代表团（{group}）计划{days}访问{place}"},
    "visit cancelled": {"ru": "визит делегации ({group}) отменён: {place}, {days}",
                        "uk": "візит делегації ({group}) скасовано: {place}, {days}",
                        "zh": "代表团（{group}）原定{days}对{place}的访问已取消"},
    "unnamed": {"ru": "имена не названы", "uk": "імена не названо", "zh": "未列姓名"},
    "from to": {"ru": "с {start} по {end}", "uk": "з {start} до {end}", "zh": "{start}至{end}"},
    "contract draft": {"ru": "существует проект контракта {name}", "uk": "існує проєкт контракту {name}",
                       "zh": "合同{name}有一份草案"},
    "contract signed": {"ru": "контракт {name} подписан {day}", "uk": "контракт {name} підписано {day}",
                        "zh": "合同{name}于{day}签署"},
    "contract signed undated": {"ru": "контракт {name} подписан", "uk": "контракт {name} підписано", "zh": "合同{name}已签署"},
    "contract reported": {"ru": "о контракте {name} говорится в других документах",
                          "uk": "про контракт {name} йдеться в інших документах", "zh": "其他文件提到合同{name}"},
    "as signed": {"ru": "он назван подписанным {day}", "uk": "його названо підписаним {day}", "zh": "称其于{day}签署"},
    "parties": {"ru": "стороны — {names}", "uk": "сторони — {names}", "zh": "双方为{names}"},
    "sum": {"ru": "сумма — {sum}", "uk": "сума — {sum}", "zh": "金额为{sum}"},
    "supply": {"ru": "поставщик — {supplier}, получатель — {receiver}",
               "uk": "постачальник — {supplier}, одержувач — {receiver}", "zh": "供应方为{supplier}，接收方为{receiver}"},
    "through": {"ru": "посредник — {names}", "uk": "посередник — {names}", "zh": "中间商为{names}"},
    "goods": {"ru": "товар — {goods}", "uk": "товар — {goods}", "zh": "货物为{goods}"},
    "amount": {"ru": "количество — {count}", "uk": "кількість — {count}", "zh": "数量为{count}"},
    "date": {"ru": "дата — {day}", "uk": "дата — {day}", "zh": "日期为{day}"},
    "owns": {"ru": "владелец {share} % компании {asset} — {owner}", "uk": "власник {share} % компанії {asset} — {owner}",
             "zh": "{owner}持有{asset}{share}%的股份"},
    "owns unstated": {"ru": "владелец компании {asset} — {owner}", "uk": "власник компанії {asset} — {owner}",
                      "zh": "{owner}是{asset}的所有者"},
    "by way of": {"ru": "через: {names}", "uk": "через: {names}", "zh": "经由{names}"},
    "listed": {"ru": "{target} находится в санкционном списке ({authority}) с {day}",
               "uk": "{target} перебуває в санкційному списку ({authority}) з {day}",
               "zh": "{target}自{day}起被列入制裁名单（{authority}）"},
    "after listing": {"ru": "событий из документов в этот день или позже: {count}",
                      "uk": "подій із документів у цей день або пізніше: {count}", "zh": "文件中有{count}个事件发生在当日或之后"},
    "mismatch": {"ru": "вид деятельности компании {company} по реестру — {activity}, между тем она имела дело с товаром: {goods}",
                 "uk": "вид діяльності компанії {company} за реєстром — {activity}, тим часом вона мала справу з товаром: {goods}",
                 "zh": "{company}登记的经营范围为{activity}，却经手了{goods}"},
    "aircraft seen": {"ru": "борт {number} ({type}) замечен в месте: {place}, {day}",
                      "uk": "борт {number} ({type}) помічено в місці: {place}, {day}", "zh": "{type}飞机{number}于{day}出现在{place}"},
    "aircraft planned": {"ru": "борт {number} ({type}) должны были показать: {place}, {day}",
                         "uk": "борт {number} ({type}) мали показати: {place}, {day}", "zh": "{type}飞机{number}计划于{day}在{place}展示"},
    "owner": {"ru": "владелец по реестру — {owner}", "uk": "власник за реєстром — {owner}", "zh": "登记所有者为{owner}"},
    "fate": {"ru": "в списке против имени {person} значится: {state}", "uk": "у списку навпроти імені {person} значиться: {state}",
             "zh": "名单上{person}的状态为：{state}"},
    "registered after": {"ru": "компания {company} зарегистрирована через {count} после встречи ({day})",
                         "uk": "компанію {company} зареєстровано через {count} після зустрічі ({day})",
                         "zh": "{company}在会面（{day}）后{count}注册"},
    "in order": {"ru": "сначала — {first}, {first_day}, затем — {second}, {second_day}",
                 "uk": "спершу — {first}, {first_day}, потім — {second}, {second_day}",
                 "zh": "先是{first_day}的{first}，后是{second_day}的{second}"},
    "not because": {"ru": "из одной очерёдности причина не следует", "uk": "із самої послідовності причина не випливає",
                    "zh": "先后顺序本身不说明因果"},
    "changed": {"ru": "между двумя редакциями контракта {name} изменилось: {changes}",
                "uk": "між двома редакціями контракту {name} змінилося: {changes}", "zh": "合同{name}的两个版本之间有变动：{changes}"},
    "change": {"ru": "{item} — с {first} на {second}", "uk": "{item} — з {first} на {second}", "zh": "{item}由{first}改为{second}"},
    "dropped": {"ru": "{item} — было {first}, теперь нет", "uk": "{item} — було {first}, тепер немає", "zh": "{item}原为{first}，现已删去"},
    "new": {"ru": "{item} — не было, теперь {second}", "uk": "{item} — не було, тепер {second}", "zh": "新增{item}，数量{second}"},
    "owed payment": {"ru": "{debtor} по контракту {name} должно было уплатить {sum}, срок — {day}",
                     "uk": "{debtor} за контрактом {name} мало сплатити {sum}, строк — {day}",
                     "zh": "根据合同{name}，{debtor}应付{sum}，期限为{day}"},
    "owed delivery": {"ru": "поставка по контракту {name} ({goods}), за которую отвечает {debtor}, должна была состояться, срок — {day}",
                      "uk": "постачання за контрактом {name} ({goods}), за яке відповідає {debtor}, мало відбутися, строк — {day}",
                      "zh": "根据合同{name}，{debtor}应交付{goods}，期限为{day}"},
    "all goods": {"ru": "весь товар", "uk": "увесь товар", "zh": "全部货物"},
    "the goods": {"ru": "товар", "uk": "товар", "zh": "货物"},
    "one party": {"ru": "одна из сторон", "uk": "одна зі сторін", "zh": "其中一方"},
    "late": {"ru": "документ, составленный не менее чем через {count}, говорит, что это не исполнено или исполнено с опозданием",
             "uk": "документ, складений щонайменше через {count}, свідчить, що це не виконано або виконано із запізненням",
             "zh": "至少{count}之后的一份文件仍称其迟延或未履行"},
    "paid late": {"ru": "исполнено с опозданием на {count}", "uk": "виконано із запізненням на {count}", "zh": "迟延{count}履行"},
    "chain": {"ru": "документы ссылаются друг на друга по номерам ({count}): {links}",
              "uk": "документи посилаються один на одного за номерами ({count}): {links}", "zh": "{count}按编号相互引用：{links}"},
    "payments": {"ru": "плательщик — {payer}, получатель — {payee}, последний платёж — {day}",
                 "uk": "платник — {payer}, одержувач — {payee}, останній платіж — {day}",
                 "zh": "{payer}向{payee}付款，最后一笔日期为{day}"},
    "before listing": {"ru": "тогда получатель ещё не был в санкционном списке", "uk": "тоді одержувач ще не був у санкційному списку",
                       "zh": "当时收款方尚未被列入制裁名单"},
    "already listed": {"ru": "тогда получатель уже был в санкционном списке", "uk": "тоді одержувач уже був у санкційному списку",
                       "zh": "当时收款方已被列入制裁名单"},
    "court case": {"ru": "{party} — сторона судебного дела {case}", "uk": "{party} — сторона судової справи {case}",
                   "zh": "{party}是案件{case}的当事人"},
    "about": {"ru": "предмет (в оригинале): «{what}»", "uk": "предмет (в оригіналі): «{what}»", "zh": "案由（原文）：“{what}”"},
    "lag": {"ru": "{person}: {first} — {first_day}, {second} — {second_day}, между ними {count}",
            "uk": "{person}: {first} — {first_day}, {second} — {second_day}, між ними {count}",
            "zh": "{person}：{first_day}{first}，{second_day}{second}，相隔{count}"},
    "same day": {"ru": "{person}: {first} и {second} — в один день, {first_day}",
                 "uk": "{person}: {first} і {second} — в один день, {first_day}", "zh": "{person}：{first}与{second}在同一天（{first_day}）"},
    "visits counted": {"ru": "состоялось не менее {count}, {days}", "uk": "відбулося щонайменше {count}, {days}", "zh": "{days}至少有{count}"},
    "cases counted": {"ru": "всего {count} ({event}; {group}), {days}; больше всего ({most}) — {peak}",
                      "uk": "усього {count} ({event}; {group}), {days}; найбільше ({most}) — {peak}",
                      "zh": "{days}共有{count}（{event}；{group}），最多为{peak}（{most}）"},
    "ages": {"ru": "возраст ({event}; {group}) — от {low} до {high}, медиана — {middle}",
             "uk": "вік ({event}; {group}) — від {low} до {high}, медіана — {middle}",
             "zh": "年龄（{event}；{group}）为{low}至{high}岁，中位数{middle}"},
    "lags counted": {"ru": "у {count} от события «{first}» до события «{second}» прошло от {low} до {high} дн.",
                     "uk": "у {count} від події «{first}» до події «{second}» минуло від {low} до {high} дн.",
                     "zh": "{count}从{first}到{second}相隔{low}至{high}天"},
}  # fmt: skip
