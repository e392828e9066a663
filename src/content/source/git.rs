//! The one place that runs git: it reads an older version of a ladder from the repository around it.
//!
//! A repository is as untrusted as a document. Only plumbing that reads objects runs: no hook, filter,
//! external diff, pager or file-system monitor of its configuration, and nothing is fetched. Arguments
//! are passed one by one and never read by a shell.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;

use crate::content::source::errors::RevisionError;
use crate::model::clean;

/// The arguments of every run of git before its command.
const SETTINGS: [&str; 7] = [
    "--no-pager",
    "--literal-pathspecs",
    "--no-optional-locks",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
];

/// The environment of every run of git. Missing objects are not fetched. If git is too old to know that
/// setting, no protocol is allowed; no configuration can extend that list.
const ENVIRONMENT: [(&str, &str); 4] = [
    ("GIT_NO_LAZY_FETCH", "1"),
    ("GIT_ALLOW_PROTOCOL", ""),
    ("GIT_TERMINAL_PROMPT", "0"),
    ("LC_ALL", "C"),
];

/// Variables of a hook's environment about the repository, which may be another repository than that of the
/// folder, and about how paths are read.
const FOREIGN: [&str; 11] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_SHALLOW_FILE",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
];

/// The repository around a folder.
pub(crate) struct Repository {
    folder: PathBuf,
    /// The path of the folder in the repository, without a slash at its end; empty for the root.
    pub(crate) prefix: String,
}

/// A file of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TreeFile {
    /// Its path relative to the tree.
    pub(crate) path: String,
    /// The id of its content.
    pub(crate) blob: String,
    pub(crate) size: u64,
    /// Whether it is a symbolic link; its content is the target.
    pub(crate) is_link: bool,
}

impl Repository {
    /// Finds the repository of a folder.
    pub(crate) fn around(folder: &Path) -> Result<Self, RevisionError> {
        let mut repository = Self { folder: folder.to_owned(), prefix: String::new() };
        let output = repository.output(&["rev-parse", "--show-prefix"])?;
        if !output.status.success() {
            return Err(match said(&output) {
                said if said.contains("not a git repository") => {
                    RevisionError::NoRepository(folder.to_owned())
                }
                said => RevisionError::Failed(said),
            });
        }
        let prefix = String::from_utf8_lossy(&output.stdout).into_owned();
        prefix.trim_end_matches('\n').trim_end_matches('/').clone_into(&mut repository.prefix);
        Ok(repository)
    }

    /// The folder above the whole repository.
    pub(crate) fn above(&self) -> PathBuf {
        let depth = self.prefix.split('/').filter(|part| !part.is_empty()).count();
        (0..=depth).fold(self.folder.clone(), |folder, _| folder.join(".."))
    }

    /// The commit that a revision names.
    pub(crate) fn commit(&self, revision: &str) -> Result<String, RevisionError> {
        // An empty name is not a revision either: git would take "^{commit}" for the newest.
        if revision.is_empty() || revision.starts_with('-') || revision.contains('\0') {
            return Err(RevisionError::Unknown(revision.to_owned()));
        }
        let found = self.object(&format!("{revision}^{{commit}}"))?;
        found.ok_or_else(|| RevisionError::Unknown(revision.to_owned()))
    }

    /// The object at a path of a commit.
    pub(crate) fn at(&self, commit: &str, path: &str) -> Result<Option<String>, RevisionError> {
        self.object(&format!("{commit}:{path}"))
    }

    fn object(&self, name: &str) -> Result<Option<String>, RevisionError> {
        let output =
            self.output(&["rev-parse", "--verify", "--quiet", "--end-of-options", name])?;
        let text = String::from_utf8_lossy(&output.stdout);
        // Old versions of git repeat "--end-of-options" first.
        let id = text.lines().last().unwrap_or_default().trim();
        let is_id = id.len() >= 40 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
        Ok((output.status.success() && is_id).then(|| id.to_owned()))
    }

    /// The files of a tree or commit at these paths and below them, relative to it; all files if no path is
    /// given.
    pub(crate) fn files(&self, tree: &str, paths: &[&str]) -> Result<Vec<TreeFile>, RevisionError> {
        let mut arguments = vec!["ls-tree", "-r", "-z", "-l", "--full-tree", tree, "--"];
        arguments.extend(paths);
        let output = self.output(&arguments)?;
        if !output.status.success() {
            return Err(RevisionError::Failed(said(&output)));
        }
        Ok(output.stdout.split(|byte| *byte == 0).filter_map(entry).collect())
    }

    /// The contents of some blobs, in order; `None` for a blob that is missing here.
    pub(crate) fn contents(&self, blobs: &[&str]) -> Result<Vec<Option<Vec<u8>>>, RevisionError> {
        let mut child = self
            .command(&["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .spawn()
            .map_err(RevisionError::NoGit)?;
        let asked: String = blobs.iter().map(|blob| format!("{blob}\n")).collect();
        let input = child.stdin.take();
        // Git answers while it reads requests: writing all requests before reading would block forever.
        let output = thread::scope(|scope| {
            scope.spawn(|| input.map(|mut input| input.write_all(asked.as_bytes())));
            child.wait_with_output()
        });
        let output = output.map_err(RevisionError::NoGit)?;
        if !output.status.success() {
            return Err(RevisionError::Failed(said(&output)));
        }
        let mut rest = output.stdout.as_slice();
        Ok(blobs.iter().map(|_| content(&mut rest)).collect())
    }

    fn output(&self, arguments: &[&str]) -> Result<Output, RevisionError> {
        self.command(arguments).stdin(Stdio::null()).output().map_err(RevisionError::NoGit)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.args(SETTINGS).arg("-C").arg(&self.folder).args(arguments);
        FOREIGN.iter().for_each(|name| {
            command.env_remove(name);
        });
        command.envs(ENVIRONMENT).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

/// `mode type id size`, a tab and the path, as `ls-tree -l -z` writes it. Submodules are skipped.
fn entry(line: &[u8]) -> Option<TreeFile> {
    let line = String::from_utf8_lossy(line);
    let (facts, path) = line.split_once('\t')?;
    let mut facts = facts.split_ascii_whitespace();
    let (mode, kind, blob, size) = (facts.next()?, facts.next()?, facts.next()?, facts.next()?);
    (kind == "blob").then(|| TreeFile {
        path: path.to_owned(),
        blob: blob.to_owned(),
        // The size of an object that is missing here is unknown.
        size: size.parse().unwrap_or(0),
        is_link: mode == "120000",
    })
}

/// The next answer of `cat-file --batch`: "id type size", the bytes and a line break, or "id missing".
fn content(rest: &mut &[u8]) -> Option<Vec<u8>> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let (head, after) = rest.split_at(end);
    *rest = after.get(1..)?;
    let head = String::from_utf8_lossy(head);
    let size: usize = head.split(' ').nth(2)?.parse().ok()?;
    let bytes = rest.get(..size)?.to_vec();
    *rest = rest.get(size + 1..).unwrap_or_default();
    Some(bytes)
}

/// The complaint of git, in one line.
fn said(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("no reason given");
    clean::line(line.trim_start_matches("fatal: ")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_a_batch_are_told_apart() {
        let mut rest: &[u8] = b"aa blob 3\na\nb\nbb missing\ncc blob 0\n\n";
        assert_eq!(content(&mut rest), Some(b"a\nb".to_vec()));
        assert_eq!(content(&mut rest), None);
        assert_eq!(content(&mut rest), Some(Vec::new()));
        assert_eq!(content(&mut rest), None);
    }

    #[test]
    fn entries_of_a_tree_are_read() {
        let read = entry(b"100644 blob abc     12\ta b\tc.md").unwrap();
        assert_eq!((read.path.as_str(), read.size, read.is_link), ("a b\tc.md", 12, false));
        assert!(entry(b"120000 blob abc 4\tl.md").unwrap().is_link);
        assert_eq!(entry(b"160000 commit abc -\tother"), None);
    }
}
