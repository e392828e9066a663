//! What a set of documents becomes: roles and pages, tracks and order, comparisons and links.

use rungs::content::{self, Finding, Options, Source};
use rungs::model::{DocumentId, Ladder, Subject};
use rungs::naming;
use rungs::naming::names;

fn parse_with(options: Options, files: &[(&str, &str)]) -> (Ladder, Vec<Finding>) {
    let sources: Vec<Source> = files.iter().map(|(path, text)| Source::new(*path, *text)).collect();
    content::parse("our-ladder", &sources, options)
}

fn parse(files: &[(&str, &str)]) -> Ladder {
    parse_with(Options::default(), files).0
}

/// Tracks with the titles of their roles, and the files of the pages.
fn shape(ladder: &Ladder) -> Vec<String> {
    let tracks = ladder.tracks.iter().map(|track| {
        let titles = track.roles.iter().map(|id| ladder.role(*id).document.title.as_str());
        format!("{}: {}", track.title, titles.collect::<Vec<_>>().join(", "))
    });
    let pages = ladder.pages.iter().map(|page| page.file.clone());
    tracks.chain(pages).collect()
}

#[track_caller]
fn check(files: &[(&str, &str)], want: &[&str]) {
    assert_eq!(shape(&parse(files)), want);
}

#[test]
fn roles_are_told_from_pages_by_their_names() {
    check(
        &[
            ("README.md", "# The Company\n"),
            ("CONTRIBUTING.md", "# How to help the engineer\n"),
            ("career-framework.md", "# Senior\n"),
            ("engineer.md", "# Engineer\n"),
            ("ic5.md", "text\n"),
            ("notes.md", "# Notes on the weather\n"),
            ("x.md", "# VP of Engineering\n"),
        ],
        &[
            "The Company: Engineer, IC5, VP of Engineering",
            "README.md",
            "career-framework.md",
            "CONTRIBUTING.md",
            "notes.md",
        ],
    );
}

#[test]
fn front_matter_lists_and_neighbors_make_roles_too() {
    let body = "## Scope\na\n## Craft\nb\n## People\nc\n";
    let with = |title: &str| format!("# {title}\n{body}");
    check(
        &[
            ("a.md", "---\nlevel: 3\n---\n# Maker\n"),
            ("b.md", &with("Junior Engineer")),
            ("c.md", &with("Wizard")),
            ("weather.md", "# A guide to the weather\n\nrain\n"),
            (
                "d/README.md",
                "# D\n- [x](one.md)\n- [y](two.md)\n- [z](staff-engineer.md)\n- [w](lead-engineer.md)",
            ),
            ("d/lead-engineer.md", "# Lead Engineer\n"),
            ("d/one.md", "# One\n"),
            ("d/staff-engineer.md", "# Staff Engineer\n"),
            ("d/two.md", "# Two\n"),
        ],
        &[
            "Our Ladder: Junior Engineer, Wizard, Maker",
            "D: One, Two, Staff Engineer, Lead Engineer",
            "weather.md",
            "d/README.md",
        ],
    );
}

#[test]
fn a_lone_document_is_a_role_unless_it_is_an_index() {
    check(&[("weather.md", "# Weather\n")], &["Our Ladder: Weather"]);
    check(&[("README.md", "# Weather\n")], &["README.md"]);
    let options = Options { is_lone: true, ..Options::default() };
    let (ladder, _) = parse_with(options, &[("lead.md", "# Team Lead\n")]);
    assert_eq!((ladder.name.as_str(), ladder.tracks[0].title.as_str()), ("Team Lead", "Team Lead"));
}

#[test]
fn a_folder_that_holds_only_an_index_page_is_named_by_its_folder() {
    let ladder = parse(&[
        ("staff-engineer/README.md", "text\n"),
        ("engineer/index.md", "text\n"),
        ("guide.md", "# Guide\n"),
    ]);
    assert_eq!(shape(&ladder), ["Our Ladder: Engineer, Staff Engineer", "guide.md"]);
    assert_eq!(ladder.roles[1].id, "staff-engineer");
}

#[test]
fn explicit_order_goes_first_and_retype_turns_it_round() {
    let files = [
        ("a-engineer.md", "---\norder: 2\n---\n"),
        ("b-engineer.md", "---\norder: 10\n---\n"),
        ("c-engineer.md", "---\norder: \"3\"\n---\n"),
        ("d-engineer.md", "text\n"),
    ];
    check(&files, &["Our Ladder: A Engineer, C Engineer, B Engineer, D Engineer"]);
    let options = Options { descending: true, ..Options::default() };
    let (ladder, _) = parse_with(options, &files);
    assert_eq!(shape(&ladder), ["Our Ladder: B Engineer, C Engineer, A Engineer, D Engineer"]);
    assert_eq!(ladder.roles[0].order, Some(10.0));
    let weights =
        [("a-engineer.md", "---\nweight: 2\n---\n"), ("b-engineer.md", "---\nnav_order: 1\n---\n")];
    let (ladder, _) = parse_with(options, &weights);
    assert_eq!(shape(&ladder), ["Our Ladder: B Engineer, A Engineer"]);
}

#[test]
fn link_lists_order_what_front_matter_does_not() {
    let roles =
        [("zeta-engineer.md", "z\n"), ("alpha-engineer.md", "a\n"), ("mid-engineer.md", "m\n")];
    let index = (
        "README.md",
        "# Us\nSee [alpha](alpha-engineer.md).\n\n- [1. Zeta](zeta-engineer)\n- [2) Mid](./mid-engineer.md)\n- [Alpha](alpha-engineer.md)\n",
    );
    let mut files = vec![index];
    files.extend(roles);
    check(&files, &["Us: Zeta, Mid, Alpha", "README.md"]);
}

#[test]
fn a_list_from_the_top_down_is_turned_round() {
    check(
        &[
            (
                "README.md",
                "# Us\n- [Senior Engineer](senior-engineer.md)\n- [Engineer](engineer.md)\n- [Junior Engineer](junior-engineer.md)\n",
            ),
            ("engineer.md", "e\n"),
            ("junior-engineer.md", "j\n"),
            ("senior-engineer.md", "s\n"),
        ],
        &["Us: Junior Engineer, Engineer, Senior Engineer", "README.md"],
    );
}

#[test]
fn numbers_and_seniority_order_the_rest() {
    check(&[("l10.md", "a\n"), ("l2.md", "b\n"), ("L1.md", "c\n")], &["Our Ladder: L1, L2, L10"]);
    check(
        &[("engineer-iii.md", "a\n"), ("engineer-i.md", "b\n"), ("engineer-ii.md", "c\n")],
        &["Our Ladder: Engineer I, Engineer II, Engineer III"],
    );
    check(
        &[
            ("director.md", "a\n"),
            ("engineer-ii.md", "b\n"),
            ("intern.md", "c\n"),
            ("senior-engineer-i.md", "d\n"),
            ("vp.md", "e\n"),
        ],
        &["Our Ladder: Intern, Engineer II, Senior Engineer I, Director, VP"],
    );
}

#[test]
fn folders_and_front_matter_make_tracks() {
    check(
        &[
            ("index.md", "# Ladder\n- [People](people/)\n- [Making](making/index.md)\n"),
            ("making/index.md", "---\nlabel: Makers\n---\n# Making things\n"),
            ("making/engineer.md", "a\n"),
            ("people/index.md", "# P\n"),
            ("people/manager.md", "b\n"),
        ],
        &["People: Manager", "Makers: Engineer", "index.md", "making/index.md", "people/index.md"],
    );
    check(
        &[
            ("engineer.md", "---\ntrack: Making\norder: 20\n---\n"),
            ("lead.md", "---\ntrack: making\norder: 30\n---\n"),
            ("manager.md", "---\ntrack: People\norder: 10\n---\n"),
        ],
        &["People: Manager", "Making: Engineer, Lead"],
    );
}

#[test]
fn equal_headings_are_told_apart_by_the_index() {
    let ladder = parse(&[
        ("README.md", "# Us\n- [Lead One](lead-1.md)\n- [Lead Two](lead-2.md)\n"),
        ("lead-1.md", "# Lead One\n"),
        ("lead-2.md", "# Lead One\n"),
    ]);
    assert_eq!(shape(&ladder), ["Us: Lead One, Lead Two", "README.md"]);
    // The heading that lost is still there to be read.
    assert_eq!(ladder.roles[1].document.preamble.len(), 1);
}

#[test]
fn a_table_that_names_the_role_and_another_makes_a_counterpart() {
    let text = "# Team Lead\n\n| | Team Lead | Director |\n|-|-|-|\n| a | b | c |\n\n## Lead vs Wizard\n\n| From (Team Lead) | To (Director) |\n|-|-|\n| a | b |\n\n| X | **Lead** | Wizard |\n|-|-|-|\n| a | b | c |\n\n| Team Lead | Notes |\n|-|-|\n| a | b |\n\n| Engineer | Manager |\n|-|-|\n| a | b |\n";
    let ladder = parse(&[("lead.md", text)]);
    let known: Vec<(&str, Vec<usize>)> = ladder
        .counterparts
        .iter()
        .map(|one| (one.name.as_str(), one.known_from.iter().map(|known| known.line).collect()))
        .collect();
    assert_eq!(known, [("Director", vec![3, 9]), ("Wizard", vec![13])]);
    let tables = ladder.roles[0].document.tables();
    assert!(tables[..3].iter().all(|table| table.is_comparison()));
    assert!(tables[3..].iter().all(|table| !table.is_comparison()));
}

#[test]
fn a_real_role_takes_the_place_of_a_counterpart() {
    let lead = "# Lead\n\n| a | Lead | VP of Things |\n|-|-|-|\n| a | b | c |\n";
    let ladder = parse(&[("lead.md", lead), ("vp.md", "# Vice President of Things\n")]);
    assert_eq!(ladder.counterparts, []);
    assert!(ladder.roles[0].document.tables()[0].is_comparison());
    let both = parse(&[
        ("lead.md", lead),
        ("chief.md", "# Chief\n\n| Chief | VP of Things |\n|-|-|\n| a | b |\n"),
    ]);
    assert_eq!(both.counterparts.len(), 1);
    assert_eq!(both.counterparts[0].known_from.len(), 2);
}

#[test]
fn links_lead_to_documents_and_sections() {
    let (ladder, findings) = parse_with(
        Options::default(),
        &[
            (
                "README.md",
                "# Us\n[a](sub/lead.html#the-craft) [b](sub/) [c](gone.md) [d](https://x.md)\n[e](sub/lead#nowhere) [f](../up.md) [g](img.png)\n",
            ),
            ("sub/index.md", "# Sub\n"),
            ("sub/lead.md", "# Lead\n\n## The Craft\n\n[h](#the-craft) [i](/README.md)\n"),
        ],
    );
    let places = |document: DocumentId| -> Vec<String> {
        let document = ladder.document(document);
        let texts = document.blocks().filter_map(|block| match block {
            rungs::model::Block::Paragraph(paragraph) => Some(&paragraph.text),
            _ => None,
        });
        let links = texts.flat_map(rungs::model::Text::links);
        links
            .filter_map(|link| link.place)
            .map(|place| {
                let document = ladder.document(place.document);
                let anchor = place.section.map(|id| document.section(id).anchor.clone());
                format!("{}#{}", document.file, anchor.unwrap_or_default())
            })
            .collect()
    };
    let pages: Vec<DocumentId> = ladder.documents().map(|(id, _)| id).collect();
    let all: Vec<Vec<String>> = pages.into_iter().map(places).collect();
    assert_eq!(
        all,
        [
            vec!["sub/lead.md#the-craft", "README.md#"],
            vec!["sub/lead.md#the-craft", "sub/index.md#", "sub/lead.md#"],
            vec![],
        ]
    );
    let found: Vec<_> = findings.iter().map(|d| (d.code, d.line, d.column)).collect();
    assert_eq!(found, [("broken-link", 2, 44)]);
}

#[track_caller]
fn check_name(ladder: &Ladder, query: &str, want: &str) {
    let got = match naming::find(ladder, query) {
        Ok(subject) => ladder.label(subject).to_owned(),
        Err(error) => error.to_string(),
    };
    assert_eq!(got, want, "{query}");
}

#[test]
fn roles_are_found_by_what_people_call_them() {
    let ladder = parse(&[
        (
            "m/director.md",
            "---\nlabel: Director\nlevel: M3\n---\n# Director of Software Engineering\n\n| Director | CTO |\n|-|-|\n| a | b |\n",
        ),
        ("m/em.md", "# Engineering Manager\n"),
        ("m/sem.md", "# Senior Engineering Manager\n"),
        ("m/vp.md", "# Vice President of Engineering\n"),
        ("e/senior.md", "---\nlabel: Senior\n---\n# Senior Engineer\n"),
        ("e/staff-ii.md", "# Staff Engineer II\n"),
    ]);
    for (query, want) in [
        ("senior", "Senior"),
        ("SEM", "Senior Engineering Manager"),
        ("sr em", "Senior Engineering Manager"),
        ("sr. eng. manager", "Senior Engineering Manager"),
        ("V.P. of Engineering", "Vice President"),
        ("vp eng", "Vice President"),
        ("vp", "Vice President"),
        ("director of software engineering", "Director"),
        ("dir", "Director"),
        ("m3", "Director"),
        ("m/director.md", "Director"),
        ("./m/director", "Director"),
        ("m/director.md:2", "Director"),
        ("director:6", "Director"),
        ("staff engineer 2", "Staff Engineer II"),
        ("sta", "Staff Engineer II"),
        ("cto", "CTO"),
        ("Chief Technology Officer", "CTO"),
        (
            "direktor",
            "there is no role `direktor`; did you mean:\n  director  Director of Software Engineering  M3  M  m/director.md",
        ),
        (
            "../x/m/director",
            "there is no file `../x/m/director` in the ladder; did you mean:\n  director  Director of Software Engineering  M3  M  m/director.md",
        ),
        (
            "manager",
            "`manager` is ambiguous: it matches several roles:\n  em   Engineering Manager         M  m/em.md\n  sem  Senior Engineering Manager  M  m/sem.md",
        ),
    ] {
        check_name(&ladder, query, want);
    }
    let none = parse(&[("README.md", "# x\n")]);
    check_name(&none, "vp\u{1b}[31m", "there is no role `vp[31m`: the ladder has no roles");
}

#[test]
fn names_are_compared_as_people_mean_them() {
    for (left, right) in [
        ("VP", "vice-president"),
        ("Sr. Eng", "Senior Engineer"),
        ("VP of Eng", "Vice President, Engineering"),
        ("**Director**", "director"),
        ("Level 4", "L4"),
        ("Engineer II", "Engineer 2"),
    ] {
        assert!(names::same(left, right), "{left} is not {right}");
    }
    assert!(!names::same("Engineering", "Engineer") && !names::same("", "*"));
    assert!(names::alike("VP", "VP of Sales") && !names::alike("VP of Data", "VP of Sales"));
}

#[test]
fn subjects_of_the_same_name_in_two_tracks_are_listed() {
    let ladder = parse(&[("a/lead.md", "# Lead\n"), ("b/lead.md", "# Lead\n")]);
    let error = naming::find(&ladder, "lead").unwrap_err();
    assert_eq!(
        error.to_string(),
        "`lead` is ambiguous: it matches several roles:\n  a-lead  Lead  A  a/lead.md\n  b-lead  Lead  B  b/lead.md"
    );
    assert!(matches!(naming::find(&ladder, "b/lead"), Ok(Subject::Role(id)) if id.0 == 1));
}
