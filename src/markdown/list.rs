//! A ladder as a list: its tracks with their roles, what is known from tables, its pages.

use super::escape::{cell, escaped};
use crate::model::{Ladder, Role, Track};
use crate::report::knowing;

/// What is in a ladder.
#[must_use]
pub fn list(ladder: &Ladder) -> String {
    let mut text = format!("# {}\n", escaped(&ladder.name));
    ladder.tracks.iter().for_each(|it| text.push_str(&track(ladder, it)));
    if !ladder.counterparts.is_empty() {
        text.push_str("\n## Known from tables\n\n");
        for counterpart in &ladder.counterparts {
            let name = escaped(&counterpart.name);
            let knowing = escaped(&knowing(ladder, counterpart));
            text.push_str(&format!("- {name} (in {knowing})\n"));
        }
    }
    if !ladder.pages.is_empty() {
        text.push_str("\n## Pages\n\n");
        for page in &ladder.pages {
            let (title, file) = (escaped(&page.title), escaped(&page.file));
            text.push_str(&format!("- {title} ({file})\n"));
        }
    }
    text
}

fn track(ladder: &Ladder, track: &Track) -> String {
    let head = "| Level | Label | Title | File |\n| --- | --- | --- | --- |\n";
    let rows = track.roles.iter().map(|id| row(ladder.role(*id)));
    format!("\n## {}\n\n{head}{}", escaped(&track.title), rows.collect::<String>())
}

fn row(role: &Role) -> String {
    let level = role.level.as_deref().unwrap_or_default();
    let document = &role.document;
    let cells = [level, &document.label, &document.title, &document.file].map(cell);
    format!("| {} |\n", cells.join(" | "))
}
