//! The rows of a comparison: a sign, perhaps a key, and a text on either side.

use super::layout::{Layout, Styled};
use super::parts::{changed_words, lone_part, with_key};
use super::sheet::{Line, Run};
use super::sides::Sides;
use super::wrap::width;
use crate::compare::{Kind, Pair, PairBody, Part};
use crate::model::{Anchor, Text};
use crate::report::PairReport;
use crate::theme::{Ink, Mark};

/// Narrower than this, the two sides stand below each other.
const SIDE_BY_SIDE: usize = 56;

/// Columns of the sign and the space behind it.
pub(super) const SIGN: usize = 2;

/// Columns of the rule between the sides.
const GAP: usize = 3;

/// Sets the rows of a comparison.
pub(super) struct Rows<'a> {
    pub(super) layout: Layout,
    /// The names of the two sides.
    pub(super) sides: [&'a str; 2],
    pub(super) standing: Sides,
}

/// Where the columns of a row stand.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub(super) key: usize,
    pub(super) left: usize,
    pub(super) right: usize,
}

pub(super) fn ink(kind: Kind) -> Ink {
    match kind {
        Kind::Same => Ink::Muted,
        Kind::Changed => Ink::Changed,
        Kind::Left => Ink::Left,
        Kind::Right => Ink::Right,
    }
}

/// Where a text of a pair comes from: its key is the first part of its line, its text the next.
pub(super) fn anchor(part: &Part, at: usize) -> Anchor {
    Anchor::new(part.spot.document, part.spot.line, at)
}

impl Rows<'_> {
    pub(super) fn wide(&self) -> bool {
        self.standing == Sides::Beside && self.layout.page.width >= SIDE_BY_SIDE
    }

    pub(super) fn columns(&self, key: usize) -> Columns {
        let key_room = if key > 0 { key + 2 } else { 0 };
        let free = self.layout.page.width.saturating_sub(SIGN + GAP + key_room);
        Columns { key, left: free - free / 2, right: free / 2 }
    }

    /// The names of the two sides, over their columns.
    pub(super) fn head(&self) -> Vec<Line> {
        let [left, right] = self.sides;
        if !self.wide() {
            // Both names in full where they fit, else half of the room each.
            let room = self.layout.page.width.saturating_sub(2 * SIGN + 2);
            let fits = width(left) + width(right) <= room;
            let half = if fits { room } else { room / 2 };
            return vec![Line::new(vec![
                Run::new("< ", Mark::from(Ink::Left).bold()),
                Run::new(self.layout.glyphs.truncate(left, half), Mark::from(Ink::Left).bold()),
                Run::new("  > ", Mark::from(Ink::Right).bold()),
                Run::new(self.layout.glyphs.truncate(right, half), Mark::from(Ink::Right).bold()),
            ])];
        }
        let columns = self.columns(0);
        let left = self.layout.glyphs.truncate(left, columns.left.saturating_sub(2));
        let fill = " ".repeat(columns.left.saturating_sub(width(&left)));
        vec![Line::new(vec![
            Run::new("< ", Mark::from(Ink::Left).bold()),
            Run::new(left, Mark::from(Ink::Left).bold()),
            Run::new(fill, Ink::Text),
            Run::new(" > ", Mark::from(Ink::Right).bold()),
            Run::new(
                self.layout.glyphs.truncate(right, columns.right),
                Mark::from(Ink::Right).bold(),
            ),
        ])]
    }

    /// The rule between the sides.
    pub(super) fn gap(&self) -> Run {
        Run::new(format!(" {} ", self.layout.glyphs.vertical()), Ink::Border)
    }

    /// The names of the sides again, where a column of keys moves theirs away from the head's.
    pub(super) fn names(&mut self, key: usize) {
        let columns = self.columns(key);
        let name = |sign: &str, side: &str, room: usize| {
            self.layout.glyphs.truncate(&format!("{sign} {side}"), room)
        };
        let left = name("<", self.sides[0], columns.left);
        let mut runs = vec![Run::new(" ".repeat(SIGN + key + 2), Ink::Text)];
        fill(&mut runs, Some(&Line::new(vec![Run::new(left, Ink::Left)])), columns.left);
        runs.push(self.gap());
        runs.push(Run::new(name(">", self.sides[1], columns.right), Ink::Right));
        self.layout.line(runs);
    }

    /// Two texts that correspond.
    pub(super) fn pair(&mut self, report: PairReport<'_>, key_width: usize) {
        let (pair, key) = (report.pair, report.row_key());
        let same = pair.kind == Kind::Same;
        let base = if same { Mark::from(Ink::Muted) } else { Mark::default() };
        let key_styled = key.map(|key| {
            let mark = if same { base } else { base.bold() };
            (self.key(pair, key, mark), key_width)
        });
        // One below the other, what is the same need not be read twice.
        let twice = !same || self.wide();
        if self.standing == Sides::Unified
            && let Some(pieces) = pair.merged().filter(|_| !same)
        {
            return self.unified(pair, &pieces, key_styled.map(|(key, _)| key));
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
        self.styled_row(pair.kind.sign(), ink(pair.kind), key_styled, sides);
    }

    /// Texts that one side has alone: those of the left in the left column and those of the right
    /// beside them, so that they can be read against each other though none corresponds.
    pub(super) fn apart(&mut self, run: &[PairReport<'_>], key_width: usize) {
        let keyed = key_width > 0 && run.iter().all(|report| report.row_key().is_some());
        if !self.wide() || keyed {
            for report in run {
                self.lone(*report, key_width);
            }
            return;
        }
        let columns = self.columns(0);
        let start = self.layout.next_line();
        let mut texts: [Vec<Styled>; 2] = [Vec::new(), Vec::new()];
        for report in run {
            let pair = report.pair;
            let (side, part) = lone_part(pair);
            let mark = Mark::from(ink(pair.kind));
            let styled = self.layout.style_at(anchor(part, 1), &with_key(part), mark);
            texts[side].push(styled);
        }
        // Each line with whether a text begins on it.
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
        let left = lines(&texts[0], columns.left);
        let right = lines(&texts[1], columns.right);
        for number in 0..left.len().max(right.len()) {
            let sign =
                |lines: &[(bool, Line)]| lines.get(number).is_some_and(|(begins, _)| *begins);
            let lead = if sign(&left) { "< " } else { "  " };
            let gap = match sign(&right) {
                true => Run::new(" > ", Mark::from(Ink::Right).bold()),
                false => self.gap(),
            };
            let mut runs = vec![Run::new(lead, Mark::from(Ink::Left).bold())];
            fill(&mut runs, left.get(number).map(|(_, line)| line), columns.left);
            runs.push(gap);
            runs.extend(right.get(number).map_or(Vec::new(), |(_, line)| line.runs.clone()));
            self.layout.line(runs);
        }
        for styled in texts.iter().flatten() {
            self.layout.close_flow(styled, start);
        }
    }

    /// A text that is set against nothing, as a document sets it.
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

    /// A text that one side has alone, in a row of its own.
    fn lone(&mut self, report: PairReport<'_>, key_width: usize) {
        let pair = report.pair;
        let key = report.row_key().filter(|_| key_width > 0);
        let (side, part) = lone_part(pair);
        let mark = Mark::from(ink(pair.kind));
        let text = if key.is_some() { part.text.clone() } else { with_key(part) };
        let key = key.map(|key| (self.key(pair, key, mark.bold()), key_width));
        let mut sides = [None, None];
        sides[side] = Some(self.layout.style_at(anchor(part, 1), &text, mark));
        self.styled_row(pair.kind.sign(), ink(pair.kind), key, sides);
    }

    pub(super) fn row(
        &mut self,
        sign: &str,
        ink: Ink,
        key: Option<(Styled, usize)>,
        texts: [(&Text, Option<Anchor>); 2],
        mark: Mark,
    ) {
        let styled = texts.map(|(text, anchor)| {
            self.layout.anchor = anchor;
            Some(self.layout.style(text, mark))
        });
        self.styled_row(sign, ink, key, styled);
    }

    /// A reason, quietly, below what it is a reason for.
    pub(super) fn because(&mut self, words: &str) {
        let lead = Run::new(" ".repeat(2 * SIGN), Ink::Muted);
        self.layout.indented(lead.clone(), lead, |layout| {
            layout.text(&Text::plain(format!("why: {words}")), Ink::Muted);
        });
    }

    fn styled_row(
        &mut self,
        sign: &str,
        ink: Ink,
        key: Option<(Styled, usize)>,
        sides: [Option<Styled>; 2],
    ) {
        if self.wide() {
            self.beside(sign, ink, key, &sides);
        } else {
            self.below(sign, ink, key, sides);
        }
    }

    fn beside(
        &mut self,
        sign: &str,
        ink: Ink,
        key: Option<(Styled, usize)>,
        sides: &[Option<Styled>; 2],
    ) {
        let mut sign = Run::new(format!("{sign} "), Mark::from(ink).bold());
        let blank = Run::new(" ".repeat(SIGN), Ink::Text);
        let mut columns = self.columns(0);
        let mut key_column = None;
        match key {
            Some((key, 0)) => {
                let lead = std::mem::replace(&mut sign, blank.clone());
                self.layout.indented(lead, blank.clone(), |layout| layout.styled(&key, usize::MAX));
            }
            Some((key, columns_of_key)) => {
                columns = self.columns(columns_of_key);
                key_column = Some(key);
            }
            None => {}
        }
        let start = self.layout.next_line();
        let lines = |styled: Option<&Styled>, width: usize| {
            styled.map_or(Vec::new(), |styled| styled.lines(width, width))
        };
        let key_lines = lines(key_column.as_ref(), columns.key);
        let left = lines(sides[0].as_ref(), columns.left);
        let right = lines(sides[1].as_ref(), columns.right);
        for number in 0..key_lines.len().max(left.len()).max(right.len()).max(1) {
            let mut runs = vec![if number == 0 { sign.clone() } else { blank.clone() }];
            if key_column.is_some() {
                fill(&mut runs, key_lines.get(number), columns.key + 2);
            }
            fill(&mut runs, left.get(number), columns.left);
            runs.push(self.gap());
            runs.extend(right.get(number).map_or(Vec::new(), |line| line.runs.clone()));
            self.layout.line(runs);
        }
        for styled in key_column.iter().chain(sides.iter().flatten()) {
            self.layout.close_flow(styled, start);
        }
    }

    fn below(
        &mut self,
        sign: &str,
        ink: Ink,
        key: Option<(Styled, usize)>,
        sides: [Option<Styled>; 2],
    ) {
        let blank = Run::new(" ".repeat(SIGN), Ink::Text);
        let lead = Run::new(format!("{sign} "), Mark::from(ink).bold());
        let [left, right] = sides;
        let both = left.is_some() && right.is_some();
        self.layout.indented(lead, blank, |layout| {
            if let Some((key, _)) = key {
                layout.styled(&key, usize::MAX);
            }
            for (i, styled) in [left, right].into_iter().enumerate() {
                let Some(styled) = styled else { continue };
                if both {
                    let (sign, ink) = if i == 0 { ("<", Ink::Left) } else { (">", Ink::Right) };
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

/// Adds a line and the space behind it, as wide as its column.
pub(super) fn fill(runs: &mut Vec<Run>, line: Option<&Line>, columns: usize) {
    let line = line.cloned().unwrap_or_default();
    let free = columns.saturating_sub(line.width());
    runs.extend(line.runs);
    if free > 0 {
        runs.push(Run::new(" ".repeat(free), Ink::Text));
    }
}
