//! What `ladder.yml` says of a ladder, over everything that would be guessed.

pub(crate) mod as_config;
pub(crate) mod ladder_yml;
pub(crate) mod placed;
