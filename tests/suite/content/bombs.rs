//! Documents that are far larger than any that people write: reading takes as long as they are, and
//! not the square of it.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use rungs::content::{self, Options, Source};
use rungs::page::{DocumentOptions, Glyphs, lay_out_document};

/// A kind of bomb, of any size.
type Bomb = (&'static str, fn(usize) -> Vec<Source>);

const BOMBS: [Bomb; 19] = [
    ("headings that are all levels", |n| lines("a.md", n, |i| format!("## L{i}\n\nx"))),
    ("headings that are one level", |n| lines("a.md", n, |_| "## L1\n\nx".to_owned())),
    ("headings of levels in each other", |n| {
        lines("a.md", n, |i| format!("{} L{i}\n\nx", "#".repeat(i % 6 + 1)))
    }),
    ("bare headings behind one level", |n| {
        let rest = (0..n).map(|i| format!("## Topic {i}\n\nx\n\n")).collect::<String>();
        vec![Source::new("a.md", format!("# T\n\n## L1\n\n## L2\n\n{rest}"))]
    }),
    ("headings of a deep level before others", |n| {
        lines("a.md", n, |i| format!("## Senior Engineer\n\n### Senior Engineer {i}\n\nx"))
    }),
    ("files with the same levels", |n| {
        files(n, |i| format!("# Topic {i}\n\n## L1\n\nx\n\n## L2\n\ny\n\n## L3\n\nz"))
    }),
    ("files with levels of their own", |n| {
        files(n, |i| format!("# T\n\n## Senior W{i}\n\nx\n\n## Junior W{i}\n\ny"))
    }),
    ("columns that are levels", |n| {
        let row = |cell: &dyn Fn(usize) -> String| {
            (0..n).map(cell).collect::<Vec<_>>().join(" | ") + "\n"
        };
        let mut text = row(&|i| format!("Level {i}")) + &row(&|_| "-".to_owned());
        (0..10).for_each(|_| text += &row(&|i| format!("cell {i}")));
        vec![Source::new("a.md", text)]
    }),
    ("rows that are levels", |n| {
        let rows = (0..n).map(|i| format!("| L{i} | does {i} |\n")).collect::<String>();
        vec![Source::new("a.md", format!("| Level | Scope |\n|-|-|\n{rows}"))]
    }),
    ("a list of levels in data", |n| {
        let levels = (0..n).map(|i| format!("- name: L{i}\n  scope: x\n")).collect::<String>();
        vec![Source::new("a.yml", format!("levels:\n{levels}"))]
    }),
    ("entries of levels in data", |n| {
        let one = |i: usize| format!("- level: L{i}\n  topic: t{i}\n  text: x\n");
        let entries = (0..n).map(one).collect::<String>();
        let topics = (0..n).map(|i| format!("- id: t{i}\n  name: T {i}\n")).collect::<String>();
        vec![Source::new("a.yml", format!("criteria:\n{entries}themes:\n{topics}"))]
    }),
    ("a row for each level and topic", |n| {
        let row = |i: usize| format!("L{},t{i},x {i}\n", i / 2);
        let rows = (0..n).map(row).collect::<String>();
        vec![Source::new("a.csv", format!("level,topic,text\n{rows}"))]
    }),
    ("a long heading", |n| {
        let words = "senior engineer l1 ".repeat(n);
        vec![Source::new("a.md", format!("# {words}\n\n## L1 {words}\n\nx\n\n## L2 {words}\n\ny"))]
    }),
    ("data in data", |n| {
        vec![
            Source::new("a.json", format!("{}1{}", "{\"L1\": ".repeat(n), "}".repeat(n))),
            Source::new("b.yml", format!("{}1{}", "[".repeat(n), "]".repeat(n))),
            Source::new("c.toml", format!("a = {}{}", "[".repeat(n), "]".repeat(n))),
            Source::new(
                "d.yml",
                (0..n.min(2000)).fold(String::new(), |mut text, i| {
                    let _ = writeln!(text, "{}L{i}:", " ".repeat(i));
                    text
                }),
            ),
            Source::new("e.md", "# Engineer"),
        ]
    }),
    ("documents of one title", |n| files(n, |_| "# Senior Engineer\n\nx".to_owned())),
    ("links", |n| {
        let links = (0..n).map(|i| format!("- [Senior Engineer {i}](f{i}.md)\n"));
        let mut all = vec![Source::new("README.md", links.collect::<String>())];
        all.extend(files(n.min(200), |i| format!("# Engineer {i}\n\nx")));
        all
    }),
    ("groups that share names", |n| {
        lines("a.md", n, |i| {
            format!("# Part {i}\n\n## Senior Engineer\n\n- x\n\n## Engineer\n\n- y")
        })
    }),
    ("files of groups that share names", |n| {
        files(n, |i| {
            format!(
                "# Part {i}\n\n| Level | Does |\n|-|-|\n| Senior Engineer | x y z |\n| Engineer | y |"
            )
        })
    }),
    ("leads", |n| lines("a.md", n, |i| format!("**L{i}**: does {i}"))),
];

fn lines(file: &str, count: usize, line: impl Fn(usize) -> String) -> Vec<Source> {
    let text = (0..count).map(|i| line(i) + "\n\n").collect::<String>();
    vec![Source::new(file, format!("# Levels\n\n{text}"))]
}

fn files(count: usize, text: impl Fn(usize) -> String) -> Vec<Source> {
    (0..count).map(|i| Source::new(format!("f{i}.md"), text(i))).collect()
}

fn time((_, bomb): Bomb, size: usize) -> Duration {
    let sources = bomb(size);
    let start = Instant::now();
    let _ = content::parse_explained("any", &sources, Options::default());
    start.elapsed()
}

#[test]
fn what_is_far_too_large_is_read_in_no_time() {
    for bomb in BOMBS {
        let took = time(bomb, 250);
        // It takes a tenth of a second at most; the rest is for machines that have other things to do.
        assert!(took < Duration::from_secs(20), "{}: {took:?}", bomb.0);
    }
}

const OPTIONS: DocumentOptions = DocumentOptions::new(80, Glyphs::Unicode);

/// How deep a bomb nests.
const DEPTH: usize = 100_000;

/// Loads a bomb beside a role, shows it, and finds the role.
#[track_caller]
fn survives(file: &str, text: String) {
    let (start, sources) =
        (Instant::now(), [Source::new(file, text), Source::new("b.md", "# Baker\n")]);
    let (ladder, findings) = content::parse("any", &sources, Options::default());
    assert!(ladder.documents().any(|(_, document)| document.title == "Baker"), "{file}");
    for (_, document) in ladder.documents() {
        let _ = lay_out_document(document, OPTIONS);
    }
    findings.iter().for_each(|found| drop(found.render()));
    assert!(start.elapsed() < Duration::from_secs(60), "{file}: {:?}", start.elapsed());
}

#[test]
fn depth_without_end_costs_at_most_its_file() {
    for (file, opens, closes) in [
        ("a.md", "- ", ""),
        ("a.md", "> ", ""),
        ("a.md", "1. > ", ""),
        ("a.md", "[", "](x)"),
        ("a.md", "<div>", "</div>"),
        ("a.md", "<ul><li>", ""),
        ("a.html", "<h1>Baker</h1><blockquote>", ""),
        ("a.html", "<table><tr><td>", ""),
        ("a.yml", "[", "]"),
        ("a.yml", "{levels: ", "}"),
        ("a.json", "{\"levels\": ", "}"),
        ("a.toml", "levels = [", "]"),
        ("ladder.yml", "tracks: [", "]"),
    ] {
        survives(file, format!("{}x{}", opens.repeat(DEPTH), closes.repeat(DEPTH)));
    }
    survives("a.md", format!("---\nx: {}1{}\n---\n# Cook\n", "[".repeat(DEPTH), "]".repeat(DEPTH)));
}

#[test]
fn aliases_that_repeat_each_other_are_not_followed_without_end() {
    let names: Vec<char> = ('a'..='z').collect();
    let lines = names.windows(2).map(|two| {
        let again = vec![format!("*{}", two[0]); 10].join(", ");
        format!("{}: &{} [{again}]\n", two[1], two[1])
    });
    let bomb = format!("a: &a [levels, levels]\n{}levels: *z\n", lines.collect::<String>());
    survives("a.yml", bomb.clone());
    survives("ladder.yml", bomb.clone());
    survives("a.md", format!("---\n{bomb}---\n# Cook\n"));
}

#[test]
fn a_table_of_ten_thousand_columns_is_laid_out() {
    let row = |cell: &str, between: &str| vec![cell; 10_000].join(between);
    let (cells, rule) = (row("word", "|"), row("-", "|"));
    survives("a.md", format!("|{cells}|\n|{rule}|\n|{cells}|\n"));
    survives("a.html", format!("<h1>Cook</h1><table><tr><td>{}</table>", row("word", "<td>")));
    survives("a.csv", format!("level,{}\nL1,{}\n", row("word", ","), row("word", ",")));
}

#[test]
#[ignore = "takes minutes: prints how long each kind takes at three sizes"]
fn times() {
    let only = std::env::var("BOMB").unwrap_or_default();
    let size: usize = std::env::var("SIZE").ok().and_then(|n| n.parse().ok()).unwrap_or(2000);
    for bomb in BOMBS.into_iter().filter(|(name, _)| name.contains(&only)) {
        let [one, two, four] = [1, 2, 4].map(|times| time(bomb, size * times).as_secs_f64());
        println!("{:42} {one:8.3} {two:8.3} {four:8.3}  x{:.1}", bomb.0, four / two.max(1e-6));
    }
}
