//! Every style of the program, by meaning. No other module names a color.
//!
//! Backgrounds and colors are the terminal's own. Only those colors are used that most schemes keep
//! legible on dark and on light backgrounds (no yellow, no blue). If the background is known to be
//! light, darker colors replace them. A sign, bold, underline or reverse video says the same as each
//! color, so nothing is lost without color.

use ratatui::style::{Color, Modifier, Style};

/// The meaning of a piece of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ink {
    /// Ordinary text.
    #[default]
    Text,
    /// Text in the background: hints, rules, what is equal on both sides.
    Muted,
    /// The title of a document.
    Title,
    /// The heading of an outermost section or topic.
    Heading,
    /// The heading of an inner section or topic.
    Subheading,
    /// The bullet or number of an item.
    Marker,
    /// Code.
    Code,
    /// A link.
    Link,
    /// The head of a callout.
    Callout,
    /// The head of a callout that warns.
    Warning,
    /// Borders and rules.
    Border,
    /// The border and title of the pane that has the focus.
    Focus,
    /// The row the cursor is on, in the pane that has the focus.
    Cursor,
    /// The row the cursor is on, in another pane.
    Place,
    /// A difference between two sides.
    Changed,
    /// What only the left side has, and its changed words. Nothing was removed, so the color is no
    /// warning.
    Left,
    /// The same if the right side is the newer version of the left: it was removed.
    TakenOut,
    /// What only the right side has, and its changed words.
    Right,
    /// A match of the search.
    Match,
    /// The current match of the search.
    CurrentMatch,
    /// A key in hints and help.
    Key,
    /// A message about an error.
    Error,
}

/// How a run of text is drawn: its meaning, and the style its author gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Mark {
    /// The meaning.
    pub ink: Ink,
    /// Strong emphasis.
    pub bold: bool,
    /// Emphasis.
    pub italic: bool,
    /// Struck through.
    pub strike: bool,
    /// Underlined.
    pub underline: bool,
}

impl From<Ink> for Mark {
    fn from(ink: Ink) -> Self {
        Self { ink, ..Self::default() }
    }
}

impl Mark {
    /// The same, bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same, underlined.
    #[must_use]
    pub fn underlined(self) -> Self {
        Self { underline: true, ..self }
    }
}

/// The colors that may be used. Attributes such as bold are always used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Palette {
    /// No color.
    Plain,
    /// The terminal's own named colors.
    #[default]
    Named,
    /// Dark colors of the 256, for light backgrounds.
    Light,
}

/// Turns meanings into styles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Theme {
    /// The colors that may be used.
    pub palette: Palette,
}

impl Theme {
    /// The style of a mark.
    #[must_use]
    pub fn style(self, mark: Mark) -> Style {
        let mut style = self.ink(mark.ink);
        for (wanted, modifier) in [
            (mark.bold, Modifier::BOLD),
            (mark.italic, Modifier::ITALIC),
            (mark.strike, Modifier::CROSSED_OUT),
            (mark.underline, Modifier::UNDERLINED),
        ] {
            if wanted {
                style = style.add_modifier(modifier);
            }
        }
        style
    }

    /// A text between the escape sequences of a mark, for output outside the terminal UI.
    #[must_use]
    pub fn painted(self, text: &str, mark: Mark) -> String {
        let style = self.style(mark);
        let modifiers = [
            (Modifier::BOLD, "1"),
            (Modifier::DIM, "2"),
            (Modifier::ITALIC, "3"),
            (Modifier::UNDERLINED, "4"),
            (Modifier::REVERSED, "7"),
            (Modifier::CROSSED_OUT, "9"),
        ];
        let mut codes: Vec<String> = modifiers
            .iter()
            .filter(|(modifier, _)| style.add_modifier.contains(*modifier))
            .map(|(_, code)| (*code).to_owned())
            .collect();
        codes.extend(match style.fg {
            Some(Color::Red) => Some("31".to_owned()),
            Some(Color::Green) => Some("32".to_owned()),
            Some(Color::Magenta) => Some("35".to_owned()),
            Some(Color::Cyan) => Some("36".to_owned()),
            Some(Color::Indexed(number)) => Some(format!("38;5;{number}")),
            _ => None,
        });
        if codes.is_empty() || text.trim().is_empty() {
            return text.to_owned();
        }
        format!("\u{1b}[{}m{text}\u{1b}[0m", codes.join(";"))
    }

    fn ink(self, ink: Ink) -> Style {
        let plain = Style::new();
        let style = match ink {
            Ink::Text => plain,
            Ink::Muted | Ink::Border => plain.add_modifier(Modifier::DIM),
            Ink::Title => plain.fg(Color::Cyan).bold().underlined(),
            Ink::Heading => plain.fg(Color::Cyan).bold(),
            Ink::Subheading => plain.bold(),
            Ink::Marker => plain.fg(Color::Cyan),
            Ink::Code => plain.fg(Color::Magenta),
            Ink::Link => plain.fg(Color::Cyan).underlined(),
            Ink::Callout => plain.fg(Color::Cyan).bold(),
            Ink::Warning | Ink::Error => plain.fg(Color::Red).bold(),
            Ink::Focus => plain.fg(Color::Green).bold(),
            Ink::Cursor => plain.reversed().bold(),
            Ink::Place => plain.fg(Color::Green).bold(),
            Ink::Changed => plain.fg(Color::Magenta).bold(),
            Ink::Left => plain.fg(Color::Cyan),
            Ink::TakenOut => plain.fg(Color::Red),
            Ink::Right => plain.fg(Color::Green),
            Ink::Match => plain.reversed(),
            Ink::CurrentMatch => plain.fg(Color::Magenta).bold().reversed(),
            Ink::Key => plain.fg(Color::Cyan).bold(),
        };
        match self.palette {
            Palette::Plain => Style { fg: None, ..style },
            Palette::Named => style,
            Palette::Light => Style { fg: style.fg.map(darker), ..style },
        }
    }
}

/// The color of the 256 that corresponds on white to a named color on black.
fn darker(color: Color) -> Color {
    match color {
        Color::Red => Color::Indexed(124),
        Color::Green => Color::Indexed(22),
        Color::Magenta => Color::Indexed(90),
        Color::Cyan => Color::Indexed(24),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_color_the_attributes_stay() {
        let theme = Theme { palette: Palette::Plain };
        for ink in [Ink::Heading, Ink::Match, Ink::Cursor, Ink::Changed, Ink::Key, Ink::Focus] {
            let style = theme.style(ink.into());
            assert_eq!((style.fg, style.bg), (None, None), "{ink:?}");
            assert!(!style.add_modifier.is_empty(), "{ink:?} would look like plain text");
        }
    }

    #[test]
    fn on_a_light_background_every_color_is_a_dark_one() {
        let (named, light) = (Theme::default(), Theme { palette: Palette::Light });
        for ink in [Ink::Heading, Ink::Code, Ink::TakenOut, Ink::Right, Ink::Changed, Ink::Focus] {
            let colors = [named, light].map(|theme| theme.style(ink.into()).fg);
            assert!(colors[0].is_some() && matches!(colors[1], Some(Color::Indexed(_))), "{ink:?}");
        }
        assert_eq!(light.painted("x", Ink::TakenOut.into()), "\u{1b}[38;5;124mx\u{1b}[0m");
    }
}
