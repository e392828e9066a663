//! TOML as a tree with line numbers, and as keys and values.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::parse::data::tree::{Data, DataKey, DataNode};
use crate::content::source::lines::LineStarts;
use crate::model::clean;
use crate::model::{Entry, Value};

/// The reason why a TOML text could not be read: the fault, and the line and column of the text.
#[derive(Debug)]
pub(crate) struct TomlError {
    pub(crate) message: String,
    pub(crate) place: Option<(usize, usize)>,
}

/// Reads TOML as a tree; lines are those of `text`.
pub(crate) fn tree(text: &str) -> Result<DataNode, TomlError> {
    let places = TextPlaces::of(text);
    let table = parse(text, &places)?;
    Ok(DataNode { line: 1, column: 1, data: places.map(table.get_ref()) })
}

/// Reads the keys and values of the outermost table; lines are those of `text`.
pub(crate) fn mapping(text: &str) -> Result<Vec<Entry>, TomlError> {
    let places = TextPlaces::of(text);
    let table = parse(text, &places)?;
    let mut entries: Vec<Entry> = table
        .get_ref()
        .iter()
        .map(|(key, value)| Entry {
            key: clean::line(key.get_ref()).into_owned(),
            value: self::value(value.get_ref()),
            line: places.of_span(&key.span()).0,
        })
        .collect();
    entries.sort_by_key(|entry| entry.line);
    Ok(entries)
}

/// The parser limits nesting, so the walk over its result can recurse.
fn parse<'a>(text: &'a str, places: &TextPlaces<'_>) -> Result<Spanned<DeTable<'a>>, TomlError> {
    DeTable::parse(text).map_err(|error| TomlError {
        message: clean::line(&error.message().replace('\n', "; ")).into_owned(),
        place: error.span().map(|span| places.of_span(&span)),
    })
}

/// From bytes of a text to lines and columns.
struct TextPlaces<'a> {
    text: &'a str,
    lines: LineStarts,
}

impl<'a> TextPlaces<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, lines: LineStarts::new(text, 1) }
    }

    fn of_span(&self, span: &Range<usize>) -> (usize, usize) {
        (self.lines.at(span.start), self.lines.column(self.text, span.start))
    }

    fn map(&self, table: &DeTable<'_>) -> Data {
        let key = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
            let key: &Spanned<std::borrow::Cow<'_, str>> = key;
            let (line, column) = self.of_span(&key.span());
            let name = clean::line(key.get_ref().trim()).into_owned();
            DataKey { name, line, column, value: self.node(value) }
        };
        let mut keys: Vec<DataKey> = table.iter().map(key).collect();
        keys.sort_by_key(|key| (key.line, key.column));
        Data::Map(keys)
    }

    fn node(&self, value: &Spanned<DeValue<'_>>) -> DataNode {
        let (line, column) = self.of_span(&value.span());
        let data = match value.get_ref() {
            DeValue::Table(table) => self.map(table),
            DeValue::Array(values) => Data::List(values.iter().map(|v| self.node(v)).collect()),
            other => Data::text(&spelled(other)),
        };
        DataNode { line, column, data }
    }
}

/// A value as written, without quotes.
fn spelled(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(time) => time.to_string(),
        DeValue::Array(_) | DeValue::Table(_) => String::new(),
    }
}

fn value(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::Boolean(flag) => Value::Bool(*flag),
        DeValue::Integer(_) | DeValue::Float(_) => {
            let written = spelled(value);
            match written.parse::<f64>() {
                // A number that would print differently keeps its spelling: "1.10" is not 1.1.
                Ok(number) if number.is_finite() && number.to_string() == written => {
                    Value::Number(number)
                }
                _ => Value::Text(written),
            }
        }
        DeValue::String(_) | DeValue::Datetime(_) => {
            Value::Text(clean::line(&spelled(value)).into_owned())
        }
        DeValue::Array(values) => {
            Value::List(values.iter().map(|inner| self::value(inner.get_ref())).collect())
        }
        DeValue::Table(table) => Value::Map(
            table
                .iter()
                .map(|(key, inner)| {
                    (clean::line(key.get_ref()).into_owned(), self::value(inner.get_ref()))
                })
                .collect(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_and_values_know_their_lines() {
        let tree =
            tree("name = \"A\"\n\n[[levels]]\ntitle = '''\nL1\nb'''\n[levels.x]\ny = [1.10]\n");
        let tree = tree.unwrap();
        let level = &tree.get("levels").unwrap().list()[0];
        assert_eq!((level.line, level.words(&["title"])), (3, Some("L1 b")));
        let deep = &level.get("x").unwrap().keys()[0];
        assert_eq!((deep.line, deep.column, deep.value.list()[0].text()), (8, 1, Some("1.10")));
    }

    #[test]
    fn what_is_wrong_has_a_place() {
        let error = mapping("a = 1\nb = [\n").unwrap_err();
        assert!(error.place.is_some_and(|(line, _)| line > 1), "{error:?}");
        assert!(!error.message.contains('\n'));
    }
}
