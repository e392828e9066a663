//! What is around the panes, as data: the path, the status line, the keys that work now.

use super::app::App;
use super::input::events::{self, Context};
use super::pane::panes::Pane;

/// The status line: a notice or the position on the left, counts on the right.
pub(crate) struct Status {
    pub(crate) left: String,
    pub(crate) right: String,
    /// Whether the left is a notice and not the position.
    pub(crate) is_notice: bool,
}

/// The path to the view, from the ladder on.
pub(crate) fn path(app: &App) -> Vec<String> {
    let ladder = &app.stage.shared.ladder;
    let mut parts = vec![ladder.name.clone()];
    parts.extend(app.stage.view().path(ladder, app.stage.panes.focus));
    parts.dedup();
    parts
}

/// The title of a list: that of its filter, if it is narrowed.
pub(crate) fn list_title(app: &App, list: Pane, title: &str) -> String {
    let (filter, (listed, total)) = (app.stage.filter(list), app.stage.filter_counts(list));
    if filter.is_on() { filter.title(listed, total) } else { title.to_owned() }
}

/// The status line.
pub(crate) fn status(app: &App) -> Status {
    let waiting = || app.stage.shared.waiting.map(|waiting| waiting.words().to_owned());
    let notice = app.notice.clone().or_else(waiting);
    let is_notice = notice.is_some();
    Status { left: notice.unwrap_or_else(|| position(app)), right: counts(app), is_notice }
}

/// The hints: keys that work now, with a word for each.
pub(crate) fn hints(app: &App) -> Vec<(String, &'static str)> {
    events::hints(app.context())
}

/// The keys that may follow the first keys of a sequence, and what each leads to; empty if none was typed.
pub(crate) fn following(app: &App) -> Vec<(String, String)> {
    let Context { keymap, when, typed, .. } = app.context();
    match typed.keys.as_slice() {
        [] => Vec::new(),
        begun => keymap.following(when, begun),
    }
}

/// The position: the match, the view's own words, the lines in view.
fn position(app: &App) -> String {
    let reader = &app.stage.view().opened().reader;
    let own =
        app.stage.view().status(&app.stage.shared).filter(|_| reader.current_search().is_none());
    if let (Some((words, true)), None) = (&own, app.typed.words()) {
        return words.clone();
    }
    let mut parts = Vec::new();
    if reader.current_search().is_some() {
        parts.extend(matches(app));
    } else {
        parts.extend(own.filter(|(_, alone)| !alone).map(|(words, _)| words));
    }
    parts.extend(app.typed.words());
    let (total, visible) = (reader.page().height(), reader.visible());
    let percent = (100 * visible.end).checked_div(total).unwrap_or(100);
    parts.push(format!("lines {}-{} of {total}, {percent}%", visible.start + 1, visible.end));
    join(app, &parts)
}

/// The current match of a search, in words.
fn matches(app: &App) -> Option<String> {
    let search = app.stage.view().opened().reader.current_search()?;
    let query = search.query();
    Some(match search.count() {
        (_, 0) => format!("no match for {query}"),
        (Some(at), total) => {
            let text =
                app.stage.view().match_text().map_or(String::new(), |text| format!(": {text}"));
            format!("match {at} of {total} for {query}{text}")
        }
        (None, 1) => format!("1 match for {query}"),
        (None, total) => format!("{total} matches for {query}"),
    })
}

fn counts(app: &App) -> String {
    if let Some(reading) = &app.stage.shared.reading {
        return reading.progress.clone();
    }
    let ladder = &app.stage.shared.ladder;
    let parts = app.stage.view().counts(ladder).unwrap_or_else(|| {
        let mut parts =
            vec![plural(ladder.roles.len(), "role"), plural(ladder.tracks.len(), "track")];
        let findings = app.stage.shared.findings.len();
        if findings > 0 {
            let key =
                app.stage.shared.preferences.keymap.key_of("findings", app.stage.view().when());
            let key = key.map_or(String::new(), |key| format!(" ({key})"));
            parts.push(format!("{}{key}", plural(findings, "finding")));
        }
        parts
    });
    join(app, &parts)
}

fn join(app: &App, parts: &[String]) -> String {
    parts.join(&format!(" {} ", app.stage.shared.glyphs().dot()))
}

fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
