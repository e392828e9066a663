//! Several roles as a page, in columns; one below the other if columns would be too narrow.

use super::comparison::ComparisonOptions;
use super::layout::Layout;
use super::parts::{changed_words, with_key};
use super::sheet::{DifferenceSpot, Line, MIN_WIDTH, OutlineEntry, Page, Run, fill};
use super::styled::Styled;
use crate::compare::{Kind, LevelCell, LevelRow, Levels};
use crate::model::Text;
use crate::report::{
    LevelTopicReport, LevelsReport, LevelsRest, SOME, left_out, row_sign, silence,
};
use crate::theme::{Ink, Mark};

/// A column narrower than this is hard to read.
const READABLE: usize = 16;

/// Columns of the sign and the space behind it.
const SIGN: usize = 2;

/// Columns of the rule between two roles.
const GAP: usize = 3;

/// Lays out several roles in columns. The first entry of the page's outline is the summary, the others
/// are the topics in reading order.
#[must_use]
pub fn lay_out_levels(levels: &Levels, options: ComparisonOptions<'_>) -> Page {
    let page_width = options.width.max(MIN_WIDTH);
    let roles = levels.subjects.len().max(1);
    let free = page_width.saturating_sub(SIGN + GAP * (roles - 1));
    let mut sheet = LevelsSheet {
        layout: Layout::new(page_width, options.glyphs),
        levels,
        labels: levels.names.iter().map(String::as_str).collect(),
        column: Some(free / roles).filter(|column| *column >= READABLE),
    };
    let report = LevelsReport::new(levels, options.only, options.folds);
    sheet.layout.page.head = sheet.head();
    sheet.summary(&report);
    report.topics.iter().for_each(|topic| sheet.topic(topic));
    if let Some(rest) = &report.rest {
        sheet.rest(rest);
    }
    sheet.layout.page
}

struct LevelsSheet<'a> {
    layout: Layout,
    levels: &'a Levels,
    labels: Vec<&'a str>,
    /// The width of a column; `None` if the roles are one below the other.
    column: Option<usize>,
}

impl LevelsSheet<'_> {
    fn head(&self) -> Vec<Line> {
        let mark = Mark::from(Ink::Heading);
        let Some(column) = self.column else {
            let names = self.labels.join(" | ");
            let names = self.layout.glyphs.truncate(&names, self.layout.page.width);
            return vec![Line::new(vec![Run::new(names, mark)])];
        };
        let mut runs = vec![Run::new(" ".repeat(SIGN), Ink::Text)];
        for (at, label) in self.labels.iter().enumerate() {
            if at > 0 {
                runs.push(self.gap());
            }
            let mut name = vec![Run::new(self.layout.glyphs.truncate(label, column), mark)];
            fill(&mut name, column);
            runs.extend(name);
        }
        vec![Line::new(runs)]
    }

    fn gap(&self) -> Run {
        Run::new(format!(" {} ", self.layout.glyphs.vertical()), Ink::Border)
    }

    fn entry(&mut self, title: &str, depth: usize, report: Option<&LevelTopicReport<'_>>) {
        let headings = report.iter().flat_map(|report| report.topic.headings.values());
        let spots: Vec<_> = headings.map(|spot| (spot.document, spot.line)).collect();
        let line = self.layout.next_line();
        self.layout.page.outline.push(OutlineEntry {
            title: title.to_owned(),
            depth,
            line,
            source: spots.first().map_or(1, |(_, line)| *line),
            spots: [spots.first().copied(), spots.last().copied()],
            kind: report
                .filter(|report| !report.topic.is_way_up)
                .map(|report| (report.kind, report.differences)),
        });
    }

    fn summary(&mut self, report: &LevelsReport<'_>) {
        self.entry("Summary", 0, None);
        self.layout.text(&Text::plain(report.counts.line()), Ink::Text);
        for note in &report.notes {
            self.layout.text(&Text::plain(note.as_str()), Ink::Muted);
        }
    }

    /// The group at the end (about promotion, about other levels), under a heading of its own.
    fn rest(&mut self, rest: &LevelsRest<'_>) {
        self.layout.blank();
        self.entry(&rest.title, 1, None);
        let lead = Run::new(format!("{} ", self.layout.glyphs.fold(!rest.is_folded)), Ink::Muted);
        self.layout.wrapped(lead, &rest.title, Ink::Muted);
        if !rest.is_folded {
            let stops = self.layout.page.differences.len();
            rest.topics.iter().for_each(|topic| self.topic(topic));
            self.layout.page.differences.truncate(stops);
        }
    }

    fn topic(&mut self, report: &LevelTopicReport<'_>) {
        let topic = report.topic;
        self.layout.blank();
        self.entry(&topic.title, topic.depth, Some(report));
        let mark = match topic.depth {
            1 | 2 => Mark::from(Ink::Heading),
            _ => Mark::from(Ink::Subheading),
        };
        self.layout.text(&Text::plain(topic.title.as_str()), mark);
        if topic.depth == 1 {
            self.layout.rule();
        }
        if let Some(words) = silence(&report.silent) {
            self.layout.text(&Text::plain(words), Ink::Muted);
        }
        for words in report.why.iter().chain(&report.unlike) {
            self.because(words);
        }
        // If reasons are shown, each item has its own below it.
        let apart = |row: &LevelRow| row.lone().is_some() && row.why.is_empty();
        for run in report.rows.chunk_by(|a, b| apart(a) && apart(b)) {
            let start = self.layout.next_line();
            match run {
                [row] if row.lone().is_none() => self.row(row),
                run => self.apart(run),
            }
            if !run[0].is_same() {
                let lines = start..self.layout.next_line();
                let texts = run.len();
                self.layout.page.differences.push(DifferenceSpot { lines, texts });
            }
            if let Some(words) = report.row_why(self.levels, run[0]) {
                self.because(&words);
            }
        }
        if let Some(words) = left_out(report.same_left_out()) {
            self.layout.text(&Text::plain(words), Ink::Muted);
        }
    }

    /// Sets a reason below its item, muted.
    fn because(&mut self, words: &str) {
        let lead = Run::new(" ".repeat(2 * SIGN), Ink::Muted);
        self.layout.indented(lead.clone(), lead, |layout| {
            layout.text(&Text::plain(format!("why: {words}")), Ink::Muted);
        });
    }

    fn row(&mut self, row: &LevelRow) {
        let sign = row_sign(row).0;
        let ink = match sign {
            SOME => Ink::Right,
            _ if row.is_same() => Ink::Muted,
            _ => Ink::Changed,
        };
        let keyed = row.has_one_key();
        let mut lead = Run::new(format!("{sign} "), Mark::from(ink).bold());
        let blank = Run::new(" ".repeat(SIGN), Ink::Text);
        if let Some(key) = row.key.as_ref().filter(|_| keyed) {
            let lead = std::mem::replace(&mut lead, blank.clone());
            self.layout.indented(lead, blank.clone(), |layout| {
                layout.text(&Text::plain(key), Mark::default().bold());
            });
        }
        let cells = self.cells(row, keyed);
        match self.column {
            Some(column) => self.beside(&lead, &cells, column),
            None => self.below(lead, &cells),
        }
    }

    /// Items that only one role has: each in the column of its role, so that a reader can compare them
    /// although none corresponds.
    fn apart(&mut self, run: &[&LevelRow]) {
        let mut columns: Vec<Vec<Styled>> = self.labels.iter().map(|_| Vec::new()).collect();
        for (at, part) in run.iter().filter_map(|row| {
            let at = row.lone()?;
            Some((at, &row.cells.get(at)?.part))
        }) {
            columns[at].push(self.layout.style(&with_key(part), Mark::default()));
        }
        let bullet = Run::new(format!("{SOME} "), Mark::from(Ink::Right).bold());
        match self.column {
            Some(column) => self.apart_beside(&columns, &bullet, column),
            None => self.apart_below(&columns, &bullet),
        }
    }

    fn apart_beside(&mut self, texts: &[Vec<Styled>], bullet: &Run, column: usize) {
        let start = self.layout.next_line();
        let room = column.saturating_sub(SIGN);
        let lines = |texts: &Vec<Styled>| -> Vec<Line> {
            let of = |text: &Styled| {
                let lines = text.lines(room, room).into_iter().enumerate();
                lines.map(|(at, line)| {
                    let lead = if at == 0 { bullet.clone() } else { Run::new("  ", Ink::Text) };
                    Line::new(std::iter::once(lead).chain(line.runs).collect())
                })
            };
            texts.iter().flat_map(|text| of(text).collect::<Vec<_>>()).collect()
        };
        let columns: Vec<Vec<Line>> = texts.iter().map(lines).collect();
        self.columns(&Run::new(" ".repeat(SIGN), Ink::Text), &columns, column);
        texts.iter().flatten().for_each(|text| self.layout.close_flow(text, start));
    }

    fn apart_below(&mut self, texts: &[Vec<Styled>], bullet: &Run) {
        for (label, texts) in self.labels.iter().zip(texts) {
            if texts.is_empty() {
                continue;
            }
            let room = self.layout.page.width.saturating_sub(SIGN);
            let label = self.layout.glyphs.truncate(label, room);
            self.layout.line(vec![Run::new(format!("  {label}"), Ink::Muted)]);
            for text in texts {
                let lead = Run::new(format!("  {}", bullet.text), bullet.mark);
                let rest = Run::new("    ", Ink::Text);
                self.layout.indented(lead, rest, |layout| layout.styled(text, usize::MAX));
            }
        }
    }

    /// The cells of a row. A cell that equals the cell before it only says so.
    fn cells(&mut self, row: &LevelRow, keyed: bool) -> Vec<Styled> {
        let mut before = 0;
        let mut styled = Vec::with_capacity(row.cells.columns());
        for (at, cell) in row.cells.all().enumerate() {
            styled.push(match cell {
                None => {
                    let nothing = Text::plain(self.layout.glyphs.dot());
                    self.layout.style(&nothing, Ink::Muted.into())
                }
                Some(cell) if cell.kind == Kind::Same => {
                    let words = format!("= as {}", self.labels[before]);
                    self.layout.style(&Text::plain(words), Ink::Muted.into())
                }
                Some(cell) => self.cell(cell, keyed),
            });
            if cell.is_some() {
                before = at;
            }
        }
        styled
    }

    fn cell(&mut self, cell: &LevelCell, keyed: bool) -> Styled {
        let text = if keyed { cell.part.text.clone() } else { with_key(&cell.part) };
        let mut styled = self.layout.style(&text, Mark::default());
        for range in changed_words(&cell.part, keyed) {
            styled.remark(&range, |mark| Mark { ink: Ink::Right, ..mark }.bold());
        }
        styled
    }

    fn beside(&mut self, lead: &Run, cells: &[Styled], column: usize) {
        let start = self.layout.next_line();
        let columns: Vec<Vec<Line>> = cells.iter().map(|cell| cell.lines(column, column)).collect();
        self.columns(lead, &columns, column);
        cells.iter().for_each(|cell| self.layout.close_flow(cell, start));
    }

    /// Sets lines in columns, with the lead before the first line.
    fn columns(&mut self, lead: &Run, columns: &[Vec<Line>], column: usize) {
        let height = columns.iter().map(Vec::len).max().unwrap_or(0).max(1);
        for number in 0..height {
            let first = if number == 0 { lead.clone() } else { Run::new("  ", Ink::Text) };
            let mut runs = vec![first];
            for (at, lines) in columns.iter().enumerate() {
                if at > 0 {
                    runs.push(self.gap());
                }
                let mut cell = lines.get(number).map_or(Vec::new(), |line| line.runs.clone());
                fill(&mut cell, column);
                runs.extend(cell);
            }
            self.layout.line(runs);
        }
    }

    fn below(&mut self, lead: Run, cells: &[Styled]) {
        let labels = &self.labels;
        let glyphs = self.layout.glyphs;
        let most = self.layout.page.width / 2;
        self.layout.indented(lead, Run::new(" ".repeat(SIGN), Ink::Text), |layout| {
            for (label, cell) in labels.iter().zip(cells) {
                let label = format!("{}: ", glyphs.truncate(label, most));
                let rest = Run::new("  ", Ink::Text);
                layout.indented(Run::new(label, Ink::Muted), rest, |layout| {
                    layout.styled(cell, usize::MAX);
                });
            }
        });
    }
}
