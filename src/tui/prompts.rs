//! Prompts: search in the page, search through the ladder, jump, links.

use tui_textarea::TextArea;

use super::app::{App, Layer};
use super::areas;
use super::browser;
use super::matrix::Cell;
use super::message::{Message, Pane};
use super::picker::{Entry, Picker, Source, Target, edit_line, one_line, text_line};
use crate::model::Place;
use crate::naming::Labels;
use crate::search;

/// Hits beyond this many are not listed: nobody reads on, and typing more narrows them.
const MAX_HITS: usize = 200;

impl App {
    pub(crate) fn open_search(&mut self) {
        if !self.areas().shows(Pane::Document) {
            self.set_focus(Pane::Document);
        }
        let (from, cell) = (self.reader.position(), self.matrix.cell());
        self.layer = Some(Layer::Search { input: text_line(""), from, cell });
    }

    pub(crate) fn update_search(
        &mut self,
        mut input: TextArea<'static>,
        (from, cell): (Option<(usize, usize)>, Cell),
        message: Message,
    ) {
        match message {
            Message::Cancel => {
                self.reader.end_search();
                self.reader.restore(from);
                if self.surveying() {
                    self.matrix.return_to(cell);
                    self.show_cell();
                }
                self.follow_reader();
                return;
            }
            Message::Open => {
                self.stay();
                if let Some(search) = self.reader.current_search()
                    && search.count().1 == 0
                {
                    self.notice = Some(format!("not found: {}", search.query()));
                    self.reader.end_search();
                }
                return;
            }
            Message::Matches(steps) => _ = self.reader.matches(steps),
            Message::Edit(key) => {
                let changed = edit_line(&mut input, key);
                if changed {
                    self.search_for(&input, from);
                }
            }
            Message::Paste(text) => {
                input.insert_str(one_line(&text));
                self.search_for(&input, from);
            }
            _ => {}
        }
        self.follow_reader();
        self.follow_match();
        self.layer = Some(Layer::Search { input, from, cell });
    }

    fn search_for(&mut self, input: &TextArea<'static>, from: Option<(usize, usize)>) {
        let query = input.lines().first().map_or("", String::as_str);
        self.reader.restore(from);
        self.reader.search(query, self.reader.top());
    }

    /// Next or previous match; next or previous difference where nothing is searched for.
    pub(crate) fn matches(&mut self, steps: isize) {
        let found = self.reader.current_search().is_some_and(|search| search.count().1 > 0);
        if !found && self.comparing() {
            self.differences(steps);
            return;
        }
        self.notice = match (self.reader.matches(steps), self.reader.current_search()) {
            (Some(false), _) => None,
            (Some(true), _) if steps > 0 => Some("searched on from the top".to_owned()),
            (Some(true), _) => Some("searched on from the end".to_owned()),
            (None, Some(search)) => Some(format!("no match for {}", search.query())),
            (None, None) => Some("nothing is searched for: / searches".to_owned()),
        };
        self.stay();
        self.follow_reader();
        self.follow_match();
    }

    pub(crate) fn open_jump(&mut self) {
        let separator = self.glyphs.separator();
        let entries = search::places(&self.ladder, separator).into_iter().map(|entry| {
            let target = match entry.target {
                search::Target::Place(place) => Target::Place(place),
                search::Target::Counterpart(id) => Target::Counterpart(id),
            };
            let track = entry.track.map_or("", |track| &self.ladder.track(track).title);
            Entry::new(entry.label, String::new(), target).of_track(track)
        });
        self.layer = Some(Layer::Picker(Picker::new("Jump to", Source::Fuzzy, entries.collect())));
    }

    pub(crate) fn open_ladder_search(&mut self) {
        let picker = Picker::new("Search the ladder", Source::Query, Vec::new());
        self.layer = Some(Layer::Picker(picker));
    }

    fn hits(&self, query: &str) -> Vec<Entry> {
        let hits = search::search(&self.ladder, query);
        let labels = Labels::new(&self.ladder);
        let entry = |hit: search::Hit| {
            let label = labels.of_document(hit.document);
            let detail = match hit.section {
                Some(section) => {
                    let section = self.ladder.document(hit.document).section(section);
                    let section = section.title.to_plain();
                    format!("{label} {} {section}", self.glyphs.separator())
                }
                None => label.into_owned(),
            };
            let word = hit.ranges.first().map_or(query, |range| &hit.text[range.clone()]);
            let word = word.to_lowercase();
            let place = Place { document: hit.document, section: hit.section };
            let text = hit.text.replace('\n', " ");
            Entry::new(text, detail, Target::Hit { place, text: hit.text, word })
        };
        hits.into_iter().take(MAX_HITS).map(entry).collect()
    }

    /// Offers the links in view, or follows the only one.
    pub(crate) fn open_link(&mut self) {
        let visible = self.reader.visible();
        let links: Vec<usize> = (0..self.page().links.len())
            .filter(|&link| visible.contains(&self.page().links[link].line))
            .collect();
        match links.as_slice() {
            [] => self.notice = Some("no link in view".to_owned()),
            [only] => self.follow_link(*only),
            several => {
                let entry = |&link: &usize| {
                    let it = &self.page().links[link];
                    let text = it.text.clone();
                    Entry::new(text, it.link.target.clone(), Target::Link(link))
                };
                let entries = several.iter().map(entry).collect();
                let picker = Picker::new("Follow a link", Source::Fuzzy, entries);
                self.layer = Some(Layer::Picker(picker));
            }
        }
    }

    /// Goes where a link leads; one that leads out of the ladder only shows its target.
    pub(crate) fn follow_link(&mut self, link: usize) {
        let Some(link) = self.page().links.get(link) else { return };
        let target = link.link.target.clone();
        match link.link.place {
            Some(place) => self.go_to(place),
            None if browser::may_open(&target) => {
                self.notice = Some(format!("O opens {target}"));
                self.outside = Some(target);
            }
            None => self.notice = Some(format!("leads to nothing in this ladder: {target}")),
        }
    }

    pub(crate) fn update_picker(&mut self, mut picker: Picker, message: Message) {
        match message {
            Message::Cancel => return,
            Message::Open => {
                if let Some(target) = picker.chosen().cloned() {
                    self.take(target);
                    return;
                }
            }
            Message::Pick(rows) => picker.step(rows),
            Message::Wheel(_, _, rows) => picker.scroll(rows.signum()),
            Message::Click(column, row) => {
                let popup = picker.area(self.size);
                let area = areas::picker_rows(popup);
                if !popup.contains((column, row).into()) {
                    return;
                }
                let clicked = picker.list.top + usize::from(row.saturating_sub(area.y));
                if area.contains((column, row).into()) && clicked < picker.rows().len() {
                    picker.list.cursor = clicked;
                    if let Some(target) = picker.chosen().cloned() {
                        self.take(target);
                        return;
                    }
                }
            }
            Message::Edit(key) => {
                let changed = picker.edit(key);
                if changed {
                    self.ask_again(&mut picker);
                }
            }
            Message::Paste(text) => {
                picker.paste(&text);
                self.ask_again(&mut picker);
            }
            _ => {}
        }
        self.layer = Some(Layer::Picker(picker));
        let rows = areas::picker_rows(self.popup_area()).height;
        if let Some(Layer::Picker(picker)) = &mut self.layer {
            picker.reveal(rows);
        }
    }

    fn ask_again(&self, picker: &mut Picker) {
        if picker.source == Source::Query {
            let entries = self.hits(picker.query());
            picker.set_entries(entries);
        }
    }

    /// Goes where a choice leads.
    fn take(&mut self, target: Target) {
        match target {
            Target::Place(place) => self.go_to(place),
            Target::Counterpart(id) => {
                self.go_to_subject(crate::model::Subject::Counterpart(id));
                self.set_focus(Pane::Document);
            }
            Target::Compare(subject) => self.compare_with(subject),
            Target::Thread(thread) => self.trace_picked(thread),
            Target::Link(link) => self.follow_link(link),
            Target::Hit { place, text, word } => {
                self.go_to(place);
                let from = self.reader.top();
                let flows = self.page().flows.iter().enumerate();
                // A row of a table is several texts; its first cell with the word will do.
                let mut here = flows.filter(|(_, flow)| {
                    flow.lines.start >= from && !flow.text.is_empty() && text.contains(&flow.text)
                });
                let flow = here.find(|(_, flow)| flow.text.to_lowercase().contains(&word));
                match flow.map(|(at, _)| at) {
                    Some(flow) => self.reader.search_in(&word, flow),
                    None => self.reader.search(&word, from),
                }
                self.follow_reader();
            }
        }
    }
}
