//! Fenced code, told from other lines before Markdown is parsed.

/// Tells the lines of fenced code from others.
#[derive(Default)]
pub(crate) struct Fence {
    open: Option<(char, usize)>,
}

impl Fence {
    /// Whether fenced code has begun and not ended.
    pub(crate) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Whether a line belongs to fenced code, its marks included.
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
