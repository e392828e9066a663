//! A name as the user types it.

/// A name as the user types it.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The words.
    pub text: &'a str,
    /// The same words taken as a path from the current folder, as it is seen from the ladder's root;
    /// `None` if it leads elsewhere.
    pub seen: Option<&'a str>,
}

impl<'a> From<&'a str> for Asked<'a> {
    fn from(text: &'a str) -> Self {
        Self { text, seen: None }
    }
}

impl<'a> From<&'a String> for Asked<'a> {
    fn from(text: &'a String) -> Self {
        Self::from(text.as_str())
    }
}
