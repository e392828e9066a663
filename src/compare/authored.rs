//! The tables that an author wrote to set the two roles side by side.

use crate::compare::comparison::{Kind, PairBody, Part, Topic, TopicSource};
use crate::compare::pairs::{pair, topic_kind};
use crate::compare::spot::Spot;
use crate::compare::units::{row_key, whole_row};
use crate::model::{Block, Document, DocumentId, Ladder, Origin, Row, Subject, Table};

/// One topic for every table of the ladder that has a column for either side, in reading order.
pub(crate) fn authored_topics(ladder: &Ladder, left: Subject, right: Subject) -> Vec<Topic> {
    let mut topics = Vec::new();
    if left == right {
        return topics;
    }
    // The table whose columns the roles are is what they say themselves.
    let is_from = |side: Subject, file: &str| match side {
        Subject::Role(role) => {
            let role = ladder.role(role);
            role.origin == Origin::Column && role.document.file == file
        }
        Subject::Counterpart(_) => false,
    };
    for (id, document) in ladder.documents() {
        if is_from(left, &document.file) && is_from(right, &document.file) {
            continue;
        }
        each_table(document, &mut |heading, line, table| {
            let columns = table.column_of(left).zip(table.column_of(right));
            if let Some(columns) = columns {
                topics.push(topic(id, heading, line, table, columns));
            }
        });
    }
    topics
}

fn topic(
    document: DocumentId,
    heading: &str,
    line: usize,
    table: &Table,
    columns: (usize, usize),
) -> Topic {
    let pairs: Vec<_> = table
        .rows
        .iter()
        .map(|row| {
            let side = |column| part(document, table, row, column);
            pair(Some(side(columns.0)), Some(side(columns.1)))
        })
        .collect();
    let spot = Spot { document, line, text: heading.to_owned() };
    Topic {
        kind: topic_kind(Kind::Same, &pairs, &[]),
        title: heading.to_owned(),
        source: TopicSource::Table(document),
        left: Some(spot.clone()),
        right: Some(spot),
        pairs,
        topics: Vec::new(),
        why: Vec::new(),
    }
}

fn part(document: DocumentId, table: &Table, row: &Row, column: usize) -> Part {
    let key = row_key(table, &row.cells);
    let text = row.cells.get(column).cloned().unwrap_or_default();
    let whole = whole_row(key.as_deref(), &text);
    let spot = Spot { document, line: row.line, text: whole };
    Part { spot, body: PairBody::Row, key, text, changed: Vec::new() }
}

/// Every table with the heading and line of its section, or the document's title and line.
pub(crate) fn each_table<'a>(
    document: &'a Document,
    visit: &mut impl FnMut(&str, usize, &'a Table),
) {
    document.preamble.iter().for_each(|block| {
        tables_in(block, &mut |table| visit(&document.title, document.line, table));
    });
    for section in &document.sections {
        for block in &section.blocks {
            tables_in(block, &mut |table| {
                visit(&section.title.to_plain(), section.line, table);
            });
        }
    }
}

fn tables_in<'a>(block: &'a Block, visit: &mut dyn FnMut(&'a Table)) {
    match block {
        Block::Table(table) => visit(table),
        Block::List(list) => {
            for block in list.items.iter().flat_map(|item| &item.blocks) {
                tables_in(block, visit);
            }
        }
        Block::Quote(quote) => quote.blocks.iter().for_each(|block| tables_in(block, visit)),
        _ => {}
    }
}
