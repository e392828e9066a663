//! What a document says stays text in a page, and all of it is there.

use proptest::prelude::*;
use rungs::compare::{self, Comparison, PairBody, Topic};
use rungs::content;
use rungs::html::{self, Html, Shape};
use rungs::model::{RoleId, Subject};
use rungs::report::{MatrixRow, Only};
use scraper::Selector;

use super::read::{first_two, topics};
use crate::support::beside::ladders;
use crate::support::ladders::parse;

/// Asserts that nothing in a page can run or load anything, and that it needs nothing.
#[track_caller]
pub(crate) fn is_harmless(page: &str) {
    const ELEMENTS: &[&str] = &[
        "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section",
        "article", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "bdi",
        "small", "b", "i", "s", "code", "br", "a", "del", "ins", "table", "details", "summary",
        "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "input", "label", "svg", "rect",
        "ul", "ol", "li", "pre", "hr",
    ];
    const ATTRIBUTES: &[&str] = &[
        "lang",
        "dir",
        "class",
        "id",
        "href",
        "rel",
        "for",
        "type",
        "checked",
        "start",
        "scope",
        "colspan",
        "name",
        "content",
        "charset",
        "http-equiv",
        "aria-label",
        "aria-hidden",
        "data-side",
        "width",
        "height",
        "x",
        "y",
    ];
    let document = scraper::Html::parse_document(page);
    for element in document.select(&Selector::parse("*").unwrap()) {
        let name = element.value().name();
        assert!(ELEMENTS.contains(&name), "<{name}>");
        for (attribute, value) in element.value().attrs() {
            assert!(ATTRIBUTES.contains(&attribute), "{name} {attribute}={value}");
            if attribute == "href" {
                let schemes = ["#", "http:", "https:", "mailto:"];
                let lower = value.to_lowercase();
                assert!(schemes.iter().any(|scheme| lower.starts_with(scheme)), "{value}");
                assert!(value.starts_with('#') || element.value().attr("rel").is_some());
            }
        }
    }
    let policy = document.select(&Selector::parse("meta[http-equiv]").unwrap()).next().unwrap();
    assert!(policy.value().attr("content").unwrap().starts_with("default-src 'none';"));
    assert_eq!(page.matches("<style").count(), 1);
}

/// Asserts that every word of both sides stands in a page.
#[track_caller]
pub(crate) fn says_everything(page: &str, comparison: &Comparison) {
    fn each(topic: &Topic, visit: &mut impl FnMut(&str)) {
        [&topic.left, &topic.right].into_iter().flatten().for_each(|spot| visit(&spot.text));
        for part in topic.pairs.iter().flat_map(|pair| [&pair.left, &pair.right]).flatten() {
            visit(part.text.as_str());
            part.key.as_deref().into_iter().for_each(&mut *visit);
            if part.body != PairBody::Row {
                visit(&part.spot.text);
            }
        }
        topic.topics.iter().for_each(|inner| each(inner, visit));
    }
    let document = scraper::Html::parse_document(page);
    let body = document.select(&Selector::parse("body").unwrap()).next().unwrap();
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let said = squeezed(&body.text().collect::<String>());
    let mut check = |text: &str| {
        // The mark behind a key may be another.
        for word in text.split_whitespace().map(|word| word.trim_matches(['.', ':', '：'])) {
            assert!(said.contains(&squeezed(word)), "{word:?} of {text:?} is lost");
        }
    };
    comparison.topics.iter().for_each(|topic| each(topic, &mut check));
}

#[test]
fn what_would_run_in_a_page_is_text_in_it() {
    let evil = "# <script>alert(1)</script> Engineer \" onload=x\n\n## </style><img src=x onerror=alert(1)>\n\n- [x](javascript:alert(1)) and [y](JaVaScRiPt:alert(2)) and [z](data:text/html,hi)\n- [ok](https://example.org/\"onmouseover=\"x) <b onclick=x>bold</b> &lt;script&gt;alert(3)&lt;/script&gt;\n- ![i](https://example.org/x.png) [v](vbscript:x) [f](file:///etc/passwd) [p](//example.org/x)\n\n```html\n</pre><script>alert(4)</script>\n```\n\n| a\" onx=\"1 | <svg onload=1> |\n|-|-|\n| --> | ]]> |\n";
    let other = evil.replace("alert(3)", "alert(33)").replace("Engineer", "Manager");
    let ladder = parse(&[("a.md", evil), ("\"><script>.md", &other)]);
    let subjects: Vec<Subject> =
        (0..ladder.roles.len()).map(|at| Subject::Role(RoleId(at))).collect();
    assert_eq!(subjects.len(), 2);
    let comparison = first_two(&ladder);
    let page = topics(&comparison, Only::All);
    is_harmless(&page);
    says_everything(&page, &comparison);
    assert!(!page.contains("<script"));
    let several = compare::align_levels(&ladder, &[subjects[0], subjects[1], subjects[0]]);
    let mut html = Html::default();
    let shape = Shape { prefix: "t", level: 2, ..Shape::default() };
    let entries = html::levels(&mut html, &several, shape);
    html::contents(&mut html, &entries);
    is_harmless(&html::page("</title><script>", &html));
    let rows = MatrixRow::all(&several, |_| true);
    let mut html = Html::default();
    html::overview(&mut html, &several, &rows);
    for row in rows {
        html::trace(&mut html, &several, row.thread, shape);
    }
    is_harmless(&html::page("Test", &html));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_documents_make_a_harmless_page_that_says_everything(
        left in proptest::collection::vec("[-*#|`<>&\"'\\[\\]():/!= \n]{0,6}(script|javascript:|onload=|<b>|</td>|&lt;|&#60;|x|٣ مهندس|한국|10-20 hrs/week)?", 0..24),
        right in proptest::collection::vec("[-*#|`<>&\"'\\[\\]():/!= \n]{0,6}(<script>|http://a|<!--|<style>|&amp;|&#x3c;|y|\\$5K|a b)?", 0..24),
    ) {
        let page = |title: &str, pieces: &[String]| format!("# {title}\n\n## Scope\n\n- a\n\n{}", pieces.concat());
        let ladder = parse(&[("a.md", &page("Senior Engineer", &left)), ("b.md", &page("Staff Engineer", &right))]);
        if ladder.roles.len() >= 2 {
            let comparison = first_two(&ladder);
            let page = topics(&comparison, Only::All);
            is_harmless(&page);
            says_everything(&page, &comparison);
        }
    }
}

#[test]
fn the_built_in_ladder_makes_harmless_pages_that_say_everything() {
    let ladder = content::built_in().ladder;
    for (left, right) in [(0, 1), (3, 9), (9, 10), (11, 2)] {
        let sides = [left, right].map(|at| Subject::Role(RoleId(at)));
        let comparison = compare::compare(&ladder, sides[0], sides[1]);
        let page = topics(&comparison, Only::All);
        is_harmless(&page);
        says_everything(&page, &comparison);
    }
}

#[test]
fn the_corpus_makes_harmless_pages_that_say_everything() {
    for path in ladders("corpus") {
        let ladder = content::load(&path).unwrap().ladder;
        let comparer = compare::Comparer::new(&ladder);
        for at in (1..ladder.roles.len()).step_by(3) {
            let sides = [at - 1, at].map(|at| Subject::Role(RoleId(at)));
            let comparison = comparer.compare(sides[0], sides[1]);
            let page = topics(&comparison, Only::All);
            is_harmless(&page);
            says_everything(&page, &comparison);
        }
    }
}

#[test]
fn a_link_without_the_slashes_of_its_scheme_is_text() {
    let text = "# Baker\n\n[a](http:javascript:alert) [b](HTTPS://example.org) [c](https:x)\n";
    let (ladder, _) =
        content::parse("x", &[content::Source::new("a.md", text)], content::Options::default());
    let page = html::document_page(&ladder.name, ladder.documents().next().unwrap().1);
    assert_eq!(page.matches("href=").count(), 1, "{page}");
}
