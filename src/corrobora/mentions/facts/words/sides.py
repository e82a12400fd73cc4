"""Words that tell whose side people are on and what they do in a paper, in four languages."""

from __future__ import annotations

import re

from corrobora.mentions.facts.patterns import one_of, words

NATIONS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (code, side, re.compile(pattern, re.IGNORECASE))
    for code, side, pattern in (
        (
            "ru",
            "host",
            r"\bросси[йя]\w*|\bрусск\w+|\bРФ\b|俄\s*方|俄\s*罗\s*斯|俄\s*国|\brussian?\b|\bросійськ\w+|\bРосі[їя]\w*",
        ),
        ("ua", "host", r"\bукраин\w*|\bукраїн\w*|乌\s*方|乌\s*克\s*兰|\bukrain\w+"),
        ("cn", "delegation", r"\bкита[йеяю]\w*|\bКНР\b|中\s*方|中\s*国|\bchinese\b|\bchina\b|\bPRC\b|\bPR China\b"),
        ("ir", "delegation", r"\bиран\w*|\bіран\w*|伊朗|伊方|\biran\w*"),
        ("in", "delegation", r"\bинди[йя]\w*|\bінді[йя]\w*|印度|\bindian?\b"),
        ("by", "delegation", r"\bбел[оа]рус\w*|\bбілорус\w*|白俄罗斯|\bbelarus\w*"),
        ("kz", "delegation", r"\bказах\w*|哈萨克|\bkazakh\w*"),
        ("vn", "delegation", r"\bвьетнам\w*|\bв['’]єтнам\w*|越南|越方|\bvietnam\w*"),
        ("pk", "delegation", r"\bпакистан\w*|巴基斯坦|\bpakistan\w*"),
        ("kp", "delegation", r"\bКНДР\b|\bсеверокорей\w*|朝鲜|朝方|\bnorth korea\w*|\bDPRK\b"),
        ("sy", "delegation", r"\bсирийск\w*|叙利亚|\bsyria\w*"),
        ("dz", "delegation", r"\bалжир\w*|阿尔及利亚|\balgeria\w*"),
        ("eg", "delegation", r"\bегип\w*|埃及|\begypt\w*"),
    )
)
GUEST = re.compile(
    r"иностранн\w+|іноземн\w+|гост(?:и|ей|ями)\b|гост[іе]\w*|visiting|foreign|guests?\b|来访|外方|заказчик|замовник",
    re.IGNORECASE,
)
HOST = re.compile(r"принимающ\w+|приймаюч\w+|host(?:ing|s)?\b|接待方|我方|наш\w* сторон", re.IGNORECASE)
PEOPLE_HEADING = re.compile(
    r"(?i:(?<![^\W\d_])(?:участник\w*|учасник\w*|присутств\w*|були присутні|присутні|представител\w*|"
    r"представник\w*|состав\w*|склад|член\w*"
    r"|делегаци\w*|делегаці\w*|от|от имени|від|від імені|с|со стороны|з боку|с российской|на встрече|"
    r"participants?|present|attendees"
    r"|attended by|in attendance|members?|delegation|for|on behalf of|representing|from)(?![^\W\d_])"
    r"|(?i:(?<![^\W\d_])(?:guests?|visitors?|гости|гостей|гостям|гості)(?![^\W\d_]))|来\s*宾|宾\s*客|入\s*住\s*人|"
    r"参\s*加\s*人\s*员|与\s*会\s*人\s*员|出\s*席\s*人\s*员|出\s*席|参\s*会\s*人\s*员|代\s*表\s*团|成\s*员|"
    r"人\s*员\s*名\s*单|代\s*表|人\s*员)"
)
ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "leader",
        re.compile(
            one_of(
                words("""
        во главе с, во главе со, под руководством, возглавляет, возглавляемая, возглавил, руководитель делегации,
        глава делегации, старший делегации, старший группы, старшим группы, руководитель группы, на чолі з,
        на чолі із, під керівництвом, очолює, очолив, керівник делегації, голова делегації, старший групи, led by,
        headed by, head of the delegation, head of delegation, delegation head, under the leadership of,
        leader of the delegation, team leader, heads the delegation, 率领, 带领, 率团, 带队, 团长, 为首, 领队, 由,
        负责人为
    """)
            )
        ),
    ),
    (
        "responsible",
        re.compile(
            one_of(
                words("""
        принимал, принимала, принимали, приняли, встречал, встречали, сопровождал, сопровождали, приймав, приймала,
        приймали, зустрічав, супроводжував, супроводжували, received by, hosted by, met by, accompanied by,
        ответственный, ответственная, ответственным, ответственный исполнитель, ответственные, куратор,
        контактное лицо, отв., сопровождающий, координатор, назначен ответственным, назначить ответственным,
        відповідальний, відповідальна, відповідальним, відповідальні, контактна особа, супроводжуючий, координатор,
        responsible, responsible person, responsible officer, person in charge, in charge, contact person,
        point of contact, POC, escort, coordinator, 负责人, 责任人, 联系人, 陪同人员, 陪同, 协调人, 联络人, 负责接待
    """)
            )
        ),
    ),
    (
        "author",
        re.compile(
            one_of(
                words("""
        исп., исполнитель, исполнил, исполнила, подготовил, составил, виконавець, вик., підготував, склав,
        prepared by, drafted by, author, executed by, 经办人, 拟稿人, 起草人, 编制, 制表人, 撰写
    """)
            )
        ),
    ),
    (
        "signer",
        re.compile(
            one_of(
                words("""
        подписал, подписала, подпись, утверждаю, согласовано, утвердил, за, от имени, поставщик, заказчик, покупатель,
        продавец, исполнитель по контракту, підписав, підпис, затверджую, погоджено, постачальник, замовник, покупець,
        продавець, signed, signed by, signature, approved, approved by, agreed, for and on behalf of, on behalf of,
        seller, buyer, supplier, customer, the seller, the buyer, 签字, 签名, 签署, 批准, 审批, 审核, 法定代表人,
        法人代表, 实际控制人, legal representative, 签发人, 签发, 卖方, 买方, 供方, 需方, 甲方, 乙方, 授权签字人
    """)
            )
        ),
    ),
    (
        "addressee",
        re.compile(
            one_of(
                words("""
        уважаемый, уважаемая, шановний, шановна, шановний пане, dear, кому, to, attn, attention, 尊敬的, 致, 收件人
    """)
            )
        ),
    ),
)
LEADER_AFTER = re.compile(r"\s*(?:率\s*领|率\s*团|带\s*队|一\s*行|为\s*首|为\s*团\s*长|任\s*团\s*长|带\s*领)")


def side_of(text: str) -> tuple[str, str | None]:
    """Side ("delegation", "host" or "") and nation code of a heading."""
    for code, side, pattern in NATIONS:
        if pattern.search(text):
            return side, code
    if GUEST.search(text):
        return "delegation", None
    return ("host", None) if HOST.search(text) else ("", None)
