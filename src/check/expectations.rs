//! The expectations of a role for the rules about prose: its list items, each with its list.

use unicode_segmentation::UnicodeSegmentation;

use crate::lexicon::fold_space;
use crate::model::{Block, Document, Item, Ladder, List, RoleId};

/// A list item of a role.
#[derive(Debug, Clone)]
pub(crate) struct Expectation<'a> {
    pub(crate) document: &'a Document,
    pub(crate) role: RoleId,
    /// The number of its list in the role.
    pub(crate) list: usize,
    pub(crate) line: usize,
    /// Its key: the bold words at its beginning.
    pub(crate) key: Option<String>,
    /// Its text, on one line.
    pub(crate) text: String,
    /// The same without its key.
    pub(crate) body: String,
    /// Whether it has inner items or further paragraphs.
    pub(crate) goes_on: bool,
}

/// The expectations of a role in reading order. Inner items follow the item around them.
pub(crate) fn of_role(ladder: &Ladder, id: RoleId) -> Vec<Expectation<'_>> {
    let document = &ladder.role(id).document;
    let mut reader = ExpectationReader { document, role: id, lists: 0, found: Vec::new() };
    document.blocks().for_each(|block| reader.block(block));
    reader.found
}

struct ExpectationReader<'a> {
    document: &'a Document,
    role: RoleId,
    lists: usize,
    found: Vec<Expectation<'a>>,
}

impl<'a> ExpectationReader<'a> {
    fn block(&mut self, block: &'a Block) {
        match block {
            Block::List(list) => self.list(list),
            Block::Quote(quote) => quote.blocks.iter().for_each(|block| self.block(block)),
            _ => {}
        }
    }

    fn list(&mut self, list: &'a List) {
        self.lists += 1;
        let number = self.lists;
        for item in &list.items {
            self.item(item, number);
            item.blocks.iter().for_each(|block| self.block(block));
        }
    }

    fn item(&mut self, item: &Item, list: usize) {
        let plain = item.text.as_str();
        let key = item.text.key();
        let body = key.as_ref().map_or(plain, |(_, at)| &plain[*at..]);
        // An item that is only a link is not an expectation.
        if item.text.is_link() {
            return;
        }
        self.found.push(Expectation {
            document: self.document,
            role: self.role,
            list,
            line: item.line,
            body: fold_space(body),
            key: key.map(|(key, _)| key),
            text: fold_space(plain),
            goes_on: !item.blocks.is_empty(),
        });
    }
}

/// The words of a text in small letters, without punctuation.
pub(crate) fn said(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    for word in text.unicode_words() {
        if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(&word.to_lowercase());
    }
    said
}
