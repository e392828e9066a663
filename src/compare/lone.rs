//! Comparisons in which nothing has to be aligned: a role with nothing, and a role with its double.

use crate::compare::comparison::{Comparison, Kind, Pair, Topic};
use crate::compare::pairs::pair;
use crate::compare::topics::lone_topics;
use crate::compare::units::Side;
use crate::model::{Ladder, RoleId, Subject};

/// A role on the left or on the right of nothing: all that it says stands alone. `nothing` is what the
/// other side is called by; the ladder need not hold it.
///
/// # Panics
/// If the role is of another ladder.
#[must_use]
pub fn alone(ladder: &Ladder, role: RoleId, nothing: Subject, is_left: bool) -> Comparison {
    let side = Side::new(ladder, role);
    let topics = lone_topics(&side, nothing, is_left, &[]);
    let role = Subject::Role(role);
    let (left, right) = if is_left { (role, nothing) } else { (nothing, role) };
    Comparison { left, right, topics }
}

/// Two roles that say the same in the same order under the same headings, as [`crate::compare::compare`]
/// sets them side by side; `None` where they do not. No table may have a column for both.
///
/// # Panics
/// If a role is of another ladder.
#[must_use]
pub fn unchanged(ladder: &Ladder, left: RoleId, right: RoleId) -> Option<Comparison> {
    let [lefts, rights] = [(left, right, true), (right, left, false)]
        .map(|(own, other, is_left)| alone(ladder, own, Subject::Role(other), is_left).topics);
    let topics = same(lefts, rights, same_topic)?;
    Some(Comparison { left: Subject::Role(left), right: Subject::Role(right), topics })
}

/// Both lists, one by one.
fn same<T>(lefts: Vec<T>, rights: Vec<T>, one: fn(T, T) -> Option<T>) -> Option<Vec<T>> {
    let fits = lefts.len() == rights.len();
    fits.then(|| lefts.into_iter().zip(rights).map(|(left, right)| one(left, right)).collect())?
}

fn same_topic(left: Topic, right: Topic) -> Option<Topic> {
    let topic = Topic {
        kind: Kind::Same,
        pairs: same(left.pairs, right.pairs, same_pair)?,
        topics: same(left.topics, right.topics, same_topic)?,
        left: left.left,
        ..right
    };
    (left.title == topic.title).then_some(topic)
}

fn same_pair(left: Pair, right: Pair) -> Option<Pair> {
    let (left, right) = left.left.zip(right.right)?;
    let fits = left.body == right.body && left.spot.text == right.spot.text;
    let pair = pair(Some(left), Some(right));
    (fits && pair.kind == Kind::Same).then_some(pair)
}
