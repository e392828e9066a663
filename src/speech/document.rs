//! A document, section by section: a line for each paragraph, item and cell.

use super::spoken::{Speech, SpokenItem, SpokenSection, one_line, spoken};
use crate::model::{Block, Document, DocumentId, Item, List, Quote, SectionId, Table};
use crate::report::number;

/// A name of a row with more letters is said once, and not before each of its cells.
const LONG_NAME: usize = 40;

/// A document. `source` says which document a section comes from, or the text before the first section.
#[must_use]
pub fn speak_document(
    document: &Document,
    source: impl Fn(Option<SectionId>) -> Option<DocumentId>,
    place: String,
) -> Speech {
    let top = SpokenSection {
        items: items(&document.preamble, source(None)),
        ..SpokenSection::default()
    };
    let sections = document.sections.iter().enumerate().map(|(at, section)| SpokenSection {
        items: items(&section.blocks, source(Some(SectionId(at)))),
        ..SpokenSection::new(section.title.as_str(), section.depth)
    });
    let sections = std::iter::once(top).chain(sections).collect();
    Speech { place, noun: "section", sections }
}

fn items(blocks: &[Block], document: Option<DocumentId>) -> Vec<SpokenItem> {
    let mut speaker = Speaker { document, items: Vec::new() };
    speaker.blocks(blocks, "");
    speaker.items
}

/// Says the blocks of a document.
struct Speaker {
    document: Option<DocumentId>,
    items: Vec<SpokenItem>,
}

impl Speaker {
    fn say(&mut self, line: usize, lines: Vec<String>) {
        let spots = self.document.map(|document| (document, line)).into_iter().collect();
        self.items.push(SpokenItem { lines, spots });
    }

    /// Says blocks, with some words before each of their lines.
    fn blocks(&mut self, blocks: &[Block], lead: &str) {
        for block in blocks {
            match block {
                Block::Paragraph(it) => {
                    self.say(it.line, vec![format!("{lead}{}", spoken(&it.text))]);
                }
                Block::List(list) => self.list(list, lead, 0),
                Block::Table(table) => self.table(table, lead),
                Block::Quote(quote) => self.quote(quote, lead),
                Block::Code(code) => {
                    let head = match code.language.as_str() {
                        "" => format!("{lead}Code:"),
                        language => format!("{lead}Code in {language}:"),
                    };
                    let lines = code.text.lines().filter(|line| !line.trim().is_empty());
                    let lines = lines.map(|line| line.trim_end().to_owned());
                    self.say(code.line, std::iter::once(head).chain(lines).collect());
                }
                Block::Image(image) => {
                    let alt = if image.alt.trim().is_empty() { &image.target } else { &image.alt };
                    self.say(image.line, vec![format!("{lead}Picture: {}", one_line(alt))]);
                }
                // It only separates.
                Block::Rule(_) => {}
            }
        }
    }

    fn list(&mut self, list: &List, lead: &str, depth: usize) {
        let nested = match depth {
            0 => String::new(),
            1 => "Nested: ".to_owned(),
            depth => format!("Nested {depth} deep: "),
        };
        for (at, item) in list.items.iter().enumerate() {
            let mark = match (item.checked, list.start) {
                (Some(true), _) => "Done: ".to_owned(),
                (Some(false), _) => "Not done: ".to_owned(),
                (None, Some(start)) => format!("{}. ", start + at as u64),
                (None, None) => String::new(),
            };
            self.item(item, &format!("{lead}{nested}{mark}"), lead, depth);
        }
    }

    fn item(&mut self, item: &Item, own_lead: &str, lead: &str, depth: usize) {
        if !item.text.is_empty() {
            self.say(item.line, vec![format!("{own_lead}{}", spoken(&item.text))]);
        }
        for block in &item.blocks {
            match block {
                Block::List(list) => self.list(list, lead, depth + 1),
                other => self.blocks(std::slice::from_ref(other), lead),
            }
        }
    }

    fn quote(&mut self, quote: &Quote, lead: &str) {
        let kind = quote.callout.as_ref().map_or("Quote", |callout| callout.kind.as_str());
        self.blocks(&quote.blocks, &format!("{lead}{kind}: "));
    }

    /// Says a table: its columns, then each cell behind the names of its row and its column.
    fn table(&mut self, table: &Table, lead: &str) {
        let headers: Vec<String> =
            table.columns.iter().map(|column| spoken(&column.header)).collect();
        let named: Vec<&str> =
            headers.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
        let of = if named.is_empty() { String::new() } else { format!(" of {}", named.join(", ")) };
        let rows = number(table.rows.len(), "row");
        self.say(table.line, vec![format!("{lead}Table{of}: {rows}.")]);
        for (at, row) in table.rows.iter().enumerate() {
            let mut cells = row.cells.iter().map(spoken);
            let name = cells.next().unwrap_or_default();
            let others = cells.zip(headers.iter().skip(1)).filter(|(cell, _)| !cell.is_empty());
            let others: Vec<(String, &String)> = others.collect();
            let is_long = name.chars().count() > LONG_NAME;
            let before = match (name.is_empty(), is_long) {
                (true, _) => format!("Row {}", at + 1),
                (false, true) => String::new(),
                (false, false) => name.clone(),
            };
            let mut lines = Vec::new();
            if is_long || others.is_empty() {
                lines.push(format!("{lead}{name}"));
            }
            for (cell, header) in others {
                let names = [before.as_str(), header.as_str()];
                let names: Vec<&str> = names.into_iter().filter(|it| !it.is_empty()).collect();
                let colon = if names.is_empty() { "" } else { ": " };
                lines.push(format!("{lead}{}{colon}{cell}", names.join(", ")));
            }
            self.say(row.line, lines);
        }
    }
}
