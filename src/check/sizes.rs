//! Sizes and times that should grow from level to level.

use std::collections::BTreeMap;

use crate::check::checked::CheckedLadder;
use crate::check::facts::Fact;
use crate::check::rule_finding::RuleFinding;
use crate::lexicon::list::{GROWS, GROWS_NOT};
use crate::model::{RoleId, Subject, Track, Unit};

/// Fewer levels show no direction.
const FEWEST_LEVELS: usize = 3;

/// A size or time that grows from level to level shrinks at one level.
pub(crate) fn shrinking_range(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let mut of_role: BTreeMap<RoleId, Vec<&Fact>> = BTreeMap::new();
    for fact in checked.facts.iter().filter(|fact| fact.own) {
        if let Subject::Role(role) = fact.about {
            of_role.entry(role).or_default().push(fact);
        }
    }
    let mut found = Vec::new();
    for track in &ladder.tracks {
        // Roles beside each other are not expected to grow.
        let grows = |pair: &[&Fact]| match (pair[0].about, pair[1].about) {
            (Subject::Role(low), Subject::Role(high)) => checked.places.are_levels(low, high),
            _ => false,
        };
        let series = series(track, &of_role).into_iter();
        let series = series.filter(|series| series.windows(2).all(grows));
        found.extend(series.filter_map(|series| shrinks(&series)));
    }
    found
}

/// The facts of a track with the same key and unit, from the lowest rung up. If a role states several,
/// the whole series is uncertain and dropped.
fn series<'f, 'a>(
    track: &Track,
    of_role: &BTreeMap<RoleId, Vec<&'f Fact<'a>>>,
) -> Vec<Vec<&'f Fact<'a>>> {
    let mut all: BTreeMap<(String, String), Vec<&Fact>> = BTreeMap::new();
    for fact in track.roles.iter().filter_map(|role| of_role.get(role)).flatten() {
        if grows(&fact.terms, &fact.quantity.unit) {
            let unit = format!("{:?}", fact.quantity.unit);
            all.entry((fact.terms.join(" "), unit)).or_default().push(fact);
        }
    }
    let once = |series: &Vec<&Fact>| series.windows(2).all(|pair| pair[0].about != pair[1].about);
    all.into_values().filter(|series| series.len() >= FEWEST_LEVELS && once(series)).collect()
}

/// Whether more of something is more responsibility. A higher level may have less of other things: code,
/// meetings, direct reports.
fn grows(terms: &[String], unit: &Unit) -> bool {
    matches!(unit, Unit::Count(_) | Unit::Time | Unit::Money(_))
        && terms.iter().any(|term| GROWS.contains(term.as_str()))
        && !terms.iter().any(|term| GROWS_NOT.contains(term.as_str()))
}

/// The only level of a series whose size is smaller than that of the level below.
fn shrinks(series: &[&Fact]) -> Option<RuleFinding> {
    let mut falls = (1..series.len()).filter(|at| smaller(series[*at], series[at - 1]));
    let (fall, None) = (falls.next()?, falls.next()) else { return None };
    let without = |skipped: usize| {
        let rest: Vec<&&Fact> = series
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != skipped)
            .map(|(_, fact)| fact)
            .collect();
        rest.windows(2).all(|pair| smaller(pair[0], pair[1]))
    };
    if !without(fall) && !without(fall - 1) {
        return None;
    }
    let (below, here) = (series[fall - 1], series[fall]);
    let message = format!(
        "`{}` is {} here but {} a level below; at all other levels it grows",
        here.key, here.words, below.words
    );
    let help = "correct one of the two numbers";
    let finding = RuleFinding::new(here.document, here.line, here.words.clone(), message, help);
    let note = format!("`{}` says {}", below.document.title, below.words);
    Some(finding.note(below.document, below.line, note))
}

/// Whether a fact is less than another: no end is larger, and one is smaller.
fn smaller(fact: &Fact, than: &Fact) -> bool {
    let (a, b) = (&fact.quantity, &than.quantity);
    a.low <= b.low && a.high <= b.high && (a.low < b.low || a.high < b.high)
}
