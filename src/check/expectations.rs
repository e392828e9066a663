//! The expectations of a role for the rules about prose: its list items, each with its list.

use std::borrow::Cow;

use crate::check::vocabulary::{TextWords, Vocabulary};
use crate::lexicon::{fold_space, is_folded};
use crate::model::{Block, Document, Item, Ladder, List, RoleId};

/// A list item of a role.
#[derive(Debug, Clone)]
pub(crate) struct Expectation<'a> {
    pub(crate) document: &'a Document,
    pub(crate) role: RoleId,
    /// The number of its list in the role.
    pub(crate) list: usize,
    item: &'a Item,
    /// Whether its text is as written.
    is_folded: bool,
    /// Where its text goes on behind its key.
    body_at: usize,
    /// What the words of its text are.
    pub(crate) words: TextWords,
}

impl<'a> Expectation<'a> {
    pub(crate) fn line(&self) -> usize {
        self.item.line
    }

    /// Its text, on one line.
    pub(crate) fn text(&self) -> Cow<'a, str> {
        let plain = self.item.text.as_str();
        if self.is_folded { plain.into() } else { fold_space(plain).into() }
    }

    /// The same without its key.
    pub(crate) fn body(&self) -> Cow<'a, str> {
        match self.text() {
            Cow::Borrowed(text) => Cow::Borrowed(&text[self.body_at..]),
            Cow::Owned(text) => Cow::Owned(text[self.body_at..].to_owned()),
        }
    }

    /// Its key: the bold words at its beginning.
    pub(crate) fn key(&self) -> Option<String> {
        self.item.text.key().map(|(key, _)| key)
    }

    /// Whether it has inner items or further paragraphs.
    pub(crate) fn goes_on(&self) -> bool {
        !self.item.blocks.is_empty()
    }
}

/// The expectations of a role in reading order. Inner items follow the item around them.
pub(crate) fn of_role<'a>(
    ladder: &'a Ladder,
    id: RoleId,
    vocabulary: &mut Vocabulary,
) -> Vec<Expectation<'a>> {
    let document = &ladder.role(id).document;
    let mut reader =
        ExpectationReader { document, role: id, lists: 0, vocabulary, found: Vec::new() };
    document.blocks().for_each(|block| reader.block(block));
    reader.found.shrink_to_fit();
    reader.found
}

struct ExpectationReader<'a, 'v> {
    document: &'a Document,
    role: RoleId,
    lists: usize,
    vocabulary: &'v mut Vocabulary,
    found: Vec<Expectation<'a>>,
}

impl<'a> ExpectationReader<'a, '_> {
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

    fn item(&mut self, item: &'a Item, list: usize) {
        // An item that is only a link is not an expectation.
        if item.text.is_link() {
            return;
        }
        let plain = item.text.as_str();
        let is_folded = is_folded(plain);
        let mut body_at = item.text.key().map_or(0, |(_, at)| at);
        let mut text = Cow::Borrowed(plain);
        if !is_folded {
            text = fold_space(plain).into();
            body_at = text.len() - fold_space(&plain[body_at..]).len();
        }
        self.found.push(Expectation {
            document: self.document,
            role: self.role,
            list,
            item,
            is_folded,
            body_at,
            words: self.vocabulary.read(&text),
        });
    }
}
