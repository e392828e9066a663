//! From files to a [`Ladder`](crate::model::Ladder): reads documents, parses them, puts roles into tracks,
//! and reports what is wrong.
//!
//! 1. `source`: the files of a ladder, from the disk, from git or out of the program itself.
//! 2. `parse`: each file as a document of sections and blocks, or as data.
//! 3. `config`: the rules of `ladder.yml`.
//! 4. `links`: where links lead, and the lists of links on index pages.
//! 5. `reading`: which candidates are roles, from the evidence of all documents together.
//! 6. `order`: the roles in tracks, and their order there.
//! 7. `build`: the ladder from all of it.
//!
//! Nothing vanishes silently. Nothing is fatal except a path that cannot be read: faults of documents
//! are [`Finding`]s. [`parse()`] is pure; only `source/disk` touches the disk. The modules inside
//! never import this facade.

mod build;
mod config;
mod links;
mod listing;
mod load;
mod order;
mod parse;
mod reading;
mod source;

pub use build::Options;
pub use build::explanation::Explanation;
pub use config::as_config::as_config;
pub(crate) use config::yaml_file::{YamlFile, at_key, at_node};
pub use load::{
    Loaded, allowed, built_in, count_documents, document, listed, load, load_document,
    load_revision, load_watched, parse, parse_explained,
};
pub(crate) use parse::data::tree::DataKey;
pub use source::built_in::files as files_of_built_in;
pub(crate) use source::disk::{config_text, nearest_file, path_below, real_path, replace_own};
pub use source::disk::{nearest_config, write_new, write_tree};
pub use source::errors::{LoadError, RevisionError, WriteError};
pub use source::file::Source;
pub use source::git::{git_version, revision_names};
pub use source::progress::{Progress, Watch, unwatched};
pub use source::readable::readable;
pub use source::stdin::is_stdin;
pub use source::walk::{LOOKED_AT, is_vast};
pub use source::watch::FileWatch;

pub use crate::finding::{Finding, Severity};
