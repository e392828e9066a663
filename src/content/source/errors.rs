//! Reasons why a ladder could not be loaded or written, in words that say what to try.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::model::clean;

/// The reason why nothing could be read.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The path does not exist.
    #[error("there is no file or folder `{}`; name a Markdown file or a folder of them", shown(.0))]
    Missing(PathBuf),
    /// The path exists but cannot be read.
    #[error("cannot read `{}`: {reason}", shown(.path))]
    Unreadable {
        /// The path.
        path: PathBuf,
        /// The reason that the system gives.
        reason: io::Error,
    },
    /// There is no document at the path.
    #[error("`{}` has no document: {reason}", shown(.path))]
    NoDocument {
        /// The path.
        path: PathBuf,
        /// What was found instead, and what to try.
        reason: String,
    },
    /// Stdin cannot be read, or has no document.
    #[error("cannot read stdin: {0}")]
    Stdin(String),
    /// An older version is not available.
    #[error(transparent)]
    Revision(#[from] RevisionError),
}

/// The reason why a ladder could not be read from a revision.
#[derive(Debug, thiserror::Error)]
pub enum RevisionError {
    /// Git cannot run.
    #[error("cannot run git, which reads older versions: {0}; `--against DIR` works without git")]
    NoGit(io::Error),
    /// The ladder is not in a repository.
    #[error("`{}` is not in a git repository; name a folder that holds the older version (on the command line `--against DIR`)", shown(.0))]
    NoRepository(PathBuf),
    /// The repository has no such commit.
    #[error("there is no revision `{}` in the repository; name a tag, a branch or a commit", clean::line(.0))]
    Unknown(String),
    /// The revision does not have the ladder.
    #[error("there is no document at `{}` in the revision `{}`", shown(.path), clean::line(.revision))]
    NotThere {
        /// The path of the ladder.
        path: PathBuf,
        /// The revision.
        revision: String,
    },
    /// Git refused.
    #[error("git cannot read the repository: {0}")]
    Failed(String),
    /// Something that the revision needs is missing from the repository, or cannot be read.
    #[error("the git repository is damaged: {0}; `git fsck` lists all damage")]
    Damaged(String),
    /// Something that the revision needs was never fetched.
    #[error(
        "{0} is missing from this repository, which is a partial clone; `git diff --stat REVISION` fetches what a revision needs"
    )]
    NotHere(String),
    /// Git said nothing.
    #[error("git gave no answer for {} seconds and was stopped; look for a pipe in the repository: `find .git -type p`", .0.as_secs())]
    Silent(Duration),
}

/// The reason why a ladder could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The folder exists and is not empty.
    #[error("`{}` is not empty; name a folder that is empty or does not exist yet", shown(.0))]
    NotEmpty(PathBuf),
    /// A file is in the place of the folder.
    #[error("`{}` is a file; name a folder that is empty or does not exist yet", shown(.0))]
    NotAFolder(PathBuf),
    /// A file of that name exists.
    #[error("`{}` already exists; move it away first", shown(.0))]
    Exists(PathBuf),
    /// The system refused.
    #[error("cannot write `{}`: {reason}", shown(.path))]
    Failed {
        /// The file or folder.
        path: PathBuf,
        /// The reason that the system gives.
        reason: io::Error,
    },
}

/// A path as text that is safe to show.
fn shown(path: &Path) -> String {
    clean::line(&path.to_string_lossy()).into_owned()
}
