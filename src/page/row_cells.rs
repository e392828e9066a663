//! The cells of a row as lines. The change of numbers takes the room that they leave: in words and as
//! bars.

use std::ops::Range;

use super::bars::{BAR, bar};
use super::glyphs::Glyphs;
use super::sheet::{Line, Run, fill};
use super::styled::Styled;
use super::wrap::{width, wrap};
use crate::report::{PairReport, ToldMeasure};
use crate::theme::Ink;

/// If the page is narrower than this, the key of a row is above its two texts, not beside them.
const KEY_COLUMN: usize = 76;

/// Columns between a text and the words or bars behind it.
const APART: usize = 2;

/// Columns between the stops at which bars begin.
const STOP: usize = 8;

/// The text between the changes of two numbers.
const BETWEEN: &str = ", ";

/// The mark of bars on a logarithmic scale, with the space behind it.
const LOGARITHMIC: &str = "log ";

/// The key of a row and its two texts, as lines of their columns.
pub(super) struct Cells {
    /// The width of each; 0 if the key is elsewhere.
    pub(super) columns: [usize; 3],
    pub(super) lines: [Vec<Line>; 3],
}

const KEY: usize = 0;
const RIGHT: usize = 2;

/// The texts of the two sides, behind the key.
const SIDES: [usize; 2] = [1, RIGHT];

/// The inks of the two sides.
const INKS: [Ink; 2] = [Ink::Left, Ink::Right];

impl Cells {
    /// How many lines the row takes.
    pub(super) fn height(&self) -> usize {
        self.lines.iter().map(Vec::len).max().unwrap_or(0).max(1)
    }

    /// Sets the change of numbers into the free room. Words take lines of their own only if there is no
    /// room; bars never do.
    pub(super) fn tell(&mut self, told: &[ToldMeasure], glyphs: Glyphs) {
        let words: Vec<&str> = words_of(told).collect();
        let under = if words.is_empty() { None } else { self.words(&words) };
        match told {
            [only] => self.bars(only, glyphs, 0..self.height()),
            // With several numbers, the bars of each are beside its words.
            several => {
                for (measure, line) in several.iter().zip(under.unwrap_or_default()) {
                    self.bars(measure, glyphs, line..line + 1);
                }
            }
        }
    }

    /// Sets the words behind or under the key, or else behind or under the right text. Returns their lines
    /// under the right text if each has a line of its own.
    fn words(&mut self, words: &[&str]) -> Option<Range<usize>> {
        let joined = words.join(BETWEEN);
        let spare = self.height() - self.lines[KEY].len().min(self.height());
        if self.has_room_behind(KEY, &joined) {
            self.push_behind(KEY, &joined);
        } else if self.columns[KEY] > 0 && self.under(KEY, words).len() <= spare {
            let lines = self.under(KEY, words);
            self.lines[KEY].extend(lines);
        } else if self.has_room_behind(RIGHT, &joined) {
            self.push_behind(RIGHT, &joined);
        } else {
            let lines = self.under(RIGHT, words);
            let start = self.lines[RIGHT].len();
            let own = (lines.len() == words.len()).then_some(start..start + lines.len());
            self.lines[RIGHT].extend(lines);
            return own;
        }
        None
    }

    fn has_room_behind(&self, cell: usize, words: &str) -> bool {
        self.lines[cell]
            .last()
            .is_some_and(|last| last.width() + APART + width(words) <= self.columns[cell])
    }

    fn push_behind(&mut self, cell: usize, words: &str) {
        if let Some(last) = self.lines[cell].last_mut() {
            last.runs.push(Run::new(" ".repeat(APART), Ink::Text));
            last.runs.push(Run::new(words, Ink::Changed));
        }
    }

    /// Words as lines of a cell; several words begin a line each.
    fn under(&self, cell: usize, words: &[&str]) -> Vec<Line> {
        let room = self.columns[cell].max(1);
        let lines = |words: &&str| -> Vec<Line> {
            let line = |range| Line::new(vec![Run::new(&words[range], Ink::Changed)]);
            wrap(words, room, room).into_iter().map(line).collect()
        };
        words.iter().flat_map(lines).collect()
    }

    /// Sets the bars behind their texts, at the same column of both sides, on the first line with room.
    fn bars(&mut self, told: &ToldMeasure, glyphs: Glyphs, mut lines: Range<usize>) {
        let room = SIDES.map(|cell| self.columns[cell]).into_iter().min().unwrap_or(0);
        let most = (room / 3).clamp(*BAR.start(), *BAR.end());
        let fitting = |line: usize| {
            let start = self.bar_start(told, line);
            let columns = room.saturating_sub(start).min(most);
            // Bars on one scale are equally long in all rows.
            let least = if told.is_shared { most } else { *BAR.start() };
            // At a stop, so that bars align.
            let start = start.next_multiple_of(STOP).min(room.saturating_sub(columns));
            (columns >= least).then_some((line, start, columns))
        };
        let Some((line, start, columns)) = lines.find_map(fitting) else { return };
        for (side, ink) in INKS.into_iter().enumerate() {
            let Some(drawn) = told.bars[side] else { continue };
            let (cell, lead) = (SIDES[side], lead_of(told, side));
            if self.lines[cell].len() <= line {
                self.lines[cell].resize(line + 1, Line::default());
            }
            let runs = &mut self.lines[cell][line].runs;
            fill(runs, start - lead.len());
            runs.push(Run::new(lead, Ink::Muted));
            runs.extend(bar(glyphs, drawn, columns, ink));
        }
    }

    /// The first column at which bars fit on a line of both sides.
    fn bar_start(&self, told: &ToldMeasure, line: usize) -> usize {
        let drawn = (0..2).filter(|side| told.bars[*side].is_some());
        let start = drawn.map(|side| {
            let taken = self.lines[SIDES[side]].get(line).map_or(0, Line::width);
            let taken = if taken > 0 { taken + APART } else { 0 };
            taken + lead_of(told, side).len()
        });
        start.max().unwrap_or(0)
    }
}

/// The text before the bar of a side: `log`, once, if its scale is logarithmic.
fn lead_of(told: &ToldMeasure, side: usize) -> &'static str {
    if told.logarithmic && side == 0 { LOGARITHMIC } else { "" }
}

/// Sets the change of numbers behind a text, as part of it, and empties the list.
pub(super) fn say_behind(text: &mut Styled, told: &mut [ToldMeasure]) {
    let words = words_of(told).collect::<Vec<_>>().join(BETWEEN);
    if !words.is_empty() {
        text.decorate(&" ".repeat(APART), Ink::Text);
        text.decorate(&words, Ink::Changed);
        told.iter_mut().for_each(|it| it.words.clear());
    }
}

/// Sets bars behind two texts, one below the other, if both have room: at the same column in all rows
/// with short texts.
pub(super) fn bars_behind(
    sides: &mut [Option<Styled>; 2],
    told: &[ToldMeasure],
    room: usize,
    glyphs: Glyphs,
) {
    let [measure] = told else { return };
    let plain = sides.iter().flatten().map(|text| text.plain.as_str());
    if plain.clone().any(|text| text.contains('\n')) {
        return;
    }
    let longest = plain.map(width).max().unwrap_or(0);
    let start = (longest + APART + lead_of(measure, 0).len()).max(room / 3);
    let most = (room / 3).clamp(*BAR.start(), *BAR.end());
    let columns = room.saturating_sub(start).min(most);
    let least = if measure.is_shared { most } else { *BAR.start() };
    if columns < least {
        return;
    }
    for (side, ink) in INKS.into_iter().enumerate() {
        let (Some(text), Some(drawn)) = (&mut sides[side], measure.bars[side]) else { continue };
        let lead = lead_of(measure, side);
        text.decorate(&" ".repeat(start - lead.len() - width(&text.plain)), Ink::Text);
        text.decorate(lead, Ink::Muted);
        for run in bar(glyphs, drawn, columns, ink) {
            text.decorate(&run.text, run.mark);
        }
    }
}

/// The change of the numbers of a row, in words.
fn words_of(told: &[ToldMeasure]) -> impl Iterator<Item = &str> {
    told.iter().map(|it| it.words.as_str()).filter(|words| !words.is_empty())
}

/// The width of the column of keys: as wide as the keys, with the words behind them if there is room.
/// A key takes two lines rather than make the texts narrow. 0 if keys are with the texts.
pub(super) fn key_width<'a>(
    pairs: impl Iterator<Item = PairReport<'a>>,
    page_width: usize,
) -> usize {
    if page_width < KEY_COLUMN {
        return 0;
    }
    let most = page_width / 5 + 2;
    let wanted = |pair: PairReport<'_>| {
        let key = width(pair.row_key()?);
        let told = pair.measures();
        let words = words_of(&told).collect::<Vec<_>>().join(BETWEEN);
        let both = key + APART + width(&words);
        Some(if both <= most && !words.is_empty() { both } else { key.min(most) })
    };
    pairs.filter_map(wanted).max().unwrap_or(0)
}
