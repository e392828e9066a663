//! Texts as weighed terms: what of their words is compared, and how much each says.

mod arabic;
pub(crate) mod names;
pub(crate) mod normal;
pub(crate) mod weights;
