//! Runs of roles that are two tracks in one: makers and managers side by side.

use std::collections::HashSet;

use crate::content::levels;
use crate::content::shapes::seen::{SeenRole, SeenTrack, upward};

/// What stands in a name for a track.
const MARKERS: [(&str, &[&str]); 3] = [
    ("IC", &["ic", "individual contributor", "technical"]),
    ("EM", &["em", "m", "manager", "management", "people manager", "leadership"]),
    ("TL", &["tl", "tech lead"]),
];

/// A run as the tracks that stand in it: where each role has a level and says its track, or where the
/// codes of levels begin with different letters.
pub(crate) fn apart(track: SeenTrack, base: &str) -> Vec<SeenTrack> {
    let codes: Vec<Option<String>> =
        track.roles.iter().map(|role| levels::level_code(&role.title)).collect();
    let by = by_marker(&track.roles, &codes).or_else(|| by_letters(&codes));
    let Some(by) = by else { return vec![track] };
    let base = track.title.unwrap_or_else(|| base.to_owned());
    let mut tracks: Vec<(String, SeenTrack)> = Vec::new();
    for (role, key) in track.roles.into_iter().zip(by) {
        match tracks.iter_mut().find(|(known, _)| *known == key) {
            Some((_, track)) => track.roles.push(role),
            None => {
                let title = Some(format!("{base}: {key}"));
                tracks.push((key, SeenTrack { title, roles: vec![role] }));
            }
        }
    }
    let mut tracks: Vec<SeenTrack> = tracks.into_iter().map(|(_, track)| track).collect();
    tracks.iter_mut().for_each(|track| upward(&mut track.roles));
    tracks
}

/// The track that each name says, where none has two roles of one level, and levels would stand
/// twice otherwise or each track has several.
fn by_marker(roles: &[SeenRole], codes: &[Option<String>]) -> Option<Vec<String>> {
    let keys: Option<Vec<&str>> = roles.iter().map(|role| marker(&role.title)).collect();
    let keys = keys?;
    let distinct: HashSet<&str> = keys.iter().copied().collect();
    let numbers: Option<Vec<u32>> =
        codes.iter().map(|code| code.as_deref().and_then(levels::level_number)).collect();
    let numbers = numbers?;
    let all: HashSet<u32> = numbers.iter().copied().collect();
    let each: HashSet<(&str, u32)> = keys.iter().copied().zip(numbers).collect();
    let count = |key: &&str| keys.iter().filter(|other| *other == key).count();
    let are_several = distinct.iter().all(|key| count(key) > 1);
    let is_two =
        distinct.len() > 1 && each.len() == roles.len() && (all.len() < roles.len() || are_several);
    is_two.then(|| keys.into_iter().map(str::to_owned).collect())
}

fn marker(title: &str) -> Option<&'static str> {
    let words = levels::words(title);
    let has = |phrase: &&str| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        words.windows(phrase.len()).any(|window| window.iter().eq(phrase.iter()))
    };
    let mut found = MARKERS.iter().filter(|(_, names)| names.iter().any(has)).map(|(key, _)| *key);
    found.next().filter(|_| found.next().is_none())
}

/// The letters before the numbers of codes, where there are two kinds of codes for several roles
/// each: "IC3" and "M3".
fn by_letters(codes: &[Option<String>]) -> Option<Vec<String>> {
    let letters = |code: &String| {
        let letters: String = code.chars().take_while(|c| c.is_alphabetic()).collect();
        Some(letters.to_uppercase()).filter(|letters| letters.len() < code.len())
    };
    let keys: Option<Vec<String>> =
        codes.iter().map(|code| code.as_ref().and_then(letters)).collect();
    let keys = keys?;
    let distinct: HashSet<&String> = keys.iter().collect();
    let counts = distinct.iter().map(|key| keys.iter().filter(|other| **other == **key).count());
    (distinct.len() > 1 && counts.min() > Some(1)).then_some(keys)
}
