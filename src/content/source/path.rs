//! Paths inside a ladder: relative, with `/`, never touching a disk.

use crate::content::source::tool_files;
use crate::lexicon::list::ACRONYMS;

/// The names of the file in the root that configures the ladder.
pub(crate) const LADDER_YML: [&str; 2] = ["ladder.yml", "ladder.yaml"];

/// Extensions of the files that are documents.
const EXTENSIONS: [&str; 3] = ["md", "markdown", "mdx"];

/// Whether a path is named like a Markdown document.
pub(crate) fn is_document(path: &str) -> bool {
    extension(path).is_some_and(|extension| {
        EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known))
    })
}

/// The kind of a file, going by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileKind {
    Markdown,
    Html,
    Yaml,
    Json,
    Toml,
    /// A table of values separated by commas, semicolons or tabs.
    Table,
}

/// The kind of a file that can be part of a ladder; `None` for other files and for files of tools.
pub(crate) fn kind(path: &str) -> Option<FileKind> {
    let kind = match extension(path)?.to_lowercase().as_str() {
        "html" | "htm" => FileKind::Html,
        "yml" | "yaml" => FileKind::Yaml,
        "json" => FileKind::Json,
        "toml" => FileKind::Toml,
        "csv" | "tsv" => FileKind::Table,
        _ if is_document(path) => FileKind::Markdown,
        _ => return None,
    };
    let is_tools =
        !matches!(kind, FileKind::Markdown | FileKind::Html) && tool_files::is_tools(path);
    (!is_tools).then_some(kind)
}

/// Whether a file can be part of a ladder, going by its name.
pub(crate) fn is_read(path: &str) -> bool {
    kind(path).is_some()
}

/// Whether a path is named like a data file that can have levels.
pub(crate) fn is_data(path: &str) -> bool {
    matches!(kind(path), Some(FileKind::Yaml | FileKind::Json | FileKind::Toml | FileKind::Table))
}

/// Whether a path is named like a page of a site.
pub(crate) fn is_html(path: &str) -> bool {
    kind(path) == Some(FileKind::Html)
}

/// Whether a path is named like a table of values.
pub(crate) fn is_csv(path: &str) -> bool {
    kind(path) == Some(FileKind::Table)
}

/// The extension of the file name.
pub(crate) fn extension(path: &str) -> Option<&str> {
    file_name(path).rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map(|(_, after)| after)
}

/// The file name without its folders.
pub(crate) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The file name without its folders and its extension.
pub(crate) fn stem(path: &str) -> &str {
    let name = file_name(path);
    name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map_or(name, |(stem, _)| stem)
}

/// The folder of a path, empty for the root.
pub(crate) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A path with `.` and `..` resolved; `None` if it leaves the root.
pub(crate) fn join(folder: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Splits the id off a name that Notion exported: "Baker 0f1e…" is "Baker" and 32 digits.
pub(crate) fn split_id(name: &str) -> (&str, Option<&str>) {
    let name = name.strip_suffix("_all").unwrap_or(name);
    let start = name.len().checked_sub(32).filter(|start| name.is_char_boundary(*start));
    let Some((before, id)) = start.map(|start| name.split_at(start)) else { return (name, None) };
    let is_id = id.bytes().all(|byte| byte.is_ascii_hexdigit())
        && id.bytes().any(|byte| byte.is_ascii_digit());
    match before.strip_suffix([' ', '-', '_', '+']) {
        Some(bare) if is_id && !bare.trim().is_empty() => (bare.trim_end(), Some(id)),
        _ => (name, None),
    }
}

/// A file or folder name as words: "senior-software_engineer" is "Senior Software Engineer".
pub(crate) fn readable(name: &str) -> String {
    let name = match split_id(name) {
        (bare, Some(_)) => bare,
        (_, None) => name,
    };
    let spaced: String =
        name.chars().map(|c| if matches!(c, '-' | '_' | '+' | '.') { ' ' } else { c }).collect();
    split_camel(&spaced)
        .split_whitespace()
        .map(|word| if is_abbreviation(word) { word.to_uppercase() } else { capitalized(word) })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Inserts a space before a capital that follows a lower-case letter: "TechLead" is "Tech Lead".
fn split_camel(text: &str) -> String {
    let mut split = String::with_capacity(text.len());
    let mut before: Option<char> = None;
    for c in text.chars() {
        if c.is_uppercase() && before.is_some_and(char::is_lowercase) {
            split.push(' ');
        }
        split.push(c);
        before = Some(c);
    }
    split
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Words that are always written in capitals, including level codes and Roman numerals.
fn is_abbreviation(word: &str) -> bool {
    let lower = word.to_lowercase();
    let letters = lower.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_code = letters.len() < lower.len()
        && (letters.len() == 1 || letters.len() <= 3 && ACRONYMS.contains(letters));
    is_code || ACRONYMS.contains(lower.as_str())
}

/// Compares names in natural order: "L2" before "L10", ignoring case.
pub(crate) fn natural(left: &str, right: &str) -> std::cmp::Ordering {
    // Nearly always these are folders of sibling pages.
    if left == right {
        return std::cmp::Ordering::Equal;
    }
    let (mut left_rest, mut right_rest) = (left, right);
    loop {
        let (a, b) = match (next_chunk(left_rest), next_chunk(right_rest)) {
            (None, None) => return left.cmp(right),
            (None, Some(_)) => return std::cmp::Ordering::Less,
            (Some(_), None) => return std::cmp::Ordering::Greater,
            (Some(a), Some(b)) => (a, b),
        };
        left_rest = &left_rest[a.len()..];
        right_rest = &right_rest[b.len()..];
        // Most of the two paths is equal.
        if a == b {
            continue;
        }
        let order = match (digits(a), digits(b)) {
            // Longer numbers are greater; among equally long ones the text decides.
            (Some(a), Some(b)) => a.len().cmp(&b.len()).then_with(|| a.cmp(b)),
            _ => a.to_lowercase().cmp(&b.to_lowercase()),
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// The digits of a chunk without leading zeros, `None` for other text.
fn digits(chunk: &str) -> Option<&str> {
    chunk.starts_with(|c: char| c.is_ascii_digit()).then(|| chunk.trim_start_matches('0'))
}

/// A run of digits, a run of other text, or one `/`.
fn next_chunk(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    if first == '/' {
        return Some(&text[..1]);
    }
    let is_digit = first.is_ascii_digit();
    let end = text.find(|c: char| c == '/' || c.is_ascii_digit() != is_digit);
    Some(&text[..end.unwrap_or(text.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_words() {
        assert_eq!(readable("senior-software_engineer"), "Senior Software Engineer");
        assert_eq!(readable("TechLead"), "Tech Lead");
        assert_eq!(readable("ic-track"), "IC Track");
        assert_eq!(readable("l4"), "L4");
        assert_eq!(readable("senior-ii-engineer"), "Senior II Engineer");
        assert_eq!(readable("Head baker 0f1e2d3c4b5a69788796a5b4c3d2e1f0"), "Head Baker");
        assert_eq!(
            readable("deadbeefdeadbeefdeadbeefdeadbeef"),
            "Deadbeefdeadbeefdeadbeefdeadbeef"
        );
    }

    #[test]
    fn natural_order_counts() {
        let mut names = ["L10", "L2", "l1", "L02b"];
        names.sort_by(|a, b| natural(a, b));
        assert_eq!(names, ["l1", "L2", "L02b", "L10"]);
    }

    #[test]
    fn joining_stays_inside_the_root() {
        assert_eq!(join("a/b", "../c.md").as_deref(), Some("a/c.md"));
        assert_eq!(join("a", "../../c.md"), None);
        assert_eq!(join("", "./c.md").as_deref(), Some("c.md"));
    }

    #[test]
    fn documents_are_told_by_extension() {
        assert!(is_document("a/B.MD") && is_document("x.markdown") && is_document("y.mdx"));
        assert!(!is_document(".md") && !is_document("LICENSE") && !is_document("a.md/x"));
    }
}
