//! Numbers that stand for texts, so that equal ones are found and ordered fast.

/// A number for a text: equal for equal texts, and the same in whatever order texts are met. What is
/// compared first so leaves no trace in what is compared next.
pub(crate) type TermMark = u64;

/// The mark of a text.
pub(crate) fn mark(text: &str) -> TermMark {
    mark_all([text])
}

/// The mark of several texts in a row: by Fowler, Noll and Vo's hash (FNV-1a), with a byte between
/// them that no text holds. Two of a million texts share a mark once in thirty million ladders.
pub(crate) fn mark_all<'a>(texts: impl IntoIterator<Item = &'a str>) -> TermMark {
    let mut mark: TermMark = 0xcbf2_9ce4_8422_2325;
    for text in texts {
        for byte in text.bytes().chain([0xff]) {
            mark = (mark ^ TermMark::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    mark
}

/// The mark of something and, after it, something else: in another order it is another one.
pub(crate) fn within(around: TermMark, inner: TermMark) -> TermMark {
    (around.rotate_left(17) ^ inner).wrapping_mul(0x0000_0100_0000_01b3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_in_a_row_are_no_text_of_their_own() {
        assert_eq!(mark("scope"), mark_all(["scope"]));
        assert_ne!(mark_all(["a", "b"]), mark_all(["ab"]));
        assert_ne!(mark_all(["a", ""]), mark_all(["", "a"]));
        assert_ne!(mark_all([]), mark(""));
    }
}
