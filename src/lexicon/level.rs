//! Names of levels, by one grammar for files, headings, cells and keys alike.

mod cache;
mod code;
mod field;
mod frame;
mod name;
mod range;
mod seniority;

pub(crate) use code::{Token, code_at, may_have_code, tokens};
pub(crate) use name::LevelName;
pub(crate) use range::range_end;
pub(crate) use seniority::{LEADS, seniority};
