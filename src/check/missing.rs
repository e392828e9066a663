//! Numbered rungs: a number that is missing between two others, or that two roles have.

use std::collections::{BTreeMap, HashSet};

use rustc_hash::FxHashMap;

use crate::check::apart::NamedPlaces;
use crate::check::checked::CheckedLadder;
use crate::check::named_rungs::NamedRungs;
use crate::check::rule_finding::RuleFinding;
use crate::check::rungs::{RungNumbers, Rungs};
use crate::check::walk::bare;
use crate::lexicon::words;
use crate::model::{Ladder, Role, Track};

/// With a wider gap the two rungs are on different scales.
const WIDEST_GAP: u32 = 8;

/// A numbered role and its place in its track.
struct Rung<'a> {
    at: usize,
    rungs: &'a Rungs,
    role: &'a Role,
}

/// The rungs of a track on one scale, from the lowest up.
struct CountedRungs<'a> {
    rungs: Vec<Rung<'a>>,
    numbers: RungNumbers,
    /// Numbers of the scale that other documents of the ladder or headings name.
    elsewhere: RungNumbers,
    /// The roles of the track without a number, by their place in it.
    uncounted: Vec<usize>,
}

/// A number is missing between two others of its track.
pub(crate) fn missing_rung(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    scales(checked).iter().flat_map(CountedRungs::gaps).collect()
}

/// Two roles of a track have the same number, most often because one was copied.
pub(crate) fn doubled_rung(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let scales = scales(checked);
    let doubled = scales.iter().filter_map(|scale| Some((scale, scale.doubled()?)));
    doubled.map(|(scale, [first, second])| twice(scale, first, second)).collect()
}

/// The roles with a number that another role of the track has, by file and line.
pub(crate) fn doubled_roles<'c>(checked: &'c CheckedLadder<'_>) -> HashSet<(&'c str, usize)> {
    let of = |role: &'c Role| (role.document.file.as_str(), role.document.line);
    let scales = scales(checked);
    scales.iter().filter_map(|scale| scale.doubled().map(|[_, second]| of(second.role))).collect()
}

fn twice(scale: &CountedRungs, first: &Rung, second: &Rung) -> RuleFinding {
    let number = second.rungs.first;
    let name = second.rungs.called(number);
    let lacks = [number + 1, number.saturating_sub(1)];
    let lacks = lacks.into_iter().find(|number| scale.lacks(*number));
    let message = match lacks {
        Some(lacks) => {
            format!("`{name}` exists twice, but `{}` is missing", second.rungs.called(lacks))
        }
        None => format!("`{name}` exists twice"),
    };
    let help = "give one of the two another number, or merge the two roles";
    let document = &second.role.document;
    let finding = RuleFinding::new(document, document.line, document.title.clone(), message, help);
    let other = &first.role.document;
    finding.note(other, other.line, format!("`{}` has the same number", other.title))
}

fn scales<'c>(checked: &'c CheckedLadder<'_>) -> Vec<CountedRungs<'c>> {
    let CheckedLadder { ladder, places, named_rungs, .. } = checked;
    let of_track = |track| of_track(ladder, track, places, named_rungs);
    let mut tracks: Vec<_> = ladder.tracks.iter().map(of_track).collect();
    // Of each scale the first track that has it, and whether others have it too.
    let mut branches: FxHashMap<RungNumbers, (usize, bool)> = FxHashMap::default();
    for (at, scale) in
        tracks.iter().enumerate().flat_map(|(at, of)| of.iter().map(move |it| (at, it)))
    {
        let (first, is_common) = branches.entry(scale.numbers).or_insert((at, false));
        *is_common |= *first != at;
    }
    for (at, scales) in tracks.iter_mut().enumerate() {
        let others = branches.iter().filter(|(_, (first, is_common))| *is_common || *first != at);
        for (branch, _) in others {
            scales.iter_mut().for_each(|scale| scale.count_on(*branch));
        }
    }
    tracks.into_iter().flatten().collect()
}

fn of_track<'c>(
    ladder: &'c Ladder,
    track: &Track,
    places: &'c NamedPlaces<'_>,
    named: &NamedRungs,
) -> Vec<CountedRungs<'c>> {
    let mut families: BTreeMap<&str, Vec<Rung>> = BTreeMap::new();
    let mut uncounted = Vec::new();
    for (at, id) in track.roles.iter().enumerate() {
        let counted = places.rungs(*id);
        if counted.is_empty() {
            uncounted.push(at);
        }
        for rungs in counted {
            let rung = Rung { at, rungs, role: ladder.role(*id) };
            families.entry(&rungs.family).or_default().push(rung);
        }
    }
    let scale = |(family, mut rungs): (&str, Vec<Rung<'c>>)| {
        rungs.sort_by_key(|rung| (rung.rungs.first, rung.rungs.last, rung.at));
        let elsewhere = named.get(family).copied().unwrap_or_default();
        let mut numbers = RungNumbers::default();
        rungs.iter().for_each(|rung| numbers.add(rung.rungs));
        CountedRungs { rungs, numbers, elsewhere, uncounted: uncounted.clone() }
    };
    families.into_iter().map(scale).filter(|scale| scale.rungs.len() > 1).collect()
}

impl<'a> CountedRungs<'a> {
    /// A track that begins above the first level of another counts on with its numbers: managers from
    /// M3, where engineers begin with E1. A level that only managers have is not missing among the
    /// engineers.
    fn count_on(&mut self, branch: RungNumbers) {
        if branch.lowest() > self.numbers.lowest() {
            self.elsewhere.extend(branch);
        }
    }

    /// Whether no rung has a number, although there are rungs below it and above it.
    fn lacks(&self, number: u32) -> bool {
        let is_between = self.rungs.first().is_some_and(|lowest| lowest.rungs.first < number)
            && self.rungs.last().is_some_and(|highest| number < highest.rungs.last);
        is_between && !self.numbers.have(number) && !self.elsewhere.have(number)
    }

    fn gaps(&self) -> Vec<RuleFinding> {
        // The numbers of grades may go up by two or ten.
        let pairs = || self.rungs.windows(2).map(|pair| (&pair[0], &pair[1]));
        let step = |(low, high): (&Rung, &Rung)| high.rungs.first.saturating_sub(low.rungs.last);
        let steps: Vec<u32> = pairs().map(step).filter(|step| *step > 0).collect();
        let by_fives = self.rungs.iter().all(|rung| rung.rungs.first % 5 == 0);
        if by_fives || (steps.len() > 1 && !steps.contains(&1)) {
            return Vec::new();
        }
        pairs().filter_map(|(low, high)| self.gap(low, high)).collect()
    }

    fn gap(&self, low: &Rung, high: &Rung) -> Option<RuleFinding> {
        let between = low.rungs.last + 1..high.rungs.first;
        let missing: Vec<u32> = between.clone().filter(|number| self.lacks(*number)).collect();
        let (first, last) = (*missing.first()?, *missing.last()?);
        // A role without a number between the two is probably the missing one.
        let (from, to) = (low.at.min(high.at), low.at.max(high.at));
        let is_filled = self.uncounted.iter().any(|at| (from..to).contains(at));
        // If a number exists twice, one of the two was meant to be the missing one.
        let is_doubled = missing.len() == 1
            && self.doubled().is_some_and(|[one, _]| {
                one.rungs.first + 1 == first || one.rungs.first == first + 1
            });
        let is_gap = missing.len() == between.count() && missing.len() as u32 <= WIDEST_GAP;
        if is_filled || is_doubled || !is_gap {
            return None;
        }
        let name = |number| format!("`{}`", high.rungs.called(number));
        let missing = match missing.len() {
            1 => format!("{} is missing", name(first)),
            2 => format!("{} and {} are missing", name(first), name(last)),
            _ => format!("{} to {} are missing", name(first), name(last)),
        };
        let (below, above) = (&low.role.document, &high.role.document);
        let message = format!("{missing} between `{}` and `{}`", below.title, above.title);
        let help = "add what is missing, or renumber the roles around it";
        let finding = RuleFinding::new(above, above.line, above.title.clone(), message, help);
        Some(finding.note(below, below.line, format!("`{}` is here", below.title)))
    }

    /// The two roles with the same number, if only one number exists twice. If several do, the track
    /// has two parallel runs of roles.
    fn doubled(&self) -> Option<[&Rung<'a>; 2]> {
        let mut found = None;
        for pair in self.rungs.windows(2) {
            let [one, other] = [&pair[0], &pair[1]];
            if one.rungs.first == other.rungs.first && one.rungs.last == other.rungs.last {
                if found.is_some() {
                    return None;
                }
                found = Some([one, other]);
            }
        }
        let [one, other] = found?;
        let number = one.rungs.first;
        let highest = self.rungs.last().is_some_and(|rung| rung.rungs.last == number);
        let words: [HashSet<String>; 2] =
            [one, other].map(|rung| words(&rung.rungs.rest).into_iter().collect());
        let is_pure = words.iter().all(HashSet::is_empty);
        // "Rank 2 (Builder)" and "Rank 2 (Maker)", "L2 Builder" and "L2 Senior Builder" are one rung
        // for two fields.
        let in_brackets = |rung: &Rung| rung.rungs.rest.trim_start().starts_with(['(', ',']);
        let is_field = !words[0].is_disjoint(&words[1]) || (in_brackets(one) && in_brackets(other));
        let misses = self.lacks(number + 1) || self.lacks(number.saturating_sub(1));
        // Another rule reports roles with the same name.
        let is_spelt_twice = bare(&one.role.document.title) != bare(&other.role.document.title);
        let is_slip = misses || (is_pure && (highest || is_spelt_twice));
        (is_slip && !is_field && one.rungs.first == one.rungs.last).then_some([one, other])
    }
}
