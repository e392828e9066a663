//! Words made comparable: stems, words that only hold sentences together, bare headings.

mod arabic;
mod normal;

pub(crate) use normal::{bare_heading, fold_space, is_function_word, terms};
