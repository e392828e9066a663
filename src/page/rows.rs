//! The rows of a comparison: a sign, perhaps a key, and a text on either side.

use super::layout::Layout;
use super::parts::{changed_words, lone_part, with_key};
use super::row_cells::{Cells, bars_behind, say_behind};
use super::sheet::{Line, Run};
use super::sides::Sides;
use super::styled::Styled;
use super::wrap::width;
use crate::compare::{Kind, Pair, PairBody, Part};
use crate::model::{Anchor, Text};
use crate::report::{PairReport, ToldMeasure};
use crate::theme::{Ink, Mark};

/// If the page is narrower than this, the two sides are stacked.
const SIDE_BY_SIDE: usize = 56;

/// Columns of the sign and the space behind it.
pub(super) const SIGN: usize = 2;

/// Columns of the rule between the sides.
const GAP: usize = 3;

/// Columns behind the keys.
const KEY_GAP: usize = 2;

/// The signs of the two sides and their inks.
pub(super) const SIDES: [(&str, Ink); 2] = [("<", Ink::Left), (">", Ink::Right)];

/// Sets the rows of a comparison.
pub(super) struct Rows<'a> {
    pub(super) layout: Layout,
    /// The names of the two sides.
    pub(super) sides: [&'a str; 2],
    pub(super) standing: Sides,
    /// The width of the column of keys in the rows that are set next; 0 if there is none.
    pub(super) key: usize,
}

/// A row as it is set.
struct RowParts {
    sign: &'static str,
    ink: Ink,
    /// The key of both texts, if it is apart from them.
    key: Option<Styled>,
    sides: [Option<Styled>; 2],
    /// The change of the numbers of both texts.
    told: Vec<ToldMeasure>,
}

pub(super) fn ink(kind: Kind) -> Ink {
    match kind {
        Kind::Same => Ink::Muted,
        Kind::Changed => Ink::Changed,
        Kind::Left => Ink::Left,
        Kind::Right => Ink::Right,
    }
}

/// The anchor of a text of a pair: the key is the first part of its line, the text the next.
pub(super) fn anchor(part: &Part, at: usize) -> Anchor {
    Anchor::new(part.spot.document, part.spot.line, at)
}

impl Rows<'_> {
    pub(super) fn wide(&self) -> bool {
        self.standing == Sides::Beside && self.layout.page.width >= SIDE_BY_SIDE
    }

    /// Columns of the key with the space behind it.
    fn key_room(&self) -> usize {
        if self.key > 0 { self.key + KEY_GAP } else { 0 }
    }

    /// The widths of the key, of the left text and of the right text. A text without a key also takes the
    /// column of the keys, so the rule between the sides stays in place.
    fn columns(&self, keyed: bool) -> [usize; 3] {
        let free = self.layout.page.width.saturating_sub(SIGN + GAP + self.key_room());
        let (left, right) = (free - free / 2, free / 2);
        match keyed {
            true => [self.key, left, right],
            false => [0, self.key_room() + left, right],
        }
    }

    /// The names of the two sides, above their texts.
    pub(super) fn head(&self) -> Line {
        let [left, right] = self.sides;
        let sign = |side: usize| {
            let (sign, ink) = SIDES[side];
            Run::new(format!("{sign} "), Mark::from(ink).bold())
        };
        let name = |name: &str, room: usize, side: usize| {
            Run::new(self.layout.glyphs.truncate(name, room), Mark::from(SIDES[side].1).bold())
        };
        if !self.wide() {
            // Both names in full if they fit, or else half of the room each.
            let room = self.layout.page.width.saturating_sub(2 * SIGN + 2);
            let fits = width(left) + width(right) <= room;
            let half = if fits { room } else { room / 2 };
            let between = Run::new("  ", Ink::Text);
            return Line::new(vec![
                sign(0),
                name(left, half, 0),
                between,
                sign(1),
                name(right, half, 1),
            ]);
        }
        let [_, left_room, right_room] = self.columns(self.key > 0);
        let mut runs = vec![Run::new(" ".repeat(self.key_room()), Ink::Text), sign(0)];
        fill(
            &mut runs,
            Some(&Line::new(vec![name(left, left_room.saturating_sub(1), 0)])),
            left_room,
        );
        runs.extend([Run::new(" ", Ink::Text), sign(1), name(right, right_room, 1)]);
        Line::new(runs)
    }

    /// The rule between the sides.
    fn gap(&self) -> Run {
        Run::new(format!(" {} ", self.layout.glyphs.vertical()), Ink::Border)
    }

    /// Sets two corresponding texts, with the change of their numbers.
    pub(super) fn pair(&mut self, report: PairReport<'_>) {
        let (pair, key) = (report.pair, report.row_key());
        let same = pair.kind == Kind::Same;
        let base = if same { Mark::from(Ink::Muted) } else { Mark::default() };
        let key_styled = key.map(|key| {
            let mark = if same { base } else { base.bold() };
            self.key(pair, key, mark)
        });
        let mut told = report.measures();
        // In the stacked layout, equal texts are shown once.
        let twice = !same || self.wide();
        if self.standing == Sides::Unified
            && let Some(pieces) = pair.merged().filter(|_| !same)
        {
            return self.unified(pair, &pieces, key_styled, &mut told);
        }
        let mut side = |part: &Option<Part>, ink: Ink| {
            let part = part.as_ref()?;
            let text = if key.is_some() { part.text.clone() } else { with_key(part) };
            let mut styled = self.layout.style_at(anchor(part, 1), &text, base);
            for range in changed_words(part, key.is_some()) {
                styled.remark(&range, |mark| Mark { ink, ..mark }.bold());
            }
            Some(styled)
        };
        let sides = [
            side(&pair.left, Ink::Left),
            side(if twice { &pair.right } else { &None }, Ink::Right),
        ];
        let sign = self.layout.glyphs.sign(report.sign());
        self.set(RowParts { sign, ink: ink(pair.kind), key: key_styled, sides, told });
    }

    /// Sets unmatched items: those of the left in the left column and those of the right beside them, so
    /// that a reader can compare them although none corresponds.
    pub(super) fn apart(&mut self, run: &[PairReport<'_>]) {
        let keyed = self.key > 0 && run.iter().all(|report| report.row_key().is_some());
        if !self.wide() || keyed {
            for report in run {
                self.lone(*report);
            }
            return;
        }
        let [_, left_room, right_room] = self.columns(false);
        let start = self.layout.next_line();
        let mut texts: [Vec<Styled>; 2] = [Vec::new(), Vec::new()];
        for report in run {
            let pair = report.pair;
            let (side, part) = lone_part(pair);
            let mark = Mark::from(ink(pair.kind));
            let styled = self.layout.style_at(anchor(part, 1), &with_key(part), mark);
            texts[side].push(styled);
        }
        // Each line, and whether a text begins on it.
        let lines = |texts: &[Styled], width: usize| -> Vec<(bool, Line)> {
            let of = |text: &Styled| {
                text.lines(width, width)
                    .into_iter()
                    .enumerate()
                    .map(|(i, line)| (i == 0, line))
                    .collect::<Vec<_>>()
            };
            texts.iter().flat_map(of).collect()
        };
        let left = lines(&texts[0], left_room);
        let right = lines(&texts[1], right_room);
        for number in 0..left.len().max(right.len()) {
            let sign =
                |lines: &[(bool, Line)]| lines.get(number).is_some_and(|(begins, _)| *begins);
            let lead = if sign(&left) { "< " } else { "  " };
            let gap = match sign(&right) {
                true => Run::new(" > ", Mark::from(Ink::Right).bold()),
                false => self.gap(),
            };
            let mut runs = vec![Run::new(lead, Mark::from(Ink::Left).bold())];
            fill(&mut runs, left.get(number).map(|(_, line)| line), left_room);
            runs.push(gap);
            runs.extend(right.get(number).map_or(Vec::new(), |(_, line)| line.runs.clone()));
            self.layout.line(runs);
        }
        for styled in texts.iter().flatten() {
            self.layout.close_flow(styled, start);
        }
    }

    /// Sets a text that is compared with nothing, as a document sets it.
    pub(super) fn told(&mut self, report: PairReport<'_>) {
        let (_, part) = lone_part(report.pair);
        let lead = match part.body {
            PairBody::Item(_) | PairBody::Row => self.layout.glyphs.bullet(0),
            PairBody::Prose | PairBody::Code => "",
        };
        let lead = if lead.is_empty() { String::new() } else { format!("{lead} ") };
        let below = Run::new(" ".repeat(width(&lead)), Ink::Text);
        let styled = self.layout.style_at(anchor(part, 1), &with_key(part), Mark::default());
        self.layout.indented(Run::new(lead, Ink::Marker), below, |layout| {
            layout.styled(&styled, usize::MAX);
        });
    }

    /// The key of a row.
    fn key(&mut self, pair: &Pair, key: &str, mark: Mark) -> Styled {
        self.layout.anchor = pair.left.as_ref().or(pair.right.as_ref()).map(|it| anchor(it, 0));
        self.layout.style(&Text::plain(key), mark)
    }

    /// Sets an unmatched item, in a row of its own.
    fn lone(&mut self, report: PairReport<'_>) {
        let pair = report.pair;
        let key = report.row_key().filter(|_| self.key > 0);
        let (side, part) = lone_part(pair);
        let mark = Mark::from(ink(pair.kind));
        let text = if key.is_some() { part.text.clone() } else { with_key(part) };
        let key = key.map(|key| self.key(pair, key, mark.bold()));
        let mut sides = [None, None];
        sides[side] = Some(self.layout.style_at(anchor(part, 1), &text, mark));
        // The hours of an unmatched item are drawn on the scale of the other rows.
        let told = report.measures();
        self.set(RowParts { sign: pair.kind.sign(), ink: ink(pair.kind), key, sides, told });
    }

    /// Sets the headings of both sides if they differ.
    pub(super) fn headings(&mut self, texts: [(&Text, Option<Anchor>); 2], mark: Mark) {
        let sides = texts.map(|(text, anchor)| {
            self.layout.anchor = anchor;
            Some(self.layout.style(text, mark))
        });
        let kind = Kind::Changed;
        self.set(RowParts {
            sign: kind.sign(),
            ink: ink(kind),
            key: None,
            sides,
            told: Vec::new(),
        });
    }

    /// Sets a reason below its item, muted.
    pub(super) fn because(&mut self, words: &str) {
        let lead = Run::new(" ".repeat(2 * SIGN), Ink::Muted);
        self.layout.indented(lead.clone(), lead, |layout| {
            layout.text(&Text::plain(format!("why: {words}")), Ink::Muted);
        });
    }

    fn set(&mut self, row: RowParts) {
        if self.wide() { self.beside(row) } else { self.below(row) }
    }

    fn beside(&mut self, row: RowParts) {
        let RowParts { sign, ink, mut key, sides, mut told } = row;
        let mut sign = Run::new(format!("{sign} "), Mark::from(ink).bold());
        let blank = Run::new(" ".repeat(SIGN), Ink::Text);
        if self.key == 0
            && let Some(mut key) = key.take()
        {
            say_behind(&mut key, &mut told);
            let lead = std::mem::replace(&mut sign, blank.clone());
            self.layout.indented(lead, blank.clone(), |layout| layout.styled(&key, usize::MAX));
        }
        let start = self.layout.next_line();
        let columns = self.columns(key.is_some());
        let lines = |styled: Option<&Styled>, width: usize| {
            styled.map_or(Vec::new(), |styled| styled.lines(width, width))
        };
        let lines = [
            lines(key.as_ref(), columns[0]),
            lines(sides[0].as_ref(), columns[1]),
            lines(sides[1].as_ref(), columns[2]),
        ];
        let mut cells = Cells { columns, lines };
        cells.tell(&told, self.layout.glyphs);
        for number in 0..cells.height() {
            let mut runs = vec![if number == 0 { sign.clone() } else { blank.clone() }];
            let [key_lines, left, right] = &cells.lines;
            if key.is_some() {
                fill(&mut runs, key_lines.get(number), self.key_room());
            }
            fill(&mut runs, left.get(number), columns[1]);
            runs.push(self.gap());
            runs.extend(right.get(number).map_or(Vec::new(), |line| line.runs.clone()));
            self.layout.line(runs);
        }
        for styled in key.iter().chain(sides.iter().flatten()) {
            self.layout.close_flow(styled, start);
        }
    }

    fn below(&mut self, row: RowParts) {
        let RowParts { sign, ink, mut key, sides: [left, right], mut told } = row;
        let blank = Run::new(" ".repeat(SIGN), Ink::Text);
        let lead = Run::new(format!("{sign} "), Mark::from(ink).bold());
        let both = left.is_some() && right.is_some();
        if let Some(key) = &mut key {
            say_behind(key, &mut told);
        }
        let glyphs = self.layout.glyphs;
        self.layout.indented(lead, blank, |layout| {
            if let Some(key) = key {
                layout.styled(&key, usize::MAX);
            }
            let mut sides = [left, right];
            let margin = if both { SIGN } else { 0 };
            bars_behind(&mut sides, &told, layout.room().saturating_sub(margin), glyphs);
            if let Some(right) = &mut sides[1] {
                say_behind(right, &mut told);
            }
            for ((sign, ink), styled) in SIDES.into_iter().zip(sides) {
                let Some(styled) = styled else { continue };
                if both {
                    let lead = Run::new(format!("{sign} "), Mark::from(ink).bold());
                    let rest = Run::new(" ".repeat(SIGN), Ink::Text);
                    layout.indented(lead, rest, |layout| layout.styled(&styled, usize::MAX));
                } else {
                    layout.styled(&styled, usize::MAX);
                }
            }
        });
    }
}

/// Adds a line, filled with space to the width of its column.
pub(super) fn fill(runs: &mut Vec<Run>, line: Option<&Line>, columns: usize) {
    let line = line.cloned().unwrap_or_default();
    let free = columns.saturating_sub(line.width());
    runs.extend(line.runs);
    if free > 0 {
        runs.push(Run::new(" ".repeat(free), Ink::Text));
    }
}
