//! Which bytes put a character on the screen. Some programs write colors and cursor settings several times a second
//! without changing anything.

/// Where the bytes so far have ended.
#[derive(Default, Clone, Copy)]
pub(crate) enum Reading {
    #[default]
    Text,
    Escape,
    /// A control sequence, which a letter ends.
    Control,
    /// A string, which a bell or an escape ends.
    String,
}

impl Reading {
    /// Whether these bytes hold a character outside of escape sequences.
    pub(crate) fn is_visible(&mut self, bytes: &[u8]) -> bool {
        // Every byte is taken, whatever was seen before.
        bytes.iter().filter(|byte| self.takes(**byte)).count() > 0
    }

    fn takes(&mut self, byte: u8) -> bool {
        let (next, is_visible) = match (*self, byte) {
            (Self::Text | Self::String, 0x1b) => (Self::Escape, false),
            (Self::Text, byte) => (Self::Text, byte > b' '),
            (Self::Escape, b'[') => (Self::Control, false),
            (Self::Escape, b']' | b'P' | b'_') => (Self::String, false),
            (Self::Escape, b' '..=b'/') => (Self::Escape, false),
            (Self::Escape, _) | (Self::String, 0x07) | (Self::Control, 0x40..=0x7e) => {
                (Self::Text, false)
            }
            (same, _) => (same, false),
        };
        *self = next;
        is_visible
    }
}
