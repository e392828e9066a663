//! How much each piece of evidence counts.

/// What each piece of evidence counts when two roles are aligned.
///
/// The weights are round numbers, fitted on pairs of roles that people aligned by hand: six of the
/// built-in ladder and sixteen of ladders by others, in English, Japanese and Korean, one pair left
/// out at a time, and held against copies with a fifth of the items and headings gone and lists and
/// sections shuffled. docs/aligning.md has the figures; `cargo bench --bench
/// alignment -- fit` fits them anew.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AlignWeights {
    /// What counts for sections.
    pub sections: SectionWeights,
    /// What counts for items, rows, paragraphs and code.
    pub items: ItemWeights,
}

/// What counts for two sections; each piece of evidence is between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SectionWeights {
    /// Words that the headings share, each the less the more headings of the two pages have it:
    /// headings that are sentences in one frame differ in the rest of their words.
    pub heading: f64,
    /// The headings have the same words.
    pub same_heading: f64,
    /// The headings begin with the same word.
    pub first_word: f64,
    /// Neither heading has a word of its own.
    pub unnamed: f64,
    /// Words that are in both.
    pub text: f64,
    /// How well the items of either fit the best ones of the other.
    pub items: f64,
    /// How near the places of the two in their pages are.
    pub order: f64,
    /// Both have items, or neither has.
    pub leaf: f64,
    /// What they nest in corresponds.
    pub parents: f64,
    /// They are the only ones in what they nest in.
    pub only_child: f64,
    /// The sections before and after them correspond.
    pub neighbors: f64,
    /// The score that a pair must have.
    pub least: f64,
    /// What part of the best score that either has with another counts against a pair.
    pub margin: f64,
}

/// What counts for two texts; each piece of evidence is between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ItemWeights {
    /// Words that both have, by their rarity, beside all that they have (Dice 1945).
    pub words: f64,
    /// The same beside what the smaller has: a higher level's text often says the lower one's and
    /// more.
    pub cover: f64,
    /// Runs of three letters that both have, by their rarity.
    pub letters: f64,
    /// Words that their keys share, if both have one.
    pub key: f64,
    /// Words that both begin with, if neither has a key: the verb and its object.
    pub opening: f64,
    /// Their sections correspond.
    pub together: f64,
    /// The section of one corresponds to another; below 0.
    pub apart: f64,
    /// How near their places in corresponding sections are.
    pub order: f64,
    /// They have the same place in lists of equal length, three or more.
    pub place: f64,
    /// The texts before and after them correspond.
    pub neighbors: f64,
    /// The texts of their two lists correspond place by place.
    pub places: f64,
    /// The score that a pair must have.
    pub least: f64,
    /// What part of the best score that either has with another counts against a pair.
    pub margin: f64,
}

impl Default for AlignWeights {
    fn default() -> Self {
        Self {
            sections: SectionWeights {
                heading: 1.0,
                same_heading: 0.4,
                first_word: 0.3,
                unnamed: 0.3,
                text: 0.8,
                items: 0.6,
                order: 0.3,
                leaf: 0.1,
                parents: 0.4,
                only_child: 0.2,
                neighbors: 0.3,
                least: 1.0,
                margin: 0.4,
            },
            items: ItemWeights {
                words: 1.0,
                cover: 0.4,
                letters: 0.6,
                key: 1.0,
                opening: 0.4,
                together: 0.45,
                apart: -0.3,
                order: 0.15,
                place: 0.1,
                neighbors: 0.2,
                places: 0.2,
                least: 0.85,
                margin: 0.3,
            },
        }
    }
}
