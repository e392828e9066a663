//! Themes that a user defines.

use super::settings::THEMES;
use crate::content::{DataKey, YamlFile, at_key, at_node};
use crate::finding::{Finding, Severity};
use crate::naming::nearest;
use crate::theme::{Backdrop, BaseTheme, Contrast, Ink, Theme, contrast};

/// The least contrast of a text that must be read.
const READABLE: Contrast = Contrast(450);

/// A theme that a user defines.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct OwnTheme {
    pub(super) name: String,
    base: BaseTheme,
    /// The styles that differ from those of the base, by the names of the meanings.
    styles: Vec<(String, String)>,
    /// Its line.
    pub(super) line: usize,
}

impl OwnTheme {
    /// Reads a theme.
    pub(super) fn read(file: &YamlFile, theme: &DataKey, findings: &mut Vec<Finding>) -> Self {
        let (name, line) = (theme.name.clone(), theme.line);
        let mut own = Self { name, base: BaseTheme::default(), styles: Vec::new(), line };
        if let Some(known) = THEMES.iter().find(|known| **known == own.name) {
            let message = format!("`{known}` is a theme of rungs: give yours another name");
            findings.push(file.wrong(at_key(theme), &message));
        }
        let entries = theme.value.keys();
        if entries.is_empty() {
            findings.push(file.wrong(at_key(theme), "a theme is a map with a `base` and styles"));
        }
        // The base comes first, wherever it is in the file.
        for entry in entries.iter().filter(|entry| entry.name == "base") {
            let Some(base) = file.words(entry, findings) else { continue };
            match BaseTheme::named(&base) {
                Some(base) => own.base = base,
                None => {
                    let near = nearest(&base, THEMES.iter().copied());
                    let near = near.map_or(String::new(), |it| format!("; did you mean `{it}`?"));
                    let message = format!("`base` should be one of {}{near}", THEMES.join(", "));
                    findings.push(file.wrong(at_node(&entry.value), &message));
                }
            }
        }
        let mut theme = own.base.theme(None);
        for entry in entries.iter().filter(|entry| entry.name != "base") {
            let Some(style) = file.words(entry, findings) else { continue };
            match theme.set(&entry.name, &style) {
                Ok(()) => own.styles.push((entry.name.clone(), style)),
                Err(message) => findings.push(file.wrong(at_key(entry), &message)),
            }
        }
        for entry in entries {
            findings.extend(faint(&theme, entry).map(|message| Finding {
                severity: Severity::Warning,
                help: None,
                ..file.wrong(at_key(entry), &message)
            }));
        }
        own
    }

    /// What it changes about its base, in words.
    pub(super) fn words(&self) -> String {
        let styles = self.styles.iter().map(|(part, style)| format!("{part}: {style}"));
        let base = std::iter::once(format!("base: {}", self.base.name()));
        base.chain(styles).collect::<Vec<_>>().join(", ")
    }

    /// Its styles, on this background of the terminal.
    pub(super) fn theme(&self, backdrop: Option<Backdrop>) -> Theme {
        let mut theme = self.base.theme(backdrop);
        for (ink, style) in &self.styles {
            // It was checked when it was read.
            let _ = theme.set(ink, style);
        }
        theme
    }
}

/// Says that a text in a style of a theme is hard to read.
fn faint(theme: &Theme, entry: &DataKey) -> Option<String> {
    let (ink, name) = Ink::ALL.into_iter().find(|(_, name)| *name == entry.name)?;
    let got = contrast(theme.style(ink.into()))?;
    let is_faint = got < READABLE && ink != Ink::Border;
    is_faint.then(|| {
        format!("`{name}` is hard to read: its contrast is {got}, and {READABLE} is the least")
    })
}
