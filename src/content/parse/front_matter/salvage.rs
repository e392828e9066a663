//! The usable part of malformed front matter: each top-level key with its lines, read on its
//! own.

use crate::content::parse::front_matter::language::Language;
use crate::lexicon::fold_space;
use crate::model::clean;
use crate::model::{Entry, Value};

/// The entries of a malformed text; lines are those of the text.
pub(crate) fn entries(text: &str, language: Language) -> Vec<Entry> {
    let mut chunks: Vec<(usize, String)> = Vec::new();
    for (i, line) in text.lines().enumerate() {
        match chunks.last_mut() {
            Some((_, chunk)) if !language.looks_like_key(line) => {
                chunk.push('\n');
                chunk.push_str(line);
            }
            _ => chunks.push((i + 1, line.to_owned())),
        }
    }
    chunks.into_iter().flat_map(|(line, chunk)| entries_of(line, &chunk, language)).collect()
}

fn entries_of(line: usize, chunk: &str, language: Language) -> Vec<Entry> {
    if let Ok(entries) = language.mapping(chunk) {
        return entries.into_iter().map(|entry| Entry { line, ..entry }).collect();
    }
    let (key, value) = chunk.split_once(language.sign()).unwrap_or((chunk, ""));
    let words = fold_space(value);
    let value = words.trim_matches(['"', '\'']);
    let value = if value.is_empty() { Value::Null } else { Value::Text(clean::line(value).into()) };
    vec![Entry { key: clean::line(key.trim()).into_owned(), value, line }]
}
