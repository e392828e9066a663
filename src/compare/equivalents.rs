//! Which level of one track is which of another, of the same ladder or of another one: by what names,
//! numbers and texts say, in the order of both ([docs/equivalents.md](../../../docs/equivalents.md)).

pub(crate) mod evidence;
pub(crate) mod numbers;
pub(crate) mod order;
pub(crate) mod places;
pub(crate) mod rank;
pub(crate) mod tracks;
