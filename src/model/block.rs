//! The contents of a section: paragraphs, lists, tables, quotes, code, rules, images.

use super::ids::Subject;
use super::text::Text;

/// One block of a document.
///
/// Blocks nest (items and quotes hold blocks) but never deeper than the loader's cap, so walking
/// them by recursion is safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(Paragraph),
    /// A bulleted, numbered or task list.
    List(List),
    /// A table.
    Table(Table),
    /// A quote or callout.
    Quote(Quote),
    /// Preformatted text.
    Code(Code),
    /// A thematic break.
    Rule(ThematicBreak),
    /// A picture on its own.
    Image(Image),
}

/// Running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// 1-based line of the source where it begins.
    pub line: usize,
    /// Its text.
    pub text: Text,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// 1-based line of the source where it begins.
    pub line: usize,
    /// The number of the first item; `None` for bullets.
    pub start: Option<u64>,
    /// Its items.
    pub items: Vec<Item>,
}

/// One expectation in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// 1-based line of the source where it begins.
    pub line: usize,
    /// A task's box; `None` for a plain item.
    pub checked: Option<bool>,
    /// Its own text: its first paragraph.
    pub text: Text,
    /// The blocks below its first paragraph: further paragraphs, nested lists, code.
    pub blocks: Vec<Block>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// 1-based line of the source where it begins.
    pub line: usize,
    /// Its columns. There is at least one, and every row has exactly as many cells.
    pub columns: Vec<Column>,
    /// Its body rows.
    pub rows: Vec<Row>,
}

/// A table's column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// The text of its header cell; may be empty.
    pub header: Text,
    /// How its cells are aligned.
    pub align: Align,
    /// The role or counterpart that this column describes, in a comparison table.
    pub subject: Option<Subject>,
}

/// How the cells of a column are aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the start; the default.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At the end.
    Right,
}

/// A body row of a table. Its first cell is its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// 1-based line of the source.
    pub line: usize,
    /// One text for each column.
    pub cells: Vec<Text>,
}

/// A quote, or a callout if it has a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// 1-based line of the source where it begins.
    pub line: usize,
    /// What kind of callout it is, `None` for a plain quote.
    pub callout: Option<Callout>,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// The head of a callout ("Note", "Warning").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Callout {
    /// Its kind as a word to show: "Note", "Tip", "Important", "Warning", "Caution".
    pub kind: String,
}

/// Preformatted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// 1-based line of the source where it begins.
    pub line: usize,
    /// The language that it is marked with; may be empty.
    pub language: String,
    /// The text; lines are separated by `'\n'`, tabs are already spaces.
    pub text: String,
}

/// A thematic break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThematicBreak {
    /// 1-based line of the source.
    pub line: usize,
}

/// A picture on its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// 1-based line of the source.
    pub line: usize,
    /// Its alternative text.
    pub alt: String,
    /// Where the picture is, as written.
    pub target: String,
}

impl Image {
    /// The picture, if a text is one and nothing else.
    #[must_use]
    pub fn of(text: &Text, line: usize) -> Option<Self> {
        let image = text.as_image()?;
        let target = image.link.map_or_else(String::new, |link| link.target.clone());
        Some(Self { line, alt: image.text.to_owned(), target })
    }
}

impl Block {
    /// 1-based line of the source where the block begins.
    #[must_use]
    pub fn line(&self) -> usize {
        match self {
            Self::Paragraph(block) => block.line,
            Self::List(block) => block.line,
            Self::Table(block) => block.line,
            Self::Quote(block) => block.line,
            Self::Code(block) => block.line,
            Self::Rule(block) => block.line,
            Self::Image(block) => block.line,
        }
    }
}

impl Table {
    /// The column that describes a role or counterpart.
    #[must_use]
    pub fn column_of(&self, subject: Subject) -> Option<usize> {
        self.columns.iter().position(|column| column.subject == Some(subject))
    }

    /// Whether it compares at least two roles.
    #[must_use]
    pub fn is_comparison(&self) -> bool {
        self.columns.iter().filter(|column| column.subject.is_some()).count() >= 2
    }
}
