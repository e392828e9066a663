//! Three roles or more, traces and overviews: counts, groups, notes and order.

use rungs::compare::{Levels, align_levels, track_subjects};
use rungs::html::{self, Shape};
use rungs::model::{Ladder, TrackId};
use rungs::page::{
    ComparisonOptions, Glyphs, MatrixWants, OverviewOptions, Page, TraceOptions, lay_out_levels,
    lay_out_overview, lay_out_trace,
};
use rungs::report::{
    Folds, LevelTopicReport, LevelsReport, MatrixReport, Only, OverviewReport, TraceText,
    TracesReport, first_way_up, left_out, row_sign, silence,
};
use rungs::{json, markdown};
use serde_json::json;

use super::written::{Written, ladders, signs, squeezed};

const WIDTH: usize = 600;

fn tracks(ladder: &Ladder) -> Vec<TrackId> {
    (0..ladder.tracks.len()).map(TrackId).collect()
}

fn check_levels(ladder: &Ladder, levels: &Levels, only: Only, opens_rest: bool) {
    let folds = Folds { opens_rest, ..Folds::default() };
    let report = LevelsReport::new(levels, only, folds);
    let options =
        ComparisonOptions { only, folds, ..ComparisonOptions::new(WIDTH, Glyphs::Unicode) };
    let shape = Shape { only, ..Shape::default() };
    let written = Written::new(
        lay_out_levels(levels, options),
        &markdown::levels(&report),
        &json::levels(ladder, &report),
        &html::levels_page(ladder, &report, shape),
    );
    report.counts.words().iter().for_each(|words| written.all_say(words));
    for (field, count) in [
        ("differently", report.counts.differently),
        ("some", report.counts.some),
        ("same", report.counts.same),
    ] {
        assert_eq!(written.json["summary"][field], count);
    }
    report.notes.iter().for_each(|note| written.all_say(note));
    assert_eq!(written.json["notes"], serde_json::json!(report.notes));
    let rest = report.rest.iter();
    assert_eq!(written.json["rest"].as_str(), rest.clone().map(|it| &*it.title).next());
    // What is folded at the end is there to be unfolded, or as data.
    let folded = rest.clone().filter(|rest| rest.is_folded).flat_map(|rest| &rest.topics);
    let open = rest.clone().filter(|rest| !rest.is_folded).flat_map(|rest| &rest.topics);
    let shown: Vec<_> = report.topics.iter().chain(open).collect();
    let title = |it: &&LevelTopicReport<'_>| squeezed(&it.topic.title);
    let mut titles: Vec<String> = shown.iter().map(title).collect();
    let all: Vec<_> = shown.iter().copied().chain(folded).collect();
    assert_eq!(written.html_headings("section"), all.iter().map(title).collect::<Vec<_>>());
    assert_eq!(written.json_titles("topics"), all.iter().map(title).collect::<Vec<_>>());
    for rest in rest {
        written.all_say(&rest.title);
        titles.insert(report.topics.len(), rest.title.clone());
    }
    let outline = written.page.outline.iter().skip(1).map(|entry| squeezed(&entry.title));
    assert_eq!(outline.collect::<Vec<_>>(), titles);
    assert_eq!(written.markdown_headings(&["\n", "\n"]), titles);
    for (topic, value) in all.iter().zip(written.json["topics"].as_array().unwrap()) {
        assert_eq!(value["compares"], !topic.topic.is_way_up);
        assert_eq!(value["left_out"], topic.left_out);
        assert_eq!(value["rows"].as_array().unwrap().len(), topic.rows.len());
    }
    for topic in &shown {
        let said = silence(&topic.silent).into_iter().chain(left_out(topic.same_left_out()));
        said.for_each(|words| written.all_say(&words));
    }
    let rows = shown.iter().flat_map(|topic| &topic.rows);
    let told: Vec<&str> = rows.map(|row| row_sign(row).0).collect();
    assert_eq!(signs(&written.markdown_lines), told);
}

#[test]
fn all_formats_say_the_same_of_several_roles() {
    for ladder in ladders() {
        for track in tracks(&ladder) {
            let mut subjects = track_subjects(&ladder, track);
            subjects.truncate(4);
            if subjects.len() > 2 {
                let levels = align_levels(&ladder, &subjects);
                check_levels(&ladder, &levels, Only::All, true);
                for only in [Only::All, Only::Differences, Only::Right, Only::Left] {
                    check_levels(&ladder, &levels, only, false);
                }
            }
        }
    }
}

/// The pages of all traces, one below the other.
fn trace_pages(report: &TracesReport<'_>) -> Page {
    let options = TraceOptions { width: WIDTH, glyphs: Glyphs::Unicode, head: 0 };
    let mut all = Page::default();
    for track in report.tracks() {
        for found in report.traces(track) {
            let page = lay_out_trace(report.ladder, &found.trace, options);
            all.lines.extend(page.lines);
            all.outline.extend(page.outline);
        }
    }
    all
}

fn check_traces(report: &TracesReport<'_>) {
    let written = Written::new(
        trace_pages(report),
        &markdown::traces(report),
        &json::traces(report),
        &html::traces_page(report),
    );
    let (mut outline, mut headings, mut found) = (Vec::new(), Vec::new(), 0);
    let mut places = 0;
    // What stands before a colon is taken for what is read out.
    let heading = |it: &str| squeezed(it.split_once(": ").map_or(it, |(_, it)| it));
    for track in report.tracks() {
        for it in report.traces(track) {
            outline.push(squeezed(it.trace.title));
            headings.push(heading(it.trace.title));
            for level in &it.trace.levels {
                outline.push(squeezed(level.name));
                headings.push(squeezed(level.name));
                let under = level.texts.iter().filter_map(|text| text.under);
                headings.extend(under.map(heading));
                level.counts.iter().for_each(|count| written.all_say(&count.phrase()));
                let said = level.texts.iter().filter_map(TraceText::since_words);
                said.for_each(|words| written.all_say(&words));
            }
            found += 1 + it.also.len();
            let jumps = it.trace.charts.iter().filter_map(|chart| chart.jump.as_ref());
            jumps.for_each(|jump| written.all_say(&jump.words()));
            it.same_under(" › ").iter().for_each(|words| written.markdown_and_html_say(words));
        }
        let also = track.also_said();
        also.words(" › ").iter().for_each(|words| written.markdown_and_html_say(words));
        places += also.places.len();
    }
    let entries = written.page.outline.iter().map(|entry| squeezed(&entry.title));
    assert_eq!(entries.collect::<Vec<_>>(), outline);
    assert_eq!(written.html_headings("section"), headings);
    assert_eq!(written.json["traces"].as_array().unwrap().len(), found);
    assert_eq!(written.json["also_said"].as_array().unwrap().len(), places);
}

#[test]
fn all_formats_say_the_same_of_traces() {
    for ladder in ladders() {
        for asked in ["scope", "team", "strategy", "team size", "on-call", "mentoring"] {
            check_traces(&TracesReport::new(&ladder, &tracks(&ladder), asked));
        }
    }
}

fn has_way_up(matrix: &MatrixReport<'_>) -> bool {
    first_way_up(&matrix.rows).is_some()
}

fn check_matrix(matrix: &MatrixReport<'_>, written: &Written, table: usize) {
    let levels = &matrix.levels;
    let options = OverviewOptions { width: 80, glyphs: Glyphs::Unicode, from: 0 };
    let wants = MatrixWants::new(levels, &matrix.rows);
    let page = lay_out_overview(levels, &matrix.rows, &wants, options);
    assert_eq!(page.lines.len(), matrix.rows.len() + usize::from(has_way_up(matrix)));
    let cells = written.found(&format!("div:nth-of-type({table}) > table.matrix > tbody td"));
    let columns = levels.subjects.len();
    for (at, row) in matrix.rows.iter().enumerate() {
        for (column, cell) in row.cells.all().enumerate() {
            let found = &cells[at * columns + column];
            let Some(cell) = cell else {
                assert_eq!(found, "", "{} in column {column}", row.name);
                continue;
            };
            let words = squeezed(&cell.words());
            let markdown = squeezed(&cell.words().replace('\n', "<br>"));
            assert!(found.contains(&words), "{words} of {} in {found}", row.name);
            assert!(written.markdown.contains(&markdown), "{words} of {}", row.name);
            let flows = page.flows.iter().map(|flow| squeezed(&flow.text));
            assert!(flows.into_iter().any(|text| text == words), "{words} of {}", row.name);
        }
    }
}

#[test]
fn all_formats_say_the_same_of_an_overview() {
    for ladder in ladders() {
        let report = OverviewReport::new(&ladder, &tracks(&ladder), false);
        let written = Written::new(
            Page::default(),
            &markdown::overview(&report),
            &json::overview(&report),
            &html::overview_page(&report),
        );
        let rows: usize = report.tracks.iter().map(|matrix| matrix.rows.len()).sum();
        let apart = report.tracks.iter().filter(|matrix| has_way_up(matrix)).count();
        assert_eq!(written.found("table.matrix > tbody > tr").len(), rows + apart);
        assert_eq!(written.found("table.matrix > tbody > tr.apart").len(), apart);
        let lines = written.markdown_lines.lines().filter(|line| line.starts_with("| "));
        let heads = 2 * report.tracks.len();
        assert_eq!(lines.count(), rows + apart + heads);
        for (at, matrix) in report.tracks.iter().enumerate() {
            check_matrix(matrix, &written, at + 1);
            let told = written.json["tracks"][at]["topics"].as_array().unwrap();
            for (topic, value) in told.iter().enumerate() {
                let texts =
                    (0..matrix.levels.subjects.len()).map(|it| matrix.levels.texts(topic, it));
                assert_eq!(value["texts"], texts.collect::<serde_json::Value>());
                let row = matrix.rows.iter().find(|it| it.is_topic() && it.thread.topic == topic);
                let told = row.map(|row| row.cells.all().map(|it| it.map(|it| it.line(false))));
                assert_eq!(value["told"], json!(told.map(Iterator::collect::<Vec<_>>)));
            }
        }
    }
}
