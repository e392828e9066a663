//! The elements of MDX, `<Card title="x" href="y">`: tags on a line of their own that begin with a
//! capital.

use crate::content::parse::components::shortcodes::arguments;

/// A tag that opens an element, or is a whole element.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Element<'a> {
    pub(crate) name: &'a str,
    /// Its name in its attributes.
    pub(crate) title: String,
    /// The other texts of its attributes.
    pub(crate) more: String,
    pub(crate) target: String,
    /// The kind of callout in its attributes.
    pub(crate) kind: String,
    pub(crate) is_closed: bool,
}

/// The element that a line opens.
pub(crate) fn opened(line: &str) -> Option<Element<'_>> {
    let inside = line.trim().strip_prefix('<')?.strip_suffix('>')?;
    let (inside, is_closed) = match inside.strip_suffix('/') {
        Some(inside) => (inside, true),
        None => (inside, false),
    };
    if !inside.starts_with(|c: char| c.is_ascii_uppercase()) || inside.contains(['<', '>']) {
        return None;
    }
    let (name, attributes) = arguments(inside);
    let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_'));
    // "<Your name here>" is a blank to fill in.
    let is_told = attributes.is_empty() || attributes.iter().any(|(key, _)| !key.is_empty());
    if !is_name || !is_told {
        return None;
    }
    let get = |keys: &[&str]| {
        let found = keys.iter().find_map(|key| attributes.iter().find(|(name, _)| name == key));
        let value = found.map(|(_, value)| value.trim_matches(['{', '}', '\'', '"']).trim());
        value.unwrap_or_default().to_owned()
    };
    Some(Element {
        name,
        title: get(&["title", "label", "heading", "summary"]),
        more: get(&["description", "subtitle"]),
        target: get(&["href", "to", "link", "url"]),
        kind: get(&["type", "kind", "variant"]),
        is_closed,
    })
}

/// The name of the element that a line ends.
pub(crate) fn closed(line: &str) -> Option<&str> {
    let name = line.trim().strip_prefix("</")?.strip_suffix('>')?.trim_end();
    let is_name = name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_'));
    is_name.then_some(name)
}

/// Whether a line only states where elements come from.
pub(crate) fn is_import(line: &str) -> bool {
    let line = line.trim_end().trim_end_matches(';');
    let is_quoted = line.ends_with(['"', '\'']);
    let Some(rest) = line.strip_prefix("import ").filter(|_| is_quoted) else { return false };
    rest.starts_with(['"', '\'']) || rest.contains(" from \"") || rest.contains(" from '")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_told_from_other_tags() {
        let card = opened("  <Card title=\"A b\" href=\"/c\" />").unwrap();
        assert_eq!((card.name, card.title.as_str(), card.target.as_str()), ("Card", "A b", "/c"));
        assert!(card.is_closed && !opened("<Tabs>").unwrap().is_closed);
        for line in ["<b>", "<Your name here>", "<A> b", "<A><B>", "<https://a.b>"] {
            assert_eq!(opened(line), None, "{line}");
        }
        assert_eq!(closed(" </Tabs.Tab>"), Some("Tabs.Tab"));
        assert!(is_import("import { A } from '@b/c';") && !is_import("import what you need"));
    }
}
