//! What `search` prints.

use insta::assert_snapshot;
use serde_json::Value;

use super::bakery::bakery;
use crate::support::program::run_on;

#[test]
fn search_in_every_format() {
    let bakery = bakery();
    assert_snapshot!(run_on(&bakery, ["search", "flour"]).fine(), @r"
    apprentice.md:30: Apprentice › Tools: flour, water, salt
    apprentice.md:15: Apprentice › Dough: Weighs flour to the gram
    baker.md:14: Baker › Dough: Weighs flour to the gram
    ");
    assert_snapshot!(run_on(&bakery, ["search", "starter", "--format", "markdown"]).fine(), @"- **Baker › Dough** (baker.md:15): Plans the starter for the week");
    assert_snapshot!(run_on(&bakery, ["search", "three ovens", "--format", "json"]).fine(), @r#"
    {
      "query": "three ovens",
      "regex": false,
      "whole_words": false,
      "hits": [
        {
          "title": "Baker",
          "section": "Ovens",
          "file": "baker.md",
          "line": 19,
          "text": "Watches three ovens",
          "matches": [
            "three",
            "ovens"
          ]
        }
      ]
    }
    "#);
}

#[test]
fn whole_words_and_regular_expressions() {
    let found = |option: &str, words: &str| {
        run_on(&bakery(), ["search", option, words]).fine().lines().count()
    };
    assert_eq!([found("-w", "flour"), found("--word", "weighs flour")], [3, 2]);
    assert_eq!([found("-e", "^weighs .* gram$"), found("-ew", "flou?r|flo")], [2, 3]);
    let whole = run_on(&bakery(), ["search", "--word", "weigh"]);
    let said = "rungs: no match for `weigh`: without --word, parts of words match too\n";
    assert_eq!((whole.status, whole.stderr.as_str()), (1, said));
    let invalid = run_on(&bakery(), ["search", "--regex", "flour (of"]);
    let said = "rungs: invalid regular expression: column 7: unclosed group\n";
    assert_eq!((invalid.status, invalid.stderr.as_str()), (2, said));
}

#[test]
fn a_search_without_a_hit_is_status_1() {
    let no_words = "rungs: no words to search for: name at least one\n";
    for (words, said) in [
        ("zyzzyva", "rungs: no match for `zyzzyva`: check the spelling, or try another word\n"),
        ("", no_words),
        ("  ", no_words),
        ("\"flour gram\"", "rungs: no match for `\"flour gram\"`: try fewer words\n"),
    ] {
        let bakery = bakery();
        let text = run_on(&bakery, ["search", words]);
        assert_eq!(
            (text.status, text.stdout.as_str(), text.stderr.as_str()),
            (1, "", said),
            "{words}"
        );
        let json = run_on(&bakery, ["search", words, "--format", "json"]);
        let found: Value = serde_json::from_str(&json.stdout).unwrap();
        assert_eq!((json.status, &found["hits"]), (1, &Value::Array(Vec::new())));
    }
    // Small letters find capitals too, a capital only itself.
    assert_eq!(run_on(&bakery(), ["search", "weighs"]).fine().lines().count(), 2);
    let capital = run_on(&bakery(), ["search", "Flour"]);
    let said = "rungs: no match for `Flour`: lowercase letters match capitals too\n";
    assert_eq!((capital.status, capital.stderr.as_str()), (1, said));
    // The words may stand anywhere in a place; a quoted phrase stands together.
    assert_eq!(run_on(&bakery(), ["search", "gram", "flour"]).fine().lines().count(), 2);
    assert_eq!(run_on(&bakery(), ["search", "weighs flour", "gram"]).fine().lines().count(), 2);
}
