//! The comparison itself: from two subjects of a ladder to topics and pairs.

use std::sync::OnceLock;

use crate::compare::align::axes::{Axes, Places, can_have_axes};
use crate::compare::align::features::Features;
use crate::compare::align::items::align_units;
use crate::compare::align::matching::Matching;
use crate::compare::align::reading::Reading;
use crate::compare::align::sections::align_sections;
use crate::compare::authored::authored_topics;
use crate::compare::comparison::{Comparison, Topic};
use crate::compare::reason::Reason;
use crate::compare::terms::names::Names;
use crate::compare::terms::weights::Weights;
use crate::compare::topics::{Aligned, aligned_topics, lone_topics};
use crate::compare::units::Side;
use crate::compare::why::Why;
use crate::model::{Ladder, RoleId, Subject, TrackId};

/// Sets two roles side by side.
///
/// Sections are aligned first, in order where that is best (Needleman and Wunsch 1970) and then
/// those that moved; then the items, rows, paragraphs and code within them, by an optimal assignment
/// (Kuhn 1955) over how much of their words is shared, each word weighed by its rarity in this
/// ladder (Spärck Jones 1972); what moved to another section; and last what is like nothing else
/// where it stands. Where the levels of a track have one text on each axis, in a fixed order, place
/// counts too. Equal text always pairs, and what is
/// not alike enough stays apart. The topics follow the right document: a text that moved stands
/// where it is on the right.
///
/// Tables that an author wrote with a column for either side become topics of their own, in front of
/// the sections: nothing else sets the two against each other so directly. Their rows are left
/// out of the section topics unless they pair with a row of the other document there.
///
/// Every section heading, item, row and paragraph of either side stands in the result at least once.
/// The same ladder and subjects give the same comparison, and swapping the subjects gives the same
/// pairs, swapped.
///
/// Many comparisons of one ladder are faster with one [`Comparer`].
///
/// # Panics
/// If a subject is of another ladder.
#[must_use]
pub fn compare(ladder: &Ladder, left: Subject, right: Subject) -> Comparison {
    Comparer::new(ladder).compare(left, right)
}

/// Compares the roles of one ladder with each other, and reads each of them once.
///
/// What it has read changes nothing but the time that the next comparison takes.
pub struct Comparer<'a> {
    ladder: &'a Ladder,
    weights: Weights,
    readings: Vec<OnceLock<Reading>>,
    axes: Vec<OnceLock<Axes>>,
}

impl<'a> Comparer<'a> {
    /// Weighs the words of a ladder.
    #[must_use]
    pub fn new(ladder: &'a Ladder) -> Self {
        let readings = ladder.roles.iter().map(|_| OnceLock::new()).collect();
        let axes = ladder.tracks.iter().map(|_| OnceLock::new()).collect();
        Self { ladder, weights: Weights::of(ladder), readings, axes }
    }

    /// Sets two roles side by side, as [`compare`] does.
    ///
    /// # Panics
    /// If a subject is of another ladder.
    #[must_use]
    pub fn compare(&self, left: Subject, right: Subject) -> Comparison {
        self.topics(left, right, false)
    }

    /// The same comparison with the reasons for every pair, and for what stands alone.
    ///
    /// # Panics
    /// If a subject is of another ladder.
    #[must_use]
    pub fn explain(&self, left: Subject, right: Subject) -> Comparison {
        self.topics(left, right, true)
    }

    fn topics(&self, left: Subject, right: Subject, explained: bool) -> Comparison {
        let mut topics = authored_topics(self.ladder, left, right);
        let rows = topics.iter_mut().flat_map(|topic| &mut topic.pairs);
        rows.filter(|_| explained).for_each(|row| row.why.push(Reason::Table));
        let sections = match (left, right) {
            (Subject::Role(a), Subject::Role(b)) => self.documents(a, b, explained),
            (Subject::Role(role), other) => lone_topics(self.side(role), other, true, &topics),
            (other, Subject::Role(role)) => lone_topics(self.side(role), other, false, &topics),
            (Subject::Counterpart(_), Subject::Counterpart(_)) => Vec::new(),
        };
        topics.extend(sections);
        Comparison { left, right, topics }
    }

    fn documents(&self, left: RoleId, right: RoleId, explained: bool) -> Vec<Topic> {
        let (slots, units) = self.matchings(left, right);
        let sides = [self.side(left), self.side(right)];
        let features = explained.then(|| [self.features(left, right), self.features(right, left)]);
        let places = features.as_ref().map(|features| self.places([left, right], features));
        let why = places.as_ref().map(|places| Why::new(places, sides, &slots, &units));
        let [left, right] = sides;
        aligned_topics(&Aligned { left, right, slots: &slots, units: &units, why: why.as_ref() })
    }

    /// Which section and which text of one role corresponds to which of another.
    pub(crate) fn matchings(&self, left: RoleId, right: RoleId) -> (Matching, Matching) {
        // Aligned from the lower id up and turned round at the end, so that ties fall the same way
        // whichever side a role is on.
        if left <= right {
            return self.align(left, right);
        }
        let (slots, units) = self.align(right, left);
        (slots.swapped(), units.swapped())
    }

    /// A role's sections and texts.
    pub(crate) fn side(&self, role: RoleId) -> &Side {
        &self.reading(role).side
    }

    fn align(&self, left: RoleId, right: RoleId) -> (Matching, Matching) {
        let features = [self.features(left, right), self.features(right, left)];
        let places = self.places([left, right], &features);
        let slots = align_sections(&places);
        let units = align_units(&places, &slots);
        (slots, units)
    }

    fn places<'p>(&'p self, roles: [RoleId; 2], features: &'p [Features<'p>; 2]) -> Places<'p> {
        let [left, right] = roles.map(|role| self.ladder.role(role).track);
        Places {
            left: (&features[0], self.axes(left)),
            right: (&features[1], self.axes(right)),
            one_track: left == right,
        }
    }

    fn features(&self, own: RoleId, other: RoleId) -> Features<'_> {
        let names = Names::new(self.ladder, own, Subject::Role(other));
        self.reading(own).features(&self.weights, &names)
    }

    fn axes(&self, track: TrackId) -> &Axes {
        self.axes[track.0].get_or_init(|| {
            let levels = &self.ladder.track(track).roles;
            let levels = levels.iter().filter(|_| can_have_axes(levels.len()));
            Axes::of(&levels.map(|role| self.features(*role, *role)).collect::<Vec<_>>())
        })
    }

    fn reading(&self, role: RoleId) -> &Reading {
        self.readings[role.0].get_or_init(|| {
            let names = Names::new(self.ladder, role, Subject::Role(role));
            Reading::new(Side::new(self.ladder, role), &self.weights, &names)
        })
    }
}
