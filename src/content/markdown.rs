//! A document's Markdown as sections of blocks.

use crate::content::blocks;
use crate::content::diagnostic::Diagnostic;
use crate::content::sections::{self, Outline};
use crate::content::shortcodes;

/// Reads the text of a document whose first line has this number in its file. `is_titled` says that
/// it has a title elsewhere.
pub(crate) fn parse(
    file: &str,
    text: &str,
    first_line: usize,
    is_titled: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Outline {
    let text = shortcodes::rewrite(text);
    let parsed = blocks::parse(file, &text, first_line);
    diagnostics.extend(parsed.diagnostics);
    sections::assemble(parsed.pieces, is_titled)
}
