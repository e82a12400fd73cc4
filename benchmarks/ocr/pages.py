"""Pages with known text: drawn, then made to look scanned or faxed. All names are invented."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

WIDTH, HEIGHT = 2480, 3508
FOLDERS = (Path("/usr/share/fonts/truetype/dejavu"), Path("/usr/share/fonts/opentype/noto"))

RU = """О направлении делегации для осмотра образцов техники
В соответствии с протоколом рабочей встречи от 14.02.2023 № 27-К просим Вас организовать приём делегации
численностью 6 человек под руководством генерал-майора Линь Вэйдуна в период с 3 апреля по 9 апреля 2023 года.
Место проведения: г. Тверь, АО «Верхневолжский завод точных приборов», цех № 12. Проживание и питание членов
делегации осуществляются за счёт принимающей стороны. Общая стоимость работ по договору № ТВ-118/22 составляет
47 350 000 (сорок семь миллионов триста пятьдесят тысяч) рублей, в том числе НДС 20 %. Оплата производится в два
этапа: 40 % не позднее 15 мая 2023 г., 60 % в течение 30 дней после подписания акта сдачи-приёмки. Объём поставки
уточняется сторонами дополнительно. Съёмка и вынос документов с территории предприятия запрещены. Ответственный
исполнитель — Щербаков Юрий Эдуардович, заместитель начальника управления, тел. (4822) 41-07-63. Приложение:
список делегации на 1 листе, копии паспортов на 6 листах. Генеральный директор И. П. Ёлкин подтвердил готовность
предприятия принять специалистов и обеспечить их переводчиком, транспортом и пропусками по форме № 4."""

UK = """Про виконання умов договору постачання обладнання
На виконання договору № 44/В від 12 червня 2021 року повідомляємо, що Товариство з обмеженою відповідальністю
«Подільський приладобудівний завод» здійснило відвантаження першої партії обладнання загальною вартістю
3 218 400 гривень, у тому числі податок на додану вартість. Решту продукції буде поставлено не пізніше 30 вересня.
Просимо підтвердити одержання та надіслати підписаний примірник акта приймання-передачі на адресу: місто
Хмельницький, вулиця Зарічанська, будинок 16. Відповідальна особа — Ґудзь Оксана Євгенівна, головний інженер,
телефон (0382) 71-45-09. Згідно з пунктом 5.2 договору, їхні представники мають право бути присутніми під час
випробувань. Додаток: видаткова накладна на двох аркушах, сертифікат якості, рахунок. З повагою, директор
В'ячеслав Їжакевич. Також повідомляємо, що зміни до графіка узгоджуються сторонами письмово не пізніше ніж за
десять днів до дати відвантаження."""

ZH = """关于接待代表团参观工厂的请求
根据双方二〇二三年二月十四日签署的会谈纪要,现请贵方安排由少将林卫东率领的代表团一行六人
于2023年4月3日至4月9日前往特维尔市参观精密仪器厂第十二车间。代表团成员的住宿和用餐费用由
接待方承担。合同总金额为四千七百三十五万卢布,其中包括百分之二十的增值税。付款分两期进行:
第一期百分之四十,不迟于2023年5月15日支付;第二期百分之六十,在验收证书签字后三十日内支付。
供货数量由双方另行商定。未经许可不得在厂区内拍照,也不得将文件带出。负责人:上海东方海洋
设备有限公司副总经理陈晓明,电话:021-58743316。附件:代表团名单一份,护照复印件六份。
请贵方在收到本函后十日内予以书面答复,以便我方办理签证和订购机票。顺致崇高的敬意。"""

EN = """Request to receive a delegation and to confirm the schedule
In accordance with clause 7.3 of Contract No. HK-2023/118 dated 14 February 2023 we kindly ask you to receive
our delegation of six specialists headed by Mr. Lin Weidong from 3 to 9 April 2023. The total value of the
equipment amounts to USD 1,284,500.00, of which forty per cent is payable by 15 May 2023 and the balance within
thirty days after signing of the acceptance certificate. Please confirm receipt of this letter and send us the
signed copy by courier to Unit 1207, Harbour Trade Centre, 18 Queensway, Hong Kong. Contact person: Ms. Grace
Fong, export manager, telephone +852 2815 4407. Enclosures: list of the delegation, copies of passports."""

MINUTES = [
    ("г. Тверь, 5 апреля 2023 г.", "特维尔,2023年4月5日"),
    ("Участники встречи с российской стороны:", "俄方参加人员:"),
    ("Щербаков Ю.Э. — заместитель начальника управления, АО «Верхневолжский завод точных приборов»", "精密仪器厂代表"),
    ("Ёлкин И.П. — генеральный директор", "总经理"),
    ("Участники встречи с китайской стороны:", "中方参加人员:"),
    ("Линь Вэйдун — генерал-майор, Бюро технического сотрудничества", "林卫东少将,技术合作局"),
    (
        "Чэнь Сяомин — заместитель генерального директора, Шанхайская компания морского оборудования",
        "陈晓明,上海东方海洋设备有限公司副总经理",
    ),
    ("Хуан Дэцзюнь — старший инженер", "黄德军,高级工程师"),
    (
        "1. Стороны рассмотрели ход выполнения договора № ТВ-118/22 и согласовали график поставки оборудования.",
        "一、双方讨论了合同执行情况并商定了设备交付时间表。",
    ),
    (
        "2. Российская сторона представит техническую документацию на двух языках не позднее 1 июня 2023 г.",
        "二、俄方应于2023年6月1日前提交两种语言的技术文件。",
    ),
    ("3. Протокол составлен в двух экземплярах.", "三、本纪要一式两份。"),
]


@dataclass(frozen=True)
class Sample:
    """A page and what is written on it; `blocks` where the page has columns, in the order in which they are due."""

    name: str
    image: Image.Image
    text: str


def font(size: int, *, han: bool = False, face: str = "DejaVuSerif.ttf") -> ImageFont.FreeTypeFont:
    name = "NotoSerifCJK-Regular.ttc" if han else face
    path = next(folder / name for folder in FOLDERS if (folder / name).exists())
    return ImageFont.truetype(str(path), size, index=2 if han else 0)


def letter(name: str, text: str, *, face: str = "DejaVuSerif.ttf") -> Sample:
    """A page of running text."""
    page = Image.new("L", (WIDTH, HEIGHT), 255)
    draw = ImageDraw.Draw(page)
    han = name.startswith("zh")
    y = 380
    written = []
    for paragraph in text.split("\n"):
        for line in _wrapped(draw, paragraph, font(46, han=han, face=face), WIDTH - 520, han=han):
            draw.text((260, y), line, fill=15, font=font(46, han=han, face=face))
            written.append(line)
            y += 78
    return Sample(name, page, "\n".join(written))


def minutes(name: str = "ru+zh") -> Sample:
    """Bilingual minutes: Russian left, Chinese right, block by block."""
    page = Image.new("L", (WIDTH, HEIGHT), 255)
    draw = ImageDraw.Draw(page)
    y, written = 400, []
    for left, right in MINUTES:
        bottom = y
        for column, (text, han) in enumerate(((left, False), (right, True))):
            at = y
            for line in _wrapped(draw, text, font(42, han=han), 960, han=han):
                draw.text((220 + column * 1080, at), line, fill=15, font=font(42, han=han))
                written.append(line)
                at += 66
            bottom = max(bottom, at)
        y = bottom + 22
    return Sample(name, page, "\n".join(written))


def _wrapped(draw: ImageDraw.ImageDraw, text: str, face: ImageFont.FreeTypeFont, width: int, *, han: bool) -> list[str]:
    pieces = list(text) if han else text.split()
    glue = "" if han else " "
    lines, line = [], ""
    for piece in pieces:
        longer = f"{line}{glue}{piece}" if line else piece
        if draw.textlength(longer, font=face) > width and line and piece not in ",。、:;":
            lines.append(line)
            line = piece
        else:
            line = longer
    return [*lines, line]


def scanned(page: Image.Image, seed: int, *, dpi: int = 200, angle: float | None = None) -> Image.Image:
    """Blurred, grained, crooked, grey, saved as JPEG: a page from a flatbed scanner."""
    dice = random.Random(seed)
    noise = np.random.default_rng(seed)
    size = (page.width * dpi // 300, page.height * dpi // 300)
    small = page.resize(size, Image.Resampling.LANCZOS)
    turned = small.rotate(
        dice.uniform(-1.2, 1.2) if angle is None else angle, fillcolor=255, resample=Image.Resampling.BICUBIC
    )
    soft = np.asarray(turned.filter(ImageFilter.GaussianBlur(0.7)), np.float32) * 0.9 + 20
    grain = soft + noise.normal(0, 11, soft.shape)
    return Image.fromarray(np.clip(grain, 0, 255).astype(np.uint8))


def faxed(page: Image.Image, seed: int) -> Image.Image:
    """Two tones, 204 by 98 lines an inch as a fax machine sends them, with specks."""
    noise = np.random.default_rng(seed)
    turned = page.rotate(random.Random(seed).uniform(-0.7, 0.7), fillcolor=255, resample=Image.Resampling.BICUBIC)
    fine = turned.resize((1728, 2292), Image.Resampling.BOX)
    grey = np.asarray(fine.filter(ImageFilter.GaussianBlur(0.6)), np.float32) + noise.normal(0, 18, (2292, 1728))
    two = np.where(grey > 150, 255, 0).astype(np.uint8)
    specks = noise.random(two.shape)
    two[specks < 0.0008] = 0
    return Image.fromarray(two)


def photographed(page: Image.Image, seed: int, *, tilt: float = 0.1) -> Image.Image:
    """A sheet on a grey table, seen at an angle, in uneven light."""
    noise = np.random.default_rng(seed)
    sheet = page.resize((page.width * 7 // 10, page.height * 7 // 10), Image.Resampling.LANCZOS)
    w, h = sheet.size
    size = (w * 135 // 100, h * 125 // 100)
    x, y, t = (size[0] - w) / 2, (size[1] - h) / 2, tilt * w
    corners = [(x + t, y + 0.4 * t), (x + w - 0.8 * t, y), (x + w + 0.3 * t, y + h - 0.2 * t), (x - 0.5 * t, y + h)]
    view = _projection(corners, [(0, 0), (w, 0), (w, h), (0, h)])
    bend = {"method": Image.Transform.PERSPECTIVE, "data": view, "resample": Image.Resampling.BICUBIC}
    seen = np.asarray(sheet.convert("L").transform(size, **bend), np.float32) * 0.85
    covered = np.asarray(Image.new("L", sheet.size, 255).transform(size, **bend)) > 128
    table = 90 + noise.normal(0, 12, seen.shape)
    lit = np.where(covered, seen, table) * np.linspace(0.75, 1.05, size[0])[None, :] + noise.normal(0, 4, seen.shape)
    return Image.fromarray(np.clip(lit, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.7))


def _projection(seen: list[tuple[float, float]], flat: list[tuple[float, float]]) -> list[float]:
    """The eight numbers by which Pillow finds, for each point of the photograph, that of the sheet."""
    rows, ends = [], []
    for (x, y), (u, v) in zip(seen, flat, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        ends += [u, v]
    return [float(value) for value in np.linalg.solve(np.array(rows, float), np.array(ends, float))]
