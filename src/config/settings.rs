//! The one table of settings.

use crate::theme::BaseTheme;

/// A setting with one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingName {
    /// The ladder to open.
    Ladder,
    /// The theme.
    Theme,
    /// The background of the terminal.
    Background,
    /// When text output is colored.
    Color,
    /// The longest line of running text.
    TextWidth,
    /// The layout of two roles.
    Layout,
    /// The items of a comparison that are shown.
    Only,
    /// Whether the program takes the mouse.
    Mouse,
    /// Whether the program is a conversation in lines.
    ScreenReader,
    /// The signs to draw with.
    Signs,
    /// The editor.
    Editor,
    /// Whether the last place is restored.
    Restore,
}

/// The values of a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SettingKind {
    Path,
    /// A program with its arguments.
    Command,
    /// A number from a least one on.
    Number(usize),
    Switch,
    Choice(&'static [&'static str]),
    /// The name of a theme.
    Theme,
}

/// A row of the table.
pub(super) struct SettingRow {
    pub(super) setting: SettingName,
    pub(super) name: &'static str,
    pub(super) kind: SettingKind,
    /// The value if none is set, in words if there is no such value.
    pub(super) default: &'static str,
    pub(super) help: &'static str,
    /// Whether the file of a project may set it.
    pub(super) in_project: bool,
}

/// The names of the shipped themes.
pub(super) const THEMES: &[&str] = &{
    let all = BaseTheme::ALL;
    [all[0].name(), all[1].name(), all[2].name(), all[3].name(), all[4].name()]
};

/// Every setting, a line each.
#[rustfmt::skip]
pub(super) const SETTINGS: &[SettingRow] = &{
    use SettingName as S;
    use SettingKind as K;
    const AUTO: &str = "auto";
    [
        row(S::Ladder, "ladder", K::Path, "the ladder around the current folder", "ladder to open: in a project file one below that file, if none is named; in yours any, if none is named or found", true),
        row(S::Theme, "theme", K::Theme, "terminal", "colors of the program: a shipped theme or one of `themes`", false),
        row(S::Background, "background", K::Choice(&[AUTO, "dark", "light"]), AUTO, "background of the terminal, which the colors of the theme `terminal` must suit", false),
        row(S::Color, "color", K::Choice(&[AUTO, "always", "never"]), AUTO, "when output is colored", false),
        row(S::TextWidth, "text-width", K::Number(20), "100", "longest line of running text, in columns; tables take the whole width", false),
        row(S::Layout, "layout", K::Choice(&["side", "stacked", "unified"]), "side", "layout of two compared roles", true),
        row(S::Only, "only", K::Choice(&["all", "differences", "right", "left"]), "all", "items that a comparison shows", true),
        row(S::Mouse, "mouse", K::Switch, "on", "whether clicks and the wheel work; off leaves the selection of text to the terminal", false),
        row(S::ScreenReader, "screen-reader", K::Switch, "off", "whether the program is a conversation in lines, without a screen: for screen readers and braille", false),
        row(S::Signs, "signs", K::Choice(&[AUTO, "unicode", "ascii"]), AUTO, "signs to draw with; auto decides by the locale", false),
        row(S::Editor, "editor", K::Command, "VISUAL, else EDITOR, else vi", "command of the editor, with its arguments; no shell reads it", false),
        row(S::Restore, "restore", K::Switch, "on", "whether the program starts at your last place in the ladder; off neither restores nor saves it", false),
    ]
};

const fn row(
    setting: SettingName,
    name: &'static str,
    kind: SettingKind,
    default: &'static str,
    help: &'static str,
    in_project: bool,
) -> SettingRow {
    SettingRow { setting, name, kind, default, help, in_project }
}

/// The keys of a file that hold maps: what they hold.
pub(super) const MAPS: [(&str, &str); 2] = [
    ("keys", "keys by view: the keys, and the name of their command or `none`"),
    ("themes", "themes by name: a `base`, and a style for each part"),
];

impl SettingRow {
    /// The variable of the environment that sets it.
    pub(super) fn variable(&self) -> String {
        format!("RUNGS_{}", self.name.to_ascii_uppercase().replace('-', "_"))
    }

    /// The values that it can have, in words.
    pub(super) fn values(&self) -> String {
        match self.kind {
            SettingKind::Path => "a path".to_owned(),
            SettingKind::Command => "a command".to_owned(),
            SettingKind::Number(least) => format!("a number from {least}"),
            SettingKind::Switch => "on or off".to_owned(),
            SettingKind::Theme => format!("{}, or a name of `themes`", THEMES.join(", ")),
            SettingKind::Choice(choices) => choices.join(", "),
        }
    }

    /// The value that a text means; else what it should be instead.
    pub(super) fn parse(&self, text: &str) -> Result<String, String> {
        let is_valid = match self.kind {
            SettingKind::Path | SettingKind::Command | SettingKind::Theme => !text.is_empty(),
            SettingKind::Number(least) => {
                text.parse().is_ok_and(|number: u16| usize::from(number) >= least)
            }
            SettingKind::Choice(choices) => choices.contains(&text),
            SettingKind::Switch => match text {
                "on" | "true" => return Ok("on".to_owned()),
                "off" | "false" => return Ok("off".to_owned()),
                _ => false,
            },
        };
        match is_valid {
            true => Ok(text.to_owned()),
            false => Err(format!("should be {}", self.wished(text))),
        }
    }

    /// The values, and the one that was probably meant.
    fn wished(&self, text: &str) -> String {
        let SettingKind::Choice(choices) = self.kind else { return self.values() };
        match crate::naming::nearest(text, choices.iter().copied()) {
            Some(near) => format!("one of {}; did you mean `{near}`?", choices.join(", ")),
            None => format!("one of {}", choices.join(", ")),
        }
    }
}
