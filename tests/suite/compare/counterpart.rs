//! A role beside one that only its tables know: what is compared, and what the page says besides.

use scraper::{Html, Selector};

use crate::support::program::run_among;

const LEAD: &str = "# Lead

## Work

- Tests the bread
- Buys the flour

## Figures

### Lead vs Head

| | Lead | Head |
| --- | --- | --- |
| Team | 5 testers | 50 testers |
| Ovens | one oven | one oven |

### Shifts

| From (Lead) | To (Head) |
| --- | --- |
| Owning a part | Owning the whole |

## Rest

Some words.
";

fn compare(arguments: &[&str]) -> String {
    run_among(&[("lead.md", LEAD)], &[&["compare"], arguments].concat()).fine()
}

/// The lines from the one that begins so, without what is blank or ruled.
fn from<'a>(text: &'a str, begins: &str) -> Vec<&'a str> {
    let lines = text.lines().map(str::trim_end);
    let lines = lines.skip_while(|line| !line.starts_with(begins));
    let lines = lines.map(|line| line.trim_end_matches([' ', '─']));
    lines.filter(|line| !line.is_empty()).collect()
}

const MORE: &str = "3 more items in the Lead document";

/// What the page says besides is one line, and stands across the whole width when it is opened.
#[test]
fn the_rest_of_the_page_is_folded() {
    let folded = compare(&["lead", "head", "--width", "72"]);
    assert_eq!(from(&folded, "▸"), [format!("▸ {MORE}"), "  `--unfold` shows them".to_owned()]);
    let open = compare(&["lead", "head", "--width", "72", "--unfold"]);
    assert_eq!(
        from(&open, "▾"),
        [
            &*format!("▾ {MORE}"),
            "Work",
            "• Tests the bread",
            "• Buys the flour",
            // Headings of nothing but tables about the two do not stand again.
            "Figures",
            "Rest",
            "Some words.",
        ]
    );
    for only in ["differences", "left", "right"] {
        let text = compare(&["lead", "head", "--width", "72", "--only", only]);
        assert!(text.contains(&format!("Not shown: {MORE}.")) && !text.contains('▸'), "{text}");
    }
}

#[test]
fn only_what_compares_is_counted() {
    let text = compare(&["lead", "head", "--width", "72"]);
    let note = "Head has no document of its own.";
    for line in ["~ 2 changed   = 1 unchanged   Team 10x larger", note] {
        assert!(text.lines().any(|it| it == line), "{line} is not in\n{text}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&compare(&["lead", "head", "--format", "json"])).unwrap();
    assert_eq!((&json["summary"]["left"], &json["summary"]["rest"]), (&0.into(), &3.into()));
    assert_eq!((&json["notes"], &json["rest"]), (&serde_json::json!([note]), &MORE.into()));
}

#[test]
fn markdown_has_the_notes_of_the_text() {
    let text = compare(&["head", "lead", "--format", "markdown"]);
    for line in [
        "2 changed, 1 unchanged.",
        "Head has no document of its own.",
        "*a table of the Lead document*",
        &format!("## {MORE}"),
    ] {
        assert!(text.lines().any(|it| it == line), "{line} is not in\n{text}");
    }
    assert!(!text.contains("Buys"), "{text}");
    let open = compare(&["head", "lead", "--format", "markdown", "--unfold"]);
    assert!(open.contains(&format!("## {MORE}\n\n### Work\n\n- Tests the bread\n")), "{open}");
}

#[test]
fn the_rest_of_a_web_page_is_folded_and_neutral() {
    for sides in [["lead", "head"], ["head", "lead"]] {
        let page = compare(&[sides[0], sides[1], "--format", "html"]);
        let document = Html::parse_document(&page);
        let selector = Selector::parse("section.rest.told-alone > details > summary").unwrap();
        let titles: Vec<String> = document.select(&selector).map(|it| it.inner_html()).collect();
        assert_eq!(titles.len(), 1, "{sides:?}");
        assert!(titles[0].contains(MORE), "{titles:?}");
    }
}

#[test]
fn a_comparison_of_nothing_says_so() {
    let other = "# Apprentice\n\n## Work\n\n- Sweeps\n";
    let files = [("lead.md", LEAD), ("apprentice.md", other)];
    let run = |format| run_among(&files, &["compare", "apprentice", "head", "--format", format]);
    for format in ["text", "markdown", "json", "html"] {
        let said = run(format).fine();
        assert!(said.contains("No table compares"), "{said}");
    }
}

#[test]
fn no_word_of_the_summary_is_cut() {
    for width in 8..60 {
        let width = width.to_string();
        let text = compare(&["lead", "head", "--width", &width, "--fold"]);
        let letters: String = text.chars().filter(|it| it.is_alphanumeric()).collect();
        assert!(letters.contains("2changed1unchangedTeam10xlargerHeadhasno"), "{width}: {text}");
        assert!(!text.lines().skip(1).any(|line| line.contains('…')), "{width}: {text}");
    }
}
