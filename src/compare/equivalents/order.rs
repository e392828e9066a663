//! The best assignment of levels to levels that keeps the order of both.

/// The cost if one level corresponds to two levels.
const AGAIN: f64 = 0.5;

/// The weight of the position: it only decides between equal scores.
const PLACE: f64 = 0.01;

/// Where a level is in another track.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    /// After this many levels and before the next: 0 is below all.
    Between(usize),
    /// At this level.
    At(usize),
}

impl Standing {
    /// Its number from the bottom up: gaps are even, levels odd.
    fn of(number: usize) -> Self {
        if number.is_multiple_of(2) { Self::Between(number / 2) } else { Self::At(number / 2) }
    }
}

/// Where each of some levels is among so many others: such that the evidence for all places together is
/// largest, and no level is below the one before it.
pub(crate) fn standings(
    levels: usize,
    others: usize,
    gain: impl Fn(usize, Standing) -> f64,
) -> Vec<Standing> {
    if levels == 0 {
        return Vec::new();
    }
    let places = 2 * others + 1;
    let gain = |level: usize, place: usize| {
        let wanted = level as f64 / levels.saturating_sub(1).max(1) as f64;
        let here = place.saturating_sub(1) as f64 / places.saturating_sub(2).max(1) as f64;
        gain(level, Standing::of(place)) - PLACE * (wanted - here).abs()
    };
    // For each place the most that levels up to this one can gain, and the place of the one before.
    let mut best: Vec<f64> = (0..places).map(|place| gain(0, place)).collect();
    let mut steps: Vec<Vec<usize>> = Vec::new();
    for level in 1..levels {
        let mut next = Vec::with_capacity(places);
        let mut step = Vec::with_capacity(places);
        let mut below = (0, f64::NEG_INFINITY);
        for (place, alone) in best.iter().enumerate() {
            let again = alone - if place % 2 == 1 { AGAIN } else { 0.0 };
            let from = if again > below.1 { (place, again) } else { below };
            next.push(from.1 + gain(level, place));
            step.push(from.0);
            if *alone > below.1 {
                below = (place, *alone);
            }
        }
        best = next;
        steps.push(step);
    }
    let last = (0..places).reduce(|one, next| if best[next] > best[one] { next } else { one });
    let mut place = last.unwrap_or(0);
    let mut found = vec![place];
    for step in steps.iter().rev() {
        place = step[place];
        found.push(place);
    }
    found.reverse();
    found.into_iter().map(Standing::of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gains of levels by level, a row each; of a gap it is what its two levels have on average.
    #[track_caller]
    fn check(gains: &[&[f64]], want: &[Standing]) {
        let others = gains.first().map_or(0, |row| row.len());
        let at = |level: usize, other: usize| gains[level].get(other).copied().unwrap_or(0.0);
        let gain = |level, standing| match standing {
            Standing::At(other) => at(level, other),
            Standing::Between(0) => at(level, 0) / 2.0,
            Standing::Between(behind) => f64::midpoint(at(level, behind - 1), at(level, behind)),
        };
        assert_eq!(standings(gains.len(), others, gain), want);
    }

    #[test]
    fn every_level_stands_where_most_speaks_for_it() {
        use Standing::{At, Between};
        check(&[&[1.0, 0.2], &[0.2, 1.0]], &[At(0), At(1)]);
        check(&[&[1.0, 0.2], &[0.5, 0.4], &[0.2, 1.0]], &[At(0), Between(1), At(1)]);
        check(&[&[0.0, 1.0]], &[At(1)]);
        check(&[], &[]);
    }

    #[test]
    fn the_order_is_kept() {
        use Standing::{At, Between};
        check(&[&[0.2, 1.0], &[0.9, 0.3]], &[Between(1), Between(1)]);
        check(&[&[0.0, 2.0, 0.0], &[1.0, 0.0, 0.5]], &[At(1), At(2)]);
    }

    #[test]
    fn several_levels_can_stand_at_one_where_enough_speaks_for_it() {
        use Standing::At;
        check(&[&[2.0, -1.0], &[2.0, -1.0], &[-1.0, 1.0]], &[At(0), At(0), At(1)]);
    }
}
