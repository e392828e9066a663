//! Comparisons as one HTML page: what is in it, and what cannot get into it.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use proptest::prelude::*;
use rungs::compare::{self, Comparison, PairBody, Topic};
use rungs::content;
use rungs::html::{self, Html, Shape};
use rungs::model::{Ladder, RoleId, Subject};
use scraper::{ElementRef, Selector};
use tempfile::TempDir;

use crate::support::beside::ladders;
use crate::support::ladders::parse;
use crate::support::program::{Output, output, program};

// ---- A page of a comparison ----

fn first_two(ladder: &Ladder) -> Comparison {
    let [left, right] = [0, 1].map(|at| Subject::Role(RoleId(at)));
    compare::compare(ladder, left, right)
}

fn topics(ladder: &Ladder, comparison: &Comparison, only_differences: bool) -> String {
    let mut html = Html::default();
    let shape = Shape { prefix: "t", level: 2, only_differences, ..Shape::default() };
    html::facts(&mut html, ladder, comparison);
    let entries = html::comparison(&mut html, ladder, comparison, shape);
    html::contents(&mut html, &entries);
    html::page("Test", &html)
}

/// What a page holds, an element a line, without the head.
fn outline(page: &str) -> String {
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

const APPRENTICE: &str = "---\norder: 1\nlevel: B1\n---\n# Apprentice Baker\n\nLearns.\n\n## Dough\n\n- **Mixing**: two doughs a day\n- Weighs flour to the gram\n- Sweeps the floor\n\n## Tools\n\n- Owns a [scraper](https://example.org/a?b=1&c=2), see [the rules](rules.md)\n";

const BAKER: &str = "---\norder: 2\nlevel: B2\n---\n# Baker\n\nLearns.\n\n## Dough\n\n- **Mixing**: six doughs a day\n- Weighs flour to the gram\n- Plans the starter for the week\n\n## Team\n\n| Topic | Size |\n| --- | --- |\n| Team | 3-6 bakers |\n";

#[test]
fn a_page_sets_two_roles_side_by_side() {
    let ladder = parse(&[("apprentice.md", APPRENTICE), ("baker.md", BAKER)]);
    assert_snapshot!(outline(&topics(&ladder, &first_two(&ladder), false)), @r#"
    p class="summary": ~ 1 changed < 2 only Apprentice Baker > 2 only Baker = 2 the same
    p class="about": Apprentice Baker: level B1, apprentice.md
    p class="about": Baker: level B2, baker.md
    section class="changed" id="t1"
      h2: ~changed: Apprentice Baker|Baker
      table class="pairs"
        thead
          tr
            td class="sign": 
            th class="left" scope="col": Apprentice Baker
            th class="right" scope="col": Baker
        tbody class="same"
          tr
            td class="sign": =same:
            td class="left" data-side="Apprentice Baker": Learns. :7
            td class="right" data-side="Baker": Learns. :7
    section class="changed" id="t2"
      h2: ~changed: Dough
      table class="pairs"
        thead
          tr
            td class="sign": 
            th class="left" scope="col": Apprentice Baker
            th class="right" scope="col": Baker
        tbody class="changed"
          tr
            td class="sign": ~changed:
            td class="left" data-side="Apprentice Baker": Mixing: [-two-] doughs a day :11
            td class="right" data-side="Baker": Mixing: [+six+] doughs a day :11
        tbody class="same"
          tr
            td class="sign": =same:
            td class="left" data-side="Apprentice Baker": Weighs flour to the gram :12
            td class="right" data-side="Baker": Weighs flour to the gram :12
        tbody class="apart"
          tr
            td class="sign": 
            td class="left": <only Apprentice Baker:Sweeps the floor :13
            td class="right": >only Baker:Plans the starter for the week :13
    section class="left" id="t3"
      h2: <only Apprentice Baker: Tools
      div class="lone left"
        div class="alone"
          span class="sign"
          span class="told"
          div class="words": Owns a scraper<https://example.org/a?b=1&c=2>, see the rules :17
    section class="right" id="t4"
      h2: >only Baker: Team
      div class="lone right"
        div class="alone"
          span class="sign"
          span class="told"
          div class="words": Team: 3-6 bakers :19
    nav aria-label="Topics"
      p class="in0": ~ Baker<#t1>
      p class="in0": ~ Dough<#t2> 3
      p class="in0": < Tools<#t3> 1
      p class="in0": > Team<#t4> 1
    footer: Written by rungs.
    "#);
}

#[test]
fn only_the_differences_are_written_if_wished() {
    let ladder = parse(&[("apprentice.md", APPRENTICE), ("baker.md", BAKER)]);
    let page = topics(&ladder, &first_two(&ladder), true);
    assert!(!page.contains("Weighs flour") && !page.contains("Learns."));
    assert!(page.contains("Sweeps the floor") && page.contains("Plans the starter"));
}

#[test]
fn what_is_the_same_is_folded_if_wished() {
    let baker = BAKER.replace("Learns.", "Leads.");
    let ladder =
        parse(&[("baker.md", BAKER), ("head.md", &baker.replace("# Baker", "# Head Baker"))]);
    let comparison = first_two(&ladder);
    let mut html = Html::default();
    let shape = Shape { prefix: "t", level: 2, folds: true, ..Shape::default() };
    html::comparison(&mut html, &ladder, &comparison, shape);
    let page = html::page("Test", &html);
    is_harmless(&page);
    says_everything(&page, &comparison);
    assert_eq!(found(&page, "details > summary"), ["= 3 the same", "= 1 the same"]);
    assert!(found(&page, "details td").iter().any(|cell| cell.starts_with("Weighs flour")));
}

#[test]
fn numbers_are_drawn() {
    let page = |order: usize, team: &str, hours: &str| {
        format!(
            "---\nlevel: B{order}\n---\n# Baker {order}\n\n## Scope\n\n- **Team**: {team} bakers\n\n## Week\n\n| Activity | Time |\n|-|-|\n| Baking | {hours} hrs/week |\n| Selling | 4 hrs/week |\n| Counting | Rare |\n"
        )
    };
    let (small, large) = (page(1, "3-6", "10-20"), page(2, "30-60+", "5-8"));
    let ladder = parse(&[("1.md", &small), ("2.md", &large)]);
    let page = topics(&ladder, &first_two(&ladder), true);
    assert!(page.contains("10 times or more"), "{page}");
    let document = scraper::Html::parse_document(&page);
    let count = |selector: &str| document.select(&Selector::parse(selector).unwrap()).count();
    assert_eq!(
        (count(".measure .bar svg"), count(".measure rect.left"), count(".measure rect.open")),
        (2, 1, 1)
    );
    assert_eq!((count(".week tbody tr"), count(".week svg"), count(".week tfoot tr")), (3, 2, 1));
    let sized = Selector::parse("rect[x]").unwrap();
    for rect in document.select(&sized) {
        let share = |name: &str| {
            let value = rect.value().attr(name).unwrap().trim_end_matches('%');
            value.parse::<f64>().unwrap()
        };
        assert!(share("x") >= 0.0 && share("width") > 0.0 && share("x") + share("width") <= 101.0);
    }
}

#[test]
fn whatever_is_written_in_another_direction_says_so_itself() {
    let page = |order: usize, size: &str| {
        format!(
            "---\nlevel: L{order}\n---\n# مهندس {size}\n\n## النطاق\n\n- يخطط لربع سنة {size}\n"
        )
    };
    let ladder = parse(&[("1.md", &page(1, "أول")), ("2.md", &page(2, "رئيسي"))]);
    assert_eq!(ladder.roles.len(), 2);
    let page = topics(&ladder, &first_two(&ladder), false);
    let document = scraper::Html::parse_document(&page);
    for words in document.select(&Selector::parse(".words, th bdi, h2 span:last-child").unwrap()) {
        let auto = words.value().name() == "bdi" || words.value().attr("dir") == Some("auto");
        assert!(auto && words.value().attr("lang") == Some(""), "{}", words.html());
    }
}

// ---- What a document says stays text ----

/// Asserts that nothing in a page can run or load anything, and that it needs nothing.
#[track_caller]
fn is_harmless(page: &str) {
    const ELEMENTS: &[&str] = &[
        "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section",
        "article", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "bdi",
        "small", "b", "i", "s", "code", "br", "a", "del", "ins", "table", "details", "summary",
        "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "input", "label", "svg", "rect",
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
fn says_everything(page: &str, comparison: &Comparison) {
    fn each(topic: &Topic, visit: &mut impl FnMut(&str)) {
        [&topic.left, &topic.right].into_iter().flatten().for_each(|spot| visit(&spot.text));
        for part in topic.pairs.iter().flat_map(|pair| [&pair.left, &pair.right]).flatten() {
            visit(&part.text.to_plain());
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
    let page = topics(&ladder, &comparison, false);
    is_harmless(&page);
    says_everything(&page, &comparison);
    assert!(!page.contains("<script"));
    let several = compare::align_levels(&ladder, &[subjects[0], subjects[1], subjects[0]]);
    let mut html = Html::default();
    let shape = Shape { prefix: "t", level: 2, ..Shape::default() };
    let entries = html::levels(&mut html, &ladder, &several, shape);
    html::contents(&mut html, &entries);
    is_harmless(&html::page("</title><script>", &html));
    let rows = several.matrix(|_| true);
    let mut html = Html::default();
    html::overview(&mut html, &several, &rows);
    for thread in rows {
        html::trace(&mut html, &ladder, &several, thread, shape);
    }
    is_harmless(&html::page("Test", &html));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_documents_make_a_harmless_page_that_says_everything(
        left in proptest::collection::vec("[-*#|`<>&\"'\\[\\]():/!= \n]{0,6}(script|javascript:|onload=|<b>|</td>|&lt;|&#60;|x|٣ مهندس|한국|10-20 hrs/week)?", 0..24),
        right in proptest::collection::vec("[-*#|`<>&\"'\\[\\]():/!= \n]{0,6}(<script>|http://a|<!--|<style>|&amp;|&#x3c;|y|\\$5K|a b)?", 0..24),
    ) {
        let page = |title: &str, pieces: &[String]| format!("# {title}\n\n## Scope\n\n- a\n\n{}", pieces.concat());
        let ladder = parse(&[("a.md", &page("Senior Engineer", &left)), ("b.md", &page("Staff Engineer", &right))]);
        if ladder.roles.len() >= 2 {
            let comparison = first_two(&ladder);
            let page = topics(&ladder, &comparison, false);
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
        let page = topics(&ladder, &comparison, false);
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
            let page = topics(&ladder, &comparison, false);
            is_harmless(&page);
            says_everything(&page, &comparison);
        }
    }
}

// ---- On the command line ----

fn rungs(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = program(folder, arguments);
    command.env("LC_ALL", "C");
    output(command)
}

#[track_caller]
fn page(folder: &Path, arguments: &[&str]) -> String {
    let page = rungs(folder, &[arguments, &["--format", "html"]].concat()).fine();
    assert!(page.starts_with("<!DOCTYPE html>\n") && page.ends_with("</html>\n"));
    is_harmless(&page);
    page
}

/// The words of every element that a selector finds.
fn found(page: &str, selector: &str) -> Vec<String> {
    let document = scraper::Html::parse_document(page);
    let selector = Selector::parse(selector).unwrap();
    document.select(&selector).map(marked).collect()
}

#[test]
fn compare_writes_a_page() {
    let here = Path::new("data");
    let two = page(here, &["compare", "director", "vp"]);
    assert_eq!(found(&two, "title"), ["Director | VP"]);
    assert_eq!(found(&two, "h1"), ["Director | VP"]);
    assert_eq!(found(&two, "#only + label"), ["Only the differences"]);
    let only = page(here, &["compare", "director", "vp", "--only-differences"]);
    assert!(found(&only, "#only").is_empty() && found(&only, "tbody.same").is_empty());
    let three = page(here, &["compare", "senior", "staff", "principal"]);
    assert_eq!(found(&three, "h1"), ["Senior | Staff | Principal"]);
    assert_eq!(found(&three, "thead")[0], "SeniorStaffPrincipal");
    // Every entry leads somewhere.
    for page in [two, three] {
        let document = scraper::Html::parse_document(&page);
        let entries: Vec<String> = document
            .select(&Selector::parse("nav a").unwrap())
            .map(|link| link.value().attr("href").unwrap().to_owned())
            .collect();
        assert!(entries.len() > 10);
        for entry in entries {
            let target = Selector::parse(&format!("[id='{}']", &entry[1..])).unwrap();
            assert_eq!(document.select(&target).count(), 1, "{entry}");
        }
    }
}

#[test]
fn all_levels_since_an_older_version_are_one_page() {
    let folder = TempDir::new().unwrap();
    for (version, words) in [("then", "Bakes"), ("now", "Bakes & \\<sells>")] {
        let ladder = folder.path().join(version);
        fs::create_dir(&ladder).unwrap();
        fs::write(
            ladder.join("baker.md"),
            format!("---\nlevel: B1\n---\n# Baker\n\n## Craft\n\n- {words} bread\n- Cleans\n"),
        )
        .unwrap();
        fs::write(
            ladder.join("owner.md"),
            "---\nlevel: B2\n---\n# Owner\n\n## Craft\n\n- Counts\n",
        )
        .unwrap();
    }
    let page = page(folder.path(), &["--ladder", "now", "compare", "--against", "then"]);
    assert_eq!(found(&page, "header p"), ["2 levels: 1 changed, 1 the same."]);
    assert_eq!(found(&page, ".levels tbody tr"), ["~Baker<#level0>1 changed", "=Ownerthe same"]);
    assert_eq!(found(&page, "article h2"), ["Baker (then) | Baker (now)"]);
    assert_eq!(found(&page, "#level0 tbody.changed ins"), ["& <sells>"]);
    assert_eq!(found(&page, "#level0 tbody.same").len(), 1);
    let only = ["--ladder", "now", "compare", "--against", "then", "--only-differences"];
    let only = self::page(folder.path(), &only);
    assert_eq!(found(&only, "#only, section.same, tbody.same").len(), 0);
}

#[test]
fn a_trace_is_a_page_with_a_chart() {
    let page = page(Path::new("data"), &["trace", "team size", "--track", "management"]);
    assert_eq!(found(&page, "h1"), ["team size"]);
    assert_eq!(found(&page, "h2"), ["Team size"]);
    let levels = found(&page, "h3");
    assert!(levels.starts_with(&["Associate EM".to_owned()]) && levels.contains(&"VP".to_owned()));
    assert_eq!(found(&page, ".week tr").len(), levels.len());
    assert!(found(&page, ".alone").iter().any(|said| said.contains("100-500+ engineers")));
}

#[test]
fn an_overview_is_a_page_of_matrices() {
    let page = page(Path::new("data"), &["overview"]);
    assert_eq!(found(&page, "h2"), ["Engineering", "Management"]);
    assert_eq!(found(&page, "table.matrix").len(), 2);
    let items = self::page(Path::new("data"), &["overview", "--items", "--track", "management"]);
    assert!(found(&items, "td").iter().any(|said| said.contains("100-500+ engineers")));
}

#[test]
fn other_commands_have_no_page() {
    for arguments in
        [&["list"][..], &["show", "vp"], &["search", "budget"], &["check"], &["init", "x"], &[]]
    {
        let all = [arguments, &["--format", "html"]].concat();
        assert_eq!(
            rungs(Path::new("data"), &all).refused(),
            "rungs: only `rungs compare`, `trace` and `overview` write the format html\n"
        );
    }
}
