//! `check` ends early when nobody waits for its findings any more.

use std::sync::atomic::{AtomicUsize, Ordering};

use rungs::check::{Switches, check, check_while};
use rungs::content::{self, Options, Source};
use rungs::model::Ladder;

const ROLES: usize = 50;

/// A ladder whose roles all have findings.
fn ladder() -> Ladder {
    let role = |at| {
        let text = format!("# Engineer L{at}\n\n## Scope\n\n- Joins incidents as needed\n");
        Source::new(format!("{at}.md"), text)
    };
    let sources: Vec<Source> = (1..=ROLES).map(role).collect();
    content::parse("any", &sources, Options::default()).0
}

#[test]
fn a_check_asks_at_each_role_whether_to_go_on() {
    let (ladder, switches, asked) = (ladder(), Switches::default(), AtomicUsize::new(0));
    let ask = || asked.fetch_add(1, Ordering::Relaxed);
    let whole = check_while(&ladder, &switches, &|| ask() < usize::MAX);
    assert!(whole.as_ref().is_some_and(|found| found.len() >= ROLES));
    assert_eq!(whole, Some(check(&ladder, &switches)));
    let all = asked.swap(0, Ordering::Relaxed);
    assert!(all > ROLES, "{all}");
    for end in [0, ROLES / 2, all - 1] {
        asked.store(0, Ordering::Relaxed);
        assert_eq!(check_while(&ladder, &switches, &|| ask() < end), None, "{end}");
    }
}
