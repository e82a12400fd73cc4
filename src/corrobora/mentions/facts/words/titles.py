"""Ranks and posts of the four languages, in the base form."""

from __future__ import annotations

from corrobora.mentions.facts.patterns import words

RANKS = words("""
старший полковник, полковник, подполковник, майор, капитан, старший лейтенант, младший лейтенант, лейтенант,
генерал-майор, генерал-лейтенант, генерал-полковник, генерал армии, бригадный генерал, генерал, контр-адмирал,
вице-адмирал, адмирал флота, адмирал, капитан 1 ранга, капитан 2 ранга, капитан 3 ранга, капитан первого ранга,
капитан второго ранга, капитан третьего ранга, капитан-лейтенант, старшина, старший сержант, младший сержант,
сержант, старший прапорщик, прапорщик, мичман, ефрейтор, рядовой, маршал, старший капитан, підполковник, капітан,
старший лейтенант, молодший лейтенант, бригадний генерал, генерал армії, контр-адмірал, віце-адмірал, адмірал,
старший сержант, молодший сержант, капітан 1 рангу, капітан 2 рангу, капітан 3 рангу, рядовий, старший солдат,
штаб-сержант, майстер-сержант, 元帅, 上将, 中将, 少将, 准将, 大校, 上校, 中校, 少校, 大尉, 上尉, 中尉, 少尉, 准尉,
上士, 中士, 下士, 一级上将, 军士长, Senior Colonel, Lieutenant Colonel, Colonel, Major General, Lieutenant General,
Colonel General, Brigadier General, Army General, General, Rear Admiral, Vice Admiral, Admiral, Commander,
Lieutenant Commander, Captain, First Lieutenant, Second Lieutenant, Senior Lieutenant, Junior Lieutenant,
Lieutenant, Major, Brigadier, Sergeant, Warrant Officer, Senior Captain, Ensign, Marshal, Maj. Gen., Maj Gen,
Lt. Gen., Lt Gen, Gen., Brig. Gen., Sr. Col., Sr Col, Snr Col, Lt. Col., Lt Col, Col., Maj., Capt., Sgt., полк.,
подполк., ген.-майор, ген.-лейт., ст. полковник, п/п-к, п-к
""")

POSTS = words("""
генеральный директор, исполнительный директор, коммерческий директор, технический директор, финансовый директор,
первый заместитель генерального директора, заместитель генерального директора, заместитель директора, директор,
исполняющий обязанности директора, первый заместитель, заместитель начальника, заместитель командира,
заместитель министра, заместитель, начальник, командир, командующий, главный инженер, ведущий инженер,
старший инженер, инженер, переводчик, менеджер, менеджер проекта, специалист, главный специалист,
ведущий специалист, консультант, советник, старший советник, секретарь, учёный секретарь, профессор, доцент,
академик, преподаватель, представитель, военный представитель, уполномоченный представитель, эксперт, руководитель,
председатель, президент, вице-президент, министр, атташе, военный атташе, посол, бухгалтер, главный бухгалтер,
управляющий, техник, лётчик, летчик, пилот, штурман, конструктор, главный конструктор, генеральный конструктор,
технолог, главный технолог, диспетчер, заведующий, заведующая, заведующая производством, инструктор,
начальник отдела, начальник управления, начальник цеха, начальник отдела кадров, научный сотрудник,
старший научный сотрудник, помощник, референт, офицер, офицер связи, юрист, юрисконсульт, механик, старший механик,
бортинженер, оператор, мастер, аналитик, куратор, госпожа, господин, товарищ, г-н, г-на, г-ну, г-ном, г-жа, г-жи,
г-же, г-жу, тов., генеральний директор, виконавчий директор, заступник генерального директора,
перший заступник генерального директора, заступник директора, заступник начальника, заступник командира,
заступник міністра, заступник, головний інженер, провідний інженер, інженер, перекладач, радник, фахівець,
головний фахівець, спеціаліст, керівник, голова, голова правління, представник, військовий представник,
військовий аташе, аташе, льотчик, помічник, бухгалтер, головний бухгалтер, завідувач, викладач, конструктор,
головний конструктор, науковий співробітник, начальник відділу, начальник управління, начальник цеху, пан, пані,
командувач, 董事长, 副董事长, 总经理, 副总经理, 经理, 副经理, 项目经理, 销售经理, 总裁, 副总裁, 主任, 副主任, 局长,
副局长, 处长, 副处长, 科长, 副科长, 部长, 副部长, 院长, 副院长, 所长, 副所长, 厂长, 副厂长, 校长, 组长, 副组长,
团长, 副团长, 师长, 旅长, 营长, 连长, 司令, 司令员, 副司令员, 政委, 政治委员, 参谋长, 副参谋长, 参谋, 总工程师,
副总工程师, 高级工程师, 工程师, 助理工程师, 总设计师, 设计师, 研究员, 副研究员, 助理研究员, 教授, 副教授, 讲师,
翻译, 译员, 秘书, 专员, 顾问, 高级顾问, 代表, 专家, 武官, 会计, 主管, 技术员, 教官, 飞行员, 助理, 干事, 干部,
秘书长, 首席代表, 授权代表, 军代表, 先生, 女士, 同志, General Director, Managing Director, Executive Director,
Deputy General Director, First Deputy General Director, Deputy Director General, Director General, Deputy Director,
Director, Chief Executive Officer, CEO, Chief Engineer, Deputy Chief Engineer, Lead Engineer, Senior Engineer,
Engineer, Chief Designer, Designer, Interpreter, Translator, Project Manager, Sales Manager, General Manager,
Deputy General Manager, Deputy Manager, Manager, Adviser, Advisor, Counsellor, Senior Adviser, Chief Specialist,
Specialist, Expert, Head, Deputy Head, Chief, Deputy Chief, Secretary, Assistant, Professor, Associate Professor,
Researcher, Research Fellow, Military Representative, Authorized Representative, Authorised Representative,
Representative, Attaché, Military Attaché, Defence Attaché, Ambassador, Minister, Deputy Minister, Chairman,
Chairperson, President, Vice President, Accountant, Chief Accountant, Technician, Pilot, Instructor, Commander,
Deputy Commander, Officer, Liaison Officer, Consultant, Lawyer, Coordinator, Staff Officer, Commissar,
Political Commissar, Chief of Staff, Mr., Mrs., Ms., Mr, Mrs, Ms, Dr., Dr
""")

COURTESY = frozenset(
    words("""
госпожа, господин, товарищ, г-н, г-на, г-ну, г-ном, г-жа, г-жи, г-же, г-жу, тов., пан, пані, 先生, 女士, 同志, Mr.,
Mrs., Ms., Mr, Mrs, Ms, Dr., Dr
""")
)
"""Forms of address: they introduce a name and are no post."""

FULL_FORMS = {
    "Maj. Gen.": "Major General",
    "Maj Gen": "Major General",
    "Lt. Gen.": "Lieutenant General",
    "Lt Gen": "Lieutenant General",
    "Gen.": "General",
    "Brig. Gen.": "Brigadier General",
    "Sr. Col.": "Senior Colonel",
    "Sr Col": "Senior Colonel",
    "Snr Col": "Senior Colonel",
    "Lt. Col.": "Lieutenant Colonel",
    "Lt Col": "Lieutenant Colonel",
    "Col.": "Colonel",
    "Maj.": "Major",
    "Capt.": "Captain",
    "Sgt.": "Sergeant",
    "полк.": "полковник",
    "подполк.": "подполковник",
    "ген.-майор": "генерал-майор",
    "ген.-лейт.": "генерал-лейтенант",
    "ст. полковник": "старший полковник",
    "п/п-к": "подполковник",
    "п-к": "полковник",
}
"""Abbreviated ranks and what they stand for."""
