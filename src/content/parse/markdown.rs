//! The Markdown of a document as sections of blocks.

use std::borrow::Cow;

use crate::content::parse::components;
use crate::content::parse::components::shortcodes;
use crate::content::parse::text::sections::{self, DocumentText};
use crate::content::source::lines::LineStarts;
use crate::finding::Finding;

pub(crate) mod alerts;
pub(crate) mod blocks;
pub(crate) mod definitions;
pub(crate) mod pipe_table;

/// Reads the text of a document whose first line has this number in its file. `is_titled` means that
/// its title comes from elsewhere.
pub(crate) fn parse(
    file: &str,
    text: &str,
    first_line: usize,
    is_titled: bool,
    findings: &mut Vec<Finding>,
) -> DocumentText {
    let text = shortcodes::rewrite(text);
    let (text, origins) = match components::rewrite(&text) {
        Some(rewritten) => (Cow::Owned(rewritten.text), rewritten.origins),
        None => (text, Vec::new()),
    };
    let lines = LineStarts::new(&text, first_line).with_origins(origins);
    let parsed = blocks::parse(file, &text, lines);
    findings.extend(parsed.findings);
    sections::assemble(parsed.pieces, is_titled)
}
