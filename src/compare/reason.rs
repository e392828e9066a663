//! Why two texts were paired and why one is unmatched: as data and in words.

use std::fmt::{self, Display, Formatter};

use crate::compare::spot::Spot;

/// Why two sections or texts correspond, or why one is unmatched.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// They are in one row of a table in which an author compares the two.
    Table,
    /// They are the text before the first section.
    Beginning,
    /// Their texts are equal.
    SameText,
    /// Their headings are equal, numbers and the roles' names aside.
    SameHeading,
    /// Their keys are equal; the key as the right side writes it.
    SameKey(String),
    /// Their words are alike.
    Words(Alike),
    /// The contents of the two sections are alike.
    Content(Alike),
    /// They are the only sections in sections that correspond.
    OnlyOnes,
    /// Their neighbors, or the other items of their lists, correspond.
    Neighbors,
    /// They are in sections that correspond.
    Together,
    /// They are in sections that do not correspond.
    Moved {
        /// The section on the left.
        from: String,
        /// The section on the right.
        to: String,
    },
    /// It is unmatched, and this item is nearest.
    Nearest {
        /// The nearest item.
        spot: Spot,
        /// The score of the two.
        score: f64,
        /// What kept them apart.
        apart: Apart,
    },
    /// It is unmatched: it would pair with this item, but one of the two is about promotion.
    WayUp(Spot),
    /// It is unmatched, and nothing is similar.
    NothingNear,
    /// The other version does not have its level; the level there that is nearest.
    NoLevel(Option<NearestLevel>),
}

/// The nearest level of another version, which is not the same level.
#[derive(Debug, Clone, PartialEq)]
pub struct NearestLevel {
    /// What it is called.
    pub label: String,
    /// The share of their words in common, from 0 to 1.
    pub share: f64,
    /// The share that is needed.
    pub needed: f64,
}

/// How alike two texts are.
#[derive(Debug, Clone, PartialEq)]
pub struct Alike {
    /// From 0 to 1.
    pub alike: f64,
    /// The words in common, the rarest in the ladder first, as the right side writes them.
    pub words: Vec<String>,
}

/// What kept two texts apart.
#[derive(Debug, Clone, PartialEq)]
pub enum Apart {
    /// The score that they would need.
    Unlike(f64),
    /// The other corresponds to this text.
    Taken(Spot),
    /// This is nearly as much like one of them.
    Rival(Spot),
}

impl Reason {
    /// Its name in data.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Beginning => "beginning",
            Self::SameText => "text",
            Self::SameHeading => "heading",
            Self::SameKey(_) => "key",
            Self::Words(_) => "words",
            Self::Content(_) => "content",
            Self::OnlyOnes => "only",
            Self::Neighbors => "neighbors",
            Self::Together => "together",
            Self::Moved { .. } => "moved",
            Self::Nearest { .. } => "nearest",
            Self::WayUp(_) => "way_up",
            Self::NothingNear => "nothing",
            Self::NoLevel(_) => "level",
        }
    }

    /// How alike the two texts are, if that is the reason.
    #[must_use]
    pub fn alike(&self) -> Option<f64> {
        match self {
            Self::Words(it) | Self::Content(it) => Some(it.alike),
            _ => None,
        }
    }

    /// The score of an unmatched item and the nearest one.
    #[must_use]
    pub fn score(&self) -> Option<f64> {
        if let Self::Nearest { score, .. } = self { Some(*score) } else { None }
    }

    /// The words in common, if they are the reason.
    #[must_use]
    pub fn words(&self) -> &[String] {
        match self {
            Self::Words(it) | Self::Content(it) => &it.words,
            _ => &[],
        }
    }
}

impl Display for Reason {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table => f.write_str("paired in a table that compares the two"),
            Self::Beginning => f.write_str("text before the first section"),
            Self::SameText => f.write_str("identical text"),
            Self::SameHeading => f.write_str("same heading"),
            Self::SameKey(key) => write!(f, "same key {}", quoted(key)),
            Self::Words(it) => it.fmt(f),
            Self::Content(it) => write!(f, "of their contents, {it}"),
            Self::OnlyOnes => f.write_str("the only sections within corresponding sections"),
            Self::Neighbors => f.write_str("their neighbors correspond"),
            Self::Together => f.write_str("their sections correspond"),
            Self::Moved { from, to } => {
                write!(f, "moved from {} to {}", quoted(from), quoted(to))
            }
            Self::Nearest { spot, score, apart } => {
                write!(
                    f,
                    "unmatched: nearest is {}, score {}, ",
                    quoted(&spot.text),
                    told(*score)
                )?;
                match apart {
                    Apart::Unlike(least) => write!(f, "{least:.2} needed"),
                    Apart::Taken(by) => write!(f, "but it is paired with {}", quoted(&by.text)),
                    Apart::Rival(by) => write!(f, "but {} is nearly as similar", quoted(&by.text)),
                }
            }
            Self::WayUp(spot) => {
                write!(f, "unmatched: {} is similar, ", quoted(&spot.text))?;
                f.write_str("but one of the two is about promotion")
            }
            Self::NothingNear => f.write_str("unmatched: nothing is similar"),
            Self::NoLevel(None) => {
                f.write_str("no level of the other version has words in common with it")
            }
            Self::NoLevel(Some(near)) => {
                let NearestLevel { label, share, needed } = near;
                write!(f, "the other version has no such level: nearest is {label}, ")?;
                let [share, needed] = [share, needed].map(|part| (part * 100.0).floor());
                write!(f, "{share}% of the words in common, {needed}% needed")
            }
        }
    }
}

impl Display for Alike {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "similarity {}", told(self.alike))?;
        if !self.words.is_empty() {
            write!(f, ", words in common: {}", self.words.join(", "))?;
        }
        Ok(())
    }
}

/// How alike two texts are, rounded down: a score below the threshold must not look as if it reached
/// it.
fn told(alike: f64) -> String {
    format!("{:.2}", (alike * 100.0 + 1e-9).floor() / 100.0)
}

/// The first words of a text in backticks.
fn quoted(text: &str) -> String {
    const WORDS: usize = 8;
    const LETTERS: usize = 60;
    let mut shown = String::new();
    for (at, word) in text.split_whitespace().enumerate() {
        let letters = shown.chars().count() + word.chars().count();
        if at > 0 && (at >= WORDS || letters >= LETTERS) {
            shown.push_str(" ...");
            break;
        }
        if at > 0 {
            shown.push(' ');
        }
        shown.extend(word.chars().take(LETTERS));
    }
    format!("`{shown}`")
}
