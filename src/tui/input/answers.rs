//! Answers of the terminal among the keys.
//!
//! The program asks for the color of the background and waits for nothing. The answer can come at any time, and it
//! arrives as the keys that its characters would be: `Alt-]`, `11;rgb:1e1e/1e1e/2e2e`, and `Alt-\\` or `Ctrl-g`.

use crossterm::event::{Event, KeyModifiers};

use super::key::letter;
use crate::theme::Backdrop;

/// What the terminal is asked.
pub(crate) const BACKGROUND: &str = "\x1b]11;?\x1b\\";

/// How an answer begins, and the most characters that it has.
const HEAD: &str = "11;rgb";
const LONGEST: usize = 32;

/// Keys that may be an answer, until it is certain.
#[derive(Debug, Default)]
pub(crate) struct Answers {
    held: Vec<Event>,
    text: String,
}

/// What events turned out to be.
#[derive(Debug, PartialEq)]
pub(crate) enum Heard {
    /// Events, maybe none yet.
    Events(Vec<Event>),
    /// The background of the terminal.
    Background(Backdrop),
}

impl Answers {
    /// Takes the next event of the terminal.
    pub(crate) fn hear(&mut self, event: Event) -> Heard {
        let letter = letter(&event);
        if self.held.is_empty() {
            return match letter {
                Some((']', KeyModifiers::ALT)) => self.hold(event),
                _ => Heard::Events(vec![event]),
            };
        }
        let is_end =
            matches!(letter, Some(('\\', KeyModifiers::ALT) | ('g', KeyModifiers::CONTROL)));
        let told = self.text.strip_prefix("11;").filter(|_| is_end).and_then(Backdrop::told);
        if let Some(backdrop) = told {
            *self = Self::default();
            return Heard::Background(backdrop);
        }
        if let Some((letter, KeyModifiers::NONE | KeyModifiers::SHIFT)) = letter {
            self.text.push(letter);
            if self.fits() {
                return self.hold(event);
            }
        }
        let events = std::mem::take(self).held.into_iter().chain([event]);
        Heard::Events(events.collect())
    }

    fn hold(&mut self, event: Event) -> Heard {
        self.held.push(event);
        Heard::Events(Vec::new())
    }

    /// Whether the characters so far can be an answer.
    fn fits(&self) -> bool {
        let rest = self.text.strip_prefix(HEAD);
        let is_color =
            |rest: &str| rest.chars().all(|c| c.is_ascii_hexdigit() || matches!(c, ':' | '/'));
        HEAD.starts_with(&self.text) || self.text.len() <= LONGEST && rest.is_some_and(is_color)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::input::key::event_named;

    /// What is heard of some keys, at their ends.
    fn heard(keys: &[&str]) -> (Vec<Event>, Option<Backdrop>) {
        let mut answers = Answers::default();
        let (mut events, mut told) = (Vec::new(), None);
        for key in keys {
            match answers.hear(event_named(key).unwrap()) {
                Heard::Events(heard) => events.extend(heard),
                Heard::Background(backdrop) => told = Some(backdrop),
            }
        }
        (events, told)
    }

    fn answer(text: &str, end: &str) -> (Vec<Event>, Option<Backdrop>) {
        let letters: Vec<String> = text.chars().map(String::from).collect();
        let keys = ["j", "Alt-]"].into_iter().chain(letters.iter().map(String::as_str));
        heard(&keys.chain([end, "k"]).collect::<Vec<_>>())
    }

    #[test]
    fn an_answer_is_no_keys() {
        let keys = || ["j", "k"].map(|key| event_named(key).unwrap()).to_vec();
        for (color, want) in [
            ("rgb:ffff/ffff/ffff", Backdrop::Light),
            ("rgb:1e/1e/2e", Backdrop::Dark),
            ("rgba:f/f/e/f", Backdrop::Light),
        ] {
            for end in ["Alt-\\", "Ctrl-g"] {
                assert_eq!(answer(&format!("11;{color}"), end), (keys(), Some(want)));
            }
        }
    }

    #[test]
    fn what_is_no_answer_is_keys() {
        for text in ["", "1", "12;rgb:f/f/f", "11;rgb:f/f", "11;rgb:g/f/f", "11;rgb:fffff/f/f"] {
            let (events, told) = answer(text, "Alt-\\");
            assert_eq!((events.len(), told), (text.len() + 4, None), "{text}");
        }
    }
}
