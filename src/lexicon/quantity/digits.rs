//! The digits of a number as written, "1,200", "1 500", "2.5", and their value.

/// Digits of one number, and where they end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Digits {
    pub(super) value: f64,
    pub(super) end: usize,
}

/// The number at a position; commas or spaces may separate its thousands.
pub(super) fn digits(text: &str, at: usize) -> Option<Digits> {
    let run = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let first = run(at);
    let mut end = at + first;
    let parts = if (1..=3).contains(&first) { parts(text, at, end) } else { 0 };
    for _ in 0..parts {
        end += separator(&text[end..])?.len() + 3;
    }
    while text[end..].starts_with(',') && run(end + 1) == 3 {
        end += 4;
    }
    if text[end..].starts_with('.') && run(end + 1) > 0 {
        end += 1 + run(end + 1);
    }
    // A fraction sign is a number by itself, or a part of the whole number before it.
    let part = text[end..].chars().next().filter(|c| fraction(*c).is_some());
    let part_value = part.and_then(fraction).unwrap_or(0.0);
    let part_length = part.map_or(0, char::len_utf8);
    if part.is_some() && end == at {
        return Some(Digits { value: part_value, end: end + part_length });
    }
    let written: String =
        text.get(at..end)?.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    // A number of people or money has fewer digits; this is a telephone number or similar.
    let sound = !written.is_empty() && written.len() <= 15;
    let value: f64 = written.parse().ok().filter(|_| sound)?;
    Some(Digits { value: value + part_value, end: end + part_length })
}

/// The value of a fraction sign.
pub(super) fn fraction(c: char) -> Option<f64> {
    match c {
        '½' => Some(0.5),
        '¼' => Some(0.25),
        '¾' => Some(0.75),
        '⅓' => Some(1.0 / 3.0),
        '⅔' => Some(2.0 / 3.0),
        _ => None,
    }
}

/// How many groups of three digits after spaces belong to a number. "2 100% goals" and "teams of 5,
/// 10 200" are ambiguous, because a plain space also separates numbers. So it joins no digits next to a
/// comma, in a range or before a share.
fn parts(text: &str, start: usize, first: usize) -> usize {
    if text[start..].starts_with('0') {
        return 0;
    }
    let (mut count, mut end, mut plain) = (0, first, false);
    while let Some(space) = separator(&text[end..]) {
        let from = end + space.len();
        if text[from..].bytes().take_while(u8::is_ascii_digit).count() != 3 {
            // Another number follows, so these are several numbers.
            if count > 0 && text[from..].starts_with(|c: char| c.is_ascii_digit()) {
                return 0;
            }
            break;
        }
        plain |= space == " ";
        (count, end) = (count + 1, from + 3);
    }
    let before = text[..start].trim_end_matches(' ');
    let listed = before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, ',' | ';' | '/'))
        || ends_small_range(before);
    let behind = text[end..].trim_start_matches(' ');
    let share = behind.starts_with(['%', '％']) || names_more(&text[end..]);
    if plain && (listed || share) { 0 } else { count }
}

/// Whether a text ends with a dash after a number without hundreds, such as the "1-" of "1-2 500". In
/// "800-1 200" both numbers may have thousands.
fn ends_small_range(before: &str) -> bool {
    let from = before.trim_end_matches(['-', '–', '—', '−']);
    let digits = from.trim_end_matches(' ').bytes().rev().take_while(u8::is_ascii_digit).count();
    from.len() < before.len() && (1..3).contains(&digits)
}

/// Whether a sign after digits gives them another meaning: a list, a ratio, a version.
fn names_more(behind: &str) -> bool {
    let mut after = behind.chars();
    let (sign, next) = (after.next(), after.next());
    matches!(sign, Some(':' | '/' | '.' | ',')) && next.is_some_and(|c| c.is_ascii_digit())
}

/// The space that may separate thousands: a space of any width.
fn separator(text: &str) -> Option<&str> {
    let space = text
        .chars()
        .next()
        .filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}'))?;
    Some(&text[..space.len_utf8()])
}

/// Whether a sign before a number makes it negative: a dash that touches the number and nothing else.
pub(super) fn is_negative(text: &str, start: usize) -> bool {
    let mut before = text[..start].chars().rev();
    let dash = before.next().is_some_and(|c| matches!(c, '-' | '−' | '–'));
    dash && before.next().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '~' | '≈'))
}
