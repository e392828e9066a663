//! Links between the documents of a ladder, resolved to places.

use std::collections::{HashMap, HashSet};

use crate::content::links::targets::{LinkTarget, Targets};
use crate::content::parse::text::anchors;
use crate::content::source::lines;
use crate::finding::{Finding, Severity};
use crate::model::{DocumentId, Ladder, Place, SectionId};

/// The data that links are resolved with.
pub(crate) struct Site<'a> {
    pub(crate) targets: &'a Targets,
    /// The document that each of the files became.
    pub(crate) documents: &'a HashMap<usize, DocumentId>,
    /// The anchors of roles that begin at a heading.
    pub(crate) anchors: &'a HashMap<DocumentId, String>,
    /// The text of each file, to show the place of a broken link.
    pub(crate) texts: &'a HashMap<&'a str, &'a str>,
    /// Whether a file that is not in the ladder is missing; for a lone file its neighbors are unknown.
    pub(crate) is_whole: bool,
}

/// Finds the place of every link, and reports links to documents that do not exist.
pub(crate) fn resolve(ladder: &mut Ladder, site: &Site<'_>, findings: &mut Vec<Finding>) {
    let anchors = AnchoredPlaces::of(ladder, site);
    let roles = ladder.roles.iter_mut().map(|role| &mut role.document);
    for document in roles.chain(ladder.pages.iter_mut()) {
        let file = document.file.clone();
        let text = site.texts.get(file.as_str()).copied().unwrap_or_default();
        let mut lines: Option<Vec<&str>> = None;
        let mut broken: HashSet<String> = HashSet::new();
        document.texts_mut(&mut |line, said| {
            for link in said.links_mut() {
                match site.targets.find(&file, &link.target) {
                    LinkTarget::Document(at, anchor) => {
                        let document = site.documents.get(&at).copied();
                        link.place = document.map(|document| anchors.place(document, anchor));
                    }
                    LinkTarget::Missing if site.is_whole && broken.insert(link.target.clone()) => {
                        let lines = lines.get_or_insert_with(|| text.lines().collect());
                        findings.push(broken_link(&file, lines, line, &link.target));
                    }
                    LinkTarget::Missing | LinkTarget::Elsewhere => {}
                }
            }
        });
    }
}

/// The places of anchors, file by file: a file can have several roles.
struct AnchoredPlaces {
    /// The file of each document.
    files: HashMap<DocumentId, String>,
    places: HashMap<String, HashMap<String, Place>>,
}

impl AnchoredPlaces {
    fn of(ladder: &Ladder, site: &Site<'_>) -> Self {
        let mut anchors = Self { files: HashMap::new(), places: HashMap::new() };
        // A place in the same page comes first.
        let pages = ladder.documents().filter(|(id, _)| matches!(id, DocumentId::Page(_)));
        let roles = ladder.documents().filter(|(id, _)| matches!(id, DocumentId::Role(_)));
        for (id, document) in pages.chain(roles) {
            anchors.files.insert(id, document.file.clone());
            let known = anchors.places.entry(document.file.clone()).or_default();
            let own = site.anchors.get(&id).cloned().map(|anchor| (anchor, None));
            let sections = document.sections.iter().enumerate();
            let sections = sections.map(|(i, s)| (s.anchor.clone(), Some(SectionId(i))));
            for (anchor, section) in own.into_iter().chain(sections) {
                known.entry(anchor).or_insert(Place { document: id, section });
            }
        }
        anchors
    }

    /// The place of an anchor in the file of a document, or the top of the document.
    fn place(&self, document: DocumentId, anchor: Option<String>) -> Place {
        let found = anchor.and_then(|anchor| {
            let known = self.places.get(self.files.get(&document)?)?;
            known.get(&anchor).or_else(|| known.get(&anchors::slug(&anchor))).copied()
        });
        found.unwrap_or(Place { document, section: None })
    }
}

fn broken_link(file: &str, text: &[&str], block: usize, target: &str) -> Finding {
    // The text knows the line of its block; the link may be some lines below.
    let from_block = text.iter().enumerate().skip(block.saturating_sub(1)).take(200);
    let found = from_block.filter_map(|(i, line)| Some((i + 1, *line, line.find(target)?))).next();
    let (line, source, column) = match found {
        Some((number, line, at)) => (number, line, lines::column(line, at)),
        None => (block, text.get(block.saturating_sub(1)).copied().unwrap_or(""), 1),
    };
    Finding::new(Severity::Warning, "broken-link", file, format!("there is no document `{target}`"))
        .at(line, column, source)
        .help("correct the path or add the document")
}
