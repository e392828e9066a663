//! The one place where documents are read from the disk, and where a ladder is written to it.

use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use ignore::WalkBuilder;

use crate::content::source::decode::decode;
use crate::content::source::errors::{LoadError, WriteError};
use crate::content::source::file::Source;
use crate::content::source::found::FoundFiles;
use crate::content::source::generated;
use crate::content::source::limits::{self, MAX_BYTES, Total};
use crate::content::source::no_document;
use crate::content::source::path::{LADDER_YML, is_document, kind, natural};
use crate::content::source::progress::Progress;
use crate::finding::{Finding, Severity};
use crate::model::clean;

/// Reads the documents at a path.
pub(crate) fn read(path: &Path) -> Result<FoundFiles, LoadError> {
    let unreadable = |reason| LoadError::Unreadable { path: path.to_owned(), reason };
    let metadata = fs::metadata(path).map_err(|reason| match reason.kind() {
        io::ErrorKind::NotFound => LoadError::Missing(path.to_owned()),
        _ => unreadable(reason),
    })?;
    let found = if metadata.is_dir() {
        // An unreadable folder is an error of its own, not a folder without documents.
        fs::read_dir(path).map_err(unreadable)?;
        read_folder(path)
    } else {
        read_lone(path, &metadata)?
    };
    if found.sources.iter().all(|source| source.text.trim().is_empty()) {
        let reason = no_document::why_no_text(&found);
        return Err(LoadError::NoDocument { path: path.to_owned(), reason });
    }
    Ok(found)
}

/// Whether a file can be part of a ladder, going by its name.
pub(crate) fn is_read(path: &str) -> bool {
    kind(path).is_some()
}

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

fn read_lone(path: &Path, metadata: &fs::Metadata) -> Result<FoundFiles, LoadError> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let no_document =
        |reason: &str| LoadError::NoDocument { path: path.to_owned(), reason: reason.to_owned() };
    if !metadata.is_file() {
        return Err(no_document("it is neither a file nor a folder"));
    }
    if !is_read(&name) && !name.to_lowercase().ends_with(".txt") {
        return Err(no_document(no_document::NOT_ONE));
    }
    let root = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    let mut found = FoundFiles { root, is_file: true, looked_at: 1, ..FoundFiles::default() };
    if metadata.len() > MAX_BYTES {
        return Err(no_document("the file is larger than 32 MiB"));
    }
    let bytes = read_bytes(path)
        .map_err(|reason| LoadError::Unreadable { path: path.to_owned(), reason })?;
    let name = clean::line(&name).into_owned();
    let (text, finding) = decode(&name, bytes);
    found.findings.extend(finding);
    found.sources.push(Source { path: name, text });
    Ok(found)
}

fn read_folder(root: &Path) -> FoundFiles {
    let mut walk = Walk::new(root);
    walk.run(true);
    if walk.files.is_empty() && walk.links.is_empty() {
        // A ladder may be in a place that version control ignores.
        walk = Walk::new(root);
        walk.run(false);
    }
    walk.read()
}

/// A walk through a folder.
struct Walk<'a> {
    root: &'a Path,
    /// Documents: the path relative to the root, and the whole path.
    files: Vec<(String, PathBuf)>,
    /// Symbolic links, which are resolved when everything else is known.
    links: Vec<(String, PathBuf)>,
    findings: Vec<Finding>,
    looked_at: usize,
    /// Folders of dependencies and build output.
    left_out: Vec<String>,
}

impl<'a> Walk<'a> {
    fn new(root: &'a Path) -> Self {
        let (files, links) = (Vec::new(), Vec::new());
        Self { root, files, links, findings: Vec::new(), looked_at: 0, left_out: Vec::new() }
    }

    fn run(&mut self, heeds_ignore_files: bool) {
        let left_out = Arc::new(Mutex::new(Vec::new()));
        let walker = WalkBuilder::new(self.root)
            .follow_links(false)
            .standard_filters(false)
            .hidden(true)
            .ignore(heeds_ignore_files)
            .git_ignore(heeds_ignore_files)
            .require_git(false)
            .filter_entry(generated::without(self.root, &left_out))
            .build();
        let mut progress = Progress::new();
        for entry in walker {
            self.looked_at += 1;
            progress.looked_at(self.looked_at);
            if self.looked_at > limits::MAX_FILES {
                let at = entry.map_or_else(|_| String::new(), |at| self.relative(at.path()));
                self.findings.push(limits::too_many_files(&at));
                break;
            }
            match entry {
                Ok(entry) => self.entry(&entry),
                Err(error) => self.failed(&error),
            }
        }
        drop(progress);
        if let Ok(mut folders) = left_out.lock() {
            self.left_out = folders.drain(..).map(|path: PathBuf| self.relative(&path)).collect();
            self.left_out.sort_by(|a, b| natural(a, b));
        }
        self.files.sort_by(|(a, _), (b, _)| natural(a, b));
        self.links.sort_by(|(a, _), (b, _)| natural(a, b));
    }

    fn entry(&mut self, entry: &ignore::DirEntry) {
        let Some(kind) = entry.file_type() else { return };
        // The root itself may be a symbolic link: it was named outright.
        if entry.depth() == 0 || kind.is_dir() {
            self.looked_at -= 1;
            return;
        }
        let relative = self.relative(entry.path());
        if kind.is_symlink() {
            self.links.push((relative, entry.path().to_owned()));
        } else if kind.is_file() && is_read(&relative) {
            self.files.push((relative, entry.path().to_owned()));
        }
    }

    fn failed(&mut self, error: &ignore::Error) {
        let path = path_of(error).unwrap_or(self.root).to_owned();
        let relative = self.relative(&path);
        let reason = error.io_error().map_or_else(|| error.to_string(), io::Error::to_string);
        self.findings.push(
            Finding::new(
                Severity::Error,
                "unreadable",
                relative,
                format!("this cannot be read: {reason}"),
            )
            .help("change its permissions, or move it out of the ladder"),
        );
    }

    fn relative(&self, path: &Path) -> String {
        let relative = path.strip_prefix(self.root).unwrap_or(path);
        let parts = relative.components().map(|part| part.as_os_str().to_string_lossy());
        clean::line(&parts.collect::<Vec<_>>().join("/")).into_owned()
    }

    fn read(mut self) -> FoundFiles {
        self.follow_links();
        self.findings.extend(limits::cut(&mut self.files, |(relative, _)| relative.clone()));
        let mut sources = Vec::with_capacity(self.files.len());
        let mut total = Total::default();
        let mut progress = Progress::new();
        for (done, (relative, path)) in self.files.iter().enumerate() {
            progress.read(done, self.files.len(), self.looked_at);
            let size = fs::metadata(path).map_or(0, |metadata| metadata.len());
            if let Err(found) = total.add(relative, size.min(MAX_BYTES)) {
                self.findings.extend(found.map(|found| *found));
                continue;
            }
            match read_document(relative, path) {
                Ok((source, finding)) => {
                    sources.push(source);
                    self.findings.extend(finding);
                }
                Err(finding) => self.findings.push(*finding),
            }
        }
        let root = self.root.to_owned();
        FoundFiles {
            root,
            sources,
            findings: self.findings,
            is_file: false,
            looked_at: self.looked_at,
            left_out: self.left_out,
        }
    }

    /// Adds the documents that symbolic links lead to, if they are inside the root and not yet known.
    fn follow_links(&mut self) {
        if self.links.is_empty() {
            return;
        }
        let Ok(root) = fs::canonicalize(self.root) else { return };
        let mut known: HashSet<PathBuf> =
            self.files.iter().filter_map(|(_, path)| fs::canonicalize(path).ok()).collect();
        for (relative, path) in std::mem::take(&mut self.links) {
            match follow(&root, &relative, &path, &mut known) {
                Ok(Some(target)) => self.files.push((relative, target)),
                Ok(None) => {}
                Err(finding) => self.findings.push(*finding),
            }
        }
        self.files.sort_by(|(a, _), (b, _)| natural(a, b));
    }
}

/// The document that a symbolic link leads to, `None` if its target is not a document.
fn follow(
    root: &Path,
    relative: &str,
    path: &Path,
    known: &mut HashSet<PathBuf>,
) -> Result<Option<PathBuf>, Box<Finding>> {
    let note = |severity, message: &str, help: &str| {
        Err(Box::new(Finding::new(severity, "symbolic-link", relative, message).help(help)))
    };
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        Err(_) if !is_document(relative) => return Ok(None),
        Err(reason) => {
            let message = match reason.kind() {
                io::ErrorKind::NotFound => {
                    "the target of this symbolic link does not exist".to_owned()
                }
                _ => format!("the target of this symbolic link cannot be read: {reason}"),
            };
            return note(Severity::Warning, &message, "point it to a file, or remove it");
        }
    };
    let is_folder = target.is_dir();
    if !is_folder && !is_document(relative) {
        return Ok(None);
    }
    if !target.starts_with(root) {
        return note(
            Severity::Warning,
            "this symbolic link leaves the ladder and is not followed",
            "copy its target into the ladder",
        );
    }
    if is_folder {
        return note(
            Severity::Note,
            "this symbolic link leads to a folder of the ladder and is not followed",
            "remove it: the folder is read at its own path",
        );
    }
    if !known.insert(target.clone()) {
        return note(
            Severity::Note,
            "this symbolic link leads to a document that is already read",
            "remove it: the document is read at its own path",
        );
    }
    // A special file could block its reader forever.
    Ok(target.is_file().then_some(target))
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            path_of(err)
        }
        ignore::Error::Loop { child, .. } => Some(child),
        _ => None,
    }
}

type ReadDocument = Result<(Source, Option<Finding>), Box<Finding>>;

fn read_document(relative: &str, path: &Path) -> ReadDocument {
    let failed = |message: String, help: &str| {
        Box::new(Finding::new(Severity::Error, "unreadable", relative, message).help(help))
    };
    let size = fs::metadata(path).map_or(0, |metadata| metadata.len());
    if size > MAX_BYTES {
        return Err(failed(
            "this file is larger than 32 MiB and is not read".to_owned(),
            "split it, or move it out of the ladder",
        ));
    }
    let bytes = read_bytes(path).map_err(|reason| {
        failed(
            format!("this file cannot be read: {reason}"),
            "change its permissions, or move it out of the ladder",
        )
    })?;
    let (text, finding) = decode(relative, bytes);
    Ok((Source { path: relative.to_owned(), text }, finding))
}

/// The bytes of a file, at most the limit of a document: a file can grow while it is read.
fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
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

/// Writes a new file.
///
/// # Errors
/// If it exists, or the system refuses.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let failed = |reason: io::Error| match reason.kind() {
        io::ErrorKind::AlreadyExists => WriteError::Exists(path.to_owned()),
        _ => WriteError::Failed { path: path.to_owned(), reason },
    };
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?;
    file.write_all(bytes).map_err(failed)
}

/// The greatest number of files and folders that are looked at in a folder that nobody named.
pub const LOOKED_AT: usize = 2_000;

/// The nearest folder with a `ladder.yml`: this one or one above it, up to the root of its git
/// repository. Outside a repository only the folder itself counts.
#[must_use]
pub fn nearest_config(from: &Path) -> Option<PathBuf> {
    let from = std::path::absolute(from).ok()?;
    let root = from.ancestors().position(|folder| folder.join(".git").exists());
    let mut inside = from.ancestors().take(root.unwrap_or(0) + 1);
    let has = |folder: &&Path| LADDER_YML.iter().any(|name| folder.join(name).is_file());
    inside.find(has).map(Path::to_owned)
}

/// Whether a folder has more files than are [looked at](LOOKED_AT) in a folder that nobody named: a home
/// folder, or the root of the disk.
#[must_use]
pub fn is_vast(folder: &Path) -> bool {
    let look = |heeds_ignore_files| {
        let walk = WalkBuilder::new(folder)
            .standard_filters(false)
            .hidden(true)
            .ignore(heeds_ignore_files)
            .git_ignore(heeds_ignore_files)
            .require_git(false)
            .build();
        let (mut count, mut any) = (0, false);
        for entry in walk.take(LOOKED_AT + 1) {
            count += 1;
            any |= entry.is_ok_and(|entry| entry.path().to_str().is_some_and(is_read));
        }
        (count > LOOKED_AT, any)
    };
    match look(true) {
        // Files that version control ignores are read if there are no others.
        (false, false) => look(false).0,
        (is_vast, _) => is_vast,
    }
}
