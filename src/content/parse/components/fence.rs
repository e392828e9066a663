//! Recognizes code, fenced or in a line, before Markdown is parsed.

/// Separates the lines of fenced code from others.
#[derive(Default)]
pub(crate) struct Fence {
    open: Option<(char, usize)>,
}

impl Fence {
    /// Whether fenced code has begun and not ended.
    pub(crate) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Whether a line belongs to fenced code, including its marks.
    pub(crate) fn holds(&mut self, line: &str) -> bool {
        let trimmed = line.trim_start();
        let mark = trimmed.chars().next().filter(|c| matches!(c, '`' | '~'));
        let length = mark.map_or(0, |mark| trimmed.chars().take_while(|c| *c == mark).count());
        match (self.open, mark) {
            (Some((open, least)), _) => {
                if mark == Some(open) && length >= least && trimmed.trim_end().len() == length {
                    self.open = None;
                }
                true
            }
            (None, Some(mark)) if length >= 3 => {
                self.open = Some((mark, length));
                true
            }
            _ => false,
        }
    }
}

/// Where code that begins with backticks ends, on the same line.
pub(crate) fn code_end(text: &str) -> usize {
    let count = text.bytes().take_while(|byte| *byte == b'`').count();
    let mark = &text[..count];
    let mut at = count;
    while let Some(found) = text[at..].find(mark) {
        let start = at + found;
        let run = text[start..].bytes().take_while(|byte| *byte == b'`').count();
        if run == count {
            return start + count;
        }
        at = start + run;
    }
    // Backticks without a closing mark are text.
    count
}
