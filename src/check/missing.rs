//! Numbered rungs: a number that is missing between two others, or that two roles have.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::check::checked::CheckedLadder;
use crate::check::rule_finding::RuleFinding;
use crate::check::rungs::Rungs;
use crate::check::walk::bare;
use crate::lexicon::words;
use crate::model::{Ladder, Role, Track};

/// With a wider gap the two rungs are on different scales.
const WIDEST_GAP: u32 = 8;

/// A numbered role and its place in its track.
struct Rung<'a> {
    at: usize,
    rungs: Rungs,
    role: &'a Role,
}

/// The rungs of a track on one scale, from the lowest up.
struct CountedRungs<'a> {
    rungs: Vec<Rung<'a>>,
    /// Numbers of the scale that other documents of the ladder or headings name.
    elsewhere: HashSet<u32>,
    /// The roles of the track without a number, by their place in it.
    uncounted: Vec<usize>,
}

/// A number is missing between two others of its track.
pub(crate) fn missing_rung(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    scales(ladder).iter().flat_map(CountedRungs::gaps).collect()
}

/// Two roles of a track have the same number, most often because one was copied.
pub(crate) fn doubled_rung(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let scales = scales(ladder);
    let doubled = scales.iter().filter_map(|scale| Some((scale, scale.doubled()?)));
    doubled.map(|(scale, [first, second])| twice(scale, first, second)).collect()
}

/// The roles with a number that another role of the track has, by file and line.
pub(crate) fn doubled_roles(ladder: &Ladder) -> HashSet<(String, usize)> {
    let of = |role: &Role| (role.document.file.clone(), role.document.line);
    let scales = scales(ladder);
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

fn scales(ladder: &Ladder) -> Vec<CountedRungs<'_>> {
    let spoken_of = spoken_of(ladder);
    let tracks = ladder.tracks.iter();
    let mut tracks: Vec<_> = tracks.map(|track| of_track(ladder, track, &spoken_of)).collect();
    let branches: Vec<(usize, HashSet<u32>)> = tracks
        .iter()
        .enumerate()
        .flat_map(|(at, scales)| scales.iter().map(move |scale| (at, scale.numbers().collect())))
        .collect();
    for (at, scales) in tracks.iter_mut().enumerate() {
        let others = branches.iter().filter(|(track, _)| *track != at);
        for (_, branch) in others {
            scales.iter_mut().for_each(|scale| scale.count_on(branch));
        }
    }
    tracks.into_iter().flatten().collect()
}

fn of_track<'a>(
    ladder: &'a Ladder,
    track: &Track,
    spoken_of: &HashMap<String, HashSet<u32>>,
) -> Vec<CountedRungs<'a>> {
    let mut families: BTreeMap<String, Vec<Rung>> = BTreeMap::new();
    let mut uncounted = Vec::new();
    for (at, role) in track.roles.iter().map(|id| ladder.role(*id)).enumerate() {
        let counted = Rungs::of_role(role);
        if counted.is_empty() {
            uncounted.push(at);
        }
        for rungs in counted {
            families.entry(rungs.family.clone()).or_default().push(Rung { at, rungs, role });
        }
    }
    let scale = |(family, mut rungs): (String, Vec<Rung<'a>>)| {
        rungs.sort_by_key(|rung| (rung.rungs.first, rung.rungs.last, rung.at));
        let elsewhere = spoken_of.get(&family).cloned().unwrap_or_default();
        CountedRungs { rungs, elsewhere, uncounted: uncounted.clone() }
    };
    families.into_iter().map(scale).filter(|scale| scale.rungs.len() > 1).collect()
}

/// The rungs that roles, titles of pages and headings name, by family. Such a rung is described
/// somewhere, if not as a role of this track. A list or table that names a rung does not describe it.
fn spoken_of(ladder: &Ladder) -> HashMap<String, HashSet<u32>> {
    let mut found: HashMap<String, HashSet<u32>> = HashMap::new();
    let mut add = |all: Vec<Rungs>| {
        for rungs in all {
            found.entry(rungs.family).or_default().extend(rungs.first..=rungs.last);
        }
    };
    ladder.roles.iter().for_each(|role| add(Rungs::of_role(role)));
    for (_, document) in ladder.documents() {
        add(Rungs::of_name(&document.title));
        document.sections.iter().for_each(|section| add(Rungs::of_name(section.title.as_str())));
    }
    found
}

impl<'a> CountedRungs<'a> {
    fn numbers(&self) -> impl Iterator<Item = u32> {
        self.rungs.iter().flat_map(|rung| rung.rungs.first..=rung.rungs.last)
    }

    /// A track that begins above the first level of another counts on with its numbers: managers from
    /// M3, where engineers begin with E1. A level that only managers have is not missing among the
    /// engineers.
    fn count_on(&mut self, branch: &HashSet<u32>) {
        if branch.iter().min() > self.numbers().min().as_ref() {
            self.elsewhere.extend(branch);
        }
    }

    fn has(&self, number: u32) -> bool {
        self.rungs.iter().any(|rung| rung.rungs.holds(number))
    }

    /// Whether no rung has a number, although there are rungs below it and above it.
    fn lacks(&self, number: u32) -> bool {
        let is_between = self.rungs.first().is_some_and(|lowest| lowest.rungs.first < number)
            && self.rungs.last().is_some_and(|highest| number < highest.rungs.last);
        is_between && !self.has(number) && !self.elsewhere.contains(&number)
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
