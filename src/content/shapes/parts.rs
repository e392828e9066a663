//! Sections of a document as those of a role in it.

use crate::model::Section;

/// Sections as outermost ones: their depths begin at 1 and go down one at a time.
pub(crate) fn rerooted<'a>(sections: impl Iterator<Item = &'a Section>) -> Vec<Section> {
    let mut around: Vec<usize> = Vec::new();
    sections
        .map(|section| {
            while around.last().is_some_and(|depth| *depth >= section.depth) {
                around.pop();
            }
            around.push(section.depth);
            Section { depth: around.len(), ..section.clone() }
        })
        .collect()
}
