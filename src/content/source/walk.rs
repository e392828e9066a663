//! The documents at a path of the disk: one file, or those of a walk through a folder.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::content::source::decode::decode;
use crate::content::source::disk::{self, EntryKind, FolderEntry, Refused};
use crate::content::source::errors::LoadError;
use crate::content::source::file::Source;
use crate::content::source::found::FoundFiles;
use crate::content::source::generated::is_generated;
use crate::content::source::ignored::{self, Ignored};
use crate::content::source::limits::{self, MAX_BYTES, Total};
use crate::content::source::no_document;
use crate::content::source::path::{is_document, is_read, join, natural};
use crate::content::source::progress::{Progress, Watch, unwatched};
use crate::finding::{Finding, Severity};
use crate::model::clean;

/// Reads the documents at a path.
pub(crate) fn read(path: &Path, watch: &Watch<'_>) -> Result<FoundFiles, LoadError> {
    let unreadable = |reason| LoadError::Unreadable { path: path.to_owned(), reason };
    let real = disk::real(path).map_err(|reason| match reason.kind() {
        io::ErrorKind::NotFound => LoadError::Missing(path.to_owned()),
        _ => unreadable(reason),
    })?;
    let found = if real.is_dir() {
        // An unreadable folder is an error of its own, not a folder without documents.
        disk::entries(path).map(drop).map_err(unreadable)?;
        read_folder(path, watch)
    } else {
        read_lone(path, &real)?
    };
    if found.sources.iter().all(|source| source.text.trim().is_empty()) {
        let reason = no_document::why_no_text(&found);
        return Err(LoadError::NoDocument { path: path.to_owned(), reason });
    }
    Ok(found)
}

/// Reads a file that was named outright. It may be named by a link, which leads to its `real` path.
fn read_lone(path: &Path, real: &Path) -> Result<FoundFiles, LoadError> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let no_document =
        |reason: &str| LoadError::NoDocument { path: path.to_owned(), reason: reason.to_owned() };
    if !disk::is_file(real) {
        return Err(no_document("it is neither a file nor a folder"));
    }
    if !is_read(&name) && !name.to_lowercase().ends_with(".txt") {
        return Err(no_document(no_document::NOT_ONE));
    }
    let root = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    let bytes = disk::bytes(real, MAX_BYTES).map_err(|refused| match refused {
        Refused::Failed(reason) => LoadError::Unreadable { path: path.to_owned(), reason },
        refused => no_document(&refused.reason()),
    })?;
    let mut found = FoundFiles { root, is_file: true, looked_at: 1, ..FoundFiles::default() };
    let name = clean::line(&name).into_owned();
    let (source, finding) = decode(&name, bytes);
    found.findings.extend(finding);
    found.sources.push(source);
    Ok(found)
}

fn read_folder(root: &Path, watch: &Watch<'_>) -> FoundFiles {
    let mut walk = Walk::new(root, limits::MAX_FILES, watch);
    walk.run(true);
    if walk.files.is_empty() && walk.links.is_empty() {
        // A ladder may be in a place that version control ignores.
        walk = Walk::new(root, limits::MAX_FILES, watch);
        walk.run(false);
    }
    walk.read()
}

/// The greatest number of files and folders that are looked at in a folder that nobody named.
pub const LOOKED_AT: usize = 2_000;

/// Whether a folder has more files than are [looked at](LOOKED_AT) in a folder that nobody named: a home
/// folder, or the root of the disk.
#[must_use]
pub fn is_vast(folder: &Path) -> bool {
    let look = |heeds_ignore_files| {
        let mut walk = Walk::new(folder, LOOKED_AT, &unwatched);
        walk.run(heeds_ignore_files);
        (walk.is_cut, !walk.files.is_empty())
    };
    match look(true) {
        // Files that version control ignores are read if there are no others.
        (false, false) => look(false).0,
        (is_vast, _) => is_vast,
    }
}

/// A walk through a folder.
struct Walk<'a> {
    root: &'a Path,
    /// The greatest number of entries that are looked at.
    most: usize,
    /// Folders that are still to be walked: the path relative to the root, and the whole path.
    folders: Vec<(String, PathBuf)>,
    ignored: Ignored,
    /// Documents: the path relative to the root, and the whole path.
    files: Vec<(String, PathBuf)>,
    /// Symbolic links, which are resolved when everything else is known.
    links: Vec<(String, PathBuf)>,
    findings: Vec<Finding>,
    /// How many entries were looked at, and how many of them were no folders.
    entries: usize,
    looked_at: usize,
    /// Whether the walk ended early.
    is_cut: bool,
    /// Folders of dependencies and build output.
    left_out: Vec<String>,
    watch: &'a Watch<'a>,
}

impl<'a> Walk<'a> {
    fn new(root: &'a Path, most: usize, watch: &'a Watch<'a>) -> Self {
        Self {
            root,
            most,
            folders: vec![(String::new(), root.to_owned())],
            ignored: Ignored::default(),
            files: Vec::new(),
            links: Vec::new(),
            findings: Vec::new(),
            entries: 0,
            looked_at: 0,
            is_cut: false,
            left_out: Vec::new(),
            watch,
        }
    }

    fn run(&mut self, heeds_ignore_files: bool) {
        while let Some((relative, path)) = self.folders.pop() {
            if heeds_ignore_files {
                self.read_rules(&relative, &path);
            }
            let entries = match disk::entries(&path) {
                Ok(entries) => entries,
                Err(reason) => {
                    self.failed(&relative, &reason);
                    continue;
                }
            };
            for entry in entries {
                match entry {
                    Ok(entry) => self.entry(&relative, entry),
                    Err(reason) => self.failed(&relative, &reason),
                }
                if self.is_cut {
                    return self.sort();
                }
            }
        }
        self.sort();
    }

    /// Reads the ignore rules of a folder.
    fn read_rules(&mut self, folder: &str, path: &Path) {
        for name in ignored::NAMES {
            let file = join(folder, name).unwrap_or_default();
            let read = disk::bytes(&path.join(name), limits::MAX_RULES);
            let added = match read {
                Err(Refused::Failed(reason)) if reason.kind() == io::ErrorKind::NotFound => {
                    continue;
                }
                Err(refused) => Err(refused.reason()),
                Ok(bytes) => self.ignored.add(&file, &String::from_utf8_lossy(&bytes)),
            };
            self.findings.extend(added.err().map(|why| ignored::not_used(&shown(&file), &why)));
        }
    }

    fn entry(&mut self, folder: &str, entry: FolderEntry) {
        self.entries += 1;
        let relative = match folder {
            "" => entry.name,
            folder => format!("{folder}/{}", entry.name),
        };
        if self.entries > self.most {
            self.is_cut = true;
            self.findings.push(limits::too_many_files(&shown(&relative)));
        } else if self.ignored.keeps_one(&relative, entry.kind == EntryKind::Folder) {
            self.keep(relative, entry.path, entry.kind);
        }
    }

    fn keep(&mut self, relative: String, path: PathBuf, kind: EntryKind) {
        self.looked_at += usize::from(kind != EntryKind::Folder);
        (self.watch)(Progress::LookedAt(self.looked_at));
        let has = |file: &str| disk::is_file(&self.root.join(file));
        match kind {
            EntryKind::Folder if is_generated(&relative, &has) => {
                self.left_out.push(shown(&relative));
            }
            EntryKind::Folder => self.folders.push((relative, path)),
            EntryKind::Link => self.links.push((shown(&relative), path)),
            EntryKind::File | EntryKind::Special if is_read(&relative) => {
                self.files.push((shown(&relative), path));
            }
            EntryKind::File | EntryKind::Special => {}
        }
    }

    fn failed(&mut self, relative: &str, reason: &io::Error) {
        let message = format!("this cannot be read: {reason}");
        let found = Finding::new(Severity::Error, "unreadable", shown(relative), message);
        self.findings.push(found.help("change its permissions, or move it out of the ladder"));
    }

    fn sort(&mut self) {
        self.left_out.sort_by(|a, b| natural(a, b));
        self.files.sort_by(|(a, _), (b, _)| natural(a, b));
        self.links.sort_by(|(a, _), (b, _)| natural(a, b));
    }

    fn read(mut self) -> FoundFiles {
        self.follow_links();
        self.findings.extend(limits::cut(&mut self.files, |(relative, _)| relative.clone()));
        let files = std::mem::take(&mut self.files);
        let paths = files.iter().map(|(relative, _)| relative.clone());
        (self.watch)(Progress::Found(paths.collect()));
        let mut sources = Vec::with_capacity(files.len());
        let mut total = Total::default();
        let mut rest = files.as_slice();
        'batches: while !rest.is_empty() {
            let (batch, after) = rest.split_at(batch(rest));
            rest = after;
            for (read, (relative, _)) in read_batch(batch).into_iter().zip(batch) {
                let (source, size, finding) = match read {
                    Ok(read) => read,
                    Err(refused) => {
                        self.findings.push(not_read(relative, &refused));
                        continue;
                    }
                };
                if let Err(found) = total.add(relative, size) {
                    self.findings.push(*found);
                    break 'batches;
                }
                sources.push(source);
                self.findings.extend(finding);
            }
            (self.watch)(Progress::Read(files.len() - rest.len()));
        }
        FoundFiles {
            root: self.root.to_owned(),
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
        let Ok(root) = disk::real(self.root) else { return };
        let mut known: HashSet<PathBuf> =
            self.files.iter().filter_map(|(_, path)| disk::real(path).ok()).collect();
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

/// The greatest number of files, and of their bytes, that are read before they are counted against the limit
/// of the ladder.
const BATCH: (usize, u64) = (256, 8 << 20);

/// Fewer files are read before other threads have started.
const WORTH_THREADS: usize = 64;

/// How many of these files are read together.
fn batch(files: &[(String, PathBuf)]) -> usize {
    let mut bytes = 0_u64;
    let fits = |(_, path): &&(String, PathBuf)| {
        let before = bytes;
        bytes = bytes.saturating_add(disk::size(path));
        before < BATCH.1
    };
    files.iter().take(BATCH.0).take_while(fits).count().max(1)
}

/// A document that was read, its bytes on the disk, and what is wrong with it.
type ReadDocument = (Source, u64, Option<Finding>);

/// Reads files, on all cores if that pays.
fn read_batch(files: &[(String, PathBuf)]) -> Vec<Result<ReadDocument, Refused>> {
    let read = |(relative, path): &(String, PathBuf)| {
        let bytes = disk::bytes(path, MAX_BYTES)?;
        let size = bytes.len() as u64;
        let (source, finding) = decode(relative, bytes);
        Ok((source, size, finding))
    };
    if files.len() < WORTH_THREADS {
        files.iter().map(read).collect()
    } else {
        files.par_iter().map(read).collect()
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
    let target = match disk::real(path) {
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
    Ok(Some(target))
}

/// A finding for a document that was not read.
fn not_read(relative: &str, refused: &Refused) -> Finding {
    let (message, help) = match refused {
        Refused::Failed(reason) => (
            format!("this file cannot be read: {reason}"),
            "change its permissions, or move it out of the ladder",
        ),
        refused => (
            format!("this file is not read: {}", refused.reason()),
            "split it, or move it out of the ladder",
        ),
    };
    Finding::new(Severity::Error, "unreadable", relative, message).help(help)
}

/// A path as text that is safe to show.
fn shown(path: &str) -> String {
    clean::line(path).into_owned()
}
