//! What all views and layers look at: the ladder, what is wrong with it, the signs to draw with.

use std::rc::Rc;
use std::sync::Arc;

use super::input::message::Effect;
use super::session::{Find, Findings};
use crate::compare::{Comparer, Lens, Levels, align_levels_by, track_subjects};
use crate::finding::Finding;
use crate::model::{Ladder, TrackId};
use crate::page::Glyphs;

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
}

impl SharedState {
    pub(crate) fn new(
        ladder: Arc<Ladder>,
        findings: Findings,
        can_edit: bool,
        glyphs: Glyphs,
    ) -> Self {
        let (findings, sought) = findings.parts();
        let (generation, unread, lens, levels) = (0, None, Arc::default(), None);
        Self { ladder, findings, sought, unread, generation, can_edit, glyphs, lens, levels }
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

    /// Takes over another ladder; returns the one that was.
    pub(crate) fn reload(&mut self, ladder: Arc<Ladder>, findings: Findings) -> Arc<Ladder> {
        self.levels = None;
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
                Err("the built-in ladder cannot be edited: rungs init writes it out".to_owned())
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
        let mut shared = SharedState::new(Arc::default(), sought(), false, Glyphs::Ascii);
        shared.reload(Arc::default(), sought());
        shared.found(0, found());
        assert!(shared.findings.is_empty() && shared.sought.is_some());
        shared.found(1, found());
        assert!(shared.findings.len() == 1 && shared.sought.is_none());
    }
}
