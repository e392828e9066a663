//! What a shape saw in a document.

use crate::content::levels;
use crate::content::role_words::says_seniority;
use crate::model::{Block, Origin, Section};

/// The roles that one shape saw in a document.
#[derive(Debug)]
pub(crate) struct Seen {
    /// The roles by track, from the lowest rung up.
    pub(crate) tracks: Vec<SeenTrack>,
    /// For each section of the document whether it now stands in a role and nowhere else.
    pub(crate) taken: Vec<bool>,
    /// What made them roles, in words.
    pub(crate) rule: String,
}

/// A run of roles in a document.
#[derive(Debug)]
pub(crate) struct SeenTrack {
    /// What the document calls it; `None` where it has no other name than the document's.
    pub(crate) title: Option<String>,
    pub(crate) roles: Vec<SeenRole>,
}

/// A role in a document.
#[derive(Debug, Clone)]
pub(crate) struct SeenRole {
    pub(crate) origin: Origin,
    pub(crate) title: String,
    /// The level, as the document writes it.
    pub(crate) level: Option<String>,
    /// The line of its heading, cell or key.
    pub(crate) line: usize,
    pub(crate) last_line: usize,
    /// The anchor of its heading.
    pub(crate) anchor: Option<String>,
    pub(crate) preamble: Vec<Block>,
    pub(crate) sections: Vec<Section>,
}

/// Puts roles of data in order, which stand as they came to mind: by the numbers of their levels, else
/// by seniority where all of them say it; as they stand otherwise, from the lowest up.
pub(crate) fn climb(roles: &mut [SeenRole]) {
    let number = |role: &SeenRole| {
        let code = role.level.as_deref().map(str::to_owned);
        let code = code.or_else(|| levels::level_code(&role.title))?;
        let letters = code.trim_end_matches(|c: char| c.is_numeric()).trim().to_lowercase();
        Some((letters, levels::level_number(&code)?))
    };
    let numbers: Option<Vec<(String, u32)>> = roles.iter().map(number).collect();
    let are_akin = |numbers: &Vec<(String, u32)>| {
        numbers.iter().zip(numbers.iter().skip(1)).all(|(a, b)| a.0 == b.0)
    };
    if numbers.as_ref().is_some_and(are_akin) {
        roles.sort_by_key(|role| number(role).map(|(_, number)| number));
    } else if numbers.is_none() && roles.iter().all(|role| says_seniority(&role.title)) {
        roles.sort_by_key(|role| {
            (levels::seniority(&role.title), levels::level_number(&role.title).unwrap_or(0))
        });
    } else {
        upward(roles);
    }
}

/// Turns roles round that stand from the top down.
pub(crate) fn upward(roles: &mut [SeenRole]) {
    let levels: Option<Vec<&str>> = roles.iter().map(|role| role.level.as_deref()).collect();
    let titles = || roles.iter().map(|role| role.title.as_str()).collect();
    if is_downward(&levels.unwrap_or_else(titles)) {
        roles.reverse();
    }
}

/// Whether names stand from the most senior down.
pub(crate) fn is_downward(names: &[&str]) -> bool {
    // With a code each, the numbers decide; else how senior the names sound.
    let codes: Vec<Option<u32>> = names
        .iter()
        .map(|name| levels::level_code(name).and_then(|code| levels::level_number(&code)))
        .collect();
    let are_coded = codes.iter().all(Option::is_some);
    let ranks: Vec<(u32, u32)> = match codes.iter().copied().collect::<Option<Vec<u32>>>() {
        Some(codes) => codes.into_iter().map(|code| (0, code)).collect(),
        None => names
            .iter()
            .map(|name| (levels::seniority(name), levels::level_number(name).unwrap_or(0)))
            .collect(),
    };
    let steps = || ranks.iter().zip(ranks.iter().skip(1));
    let down = steps().filter(|(a, b)| a > b).count();
    let up = steps().filter(|(a, b)| a < b).count();
    // Two roles of different kinds are in no order.
    let kinds = || names.iter().map(|name| levels::words(name));
    let first = kinds().next().and_then(|words| words.last().cloned());
    let are_akin = names.len() > 2
        || are_coded
        || kinds().all(|words| words.len() == 1)
        || kinds().all(|words| words.last() == first.as_ref());
    down > up && are_akin
}
