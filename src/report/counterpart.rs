//! What is known of a role that has no document of its own.

use crate::model::{
    Block, Counterpart, CounterpartId, Document, DocumentId, Item, KnownFrom, Ladder, List,
    Paragraph, Row, Section, SectionKind, SpanStyle, Subject, Table, Text,
};

/// Gathers what the tables of others say of a counterpart into a document: a section a table, an
/// item a row.
#[must_use]
pub fn counterpart_document(ladder: &Ladder, id: CounterpartId) -> Document {
    let counterpart = ladder.counterpart(id);
    let first = counterpart.known_from.first();
    let mut document = Document {
        title: counterpart.name.clone(),
        label: counterpart.name.clone(),
        file: first.map_or(String::new(), |known| ladder.role(known.role).document.file.clone()),
        line: first.map_or(1, |known| known.line),
        expanded: true,
        breadcrumb: true,
        preamble: vec![Block::Paragraph(Paragraph { line: 1, text: origin(ladder, counterpart) })],
        ..Document::default()
    };
    for (known, table, column) in tables(ladder, id) {
        let source = &ladder.role(known.role).document;
        let title = match known.section {
            Some(section) => source.section(section).title.clone(),
            None => Text::plain(&source.title),
        };
        document.sections.push(Section {
            title,
            kind: SectionKind::Heading(2),
            depth: 1,
            anchor: format!("table-{}", known.line),
            line: known.line,
            blocks: vec![facts(table, column)],
        });
    }
    document
}

/// The document that each section of a counterpart's page comes from.
#[must_use]
pub fn counterpart_sources(ladder: &Ladder, id: CounterpartId) -> Vec<DocumentId> {
    tables(ladder, id).map(|(known, _, _)| DocumentId::Role(known.role)).collect()
}

/// The tables that tell of a counterpart, and its column in each.
fn tables(ladder: &Ladder, id: CounterpartId) -> impl Iterator<Item = (&KnownFrom, &Table, usize)> {
    ladder.counterpart(id).known_from.iter().filter_map(move |known| {
        let source = &ladder.role(known.role).document;
        let table = source.tables().into_iter().find(|table| table.line == known.line)?;
        Some((known, table, table.column_of(Subject::Counterpart(id))?))
    })
}

/// One sentence that says why there is no more to read, with links to the sources.
fn origin(ladder: &Ladder, counterpart: &Counterpart) -> Text {
    let mut text = Text::plain(format!(
        "{} has no document of its own. The facts below are from tables of these documents: ",
        counterpart.name
    ));
    let mut roles: Vec<_> = counterpart.known_from.iter().map(|known| known.role).collect();
    roles.dedup();
    for (i, role) in roles.into_iter().enumerate() {
        if i > 0 {
            text.push(", ", SpanStyle::default(), None);
        }
        let document = &ladder.role(role).document;
        let place = crate::model::Place { document: DocumentId::Role(role), section: None };
        let link = crate::model::Link { target: document.file.clone(), place: Some(place) };
        text.push(&document.title, SpanStyle::default(), Some(&link));
    }
    text.push(".", SpanStyle::default(), None);
    text
}

fn facts(table: &Table, column: usize) -> Block {
    let keyed = table.columns.first().is_some_and(|first| first.subject.is_none());
    let item = |row: &Row| Item {
        line: row.line,
        checked: None,
        text: fact(row, column, keyed),
        blocks: Vec::new(),
    };
    Block::List(List {
        line: table.line,
        start: None,
        items: table.rows.iter().map(item).collect(),
    })
}

fn fact(row: &Row, column: usize, keyed: bool) -> Text {
    let mut text = Text::default();
    if keyed && column > 0 && !row.cells[0].is_empty() {
        let bold = SpanStyle { bold: true, ..SpanStyle::default() };
        text.push(row.cells[0].as_str().trim(), bold, None);
        text.push(": ", SpanStyle::default(), None);
    }
    text.push_text(&row.cells[column]);
    text
}
