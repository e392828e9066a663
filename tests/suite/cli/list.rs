//! What `list` prints.

use insta::assert_snapshot;

use super::bakery::bakery;
use crate::support::program::run_on;

#[test]
fn list_as_text() {
    assert_snapshot!(run_on(&bakery(), ["list"]).fine(), @r"
    Bakery Ladder

    Bakery Ladder
      B1  Apprentice  Apprentice Baker  apprentice.md
      B2  Baker                         baker.md

    Known from tables
      Head Baker  in Baker

    Pages
      Bakery Ladder  index.md
    ");
}

#[test]
fn list_as_markdown() {
    assert_snapshot!(run_on(&bakery(), ["list", "--format", "markdown"]).fine(), @r"
    # Bakery Ladder

    ## Bakery Ladder

    | Level | Label | Title | File |
    | --- | --- | --- | --- |
    | B1 | Apprentice | Apprentice Baker | apprentice.md |
    | B2 | Baker | Baker | baker.md |

    ## Known from tables

    - Head Baker (in Baker)

    ## Pages

    - Bakery Ladder (index.md)
    ");
}

#[test]
fn list_as_json() {
    assert_snapshot!(run_on(&bakery(), ["list", "--format", "json"]).fine(), @r#"
    {
      "ladder": "Bakery Ladder",
      "tracks": [
        {
          "title": "Bakery Ladder",
          "roles": [
            {
              "id": "apprentice",
              "title": "Apprentice Baker",
              "label": "Apprentice",
              "level": "B1",
              "origin": "file",
              "file": "apprentice.md",
              "line": 8,
              "sections": 3,
              "tables": 0,
              "items": 7
            },
            {
              "id": "baker",
              "title": "Baker",
              "label": "Baker",
              "level": "B2",
              "origin": "file",
              "file": "baker.md",
              "line": 7,
              "sections": 3,
              "tables": 1,
              "items": 4
            }
          ]
        }
      ],
      "counterparts": [
        {
          "name": "Head Baker",
          "known_from": [
            {
              "role": "baker",
              "file": "baker.md",
              "line": 23,
              "section": "Baker and Head Baker"
            }
          ]
        }
      ],
      "pages": [
        {
          "title": "Bakery Ladder",
          "file": "index.md"
        }
      ],
      "diagnostics": []
    }
    "#);
}
