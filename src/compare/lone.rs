//! Two sides in which nothing has to be aligned, since they say the same.

use crate::compare::comparison::{Kind, Pair, Topic};
use crate::compare::pairs::pair;

/// The topics of two sides that are unmatched, one by one; `None` if they do not say the same.
pub(crate) fn same_topics(lefts: Vec<Topic>, rights: Vec<Topic>) -> Option<Vec<Topic>> {
    same(lefts, rights, same_topic)
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
