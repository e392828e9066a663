//! One row through many columns, and what to call rows and topics that are not called alike.

use crate::compare::chain::sparse::Sparse;
use crate::compare::chain::table::{LevelCell, LevelRow};
use crate::compare::comparison::{Kind, PairBody, Part};
use crate::compare::spot::DocumentFile;
use crate::compare::units::whole_row;
use crate::compare::words::changed_words;
use crate::lexicon::fold_space;
use crate::model::Text;

/// What a cell of a table says.
pub(crate) fn row_part(
    document: &DocumentFile,
    line: usize,
    key: Option<String>,
    text: &Text,
) -> Part {
    let spot = document.spot(line, &whole_row(key.as_deref(), text));
    Part { spot, body: PairBody::Row, key, text: text.clone(), changed: Vec::new() }
}

/// A row of the parts that some of the columns have, each compared with the one before it.
pub(crate) fn row(columns: usize, parts: impl IntoIterator<Item = (usize, Part)>) -> LevelRow {
    let parts: Vec<(usize, Part)> = parts.into_iter().collect();
    let key = most_common(parts.iter().filter_map(|(_, part)| part.key.as_deref()));
    let said =
        |text: &str, key: &Option<String>| (fold_space(text), key.as_deref().map(fold_space));
    let mut before: Option<(usize, String, Option<String>)> = None;
    let mut cells: Vec<(usize, LevelCell)> = Vec::with_capacity(parts.len());
    let mut only_first = Vec::new();
    for (at, mut part) in parts {
        let text = part.text.as_str().to_owned();
        let kind = match &before {
            None => Kind::Right,
            Some((_, before, key)) if said(before, key) == said(&text, &part.key) => Kind::Same,
            Some((_, before, _)) => {
                let (in_before, in_text) = changed_words(before, &text);
                part.changed = in_text;
                if cells.len() == 1 {
                    only_first = in_before;
                }
                Kind::Changed
            }
        };
        let than = before.replace((at, text, part.key.clone())).map(|(at, ..)| at);
        cells.push((at, LevelCell { kind, before: than, part }));
    }
    let key = Some(key).filter(|key| !key.is_empty());
    LevelRow { key, cells: Sparse::new(columns, cells), only_first, why: Vec::new() }
}

/// What to call sections by: the heading that most of them have, else what their headings begin
/// with: "Transition to ...".
pub(crate) fn shared_title(headings: Vec<&str>) -> String {
    let common = most_common(headings.iter().copied());
    let [first, rest @ ..] = headings.as_slice() else { return common };
    let count = headings.iter().filter(|heading| fold_space(heading) == common).count();
    if rest.is_empty() || count * 2 > headings.len() {
        return common;
    }
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let first = words(first);
    let shared = rest.iter().map(|other| {
        let other = words(other);
        first.iter().zip(&other).take_while(|(a, b)| a == b).count()
    });
    match shared.min().unwrap_or(0) {
        // If nothing is shared, several that agree are better than none.
        0 => common,
        count => format!("{} ...", first[..count].join(" ")),
    }
}

/// The text that occurs most often, white space folded; the first of those that do.
fn most_common<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for text in texts {
        let text = fold_space(text);
        match counts.iter_mut().find(|(other, _)| *other == text) {
            Some((_, count)) => *count += 1,
            None => counts.push((text, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    counts.into_iter().find(|(_, count)| *count == most).map(|(text, _)| text).unwrap_or_default()
}
