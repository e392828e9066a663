//! What a ladder states of its roles in numbers: "Team size: 5-8 engineers" in a role's own text, or a
//! row of a table in the column of a role.

use rayon::prelude::*;

use crate::check::awaited::IsAwaited;
use crate::check::walk::colon;
use crate::lexicon::{bare_heading, is_function_word, is_role_name, led_to, quantities, terms};
use crate::model::{
    Block, Document, DocumentId, Ladder, Quantity, RoleId, Step, Subject, Table, Text, Unit,
};

/// No key has more words: what does is a sentence with a colon in it.
const LONGEST_KEY: usize = 5;

/// No value has more words: what does tells a story in which numbers occur.
const LONGEST_ANSWER: usize = 14;

/// A number that is stated of a role under a key.
#[derive(Debug, Clone)]
pub(crate) struct Fact<'a> {
    /// Whom it is about.
    pub(crate) about: Subject,
    /// The document that states it.
    pub(crate) document: &'a Document,
    /// Whether that is the document of the role it is about.
    pub(crate) own: bool,
    /// The number of its section, from 1; 0 before the first section.
    pub(crate) section: usize,
    pub(crate) line: usize,
    /// The key as written.
    pub(crate) key: String,
    /// The words of the key that carry meaning.
    pub(crate) terms: Vec<String>,
    /// The quantity that belongs to the key.
    pub(crate) quantity: Quantity,
    /// The quantity as written.
    pub(crate) words: String,
}

/// Every fact that the documents of a ladder state, as long as anyone waits for them.
pub(crate) fn of<'a>(ladder: &'a Ladder, is_awaited: &IsAwaited<'_>) -> Vec<Fact<'a>> {
    let documents: Vec<_> = ladder.documents().collect();
    let facts = |(id, document): (DocumentId, &'a Document)| {
        let own = match id {
            DocumentId::Role(role) => Some(role),
            DocumentId::Page(_) => None,
        };
        let mut reader =
            FactReader { own, document, section: 0, leads_up: None, facts: Vec::new() };
        if is_awaited() {
            document.walk().for_each(|step| reader.step(step));
        }
        reader.facts
    };
    documents.into_par_iter().flat_map_iter(facts).collect()
}

impl Fact<'_> {
    /// Whether two facts measure in the same unit, or one leaves it out.
    pub(crate) fn is_comparable(&self, other: &Self) -> bool {
        match (&self.quantity.unit, &other.quantity.unit) {
            (Unit::None, Unit::Count(_)) | (Unit::Count(_), Unit::None) => true,
            (own, other) => own == other,
        }
    }

    /// Whether both state the same ends.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        let unit = self.quantity.unit.clone();
        self.quantity.agrees(&Quantity { unit, ..other.quantity.clone() })
    }
}

/// The first quantity of a value, if it is the only one of its unit: of two shares nobody can tell which
/// belongs to the key. The text in brackets explains the quantity: "40-90 engineers (one team)".
fn answer(value: &str) -> Option<Quantity> {
    let is_explained = |at: usize| {
        let before = &value[..at];
        before.matches(['(', '（']).count() > before.matches([')', '）']).count()
    };
    let mut stated = quantities(value).into_iter();
    let first = stated.next()?;
    let rivals = |other: &Quantity| other.unit == first.unit || other.unit == Unit::None;
    let is_outside = |other: &Quantity| !is_explained(other.range.start);
    let alone = !stated.any(|other| rivals(&other) && is_outside(&other));
    alone.then_some(first)
}

/// Reads the facts in the blocks of a document.
struct FactReader<'a> {
    own: Option<RoleId>,
    document: &'a Document,
    section: usize,
    /// The depth of the section at hand that leads to another level; what nests in it does too.
    leads_up: Option<usize>,
    facts: Vec<Fact<'a>>,
}

impl FactReader<'_> {
    fn step(&mut self, step: Step<'_>) {
        match step {
            Step::Section(_, section) => {
                self.section += 1;
                if self.leads_up.is_none_or(|depth| section.depth <= depth) {
                    let heading = bare_heading(section.title.as_str());
                    let leads_up = led_to(&heading).is_some_and(is_role_name);
                    self.leads_up = leads_up.then_some(section.depth);
                }
            }
            Step::Item(item) => self.keyed(item.line, &item.text),
            Step::Block(Block::Paragraph(paragraph)) => {
                self.keyed(paragraph.line, &paragraph.text);
            }
            Step::Block(Block::Table(table)) => self.table(table),
            Step::Block(_) => {}
        }
    }

    /// "**Team size**: 5-8 engineers", bold or not.
    fn keyed(&mut self, line: usize, text: &Text) {
        let (Some(own), None) = (self.own, self.leads_up) else { return };
        let plain = text.as_str();
        let hard = text.key();
        let (key, value) = match &hard {
            Some((key, at)) => (key.as_str(), &plain[*at..]),
            None => match colon(plain) {
                Some(at) => (&plain[..at], &plain[at + 2..]),
                None => return,
            },
        };
        self.state(Subject::Role(own), line, key, value);
    }

    /// The cells of columns about roles, with the first cell of their row as key. In a table of keys and
    /// values, the second cells.
    fn table(&mut self, table: &Table) {
        let mut columns: Vec<(usize, Subject)> = Vec::new();
        for (at, column) in table.columns.iter().enumerate().skip(1) {
            columns.extend(column.subject.map(|subject| (at, subject)));
        }
        if let (true, 2, Some(own)) = (columns.is_empty(), table.columns.len(), self.own) {
            columns.push((1, Subject::Role(own)));
        }
        for row in &table.rows {
            let Some(key) = row.cells.first().map(Text::as_str) else { continue };
            for (at, subject) in &columns {
                if let Some(cell) = row.cells.get(*at) {
                    self.state(*subject, row.line, key, cell.as_str());
                }
            }
        }
    }

    fn state(&mut self, about: Subject, line: usize, key: &str, value: &str) {
        let is_within = |text: &str, most: usize| text.split_whitespace().nth(most).is_none();
        if !is_within(key, LONGEST_KEY) || !is_within(value, LONGEST_ANSWER) {
            return;
        }
        let Some(quantity) = answer(value) else { return };
        if !is_within(&value[..quantity.range.start], 2) {
            return;
        }
        let said: Vec<String> =
            terms(key).into_iter().filter(|term| !is_function_word(term) && term != "#").collect();
        if said.is_empty() {
            return;
        }
        self.facts.push(Fact {
            about,
            document: self.document,
            own: self.own.map(Subject::Role) == Some(about),
            section: self.section,
            line,
            key: key.trim().to_owned(),
            terms: said,
            words: value[quantity.range.clone()].to_owned(),
            quantity,
        });
    }
}
