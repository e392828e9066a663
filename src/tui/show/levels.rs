//! Three or more roles in columns: stepping through differences, adding and removing a level.

use super::choices::Choices;
use super::common::{FileLine, Show, Surroundings};
use super::document::{section_read, track_of};
use super::kept::Kept;
use super::reading;
use crate::compare::{Levels, Thread};
use crate::model::{Ladder, Subject, TrackId};
use crate::page::{ComparisonOptions, Page, lay_out_levels};
use crate::report::LevelsReport;
use crate::speech::{Speech, speak_levels};
use crate::tui::input::message::Message;
use crate::tui::input::when::When;
use crate::tui::outcome::{Destination, Outcome};
use crate::tui::pane::open_page::OpenPage;
use crate::tui::pane::panes::{Beside, Pane};
use crate::tui::shared::SharedState;
use crate::tui::target::{Columns, Target};

/// Several aligned roles, and the user's choices about them.
pub(crate) struct LevelsView {
    columns: Columns,
    levels: Levels,
    choices: Choices,
    opened: OpenPage,
}

impl LevelsView {
    pub(crate) fn new(
        columns: Columns,
        levels: Levels,
        choices: Choices,
        opened: OpenPage,
    ) -> Self {
        Self { columns, levels, choices, opened }
    }

    fn report(&self) -> LevelsReport<'_> {
        LevelsReport::new(&self.levels, self.choices.filter.only, self.choices.folds(false))
    }

    /// Changes to the next filter.
    fn next_only(&mut self, around: &Surroundings<'_>) -> Outcome {
        self.choices.filter.only = self.choices.filter.only.next();
        let entry = self.opened.reader.entry();
        reading::lay_out_at_topic(self, entry, around);
        Outcome::Say(self.only_words().unwrap_or_else(|| "all items".to_owned()))
    }

    /// The filter in words; `None` if all items are shown.
    fn only_words(&self) -> Option<String> {
        let (first, last) = self.levels.names.first().zip(self.levels.names.last())?;
        self.choices.filter.only.words([first, last])
    }

    /// Folds or unfolds the group at the end, if it is current or in view.
    fn fold(&mut self, around: &Surroundings<'_>) -> Outcome {
        let sees = around.focus == Pane::Document && self.opened.shows_rest(None);
        match sees || self.opened.is_at_rest(around.focus) {
            true => self.toggle_rest(around),
            false => Outcome::Pass,
        }
    }

    fn toggle_rest(&mut self, around: &Surroundings<'_>) -> Outcome {
        self.choices.filter.opens_rest = !self.choices.filter.opens_rest;
        reading::lay_out_at_rest(self, around)
    }
}

impl Show for LevelsView {
    fn opened(&self) -> &OpenPage {
        &self.opened
    }

    fn opened_mut(&mut self) -> &mut OpenPage {
        &mut self.opened
    }

    fn target(&self) -> Target {
        Target::Levels(self.columns)
    }

    fn when(&self) -> When {
        When::Lining
    }

    fn beside(&self) -> Beside {
        Beside::Outline
    }

    fn lay_out(&self, around: &Surroundings<'_>) -> Page {
        let options = ComparisonOptions {
            only: self.choices.filter.only,
            folds: self.choices.folds(false),
            ..ComparisonOptions::new(around.width(), around.shared.glyphs())
        };
        lay_out_levels(&self.levels, options)
    }

    fn speech(&self, _shared: &SharedState) -> Speech {
        let place = format!("Comparison of {}.", self.levels.names.join(", "));
        speak_levels(&self.report(), place).filtered(self.only_words())
    }

    fn title(&self, _ladder: &Ladder) -> String {
        let only = self.only_words().map_or(String::new(), |words| format!(", {words}"));
        format!("{}{only}", self.levels.names.join(" | "))
    }

    fn outline_title(&self) -> &'static str {
        "Topics"
    }

    fn path(&self, ladder: &Ladder, _focus: Pane) -> Vec<String> {
        let track = self.track(ladder).map(|track| ladder.track(track).title.clone());
        let mut path: Vec<String> = track.into_iter().collect();
        path.push(self.levels.names.join(", "));
        path.extend(section_read(&self.opened));
        path
    }

    fn subject(&self, _focus: Pane) -> Option<Subject> {
        self.levels.subjects.first().copied()
    }

    fn subjects(&self, _focus: Pane) -> Vec<Subject> {
        self.levels.subjects.clone()
    }

    fn track(&self, ladder: &Ladder) -> Option<TrackId> {
        self.levels.subjects.iter().find_map(|subject| track_of(ladder, *subject))
    }

    fn thread(&self, _ladder: &Ladder, levels: &Levels, entry: usize) -> Option<Thread> {
        let entry = self.opened.entries().get(entry).filter(|entry| entry.depth > 0)?;
        let mut spots = entry.spots.into_iter().flatten();
        spots.find_map(|(document, line)| levels.topic_at(document, line))
    }

    fn status(&self, _shared: &SharedState) -> Option<(String, bool)> {
        Some((self.opened.reader.difference_words(), false))
    }

    fn counts(&self, _ladder: &Ladder) -> Option<Vec<String>> {
        Some(self.report().counts.words().to_vec())
    }

    fn click(&mut self, row: usize, _column: usize, around: &Surroundings<'_>) -> Outcome {
        if self.opened.shows_rest(Some(row)) { self.toggle_rest(around) } else { Outcome::Pass }
    }

    fn keep(&self, kept: &mut Kept) {
        kept.choices = self.choices.clone();
    }

    fn sources(&self, around: &Surroundings<'_>) -> Result<Vec<FileLine>, String> {
        Ok(reading::compared_sources(self, around))
    }

    fn leave(&self) -> Outcome {
        Outcome::Go(Destination::Out(self.levels.subjects[0]))
    }

    fn update(&mut self, message: &Message, around: &Surroundings<'_>) -> Outcome {
        let times = around.times();
        match *message {
            Message::Only => self.next_only(around),
            Message::Fold => self.fold(around),
            Message::Differences(steps) => reading::differences(self, steps * times),
            Message::Matches(steps) if !reading::is_searched(self) => {
                reading::differences(self, steps * times)
            }
            Message::DropLevel => Outcome::Go(Destination::Exchange(self.columns.without_last())),
            _ => Outcome::Pass,
        }
    }
}
