//! The one place that runs git: it reads an older version of a ladder from the repository around it.
//!
//! A repository is as untrusted as a document. Only plumbing that reads objects runs: no hook, filter,
//! external diff, pager or file-system monitor of its configuration, and nothing is fetched. Arguments
//! are passed one by one and never read by a shell.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::content::source::errors::RevisionError;
use crate::content::source::limits::{MAX_FILES, MAX_LIST};
use crate::content::source::patience::{PatientReader, stop_when_silent};
use crate::content::source::program::program;
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

/// The bytes of a complaint of git that are read.
const MAX_SAID: u64 = 64 * 1024;

/// A longer answer about an object is no answer.
const MAX_HEAD: u64 = 4096;

/// How long git may be silent. It answers at once unless it waits without end, such as for a pipe in the
/// place of a file.
const PATIENCE: Duration = Duration::from_secs(20);

/// The setting by which a clone says that objects may be missing.
const PARTIAL: &str = r"^(extensions\.partialclone|remote\..*\.(promisor|partialclonefilter))$";

/// The repository around a folder.
pub(crate) struct Repository {
    folder: PathBuf,
    patience: Duration,
    /// The path of the folder in the repository, without a slash at its end; empty for the root.
    pub(crate) prefix: String,
}

/// Files of a tree.
pub(crate) struct FileList {
    pub(crate) files: Vec<TreeFile>,
    /// Whether these are all.
    pub(crate) is_whole: bool,
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

/// The version of git; `None` if it cannot run.
#[must_use]
pub fn git_version() -> Option<String> {
    let git = Repository::in_folder(Path::new("."));
    let answer = git.output(&["version"]).ok().filter(|answer| answer.is_success)?;
    let text = String::from_utf8_lossy(&answer.read);
    Some(clean::line(text.trim().trim_start_matches("git version ")).into_owned())
}

/// The most names of revisions that are listed.
const MAX_NAMES: &str = "--count=500";

/// The names of the branches and tags of the repository around a path, the newest first; none if there is
/// no repository.
#[must_use]
pub fn revision_names(path: &Path) -> Vec<String> {
    let folder = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
    let repository = Repository::in_folder(folder);
    let format = "--format=%(refname:short)";
    let kinds = ["refs/heads", "refs/tags", "refs/remotes"];
    let arguments = ["for-each-ref", "--sort=-creatordate", MAX_NAMES, format];
    let output = repository.output(&[&arguments[..], &kinds[..]].concat());
    let names = output.map(|it| String::from_utf8_lossy(&it.read).into_owned());
    names.unwrap_or_default().lines().map(str::to_owned).collect()
}

/// What git answered.
struct GitAnswer<T> {
    /// What was made of its output.
    read: T,
    /// Whether it did what it was asked.
    is_success: bool,
    /// The beginning of its complaints.
    said: Vec<u8>,
}

impl Repository {
    fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), patience: PATIENCE, prefix: String::new() }
    }

    /// Finds the repository of a folder.
    pub(crate) fn around(folder: &Path) -> Result<Self, RevisionError> {
        let mut repository = Self::in_folder(folder);
        let answer = repository.output(&["rev-parse", "--show-prefix"])?;
        if !answer.is_success {
            return Err(match complaint(&answer.said) {
                said if said.contains("not a git repository") => {
                    RevisionError::NoRepository(folder.to_owned())
                }
                said => RevisionError::Failed(said),
            });
        }
        let prefix = String::from_utf8_lossy(&answer.read).into_owned();
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
        if let Some(commit) = self.object(&format!("{revision}^{{commit}}"))? {
            return Ok(commit);
        }
        self.expect_readable([revision.to_owned()])?;
        Err(RevisionError::Unknown(revision.to_owned()))
    }

    /// The object at a path of a commit.
    pub(crate) fn at(&self, commit: &str, path: &str) -> Result<Option<String>, RevisionError> {
        let found = self.object(&format!("{commit}:{path}"))?;
        if found.is_none() {
            // A folder that cannot be read seems empty. Every commit has a folder.
            if self.object(&format!("{commit}^{{tree}}"))?.is_none() {
                return Err(self.damage(&format!("the folder of the commit {commit}")));
            }
            let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
            self.expect_readable(ends.map(|end| format!("{commit}:{}", &path[..end])))?;
        }
        Ok(found)
    }

    /// Fails at the first of some names whose object is known, but missing or corrupt.
    fn expect_readable(
        &self,
        names: impl IntoIterator<Item = String>,
    ) -> Result<(), RevisionError> {
        for name in names {
            let Some(id) = self.object(&name)? else { break };
            let kind = self.output(&["cat-file", "-t", &id])?;
            let is_tag = kind.read.starts_with(b"tag");
            if !kind.is_success || is_tag && self.object(&format!("{id}^{{}}"))?.is_none() {
                return Err(self.damage(&format!("the object {id} of `{}`", clean::line(&name))));
            }
        }
        Ok(())
    }

    /// The reason why something is not here.
    pub(crate) fn damage(&self, what: &str) -> RevisionError {
        match self.is_partial() {
            true => RevisionError::NotHere(what.to_owned()),
            false => RevisionError::Damaged(format!("{what} is missing or corrupt")),
        }
    }

    /// Whether objects may be missing, since they can be fetched later.
    fn is_partial(&self) -> bool {
        let found = self.output(&["config", "--get-regexp", PARTIAL]);
        found.is_ok_and(|answer| answer.is_success)
    }

    fn object(&self, name: &str) -> Result<Option<String>, RevisionError> {
        let answer =
            self.output(&["rev-parse", "--verify", "--quiet", "--end-of-options", name])?;
        let text = String::from_utf8_lossy(&answer.read);
        // Old versions of git repeat "--end-of-options" first.
        let id = text.lines().last().unwrap_or_default().trim();
        let is_id = id.len() >= 40 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
        Ok((answer.is_success && is_id).then(|| id.to_owned()))
    }

    /// The files of a tree or commit at these paths and below them, relative to it; all files if no path is
    /// given. A small repository can name more files than fit in memory, so the list has limits.
    pub(crate) fn files(&self, tree: &str, paths: &[&str]) -> Result<FileList, RevisionError> {
        let mut arguments = vec!["ls-tree", "-r", "-z", "-l", "--full-tree", tree, "--"];
        arguments.extend(paths);
        self.stream(&arguments, String::new(), |out| {
            let mut list = FileList { files: Vec::new(), is_whole: true };
            let (mut line, mut read) = (Vec::new(), 0);
            while out.by_ref().take(MAX_LIST).read_until(0, &mut line)? > 0 {
                read += line.len() as u64;
                if list.files.len() == MAX_FILES || read >= MAX_LIST {
                    list.is_whole = false;
                    break;
                }
                line.pop();
                list.files.extend(entry(&line));
                line.clear();
            }
            Ok(list)
        })
    }

    /// Hands over the contents of some blobs one by one, in order. No blob may be larger than `most`.
    /// Returns the first that cannot be read; those after it are not handed over.
    pub(crate) fn contents(
        &self,
        blobs: &[&str],
        most: u64,
        mut take: impl FnMut(usize, Vec<u8>),
    ) -> Result<Option<usize>, RevisionError> {
        let asked: String = blobs.iter().map(|blob| format!("{blob}\n")).collect();
        self.stream(&["cat-file", "--batch"], asked, |out| {
            for at in 0..blobs.len() {
                match content(out, most)? {
                    Some(bytes) => take(at, bytes),
                    None => return Ok(Some(at)),
                }
            }
            Ok(None)
        })
    }

    /// Runs git with an input and reads its output while it is written. A failure of git is damage.
    fn stream<T>(
        &self,
        arguments: &[&str],
        input: String,
        read: impl FnOnce(&mut GitOutput) -> io::Result<T>,
    ) -> Result<T, RevisionError> {
        let answer = self.run(arguments, input, read)?;
        match answer.read {
            Ok(result) if answer.is_success => Ok(result),
            Err(reason) if answer.is_success => Err(RevisionError::Failed(reason.to_string())),
            _ if self.is_partial() => Err(RevisionError::Failed(complaint(&answer.said))),
            _ => Err(RevisionError::Damaged(complaint(&answer.said))),
        }
    }

    fn output(&self, arguments: &[&str]) -> Result<GitAnswer<Vec<u8>>, RevisionError> {
        let answer = self.run(arguments, String::new(), |out| {
            let mut read = Vec::new();
            out.take(MAX_LIST).read_to_end(&mut read)?;
            Ok(read)
        })?;
        let read = answer.read.map_err(RevisionError::NoGit)?;
        Ok(GitAnswer { read, is_success: answer.is_success, said: answer.said })
    }

    /// Runs git. If not all of its output is read, or it is silent for too long, git is stopped; the
    /// former is a success.
    fn run<T>(
        &self,
        arguments: &[&str],
        input: String,
        read: impl FnOnce(&mut GitOutput) -> io::Result<T>,
    ) -> Result<GitAnswer<io::Result<T>>, RevisionError> {
        let mut child =
            self.command(arguments)?.stdin(Stdio::piped()).spawn().map_err(RevisionError::NoGit)?;
        let (stdin, stdout, stderr) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take());
        // Git answers while it reads requests: writing all requests before reading would block forever.
        let writer = thread::spawn(move || stdin.map(|mut pipe| pipe.write_all(input.as_bytes())));
        let listener = thread::spawn(move || {
            let mut said = Vec::new();
            let _ = stderr.map(|pipe| pipe.take(MAX_SAID).read_to_end(&mut said));
            said
        });
        let gone = || RevisionError::NoGit(io::ErrorKind::BrokenPipe.into());
        let stdout = stdout.ok_or_else(gone)?;
        let ((result, is_read), is_silent) =
            stop_when_silent(&mut child, stdout, self.patience, |stdout| {
                let mut stdout = BufReader::new(stdout);
                let result = read(&mut stdout);
                (result, stdout.fill_buf().is_ok_and(<[u8]>::is_empty))
            });
        if !is_read {
            let _ = child.kill();
        }
        let status = child.wait().map_err(RevisionError::NoGit)?;
        let _ = writer.join();
        let said = listener.join().unwrap_or_default();
        if is_silent {
            return Err(RevisionError::Silent(self.patience));
        }
        Ok(GitAnswer { read: result, is_success: status.success() || !is_read, said })
    }

    fn command(&self, arguments: &[&str]) -> Result<Command, RevisionError> {
        let nowhere =
            || io::Error::new(io::ErrorKind::NotFound, "no absolute folder of PATH has it");
        let git = program("git").ok_or_else(nowhere).map_err(RevisionError::NoGit)?;
        let mut command = Command::new(git);
        command.args(SETTINGS).arg("-C").arg(&self.folder).args(arguments);
        FOREIGN.iter().for_each(|name| {
            command.env_remove(name);
        });
        command.envs(ENVIRONMENT).stdout(Stdio::piped()).stderr(Stdio::piped());
        Ok(command)
    }
}

/// The output of git while it runs.
type GitOutput = BufReader<PatientReader<ChildStdout>>;

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

/// The next answer of `cat-file --batch`: "id type size", the bytes and a line break, or "id missing",
/// which it also says of an object that is corrupt.
fn content(out: &mut impl BufRead, most: u64) -> io::Result<Option<Vec<u8>>> {
    let mut head = Vec::new();
    out.by_ref().take(MAX_HEAD).read_until(b'\n', &mut head)?;
    let head = String::from_utf8_lossy(&head);
    let Some(size) = head.trim_end().split(' ').nth(2).and_then(|size| size.parse().ok()) else {
        return Ok(None);
    };
    if size > most {
        return Err(io::Error::other("an object is larger than git said"));
    }
    let mut bytes = Vec::new();
    out.by_ref().take(size).read_to_end(&mut bytes)?;
    out.read_exact(&mut [0])?;
    Ok(Some(bytes))
}

/// The complaint of git, in one line.
fn complaint(stderr: &[u8]) -> String {
    let text = String::from_utf8_lossy(stderr);
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("no reason given");
    clean::line(line.trim_start_matches("fatal: ")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_a_batch_are_told_apart() {
        let mut rest: &[u8] = b"aa blob 3\na\nb\nbb missing\ncc blob 0\n\n";
        let mut next = || content(&mut rest, 3).unwrap();
        assert_eq!(next(), Some(b"a\nb".to_vec()));
        assert_eq!((next(), next(), next()), (None, Some(Vec::new()), None));
        assert!(content(&mut &b"aa blob 4\nabcd\n"[..], 3).is_err());
    }

    #[test]
    fn entries_of_a_tree_are_read() {
        let read = entry(b"100644 blob abc     12\ta b\tc.md").unwrap();
        assert_eq!((read.path.as_str(), read.size, read.is_link), ("a b\tc.md", 12, false));
        assert!(entry(b"120000 blob abc 4\tl.md").unwrap().is_link);
        assert_eq!(entry(b"160000 commit abc -\tother"), None);
    }

    #[test]
    fn a_pipe_in_place_of_a_file_of_the_repository_does_not_hold_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let ran = |name: &str, arguments: &[&str]| {
            let mut command = Command::new(name);
            command.args(arguments).current_dir(&folder).status().is_ok_and(|it| it.success())
        };
        if !ran("git", &["init", "-q"]) || !ran("mkfifo", &[".git/packed-refs"]) {
            return eprintln!("skipped: git and mkfifo are needed");
        }
        let mut repository = Repository::in_folder(folder.path());
        repository.patience = Duration::from_millis(200);
        assert!(matches!(repository.commit("v1"), Err(RevisionError::Silent(_))));
        ran("rm", &[".git/packed-refs"]);
        assert!(matches!(repository.commit("v1"), Err(RevisionError::Unknown(_))));
    }
}
