//! The words by which people tell a role from other documents.

use crate::content::levels::{is_number, level_code, roman, words};

/// Words for what someone is.
const ROLES: [&str; 62] = [
    "accountant",
    "administrator",
    "advisor",
    "analyst",
    "apprentice",
    "architect",
    "assistant",
    "associate",
    "ceo",
    "cfo",
    "chief",
    "cio",
    "ciso",
    "consultant",
    "coo",
    "coordinator",
    "cpo",
    "cto",
    "designer",
    "dev",
    "developer",
    "devrel",
    "director",
    "em",
    "engineer",
    "evp",
    "executive",
    "fellow",
    "head",
    "ic",
    "intern",
    "lead",
    "leader",
    "manager",
    "mgr",
    "officer",
    "owner",
    "president",
    "producer",
    "programmer",
    "recruiter",
    "representative",
    "researcher",
    "sde",
    "scientist",
    "specialist",
    "sre",
    "strategist",
    "supervisor",
    "svp",
    "swe",
    "technician",
    "technologist",
    "tester",
    "tl",
    "tpm",
    "trainee",
    "vp",
    "writer",
    "cmo",
    "pm",
    "partner",
];

/// Words for how far someone is.
const SENIORITIES: [&str; 18] = [
    "associate",
    "apprentice",
    "distinguished",
    "entry",
    "fellow",
    "graduate",
    "intern",
    "jr",
    "junior",
    "mid",
    "middle",
    "midlevel",
    "principal",
    "senior",
    "sr",
    "staff",
    "trainee",
    "intermediate",
];

/// Parts of words for what someone is, in scripts and languages that are not split by the lists
/// above.
const FOREIGN: [&str; 27] = [
    "engenheir",
    "desenvolvedor",
    "gerente",
    "diretor",
    "analista",
    "arquitet",
    "ingenier",
    "desarrollador",
    "ingénieur",
    "développeur",
    "entwickler",
    "ingenieur",
    "엔지니어",
    "개발자",
    "매니저",
    "디렉터",
    "エンジニア",
    "マネージャ",
    "开发",
    "工程师",
    "经理",
    "总监",
    "مهندس",
    "مدير",
    "مطور",
    "инженер",
    "разработчик",
];

/// Words that name a text about roles rather than a role.
const PAGES: [&str; 74] = [
    "about",
    "appendix",
    "assessment",
    "calibration",
    "calibrations",
    "candidates",
    "career",
    "careers",
    "changelog",
    "checklist",
    "compensation",
    "competencies",
    "competency",
    "conduct",
    "contributing",
    "contributors",
    "equity",
    "evaluation",
    "example",
    "examples",
    "expectations",
    "faq",
    "faqs",
    "feedback",
    "framework",
    "frameworks",
    "glossary",
    "growth",
    "guide",
    "guidelines",
    "guides",
    "handbook",
    "hiring",
    "how",
    "index",
    "interview",
    "interviewing",
    "interviews",
    "introduction",
    "job",
    "jobs",
    "ladder",
    "ladders",
    "level",
    "leveling",
    "levelling",
    "levels",
    "license",
    "matrix",
    "metrics",
    "model",
    "onboarding",
    "overview",
    "path",
    "paths",
    "policy",
    "principles",
    "process",
    "progression",
    "promotion",
    "promotions",
    "questions",
    "readme",
    "resources",
    "responsibilities",
    "roadmap",
    "roles",
    "summary",
    "template",
    "templates",
    "track",
    "tracks",
    "values",
    "why",
];

/// Names of files that are pages whatever else speaks for a role.
const PAGE_FILES: [&str; 32] = [
    "404",
    "_footer",
    "_index",
    "_navbar",
    "_sidebar",
    "about",
    "authors",
    "bibliography",
    "changelog",
    "code-of-conduct",
    "contributing",
    "contributors",
    "copying",
    "credits",
    "faq",
    "faqs",
    "glossary",
    "home",
    "index",
    "introduction",
    "licence",
    "license",
    "menu",
    "notes",
    "overview",
    "readme",
    "references",
    "security",
    "sidebar",
    "summary",
    "template",
    "toc",
];

/// Whether a file of this name is an index of its folder.
pub(crate) fn is_index(stem: &str) -> bool {
    ["readme", "index", "_index", "_sidebar"].iter().any(|name| stem.eq_ignore_ascii_case(name))
}

/// Whether a file of this name is a page whatever else it says.
pub(crate) fn is_page_file(stem: &str) -> bool {
    let plain = stem.to_lowercase().replace(['_', ' '], "-");
    PAGE_FILES.contains(&stem.to_lowercase().as_str()) || PAGE_FILES.contains(&plain.as_str())
}

/// Whether a name is that of a text about roles: it has such a word, or a role in the plural. What
/// someone is head "of" says nothing, and a "Growth Engineer" is an engineer.
pub(crate) fn is_page_name(name: &str) -> bool {
    let words = words(name);
    let of = words.iter().position(|word| word == "of").unwrap_or(words.len());
    let words = &words[..of];
    let asks = |word: &String| matches!(word.as_str(), "how" | "why" | "what" | "about");
    if words.first().is_some_and(asks) || words.iter().any(|word| is_plural_role(word)) {
        return true;
    }
    let last = words.iter().rev().find(|word| roman(word).is_none() && !is_number(word));
    if last.is_some_and(|last| ROLES.contains(&last.as_str())) {
        return false;
    }
    let has_code = words
        .iter()
        .zip(words.iter().skip(1))
        .any(|(word, next)| matches!(word.as_str(), "level" | "grade" | "band") && is_number(next));
    words.iter().any(|word| PAGES.contains(&word.as_str()) && !(has_code && word == "level"))
}

fn is_plural_role(word: &str) -> bool {
    word.strip_suffix('s').is_some_and(|one| ROLES.contains(&one) && one.len() > 3)
}

/// Whether a name is plainly that of a role: it has a word for one, a seniority or a level's code,
/// and is short enough to be a name.
pub(crate) fn is_role_name(name: &str) -> bool {
    let words = words(name);
    let is_name = !words.is_empty() && words.len() <= 9 && !name.ends_with(['.', '?', '!', ':']);
    is_name && !is_page_name(name) && (has_role_word(name, &words) || level_code(name).is_some())
}

fn has_role_word(name: &str, words: &[String]) -> bool {
    let lower = name.to_lowercase();
    words.iter().any(|word| {
        // "senior1" is a senior as well.
        let word = word.trim_end_matches(|c: char| c.is_ascii_digit());
        ROLES.contains(&word) || SENIORITIES.contains(&word)
    }) || FOREIGN.iter().any(|part| lower.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn role_names_are_told_from_others() {
        for name in [
            "VP",
            "Growth Engineer",
            "Director of Policy",
            "Senior Engineer",
            "L4",
            "senior1",
            "Director of Design",
            "Level 3",
            "Tech Lead",
            "CTO",
            "Engenheiro de Software",
            "시니어 엔지니어",
        ] {
            assert!(is_role_name(name), "{name}");
        }
        for name in [
            "Notes",
            "Engineers",
            "Career Framework",
            "Engineering",
            "Interview: Senior",
            "Dimension",
            "How to lead",
            "Team size",
            "Leadership",
            "Roles",
            "",
        ] {
            assert!(!is_role_name(name), "{name}");
        }
    }
}
