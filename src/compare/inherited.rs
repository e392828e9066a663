//! Inherited items: what the lower levels of a track say and no higher level, up to the role itself,
//! restates.

use std::collections::HashSet;

use rayon::prelude::*;

use crate::compare::comparer::Comparer;
use crate::compare::comparison::{PairBody, Part};
use crate::compare::spot::Spot;
use crate::compare::units::{Flat, TextUnit};
use crate::lexicon::fold_space;
use crate::model::{RoleId, SectionId, Subject};

/// How many levels further up a text of a level is looked for, beside the level at hand itself.
const REACH: usize = 3;

/// What a lower level says and no level above it replaces or raises.
#[derive(Debug, Clone, PartialEq)]
pub struct InheritedText {
    /// The level that says it.
    pub level: RoleId,
    /// The section it is in, `None` before the first.
    pub section: Option<SectionId>,
    /// The heading of that section, or the title.
    pub heading: Spot,
    /// It, and where it is.
    pub part: Part,
}

/// What a role inherits from the levels below it in its track: their items and rows that correspond to
/// nothing in the role and to nothing in a level between. The nearest level comes first, each in
/// reading order. Items about promotion are not inherited.
#[must_use]
pub fn inherited(comparer: &Comparer, role: RoleId) -> Vec<InheritedText> {
    let ladder = comparer.ladder();
    let track = &ladder.track(ladder.role(role).track).roles;
    let at = track.iter().position(|id| *id == role).unwrap_or(0);
    let (below, above) = track.split_at(at);
    let lone = |from: usize| {
        let between = below.iter().skip(from + 1).take(REACH);
        texts(comparer, below[from], above.first().into_iter().chain(between))
    };
    // What takes long is the same in whatever order it is done, so that all cores can do it.
    let found: Vec<Vec<InheritedText>> = (0..at).into_par_iter().map(lone).collect();
    let mut told = HashSet::new();
    let all = found.into_iter().rev().flatten();
    all.filter(|text| told.insert(fold_space(&text.part.spot.text))).collect()
}

/// What a level says that corresponds to nothing in others.
fn texts<'a>(
    comparer: &Comparer,
    level: RoleId,
    others: impl Iterator<Item = &'a RoleId>,
) -> Vec<InheritedText> {
    let flat = comparer.flat(level.into());
    let own = comparer.compared_levels(std::iter::once(Subject::Role(level).into()));
    let way_up = comparer.way_up(level.into(), &own);
    let mut is_said_anew = vec![false; flat.units.len()];
    for other in others {
        let (_, texts) = comparer.matchings(level.into(), (*other).into());
        texts.pairs().for_each(|(own, _)| is_said_anew[own] = true);
    }
    let lone = flat.units.iter().zip(is_said_anew).filter(|(_, is_said_anew)| !is_said_anew);
    let lone = lone.filter(|(unit, _)| is_expectation(unit) && !way_up[unit.slot]);
    lone.map(|(unit, _)| text(flat, level, unit)).collect()
}

/// Whether a text is an item of its level: no prose, no link that leads elsewhere, and no row that sets
/// the level against others.
fn is_expectation(unit: &TextUnit) -> bool {
    let is_item = matches!(unit.body, PairBody::Item(_) | PairBody::Row);
    is_item && !unit.text.is_link() && unit.others.is_empty()
}

fn text(flat: &Flat, level: RoleId, unit: &TextUnit) -> InheritedText {
    let slot = &flat.slots[unit.slot];
    InheritedText {
        level,
        section: unit.slot.checked_sub(1).map(SectionId),
        heading: flat.document.spot(slot.line, &slot.heading),
        part: flat.part(unit),
    }
}
