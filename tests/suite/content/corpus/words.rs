//! No word of a real ladder is lost.

use std::collections::HashSet;
use std::path::PathBuf;

use rungs::model::{Block, Document};

use super::source::text_of;
use crate::support::beside::ladders;
use crate::support::ladders::load;

/// Every text of a document that a screen shows, front matter and titles included.
fn everything(document: &Document) -> String {
    let mut shown = format!("{} {} ", document.title, document.label);
    for entry in &document.front_matter.entries {
        shown.push_str(&format!("{} {} ", entry.key, entry.value));
    }
    for section in &document.sections {
        shown.push_str(&format!("{} ", section.title.as_str()));
    }
    fn texts(block: &Block, shown: &mut String) {
        match block {
            Block::Paragraph(it) => shown.push_str(&format!("{} ", it.text.as_str())),
            Block::List(it) => {
                for (at, item) in it.items.iter().enumerate() {
                    let number = it.start.map_or(0, |start| start as usize) + at;
                    shown.push_str(&format!("{number} {} ", item.text.as_str()));
                    item.blocks.iter().for_each(|block| texts(block, shown));
                }
            }
            Block::Table(it) => {
                let headers = it.columns.iter().map(|column| &column.header);
                let cells = it.rows.iter().flat_map(|row| &row.cells);
                headers.chain(cells).for_each(|t| shown.push_str(&format!("{} ", t.as_str())));
            }
            Block::Quote(it) => {
                let kind = it.callout.as_ref().map_or("", |callout| callout.kind.as_str());
                shown.push_str(&format!("{kind} "));
                it.blocks.iter().for_each(|block| texts(block, shown));
            }
            Block::Code(it) => shown.push_str(&format!("{} ", it.text)),
            Block::Image(it) => shown.push_str(&format!("{} ", it.alt)),
            Block::Rule(_) => {}
        }
    }
    document.blocks().for_each(|block| texts(block, &mut shown));
    shown
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1).map(str::to_lowercase)
}

#[test]
fn no_word_of_the_corpus_is_lost() {
    assert_eq!(lost(&ladders("corpus")), [""; 0]);
}

#[test]
fn no_word_of_other_ladders_is_lost() {
    assert_eq!(lost(&ladders("ladders")), [""; 0]);
}

/// The words of ladders' files that no document shows.
fn lost(ladders: &[PathBuf]) -> Vec<String> {
    let mut lost = Vec::new();
    for path in ladders {
        let loaded = load(path);
        for (source, became) in loaded.sources.iter().zip(&loaded.explanations) {
            // Data in which nothing is a level is no part of a ladder: what programs are set up by.
            if became.became == "nothing" && became.rule == "data without levels in a known form" {
                continue;
            }
            // The levels of data are told with those of other files, under roles of those.
            // What a page repeats of other roles is told in their pages.
            let is_anywhere = became.became == "part of several roles"
                || became.rule.ends_with("its text about other roles is on their pages");
            let here = |document: &&Document| is_anywhere || document.file == source.path;
            let documents = loaded.ladder.documents().map(|(_, document)| document).filter(here);
            let all: String = documents.map(everything).collect();
            let shown: HashSet<String> = words(&all).collect();
            // A word that markup parts in the source is one on the screen.
            let joined: String = words(&all).collect();
            let text = text_of(&source.path, &source.text);
            let is_lost = |word: &String| {
                // The numbers of lists are counted anew.
                let is_number = word.len() < 3 && word.bytes().all(|b| b.is_ascii_digit());
                !is_number && !shown.contains(word) && !joined.contains(word)
            };
            lost.extend(
                words(&text).filter(is_lost).map(|word| format!("{}: {word}", source.path)),
            );
        }
    }
    lost
}
