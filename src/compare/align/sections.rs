//! Which section of one document corresponds to which of the other.

use std::collections::{HashMap, HashSet};

use crate::compare::align::assign::{Edge, assign, assign_in_order};
use crate::compare::align::axes::Places;
use crate::compare::align::features::Features;
use crate::compare::align::matching::Matching;
use crate::compare::align::similarity::overlap;
use crate::compare::terms::marks::TermMark;

/// How alike two sections must be to pair where their order agrees.
pub(crate) const IN_ORDER: f64 = 0.5;
/// How alike they must be to pair out of order.
pub(crate) const MOVED: f64 = 0.62;
/// What it counts that two sections stand at the same place of lists that have axes.
const AT_PLACE: f64 = 0.4;
/// Up to this many candidate pairs every one is weighed; documents beyond it (a thousand sections
/// each) pair by equal headings alone.
pub(crate) const WEIGHED: usize = 1_000_000;
/// Up to this many candidate pairs, sections with unlike headings are compared by their content.
const BY_CONTENT: usize = 160_000;

/// Aligns the slots: the preambles with each other, then the sections in order, by heading, content
/// and what they nest in, and then the moved ones. The order-keeping step runs twice: once with the
/// parents' headings as evidence, and once knowing which parents went together.
pub(crate) fn align_sections(places: &Places) -> Matching {
    let (left, right) = (places.left.0, places.right.0);
    let (lefts, rights) = (left.slots.len(), right.slots.len());
    let mut matching = Matching::new(lefts, rights);
    if lefts.saturating_mul(rights) > WEIGHED {
        by_heading(left, right, &mut matching);
        matching.pair(0, 0);
        return matching;
    }
    let table = SectionTable::new(places);
    let first = in_order(&table, |i, j| table.parents_alike(i, j));
    let first = to_matching(lefts, rights, &first);
    let second = in_order(&table, |i, j| table.parents_paired(i, j, &first));
    matching = to_matching(lefts, rights, &second);
    moved(&table, &mut matching);
    matching
}

fn to_matching(lefts: usize, rights: usize, pairs: &[(usize, usize)]) -> Matching {
    let mut matching = Matching::new(lefts, rights);
    matching.pair(0, 0);
    pairs.iter().for_each(|(i, j)| matching.pair(*i, *j));
    matching
}

/// The n-th section of a name with the n-th of the same name.
fn by_heading(left: &Features, right: &Features, matching: &mut Matching) {
    let mut waiting: HashMap<TermMark, Vec<usize>> = HashMap::new();
    for (j, slot) in right.slots.iter().enumerate().skip(1).rev() {
        waiting.entry(slot.heading_id).or_default().push(j);
    }
    for (i, slot) in left.slots.iter().enumerate().skip(1) {
        if let Some(j) = waiting.get_mut(&slot.heading_id).and_then(Vec::pop) {
            matching.pair(i, j);
        }
    }
}

/// How alike any two sections are in heading and in content.
pub(crate) struct SectionTable<'a> {
    left: &'a Features<'a>,
    right: &'a Features<'a>,
    headings: Vec<f64>,
    contents: Vec<f64>,
    /// What stands at the same place of lists of sections that have axes.
    at_place: HashSet<(usize, usize)>,
}

impl<'a> SectionTable<'a> {
    pub(crate) fn new(places: &'a Places<'a>) -> Self {
        let (left, right) = (places.left.0, places.right.0);
        let size = left.slots.len() * right.slots.len();
        let (mut headings, mut contents) = (Vec::with_capacity(size), Vec::with_capacity(size));
        for a in &left.slots {
            for b in &right.slots {
                let heading = match a.heading_id == b.heading_id {
                    true => 1.0,
                    false => 0.95 * overlap(&a.heading, &b.heading),
                };
                headings.push(heading);
                let worthwhile = size <= BY_CONTENT || heading > 0.3;
                contents.push(if worthwhile { overlap(a.content, b.content) } else { 0.0 });
            }
        }
        let at_place = places.of_sections().into_iter().map(|(i, j, ..)| (i, j)).collect();
        Self { left, right, headings, contents, at_place }
    }

    pub(crate) fn heading(&self, i: usize, j: usize) -> f64 {
        self.headings[i * self.right.slots.len() + j]
    }

    pub(crate) fn content(&self, i: usize, j: usize) -> f64 {
        let (a, b) = (self.left.slots[i].content, self.right.slots[j].content);
        if a.terms.is_empty() && b.terms.is_empty() {
            return self.heading(i, j);
        }
        self.contents[i * self.right.slots.len() + j]
    }

    fn parents(&self, i: usize, j: usize) -> (Option<usize>, Option<usize>) {
        (self.left.slots[i].parent, self.right.slots[j].parent)
    }

    fn parents_alike(&self, i: usize, j: usize) -> f64 {
        match self.parents(i, j) {
            (None, None) => 1.0,
            (Some(a), Some(b)) => self.heading(a, b),
            _ => 0.2,
        }
    }

    pub(crate) fn parents_paired(&self, i: usize, j: usize, matching: &Matching) -> f64 {
        match self.parents(i, j) {
            (None, None) => 1.0,
            (Some(a), Some(b)) if matching.are_paired(a, b) => 1.0,
            _ => 0.2,
        }
    }

    /// How alike two sections are, given how alike what they nest in is.
    pub(crate) fn likeness(&self, i: usize, j: usize, parents: f64) -> f64 {
        let (heading, content) = (self.heading(i, j), self.content(i, j));
        if heading < 1.0 {
            let by_heading = 0.65 * heading + 0.25 * content + 0.1 * parents;
            let by_words = by_heading.max(0.85 * content + 0.1 * parents);
            let at_place = parents == 1.0 && self.at_place.contains(&(i, j));
            return by_words + if at_place { AT_PLACE } else { 0.0 };
        }
        // A name that a document uses again and again ("Examples") tells sections apart only
        // together with what they nest in or hold.
        let alone = self.left.slots[i].is_alone && self.right.slots[j].is_alone;
        match alone {
            // No likeness of what stands under other headings says more.
            true => 0.82 + 0.03 * content + 0.15 * parents,
            false => 0.25 + 0.45 * parents.max(content) + 0.15 * content + 0.15 * parents,
        }
    }
}

/// The order-keeping pairs of sections; the preamble takes no part.
fn in_order(table: &SectionTable, parents: impl Fn(usize, usize) -> f64) -> Vec<(usize, usize)> {
    let (lefts, rights) = (table.left.slots.len() - 1, table.right.slots.len() - 1);
    let mut gains = Vec::with_capacity(lefts * rights);
    for i in 1..=lefts {
        for j in 1..=rights {
            let likeness = table.likeness(i, j, parents(i, j));
            gains.push(if likeness >= IN_ORDER { likeness - IN_ORDER + 0.05 } else { 0.0 });
        }
    }
    let pairs = assign_in_order(lefts, rights, |i, j| gains[i * rights + j]);
    pairs.into_iter().map(|(i, j)| (i + 1, j + 1)).collect()
}

/// Pairs what is left, whatever its order.
fn moved(table: &SectionTable, matching: &mut Matching) {
    let mut edges = Vec::new();
    for i in (1..table.left.slots.len()).filter(|i| matching.of_left[*i].is_none()) {
        for j in (1..table.right.slots.len()).filter(|j| matching.of_right[*j].is_none()) {
            let likeness = table.likeness(i, j, table.parents_paired(i, j, matching));
            if likeness >= MOVED {
                edges.push(Edge { left: i, right: j, gain: likeness - MOVED + 0.05 });
            }
        }
    }
    for (i, j) in assign(&edges, table.left.slots.len(), table.right.slots.len()) {
        matching.pair(i, j);
    }
}
