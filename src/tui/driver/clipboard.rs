//! The clipboard, by way of the terminal (OSC 52), which also works through SSH. A terminal does not say whether
//! it has copied a text, so nothing here says so either.

use super::world::World;
use crate::model::clean;

/// The most bytes that terminals take: more than 74,994 bytes of base64 are too many for several.
const MOST: usize = 74_994 / 4 * 3;

/// Copies a text; returns a line for the user about the result.
pub(crate) fn copy(text: &str, world: &mut impl World) -> String {
    // A shell would run what it is given before a line break, which a user expects, and no control characters.
    let kept = text.trim_end().chars().filter(|c| matches!(c, '\n' | '\t') || clean::is_shown(*c));
    let text: String = kept.collect();
    if text.len() > MOST {
        return format!("not copied: {} bytes, and terminals take at most {MOST}", text.len());
    }
    match world.copy(&text) {
        Ok(hint) => {
            let hint = hint.map_or(String::new(), |hint| format!(" ({hint})"));
            let begins = text.replace(['\n', '\t'], " ");
            format!("sent to the terminal's clipboard: {}{hint}: {begins}", length(&text))
        }
        Err(reason) => format!("not copied: {reason}"),
    }
}

/// How long a text is, in words.
fn length(text: &str) -> String {
    match text.chars().count() {
        1 => "1 character".to_owned(),
        count => format!("{count} characters"),
    }
}
