//! Texts that Markdown shows as they are.

/// Text that Markdown shows as it is.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Text for the cell of a table.
pub(super) fn cell(text: &str) -> String {
    escaped(text).replace('\n', "<br>")
}
