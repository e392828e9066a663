//! What of a file is text, told without the parsers.

/// What of a file is text.
pub(crate) fn text_of(file: &str, text: &str) -> String {
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
