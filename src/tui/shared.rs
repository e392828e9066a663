//! The state that all views and layers read: the ladder, its findings, the signs to draw with.

use std::collections::HashMap;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::input::message::{Effect, Leading};
use super::pane::list_widths::ListWidths;
use super::session::{Find, Findings, LoadOlder, OlderVersion, Preferences, SavedPlaces, Session};
use crate::compare::{
    Comparer, Lens, Levels, NamedLadder, TopicAlias, align_levels_by, changes, track_subjects,
};
use crate::finding::Finding;
use crate::model::{DocumentId, Ladder, TrackId};
use crate::page::Glyphs;
use crate::report::{LadderChanges, MentionedTopics, NOW, Reread, VersionsReport};

/// The state that is the same for every view.
pub(crate) struct SharedState {
    pub(crate) ladder: Arc<Ladder>,
    /// The findings that are known.
    pub(crate) findings: Vec<Finding>,
    /// The check that is still to run.
    pub(crate) sought: Option<Arc<Find>>,
    /// The reading in the background, until it ends: the ladder shown has only the names of its documents.
    pub(crate) reading: Option<ArrivingLadder>,
    /// A ladder that was read again, until it can be shown.
    pub(crate) reread: Option<Box<RereadLadder>>,
    /// What the ladder has that it did not have before it was read again.
    pub(crate) fresh: Reread,
    /// Why the ladder could not be read again, if so: the ladder shown is the old one.
    pub(crate) unread: Option<String>,
    /// How often the ladder was read: findings of an earlier generation are dropped.
    pub(crate) generation: usize,
    /// How wide the lists of the ladder are.
    pub(crate) widths: ListWidths,
    /// Whether the ladder has files to edit.
    pub(crate) can_edit: bool,
    /// How the program looks, and which keys it has.
    pub(crate) preferences: Preferences,
    /// The ladder prepared for comparing.
    lens: Arc<Lens>,
    /// The levels of the tracks that were aligned.
    levels: HashMap<TrackId, Rc<Levels>>,
    /// The topics that the tracks mention, once they were counted.
    topics: Option<Rc<MentionedTopics>>,
    /// The last place of the time before, until it is restored; and the bookmarks.
    pub(crate) places: SavedPlaces,
    /// The external link that was followed last.
    pub(crate) outside: Option<String>,
    /// What waits for a job, until the next key.
    pub(crate) waiting: Option<Waiting>,
    /// How often the ladder was searched: an earlier search ends.
    searches: Arc<AtomicUsize>,
    /// The older version that the ladder is compared with.
    pub(crate) past: PastLadder,
}

/// A ladder that is still being read.
#[derive(Default)]
pub(crate) struct ArrivingLadder {
    /// How far it is, in words.
    pub(crate) progress: String,
    /// Whether the user has done anything meanwhile.
    pub(crate) is_used: bool,
    /// The session with the ladder, once it is read.
    pub(crate) session: Option<Box<Session>>,
}

/// A ladder that was read again.
pub(crate) struct RereadLadder {
    pub(crate) ladder: Arc<Ladder>,
    pub(crate) findings: Findings,
    /// What differs.
    pub(crate) fresh: Reread,
    /// Whether the user asked for it.
    pub(crate) is_asked: bool,
}

/// What waits for a job.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Waiting {
    /// The list of places and commands.
    Places(Leading),
    /// The trace of the section at the cursor, or the list of topics.
    Trace,
    /// The overview.
    Overview,
    /// The trace of a topic with several names.
    Topic(TrackId, TopicAlias),
    /// The trace of the topic on a line of a document.
    TopicAt(TrackId, DocumentId, usize),
}

impl Waiting {
    /// What the user waits for, in words.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Places(_) => "listing the places",
            Self::Trace | Self::Topic(..) | Self::TopicAt(..) => "preparing the trace",
            Self::Overview => "preparing the overview",
        }
    }
}

/// The older version of the ladder, from the request on.
#[derive(Default)]
pub(crate) struct PastLadder {
    /// How a version is loaded; `None` if there can be none.
    pub(crate) load: Option<Arc<LoadOlder>>,
    /// The name of the version that is being loaded.
    pub(crate) awaited: Option<String>,
    /// The loaded version, until it is shown.
    pub(crate) loaded: Option<OlderVersion>,
    /// The version that is shown.
    shown: Option<OlderVersion>,
    /// The changes since that version.
    changes: Option<Rc<LadderChanges>>,
}

impl PastLadder {
    /// Takes a loaded version, unless the user has asked for another; or says why it could not be loaded.
    pub(crate) fn take(
        &mut self,
        name: &str,
        loaded: Result<OlderVersion, String>,
    ) -> Result<(), String> {
        if self.awaited.take_if(|awaited| awaited == name).is_some() {
            self.loaded = Some(loaded?);
        }
        Ok(())
    }

    /// Shows another older version.
    pub(crate) fn show(&mut self, older: OlderVersion) {
        (self.shown, self.changes) = (Some(older), None);
    }

    /// The changes since the version that is shown, computed once until the ladder is read again.
    fn changes(&mut self, now: &Ladder) -> Option<Rc<LadderChanges>> {
        let OlderVersion { ladder, name, is_revision, remark: _ } = self.shown.as_ref()?;
        let find = || {
            let then = NamedLadder { ladder, name };
            Rc::new(
                VersionsReport {
                    title: VersionsReport::title(&now.name, name, *is_revision),
                    version: name,
                    commit: None,
                    changes: changes(then, NamedLadder { ladder: now, name: NOW }),
                    roots: [PathBuf::new(), PathBuf::new()],
                }
                .kept(),
            )
        };
        Some(Rc::clone(self.changes.get_or_insert_with(find)))
    }
}

impl SharedState {
    pub(crate) fn new(
        ladder: Arc<Ladder>,
        findings: Findings,
        can_edit: bool,
        older: Option<Arc<LoadOlder>>,
        preferences: Preferences,
    ) -> Self {
        let (findings, sought) = findings.parts();
        let (generation, reading, unread, lens) = (0, None, None, Arc::default());
        let (levels, searches) = (HashMap::new(), Arc::default());
        let widths = ListWidths::of(&ladder);
        let past = PastLadder { load: older, ..PastLadder::default() };
        Self {
            ladder,
            findings,
            sought,
            reading,
            reread: None,
            fresh: Reread::default(),
            unread,
            generation,
            widths,
            can_edit,
            preferences,
            lens,
            levels,
            topics: None,
            places: SavedPlaces::default(),
            outside: None,
            waiting: None,
            searches,
            past,
        }
    }

    /// The signs to draw with.
    pub(crate) fn glyphs(&self) -> Glyphs {
        self.preferences.glyphs
    }

    /// A comparer for the roles of the ladder, which prepares each role once until the ladder is read again.
    pub(crate) fn comparer(&self) -> Comparer<'_> {
        Comparer::with(&self.ladder, &self.lens)
    }

    /// Whether the check has ended without a finding.
    pub(crate) fn is_faultless(&self) -> bool {
        self.sought.is_none() && self.findings.is_empty()
    }

    /// Takes the findings of the check, unless the ladder was read again meanwhile.
    pub(crate) fn found(&mut self, generation: usize, findings: Vec<Finding>) {
        if generation == self.generation {
            self.findings = findings;
            self.sought = None;
        }
    }

    /// The aligned levels of a track, computed once until the ladder is read again.
    pub(crate) fn levels(&mut self, track: TrackId) -> Rc<Levels> {
        if let Some(levels) = self.levels.get(&track) {
            return Rc::clone(levels);
        }
        let levels = Rc::new(aligned(&self.ladder, &self.lens, track));
        self.levels.insert(track, Rc::clone(&levels));
        levels
    }

    /// The aligned levels of a track if they are known. Otherwise a job must align them, for what waits then.
    pub(crate) fn levels_for(&mut self, track: TrackId, waiting: Waiting) -> Option<Rc<Levels>> {
        let levels = self.levels.get(&track).cloned();
        self.waiting = levels.is_none().then_some(waiting);
        levels
    }

    /// The topics that the tracks mention, likewise.
    pub(crate) fn topics_for(&mut self, waiting: Waiting) -> Option<Rc<MentionedTopics>> {
        self.waiting = self.topics.is_none().then_some(waiting);
        self.topics.clone()
    }

    /// Takes the levels that a job aligned, unless the ladder was read again meanwhile.
    pub(crate) fn take_levels(&mut self, generation: usize, track: TrackId, levels: Levels) {
        if generation == self.generation {
            self.levels.insert(track, Rc::new(levels));
        }
    }

    /// Takes the topics that a job counted, likewise.
    pub(crate) fn take_topics(&mut self, generation: usize, topics: MentionedTopics) {
        if generation == self.generation {
            self.topics = Some(Rc::new(topics));
        }
    }

    /// What aligns the levels of a track in another thread.
    pub(crate) fn aligning(
        &self,
        track: TrackId,
    ) -> impl FnOnce() -> Levels + Send + 'static + use<> {
        let (ladder, lens) = (Arc::clone(&self.ladder), Arc::clone(&self.lens));
        move || aligned(&ladder, &lens, track)
    }

    /// Begins a search of the ladder. Returns whether it is still the last one, whenever that is asked.
    pub(crate) fn begin_search(&self) -> impl Fn() -> bool + Send + Sync + 'static + use<> {
        let searches = Arc::clone(&self.searches);
        let number = searches.fetch_add(1, Ordering::Relaxed) + 1;
        move || searches.load(Ordering::Relaxed) == number
    }

    /// The changes since the version that was requested last.
    pub(crate) fn changes(&mut self) -> Option<Rc<LadderChanges>> {
        self.past.changes(&self.ladder)
    }

    /// Replaces the ladder; returns the old ladder.
    pub(crate) fn reload(&mut self, ladder: Arc<Ladder>, findings: Findings) -> Arc<Ladder> {
        self.levels.clear();
        self.topics = None;
        self.past.changes = None;
        self.lens = Arc::default();
        self.generation += 1;
        (self.unread, self.fresh) = (None, Reread::default());
        (self.findings, self.sought) = findings.parts();
        self.widths = ListWidths::of(&ladder);
        std::mem::replace(&mut self.ladder, ladder)
    }

    /// The effect that opens a file in the editor, or why that is impossible.
    pub(crate) fn edit(&self, file: String, line: usize) -> Result<Effect, String> {
        match self.can_edit {
            true => Ok(Effect::Edit { file, line }),
            false => {
                Err("the built-in ladder cannot be edited: `rungs init DIR` writes a copy"
                    .to_owned())
            }
        }
    }
}

fn aligned(ladder: &Ladder, lens: &Arc<Lens>, track: TrackId) -> Levels {
    align_levels_by(&Comparer::with(ladder, lens), &track_subjects(ladder, track))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;

    #[test]
    fn findings_of_a_ladder_that_was_read_anew_come_too_late() {
        let found = || vec![Finding::new(Severity::Warning, "filler", "a.md", "late")];
        let sought =
            || Findings::Sought(Arc::new(|_: &(dyn Fn() -> bool + Sync)| Some(Vec::new())));
        let mut shared =
            SharedState::new(Arc::default(), sought(), false, None, Preferences::default());
        shared.reload(Arc::default(), sought());
        shared.found(0, found());
        assert!(shared.findings.is_empty() && shared.sought.is_some());
        shared.found(1, found());
        assert!(shared.findings.len() == 1 && shared.sought.is_none());
    }
}
