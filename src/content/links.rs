//! Links between the documents of a ladder, made into places.

use std::collections::{HashMap, HashSet};

use crate::content::anchors;
use crate::content::diagnostic::{Diagnostic, Severity};
use crate::content::lines;
use crate::content::targets::{Target, Targets};
use crate::content::walk;
use crate::model::{Document, DocumentId, Ladder, Place, SectionId};

/// What links are resolved against.
pub(crate) struct Site<'a> {
    pub(crate) targets: &'a Targets,
    /// The document that each of the files became.
    pub(crate) documents: &'a HashMap<usize, DocumentId>,
    /// The text of each file, to show where a link is broken.
    pub(crate) texts: &'a HashMap<&'a str, &'a str>,
    /// Whether a file that is not in the ladder is missing; with a lone file its neighbours are not
    /// known.
    pub(crate) is_whole: bool,
}

/// Finds the place of every link, and says which lead to documents that are not there.
pub(crate) fn resolve(ladder: &mut Ladder, site: &Site<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let anchors: HashMap<DocumentId, HashMap<String, SectionId>> =
        ladder.documents().map(|(id, document)| (id, anchors_of(document))).collect();
    let roles = ladder.roles.iter_mut().map(|role| &mut role.document);
    for document in roles.chain(ladder.pages.iter_mut()) {
        let file = document.file.clone();
        let mut broken: HashSet<String> = HashSet::new();
        walk::texts(document, &mut |line, text| {
            for link in text.spans.iter_mut().filter_map(|span| span.link.as_mut()) {
                match site.targets.find(&file, &link.target) {
                    Target::Document(at, anchor) => {
                        link.place = place(site.documents.get(&at), anchor, &anchors);
                    }
                    Target::Missing if site.is_whole && broken.insert(link.target.clone()) => {
                        let text = site.texts.get(file.as_str()).copied().unwrap_or_default();
                        diagnostics.push(broken_link(&file, text, line, &link.target));
                    }
                    Target::Missing | Target::Elsewhere => {}
                }
            }
        });
    }
}

fn place(
    document: Option<&DocumentId>,
    anchor: Option<String>,
    anchors: &HashMap<DocumentId, HashMap<String, SectionId>>,
) -> Option<Place> {
    let document = *document?;
    let section = anchor.and_then(|anchor| {
        let known = anchors.get(&document)?;
        known.get(&anchor).or_else(|| known.get(&anchors::slug(&anchor))).copied()
    });
    Some(Place { document, section })
}

fn anchors_of(document: &Document) -> HashMap<String, SectionId> {
    let sections = document.sections.iter().enumerate();
    sections.map(|(i, section)| (section.anchor.clone(), SectionId(i))).collect()
}

fn broken_link(file: &str, text: &str, block: usize, target: &str) -> Diagnostic {
    // The text knows the line where its block begins; the link may stand some lines below.
    let from_block = text.lines().enumerate().skip(block.saturating_sub(1)).take(200);
    let found = from_block.filter_map(|(i, line)| Some((i + 1, line, line.find(target)?))).next();
    let (line, source, column) = match found {
        Some((number, line, at)) => (number, line, lines::column(line, at)),
        None => (block, lines::line_of(text, block), 1),
    };
    Diagnostic::new(
        Severity::Warning,
        "broken-link",
        file,
        format!("there is no document `{target}`"),
    )
    .at(line, column, source)
    .help("correct the path or add the document")
}
