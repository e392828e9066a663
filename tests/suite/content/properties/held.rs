//! What must hold of every document and every ladder.

use rungs::content::{self, Options, Source};
use rungs::model::{Block, Document, DocumentId, Ladder, Origin, RoleId};

use crate::support::outline::outline;

pub(crate) fn parse(file: &str, text: &str) -> Ladder {
    content::parse("any", &[Source::new(file, text)], Options::default()).0
}

/// What the model promises of every document.
pub(crate) fn check_model(document: &Document) {
    for table in document.tables() {
        assert!(!table.columns.is_empty());
        assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()));
    }
    let mut around = 0;
    for section in &document.sections {
        assert!((1..=around + 1).contains(&section.depth));
        around = section.depth;
        assert!((1..=document.last_line).contains(&section.line));
    }
    let anchors: std::collections::HashSet<&str> =
        document.sections.iter().map(|section| section.anchor.as_str()).collect();
    assert_eq!(anchors.len(), document.sections.len());
    assert!(document.items().iter().all(|item| (1..=document.last_line).contains(&item.line)));
    let steers = |c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c);
    assert!(!outline(document).contains(steers));
    assert!(!document.title.is_empty() && !document.title.contains(char::is_control));
    assert!(document.blocks().all(|block| depth(block) <= 40));
}

fn depth(block: &Block) -> usize {
    let inside = |blocks: &[Block]| blocks.iter().map(depth).max().unwrap_or(0);
    1 + match block {
        Block::List(list) => list.items.iter().map(|item| inside(&item.blocks)).max().unwrap_or(0),
        Block::Quote(quote) => inside(&quote.blocks),
        _ => 0,
    }
}

/// Everything that a document says anywhere, targets of links included.
pub(crate) fn everything(document: &Document) -> String {
    format!("{} {} {:?}", document.title, outline(document), document.front_matter)
}

/// What must hold of a ladder, whatever its files are.
pub(crate) fn check_ladder(sources: &[Source], ladder: &Ladder) {
    let lines = |file: &str| {
        let text = sources.iter().find(|source| source.path == file).map(|source| &source.text);
        text.map_or(0, |text| {
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            text.lines().count().max(1)
        })
    };
    let mut ids = std::collections::HashSet::new();
    assert!(ladder.roles.iter().all(|role| ids.insert(&role.id)));
    let mut places: Vec<(&str, Origin, &str, usize, usize)> = Vec::new();
    for (id, document) in ladder.documents() {
        check_model(document);
        let Document { file, line, last_line, .. } = document;
        assert!((1..=*last_line).contains(line), "{file}: {line} to {last_line}");
        assert!(*last_line <= lines(file), "{file}: {last_line} of {}", lines(file));
        if let DocumentId::Role(RoleId(at)) = id {
            places.push((file, ladder.roles[at].origin, &document.title, *line, *last_line));
        }
    }
    // A level that comes again under each of several headings is gathered from all of them: what stands
    // between them is told of others.
    let all: Vec<&str> =
        sources.iter().flat_map(|source| source.text.split(['\n', '\r'])).collect();
    let is_once = |title: &str| all.iter().filter(|line| line.contains(title)).count() == 1;
    let mut headings: Vec<(&str, usize, usize)> = places
        .into_iter()
        .filter(|(_, origin, title, ..)| *origin == Origin::Heading && is_once(title))
        .map(|(file, _, _, line, last_line)| (file, line, last_line))
        .collect();
    headings.sort_unstable();
    for pair in headings.windows(2) {
        let ((file, from, to), (next, begins, _)) = (pair[0], pair[1]);
        assert!(file != next || to < begins, "{file}: {from} to {to}, and from {begins}");
    }
}
