//! What must hold for any documents whatever.

use proptest::prelude::*;
use rungs::content::{self, Options, Source};
use rungs::model::{Block, Document, DocumentId, Ladder, Origin, RoleId};

use crate::support::outline::outline;

fn parse(file: &str, text: &str) -> Ladder {
    content::parse("any", &[Source::new(file, text)], Options::default()).0
}

/// What the model promises of every document.
fn check_model(document: &Document) {
    for table in document.tables() {
        assert!(!table.columns.is_empty());
        assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()));
    }
    let mut around = 0;
    for section in &document.sections {
        assert!((1..=around + 1).contains(&section.depth));
        around = section.depth;
        assert!((1..=document.last_line).contains(&section.line));
    }
    let anchors: std::collections::HashSet<&str> =
        document.sections.iter().map(|section| section.anchor.as_str()).collect();
    assert_eq!(anchors.len(), document.sections.len());
    assert!(document.items().iter().all(|item| (1..=document.last_line).contains(&item.line)));
    let steers = |c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c);
    assert!(!outline(document).contains(steers));
    assert!(!document.title.is_empty() && !document.title.contains(char::is_control));
    assert!(document.blocks().all(|block| depth(block) <= 40));
}

fn depth(block: &Block) -> usize {
    let inside = |blocks: &[Block]| blocks.iter().map(depth).max().unwrap_or(0);
    1 + match block {
        Block::List(list) => list.items.iter().map(|item| inside(&item.blocks)).max().unwrap_or(0),
        Block::Quote(quote) => inside(&quote.blocks),
        _ => 0,
    }
}

/// Pieces from which documents go wrong.
fn fragment() -> impl Strategy<Value = String> {
    let marks = prop::sample::select(vec![
        "---\n",
        "...\n",
        "# ",
        "## ",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "  ",
        "    ",
        "> ",
        "**",
        "*",
        "_",
        "`",
        "```\n",
        "~~",
        "|",
        "|-|-|\n",
        "[",
        "](",
        ")",
        "![",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<li>",
        "<ul>",
        "</",
        "<!--",
        "-->",
        "<td rowspan=3 colspan=2>",
        "&#27;",
        "&lt;",
        "\\",
        "[^1]",
        "[^1]: ",
        "[a]: b",
        "{{< card link=\"",
        "\" >}}",
        "{{%",
        "%}}",
        "{#x}",
        ": ",
        "order: ",
        "\u{202e}",
        "\u{1b}[",
        "\t",
        "\r",
        "\0",
        "\u{feff}",
        "评",
        "👩‍💻",
        "> [!NOTE]\n",
        "<details>",
        "<h1>",
        "<pre>",
        "[x] ",
        "!!! ",
        "!!!\n",
        "??? ",
        "==-",
        "===\n",
        "=== \"",
        "+++ ",
        "+++\n",
        ":::tip ",
        ":::\n",
        "{% hint %}\n",
        "<Note>\n",
        "</Note>\n",
        "{% endhint %}\n",
        "{%",
        "%}",
        "[!badge ",
        "]",
        "{: .x}",
        "{.",
        "<main>",
        "<title>",
    ]);
    prop_oneof![4 => marks.prop_map(str::to_owned), 2 => "[a-z]{1,6} ?", 1 => any::<String>()]
}

/// A word with a number, so that each is one of its kind.
fn word() -> impl Strategy<Value = String> {
    "[a-z]{2,5}[0-9]{2}"
}

fn inline() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => word(),
        1 => word().prop_map(|w| format!("**{w}**")),
        1 => word().prop_map(|w| format!("*{w}*")),
        1 => word().prop_map(|w| format!("`{w}`")),
        1 => word().prop_map(|w| format!("<b>{w}</b>")),
        1 => word().prop_map(|w| format!("~~{w}~~")),
        1 => word().prop_map(|w| format!("[{w}](x.md)")),
        1 => (word(), word()).prop_map(|(w, t)| format!("[{w}](x.md \"{t}\")")),
        1 => word().prop_map(|w| format!("![{w}](x.png)")),
    ]
}

fn line() -> impl Strategy<Value = String> {
    prop::collection::vec(inline(), 1..6).prop_map(|words| words.join(" "))
}

fn block() -> impl Strategy<Value = String> {
    let cells = || prop::collection::vec(line(), 1..5);
    prop_oneof![
        line(),
        line().prop_map(|l| format!("## {l}")),
        line().prop_map(|l| format!("# {l}")),
        word().prop_map(|w| format!("**{w}**")),
        (0..8usize, line()).prop_map(|(n, l)| format!("{}- {l}", "  ".repeat(n))),
        line().prop_map(|l| format!("1. {l}")),
        line().prop_map(|l| format!("> {l}")),
        word().prop_map(|w| format!("```\n{w}\n```")),
        word().prop_map(|w| format!("    {w}")),
        (word(), word()).prop_map(|(a, b)| format!("[{a}]: {b}")),
        (word(), line()).prop_map(|(a, l)| format!("[^{a}]: {l}")),
        (cells(), prop::collection::vec(cells(), 0..3)).prop_map(|(head, rows)| {
            let row = |cells: &Vec<String>| format!("| {} |\n", cells.join(" | "));
            let mark = format!("|{}\n", "-|".repeat(head.len()));
            row(&head) + &mark + &rows.iter().map(row).collect::<String>()
        }),
        (word(), word(), word()).prop_map(|(a, b, c)| format!(
            "<table><tr><td rowspan=2>{a}<td>{b}\n<tr><td>{c}</table>"
        )),
        (word(), word()).prop_map(|(a, b)| format!("<ul><li>{a}<ol><li>{b}</ol></ul>")),
        (word(), word()).prop_map(|(a, b)| format!("<details><summary>{a}</summary>{b}</details>")),
        (prop::sample::select(COMPONENTS), line(), line()).prop_map(|(component, title, text)| {
            component.replace("TITLE", &title).replace("TEXT", &text)
        }),
        (word(), word()).prop_map(|(a, b)| format!("{{{{< card link=\"{a}\" title=\"{b}\" >}}}}")),
    ]
}

/// Blocks of site generators.
const COMPONENTS: &[&str] = &[
    "!!!tip TITLE\nTEXT\n!!!",
    "!!! note \"TITLE\"\n    TEXT\n\n    - TEXT",
    "!!! TITLE",
    "??? note \"TITLE\"\n\n    TEXT",
    "=== \"TITLE\"\n    TEXT",
    "==- TITLE\nTEXT\n===",
    "=== TITLE\nTEXT\n===\nTEXT",
    "+++ TITLE\nTEXT\n+++ TITLE\n+++",
    ":::tip TITLE\nTEXT\n::::x TITLE\n::::\n:::",
    ":::tip TITLE\nTEXT",
    "- TEXT\n\n  ::: info TITLE\n  TEXT\n  :::",
    "{% hint %}\nTEXT\n{% endhint %}\nTEXT",
    "{% tab title=\"Tab\" %}\nTEXT",
    "> [!WARNING] TITLE\n> TEXT",
    "> [!x]\nTEXT",
    "[!badge TITLE] TEXT",
    "TEXT{: .x}\n{: #y}",
    "TEXT {% include x.html %} TEXT",
    "<Tab title=\"Tab\">\n    TEXT\n</Tab>\nTEXT",
    "<Note>\nTEXT\n</Note>\nTEXT",
    "<Card title=\"Card\" href=\"x\" />\nTEXT",
];

/// Everything that a document says anywhere, targets of links included.
fn everything(document: &Document) -> String {
    format!("{} {} {:?}", document.title, outline(document), document.front_matter)
}

/// What must hold of a ladder, whatever its files are.
fn check_ladder(sources: &[Source], ladder: &Ladder) {
    let lines = |file: &str| {
        let text = sources.iter().find(|source| source.path == file).map(|source| &source.text);
        text.map_or(0, |text| {
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            text.lines().count().max(1)
        })
    };
    let mut ids = std::collections::HashSet::new();
    assert!(ladder.roles.iter().all(|role| ids.insert(&role.id)));
    let mut places: Vec<(&str, Origin, &str, usize, usize)> = Vec::new();
    for (id, document) in ladder.documents() {
        check_model(document);
        let Document { file, line, last_line, .. } = document;
        assert!((1..=*last_line).contains(line), "{file}: {line} to {last_line}");
        assert!(*last_line <= lines(file), "{file}: {last_line} of {}", lines(file));
        if let DocumentId::Role(RoleId(at)) = id {
            places.push((file, ladder.roles[at].origin, &document.title, *line, *last_line));
        }
    }
    // A level that comes again under each of several headings is gathered from all of them: what stands
    // between them is told of others.
    let all: Vec<&str> =
        sources.iter().flat_map(|source| source.text.split(['\n', '\r'])).collect();
    let is_once = |title: &str| all.iter().filter(|line| line.contains(title)).count() == 1;
    let mut headings: Vec<(&str, usize, usize)> = places
        .into_iter()
        .filter(|(_, origin, title, ..)| *origin == Origin::Heading && is_once(title))
        .map(|(file, _, _, line, last_line)| (file, line, last_line))
        .collect();
    headings.sort_unstable();
    for pair in headings.windows(2) {
        let ((file, from, to), (next, begins, _)) = (pair[0], pair[1]);
        assert!(file != next || to < begins, "{file}: {from} to {to}, and from {begins}");
    }
}

/// A file of any kind, made of pieces of its kind, of others, or of any bytes.
fn any_file() -> impl Strategy<Value = Source> {
    let name = prop::sample::select(vec![
        "a.md",
        "l1.md",
        "l2.md",
        "senior-engineer.md",
        "README.md",
        "x/index.md",
        "x/l1.md",
        "x/l2.md",
        "l1/a.md",
        "l1/b.md",
        "l2/a.md",
        "l2/b.md",
        "l2/c.yml",
        "a.html",
        "x/b.htm",
        "a.csv",
        "b.csv",
        "a.tsv",
        "a.json",
        "x/b.json",
        "a.yml",
        "b.yaml",
        "c.yml",
        "levels.yml",
        "a.toml",
        "a.mdx",
        "x/ladder.yml",
        "ladder.yml",
    ]);
    let pieces = |piece: BoxedStrategy<String>| {
        prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
    };
    let bytes = prop::collection::vec(any::<u8>(), 0..80)
        .prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let levels = prop::collection::vec(level_line(), 0..10).prop_map(|lines| lines.join("\n\n"));
    let text = prop_oneof![
        3 => levels,
        2 => pieces(data_fragment().boxed()),
        2 => data_of_levels(),
        2 => pieces(fragment().boxed()),
        1 => bytes,
        1 => prop::collection::vec(block(), 0..8).prop_map(|blocks| blocks.join("\n\n")),
    ];
    (name, text).prop_map(|(name, text)| Source::new(name, text))
}

/// Data or a page that tells of the same levels as others of its kind.
fn data_of_levels() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "{\"L1\": {\"summary\": \"a b\"}, \"L2\": {\"summary\": \"c d\"}}\n",
        "L1:\n  - a\nL2:\n  - b\nnote: x\n",
        "levels:\n- name: Engineer\n  text: |\n    a\n    b\n\n- name: Senior Engineer\n  text: c",
        "topics:\n- name: T\n  content:\n  - level: 2\n    criteria: [a, b]\n  - level: 1\n    criteria: [c]\n",
        "level,topic,text\nL1,a,\"x\ny\"\nL2,a,z\n",
        "x,L1,L2\ny,\"a\n- b\n- c\",d\n",
        "[[levels]]\nname = \"L1\"\ntext = \"\"\"\na\nb\"\"\"\n[[levels]]\nname = \"L2\"\ntext = \"x\"\n",
        "<main><h1>Levels</h1>\n<h2>L1</h2><p>one two three four\n<h2>L2</h2><p>five</main>",
        "<table><tr><th>x<th>L1<th>L2\n<tr><td>y<td>a\n<td>b</table>\n<p>one two three",
        "# Topic\n\n## L1\n\na\n\n## L2\n\n- b\n  - c\n\n## L3\n\n> d",
        "---\nlevels:\n- name: L1\n  a: b\n- name: L2\n  a: c\n---\n# Engineer\n\nx",
        "# Senior Engineer\n\n## Senior Engineer I\n\na\n\n## Senior Engineer II\n\nb\n\n## All\n\nc",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_document(text in any::<String>()) {
        parse("a.md", &text).documents().for_each(|(_, document)| check_model(document));
    }

    #[test]
    fn any_marks_are_a_document(text in prop::collection::vec(fragment(), 0..60)) {
        for file in ["a.md", "a.html"] {
            parse(file, &text.concat()).documents().for_each(|(_, document)| check_model(document));
        }
    }

    #[test]
    fn no_word_is_lost(blocks in prop::collection::vec(block(), 1..12)) {
        let text = blocks.join("\n\n");
        let ladder = parse("a.md", &text);
        // Headings and tables of level names make roles of their own: a word may stand in any.
        ladder.documents().for_each(|(_, document)| check_model(document));
        let shown: String =
            ladder.documents().map(|(_, document)| everything(document)).collect();
        let words = text.split(|c: char| !c.is_alphanumeric());
        for word in words.filter(|w| w.len() > 3 && w.ends_with(|c: char| c.is_ascii_digit())) {
            prop_assert!(shown.contains(word), "{word} of\n{text}\nis not in\n{shown}");
        }
    }

    #[test]
    fn any_names_make_a_ladder(
        files in prop::collection::vec(("([a-cL-]{1,3}/){0,2}[a-zA-Z0-9._ -]{0,8}(engineer|l4|index|)\\.md", "(# [a-z ]{0,9}\n)?(---\norder: [0-9]\n---)?x \\[a\\]\\([a-c./]{1,6}\\)"), 1..12),
        query in ".{0,12}",
    ) {
        let sources: Vec<Source> = files.iter().map(|(path, text)| Source::new(path, text)).collect();
        let (ladder, _) = content::parse("any", &sources, Options::default());
        let count: usize = ladder.tracks.iter().map(|track| track.roles.len()).sum();
        prop_assert_eq!(count, ladder.roles.len());
        prop_assert_eq!(ladder.roles.len() + ladder.pages.len(), sources.len());
        let ids: std::collections::HashSet<&str> = ladder.roles.iter().map(|role| role.id.as_str()).collect();
        prop_assert_eq!(ids.len(), ladder.roles.len());
        for (i, role) in ladder.roles.iter().enumerate() {
            let found = rungs::naming::find(&ladder, &role.id);
            prop_assert_eq!(found, Ok(rungs::model::Subject::Role(rungs::model::RoleId(i))));
        }
        let _ = rungs::naming::find(&ladder, &query).map_err(|error| error.to_string());
    }

    #[test]
    fn no_word_of_a_file_with_several_roles_is_lost(
        parts in prop::collection::vec((level_line(), "[a-z]{3}[0-9]{2}"), 1..14),
    ) {
        let lines = parts.iter().map(|(line, word)| format!("{}\n\n", line.replace("WORD", word)));
        let text = format!("# Title00 of all\n\n{}", lines.collect::<String>());
        let ladder = parse("a.md", &text);
        ladder.documents().for_each(|(_, document)| check_model(document));
        let shown: String = ladder.documents().map(|(_, document)| everything(document)).collect();
        for (_, word) in &parts {
            prop_assert!(shown.contains(word.as_str()), "{word} of\n{text}\nis not in\n{shown}");
        }
        prop_assert_eq!(parse("a.md", &text), ladder);
    }

    #[test]
    fn any_files_are_a_ladder(files in prop::collection::vec(any_file(), 1..9)) {
        let mut seen = std::collections::HashSet::new();
        let sources: Vec<Source> =
            files.into_iter().filter(|source| seen.insert(source.path.clone())).collect();
        let load = || content::parse_explained("any", &sources, Options::default());
        let loaded = load();
        check_ladder(&sources, &loaded.0);
        prop_assert_eq!(loaded, load());
    }

    #[test]
    fn levels_over_files_know_their_lines(
        texts in prop::collection::vec(prop::collection::vec(block(), 0..6), 12),
        is_by_folder in any::<bool>(),
    ) {
        let levels = ["junior-engineer", "engineer", "senior-engineer", "staff-engineer"];
        let topics = ["scope", "impact", "craft"];
        let text = |at: usize| texts[at].join("\n\n");
        let sources: Vec<Source> = if is_by_folder {
            let files = (0..12).map(|at| (levels[at / 3], topics[at % 3], text(at)));
            files.map(|(l, t, text)| Source::new(format!("levels/{l}/{t}.md"), text)).collect()
        } else {
            let levels = |t: usize| {
                // Not every topic begins with the first level.
                let levels = (t.min(1)..4).map(|l| format!("## L{l}\n\n{}\n\n", text(t * 4 + l)));
                format!("# {}\n\n{}", topics[t], levels.collect::<String>())
            };
            (0..3).map(|t| Source::new(format!("levels/{}.md", topics[t]), levels(t))).collect()
        };
        let ladder = content::parse("any", &sources, Options::default()).0;
        check_ladder(&sources, &ladder);
        let shown: String = ladder.documents().map(|(_, document)| everything(document)).collect();
        for source in &sources {
            let words = source.text.split(|c: char| !c.is_alphanumeric());
            for word in words.filter(|w| w.len() > 3 && w.ends_with(|c: char| c.is_ascii_digit())) {
                prop_assert!(shown.contains(word), "{word} of {}", source.path);
            }
        }
    }

    #[test]
    fn any_data_is_no_panic(
        parts in prop::collection::vec(data_fragment(), 0..40),
        file in prop::sample::select(vec![
            "a.yml", "a.csv", "a.tsv", "a.json", "a.toml", "ladder.yml", "a.md", "a.mdx",
        ]),
    ) {
        let text = parts.concat();
        let text = match file {
            "a.md" => format!("---\n{text}\n---\n"),
            "a.mdx" => format!("+++\n{text}\n+++\n"),
            _ => text,
        };
        let sources = [Source::new(file, text), Source::new("l1.md", "# L1\n\n## Scope\n")];
        let (ladder, diagnostics, _) = content::parse_explained("any", &sources, Options::default());
        ladder.documents().for_each(|(_, document)| check_model(document));
        prop_assert!(diagnostics.iter().all(|found| found.line > 0 && found.column > 0));
    }
}

/// A heading, table or paragraph that may be a level.
fn level_line() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "# L1 WORD",
        "## L1 WORD",
        "## L2 - WORD",
        "## Senior WORD",
        "## Junior WORD",
        "### L3\n\nWORD",
        "### WORD",
        "## WORD",
        "**Senior WORD**",
        "**L4**\n\nWORD",
        "- **L1**: WORD\n- **L2**: b\n- **L3**: c",
        "| a | L1 | L2 |\n| - | - | - |\n| WORD | some words | more words |",
        "| a | L1 | L2 |\n| - | - | - |\n| key | WORD words | more words |",
        "| Level | Scope |\n| - | - |\n| L1 | WORD and so on and on |\n| L2 | more of it and on |",
        "WORD",
        "- WORD",
        "> WORD",
        "***\n\nWORD",
        "## Scope\n\nWORD",
    ])
    .prop_map(str::to_owned)
}

/// A piece of YAML or of comma-separated values.
fn data_fragment() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "levels:",
        "topics:",
        "tracks:",
        "name: x",
        "- level: 1",
        "- level: 2",
        "level",
        "L1",
        "L2",
        ",",
        ";",
        "\n",
        "\n  ",
        "\n    ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ": ",
        "\"",
        "topic",
        "criteria:",
        "competencies:",
        "roles:",
        "from: l1.md",
        "from: l1.md#scope",
        "title: T",
        "aliases: {a: L1}",
        "ignore: [l1.md]",
        "order: reverse",
        "\t",
        "&a ",
        "*a",
        "~",
        "|",
        "\u{1b}[31m",
        "٣",
        "레벨",
        "level = 1\n",
        "[[levels]]\n",
        "[a.b]\n",
        "\"\"\"",
        "'''",
        "\"level\": \"L1\",",
        "//",
    ])
    .prop_map(str::to_owned)
}
