//! What is new after a command, in lines.

use std::ops::Range;
use std::sync::Arc;

use super::numbered::{NumberMeaning, NumberedList};
use crate::model::{CounterpartId, DocumentId, Ladder, PageId, Place};
use crate::page::Flow;
use crate::report::number;
use crate::speech::{LINK, Speech, SpokenItem, SpokenSection, speak_document, speak_role};
use crate::tui::app::App;
use crate::tui::input::keymap::Keymap;
use crate::tui::input::when::When;
use crate::tui::layer::Layer;
use crate::tui::layer::picker::Picker;
use crate::tui::layer::version_prompt::QUESTION;
use crate::tui::outcome::Destination;
use crate::tui::shared::SharedState;

/// What was printed last, and what the next line can ask for.
pub(super) struct Teller {
    /// What the keys act on.
    pub(super) when: When,
    pub(super) keymap: Keymap,
    pub(super) list: NumberedList,
    /// Whether the only entry that fits the typed words is meant.
    pub(super) wants_only: bool,
    /// Whether the user asked for a section, which is read even if it was read before.
    pub(super) goes: bool,
    /// Lines to print before what is new.
    pub(super) print_first: Vec<String>,
    ladder: Arc<Ladder>,
    told: Option<ToldView>,
    /// The prompt on top: its title, the typed words, and how many entries it has.
    prompt: Option<(&'static str, String, usize)>,
}

/// What was said of the view.
struct ToldView {
    speech: Speech,
    at: usize,
    /// The line on top of the page, and how many lines the page has.
    top: usize,
    height: usize,
    stops: Vec<usize>,
    /// The level of the cursor in an overview.
    level: Option<usize>,
    spots: [Option<ToldSpot>; 2],
}

/// A difference or a match: its number in words, and its texts.
#[derive(PartialEq)]
struct ToldSpot {
    words: String,
    flows: Vec<Flow>,
}

impl Default for Teller {
    fn default() -> Self {
        Self {
            when: When::Browsing,
            keymap: Keymap::default(),
            list: NumberedList::default(),
            wants_only: false,
            goes: false,
            print_first: Vec::new(),
            ladder: Arc::default(),
            told: None,
            prompt: None,
        }
    }
}

impl Teller {
    /// What is new. Someone who asked gets an answer in any case.
    pub(super) fn tell(&mut self, app: &App, is_asked: bool) -> Vec<String> {
        let shared = &app.stage.shared;
        if self.told.is_none() {
            self.keymap.clone_from(&shared.preferences.keymap);
        }
        self.ladder = Arc::clone(&shared.ladder);
        self.when = app.context().when;
        let mut lines = std::mem::take(&mut self.print_first);
        let is_read = !lines.is_empty();
        if self.told.is_none() {
            lines.extend(start(&shared.ladder));
        }
        let was_open = self.prompt.is_some();
        let news = match app.layers.last() {
            Some(layer) => self.layer(layer, app),
            None => {
                self.prompt = None;
                self.view(app, is_read)
            }
        };
        // A notice can be the heading that follows.
        let is_told = |it: &&str| news.iter().any(|line| line.starts_with(*it));
        let notice = app.notice.as_deref().filter(|it| !is_told(it));
        lines.extend(notice.map(|words| sentence(&without_separators(words, shared))));
        lines.extend(news);
        if lines.is_empty() && is_asked {
            lines.push(if was_open { "Closed." } else { "Nothing new." }.to_owned());
        }
        lines
    }

    /// What is new of the view. If it was read to its end, only the place is remembered.
    fn view(&mut self, app: &App, is_read: bool) -> Vec<String> {
        let view = app.stage.view();
        let speech = view.speech(&app.stage.shared);
        let last = speech.sections.len().saturating_sub(1);
        let at = view.spoken_section().min(last);
        let (level, cell) = view.spoken_cell().unzip();
        let spots = spots(app);
        let told = self.told.as_ref();
        let arrives = told.is_none_or(|told| told.speech.place != speech.place);
        let news = told.map_or([true; 2], |told| [0, 1].map(|it| told.spots[it] != spots[it]));
        let spot = spots.iter().zip(news).find_map(|(it, is_new)| it.as_ref().filter(|_| is_new));
        let section = &speech.sections[at];
        // Back at the start of a section that was read in part.
        let (top, height) = (view.opened().reader.top(), view.opened().page().height());
        let returns = told.is_some_and(|told| told.top != top && told.height == height);
        let moved = returns || told.is_none_or(|told| told.at != at);
        let changed = told.is_none_or(|told| told.speech.sections.get(at) != Some(section));
        let goes = std::mem::take(&mut self.goes);
        let turned = told.is_none_or(|told| told.level != level);
        let mut lines = Vec::new();
        if arrives {
            lines.push(speech.place.clone());
            // A summary is short, a document is not.
            if self.when != When::Browsing && at > 0 {
                lines.extend(speech.sections[0].lines().map(str::to_owned));
            }
        }
        match (spot, cell) {
            _ if is_read => {}
            (Some(spot), None) => lines.extend(spot.lines(section)),
            (Some(spot), Some(cell)) => {
                lines.push(format!("{}.", spot.words));
                lines.extend(cell);
            }
            (None, _) if arrives || moved || goes => {
                let read = span(self.when, &view.spoken_stops(), at, last);
                lines.extend(read.flat_map(|at| said(&speech, at, !arrives)));
            }
            (None, Some(cell)) if turned => lines.extend(cell),
            (None, _) if changed => lines.extend(changes(&speech, at, told)),
            (None, _) => {}
        }
        let stops = view.spoken_stops();
        self.told = Some(ToldView { speech, at, top, height, stops, level, spots });
        lines
    }

    /// What is new of the prompt or list on top.
    fn layer(&mut self, layer: &Layer, app: &App) -> Vec<String> {
        match layer {
            Layer::Picker(picker) => self.picker(picker, &app.stage.shared),
            Layer::Search(_) => {
                self.prompt("Search in this view. Type words. An empty line leaves.")
            }
            Layer::Version(_) => {
                self.prompt = Some((QUESTION, String::new(), 0));
                let version =
                    "Type a git revision or a folder. An empty line is HEAD, cancel leaves.";
                vec![QUESTION.trim_end().to_owned(), version.to_owned()]
            }
            Layer::Findings(_) => self.findings(app),
            Layer::Popup(popup) => {
                let text = popup.text(&app.stage.shared);
                let place = format!("Front matter of {}.", text.title);
                said(&speak_document(&text, |_| None, place), 0, true)
            }
            // The conversation has a help of its own, and filters no list.
            Layer::Filter(_) | Layer::Help(_) => Vec::new(),
        }
    }

    fn prompt(&mut self, words: &'static str) -> Vec<String> {
        self.prompt = Some((words, String::new(), 0));
        vec![words.to_owned()]
    }

    /// The entries that fit what is typed.
    fn picker(&mut self, picker: &Picker, shared: &SharedState) -> Vec<String> {
        let rows = picker.entries();
        let now = (picker.title, picker.words().to_owned(), rows.len());
        let before = self.prompt.replace(now.clone());
        if before.as_ref() == Some(&now) {
            return Vec::new();
        }
        let is_new = before.is_none_or(|(title, ..)| title != picker.title);
        let entries: Vec<String> = rows
            .map(|(offer, group)| {
                let group = group.map(|group| group.title.as_str()).unwrap_or_default();
                let parts = [offer.text.as_str(), group, offer.detail.as_str()];
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
            })
            .map(|words| without_separators(&words, shared))
            .collect();
        let count = match (entries.len(), picker.words()) {
            (0, "") => "Type words".to_owned(),
            (0, words) => format!("no match for {words}"),
            (count, _) => number(count, "choice"),
        };
        let mut lines = vec![match is_new {
            true => format!("{}: {count}. Type a number or words. cancel leaves.", picker.title),
            false if entries.is_empty() => format!("{} cancel leaves.", sentence(&count)),
            false => sentence(&count),
        }];
        if entries.is_empty() && picker.words().is_empty() {
            lines = vec![format!("{}. Type words. cancel leaves.", picker.title)];
        }
        self.list = NumberedList::new(entries, NumberMeaning::Entries(picker.chosen));
        lines.extend(self.list.next_part("an empty line"));
        lines
    }

    fn findings(&mut self, app: &App) -> Vec<String> {
        let findings = &app.stage.shared.findings;
        let entries = findings.iter().map(|it| {
            let help =
                it.help.as_ref().map_or(String::new(), |help| format!(" {}", sentence(help)));
            let kind = it.severity.word();
            sentence(&format!("{kind}: {}, {} line {}", it.message, it.file, it.line)) + &help
        });
        let mut lines =
            vec![format!("{}. A number goes there.", number(findings.len(), "finding"))];
        self.list = NumberedList::new(entries.collect(), NumberMeaning::Findings);
        lines.extend(self.list.next_part("more"));
        lines
    }

    /// The current section again, with its place.
    pub(super) fn again(&self) -> Vec<String> {
        let Some(told) = &self.told else { return Vec::new() };
        let place = (told.at > 0).then(|| told.speech.place.clone());
        let read = self.span(told).flat_map(|at| said(&told.speech, at, true));
        place.into_iter().chain(read).collect()
    }

    /// The sections that are read together with the current one.
    fn span(&self, told: &ToldView) -> Range<usize> {
        let last = told.speech.sections.len().saturating_sub(1);
        span(self.when, &told.stops, told.at, last)
    }

    /// All sections behind the current one.
    pub(super) fn rest(&self) -> Vec<String> {
        let Some(told) = &self.told else { return Vec::new() };
        let left = self.span(told).end..told.speech.sections.len();
        left.flat_map(|at| said(&told.speech, at, true)).collect()
    }

    /// The headings that `next-section` goes to.
    pub(super) fn stops(&self) -> Vec<String> {
        let Some(told) = &self.told else { return Vec::new() };
        let title = |at: &usize| {
            let SpokenSection { title, remark, .. } = &told.speech.sections[*at];
            match (title.as_str(), remark.as_str()) {
                ("", _) => "The start".to_owned(),
                (title, "") => title.to_owned(),
                (title, remark) => format!("{title}: {remark}"),
            }
        };
        told.stops.iter().filter(|at| **at < told.speech.sections.len()).map(title).collect()
    }

    /// The roles, counterparts and pages of the ladder.
    pub(super) fn roles(&self) -> (Vec<String>, Vec<Destination>) {
        let ladder = &self.ladder;
        let whole = |document| Destination::Place(Place { document, section: None });
        let roles = ladder.tracks.iter().flat_map(|track| &track.roles);
        let roles = roles.map(|id| (speak_role(ladder, *id), whole(DocumentId::Role(*id))));
        let known = ladder.counterparts.iter().enumerate().map(|(at, it)| {
            (format!("{}, known from tables", it.name), Destination::Counterpart(CounterpartId(at)))
        });
        let pages = ladder.pages.iter().enumerate().map(|(at, page)| {
            let title = page.title.replace('\n', " ");
            (format!("{title}, page"), whole(DocumentId::Page(PageId(at))))
        });
        roles.chain(known).chain(pages).unzip()
    }
}

impl ToldSpot {
    /// The number of the difference or match, and its items in the section around it.
    fn lines(&self, section: &SpokenSection) -> Vec<String> {
        let inside = match section.title.as_str() {
            "" => String::new(),
            title => format!(", in {title}"),
        };
        let mut lines = vec![format!("{}{inside}.", self.words)];
        for item in self.items(section) {
            let has = |line: &&String| self.flows.iter().any(|flow| is_in(flow, line));
            let is_row = item.spots.len() == 1 && item.lines.iter().any(|line| has(&line));
            let lines_of = item.lines.iter().filter(|line| !is_row || has(line));
            lines.extend(lines_of.cloned());
        }
        lines
    }

    /// The items that it is about: those at its places that have its words, or else the first there.
    fn items<'a>(&self, section: &'a SpokenSection) -> Vec<&'a SpokenItem> {
        let at = |flow: &Flow| flow.anchor.map(|anchor| (anchor.document, anchor.line));
        let places: Vec<_> = self.flows.iter().filter_map(at).collect();
        let here = section
            .items
            .iter()
            .filter(|it| places.is_empty() || it.spots.iter().any(|spot| places.contains(spot)));
        let says = |item: &&SpokenItem| {
            item.lines.iter().any(|line| self.flows.iter().any(|flow| is_in(flow, line)))
        };
        let exact: Vec<&SpokenItem> = here.clone().filter(says).collect();
        match exact.is_empty() {
            true => here.take(1).collect(),
            false => exact,
        }
    }
}

/// Whether a line says a text.
fn is_in(flow: &Flow, line: &str) -> bool {
    let text = flow.text.replace('\n', "; ");
    !text.trim().is_empty() && line.replace(LINK, "").contains(text.trim())
}

/// The current difference and the current match.
fn spots(app: &App) -> [Option<ToldSpot>; 2] {
    let reader = &app.stage.view().opened().reader;
    let flows = &reader.page().flows;
    let difference = reader.current_difference().map(|lines| ToldSpot {
        words: sentence(&reader.difference_words()).trim_end_matches('.').to_owned(),
        flows: flows.iter().filter(|it| lines.contains(&it.lines.start)).cloned().collect(),
    });
    let found = reader.current_search().and_then(|search| {
        let (at, total) = search.count();
        let words = format!("Match {} of {total} for {}", at?, search.query());
        Some(ToldSpot { words, flows: vec![flows.get(search.flow()?)?.clone()] })
    });
    [difference, found]
}

/// The sections that are read together: of versions a level with its topics, else one section.
fn span(when: When, stops: &[usize], at: usize, last: usize) -> Range<usize> {
    let next = stops.iter().find(|stop| **stop > at).copied().unwrap_or(last + 1);
    let is_level = when == When::Reviewing && stops.contains(&at);
    at..if is_level { next } else { at + 1 }
}

/// A section, with its heading; of the first section the place.
fn said(speech: &Speech, at: usize, has_place: bool) -> Vec<String> {
    let heading = match at {
        0 => has_place.then(|| speech.place.clone()),
        _ => Some(speech.heading(at)),
    };
    let lines = speech.sections[at].lines().map(str::to_owned);
    heading.into_iter().chain(lines).collect()
}

/// What is new in a section that was read before: its heading, and the items that it did not have.
fn changes(speech: &Speech, at: usize, told: Option<&ToldView>) -> Vec<String> {
    let before = told.and_then(|told| told.speech.sections.get(at));
    let has = |item: &&SpokenItem| before.is_none_or(|before| !before.items.contains(item));
    let heading = (at > 0).then(|| speech.heading(at));
    let items = speech.sections[at].items.iter().filter(has);
    heading.into_iter().chain(items.flat_map(|item| item.lines.clone())).collect()
}

/// Words with a comma for each sign that only separates.
fn without_separators(words: &str, shared: &SharedState) -> String {
    let glyphs = shared.glyphs();
    let signs = [glyphs.separator(), glyphs.dot()].map(|sign| format!(" {sign} "));
    signs.iter().fold(words.to_owned(), |words, sign| words.replace(sign, ", "))
}

/// What is said at the start.
fn start(ladder: &Ladder) -> Vec<String> {
    let parts = [
        (ladder.roles.len(), "role"),
        (ladder.tracks.len(), "track"),
        (ladder.pages.len(), "page"),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter(|it| it.0 > 0).map(|(count, noun)| number(count, noun)).collect();
    vec![
        format!("{}: {}.", ladder.name, parts.join(", ")),
        "An empty line reads on, ? lists the commands, q goes back or quits.".to_owned(),
    ]
}

/// Words as a sentence.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    let end = if words.ends_with(['.', '!', '?', ':']) { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}
