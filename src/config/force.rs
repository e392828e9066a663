//! Which values are in force, and where each comes from.

use std::fmt;
use std::path::{Path, PathBuf};

use super::file::{BoundKeys, FileContents, FileOwner, read};
use super::folders::{ConfigFile, ConfigFiles, VARIABLE, files, resolved};
use super::own_theme::OwnTheme;
use super::settings::{SETTINGS, SettingName, SettingRow, THEMES};
use crate::content;
use crate::finding::{Finding, Severity};
use crate::naming::nearest;
use crate::report::{ConfigReport, ConfigRow};
use crate::theme::{Backdrop, BaseTheme, Theme};
use crate::tui::Keymap;

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueOrigin {
    /// An option of the command line.
    Flag,
    /// A variable of the environment.
    Variable(String),
    /// The file of the project, with the line.
    Project(String, usize),
    /// The file of the user, with the line.
    User(String, usize),
}

/// A value and where it comes from.
#[derive(Debug, Clone)]
struct SetValue {
    value: String,
    origin: ValueOrigin,
}

/// The values that are in force.
#[derive(Debug, Clone, Default)]
pub struct UserConfig {
    /// By the order of the table of settings.
    values: [Option<SetValue>; SETTINGS.len()],
    keys: Vec<BoundKeys>,
    keymap: Keymap,
    themes: Vec<OwnTheme>,
    files: ConfigFiles,
    findings: Vec<Finding>,
}

impl UserConfig {
    /// Reads the files of a config for a ladder or folder, and the variables of the environment.
    #[must_use]
    pub fn load(from: &Path, variable: &dyn Fn(&str) -> Option<String>) -> Self {
        let mut config = Self { files: files(from, variable), ..Self::default() };
        match config.files.user.clone() {
            Some(ConfigFile { path, exists: true }) => config.take_user(&path, variable),
            Some(ConfigFile { path, .. }) if variable(VARIABLE).is_some() => {
                config.complain(VARIABLE, &format!("there is no file `{}`", path.display()));
            }
            _ => {}
        }
        if let Some(path) = config.files.project.clone() {
            config.take_project(&path);
        }
        for row in SETTINGS {
            let variable_name = row.variable();
            let set = variable(&variable_name).filter(|value| !value.trim().is_empty());
            match set.map(|value| row.parse(value.trim())) {
                Some(Ok(value)) => {
                    config.set(row.setting, value, ValueOrigin::Variable(variable_name));
                }
                Some(Err(message)) => config.complain(&variable_name, &message),
                None => {}
            }
        }
        config.check_theme();
        let place = |found: &Finding| (found.file.clone(), found.line, found.column);
        config.findings.sort_by_key(place);
        config
    }

    /// The file of the user. Its paths are relative to its folder.
    fn take_user(&mut self, path: &Path, variable: &dyn Fn(&str) -> Option<String>) {
        let Some((shown, contents)) = self.read(path, FileOwner::User) else { return };
        for (setting, value, line) in contents.values {
            let value = match setting {
                SettingName::Ladder => {
                    resolved(path, &value, variable("HOME")).display().to_string()
                }
                _ => value,
            };
            self.set(setting, value, ValueOrigin::User(shown.clone(), line));
        }
        (self.keys, self.keymap, self.themes) = (contents.keys, contents.keymap, contents.themes);
        self.findings.extend(contents.findings);
    }

    /// The file of the project. It leads nowhere out of its folder.
    fn take_project(&mut self, path: &Path) {
        let Some((shown, contents)) = self.read(path, FileOwner::Project) else { return };
        self.findings.extend(contents.findings);
        for (setting, value, line) in contents.values {
            let value = match setting {
                SettingName::Ladder => {
                    let Some(inside) = content::path_below(path.parent(), &value) else {
                        let message = format!(
                            "`ladder` should be a folder or file below this file: `{value}` is none"
                        );
                        let found =
                            Finding::new(Severity::Error, "malformed-config", &*shown, message);
                        self.findings.push(found.at(line, 1, &format!("ladder: {value}")));
                        continue;
                    };
                    inside.display().to_string()
                }
                _ => value,
            };
            self.set(setting, value, ValueOrigin::Project(shown.clone(), line));
        }
    }

    /// The contents of a file, and its path as it is shown.
    fn read(&mut self, path: &Path, owner: FileOwner) -> Option<(String, FileContents)> {
        let shown = path.display().to_string();
        match content::config_text(path, owner == FileOwner::User) {
            Ok(text) => Some((shown.clone(), read(&shown, text, owner))),
            Err(reason) => {
                self.complain(&shown, &format!("cannot be read: {reason}"));
                None
            }
        }
    }

    /// A finding without a line.
    fn complain(&mut self, place: &str, message: &str) {
        let found = Finding::new(Severity::Error, "malformed-config", place, message);
        self.findings.push(found);
    }

    /// Reports a theme that does not exist.
    fn check_theme(&mut self) {
        let Some(SetValue { value, origin }) = self.values[SettingName::Theme as usize].clone()
        else {
            return;
        };
        let own = self.themes.iter().map(|theme| theme.name.as_str());
        let known: Vec<&str> = THEMES.iter().copied().chain(own).collect();
        if known.contains(&value.as_str()) {
            return;
        }
        let near = nearest(&value, known.iter().copied());
        let near = match near {
            Some(near) => format!("; did you mean `{near}`?"),
            None => format!("; there are {}", known.join(", ")),
        };
        let message = format!("there is no theme `{value}`{near}");
        let found = match &origin {
            ValueOrigin::User(file, line) | ValueOrigin::Project(file, line) => {
                let found = Finding::new(Severity::Error, "malformed-config", file, message);
                found.at_words(*line, &value, &format!("theme: {value}"))
            }
            other => Finding::new(Severity::Error, "malformed-config", other.to_string(), message),
        };
        self.findings.push(found);
        self.values[SettingName::Theme as usize] = None;
    }

    /// Sets a value over those before.
    pub fn set(&mut self, setting: SettingName, value: impl Into<String>, origin: ValueOrigin) {
        self.values[setting as usize] = Some(SetValue { value: value.into(), origin });
    }

    /// The value of a setting, if one is set.
    #[must_use]
    pub fn get(&self, setting: SettingName) -> Option<&str> {
        self.values[setting as usize].as_ref().map(|it| it.value.as_str())
    }

    /// Whether the file of the user sets the value of a setting.
    #[must_use]
    pub fn is_of_user(&self, setting: SettingName) -> bool {
        let set = self.values[setting as usize].as_ref();
        set.is_some_and(|it| matches!(it.origin, ValueOrigin::User(..)))
    }

    /// The value of a setting as a number.
    #[must_use]
    pub fn number(&self, setting: SettingName) -> Option<usize> {
        self.get(setting)?.parse().ok()
    }

    /// The ladder to open.
    #[must_use]
    pub fn ladder(&self) -> Option<PathBuf> {
        self.get(SettingName::Ladder).map(PathBuf::from)
    }

    /// The theme, on this background of the terminal.
    #[must_use]
    pub fn theme(&self, backdrop: Option<Backdrop>) -> Theme {
        let name = self.get(SettingName::Theme).unwrap_or_default();
        match self.themes.iter().find(|theme| theme.name == name) {
            Some(own) => own.theme(backdrop),
            None => BaseTheme::named(name).unwrap_or_default().theme(backdrop),
        }
    }

    /// The keys.
    #[must_use]
    pub fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// What is wrong with the files and variables.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The file of the user, if it is known where it would be.
    #[must_use]
    pub fn user_file(&self) -> Option<&ConfigFile> {
        self.files.user.as_ref()
    }

    /// What is in force.
    #[must_use]
    pub fn report(&self) -> ConfigReport {
        let user = self.files.user.as_ref().filter(|file| file.exists);
        let user_path = user.map(|file| file.path.display().to_string()).unwrap_or_default();
        let of_line = |line| ValueOrigin::User(user_path.clone(), line).to_string();
        let keys = self.keys.iter().map(|bound| ConfigRow {
            name: format!("{} {}", bound.place, bound.keys),
            value: bound.command.clone(),
            from: of_line(bound.line),
        });
        let themes = self.themes.iter().map(|theme| ConfigRow {
            name: theme.name.clone(),
            value: theme.words(),
            from: of_line(theme.line),
        });
        let file = |path: Option<&Path>, exists| match (path, exists) {
            (Some(path), true) => path.display().to_string(),
            (Some(path), false) => format!("{} (does not exist)", path.display()),
            (None, _) => "none".to_owned(),
        };
        let of_user = self.files.user.as_ref();
        ConfigReport {
            settings: SETTINGS.iter().map(|row| self.row(row)).collect(),
            keys: keys.collect(),
            themes: themes.collect(),
            user: file(of_user.map(|it| it.path.as_path()), of_user.is_some_and(|it| it.exists)),
            project: file(self.files.project.as_deref(), true),
            findings: self.findings.clone(),
        }
    }

    fn row(&self, row: &SettingRow) -> ConfigRow {
        let set = self.values[row.setting as usize].as_ref();
        let flag = format!("--{}", row.name);
        ConfigRow {
            name: row.name.to_owned(),
            value: set.map_or(row.default, |it| &it.value).to_owned(),
            from: set.map_or("default".to_owned(), |it| match &it.origin {
                ValueOrigin::Flag => flag,
                other => other.to_string(),
            }),
        }
    }
}

impl fmt::Display for ValueOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag => f.write_str("an option"),
            Self::Variable(name) => f.write_str(name),
            Self::Project(file, line) | Self::User(file, line) => write!(f, "{file}:{line}"),
        }
    }
}
