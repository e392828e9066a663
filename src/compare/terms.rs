//! Texts as weighed terms: what of their words is compared, and how much each says.

pub(crate) mod marks;
pub(crate) mod weights;
