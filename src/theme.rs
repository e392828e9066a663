//! Every style of the program, by meaning. No other module names a colour.
//!
//! Backgrounds are the terminal's own. So are the colours, of which only those are used that most
//! schemes keep legible on dark and on light backgrounds alike (no yellow, no blue); where the
//! background is known to be light, darker ones stand in. Whatever colour says is said by a sign, bold, underline or reverse video too, so nothing is lost
//! without it.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ink {
    /// Ordinary text.
    #[default]
    Text,
    /// Text that stands back: hints, rules, what is equal on both sides.
    Muted,
    /// The title of a document.
    Title,
    /// The heading of an outermost section or topic.
    Heading,
    /// A heading further in.
    Subheading,
    /// The bullet or number of an item.
    Marker,
    /// Code.
    Code,
    /// A link.
    Link,
    /// A callout's head, by its urgency.
    Callout,
    /// A callout's head that warns.
    Warning,
    /// Borders and rules.
    Border,
    /// The border and title of the pane that has the focus.
    Focus,
    /// The row the cursor is on, in the pane that has the focus.
    Cursor,
    /// The row the cursor is on, in another pane.
    Place,
    /// What is different between two sides.
    Changed,
    /// What only the left side has, and its changed words: it is missed nowhere, so that nothing warns.
    Left,
    /// The same where the right side is what became of the left one: it was taken out.
    TakenOut,
    /// What only the right side has, and its changed words.
    Right,
    /// A match of the search.
    Match,
    /// The match the search stands on.
    CurrentMatch,
    /// A key in hints and help.
    Key,
    /// A message that something is wrong.
    Error,
}

/// How a run of text is set: what it means, and the styling its author gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Mark {
    /// What it means.
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

/// Which colours may be used. Attributes such as bold always are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Palette {
    /// None at all.
    Plain,
    /// The terminal's own named colours.
    #[default]
    Named,
    /// Dark colours of the 256, for light backgrounds.
    Light,
}

/// Turns meanings into styles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Theme {
    /// Which colours may be used.
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

    /// A text between the escape sequences of a mark, for output that is no screen.
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

/// The colour of the 256 that says on white what a named one says on black.
fn darker(colour: Color) -> Color {
    match colour {
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
    fn without_colour_the_attributes_stay() {
        let theme = Theme { palette: Palette::Plain };
        for ink in [Ink::Heading, Ink::Match, Ink::Cursor, Ink::Changed, Ink::Key, Ink::Focus] {
            let style = theme.style(ink.into());
            assert_eq!((style.fg, style.bg), (None, None), "{ink:?}");
            assert!(!style.add_modifier.is_empty(), "{ink:?} would look like plain text");
        }
    }

    #[test]
    fn on_a_light_background_every_colour_is_a_dark_one() {
        let (named, light) = (Theme::default(), Theme { palette: Palette::Light });
        for ink in [Ink::Heading, Ink::Code, Ink::TakenOut, Ink::Right, Ink::Changed, Ink::Focus] {
            let colours = [named, light].map(|theme| theme.style(ink.into()).fg);
            assert!(
                colours[0].is_some() && matches!(colours[1], Some(Color::Indexed(_))),
                "{ink:?}"
            );
        }
        assert_eq!(light.painted("x", Ink::TakenOut.into()), "\u{1b}[38;5;124mx\u{1b}[0m");
    }
}
