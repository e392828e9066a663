//! Fingerprints of texts: equal texts have equal ones, so a text whose fingerprint no other has is repeated
//! nowhere. Other texts may have equal ones by chance and must be compared.

use rustc_hash::FxHashSet;

/// Odd, so that the fingerprints of longer texts still depend on their first bytes.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// The fingerprint of a text: a polynomial of its bytes (Karp and Rabin 1987). That of two texts behind
/// each other follows from theirs, so each word is read only once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fingerprint {
    value: u64,
    /// The base to the power of the number of bytes.
    shift: u64,
}

impl Fingerprint {
    /// That of no text.
    pub(crate) const EMPTY: Self = Self { value: 0, shift: 1 };

    pub(crate) fn of(text: &str) -> Self {
        let add = |sum: Self, byte: u8| Self {
            value: sum.value.wrapping_mul(BASE).wrapping_add(u64::from(byte)),
            shift: sum.shift.wrapping_mul(BASE),
        };
        text.bytes().fold(Self::EMPTY, add)
    }

    /// That of both texts with a space between them.
    pub(crate) fn joined(self, next: Self) -> Self {
        const SPACE: u64 = b' ' as u64;
        let spaced = self.value.wrapping_mul(BASE).wrapping_add(SPACE);
        Self {
            value: spaced.wrapping_mul(next.shift).wrapping_add(next.value),
            shift: self.shift.wrapping_mul(BASE).wrapping_mul(next.shift),
        }
    }

    /// The number to compare.
    pub(crate) fn value(self) -> u64 {
        self.value
    }
}

/// The fingerprints that occur more than once.
pub(crate) fn doubled(all: impl Iterator<Item = u64>) -> FxHashSet<u64> {
    let mut all: Vec<u64> = all.collect();
    all.sort_unstable();
    all.chunk_by(u64::eq).filter(|equal| equal.len() > 1).map(|equal| equal[0]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_joined_have_the_fingerprint_of_their_text() {
        let whole = Fingerprint::of("each word é read");
        let words = ["word", "é read"].map(Fingerprint::of);
        let joined = words.into_iter().fold(Fingerprint::of("each"), Fingerprint::joined);
        assert_eq!(joined, whole);
        assert_ne!(joined, Fingerprint::of("each word e read"));
    }

    #[test]
    fn only_what_occurs_again_is_doubled() {
        assert_eq!(doubled([3, 1, 2, 3, 1, 3].into_iter()), FxHashSet::from_iter([1, 3]));
    }
}
