//! What `rungs doctor` says: facts about the terminal and the system for a bug report, each with advice if
//! something is wrong. It says nothing that a document contains.

use super::blocks::{column, row, section, table};
use crate::model::{Document, Section, Text};

/// The facts, in groups.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DoctorReport {
    /// The groups.
    pub groups: Vec<SystemFacts>,
}

/// Facts about one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemFacts {
    /// The thing.
    pub title: &'static str,
    /// The facts.
    pub facts: Vec<SystemFact>,
}

/// A fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemFact {
    /// What it is about: a variable or a few words.
    pub name: &'static str,
    /// What is so.
    pub value: String,
    /// What to do about it, if something is wrong.
    pub hint: Option<&'static str>,
}

/// What the facts are made of.
pub struct SystemInput<'a> {
    /// The value of a variable of the environment.
    pub variable: &'a dyn Fn(&str) -> Option<String>,
    /// Columns and rows of the terminal; `None` if output is not a terminal.
    pub size: Option<(u16, u16)>,
    /// Whether the locale is UTF-8.
    pub is_unicode: bool,
    /// The ladder that would be opened, and why.
    pub ladder: [String; 2],
    /// How much is in it; `None` if it cannot be read.
    pub contents: Option<String>,
    /// The file of the config, and the folder for what is remembered.
    pub folders: [Option<String>; 2],
    /// The versions of rungs, the system and git; `None` if git is not there.
    pub versions: [Option<String>; 3],
}

/// What else a text needs to arrive at the clipboard, as far as the environment tells.
#[must_use]
pub fn clipboard_hint(variable: &dyn Fn(&str) -> Option<String>) -> Option<&'static str> {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    if set("TMUX").is_some() {
        Some("tmux passes it on after `set -g set-clipboard on`")
    } else if set("STY").is_some() {
        Some("screen does not pass it on: copy with the mouse")
    } else if set("TERM_PROGRAM").as_deref() == Some("Apple_Terminal") {
        Some("this terminal ignores it: copy with the mouse")
    } else {
        None
    }
}

/// A smaller terminal shows less than one pane well.
const SMALL: (u16, u16) = (80, 24);

impl DoctorReport {
    /// The facts of the surroundings.
    #[must_use]
    pub fn new(about: &SystemInput<'_>) -> Self {
        let groups = [
            ("Terminal", about.terminal()),
            ("Clipboard", about.clipboard()),
            ("Paths", about.paths()),
            ("Versions", about.versions()),
        ];
        Self { groups: groups.map(|(title, facts)| SystemFacts { title, facts }).into() }
    }

    /// The facts as a document with a table for each group.
    #[must_use]
    pub fn document(&self) -> Document {
        Document {
            title: "rungs doctor".to_owned(),
            sections: self.groups.iter().map(SystemFacts::section).collect(),
            ..Document::default()
        }
    }
}

impl SystemFacts {
    fn section(&self) -> Section {
        let cells =
            |fact: &SystemFact| row([fact.name, &fact.value, fact.hint.unwrap_or_default()]);
        let rows = self.facts.iter().map(cells).collect();
        let columns = ["what", "value", "hint"].map(column).into();
        section(Text::plain(self.title), 1, vec![table(columns, rows)])
    }
}

impl SystemInput<'_> {
    fn set(&self, name: &str) -> Option<String> {
        (self.variable)(name).filter(|value| !value.is_empty())
    }

    /// A variable as a fact.
    fn fact(&self, name: &'static str, hint: Option<&'static str>) -> SystemFact {
        let value = self.set(name).unwrap_or_else(|| "not set".to_owned());
        SystemFact { name, value, hint }
    }

    fn terminal(&self) -> Vec<SystemFact> {
        let term = self.set("TERM");
        let cannot = term.as_deref().is_none_or(|term| term == "dumb");
        let size = match self.size {
            Some((columns, rows)) => format!("{columns}x{rows}"),
            None => "output is not a terminal".to_owned(),
        };
        let is_small = self.size.is_some_and(|(columns, rows)| columns < SMALL.0 || rows < SMALL.1);
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
            .iter()
            .find_map(|name| Some(format!("{name}={}", self.set(name)?)));
        let hint = |is_wrong: bool, hint| is_wrong.then_some(hint);
        vec![
            self.fact(
                "TERM",
                hint(cannot, "set TERM to the name of the terminal, such as xterm-256color"),
            ),
            self.fact("TERM_PROGRAM", None),
            SystemFact {
                name: "size",
                value: size,
                hint: hint(is_small, "views need 80 columns and 24 rows"),
            },
            SystemFact { name: "colors", value: self.colors(), hint: None },
            self.fact("COLORTERM", None),
            self.fact("NO_COLOR", None),
            self.fact(
                "COLORFGBG",
                hint(
                    self.set("COLORFGBG").is_none(),
                    "if colors are hard to read, say `--background dark` or `light`",
                ),
            ),
            SystemFact {
                name: "locale",
                value: locale.unwrap_or_else(|| "not set".to_owned()),
                hint: hint(
                    !self.is_unicode,
                    "borders are plain ASCII: set LANG to a UTF-8 locale, such as C.UTF-8",
                ),
            },
            SystemFact { name: "inside", value: self.inside(), hint: None },
        ]
    }

    fn colors(&self) -> String {
        let term = self.set("TERM").unwrap_or_default();
        let colors = match self.set("COLORTERM").as_deref() {
            _ if self.set("NO_COLOR").is_some() => "none: NO_COLOR is set",
            Some("truecolor" | "24bit") => "16 million",
            _ if term.contains("256color") => "256",
            _ if term == "dumb" => "none",
            _ => "16",
        };
        colors.to_owned()
    }

    /// The multiplexer and the connection, without addresses.
    fn inside(&self) -> String {
        let around = [
            ("TMUX", "tmux"),
            ("STY", "screen"),
            ("ZELLIJ", "zellij"),
            ("SSH_CONNECTION", "ssh"),
            ("WSL_DISTRO_NAME", "WSL"),
            ("VIM_TERMINAL", "vim"),
        ];
        let found: Vec<&str> = around
            .into_iter()
            .filter(|(name, _)| self.set(name).is_some())
            .map(|it| it.1)
            .collect();
        if found.is_empty() { "nothing".to_owned() } else { found.join(", ") }
    }

    fn clipboard(&self) -> Vec<SystemFact> {
        let hint = clipboard_hint(self.variable);
        vec![SystemFact { name: "way", value: "OSC 52, through the terminal".to_owned(), hint }]
    }

    fn paths(&self) -> Vec<SystemFact> {
        let [ladder, why] = self.ladder.clone();
        let unknown = || "unknown: HOME is not set".to_owned();
        let [config, state] = self.folders.clone().map(|folder| folder.unwrap_or_else(unknown));
        let is_read = self.contents.is_some();
        let contents = self.contents.clone().unwrap_or_else(|| "cannot be read".to_owned());
        let advice = "`rungs list` says why; name a ladder with --ladder";
        vec![
            SystemFact { name: "ladder", value: ladder, hint: None },
            SystemFact { name: "chosen by", value: why, hint: None },
            SystemFact { name: "contents", value: contents, hint: (!is_read).then_some(advice) },
            SystemFact { name: "config", value: config, hint: None },
            SystemFact { name: "state folder", value: state, hint: None },
        ]
    }

    fn versions(&self) -> Vec<SystemFact> {
        let [rungs, system, git] = self.versions.clone();
        let no_git = git.is_none().then_some("`compare --since` needs git; `--against` does not");
        let value = |version: Option<String>| version.unwrap_or_else(|| "not found".to_owned());
        vec![
            SystemFact { name: "rungs", value: value(rungs), hint: None },
            SystemFact { name: "system", value: value(system), hint: None },
            SystemFact { name: "git", value: value(git), hint: no_git },
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(
        variables: &[(&str, &str)],
        size: Option<(u16, u16)>,
    ) -> Vec<(&'static str, SystemFact)> {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let report = DoctorReport::new(&SystemInput {
            variable: &variable,
            size,
            is_unicode: variable("LANG").is_some(),
            ladder: ["~/ladder", "--ladder"].map(str::to_owned),
            contents: None,
            folders: [None, None],
            versions: [Some("1".to_owned()), None, None],
        });
        let groups = report.groups.into_iter();
        groups.flat_map(|it| it.facts.into_iter().map(|fact| (fact.name, fact))).collect()
    }

    #[test]
    fn what_is_wrong_has_a_hint() {
        let check = |variables: &[(&str, &str)],
                     size,
                     name: &str,
                     value: &str,
                     hint: Option<&str>| {
            let facts = facts(variables, size);
            let (_, fact) = facts.iter().find(|(it, _)| *it == name).unwrap();
            assert_eq!(fact.value, value, "{name}");
            assert_eq!(fact.hint.map(|it| it.contains(hint.unwrap_or("-"))), hint.map(|_| true));
        };
        check(&[], None, "TERM", "not set", Some("set TERM"));
        check(&[("TERM", "xterm")], None, "TERM", "xterm", None);
        check(&[], Some((60, 24)), "size", "60x24", Some("80 columns"));
        check(&[], Some((80, 24)), "size", "80x24", None);
        check(&[("TERM", "xterm-256color")], None, "colors", "256", None);
        check(&[("NO_COLOR", "1")], None, "colors", "none: NO_COLOR is set", None);
        check(&[("LANG", "C.UTF-8")], None, "locale", "LANG=C.UTF-8", None);
        check(&[], None, "locale", "not set", Some("UTF-8"));
        check(&[("TMUX", "/x"), ("SSH_CONNECTION", "10.0.0.1")], None, "inside", "tmux, ssh", None);
        check(
            &[("TMUX", "/x")],
            None,
            "way",
            "OSC 52, through the terminal",
            Some("set-clipboard"),
        );
        check(&[], None, "git", "not found", Some("--against"));
        check(&[], None, "contents", "cannot be read", Some("--ladder"));
    }
}
