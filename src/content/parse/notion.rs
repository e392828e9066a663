//! Special features of pages exported from Notion: the properties of a page are lines right below its
//! title, `Level: L4`.

use std::borrow::Cow;

/// Keys, at least one of which shows that lines are properties and not prose with colons.
const TELLING: [&str; 5] = ["level", "grade", "band", "track", "role"];

/// The greatest length of a level or a track.
const MAX_WORDS: usize = 4;

/// The properties of a page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Properties<'a> {
    pub(crate) level: Option<&'a str>,
    pub(crate) track: Option<&'a str>,
    /// The bytes of the text where their lines end, except for the last one.
    breaks: Vec<usize>,
}

/// Reads the properties below the title of a document, if it has any.
pub(crate) fn properties(text: &str) -> Option<Properties<'_>> {
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        at += line.len();
        (at - line.len() + line.trim_end().len(), line.trim_end())
    });
    let mut lines = lines.skip_while(|(_, line)| line.is_empty());
    lines.next().filter(|(_, line)| line.starts_with("# "))?;
    let mut found = Vec::new();
    let mut breaks = Vec::new();
    let below = lines.skip_while(|(_, line)| line.is_empty());
    for (end, line) in below.take_while(|(_, line)| !line.is_empty()) {
        found.push(property(line)?);
        breaks.push(end);
    }
    breaks.pop()?;
    let get = |keys: &[&str]| {
        let is_short = |value: &&str| {
            let words = value.split_whitespace().count();
            (1..=MAX_WORDS).contains(&words) && !value.contains([',', '.', ':'])
        };
        let value = found.iter().find(|(key, _)| keys.contains(&key.to_lowercase().as_str()));
        value.map(|(_, value)| *value).filter(is_short)
    };
    get(&TELLING)?;
    Some(Properties { level: get(&["level", "grade", "band"]), track: get(&["track"]), breaks })
}

impl Properties<'_> {
    /// The text with each property on a line of its own.
    pub(crate) fn apart<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut apart = String::with_capacity(text.len() + 2 * self.breaks.len());
        let mut at = 0;
        for end in &self.breaks {
            apart.push_str(text.get(at..*end).unwrap_or_default());
            // Two spaces are the line break of Markdown.
            apart.push_str("  ");
            at = *end;
        }
        if at == 0 {
            return Cow::Borrowed(text);
        }
        apart.push_str(text.get(at..).unwrap_or_default());
        Cow::Owned(apart)
    }
}

/// The key and the value of a line.
fn property(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(": ").or_else(|| Some((line.strip_suffix(':')?, "")))?;
    let is_key = key.starts_with(char::is_alphabetic)
        && key.split(' ').count() <= MAX_WORDS
        && key.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '/' | '(' | ')'));
    is_key.then(|| (key, value.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(below: &str, want: Option<(Option<&str>, Option<&str>)>) {
        let text = format!("# Baker\n\n{below}\n\nMore: text\n");
        let found = properties(&text);
        assert_eq!(found.as_ref().map(|found| (found.level, found.track)), want, "{below}");
        if let Some(found) = found {
            let apart = text.replace("\nTrack", "  \nTrack").replace("\nTags", "  \nTags");
            assert_eq!(found.apart(&text), apart);
        }
    }

    #[test]
    fn properties_are_told_from_prose() {
        check("Level: L4\nTrack: Dough", Some((Some("L4"), Some("Dough"))));
        check("Grade: 4\nTags:", Some((Some("4"), None)));
        check("Level: what you are in the shop, and what is expected", None);
        check("Level: L4\nand more text", None);
        check("Scope: wide\nOwner: me", None);
    }
}
