//! The keys in force as tables: for the help, `docs/keys.md` and the README.

use crate::model::{Block, Column, Document, Paragraph, Row, Section, SpanStyle, Text};
use crate::report::blocks::{paragraph, section, table};
use crate::tui::input::commands::{self, COMMANDS, KeyGroup};
use crate::tui::input::keymap::{KeyRow, Keymap};
use crate::tui::input::message::Message;
use crate::tui::input::when::{self, When};

/// What else works: counts and the mouse.
const COUNTS_AND_MOUSE: &str = "A number before a key repeats it: 5j moves five lines down. The mouse works \
    too: click a role, a section or a link, and turn the wheel over a pane. \
    Hold Shift to select text with it.";

/// The views that the tables name.
const VIEWS: &str = "The views: a document is one role or page, a comparison two roles, columns three or more \
    roles, a trace one topic, an overview one track, versions the changes since an older version.";

/// The keys that a help lists.
pub(crate) struct KeyTables {
    pub(crate) document: Document,
    /// How many commands are listed, and how many there are.
    pub(crate) listed: usize,
    pub(crate) total: usize,
}

/// The keys that fit some words, those of a view first.
pub(crate) fn tables(keymap: &Keymap, here: When, words: &str) -> KeyTables {
    let words = words.to_lowercase();
    let all = keymap.rows();
    let fits = |row: &&KeyRow| {
        let text = format!(
            "{} {} {} {}",
            row.keys.join(" "),
            row.command.name,
            row.command.help,
            when::names(&row.when)
        );
        let text = text.to_lowercase();
        words.split_whitespace().all(|word| text.contains(word))
    };
    let fitting: Vec<&KeyRow> = all.iter().filter(fits).collect();
    let mut sections = Vec::new();
    let mut add = |title: String, rows: Vec<Row>| {
        if !rows.is_empty() {
            let table = table(vec![Column::default(); 2], rows);
            sections.push(titled(&title, vec![table]));
        }
    };
    let works = |row: &&&KeyRow| row.when.contains(&here);
    let is_own = |row: &&&KeyRow| works(row) && row.when != When::VIEWS;
    let own = fitting.iter().filter(is_own).map(key_row);
    add(format!("In this view: {}", here.name()), own.collect());
    for group in KeyGroup::ALL {
        let rows = fitting.iter().filter(|row| row.command.group == group);
        let rows = rows.filter(|row| row.when == When::VIEWS).map(key_row);
        add(group.title().to_owned(), rows.collect());
    }
    // Elsewhere, each group of views has a table of its own.
    let elsewhere: Vec<&KeyRow> = fitting.iter().filter(|row| !works(row)).copied().collect();
    for (at, first) in elsewhere.iter().enumerate() {
        if elsewhere[..at].iter().all(|row| row.when != first.when) {
            let rows = elsewhere.iter().filter(|row| row.when == first.when);
            add(
                format!("In other views: {}", when::names(&first.when)),
                rows.map(key_row).collect(),
            );
        }
    }
    if words.is_empty() {
        sections.push(titled(
            "Counts, mouse, views",
            vec![paragraph(COUNTS_AND_MOUSE), paragraph(VIEWS)],
        ));
    }
    let (listed, total) = (fitting.len(), all.len());
    KeyTables { document: Document { sections, ..Document::default() }, listed, total }
}

/// A command: what it does in each view, with the keys in force.
pub(crate) fn about_command(message: &Message, keymap: &Keymap) -> Document {
    let mut document = Document::default();
    for command in COMMANDS.iter().filter(|it| it.message == *message && it.when[0].is_view()) {
        command.name.clone_into(&mut document.title);
        let keys = command.when.iter().flat_map(|when| keymap.key_of(command.name, *when));
        let mut keys: Vec<String> = keys.collect();
        keys.dedup();
        let mut text = Text::default();
        let bold = SpanStyle { bold: true, ..SpanStyle::default() };
        text.push(&keys.join("  "), bold, None);
        text.push(if keys.is_empty() { "" } else { "  " }, SpanStyle::default(), None);
        text.push(command.help, SpanStyle::default(), None);
        if command.when != When::VIEWS {
            let views = format!(" (in: {})", when::names(command.when));
            text.push(&views, SpanStyle::default(), None);
        }
        document.preamble.push(Block::Paragraph(Paragraph { line: 1, text }));
    }
    document
}

fn key_row(row: &&KeyRow) -> Row {
    let mut keys = Text::default();
    let bold = SpanStyle { bold: true, ..SpanStyle::default() };
    keys.push(&row.keys.join("  "), bold, None);
    Row { line: 1, cells: vec![keys, Text::plain(row.command.help)] }
}

/// A section of the help. Its depth is that of an inner section, which has no rule below its heading: a pop-up has few
/// lines.
fn titled(title: &str, blocks: Vec<Block>) -> Section {
    Section { depth: 2, ..section(Text::plain(title), 1, blocks) }
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

/// The keys of a group, for the manual page.
#[derive(Debug)]
pub struct ManualKeys {
    /// What the keys are for.
    pub title: &'static str,
    /// The keys, the views in which they work, and what they do.
    pub rows: Vec<(String, String, &'static str)>,
}

/// All keys, for the manual page.
#[must_use]
pub fn manual_keys() -> Vec<ManualKeys> {
    let rows = Keymap::default().rows();
    let keys = |group: KeyGroup| ManualKeys {
        title: group.title(),
        rows: rows
            .iter()
            .filter(|row| row.command.group == group)
            .map(|row| (row.keys.join(", "), when::names(&row.when), row.command.help))
            .collect(),
    };
    KeyGroup::ALL.into_iter().map(keys).collect()
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
