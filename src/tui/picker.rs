//! A prompt with a list: type to narrow it, choose one.

use ratatui::layout::Rect;
use tui_textarea::{Input, Key, TextArea};

use super::areas::{PROMPT, popup};
use super::list::List;
use crate::compare::Thread;
use crate::model::{CounterpartId, Place, Subject};
use crate::search::{self, Ranked};

/// What a choice leads to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Target {
    /// A document or a section of it.
    Place(Place),
    /// A counterpart.
    Counterpart(CounterpartId),
    /// The role to compare with.
    Compare(Subject),
    /// A topic of the track to trace.
    Thread(Thread),
    /// A link of the page, by its index.
    Link(usize),
    /// A match of the search through the ladder: where, the whole text, and the word to mark.
    Hit { place: Place, text: String, word: String },
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    /// What is matched against and shown first.
    pub(crate) text: String,
    /// What is shown beside it.
    pub(crate) detail: String,
    pub(crate) target: Target,
    /// The text with what is matched too but not shown; empty where there is no more.
    whole: String,
}

impl Entry {
    pub(crate) fn new(text: String, detail: String, target: Target) -> Self {
        Self { text, detail, target, whole: String::new() }
    }

    /// The same, matched by the name of its track too.
    pub(crate) fn of_track(mut self, track: &str) -> Self {
        if !self.text.starts_with(track) {
            self.whole = format!("{} {track}", self.text);
        }
        self
    }

    /// What is matched against.
    fn matched(&self) -> &str {
        if self.whole.is_empty() { &self.text } else { &self.whole }
    }

    /// Whether it is a whole document.
    fn is_whole(&self) -> bool {
        matches!(self.target, Target::Counterpart(_) | Target::Place(Place { section: None, .. }))
    }
}

/// Whether what was typed stands nearly together, and not as letters here and there.
fn is_compact(positions: &[usize], typed: usize) -> bool {
    let ends = positions.iter().min().zip(positions.iter().max());
    ends.is_some_and(|(first, last)| last - first < 2 * typed)
}

/// How the entries follow from what is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    /// There is a list, and typing narrows it.
    Fuzzy,
    /// Typing asks for another list.
    Query,
}

/// The prompt and its list.
pub(crate) struct Picker {
    pub(crate) title: &'static str,
    pub(crate) input: TextArea<'static>,
    pub(crate) source: Source,
    entries: Vec<Entry>,
    ranked: Vec<Ranked>,
    pub(crate) list: List,
}

impl Picker {
    pub(crate) fn new(title: &'static str, source: Source, entries: Vec<Entry>) -> Self {
        let mut picker = Self {
            title,
            input: text_line(""),
            source,
            entries,
            ranked: Vec::new(),
            list: List::default(),
        };
        picker.rank();
        picker
    }

    /// What is typed.
    pub(crate) fn query(&self) -> &str {
        self.input.lines().first().map_or("", String::as_str)
    }

    /// Types; says whether the text changed.
    pub(crate) fn edit(&mut self, input: Input) -> bool {
        let changed = edit_line(&mut self.input, input);
        if changed {
            self.rank();
        }
        changed
    }

    /// Pastes one line's worth of text.
    pub(crate) fn paste(&mut self, text: &str) {
        self.input.insert_str(one_line(text));
        self.rank();
    }

    /// Exchanges the list, for what is typed now.
    pub(crate) fn set_entries(&mut self, entries: Vec<Entry>) {
        self.entries = entries;
        self.rank();
    }

    fn rank(&mut self) {
        let texts = self.entries.iter().map(Entry::matched);
        self.ranked = match self.source {
            Source::Fuzzy => {
                let mut ranked = search::rank(self.query(), texts);
                // Who types a role's name means the role, not a section that names it.
                let typed = self.query().chars().count();
                ranked.sort_by_key(|it| {
                    let entry = &self.entries[it.index];
                    let shown = entry.text.chars().count();
                    let by_track = it.positions.iter().any(|at| *at >= shown);
                    let compact = is_compact(&it.positions, typed);
                    (!(entry.is_whole() && (compact || by_track)), by_track)
                });
                for it in &mut ranked {
                    let shown = self.entries[it.index].text.chars().count();
                    it.positions.retain(|at| *at < shown);
                }
                ranked
            }
            Source::Query => search::rank("", texts),
        };
        self.list = List::default();
    }

    pub(crate) fn step(&mut self, rows: isize) {
        let len = self.ranked.len();
        // One step beyond an end goes round, as in every picker.
        if rows == 1 && self.list.cursor + 1 == len {
            self.list.cursor = 0;
        } else if rows == -1 && self.list.cursor == 0 {
            self.list.cursor = len.saturating_sub(1);
        } else {
            self.list.step(rows, len);
        }
    }

    /// Moves by rows, not beyond the ends.
    pub(crate) fn scroll(&mut self, rows: isize) {
        let len = self.ranked.len();
        self.list.step(rows, len);
    }

    /// Scrolls so far that the chosen row is seen in a list of this height.
    pub(crate) fn reveal(&mut self, height: u16) {
        let len = self.ranked.len();
        self.list.reveal(len, usize::from(height));
    }

    /// The rows that match, best first, and the characters of each that matched.
    pub(crate) fn rows(&self) -> impl ExactSizeIterator<Item = (&Entry, &[usize])> {
        self.ranked.iter().map(|ranked| (&self.entries[ranked.index], ranked.positions.as_slice()))
    }

    /// How many rows its list may come to have: it keeps its size while it is narrowed.
    fn most_rows(&self) -> usize {
        match self.source {
            Source::Fuzzy => self.entries.len(),
            Source::Query => usize::MAX / 2,
        }
    }

    /// Where it stands on a screen.
    pub(crate) fn area(&self, screen: Rect) -> Rect {
        popup(screen, self.most_rows() + usize::from(PROMPT))
    }

    /// How many entries there are, matching or not.
    pub(crate) fn total(&self) -> usize {
        self.entries.len()
    }

    /// What is chosen.
    pub(crate) fn chosen(&self) -> Option<&Target> {
        let ranked = self.ranked.get(self.list.cursor)?;
        Some(&self.entries[ranked.index].target)
    }
}

/// A text area for one line.
pub(crate) fn text_line(text: &str) -> TextArea<'static> {
    let mut area = TextArea::new(vec![text.to_owned()]);
    area.set_cursor_line_style(ratatui::style::Style::default());
    area.move_cursor(tui_textarea::CursorMove::End);
    area
}

/// Types into a text area for one line; says whether the text changed. Keys that would break the line
/// do nothing, whatever they are held with.
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
