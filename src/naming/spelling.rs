//! How far a name is from another one, and which known name was probably meant.

/// The known name that was probably meant: about a third of its characters may differ.
pub(crate) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    let near = known.filter_map(|known| {
        let (steps, len) = (distance(&name, &known.to_lowercase()), known.chars().count());
        (steps <= len.div_ceil(3).max(2) && steps < len).then_some((steps, known))
    });
    Some(near.min_by_key(|(steps, _)| *steps)?.1)
}

/// How many characters to add, remove or change to make one text of the other.
pub(crate) fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut diagonal = i;
        let mut last = i + 1;
        for (j, b) in right.iter().enumerate() {
            let above = row.get(j + 1).copied().unwrap_or(usize::MAX - 1);
            let next = (diagonal + usize::from(a != *b)).min(above + 1).min(last + 1);
            diagonal = above;
            if let Some(slot) = row.get_mut(j) {
                *slot = last;
            }
            last = next;
        }
        if let Some(slot) = row.last_mut() {
            *slot = last;
        }
    }
    row.last().copied().unwrap_or_default()
}
