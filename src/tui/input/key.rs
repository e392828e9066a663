//! A key: its code and its name.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A key, perhaps held with Ctrl or Alt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) code: KeyCode,
    pub(crate) modifiers: KeyModifiers,
}

pub(crate) const fn key(code: KeyCode) -> Key {
    Key { code, modifiers: KeyModifiers::NONE }
}

pub(crate) const fn ch(c: char) -> Key {
    key(KeyCode::Char(c))
}

pub(crate) const fn ctrl(c: char) -> Key {
    Key { code: KeyCode::Char(c), modifiers: KeyModifiers::CONTROL }
}

/// A key held with Ctrl that is no character.
pub(crate) const fn ctrl_key(code: KeyCode) -> Key {
    Key { code, modifiers: KeyModifiers::CONTROL }
}

pub(crate) const fn alt(code: KeyCode) -> Key {
    Key { code, modifiers: KeyModifiers::ALT }
}

/// The key that always leaves: no config can take it away.
pub(crate) const LEAVE: Key = ctrl('c');

/// The keys that have a name instead of a character.
const NAMED: [(&str, KeyCode); 28] = [
    ("Space", KeyCode::Char(' ')),
    ("Shift-Tab", KeyCode::BackTab),
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
    ("F1", KeyCode::F(1)),
    ("F2", KeyCode::F(2)),
    ("F3", KeyCode::F(3)),
    ("F4", KeyCode::F(4)),
    ("F5", KeyCode::F(5)),
    ("F6", KeyCode::F(6)),
    ("F7", KeyCode::F(7)),
    ("F8", KeyCode::F(8)),
    ("F9", KeyCode::F(9)),
    ("F10", KeyCode::F(10)),
    ("F11", KeyCode::F(11)),
    ("F12", KeyCode::F(12)),
];

/// The names of the keys that have one.
pub(crate) fn named() -> impl Iterator<Item = &'static str> {
    NAMED.iter().map(|(name, _)| *name)
}

/// The names of keys that are pressed one after the other.
pub(crate) fn names(keys: &[Key]) -> String {
    let names: Vec<String> = keys.iter().map(|key| key.name()).collect();
    names.join(" ")
}

/// The event of a key with a name as [`Key::name`] gives it; `lt` is `<`.
pub(crate) fn event_named(name: &str) -> Option<Event> {
    let Key { code, modifiers } = if name == "lt" { ch('<') } else { Key::named(name)? };
    Some(Event::Key(KeyEvent::new(code, modifiers)))
}

/// The character of a key that is pressed, and what is held with it.
pub(crate) fn letter(event: &Event) -> Option<(char, KeyModifiers)> {
    match event {
        Event::Key(KeyEvent { code: KeyCode::Char(c), modifiers, .. }) => Some((*c, *modifiers)),
        _ => None,
    }
}

impl Key {
    /// The key of an event; `None` for other events.
    pub(crate) fn pressed(event: &Event) -> Option<Self> {
        let Event::Key(event) = event else { return None };
        // Shift is part of the character already, and of BackTab.
        let modifiers = event.modifiers.difference(KeyModifiers::SHIFT);
        (event.kind != KeyEventKind::Release).then_some(Self { code: event.code, modifiers })
    }

    /// The key with a name as [`Self::name`] gives it. Upper and lower case are the same in the names of keys,
    /// but not in characters.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let mut modifiers = KeyModifiers::NONE;
        let mut rest = name;
        for (prefix, modifier) in [("Ctrl-", KeyModifiers::CONTROL), ("Alt-", KeyModifiers::ALT)] {
            if let Some((head, tail)) = rest.split_at_checked(prefix.len())
                && head.eq_ignore_ascii_case(prefix)
                && !tail.is_empty()
            {
                (modifiers, rest) = (modifiers | modifier, tail);
            }
        }
        let mut chars = rest.chars();
        let code = match (chars.next(), chars.next()) {
            (Some(only), None) if only.is_control() => return None,
            (Some(only), None) => KeyCode::Char(only),
            _ => NAMED.iter().find(|(known, _)| known.eq_ignore_ascii_case(rest))?.1,
        };
        Some(Self { code, modifiers }.as_sent())
    }

    /// The same key as terminals send it, which cannot tell some keys apart.
    fn as_sent(self) -> Self {
        match self.code {
            KeyCode::Char(c) if self.modifiers.contains(KeyModifiers::CONTROL) => {
                let code = match c.to_ascii_lowercase() {
                    'i' => KeyCode::Tab,
                    'm' => KeyCode::Enter,
                    '[' => KeyCode::Esc,
                    other => return Self { code: KeyCode::Char(other), ..self },
                };
                Self { code, modifiers: self.modifiers.difference(KeyModifiers::CONTROL) }
            }
            _ => self,
        }
    }

    /// Whether it types a character.
    pub(crate) fn types(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && self.modifiers.is_empty()
    }

    /// Its digit, if it has one.
    pub(crate) fn digit(self) -> Option<usize> {
        match self.code {
            KeyCode::Char(c) if self.types() => {
                c.to_digit(10).and_then(|digit| usize::try_from(digit).ok())
            }
            _ => None,
        }
    }

    /// The key as people write it.
    pub(crate) fn name(self) -> String {
        let named = NAMED.iter().find(|(_, code)| *code == self.code);
        let name = match (named, self.code) {
            (Some((name, _)), _) => (*name).to_owned(),
            (None, KeyCode::Char(c)) => c.to_string(),
            (None, KeyCode::F(n)) => format!("F{n}"),
            (None, other) => format!("{other:?}"),
        };
        let held = |modifier, name: &'static str| match self.modifiers.contains(modifier) {
            true => name,
            false => "",
        };
        format!("{}{}{name}", held(KeyModifiers::CONTROL, "Ctrl-"), held(KeyModifiers::ALT, "Alt-"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_are_written() {
        for name in
            ["x", "X", "-", "é", "Space", "Ctrl-p", "Ctrl--", "Alt-Left", "Ctrl-Alt-x", "F12"]
        {
            assert_eq!(Key::named(name).map(Key::name).as_deref(), Some(name));
        }
        for (name, want) in [("ctrl-P", "Ctrl-p"), ("space", "Space"), ("Ctrl-i", "Tab")] {
            assert_eq!(Key::named(name).map(Key::name).as_deref(), Some(want));
        }
        for name in ["", "Ctl-x", "Shift-x", "xy", "\n", "Ctrl-"] {
            assert_eq!(Key::named(name), None, "{name:?}");
        }
    }
}
