//! What `rungs config` says: the settings in force, and where each value comes from.

use super::blocks::{column, row, section, table};
use crate::finding::Finding;
use crate::model::{Block, Code, Document, Section, Text};

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
        let mut sections: Vec<Section> = Vec::new();
        let mut add = |title, blocks| sections.push(section(Text::plain(title), 1, blocks));
        add("Settings", origins(["key", "value", "from"], &self.settings));
        if !self.keys.is_empty() {
            add("Keys", origins(["view and keys", "command", "from"], &self.keys));
        }
        if !self.themes.is_empty() {
            add("Themes", origins(["theme", "styles", "from"], &self.themes));
        }
        let files = [("user", &self.user), ("project", &self.project)];
        let rows = files.map(|(name, path)| row([name, path.as_str()]));
        add("Files", vec![table(["file", "path"].map(column).into(), rows.into())]);
        if !self.findings.is_empty() {
            let block = |found: &Finding| {
                Block::Code(Code { line: 1, language: String::new(), text: found.render() })
            };
            add("Findings", self.findings.iter().map(block).collect());
        }
        Document { title: "Config".to_owned(), line: 1, sections, ..Document::default() }
    }
}

fn origins(columns: [&str; 3], rows: &[ConfigRow]) -> Vec<Block> {
    let rows = rows.iter().map(|it| row([&it.name, &it.value, &it.from]));
    vec![table(columns.map(column).into(), rows.collect())]
}
