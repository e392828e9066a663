//! The outermost parts of a document in reading order, before they are put into sections.

use unicode_segmentation::UnicodeSegmentation;

use crate::model::{Block, Item, List, Paragraph, Row, Table, Text};

/// A heading or a block at the outermost depth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ParsedPiece {
    /// A heading of a level, 1 to 6, with the anchor that its author set.
    Heading { level: u8, text: Text, line: usize, anchor: Option<String> },
    /// A paragraph that is only bold.
    Bold { text: Text, line: usize },
    /// Anything else.
    Block(Block),
}

impl ParsedPiece {
    /// The line where it begins.
    pub(crate) fn line(&self) -> usize {
        match self {
            Self::Heading { line, .. } | Self::Bold { line, .. } => *line,
            Self::Block(block) => block.line(),
        }
    }

    /// The piece as a block, where headings are not allowed: inside lists, quotes and cells.
    pub(crate) fn into_block(self) -> Block {
        match self {
            Self::Heading { mut text, line, .. } => {
                text.embolden();
                Block::Paragraph(Paragraph { line, text })
            }
            Self::Bold { text, line } => Block::Paragraph(Paragraph { line, text }),
            Self::Block(block) => block,
        }
    }
}

/// A text with fewer words and a full stop is not a sentence: "Step 1."
const SENTENCE: usize = 4;

/// Whether a text is a heading without a mark: one line, all of it bold, and not a sentence that its
/// author only stressed.
pub(crate) fn is_bold_line(text: &Text) -> bool {
    text.is_bold() && !text.as_str().contains('\n') && !is_sentence(text.as_str())
}

fn is_sentence(text: &str) -> bool {
    text.trim_end().ends_with(['.', '。']) && text.unicode_words().nth(SENTENCE - 1).is_some()
}

/// The text of some blocks as one text, line by line: what the cell of a table can contain.
pub(crate) fn flatten(blocks: &[Block]) -> Text {
    let mut text = Text::default();
    blocks.iter().for_each(|block| flatten_block(block, "", &mut text));
    text
}

fn flatten_block(block: &Block, lead: &str, text: &mut Text) {
    match block {
        Block::Paragraph(paragraph) => append_line(text, lead, &paragraph.text),
        Block::List(list) => flatten_list(list, lead, text),
        Block::Table(table) => flatten_table(table, lead, text),
        Block::Quote(quote) => {
            if let Some(callout) = &quote.callout {
                append_line(text, lead, &Text::plain(callout.kind.as_str()));
            }
            quote.blocks.iter().for_each(|block| flatten_block(block, lead, text));
        }
        Block::Code(code) => append_line(text, lead, &Text::plain(code.text.trim_end())),
        Block::Image(image) => append_line(text, lead, &Text::plain(image.alt.as_str())),
        Block::Rule(_) => {}
    }
}

fn flatten_list(list: &List, lead: &str, text: &mut Text) {
    for (i, Item { text: item, blocks, checked, .. }) in list.items.iter().enumerate() {
        let mark = match (checked, list.start) {
            (Some(true), _) => "☑ ".to_owned(),
            (Some(false), _) => "☐ ".to_owned(),
            (None, Some(start)) => format!("{}. ", start.saturating_add(i as u64)),
            (None, None) => "• ".to_owned(),
        };
        append_line(text, &format!("{lead}{mark}"), item);
        let inner = format!("{lead}  ");
        blocks.iter().for_each(|block| flatten_block(block, &inner, text));
    }
}

fn flatten_table(table: &Table, lead: &str, text: &mut Text) {
    let headers: Vec<&Text> = table.columns.iter().map(|column| &column.header).collect();
    let rows = table.rows.iter().map(|Row { cells, .. }| cells.iter().collect::<Vec<_>>());
    for cells in std::iter::once(headers).chain(rows) {
        let mut line = Text::default();
        for cell in cells.into_iter().filter(|cell| !cell.is_empty()) {
            if !line.as_str().is_empty() {
                line.push(" | ", crate::model::SpanStyle::default(), None);
            }
            line.push_text(cell);
        }
        append_line(text, lead, &line);
    }
}

fn append_line(text: &mut Text, lead: &str, line: &Text) {
    if line.is_empty() {
        return;
    }
    let plain = crate::model::SpanStyle::default();
    if !text.as_str().is_empty() {
        text.push("\n", plain, None);
    }
    text.push(lead, plain, None);
    text.push_text(line);
}
