//! How wide the lists beside the document are if every row is shown whole.

use crate::model::{Document, Ladder, Section};
use crate::page::width;

/// Of a large ladder only so many outlines are measured: the width must not wait for all of them.
const MEASURED: usize = 200;

/// Columns before the label of a row: the sign of a change, the icon, a space.
const MARKER: usize = 4;

/// Columns before a heading: its fold sign and a space.
const FOLD: usize = 2;

/// The columns inside the frames of the lists. They depend on the whole ladder, so that no list changes its
/// width while one moves through it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct ListWidths {
    pub(crate) ladder: usize,
    pub(crate) outline: usize,
}

impl ListWidths {
    pub(crate) fn of(ladder: &Ladder) -> Self {
        let roles = ladder.roles.iter().map(|role| {
            let label = &role.document.label;
            let level = role.level.as_deref().filter(|level| !label.contains(level));
            MARKER + width(label) + level.map_or(0, |level| width(level) + 1)
        });
        let pages = ladder.pages.iter().map(|page| MARKER + width(&page.label));
        let counterparts = ladder.counterparts.iter().map(|it| MARKER + width(&it.name));
        let headings = ladder.tracks.iter().map(|track| FOLD + width(&track.title));
        // The name of the ladder is in the frame, with a space on both sides.
        let name = width(&ladder.name).saturating_sub(1);
        let outlines = ladder.documents().take(MEASURED).map(|(_, document)| outline(document));
        Self {
            ladder: roles
                .chain(pages)
                .chain(counterparts)
                .chain(headings)
                .max()
                .map_or(name, |most| most.max(name)),
            outline: outlines.max().unwrap_or(0),
        }
    }
}

/// The columns of the outline of a document. The level of a heading counts from the outermost one.
fn outline(document: &Document) -> usize {
    let heading = |section: &Section| {
        2 * section.depth.saturating_sub(1) + FOLD + width(section.title.as_str())
    };
    let headings = document.sections.iter().map(heading);
    headings.chain([width(&document.title)]).max().unwrap_or(0)
}
