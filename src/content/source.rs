//! The files of a ladder, read and decoded: from the disk, from a revision in git, or from the program
//! itself; and the rules for which files are read.

pub(crate) mod built_in;
pub(crate) mod decode;
pub(crate) mod disk;
pub(crate) mod errors;
pub(crate) mod file;
pub(crate) mod found;
pub(crate) mod generated;
pub(crate) mod git;
pub(crate) mod ignored;
pub(crate) mod limits;
pub(crate) mod lines;
pub(crate) mod no_document;
pub(crate) mod path;
pub(crate) mod patience;
pub(crate) mod program;
pub(crate) mod progress;
pub(crate) mod readable;
pub(crate) mod revision;
pub(crate) mod stdin;
pub(crate) mod tool_files;
pub(crate) mod walk;
pub(crate) mod watch;
