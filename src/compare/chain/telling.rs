//! Where a text begins to differ from the level before: after the words that both have, and behind the
//! level's own name ("As a Senior Engineer, you ...").

use std::collections::HashSet;
use std::ops::Range;
use std::slice;

use crate::compare::chain::table::{LevelCell, LevelRow, Levels};
use crate::compare::comparison::Kind;
use crate::compare::words::{Word, words};
use crate::lexicon::is_function_word;

impl Levels {
    /// The byte of a column's text at which it begins to say what the nearest column before does not
    /// say; for the first that says anything, what the next does not. `None` if it says the same, or
    /// another name of a level alone.
    #[must_use]
    pub fn telling(&self, row: &LevelRow, column: usize) -> Option<usize> {
        let cell = row.cells.get(column).filter(|cell| cell.kind != Kind::Same)?;
        let text = cell.part.text.as_str();
        let (neighbor, changed) = neighbor(row, column, cell);
        let names = &self.name_words[column];
        match neighbor {
            None => OpeningWords::new(text, "", names).end(slice::from_ref(&(0..text.len()))),
            // The next says the same, or under another key.
            Some(_) if changed.is_empty() => Some(0),
            Some(other) => OpeningWords::new(text, other.part.text.as_str(), names).end(changed),
        }
    }
}

/// The cell that a column's cell is compared with, and the part of its own text that the other does not
/// have.
fn neighbor<'a>(
    row: &'a LevelRow,
    column: usize,
    cell: &'a LevelCell,
) -> (Option<&'a LevelCell>, &'a [Range<usize>]) {
    match cell.before {
        Some(before) => (row.cells.get(before), &cell.part.changed),
        None => {
            let behind = row.cells.some().find(|(at, _)| *at > column);
            (behind.map(|(_, cell)| cell), &row.only_first)
        }
    }
}

/// A text, and the words that tell nothing where its changed words begin with them.
struct OpeningWords<'a> {
    words: Vec<Word<'a>>,
    shared: HashSet<String>,
    names: &'a HashSet<String>,
}

impl<'a> OpeningWords<'a> {
    fn new(text: &'a str, neighbor: &str, names: &'a HashSet<String>) -> Self {
        let shared = words(neighbor).iter().map(|word| word.text.to_lowercase()).collect();
        Self { words: words(text), shared, names }
    }

    /// Where the first word is that tells anything.
    fn end(&self, changed: &[Range<usize>]) -> Option<usize> {
        let says = |word: &Word<'_>| !(word.is_sign() || is_function(word) || self.is_name(word));
        if !self.words.iter().any(says) {
            return None;
        }
        changed.iter().find_map(|range| {
            let mut at = self.words.partition_point(|word| word.start < range.start);
            while self.words.get(at).is_some_and(|word| word.start < range.end) {
                match self.passed(at) {
                    Some(next) => at = next,
                    None => return Some(self.words[at].start),
                }
            }
            None
        })
    }

    /// The word behind one that tells nothing.
    fn passed(&self, at: usize) -> Option<usize> {
        let word = &self.words[at];
        let both_have = || self.shared.contains(&word.text.to_lowercase());
        if word.is_sign() || (is_function(word) && both_have()) {
            return Some(at + 1);
        }
        self.behind_name(at)
    }

    /// The word behind the name of the level, where that is here behind a word such as "as" or "a":
    /// "Lead two teams" is no name of a Lead.
    fn behind_name(&self, at: usize) -> Option<usize> {
        let count = |from: usize, test: &dyn Fn(&Word<'_>) -> bool| {
            self.words[from..].iter().take_while(|word| test(word)).count()
        };
        let name = at + count(at, &is_function);
        let end = name + count(name, &|word| self.is_name(word));
        let before = at.checked_sub(1).map(|before| &self.words[before]);
        let is_led = name > at || before.is_some_and(|it| is_function(it) || self.is_name(it));
        (end > name && is_led).then_some(end)
    }

    fn is_name(&self, word: &Word<'_>) -> bool {
        self.names.contains(&word.text.to_lowercase())
    }
}

fn is_function(word: &Word<'_>) -> bool {
    is_function_word(&word.text.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::words::changed_words;

    /// The part of the right text that is shown, for a level with some names.
    #[track_caller]
    fn check(names: &str, left: &str, right: &str, want: &str) {
        let names: HashSet<String> = names.split(' ').map(str::to_owned).collect();
        let changed = changed_words(left, right).1;
        let end = OpeningWords::new(right, left, &names).end(&changed);
        assert_eq!(end.map_or("", |end| &right[end..]), want, "{left:?} and {right:?}");
    }

    #[test]
    fn a_text_is_told_from_its_first_word_of_its_own() {
        check("senior", "Owns the roof of one house", "Owns the roof of a street", "a street");
        check("senior", "Bakes bread", "Runs the bakery", "Runs the bakery");
        check("senior", "You bake bread", "You run all of the shops", "run all of the shops");
        check("senior", "Works with guidance", "Works without guidance", "without guidance");
    }

    #[test]
    fn the_name_of_the_level_tells_nothing() {
        let (junior, senior) = ("As a Junior Baker, you bake.", "As a Senior Baker, you plan.");
        check("senior baker", junior, senior, "plan.");
        check("senior baker", "As a Baker, you bake.", "As a Senior Baker, you bake.", "");
        check("lead baker", "Bake for two shops", "Lead three shops", "Lead three shops");
        check("l3 baker", "L2", "L3", "");
    }
}
