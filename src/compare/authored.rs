//! The tables of a ladder that have a column for each of the two roles.

use crate::compare::comparison::{Kind, PairBody, Part, TablePage, Topic, TopicSource};
use crate::compare::pairs::{pair, topic_kind};
use crate::compare::spot::{DocumentFile, Spot};
use crate::compare::tables::{each_table, page_name};
use crate::compare::units::{row_key, whole_row};
use crate::model::{DocumentId, Ladder, Origin, Row, Subject, Table};

/// One topic for every table of the ladder that has a column for either side, in reading order.
#[derive(Debug, Default)]
pub(crate) struct AuthoredTopics {
    /// Tables that an author wrote to compare the two.
    pub(crate) of_both: Vec<Topic>,
    /// Tables of more levels, which say of each what fits into a cell.
    pub(crate) of_more: Vec<Topic>,
}

/// The topics of the tables in some documents.
pub(crate) fn authored_topics(
    ladder: &Ladder,
    documents: impl IntoIterator<Item = DocumentId>,
    left: Subject,
    right: Subject,
) -> AuthoredTopics {
    let mut topics = AuthoredTopics::default();
    if left == right {
        return topics;
    }
    // A table with the roles as columns is what they say themselves.
    let is_from = |side: Subject, file: &str| match side {
        Subject::Role(role) => {
            let role = ladder.role(role);
            role.origin == Origin::Column && role.document.file == file
        }
        Subject::Counterpart(_) => false,
    };
    for id in documents {
        let document = ladder.document(id);
        if is_from(left, &document.file) && is_from(right, &document.file) {
            continue;
        }
        let file = DocumentFile::new(id, document);
        each_table(document, &mut |heading, line, table| {
            let columns = table.column_of(left).zip(table.column_of(right));
            if let Some((left, right)) = columns {
                let page = TablePage { document: id, name: page_name(ladder, id).to_owned() };
                let side = |row, column| part(&file, table, row, column);
                let rows = table.rows.iter().map(|row| [side(row, left), side(row, right)]);
                let columns = table.columns.iter().filter(|column| column.subject.is_some());
                let among = match columns.count() {
                    2 => &mut topics.of_both,
                    _ => &mut topics.of_more,
                };
                among.push(topic(page, &file.spot(line, heading), rows));
            }
        });
    }
    topics
}

fn topic(page: TablePage, title: &Spot, rows: impl Iterator<Item = [Part; 2]>) -> Topic {
    let pairs: Vec<_> = rows.map(|[left, right]| pair(Some(left), Some(right))).collect();
    Topic {
        kind: topic_kind(Kind::Same, &pairs, &[]),
        title: title.text.clone(),
        source: TopicSource::Table(page),
        left: Some(title.clone()),
        right: Some(title.clone()),
        pairs,
        topics: Vec::new(),
        why: Vec::new(),
    }
}

fn part(document: &DocumentFile, table: &Table, row: &Row, column: usize) -> Part {
    let key = row_key(table, &row.cells);
    let text = row.cells.get(column).cloned().unwrap_or_default();
    let spot = document.spot(row.line, &whole_row(key.as_deref(), &text));
    Part { spot, body: PairBody::Row, key, text, changed: Vec::new() }
}
