"""Words that weaken, strengthen or attribute a sentence, in English, Russian, Ukrainian and Chinese.

Forms of inflected words are given by stems. A check that needs a word it does not know here stays silent.
"""

from __future__ import annotations

import re

_FLAGS = re.I


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), _FLAGS)


ABOUT = _any(
    r"\b(?:about|around|nearly|almost|some|roughly|approximately|circa|close to|just under|just over)\b",
    r"\b(?:около|примерно|приблизительно|почти|порядка|майже|близько|приблизно|десь)\b",
    r"大约|约|近|左右|上下|将近|大概",
)
"""Somewhere near the number."""

MORE = _any(
    r"\b(?:more than|over|at least|no fewer than|no less than|upwards of|exceed\w*|above)\b",
    r"\b(?:более|больше|свыше|не менее|не меньше|минимум|по меньшей мере|как минимум)\b",
    r"\b(?:понад|більше|більш як|більше ніж|щонайменше|не менше|принаймні)\b",
    r"超过|多于|至少|不少于|逾",
)
"""The number or more."""

LESS = _any(
    r"\b(?:fewer than|less than|under|up to|at most|no more than|below)\b",
    r"\b(?:менее|меньше|до|не более|не больше|максимум)\b",
    r"\b(?:менше|менш як|не більше|щонайбільше)\b",
    r"少于|不到|不足|至多|最多|不超过",
)
"""The number or less."""

SAID = _any(
    r"\b(?:according to|as .{1,40} (?:wrote|said|put it)|(?:wrote|said|says|stated|admitted|claims|claimed) that)\b",
    r"\b(?:in (?:its|his|her|their) own (?:letter|words)|by (?:its|his|her|their) own account)\b",
    r"\b(?:согласно|по данным|по словам|по сведениям|как (?:следует из|сообщает|пишет|указано в|говорится в))\b",
    r"\b(?:сообщ\w+|заявил\w*|утвержда\w+|признал\w*|указал\w*|написал\w*),? что\b",
    r"\b(?:згідно з|відповідно до|за даними|за словами|за інформацією|як (?:випливає з|повідомля\w+|зазначено в))\b",
    r"\b(?:повідоми\w+|заяви\w+|стверджу\w+|визна\w+|написа\w+|зазначи\w+),? що\b",
    r"根据|据.{0,20}(?:称|说|显示|报道)|按照|(?:表示|声称|承认|指出|写道)",
)
"""Somebody or some paper is named as the one who says so."""

STRONG = _any(
    r"\b(?:(?:is|was|are|were|been|now|has|have)\s+(?:\w+\s+){0,2}?"
    r"(?:confirmed|proved|proven|established)(?:\s+(?:beyond|without)\s+(?:any\s+|all\s+)?doubt)?|"
    r"beyond (?:any |all |reasonable |a )*doubt|undoubtedly|undeniabl[ey]|irrefutabl[ey]|conclusive(?:ly)?|"
    r"indisputabl[ey]|without (?:a |any )?doubt|no doubt that|proves? that|confirms? that|definitively|"
    r"there can be no doubt|it is certain that|leaves no doubt)\b",
    r"\b(?:доказано|достоверно установлено|неопровержим\w*|бесспорн\w*|несомненно|вне (?:всяких |всякого )?сомнени\w+|"
    r"без (?:всяких |всякого |каких-либо )?сомнени\w+|не вызывает сомнени\w+|(?:точно |полностью |окончательно )?"
    r"подтвержден[оаы]?|точно установлено|доказыва\w+, что|подтвержда\w+, что)\b",
    r"\b(?:доведено|достеменно встановлено|незаперечн\w*|беззаперечн\w*|безсумнівно|поза (?:будь-яким |всяким )?"
    r"сумнів\w*|без (?:жодн\w+ |будь-як\w+ )?сумнів\w*|не викликає сумнів\w*|(?:точно |повністю |остаточно )?"
    r"підтверджено|доводить, що|підтверджує, що)\b",
    r"毫无疑问|毋庸置疑|无可辩驳|无可争议|确凿无疑|已(?:经)?(?:得到|被)?(?:证实|证明|确认)|证明了|铁证|板上钉钉",
)
"""Words of certainty."""

OF_DOUBT = _any(r"doubt|сомнени|сумнів|疑|确凿|irrefut|undeniab|indisput|неопровержим|бесспорн|заперечн")
"""Words of certainty that no denial before them weakens."""

DENIED = _any(
    r"\b(?:nothing|nobody|no|none|neither|nor|not|never|cannot|unable|if|whether|unless|until|yet to|without|could)\b"
    r"[^.;:]{0,60}$|n[’']t\b[^.;:]{0,40}$",
    r"\b(?:не|нет|ни|никто|ничто|нельзя|невозможно|ли|если|пока|без|немає|ніхто|ніщо|неможливо|чи|якщо|поки|жоден|"
    r"жодн\w+)\b[^.;:]{0,60}$",
    r"(?:不|未|没|无法|尚|是否|如果|难以|无)[^。；：]{0,20}$",
)
"""Before a word of certainty: the sentence denies it, or leaves it open."""

MODEST = _any(
    r"\b(?:not|never|cannot be|could not be|indirectly|partly|only)\s+(?:been\s+)?"
    r"(?:confirmed|proved|proven|established)\b",
    r"\b(?:не|косвенно|частично|опосередковано|частково)\s+(?:был[аио]?\s+|було\s+)?(?:подтвержд|доказ|установл|підтвердж|"
    r"доведен|встановл)\w*",
    r"(?:未|没有|尚未|无法|不能|部分)(?:得到|被)?(?:证实|证明|确认)",
)

ACCUSES = _any(
    r"\b(?:paid|pays|bought|sold|supplied|supplies|shipped|delivered|smuggl\w+|brib\w+|launder\w+|evad\w+|violat\w+|"
    r"breach\w+|conceal\w+|hid|secret\w*|forg(?:ed|ing|ery)\w*|fals\w+|traffick\w+|sanction\w*|billed|controls?|"
    r"financ(?:ed|es|ing)|front (?:company|for)|dealt|broker\w+|recruit(?:ed|s) |embezzl\w+|stole|illegal\w*|"
    r"fraud\w*|circumvent\w*|corrupt\w*)\b",
    r"\b(?:заплатил\w*|оплатил\w*|купил\w*|закупил\w*|продал\w*|прода[её]т|поставил\w*|поставля\w+|отгрузил\w*|"
    r"контрабанд\w*|взятк\w*|отмыва\w+|отмыл\w*|уклон\w+|нарушил\w*|наруша\w+|скрыл\w*|скрыва\w+|тайно|секретно|"
    r"подделал\w*|фальсифиц\w+|санкци\w+|подставн\w+|прикрыти\w+|контролиру\w+|финансиров\w+|похитил\w*|незаконн\w+|"
    r"мошенни\w+|обош\w+ санкци\w+|завербовал\w*)\b",
    r"\b(?:заплати\w+|сплати\w+|оплати\w+|купи\w+|закупи\w+|прода\w+|постача\w+|постави\w+|відвантаж\w+|хабар\w*|"
    r"відмива\w+|ухил\w+|порушу\w+|поруши\w+|прихова\w+|прихову\w+|таємно|підроби\w+|фальсифік\w+|підставн\w+|"
    r"контролю\w+|фінансу\w+|викра\w+|незаконн\w+|шахрай\w+|обійш\w+ санкці\w+|завербув\w+)\b",
    r"支付|付款|购买|采购|出售|出卖|销售给|供应|提供给|走私|贿赂|行贿|受贿|洗钱|逃避|规避|违反|隐瞒|秘密|伪造|制裁|空壳|控制|资助|招募|非法|欺诈|挪用",
)
"""What one would be asked for comment on."""

HEADS = _any(
    r"\b(?:led|leads|leading|headed|heads|head of|at its head|leader of|chaired)\b",
    r"\b(?:возглавил\w*|возглавля\w+|во главе|руководитель делегации|глава делегации|под руководством)\b",
    r"\b(?:очоли\w+|очолю\w+|на чолі|керівник делегації|голова делегації|під керівництвом)\b",
    r"率领|带队|率队|率团|团长|带领|由.{2,8}领导",
)
"""Somebody is said to be at the head."""

FIGURE = _any(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|billions?)\b",
    r"\b(?:дв[ае]|три|четыре|чотири|п[’']?ять|пять|шесть|шість|семь|сім|восемь|вісім|десят\w+|дюжин\w*|сот\w+|"
    r"тысяч\w*|тисяч\w*|миллион\w*|мільйон\w*|миллиард\w*|мільярд\w*)\b",
    r"[一二两三四五六七八九十百千万亿]+(?:名|人|架|台|个|家|次|份|元|件|天|年|月)",
)

OPINION = _any(
    r"\b(?:in (?:my|our|his|her|their|the expert's) (?:opinion|view|estimation)|(?:experts?|analysts?|specialists?|"
    r"observers?|consultants?) (?:believe|estimate|consider|think|say|suggest|assess|expect)\w*|(?:i|we) (?:believe|"
    r"estimate|think|assume|suppose)|presumably|is believed to|is thought to|may have|might have|"
    r"probably|estimated? (?:at|by))\b",
    r"\b(?:по (?:моему|нашему|его|её|их)? ?мнению|по (?:экспертной |предварительной )?оценк\w+|эксперт\w* (?:полага\w+|"
    r"счита\w+|оценива\w+)|полага[юе]\w*|предположительно|вероятно|как представляется|оценива\w+ в)\b",
    r"\b(?:на (?:мою|нашу|його|її|їхню)? ?думку|за (?:експертною |попередньою )?оцінк\w+|експерт\w* (?:вважа\w+|"
    r"оціню\w+)|вважа[юєм]\w*|імовірно|ймовірно|оціню\w+ в)\b",
    r"认为|估计|据估算|专家(?:表示|指出|判断)|可能|推测|估算",
)
"""On a page: somebody's view, not a fact."""

PLAN = _any(
    r"\b(?:(?:is|are|was|were) (?:planned|scheduled|expected|intended|to be)|plans? to|intends? to|will|shall|would|"
    r"proposes? to|proposed|envisaged?|by the end of .{0,12} (?:is|are) to)\b",
    r"\b(?:планиру\w+|запланирован\w*|предполага\w+|намере\w+|предусмотрен\w*|предлага\w+|буд[уе]т\w*|должн[аоы]? быть|"
    r"подлеж\w+|рассматрива\w+ возможность)\b",
    r"\b(?:плану\w+|заплановано|передбача\w+|передбачено|намір\w*|має намір|пропону\w+|буд[уе]\w*|ма[єю]\w* бути|"
    r"підляга\w+)\b",
    r"计划|拟|将于|将要|预计|打算|建议|应于|准备",
)
"""On a page: not yet done."""

CAPACITY = _any(
    r"\b(?:capacity|capable of (?:producing|making|building)|can (?:produce|make|build|deliver|supply)|able to "
    r"(?:produce|make|build|supply)|output potential)\b",
    r"\b(?:мощност\w+|производительност\w+|способ\w+ (?:выпускать|производить|изготавливать)|мо[жг]\w+ (?:выпускать|"
    r"производить|поставлять|изготавливать))\b",
    r"\b(?:потужн\w+|продуктивн\w+|здатн\w+ (?:випускати|виробляти)|мо[жг]\w+ (?:випускати|виробляти|постачати))\b",
    r"产能|年产|生产能力|可生产|能够生产|能力为",
)
"""On a page: what could be made."""

DONE = _any(
    r"\b(?:was|were|has|have|had) (?:\w+ly )?(?:been )?(?:paid|delivered|shipped|built|sold|signed|handed over|"
    r"received|installed|transferred|completed|supplied|produced|opened|founded|set up|visited)\b",
    r"\b(?:paid|delivered|shipped|built|sold|signed|installed|transferred|completed|supplied|produced|bought|visited|"
    r"exported|received|handed over|made|manufactured|took delivery|took place)\b",
    r"\b(?:заплатил\w*|оплатил\w*|оплачен\w*|поставил\w*|поставлен\w*|отгрузил\w*|построил\w*|построен\w*|продал\w*|"
    r"продан\w*|подписал\w*|подписан\w*|передал\w*|передан\w*|получил\w*|купил\w*|произв[её]л\w*|произведен\w*|"
    r"выпустил\w*|установил\w*|посетил\w*|состоял\w*)\b",
    r"\b(?:заплати\w+|сплати\w+|сплачено|постави\w+|поставлено|відвантажи\w+|збудува\w+|прода\w+|продано|підписа\w+|"
    r"переда\w+|отрима\w+|купи\w+|вироби\w+|випусти\w+|встанови\w+|відвіда\w+|відбу\w+)\b",
    r"已(?:经)?(?:支付|付款|交付|运抵|发货|售出|出售|签署|建成|移交|完成|生产)|(?:支付|交付|出售|卖出|签署|生产|收到)了|售出",
)
"""A sentence says it happened."""

SALES = _any(
    r"\b(?:sold|sells?|sales|exported|delivered|shipped|supplied|produced|makes|made|built|manufactured|turned out)\b",
    r"\b(?:продал\w*|прода[её]т|продаж\w*|поставил\w*|отгрузил\w*|произв[её]л\w*|производ\w+|выпустил\w*|выпускает|"
    r"экспортировал\w*)\b",
    r"\b(?:прода\w+|продаж\w*|постачи\w+|постави\w+|відвантажи\w+|вироби\w+|випусти\w+|експортува\w+)\b",
    r"售出|销售|出售|卖出|出口了|生产了|交付",
)

HEDGED = _any(
    r"\b(?:plan(?:s|ned|ning)?|schedul\w*|expect\w*|intend\w*|would|will|shall|could|can|(?-i:may|might)|asked|request\w*|propos\w*|"
    r"draft\w*|agreed to|due|if|estimat\w*|believ\w*|expert\w*|analyst\w*|opinion|view|reportedly|allegedly|"
    r"apparently|capacity|capable|able to|potential\w*|supposed to|was to|were to|is to|are to|target\w*|think\w*|"
    r"thought|probabl\w*)\b",
    r"\b(?:план\w*|намер\w*|предполаг\w*|предусм\w*|должн\w*|буд[уе]\w*|мог\w*|может|мож\w+|прос\w+|проект\w*|"
    r"предлож\w*|оцен\w*|эксперт\w*|мнени\w*|возможно|вероятно|якобы|мощност\w*|способ\w+|если|срок\w*)\b",
    r"\b(?:намір\w*|передбач\w*|повин\w*|ма[єю]\w*|прос\w+|пропон\w*|оцін\w*|експерт\w*|думк\w*|можлив\w*|"
    r"ймовірн\w*|імовірн\w*|нібито|потужн\w*|здатн\w*|якщо|термін\w*)\b",
    r"计划|拟|预计|将|可能|估计|专家|认为|据称|草案|如果|产能|能力|要求|请求|建议|应",
)
"""In a sentence: it is not told as done, or as somebody's view."""

MOST = _any(
    r"\b(?:most|the majority|more than half|over half)\b",
    r"\b(?:большинств\w+|большая часть|более половины|больше половины)\b",
    r"\b(?:більшіст\w+|більша частина|понад половин\w+|більше половини)\b",
    r"大多数|大部分|多数|过半|一半以上",
)

CAUSE = _any(
    r"\b(?:led to|as a result of|resulted in|brought about|gave rise to|thanks to the (?:visit|meeting)|was the reason)\b",
    r"\b(?:прив[её]л[аио]? к|в результате|вследствие|благодаря (?:визиту|встрече|поездке)|стал[аио]? причиной)\b",
    r"\b(?:призв[её]л[аио]? до|призвів до|внаслідок|у результаті|в результаті|завдяки (?:візиту|зустрічі)|ста[влао]+ причиною)\b",
    r"导致|促成了|由此(?:签|达成|产生)|正是因为",
)
"""One thing is said to have come of another."""

KNEW = _any(
    r"\b(?:knew|was aware|were aware|had known|fully aware|knowingly)\b",
    r"\b(?:знал[аи]?|были? в курсе|заведомо|осознава\w+)\b",
    r"\b(?:знав|знал[аи]|були? в курсі|був в курсі|завідомо|свідомо|усвідомлюва\w+)\b",
    r"明知|知道|知情|清楚地知",
)
"""Somebody is said to have known."""

FULFILLED = _any(
    r"\b(?:paid|delivered|shipped|handed over|was received|were received|transferred)\b",
    r"\b(?:заплатил\w*|оплатил\w*|уплатил\w*|перечислил\w*|поставил[аио]?\b|отгрузил\w*|передал[аио]?\b|оплачен\w*|уплачен\w*)",
    r"\b(?:заплатил\w*|заплатив|сплатил\w*|сплатив|сплачено|перерахува[влао]\w*|відвантаж[ие]\w+|постачив|поставил\w*)\b",
    r"(?:支付|交付|付款|发货)了|已(?:经)?(?:支付|交付|付款|发货)",
)
"""A duty of a contract is said to have been done."""

CANCELLED = _any(
    r"\b(?:cancel\w*|called off|will not take place|did not take place)\b", r"\b(?:отмен[её]н\w*|отменил\w*|не состо\w+)\b",
    r"\b(?:скасован\w*|скасува\w+|не відбу\w+)\b", r"取消|未能成行",
)
"""On a page, or in a sentence: it was called off."""

SPOKEN = _any(
    r"\b(?:said|says|told|tells|recall\w*|testif\w+|remember\w*|describ\w+|according to|account|maintain\w*|claim\w*|statement)\b",
    r"\b(?:по словам|рассказ\w+|вспомина\w+|вспомнил\w*|показал\w*, что|говорит|сказал\w*|утвержда\w+|со слов|согласно|"
    r"по (?:его|её|их) словам|заявил\w*|сообщил\w*|показани\w+)\b",
    r"\b(?:за (?:його |її |їхніми |їх )?словами|розпов\w+|згаду\w+|згада\w+|каже|сказа\w+|стверджу\w+|зі слів|згідно|заяви\w+|повідоми\w+|свідчен\w+)\b",
    r"称|说|表示|讲述|回忆|证词|陈述",
)
"""Somebody is named as the one who tells it, in the widest sense."""

OBTAINED = _any(
    r"\b(?:obtained by|we (?:have )?obtained|in (?:our|the) possession|leaked to us|provided to us|documents? seen and obtained)\b",
    r"\b(?:(?:есть|имеется|оказал\w+) в распоряжении|в распоряжении (?:редакции|\w+)|получил[аи]? (?:редакци\w|мы)|попал\w* к нам)\b",
    r"\b(?:у розпорядженні|є в редакції|отримал[аи] (?:редакція|ми)|потрапи\w+ до нас)\b",
    r"本报获得|获得的文件|掌握的文件",
)
"""The paper is said to be held."""

SEEN_ONLY = _any(
    r"\b(?:shown|seen|viewed|on a screen|let us see|read but not)\b",
    r"\b(?:показал\w*|показан\w*|ознаком\w+|видел\w*|на экране)\b",
    r"\b(?:показа\w+|ознайом\w+|бачил\w*|на екрані)\b", r"查看|看到|出示|过目",
)
READ_OUT = _any(
    r"\b(?:read (?:out|aloud|to us)|by telephone|over the phone|dictated)\b", r"\b(?:зачита\w+|по телефону|продиктова\w+)\b",
    r"\b(?:зачита\w+|телефоном|продиктува\w+)\b", r"念给|宣读|电话中",
)
"""How a source was come by: only seen, or only heard."""

OURS = _any(
    r"\b(?:we (?:have )?(?:found|established|discovered|uncovered)|our (?:own )?(?:investigation|reporting|findings?) (?:shows?|found|reveals?)|"
    r"this (?:newspaper|investigation) found)\b",
    r"\b(?:мы (?:установили|выяснили|обнаружили|нашли)|наш\w* расследовани\w+|как выяснил[аи]? (?:редакция|мы)|редакция (?:установила|выяснила))\b",
    r"\b(?:ми (?:встановили|з.ясували|виявили|знайшли)|наш\w* розслідуванн\w+|редакція (?:встановила|з.ясувала))\b",
    r"(?:我们|本报)(?:的?调查)?(?:发现|查明|证实)",
)
"""Told as the writers' own finding."""

DENIES = _any(
    r"\b(?:den(?:y|ies|ied)|never|no (?:dealings|contracts?|connection)|did not|do not|does not|has not|rejects?|untrue)\b",
    r"\b(?:отрица\w+|опроверг\w+|никогда не|не име\w+ отношения|не поставля\w+|не сотруднича\w+)\b",
    r"\b(?:заперечу\w+|спростов\w+|ніколи не|не ма\w+ стосунку|не постача\w+|не співпрацю\w+)\b", r"否认|从未|没有任何|并未",
)
"""Something is denied."""
