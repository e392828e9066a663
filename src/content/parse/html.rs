//! HTML, inside Markdown and as pages of a website.

pub(crate) mod blocks;
pub(crate) mod furniture;
pub(crate) mod page;
pub(crate) mod source;
pub(crate) mod table;

pub(crate) use blocks::pieces;
pub(crate) use source::Markup;
