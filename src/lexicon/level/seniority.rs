//! How senior a name sounds.

use crate::lexicon::list::{LEADERS, SENIORITIES, SENIORITY_PARTS};
use crate::lexicon::words::words;

/// The rank of a name without a seniority: the middle of the ranks that lead nobody.
pub(super) const MIDDLE: u32 = 40;

/// From this rank on, a role leads people.
pub(crate) const LEADS: u32 = 110;

/// How senior a name sounds; higher is more senior.
pub(crate) fn seniority(name: &str) -> u32 {
    let mut words = words(name);
    if name.contains("em") && words.len() > 1 {
        // In lower case it is the Portuguese word for "in".
        let kept = name.split(|c: char| !c.is_alphanumeric()).filter(|word| *word != "em");
        words = kept.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    }
    let rank = |word: &String| {
        let bare = word.trim_end_matches(|c: char| c.is_ascii_digit());
        rank_of(bare).or_else(|| part(word))
    };
    let mut ranks: Vec<(&String, u32)> =
        words.iter().filter_map(|word| Some((word, rank(word)?))).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    let is_architect = has(&["architect", "arquiteto", "arquiteta", "arquitecto", "architekt"]);
    if ranks.is_empty() && !is_architect {
        return MIDDLE;
    }
    // A manager of a product or a program leads nobody; a manager of engineers does.
    let managed = ["product", "program", "programme", "project", "account", "release", "community"];
    let makes = has(&managed) && !has(&["engineering", "people", "team"]);
    ranks.retain(|(word, _)| !makes || !["manager", "mgr", "mngr"].contains(&word.as_str()));
    let ranks: Vec<u32> = ranks.into_iter().map(|(_, rank)| rank).collect();
    let highest = ranks.iter().copied().max().max(is_architect.then_some(73));
    let highest = highest.max((makes && has(&["group"])).then_some(65)).unwrap_or(MIDDLE);
    // Other words distinguish names of the same rank.
    match () {
        () if highest >= LEADS && has(&["executive", "evp"]) => highest + 6,
        () if highest >= LEADS && has(&["svp", "group"]) => highest + 3,
        () if highest > 50 && ranks.contains(&50) => highest + 3,
        () if highest >= LEADS && ranks.contains(&20) => highest - 2,
        () if highest >= LEADS && has(&["avp", "assistant", "deputy"]) => highest - 2,
        () => highest,
    }
}

/// The rank of a whole word, in the singular or plural.
pub(super) fn rank_of(word: &str) -> Option<u32> {
    let rank = |word: &str| LEADERS.get(word).or_else(|| SENIORITIES.get(word)).copied();
    rank(word).or_else(|| Some(one_of(word)).filter(|one| *one != word).and_then(rank))
}

/// The singular of a plural.
pub(super) fn one_of(word: &str) -> &str {
    word.strip_suffix('s').filter(|one| one.len() > 2).unwrap_or(word)
}

/// Whether parts of a word can mean a rank: no European script joins words like that.
pub(super) fn has_parts(word: &str) -> bool {
    word.chars().any(|c| c > '\u{52F}')
}

/// The rank of a part of a word.
pub(super) fn part(word: &str) -> Option<u32> {
    if !has_parts(word) {
        return None;
    }
    let found = SENIORITY_PARTS.iter().filter(|(part, _)| word.contains(**part));
    found.map(|(_, rank)| *rank).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_where_they_are_looked_for() {
        assert!(SENIORITY_PARTS.keys().all(|part| has_parts(part)));
    }

    #[track_caller]
    fn climbs(names: &[&str]) {
        let ranks: Vec<u32> = names.iter().map(|name| seniority(name)).collect();
        assert!(ranks.is_sorted_by(|a, b| a < b), "{names:?}: {ranks:?}");
    }

    #[test]
    fn seniority_climbs() {
        climbs(&[
            "Intern",
            "Junior Engineer",
            "Engineer",
            "Senior Engineer",
            "Staff Engineer",
            "Senior Staff Engineer",
            "Principal Engineer",
            "Engineering Manager",
            "Senior Engineering Manager",
            "Director",
            "Senior Director",
            "VP",
            "SVP",
            "CTO",
        ]);
    }

    #[test]
    fn managers_of_products_are_no_managers_of_people() {
        climbs(&[
            "Associate Product Manager",
            "Product Manager",
            "Senior Product Manager",
            "Group Product Manager",
            "Principal Product Manager",
            "Director of Product",
        ]);
        climbs(&["Program Manager", "Senior Program Manager", "Staff Program Manager"]);
        climbs(&["Senior Product Manager", "Product Engineering Manager"]);
    }

    #[test]
    fn seniority_climbs_in_other_languages() {
        climbs(&[
            "Estagiário",
            "Engenheiro Júnior",
            "Engenheiro Pleno",
            "Engenheiro Sênior",
            "Especialista",
            "Coordenador",
            "Gerente de Engenharia",
            "Gerente Sênior",
            "Diretor de Engenharia",
        ]);
        climbs(&[
            "Ingénieur débutant",
            "Ingénieur confirmé",
            "Ingénieur senior",
            "Directeur technique",
        ]);
        climbs(&[
            "Junior Entwickler",
            "Entwickler",
            "Senior Entwickler",
            "Leitender Entwickler",
            "Abteilungsleiter",
        ]);
    }
}
