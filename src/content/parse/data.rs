//! Files of data as trees that know their lines, and tables of values.

pub(crate) mod csv;
pub(crate) mod toml;
pub(crate) mod tree;
pub(crate) mod yaml;
