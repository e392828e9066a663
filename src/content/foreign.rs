//! Names of levels and roles in languages other than English.

/// Words for a level, before or behind its number: "Nível 3", "레벨 2", "المستوى 1".
const LEVEL_WORDS: [&str; 21] = [
    "level",
    "grade",
    "band",
    "tier",
    "rung",
    "nível",
    "nivel",
    "niveau",
    "stufe",
    "livello",
    "уровень",
    "грейд",
    "레벨",
    "등급",
    "단계",
    "レベル",
    "等級",
    "级别",
    "等级",
    "مستوى",
    "المستوى",
];

/// What stands behind a number that is a level: "3급", "2级".
const LEVEL_ENDINGS: [&str; 6] = ["급", "級", "级", "단계", "등급", "레벨"];

/// Whole words for how far someone is, and how far that is on the scale of `levels::seniority`.
const SENIORITIES: [(&str, u32); 63] = [
    ("estagiário", 10),
    ("estagiária", 10),
    ("estagiario", 10),
    ("practicante", 10),
    ("becario", 10),
    ("stagiaire", 10),
    ("praktikant", 10),
    ("стажер", 10),
    ("стажёр", 10),
    ("trainee", 15),
    ("apprenti", 15),
    ("júnior", 20),
    ("débutant", 20),
    ("младший", 20),
    ("джуниор", 20),
    ("semisenior", 40),
    ("pleno", 40),
    ("plena", 40),
    ("confirmé", 40),
    ("confirmée", 40),
    ("средний", 40),
    ("мидл", 40),
    ("sênior", 50),
    ("sénior", 50),
    ("старший", 50),
    ("сеньор", 50),
    ("líder", 60),
    ("lider", 60),
    ("тимлид", 60),
    ("ведущий", 60),
    ("especialista", 70),
    ("эксперт", 75),
    ("главный", 80),
    ("coordenador", 120),
    ("coordenadora", 120),
    ("leitend", 60),
    ("leitende", 60),
    ("leitender", 60),
    ("teamleiter", 110),
    ("teamleiterin", 110),
    ("coordinador", 120),
    ("coordinadora", 120),
    ("coordinateur", 120),
    ("coordinatrice", 120),
    ("responsable", 120),
    ("jefe", 120),
    ("jefa", 120),
    ("gerente", 130),
    ("руководитель", 130),
    ("abteilungsleiter", 135),
    ("abteilungsleiterin", 135),
    ("diretor", 150),
    ("diretora", 150),
    ("directora", 150),
    ("directeur", 150),
    ("directrice", 150),
    ("direktor", 150),
    ("direktorin", 150),
    ("direttore", 150),
    ("direttrice", 150),
    ("bereichsleiter", 150),
    ("директор", 150),
    ("presidente", 170),
];

/// Parts of words in scripts that do not set words apart as English does, or that join articles to
/// them.
const PARTS: [(&str, u32); 60] = [
    ("인턴", 10),
    ("インターン", 10),
    ("实习", 10),
    ("實習", 10),
    ("متدرب", 10),
    ("신입", 15),
    ("新卒", 15),
    ("주니어", 20),
    ("ジュニア", 20),
    ("初级", 20),
    ("初級", 20),
    ("مبتدئ", 20),
    ("助理", 20),
    ("미들", 40),
    ("중급", 40),
    ("ミドル", 40),
    ("中级", 40),
    ("中級", 40),
    ("متوسط", 40),
    ("선임", 45),
    ("시니어", 50),
    ("고급", 50),
    ("シニア", 50),
    ("高级", 50),
    ("高級", 50),
    ("上級", 50),
    ("أول", 50),
    ("책임", 60),
    ("리드", 60),
    ("リード", 60),
    ("主任", 60),
    ("قائد", 60),
    ("资深", 65),
    ("資深", 65),
    ("스태프", 70),
    ("スタッフ", 70),
    ("كبير", 70),
    ("خبير", 75),
    ("专家", 75),
    ("專家", 75),
    ("アーキテクト", 75),
    ("架构师", 75),
    ("아키텍트", 75),
    ("수석", 80),
    ("プリンシパル", 80),
    ("프린시펄", 80),
    ("رئيسي", 80),
    ("首席", 85),
    ("팀장", 130),
    ("매니저", 130),
    ("マネージャ", 130),
    ("经理", 130),
    ("經理", 130),
    ("主管", 130),
    ("مدير", 130),
    ("디렉터", 150),
    ("ディレクター", 150),
    ("总监", 150),
    ("總監", 150),
    ("부사장", 170),
];

/// Parts of words for what someone is.
const ROLES: [&str; 42] = [
    "engenheir",
    "desenvolvedor",
    "gerente",
    "diretor",
    "analista",
    "arquitet",
    "projetista",
    "ingenier",
    "desarrollador",
    "diseñador",
    "ingénieur",
    "développeur",
    "entwickler",
    "ingenieur",
    "엔지니어",
    "개발자",
    "디자이너",
    "기획자",
    "분석가",
    "매니저",
    "디렉터",
    "팀장",
    "エンジニア",
    "デザイナー",
    "マネージャ",
    "开发",
    "工程师",
    "工程師",
    "设计师",
    "經理",
    "经理",
    "总监",
    "主管",
    "مهندس",
    "مدير",
    "مطور",
    "مصمم",
    "محلل",
    "инженер",
    "разработчик",
    "дизайнер",
    "менеджер",
];

/// Whether a word, in small letters, means "level".
pub(crate) fn is_level_word(word: &str) -> bool {
    LEVEL_WORDS.contains(&word)
}

/// The number in a word that is a level by its ending or beginning: "3급", "レベル2".
pub(crate) fn level_in_word(word: &str) -> Option<&str> {
    let number = |part: &str| !part.is_empty() && part.chars().all(char::is_numeric);
    let by_ending = LEVEL_ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    let by_start = LEVEL_WORDS.iter().filter_map(|start| word.strip_prefix(start));
    by_ending.chain(by_start).find(|part| number(part))
}

/// How senior a name in another language sounds; `words` are its words in small letters.
pub(crate) fn seniority(words: &[String]) -> Option<u32> {
    let whole = |word: &String| {
        let bare = word.trim_end_matches(|c: char| c.is_ascii_digit());
        SENIORITIES.iter().find(|(known, _)| *known == bare).map(|(_, rank)| *rank)
    };
    let part = |word: &String| {
        let found = PARTS.iter().filter(|(part, _)| word.contains(part)).map(|(_, rank)| *rank);
        found.max()
    };
    let ranks: Vec<u32> =
        words.iter().filter_map(|word| whole(word).or_else(|| part(word))).collect();
    let highest = ranks.iter().copied().max()?;
    // Among those who lead, "senior" and "junior" only tell them from each other.
    let leads = highest >= 110;
    let step = match () {
        () if !leads => 0,
        () if ranks.contains(&50) || words.iter().any(|word| word == "senior") => 5,
        () if ranks.contains(&20) || words.iter().any(|word| word == "junior") => {
            return Some(highest - 2);
        }
        () => 0,
    };
    Some(highest + step)
}

/// Whether a name in another language is that of someone who leads others.
pub(crate) fn leads(words: &[String]) -> bool {
    seniority(words).is_some_and(|rank| rank >= 110)
}

/// Whether a name in small letters holds a word for what someone is.
pub(crate) fn has_role(name: &str) -> bool {
    ROLES.iter().any(|part| name.contains(part))
}
