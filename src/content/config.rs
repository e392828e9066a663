//! The rules of `ladder.yml`, which override every guess.

pub(crate) mod as_config;
pub(crate) mod ladder_yml;
pub(crate) mod placed;
pub(crate) mod yaml_file;
