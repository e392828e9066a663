//! A file of a config: its values with their lines, and its faults as findings.

use super::own_theme::OwnTheme;
use super::settings::{MAPS, SETTINGS, SettingName, SettingRow};
use crate::content::{DataKey, YamlFile, at_key, at_node};
use crate::finding::Finding;
use crate::naming::nearest;
use crate::tui::Keymap;

/// The code of a finding in a config.
const CODE: &str = "malformed-config";

/// What to do about a finding in a config.
const HELP: &str = "correct this line, which has no effect for now; docs/config.md lists the keys";

/// Whose file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileOwner {
    User,
    /// The file came with a ladder.
    Project,
}

/// Keys that a file binds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BoundKeys {
    pub(super) place: String,
    pub(super) keys: String,
    pub(super) command: String,
    pub(super) line: usize,
}

/// The contents of a file.
#[derive(Debug, Default)]
pub(super) struct FileContents {
    /// Each value that is set, with its line.
    pub(super) values: Vec<(SettingName, String, usize)>,
    pub(super) keys: Vec<BoundKeys>,
    pub(super) keymap: Keymap,
    pub(super) themes: Vec<OwnTheme>,
    pub(super) findings: Vec<Finding>,
}

/// Reads the text of a file.
pub(super) fn read(path: &str, text: String, owner: FileOwner) -> FileContents {
    let file = YamlFile::new(path, text, CODE, HELP);
    let mut contents = FileContents::default();
    let Some(tree) = file.mapping(&mut contents.findings) else { return contents };
    let mut seen: Vec<&str> = Vec::new();
    for key in tree.keys() {
        if seen.contains(&key.name.as_str()) {
            let message = format!("`{}` is set above already", key.name);
            contents.findings.push(file.wrong(at_key(key), &message));
            continue;
        }
        seen.push(&key.name);
        let row = SETTINGS.iter().find(|row| row.name == key.name);
        let is_own = owner == FileOwner::User;
        match (row, key.name.as_str()) {
            (Some(row), _) if is_own || row.in_project => contents.value(&file, row, key),
            (None, "keys") if is_own => contents.bind(&file, key),
            (None, "themes") if is_own => contents.themes(&file, key),
            (None, other) if MAPS.iter().all(|(name, _)| *name != other) => {
                contents.findings.push(file.wrong(at_key(key), &unknown(other)));
            }
            (_, personal) => {
                let message = format!(
                    "a project cannot set `{personal}`, only {}: set it in your own config",
                    in_project().join(", ")
                );
                contents.findings.push(file.wrong(at_key(key), &message));
            }
        }
    }
    contents
}

/// The names of the settings that a project may have.
pub(super) fn in_project() -> Vec<&'static str> {
    SETTINGS.iter().filter(|row| row.in_project).map(|row| row.name).collect()
}

fn unknown(name: &str) -> String {
    let known = SETTINGS.iter().map(|row| row.name).chain(MAPS.iter().map(|(name, _)| *name));
    match nearest(name, known.clone()) {
        Some(near) => format!("there is no key `{name}`; did you mean `{near}`?"),
        None => {
            let known: Vec<&str> = known.collect();
            format!("there is no key `{name}`; the keys are {}", known.join(", "))
        }
    }
}

impl FileContents {
    fn value(&mut self, file: &YamlFile, row: &SettingRow, key: &DataKey) {
        let Some(text) = file.words(key, &mut self.findings) else { return };
        match row.parse(&text) {
            Ok(value) => self.values.push((row.setting, value, key.line)),
            Err(message) => {
                let message = format!("`{}` {message}", row.name);
                self.findings.push(file.wrong(at_node(&key.value), &message));
            }
        }
    }

    fn bind(&mut self, file: &YamlFile, keys: &DataKey) {
        for view in keys.value.keys() {
            if let Err(message) = Keymap::known_place(&view.name) {
                self.findings.push(file.wrong(at_key(view), &message));
                continue;
            }
            if view.value.keys().is_empty() {
                let message = format!("`{}` should be a map from keys to commands", view.name);
                self.findings.push(file.wrong(at_key(view), &message));
            }
            for bound in view.value.keys() {
                let Some(command) = file.words(bound, &mut self.findings) else { continue };
                match self.keymap.bind(&view.name, &bound.name, &command) {
                    Ok(()) => self.keys.push(BoundKeys {
                        place: view.name.clone(),
                        keys: bound.name.clone(),
                        command,
                        line: bound.line,
                    }),
                    Err(message) => self.findings.push(file.wrong(at_key(bound), &message)),
                }
            }
        }
        if keys.value.keys().is_empty() {
            let message = "`keys` should be a map from views to keys";
            self.findings.push(file.wrong(at_key(keys), message));
        }
    }

    fn themes(&mut self, file: &YamlFile, themes: &DataKey) {
        for theme in themes.value.keys() {
            let theme = OwnTheme::read(file, theme, &mut self.findings);
            self.themes.push(theme);
        }
        if themes.value.keys().is_empty() {
            let message = "`themes` should be a map from names to themes";
            self.findings.push(file.wrong(at_key(themes), message));
        }
    }
}
