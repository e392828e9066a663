//! A ladder in a revision of the repository around it, read by the same rules as the disk.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use crate::content::source::decode::decode;
use crate::content::source::disk::{self, Refused};
use crate::content::source::errors::{LoadError, RevisionError};
use crate::content::source::file::Source;
use crate::content::source::found::FoundFiles;
use crate::content::source::generated::is_inside;
use crate::content::source::git::{Repository, TreeFile};
use crate::content::source::ignored::{self, Ignored, says_what_is};
use crate::content::source::limits::{self, MAX_BYTES, MAX_RULES, Total};
use crate::content::source::path::{folder, is_document, is_read, join, natural};
use crate::finding::{Finding, Severity};
use crate::model::clean;

/// The greatest length of a chain of symbolic links, as in operating systems.
const HOPS: usize = 40;

/// A longer path is not a path.
const MAX_PATH: u64 = 4096;

/// The ladder that was at a path.
pub(crate) struct Stood {
    pub(crate) found: FoundFiles,
    /// Whether its `order` sorts descending.
    pub(crate) descending: bool,
    /// The commit of the revision.
    pub(crate) commit: String,
}

/// Reads the documents at a path in a revision.
pub(crate) fn read(path: &Path, revision: &str) -> Result<Stood, LoadError> {
    let (around, name) = disk::place(path)?;
    let repository = Repository::around(&around)?;
    let commit = repository.commit(revision)?;
    let not_there =
        || RevisionError::NotThere { path: path.to_owned(), revision: revision.to_owned() };
    let mut findings = Vec::new();
    let entries = match &name {
        Some(name) => {
            let path = join(&repository.prefix, name).unwrap_or_default();
            let found = repository.files(&commit, &[&path])?.files;
            let lone = found.into_iter().find(|entry| entry.path == path && !entry.is_link);
            vec![TreeFile { path: name.clone(), ..lone.ok_or_else(not_there)? }]
        }
        None => {
            let tree = repository.at(&commit, &repository.prefix)?.ok_or_else(not_there)?;
            let list = repository.files(&tree, &[])?;
            let last = list.files.last().filter(|_| !list.is_whole);
            findings.extend(last.map(|entry| limits::too_many_files(&shown(&entry.path))));
            list.files
        }
    };
    let mut tree = CommitTree { repository: &repository, entries, findings };
    let chosen = if name.is_some() { tree.entries.clone() } else { tree.documents()? };
    let sources = tree.sources(&chosen)?;
    if sources.iter().all(|source| source.text.trim().is_empty()) {
        let error = tree.findings.iter().find(|found| found.severity == Severity::Error);
        return Err(error.map_or_else(|| not_there().into(), |error| no_document(path, error)));
    }
    let descending = has_retype(&repository, &commit)?;
    let is_file = name.is_some();
    let looked_at = tree.entries.len();
    let findings = tree.findings;
    let found =
        FoundFiles { root: around, sources, findings, is_file, looked_at, ..FoundFiles::default() };
    Ok(Stood { found, descending, commit })
}

/// An error that nothing can be read, with its reason.
fn no_document(path: &Path, error: &Finding) -> LoadError {
    let reason = format!("{} ({})", error.message, error.file);
    LoadError::NoDocument { path: path.to_owned(), reason }
}

/// Whether a `retype.yml` was in the folder or above it.
fn has_retype(repository: &Repository, commit: &str) -> Result<bool, RevisionError> {
    let mut names = Vec::new();
    let mut at = repository.prefix.as_str();
    loop {
        let places = ["retype.yml", "retype.yaml"].map(|name| join(at, name));
        names.extend(places.into_iter().flatten());
        if at.is_empty() {
            break;
        }
        at = folder(at);
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let inside = !repository.files(commit, &names)?.files.is_empty();
    Ok(inside || disk::has_retype(&repository.above()))
}

/// The files of a folder at a commit.
struct CommitTree<'a> {
    repository: &'a Repository,
    entries: Vec<TreeFile>,
    findings: Vec<Finding>,
}

impl CommitTree<'_> {
    /// The documents, in reading order, each symbolic link as the document that it leads to.
    fn documents(&mut self) -> Result<Vec<TreeFile>, RevisionError> {
        let ignored = self.ignored()?;
        let there: HashSet<&str> = self.entries.iter().map(|entry| entry.path.as_str()).collect();
        let has = |file: &str| there.contains(file);
        let named = |ignored: &Ignored| -> Vec<TreeFile> {
            let kept = self.entries.iter().filter(|entry| {
                let path = entry.path.as_str();
                is_read(path) && ignored.keeps(path) && !is_inside(path, &has)
            });
            kept.cloned().collect()
        };
        let mut chosen = named(&ignored);
        if chosen.is_empty() {
            // A ladder may be in a place that version control ignores.
            chosen = named(&Ignored::default());
        }
        let (mut links, mut files): (Vec<TreeFile>, Vec<TreeFile>) =
            chosen.into_iter().partition(|entry| entry.is_link);
        // Symbolic links to data are not followed on the disk either.
        links.retain(|link| is_document(&link.path));
        files.extend(self.followed(links, &files)?);
        files.sort_by(|a, b| natural(&a.path, &b.path));
        self.findings.extend(limits::cut(&mut files, |entry| shown(&entry.path)));
        Ok(files)
    }

    /// The ignore rules of the tree. The sizes of the files were given by git, so that nothing too large is
    /// asked for.
    fn ignored(&mut self) -> Result<Ignored, RevisionError> {
        let (mut saying, mut ignored) = (Vec::new(), Ignored::default());
        for entry in self.entries.iter().filter(|entry| says_what_is(&entry.path)) {
            let refused = match entry {
                entry if entry.is_link => Refused::Kind("a symbolic link"),
                entry if entry.size > MAX_RULES => Refused::TooLarge(MAX_RULES),
                entry => {
                    saying.push(entry.clone());
                    continue;
                }
            };
            self.findings.push(ignored::not_used(&shown(&entry.path), &refused.reason()));
        }
        let texts = self.texts(&saying)?;
        for (entry, text) in saying.iter().zip(texts) {
            let added = ignored.add(&entry.path, &text);
            let unused = added.err().map(|reason| ignored::not_used(&shown(&entry.path), &reason));
            self.findings.extend(unused);
        }
        Ok(ignored)
    }

    /// The contents of small files as texts, in order.
    fn texts(&self, entries: &[TreeFile]) -> Result<Vec<String>, RevisionError> {
        let mut texts = vec![String::new(); entries.len()];
        self.each(entries, |at, bytes| {
            texts[at] = String::from_utf8_lossy(&bytes).into_owned();
        })?;
        Ok(texts)
    }

    /// Hands over the contents of files. A blob that several files have is asked for once. Without one
    /// of them nothing can be said about the revision: its role would seem to be new.
    fn each(
        &self,
        entries: &[TreeFile],
        mut take: impl FnMut(usize, Vec<u8>),
    ) -> Result<(), RevisionError> {
        let mut blobs: Vec<&str> = Vec::new();
        let mut users: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, entry) in entries.iter().enumerate() {
            let users = users.entry(&entry.blob).or_default();
            if users.is_empty() {
                blobs.push(&entry.blob);
            }
            users.push(at);
        }
        let lost = self.repository.contents(&blobs, MAX_BYTES, |blob, bytes| {
            for user in &users[blobs[blob]] {
                take(*user, bytes.clone());
            }
        })?;
        let Some(blob) = lost.map(|lost| blobs[lost]) else { return Ok(()) };
        let file = shown(&entries[users[blob][0]].path);
        Err(self.repository.damage(&format!("the content of `{file}` (object {blob})")))
    }

    /// The documents of the tree that symbolic links lead to, if they are not read already.
    fn followed(
        &mut self,
        links: Vec<TreeFile>,
        files: &[TreeFile],
    ) -> Result<Vec<TreeFile>, RevisionError> {
        if links.is_empty() {
            return Ok(Vec::new());
        }
        let leads = |entry: &&TreeFile| entry.is_link && entry.size <= MAX_PATH;
        let all: Vec<TreeFile> = self.entries.iter().filter(leads).cloned().collect();
        let leads = self.texts(&all)?;
        let leads: HashMap<&str, String> =
            all.iter().map(|entry| entry.path.as_str()).zip(leads).collect();
        let by_path: HashMap<&str, &TreeFile> =
            self.entries.iter().map(|entry| (entry.path.as_str(), entry)).collect();
        let mut known: HashSet<String> = files.iter().map(|entry| entry.path.clone()).collect();
        let (mut found, mut lost) = (Vec::new(), Vec::new());
        for link in links {
            match target(&link.path, &leads).and_then(|path| Some(*by_path.get(path.as_str())?)) {
                Some(file) if known.insert(file.path.clone()) => {
                    found.push(TreeFile { path: link.path, ..file.clone() });
                }
                Some(_) => {}
                None => lost.push(link.path),
            }
        }
        self.findings.extend(lost.into_iter().map(|path| {
            let message =
                "this symbolic link does not lead to a file of the ladder and is not followed";
            Finding::new(Severity::Warning, "symbolic-link", shown(&path), message)
        }));
        Ok(found)
    }

    /// The texts of the documents.
    fn sources(&mut self, files: &[TreeFile]) -> Result<Vec<Source>, RevisionError> {
        let failed = |entry: &TreeFile, message: &str| {
            Finding::new(Severity::Error, "unreadable", shown(&entry.path), message)
        };
        let (mut fitting, mut total) = (Vec::new(), Total::default());
        for entry in files {
            if entry.size > MAX_BYTES {
                let reason = Refused::TooLarge(MAX_BYTES).reason();
                self.findings.push(failed(entry, &format!("this file is not read: {reason}")));
            } else if let Err(found) = total.add(&shown(&entry.path), entry.size) {
                self.findings.push(*found);
                break;
            } else {
                fitting.push(entry.clone());
            }
        }
        let mut read: Vec<_> = fitting.iter().map(|_| None).collect();
        self.each(&fitting, |at, bytes| {
            read[at] = Some(decode(&shown(&fitting[at].path), bytes));
        })?;
        let (sources, findings): (Vec<_>, Vec<_>) = read.into_iter().flatten().unzip();
        self.findings.extend(findings.into_iter().flatten());
        Ok(sources)
    }
}

/// The target of a symbolic link in the tree. Links on the way are followed, including links in place of
/// folders. `None` if it leaves the tree.
fn target(path: &str, leads: &HashMap<&str, String>) -> Option<String> {
    let mut waiting: Vec<&str> = path.rsplit('/').collect();
    let (mut at, mut hops) = (String::new(), 0);
    while let Some(part) = waiting.pop() {
        let inside = join(&at, part)?;
        match leads.get(inside.as_str()) {
            Some(lead) if lead.starts_with('/') || hops == HOPS => return None,
            Some(lead) => {
                hops += 1;
                waiting.extend(lead.rsplit('/'));
            }
            None => at = inside,
        }
    }
    Some(at)
}

fn shown(path: &str) -> String {
    clean::line(path).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_followed_inside_the_tree_only() {
        let leads = [("a/l.md", "../b.md"), ("m.md", "a/l.md"), ("o.md", "../o.md"), ("x", "x")];
        let leads = leads.map(|(path, lead)| (path, lead.to_owned())).into_iter().collect();
        assert_eq!(target("m.md", &leads).as_deref(), Some("b.md"));
        assert_eq!(target("o.md", &leads), None);
        assert_eq!(target("x", &leads), None);
    }

    #[test]
    fn a_link_in_place_of_a_folder_is_followed() {
        let leads =
            [("d", "real/deep"), ("l.md", "d/l.txt"), ("up.md", "d/../up.txt"), ("o", "..")];
        let leads = leads.into_iter().chain([("out.md", "o/out.txt")]);
        let leads = leads.map(|(path, lead)| (path, lead.to_owned())).collect();
        assert_eq!(target("l.md", &leads).as_deref(), Some("real/deep/l.txt"));
        // `..` in a linked folder is the parent of the folder's own place.
        assert_eq!(target("up.md", &leads).as_deref(), Some("real/up.txt"));
        assert_eq!(target("out.md", &leads), None);
    }
}
