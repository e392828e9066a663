//! A comparison of two roles: swapping sides, stepping, filtering, folding unchanged topics.

use super::choices::Choices;
use super::common::{FileLine, Show, Surroundings};
use super::document::{end_of_track, section_read, track_of};
use super::kept::Kept;
use super::reading;
use crate::compare::{Comparer, Comparison, Kind, Levels, Thread};
use crate::model::{Ladder, Subject, TrackId};
use crate::page::{ComparisonOptions, Folds, Page, Sides, lay_out_comparison};
use crate::report::{ComparisonReport, KindCount, Only};
use crate::speech::{Speech, speak_comparison};
use crate::tui::input::message::{ComparedSide, Message};
use crate::tui::input::when::When;
use crate::tui::outcome::{Destination, Outcome};
use crate::tui::pane::ladder_pane::PaneRow;
use crate::tui::pane::open_page::OpenPage;
use crate::tui::pane::panes::{Beside, Pane};
use crate::tui::shared::SharedState;
use crate::tui::target::Target;

/// A comparison, and the user's choices about it.
pub(crate) struct ComparisonView {
    sides: [Subject; 2],
    comparison: Comparison,
    choices: Choices,
    opened: OpenPage,
}

impl ComparisonView {
    pub(crate) fn new(
        comparer: &Comparer<'_>,
        sides: [Subject; 2],
        choices: Choices,
        opened: OpenPage,
    ) -> Self {
        Self { sides, comparison: comparer.compare(sides[0], sides[1]), choices, opened }
    }

    /// Changes to the next filter.
    fn next_only(&mut self, around: &Surroundings<'_>) -> Outcome {
        let only = self.choices.filter.only.next();
        self.choices.filter.only = only;
        let entry = self.opened.reader.entry();
        reading::lay_out_at_topic(self, entry, around);
        Outcome::Say(self.only_words().unwrap_or_else(|| "all items".to_owned()))
    }

    /// The filter in words; `None` if all items are shown.
    fn only_words(&self) -> Option<String> {
        let names = self.comparison.labels();
        self.choices.filter.only.words(names.each_ref().map(String::as_str))
    }

    /// The folded topics. If the user has not chosen, unchanged topics are folded if the roles are nearly
    /// equal.
    fn folds(&self) -> Folds<'_> {
        self.choices.folds(self.comparison.is_nearly_equal())
    }

    /// Changes to the next layout of the two sides, and keeps the place.
    fn next_layout(&mut self, around: &Surroundings<'_>) -> Outcome {
        self.choices.layout = self.choices.layout.next();
        self.lay_out_again(around);
        Outcome::Say(format!("layout: {}", self.choices.layout.name()))
    }

    fn toggle_fold_same(&mut self, around: &Surroundings<'_>) -> Outcome {
        let hidden = self.choices.filter.only != Only::All;
        if hidden || !self.comparison.topics.iter().any(Folds::has_foldable) {
            self.choices.folded_alone.clear();
            return Outcome::Say("no unchanged topic to fold".to_owned());
        }
        let folded = !self.folds().all;
        self.choices.filter.fold_same = Some(folded);
        let what = if folded { "folded" } else { "unfolded" };
        self.choices.folded_alone.clear();
        let entry = self.opened.reader.entry();
        reading::lay_out_at_topic(self, entry, around);
        Outcome::Say(format!("unchanged topics {what}"))
    }

    /// Folds or unfolds the topic at the top of the document, or the group at the end if it is current or in
    /// view.
    fn fold_topic(&mut self, around: &Surroundings<'_>) -> Outcome {
        if self.opened.is_at_rest(around.focus) {
            return self.toggle_rest(around);
        }
        if around.focus != Pane::Document {
            return Outcome::Pass;
        }
        let entry = self.opened.reader.entry();
        let found = self.opened.entries().get(entry);
        let same = found.filter(|it| it.kind == Some((Kind::Same, 0))).map(|it| it.spots);
        let before = self.opened.page().height();
        if let Some(spots) = same {
            self.choices.toggle_alone(spots);
            reading::lay_out_at_topic(self, entry, around);
        }
        match self.opened.page().height() == before {
            true if self.opened.shows_rest(None) => self.toggle_rest(around),
            true => Outcome::Pass,
            false => Outcome::Stay,
        }
    }

    fn toggle_rest(&mut self, around: &Surroundings<'_>) -> Outcome {
        self.choices.filter.opens_rest = !self.choices.filter.opens_rest;
        reading::lay_out_at_rest(self, around)
    }

    /// Moves one side up or down the ladder; the other stays.
    fn step_side(&self, side: ComparedSide, steps: isize, ladder: &Ladder) -> Outcome {
        let [left, right] = self.sides;
        let (moving, staying) = match side {
            ComparedSide::Left => (left, right),
            ComparedSide::Right => (right, left),
        };
        let Subject::Role(role) = moving else {
            let name = ladder.label(moving);
            return Outcome::Say(format!("{name} has no rungs: it is known only from tables"));
        };
        // A role compared with itself shows nothing: step over it, or stop before it at the end.
        let other = |steps| {
            let next = ladder.rung(role, steps).map(Subject::Role);
            next.filter(|next| *next != staying && *next != moving)
        };
        let one = steps.signum();
        let next = other(steps).or_else(|| other(steps + one)).or_else(|| other(steps - one));
        match (next, side) {
            (Some(next), ComparedSide::Left) => exchange(next, staying),
            (Some(next), ComparedSide::Right) => exchange(staying, next),
            (None, _) => Outcome::Say(end_of_track(ladder, role, steps)),
        }
    }
}

fn exchange(left: Subject, right: Subject) -> Outcome {
    Outcome::Go(Destination::Exchange(Target::Comparison(left, right)))
}

impl Show for ComparisonView {
    fn opened(&self) -> &OpenPage {
        &self.opened
    }

    fn opened_mut(&mut self) -> &mut OpenPage {
        &mut self.opened
    }

    fn target(&self) -> Target {
        Target::Comparison(self.sides[0], self.sides[1])
    }

    fn when(&self) -> When {
        When::Comparing
    }

    fn beside(&self) -> Beside {
        Beside::Outline
    }

    fn lay_out(&self, around: &Surroundings<'_>) -> Page {
        let options = ComparisonOptions {
            only: self.choices.filter.only,
            layout: self.choices.layout,
            folds: self.folds(),
            ..ComparisonOptions::new(around.width(), around.shared.glyphs())
        };
        lay_out_comparison(&self.comparison, options)
    }

    fn speech(&self, _shared: &SharedState) -> Speech {
        let [left, right] = self.comparison.labels();
        let place = format!("Comparison of {left} and {right}.");
        let only = self.choices.filter.only;
        let report = ComparisonReport::new(&self.comparison, only, self.folds());
        speak_comparison(&report, place).filtered(self.only_words())
    }

    fn title(&self, _ladder: &Ladder) -> String {
        let only = self.only_words().map_or(String::new(), |words| format!(", {words}"));
        let how = match self.choices.layout {
            Sides::Beside => String::new(),
            layout => format!(", {}", layout.name()),
        };
        let [left, right] = self.comparison.labels();
        format!("{left} | {right}{how}{only}")
    }

    fn outline_title(&self) -> &'static str {
        "Topics"
    }

    fn path(&self, ladder: &Ladder, _focus: Pane) -> Vec<String> {
        let mut path = Vec::new();
        if let Subject::Role(role) = self.sides[0] {
            path.push(ladder.track(ladder.role(role).track).title.clone());
        }
        let [left, right] = self.comparison.labels();
        path.push(format!("{left} and {right}"));
        path.extend(section_read(&self.opened));
        path
    }

    fn subject(&self, _focus: Pane) -> Option<Subject> {
        Some(self.sides[0])
    }

    fn subjects(&self, _focus: Pane) -> Vec<Subject> {
        self.sides.to_vec()
    }

    fn row(&self) -> Option<PaneRow> {
        Some(match self.sides[0] {
            Subject::Role(role) => PaneRow::Role(role),
            Subject::Counterpart(id) => PaneRow::Counterpart(id),
        })
    }

    fn track(&self, ladder: &Ladder) -> Option<TrackId> {
        match (self.sides[0], self.sides[1]) {
            (Subject::Counterpart(_), right @ Subject::Role(_)) => track_of(ladder, right),
            (left, _) => track_of(ladder, left),
        }
    }

    fn thread(&self, _ladder: &Ladder, levels: &Levels, entry: usize) -> Option<Thread> {
        let entry = self.opened.entries().get(entry).filter(|entry| entry.depth > 0)?;
        let mut spots = entry.spots.into_iter().flatten();
        spots.find_map(|(document, line)| levels.topic_at(document, line))
    }

    fn arrive(&mut self, _around: &Surroundings<'_>) {
        // If the roles are nearly equal, the first difference is what the user looks for.
        if self.comparison.is_nearly_equal() {
            self.opened.reader.differences(1);
            self.opened.follow();
        }
    }

    fn status(&self, _shared: &SharedState) -> Option<(String, bool)> {
        Some((self.opened.reader.difference_words(), false))
    }

    fn counts(&self, _ladder: &Ladder) -> Option<Vec<String>> {
        let names = self.comparison.labels();
        let names = names.each_ref().map(String::as_str);
        let phrase = |it: KindCount| format!("{}{}", it.kind.sign(), it.phrase(names));
        Some(KindCount::told(&self.comparison).map(phrase).collect())
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
        Outcome::Go(Destination::Out(self.sides[0]))
    }

    fn update(&mut self, message: &Message, around: &Surroundings<'_>) -> Outcome {
        let times = around.times();
        match *message {
            Message::Only => self.next_only(around),
            Message::Layout => self.next_layout(around),
            Message::FoldSame => self.toggle_fold_same(around),
            Message::Fold => self.fold_topic(around),
            Message::Differences(steps) => reading::differences(self, steps * times),
            Message::Matches(steps) if !reading::is_searched(self) => {
                reading::differences(self, steps * times)
            }
            Message::Step(side, steps) => {
                self.step_side(side, steps * times, &around.shared.ladder)
            }
            Message::Swap => {
                let [left, right] = self.sides;
                Outcome::Go(Destination::Swapped(Target::Comparison(right, left)))
            }
            _ => Outcome::Pass,
        }
    }
}
