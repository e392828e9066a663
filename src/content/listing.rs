//! A ladder of which only the names of the files are known.

use crate::content::source::path::{self, natural};
use crate::model::{Block, Document, Ladder, Paragraph, Text};

/// The documents at these paths as pages without their text, to choose from while they are read. Without paths
/// it is one page that says so: no ladder is without a document.
pub(crate) fn listing(name: &str, files: &[String]) -> Ladder {
    let name = path::readable(name);
    let mut files: Vec<&String> = files.iter().collect();
    files.sort_by(|a, b| natural(a, b));
    let mut pages: Vec<Document> = files.into_iter().map(|file| named(file)).collect();
    if pages.is_empty() {
        pages.push(page(name.clone(), String::new(), "The documents are being looked for."));
    }
    Ladder { name, pages, ..Ladder::default() }
}

fn named(file: &str) -> Document {
    let stem = path::readable(path::stem(file));
    let title = if stem.is_empty() { file.to_owned() } else { stem };
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
        let ladder = listing("our-ladder", &["b/senior.md".to_owned(), "b/--.md".to_owned()]);
        let titles: Vec<&str> = ladder.pages.iter().map(|page| page.title.as_str()).collect();
        assert_eq!((ladder.name.as_str(), titles), ("Our Ladder", vec!["b/--.md", "Senior"]));
    }
}
