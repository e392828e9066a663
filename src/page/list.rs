//! A ladder as a list: its tracks with their roles, the roles known from tables, its pages.

use super::sheet::{Line, Run};
use super::wrap::width;
use crate::model::{Document, Ladder, Role};
use crate::report::knowing;
use crate::theme::{Ink, Mark};

/// Level, label, title and file of a role.
type ListNames = [String; 4];

/// Lists a ladder. The names of a role are on one line if all of them fit.
#[must_use]
pub fn lay_out_list(ladder: &Ladder, page_width: usize) -> Vec<Line> {
    let mut lines = vec![line(&ladder.name, Ink::Title)];
    let widths = widths(ladder);
    let beside = widths.iter().map(|width| width + 2).sum::<usize>() <= page_width;
    for track in &ladder.tracks {
        heading(&mut lines, &track.title);
        for id in &track.roles {
            let names = names(ladder.role(*id));
            match beside {
                true => lines.push(row(&names, widths)),
                false => lines.extend(stacked(&names)),
            }
        }
    }
    if !ladder.counterparts.is_empty() {
        heading(&mut lines, "Known from tables");
        let known = ladder.counterparts.iter();
        let known = known.map(|it| entry(&it.name, &format!("in {}", knowing(ladder, it))));
        lines.extend(known);
    }
    if !ladder.pages.is_empty() {
        heading(&mut lines, "Pages");
        lines.extend(ladder.pages.iter().map(|page| entry(&page.title, &page.file)));
    }
    lines
}

/// The names of a role. A name that repeats the one before it is left out.
fn names(role: &Role) -> ListNames {
    let Document { label, title, file, .. } = &role.document;
    let level = role.level.clone().filter(|level| level != label).unwrap_or_default();
    let title = if title == label { String::new() } else { title.clone() };
    [level, label.clone(), title, file.clone()]
}

fn widths(ladder: &Ladder) -> [usize; 4] {
    let mut widths = [0; 4];
    for role in &ladder.roles {
        for (widest, name) in widths.iter_mut().zip(names(role)) {
            *widest = width(&name).max(*widest);
        }
    }
    widths
}

fn row(names: &ListNames, widths: [usize; 4]) -> Line {
    let marks =
        [Mark::from(Ink::Muted), Mark::default().bold(), Mark::default(), Ink::Muted.into()];
    let mut runs = Vec::new();
    for (at, name) in names.iter().enumerate().filter(|(at, _)| widths[*at] > 0) {
        let fill = if at == 3 { 0 } else { widths[at] - width(name) };
        runs.push(Run::new("  ", Mark::default()));
        runs.push(Run::new(name.as_str(), marks[at]));
        runs.push(Run::new(" ".repeat(fill), Mark::default()));
    }
    Line::new(runs)
}

/// A role whose names do not fit on one line: one below the other.
fn stacked([level, label, title, file]: &ListNames) -> Vec<Line> {
    let level = if level.is_empty() { String::new() } else { format!("{level}  ") };
    let head = Line::new(vec![
        Run::new("  ", Mark::default()),
        Run::new(level, Ink::Muted),
        Run::new(label.as_str(), Mark::default().bold()),
    ]);
    let below = [title, file].into_iter().filter(|name| !name.is_empty()).map(|name| {
        Line::new(vec![Run::new("    ", Mark::default()), Run::new(name.as_str(), Ink::Muted)])
    });
    std::iter::once(head).chain(below).collect()
}

fn heading(lines: &mut Vec<Line>, title: &str) {
    lines.extend([Line::default(), line(title, Ink::Heading)]);
}

fn entry(name: &str, place: &str) -> Line {
    let name = Run::new(format!("  {name}  "), Mark::default());
    Line::new(vec![name, Run::new(place, Ink::Muted)])
}

fn line(text: &str, mark: impl Into<Mark>) -> Line {
    Line::new(vec![Run::new(text, mark)])
}
