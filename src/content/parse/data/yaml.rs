//! YAML mappings as keys, values and lines.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;

use crate::content::parse::data::tree::{self, Data, DataNode};
use crate::model::clean;
use crate::model::{Entry, Value};

/// The message for a text that exceeds the limits of the reader.
pub(crate) const TOO_MUCH: &str = "it has more values than rungs reads";

/// The reason why a YAML text could not be read.
#[derive(Debug)]
pub(crate) enum YamlError {
    /// It is YAML, but not keys and values.
    NotAMapping,
    /// It is not YAML; the fault, and the line and column of the text.
    Malformed { message: String, place: Option<(usize, usize)> },
}

/// Reads a mapping. Repeated keys are returned repeatedly; lines are those of `text`.
pub(crate) fn mapping(text: &str) -> Result<Vec<Entry>, YamlError> {
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Ok(Vec::new());
    }
    serde_yaml::from_str_with_options::<Root>(text, options()).map_err(explain).and_then(|root| {
        match root {
            Root::Mapping(entries) => Ok(entries),
            Root::Other => Err(YamlError::NotAMapping),
        }
    })
}

/// Reads any YAML as a tree; lines are those of `text`.
pub(crate) fn tree(text: &str) -> Result<DataNode, YamlError> {
    let value = serde_yaml::from_str_with_options::<Spanned<Data>>(text, options());
    value.map(tree::node).map_err(explain)
}

/// Reads a file of YAML, which can have several documents between lines of dashes: those are a list.
pub(crate) fn file(text: &str) -> Result<DataNode, YamlError> {
    let lone = tree(text);
    let is_rule = |line: &str| line.trim_end() == "---";
    if lone.is_ok() || !text.lines().skip(1).any(is_rule) {
        return lone;
    }
    let all = serde_yaml::from_multiple_with_options::<Spanned<Data>>(text, options());
    let nodes: Vec<DataNode> = all.map_err(explain)?.into_iter().map(tree::node).collect();
    let (line, column) = nodes.first().map_or((1, 1), |first| (first.line, first.column));
    Ok(DataNode { line, column, data: Data::List(nodes) })
}

/// Reading and walking recurse, in threads with small stacks. Nobody nests deeper by hand.
const MAX_DEPTH: usize = 32;

/// Nesting is limited, and by default aliases are too, so neither stack nor memory can be exhausted.
fn options() -> serde_yaml::Options {
    serde_yaml::options! {
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        duplicate_keys: serde_yaml::DuplicateKeyPolicy::PassThrough,
        merge_keys: serde_yaml::MergeKeyPolicy::AsOrdinary,
        non_finite_float_policy: serde_yaml::NonFiniteFloatPolicy::AsString,
        with_snippet: false,
        budget: serde_yaml::budget! { max_depth: MAX_DEPTH },
    }
}

fn explain(error: serde_yaml::Error) -> YamlError {
    let place = error
        .location()
        .map(|at| (at.line() as usize, at.column() as usize))
        .filter(|(line, column)| *line > 0 && *column > 0);
    let message = error.to_string();
    // The position is shown next to the message, so the message does not repeat it.
    let message = message.split(" at line ").next().unwrap_or(&message).trim().to_owned();
    let is_too_much = message.starts_with("budget breached");
    let message = if is_too_much { TOO_MUCH.to_owned() } else { message };
    YamlError::Malformed { message, place }
}

enum Root {
    Mapping(Vec<Entry>),
    Other,
}

impl<'de> Deserialize<'de> for Root {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RootVisitor)
    }
}

struct RootVisitor;

impl<'de> Visitor<'de> for RootVisitor {
    type Value = Root;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("keys and values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Root, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<Spanned<Option<String>>>()? {
            let AnyValue(value) = map.next_value()?;
            entries.push(Entry {
                key: clean::line(key.value.as_deref().unwrap_or("~")).into_owned(),
                value,
                line: (key.referenced.line() as usize).max(1),
            });
        }
        Ok(Root::Mapping(entries))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Root, A::Error> {
        while seq.next_element::<serde::de::IgnoredAny>()?.is_some() {}
        Ok(Root::Other)
    }

    fn visit_str<E>(self, _: &str) -> Result<Root, E> {
        Ok(Root::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Root, E> {
        Ok(Root::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Root, E> {
        Ok(Root::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Root, E> {
        Ok(Root::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Root, E> {
        Ok(Root::Other)
    }

    fn visit_unit<E>(self) -> Result<Root, E> {
        Ok(Root::Other)
    }

    fn visit_none<E>(self) -> Result<Root, E> {
        Ok(Root::Other)
    }
}

struct AnyValue(Value);

impl<'de> Deserialize<'de> for AnyValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyVisitor).map(AnyValue)
    }
}

struct AnyVisitor;

impl<'de> Visitor<'de> for AnyVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_i128<E: serde::de::Error>(self, value: i128) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_u128<E: serde::de::Error>(self, value: u128) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(clean::line(value).into_owned()))
    }

    fn visit_bytes<E: serde::de::Error>(self, _: &[u8]) -> Result<Value, E> {
        Err(E::custom("binary data is not allowed here"))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(Self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(AnyValue(value)) = seq.next_element()? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<Option<String>>()? {
            let AnyValue(value) = map.next_value()?;
            entries.push((clean::line(key.as_deref().unwrap_or("~")).into_owned(), value));
        }
        Ok(Value::Map(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_texts_of_a_file_are_a_list() {
        let list = file("---\nlevel: 1\n---\nlevel: 2\n").unwrap();
        let lines: Vec<_> = list.list().iter().map(|it| (it.line, it.words(&["level"]))).collect();
        assert_eq!(lines, [(2, Some("1")), (4, Some("2"))]);
        assert_eq!(file("a: 1\n").unwrap().words(&["a"]), Some("1"));
        assert!(file("a: [\n---\nb: ]\n").is_err());
    }
}
