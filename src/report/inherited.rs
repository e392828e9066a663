//! What a role inherits from the levels below it, as sections after its own.

use super::blocks::{paragraph, section};
use super::words::number;
use crate::compare::{Comparer, InheritedText, inherited};
use crate::model::{
    Block, Document, DocumentId, Item, Ladder, Link, List, Place, RoleId, Section, SectionId,
    SpanStyle, Text,
};

/// What a role inherits from lower levels.
#[derive(Debug, Clone, PartialEq)]
pub struct InheritedReport {
    /// The role.
    pub role: RoleId,
    /// What is said of all of it.
    pub title: String,
    /// Why there is nothing, if so.
    pub nothing: Option<String>,
    /// The levels that say any of it, the nearest first.
    pub levels: Vec<InheritedLevel>,
}

/// What a role inherits from one level.
#[derive(Debug, Clone, PartialEq)]
pub struct InheritedLevel {
    /// The level.
    pub role: RoleId,
    /// Its name, and how many items stay.
    pub title: String,
    /// The items, by the headings they are under.
    pub sections: Vec<InheritedSection>,
}

/// What a role inherits from one section.
#[derive(Debug, Clone, PartialEq)]
pub struct InheritedSection {
    /// The section, `None` for what is before the first.
    pub section: Option<SectionId>,
    /// The items, in reading order.
    pub texts: Vec<InheritedText>,
}

impl InheritedReport {
    /// Finds what a role inherits.
    #[must_use]
    pub fn new(comparer: &Comparer, role: RoleId) -> Self {
        let ladder = comparer.ladder();
        let texts = inherited(comparer, role);
        let count = match texts.len() {
            0 => "nothing".to_owned(),
            count => number(count, "item"),
        };
        let title = format!("Inherited from lower levels: {count}");
        let nothing = texts.is_empty().then(|| nothing(ladder, role));
        let levels = texts.chunk_by(|a, b| a.level == b.level);
        let levels = levels.map(|texts| InheritedLevel::new(ladder, texts)).collect();
        Self { role, title, nothing, levels }
    }

    /// The document of the role, with the inherited sections after its own.
    #[must_use]
    pub fn document(&self, ladder: &Ladder) -> Document {
        let mut document = ladder.role(self.role).document.clone();
        document.sections.extend(self.sections(ladder).into_iter().map(|(_, section)| section));
        document
    }

    /// The document that each section of [`Self::document`] comes from, or what is before them.
    #[must_use]
    pub fn sources(&self, ladder: &Ladder) -> Vec<DocumentId> {
        let own = ladder.role(self.role).document.sections.len();
        let own = vec![DocumentId::Role(self.role); own];
        let others = self.sections(ladder).into_iter().map(|(role, _)| DocumentId::Role(role));
        own.into_iter().chain(others).collect()
    }

    fn sections(&self, ladder: &Ladder) -> Vec<(RoleId, Section)> {
        let nothing = self.nothing.iter();
        let blocks = nothing.map(|words| paragraph(words)).collect();
        let line = ladder.role(self.role).document.line;
        let mut all = vec![(self.role, at(line, section(Text::plain(&self.title), 1, blocks)))];
        for level in &self.levels {
            let (role, document) = (level.role, &ladder.role(level.role).document);
            let (mut inner, mut outer) = (Vec::new(), Vec::new());
            for part in &level.sections {
                let Some(first) = part.texts.first() else { continue };
                match part.section {
                    Some(id) => {
                        let place = Place { document: DocumentId::Role(role), section: Some(id) };
                        let heading = document.section(id).title.as_str();
                        let target = format!("{}#{}", document.file, document.section(id).anchor);
                        let title = linked(heading, target, place);
                        inner.push(at(first.heading.line, section(title, 3, vec![part.list()])));
                    }
                    None => outer.push(part.list()),
                }
            }
            let place = Place { document: DocumentId::Role(role), section: None };
            let title = linked(&level.title, document.file.clone(), place);
            let whole = at(document.line, section(title, 2, outer));
            all.extend(std::iter::once(whole).chain(inner).map(|section| (role, section)));
        }
        all
    }
}

impl InheritedLevel {
    fn new(ladder: &Ladder, texts: &[InheritedText]) -> Self {
        let role = texts.first().map_or(RoleId(0), |text| text.level);
        let label = &ladder.role(role).document.label;
        let sections = texts.chunk_by(|a, b| a.section == b.section);
        let section = |texts: &[InheritedText]| InheritedSection {
            section: texts[0].section,
            texts: texts.to_vec(),
        };
        Self {
            role,
            title: format!("{label}: {}", number(texts.len(), "item")),
            sections: sections.map(section).collect(),
        }
    }
}

impl InheritedSection {
    fn list(&self) -> Block {
        let item = |text: &InheritedText| Item {
            line: text.part.spot.line,
            checked: None,
            text: whole(text),
            blocks: Vec::new(),
        };
        let items: Vec<Item> = self.texts.iter().map(item).collect();
        Block::List(List { line: items.first().map_or(1, |item| item.line), start: None, items })
    }
}

/// An item with its key.
fn whole(text: &InheritedText) -> Text {
    let mut whole = Text::default();
    if let Some(key) = &text.part.key {
        whole.push(key, SpanStyle { bold: true, ..SpanStyle::default() }, None);
        whole.push(": ", SpanStyle::default(), None);
    }
    whole.push_text(&text.part.text);
    whole
}

fn nothing(ladder: &Ladder, role: RoleId) -> String {
    let (label, track) = (&ladder.role(role).document.label, ladder.track(ladder.role(role).track));
    match track.roles.as_slice() {
        [_] => format!("{label} is the only level of its track."),
        [first, ..] if *first == role => format!("{label} is the lowest level of {}.", track.title),
        _ => format!("{label} restates every item of the lower levels."),
    }
}

fn linked(words: &str, target: String, place: Place) -> Text {
    let mut text = Text::default();
    text.push(words, SpanStyle::default(), Some(&Link { target, place: Some(place) }));
    text
}

/// A section that is at a line of its document.
fn at(line: usize, section: Section) -> Section {
    Section { line, ..section }
}
