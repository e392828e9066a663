//! Quotes with a callout mark that the Markdown parser does not know: `[!info]`, or any mark with a title
//! after it.

use crate::model::{Block, Callout, Quote, Text};

/// A longer word is not a mark.
const MAX_LENGTH: usize = 20;

/// The quote, as a callout if its text begins with a mark.
pub(crate) fn told(mut quote: Quote) -> Quote {
    if quote.callout.is_none()
        && let Some(Block::Paragraph(first)) = quote.blocks.first_mut()
        && let Some(kind) = take_mark(&mut first.text)
    {
        quote.callout = Some(Callout { kind });
        if first.text.is_empty() {
            quote.blocks.remove(0);
        }
    }
    quote
}

/// Removes the mark from a text.
fn take_mark(text: &mut Text) -> Option<String> {
    let (word, behind) = text.as_str().strip_prefix("[!")?.split_once(']')?;
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    if word.is_empty() || word.len() > MAX_LENGTH || !word.chars().all(is_word) {
        return None;
    }
    let mut letters = word.chars();
    let first_letter = letters.next()?;
    let kind = first_letter.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect();
    let behind = behind.trim_start_matches(['-', '+']).trim_start();
    *text = text.behind(text.as_str().len() - behind.len());
    Some(kind)
}
