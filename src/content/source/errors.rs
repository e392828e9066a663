//! Why a ladder could not be loaded or written, in words that say what to try.

use std::io;
use std::path::{Path, PathBuf};

use crate::model::clean;

/// Why nothing could be read.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// There is nothing at the path.
    #[error("there is no file or folder `{}`; name a Markdown file or a folder of them", shown(.0))]
    Missing(PathBuf),
    /// There is something at the path that cannot be read.
    #[error("cannot read `{}`: {reason}", shown(.path))]
    Unreadable {
        /// The path.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// What is at the path holds no document.
    #[error("`{}` has no document: {reason}", shown(.path))]
    NoDocument {
        /// The path.
        path: PathBuf,
        /// What was found instead, and what to try.
        reason: String,
    },
    /// An older version of it cannot be had.
    #[error(transparent)]
    Revision(#[from] RevisionError),
}

/// Why a ladder could not be read as it stood in a revision.
#[derive(Debug, thiserror::Error)]
pub enum RevisionError {
    /// Git cannot be run.
    #[error("cannot run git, which reads older versions: {0}; `--against DIR` works without git")]
    NoGit(io::Error),
    /// The ladder is in no repository.
    #[error("`{}` is not in a git repository; name a folder with the older version by `--against DIR`", shown(.0))]
    NoRepository(PathBuf),
    /// The repository has no such commit.
    #[error("there is no revision `{}`; name a tag, a branch or a commit of the repository", clean::line(.0))]
    Unknown(String),
    /// The ladder was not there in that revision.
    #[error("there is no document at `{}` in the revision `{}`", shown(.path), clean::line(.revision))]
    NotThere {
        /// Where the ladder is.
        path: PathBuf,
        /// The revision.
        revision: String,
    },
    /// Git refused.
    #[error("git cannot read the repository: {0}")]
    Failed(String),
}

/// Why a ladder could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The folder is there and holds something.
    #[error("`{}` is not empty; name a folder that is empty or does not exist yet", shown(.0))]
    NotEmpty(PathBuf),
    /// There is a file where the folder should be.
    #[error("`{}` is a file; name a folder that is empty or does not exist yet", shown(.0))]
    NotAFolder(PathBuf),
    /// There is a file of that name.
    #[error("`{}` already exists; move it away first", shown(.0))]
    Exists(PathBuf),
    /// The system refused.
    #[error("cannot write `{}`: {reason}", shown(.path))]
    Failed {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
}

/// A path as text that is safe to show.
fn shown(path: &Path) -> String {
    clean::line(&path.to_string_lossy()).into_owned()
}
