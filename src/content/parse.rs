//! From the text of files to documents of sections and blocks, or to data; each file on its own.

use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::content::source::file::Source;
use crate::content::source::path::{self, FileKind};
use crate::content::source::progress::{Progress, Watch};
use crate::content::source::tool_files;
use crate::finding::Finding;

pub(crate) mod components;
pub(crate) mod data;
pub(crate) mod data_file;
pub(crate) mod draft;
pub(crate) mod front_matter;
pub(crate) mod guarded;
pub(crate) mod html;
pub(crate) mod markdown;
pub(crate) mod notion;
pub(crate) mod text;

use draft::Draft;

/// Less text than this is parsed before other threads have started.
const WORTH_THREADS: usize = 200_000;

/// Parses every source, on all cores if that pays; the result does not depend on their number.
pub(crate) fn parse_all(sources: &[&Source], watch: &Watch<'_>) -> (Vec<Draft>, Vec<Finding>) {
    let done = AtomicUsize::new(0);
    let read = |source: &&Source| {
        let read = read_one(source);
        watch(Progress::Parsed(done.fetch_add(1, Ordering::Relaxed) + 1, sources.len()));
        read
    };
    let bytes: usize = sources.iter().map(|source| source.text.len()).sum();
    let parsed: Vec<_> = if bytes < WORTH_THREADS {
        sources.iter().map(read).collect()
    } else {
        sources.par_iter().map(read).collect()
    };
    let mut drafts = Vec::with_capacity(parsed.len());
    let mut findings = Vec::new();
    for (draft, found) in parsed {
        drafts.extend(draft);
        findings.extend(found);
    }
    (without_doubles(drafts), findings)
}

/// Reads a source. An empty source, data in no known form, or a panic of its parser gives no draft.
fn read_one(source: &Source) -> (Option<Draft>, Vec<Finding>) {
    guarded::guarded(&source.path, || parse_one(source))
        .unwrap_or_else(|found| (None, vec![*found]))
}

fn parse_one(source: &Source) -> (Option<Draft>, Vec<Finding>) {
    match path::kind(&source.path) {
        None if tool_files::is_tools(&source.path) => (None, Vec::new()),
        Some(FileKind::Html) if is_own_export(&source.text) => (None, Vec::new()),
        // A file that was named outright is read as text, whatever its name is.
        None | Some(FileKind::Markdown | FileKind::Html) => draft::parse(source),
        Some(kind) => data_file::read(&source.path, &source.text, kind),
    }
}

/// Whether this program wrote a web page: such a page shows the ladder and is not part of
/// it.
fn is_own_export(text: &str) -> bool {
    text.split("<style").next().is_some_and(|head| head.contains(EXPORT))
}

/// The text in the head of every page that this program writes.
const EXPORT: &str = "name=\"generator\" content=\"rungs\"";

/// Removes drafts that repeat another one: web pages that were made from a Markdown file next to
/// them, and Notion's tables of one view, if the whole table exists.
fn without_doubles(mut drafts: Vec<Draft>) -> Vec<Draft> {
    let bare = |file: &str| file.rsplit_once('.').map(|(bare, _)| bare.to_lowercase());
    let bares = |is_one: fn(&str) -> bool| -> HashSet<String> {
        let files = drafts.iter().map(|draft| draft.file.as_str());
        files.filter(|file| is_one(file)).filter_map(bare).collect()
    };
    let (written, tables) = (bares(path::is_document), bares(path::is_csv));
    drafts.retain(|draft| {
        let Some(bare) = bare(&draft.file) else { return true };
        let is_view =
            || path::split_id(&bare).1.is_some() && tables.contains(&format!("{bare}_all"));
        let is_rendered = path::is_html(&draft.file) && written.contains(&bare);
        !(is_rendered || path::is_csv(&draft.file) && is_view())
    });
    drafts
}
