//! Themes on the screen: every cell has their colors, and what they say is said without color too.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use rungs::theme::{BaseTheme, Contrast, Theme, contrast};
use rungs::tui::{Preferences, Session, play};

use super::played::small;

/// Keys that show every view and layer.
const SCREENS: [&str; 10] =
    ["", "<Enter>/e<Enter>", "c<Enter>", "c<Enter>v", "M", "<Tab>jt", "p", "sscope", "?", "m"];

fn drawn(theme: Theme, keys: &str) -> Buffer {
    let preferences = Preferences { theme, ..Preferences::default() };
    play(Session { preferences, ..small() }, (100, 30), keys)
}

#[test]
fn a_theme_with_a_background_leaves_no_cell_to_the_terminal() {
    for base in [BaseTheme::Dark, BaseTheme::Light, BaseTheme::HighContrast] {
        for keys in SCREENS {
            for cell in drawn(base.theme(None), keys).content() {
                let style = cell.style();
                let got = contrast(style);
                assert!(got.is_some(), "{base:?} after {keys}: {:?} {style:?}", cell.symbol());
                let is_border = !cell.symbol().is_ascii();
                let least = Contrast(if is_border { 300 } else { 450 });
                assert!(got >= Some(least), "{base:?} after {keys}: {:?} {got:?}", cell.symbol());
            }
        }
    }
}

#[test]
fn no_text_is_dim_in_any_theme() {
    for base in BaseTheme::ALL {
        for keys in SCREENS {
            for cell in drawn(base.theme(None), keys).content() {
                let is_text = cell.symbol().chars().any(char::is_alphanumeric);
                let is_dim = cell.modifier.contains(Modifier::DIM);
                assert!(!(is_text && is_dim), "{base:?} after {keys}: {:?}", cell.symbol());
            }
        }
    }
}

#[test]
fn the_screens_of_all_themes_say_the_same() {
    for keys in SCREENS {
        let plain = drawn(BaseTheme::Monochrome.theme(None), keys);
        assert!(plain.content().iter().all(|cell| cell.fg == Color::Reset));
        for base in BaseTheme::ALL {
            let other = drawn(base.theme(None), keys);
            for (one, two) in plain.content().iter().zip(other.content()) {
                let said = |modifier: Modifier| modifier.difference(Modifier::DIM);
                assert_eq!(one.symbol(), two.symbol(), "{base:?} after {keys}");
                assert_eq!(said(one.modifier), said(two.modifier), "{base:?} after {keys}");
            }
        }
    }
}
