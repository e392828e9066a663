//! What documents are made of at random.

use proptest::prelude::*;
use rungs::content::Source;

/// Pieces from which documents go wrong.
pub(crate) fn fragment() -> impl Strategy<Value = String> {
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

pub(crate) fn block() -> impl Strategy<Value = String> {
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

/// A file of any kind, made of pieces of its kind, of others, or of any bytes.
pub(crate) fn any_file() -> impl Strategy<Value = Source> {
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

/// A heading, table or paragraph that may be a level.
pub(crate) fn level_line() -> impl Strategy<Value = String> {
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
pub(crate) fn data_fragment() -> impl Strategy<Value = String> {
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
