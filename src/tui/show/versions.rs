//! The changes since an older version of the ladder, level by level, and the way to the current text.

use std::rc::Rc;

use super::common::{FileLine, Show, Surroundings};
use super::document::{section_read, track_of};
use super::kept::Kept;
use super::reading;
use crate::compare::{Levels, Thread, is_of_older};
use crate::model::{DocumentId, Ladder, Subject, TrackId};
use crate::page::{ComparisonOptions, OutlineEntry, Page, Sides, lay_out_versions};
use crate::report::{LadderChanges, NOW, Only};
use crate::speech::{Speech, speak_versions};
use crate::tui::input::message::Message;
use crate::tui::input::when::When;
use crate::tui::outcome::{Destination, Outcome};
use crate::tui::pane::open_page::OpenPage;
use crate::tui::pane::panes::{Beside, Pane};
use crate::tui::shared::SharedState;
use crate::tui::target::Target;

/// The changes, with their filter and layout.
pub(crate) struct VersionsView {
    changes: Rc<LadderChanges>,
    only: Only,
    layout: Sides,
    opened: OpenPage,
}

/// Whether an entry of the outline is a level, or the summary before the first level.
fn is_level(entry: &OutlineEntry) -> bool {
    entry.depth <= 1
}

impl VersionsView {
    pub(crate) fn new(changes: Rc<LadderChanges>, kept: &Kept, opened: OpenPage) -> Self {
        let only = kept.only_of_versions.unwrap_or(Only::Differences);
        Self { changes, only, layout: kept.choices.layout, opened }
    }

    /// The filter in words; `None` if all items are shown.
    fn only_words(&self) -> Option<String> {
        self.only.words([&self.changes.version, NOW])
    }

    fn next_only(&mut self, around: &Surroundings<'_>) -> Outcome {
        self.only = self.only.next();
        let entry = self.opened.reader.entry();
        reading::lay_out_at_topic(self, entry, around);
        Outcome::Say(self.only_words().unwrap_or_else(|| "all items".to_owned()))
    }

    fn next_layout(&mut self, around: &Surroundings<'_>) -> Outcome {
        self.layout = self.layout.next();
        self.lay_out_again(around);
        Outcome::Say(format!("layout: {}", self.layout.name()))
    }

    /// Goes levels forward or back; back goes to the start of the current level first.
    fn levels(&mut self, steps: isize) -> Outcome {
        let reader = &mut self.opened.reader;
        let entries = reader.page().outline.iter().enumerate();
        let levels = entries.filter(|(_, entry)| is_level(entry)).map(|(_, entry)| entry.line);
        let levels: Vec<usize> = levels.collect();
        let above = levels.partition_point(|line| *line <= reader.top()).saturating_sub(1);
        let inside = steps < 0 && levels.get(above).is_some_and(|line| *line < reader.top());
        let target = above.saturating_add_signed(steps + isize::from(inside));
        let target = target.min(levels.len().saturating_sub(1));
        let moves = target != above || inside;
        if let Some(line) = levels.get(target).filter(|_| moves) {
            reader.go_to(*line);
        }
        self.opened.follow();
        Outcome::Read((!moves).then(|| {
            let end = if steps > 0 { "the last level that changed" } else { "the top" };
            end.to_owned()
        }))
    }

    /// The current entry of the outline: of the current difference, or else of the section.
    fn entry(&self, focus: Pane) -> usize {
        let difference = self.opened.reader.difference_place().map(|(entry, _)| entry);
        difference.filter(|_| focus == Pane::Document).unwrap_or_else(|| self.opened.at(focus))
    }

    /// An entry of the outline and the entries around it, up to its level.
    fn around(&self, entry: usize) -> impl Iterator<Item = &OutlineEntry> {
        let mut depth = usize::MAX;
        let upward = self.opened.entries().iter().take(entry + 1).rev();
        upward.filter(move |entry| {
            let is_around = entry.depth < depth && depth > 1;
            if is_around {
                depth = entry.depth;
            }
            is_around
        })
    }

    /// The place of the current item in the current ladder, or of the nearest heading around it.
    fn place(&self, focus: Pane) -> Option<FileLine> {
        let page = self.opened.page();
        let difference =
            self.opened.reader.current_difference().filter(|_| focus == Pane::Document);
        let of_today = difference.and_then(|lines| {
            let flows = page.flows.iter().filter(|flow| lines.contains(&flow.lines.start));
            flows.filter_map(|flow| flow.anchor).find(|anchor| !is_of_older(anchor.document))
        });
        let text = of_today.map(|anchor| (anchor.document, anchor.line));
        text.or_else(|| self.around(self.entry(focus)).find_map(|entry| entry.spots[1]))
    }
}

impl Show for VersionsView {
    fn opened(&self) -> &OpenPage {
        &self.opened
    }

    fn opened_mut(&mut self) -> &mut OpenPage {
        &mut self.opened
    }

    fn target(&self) -> Target {
        Target::Versions
    }

    fn when(&self) -> When {
        When::Reviewing
    }

    fn beside(&self) -> Beside {
        Beside::Outline
    }

    fn opens_always(&self) -> bool {
        true
    }

    fn lay_out(&self, around: &Surroundings<'_>) -> Page {
        let (width, glyphs) = (around.width(), around.shared.glyphs());
        let (only, layout) = (self.only, self.layout);
        let options = ComparisonOptions { only, layout, ..ComparisonOptions::new(width, glyphs) };
        lay_out_versions(&self.changes, options)
    }

    fn speech(&self, _shared: &SharedState) -> Speech {
        let place = format!("Changes of {}.", self.changes.title);
        speak_versions(&self.changes, self.only, place).filtered(self.only_words())
    }

    fn spoken_stops(&self) -> Vec<usize> {
        let entries = self.opened.entries().iter().enumerate();
        entries.filter(|(_, entry)| is_level(entry)).map(|(at, _)| at).collect()
    }

    fn title(&self, _ladder: &Ladder) -> String {
        let only = self.only_words().map_or(String::new(), |words| format!(", {words}"));
        format!("{}{only}", self.changes.title)
    }

    fn outline_title(&self) -> &'static str {
        "Topics"
    }

    fn path(&self, ladder: &Ladder, _focus: Pane) -> Vec<String> {
        let since = self.changes.title.strip_prefix(&ladder.name);
        let mut path = vec![since.unwrap_or(&self.changes.title).trim().to_owned()];
        let level = self.around(self.opened.reader.entry()).find(|entry| entry.depth == 1);
        path.extend(level.map(|level| level.title.clone()));
        path.extend(section_read(&self.opened));
        path
    }

    fn subject(&self, focus: Pane) -> Option<Subject> {
        match self.place(focus)?.0 {
            DocumentId::Role(role) => Some(Subject::Role(role)),
            DocumentId::Page(_) => None,
        }
    }

    fn track(&self, ladder: &Ladder) -> Option<TrackId> {
        track_of(ladder, self.subject(Pane::Document)?)
    }

    /// None: `t` lets the user pick a topic.
    fn thread(&self, _ladder: &Ladder, _levels: &Levels, _entry: usize) -> Option<Thread> {
        None
    }

    fn status(&self, _shared: &SharedState) -> Option<(String, bool)> {
        Some((self.opened.reader.difference_words(), false))
    }

    fn counts(&self, _ladder: &Ladder) -> Option<Vec<String>> {
        Some(vec![self.changes.totals.trim_end_matches('.').to_owned()])
    }

    fn keep(&self, kept: &mut Kept) {
        kept.only_of_versions = Some(self.only);
        kept.choices.layout = self.layout;
    }

    fn sources(&self, around: &Surroundings<'_>) -> Result<Vec<FileLine>, String> {
        let place = self.place(around.focus).map(|place| vec![place]);
        place.ok_or_else(|| {
            match self.around(self.entry(around.focus)).find(|entry| entry.depth == 1) {
                Some(level) => {
                    format!("{} is gone: only {} has it", level.title, self.changes.version)
                }
                None => "choose a level first".to_owned(),
            }
        })
    }

    fn leave(&self) -> Outcome {
        Outcome::Go(Destination::Back)
    }

    fn update(&mut self, message: &Message, around: &Surroundings<'_>) -> Outcome {
        let times = around.times();
        match *message {
            Message::Open => reading::open_source(self, around),
            Message::Only => self.next_only(around),
            Message::Layout => self.next_layout(around),
            Message::Sections(steps) => self.levels(steps * times),
            Message::Differences(steps) => reading::differences(self, steps * times),
            Message::Matches(steps) if !reading::is_searched(self) => {
                reading::differences(self, steps * times)
            }
            _ => Outcome::Pass,
        }
    }
}
