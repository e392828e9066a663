//! The themes of the program.

use ratatui::style::Color;

use super::ink::Ink;
use super::styles::Theme;

/// A theme of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BaseTheme {
    /// The terminal's own colors and background.
    #[default]
    Terminal,
    /// Light text on a dark background.
    Dark,
    /// Dark text on a light background.
    Light,
    /// White on black, with a contrast of at least 7:1.
    HighContrast,
    /// No color.
    Monochrome,
}

/// The background of the terminal, if it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backdrop {
    /// Dark.
    Dark,
    /// Light.
    Light,
}

impl Backdrop {
    /// The background of a color as terminals tell it: `rgb:1e1e/1e1e/2e2e`, of one to four digits each.
    #[must_use]
    pub fn told(color: &str) -> Option<Self> {
        let (kind, parts) = color.split_once(':')?;
        let parts: Option<Vec<f64>> = parts.split('/').map(part).collect();
        match (kind, parts?.as_slice()) {
            ("rgb", [red, green, blue]) | ("rgba", [red, green, blue, _]) => {
                let light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
                Some(if light > 0.5 { Self::Light } else { Self::Dark })
            }
            _ => None,
        }
    }
}

/// A part of a color in hexadecimal digits, from 0 to 1.
fn part(digits: &str) -> Option<f64> {
    let most =
        16_u32.checked_pow(u32::try_from(digits.len()).ok().filter(|it| (1..=4).contains(it))?)?;
    Some(f64::from(u32::from_str_radix(digits, 16).ok()?) / f64::from(most - 1))
}

/// A color for each group of meanings.
struct Colors {
    text: Option<Color>,
    background: Option<Color>,
    muted: Option<Color>,
    border: Option<Color>,
    /// What structures a text, and the left side.
    accent: Option<Color>,
    /// Code and what changed.
    changed: Option<Color>,
    /// What was removed, and errors.
    removed: Option<Color>,
    /// The right side, and where the user is.
    added: Option<Color>,
}

/// One of the 256 colors, which are nearly the same in every terminal.
const fn of_256(number: u8) -> Option<Color> {
    Some(Color::Indexed(number))
}

const PLAIN: Colors = Colors {
    text: None,
    background: None,
    muted: None,
    border: None,
    accent: None,
    changed: None,
    removed: None,
    added: None,
};

/// Those colors that most schemes keep legible on dark and on light backgrounds: no yellow, no blue. No gray
/// is legible on both.
const TERMINAL: Colors = Colors {
    accent: Some(Color::Cyan),
    changed: Some(Color::Magenta),
    removed: Some(Color::Red),
    added: Some(Color::Green),
    ..PLAIN
};

const TERMINAL_DARK: Colors = Colors { muted: of_256(248), ..TERMINAL };

const TERMINAL_LIGHT: Colors = Colors {
    muted: of_256(240),
    accent: of_256(24),
    changed: of_256(90),
    removed: of_256(124),
    added: of_256(22),
    ..PLAIN
};

const DARK: Colors = Colors {
    text: of_256(253),
    background: of_256(234),
    muted: of_256(248),
    border: of_256(245),
    accent: of_256(80),
    changed: of_256(177),
    removed: of_256(210),
    added: of_256(114),
};

const LIGHT: Colors = Colors {
    text: of_256(235),
    background: of_256(231),
    muted: of_256(240),
    border: of_256(243),
    accent: of_256(24),
    changed: of_256(90),
    removed: of_256(124),
    added: of_256(22),
};

const HIGH_CONTRAST: Colors = Colors {
    text: of_256(231),
    background: of_256(16),
    muted: of_256(254),
    border: of_256(250),
    accent: of_256(87),
    changed: of_256(219),
    removed: of_256(217),
    added: of_256(120),
};

impl Colors {
    fn of(&self, ink: Ink) -> Option<Color> {
        match ink {
            Ink::Text | Ink::Subheading | Ink::Cursor | Ink::Match => self.text,
            Ink::Muted => self.muted,
            Ink::Border => self.border,
            Ink::Title | Ink::Heading | Ink::Marker | Ink::Link | Ink::Callout => self.accent,
            Ink::Key | Ink::Left => self.accent,
            Ink::Code | Ink::Changed | Ink::CurrentMatch => self.changed,
            Ink::Warning | Ink::Error | Ink::TakenOut => self.removed,
            Ink::Focus | Ink::Place | Ink::Right => self.added,
        }
    }
}

impl BaseTheme {
    /// All themes.
    pub const ALL: [Self; 5] =
        [Self::Terminal, Self::Dark, Self::Light, Self::HighContrast, Self::Monochrome];

    /// Its name in a config.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Monochrome => "monochrome",
        }
    }

    /// The theme of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// Its styles, on this background of the terminal.
    #[must_use]
    pub fn theme(self, backdrop: Option<Backdrop>) -> Theme {
        let colors = match (self, backdrop) {
            (Self::Terminal, None) => &TERMINAL,
            (Self::Terminal, Some(Backdrop::Dark)) => &TERMINAL_DARK,
            (Self::Terminal, Some(Backdrop::Light)) => &TERMINAL_LIGHT,
            (Self::Dark, _) => &DARK,
            (Self::Light, _) => &LIGHT,
            (Self::HighContrast, _) => &HIGH_CONTRAST,
            (Self::Monochrome, _) => &PLAIN,
        };
        Theme::new(|ink| colors.of(ink), colors.background)
    }
}

impl Default for Theme {
    fn default() -> Self {
        BaseTheme::Terminal.theme(None)
    }
}

impl Theme {
    /// The same for text that is printed into the terminal: without a background of its own. A theme that has
    /// one has colors for it alone, so those of the terminal replace them.
    #[must_use]
    pub fn for_output(self, backdrop: Option<Backdrop>) -> Self {
        match self.styles[Ink::Text as usize].bg {
            Some(_) => BaseTheme::Terminal.theme(backdrop),
            None => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Modifier;

    use super::super::color::{Contrast, contrast};
    use super::*;

    #[track_caller]
    fn check(theme: BaseTheme, least: u32) {
        for (ink, name) in Ink::ALL {
            // A border is no text: 3:1 is enough for it.
            let least = Contrast(if ink == Ink::Border { 300 } else { least });
            let got = contrast(theme.theme(None).style(ink.into())).unwrap();
            assert!(got >= least, "{name} in {theme:?} has a contrast of {got}");
        }
    }

    #[test]
    fn every_text_has_enough_contrast() {
        check(BaseTheme::Dark, 450);
        check(BaseTheme::Light, 450);
        check(BaseTheme::HighContrast, 700);
    }

    #[test]
    fn the_terminals_light_colors_have_it_on_white_and_the_gray_on_black() {
        for (backdrop, background) in [(Backdrop::Light, 231), (Backdrop::Dark, 234)] {
            let theme = BaseTheme::Terminal.theme(Some(backdrop));
            for (ink, name) in Ink::ALL {
                let style = theme.style(ink.into()).bg(Color::Indexed(background));
                let got = contrast(style).unwrap_or(Contrast(450));
                assert!(got >= Contrast(450), "{name} on {backdrop:?} has a contrast of {got}");
            }
        }
    }

    #[test]
    fn the_list_of_meanings_has_the_order_of_the_enum() {
        for (at, (ink, _)) in Ink::ALL.into_iter().enumerate() {
            assert_eq!(ink as usize, at, "{ink:?}");
        }
    }

    #[test]
    fn without_color_the_attributes_stay() {
        let theme = BaseTheme::Monochrome.theme(None);
        for (ink, _) in Ink::ALL {
            let style = theme.style(ink.into());
            assert_eq!((style.fg, style.bg), (None, None), "{ink:?}");
            assert_eq!(style.add_modifier, ink.attributes(), "{ink:?}");
        }
    }

    #[test]
    fn only_borders_are_dim() {
        for base in BaseTheme::ALL {
            for (ink, _) in Ink::ALL.into_iter().filter(|(ink, _)| *ink != Ink::Border) {
                let style = base.theme(None).style(ink.into());
                assert!(!style.add_modifier.contains(Modifier::DIM), "{ink:?} in {base:?}");
            }
        }
    }

    #[test]
    fn on_a_light_background_every_color_is_a_dark_one() {
        let light = BaseTheme::Terminal.theme(Some(Backdrop::Light));
        for ink in [Ink::Heading, Ink::Code, Ink::TakenOut, Ink::Right, Ink::Changed, Ink::Focus] {
            let colors = [Theme::default(), light].map(|theme| theme.style(ink.into()).fg);
            assert!(colors[0].is_some() && matches!(colors[1], Some(Color::Indexed(_))), "{ink:?}");
        }
        assert_eq!(light.painted("x", Ink::TakenOut.into()), "\u{1b}[38;5;124mx\u{1b}[0m");
    }

    #[test]
    fn a_part_of_a_theme_is_set_by_name() {
        let mut theme = BaseTheme::Dark.theme(None);
        theme.set("text", "#102030 on white").unwrap();
        theme.set("heading", "italic bright-red").unwrap();
        let heading = theme.style(Ink::Heading.into());
        assert_eq!((heading.fg, heading.bg), (Some(Color::LightRed), Some(Color::Gray)));
        assert_eq!(heading.add_modifier, Modifier::BOLD.union(Modifier::ITALIC));
        let subheading = theme.style(Ink::Subheading.into());
        assert_eq!(subheading.fg, Some(Color::Rgb(16, 32, 48)), "it has the color of the text");
        for (ink, style, want) in [
            ("headin", "red", "there is no part of a theme `headin`; did you mean `heading`?"),
            ("heading", "rde", "there is no color or attribute `rde`; did you mean `red`?"),
            (
                "heading",
                "red blue",
                "`red blue` names two colors: write `on` before the background",
            ),
            (
                "heading",
                "#12",
                "there is no color or attribute `#12`; a color is a name, a number up to 255 or #rrggbb",
            ),
        ] {
            assert_eq!(theme.set(ink, style), Err(want.to_owned()));
        }
    }
}
