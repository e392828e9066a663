//! What the fuzz targets share: input made into files, every view in every format, and what must hold of
//! all of them.

#![forbid(unsafe_code)]

pub mod files;
pub mod holds;
pub mod model;
pub mod words;
pub mod written;
