//! Data files as trees with line numbers, and tables of values.

pub(crate) mod csv;
pub(crate) mod toml;
pub(crate) mod tree;
pub(crate) mod yaml;
