//! From a ladder to the same ladder after an edit: which document, text and topic corresponds to which.

use std::collections::HashMap;

use crate::compare::{Levels, Thread, align_levels, is_of_older, track_subjects};
use crate::model::{Anchor, CounterpartId, DocumentId, Ladder, Subject, TrackId};
use crate::page::{DocumentOptions, Glyphs, Headings, lay_out_anchored};
use crate::report::Traceable;
use crate::tui::pane::matrix::Cell;
use crate::tui::target::{Columns, Stop, Target};

/// The width at which documents are laid out to find their texts; every width gives the same texts.
const WIDTH: usize = 80;

/// The two ladders, and the correspondences found between them.
pub(crate) struct Moves<'a> {
    old: &'a Ladder,
    new: &'a Ladder,
    texts: HashMap<DocumentId, Texts>,
    levels: HashMap<TrackId, [Levels; 2]>,
}

/// The texts of a document before and after.
struct Texts {
    old: Vec<(Anchor, String)>,
    new: Vec<(Anchor, String)>,
}

impl<'a> Moves<'a> {
    pub(crate) fn new(old: &'a Ladder, new: &'a Ladder) -> Self {
        Self { old, new, texts: HashMap::new(), levels: HashMap::new() }
    }

    /// The same stop in the new ladder; `None` if its view is gone.
    pub(crate) fn stop(&mut self, stop: Stop) -> Option<Stop> {
        let target = self.target(stop.target)?;
        let position = stop.position.and_then(|it| it.moved(|anchor| self.anchor(anchor)));
        Some(Stop { target, position, ..stop })
    }

    /// The headings of a topic in the new ladder, if both are still there.
    pub(crate) fn headings(&mut self, headings: Headings) -> Option<Headings> {
        let mut moved = [None; 2];
        for (to, from) in moved.iter_mut().zip(headings) {
            if let Some((document, line)) = from {
                let anchor = self.anchor(Anchor::new(document, line, 0))?;
                *to = Some((anchor.document, anchor.line));
            }
        }
        Some(moved)
    }

    fn target(&mut self, target: Target) -> Option<Target> {
        Some(match target {
            Target::Document(id) => Target::Document(self.document(id)?),
            Target::Counterpart(id) => Target::of(self.subject(Subject::Counterpart(id))?),
            Target::Comparison(left, right) => {
                Target::Comparison(self.subject(left)?, self.subject(right)?)
            }
            Target::Levels(columns) => {
                let now = columns.subjects().into_iter().filter_map(|it| self.subject(it));
                match now.collect::<Vec<_>>()[..] {
                    [] => return None,
                    [only] => Target::of(only),
                    [left, right] => Target::Comparison(left, right),
                    ref several => Target::Levels(Columns::of(several)?),
                }
            }
            Target::Trace { track, traced, entry } => {
                let traced = match traced {
                    Traceable::Thread(thread) => Traceable::Thread(self.thread(track, thread)?),
                    Traceable::Alias(_) => traced,
                };
                let level = entry.checked_sub(1).and_then(|level| self.level(track, level));
                let entry = level.map_or(0, |level| level + 1);
                Target::Trace { track: self.track(track)?, traced, entry }
            }
            Target::Versions => target,
            Target::Overview { track, cell } => {
                let cell = cell.map(|cell| self.cell(track, cell));
                Target::Overview { track: self.track(track)?, cell }
            }
        })
    }

    /// Documents are found by file and title, then by file alone.
    fn document(&self, id: DocumentId) -> Option<DocumentId> {
        let was = self.old.document(id);
        let of_file = || self.new.documents().filter(|(_, document)| document.file == was.file);
        let same = of_file().find(|(_, document)| document.title == was.title);
        same.or_else(|| of_file().next()).map(|(id, _)| id)
    }

    fn subject(&self, subject: Subject) -> Option<Subject> {
        match subject {
            Subject::Role(role) => match self.document(DocumentId::Role(role))? {
                DocumentId::Role(role) => Some(Subject::Role(role)),
                DocumentId::Page(_) => None,
            },
            Subject::Counterpart(id) => {
                let name = &self.old.counterpart(id).name;
                let at = self.new.counterparts.iter().position(|it| it.name == *name)?;
                Some(Subject::Counterpart(CounterpartId(at)))
            }
        }
    }

    fn track(&self, track: TrackId) -> Option<TrackId> {
        let title = &self.old.track(track).title;
        self.new.tracks.iter().position(|track| track.title == *title).map(TrackId)
    }

    /// The levels of a track before and after.
    fn levels(&mut self, track: TrackId) -> Option<&[Levels; 2]> {
        if !self.levels.contains_key(&track) {
            let now = self.track(track)?;
            let levels = [(self.old, track), (self.new, now)]
                .map(|(ladder, track)| align_levels(ladder, &track_subjects(ladder, track)));
            self.levels.insert(track, levels);
        }
        self.levels.get(&track)
    }

    fn level(&mut self, track: TrackId, level: usize) -> Option<usize> {
        let subject = *self.levels(track)?[0].subjects.get(level)?;
        let now = self.subject(subject)?;
        self.levels(track)?[1].subjects.iter().position(|subject| *subject == now)
    }

    /// The topic or item that a level now has at the place of the old text.
    fn thread(&mut self, track: TrackId, thread: Thread) -> Option<Thread> {
        let [old, _] = self.levels(track)?;
        let spots = (0..old.subjects.len()).filter_map(|level| old.spot(thread, level));
        let spots: Vec<Anchor> = spots.map(|it| Anchor::new(it.document, it.line, 0)).collect();
        let is_row = thread.row.is_some();
        for spot in spots {
            let Some(now) = self.anchor(spot) else { continue };
            let [_, new] = self.levels(track)?;
            let says = |thread: &Thread| {
                let mut spots = (0..new.subjects.len()).filter_map(|at| new.spot(*thread, at));
                spots.any(|spot| (spot.document, spot.line) == (now.document, now.line))
            };
            let mut threads = new.threads().filter(|thread| thread.row.is_some() == is_row);
            if let Some(found) = threads.find(says) {
                return Some(found);
            }
        }
        None
    }

    fn cell(&mut self, track: TrackId, cell: Cell) -> Cell {
        Cell {
            thread: cell.thread.and_then(|thread| self.thread(track, thread)),
            level: cell.level.and_then(|level| self.level(track, level)),
        }
    }

    /// The new anchor of a text, or of the text in its place.
    fn anchor(&mut self, anchor: Anchor) -> Option<Anchor> {
        if is_of_older(anchor.document) {
            return Some(anchor);
        }
        let document = self.document(anchor.document)?;
        if !self.texts.contains_key(&anchor.document) {
            let texts =
                Texts { old: texts(self.old, anchor.document), new: texts(self.new, document) };
            self.texts.insert(anchor.document, texts);
        }
        let now = self.texts.get(&anchor.document)?.moved(anchor)?;
        Some(Anchor { part: anchor.part, ..now })
    }
}

/// The texts of a document in reading order.
fn texts(ladder: &Ladder, id: DocumentId) -> Vec<(Anchor, String)> {
    let options = DocumentOptions::new(WIDTH, Glyphs::Ascii);
    let page = lay_out_anchored(ladder.document(id), |_| Some(id), options);
    page.flows.into_iter().filter_map(|flow| Some((flow.anchor?, flow.text))).collect()
}

impl Texts {
    /// The new anchor of a text: of the same text, the nearest if there are several. If the text is gone: of
    /// the text at the same distance below the nearest earlier text that is still there.
    fn moved(&self, anchor: Anchor) -> Option<Anchor> {
        let above = self.old.iter().position(|(other, _)| other.line >= anchor.line);
        let above = above.unwrap_or(self.old.len());
        let on_line = self.old[above..].iter().take_while(|(it, _)| it.line == anchor.line);
        let part = on_line.clone().position(|(other, _)| other.part == anchor.part);
        let at = (above + part.unwrap_or(0)).min(self.old.len().checked_sub(1)?);
        let found = (0..=at).rev().find_map(|at| Some((at, self.same(at)?)));
        let (from, to) = found.unwrap_or((0, 0));
        let below = (at + 1..self.old.len()).find_map(|at| self.same(at));
        let last = below.filter(|below| *below > to).unwrap_or(self.new.len()).saturating_sub(1);
        self.new.get((to + at - from).min(last)).map(|(anchor, _)| *anchor)
    }

    /// The number of the equal text in the new ladder. If both ladders have the same number of equal texts,
    /// the one of the same rank; otherwise the nearest to the old place.
    fn same(&self, at: usize) -> Option<usize> {
        let text = &self.old[at].1;
        let all = |texts: &[(Anchor, String)]| -> Vec<usize> {
            (0..texts.len()).filter(|at| texts[*at].1 == *text).collect()
        };
        let (old, new) = (all(&self.old), all(&self.new));
        match old.iter().position(|same| *same == at).filter(|_| old.len() == new.len()) {
            Some(nth) => Some(new[nth]),
            None => new.into_iter().min_by_key(|now| now.abs_diff(at)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PageId;

    #[track_caller]
    fn check(old: &[&str], new: &[&str], line: usize, want: usize) {
        let document = DocumentId::Page(PageId(0));
        let texts = |texts: &[&str]| {
            let text =
                |(at, text): (usize, &&str)| (Anchor::new(document, at + 1, 0), (*text).to_owned());
            texts.iter().enumerate().map(text).collect()
        };
        let moved =
            Texts { old: texts(old), new: texts(new) }.moved(Anchor::new(document, line, 0));
        assert_eq!(moved.map(|anchor| anchor.line), Some(want), "{old:?} to {new:?}");
    }

    #[test]
    fn a_text_is_found_where_it_stands_now() {
        check(&["a", "b", "c"], &["a", "b", "c"], 2, 2);
        check(&["a", "b", "c"], &["new", "a", "b", "c"], 3, 4);
        check(&["a", "b", "a"], &["x", "a", "b", "a"], 3, 4);
    }

    #[test]
    fn a_text_that_is_gone_leads_to_what_stands_in_its_place() {
        check(&["a", "b", "c"], &["a", "changed", "c"], 2, 2);
        check(&["a", "b", "c"], &["new", "a", "changed", "c"], 2, 3);
        check(&["a", "b", "c"], &["a", "c"], 2, 1);
        check(&["a", "b", "c"], &["a"], 3, 1);
    }
}
