//! A prompt with a list: typing narrows the list, Enter chooses an entry.

use std::sync::Arc;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use tui_textarea::{Input, Key, TextArea};

use super::offer::{Fit, Offer};
use super::preview::Preview;
use crate::search::{self, Query, Ranked};
use crate::tui::input::message::{Effect, Message};
use crate::tui::input::when::When;
use crate::tui::outcome::Outcome;
use crate::tui::pane::areas::{PickerAreas, picker_areas};
use crate::tui::pane::grouped::{GroupedRow, GroupedRows};
use crate::tui::pane::list::ListCursor;
use crate::tui::shared::SharedState;

/// How the typed text determines the entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ListSource {
    /// A fixed list, which typing narrows.
    Fuzzy,
    /// A new list for each typed text.
    Query,
}

/// The entries of a list, and which of them are shown in which order.
#[derive(Default)]
pub(crate) struct OfferList {
    pub(crate) entries: Arc<Vec<Offer>>,
    pub(crate) ranked: Vec<Ranked>,
    /// The groups of the entries that are shown; empty if they are in none.
    pub(crate) groups: Vec<OfferGroup>,
    /// How many there are, in words.
    pub(crate) count: String,
}

/// A group of entries.
pub(crate) struct OfferGroup {
    /// The first of the entries that are shown.
    pub(crate) start: usize,
    pub(crate) title: String,
    /// How many entries it has, in words.
    pub(crate) count: String,
}

impl OfferList {
    /// A list of which all entries are shown.
    pub(crate) fn all(entries: Vec<Offer>) -> Self {
        Self::narrowed(Arc::new(entries), "")
    }

    /// The entries that a typed text fits, the best first.
    pub(crate) fn narrowed(entries: Arc<Vec<Offer>>, typed: &str) -> Self {
        let ranked = rank(&entries, typed);
        let count = format!("{} of {}", ranked.len(), entries.len());
        Self { entries, ranked, groups: Vec::new(), count }
    }
}

/// A row of the list.
pub(crate) enum PickerRow<'a> {
    Heading(&'a OfferGroup),
    /// An entry, the characters of it that matched, and whether it is chosen.
    Entry(&'a Offer, &'a [usize], bool),
}

/// The prompt and its list.
pub(crate) struct Picker {
    pub(crate) title: &'static str,
    pub(crate) input: TextArea<'static>,
    source: ListSource,
    offers: OfferList,
    rows: GroupedRows,
    /// The chosen entry of those that are shown.
    pub(crate) chosen: usize,
    /// The row of the chosen entry.
    pub(crate) list: ListCursor,
    /// The start of the chosen entry, if the list has previews.
    pub(crate) preview: Option<Preview>,
    /// How the typed text is meant.
    modes: Query,
    /// Why the typed text finds nothing, if it is invalid.
    pub(crate) fault: Option<String>,
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
    /// A prompt with a list that typing narrows.
    pub(crate) fn new(title: &'static str, offers: OfferList) -> Self {
        let rows = GroupedRows::new(offers.ranked.len(), Vec::new());
        Self {
            title,
            input: text_line(""),
            source: ListSource::Fuzzy,
            offers,
            rows,
            chosen: 0,
            list: ListCursor::default(),
            preview: None,
            modes: Query::default(),
            fault: None,
            awaited: Awaited::No,
        }
    }

    /// The same with previews of its entries, and words in the empty prompt.
    pub(crate) fn previewing(mut self, placeholder: &str) -> Self {
        self.input.set_placeholder_text(placeholder);
        self.input.set_placeholder_style(Style::new());
        self.preview = Some(Preview::default());
        self
    }

    /// The prompt of a search through the ladder.
    pub(crate) fn searching(title: &'static str) -> Self {
        let picker = Self::new(title, OfferList::default()).previewing("words to search for");
        Self { source: ListSource::Query, ..picker }
    }

    /// Which keys work.
    pub(crate) fn when(&self) -> When {
        match self.source {
            ListSource::Fuzzy => When::Picking,
            ListSource::Query => When::Seeking,
        }
    }

    /// The typed text.
    pub(crate) fn words(&self) -> &str {
        self.input.lines().first().map_or("", String::as_str)
    }

    /// The typed text, and how it is meant.
    fn query(&self) -> Query {
        Query { words: self.words().to_owned(), ..self.modes.clone() }
    }

    /// The title, with how the typed text is meant.
    pub(crate) fn full_title(&self) -> String {
        let Query { is_regex, whole_words, .. } = self.modes;
        let modes = [(whole_words, "whole words"), (is_regex, "regular expression")];
        let modes = modes.into_iter().filter(|(is_on, _)| *is_on).map(|(_, name)| name);
        let modes = modes.collect::<Vec<_>>().join(", ");
        if modes.is_empty() { self.title.to_owned() } else { format!("{}: {modes}", self.title) }
    }

    /// How many entries there are, in words.
    pub(crate) fn count(&self) -> &str {
        &self.offers.count
    }

    /// Handles a message.
    pub(crate) fn update(&mut self, message: Message, screen: Rect) -> Outcome {
        match message {
            Message::Cancel => return Outcome::Close(None),
            Message::Open if self.awaited != Awaited::No => self.awaited = Awaited::First,
            Message::Open => return self.choose(),
            Message::Pick(rows) => self.step(rows),
            Message::Detail(lines) => self.scroll_preview(lines),
            Message::Wheel(column, row, lines) => {
                if self.areas(screen).preview.contains((column, row).into()) {
                    self.scroll_preview(lines);
                } else {
                    self.step_within(lines.signum());
                }
            }
            Message::Click(column, row) => return self.click((column, row).into(), screen),
            Message::WholeWords => {
                self.modes.whole_words = !self.modes.whole_words;
                return self.ask_again();
            }
            Message::Regex => {
                self.modes.is_regex = !self.modes.is_regex;
                return self.ask_again();
            }
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

    /// The chosen entry.
    fn chosen(&self) -> Option<&Offer> {
        let ranked = self.offers.ranked.get(self.chosen)?;
        self.offers.entries.get(ranked.index)
    }

    /// Goes to the destination of the chosen entry, if there is one.
    fn choose(&self) -> Outcome {
        match self.chosen().filter(|_| self.fault.is_none()) {
            Some(offer) => Outcome::Go(offer.target.clone()),
            None => Outcome::Stay,
        }
    }

    /// A click chooses a row; a click outside leaves the prompt.
    fn click(&mut self, position: Position, screen: Rect) -> Outcome {
        let PickerAreas { popup, rows, .. } = self.areas(screen);
        if !popup.contains(position) {
            return Outcome::Close(None);
        }
        let clicked = self.list.top + usize::from(position.y.saturating_sub(rows.y));
        match self.rows.at(clicked).filter(|_| rows.contains(position)) {
            Some(GroupedRow::Entry(entry)) => {
                self.chosen = entry;
                self.choose()
            }
            _ => Outcome::Stay,
        }
    }

    /// Asks for the list for the typed text, and keeps the list before until it is there.
    fn ask_again(&mut self) -> Outcome {
        self.awaited = Awaited::Yes;
        Outcome::Do(Effect::Search(self.query()))
    }

    /// The list that typing narrows; `None` if there is another one for each typed text.
    pub(crate) fn narrowed(&self) -> Option<Arc<Vec<Offer>>> {
        (self.source == ListSource::Fuzzy).then(|| Arc::clone(&self.offers.entries))
    }

    /// Takes the list for a typed text, or why there is none, unless another text was typed meanwhile.
    pub(crate) fn take(&mut self, query: &Query, found: Result<OfferList, String>) -> Outcome {
        let is_other = |offers: &OfferList| {
            self.narrowed().is_some_and(|own| !Arc::ptr_eq(&own, &offers.entries))
        };
        let is_late = self.awaited == Awaited::No || *query != self.query();
        if is_late || found.as_ref().is_ok_and(is_other) {
            return Outcome::Stay;
        }
        match found {
            Ok(offers) => {
                let starts = offers.groups.iter().map(|group| group.start).collect();
                self.rows = GroupedRows::new(offers.ranked.len(), starts);
                (self.offers, self.chosen, self.list) = (offers, 0, ListCursor::default());
                self.fault = None;
            }
            // The list before stays, since the next letter may complete the text.
            Err(fault) => self.fault = Some(fault),
        }
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

    fn step(&mut self, entries: isize) {
        let len = self.offers.ranked.len();
        // One step beyond an end goes to the other end, as in every picker.
        if entries == 1 && self.chosen + 1 == len {
            self.chosen = 0;
        } else if entries == -1 && self.chosen == 0 {
            self.chosen = len.saturating_sub(1);
        } else {
            self.step_within(entries);
        }
    }

    fn step_within(&mut self, entries: isize) {
        let last = self.offers.ranked.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(entries).min(last);
    }

    fn scroll_preview(&mut self, lines: isize) {
        if let Some(preview) = &mut self.preview {
            preview.reader.scroll(lines);
        }
    }

    /// Scrolls until the chosen row is in view, and shows its start.
    pub(crate) fn fit(&mut self, screen: Rect, shared: &SharedState) {
        let areas = self.areas(screen);
        self.list.cursor = self.rows.row_of(self.chosen);
        self.list.reveal(self.rows.len(), usize::from(areas.rows.height));
        let chosen = self.chosen().map(|offer| offer.target.clone());
        if let Some(preview) = self.preview.as_mut().filter(|_| !areas.preview.is_empty()) {
            preview.fit(chosen.as_ref(), areas.preview, shared);
        }
    }

    /// The rows from the first in view on.
    pub(crate) fn rows(&self) -> impl Iterator<Item = PickerRow<'_>> {
        let group = |start: usize| self.offers.groups.iter().find(move |it| it.start == start);
        (self.list.top..self.rows.len()).filter_map(move |row| match self.rows.at(row)? {
            GroupedRow::Heading(start) => group(start).map(PickerRow::Heading),
            GroupedRow::Entry(at) => {
                let ranked = &self.offers.ranked[at];
                let entry = &self.offers.entries[ranked.index];
                Some(PickerRow::Entry(entry, &ranked.positions, at == self.chosen))
            }
        })
    }

    /// The entries that are shown, each with its group.
    pub(crate) fn entries(&self) -> impl ExactSizeIterator<Item = (&Offer, Option<&OfferGroup>)> {
        let mut groups = self.offers.groups.iter().peekable();
        let mut group = None;
        self.offers.ranked.iter().enumerate().map(move |(at, ranked)| {
            group = groups.next_if(|next| next.start == at).or(group);
            (&self.offers.entries[ranked.index], group)
        })
    }

    /// Whether no entry is shown.
    pub(crate) fn is_empty(&self) -> bool {
        self.offers.ranked.is_empty()
    }

    /// Its areas on a screen. It keeps its size while typing narrows it.
    pub(crate) fn areas(&self, screen: Rect) -> PickerAreas {
        let most = match self.source {
            ListSource::Fuzzy => self.offers.entries.len(),
            ListSource::Query => usize::MAX / 2,
        };
        picker_areas(screen, most, self.preview.is_some())
    }
}

/// The entries that a typed text fits, the best first.
fn rank(entries: &[Offer], typed: &str) -> Vec<Ranked> {
    let texts: Vec<_> = entries.iter().map(|entry| entry.matched(typed)).collect();
    let ranked = search::rank(typed, texts.iter().map(AsRef::as_ref));
    if typed.trim().is_empty() {
        return ranked;
    }
    let fit = |it: Ranked| Some((entries[it.index].fit(typed, &it)?, it));
    let mut fitting: Vec<(Fit, Ranked)> = ranked.into_iter().filter_map(fit).collect();
    fitting.sort_by_key(|(fit, _)| *fit);
    let shown = |(_, mut it): (Fit, Ranked)| {
        let shown = entries[it.index].text.chars().count();
        it.positions.retain(|at| *at < shown);
        it
    };
    fitting.into_iter().map(shown).collect()
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
