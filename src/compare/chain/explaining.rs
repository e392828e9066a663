//! Why several levels share one row, computed on request.

use std::collections::HashMap;

use crate::compare::align::Alignment;
use crate::compare::chain::aligning::{REACH, align_levels_by};
use crate::compare::chain::table::{LevelCell, LevelWhy, Levels};
use crate::compare::comparer::Comparer;
use crate::compare::reason::Reason;
use crate::compare::spot::Spot;
use crate::compare::units::Flat;
use crate::compare::why::Why;
use crate::model::{Ladder, Subject};

/// Aligns several roles as [`crate::compare::align_levels`] does, with the reasons for every row and topic.
///
/// # Panics
/// If a subject is of another ladder.
#[must_use]
pub fn explain_levels(ladder: &Ladder, subjects: &[Subject]) -> Levels {
    let comparer = Comparer::new(ladder);
    let mut levels = align_levels_by(&comparer, subjects);
    let places: Vec<Option<RolePlaces>> =
        subjects.iter().map(|subject| RolePlaces::new(&comparer, *subject)).collect();
    let roles: Vec<usize> = (0..subjects.len()).filter(|at| places[*at].is_some()).collect();
    for (at, &column) in roles.iter().enumerate() {
        for &earlier in roles[..at].iter().rev().take(REACH) {
            explain(&mut levels, &comparer, &places, [earlier, column]);
        }
        // What is unmatched is compared with the nearest level.
        let nearest = at.checked_sub(1).or(Some(at + 1)).and_then(|at| roles.get(at));
        if let Some(&nearest) = nearest {
            explain_lone(&mut levels, &comparer, &places, [column, nearest]);
        }
    }
    explain_rest(&mut levels, &places);
    levels
}

/// Where the sections and texts of a role are among all that its document has.
struct RolePlaces<'a> {
    flat: &'a Flat,
    texts: HashMap<(usize, &'a str), usize>,
    headings: HashMap<usize, usize>,
}

impl<'a> RolePlaces<'a> {
    fn new(comparer: &'a Comparer<'_>, subject: Subject) -> Option<Self> {
        let Subject::Role(role) = subject else { return None };
        let flat = comparer.flat(role.into());
        let texts = flat.units.iter().enumerate().rev();
        let texts = texts.map(|(at, unit)| ((unit.line, unit.whole.as_str()), at)).collect();
        let headings = flat.slots.iter().enumerate().rev();
        let headings = headings.map(|(at, slot)| (slot.line, at)).collect();
        Some(Self { flat, texts, headings })
    }

    fn text(&self, cell: &LevelCell) -> Option<usize> {
        let spot = &cell.part.spot;
        let own = spot.document == self.flat.document.id;
        own.then(|| self.texts.get(&(spot.line, spot.text.as_str())).copied()).flatten()
    }

    fn heading(&self, spot: &Spot) -> Option<usize> {
        let own = spot.document == self.flat.document.id;
        own.then(|| self.headings.get(&spot.line).copied()).flatten()
    }
}

/// Explains what a column has in one row or topic with an earlier one.
fn explain(
    levels: &mut Levels,
    comparer: &Comparer,
    places: &[Option<RolePlaces>],
    columns: [usize; 2],
) {
    let [earlier, column] = columns;
    with_why(levels, comparer, columns, |levels, aligned, why| {
        let with = |reasons| LevelWhy { column, with: Some(earlier), reasons };
        for topic in &mut levels.topics {
            let section = |at: usize| places[at].as_ref()?.heading(topic.headings.get(at)?);
            let sections = section(earlier).zip(section(column));
            if let Some((i, j)) = sections.filter(|(i, j)| aligned.slots.are_paired(*i, *j))
                && !topic.why.iter().any(|why| why.column == column)
            {
                topic.why.push(with(why.of_sections(Some(i), Some(j))));
            }
            for row in &mut topic.rows {
                let text = |at: usize| places[at].as_ref()?.text(row.cells.get(at)?);
                let texts = text(earlier).zip(text(column));
                if let Some((i, j)) = texts.filter(|(i, j)| aligned.units.are_paired(*i, *j))
                    && !row.why.iter().any(|why| why.column == column)
                {
                    row.why.push(with(why.of_units(Some(i), Some(j))));
                }
            }
        }
    });
}

/// Explains what a column has alone.
fn explain_lone(
    levels: &mut Levels,
    comparer: &Comparer,
    places: &[Option<RolePlaces>],
    [column, nearest]: [usize; 2],
) {
    let Some(own) = &places[column] else { return };
    let is_left = column < nearest;
    let columns = [column.min(nearest), column.max(nearest)];
    with_why(levels, comparer, columns, |levels, _, why| {
        let side = |at: usize| if is_left { (Some(at), None) } else { (None, Some(at)) };
        let with = |reasons| LevelWhy { column, with: Some(nearest), reasons };
        for topic in &mut levels.topics {
            if topic.headings.count() == 1
                && let Some(at) = topic.headings.get(column).and_then(|spot| own.heading(spot))
            {
                let (left, right) = side(at);
                topic.why.push(with(why.of_sections(left, right)));
            }
            for row in topic.rows.iter_mut().filter(|row| row.lone() == Some(column)) {
                if let Some(at) = row.cells.get(column).and_then(|cell| own.text(cell)) {
                    let (left, right) = side(at);
                    row.why.push(with(why.of_units(left, right)));
                }
            }
        }
    });
}

/// What tables say of a column, and texts that are the only ones of their sections.
fn explain_rest(levels: &mut Levels, places: &[Option<RolePlaces>]) {
    for row in levels.topics.iter_mut().flat_map(|topic| &mut topic.rows) {
        for (column, cell) in row.cells.some() {
            let own = places[column].as_ref().is_some_and(|own| own.text(cell).is_some());
            let reason = match (own, cell.before) {
                (false, _) => Reason::Table,
                (true, Some(_)) => Reason::OnlyOnes,
                (true, None) => continue,
            };
            if !row.why.iter().any(|why| why.column == column) {
                row.why.push(LevelWhy { column, with: cell.before, reasons: vec![reason] });
            }
        }
        row.why.sort_by_key(|why| why.column);
    }
}

fn with_why(
    levels: &mut Levels,
    comparer: &Comparer,
    columns: [usize; 2],
    act: impl FnOnce(&mut Levels, &Alignment, &Why),
) {
    let [Subject::Role(left), Subject::Role(right)] = columns.map(|at| levels.subjects[at]) else {
        return;
    };
    comparer.explained(left.into(), right.into(), |aligned, why| act(levels, aligned, why));
}
