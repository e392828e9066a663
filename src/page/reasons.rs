//! Why two texts correspond, below them.

use super::rows::{Rows, SIGN};
use super::sheet::Run;
use crate::compare::Reason;
use crate::model::Text;
use crate::theme::Ink;

impl Rows<'_> {
    /// The reasons, quietly, below what they are reasons for.
    pub(super) fn why(&mut self, why: &[Reason]) {
        if why.is_empty() {
            return;
        }
        let words: Vec<String> = why.iter().map(ToString::to_string).collect();
        let lead = Run::new(" ".repeat(2 * SIGN), Ink::Muted);
        self.layout.indented(lead.clone(), lead, |layout| {
            layout.text(&Text::plain(format!("why: {}", words.join("; "))), Ink::Muted);
        });
    }
}
