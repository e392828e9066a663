//! The aligned sides as topics that nest as the sections do.
//!
//! The right document gives the order: each of its sections is a topic at its own place, and a text
//! that moved is where it is on the right. What only the left side has follows what it followed there.

use std::collections::{BTreeSet, HashMap};

use crate::compare::align::matching::Matching;
use crate::compare::comparison::{Kind, Pair, Topic, TopicSource};
use crate::compare::pairs::{pair, topic_kind};
use crate::compare::spot::Spot;
use crate::compare::units::Flat;
use crate::compare::why::Why;
use crate::lexicon::fold_space;
use crate::model::Subject;

/// Both sides with their pairs.
pub(crate) struct Aligned<'a> {
    pub(crate) left: &'a Flat,
    pub(crate) right: &'a Flat,
    /// Whether both are of one ladder, so that the tables of either can speak of the other.
    pub(crate) one_ladder: bool,
    pub(crate) slots: &'a Matching,
    pub(crate) units: &'a Matching,
    /// Which sections of either side are about promotion to another level, or about one that is not
    /// compared.
    pub(crate) way_up: &'a [Vec<bool>; 2],
    /// Where the reasons are asked for.
    pub(crate) why: Option<&'a Why<'a>>,
}

/// A topic to be: a section of the right side with its partner, or one that only the left has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Node {
    Left(usize),
    Right(usize),
}

/// What only the left side has: by what it nests in and what it follows there.
type Followers = HashMap<(Option<Node>, Option<Node>), Vec<Node>>;

/// The topics of two aligned documents; those about promotion come last, out of what they nest in.
pub(crate) fn aligned_topics(aligned: &Aligned) -> Vec<Topic> {
    let mut rights: HashMap<Option<Node>, Vec<Node>> = HashMap::new();
    for (j, slot) in aligned.right.slots.iter().enumerate() {
        rights.entry(slot.parent.map(Node::Right)).or_default().push(Node::Right(j));
    }
    let mut nesting = Nesting { aligned, rights, lefts: left_nodes(aligned), ways_up: Vec::new() };
    let mut topics = nesting.inside(None, false);
    // The title is no section: without a text before the first section there is nothing to compare.
    if [aligned.left, aligned.right].iter().all(|side| side.slots[0].units.is_empty()) {
        topics.remove(0);
    }
    topics.extend(nesting.ways_up);
    topics
}

/// The nesting of sections.
struct Nesting<'a> {
    aligned: &'a Aligned<'a>,
    /// The sections of the right side, by what they nest in.
    rights: HashMap<Option<Node>, Vec<Node>>,
    lefts: Followers,
    /// The outermost topics about promotion, so far.
    ways_up: Vec<Topic>,
}

/// The sections that only the left side has, by what they nest in and follow.
fn left_nodes(aligned: &Aligned) -> Followers {
    let mut followers: Followers = HashMap::new();
    let mut last: HashMap<Option<usize>, Node> = HashMap::new();
    for (i, slot) in aligned.left.slots.iter().enumerate() {
        let parent = slot.parent.map(|parent| node_of_left(aligned, parent));
        match aligned.slots.of_left[i] {
            Some(j) => {
                let there = aligned.right.slots[j].parent.map(Node::Right);
                if there == parent {
                    last.insert(slot.parent, Node::Right(j));
                }
            }
            None => {
                let anchor = last.get(&slot.parent).copied();
                followers.entry((parent, anchor)).or_default().push(Node::Left(i));
            }
        }
    }
    followers
}

fn node_of_left(aligned: &Aligned, slot: usize) -> Node {
    aligned.slots.of_left[slot].map_or(Node::Left(slot), Node::Right)
}

impl Nesting<'_> {
    /// The topics inside a node; those about promotion are apart unless it is about that itself.
    fn inside(&mut self, parent: Option<Node>, is_way_up: bool) -> Vec<Topic> {
        let mut topics = Vec::new();
        for node in self.nodes(parent) {
            let goes_up = is_way_up || self.is_way_up(node);
            let topic = self.topic(node, goes_up);
            let into = if goes_up == is_way_up { &mut topics } else { &mut self.ways_up };
            into.push(topic);
        }
        topics
    }

    fn nodes(&self, parent: Option<Node>) -> Vec<Node> {
        let followers = |anchor| self.lefts.get(&(parent, anchor)).into_iter().flatten().copied();
        let mut nodes: Vec<Node> = followers(None).collect();
        for node in self.rights.get(&parent).into_iter().flatten() {
            nodes.push(*node);
            nodes.extend(followers(Some(*node)));
        }
        nodes
    }

    /// The sections of a node on either side.
    fn sections(&self, node: Node) -> (Option<usize>, Option<usize>) {
        match node {
            Node::Left(i) => (Some(i), None),
            Node::Right(j) => (self.aligned.slots.of_right[j], Some(j)),
        }
    }

    /// Whether the section of either side is about promotion.
    fn is_way_up(&self, node: Node) -> bool {
        let (left, right) = self.sections(node);
        let [of_left, of_right] = self.aligned.way_up;
        left.is_some_and(|i| of_left[i]) || right.is_some_and(|j| of_right[j])
    }

    fn topic(&mut self, node: Node, is_way_up: bool) -> Topic {
        let aligned = self.aligned;
        let (left, right) = self.sections(node);
        let pairs = pairs(aligned, left, right);
        let topics = self.inside(Some(node), is_way_up);
        let whole = left.zip(right).is_some_and(|(i, j)| is_whole(aligned, i, j));
        let why = aligned.why.map(|why| why.of_sections(left, right)).unwrap_or_default();
        let left = left.map(|i| heading(aligned.left, i));
        let right = right.map(|j| heading(aligned.right, j));
        let mut topic = section_topic(left, right, pairs, topics);
        if topic.kind == Kind::Same && !whole {
            topic.kind = Kind::Changed;
        }
        if is_way_up {
            topic.source = TopicSource::WayUp;
        }
        topic.why = why;
        topic
    }
}

/// Whether every text and every inner section of two sections has its partner in the other. Where one
/// moved away, neither section is the same any more, though the pair is in only one of them.
fn is_whole(aligned: &Aligned, left: usize, right: usize) -> bool {
    let (slots, units) = (aligned.slots, aligned.units);
    holds_partners(aligned.left, left, aligned.right, right, &slots.of_left, &units.of_left)
        && holds_partners(
            aligned.right,
            right,
            aligned.left,
            left,
            &slots.of_right,
            &units.of_right,
        )
}

fn holds_partners(
    side: &Flat,
    slot: usize,
    other: &Flat,
    other_slot: usize,
    slot_partners: &[Option<usize>],
    unit_partners: &[Option<usize>],
) -> bool {
    let there = &other.slots[other_slot].units;
    let mut units = side.slots[slot].units.clone();
    let mut inner =
        (slot + 1..side.slots[slot].end).filter(|at| side.slots[*at].parent == Some(slot));
    units.all(|at| unit_partners[at].is_some_and(|partner| there.contains(&partner)))
        && inner.all(|at| {
            slot_partners[at].is_some_and(|at| other.slots[at].parent == Some(other_slot))
        })
}

/// A topic of sections from its headings and what it holds.
fn section_topic(
    left: Option<Spot>,
    right: Option<Spot>,
    pairs: Vec<Pair>,
    topics: Vec<Topic>,
) -> Topic {
    let headings = match (&left, &right) {
        (Some(left), Some(right)) if fold_space(&left.text) == fold_space(&right.text) => {
            Kind::Same
        }
        (Some(_), Some(_)) => Kind::Changed,
        (Some(_), None) => Kind::Left,
        _ => Kind::Right,
    };
    let title = right.as_ref().or(left.as_ref()).map(|spot| spot.text.clone()).unwrap_or_default();
    Topic {
        kind: topic_kind(headings, &pairs, &topics),
        title,
        source: TopicSource::Sections,
        left,
        right,
        pairs,
        topics,
        why: Vec::new(),
    }
}

fn heading(side: &Flat, slot: usize) -> Spot {
    let slot = &side.slots[slot];
    side.document.spot(slot.line, &slot.heading)
}

/// The pairs of a topic: the right side's units in order, each with its partner, and between them
/// what only the left section has.
fn pairs(aligned: &Aligned, left: Option<usize>, right: Option<usize>) -> Vec<Pair> {
    let mut alone: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    let rights = right.map_or(0..0, |j| aligned.right.slots[j].units.clone());
    let mut anchor = None;
    for i in left.map_or(0..0, |i| aligned.left.slots[i].units.clone()) {
        match aligned.units.of_left[i] {
            Some(j) if rights.contains(&j) => anchor = Some(j),
            Some(_) => {}
            None => alone.entry(anchor).or_default().push(i),
        }
    }
    let [left_subject, right_subject] =
        [aligned.left, aligned.right].map(|side| aligned.one_ladder.then_some(side.subject));
    let mut pairs = Vec::new();
    let mut push_alone = |pairs: &mut Vec<Pair>, anchor: Option<usize>| {
        let units = alone.remove(&anchor).unwrap_or_default();
        let units = units.into_iter().map(|i| (i, &aligned.left.units[i]));
        // A row that is unmatched here is with both its cells in its table's own topic.
        let units = units.filter(|(_, unit)| !aligned.left.is_authored(unit, right_subject));
        pairs.extend(units.map(|(i, _)| explained(aligned, Some(i), None)));
    };
    push_alone(&mut pairs, None);
    for j in rights {
        let unit = &aligned.right.units[j];
        let partner = aligned.units.of_right[j];
        if partner.is_some() || !aligned.right.is_authored(unit, left_subject) {
            pairs.push(explained(aligned, partner, Some(j)));
        }
        push_alone(&mut pairs, Some(j));
    }
    pairs
}

/// The pair of two units, or the only one, with its reasons on request.
fn explained(aligned: &Aligned, left: Option<usize>, right: Option<usize>) -> Pair {
    let left_part = left.map(|i| aligned.left.part(&aligned.left.units[i]));
    let right_part = right.map(|j| aligned.right.part(&aligned.right.units[j]));
    let mut pair = pair(left_part, right_part);
    pair.why = aligned.why.map(|why| why.of_units(left, right)).unwrap_or_default();
    pair
}

/// A document whose other side has none.
struct Lone<'a> {
    side: &'a Flat,
    other: Option<Subject>,
    is_left: bool,
    /// The lines of the headings whose tables are topics of their own.
    told: BTreeSet<usize>,
}

/// The topics of a document whose other side has none: every section is unmatched, but for those that
/// hold nothing but tables that an author wrote about the two. These are the `authored` topics already,
/// with their headings.
pub(crate) fn lone_topics(
    side: &Flat,
    other: Option<Subject>,
    is_left: bool,
    authored: &[Topic],
) -> Vec<Topic> {
    let spots = authored.iter().filter_map(|topic| topic.left.as_ref());
    let told =
        spots.filter(|spot| spot.document == side.document.id).map(|spot| spot.line).collect();
    let lone = Lone { side, other, is_left, told };
    // The title is no section.
    let from = usize::from(side.slots[0].units.is_empty());
    lone.topics(from, side.slots.len())
}

impl Lone<'_> {
    fn topics(&self, mut at: usize, end: usize) -> Vec<Topic> {
        let mut topics = Vec::new();
        while at < end {
            topics.extend(self.topic(at));
            at = self.side.slots[at].end;
        }
        topics
    }

    fn topic(&self, at: usize) -> Option<Topic> {
        let (side, slot) = (self.side, &self.side.slots[at]);
        let units = side.units[slot.units.clone()].iter();
        let units = units.filter(|unit| !side.is_authored(unit, self.other));
        let pairs: Vec<Pair> = units
            .map(|unit| {
                let (left, right) = self.sides(side.part(unit));
                pair(left, right)
            })
            .collect();
        let inner = self.topics(at + 1, slot.end);
        if pairs.is_empty() && inner.is_empty() && self.told.contains(&slot.line) {
            return None;
        }
        let (left, right) = self.sides(heading(side, at));
        Some(section_topic(left, right, pairs, inner))
    }

    fn sides<T>(&self, thing: T) -> (Option<T>, Option<T>) {
        if self.is_left { (Some(thing), None) } else { (None, Some(thing)) }
    }
}
