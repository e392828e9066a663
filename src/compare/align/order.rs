//! How far lists keep their order, by what is known to correspond.

use rustc_hash::FxHashMap;

use crate::compare::align::features::UnitFeatures;
use crate::compare::align::matching::Matching;

/// What the pairs of two sides say about order and places.
pub(crate) struct Order {
    /// How far pairs of the same two lists keep their order: 1 where all do, 0.5 where nothing is
    /// known.
    pub(crate) kept: f64,
    /// How far the texts of two lists correspond place by place.
    by_place: FxHashMap<(usize, usize), f64>,
}

impl Order {
    pub(crate) fn of(left: &[UnitFeatures], right: &[UnitFeatures], known: &Matching) -> Self {
        let mut lists: FxHashMap<(usize, usize), Vec<(usize, usize)>> = FxHashMap::default();
        for (i, j) in known.pairs() {
            lists.entry((left[i].list, right[j].list)).or_default().push((i, j));
        }
        let (kept, turned) = lists
            .values()
            .map(|pairs| order(pairs))
            .fold((0.0, 0.0), |all, it| (all.0 + it.0, all.1 + it.1));
        let by_place = lists.into_iter().map(|(lists, pairs)| {
            let here = pairs.iter().filter(|(i, j)| left[*i].is_at_place_of(&right[*j])).count();
            let part = here as f64 / (pairs.len() as f64 + 0.5);
            (lists, part * part)
        });
        Self {
            kept: f64::max(0.0, (kept - turned + 1.0) / (kept + turned + 2.0)),
            by_place: by_place.collect(),
        }
    }

    /// How far the lists of two texts that have the same place correspond place by place.
    pub(crate) fn places(&self, left: &UnitFeatures, right: &UnitFeatures) -> f64 {
        match left.is_at_place_of(right) {
            true => self.by_place.get(&(left.list, right.list)).copied().unwrap_or(0.0),
            false => 0.0,
        }
    }
}

/// How many of the pairs of two lists, in order of the left, have the next one behind them on the
/// right too, and how many have it before them.
fn order(pairs: &[(usize, usize)]) -> (f64, f64) {
    let kept = pairs.windows(2).filter(|two| two[0].1 < two[1].1).count();
    (kept as f64, (pairs.len() - 1 - kept) as f64)
}
