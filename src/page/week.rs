//! A week of both roles: for each activity a bar of its hours on either side, and the hours together.

use super::bars::SIDES;
use super::glyphs::Glyphs;
use super::rows::{Rows, SIGN, fill, ink};
use super::sheet::{Line, Run};
use super::wrap::{truncate, width};
use crate::compare::{Activity, Hours, Kind, Scale, Week};
use crate::model::Quantity;
use crate::report::{TOGETHER, WEEK_TITLE};
use crate::theme::{Ink, Mark};

/// An hour takes no more columns than this, and all of them together no more than that.
const WIDEST: usize = 48;

/// Narrower than this, the names of the activities stand above their bars.
const NAMED: usize = 56;

/// With less room than this, the hours are said without a bar.
const NARROWEST: usize = 8;

impl Rows<'_> {
    /// The week that a topic describes, below its rows.
    pub(super) fn week(&mut self, week: &Week, key: usize) {
        let key = if key > 0 { key } else { self.name_column(week) };
        self.layout.blank();
        let lead = " ".repeat(SIGN);
        let title = self.layout.glyphs.truncate(WEEK_TITLE, self.room());
        self.layout
            .line(vec![Run::new(lead, Ink::Text), Run::new(title, Mark::from(Ink::Subheading))]);
        let scale = week.scale();
        for activity in &week.activities {
            self.activity(activity, scale, key);
        }
        self.totals(week, key);
    }

    /// How wide the names of the activities are where the rows above have no column of keys; 0 where
    /// there is no room for one either.
    fn name_column(&self, week: &Week) -> usize {
        let page = self.layout.page.width;
        let names = week.activities.iter().map(|activity| width(&activity.name));
        if page < NAMED { 0 } else { names.max().unwrap_or(0).min(page / 3) }
    }

    fn room(&self) -> usize {
        self.layout.page.width.saturating_sub(SIGN)
    }

    fn activity(&mut self, activity: &Activity, scale: Option<Scale>, key: usize) {
        let sides = [&activity.left, &activity.right];
        let shown: Vec<usize> = (0..2).filter(|side| *sides[*side] != Hours::None).collect();
        let names = self.names_of(&activity.name, key, shown.len());
        for (number, side) in shown.into_iter().enumerate() {
            let (sign, ink) = SIDES[side];
            let mut runs = vec![Run::new(" ".repeat(SIGN), Ink::Text)];
            if key > 0 {
                let name = Run::new(names[number].as_str(), Ink::Text);
                fill(&mut runs, Some(&Line::new(vec![name])), key + 2);
            }
            runs.push(Run::new(format!("{sign} "), Mark::from(ink).bold()));
            let room = self.layout.page.width.saturating_sub(Line::new(runs.clone()).width());
            runs.extend(self.hours(sides[side], scale, room, ink));
            self.layout.line(runs);
        }
    }

    /// The name of an activity on the lines that it has beside its bars; on lines of its own, none
    /// of them left, where there is no column for it.
    fn names_of(&mut self, name: &str, key: usize, lines: usize) -> Vec<String> {
        let name = name.replace('\n', " ");
        if key == 0 {
            let name = self.layout.glyphs.truncate(&name, self.room());
            let lead = Run::new(" ".repeat(SIGN), Ink::Text);
            self.layout.line(vec![lead, Run::new(name, Ink::Text)]);
            return Vec::new();
        }
        let ranges = super::wrap::wrap(&name, key, key);
        let mut names: Vec<String> =
            ranges.iter().map(|range| name[range.clone()].to_owned()).collect();
        // The name stands whole in the row above: here it may be cut.
        if let Some(last) = names.get(lines).and_then(|_| ranges.get(lines - 1)) {
            names[lines - 1] = truncate(&name[last.start..], key, self.layout.glyphs.ellipsis());
        }
        names.resize(lines, String::new());
        names
    }

    fn hours(&self, hours: &Hours, scale: Option<Scale>, room: usize, ink: Ink) -> Vec<Run> {
        let quantity = match hours {
            Hours::Stated(quantity) => quantity,
            Hours::Words(words) => {
                let words = self.layout.glyphs.truncate(&words.replace('\n', " "), room);
                return vec![Run::new(words, Ink::Muted)];
            }
            Hours::None => return Vec::new(),
        };
        let said = quantity.figures();
        let columns = room.saturating_sub(width(&said) + 1).min(WIDEST);
        let mut runs = Vec::new();
        let drawn = quantity.high > 0.0 && columns >= NARROWEST;
        if let Some(scale) = scale.filter(|_| drawn) {
            let drawn = bar(self.layout.glyphs, scale, quantity, columns);
            runs.push(Run::new(drawn, ink));
            runs.push(Run::new(" ", Ink::Text));
        }
        runs.push(Run::new(self.layout.glyphs.truncate(&said, room), Ink::Text));
        runs
    }

    fn totals(&mut self, week: &Week, key: usize) {
        let change = week.change().words();
        let comma = if change.is_empty() { "" } else { ", " };
        let label = format!("{TOGETHER}{}", if key > 0 { "" } else { " " });
        let mut runs = vec![Run::new(" ".repeat(SIGN), Ink::Text)];
        let label =
            Run::new(self.layout.glyphs.truncate(&label, self.room()), Mark::default().bold());
        let columns = if key > 0 { key + 2 } else { label.text.len() };
        fill(&mut runs, Some(&Line::new(vec![label])), columns);
        let [(left_sign, left), (right_sign, right)] = SIDES;
        let parts = [
            Run::new(format!("{left_sign} {}", week.left.figures()), Mark::from(left).bold()),
            Run::new(format!("  {right_sign} {}", week.right.figures()), Mark::from(right).bold()),
            Run::new(" hours a week", Ink::Text),
            Run::new(format!("{comma}{change}"), Mark::from(ink(Kind::Changed))),
        ];
        for part in parts {
            let taken = Line::new(runs.clone()).width();
            if taken + width(&part.text) > self.layout.page.width {
                self.layout.line(std::mem::take(&mut runs));
                let text = part.text.trim_start_matches([' ', ',']);
                let text = self.layout.glyphs.truncate(text, self.room());
                runs = vec![Run::new(" ".repeat(SIGN), Ink::Text), Run::new(text, part.mark)];
            } else {
                runs.push(part);
            }
        }
        self.layout.line(runs);
        if let Some(note) = week.note() {
            let note = self.layout.glyphs.truncate(note, self.room());
            let lead = " ".repeat(SIGN + if key > 0 { key + 2 } else { 0 });
            self.layout.line(vec![Run::new(lead, Ink::Text), Run::new(note, Ink::Muted)]);
        }
    }
}

/// Hours from none on: those that are sure, then those that may come.
fn bar(glyphs: Glyphs, scale: Scale, quantity: &Quantity, columns: usize) -> String {
    let room = columns - usize::from(quantity.open);
    let column = |value: f64| (scale.position(value) * columns as f64).round() as usize;
    let high = column(quantity.high).clamp(1, room);
    let low = column(quantity.low).min(high);
    let mut drawn = glyphs.filled(true).repeat(low) + &glyphs.filled(false).repeat(high - low);
    if quantity.open {
        drawn.push_str(glyphs.open_end());
    }
    drawn
}
