//! A number as a bar on its scale.

use super::glyphs::Glyphs;
use super::sheet::Run;
use crate::compare::Bar;
use crate::theme::Ink;

/// The length of a bar: a shorter one shows nothing, a longer one shows no more.
pub(super) const BAR: std::ops::RangeInclusive<usize> = 8..=24;

/// A range on its scale: first the certain part, then the possible part.
pub(super) fn bar(glyphs: Glyphs, bar: Bar, columns: usize, ink: Ink) -> Vec<Run> {
    let last = columns - 1;
    // An arrow needs a column of its own.
    let most = if bar.open { last } else { columns };
    let column = |at: f64| (at * columns as f64) as usize;
    let start = column(bar.start).min(most.saturating_sub(1));
    let end = ((bar.end * columns as f64).ceil() as usize).clamp(start + 1, most.max(start + 1));
    let sure = if bar.sure < bar.end { column(bar.sure).clamp(start, end) } else { end };
    let mut filled = glyphs.bar(true).repeat(sure - start) + &glyphs.bar(false).repeat(end - sure);
    if bar.open {
        filled.push_str(glyphs.open_end());
    }
    let behind = columns.saturating_sub(end + usize::from(bar.open));
    vec![
        Run::new(glyphs.scale().repeat(start), Ink::Muted),
        Run::new(filled, ink),
        Run::new(glyphs.scale().repeat(behind), Ink::Muted),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::sheet::Line;
    use super::*;

    #[track_caller]
    fn check(start: f64, sure: f64, end: f64, open: bool, want: &str) {
        let runs = bar(Glyphs::Ascii, Bar { start, sure, end, open }, 10, Ink::Left);
        assert_eq!(Line::new(runs).to_plain(), want);
    }

    #[test]
    fn a_bar_is_as_wide_as_its_room() {
        check(0.0, 1.0, 1.0, false, "==========");
        check(0.0, 1.0, 1.0, true, "=========+");
        check(1.0, 1.0, 1.0, true, "........=+");
        check(1.0, 1.0, 1.0, false, ".........=");
        check(0.25, 0.5, 0.5, true, "..===+....");
        check(0.0, 0.0, 0.0, false, "=.........");
    }

    #[test]
    fn what_may_be_is_lighter_than_what_is_sure() {
        check(0.0, 0.4, 0.6, false, "====--....");
        check(0.0, 0.0, 0.6, false, "------....");
        check(0.0, 0.4, 0.6, true, "====--+...");
    }
}
