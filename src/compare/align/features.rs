//! What the aligning looks at, read off a document once.

use crate::compare::align::lists::Lists;
use crate::compare::comparison::PairBody;
use crate::compare::terms::marks::TermMark;
use crate::compare::terms::weights::Bag;

/// One side as the aligning sees it in one comparison; slot by slot and unit by unit.
pub(crate) struct Features<'a> {
    pub(crate) slots: Vec<SlotFeatures<'a>>,
    pub(crate) units: &'a [UnitFeatures],
    pub(crate) lists: &'a Lists,
}

/// What is known of a section.
pub(crate) struct SlotFeatures<'a> {
    /// The slot it nests in.
    pub(crate) parent: Option<usize>,
    /// Equal for equal headings, numbers and names aside.
    pub(crate) heading_id: TermMark,
    pub(crate) heading: Bag,
    /// Whether no other section of the document is called so.
    pub(crate) is_alone: bool,
    /// The words in it and in what nests in it.
    pub(crate) content: &'a Bag,
}

/// What is known of a unit.
pub(crate) struct UnitFeatures {
    pub(crate) body: PairBody,
    pub(crate) slot: usize,
    pub(crate) parent: Option<usize>,
    /// Whether nothing else of its kind stands in its section.
    pub(crate) is_lone: bool,
    /// Where it stands in its slot, 0 to 1.
    pub(crate) place: f64,
    /// Equal for equal texts: key and text, white space folded.
    pub(crate) identity: TermMark,
    pub(crate) key: Option<TextKey>,
    /// The words without the key.
    pub(crate) text: Bag,
    /// The words with the key.
    pub(crate) whole: Bag,
    /// The rarest of them, the rarest first.
    pub(crate) rarest: Vec<TermMark>,
    /// How many words there are that say something.
    pub(crate) content_words: usize,
    /// How many of them stand behind the key and are no unit of time.
    pub(crate) text_words: usize,
    /// The words that tell what it is about, in order: neither function words nor numbers nor units
    /// of time. With each, whether it is rare in the ladder.
    pub(crate) telling: Vec<(TermMark, bool)>,
}

/// A unit's key.
pub(crate) struct TextKey {
    /// Equal for equal keys.
    pub(crate) id: TermMark,
    /// Whether no other unit of the section has it.
    pub(crate) is_alone: bool,
    pub(crate) words: Bag,
}
