//! Every table of a document, to be changed in place.

use crate::model::{Block, Document, StepMut, Table};

/// Calls a function with each table of a document.
pub(crate) fn tables_mut(document: &mut Document, change: &mut impl FnMut(&mut Table)) {
    document.walk_mut(&mut |step| {
        if let StepMut::Block(Block::Table(table)) = step {
            change(table);
        }
    });
}
