//! The one place that touches the disk: it reads files of a ladder, and writes a ladder.

use std::fs::{self, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rustix::fs::OFlags;

use crate::content::source::errors::{LoadError, WriteError};
use crate::content::source::limits;
use crate::content::source::path::LADDER_YML;

/// The folder of a path, or the folder and the name of its file, after symbolic links are resolved.
pub(crate) fn place(path: &Path) -> Result<(PathBuf, Option<String>), LoadError> {
    if path.is_dir() {
        return Ok((path.to_owned(), None));
    }
    let whole = fs::canonicalize(path).map_err(|_| LoadError::Missing(path.to_owned()))?;
    let name = whole.file_name().map(|name| name.to_string_lossy().into_owned());
    Ok((whole.parent().unwrap_or(Path::new(".")).to_owned(), name))
}

/// Whether a `retype.yml` is in the folder or above it.
pub(crate) fn has_retype(folder: &Path) -> bool {
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let names = ["retype.yml", "retype.yaml"];
    folder.ancestors().any(|above| names.iter().any(|name| above.join(name).is_file()))
}

/// An entry of a folder.
pub(crate) struct FolderEntry {
    pub(crate) path: PathBuf,
    /// Its name; bytes that are not UTF-8 are replaced.
    pub(crate) name: String,
    pub(crate) kind: EntryKind,
}

/// The kind of an entry. A link is not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EntryKind {
    File,
    Folder,
    Link,
    /// A device, pipe or socket.
    Special,
}

impl EntryKind {
    fn of(kind: fs::FileType) -> Self {
        match kind {
            kind if kind.is_symlink() => Self::Link,
            kind if kind.is_dir() => Self::Folder,
            kind if kind.is_file() => Self::File,
            _ => Self::Special,
        }
    }
}

/// The entries of a folder, one by one: a folder can have millions of them.
pub(crate) fn entries(folder: &Path) -> io::Result<impl Iterator<Item = io::Result<FolderEntry>>> {
    Ok(fs::read_dir(folder)?.map(|entry| {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        Ok(FolderEntry { path: entry.path(), name, kind: EntryKind::of(entry.file_type()?) })
    }))
}

/// Whether a regular file is at a path, or at the end of its links.
pub(crate) fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// The size of a file in bytes, 0 if it is unknown.
pub(crate) fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |metadata| metadata.len())
}

/// The path without links.
pub(crate) fn real(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path)
}

/// The path without links, if there is something at it.
pub(crate) fn real_path(path: &Path) -> Option<PathBuf> {
    real(path).ok()
}

/// Why a file was not read.
#[derive(Debug)]
pub(crate) enum Refused {
    /// It is not a regular file: the words for what it is.
    Kind(&'static str),
    /// It has more bytes than this.
    TooLarge(u64),
    /// The system refuses.
    Failed(io::Error),
}

impl Refused {
    /// The reason, as the end of a sentence about the file.
    pub(crate) fn reason(&self) -> String {
        match self {
            Self::Kind(kind) => format!("it is {kind}"),
            Self::TooLarge(most) => format!("it is larger than {}", limits::size(*most)),
            Self::Failed(reason) => reason.to_string(),
        }
    }
}

/// The bytes of a regular file with at most so many bytes.
///
/// Kind and size are checked before the file is opened and again on the open file, which another one may
/// have replaced: opening never waits for a pipe and follows no link, and a file can grow while it is read.
pub(crate) fn bytes(path: &Path, most: u64) -> Result<Vec<u8>, Refused> {
    check(&fs::symlink_metadata(path).map_err(Refused::Failed)?, most)?;
    let flags = (OFlags::NONBLOCK | OFlags::NOFOLLOW).bits().cast_signed();
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path);
    let file = file.map_err(Refused::Failed)?;
    let metadata = file.metadata().map_err(Refused::Failed)?;
    check(&metadata, most)?;
    // One byte more, so that the end is found without more room.
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default() + 1);
    file.take(most + 1).read_to_end(&mut bytes).map_err(Refused::Failed)?;
    let fits = u64::try_from(bytes.len()).is_ok_and(|size| size <= most);
    if fits { Ok(bytes) } else { Err(Refused::TooLarge(most)) }
}

/// When a file or folder was last modified, if the system says so.
pub(crate) fn modified(path: &Path) -> Option<SystemTime> {
    fs::symlink_metadata(path).and_then(|metadata| metadata.modified()).ok()
}

fn check(metadata: &fs::Metadata, most: u64) -> Result<(), Refused> {
    match EntryKind::of(metadata.file_type()) {
        EntryKind::Link => Err(Refused::Kind("a symbolic link")),
        EntryKind::Folder => Err(Refused::Kind("a folder")),
        EntryKind::Special => Err(Refused::Kind("a device, pipe or socket")),
        EntryKind::File if metadata.len() > most => Err(Refused::TooLarge(most)),
        EntryKind::File => Ok(()),
    }
}

/// Writes files into an empty or new folder, and returns the written files. Never overwrites anything.
///
/// # Errors
/// If the folder is not empty, or the system refuses.
pub fn write_tree(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<Vec<PathBuf>, WriteError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |reason| WriteError::Failed { path, reason }
    };
    match fs::read_dir(folder) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                return Err(WriteError::NotEmpty(folder.to_owned()));
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(_) if folder.exists() && !folder.is_dir() => {
            return Err(WriteError::NotAFolder(folder.to_owned()));
        }
        Err(error) => return Err(failed(folder)(error)),
    }
    fs::create_dir_all(folder).map_err(failed(folder))?;
    let mut written = Vec::with_capacity(files.len());
    for (relative, bytes) in files {
        let path = folder.join(relative);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(failed(parent))?;
        }
        let mut file =
            OpenOptions::new().write(true).create_new(true).open(&path).map_err(failed(&path))?;
        file.write_all(bytes).map_err(failed(&path))?;
        written.push(path);
    }
    Ok(written)
}

/// Writes a new file, and the folders above it.
///
/// # Errors
/// If it exists, or the system refuses.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let failed = |reason: io::Error| match reason.kind() {
        io::ErrorKind::AlreadyExists => WriteError::Exists(path.to_owned()),
        _ => WriteError::Failed { path: path.to_owned(), reason },
    };
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?;
    file.write_all(bytes).map_err(failed)
}

/// Replaces a file of the program's own as a whole, and creates the folders above it. Only the user can read it.
pub(crate) fn replace_own(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    // A link stays one: its target is replaced.
    let path = &real(path).unwrap_or_else(|_| path.to_owned());
    let beside = path.with_extension(format!("{}.tmp", std::process::id()));
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside)?;
    file.write_all(bytes)?;
    fs::rename(&beside, path)
}

/// The nearest folder with a `ladder.yml`: this one or one above it, up to the root of its git
/// repository. Outside a repository only the folder itself counts.
#[must_use]
pub fn nearest_config(from: &Path) -> Option<PathBuf> {
    nearest_file(from, &LADDER_YML)?.parent().map(Path::to_owned)
}

/// The nearest file with one of these names: in this folder or in one above it, likewise.
pub(crate) fn nearest_file(from: &Path, names: &[&str]) -> Option<PathBuf> {
    let from = std::path::absolute(from).ok()?;
    let root = from.ancestors().position(|folder| folder.join(".git").exists());
    let inside = from.ancestors().take(root.unwrap_or(0) + 1);
    let mut files = inside.flat_map(|folder| names.iter().map(move |name| folder.join(name)));
    files.find(|file| file.is_file())
}

/// The path that a file of a project names, if it is below the folder of that file.
pub(crate) fn path_below(folder: Option<&Path>, named: &str) -> Option<PathBuf> {
    let folder = fs::canonicalize(folder?).ok()?;
    let path = fs::canonicalize(folder.join(named)).ok()?;
    path.starts_with(&folder).then_some(path)
}

/// The most bytes of a config.
const CONFIG_SIZE: u64 = 1 << 20;

/// The text of a config. A link is followed only if the user made it.
pub(crate) fn config_text(path: &Path, follows_links: bool) -> Result<String, String> {
    if path == Path::new("/dev/null") {
        return Ok(String::new());
    }
    let real = match follows_links {
        true => fs::canonicalize(path).map_err(|reason| reason.to_string())?,
        false => path.to_owned(),
    };
    let bytes = bytes(&real, CONFIG_SIZE).map_err(|refused| refused.reason())?;
    String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())
}
