//! Numbers as levels have them: in the digits of several scripts, or Roman.

/// The value of a number in the digits of any of the scripts that count like the European ones.
pub(crate) fn value(digits: &str) -> Option<u32> {
    let digit = |c: char| match c {
        '0'..='9' => c.to_digit(10),
        '\u{0660}'..='\u{0669}' => Some(c as u32 - 0x0660),
        '\u{06F0}'..='\u{06F9}' => Some(c as u32 - 0x06F0),
        '\u{FF10}'..='\u{FF19}' => Some(c as u32 - 0xFF10),
        _ => None,
    };
    let add = |sum: u32, c: char| sum.checked_mul(10)?.checked_add(digit(c)?);
    if digits.is_empty() { None } else { digits.chars().try_fold(0, add) }
}

/// Whether a word is a number such as levels have: of one digit or two.
pub(crate) fn is_number(word: &str) -> bool {
    (1..=2).contains(&word.chars().count()) && value(word).is_some()
}

/// The value of a small Roman numeral, in small letters.
pub(crate) fn roman(word: &str) -> Option<u32> {
    let numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    numerals.iter().position(|numeral| *numeral == word).map(|at| at as u32 + 1)
}
