//! Kinds of text.

use crate::compare::comparison::PairBody;

/// Kinds of text, however deep they nest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Family {
    Item,
    Row,
    Prose,
    Code,
}

pub(crate) fn family(body: PairBody) -> Family {
    match body {
        PairBody::Item(_) => Family::Item,
        PairBody::Row => Family::Row,
        PairBody::Prose => Family::Prose,
        PairBody::Code => Family::Code,
    }
}
