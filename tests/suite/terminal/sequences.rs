//! What was written, as escape sequences.

/// The escape sequences in what was written: CSI whole, of others the first two characters.
pub(crate) fn escapes(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let sequences = text.match_indices('\x1b').map(|(at, _)| {
        let rest = &text[at..];
        let end = match rest.strip_prefix("\x1b[") {
            Some(inner) => inner.find(|c| ('@'..='~').contains(&c)).map(|end| end + 3),
            None => rest.char_indices().nth(2).map(|(end, _)| end),
        };
        rest[..end.unwrap_or(rest.len())].to_owned()
    });
    sequences.collect()
}

/// The parameters of every SGR sequence: what colors and attributes were asked for.
pub(crate) fn styles(bytes: &[u8]) -> Vec<u16> {
    let sequences = escapes(bytes).into_iter().filter(|s| s.ends_with('m') && !s.contains('?'));
    sequences
        .flat_map(|s| {
            let inside = s[2..s.len() - 1].to_owned();
            inside.split(';').map(|n| n.parse().unwrap_or(0)).collect::<Vec<u16>>()
        })
        .collect()
}

/// Whether an SGR parameter asks for a color (39, 49 and 59 go back to the terminal's own).
pub(crate) fn is_color(style: u16) -> bool {
    matches!(style, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107)
}
