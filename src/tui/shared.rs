//! What all views and layers look at: the ladder, what is wrong with it, the signs to draw with.

use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

use super::input::message::Effect;
use super::session::{Find, Findings, LoadOlder, OlderVersion};
use crate::compare::{
    Comparer, Lens, Levels, NamedLadder, align_levels_by, changes, track_subjects,
};
use crate::finding::Finding;
use crate::model::{Ladder, TrackId};
use crate::page::Glyphs;
use crate::report::{LadderChanges, NOW, VersionsReport};

/// What is the same for every view.
pub(crate) struct SharedState {
    pub(crate) ladder: Arc<Ladder>,
    /// What is wrong with the ladder, as far as it is known.
    pub(crate) findings: Vec<Finding>,
    /// Who is still to find it.
    pub(crate) sought: Option<Arc<Find>>,
    /// Why the ladder could not be read again, where that is so: what is shown is as it was before.
    pub(crate) unread: Option<String>,
    /// How often the ladder was read: findings of an earlier reading come too late.
    pub(crate) generation: usize,
    /// Whether the ladder has files to edit.
    pub(crate) can_edit: bool,
    pub(crate) glyphs: Glyphs,
    /// What comparing has read of the ladder.
    lens: Arc<Lens>,
    /// The levels of the track that was aligned last.
    levels: Option<(TrackId, Rc<Levels>)>,
    /// The older version that the ladder is compared with.
    pub(crate) past: PastLadder,
}

/// The older version of the ladder, from asking for it on.
#[derive(Default)]
pub(crate) struct PastLadder {
    /// How one is loaded; `None` where there can be none.
    pub(crate) load: Option<Arc<LoadOlder>>,
    /// The name of the one that is being loaded.
    pub(crate) awaited: Option<String>,
    /// The one that has been loaded, until it is shown.
    pub(crate) loaded: Option<OlderVersion>,
    /// The one that is shown.
    shown: Option<OlderVersion>,
    /// What changed since that one.
    changes: Option<Rc<LadderChanges>>,
}

impl PastLadder {
    /// Takes an older version, unless another was asked for since; or says why it could not be loaded.
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

    /// What changed since the older version that is shown; found out once for as long as the ladder stays
    /// what it is.
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
        glyphs: Glyphs,
    ) -> Self {
        let (findings, sought) = findings.parts();
        let (generation, unread, lens, levels) = (0, None, Arc::default(), None);
        let past = PastLadder { load: older, ..PastLadder::default() };
        Self { ladder, findings, sought, unread, generation, can_edit, glyphs, lens, levels, past }
    }

    /// Compares the roles of the ladder, and reads each of them once for as long as it stays what it is.
    pub(crate) fn comparer(&self) -> Comparer<'_> {
        Comparer::with(&self.ladder, &self.lens)
    }

    /// Whether the ladder was checked, and nothing is wrong with it.
    pub(crate) fn is_faultless(&self) -> bool {
        self.sought.is_none() && self.findings.is_empty()
    }

    /// Takes what was found, unless it is of a ladder that was read anew since.
    pub(crate) fn found(&mut self, generation: usize, findings: Vec<Finding>) {
        if generation == self.generation {
            self.findings = findings;
            self.sought = None;
        }
    }

    /// The levels of a track, aligned; once for as long as the ladder stays what it is.
    pub(crate) fn levels(&mut self, track: TrackId) -> Rc<Levels> {
        match &self.levels {
            Some((of, levels)) if *of == track => Rc::clone(levels),
            _ => {
                let subjects = track_subjects(&self.ladder, track);
                let levels = Rc::new(align_levels_by(&self.comparer(), &subjects));
                self.levels = Some((track, Rc::clone(&levels)));
                levels
            }
        }
    }

    /// What changed since the older version that was asked for last.
    pub(crate) fn changes(&mut self) -> Option<Rc<LadderChanges>> {
        self.past.changes(&self.ladder)
    }

    /// Takes over another ladder; returns the one that was.
    pub(crate) fn reload(&mut self, ladder: Arc<Ladder>, findings: Findings) -> Arc<Ladder> {
        self.levels = None;
        self.past.changes = None;
        self.lens = Arc::default();
        self.generation += 1;
        self.unread = None;
        (self.findings, self.sought) = findings.parts();
        std::mem::replace(&mut self.ladder, ladder)
    }

    /// Asks for the editor on a file, or says why there is none.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;

    #[test]
    fn findings_of_a_ladder_that_was_read_anew_come_too_late() {
        let found = || vec![Finding::new(Severity::Warning, "filler", "a.md", "late")];
        let sought = || Findings::Sought(Arc::new(Vec::new));
        let mut shared = SharedState::new(Arc::default(), sought(), false, None, Glyphs::Ascii);
        shared.reload(Arc::default(), sought());
        shared.found(0, found());
        assert!(shared.findings.is_empty() && shared.sought.is_some());
        shared.found(1, found());
        assert!(shared.findings.len() == 1 && shared.sought.is_none());
    }
}
