//! From meanings to styles.

use ratatui::style::{Color, Modifier, Style};

use super::color;
use super::ink::{Ink, Mark};

/// Turns meanings into styles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    pub(super) styles: [Style; Ink::ALL.len()],
}

impl Theme {
    /// A theme of colors for each meaning; the attributes are the same in all themes.
    pub(super) fn new(color: impl Fn(Ink) -> Option<Color>, background: Option<Color>) -> Self {
        let style = |(ink, _): (Ink, &str)| {
            let fg = color(ink);
            // A color makes a border quiet already.
            let is_quiet = ink == Ink::Border && fg.is_some();
            let attributes = if is_quiet { Modifier::empty() } else { ink.attributes() };
            Style { fg, bg: background, ..Style::new().add_modifier(attributes) }
        };
        Self { styles: Ink::ALL.map(style) }
    }

    /// The style of a mark.
    #[must_use]
    pub fn style(&self, mark: Mark) -> Style {
        let mut style = self.styles[mark.ink as usize];
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

    /// Changes the style of a meaning, both as a config names them: `bold red on black`. The attributes of the
    /// meaning stay. A background of the ordinary text is that of all text that has no other.
    ///
    /// # Errors
    /// With a message if there is no such meaning, color or attribute.
    pub fn set(&mut self, ink: &str, style: &str) -> Result<(), String> {
        let (ink, _) = Ink::ALL.into_iter().find(|(_, name)| *name == ink).ok_or_else(|| {
            color::unknown("part of a theme", ink, Ink::ALL.iter().map(|(_, name)| *name))
        })?;
        let given = color::style(style)?;
        let before = self.styles[Ink::Text as usize];
        let own = &mut self.styles[ink as usize];
        *own = own.patch(given);
        if ink == Ink::Text {
            for style in &mut self.styles {
                style.fg = if style.fg == before.fg { given.fg.or(style.fg) } else { style.fg };
                style.bg = if style.bg == before.bg { given.bg.or(style.bg) } else { style.bg };
            }
        }
        Ok(())
    }

    /// A text between the escape sequences of a mark, for output outside the terminal UI.
    #[must_use]
    pub fn painted(&self, text: &str, mark: Mark) -> String {
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
        codes.extend(style.fg.and_then(|color| color::code(color, 30)));
        codes.extend(style.bg.and_then(|color| color::code(color, 40)));
        if codes.is_empty() || text.trim().is_empty() {
            return text.to_owned();
        }
        format!("\u{1b}[{}m{text}\u{1b}[0m", codes.join(";"))
    }
}
