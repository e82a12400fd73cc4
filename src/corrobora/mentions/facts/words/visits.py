"""Words of visits in four languages: what makes a paragraph speak of one, and how its parts are introduced."""

from __future__ import annotations

import re

from corrobora.mentions.facts.patterns import one_of, words

VISIT = re.compile(
    one_of(
        words("""
    делегация, визит, посещение, пребывание, командирование, командировка, приём делегации, прием делегации, прибытие
    делегации, поездка, специалистов, делегація, візит, відвідання, відвідування, перебування, відрядження, прийом
    делегації, поїздка, фахівців, delegation, visit, reception of the delegation, stay of, business trip, trip,
    specialists, visiting, warm reception, hospitality, guests, experts, visitors, stayed in, will stay in, will come
    to, chinese team, team will, team stayed, nominate, прибывают, прибывает, приезжает, приезжают, находились,
    находилась, перебували, перебувала, приїздять, приїжджає, прибувають, 代表团, 访问, 来访, 出访, 接待, 考察, 参观,
    访, 来厂, 专家组, 专家, 一行
""")
    )
)
CANCELLED = re.compile(
    one_of(
        words("""
    отменён, отменен, отменена, отмена визита, отменяется, отменяем, отменить визит, не состоится,
    визит не состоялся, отменяет, аннулирован, снят с плана, не приедет, скасовано, скасований, скасування,
    скасовується, не відбудеться, відмінено, cancelled, canceled, cancellation, called off, will not take place,
    is cancelled, cancel the visit, 取消, 撤销, 不再进行, 无法成行, 不能成行
""")
    )
)
POSTPONED = re.compile(
    one_of(
        words("""
    перенесён, перенесен, перенести визит, перенести візит, перенести, перенесення, перенести срок, перенос,
    сдвинуть, сместить, изменить срок, відкласти, змінити строки, put off, move the visit, moved from, delayed, delay,
    改至, 推迟至, 延至, 调整至, 更改为, 变更为, переносится, перенос визита, перенос сроков, отложен, отложить,
    новые сроки, перенесено, переноситься, відкладено, postponed, rescheduled, moved to, new dates, shifted to,
    postpone, 推迟, 延期, 改期, 改为, 调整为, 顺延
""")
    )
)
HAPPENED = re.compile(
    r"(?i:состоял\w+\s+(?:[а-яё]+\s+){0,2}(?:встреч|переговор|визит|совещан)\w*|відбул\w+\s+(?:[а-яіїєґ]+\s+){0,2}(?:зустріч|"
    r"перемовин|переговор|візит|нарад)\w*)|"
    + one_of(
        words("""
    состоялась встреча, состоялись переговоры, состоялся визит, посетила, посетил, посетили, прибыла делегация,
    прибыли, принял делегацию, принята делегация, визит завершён, визит завершен, делегация убыла, побывала,
    відбулася зустріч, відбувся візит, відвідала, відвідали, прибула делегація, visited, took place, was held,
    stayed in, находилась, находились, пребывала, пребывали, перебувала, перебували, arrived, received the
    delegation, hosted the delegation, met with, 访问了, 到访, 抵达, 已结束, 圆满结束, 参观了, 举行了, 察看了
""")
    )
)
PLACE_LABEL = re.compile(
    r"(?i:(?<![^\W\d_])(?:место(?:\s+проведения|\s+пребывания|\s+визита|\s+приёма|\s+приема)?|"
    r"місце(?:\s+проведення|\s+перебування|\s+візиту)?|venue|place(?:\s+of\s+(?:visit|stay|reception))?|location"
    r"|destination|город|місто|city|пункт\s+назначения|маршрут|where))\s*[:：—–]\s*"
    r"|(?:地\s*点|访\s*问\s*地\s*点|接\s*待\s*地\s*点|目\s*的\s*地|场\s*所|城\s*市)\s*[:：为是]\s*"
)
PURPOSE_LABEL = re.compile(
    r"(?i:(?<![^\W\d_])(?:цель(?:ю)?(?:\s+(?:визита|приезда|поездки|командировки|посещения|пребывания))?|"
    r"мета(?:\s+(?:візиту|поїздки|відрядження))?|purpose(?:\s+of\s+(?:the\s+)?(?:visit|trip|stay))?"
    r"|objective|aim(?:\s+of\s+(?:the\s+)?visit)?|тема(?:тика)?\s+(?:визита|переговоров)|програма\s+передбачає|"
    r"topic)(?:\s+(?:is|является|є))?)\s*[:：—–]\s*"
    r"|(?:(?:访\s*问|来\s*访)?\s*目\s*的|事\s*由|任\s*务|议\s*题)\s*[:：为是]\s*"
)
PURPOSE_PHRASE = re.compile(
    r"(?i:с\s+целью|в\s+целях|з\s+метою|для\s+(?=участи|ознакомлени|проведени|осмотр|приёмк|приемк|согласован|"
    r"обсужден|участ|ознайомлен|проведенн|огляд|узгоджен|обговорен)|for\s+the\s+purpose\s+of|in\s+order\s+to|"
    r"with\s+a\s+view\s+to)\s+(?P<p>[^.;。\n]{6,160})"
)
SIZE = re.compile(
    r"(?i:численност\w*|чисельніст\w*|в\s+количестве|у\s+кількості|в\s+составе|у\s+складі|всего|усього|всього|"
    r"total(?:\s+of)?|consisting\s+of|numbering|comprising|group\s+of|delegation\s+of|party\s+of|"
    r"size)\s*[:—–-]?\s*"
    r"(?P<a>\d{1,3})\b"
    r"|(?P<b>\d{1,3})\s*(?:\([^)]{2,30}\)\s*)?(?i:чел(?:овек\w*|\.)|осіб|особ[иа]?\b|член\w+|persons?|people|"
    r"members|delegates|visitors|specialists|специалист\w+|фахівц\w+|участник\w+)"
    r"|(?:共|一行|等|总共)?\s*(?P<c>\d{1,3})\s*(?:人|名)"
)
SIZE_WORDS = {
    "двух": 2,
    "трёх": 3,
    "трех": 3,
    "четырёх": 4,
    "четырех": 4,
    "пяти": 5,
    "шести": 6,
    "семи": 7,
    "восьми": 8,
    "девяти": 9,
    "десяти": 10,
    "двох": 2,
    "трьох": 3,
    "чотирьох": 4,
    "п'яти": 5,
    "п’яти": 5,
    "семи осіб": 7,
    "восьми осіб": 8,
    "дев'яти": 9,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
SIZE_IN_WORDS = re.compile(
    rf"(?i:\b(?P<w>{'|'.join(SIZE_WORDS)})(?:-member|-person|-strong)?\s*(?:человек|осіб|членов|специалистов|"
    rf"членів|фахівців|persons?|people|members|delegates|delegation))"
    r"|(?P<z>[一二三四五六七八九十]{1,3})\s*人(?!员)"
)
CITY = re.compile(
    r"(?:(?<![^\W\d_])(?:(?<!\d )(?<!\d\n)(?<!\d)г|гор|м|c)\.\s*|(?i:(?<![^\W\d_])(?:город(?:е|а|у|ах)?|місто|місті|"
    r"міста|"
    r"city\s+of)\s+))(?P<city>[А-ЯІЇЄҐA-Z][А-Яа-яёіїєґ'’A-Za-z]+(?:[- ](?:на[- ])?[А-ЯІЇЄҐA-Z][а-яёіїєґ'’a-z]+)?)"
)
INTO = re.compile(
    r"(?:(?i:направить|командировать|командирование|приезд|визит\w*|прибы\w+|поездк\w+|прибыти\w+|направити|"
    r"відрядити|візит\w*|поїздк\w*|travel|visit|come|dispatch|trip|send)[^.\n]{0,60}?)\s(?:в|во|до|у|"
    r"to)\s+(?:г\.\s*|м\.\s*)?(?P<city>[А-ЯІЇЄҐA-Z][а-яёіїєґ'’a-z]+(?:-[А-ЯA-Z][а-яa-z]+)?)"
    r"|(?:(?:来(?![函电信文访宾料源自])|赴|到|前往|抵达|访问(?!的)|去)\s*|"
    r"(?<![存现所正])在\s*(?=[\u4e00-\u9fff]{2,9}(?:接待|会见|举行(?![下第])|逗留|停留|访问)))"
    r"(?P<zh>[\u4e00-\u9fff]{2,9}?)(?=[。，,、;；访进商参考执开洽验的\s接会举逗停]|$)"
)
DELEGATION_OF = re.compile(
    r"(?i:китайск\w+\s+сторон\w*|chinese\s+side|"
    r"делегаци\w*|делегаці\w*|delegation|代\s*表\s*团|专\s*家\s*组|специалист\w*|фахівц\w*)"
)

PROSE = (
    "mail", "chat", "letter", "report", "memo", "note", "other", "power_of_attorney", "bill_of_lading",
    "press_release", "cv",
)  # fmt: skip
"""Types of papers that tell of a visit in running text, if they do."""
