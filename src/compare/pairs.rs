//! Pairs and the kinds that follow from what they hold.

use crate::compare::comparison::{Elsewhere, Kind, Pair, Part, Topic};
use crate::compare::words::changed_words;
use crate::lexicon::fold_space;

/// A pair of at least one part, with its kind and the words that changed.
pub(crate) fn pair(left: Option<Part>, right: Option<Part>) -> Pair {
    match (left, right) {
        (Some(mut left), Some(mut right)) => {
            let (left_text, right_text) = (left.text.as_str(), right.text.as_str());
            let key = |part: &Part| fold_space(part.key.as_deref().unwrap_or_default());
            let same_text = fold_space(left_text) == fold_space(right_text);
            if !same_text {
                (left.changed, right.changed) = changed_words(left_text, right_text);
            }
            let same = same_text && key(&left) == key(&right);
            let kind = if same { Kind::Same } else { Kind::Changed };
            Pair {
                kind,
                left: Some(left),
                right: Some(right),
                elsewhere: Elsewhere::Nowhere,
                why: Vec::new(),
            }
        }
        (left, right) => {
            let kind = if left.is_some() { Kind::Left } else { Kind::Right };
            Pair { kind, left, right, elsewhere: Elsewhere::Nowhere, why: Vec::new() }
        }
    }
}

/// The kind of a topic whose headings compare as `headings` says.
pub(crate) fn topic_kind(headings: Kind, pairs: &[Pair], topics: &[Topic]) -> Kind {
    let all_same = pairs.iter().all(|pair| pair.kind == Kind::Same)
        && topics.iter().all(|topic| topic.kind == Kind::Same);
    match headings {
        Kind::Same if !all_same => Kind::Changed,
        kind => kind,
    }
}

/// Pairs of single texts, for tests.
#[cfg(test)]
pub(crate) mod samples {
    use crate::compare::comparison::{PairBody, Part};
    use crate::compare::spot::Spot;
    use crate::model::{DocumentId, PageId, Text};

    /// A row with a key, or a paragraph without one.
    pub(crate) fn part(key: Option<&str>, text: &str) -> Part {
        let document = DocumentId::Page(PageId(0));
        Part {
            spot: Spot { document, file: "".into(), line: 1, text: text.to_owned() },
            body: if key.is_some() { PairBody::Row } else { PairBody::Prose },
            key: key.map(str::to_owned),
            text: Text::plain(text),
            changed: Vec::new(),
        }
    }
}
