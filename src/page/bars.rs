//! Numbers as bars: below a pair whose sides state numbers, what becomes of them and both ranges on
//! one scale.

use super::glyphs::Glyphs;
use super::rows::{Rows, SIGN, fill, ink};
use super::sheet::{Line, Run};
use super::wrap::{width, wrap};
use crate::compare::{Bar, Kind};
use crate::report::PairReport;
use crate::theme::{Ink, Mark};

/// A bar shorter than this says nothing; one longer than this says no more.
const BAR: std::ops::RangeInclusive<usize> = 8..=40;

/// The words stand behind bars that have at least so many columns left.
const BEHIND: usize = 14;

/// What is said behind bars whose scale is logarithmic, with the space before it.
const LOGARITHMIC: &str = " log";

/// The signs of the two sides and their inks.
pub(super) const SIDES: [(&str, Ink); 2] = [("<", Ink::Left), (">", Ink::Right)];

/// What is drawn of a measure.
struct DrawnMeasure {
    words: String,
    bars: [Bar; 2],
    logarithmic: bool,
}

impl Rows<'_> {
    /// What the numbers of a pair say: nothing where they say nothing.
    pub(super) fn measures(&mut self, report: PairReport<'_>, key: usize) {
        for told in report.measures() {
            let logarithmic = told.scale.logarithmic;
            let drawn = DrawnMeasure { words: told.words, bars: told.bars, logarithmic };
            match self.wide() {
                true if key > 0 => self.beside_key(&drawn, key),
                true => self.below_columns(&drawn),
                false => self.below_each_other(&drawn),
            }
        }
    }

    /// The words under the key, the bars under their texts.
    fn beside_key(&mut self, drawn: &DrawnMeasure, key: usize) {
        let columns = self.columns(key);
        let words = &drawn.words;
        let said = wrap(words, key, key);
        let bars = self.bars(drawn, columns.right, columns.right);
        for number in 0..said.len().max(1) {
            let mut runs = vec![Run::new(" ".repeat(SIGN), Ink::Text)];
            let piece = said.get(number).map_or("", |range| &words[range.clone()]);
            fill(&mut runs, Some(&Line::new(vec![words_of(piece)])), key + 2);
            let [left, right] = if number == 0 { bars.clone() } else { Default::default() };
            fill(&mut runs, Some(&left), columns.left);
            runs.push(self.gap());
            runs.extend(right.runs);
            self.layout.line(runs);
        }
    }

    /// The bars under their texts, the words behind them.
    fn below_columns(&mut self, drawn: &DrawnMeasure) {
        let columns = self.columns(0);
        let words = drawn.words.as_str();
        let room = columns.right.saturating_sub(width(words) + 2);
        let behind = room >= BEHIND + SIGN + LOGARITHMIC.len();
        let room = if behind { room } else { columns.right };
        if !behind {
            self.said(words);
        }
        let [left, mut right] = self.bars(drawn, room, columns.right);
        if behind {
            right.runs.push(Run::new("  ", Ink::Text));
            right.runs.push(words_of(words));
        }
        let mut runs = vec![Run::new(" ".repeat(SIGN), Ink::Text)];
        fill(&mut runs, Some(&left), columns.left);
        runs.push(self.gap());
        runs.extend(right.runs);
        self.layout.line(runs);
    }

    /// The bars one below the other, the words behind them where there is room.
    fn below_each_other(&mut self, drawn: &DrawnMeasure) {
        let page = self.layout.page.width.saturating_sub(SIGN);
        let words = drawn.words.as_str();
        let room = page.saturating_sub(width(words) + 2);
        let behind = room >= BEHIND + SIGN + LOGARITHMIC.len();
        if !behind {
            self.said(words);
        }
        let bars = self.bars(drawn, if behind { room } else { page }, page);
        for (side, bar) in bars.into_iter().enumerate() {
            let mut runs = vec![Run::new(" ".repeat(SIGN), Ink::Text)];
            runs.extend(bar.runs);
            if behind && side == 1 {
                runs.push(Run::new("  ", Ink::Text));
                runs.push(words_of(words));
            }
            if runs.len() > 1 {
                self.layout.line(runs);
            }
        }
    }

    /// Words on lines of their own.
    fn said(&mut self, words: &str) {
        let room = self.layout.page.width.saturating_sub(SIGN).max(1);
        for range in wrap(words, room, room) {
            let lead = Run::new(" ".repeat(SIGN), Ink::Text);
            self.layout.line(vec![lead, words_of(&words[range])]);
        }
    }

    /// Both bars with their signs, as wide as the room; nothing where no bar fits.
    fn bars(&self, drawn: &DrawnMeasure, room: usize, most: usize) -> [Line; 2] {
        let log = if drawn.logarithmic { LOGARITHMIC } else { "" };
        let columns = room.min(most).saturating_sub(SIGN + log.len()).min(*BAR.end());
        if columns < *BAR.start() {
            return Default::default();
        }
        [0, 1].map(|side| {
            let (sign, ink) = SIDES[side];
            let mut runs = vec![Run::new(format!("{sign} "), Mark::from(ink).bold())];
            runs.extend(bar(self.layout.glyphs, drawn.bars[side], columns, ink));
            if side == 1 && !log.is_empty() {
                runs.push(Run::new(log, Ink::Muted));
            }
            Line::new(runs)
        })
    }
}

fn words_of(words: &str) -> Run {
    Run::new(words, Mark::from(ink(Kind::Changed)))
}

/// A range on its scale.
pub(super) fn bar(glyphs: Glyphs, bar: Bar, columns: usize, ink: Ink) -> Vec<Run> {
    let last = columns - 1;
    // An arrow needs a column of its own.
    let most = if bar.open { last } else { columns };
    let column = |at: f64| (at * columns as f64) as usize;
    let start = column(bar.start).min(most.saturating_sub(1));
    let end = ((bar.end * columns as f64).ceil() as usize).clamp(start + 1, most.max(start + 1));
    let mut filled = glyphs.bar().repeat(end - start);
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
    use super::*;

    #[track_caller]
    fn check(start: f64, end: f64, open: bool, want: &str) {
        let runs = bar(Glyphs::Ascii, Bar { start, end, open }, 10, Ink::Left);
        assert_eq!(Line::new(runs).to_plain(), want);
    }

    #[test]
    fn a_bar_is_as_wide_as_its_room() {
        check(0.0, 1.0, false, "==========");
        check(0.0, 1.0, true, "=========+");
        check(1.0, 1.0, true, "........=+");
        check(1.0, 1.0, false, ".........=");
        check(0.25, 0.5, true, "..===+....");
        check(0.0, 0.0, false, "=.........");
    }
}
