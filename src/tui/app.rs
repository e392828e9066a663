//! The program: the stage and the layers over it. A view or layer decides what a message does to it; the
//! app applies the outcome.

use ratatui::layout::Position;

use super::going;
use super::input::events::{self, Context};
use super::input::message::{Copied, Effect, Message};
use super::input::typed::TypedKeys;
use super::layer::filter::FilterPrompt;
use super::layer::findings::FindingList;
use super::layer::help::HelpPrompt;
use super::layer::offer::Offer;
use super::layer::picker::{OfferList, Picker};
use super::layer::popup::Popup;
use super::layer::search::SearchPrompt;
use super::layer::version_prompt::{NONE_OLDER, VersionPrompt};
use super::layer::{Layer, offers};
use super::outcome::{Destination, Filtering, Outcome};
use super::pane::panes::Pane;
use super::session::{SavedPlaces, Session};
use super::shared::{SharedState, Waiting};
use super::show::copying;
use super::stage::Stage;
use crate::report::Traceable;

/// The whole state of the program.
pub(crate) struct App {
    pub(crate) stage: Stage,
    /// The layers over the panes, the last on top.
    pub(crate) layers: Vec<Layer>,
    /// One line to the user, until the next key.
    pub(crate) notice: Option<String>,
    /// What was typed before a key.
    pub(crate) typed: TypedKeys,
}

impl App {
    /// The program at its start, showing the first role on a screen of these columns and rows.
    pub(crate) fn new(session: Session, size: (u16, u16)) -> Self {
        let Session { ladder, findings, editing, older, places, preferences } = session;
        let notice = preferences.notice.clone();
        let mut shared = SharedState::new(ladder, findings, editing.is_some(), older, preferences);
        shared.places = places;
        Self {
            stage: Stage::new(shared, size),
            layers: Vec::new(),
            notice,
            typed: TypedKeys::default(),
        }
    }

    /// Whether the entry that the user chose in a picker is still to come.
    pub(crate) fn awaits_choice(&self) -> bool {
        matches!(self.layers.last(), Some(Layer::Picker(picker)) if picker.awaits_choice())
    }

    /// Goes to the last place of the time before, once the ladder is read.
    pub(crate) fn restore(&mut self) -> Option<Effect> {
        let shared = &mut self.stage.shared;
        let last = shared.places.last.take_if(|_| shared.reading.is_none())?;
        if self.stage.place().is_some_and(|place| place.is_at(&last)) {
            return None;
        }
        let effect = self.apply(Outcome::Go(Destination::Saved(last)));
        let key = self.stage.shared.preferences.keymap.key_of("back", self.stage.view().when());
        if let (None, Some(key)) = (&self.notice, key) {
            self.notice = Some(format!("your last place; {key} goes to the start"));
        }
        effect
    }

    /// The places to save when the program ends; `None` if the ladder is not read yet.
    pub(crate) fn places(&mut self) -> Option<SavedPlaces> {
        let last = self.stage.place();
        let shared = &mut self.stage.shared;
        let places = SavedPlaces { last, ..shared.places.clone() };
        shared.reading.is_none().then_some(places)
    }

    /// What the keys act on now.
    pub(crate) fn context(&self) -> Context<'_> {
        let view = self.stage.view();
        let when = self.layers.last().map_or(view.when(), Layer::when);
        let can_open = !self.layers.is_empty()
            || view.opens_always()
            || self.stage.panes.focus != Pane::Document
            || !view.opened().links_in_view().is_empty();
        Context {
            keymap: &self.stage.shared.preferences.keymap,
            when,
            focus: self.stage.panes.focus,
            typed: &self.typed,
            can_open,
            has_subject: self.stage.subject().is_some(),
        }
    }

    /// Changes the state as a message says; returns the effect to carry out outside the state.
    pub(crate) fn update(&mut self, message: Message) -> Option<Effect> {
        let begun = std::mem::take(&mut self.typed.keys);
        match message {
            Message::Quit => return Some(Effect::Quit),
            Message::Suspend => return Some(Effect::Suspend),
            Message::Browse if self.layers.is_empty() => match self.stage.shared.outside.clone() {
                Some(target) => return Some(Effect::Browse(target)),
                None => self.notice = Some("no external link was followed yet".to_owned()),
            },
            Message::Resize(columns, rows) => {
                self.stage.resize(columns, rows);
                self.fit_layers();
            }
            Message::Digit(digit) => {
                self.notice = None;
                self.typed.digit(digit);
            }
            Message::Prefix(key) => {
                self.notice = None;
                self.typed.keys = [begun, vec![key]].concat();
            }
            Message::Unbound(keys) => self.notice = Some(self.unbound(&keys)),
            Message::Cancel if self.typed.clear() || !begun.is_empty() => self.notice = None,
            message => {
                (self.notice, self.stage.shared.waiting) = (None, None);
                if let Some(reading) = &mut self.stage.shared.reading {
                    reading.is_used = true;
                }
                let outcome = match self.layers.is_empty() {
                    true => self.update_panes(&message),
                    false => self.update_layer(message),
                };
                return self.apply(outcome);
            }
        }
        None
    }

    /// Says that keys do nothing, and which key lists those that do something.
    fn unbound(&mut self, keys: &str) -> String {
        self.typed.clear();
        let Context { keymap, when, .. } = self.context();
        let help = keymap.key_of("help", when);
        let help = help.map_or(String::new(), |key| format!("; {key} lists the keys"));
        format!("{keys} does nothing here{help}")
    }

    /// Gives a message to the layer on top. A layer that goes to another place is closed.
    fn update_layer(&mut self, message: Message) -> Outcome {
        let Some(layer) = self.layers.last_mut() else { return Outcome::Pass };
        let screen = self.stage.size;
        let (view, around) = self.stage.beneath(None);
        let outcome = layer.update(message, view, &around, screen);
        let is_asked = matches!(outcome, Outcome::Do(Effect::Recall(_)));
        let is_over = match &outcome {
            Outcome::Go(_) | Outcome::Read(_) | Outcome::Close(_) => true,
            Outcome::Filter(step) => matches!(step, Filtering::Keep | Filtering::End),
            _ => is_asked,
        };
        if is_over {
            self.layers.pop();
        }
        outcome
    }

    /// Gives a message to the stage; if the stage passes, the program handles it.
    fn update_panes(&mut self, message: &Message) -> Outcome {
        let typed = self.typed.count.take();
        if self.stage.shared.reading.is_some() && message.needs_ladder() {
            return Outcome::Say("the ladder is still being read".to_owned());
        }
        match self.stage.update(message, typed) {
            Outcome::Pass => {
                let times = isize::try_from(typed.unwrap_or(1)).unwrap_or(1);
                self.update_program(message, times)
            }
            outcome => outcome,
        }
    }

    /// Does what a message means in every view.
    fn update_program(&mut self, message: &Message, times: isize) -> Outcome {
        match *message {
            Message::Focus(steps, round) => {
                let pane = self.stage.panes.next(self.stage.view().beside(), steps, round);
                self.stage.set_focus(pane);
            }
            Message::Open => return self.open(),
            Message::OpenFile => return self.edit(),
            Message::Copy(what) => return self.copy(what),
            Message::HideLists => return self.stage.hide_lists(),
            Message::Widen(steps) => return self.stage.widen(steps.saturating_mul(times)),
            Message::Zoom => self.stage.zoom(!self.stage.panes.zoomed),
            Message::FrontMatter => {
                let document = self.stage.view().document();
                self.lay_over(Layer::Popup(Popup::new(document)));
            }
            Message::Help => {
                let help = HelpPrompt::new(self.stage.view().when());
                self.lay_over(Layer::Help(Box::new(help)));
            }
            Message::ReadAgain if self.stage.shared.can_edit => {
                return Outcome::Do(Effect::ReadAgain);
            }
            Message::ReadAgain => {
                self.notice = Some("this ladder has no files to read again".to_owned());
                return Outcome::Do(Effect::Redraw);
            }
            Message::Search if self.filters_list() => {
                self.stage.begin_filter();
                let words = self.stage.filter(self.stage.panes.focus).words();
                self.lay_over(Layer::Filter(Box::new(FilterPrompt::new(words))));
            }
            Message::Search => {
                if !self.stage.areas().shows(Pane::Document) {
                    self.stage.set_focus(Pane::Document);
                }
                let prompt = SearchPrompt::new(self.stage.view());
                self.lay_over(Layer::Search(Box::new(prompt)));
            }
            Message::SearchLadder => {
                let picker = Picker::searching("Search the ladder");
                self.lay_over(Layer::Picker(Box::new(picker)));
            }
            Message::Jump(leading) => {
                self.stage.shared.waiting = Some(Waiting::Places(leading));
                return Outcome::Do(Effect::ListPlaces(leading));
            }
            Message::Compare => {
                let others = offers::others(&self.stage.shared.ladder, self.stage.subject());
                return self.choose("Compare with", others);
            }
            Message::AddLevel => {
                let more = offers::more(&self.stage.shared.ladder, &self.stage.subjects());
                return self.ask("Add to the comparison", more);
            }
            Message::Trace => return self.trace(),
            Message::Overview => return going::open_overview(&mut self.stage),
            Message::Versions => match &self.stage.shared.past.load {
                Some(_) => self.lay_over(Layer::Version(Box::new(VersionPrompt::new()))),
                None => return Outcome::Say(NONE_OLDER.to_owned()),
            },
            Message::Back if !self.stage.step_history(-times) => {
                return Outcome::Say("nothing to go back to".to_owned());
            }
            Message::Forward if !self.stage.step_history(times) => {
                return Outcome::Say("nothing to go forward to".to_owned());
            }
            Message::Bookmark => return self.bookmark(),
            Message::Bookmarks => {
                let bookmarks = offers::bookmarks(&self.stage.shared);
                return self.ask("Bookmarks", bookmarks);
            }
            Message::Findings => match &self.stage.shared.unread {
                Some(reason) => return Outcome::Say(reason.clone()),
                None if self.stage.shared.is_faultless() => {
                    return Outcome::Say("no findings in this ladder".to_owned());
                }
                None => self.lay_over(Layer::Findings(FindingList::default())),
            },
            Message::Cancel => return going::cancel(&mut self.stage),
            Message::Leave => return self.stage.view().leave(),
            Message::Click(column, row) => {
                return going::click(&mut self.stage, Position::new(column, row));
            }
            Message::Wheel(column, row, lines) => {
                return going::wheel(&mut self.stage, Position::new(column, row), lines);
            }
            // Messages of prompts, and of views that are not open.
            _ => {}
        }
        Outcome::Stay
    }

    /// Whether the key of a search filters a list. Without a screen no list has the focus.
    fn filters_list(&self) -> bool {
        let Stage { panes, shared, .. } = &self.stage;
        panes.focus != Pane::Document && !shared.preferences.by_section
    }

    /// Applies the outcome of a message.
    pub(crate) fn apply(&mut self, outcome: Outcome) -> Option<Effect> {
        match outcome {
            Outcome::Stay | Outcome::Pass => {}
            Outcome::Close(words) => self.notice = words,
            Outcome::Read(words) => {
                self.stage.stay();
                self.notice = words;
            }
            Outcome::Say(words) => self.notice = Some(words),
            Outcome::Run(message) => {
                return self.update(events::resolved(message, self.context()));
            }
            Outcome::Go(destination) => {
                let outcome = going::go(&mut self.stage, destination);
                return self.apply(outcome);
            }
            Outcome::Filter(step) => {
                let outcome = going::narrow(&mut self.stage, step);
                return self.apply(outcome);
            }
            Outcome::Do(effect) => return Some(effect),
        }
        self.stage.reveal_lists();
        None
    }

    /// Puts a prompt or pop-up on top.
    pub(crate) fn lay_over(&mut self, mut layer: Layer) {
        layer.fit(self.stage.size, &self.stage.shared);
        self.layers.push(layer);
    }

    fn pick(&mut self, title: &'static str, entries: Vec<Offer>) {
        let picker = Picker::new(title, OfferList::all(entries));
        self.lay_over(Layer::Picker(Box::new(picker)));
    }

    /// Enter: reads the role, goes to the section, follows a link or offers those in view.
    fn open(&mut self) -> Outcome {
        if self.stage.panes.focus != Pane::Document {
            self.stage.set_focus(Pane::Document);
            return Outcome::Read(None);
        }
        let opened = self.stage.view().opened();
        match opened.links_in_view().as_slice() {
            [] => return Outcome::Say("no link in view".to_owned()),
            [only] => return Outcome::Go(Destination::Link(*only)),
            several => {
                let entries = offers::links(opened.page(), several);
                self.pick("Follow a link", entries);
            }
        }
        Outcome::Stay
    }

    /// Opens the file of what is at the cursor in the editor. Asks which file if there are several.
    fn edit(&mut self) -> Outcome {
        let (view, around) = self.stage.beneath(None);
        let sources = match view.sources(&around) {
            Ok(sources) => sources,
            Err(reason) => return Outcome::Say(reason),
        };
        match sources.as_slice() {
            &[(document, line), ..] if sources.len() == 1 || !around.shared.can_edit => {
                Outcome::Go(Destination::File(document, line))
            }
            several => {
                let files = offers::files(&around.shared.ladder, several);
                self.ask("Edit the file of", files)
            }
        }
    }

    /// Copies what is at the cursor. Asks from which document if they say different things.
    fn copy(&mut self, what: Copied) -> Outcome {
        let (view, around) = self.stage.beneath(None);
        let texts = copying::texts(view, &around, what);
        let texts = texts.map(|texts| offers::copies(&around.shared.ladder, texts));
        self.choose("Copy from", texts)
    }

    /// Takes the only offer, or else opens a picker with the offers.
    fn choose(&mut self, title: &'static str, offered: Result<Vec<Offer>, String>) -> Outcome {
        match offered.as_deref() {
            Ok([only]) => Outcome::Go(only.target.clone()),
            _ => self.ask(title, offered),
        }
    }

    /// Opens a picker with the offers, or says why there are none.
    fn ask(&mut self, title: &'static str, offered: Result<Vec<Offer>, String>) -> Outcome {
        match offered {
            Ok(entries) => self.pick(title, entries),
            Err(reason) => return Outcome::Say(reason),
        }
        Outcome::Stay
    }

    /// Traces the topic at the cursor. Asks for a topic if there is none, or if a trace is open.
    fn trace(&mut self) -> Outcome {
        let Some(track) = self.stage.view().track(&self.stage.shared.ladder) else {
            return Outcome::Say("choose a role first: a page is in no track".to_owned());
        };
        let Some(levels) = self.stage.shared.levels_for(track, Waiting::Trace) else {
            return Outcome::Do(Effect::Align(track));
        };
        let view = self.stage.view();
        let entry = view.opened().at(self.stage.panes.focus);
        if let Some(thread) = view.thread(&self.stage.shared.ladder, &levels, entry) {
            return Outcome::Go(Destination::Trace(track, Traceable::Thread(thread)));
        }
        let Some(mentioned) = self.stage.shared.topics_for(Waiting::Trace) else {
            return Outcome::Do(Effect::CountTopics);
        };
        let topics = offers::topics(&self.stage.shared, track, &levels, &mentioned);
        self.ask("Trace a topic", topics)
    }

    /// Sets a bookmark at the current place, or removes it.
    fn bookmark(&mut self) -> Outcome {
        let Some(place) = self.stage.place() else {
            return Outcome::Say("no bookmark here: an older version may be gone later".to_owned());
        };
        let separator = format!(" {} ", self.stage.shared.glyphs().separator());
        let name = place.path.join(&separator);
        let bookmarks = &mut self.stage.shared.places.bookmarks;
        match bookmarks.iter().position(|it| it.is_at(&place)) {
            Some(at) => {
                bookmarks.remove(at);
                Outcome::Say(format!("bookmark removed: {name}"))
            }
            None => {
                bookmarks.push(place);
                Outcome::Say(format!("bookmark set: {name}"))
            }
        }
    }

    pub(crate) fn fit_layers(&mut self) {
        for layer in &mut self.layers {
            layer.fit(self.stage.size, &self.stage.shared);
        }
    }
}
