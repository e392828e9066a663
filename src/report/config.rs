//! What `rungs config` says: the settings in force, and where each value comes from.

use crate::finding::Finding;
use crate::model::{Block, Code, Column, Document, Row, Section, SectionKind, Table, Text};

/// The settings that are in force.
#[derive(Debug, Clone, PartialEq)]
pub struct ConfigReport {
    /// Every setting.
    pub settings: Vec<ConfigRow>,
    /// The keys that are bound again.
    pub keys: Vec<ConfigRow>,
    /// The user's own themes.
    pub themes: Vec<ConfigRow>,
    /// The path of the user's file, or that there is none.
    pub user: String,
    /// The path of the project's file, or that there is none.
    pub project: String,
    /// What is wrong in the files and variables.
    pub findings: Vec<Finding>,
}

/// A setting, its value, and where the value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigRow {
    /// The name of the setting.
    pub name: String,
    /// Its value.
    pub value: String,
    /// The option, the variable, or the file and line that sets it, or that it is the default.
    pub from: String,
}

impl ConfigReport {
    /// The report as a document.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut sections =
            vec![section("Settings", table(["key", "value", "from"], &self.settings))];
        if !self.keys.is_empty() {
            sections.push(section("Keys", table(["view and keys", "command", "from"], &self.keys)));
        }
        if !self.themes.is_empty() {
            sections.push(section("Themes", table(["theme", "styles", "from"], &self.themes)));
        }
        let files = [("user", &self.user), ("project", &self.project)];
        let rows = files.map(|(name, path)| row([name, path.as_str()]));
        sections.push(section("Files", vec![grid(Vec::from(rows), ["file", "path"])]));
        if !self.findings.is_empty() {
            let block = |found: &Finding| {
                Block::Code(Code { line: 1, language: String::new(), text: found.render() })
            };
            sections.push(section("Findings", self.findings.iter().map(block).collect()));
        }
        Document { title: "Config".to_owned(), line: 1, sections, ..Document::default() }
    }
}

fn section(title: &str, blocks: Vec<Block>) -> Section {
    Section {
        title: Text::plain(title),
        kind: SectionKind::Heading(2),
        depth: 2,
        anchor: String::new(),
        line: 1,
        blocks,
    }
}

fn table(columns: [&str; 3], rows: &[ConfigRow]) -> Vec<Block> {
    let rows = rows.iter().map(|it| row([&it.name, &it.value, &it.from]));
    vec![grid(rows.collect(), columns)]
}

fn grid<const N: usize>(rows: Vec<Row>, columns: [&str; N]) -> Block {
    let columns = columns.map(|name| Column { header: Text::plain(name), ..Column::default() });
    Block::Table(Table { line: 1, columns: columns.into(), rows })
}

fn row<const N: usize>(cells: [&str; N]) -> Row {
    Row { line: 1, cells: cells.map(Text::plain).into() }
}
