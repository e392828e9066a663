//! Keys played on ladders, and the screen they lead to.

use rungs::tui::{Session, play};

use crate::support::screen::{built_in, ladder_of, text};

const ENGINEER: &str = "---
order: 1
label: Engineer
expanded: true
breadcrumb: true
---
# Software Engineer

Builds features with [the next rung](senior.md) in sight.

## Scope
- **Team**: one team
- Ships a feature a month

## Skills

| Skill | Level |
| --- | --- |
| Code | Solid |
| Design | Some |

**Growing**
- Asks for reviews
";

const SENIOR: &str = "---
order: 2
label: Senior
---
# Senior Software Engineer

Leads projects.

## Scope
- **Team**: one team and its neighbors
- Ships a feature a month
- Mentors two engineers

## Skills

| Skill | Level |
| --- | --- |
| Code | Deep |
| Design | Solid |
";

pub(crate) fn small() -> Session {
    ladder_of(&[("engineer.md", ENGINEER), ("senior.md", SENIOR)])
}

/// Plays keys on the small ladder and compares the whole screen.
#[track_caller]
pub(crate) fn check(size: (u16, u16), keys: &str, want: &str) {
    let got = text(&play(small(), size, keys));
    assert_eq!(got.trim_end(), want.trim_matches('\n'), "\n{got}\n");
}

/// Plays keys on the built-in ladder at 120x40 and looks for texts on the screen.
#[track_caller]
pub(crate) fn shows(keys: &str, wanted: &[&str]) {
    let got = text(&play(built_in(), (120, 40), keys));
    for want in wanted {
        assert!(got.contains(want), "no {want:?} after {keys:?}:\n{got}");
    }
}

/// Two scripts of keys on the built-in ladder lead to the same screen.
#[track_caller]
pub(crate) fn same(keys: &str, others: &str) {
    let screen = |keys: &str| text(&play(built_in(), (120, 40), keys));
    assert_eq!(screen(keys), screen(others), "{keys} is not {others}");
}

/// Plays keys on a ladder of one document at 80x20 and gives the screen.
pub(crate) fn on(markdown: &str, keys: &str) -> String {
    text(&play(ladder_of(&[("engineer.md", markdown)]), (80, 20), keys))
}
