//! Which item, row, paragraph or code of one document corresponds to which of the other.

use rustc_hash::FxHashMap;

use crate::compare::align::assign::{Edge, assign};
use crate::compare::align::axes::Places;
use crate::compare::align::family::{Family, family};
use crate::compare::align::features::{Features, UnitFeatures};
use crate::compare::align::likeness::{IN_SECTION, kinship, likeness};
use crate::compare::align::matching::Matching;
use crate::compare::align::similarity::overlap;
use crate::compare::terms::marks::TermMark;

/// How alike units of different sections must be: a text that moved is still that text.
pub(crate) const MOVED: f64 = 0.6;
/// What surroundings count.
const NESTED_ALIKE: f64 = 0.08;
const BOTH_LONE: f64 = 0.2;
/// What it counts that two units stand at the same place of lists that have axes: enough to pair
/// them, unless words say otherwise.
const AT_PLACE: f64 = 0.4;
/// How alike two units must be where nothing else is more than half as much like either of them.
const UNRIVALLED: f64 = 0.16;
const RIVAL: f64 = 0.5;
/// How many words that tell something they must share, unless one is rare.
const EVIDENT: usize = 2;
/// In sections of more units than this, what is like nothing else is so by chance.
const FEW: usize = 16;
/// A text of fewer telling words ("Examples:") is no evidence that something moved.
pub(crate) const TELLING: usize = 3;
/// Up to this many candidate pairs in a section every one is weighed; beyond it those that share a
/// key or a rare word.
const WEIGHED: usize = 1_500_000;
/// In how many units one of the rarest words of a unit may stand to find candidates by it.
const RARE_IN: usize = 48;

/// Aligns the units of two sides whose sections are aligned: equal texts first, within sections and
/// then across; similar ones within sections, all at once so that the whole is best; what moved to
/// another section almost unchanged; last what is like nothing else in its section.
pub(crate) fn align_units(places: &Places, slots: &Matching) -> Matching {
    let (left, right) = (places.left.0, places.right.0);
    let mut matching = Matching::new(left.units.len(), right.units.len());
    let sections = sections(left, right, slots);
    for (lefts, rights) in &sections {
        equal(left, right, lefts, rights, &mut matching);
    }
    let telling = |side: &Features, at: &usize| side.units[*at].content_words >= TELLING;
    let all = |side: &Features| (0..side.units.len()).collect::<Vec<_>>();
    let (all_left, all_right) = (all(left), all(right));
    let some_left: Vec<_> = all_left.iter().copied().filter(|at| telling(left, at)).collect();
    let some_right: Vec<_> = all_right.iter().copied().filter(|at| telling(right, at)).collect();
    equal(left, right, &some_left, &some_right, &mut matching);
    for (lefts, rights) in &sections {
        similar(places, lefts, rights, &mut matching);
    }
    moved(left, right, &some_left, &some_right, &mut matching);
    equal(left, right, &all_left, &all_right, &mut matching);
    for (lefts, rights) in &sections {
        unrivalled(places, lefts, rights, &mut matching);
    }
    matching
}

/// The units of each pair of aligned sections.
fn sections(left: &Features, right: &Features, slots: &Matching) -> Vec<(Vec<usize>, Vec<usize>)> {
    let by_slot = |side: &Features| {
        let mut units = vec![Vec::new(); side.slots.len()];
        side.units.iter().enumerate().for_each(|(at, unit)| units[unit.slot].push(at));
        units
    };
    let (mut lefts, mut rights) = (by_slot(left), by_slot(right));
    slots
        .pairs()
        .map(|(i, j)| (std::mem::take(&mut lefts[i]), std::mem::take(&mut rights[j])))
        .collect()
}

/// Pairs equal texts, the first with the first; first those of the same kind.
fn equal(
    left: &Features,
    right: &Features,
    lefts: &[usize],
    rights: &[usize],
    matching: &mut Matching,
) {
    let of_kind = |unit: &UnitFeatures| (unit.identity, Some(family(unit.body)));
    let of_any = |unit: &UnitFeatures| (unit.identity, None);
    for name in [of_kind as fn(&UnitFeatures) -> (TermMark, Option<Family>), of_any] {
        let mut waiting: FxHashMap<_, Vec<usize>> = FxHashMap::default();
        for j in rights.iter().rev().filter(|j| matching.of_right[**j].is_none()) {
            waiting.entry(name(&right.units[*j])).or_default().push(*j);
        }
        for i in lefts {
            if matching.of_left[*i].is_none()
                && let Some(j) = waiting.get_mut(&name(&left.units[*i])).and_then(Vec::pop)
            {
                matching.pair(*i, j);
            }
        }
    }
}

/// Those that have no partner yet.
fn unpaired(units: &[usize], partners: &[Option<usize>]) -> Vec<usize> {
    units.iter().copied().filter(|at| partners[*at].is_none()).collect()
}

/// Pairs what is alike within two aligned sections.
fn similar(places: &Places, lefts: &[usize], rights: &[usize], matching: &mut Matching) {
    let (left, right) = (places.left.0, places.right.0);
    let (lefts, rights) =
        (unpaired(lefts, &matching.of_left), unpaired(rights, &matching.of_right));
    let mut edges = Vec::new();
    let mut known = FxHashMap::default();
    let mut at_place = |i: usize, j: usize| match (left.lists.of_unit(i), right.lists.of_unit(j)) {
        (Some(a), Some(b)) if a.number == b.number => {
            *known.entry((a.list, b.list)).or_insert_with(|| places.axis(a.list, b.list).is_some())
        }
        _ => false,
    };
    let mut weigh = |i: usize, j: usize| {
        let (a, b) = (&left.units[i], &right.units[j]);
        let likeness = standing((left, right), (i, j), at_place(i, j), matching);
        if likeness >= IN_SECTION {
            // Place decides between what is otherwise alike.
            let gain = likeness - IN_SECTION + 0.01 + 0.04 * (1.0 - (a.place - b.place).abs());
            edges.push(Edge { left: i, right: j, gain });
        }
    };
    if lefts.len().saturating_mul(rights.len()) <= WEIGHED {
        lefts.iter().for_each(|i| rights.iter().for_each(|j| weigh(*i, *j)));
    } else {
        candidates(left, right, &lefts, &rights).into_iter().for_each(|(i, j)| weigh(i, j));
    }
    for (i, j) in assign(&edges, left.units.len(), right.units.len()) {
        matching.pair(i, j);
    }
}

/// Pairs what is alike to some degree, and to nothing else in two aligned sections nearly as much:
/// where only one text on either side speaks of incidents, a little likeness is plain (the ratio test
/// of Lowe 2004). One word that the whole ladder is full of makes nothing plain.
fn unrivalled(places: &Places, lefts: &[usize], rights: &[usize], matching: &mut Matching) {
    let nothing_left = unpaired(lefts, &matching.of_left).is_empty()
        || unpaired(rights, &matching.of_right).is_empty();
    if nothing_left || lefts.len().max(rights.len()) > FEW {
        return;
    }
    let (left, right) = (places.left.0, places.right.0);
    let row = |i: &usize| -> Vec<f64> {
        rights.iter().map(|j| likeness(&left.units[*i], &right.units[*j])).collect()
    };
    let alike: Vec<Vec<f64>> = lefts.iter().map(row).collect();
    for (row, i) in lefts.iter().enumerate() {
        for (column, j) in rights.iter().enumerate() {
            let here = alike[row][column];
            let rivals = (0..rights.len()).filter(|it| *it != column).map(|it| alike[row][it]);
            let others = (0..lefts.len()).filter(|it| *it != row).map(|it| alike[it][column]);
            let most = rivals.chain(others).fold(0.0, f64::max);
            let plain = here >= UNRIVALLED && most <= RIVAL * here;
            if plain && is_evident(&left.units[*i], &right.units[*j]) && matching.are_free(*i, *j) {
                matching.pair(*i, *j);
            }
        }
    }
}

/// Whether what two texts share can be no chance: several words that tell something, or a rare one.
fn is_evident(left: &UnitFeatures, right: &UnitFeatures) -> bool {
    let shared = left.telling.iter().filter(|word| right.telling.binary_search(word).is_ok());
    let words = shared.map(|(_, rare)| if *rare { EVIDENT } else { 1 });
    words.sum::<usize>() >= EVIDENT
}

/// Pairs what is left and almost the same, whatever section it stands in.
fn moved(
    left: &Features,
    right: &Features,
    lefts: &[usize],
    rights: &[usize],
    matching: &mut Matching,
) {
    let (lefts, rights) =
        (unpaired(lefts, &matching.of_left), unpaired(rights, &matching.of_right));
    let mut edges = Vec::new();
    for (i, j) in candidates(left, right, &lefts, &rights) {
        let (a, b) = (&left.units[i], &right.units[j]);
        let likeness = kinship(a.body, b.body) * overlap(&a.whole, &b.whole);
        if likeness >= MOVED {
            edges.push(Edge { left: i, right: j, gain: likeness - MOVED + 0.01 });
        }
    }
    for (i, j) in assign(&edges, left.units.len(), right.units.len()) {
        matching.pair(i, j);
    }
}

/// The pairs that share a key or one of their rarest words, in order.
fn candidates(
    left: &Features,
    right: &Features,
    lefts: &[usize],
    rights: &[usize],
) -> Vec<(usize, usize)> {
    let mut standing: FxHashMap<Clue, Vec<usize>> = FxHashMap::default();
    for j in rights {
        for clue in clues(&right.units[*j]) {
            standing.entry(clue).or_default().push(*j);
        }
    }
    let mut found = Vec::new();
    for i in lefts {
        for clue in clues(&left.units[*i]) {
            let places = standing.get(&clue).filter(|places| places.len() <= RARE_IN);
            found.extend(places.into_iter().flatten().map(|j| (*i, *j)));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// What makes two units candidates for each other.
#[derive(PartialEq, Eq, Hash)]
enum Clue {
    Key(TermMark),
    Word(TermMark),
}

fn clues(unit: &UnitFeatures) -> impl Iterator<Item = Clue> {
    let key = unit.key.iter().map(|key| Clue::Key(key.id));
    key.chain(unit.rarest.iter().copied().map(Clue::Word))
}

/// How alike two units of aligned sections are, what surrounds them counted in: that the items they
/// nest in go together, that either is the only one of its kind in its section, as the one sentence
/// under "Timeline" is, and that they stand at the same place of lists with axes.
pub(crate) fn standing(
    (left, right): (&Features, &Features),
    (i, j): (usize, usize),
    at_place: bool,
    matching: &Matching,
) -> f64 {
    let (a, b) = (&left.units[i], &right.units[j]);
    let parents = match (a.parent, b.parent) {
        (Some(x), Some(y)) if matching.are_paired(x, y) => 1.0,
        (Some(x), Some(y)) => likeness(&left.units[x], &right.units[y]),
        _ => 0.0,
    };
    let lone = if are_lone(a, b) { BOTH_LONE } else { 0.0 };
    let place = if at_place { AT_PLACE } else { 0.0 };
    likeness(a, b) + place + NESTED_ALIKE * parents + lone
}

/// Whether each of two units is the only one of its kind in its section.
pub(crate) fn are_lone(left: &UnitFeatures, right: &UnitFeatures) -> bool {
    left.is_lone && right.is_lone && family(left.body) == family(right.body)
}
