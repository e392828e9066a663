//! Who goes with whom: an optimal one-to-one assignment.

/// A pair that may be made, and how good it is. Only what is worth making is listed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Edge {
    pub(crate) left: usize,
    pub(crate) right: usize,
    /// Above 0; what the pair adds to the whole.
    pub(crate) gain: f64,
}

/// The largest group of connected candidates that is solved exactly. The exact method takes the cube
/// of this; above it the best pairs are taken one after the other.
const EXACT: usize = 256;

/// The one-to-one pairs of the greatest total gain, by the Hungarian method (Kuhn 1955, in the form
/// of Jonker and Volgenant 1987) on each connected group of candidates, sorted by left side.
pub(crate) fn assign(edges: &[Edge], lefts: usize, rights: usize) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for group in groups(edges, lefts, rights) {
        let (rows, row_of) = dense(group.iter().map(|edge| edge.left));
        let (columns, column_of) = dense(group.iter().map(|edge| edge.right));
        if rows.len().max(columns.len()) > EXACT {
            greedy(&group, lefts, rights, &mut pairs);
            continue;
        }
        let mut gains = vec![vec![0.0; columns.len()]; rows.len()];
        for edge in &group {
            gains[row_of(edge.left)][column_of(edge.right)] = edge.gain;
        }
        for (row, column) in hungarian(&gains) {
            if gains[row][column] > 0.0 {
                pairs.push((rows[row], columns[column]));
            }
        }
    }
    pairs.sort_unstable();
    pairs
}

/// The edges of each connected group, in order.
fn groups(edges: &[Edge], lefts: usize, rights: usize) -> Vec<Vec<Edge>> {
    let mut root: Vec<usize> = (0..lefts + rights).collect();
    fn find(root: &mut [usize], mut at: usize) -> usize {
        while root[at] != at {
            root[at] = root[root[at]];
            at = root[at];
        }
        at
    }
    for edge in edges {
        let (a, b) = (find(&mut root, edge.left), find(&mut root, lefts + edge.right));
        let (low, high) = (a.min(b), a.max(b));
        root[high] = low;
    }
    let mut group_of = vec![usize::MAX; lefts + rights];
    let mut groups: Vec<Vec<Edge>> = Vec::new();
    for edge in edges {
        let group = &mut group_of[find(&mut root, edge.left)];
        if *group == usize::MAX {
            *group = groups.len();
            groups.push(Vec::new());
        }
        groups[*group].push(*edge);
    }
    groups
}

/// The distinct numbers in order, and where each is among them.
fn dense(numbers: impl Iterator<Item = usize>) -> (Vec<usize>, impl Fn(usize) -> usize) {
    let mut distinct: Vec<usize> = numbers.collect();
    distinct.sort_unstable();
    distinct.dedup();
    let lookup = distinct.clone();
    (distinct, move |number| lookup.binary_search(&number).unwrap_or(0))
}

fn greedy(edges: &[Edge], lefts: usize, rights: usize, pairs: &mut Vec<(usize, usize)>) {
    let mut best = edges.to_vec();
    best.sort_by(|a, b| b.gain.total_cmp(&a.gain).then((a.left, a.right).cmp(&(b.left, b.right))));
    let (mut left_used, mut right_used) = (vec![false; lefts], vec![false; rights]);
    for edge in best {
        if !left_used[edge.left] && !right_used[edge.right] {
            left_used[edge.left] = true;
            right_used[edge.right] = true;
            pairs.push((edge.left, edge.right));
        }
    }
}

/// Every row with a column (or every column with a row, whichever are fewer) at the greatest total.
fn hungarian(gains: &[Vec<f64>]) -> Vec<(usize, usize)> {
    let (rows, columns) = (gains.len(), gains.first().map_or(0, Vec::len));
    if rows > columns {
        let turned: Vec<Vec<f64>> =
            (0..columns).map(|c| gains.iter().map(|row| row[c]).collect()).collect();
        return shortest_paths(&turned).into_iter().map(|(c, r)| (r, c)).collect();
    }
    shortest_paths(gains)
}

/// Adds row after row along the cheapest alternating path, with potentials that keep reduced costs
/// above zero. Index 0 of the columns is the row that looks for a place.
fn shortest_paths(gains: &[Vec<f64>]) -> Vec<(usize, usize)> {
    let (rows, columns) = (gains.len(), gains.first().map_or(0, Vec::len));
    let (mut row_price, mut column_price) = (vec![0.0; rows + 1], vec![0.0; columns + 1]);
    let mut row_at = vec![0usize; columns + 1];
    for row in 1..=rows {
        row_at[0] = row;
        let mut least = vec![f64::INFINITY; columns + 1];
        let mut came_from = vec![0usize; columns + 1];
        let mut done = vec![false; columns + 1];
        let mut at = 0;
        while row_at[at] != 0 {
            done[at] = true;
            let (from, mut step, mut next) = (row_at[at], f64::INFINITY, 0);
            for column in 1..=columns {
                if done[column] {
                    continue;
                }
                let cost = -gains[from - 1][column - 1] - row_price[from] - column_price[column];
                if cost < least[column] {
                    least[column] = cost;
                    came_from[column] = at;
                }
                if least[column] < step {
                    step = least[column];
                    next = column;
                }
            }
            for column in 0..=columns {
                if done[column] {
                    row_price[row_at[column]] += step;
                    column_price[column] -= step;
                } else {
                    least[column] -= step;
                }
            }
            at = next;
        }
        while at != 0 {
            row_at[at] = row_at[came_from[at]];
            at = came_from[at];
        }
    }
    let mut pairs: Vec<_> =
        (1..=columns).filter(|c| row_at[*c] != 0).map(|c| (row_at[c] - 1, c - 1)).collect();
    pairs.sort_unstable();
    pairs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn edges(gains: &[Vec<f64>]) -> Vec<Edge> {
        let mut edges = Vec::new();
        for (left, row) in gains.iter().enumerate() {
            for (right, gain) in row.iter().enumerate().filter(|(_, gain)| **gain > 0.0) {
                edges.push(Edge { left, right, gain: *gain });
            }
        }
        edges
    }

    fn total(gains: &[Vec<f64>], pairs: &[(usize, usize)]) -> f64 {
        pairs.iter().map(|(i, j)| gains[*i][*j]).sum()
    }

    /// Tries every assignment.
    fn best(gains: &[Vec<f64>], row: usize, used: &mut Vec<bool>) -> f64 {
        if row == gains.len() {
            return 0.0;
        }
        let mut most = best(gains, row + 1, used);
        for column in 0..used.len() {
            if !used[column] && gains[row][column] > 0.0 {
                used[column] = true;
                most = most.max(gains[row][column] + best(gains, row + 1, used));
                used[column] = false;
            }
        }
        most
    }

    fn matrix() -> impl Strategy<Value = Vec<Vec<f64>>> {
        (1usize..6, 1usize..6).prop_flat_map(|(rows, columns)| {
            let cell = prop_oneof![Just(0.0), (1u8..9).prop_map(f64::from)];
            prop::collection::vec(prop::collection::vec(cell, columns), rows)
        })
    }

    proptest! {
        #[test]
        fn nothing_beats_the_assignment(gains in matrix()) {
            let pairs = assign(&edges(&gains), gains.len(), gains[0].len());
            let want = best(&gains, 0, &mut vec![false; gains[0].len()]);
            prop_assert_eq!(total(&gains, &pairs), want);
            let mut rights: Vec<_> = pairs.iter().map(|pair| pair.1).collect();
            rights.sort_unstable();
            rights.dedup();
            prop_assert_eq!(rights.len(), pairs.len());
        }
    }

    #[test]
    fn a_group_too_large_for_the_exact_method_is_still_one_to_one() {
        let size = EXACT + 44;
        let edges: Vec<Edge> = (0..size * size)
            .map(|n| Edge { left: n / size, right: n % size, gain: 1.0 + (n % 7) as f64 })
            .collect();
        let pairs = assign(&edges, size, size);
        assert_eq!(pairs.len(), size);
    }
}
