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
    lines.filter(|line| !line.is_empty() && !line.starts_with('─')).collect()
}

#[test]
fn headings_of_nothing_but_tables_about_the_two_do_not_stand_again() {
    let text = compare(&["lead", "head", "--width", "72"]);
    let rest = from(&text, "< The rest of the Lead page");
    assert_eq!(
        rest,
        [
            "< The rest of the Lead page",
            "< Work",
            "< Tests the bread                    │",
            "< Buys the flour                     │",
            "< Figures",
            "< Rest",
            "< Some words.                        │",
        ]
    );
}

#[test]
fn only_what_compares_is_counted() {
    let text = compare(&["lead", "head", "--width", "72"]);
    for line in [
        "~ 2 changed   < 0 only Lead   > 0 only Head   = 1 the same",
        "Head has no page of its own: 2 tables of Lead speak of it; the 3 other",
        "texts of Lead stand at the end.",
    ] {
        assert!(text.lines().any(|it| it == line), "{line} is not in\n{text}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&compare(&["lead", "head", "--format", "json"])).unwrap();
    assert_eq!((&json["summary"]["left"], &json["summary"]["rest"]), (&0.into(), &3.into()));
    let note = "Head has no page of its own: 2 tables of Lead speak of it; the 3 other texts of Lead stand at the end.";
    assert_eq!(json["notes"], serde_json::json!([note]));
}

#[test]
fn markdown_has_the_notes_of_the_text() {
    let text = compare(&["head", "lead", "--format", "markdown"]);
    for line in [
        "2 changed, 0 only Head, 0 only Lead, 1 the same.",
        "Head has no page of its own: 2 tables of Lead speak of it; the 3 other texts of Lead stand at the end.",
        "*a table of the Lead page*",
    ] {
        assert!(text.lines().any(|it| it == line), "{line} is not in\n{text}");
    }
    let only = compare(&["lead", "head", "--format", "markdown", "--only-differences"]);
    assert!(only.contains("the 3 other texts of Lead are left out."), "{only}");
}

#[test]
fn the_rest_of_a_web_page_says_whose_it_is() {
    for (sides, sign, class) in [(["lead", "head"], "<", "left"), (["head", "lead"], ">", "right")]
    {
        let page = compare(&[sides[0], sides[1], "--format", "html"]);
        let document = Html::parse_document(&page);
        let selector = Selector::parse(&format!("section.rest.{class} > h2 > .sign")).unwrap();
        let signs: Vec<String> = document.select(&selector).map(|it| it.inner_html()).collect();
        assert_eq!(signs.len(), 1, "{sides:?}");
        assert_eq!(signs[0].replace("&lt;", "<").replace("&gt;", ">"), sign);
        assert!(page.contains("3 other texts of"));
    }
}

#[test]
fn no_word_of_the_summary_is_cut() {
    for width in 8..60 {
        let width = width.to_string();
        let text = compare(&["lead", "head", "--width", &width, "--fold"]);
        let summary: String = text.lines().take_while(|line| !line.starts_with("Team")).collect();
        let letters: String = summary.chars().filter(|it| it.is_alphanumeric()).collect();
        assert!(letters.ends_with("2changed0onlyLead0onlyHead1thesame"), "{width}: {text}");
        assert!(!text.lines().skip(1).any(|line| line.contains('…')), "{width}: {text}");
    }
}
