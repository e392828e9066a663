//! Normalized words: stems, function words, bare headings.

mod arabic;
mod normal;

pub(crate) use normal::{bare_heading, fold_space, is_folded, is_function_word, terms};
