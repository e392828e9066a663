//! How alike two items, rows, paragraphs or pieces of code are.

use crate::compare::align::family::{Family, family};
use crate::compare::align::features::{TextKey, UnitFeatures};
use crate::compare::align::similarity::overlap;
use crate::compare::comparison::PairBody;

/// How alike two units of aligned sections must be to pair.
pub(crate) const IN_SECTION: f64 = 0.3;

/// Texts under different keys that have fewer words are alike only as their keys are.
const SPOKEN: usize = 2;

/// How alike two units are, 0 to 1.
pub(crate) fn likeness(left: &UnitFeatures, right: &UnitFeatures) -> f64 {
    let kinship = kinship(left.body, right.body);
    if kinship == 0.0 {
        return 0.0;
    }
    let (Some(left_key), Some(right_key)) = (&left.key, &right.key) else {
        return kinship * overlap(&left.whole, &right.whole);
    };
    let text = overlap(&left.text, &right.text);
    kinship
        * match key_likeness(left_key, right_key) {
            1.0 if left_key.is_alone && right_key.is_alone => 0.8 + 0.2 * text,
            1.0 => 0.35 + 0.65 * text,
            key if key >= 0.5 => 0.5 * key + 0.5 * text,
            // That both are "4-6 hrs/week" does not make one of two activities.
            key if left.text_words.min(right.text_words) < SPOKEN => 0.9 * key,
            _ => 0.9 * text.max(overlap(&left.whole, &right.whole)),
        }
}

fn key_likeness(left: &TextKey, right: &TextKey) -> f64 {
    if left.id == right.id { 1.0 } else { 0.95 * overlap(&left.words, &right.words) }
}

/// How readily texts of two kinds pair. The same expectation can be an item in one document and a row
/// in the other, but then it must be plain; code is only ever like code.
pub(crate) fn kinship(left: PairBody, right: PairBody) -> f64 {
    match (family(left), family(right)) {
        (a, b) if a == b => 1.0,
        (Family::Code, _) | (_, Family::Code) => 0.0,
        (Family::Row, _) | (_, Family::Row) => 0.65,
        _ => 0.75,
    }
}
