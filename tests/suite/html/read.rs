//! A page of a comparison, and what is read out of it.

use rungs::compare::{self, Comparison};
use rungs::html::{self, Html, Shape};
use rungs::model::{Ladder, RoleId, Subject};
use rungs::report::Only;
use scraper::{ElementRef, Selector};

pub(crate) fn first_two(ladder: &Ladder) -> Comparison {
    let [left, right] = [0, 1].map(|at| Subject::Role(RoleId(at)));
    compare::compare(ladder, left, right)
}

pub(crate) fn topics(comparison: &Comparison, only: Only) -> String {
    let mut html = Html::default();
    let shape = Shape { prefix: "t", level: 2, only, ..Shape::default() };
    html::facts(&mut html, comparison);
    let entries = html::comparison(&mut html, comparison, shape);
    html::contents(&mut html, &entries);
    html::page("Test", &html)
}

/// What a page holds, an element a line, without the head.
pub(crate) fn outline(page: &str) -> String {
    let document = scraper::Html::parse_document(page);
    let body = document.select(&Selector::parse("body").unwrap()).next().unwrap();
    let mut lines = String::new();
    for child in body.child_elements() {
        element(&mut lines, child, 0);
    }
    lines
}

fn element(lines: &mut String, element: ElementRef, depth: usize) {
    let attributes =
        element.value().attrs().filter(|(name, _)| !["lang", "dir", "aria-hidden"].contains(name));
    let attributes: String = attributes.map(|(name, value)| format!(" {name}={value:?}")).collect();
    let name = format!("{}{}{attributes}", "  ".repeat(depth), element.value().name());
    let inline = ["td", "th", "p", "h1", "h2", "h3", "label", "footer", "small", "caption"];
    let words = element.value().attr("class") == Some("words");
    if words || inline.contains(&element.value().name()) {
        lines.push_str(&format!("{name}: {}\n", marked(element)));
        return;
    }
    lines.push_str(&format!("{name}\n"));
    for child in element.child_elements() {
        self::element(lines, child, depth + 1);
    }
}

/// The words of an element, what is marked in brackets.
fn marked(element: ElementRef) -> String {
    let mut words = String::new();
    for child in element.children() {
        match (child.value(), ElementRef::wrap(child)) {
            (scraper::Node::Text(text), _) => words.push_str(text),
            (_, Some(inner)) => match inner.value().name() {
                "del" => words.push_str(&format!("[-{}-]", marked(inner))),
                "ins" => words.push_str(&format!("[+{}+]", marked(inner))),
                "a" => words.push_str(&format!(
                    "{}<{}>",
                    marked(inner),
                    inner.value().attr("href").unwrap()
                )),
                _ => words.push_str(&marked(inner)),
            },
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of every element that a selector finds.
pub(crate) fn found(page: &str, selector: &str) -> Vec<String> {
    let document = scraper::Html::parse_document(page);
    let selector = Selector::parse(selector).unwrap();
    document.select(&selector).map(marked).collect()
}
