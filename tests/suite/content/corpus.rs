//! Real ladders that lie beside the repository: skipped where they do not.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use rungs::content::{self, Loaded};
use rungs::model::{Block, Document, Section, SectionKind, Subject};

use crate::support::beside::{ladders, shared};

fn load(path: &Path) -> Loaded {
    content::load(path).unwrap_or_else(|error| panic!("{error}"))
}

fn count(document: &Document, wanted: impl Fn(&Section) -> bool) -> usize {
    document.sections.iter().filter(|section| wanted(section)).count()
}

#[test]
fn the_sample_page_has_its_role_counterpart_and_tables() {
    let Some(path) = shared("seeds/director.md") else { return };
    let Loaded { ladder, diagnostics, .. } = load(&path);
    assert_eq!(diagnostics, []);
    let [role] = ladder.roles.as_slice() else { panic!("{} roles", ladder.roles.len()) };
    let document = &role.document;
    assert_eq!((document.label.as_str(), role.order), ("Director", Some(2002.0)));
    assert!(!document.expanded && document.breadcrumb && document.icon.is_some());
    let heading = |level| move |section: &Section| section.kind == SectionKind::Heading(level);
    assert_eq!(count(document, heading(2)), 6);
    assert_eq!(count(document, heading(3)), 11);
    assert_eq!(count(document, |section| section.kind == SectionKind::Bold), 11);
    let rows: Vec<usize> = document.tables().iter().map(|table| table.rows.len()).collect();
    assert_eq!(rows, [6, 11, 7, 3, 6]);
    assert_eq!(document.items().len(), 69);
    let [vp] = ladder.counterparts.as_slice() else { panic!("{:?}", ladder.counterparts) };
    assert_eq!((vp.name.as_str(), vp.known_from.len()), ("VP", 4));
    let subject = rungs::naming::find(&ladder, "vp of engineering");
    assert!(matches!(subject, Ok(Subject::Counterpart(_))));
}

/// A role as `expected.json` tells it.
#[derive(Debug, PartialEq)]
struct Told {
    title: String,
    track: String,
    file: String,
    /// `None` where the role has a file of its own.
    line: Option<u64>,
    sections: usize,
    tables: usize,
    items: usize,
}

/// The roles that are expected of a ladder, in order.
fn expected(ladder: &serde_json::Value, name: &str) -> Vec<Told> {
    let mut roles: Vec<(u64, Told)> = Vec::new();
    for role in ladder["roles"].as_array().expect("roles") {
        let title = role["title_expected"].as_str().or(role["title"].as_str()).unwrap_or_default();
        let file = role["file"].as_str().unwrap_or_default().to_owned();
        let number = |key: &str| role[key].as_u64().unwrap_or_default();
        let told = Told {
            // Some expectations say in brackets why.
            title: title.split(" (").next().unwrap_or_default().to_owned(),
            track: role["track"].as_str().unwrap_or_default().to_owned(),
            line: role["line"].as_u64(),
            sections: number("sections") as usize,
            tables: number("tables") as usize + html_tables(name),
            items: number("list_items") as usize,
            file,
        };
        roles.push((number("order_in_list"), told));
    }
    roles.sort_by_key(|(place, _)| *place);
    // Its note says that the order of the file, which is told here, is the wrong way round.
    if ladder["note"].as_str().is_some_and(|note| note.contains("ladder order is the reverse")) {
        roles.reverse();
    }
    roles.into_iter().map(|(_, told)| told).collect()
}

/// How many tables of each role are written as HTML. The expectations count those of Markdown only
/// and say so in a note; here a table is a table.
fn html_tables(ladder: &str) -> usize {
    usize::from(ladder == "infracloudio__career-ladders")
}

/// Whether a track is the one that is told: by its name, or by what stands behind its file's name
/// where it is one of several in a file. A ladder without tracks is told none.
fn is_track(track: &str, told: &str) -> bool {
    told.is_empty() || track == told || track.rsplit_once(": ").is_some_and(|(_, end)| end == told)
}

/// How many of a ladder's roles are as told: title, track, place in the track, file and line,
/// sections, tables, items.
fn right(loaded: &Loaded, told: &[Told]) -> usize {
    let ladder = &loaded.ladder;
    let places = |role: &Told| -> Vec<&Told> {
        let is_beside = |other: &&Told| {
            other.track == role.track && other.file_of_track() == role.file_of_track()
        };
        told.iter().filter(is_beside).collect()
    };
    let is_right = |told: &&Told| {
        let place = places(told).iter().position(|other| other == told);
        ladder.roles.iter().any(|role| {
            let document = &role.document;
            let track = ladder.track(role.track);
            let rung = track.roles.iter().position(|id| std::ptr::eq(ladder.role(*id), role));
            document.title == told.title
                && is_track(&track.title, &told.track)
                && rung == place
                && track.roles.len() == places(told).len()
                && document.file == told.file
                && told.line.is_none_or(|line| document.line as u64 == line)
                && document.sections.len() == told.sections
                && document.tables().len() == told.tables
                && document.items().len() == told.items
        })
    };
    told.iter().filter(is_right).count()
}

impl Told {
    /// The file, where roles of one track cannot stand in several.
    fn file_of_track(&self) -> &str {
        if self.line.is_some() { &self.file } else { "" }
    }
}

#[test]
fn ladders_of_documents_load_as_people_read_them() {
    let Some(path) = shared("corpus/expected.json") else { return };
    let text = std::fs::read_to_string(path).expect("expected.json");
    let all: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&text).expect("JSON");
    let mut wrong = Vec::new();
    for (name, ladder) in all.iter().filter(|(_, ladder)| ladder["roles"].is_array()) {
        let Some(path) = shared(&format!("corpus/{name}")) else { continue };
        let loaded = load(&path);
        let told = expected(ladder, name);
        let right = right(&loaded, &told);
        println!("{name}: {right} of {} roles right", told.len());
        if right < told.len() || loaded.ladder.roles.len() > told.len() {
            let shown = loaded.ladder.roles.iter().map(|role| {
                let Document { title, file, line, sections, .. } = &role.document;
                let (tables, items) = (role.document.tables().len(), role.document.items().len());
                let track = &loaded.ladder.track(role.track).title;
                let sections = sections.len();
                format!("{track}: {title} {file}:{line} {sections} {tables} {items}")
            });
            wrong.push(format!("{name}\n{}", shown.collect::<Vec<_>>().join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// A framework that is data, as `expected.json` tells it: its file, what its levels are called or how
/// many sections each has, and how much is expected in all.
struct Framework {
    file: String,
    title: String,
    levels: Vec<String>,
    sections: Option<usize>,
    items: Option<usize>,
    items_by_level: Option<serde_json::Map<String, serde_json::Value>>,
}

fn frameworks(ladder: &serde_json::Value) -> Vec<Framework> {
    let all =
        ladder["frameworks"].as_array().or(ladder["families"].as_array()).expect("frameworks");
    let framework = |told: &serde_json::Value| {
        let words = |key: &str| told[key].as_str().unwrap_or_default().to_owned();
        let level = |level: &serde_json::Value| match level.as_u64() {
            Some(number) => format!("Level {number}"),
            None => level.as_str().unwrap_or_default().to_owned(),
        };
        let levels = told["levels_found"].as_array().or(told["levels"].as_array());
        let number = |key: &str| told[key].as_u64().map(|number| number as usize);
        // What is not valid YAML is told by the number of its levels only: here it is read all the
        // same, as its fault is a tab.
        let declared = (1..=number("levels_declared").unwrap_or(0)).map(|n| format!("Level {n}"));
        let items = number("criteria").map(|n| n + number("example_criteria").unwrap_or(0));
        Framework {
            file: words("file"),
            title: if told["title"].is_string() { words("title") } else { words("name") },
            levels: levels
                .map_or_else(|| declared.collect(), |all| all.iter().map(level).collect()),
            sections: number("sections_per_level"),
            items: items.or(number("competencies")),
            items_by_level: told["competencies_per_level"].as_object().cloned(),
        }
    };
    all.iter().map(framework).collect()
}

/// How many of a framework's levels are right: title, track, place, sections, items.
fn right_levels(loaded: &Loaded, told: &Framework) -> usize {
    let ladder = &loaded.ladder;
    let roles: Vec<_> =
        ladder.roles.iter().filter(|role| role.document.file == told.file).collect();
    let items: usize = roles.iter().map(|role| role.document.items().len()).sum();
    if roles.len() != told.levels.len() || told.items.is_some_and(|told| told != items) {
        return 0;
    }
    let is_right = |(role, level): &(&&rungs::model::Role, &String)| {
        let document = &role.document;
        let by_level = told.items_by_level.as_ref().and_then(|all| all[level.as_str()].as_u64());
        document.title == **level
            && (told.title.is_empty() || ladder.track(role.track).title == told.title)
            && told.sections.is_none_or(|told| document.sections.len() == told)
            && by_level.is_none_or(|told| document.items().len() as u64 == told)
            && document.tables().is_empty()
    };
    roles.iter().zip(&told.levels).filter(is_right).count()
}

#[test]
fn ladders_of_data_load_as_people_read_them() {
    let Some(path) = shared("corpus/expected.json") else { return };
    let text = std::fs::read_to_string(path).expect("expected.json");
    let all: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&text).expect("JSON");
    let mut wrong = Vec::new();
    for (name, ladder) in all.iter().filter(|(_, ladder)| !ladder["roles"].is_array()) {
        let Some(path) = shared(&format!("corpus/{name}")) else { continue };
        let loaded = load(&path);
        let told = frameworks(ladder);
        let count: usize = told.iter().map(|framework| framework.levels.len()).sum();
        let right: usize = told.iter().map(|framework| right_levels(&loaded, framework)).sum();
        println!("{name}: {right} of {count} roles right");
        if right < count || loaded.ladder.roles.len() > count {
            wrong.push(format!("{name}: {right} of {count}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn the_tracks_of_ladders_are_those_that_people_see() {
    let check = |ladder: &str, tracks: &[&str]| {
        let Some(path) = shared(&format!("corpus/{ladder}")) else { return };
        let loaded = load(&path).ladder;
        assert_eq!(loaded.tracks.iter().map(|track| &track.title).collect::<Vec<_>>(), tracks);
    };
    check("infracloudio__career-ladders/content/docs/engineering/", &["Engineering"]);
    check("infracloudio__career-ladders", &["Engineering"]);
    check("danscratch__ladder", &["Career Ladder"]);
    check("inDriver__handbook", &["Engineer Track", "Manager Track"]);
    check(
        "jorgef__engineeringladders",
        &["Developer", "Tech Lead", "Technical Program Manager", "Engineering Manager"],
    );
    check(
        "kolbis__Career-Paths",
        &[
            "Software Engineers: IC",
            "Software Engineers: EM",
            "Product Engineers: IC",
            "Product Engineers: EM",
        ],
    );
    check("learn-with-me__docs-best-practices-templates", &["Engineer"]);
}

/// Tracks with the titles of their roles.
fn tracks(path: &Path) -> Vec<String> {
    let ladder = load(path).ladder;
    let tracks = ladder.tracks.iter().map(|track| {
        let titles = track.roles.iter().map(|id| ladder.role(*id).document.title.as_str());
        format!("{}: {}", track.title, titles.collect::<Vec<_>>().join(", "))
    });
    tracks.collect()
}

#[test]
fn ladders_without_expectations_load_as_a_careful_reader_says() {
    let check = |ladder: &str, want: &[&str]| {
        let Some(path) = shared(&format!("corpus/{ladder}")) else { return };
        assert_eq!(tracks(&path), want);
    };
    // A list of links to ladders elsewhere.
    check("bmoeskau__engineering-ladders", &[]);
    // Four tables with a column a level, and one with a row a level. The table of tracks and levels
    // names three more that it says are not written yet.
    check(
        "artsy__README",
        &[
            "Individual Contributors: Engineer 1, Engineer 2, Senior Engineer 1, Senior Engineer 2, \
             Staff Engineer",
            "Engineering Management Ladder: Engineering Manager 1, Engineer Manager 2, \
             Senior Engineering Manager, Director of Engineering, Senior Director of Engineering",
        ],
    );
    // A handbook in which each department keeps its ladder in its own shape.
    check(
        "sourcegraph__handbook",
        &[
            "Support engineering career framework: IC1, IC2, IC3, IC4, IC5",
            "CE Career Development Framework: IC2, IC3, IC4, IC5",
            "TA Career Development Framework: IC1, IC2, IC3, IC4, IC5",
            "Sourcegraph engineering career development framework: IC1, IC2, IC3, IC4, IC5",
            "Management Levels: M3, M4, M5, M6",
            "Sourcegraph product career development framework: IC2, IC3, IC4, IC5",
            "Sourcegraph design career development framework: IC1, IC2, IC3, IC4, IC5, IC6",
            "Comms Career Development Framework: IC4, IC5",
            "Product Marketing Career Development Framework: IC3, IC4, IC5",
            "Account Executive Career Development Framework: Commercial (P2) (not in use), \
             Mid-market (P3), Enterprise (P4), Sr. Enterprise (P5), Strategic (P6)",
            "SDR Career Levels V2: SDR (P1), Senior SDR (P2), Team Lead (P3)",
            "VCBOD Career Levels V2: Program Lead, VCBOD (P1), Senior Program Lead, VCBOD (P2)",
            "Roles on the Development team: Software Engineer, Engineering Manager, VP Engineering",
            "Roles on the Product team: Product Manager, Product Designer",
        ],
    );
}

#[test]
fn every_ladder_of_the_corpus_loads() {
    let Some(corpus) = shared("corpus") else { return };
    for entry in std::fs::read_dir(corpus).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            let Loaded { ladder, .. } = load(&path);
            assert!(ladder.documents().count() > 0, "{}", path.display());
        }
    }
}

/// Every text of a document that a screen shows, front matter and titles included.
fn everything(document: &Document) -> String {
    let mut shown = format!("{} {} ", document.title, document.label);
    for entry in &document.front_matter.entries {
        shown.push_str(&format!("{} {} ", entry.key, entry.value));
    }
    for section in &document.sections {
        shown.push_str(&format!("{} ", section.title.to_plain()));
    }
    fn texts(block: &Block, shown: &mut String) {
        match block {
            Block::Paragraph(it) => shown.push_str(&format!("{} ", it.text.to_plain())),
            Block::List(it) => {
                for (at, item) in it.items.iter().enumerate() {
                    let number = it.start.map_or(0, |start| start as usize) + at;
                    shown.push_str(&format!("{number} {} ", item.text.to_plain()));
                    item.blocks.iter().for_each(|block| texts(block, shown));
                }
            }
            Block::Table(it) => {
                let headers = it.columns.iter().map(|column| &column.header);
                let cells = it.rows.iter().flat_map(|row| &row.cells);
                headers.chain(cells).for_each(|t| shown.push_str(&format!("{} ", t.to_plain())));
            }
            Block::Quote(it) => {
                let kind = it.callout.as_ref().map_or("", |callout| callout.kind.as_str());
                shown.push_str(&format!("{kind} "));
                it.blocks.iter().for_each(|block| texts(block, shown));
            }
            Block::Code(it) => shown.push_str(&format!("{} ", it.text)),
            Block::Image(it) => shown.push_str(&format!("{} ", it.alt)),
            Block::Rule(_) => {}
        }
    }
    document.blocks().for_each(|block| texts(block, &mut shown));
    shown
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1).map(str::to_lowercase)
}

#[test]
fn no_word_of_the_corpus_is_lost() {
    assert_eq!(lost(&ladders("corpus")), [""; 0]);
}

#[test]
fn no_word_of_other_ladders_is_lost() {
    assert_eq!(lost(&ladders("ladders")), [""; 0]);
}

/// The words of ladders' files that no document shows.
fn lost(ladders: &[PathBuf]) -> Vec<String> {
    let mut lost = Vec::new();
    for path in ladders {
        let loaded = load(path);
        for (source, became) in loaded.sources.iter().zip(&loaded.explanations) {
            // Data in which nothing is a level is no part of a ladder: what programs are set up by.
            if became.became == "nothing" && became.rule == "data in no form that is known" {
                continue;
            }
            // The levels of data are told with those of other files, under roles of those.
            // What a page repeats of other roles is told in their pages.
            let is_anywhere = became.became == "a part of roles"
                || became.rule.ends_with("what it repeats of other roles stands in their pages");
            let here = |document: &&Document| is_anywhere || document.file == source.path;
            let documents = loaded.ladder.documents().map(|(_, document)| document).filter(here);
            let all: String = documents.map(everything).collect();
            let shown: HashSet<String> = words(&all).collect();
            // A word that markup parts in the source is one on the screen.
            let joined: String = words(&all).collect();
            let text = text_of(&source.path, &source.text);
            let is_lost = |word: &String| {
                // The numbers of lists are counted anew.
                let is_number = word.len() < 3 && word.bytes().all(|b| b.is_ascii_digit());
                !is_number && !shown.contains(word) && !joined.contains(word)
            };
            lost.extend(
                words(&text).filter(is_lost).map(|word| format!("{}: {word}", source.path)),
            );
        }
    }
    lost
}

/// What of a file is text.
fn text_of(file: &str, text: &str) -> String {
    match file.rsplit_once('.').map(|(_, end)| end) {
        // The keys of data are read as words ("professionalTitle" as "Professional title"), or only say
        // what the values are ("name", "level"): the values are what it says.
        Some("json" | "yml" | "yaml" | "toml") => without_keys(text),
        // Around its main part a page leads through its site.
        Some("html" | "htm") => no_markup(main_part(text)),
        Some("csv" | "tsv") => text.to_owned(),
        _ => no_markup(text),
    }
}

/// Data without what stands before the colon or equals sign of each line.
fn without_keys(text: &str) -> String {
    let value = |line: &str| {
        let key = line.trim_start().trim_start_matches("- ").trim_start_matches('{');
        let end = key.find([':', '=']).filter(|end| {
            let is_letter = |c: char| c.is_alphanumeric() || "_-\" ".contains(c);
            key[..*end].chars().all(is_letter) && key[..*end].split_whitespace().count() == 1
        });
        end.map_or(key, |end| &key[end..]).to_owned()
    };
    text.lines().map(value).collect::<Vec<_>>().join("\n")
}

/// What stands in the main part of a web page, or in its body.
fn main_part(text: &str) -> &str {
    let inside = |name: &str| {
        let (_, behind) = text.split_once(&format!("<{name}"))?;
        Some(behind.rsplit_once(&format!("</{name}")).map_or(behind, |(inside, _)| inside))
    };
    let behind_tag = |inside: &'_ str| inside.find('>').map_or(0, |end| end + 1);
    let inside = ["main", "article", "body"].iter().find_map(|name| inside(name)).unwrap_or(text);
    &inside[behind_tag(inside)..]
}

/// A text of Markdown without what is no text in it.
fn no_markup(text: &str) -> String {
    let mut left = without_targets(text);
    for (open, close) in [
        ("<!--", "-->"),
        ("<style", "</style>"),
        ("<script", "</script>"),
        ("][", "]"),
        ("<", ">"),
        ("{#", "}"),
        // Classes and ids that kramdown gives to what stands before.
        ("{:", "}"),
        // A component with its arguments; what stands between `{% hint %}` and `{% endhint %}` is text.
        ("{%", "%}"),
    ] {
        let mut kept = String::with_capacity(left.len());
        let mut rest = left.as_str();
        while let Some(at) = rest.find(open) {
            let inside = at + open.len();
            let Some(end) = rest[inside..].find(close) else { break };
            let end = inside + end + close.len();
            kept.push_str(&rest[..at]);
            kept.push(' ');
            if open == "{%" {
                kept.push_str(title_of(&rest[at..end]));
            }
            rest = &rest[end..];
        }
        kept.push_str(rest);
        left = kept;
    }
    let is_definition = |line: &&str| line.starts_with('[') && line.contains("]: ");
    let is_fence = |line: &&str| line.trim_start().starts_with("```");
    // MDX names the components that a page is built of.
    let is_import = |line: &&str| line.starts_with("import ") && line.contains(" from ");
    let lines =
        left.lines().filter(|line| !is_definition(line) && !is_fence(line) && !is_import(line));
    let words = lines.flat_map(str::split_whitespace);
    // A bare link is shown as it is, or as the words of a picture or card that stands for it.
    let words = words.filter(|word| !word.contains("://"));
    without_entities(&words.collect::<Vec<_>>().join(" "))
}

/// The title that is an argument of a component: a tab's name is text.
fn title_of(component: &str) -> &str {
    let behind = component.split_once("title=\"").map(|(_, behind)| behind);
    behind.and_then(|behind| behind.split_once('"')).map_or("", |(title, _)| title)
}

/// A text without the targets of its links and pictures: what stands in brackets behind `]`, inner
/// brackets and all.
fn without_targets(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("](") {
        kept.push_str(&rest[..at]);
        kept.push(' ');
        let target = &rest[at + 1..];
        let mut depth = 0_usize;
        let end = target.char_indices().find_map(|(at, c)| {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            (depth == 0).then_some(at + 1)
        });
        let Some(end) = end else {
            rest = target;
            break;
        };
        rest = &target[end..];
    }
    kept + rest
}

/// A text without the names and numbers of signs: `&ndash;`, `&#x20;`.
fn without_entities(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        kept.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let name = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(0);
        if (2..10).contains(&name) && rest[name..].starts_with(';') {
            rest = &rest[name + 1..];
        }
        kept.push(' ');
    }
    kept + rest
}

#[test]
fn loading_is_deterministic() {
    let Some(corpus) = shared("corpus/monzo__progression-framework") else { return };
    assert_eq!(load(&corpus), load(&corpus));
}
