//! What can be copied: the item at the cursor, the section around it as Markdown, or a link to the section.

use super::common::{FileLine, Show, Surroundings};
use crate::markdown;
use crate::model::{DocumentId, Ladder};
use crate::tui::input::message::Copied;
use crate::tui::input::when::When;
use crate::tui::pane::matches::Matches;
use crate::tui::pane::panes::Pane;

/// The texts at the cursor, each with its document; one for all documents that say the same. At least one.
pub(crate) fn texts(
    view: &dyn Show,
    around: &Surroundings<'_>,
    what: Copied,
) -> Result<Vec<(DocumentId, String)>, String> {
    let ladder = &around.shared.ladder;
    let sources = match what {
        Copied::Item => items(view, around)?,
        Copied::Section | Copied::Link => view.sources(around)?,
    };
    let text = |(id, line)| {
        // The cell of a topic is all that the topic has.
        let is_topic = view.when() == When::Surveying
            && ladder.document(id).sections.iter().any(|section| section.line == line);
        let what = if is_topic && what == Copied::Item { Copied::Section } else { what };
        Some((id, text(ladder, (id, line), what)?))
    };
    let mut texts: Vec<(DocumentId, String)> = sources.into_iter().filter_map(text).collect();
    if texts.iter().all(|(_, text)| *text == texts[0].1) {
        texts.truncate(1);
    }
    if texts.is_empty() { Err("nothing to copy here".to_owned()) } else { Ok(texts) }
}

fn text(ladder: &Ladder, (id, line): FileLine, what: Copied) -> Option<String> {
    let document = ladder.document(id);
    let section = document.section_at_line(line);
    match what {
        Copied::Item => document.words_at(line),
        Copied::Section => Some(markdown::section(document, section)),
        Copied::Link => {
            let file = document.file.replace(' ', "%20");
            let anchor = section.map(|section| format!("#{}", document.section(section).anchor));
            Some(file + &anchor.unwrap_or_default())
        }
    }
}

/// The places of the items at the cursor. A text has no cursor but the current match or difference; without
/// these, the first item in view is meant.
fn items(view: &dyn Show, around: &Surroundings<'_>) -> Result<Vec<FileLine>, String> {
    let reader = &view.opened().reader;
    let is_text = matches!(view.when(), When::Browsing | When::Comparing | When::Lining);
    if !is_text || around.focus == Pane::Outline {
        return view.sources(around);
    }
    let (flows, outline) = (&reader.page().flows, &reader.page().outline);
    let visible = reader.visible();
    let at = reader.current_search().and_then(Matches::flow);
    let at = at.and_then(|flow| flows.get(flow)?.anchor.zip(Some(flows[flow].lines.start)));
    if let Some((anchor, line)) = at
        && visible.contains(&line)
    {
        return Ok(vec![(anchor.document, anchor.line)]);
    }
    if reader.current_difference().is_some() {
        return view.sources(around);
    }
    let in_view = flows
        .iter()
        .filter(|flow| flow.lines.end > visible.start && flow.lines.start < visible.end);
    let placed = in_view.filter_map(|flow| {
        let source = flow.anchor.map(|anchor| (anchor.document, anchor.line))?;
        let is_heading = outline.iter().any(|entry| entry.line == flow.lines.start);
        Some((flow.lines.start.max(visible.start), source, is_heading))
    });
    let placed: Vec<(usize, FileLine, bool)> = placed.collect();
    let items = placed.iter().filter(|(.., is_heading)| !is_heading);
    let first = items.map(|(line, ..)| *line).min().or_else(|| Some(placed.first()?.0));
    let mut found: Vec<FileLine> = Vec::new();
    for (line, source, _) in placed {
        if Some(line) == first && found.iter().all(|(document, _)| *document != source.0) {
            found.push(source);
        }
    }
    Ok(found)
}
