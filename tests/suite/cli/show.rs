//! What `show` prints.

use insta::assert_snapshot;

use super::bakery::bakery;
use crate::support::program::{folder, run_on};

#[test]
fn show_as_text() {
    assert_snapshot!(run_on(&bakery(), ["show", "apprentice", "--width", "40"]).fine(), @r"
    Apprentice Baker

    Learns the craft at the side of a Baker.

    Dough
    ────────────────────────────────────────
    • Mixing: two doughs a day
    • Weighs flour to the gram
      ◦ rye as well

    Ovens
    1. Watches one oven
    2. Calls a Baker when a loaf burns

    Tools
    ────────────────────────────────────────
    ☐ Owns a scraper
    ☑ Knows the mixer

    ▌ A quiet hand is a good hand.

      flour, water, salt
    ");
}

#[test]
fn show_as_markdown() {
    assert_snapshot!(run_on(&bakery(), ["show", "baker", "--format", "markdown"]).fine(), @r"
    # Baker

    Keeps the shop in bread.

    ## Dough

    - **Mixing**: six doughs a day
    - Weighs flour to the gram
    - Plans the starter for the week

    ### **Ovens**

    1. Watches three ovens

    ## Baker and Head Baker

    | Topic | Baker | Head Baker |
    | --- | --- | --- |
    | Shifts | 5 a week | 4 a week |
    | Team | none | 3-6 bakers |
    ");
}

#[test]
fn show_one_section_as_json() {
    let json = run_on(&bakery(), ["show", "apprentice", "oven", "--format", "json"]).fine();
    assert_snapshot!(json, @r#"
    {
      "title": "Apprentice Baker",
      "label": "Apprentice",
      "file": "apprentice.md",
      "line": 8,
      "front_matter": {
        "order": 1,
        "label": "Apprentice",
        "level": "B1",
        "shift": [
          "early",
          "late"
        ]
      },
      "blocks": [],
      "sections": [
        {
          "title": "Ovens",
          "anchor": "ovens",
          "depth": 2,
          "line": 18,
          "blocks": [
            {
              "kind": "list",
              "line": 20,
              "start": 1,
              "items": [
                {
                  "line": 20,
                  "checked": null,
                  "text": "Watches one oven",
                  "blocks": []
                },
                {
                  "line": 21,
                  "checked": null,
                  "text": "Calls a Baker when a loaf burns",
                  "blocks": []
                }
              ]
            }
          ]
        }
      ]
    }
    "#);
}

#[test]
fn a_counterpart_and_a_page_can_be_shown() {
    assert_snapshot!(run_on(&bakery(), ["show", "head baker"]).fine(), @r"
    Head Baker

    Head Baker has no document of its own. The facts below are from tables of these
    documents: Baker.

    Baker and Head Baker
    ────────────────────────────────────────────────────────────────────────────────
    • Shifts: 4 a week
    • Team: 3-6 bakers
    ");
    assert_snapshot!(run_on(&bakery(), ["show", "bakery"]).fine(), @r"
    Bakery Ladder

    From the first loaf to the whole shop.

    • Apprentice
    • Baker
    ");
}

#[test]
fn a_text_keeps_the_targets_of_its_links() {
    let text = "# Engineer\n\nSee [the *guide*](https://example.org/a), [it](https://example.org/a) and \
        <https://example.org/b>.\n\n- [Senior](senior.md), [mail](mailto:a@example.org)\n";
    let folder = folder(&[("engineer.md", text), ("senior.md", "# Senior Engineer\n\n- x\n")]);
    let shown = run_on(&folder, ["show", "engineer.md"]).stdout;
    let (_, links) = shown.split_once("Links\n").unwrap();
    let links: Vec<&str> = links.split_whitespace().filter(|it| !it.starts_with('─')).collect();
    let want = "\u{2022} the guide: https://example.org/a \u{2022} it: https://example.org/a \u{2022} mail: \
        mailto:a@example.org";
    assert_eq!(links.join(" "), want);
    let plain = run_on(&folder, ["show", "senior.md"]).stdout;
    assert!(!plain.contains("Links"), "{plain}");
}
