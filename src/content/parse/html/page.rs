//! A page of a website as a document: its main part, without site navigation.

use ego_tree::NodeRef;
use scraper::{Html, Node};

use crate::content::parse::html::blocks;
use crate::content::parse::html::source::Markup;
use crate::content::parse::text::piece::{ParsedPiece, flatten};
use crate::content::parse::text::sections::{self, DocumentText};
use crate::lexicon::fold_space;
use crate::model::Text;
use crate::model::clean;

/// A page with less text is not a document: a redirect, or a frame that a program fills.
const MIN_WORDS: usize = 5;

/// People do not write pages with elements that nest deeper than this, and walking recurses.
const MAX_NESTING: usize = 200;

/// Names of the main part in generators and wikis that have no element for it.
const MAIN_IDS: [&str; 4] = ["main-content", "mw-content-text", "content", "main"];

/// Folders of pages that only frame others.
const FRAMES: [&str; 6] = ["_layouts", "_includes", "layouts", "partials", "templates", "themes"];

/// Reads a page whose first line has this number in its file; `None` if it has no main text.
pub(crate) fn parse(file: &str, text: &str, first_line: usize) -> Option<DocumentText> {
    if file.split('/').rev().skip(1).any(|folder| FRAMES.contains(&folder)) {
        return None;
    }
    let mut source = Markup::default();
    source.push(text, first_line);
    let numbered = source.numbered();
    if numbered.depth > MAX_NESTING {
        return outline(blocks::mere_text(&source), None);
    }
    let page = Html::parse_document(&numbered.html);
    let root = page.tree.root();
    if is_redirect(root) {
        return None;
    }
    outline(blocks::main_pieces(main_part(root), &source), title(root))
}

fn outline(pieces: Vec<ParsedPiece>, title: Option<(String, usize)>) -> Option<DocumentText> {
    let says: Vec<Text> = pieces.iter().map(said).collect();
    let words = says.iter().map(|text| text.as_str().split_whitespace().count()).sum::<usize>();
    // A placeholder is not text.
    let is_template = |text: &Text| {
        let text = text.as_str();
        ["{{", "{%", "<%", "<?"].iter().any(|mark| text.contains(mark))
    };
    if words < MIN_WORDS || says.iter().any(is_template) {
        return None;
    }
    let mut outline = sections::assemble(pieces, false);
    if outline.title.is_none() {
        outline.title = title.map(|(title, line)| (Text::plain(title), line));
    }
    Some(outline)
}

/// The words of a piece.
fn said(piece: &ParsedPiece) -> Text {
    flatten(&[piece.clone().into_block()])
}

/// The one element with the subject of the page.
fn main_part(root: NodeRef<'_, Node>) -> NodeRef<'_, Node> {
    let is_main = |node: &NodeRef<'_, Node>| {
        is_named(*node, "main") || attribute(*node, "role") == Some("main")
    };
    let main = root.descendants().find(is_main);
    // Next to a lone article are links to other pages.
    let around = main.unwrap_or(root);
    let mut articles = around.descendants().filter(|node| is_named(*node, "article"));
    let lone = articles.next().filter(|_| articles.next().is_none());
    let by_id = |id: &&str| root.descendants().find(|node| attribute(*node, "id") == Some(*id));
    let body = || root.descendants().find(|node| is_named(*node, "body"));
    lone.or(main).or_else(|| MAIN_IDS.iter().find_map(by_id)).or_else(body).unwrap_or(root)
}

/// The name of the page, if its main part has none: the first heading, or the title of the window up to
/// the name of the site.
fn title(root: NodeRef<'_, Node>) -> Option<(String, usize)> {
    let named = |name: &'static str| root.descendants().find(|node| is_named(*node, name));
    let words = |node: NodeRef<'_, Node>| {
        let texts = node.descendants().filter_map(|inner| inner.value().as_text());
        let text = texts.map(|text| &**text).collect::<String>();
        let title = clean::line(&fold_space(&text)).into_owned();
        Some((title, blocks::line_of(node).unwrap_or(1))).filter(|(title, _)| !title.is_empty())
    };
    named("h1").and_then(words).or_else(|| {
        let (title, line) = named("title").and_then(words)?;
        let end = [" | ", " · ", " :: "].iter().filter_map(|mark| title.find(mark)).min();
        Some((end.map_or(title.as_str(), |end| &title[..end]).to_owned(), line))
    })
}

fn is_redirect(root: NodeRef<'_, Node>) -> bool {
    root.descendants().any(|node| {
        attribute(node, "http-equiv").is_some_and(|value| value.eq_ignore_ascii_case("refresh"))
    })
}

fn is_named(node: NodeRef<'_, Node>, name: &str) -> bool {
    node.value().as_element().is_some_and(|element| element.name() == name)
}

fn attribute<'a>(node: NodeRef<'a, Node>, name: &str) -> Option<&'a str> {
    node.value().as_element()?.attr(name)
}
