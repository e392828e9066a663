//! The comparison itself: from two sides to topics and pairs.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use crate::compare::align::features::Features;
use crate::compare::align::matching::Matching;
use crate::compare::align::{AlignWeights, Alignment, align};
use crate::compare::authored::{AuthoredTopics, authored_topics};
use crate::compare::comparison::{Comparison, Topic};
use crate::compare::ladders::{LadderRole, Ladders, NamedLadder};
use crate::compare::lens::Lens;
use crate::compare::lone::same_topics;
use crate::compare::numbers::elsewhere::mark_elsewhere;
use crate::compare::reason::Reason;
use crate::compare::side::{LadderSubject, Side};
use crate::compare::terms::weights::Bag;
use crate::compare::topics::{Aligned, aligned_topics, lone_topics};
use crate::compare::units::{Flat, RowCells};
use crate::compare::way_up::ComparedLevels;
use crate::compare::why::Why;
use crate::model::{DocumentId, Ladder, Subject};
use crate::naming::Labels;

/// Sets two roles side by side.
///
/// Sections are aligned first, then the items, rows, paragraphs and code in them; each by one optimal
/// assignment (Kuhn 1955) over all evidence: words that both share, each weighed by its rarity in this
/// ladder (Spärck Jones 1972), their keys, letters, order, and what they are in. Equal texts are always
/// paired. A text that is nearly as similar to another one stays unmatched. The topics follow the right
/// document: a text that moved is where it is on the right.
///
/// Tables that an author wrote with a column for either side become topics of their own, in front of
/// the sections: nothing else sets the two against each other so directly. Their rows are left
/// out of the section topics unless they pair with a row of the other document there.
///
/// Every section heading, item, row and paragraph of either side is in the result at least once. The
/// same ladder and subjects give the same comparison, and swapping the subjects gives the same pairs,
/// swapped.
///
/// Many comparisons of one ladder are faster with one [`Comparer`].
///
/// # Panics
/// If a subject is of another ladder.
#[must_use]
pub fn compare(ladder: &Ladder, left: Subject, right: Subject) -> Comparison {
    Comparer::new(ladder).compare(left, right)
}

/// Compares the roles of one ladder, or of two versions of one, and reads each of them once.
pub struct Comparer<'a> {
    ladders: Ladders<'a>,
    lens: Arc<Lens>,
    labels: Vec<OnceLock<Labels<'a>>>,
    weights: AlignWeights,
}

impl<'a> Comparer<'a> {
    /// Compares the roles of a ladder with each other.
    #[must_use]
    pub fn new(ladder: &'a Ladder) -> Self {
        Self::with(ladder, &Arc::default())
    }

    /// The same with what comparing has read of this ladder before.
    #[must_use]
    pub fn with(ladder: &'a Ladder, lens: &Arc<Lens>) -> Self {
        Self::of(Ladders { all: vec![ladder], names: None, cells: RowCells::Own }, lens)
    }

    /// Compares the roles of an older version of a ladder with those of a newer one.
    #[must_use]
    pub fn between(then: NamedLadder<'a>, now: NamedLadder<'a>, cells: RowCells) -> Self {
        let names = Some([then.name, now.name]);
        Self::of(Ladders { all: vec![then.ladder, now.ladder], names, cells }, &Arc::default())
    }

    fn of(ladders: Ladders<'a>, lens: &Arc<Lens>) -> Self {
        let labels = ladders.all.iter().map(|_| OnceLock::new()).collect();
        let weights = AlignWeights::default();
        Self { ladders, lens: Arc::clone(lens), labels, weights }
    }

    /// The same with other weights for the evidence.
    #[must_use]
    pub fn weighing(self, weights: AlignWeights) -> Self {
        Self { weights, ..self }
    }

    /// The ladder; the older version if there are two.
    pub(crate) fn ladder(&self) -> &'a Ladder {
        self.ladders.all[0]
    }

    /// All ladders; the left one first if there are two.
    pub(crate) fn ladders(&self) -> &[&'a Ladder] {
        &self.ladders.all
    }

    /// The words of a text, each with its weight in these ladders.
    pub(crate) fn bag(&self, text: &str) -> Bag {
        self.lens.bag(&self.ladders, text)
    }

    /// Sets two roles side by side, as [`compare`] does.
    ///
    /// # Panics
    /// If a subject is of another ladder; so do the others.
    #[must_use]
    pub fn compare(
        &self,
        left: impl Into<LadderSubject>,
        right: impl Into<LadderSubject>,
    ) -> Comparison {
        self.comparison(left.into(), right.into(), false)
    }

    /// The same comparison with the reasons for every pair, and for what is unmatched.
    #[must_use]
    pub fn explain(
        &self,
        left: impl Into<LadderSubject>,
        right: impl Into<LadderSubject>,
    ) -> Comparison {
        self.comparison(left.into(), right.into(), true)
    }

    /// Two roles of different ladders that say the same in the same order under the same headings, as
    /// [`Self::compare`] sets them side by side, but faster; `None` if they do not.
    #[must_use]
    pub fn unchanged(&self, left: LadderSubject, right: LadderSubject) -> Option<Comparison> {
        let (Some(one), Some(other)) = (role_of(left), role_of(right)) else { return None };
        let whole = |at, is_left| lone_topics(&self.ladders.flat(at), None, is_left, &[]);
        let topics = same_topics(whole(one, true), whole(other, false))?;
        Some(Comparison {
            left: self.side(left),
            right: self.side(right),
            topics,
            is_history: self.is_history(),
            why: Vec::new(),
        })
    }

    /// A level that only the older of two versions has, or only the newer: all that it says is
    /// unmatched, opposite a side that is absent.
    #[must_use]
    pub fn alone(&self, at: LadderSubject) -> Comparison {
        let is_left = at.ladder == 0;
        let topics = match role_of(at) {
            Some(role) => lone_topics(&self.ladders.flat(role), None, is_left, &[]),
            None => Vec::new(),
        };
        let side = self.side(at);
        let remark = match self.ladders.names {
            Some([_, _]) if is_left => "gone".to_owned(),
            Some([then, _]) => format!("not in {then}"),
            None => "absent".to_owned(),
        };
        let absent = side.absent(remark);
        let (left, right) = if is_left { (side, absent) } else { (absent, side) };
        Comparison { left, right, topics, is_history: self.is_history(), why: Vec::new() }
    }

    fn comparison(&self, left: LadderSubject, right: LadderSubject, explained: bool) -> Comparison {
        let mut topics = self.topics(left, right, explained);
        mark_elsewhere(&mut topics);
        Comparison {
            left: self.side(left),
            right: self.side(right),
            topics,
            is_history: self.is_history(),
            why: Vec::new(),
        }
    }

    fn topics(&self, left: LadderSubject, right: LadderSubject, explained: bool) -> Vec<Topic> {
        let AuthoredTopics { of_both, of_more } = self.authored(left, right);
        let first = of_both.len();
        let mut topics = [of_both, of_more].concat();
        let rows = topics.iter_mut().flat_map(|topic| &mut topic.pairs);
        rows.filter(|_| explained).for_each(|row| row.why.push(Reason::Table));
        let sections = match (role_of(left), role_of(right)) {
            (Some(a), Some(b)) => self.documents(a, b, explained),
            (Some(a), None) => lone_topics(self.flat(a), Some(right.subject), true, &topics),
            (None, Some(b)) => lone_topics(self.flat(b), Some(left.subject), false, &topics),
            (None, None) => Vec::new(),
        };
        // What a table says of many levels comes after what the two say of themselves.
        topics.splice(first..first, sections);
        topics
    }

    /// The tables that an author wrote about the two, who can only know roles of his own ladder.
    fn authored(&self, left: LadderSubject, right: LadderSubject) -> AuthoredTopics {
        if left.ladder != right.ladder {
            return AuthoredTopics::default();
        }
        let documents =
            self.lens.documents_that_compare(&self.ladders, left.ladder, &[left.subject]);
        authored_topics(self.ladders.all[left.ladder], documents, left.subject, right.subject)
    }

    fn documents(&self, left: LadderRole, right: LadderRole, explained: bool) -> Vec<Topic> {
        match explained {
            true => self.explained(left, right, |aligned, why| {
                self.aligned_topics(left, right, aligned, Some(why))
            }),
            false => self.aligned_topics(left, right, &self.align(left, right), None),
        }
    }

    fn aligned_topics(
        &self,
        left: LadderRole,
        right: LadderRole,
        aligned: &Alignment,
        why: Option<&Why>,
    ) -> Vec<Topic> {
        let one_ladder = left.ladder == right.ladder;
        let way_up = &self.ways_up(left, right);
        let [left, right] = [self.flat(left), self.flat(right)];
        let (slots, units) = (&aligned.slots, &aligned.units);
        aligned_topics(&Aligned { left, right, one_ladder, slots, units, way_up, why })
    }

    /// Whether levels of one version are compared with themselves in another.
    fn is_history(&self) -> bool {
        self.ladders.cells == RowCells::All
    }

    /// What someone makes of how two roles were aligned, and of why.
    pub(crate) fn explained<T>(
        &self,
        left: LadderRole,
        right: LadderRole,
        of: impl FnOnce(&Alignment, &Why) -> T,
    ) -> T {
        let aligned = self.align(left, right);
        let features = self.features(left, right);
        let sides = [self.flat(left), self.flat(right)];
        of(&aligned, &Why::new(&features, sides, &aligned, &self.weights))
    }

    /// For each section of either role whether it is about promotion to another level, or about one
    /// that is neither. Between versions of one level all that a page says counts.
    fn ways_up(&self, left: LadderRole, right: LadderRole) -> [Vec<bool>; 2] {
        let both = [left, right];
        if self.is_history() {
            return both.map(|at| vec![false; self.flat(at).slots.len()]);
        }
        let compared = self.compared_levels(both.into_iter().map(LadderRole::into));
        both.map(|at| self.way_up(at, &compared))
    }

    /// The levels that are compared, for [`Self::way_up`].
    pub(crate) fn compared_levels(
        &self,
        subjects: impl Iterator<Item = LadderSubject>,
    ) -> ComparedLevels {
        ComparedLevels::new(&self.ladders, subjects)
    }

    /// For the preamble and each section of a role whether it is about promotion to another level, or
    /// about one that is not compared.
    pub(crate) fn way_up(&self, at: LadderRole, compared: &ComparedLevels) -> Vec<bool> {
        compared.way_up(&self.ladders, &self.lens, at)
    }

    /// The documents with a table that compares one of some subjects with another role.
    pub(crate) fn documents_that_compare(&self, subjects: &[Subject]) -> BTreeSet<DocumentId> {
        self.lens.documents_that_compare(&self.ladders, 0, subjects)
    }

    /// Which section and which text of one role corresponds to which of another.
    pub(crate) fn matchings(&self, left: LadderRole, right: LadderRole) -> (Matching, Matching) {
        let aligned = self.align(left, right);
        (aligned.slots, aligned.units)
    }

    /// A role's sections and texts.
    pub(crate) fn flat(&self, at: LadderRole) -> &Flat {
        &self.lens.reading(&self.ladders, at).flat
    }

    /// Aligned from the lower id up and turned round at the end, so that ties fall the same way
    /// whichever side a role is on.
    fn align(&self, left: LadderRole, right: LadderRole) -> Alignment {
        if left > right {
            return self.align(right, left).swapped();
        }
        let [one, other] = self.features(left, right);
        let mut aligned = align(&one, &other, &self.weights);
        // Items about promotion to a level are not expectations of the level, however similar they are.
        let ways_up = self.ways_up(left, right);
        let slots = &aligned.slots;
        aligned.parted = aligned.units.part(|i, j| {
            let (i, j) = (one.units[i].slot, other.units[j].slot);
            ways_up[0][i] != ways_up[1][j] && !slots.are_paired(i, j)
        });
        aligned
    }

    /// What the aligning looks at on both sides.
    fn features(&self, left: LadderRole, right: LadderRole) -> [Features<'_>; 2] {
        [(left, right), (right, left)]
            .map(|(own, other)| self.lens.features(&self.ladders, own, other))
    }

    /// What either side is called, and where it comes from.
    fn side(&self, at: LadderSubject) -> Side {
        let ladder = self.ladders.all[at.ladder];
        let labels = self.labels[at.ladder].get_or_init(|| Labels::new(ladder));
        let version = self.ladders.names.map(|names| names[at.ladder].to_owned());
        Side::new(labels, at, version)
    }
}

fn role_of(at: LadderSubject) -> Option<LadderRole> {
    match at.subject {
        Subject::Role(role) => Some(LadderRole { ladder: at.ladder, role }),
        Subject::Counterpart(_) => None,
    }
}
