//! Which sections and texts of two roles correspond: one matrix of scores and one assignment for the
//! sections, then the same for the texts in them.

mod assign;
pub(crate) mod family;
pub(crate) mod features;
pub(crate) mod grid;
mod index;
mod items;
pub(crate) mod matching;
mod order;
pub(crate) mod reading;
mod sections;
pub(crate) mod shared;
mod weights;

use features::Features;
use grid::ScoreGrid;
pub(crate) use items::ItemEvidence;
use items::align_items;
use matching::Matching;
pub(crate) use sections::SectionEvidence;
use sections::align_sections;
pub use weights::{AlignWeights, ItemWeights, SectionWeights};

/// The pairs, with their evidence and the nearest rivals.
pub(crate) struct Alignment {
    pub(crate) slots: Matching,
    pub(crate) units: Matching,
    /// Texts that would go together if one of them were not about promotion.
    pub(crate) parted: Vec<(usize, usize)>,
    pub(crate) section_cells: ScoreGrid<SectionEvidence>,
    pub(crate) item_cells: ScoreGrid<ItemEvidence>,
}

/// Aligns two roles: their sections, and then their texts, wherever they are.
pub(crate) fn align(left: &Features, right: &Features, weights: &AlignWeights) -> Alignment {
    let (slots, section_cells) = align_sections(left, right, &weights.sections);
    let (units, item_cells) = align_items(left, right, &slots, &weights.items);
    Alignment { slots, units, parted: Vec::new(), section_cells, item_cells }
}

impl Alignment {
    /// The same from the other side.
    pub(crate) fn swapped(self) -> Self {
        Self {
            slots: self.slots.swapped(),
            units: self.units.swapped(),
            parted: self.parted.into_iter().map(|(left, right)| (right, left)).collect(),
            section_cells: self.section_cells.swapped(),
            item_cells: self.item_cells.swapped(),
        }
    }
}
