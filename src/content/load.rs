//! From a path, a revision or sources in memory to a ladder: every step in order.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::content::build::explanation::Explanation;
use crate::content::build::{self, Options, explanation};
use crate::content::config::ladder_yml::{self, Config, RoleRule, TrackRule};
use crate::content::listing;
use crate::content::parse::parse_all;
use crate::content::source::errors::LoadError;
use crate::content::source::file::Source;
use crate::content::source::found::FoundFiles;
use crate::content::source::progress::{Watch, unwatched};
use crate::content::source::{built_in, disk, generated, no_document, path, revision, stdin, walk};
use crate::finding::Finding;
use crate::model::Ladder;
use crate::model::clean;

/// A ladder, what is wrong with it, and its location.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The ladder.
    pub ladder: Arc<Ladder>,
    /// What is wrong with it, by file and line.
    pub findings: Vec<Finding>,
    /// What each of its files became, and why.
    pub explanations: Vec<Explanation>,
    /// The files it was made of, to show their lines.
    pub sources: Vec<Source>,
    /// The folder that the files' paths are relative to; `None` for the built-in ladder.
    pub root: Option<PathBuf>,
}

/// Makes a ladder of sources. `name` is its name if no document has one. Sources must be in reading
/// order.
#[must_use]
pub fn parse(name: &str, sources: &[Source], options: Options) -> (Ladder, Vec<Finding>) {
    let (ladder, findings, _) = parse_explained(name, sources, options);
    (ladder, findings)
}

/// The same, with what each file became and why.
#[must_use]
pub fn parse_explained(
    name: &str,
    sources: &[Source],
    options: Options,
) -> (Ladder, Vec<Finding>, Vec<Explanation>) {
    parse_watched(name, sources, options, &unwatched)
}

fn parse_watched(
    name: &str,
    sources: &[Source],
    options: Options,
    watch: &Watch<'_>,
) -> (Ladder, Vec<Finding>, Vec<Explanation>) {
    let mut said = Vec::new();
    let config = ladder_yml::read(sources, &mut said);
    said.extend(config.ignored_in_vain(sources));
    let (ours, ignored): (Vec<&Source>, Vec<&Source>) =
        sources.iter().partition(|s| !config.ignores(&s.path) && !ladder_yml::is_config(s));
    let (drafts, mut findings) = parse_all(&ours, watch);
    findings.extend(said);
    let (ladder, rules) = build::ladder(name, sources, drafts, options, &config, &mut findings);
    sort(&mut findings);
    let explanations = explanation::explain(sources, &ignored, &ladder, &rules);
    (ladder, findings, explanations)
}

/// Parses the documents among sources without reading a ladder from them, and returns their number. The
/// benches use it to measure parsing apart from reading.
#[must_use]
pub fn count_documents(sources: &[Source]) -> usize {
    let config = ladder_yml::read(sources, &mut Vec::new());
    let is_ours = |s: &&Source| !config.ignores(&s.path) && !ladder_yml::is_config(s);
    parse_all(&sources.iter().filter(is_ours).collect::<Vec<_>>(), &unwatched).0.len()
}

/// Loads the ladder at a path: one Markdown file, or a folder of them.
///
/// # Errors
/// If there is nothing at the path, if it cannot be read, or if it has no document.
pub fn load(path: &Path) -> Result<Loaded, LoadError> {
    load_watched(path, &unwatched)
}

/// The same, and tells how far it is.
///
/// # Errors
/// As [`load`].
pub fn load_watched(path: &Path, watch: &Watch<'_>) -> Result<Loaded, LoadError> {
    if stdin::is_stdin(path) {
        return loaded(Path::new(stdin::NAME), stdin::read()?, false, watch);
    }
    let found = walk::read(path, watch)?;
    let descending = disk::has_retype(&found.root);
    let root = Some(found.root.clone());
    Ok(Loaded { root, ..loaded(path, found, descending, watch)? })
}

/// Loads a file, or stdin, as one document, whatever levels it describes.
///
/// # Errors
/// If the path is no file, or as [`load`].
pub fn load_document(path: &Path) -> Result<Loaded, LoadError> {
    let is_stdin = stdin::is_stdin(path);
    let found = if is_stdin { stdin::read()? } else { walk::read(path, &unwatched)? };
    let no_document =
        |reason: &str| LoadError::NoDocument { path: path.to_owned(), reason: reason.to_owned() };
    let source = found.sources.into_iter().next().filter(|_| found.is_file);
    let mut loaded = document(source.ok_or_else(|| no_document("it is a folder; name a file"))?);
    if loaded.ladder.documents().next().is_none() {
        return Err(no_document("it has no text that rungs can read"));
    }
    loaded.findings.splice(0..0, found.findings);
    loaded.root = Some(found.root).filter(|_| !is_stdin);
    Ok(loaded)
}

/// One document of a source, whatever levels it describes.
#[must_use]
pub fn document(source: Source) -> Loaded {
    // The reading of a `ladder.yml` that says that the whole file is a role.
    let whole = RoleRule { file: source.path.clone(), ..RoleRule::default() };
    let mut config = Config::default();
    config.tracks.push(TrackRule { title: String::new(), roles: vec![whole] });
    let options = Options { descending: false, is_lone: true };
    let sources = vec![source];
    let (drafts, mut findings) = parse_all(&sources.iter().collect::<Vec<_>>(), &unwatched);
    let (ladder, _) = build::ladder("", &sources, drafts, options, &config, &mut findings);
    sort(&mut findings);
    Loaded { ladder: Arc::new(ladder), findings, explanations: Vec::new(), sources, root: None }
}

/// Loads the ladder at a path in a revision ("v1.2", "HEAD~3") of the git repository around it, and
/// returns the commit. Runs git. No path of the disk leads to the files of such a ladder: it has no
/// root.
///
/// # Errors
/// If git is missing or refuses, if there is no repository or revision, or if nothing in it can be read.
pub fn load_revision(path: &Path, revision: &str) -> Result<(Loaded, String), LoadError> {
    let stood = revision::read(path, revision)?;
    Ok((loaded(path, stood.found, stood.descending, &unwatched)?, stood.commit))
}

/// The ladder that was read at a path, or in a revision of it.
fn loaded(
    path: &Path,
    mut found: FoundFiles,
    descending: bool,
    watch: &Watch<'_>,
) -> Result<Loaded, LoadError> {
    let name = name(path, found.is_file);
    let options = Options { descending, is_lone: found.is_file };
    let (ladder, parsed, mut explanations) = parse_watched(&name, &found.sources, options, watch);
    let mut findings = std::mem::take(&mut found.findings);
    findings.extend(parsed);
    sort(&mut findings);
    if ladder.documents().next().is_none() {
        let reason = no_document::why_none(&found, &findings);
        return Err(LoadError::NoDocument { path: path.to_owned(), reason });
    }
    explanations.extend(found.left_out.into_iter().map(|folder| Explanation {
        file: format!("{folder}/"),
        became: "nothing".to_owned(),
        rule: generated::RULE.to_owned(),
        second: None,
    }));
    let ladder = Arc::new(ladder);
    Ok(Loaded { ladder, findings, explanations, sources: found.sources, root: None })
}

/// The name of the ladder at a path, if no document has one.
fn name(path: &Path, is_file: bool) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let name = if is_file { whole.file_stem() } else { whole.file_name() };
    name.map(|name| clean::line(&name.to_string_lossy()).into_owned()).unwrap_or_default()
}

/// The documents of the ladder at a path as far as they are known before they are read: their names.
#[must_use]
pub fn listed(path: &Path, files: &[String]) -> Ladder {
    listing::listing(&name(path, false), files)
}

/// The rules of `check` that the `ladder.yml` among some sources switches off, and its path.
#[must_use]
pub fn allowed(sources: &[Source]) -> Option<(&Source, Vec<String>)> {
    let source = sources.iter().find(|source| ladder_yml::is_config(source))?;
    Some((source, ladder_yml::read(sources, &mut Vec::new()).allow))
}

/// The ladder that is compiled into the program.
#[must_use]
pub fn built_in() -> Loaded {
    let options = Options { descending: built_in::has_retype(), is_lone: false };
    let sources = built_in::sources();
    let (ladder, findings, explanations) = parse_explained("rungs", &sources, options);
    Loaded { ladder: Arc::new(ladder), findings, explanations, sources, root: None }
}

/// By file and place. A finding that occurs twice at one place, as in a cell that spans rows, is kept once.
fn sort(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| {
        path::natural(&a.file, &b.file).then((a.line, a.column).cmp(&(b.line, b.column)))
    });
    findings.dedup();
}
