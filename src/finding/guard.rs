//! A panic of a parser is caught here, so that it costs one document and is not written to the terminal.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

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

/// Runs a parser. If it panics, the message and the place of the panic are returned.
pub(crate) fn caught<T>(parse: impl FnOnce() -> T) -> Result<T, String> {
    keep_quiet();
    let before = IS_GUARDED.replace(true);
    // What the parser was working on is lost with it, and nobody else has it.
    let parsed = catch_unwind(AssertUnwindSafe(parse));
    IS_GUARDED.set(before);
    parsed.map_err(|_| PANIC.take().chars().take(KEPT).collect())
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
            let payload = panic.payload();
            let text = payload.downcast_ref::<String>().map(String::as_str);
            let said = text.or(payload.downcast_ref::<&str>().copied()).unwrap_or("no message");
            PANIC.replace(format!("{said}{}", place.unwrap_or_default()));
        }));
    });
}
