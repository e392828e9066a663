//! The signs that pages are drawn with, and their replacements in ASCII.

use super::wrap::{truncate, truncate_front};
use crate::compare::Direction;
use crate::report::WHOLLY_DIFFERENT;

/// Which signs may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Glyphs {
    /// Box drawing and bullets.
    #[default]
    Unicode,
    /// ASCII only, for locales without UTF-8.
    Ascii,
}

impl Glyphs {
    fn pick(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        match self {
            Self::Unicode => unicode,
            Self::Ascii => ascii,
        }
    }

    /// A horizontal rule, one column.
    #[must_use]
    pub fn horizontal(self) -> &'static str {
        self.pick("─", "-")
    }

    /// A light horizontal rule, one column.
    #[must_use]
    pub fn light(self) -> &'static str {
        self.pick("┈", ".")
    }

    /// A vertical rule, one column.
    #[must_use]
    pub fn vertical(self) -> &'static str {
        self.pick("│", "|")
    }

    /// Where rules cross, one column.
    #[must_use]
    pub fn cross(self) -> &'static str {
        self.pick("┼", "+")
    }

    /// The bullet of an item at a depth, 0 for the outermost.
    #[must_use]
    pub fn bullet(self, depth: usize) -> &'static str {
        match depth {
            0 => self.pick("•", "*"),
            1 => self.pick("◦", "-"),
            _ => self.pick("▪", "+"),
        }
    }

    /// The box of a task.
    #[must_use]
    pub fn task(self, done: bool) -> &'static str {
        if done { self.pick("☑", "[x]") } else { self.pick("☐", "[ ]") }
    }

    /// The bar at the side of a quote.
    #[must_use]
    pub fn quote(self) -> &'static str {
        self.pick("▌", "|")
    }

    /// The sign before the text of a picture.
    #[must_use]
    pub fn picture(self) -> &'static str {
        self.pick("▨", "[image]")
    }

    /// The sign between the parts of a path.
    #[must_use]
    pub fn separator(self) -> &'static str {
        self.pick("›", ">")
    }

    /// The sign of an unfolded (`true`) or folded (`false`) entry.
    #[must_use]
    pub fn fold(self, open: bool) -> &'static str {
        if open { self.pick("▾", "v") } else { self.pick("▸", ">") }
    }

    /// A thin dot between facts.
    #[must_use]
    pub fn dot(self) -> &'static str {
        self.pick("·", "-")
    }

    /// One column of a bar on a scale: of its certain part, or of its possible part.
    #[must_use]
    pub fn bar(self, is_sure: bool) -> &'static str {
        if is_sure { self.pick("━", "=") } else { self.pick("─", "-") }
    }

    /// One column of a scale without a bar.
    #[must_use]
    pub fn scale(self) -> &'static str {
        self.pick("┈", ".")
    }

    /// The open end of a bar, one column.
    #[must_use]
    pub fn open_end(self) -> &'static str {
        // `>` would be the sign of the right side.
        self.pick("▸", "+")
    }

    /// The sign of a row, one column.
    #[must_use]
    pub fn sign(self, sign: &'static str) -> &'static str {
        if sign == WHOLLY_DIFFERENT { self.pick(WHOLLY_DIFFERENT, "!") } else { sign }
    }

    /// Words of ours, with an ASCII arrow if the signs are ASCII.
    #[must_use]
    pub fn words(self, words: &str) -> String {
        words.replace('→', self.pick("→", "->"))
    }

    /// The sign that points at the current row, one column.
    #[must_use]
    pub fn current(self) -> &'static str {
        self.pick("▶", "*")
    }

    /// The direction in which a number changes, one column.
    #[must_use]
    pub fn direction(self, direction: Direction) -> &'static str {
        match direction {
            Direction::Up => self.pick(direction.sign(), "^"),
            Direction::Down => self.pick(direction.sign(), "v"),
        }
    }

    /// The text, cut to a width if it is longer, with an ellipsis.
    #[must_use]
    pub fn truncate(self, text: &str, columns: usize) -> String {
        truncate(text, columns, self.ellipsis())
    }

    /// The text, cut at its beginning to a width if it is longer, with an ellipsis.
    #[must_use]
    pub fn truncate_front(self, text: &str, columns: usize) -> String {
        truncate_front(text, columns, self.ellipsis())
    }

    /// The sign of a cut text, one column.
    #[must_use]
    pub fn ellipsis(self) -> &'static str {
        self.pick("…", "~")
    }
}

/// A sign of one or two columns for the `icon` of a document.
///
/// An emoji is shown as it is. The icon names that documentation generators use most often have a sign
/// of their own. Any other name gives `◆`.
#[must_use]
pub fn icon_glyph(icon: &str, glyphs: Glyphs) -> String {
    let name = icon.trim().trim_matches(':').to_ascii_lowercase();
    if name.is_empty() {
        return String::new();
    }
    if glyphs == Glyphs::Ascii {
        return "*".to_owned();
    }
    if !icon.is_ascii() {
        let mut graphemes = unicode_segmentation::UnicodeSegmentation::graphemes(icon.trim(), true);
        return graphemes.next().unwrap_or_default().to_owned();
    }
    let sign = match name.as_str() {
        "organization" | "people" | "team" | "users" | "sitemap" => "▣",
        "person" | "user" | "account" | "smiley" => "●",
        "code" | "code-square" | "terminal" | "command-palette" | "laptop" => "λ",
        "star" | "north-star" | "sparkle" | "trophy" => "★",
        "rocket" | "zap" | "flame" | "goal" => "▲",
        "book" | "home" | "info" | "list-unordered" | "table" | "graph" => "≡",
        "briefcase" | "project" | "stack" | "milestone" | "law" => "■",
        "mortar-board" | "mentor" | "heart" | "light-bulb" | "telescope" => "◇",
        "gear" | "tools" | "cpu" | "server" | "globe" | "shield" => "○",
        _ => "◆",
    };
    sign.to_owned()
}
