//! Comparing: choosing the other role, swapping, stepping, only the differences.

use super::app::{App, Layer, Shown};
use super::message::{Pane, Side};
use super::outline::Outline;
use super::picker::{Entry, Picker, Source, Target};
use crate::compare::Kind;
use crate::model::{CounterpartId, Ladder, RoleId, Subject};
use crate::naming::Labels;
use crate::page::{Folds, Headings};
use crate::search;

impl App {
    /// Asks which role to compare with.
    pub(crate) fn open_compare(&mut self) {
        let Some(left) = self.subject() else {
            self.notice = Some("choose a role first: a page cannot be compared".to_owned());
            return;
        };
        let entries = others(&self.ladder, left);
        if entries.is_empty() {
            let name = self.ladder.label(left);
            self.notice = Some(format!("there is nothing to compare {name} with"));
            return;
        }
        self.layer = Some(Layer::Picker(Picker::new("Compare with", Source::Fuzzy, entries)));
    }

    /// Shows the role on the left beside another.
    pub(crate) fn compare_with(&mut self, right: Subject) {
        let Some(left) = self.subject() else { return };
        self.set_focus(Pane::Document);
        self.visit(Shown::Comparison(left, right), false);
    }

    /// Back to where one was, from what is no document.
    pub(crate) fn leave(&mut self) {
        if !self.step_history(-1) {
            self.load(Shown::first(&self.ladder));
        }
    }

    /// To the overview or trace that it was opened from, else to the left role.
    pub(crate) fn leave_comparison(&mut self) {
        let from = self.history.back_to(|stop| !matches!(stop.shown, Shown::Comparison(..)));
        if let Some((steps, stop)) = from
            && matches!(stop.shown, Shown::Overview(_) | Shown::Trace(..))
        {
            self.step_history(steps);
            return;
        }
        if let Some(left) = self.subject() {
            self.go_to_subject(left);
        }
    }

    pub(crate) fn swap(&mut self) {
        let Shown::Comparison(left, right) = self.shown else { return };
        let (outline, place) = (self.page().outline.clone(), self.reader.difference_place());
        self.exchange(Shown::Comparison(right, left));
        // The texts may follow another order now: what differs nearest to where one was.
        if let Some((entry, below)) = place {
            self.stay_at(&outline, entry);
            self.reader.nearest_difference(self.reader.top() + below);
            self.follow_reader();
        }
    }

    pub(crate) fn toggle_only_differences(&mut self) {
        self.only_differences = !self.only_differences;
        self.lay_out_at_topic(self.reader.entry());
        let what = if self.only_differences { "only the differences" } else { "everything" };
        self.notice = Some(format!("showing {what}"));
    }

    /// Lays the page out anew where lines come and go: the topic is what one stays at.
    fn lay_out_at_topic(&mut self, entry: usize) {
        let before = self.page().outline.clone();
        self.lay_out_again();
        self.outline = Outline::new(&self.reader.page().outline, true);
        self.stay_at(&before, entry);
    }

    /// The next layout of the two sides. The texts stay the same, and so does the place.
    pub(crate) fn next_layout(&mut self) {
        self.layout = self.layout.next();
        self.lay_out_again();
        self.follow_reader();
        self.notice = Some(format!("the two sides {}", self.layout.name()));
    }

    /// Which topics are folded.
    pub(crate) fn folds(&self) -> Folds<'_> {
        Folds { all: self.fold_same, except: &self.folded_alone }
    }

    pub(crate) fn toggle_fold_same(&mut self) {
        let before = (self.reader.clone(), self.outline.clone());
        self.fold_same = !self.fold_same;
        self.folded_alone.clear();
        self.lay_out_at_topic(self.reader.entry());
        if self.page().lines == before.0.page().lines {
            self.fold_same = !self.fold_same;
            (self.reader, self.outline) = before;
            self.notice = Some("no topic here is the same on both sides".to_owned());
            return;
        }
        let what = if self.fold_same { "folded" } else { "unfolded" };
        self.notice = Some(format!("what is the same is {what}"));
    }

    /// Folds or unfolds the topic of an entry. Says whether it is one that can be.
    pub(crate) fn fold_topic(&mut self, entry: usize) -> bool {
        let Some(found) = self.page().outline.get(entry) else { return false };
        if !self.comparing() || found.kind != Some((Kind::Same, 0)) {
            return false;
        }
        let [left, right] = found.spots;
        let before = self.page().lines.len();
        let same = |alone: &Headings| [[left, right], [right, left]].contains(alone);
        match self.folded_alone.iter().position(same) {
            Some(at) => drop(self.folded_alone.remove(at)),
            None => self.folded_alone.push([left, right]),
        }
        self.lay_out_at_topic(entry);
        self.page().lines.len() != before
    }

    /// Moves one side up or down the ladder; the other stays.
    pub(crate) fn step_side(&mut self, side: Side, steps: isize) {
        let Shown::Comparison(left, right) = self.shown else { return };
        let (moving, staying) = match side {
            Side::Left => (left, right),
            Side::Right => (right, left),
        };
        let Subject::Role(role) = moving else {
            let name = self.ladder.label(moving);
            self.notice = Some(format!("{name} is known only from tables and has no rungs"));
            return;
        };
        // A role beside itself shows nothing: step over it, or stop before it at the end.
        let other = |steps| {
            let next = self.ladder.rung(role, steps).map(Subject::Role);
            next.filter(|next| *next != staying && *next != moving)
        };
        let one = steps.signum();
        match other(steps).or_else(|| other(steps + one)).or_else(|| other(steps - one)) {
            Some(next) => self.exchange(match side {
                Side::Left => Shown::Comparison(next, staying),
                Side::Right => Shown::Comparison(staying, next),
            }),
            None => self.notice = Some(self.end_of_track(role, steps)),
        }
    }

    /// Goes to another difference.
    pub(crate) fn differences(&mut self, steps: isize) {
        let moved = self.reader.differences(steps);
        self.follow_reader();
        if !moved {
            let end = if steps > 0 { "nothing differs below" } else { "nothing differs above" };
            self.notice = Some(end.to_owned());
        }
    }
}

/// Whom a role can be compared with: the next rung, the counterparts its own tables know, the rung
/// below, then everyone else in ladder order.
pub(crate) fn others(ladder: &Ladder, left: Subject) -> Vec<Entry> {
    let mut order: Vec<(Subject, &str)> = Vec::new();
    if let Subject::Role(role) = left {
        order.extend(ladder.rung(role, 1).map(|role| (Subject::Role(role), "next rung")));
        let known = ladder.counterparts.iter().enumerate();
        let known = known.filter(|(_, c)| c.known_from.iter().any(|from| from.role == role));
        order.extend(
            known.map(|(i, _)| (Subject::Counterpart(CounterpartId(i)), "known from its tables")),
        );
        order.extend(ladder.rung(role, -1).map(|role| (Subject::Role(role), "rung below")));
    }
    if let Subject::Counterpart(id) = left {
        let known = ladder.counterpart(id).known_from.iter();
        order.extend(known.map(|from| (Subject::Role(from.role), "knows it")));
    }
    let roles = ladder.tracks.iter().flat_map(|track| {
        track.roles.iter().map(|role: &RoleId| (Subject::Role(*role), track.title.as_str()))
    });
    let counterparts = (0..ladder.counterparts.len())
        .map(|i| (Subject::Counterpart(CounterpartId(i)), "known from tables"));
    order.extend(roles.chain(counterparts));
    let mut seen = vec![left];
    order.retain(|(subject, _)| {
        let new = !seen.contains(subject);
        seen.push(*subject);
        new
    });
    let labels = Labels::new(ladder);
    let entry = |(subject, detail): (Subject, &str)| {
        let name = search::full_name(ladder, &labels, subject);
        let track = match subject {
            Subject::Role(role) => &ladder.track(ladder.role(role).track).title,
            Subject::Counterpart(_) => "",
        };
        Entry::new(name, detail.to_owned(), Target::Compare(subject)).of_track(track)
    };
    order.into_iter().map(entry).collect()
}
