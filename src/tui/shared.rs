//! What all views and layers look at: the ladder, what is wrong with it, the signs to draw with.

use std::rc::Rc;
use std::sync::Arc;

use super::input::message::Effect;
use crate::compare::{Comparer, Lens, Levels, align_levels_by, track_subjects};
use crate::diagnostic::Diagnostic;
use crate::model::{Ladder, TrackId};
use crate::page::Glyphs;

/// What is the same for every view.
pub(crate) struct SharedState {
    pub(crate) ladder: Ladder,
    /// What is wrong with the ladder.
    pub(crate) findings: Vec<Diagnostic>,
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
        ladder: Ladder,
        findings: Vec<Diagnostic>,
        can_edit: bool,
        glyphs: Glyphs,
    ) -> Self {
        Self { ladder, findings, can_edit, glyphs, lens: Arc::default(), levels: None }
    }

    /// Compares the roles of the ladder, and reads each of them once for as long as it stays what it is.
    pub(crate) fn comparer(&self) -> Comparer<'_> {
        Comparer::with(&self.ladder, &self.lens)
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
    pub(crate) fn reload(&mut self, ladder: Ladder, findings: Vec<Diagnostic>) -> Ladder {
        self.levels = None;
        self.lens = Arc::default();
        self.findings = findings;
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
