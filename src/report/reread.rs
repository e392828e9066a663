//! What a ladder that was read again has that it did not have before.

use std::collections::{BTreeSet, HashMap};

use crate::model::{Document, DocumentId, Ladder};

/// So many documents are named; more are counted.
const NAMED: usize = 3;

/// The differences between two readings of one ladder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reread {
    /// The documents whose texts changed, and the lines of the texts that are new.
    pub changed: HashMap<DocumentId, BTreeSet<usize>>,
    /// The documents that were not there before.
    pub new: BTreeSet<DocumentId>,
    /// What happened, in words, or `None` if no text differs.
    pub words: Option<String>,
}

impl Reread {
    /// Compares two readings. Documents correspond by file and title, or else by file alone.
    #[must_use]
    pub fn between(old: &Ladder, new: &Ladder) -> Self {
        let mut left: HashMap<(&str, &str), &Document> =
            old.documents().map(|(_, it)| ((it.file.as_str(), it.title.as_str()), it)).collect();
        let mut found: Vec<(DocumentId, &Document, Option<&Document>)> = new
            .documents()
            .map(|(id, document)| (id, document, left.remove(&(&document.file, &document.title))))
            .collect();
        for (_, document, before) in found.iter_mut().filter(|(_, _, before)| before.is_none()) {
            // The title of the only document of a file can change.
            let key = left.keys().find(|(file, _)| *file == document.file).copied();
            *before = key.and_then(|key| left.remove(&key));
        }
        let mut reread = Self::default();
        for (id, document, before) in &found {
            match before {
                None => drop(reread.new.insert(*id)),
                Some(before) => {
                    if let Some(lines) = new_lines(before, document) {
                        reread.changed.insert(*id, lines);
                    }
                }
            }
        }
        let labels = |is_one: &dyn Fn(&DocumentId) -> bool| -> Vec<&str> {
            let found = found.iter().filter(|(id, ..)| is_one(id));
            found.map(|(_, document, _)| document.label.as_str()).collect()
        };
        let mut gone: Vec<&str> = left.values().map(|document| document.file.as_str()).collect();
        gone.sort_unstable();
        gone.dedup();
        let parts = [
            said(&labels(&|id| reread.changed.contains_key(id)), ["changed", "changed"]),
            said(&labels(&|id| reread.new.contains(id)), ["is new", "are new"]),
            said(&gone, ["is gone", "are gone"]),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        reread.words = (!parts.is_empty()).then(|| parts.join(", "));
        reread
    }

    /// The sign of a document in lists: `~` if it changed, `+` if it is new.
    #[must_use]
    pub fn sign(&self, id: DocumentId) -> Option<&'static str> {
        let changed = self.changed.contains_key(&id).then_some("~");
        changed.or_else(|| self.new.contains(&id).then_some("+"))
    }
}

/// The lines of the texts that a document did not have before; `None` if it has the same texts as before.
fn new_lines(old: &Document, new: &Document) -> Option<BTreeSet<usize>> {
    let mut before: HashMap<&str, usize> = HashMap::new();
    texts(old, &mut |_, text| *before.entry(text).or_default() += 1);
    let mut lines = BTreeSet::new();
    texts(new, &mut |line, text| match before.get_mut(text) {
        Some(count) if *count > 0 => *count -= 1,
        _ => drop(lines.insert(line)),
    });
    let is_left = before.values().any(|count| *count > 0);
    (is_left || !lines.is_empty() || old.title != new.title).then_some(lines)
}

/// Calls a function with each text of a document and its line.
fn texts<'a>(document: &'a Document, visit: &mut impl FnMut(usize, &'a str)) {
    for step in document.walk() {
        step.texts(&mut |line, text| visit(line, text.as_str()));
        if let (Some(text), crate::model::Step::Block(block)) = (step.plain(), step) {
            visit(block.line(), text);
        }
    }
}

/// A few names and what happened to them, or their count.
fn said(names: &[&str], [one, several]: [&str; 2]) -> Option<String> {
    match names {
        [] => None,
        [name] => Some(format!("{name} {one}")),
        names if names.len() <= NAMED => Some(format!("{} {several}", names.join(", "))),
        names => Some(format!("{} documents {several}", names.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Options, Source, parse};

    #[track_caller]
    fn check(old: &[(&str, &str)], new: &[(&str, &str)], words: Option<&str>, lines: &[usize]) {
        let read = |files: &[(&str, &str)]| {
            let sources: Vec<Source> =
                files.iter().map(|(path, text)| Source::new(*path, *text)).collect();
            parse("ladder", &sources, Options::default()).0
        };
        let reread = Reread::between(&read(old), &read(new));
        let found: Vec<usize> = reread.changed.values().flatten().copied().collect();
        assert_eq!((reread.words.as_deref(), found.as_slice()), (words, lines));
    }

    #[test]
    fn what_differs_is_named() {
        let baker = ("baker.md", "# Baker\n\n- Bakes\n- Sells\n");
        let head = ("head-baker.md", "# Head Baker\n\n- Leads\n");
        check(&[baker, head], &[baker, head], None, &[]);
        check(&[baker], &[baker, head], Some("Head Baker is new"), &[]);
        check(&[baker, head], &[baker], Some("head-baker.md is gone"), &[]);
        let edited = ("baker.md", "# Baker\n\nNew.\n\n- Bakes\n- Sells cakes\n");
        check(&[baker, head], &[edited, head], Some("Baker changed"), &[3, 6]);
        let moved = ("baker.md", "# Baker\n\n\n\n- Bakes\n- Sells\n");
        check(&[baker, head], &[moved, head], None, &[]);
        let renamed = ("baker.md", "# Senior Baker\n\n- Bakes\n- Sells\n");
        check(&[baker, head], &[renamed, head], Some("Senior Baker changed"), &[]);
    }
}
