//! What of a document's characters may reach a screen, as the parsers name it.

pub(crate) use crate::model::clean::{code, line};
