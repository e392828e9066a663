//! What files become that are no Markdown.

use rungs::content::{self, Options, Source};
use rungs::model::{Block, Ladder};

use crate::support::outline::outline;

fn ladder(file: &str, text: &str) -> Ladder {
    content::parse("any", &[Source::new(file, text)], Options::default()).0
}

/// The roles in a file: the title and the line of each.
#[track_caller]
fn check_roles(file: &str, text: &str, want: &[(&str, usize)]) {
    let ladder = ladder(file, text);
    let roles = ladder.roles.iter().map(|role| (role.document.title.as_str(), role.document.line));
    assert_eq!(roles.collect::<Vec<_>>(), want);
}

#[test]
fn json_and_toml_are_read_as_yaml_is() {
    let want = [("L1", 3), ("L2", 5)];
    let json = "{\"topics\": [{\"name\": \"Dough\", \"content\": [\n\n\t{\"level\": \"L1\", \"criteria\": [\"Bakes \\u00e9clairs\"]},\n\n\t{\"level\": \"L2\", \"criteria\": [\"Leads\"]}\n]}]}\n";
    check_roles("levels.json", json, &want);
    let yaml = "topics:\n- content:\n  - level: L1\n    criteria: [Bakes]\n  - level: L2\n    criteria: [Leads]\n";
    check_roles("levels.yml", yaml, &want);
    let toml = "[[topics]]\nname = \"Dough\"\n[[topics.content]]\nlevel = \"L1\"\n[[topics.content]]\nlevel = \"L2\"\ncriteria = [\"a\"]\n";
    check_roles("levels.toml", toml, &want);
    // What is a tool's is none of ours, whatever it holds.
    check_roles("package.json", json, &[]);
}

#[test]
fn tables_of_tabs_are_read_as_those_of_commas_are() {
    let text = "Level\tScope\tPeople\nL1\tWrites small things with help\tAsks\nL2\t\"Writes larger\nthings\"\tHelps others to grow\nL3\tWrites the largest\tLeads\n";
    check_roles("levels.tsv", text, &[("L1", 2), ("L2", 3), ("L3", 5)]);
    check_roles("levels.csv", &text.replace('\t', ","), &[("L1", 2), ("L2", 3), ("L3", 5)]);
}

#[test]
fn malformed_data_that_holds_levels_is_reported_where_it_goes_wrong() {
    for (file, text, line) in [
        ("a.json", "{\"levels\": [\n  {\"title\": \"A\"\n", 0),
        ("a.toml", "levels = [\n  \"a\"\nb = 1\n", 3),
        ("a.yml", "levels:\n- a: [\n", 0),
    ] {
        let options = Options::default();
        let (_, found) = content::parse("any", &[Source::new(file, text)], options);
        assert_eq!(
            found.iter().map(|it| it.code).collect::<Vec<_>>(),
            ["malformed-data"],
            "{file}"
        );
        assert!(line == 0 || found[0].line == line, "{found:?}");
        assert!(found[0].message.contains(&file[2..].to_uppercase().replace("YML", "YAML")));
    }
}

/// A lone page of a site: its title and its text.
#[track_caller]
fn check_page(text: &str, title: &str, want: &[&str]) {
    let ladder = ladder("page.html", text);
    let documents: Vec<_> = ladder.documents().map(|(_, document)| document).collect();
    assert_eq!(documents.len(), 1);
    let got = outline(documents[0]);
    let got = got.lines().map(str::trim_end).collect::<Vec<_>>();
    assert_eq!((documents[0].title.as_str(), got.as_slice()), (title, want));
}

#[test]
fn pages_of_a_site_are_their_main_part() {
    check_page(
        "<!doctype html>\n<html><head><title>Baker | Shop</title><style>p{}</style></head>\n<body><nav><a href=\"/\">Home</a></nav>\n<main>\n<h1>Baker <a class=\"headerlink\" href=\"#x\">#</a></h1>\n<aside>See also</aside>\n<p>Bakes &amp; sells.<!---->\n</p>\n<h2 id=\"dough\">Dough</h2>\n<ul>\n<li>Mixes\n<li><a href=\"oven.html\">Heats</a></ul>\n<p><b>Later</b></p>\n<table><tr><th>a<th>b\n<tr><td>c<td>d</table>\n</main><footer>(c) Shop</footer></body></html>\n",
        "Baker",
        &[
            "7 p Bakes & sells.",
            "9 ## Dough @1 #dough",
            "11 - Mixes",
            "12 - Heats<oven.html>",
            "13 ** *Later* @2 #later",
            "14 t a | b",
            "15 r c | d",
        ],
    );
    check_page(
        "---\nlayout: x\n---\n<title>Head Baker | Shop</title>\n<body><header>Shop</header><div><p>Leads the whole of the shop</p></div>",
        "Head Baker",
        &["5 p Leads the whole of the shop"],
    );
}

#[test]
fn the_main_part_is_found_where_generators_put_it() {
    for text in [
        "<main><div class=sidebar>x</div><article><h1>Baker</h1>\n<p>Bakes the bread of town</article><p>y</main>",
        "<div id=breadcrumbs>x</div><h1>Baker</h1><div id=main-content>\n<p>Bakes the bread of town</div>y",
        "<div role=main><h1>Baker<a class=headerlink href=#x>¶</a></h1>\n<p>Bakes the bread of town</div>y",
        "<body><nav>x</nav><h1>Baker</h1>\n<p>Bakes the bread of town<footer>y</footer>",
    ] {
        check_page(text, "Baker", &["2 p Bakes the bread of town"]);
    }
}

#[test]
fn pages_without_a_text_of_their_own_are_no_documents() {
    for text in [
        "<body><nav>Home and many other words to choose</nav><main><p>Hi</p></main>",
        "<meta http-equiv=refresh content='0; url=a'><p>You will be led to another page soon</p>",
        "<main><h1>{{ page.title }}</h1><p>{{ content }} and some other words</p></main>",
    ] {
        assert_eq!(ladder("page.html", text).documents().count(), 0, "{text}");
    }
}

#[test]
fn what_another_file_says_as_well_is_read_once() {
    let page = "<h1>Baker</h1><p>Bakes bread and sells cake</p>";
    let sources = [Source::new("baker.md", "# Baker\n"), Source::new("baker.html", page)];
    let (ladder, _) = content::parse("any", &sources, Options::default());
    assert_eq!(ladder.documents().map(|(_, it)| &*it.file).collect::<Vec<_>>(), ["baker.md"]);
    let levels = "Level,Scope\nL1,Writes small things with help\nL2,Writes larger things alone\n";
    let sources = ["", "_all"].map(|end| {
        Source::new(format!("Levels 0f1e2d3c4b5a69788796a5b4c3d2e1f0{end}.csv"), levels)
    });
    let (ladder, _) = content::parse("any", &sources, Options::default());
    assert_eq!(ladder.roles.len(), 2);
}

#[test]
fn pages_of_notion_have_names_properties_and_links() {
    let page = |title: &str, level: &str| {
        format!("# {title}\n\nLevel: {level}\nTrack: Dough\n\n## Scope\n\n- Bakes\n")
    };
    let index = "# Shop\n\n[Baker](Shop%200f1e2d3c4b5a69788796a5b4c3d2e1f0/Baker%201f1e2d3c4b5a69788796a5b4c3d2e1f0.md)\n";
    let sources = [
        Source::new("Shop 0f1e2d3c4b5a69788796a5b4c3d2e1f0.md", index),
        Source::new(
            "Shop 0f1e2d3c4b5a69788796a5b4c3d2e1f0/Baker 1f1e2d3c4b5a69788796a5b4c3d2e1f0.md",
            page("Baker", "L2"),
        ),
        Source::new(
            "Shop 0f1e2d3c4b5a69788796a5b4c3d2e1f0/Head baker 2f1e2d3c4b5a69788796a5b4c3d2e1f0.md",
            page("Head baker", "L3"),
        ),
    ];
    let (ladder, found) = content::parse("any", &sources, Options::default());
    let roles = ladder.roles.iter().map(|role| (role.id.as_str(), role.level.as_deref()));
    assert_eq!(roles.collect::<Vec<_>>(), [("baker", Some("L2")), ("head-baker", Some("L3"))]);
    assert_eq!(found, []);
    let text = "3 p Level: L2\\nTrack: Dough\n6 ## Scope @1 #scope\n8 - Bakes\n";
    assert_eq!(outline(&ladder.roles[0].document), text);
    let Some(Block::Paragraph(first)) = ladder.pages[0].preamble.first() else { panic!() };
    assert!(first.text.links().all(|link| link.place.is_some()));
}

#[test]
fn a_role_that_is_a_folder_begins_in_it() {
    let mut sources = Vec::new();
    for level in ["junior-engineer", "engineer", "senior-engineer"] {
        for (topic, text) in [("craft", "one"), ("scope", "two\n\n## Inner\n\n- three")] {
            let text = format!("# {topic}\n\n{text} of {level}");
            sources.push(Source::new(format!("levels/{level}/{topic}.md"), text));
        }
    }
    let ladder = content::parse("any", &sources, Options::default()).0;
    let files: Vec<&str> = ladder.roles.iter().map(|role| role.document.file.as_str()).collect();
    let want = ["junior-engineer", "engineer", "senior-engineer"];
    let mut want = want.map(|level| format!("levels/{level}/craft.md"));
    want.sort();
    let mut sorted = files.clone();
    sorted.sort_unstable();
    assert_eq!((sorted, ladder.tracks.len()), (want.iter().map(String::as_str).collect(), 1));
    for role in &ladder.roles {
        // What the other file says has no line in the one that the role begins in.
        let document = &role.document;
        assert!(document.items().iter().all(|item| item.line <= document.last_line));
        assert!(outline(document).contains("three of"), "{}", outline(document));
    }
}
