//! A conversation with the program: lines in, lines out.

use rungs::tui::{Session, converse};

use crate::support::screen::ladder_of;

const ENGINEER: &str = "---
order: 1
label: Engineer
---
# Software Engineer

Builds features with [the next rung](senior.md) in sight.

## Scope
- **Team**: one team
- Ships a feature a month
  - also behind a flag

## Skills

| Skill | Level |
| --- | --- |
| Code | Solid |
| Design | Some |

> Ask early.
";

const SENIOR: &str = "---
order: 2
label: Senior
---
# Senior Software Engineer

Leads projects.

## Scope
- **Team**: one team and all of the neighbors that it depends on
- Ships a feature a month
- Mentors two engineers

## Skills

| Skill | Level |
| --- | --- |
| Code | Deep |
| Design | Solid |
";

const STAFF: &str = "---
order: 3
label: Staff
---
# Staff Software Engineer

## Scope
- **Team**: 4 teams
- Mentors two engineers
";

/// Two roles.
pub(super) fn small() -> Session {
    ladder_of(&[("engineer.md", ENGINEER), ("senior.md", SENIOR)])
}

/// Three roles.
pub(super) fn three() -> Session {
    ladder_of(&[("engineer.md", ENGINEER), ("senior.md", SENIOR), ("staff.md", STAFF)])
}

/// All that the program prints when these lines are typed.
pub(crate) fn talk(session: Session, typed: &[&str]) -> String {
    let input: String = typed.iter().map(|line| format!("{line}\n")).collect();
    let mut output = Vec::new();
    converse(session, false, input.as_bytes(), &mut output).unwrap();
    String::from_utf8(output).unwrap()
}

/// What the program prints when the last of these lines is typed.
pub(crate) fn answer(session: impl Fn() -> Session, typed: &[&str]) -> String {
    let before = talk(session(), &typed[..typed.len() - 1]);
    talk(session(), typed).strip_prefix(&before).unwrap().to_owned()
}

/// Compares the answer to the last of these lines, typed about two roles.
#[track_caller]
pub(super) fn check(typed: &[&str], want: &str) {
    let got = answer(small, typed);
    assert!(got == want, "{typed:?} gives:\n{got}");
}

/// The same about three roles.
#[track_caller]
pub(super) fn check_three(typed: &[&str], want: &str) {
    let got = answer(three, typed);
    assert!(got == want, "{typed:?} gives:\n{got}");
}
