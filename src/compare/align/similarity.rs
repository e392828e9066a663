//! How alike two texts are.

use crate::compare::terms::weights::Bag;

/// How much of two sets of terms is shared, 0 to 1, by weight: mostly their overlap (Dice 1945),
/// and a little how much of the smaller is in the larger, since a higher level's text often says the
/// lower one's and more.
pub(crate) fn overlap(left: &Bag, right: &Bag) -> f64 {
    let shared = shared(left, right);
    if shared <= 0.0 {
        return 0.0;
    }
    let dice = 2.0 * shared / (left.mass + right.mass);
    let contained = shared / left.mass.min(right.mass);
    (0.8 * dice + 0.2 * contained * dice.sqrt()).min(1.0)
}

fn shared(left: &Bag, right: &Bag) -> f64 {
    let (mut i, mut j, mut shared) = (0, 0, 0.0);
    while let (Some((a, weight)), Some((b, _))) = (left.terms.get(i), right.terms.get(j)) {
        if a == b {
            shared += weight;
        }
        i += usize::from(a <= b);
        j += usize::from(b <= a);
    }
    shared
}
