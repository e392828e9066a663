//! Data as a tree with line numbers.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;

use crate::lexicon::fold_space;
use crate::model::clean;

/// A value and its first line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DataNode {
    /// The 1-based line, and column, in the text that was read.
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) data: Data,
}

/// The kind of a value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Data {
    Null,
    /// A text, a number or a boolean, as text.
    Text(String),
    List(Vec<DataNode>),
    /// Keys in the order of the file, each with its line.
    Map(Vec<DataKey>),
}

/// A key of a map.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DataKey {
    pub(crate) name: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) value: DataNode,
}

impl DataNode {
    /// The value of a key, ignoring case.
    pub(crate) fn get(&self, key: &str) -> Option<&DataNode> {
        self.keys().iter().find(|known| known.name.eq_ignore_ascii_case(key)).map(|key| &key.value)
    }

    /// The first of some keys that is present.
    pub(crate) fn first(&self, keys: &[&str]) -> Option<&DataNode> {
        keys.iter().find_map(|key| self.get(key))
    }

    /// The text of the first of some keys that has a text.
    pub(crate) fn words(&self, keys: &[&str]) -> Option<&str> {
        keys.iter().find_map(|key| self.get(key)?.text())
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match &self.data {
            Data::Text(text) if !text.trim().is_empty() => Some(text.trim()),
            _ => None,
        }
    }

    pub(crate) fn list(&self) -> &[DataNode] {
        if let Data::List(nodes) = &self.data { nodes } else { &[] }
    }

    pub(crate) fn keys(&self) -> &[DataKey] {
        if let Data::Map(keys) = &self.data { keys } else { &[] }
    }

    /// The same with lines counted from an earlier line.
    pub(crate) fn moved(mut self, lines: usize) -> Self {
        let mut waiting: Vec<&mut DataNode> = vec![&mut self];
        while let Some(node) = waiting.pop() {
            node.line += lines;
            match &mut node.data {
                Data::List(nodes) => waiting.extend(nodes),
                Data::Map(keys) => {
                    for key in keys {
                        key.line += lines;
                        waiting.push(&mut key.value);
                    }
                }
                Data::Null | Data::Text(_) => {}
            }
        }
        self
    }
}

impl Data {
    /// A text on one line, without control characters.
    pub(crate) fn text(value: &str) -> Self {
        let words = fold_space(value);
        Self::Text(clean::line(&words).into_owned())
    }

    /// Whether it is a list or a map with contents.
    pub(crate) fn holds_values(&self) -> bool {
        match self {
            Self::List(nodes) => !nodes.is_empty(),
            Self::Map(keys) => !keys.is_empty(),
            Self::Null | Self::Text(_) => false,
        }
    }
}

impl<'de> Deserialize<'de> for Data {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DataVisitor)
    }
}

/// A value with its position.
pub(crate) fn node(value: Spanned<Data>) -> DataNode {
    let place = value.referenced;
    DataNode {
        line: (place.line() as usize).max(1),
        column: (place.column() as usize).max(1),
        data: value.value,
    }
}

struct DataVisitor;

impl<'de> Visitor<'de> for DataVisitor {
    type Value = Data;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Data, E> {
        Ok(Data::Text(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Data, E> {
        Ok(Data::Text(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Data, E> {
        Ok(Data::Text(value.to_string()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Data, E> {
        Ok(Data::Text(value.to_string()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Data, E> {
        Ok(Data::Text(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Data, E> {
        Ok(Data::Text(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Data, E> {
        Ok(Data::text(value))
    }

    fn visit_unit<E>(self) -> Result<Data, E> {
        Ok(Data::Null)
    }

    fn visit_none<E>(self) -> Result<Data, E> {
        Ok(Data::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Data, D::Error> {
        deserializer.deserialize_any(Self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Data, A::Error> {
        let mut nodes = Vec::new();
        while let Some(value) = seq.next_element::<Spanned<Data>>()? {
            nodes.push(node(value));
        }
        Ok(Data::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Data, A::Error> {
        let mut keys = Vec::new();
        while let Some(key) = map.next_key::<Spanned<Option<String>>>()? {
            keys.push(DataKey {
                name: clean::line(key.value.as_deref().unwrap_or("~").trim()).into_owned(),
                line: (key.referenced.line() as usize).max(1),
                column: (key.referenced.column() as usize).max(1),
                value: node(map.next_value::<Spanned<Data>>()?),
            });
        }
        Ok(Data::Map(keys))
    }
}
