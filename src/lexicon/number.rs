//! The numbers of levels: in the digits of several scripts, or as Roman numerals.

/// The value of a number in the digits of any script with decimal positions.
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

/// Whether a word is a number as levels have it: one or two digits.
pub(crate) fn is_number(word: &str) -> bool {
    (1..=2).contains(&word.chars().count()) && value(word).is_some()
}

const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];

/// The value of a low Roman numeral in lower case.
pub(crate) fn roman(word: &str) -> Option<u32> {
    long_roman(word).filter(|value| *value <= 10)
}

/// The value of a Roman numeral below forty, in lower case.
pub(crate) fn long_roman(word: &str) -> Option<u32> {
    let tens = word.bytes().take_while(|byte| *byte == b'x').count();
    let ones = ONES.iter().position(|ones| *ones == &word[tens..])?;
    u32::try_from(10 * tens + ones).ok().filter(|value| (1..40).contains(value))
}

/// A number below forty as a Roman numeral, in lower case.
pub(crate) fn as_roman(number: u32) -> Option<String> {
    let (tens, ones) = (number as usize / 10, number as usize % 10);
    (1..40).contains(&number).then(|| "x".repeat(tens) + ONES[ones])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numerals_are_read_and_written() {
        for number in 1..40 {
            let written = as_roman(number).unwrap();
            assert_eq!(long_roman(&written), Some(number));
            assert_eq!(roman(&written), Some(number).filter(|number| *number <= 10));
        }
        assert_eq!((as_roman(0), as_roman(40)), (None, None));
        for word in ["", "xxxx", "iiii", "xi\u{301}", "exit"] {
            assert_eq!(long_roman(word), None, "{word}");
        }
        assert_eq!(as_roman(14).as_deref(), Some("xiv"));
    }
}
