//! The front-matter keys that have an effect.

use crate::content::parse::text::inline;
use crate::content::source::lines::{column, line_of};
use crate::finding::{Finding, Severity};
use crate::lexicon::fold_space;
use crate::model::{FrontMatter, Value};

/// The keys for a label; an earlier one overrides a later one.
const LABELS: [&str; 3] = ["label", "linkTitle", "sidebar_label"];

/// Other keys for a second name of a document.
const SIDEBARS: [&str; 3] = ["sidebarTitle", "short_title", "nav_title"];

/// The front-matter keys that have an effect.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Keys {
    pub(crate) order: Option<OrderKey>,
    pub(crate) label: Option<String>,
    /// A second name that a sidebar would show, besides the label.
    pub(crate) sidebar: Option<String>,
    pub(crate) icon: Option<String>,
    pub(crate) expanded: bool,
    pub(crate) breadcrumb: bool,
    pub(crate) title: Option<String>,
    pub(crate) level: Option<String>,
    pub(crate) track: Option<String>,
}

/// A place that a document asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum OrderKey {
    /// By `order`, which one generator sorts descending.
    Order(f64),
    /// By a key that everyone sorts ascending.
    Weight(f64),
}

impl Default for Keys {
    fn default() -> Self {
        Self {
            order: None,
            label: None,
            sidebar: None,
            icon: None,
            expanded: true,
            breadcrumb: true,
            title: None,
            level: None,
            track: None,
        }
    }
}

/// Reads the keys that have an effect, each on its own: a value of a wrong type affects only its
/// key.
pub(crate) fn read(
    file: &str,
    text: &str,
    all: &FrontMatter,
    sign: char,
    findings: &mut Vec<Finding>,
) -> Keys {
    KeyReader { file, text, all, sign, findings }.keys()
}

struct KeyReader<'a> {
    file: &'a str,
    text: &'a str,
    all: &'a FrontMatter,
    /// The sign between a key and its value.
    sign: char,
    findings: &'a mut Vec<Finding>,
}

impl KeyReader<'_> {
    fn keys(&mut self) -> Keys {
        Keys {
            order: self.order(),
            label: self.name(&LABELS),
            sidebar: self.sidebar(),
            icon: self.words(&["icon"]),
            expanded: self.flag("expanded"),
            breadcrumb: self.flag("breadcrumb"),
            title: self.name(&["title"]),
            level: self.words(&["level"]),
            track: self.words(&["track"]),
        }
    }

    /// The first name for a sidebar that is not the label.
    fn sidebar(&mut self) -> Option<String> {
        let labels = LABELS.iter().filter(|key| self.all.get(key).is_some());
        let keys: Vec<&str> = SIDEBARS.iter().chain(labels.skip(1)).copied().collect();
        self.name(&keys)
    }

    /// The first of some keys that is present, as a name without markup.
    fn name(&mut self, keys: &[&str]) -> Option<String> {
        let words = self.words(keys)?;
        if !words.contains(['<', '`', '*', '_', '[']) {
            return Some(words);
        }
        let plain = fold_space(inline::parse(&words).as_str());
        Some(plain).filter(|plain| !plain.is_empty()).or(Some(words))
    }

    fn order(&mut self) -> Option<OrderKey> {
        let order = self.number("order").map(OrderKey::Order);
        let weights = ["weight", "sidebar_position", "nav_order", "position"];
        order.or_else(|| weights.iter().find_map(|key| self.number(key)).map(OrderKey::Weight))
    }

    fn number(&mut self, key: &str) -> Option<f64> {
        let number = match self.all.get(key)? {
            Value::Number(number) => Some(*number),
            Value::Text(text) => text.trim().replace('_', "").parse().ok(),
            _ => None,
        };
        let number = number.filter(|number| number.is_finite());
        if number.is_none() {
            self.unexpected(key, "a number");
        }
        number
    }

    fn flag(&mut self, key: &str) -> bool {
        let flag = match self.all.get(key) {
            None => return true,
            Some(Value::Bool(flag)) => Some(*flag),
            Some(Value::Text(text)) => match text.trim().to_lowercase().as_str() {
                "true" | "yes" | "on" => Some(true),
                "false" | "no" | "off" => Some(false),
                _ => None,
            },
            Some(_) => None,
        };
        if flag.is_none() {
            self.unexpected(key, "true or false");
        }
        flag.unwrap_or(true)
    }

    /// The first of some keys that is present, as words.
    fn words(&mut self, keys: &[&str]) -> Option<String> {
        for key in keys {
            match self.all.get(key) {
                Some(value @ (Value::Text(_) | Value::Number(_))) => {
                    let words = value.to_string();
                    if !words.trim().is_empty() {
                        return Some(words.trim().to_owned());
                    }
                }
                Some(_) => self.unexpected(key, "text"),
                None => {}
            }
        }
        None
    }

    fn unexpected(&mut self, key: &str, wanted: &str) {
        let Some(entry) = self.all.entry(key) else { return };
        let line = line_of(self.text, entry.line);
        let at = line.find(self.sign).map_or(1, |sign| {
            let spaces = line[sign + 1..].len() - line[sign + 1..].trim_start().len();
            column(line, sign + 1 + spaces)
        });
        self.findings.push(
            Finding::new(
                Severity::Warning,
                "unexpected-value",
                self.file,
                format!("`{key}` should be {wanted}"),
            )
            .at(entry.line, at, line)
            .help(format!("write {wanted} here; the key has no effect for now")),
        );
    }
}
