//! A document as slots (its preamble, then its sections) and units: the texts that are compared,
//! flattened in reading order.

use std::ops::Range;

use crate::compare::comparison::{PairBody, Part};
use crate::compare::spot::DocumentFile;
use crate::model::{
    Block, Column, Document, DocumentId, Item, Ladder, RoleId, Subject, Table, Text,
};

/// Sections deeper than this are laid out at this depth: no page is read deeper, and trees of any
/// input stay shallow enough to walk by recursion.
const DEEPEST: usize = 32;

/// Which cells of a row belong to a role, if the table has a column for several roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowCells {
    /// Those of its own column: the others are about others.
    Own,
    /// All: between two versions of one page each of them can have changed.
    All,
}

/// A role's document, flattened.
pub(crate) struct Flat {
    pub(crate) document: DocumentFile,
    /// The preamble, then one slot a section.
    pub(crate) slots: Vec<Slot>,
    /// Every text, in reading order.
    pub(crate) units: Vec<TextUnit>,
    /// The role it is of.
    pub(crate) subject: Subject,
    /// Whom each table that has a column for this side's role is about.
    tables: Vec<Vec<Subject>>,
}

/// The preamble or a section.
pub(crate) struct Slot {
    /// The heading; the document's title for the preamble.
    pub(crate) heading: String,
    pub(crate) line: usize,
    /// The slot it nests in.
    pub(crate) parent: Option<usize>,
    /// The units that are directly in it.
    pub(crate) units: Range<usize>,
    /// Behind the last slot that nests in it.
    pub(crate) end: usize,
}

/// A text that is compared as one.
pub(crate) struct TextUnit {
    pub(crate) body: PairBody,
    pub(crate) line: usize,
    pub(crate) slot: usize,
    /// The item that it nests in.
    pub(crate) parent: Option<usize>,
    pub(crate) key: Option<String>,
    /// The text without the key.
    pub(crate) text: Text,
    /// The text with the key.
    pub(crate) whole: String,
    /// The table it is a row of, among those of [`Flat`] that have a column for its role.
    table: Option<usize>,
    /// What the row of a comparison table says of others.
    pub(crate) others: Vec<(Subject, Text)>,
}

impl Flat {
    /// Flattens the document of a role.
    pub(crate) fn new(ladder: &Ladder, role: RoleId, cells: RowCells) -> Self {
        let document = &ladder.role(role).document;
        let own = Subject::Role(role);
        let (units, tables) = (Vec::new(), Vec::new());
        let mut flat = Flattener { own, cells, units, tables, slot: 0, parent: None };
        let mut slots = vec![Slot {
            heading: document.title.clone(),
            line: document.line,
            parent: None,
            units: flat.slot(0, &document.preamble),
            end: 1,
        }];
        for (at, section) in document.sections.iter().enumerate() {
            slots.push(Slot {
                heading: section.title.as_str().to_owned(),
                line: section.line,
                parent: None,
                units: flat.slot(at + 1, &section.blocks),
                end: at + 2,
            });
        }
        nest(document, &mut slots);
        let Flattener { units, tables, .. } = flat;
        let document = DocumentFile::new(DocumentId::Role(role), document);
        Self { document, slots, units, subject: own, tables }
    }

    /// A unit as one side of a pair.
    pub(crate) fn part(&self, unit: &TextUnit) -> Part {
        Part {
            spot: self.document.spot(unit.line, &unit.whole),
            body: unit.body,
            key: unit.key.clone(),
            text: unit.text.clone(),
            changed: Vec::new(),
        }
    }

    /// Whether a unit is a row of a table that has a column for either side, so that it also is in that
    /// table's own topic. The other side may be of another ladder, or absent.
    pub(crate) fn is_authored(&self, unit: &TextUnit, other: Option<Subject>) -> bool {
        let Some(other) = other else { return false };
        let subjects = unit.table.map_or(&[][..], |table| &self.tables[table]);
        self.subject != other && subjects.contains(&other)
    }
}

impl Flat {
    /// Whether all that is directly in a section are rows of tables that set its role against others,
    /// none of which a test accepts.
    pub(crate) fn is_about_others(&self, slot: usize, accepts: impl Fn(Subject) -> bool) -> bool {
        let units = &self.units[self.slots[slot].units.clone()];
        let is_about_others = |unit: &TextUnit| {
            let about = unit.table.map_or(&[][..], |table| &self.tables[table]);
            about.len() > 1 && !about.iter().any(|subject| accepts(*subject))
        };
        !units.is_empty() && units.iter().all(is_about_others)
    }
}

/// Fills in the nesting of sections, in one pass: asking the document section by section would take the
/// square of their number.
fn nest(document: &Document, slots: &mut [Slot]) {
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (at, section) in document.sections.iter().enumerate() {
        let depth = section.depth.clamp(1, DEEPEST);
        while let Some((slot, _)) = open.pop_if(|(_, open_depth)| *open_depth >= depth) {
            slots[slot].end = at + 1;
        }
        slots[at + 1].parent = open.last().map(|(slot, _)| *slot);
        open.push((at + 1, depth));
    }
    let end = slots.len();
    open.iter().for_each(|(slot, _)| slots[*slot].end = end);
}

struct Flattener {
    own: Subject,
    cells: RowCells,
    units: Vec<TextUnit>,
    tables: Vec<Vec<Subject>>,
    slot: usize,
    parent: Option<usize>,
}

impl Flattener {
    fn slot(&mut self, slot: usize, blocks: &[Block]) -> Range<usize> {
        self.slot = slot;
        let start = self.units.len();
        self.blocks(blocks, 0);
        start..self.units.len()
    }

    fn blocks(&mut self, blocks: &[Block], depth: usize) {
        for block in blocks {
            match block {
                Block::Paragraph(block) => self.words(PairBody::Prose, block.line, &block.text),
                Block::List(list) => list.items.iter().for_each(|item| self.item(item, depth)),
                Block::Table(table) => self.table(table),
                Block::Quote(quote) => self.blocks(&quote.blocks, depth),
                Block::Code(code) => {
                    self.words(PairBody::Code, code.line, &Text::plain(code.text.as_str()));
                }
                Block::Rule(_) => {}
                Block::Image(image) => {
                    self.words(PairBody::Prose, image.line, &Text::plain(image.alt.as_str()));
                }
            }
        }
    }

    /// A paragraph, code or picture, if it says anything.
    fn words(&mut self, body: PairBody, line: usize, text: &Text) {
        if !text.is_empty() {
            self.push(body, line, None, text.clone(), text.as_str().to_owned());
        }
    }

    fn item(&mut self, item: &Item, depth: usize) {
        let around = self.parent;
        let (key, text) = match item.text.key() {
            Some((key, at)) => (Some(key), item.text.behind(at)),
            None => (None, item.text.clone()),
        };
        self.push(PairBody::Item(depth), item.line, key, text, item.text.as_str().to_owned());
        self.parent = Some(self.units.len() - 1);
        self.blocks(&item.blocks, depth + 1);
        self.parent = around;
    }

    fn table(&mut self, table: &Table) {
        if self.cells == RowCells::All {
            return self.whole_rows(table);
        }
        let number = table.column_of(self.own).map(|_| {
            self.tables.push(table.columns.iter().filter_map(|column| column.subject).collect());
            self.tables.len() - 1
        });
        for row in &table.rows {
            let (key, text) = row_text(table, &row.cells, self.own);
            let whole = whole_row(key.as_deref(), &text);
            self.push(PairBody::Row, row.line, key, text, whole);
            if let Some(unit) = self.units.last_mut() {
                unit.table = number;
                unit.others = told_of_others(table, &row.cells, self.own);
            }
        }
    }

    fn whole_rows(&mut self, table: &Table) {
        for row in &table.rows {
            let first = first_cell(&row.cells).filter(|_| !table.columns.is_empty());
            let (key, text) = whole_cells(table, &row.cells, first);
            let whole = whole_row(key.as_deref(), &text);
            self.push(PairBody::Row, row.line, key, text, whole);
        }
    }

    fn push(
        &mut self,
        body: PairBody,
        line: usize,
        key: Option<String>,
        text: Text,
        whole: String,
    ) {
        let (slot, parent) = (self.slot, self.parent);
        let (table, others) = (None, Vec::new());
        self.units.push(TextUnit { body, line, slot, parent, key, text, whole, table, others });
    }
}

/// A row's key and text for the role that owns a column of a comparison table, else for any reader.
fn row_text(table: &Table, cells: &[Text], own: Subject) -> (Option<String>, Text) {
    if table.is_comparison()
        && let Some(column) = table.column_of(own)
    {
        return (row_key(table, cells), cells.get(column).cloned().unwrap_or_default());
    }
    whole_cells(table, cells, row_key(table, cells))
}

/// A row's key, if it is not the only cell, and all other cells with their headers.
fn whole_cells(table: &Table, cells: &[Text], key: Option<String>) -> (Option<String>, Text) {
    let key = key.filter(|_| cells.len() > 1);
    let from = usize::from(key.is_some());
    let named = cells.len() > from + 1;
    let mut text = Text::default();
    for (column, cell) in table.columns.iter().zip(cells).skip(from) {
        if cell.is_empty() {
            continue;
        }
        if !text.as_str().is_empty() {
            text.push("; ", Default::default(), None);
        }
        if named && !column.header.is_empty() {
            text.push(&format!("{}: ", column.header.as_str().trim()), Default::default(), None);
        }
        text.push_text(cell);
    }
    (key, text)
}

/// What a row says of those that have a column of their own, but for one.
fn told_of_others(table: &Table, cells: &[Text], own: Subject) -> Vec<(Subject, Text)> {
    let about = |(column, cell): (&Column, &Text)| {
        let subject = column.subject.filter(|subject| *subject != own && !cell.is_empty())?;
        Some((subject, cell.clone()))
    };
    table.columns.iter().zip(cells).filter_map(about).collect()
}

/// The first cell, unless its column is itself about a role ("From (Director)"). A first cell that
/// says nothing is no key.
pub(crate) fn row_key(table: &Table, cells: &[Text]) -> Option<String> {
    if table.columns.first().is_none_or(|column| column.subject.is_some()) {
        return None;
    }
    first_cell(cells)
}

fn first_cell(cells: &[Text]) -> Option<String> {
    cells.first().map(|cell| cell.as_str().trim().to_owned()).filter(|key| !key.is_empty())
}

/// The whole text of a row: "key: text".
pub(crate) fn whole_row(key: Option<&str>, text: &Text) -> String {
    let text = text.as_str();
    match key {
        Some(key) if text.trim().is_empty() => key.to_owned(),
        Some(key) => format!("{key}: {text}"),
        None => text.to_owned(),
    }
}
