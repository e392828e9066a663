//! Parts of a web page that are not its text: site navigation, and scripts and controls.

use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;

/// Elements, in order.
const NAMES: [&str; 15] = [
    "aside", "audio", "button", "canvas", "dialog", "footer", "form", "iframe", "nav", "noscript",
    "object", "search", "select", "svg", "video",
];

const ROLES: [&str; 7] =
    ["banner", "complementary", "contentinfo", "dialog", "navigation", "search", "doc-backlink"];

/// Classes and ids by which generators mark them.
const CLASSES: [&str; 18] = [
    "breadcrumb",
    "breadcrumb-section",
    "breadcrumbs",
    "edit-link",
    "hash-link",
    "header-anchor",
    "headerlink",
    "navbar",
    "page-metadata",
    "pagination",
    "page-nav",
    "sidebar",
    "site-footer",
    "site-header",
    "site-nav",
    "skip-link",
    "table-of-contents",
    "toc",
];

/// Whether an element with all of its contents is not part of the text of a page.
pub(crate) fn is_furniture(node: NodeRef<'_, Node>, element: &Element) -> bool {
    let has = |attribute: &str, known: &[&str]| {
        let words = element.attr(attribute).unwrap_or_default().split_ascii_whitespace();
        words.into_iter().any(|word| known.contains(&word.to_ascii_lowercase().as_str()))
    };
    let is_hidden = element.attr("hidden").is_some_and(|value| value != "until-found")
        || element.attr("aria-hidden") == Some("true");
    let is_by_name = match element.name() {
        "header" => !holds_heading(node),
        name => NAMES.binary_search(&name).is_ok(),
    };
    is_by_name
        || is_hidden
        || has("role", &ROLES)
        || ["class", "id"].iter().any(|attribute| has(attribute, &CLASSES))
}

/// Whether the title of the page is in an element.
fn holds_heading(node: NodeRef<'_, Node>) -> bool {
    node.descendants().filter_map(|inner| inner.value().as_element()).any(|e| e.name() == "h1")
}
