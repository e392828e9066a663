//! Why two texts were paired and why one stands alone: as data and in words.

use std::fmt::{self, Display, Formatter};

use crate::compare::spot::Spot;

/// Why two sections or texts correspond, or why one stands alone.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// They stand in one row of a table that an author wrote about the two.
    Table,
    /// They are what stands before the first section.
    Beginning,
    /// Their texts are equal.
    SameText,
    /// Their headings are equal, numbers and the roles' names aside.
    SameHeading,
    /// Their keys are equal; the key as the right side writes it.
    SameKey(String),
    /// Their words are alike.
    Words(Alike),
    /// What stands in the two sections is alike.
    Content(Alike),
    /// The items they nest in correspond.
    Nested,
    /// They are the only ones of their kind in their sections.
    OnlyOnes,
    /// Nothing else in their sections comes near either of them.
    Unrivalled,
    /// They stand at the same place of a list that the levels of the track have in one order.
    Place {
        /// Their place, from 1.
        number: usize,
        /// How many things are in the list.
        of: usize,
        /// How many levels have so many.
        levels: usize,
    },
    /// They stand in sections that do not correspond.
    Moved {
        /// The section on the left.
        from: String,
        /// The section on the right.
        to: String,
    },
    /// It stands alone, and this came nearest.
    Nearest {
        /// What came nearest.
        spot: Spot,
        /// How alike the two are, what surrounds them counted in.
        alike: f64,
        /// What kept them apart.
        apart: Apart,
    },
    /// It stands alone, and nothing comes near.
    NothingNear,
}

/// How alike two texts are.
#[derive(Debug, Clone, PartialEq)]
pub struct Alike {
    /// From 0 to 1.
    pub alike: f64,
    /// What both say, the rarest in the ladder first, as the right side writes it.
    pub words: Vec<String>,
}

/// What kept two texts apart.
#[derive(Debug, Clone, PartialEq)]
pub enum Apart {
    /// They would have to be this much alike where they stand.
    Unlike(f64),
    /// The other corresponds to this text.
    Taken(Spot),
    /// It has too few words to be sure.
    Short,
    /// Other pairs of theirs, or the order, made a better whole.
    Outdone,
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
            Self::Nested => "nested",
            Self::OnlyOnes => "only",
            Self::Unrivalled => "unrivalled",
            Self::Place { .. } => "place",
            Self::Moved { .. } => "moved",
            Self::Nearest { .. } => "nearest",
            Self::NothingNear => "nothing",
        }
    }

    /// How alike the two texts are, where that is the reason.
    #[must_use]
    pub fn alike(&self) -> Option<f64> {
        match self {
            Self::Words(it) | Self::Content(it) => Some(it.alike),
            Self::Nearest { alike, .. } => Some(*alike),
            _ => None,
        }
    }

    /// What both texts say, where that is the reason.
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
            Self::Table => f.write_str("an author's table sets them side by side"),
            Self::Beginning => f.write_str("what stands before the first section"),
            Self::SameText => f.write_str("identical text"),
            Self::SameHeading => f.write_str("same heading"),
            Self::SameKey(key) => write!(f, "same key {}", quoted(key)),
            Self::Words(it) => it.fmt(f),
            Self::Content(it) => write!(f, "what stands in them is {it}"),
            Self::Nested => f.write_str("inside items that correspond"),
            Self::OnlyOnes => f.write_str("the only ones of their kind in their sections"),
            Self::Unrivalled => f.write_str("nothing else comes near either"),
            Self::Place { number, of, levels } => {
                write!(
                    f,
                    "same place: number {number} of {of}, which {levels} levels have in order"
                )
            }
            Self::Moved { from, to } => {
                write!(f, "moved from {} to {}", quoted(from), quoted(to))
            }
            Self::Nearest { spot, alike, apart } => {
                write!(f, "alone; nearest is {}, alike {}, ", quoted(&spot.text), told(*alike))?;
                match apart {
                    Apart::Unlike(least) => write!(f, "{least:.2} is needed"),
                    Apart::Taken(by) => write!(f, "which goes with {}", quoted(&by.text)),
                    Apart::Short => f.write_str("but so few words are no evidence"),
                    Apart::Outdone => f.write_str("but other pairs made a better whole"),
                }
            }
            Self::NothingNear => f.write_str("alone; nothing comes near"),
        }
    }
}

impl Display for Alike {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "alike {}", told(self.alike))?;
        if !self.words.is_empty() {
            write!(f, ": both say {}", self.words.join(", "))?;
        }
        Ok(())
    }
}

/// How alike two texts are, never more than they are: what is less than needed must not read as
/// what is needed.
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
