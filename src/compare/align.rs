//! The comparison itself: from two subjects of a ladder to topics and pairs.

use crate::compare::authored::authored_topics;
use crate::compare::comparison::{Comparison, Topic};
use crate::compare::features::Reader;
use crate::compare::items::align_units;
use crate::compare::matching::Matching;
use crate::compare::names::Names;
use crate::compare::sections::align_sections;
use crate::compare::topics::{Aligned, aligned_topics, lone_topics};
use crate::compare::units::Side;
use crate::compare::weights::Weights;
use crate::model::{Ladder, RoleId, Subject};

/// Sets two roles side by side.
///
/// Sections are aligned first, in order where that is best (Needleman and Wunsch 1970) and then
/// those that moved; then the items, rows, paragraphs and code within them, by an optimal assignment
/// (Kuhn 1955) over how much of their words is shared, each word weighed by its rarity in this
/// ladder (Spärck Jones 1972); last what moved to another section. Equal text always pairs, and what
/// is not alike enough stays apart. The topics follow the right document: a text that moved stands
/// where it is on the right.
///
/// Tables that an author wrote with a column for either side become topics of their own, in front of
/// the sections: nothing else sets the two against each other so directly. Their rows are left out of the section topics unless they pair with a row of the other document there.
///
/// Every section heading, item, row and paragraph of either side stands in the result at least once.
/// The same ladder and subjects give the same comparison, and swapping the subjects gives the same
/// pairs, swapped.
///
/// # Panics
/// If a subject is of another ladder.
#[must_use]
pub fn compare(ladder: &Ladder, left: Subject, right: Subject) -> Comparison {
    let mut topics = authored_topics(ladder, left, right);
    topics.extend(match (left, right) {
        (Subject::Role(a), Subject::Role(b)) => compare_documents(ladder, a, b),
        (Subject::Role(role), other) => lone_topics(&Side::new(ladder, role, other), true),
        (other, Subject::Role(role)) => lone_topics(&Side::new(ladder, role, other), false),
        (Subject::Counterpart(_), Subject::Counterpart(_)) => Vec::new(),
    });
    Comparison { left, right, topics }
}

fn compare_documents(ladder: &Ladder, left: RoleId, right: RoleId) -> Vec<Topic> {
    let (left_subject, right_subject) = (Subject::Role(left), Subject::Role(right));
    let left_side = Side::new(ladder, left, right_subject);
    let right_side = Side::new(ladder, right, left_subject);
    // Aligned from the lower id up and turned round at the end, so that ties fall the same way
    // whichever side a role is on.
    let (slots, units) = if left <= right {
        align(ladder, (left, &left_side), (right, &right_side))
    } else {
        let (slots, units) = align(ladder, (right, &right_side), (left, &left_side));
        (slots.swapped(), units.swapped())
    };
    let sides = Aligned { left: &left_side, right: &right_side, slots: &slots, units: &units };
    aligned_topics(&sides)
}

fn align(ladder: &Ladder, left: (RoleId, &Side), right: (RoleId, &Side)) -> (Matching, Matching) {
    let left_names = Names::new(ladder, left.0, Subject::Role(right.0));
    let right_names = Names::new(ladder, right.0, Subject::Role(left.0));
    let mut reader = Reader::new(Weights::of(ladder));
    let left = reader.read(left.1, &left_names);
    let right = reader.read(right.1, &right_names);
    let slots = align_sections(&left, &right);
    let units = align_units(&left, &right, &slots);
    (slots, units)
}
