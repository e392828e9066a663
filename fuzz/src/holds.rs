//! What must hold of everything that is written: no control characters, nothing that a browser runs, no
//! line wider than its page, no word that a width does not show.

use rungs::model::clean;
use rungs::page::{Line, Page};
use scraper::{Html, Selector};

/// Asserts that a text of several lines has no character that steers a terminal.
///
/// # Panics
/// If it has one.
pub fn is_clean(text: &str) {
    text.split('\n').for_each(is_clean_line);
}

/// Asserts that a line has no character that steers a terminal, and does not end.
///
/// # Panics
/// If it has one or ends.
pub fn is_clean_line(text: &str) {
    // The invisible characters of a flag are shown with it.
    let is_flag = text.contains('\u{1F3F4}');
    let steers = text.chars().find(|c| !clean::is_shown(*c) && !is_flag || c.is_control());
    assert_eq!(steers, None, "in {text:?}");
}

/// Asserts that a text is JSON without characters that steer a terminal.
///
/// # Panics
/// If it is not.
pub fn is_json(text: &str) {
    is_clean(text);
    let parsed: Result<serde_json::Value, _> = serde_json::from_str(text);
    assert!(parsed.is_ok(), "{parsed:?} in {text}");
}

/// Asserts that a web page runs and loads nothing.
///
/// # Panics
/// If it does.
pub fn is_harmless(page: &str) {
    is_clean(page);
    let document = Html::parse_document(page);
    let any = Selector::parse("*").expect("it is a selector");
    for element in document.select(&any) {
        let element = element.value();
        let name = element.name();
        let runs = ["script", "iframe", "object", "embed", "link", "base", "img", "form", "math"];
        assert!(!runs.contains(&name), "<{name}>");
        for (attribute, value) in element.attrs() {
            assert!(!attribute.starts_with("on") && attribute != "src" && attribute != "style");
            let schemes = ["#", "http://", "https://", "mailto:"];
            let value = value.to_lowercase();
            let leads = schemes.iter().any(|scheme| value.starts_with(scheme));
            assert!(attribute != "href" || leads, "{value}");
        }
    }
}

/// Asserts that a page keeps to its width, is clean, and shows every character of its texts.
///
/// # Panics
/// If it does not.
pub fn is_page(page: &Page) {
    page.head.iter().chain(&page.lines).for_each(|line| is_line(line, page.width));
    let mut shown: Vec<String> = vec![String::new(); page.flows.len()];
    for run in page.lines.iter().flat_map(|line| &line.runs) {
        if let Some((flow, at)) = run.origin {
            let flow_text = &page.flows[flow].text;
            assert!(flow_text.is_char_boundary(at), "byte {at} of {flow_text:?}");
            shown[flow].push_str(&run.text);
        }
    }
    for (flow, shown) in page.flows.iter().zip(&shown) {
        assert!(flow.lines.end <= page.lines.len(), "{:?} of {}", flow.lines, page.lines.len());
        assert_eq!(squeezed(shown), squeezed(&flow.text), "at {} columns", page.width);
    }
    for entry in &page.outline {
        assert!(entry.line < page.lines.len().max(1), "{entry:?} of {}", page.lines.len());
    }
}

/// Asserts that lines are clean and end before a width.
///
/// # Panics
/// If one is not, or is wider.
pub fn is_line(line: &Line, width: usize) {
    assert!(line.width() <= width, "{} of {width}: {line:?}", line.width());
    line.runs.iter().for_each(|run| is_clean_line(&run.text));
}

/// A text without white space.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
