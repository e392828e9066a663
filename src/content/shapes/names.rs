//! Which headings and cells are the names of levels.

use std::collections::{HashMap, HashSet};

use crate::content::levels;
use crate::content::role_words::{is_role_name, seniority_and_rest};

/// Words for how well someone does a thing: grades of skill, not rungs.
const PROFICIENCIES: [&str; 22] = [
    "beginner",
    "novice",
    "basic",
    "foundational",
    "developing",
    "competent",
    "proficient",
    "intermediate",
    "advanced",
    "expert",
    "mastery",
    "master",
    "meets",
    "exceeds",
    "below",
    "exceptional",
    "outstanding",
    "unsatisfactory",
    "awareness",
    "working",
    "practitioner",
    "emerging",
];

/// The name of a level in a heading or cell: one line, without decoration around it. `None` where
/// the text cannot name one.
pub(crate) fn level_name(text: &str) -> Option<String> {
    plain_name(text).filter(|name| is_role_name(name))
}

/// The names of levels among headings or cells that stand side by side. What alone would say little
/// is a level where several differ in seniority only: "Junior Maker" and "Senior Maker".
pub(crate) fn level_names<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<Option<String>> {
    let plain: Vec<Option<String>> = texts.map(plain_name).collect();
    let parts = |name: &Option<String>| seniority_and_rest(name.as_deref()?);
    let parts: Vec<Option<(String, String)>> = plain.iter().map(parts).collect();
    let mut fars: HashMap<&str, HashSet<&str>> = HashMap::new();
    for (far, rest) in parts.iter().flatten() {
        fars.entry(rest).or_default().insert(far);
    }
    let is_one_of_several = |at: usize| {
        let rest = parts.get(at).and_then(Option::as_ref).map(|(_, rest)| rest.as_str());
        rest.and_then(|rest| fars.get(rest)).is_some_and(|fars| fars.len() > 1)
    };
    let is_level = |(at, name): &(usize, Option<String>)| {
        name.as_deref().is_some_and(|name| is_role_name(name) || is_one_of_several(*at))
    };
    let named = plain.into_iter().enumerate();
    named.map(|entry| if is_level(&entry) { entry.1 } else { None }).collect()
}

/// A heading or cell on one line without decoration, where it can be a name.
fn plain_name(text: &str) -> Option<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = line.trim_matches(|c: char| matches!(c, '*' | '_' | '`' | '#' | ' '));
    let marks = ["→", "->", "=>", "⇒", "➡", "?", "？", "؟", "…"];
    let ends = ['.', ':', '!', '。', '：', ',', ';'];
    let is_sentence = marks.iter().any(|mark| name.contains(mark)) || name.ends_with(ends);
    (!is_sentence && !name.is_empty()).then(|| name.to_owned())
}

/// Whether names are grades of skill: none of them is a rung.
pub(crate) fn is_proficiency_scale<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    let (mut all, mut graded) = (0, 0);
    for name in names {
        all += 1;
        let words = levels::words(name);
        graded += usize::from(words.iter().any(|word| PROFICIENCIES.contains(&word.as_str())));
    }
    graded * 2 >= all && graded >= 2
}

/// Whether a name only goes on with what another one says: "Senior Engineer: growth" after "Senior
/// Engineer". A number makes another level of it.
pub(crate) fn goes_on(name: &str, before: &str) -> bool {
    let (words, start) = (levels::words(name), levels::words(before));
    match words.strip_prefix(start.as_slice()) {
        Some([next, ..]) if !start.is_empty() => {
            !levels::is_number(next) && levels::roman(next).is_none() && !is_role_name(name)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn level_names_are_told_from_other_headings() {
        for name in ["L4", "**Senior**", "Engineer II", "Level 3", "Nível 2", "시니어", "مهندس أول"]
        {
            assert!(level_name(name).is_some(), "{name}");
        }
        for name in ["L4 → L5", "Senior?", "Senior engineers", "The senior.", "Levels", "Scope:"]
        {
            assert_eq!(level_name(name), None, "{name}");
        }
    }

    #[test]
    fn grades_of_skill_are_no_rungs() {
        assert!(is_proficiency_scale(["Beginner", "Intermediate", "Expert"].into_iter()));
        assert!(is_proficiency_scale(["Meets", "Exceeds"].into_iter()));
        assert!(!is_proficiency_scale(["Junior", "Senior", "Expert Engineer"].into_iter()));
    }
}
