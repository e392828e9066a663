//! A prompt with a list: typing narrows the list, Enter chooses an entry.

use std::sync::Arc;

use ratatui::layout::{Position, Rect};
use tui_textarea::{Input, Key, TextArea};

use super::offer::Offer;
use crate::search::{self, Ranked};
use crate::tui::input::message::{Effect, Message};
use crate::tui::outcome::Outcome;
use crate::tui::pane::areas::{PROMPT, picker_rows, popup};
use crate::tui::pane::list::ListCursor;

/// How the typed text determines the entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ListSource {
    /// A fixed list, which typing narrows.
    Fuzzy,
    /// A new list for each typed text.
    Query,
}

/// The prompt and its list.
pub(crate) struct Picker {
    pub(crate) title: &'static str,
    pub(crate) input: TextArea<'static>,
    source: ListSource,
    entries: Arc<Vec<Offer>>,
    ranked: Vec<Ranked>,
    pub(crate) list: ListCursor,
    /// Whether the entries for the typed text are still to come, and whether Enter was typed meanwhile.
    awaited: Awaited,
}

/// Whether entries are still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Awaited {
    #[default]
    No,
    Yes,
    /// The first of them is chosen as soon as they are there.
    First,
}

impl Picker {
    pub(crate) fn new(title: &'static str, source: ListSource, entries: Vec<Offer>) -> Self {
        let ranked = rank(source, &entries, "");
        Self::ranked(title, source, entries, ranked)
    }

    /// The same with the order of the entries.
    pub(crate) fn ranked(
        title: &'static str,
        source: ListSource,
        entries: Vec<Offer>,
        ranked: Vec<Ranked>,
    ) -> Self {
        Self {
            title,
            input: text_line(""),
            source,
            entries: Arc::new(entries),
            ranked,
            list: ListCursor::default(),
            awaited: Awaited::No,
        }
    }

    /// The typed text.
    pub(crate) fn query(&self) -> &str {
        self.input.lines().first().map_or("", String::as_str)
    }

    /// Handles a message.
    pub(crate) fn update(&mut self, message: Message, screen: Rect) -> Outcome {
        match message {
            Message::Cancel => return Outcome::Close(None),
            Message::Open if self.awaited != Awaited::No => self.awaited = Awaited::First,
            Message::Open => return self.choose(),
            Message::Pick(rows) => self.step(rows),
            Message::Wheel(_, _, rows) => self.list.step(rows.signum(), self.ranked.len()),
            Message::Click(column, row) => return self.click((column, row).into(), screen),
            Message::Edit(key) => {
                let changed = edit_line(&mut self.input, key);
                if changed {
                    return self.ask_again();
                }
            }
            Message::Paste(text) => {
                self.input.insert_str(one_line(&text));
                return self.ask_again();
            }
            _ => {}
        }
        Outcome::Stay
    }

    /// Goes to the destination of the chosen row, if there is one.
    fn choose(&self) -> Outcome {
        let chosen = self.ranked.get(self.list.cursor);
        match chosen.map(|ranked| self.entries[ranked.index].target.clone()) {
            Some(target) => Outcome::Go(target),
            None => Outcome::Stay,
        }
    }

    /// A click chooses a row; a click outside leaves the prompt.
    fn click(&mut self, position: Position, screen: Rect) -> Outcome {
        let popup = self.area(screen);
        if !popup.contains(position) {
            return Outcome::Close(None);
        }
        let rows = picker_rows(popup);
        let clicked = self.list.top + usize::from(position.y.saturating_sub(rows.y));
        if rows.contains(position) && clicked < self.ranked.len() {
            self.list.cursor = clicked;
            return self.choose();
        }
        Outcome::Stay
    }

    /// Asks for the list for the typed text, and keeps the list before until it is there.
    fn ask_again(&mut self) -> Outcome {
        self.awaited = Awaited::Yes;
        Outcome::Do(Effect::Search(self.query().to_owned()))
    }

    /// The list that typing narrows; `None` if there is another one for each typed text.
    pub(crate) fn narrowed(&self) -> Option<Arc<Vec<Offer>>> {
        (self.source == ListSource::Fuzzy).then(|| Arc::clone(&self.entries))
    }

    /// Takes the list for a text, unless another text was typed meanwhile.
    pub(crate) fn take(
        &mut self,
        query: &str,
        entries: Arc<Vec<Offer>>,
        ranked: Vec<Ranked>,
    ) -> Outcome {
        let is_other = self.narrowed().is_some_and(|own| !Arc::ptr_eq(&own, &entries));
        if self.awaited == Awaited::No || query != self.query() || is_other {
            return Outcome::Stay;
        }
        (self.entries, self.ranked, self.list) = (entries, ranked, ListCursor::default());
        match std::mem::take(&mut self.awaited) {
            Awaited::First => self.choose(),
            _ => Outcome::Stay,
        }
    }

    /// Whether Enter was typed and the entries are still to come.
    pub(crate) fn awaits_choice(&self) -> bool {
        self.awaited == Awaited::First
    }

    /// Whether entries are still to come.
    pub(crate) fn is_waiting(&self) -> bool {
        self.awaited != Awaited::No
    }

    fn step(&mut self, rows: isize) {
        let len = self.ranked.len();
        // One step beyond an end goes to the other end, as in every picker.
        if rows == 1 && self.list.cursor + 1 == len {
            self.list.cursor = 0;
        } else if rows == -1 && self.list.cursor == 0 {
            self.list.cursor = len.saturating_sub(1);
        } else {
            self.list.step(rows, len);
        }
    }

    /// Scrolls until the chosen row is in view.
    pub(crate) fn fit(&mut self, screen: Rect) {
        let rows = picker_rows(self.area(screen));
        self.list.reveal(self.ranked.len(), usize::from(rows.height));
    }

    /// The rows that match, best first, and the characters of each that matched.
    pub(crate) fn rows(&self) -> impl ExactSizeIterator<Item = (&Offer, &[usize])> {
        self.ranked.iter().map(|ranked| (&self.entries[ranked.index], ranked.positions.as_slice()))
    }

    /// The most rows of its list: it keeps its size while typing narrows it.
    fn most_rows(&self) -> usize {
        match self.source {
            ListSource::Fuzzy => self.entries.len(),
            ListSource::Query => usize::MAX / 2,
        }
    }

    /// Its area on a screen.
    pub(crate) fn area(&self, screen: Rect) -> Rect {
        popup(screen, self.most_rows() + usize::from(PROMPT))
    }

    /// How many entries there are, matching or not.
    pub(crate) fn total(&self) -> usize {
        self.entries.len()
    }
}

/// The entries that a typed text fits, the best first.
pub(crate) fn rank(source: ListSource, entries: &[Offer], typed: &str) -> Vec<Ranked> {
    let texts: Vec<_> = entries.iter().map(|entry| entry.matched(typed)).collect();
    let texts = texts.iter().map(AsRef::as_ref);
    match source {
        ListSource::Fuzzy => {
            let mut ranked = search::rank(typed, texts);
            // A typed role name means the role, not a section that mentions it.
            let letters = typed.chars().count();
            ranked.sort_by_cached_key(|it| {
                let entry = &entries[it.index];
                if entry.name(typed).is_some() {
                    // A match of another name counts as much: the most useful topic stays first.
                    return (false, false, it.index);
                }
                let shown = entry.text.chars().count();
                let by_track = it.positions.iter().any(|at| *at >= shown);
                let compact = it.is_compact(letters);
                (!(entry.is_whole() && (compact || by_track)), by_track, 0)
            });
            for it in &mut ranked {
                let shown = entries[it.index].text.chars().count();
                it.positions.retain(|at| *at < shown);
            }
            ranked
        }
        ListSource::Query => search::rank("", texts),
    }
}

/// A text area for one line.
pub(crate) fn text_line(text: &str) -> TextArea<'static> {
    let mut area = TextArea::new(vec![text.to_owned()]);
    area.set_cursor_line_style(ratatui::style::Style::default());
    area.move_cursor(tui_textarea::CursorMove::End);
    area
}

/// Types into a text area for one line; returns whether the text changed. Keys that would break the line
/// do nothing, with any modifier.
pub(crate) fn edit_line(area: &mut TextArea<'static>, input: Input) -> bool {
    let breaks = matches!(input.key, Key::Enter | Key::Tab)
        || (input.ctrl && matches!(input.key, Key::Char('m' | 'j')));
    !breaks && area.input(input)
}

/// A pasted text as one line that is safe to show.
pub(crate) fn one_line(text: &str) -> String {
    let spaced = text.replace(['\n', '\r', '\t'], " ");
    spaced.chars().filter(|c| !c.is_control()).collect()
}
