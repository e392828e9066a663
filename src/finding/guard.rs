//! A panic of a parser costs one document: it is caught here and becomes a finding.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

use super::{Finding, Severity};

/// The characters of a panic's message that are kept: it can quote the document.
const KEPT: usize = 200;

thread_local! {
    static IS_GUARDED: Cell<bool> = const { Cell::new(false) };
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Whether a panic of this thread will be caught: nobody needs to report it or to end the program.
pub(crate) fn is_guarded() -> bool {
    IS_GUARDED.get()
}

/// Parses one file. A panic becomes a finding.
pub(crate) fn guarded<T>(file: &str, parse: impl FnOnce() -> T) -> Result<T, Box<Finding>> {
    keep_quiet();
    let before = IS_GUARDED.replace(true);
    // What the parser was working on is lost with it, and nobody else has it.
    let parsed = catch_unwind(AssertUnwindSafe(parse));
    IS_GUARDED.set(before);
    parsed.map_err(|_| {
        let panic: String = PANIC.take().chars().take(KEPT).collect();
        let message = format!("this file is not read, because of an error in rungs: {panic}");
        let found = Finding::new(Severity::Error, "unreadable", file, message);
        Box::new(found.help("report this message to the authors of rungs, with the file"))
    })
}

/// Keeps the message of a caught panic instead of writing it to the terminal.
fn keep_quiet() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let report = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !is_guarded() {
                return report(panic);
            }
            let place = panic.location().map(|at| format!(" ({}:{})", at.file(), at.line()));
            let said = panic.payload_as_str().unwrap_or("no message");
            PANIC.replace(format!("{said}{}", place.unwrap_or_default()));
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_finding_and_the_next_file_is_parsed() {
        let found = guarded("a.md", || -> usize { panic!("no \u{1b}[31m char boundary") });
        let found = found.unwrap_err();
        assert_eq!((found.file.as_str(), found.severity), ("a.md", Severity::Error));
        assert!(found.message.contains("no [31m char boundary (src/finding/guard.rs:"));
        assert!(!is_guarded());
        assert_eq!(guarded("b.md", || 7), Ok(7));
    }
}
