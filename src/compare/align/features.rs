//! What the aligning looks at, read off a document once.

use std::ops::Range;

use crate::compare::comparison::PairBody;
use crate::compare::terms::marks::TermMark;
use crate::compare::terms::weights::Bag;

/// One side as the aligning sees it in one comparison; slot by slot and unit by unit.
pub(crate) struct Features<'a> {
    pub(crate) slots: Vec<SlotFeatures<'a>>,
    pub(crate) units: &'a [UnitFeatures],
}

/// What is known of a section.
pub(crate) struct SlotFeatures<'a> {
    /// The slot it nests in.
    pub(crate) parent: Option<usize>,
    /// Equal for sections of equal headings, down to it, and equal content.
    pub(crate) identity: TermMark,
    /// The words of its heading, names of roles and numbers aside, in their order.
    pub(crate) heading: Vec<TermMark>,
    /// Whether nothing else nests in what it nests in.
    pub(crate) is_only_child: bool,
    /// Its texts.
    pub(crate) units: Range<usize>,
    /// The words of its texts.
    pub(crate) text: &'a Bag,
}

/// What is known of a unit.
pub(crate) struct UnitFeatures {
    pub(crate) body: PairBody,
    pub(crate) slot: usize,
    /// The list it is in, among those of its document.
    pub(crate) list: usize,
    /// Its place there, from 0, and how many are in it.
    pub(crate) place: usize,
    pub(crate) places: usize,
    /// Equal for equal texts: key and text, white space folded.
    pub(crate) identity: TermMark,
    /// The words of its key, each of one weight.
    pub(crate) key: Bag,
    /// Its words that tell something, key included, by their rarity in the ladder.
    pub(crate) words: Bag,
    /// The first of its words, if it has no key.
    pub(crate) opening: Vec<TermMark>,
    /// Its runs of three letters.
    pub(crate) letters: Vec<TermMark>,
}

impl UnitFeatures {
    /// How near the places of two texts in their lists are: 1 at the same part of both.
    pub(crate) fn nearness(&self, other: &Self) -> f64 {
        let part = |unit: &Self| (unit.place as f64 + 0.5) / unit.places.max(1) as f64;
        1.0 - (part(self) - part(other)).abs()
    }

    /// Whether two texts have the same place in lists of equal length that are long enough for that
    /// to mean something.
    pub(crate) fn is_at_place_of(&self, other: &Self) -> bool {
        const LIST: usize = 3;
        self.places == other.places && self.places >= LIST && self.place == other.place
    }

    /// Whether it is code.
    pub(crate) fn is_code(&self) -> bool {
        self.body == PairBody::Code
    }
}
