//! Colors: their names in a config, their codes in output, and the contrast of two of them.

use std::fmt;

use ratatui::style::{Color, Modifier, Style};

use crate::naming::nearest;

/// The named colors, which are the terminal's own.
const NAMES: [(&str, Color); 17] = [
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
    ("default", Color::Reset),
];

const ATTRIBUTES: [(&str, Modifier); 4] = [
    ("bold", Modifier::BOLD),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
];

/// The style that words name: attributes, a color, and `on` another color for the background.
pub(super) fn style(words: &str) -> Result<Style, String> {
    let mut style = Style::new();
    let mut is_background = false;
    for word in words.split_whitespace() {
        if word == "on" {
            is_background = true;
        } else if let Some((_, attribute)) = ATTRIBUTES.iter().find(|(name, _)| *name == word) {
            style = style.add_modifier(*attribute);
        } else {
            let place = if is_background { &mut style.bg } else { &mut style.fg };
            if place.replace(color(word)?).is_some() {
                return Err(format!(
                    "`{words}` names two colors: write `on` before the background"
                ));
            }
        }
    }
    Ok(style)
}

/// The color that a word names.
fn color(word: &str) -> Result<Color, String> {
    if let Some((_, color)) = NAMES.iter().find(|(name, _)| *name == word) {
        return Ok(*color);
    }
    if let Ok(number) = word.parse() {
        return Ok(Color::Indexed(number));
    }
    let hex = word.strip_prefix('#').filter(|hex| hex.len() == 6);
    if let Some(Ok(rgb)) = hex.map(|hex| u32::from_str_radix(hex, 16)) {
        let [_, red, green, blue] = rgb.to_be_bytes();
        return Ok(Color::Rgb(red, green, blue));
    }
    let known = NAMES.iter().map(|(name, _)| *name);
    let known = known.chain(ATTRIBUTES.iter().map(|(name, _)| *name));
    Err(unknown("color or attribute", word, known))
}

/// The message about a name that is not known.
pub(super) fn unknown<'a>(
    kind: &str,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> String {
    match nearest(name, known.clone()).filter(|_| !name.starts_with('#')) {
        Some(near) => format!("there is no {kind} `{name}`; did you mean `{near}`?"),
        None if kind.starts_with("color") => {
            format!("there is no {kind} `{name}`; a color is a name, a number up to 255 or #rrggbb")
        }
        None => {
            format!(
                "there is no {kind} `{name}`; there are {}",
                known.collect::<Vec<_>>().join(", ")
            )
        }
    }
}

/// The codes of a color in an escape sequence; `base` is 30 for text and 40 for the background.
pub(super) fn code(color: Color, base: usize) -> Option<String> {
    Some(match color {
        Color::Indexed(number) => format!("{};5;{number}", base + 8),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", base + 8),
        named => match NAMES.iter().position(|(_, color)| *color == named)? {
            at @ 0..8 => (base + at).to_string(),
            at @ 8..16 => (base + 60 + at - 8).to_string(),
            _ => return None,
        },
    })
}

/// A contrast between two colors, in hundredths: 450 is 4.5:1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contrast(pub u32);

impl fmt::Display for Contrast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}:1", self.0 / 100, self.0 % 100 / 10)
    }
}

/// The contrast of the two colors of a style as WCAG 2 defines it; `None` if the terminal decides about one of
/// them.
#[must_use]
pub fn contrast(style: Style) -> Option<Contrast> {
    let [one, other] = [luminance(style.fg?)?, luminance(style.bg?)?];
    let ratio = (one.max(other) + 0.05) / (one.min(other) + 0.05);
    // At most 21:1.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some(Contrast((ratio * 100.0) as u32))
}

/// The relative luminance of a color.
fn luminance(color: Color) -> Option<f64> {
    let channel = |value: u8| {
        let part = f64::from(value) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let (red, green, blue) = rgb(color)?;
    Some(0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue))
}

/// The parts of a color that is the same in every terminal.
fn rgb(color: Color) -> Option<(u8, u8, u8)> {
    match color {
        Color::Rgb(red, green, blue) => Some((red, green, blue)),
        Color::Indexed(number @ 16..=231) => {
            let step = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
            let number = number - 16;
            Some((step(number / 36), step(number / 6 % 6), step(number % 6)))
        }
        Color::Indexed(number @ 232..) => {
            let gray = 8 + 10 * (number - 232);
            Some((gray, gray, gray))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let of = |fg, bg| contrast(Style { fg: Some(fg), bg: Some(bg), ..Style::new() });
        let gray = Color::Rgb(0x77, 0x77, 0x77);
        assert_eq!(of(Color::Indexed(16), Color::Indexed(231)), Some(Contrast(2100)));
        assert_eq!(of(gray, Color::Rgb(255, 255, 255)).unwrap().to_string(), "4.4:1");
        assert_eq!(of(Color::Red, gray), None);
    }
}
