//! `rungs list`: what is in the ladder, and what is wrong with it.

use anyhow::Result;
use serde_json::{Value, json};

use super::args::Format;
use super::json::{diagnostic, origin};
use super::output::{Output, complain};
use super::{markdown, open};
use crate::content::Loaded;
use crate::model::{Counterpart, Document, Ladder, Role, Track};
use crate::page::width;
use crate::theme::{Ink, Mark};

/// More problems than this are counted instead of shown: nobody reads on.
const MAX_SHOWN: usize = 100;

pub(super) fn run(loaded: &Loaded, out: &Output) -> Result<u8> {
    match out.format {
        Format::Json => out.write(&super::json::pretty(&as_json(loaded)))?,
        Format::Markdown => out.write(&as_markdown(&loaded.ladder))?,
        Format::Text | Format::Html => out.write(&as_text(&loaded.ladder, out))?,
    }
    if out.format != Format::Json {
        for diagnostic in loaded.diagnostics.iter().take(MAX_SHOWN) {
            complain(&open::located(loaded, diagnostic).render());
        }
        if let Some(more) = loaded.diagnostics.len().checked_sub(MAX_SHOWN).filter(|n| *n > 0) {
            complain(&format!("{more} more are not shown: `--format json` has them all"));
        }
    }
    Ok(0)
}

fn as_text(ladder: &Ladder, out: &Output) -> String {
    let mut text = format!("{}\n", out.paint(&ladder.name, Ink::Title));
    // A name that says no more than the one before it is not said again.
    let columns = |role: &Role| {
        let Document { label, title, file, .. } = &role.document;
        let level = role.level.clone().filter(|level| level != label).unwrap_or_default();
        let title = if title == label { String::new() } else { title.clone() };
        [level, label.clone(), title, file.clone()]
    };
    let mut widths = [0; 4];
    for role in &ladder.roles {
        for (widest, name) in widths.iter_mut().zip(columns(role)) {
            *widest = width(&name).max(*widest);
        }
    }
    let beside = widths.iter().map(|width| width + 2).sum::<usize>() <= out.width;
    let marks =
        [Mark::from(Ink::Muted), Mark::default().bold(), Mark::default(), Ink::Muted.into()];
    for track in &ladder.tracks {
        text.push_str(&format!("\n{}\n", out.paint(&track.title, Ink::Heading)));
        for id in &track.roles {
            let names = columns(ladder.role(*id));
            if !beside {
                text.push_str(&stacked(&names, out));
                continue;
            }
            for (i, name) in names.iter().enumerate() {
                let fill = if i == 3 { 0 } else { widths[i] - width(name) };
                if widths[i] > 0 {
                    text.push_str(&format!("  {}{}", out.paint(name, marks[i]), " ".repeat(fill)));
                }
            }
            text.push('\n');
        }
    }
    if !ladder.counterparts.is_empty() {
        text.push_str(&format!("\n{}\n", out.paint("Known from tables", Ink::Heading)));
        for counterpart in &ladder.counterparts {
            let known = out.paint(&format!("in {}", knowing(ladder, counterpart)), Ink::Muted);
            text.push_str(&format!("  {}  {known}\n", counterpart.name));
        }
    }
    if !ladder.pages.is_empty() {
        text.push_str(&format!("\n{}\n", out.paint("Pages", Ink::Heading)));
        for page in &ladder.pages {
            text.push_str(&format!("  {}  {}\n", page.title, out.paint(&page.file, Ink::Muted)));
        }
    }
    text
}

/// A role whose names do not fit beside each other: one below the other.
fn stacked(names: &[String; 4], out: &Output) -> String {
    let [level, label, title, file] = names;
    let level = if level.is_empty() { String::new() } else { format!("{level}  ") };
    let mut text = format!(
        "  {}{}\n",
        out.paint(&level, Ink::Muted),
        out.paint(label, Mark::default().bold())
    );
    for more in [title, file].into_iter().filter(|more| !more.is_empty()) {
        text.push_str(&format!("    {}\n", out.paint(more, Ink::Muted)));
    }
    text
}

/// The labels of the roles whose tables know a counterpart.
fn knowing(ladder: &Ladder, counterpart: &Counterpart) -> String {
    let mut labels: Vec<&str> = counterpart
        .known_from
        .iter()
        .map(|known| ladder.role(known.role).document.label.as_str())
        .collect();
    labels.dedup();
    labels.join(", ")
}

fn as_markdown(ladder: &Ladder) -> String {
    let mut text = format!("# {}\n", markdown::escaped(&ladder.name));
    for track in &ladder.tracks {
        text.push_str(&format!("\n## {}\n\n", markdown::escaped(&track.title)));
        text.push_str("| Level | Label | Title | File |\n| --- | --- | --- | --- |\n");
        for id in &track.roles {
            let role = ladder.role(*id);
            let cells = [
                role.level.as_deref().unwrap_or_default(),
                &role.document.label,
                &role.document.title,
                &role.document.file,
            ];
            let cells: Vec<String> = cells.iter().map(|cell| markdown::cell(cell)).collect();
            text.push_str(&format!("| {} |\n", cells.join(" | ")));
        }
    }
    if !ladder.counterparts.is_empty() {
        text.push_str("\n## Known from tables\n\n");
        for counterpart in &ladder.counterparts {
            let name = markdown::escaped(&counterpart.name);
            let knowing = markdown::escaped(&knowing(ladder, counterpart));
            text.push_str(&format!("- {name} (in {knowing})\n"));
        }
    }
    if !ladder.pages.is_empty() {
        text.push_str("\n## Pages\n\n");
        for page in &ladder.pages {
            let (title, file) = (markdown::escaped(&page.title), markdown::escaped(&page.file));
            text.push_str(&format!("- {title} ({file})\n"));
        }
    }
    text
}

fn as_json(loaded: &Loaded) -> Value {
    let ladder = &loaded.ladder;
    let tracks = ladder.tracks.iter().map(|track| track_json(ladder, track));
    let counterparts = ladder.counterparts.iter().map(|counterpart| {
        let known = counterpart.known_from.iter().map(|known| {
            let document = &ladder.role(known.role).document;
            let section = known.section.map(|id| document.section(id).title.to_plain());
            json!({
                "role": ladder.role(known.role).id,
                "file": document.file,
                "line": known.line,
                "section": section,
            })
        });
        json!({ "name": counterpart.name, "known_from": known.collect::<Value>() })
    });
    let pages = ladder.pages.iter().map(|page| json!({ "title": page.title, "file": page.file }));
    json!({
        "ladder": ladder.name,
        "tracks": tracks.collect::<Value>(),
        "counterparts": counterparts.collect::<Value>(),
        "pages": pages.collect::<Value>(),
        "diagnostics": loaded.diagnostics.iter().map(diagnostic).collect::<Value>(),
    })
}

fn track_json(ladder: &Ladder, track: &Track) -> Value {
    let role = |role: &Role| {
        json!({
            "id": role.id,
            "title": role.document.title,
            "label": role.document.label,
            "level": role.level,
            "origin": origin(role.origin),
            "file": role.document.file,
            "line": role.document.line,
            "sections": role.document.sections.len(),
            "tables": role.document.tables().len(),
            "items": role.document.items().len(),
        })
    };
    let roles = track.roles.iter().map(|id| role(ladder.role(*id)));
    json!({ "title": track.title, "roles": roles.collect::<Value>() })
}
