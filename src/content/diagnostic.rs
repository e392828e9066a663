//! What is wrong with a document, as the parsers name it.

pub(crate) use crate::diagnostic::{Diagnostic, Severity};
