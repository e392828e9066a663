//! The reading of a ladder, written as a `ladder.yml`.

use std::fmt::Write;

use crate::content::parse::text::anchors;
use crate::model::{Ladder, Origin, Role};

/// A `ladder.yml` for a ladder.
#[must_use]
pub fn as_config(ladder: &Ladder) -> String {
    let mut text = String::from(
        "# How rungs reads this ladder: correct what is wrong and remove what is not needed.\n\
         # Documents that no role comes from are pages.\n",
    );
    // Writing to a string never fails.
    let _ = writeln!(text, "name: {}", quoted(&ladder.name));
    text.push_str(if ladder.tracks.is_empty() { "tracks: []\n" } else { "tracks:\n" });
    for track in &ladder.tracks {
        let _ = write!(text, "  - title: {}\n    roles:\n", quoted(&track.title));
        for id in &track.roles {
            role(ladder.role(*id), &mut text);
        }
    }
    text
}

fn role(role: &Role, text: &mut String) {
    let document = &role.document;
    let from = match role.origin {
        Origin::File => document.file.clone(),
        _ => format!("{}#{}", document.file, document.title),
    };
    let _ = writeln!(text, "      - from: {}", quoted(&from));
    let _ = writeln!(text, "        title: {}", quoted(&document.title));
    let _ = writeln!(text, "        label: {}", quoted(&document.label));
    if let Some(level) = &role.level {
        let _ = writeln!(text, "        level: {}", quoted(level));
    }
    if !role.aliases.is_empty() {
        let aliases: Vec<String> = role.aliases.iter().map(|alias| quoted(alias)).collect();
        let _ = writeln!(text, "        aliases: [{}]", aliases.join(", "));
    }
}

/// A text in YAML that is read back unchanged.
fn quoted(text: &str) -> String {
    let is_plain = text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '/' | '.' | '_'))
        && text.starts_with(|c: char| c.is_alphabetic())
        && !text.ends_with(' ')
        && !matches!(anchors::slug(text).as_str(), "null" | "true" | "false" | "yes" | "no");
    if is_plain {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
