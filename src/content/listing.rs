//! A ladder of which only the names of the files are known.

use std::collections::HashMap;

use crate::content::source::path::{self, natural};
use crate::model::{Block, Document, Ladder, Paragraph, Text};

/// The documents at these paths as pages without their text, to choose from while they are read. Without paths
/// it is one page that says so: no ladder is without a document.
pub(crate) fn listing(name: &str, files: &[String]) -> Ladder {
    let name = path::readable(name);
    let mut files: Vec<&String> = files.iter().collect();
    files.sort_by(|a, b| natural(a, b));
    let mut counts: HashMap<&str, usize> = HashMap::new();
    files.iter().for_each(|file| *counts.entry(path::stem(file)).or_default() += 1);
    let is_double = |file: &str| counts.get(path::stem(file)).is_some_and(|count| *count > 1);
    let mut pages: Vec<Document> =
        files.into_iter().map(|file| named(file, is_double(file))).collect();
    if pages.is_empty() {
        pages.push(page(name.clone(), String::new(), "The documents are being looked for."));
    }
    Ladder { name, pages, ..Ladder::default() }
}

/// The page of a file, with the name of its folder if other files have the same name.
fn named(file: &str, is_double: bool) -> Document {
    let folder = path::readable(path::file_name(path::folder(file)));
    let title = match path::readable(path::stem(file)) {
        stem if stem.is_empty() => file.to_owned(),
        stem if is_double && !folder.is_empty() => format!("{folder} / {stem}"),
        stem => stem,
    };
    page(title, file.to_owned(), "This document is being read.")
}

fn page(title: String, file: String, words: &str) -> Document {
    Document {
        label: title.clone(),
        title,
        file,
        line: 1,
        last_line: 1,
        breadcrumb: true,
        preamble: vec![Block::Paragraph(Paragraph { line: 1, text: Text::plain(words) })],
        ..Document::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_listed_by_their_names() {
        let files = ["b/senior.md", "b/--.md", "a/junior.md", "b/junior.md"].map(str::to_owned);
        let ladder = listing("our-ladder", &files);
        let titles: Vec<&str> = ladder.pages.iter().map(|page| page.title.as_str()).collect();
        assert_eq!(ladder.name, "Our Ladder");
        assert_eq!(titles, ["A / Junior", "b/--.md", "B / Junior", "Senior"]);
    }
}
