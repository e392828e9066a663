//! External links: shown, and opened only when the user asks for it.

use crate::model::web_link::may_open;

/// Hands a target to the user's browser, as an argument and never through a shell. Returns a line for the
/// user about the result.
pub(crate) fn open(target: &str) -> String {
    if !may_open(target) {
        return format!("not opened: only web and mail addresses can be, not {target}");
    }
    match open::that_detached(target) {
        Ok(()) => format!("opened in the browser: {target}"),
        Err(error) => format!("cannot start the browser ({error}) for {target}"),
    }
}
