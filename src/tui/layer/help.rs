//! The texts of the pop-ups: the keys, made from the table of commands, and the front matter.

use crate::model::{
    Block, Column, Document, Entry, Paragraph, Row, Section, SectionKind, SpanStyle, Table, Text,
};
use crate::page::{DocumentOptions, Glyphs, Page, lay_out_document};
use crate::tui::input::commands::{self, KeyGroup};
use crate::tui::input::keymap::{KeyRow, Keymap};
use crate::tui::input::when::{self, When};

/// What else works: counts and the mouse.
const COUNTS_AND_MOUSE: &str = "A number before a key repeats it: 5j moves five lines down. The mouse works \
    too: click a role, a section or a link, and turn the wheel over a pane.";

/// The views that the tables name.
const VIEWS: &str = "The views: a document is one role or page, a comparison two roles, columns three or more \
    roles, a trace one topic, an overview one track, versions the changes since an older version.";

/// All keys, by group.
pub(crate) fn keys(keymap: &Keymap, width: usize, glyphs: Glyphs) -> Page {
    let mut document = Document { title: "rungs".to_owned(), ..Document::default() };
    document.preamble.extend([paragraph(COUNTS_AND_MOUSE), paragraph(VIEWS)]);
    let all = keymap.rows();
    for group in KeyGroup::ALL {
        let rows = all.iter().filter(|row| row.command.group == group).map(row).collect();
        document.sections.push(section(
            group.title(),
            Block::Table(Table { line: 1, columns: vec![Column::default(); 2], rows }),
        ));
    }
    lay_out_document(&document, DocumentOptions::new(width, glyphs))
}

fn row(row: &KeyRow) -> Row {
    let mut keys = Text::default();
    let bold = SpanStyle { bold: true, ..SpanStyle::default() };
    keys.push(&row.keys.join("  "), bold, None);
    let action = match row.when == When::VIEWS {
        true => row.command.help.to_owned(),
        false => format!("{}: {}", when::names(&row.when), row.command.help),
    };
    Row { line: 1, cells: vec![keys, Text::plain(action)] }
}

/// The front matter of a document.
pub(crate) fn front_matter(document: Option<&Document>, width: usize, glyphs: Glyphs) -> Page {
    let entries = document.map_or(&[][..], |document| &document.front_matter.entries);
    let row = |entry: &Entry| {
        let mut key = Text::default();
        key.push(&entry.key, SpanStyle { bold: true, ..SpanStyle::default() }, None);
        Row { line: entry.line, cells: vec![key, Text::plain(entry.value.to_string())] }
    };
    let columns = vec![Column::default(), Column::default()];
    let block = match entries {
        [] => paragraph("This document has no front matter."),
        some => Block::Table(Table { line: 1, columns, rows: some.iter().map(row).collect() }),
    };
    let title = document.map_or(String::new(), |document| document.file.clone());
    let document = Document { title, preamble: vec![block], ..Document::default() };
    lay_out_document(&document, DocumentOptions::new(width, glyphs))
}

fn section(title: &str, block: Block) -> Section {
    Section {
        title: Text::plain(title),
        kind: SectionKind::Heading(2),
        depth: 2,
        anchor: String::new(),
        line: 1,
        blocks: vec![block],
    }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(Paragraph { line: 1, text: Text::plain(text) })
}

/// Tells the readers of `docs/keys.md` not to change it by hand.
const WRITTEN_BY: &str =
    "<!-- written by `RUNGS_UPDATE=1 cargo test --test suite readme::` -->\n\n";

/// All keys as a Markdown document: `docs/keys.md`.
#[must_use]
pub fn keys_markdown() -> String {
    let mut markdown = String::from("# Keys\n\n");
    markdown.push_str(WRITTEN_BY);
    markdown.push_str("All keys of `rungs` in the terminal, with the view in which each works. ");
    markdown
        .push_str(&format!("`?` lists them in the program.\n\n{COUNTS_AND_MOUSE}\n\n{VIEWS}\n"));
    let rows = Keymap::default().rows();
    for group in KeyGroup::ALL {
        let rows = rows.iter().filter(|row| row.command.group == group);
        markdown.push_str(&format!("\n## {}\n\n{}", group.title(), markdown_table(rows)));
    }
    markdown
}

/// The keys that matter most as a Markdown table: a part of the README.
#[must_use]
pub fn main_keys_markdown() -> String {
    let rows = Keymap::default().rows();
    markdown_table(
        commands::main().filter_map(|main| rows.iter().find(|row| std::ptr::eq(row.command, main))),
    )
}

fn markdown_table<'a>(rows: impl Iterator<Item = &'a KeyRow>) -> String {
    let mut markdown =
        String::from("| key | view | action | command |\n| --- | --- | --- | --- |\n");
    for KeyRow { command, keys, when } in rows {
        let keys: Vec<_> = keys.iter().map(|key| format!("`{key}`")).collect();
        let (keys, view) = (keys.join(" "), when::names(when));
        markdown
            .push_str(&format!("| {keys} | {view} | {} | `{}` |\n", command.help, command.name));
    }
    markdown
}
