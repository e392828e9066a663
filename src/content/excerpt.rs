//! A diagnostic as text, in the manner that Rust programmers know.

use unicode_width::UnicodeWidthChar;

use crate::content::clean;
use crate::content::diagnostic::Diagnostic;

/// Columns of a source line that are shown; a longer line is clipped around the column.
const SHOWN: usize = 100;

/// The diagnostic as lines of plain text: headline, place, the source line with a caret, help. Holds
/// no control character but the line breaks, and ends without one.
#[must_use]
pub fn render(diagnostic: &Diagnostic) -> String {
    let Diagnostic { severity, code, file, line, column, message, help, source_line } = diagnostic;
    let number = line.to_string();
    let gutter = " ".repeat(number.len());
    let mut out = format!("{}[{code}]: {}\n", severity.word(), clean::line(message));
    out.push_str(&format!("{gutter}--> {}:{line}:{column}", clean::line(file)));
    if let Some(source) = source_line.as_deref().filter(|source| !source.trim().is_empty()) {
        let (text, caret) = clip(source, *column);
        out.push_str(&format!("\n{gutter} |\n{number} | {text}\n{gutter} | {caret}^"));
    }
    if let Some(help) = help {
        out.push_str(&format!("\n{gutter} = help: {}", clean::line(help)));
    }
    out
}

/// The part of a source line around a column, and the white space that puts a caret below it.
fn clip(source: &str, column: usize) -> (String, String) {
    let shown: Vec<char> = source.chars().map(visible).collect();
    let at = (column - 1).min(shown.len());
    let start = if shown.len() > SHOWN { at.saturating_sub(SHOWN / 2) } else { 0 };
    let end = (start + SHOWN).min(shown.len());
    let part = |from: usize, to: usize| shown.get(from..to).unwrap_or_default().iter();
    let before: usize = part(start, at).map(|c| c.width().unwrap_or(0)).sum();
    let (left, right) =
        (if start > 0 { "…" } else { "" }, if end < shown.len() { "…" } else { "" });
    let text = format!("{left}{}{right}", part(start, end).collect::<String>());
    (text.trim_end().to_owned(), " ".repeat(before + usize::from(start > 0)))
}

/// A character that takes the place of one that must not or cannot be seen.
fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        c if clean::line(c.encode_utf8(&mut [0; 4])).is_empty() => '\u{FFFD}',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::diagnostic::Severity;

    #[track_caller]
    fn check(source: &str, column: usize, want: &str) {
        let found = Diagnostic::new(Severity::Warning, "odd-word", "a/b.md", "an odd word")
            .at(1, column, source)
            .help("write another");
        assert_eq!(render(&found), want);
    }

    #[test]
    fn a_caret_stands_below_the_column() {
        check(
            "order: maybe",
            8,
            "warning[odd-word]: an odd word\n --> a/b.md:1:8\n  |\n1 | order: maybe\n  |        ^\n  = \
             help: write another",
        );
    }

    #[test]
    fn wide_characters_and_controls_keep_it_there() {
        check(
            "評価\u{1b}x",
            4,
            "warning[odd-word]: an odd word\n --> a/b.md:1:4\n  |\n1 | 評価\u{FFFD}x\n  |      ^\n  = \
             help: write another",
        );
    }

    #[test]
    fn long_lines_are_clipped_around_it() {
        let rendered = render(&Diagnostic::new(Severity::Error, "x", "f.md", "m").at(
            1,
            3001,
            &"ab".repeat(5000),
        ));
        let lines: Vec<&str> = rendered.lines().collect();
        assert!(lines.iter().all(|line| line.chars().count() < 120), "{rendered}");
        let caret = lines[4].find('^').unwrap_or_default();
        assert_eq!(lines[3].chars().nth(caret), Some('a'));
    }
}
