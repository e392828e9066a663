//! A numbered list: some entries at a time, and what each number stands for.

use super::super::world::Incoming;
use crate::tui::input::message::Message;
use crate::tui::outcome::Destination;

/// How many entries are printed at once.
const PART: usize = 20;

/// The list that was printed last.
#[derive(Default)]
pub(super) struct NumberedList {
    entries: Vec<String>,
    /// How many of them were printed.
    told: usize,
    choices: NumberMeaning,
}

/// What the numbers of a list stand for.
#[derive(Default)]
pub(super) enum NumberMeaning {
    #[default]
    Nothing,
    /// The entries of the prompt on top, whose cursor is on this one.
    Entries(usize),
    /// The findings of the ladder.
    Findings,
    /// The sections that `next-section` goes to.
    Stops,
    /// Places of the ladder.
    Places(Vec<Destination>),
    /// Commands by name.
    Commands(Vec<String>),
}

/// What a number stands for.
pub(super) enum Chosen {
    Messages(Vec<Message>),
    Place(Destination),
    Command(String),
}

impl NumberedList {
    pub(super) fn new(entries: Vec<String>, choices: NumberMeaning) -> Self {
        Self { entries, told: 0, choices }
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The next entries, and how many are left, behind what the user types for them.
    pub(super) fn next_part(&mut self, word: &str) -> Vec<String> {
        let part = self.entries.iter().enumerate().skip(self.told).take(PART);
        let mut lines: Vec<String> =
            part.map(|(at, entry)| format!("{}. {entry}", at + 1)).collect();
        self.told = (self.told + PART).min(self.entries.len());
        let left = self.entries.len() - self.told;
        if left > 0 {
            lines.push(format!("{left} more: {word} lists them."));
        }
        lines
    }

    /// What a number stands for; `None` if no entry has it.
    pub(super) fn chosen(&self, number: usize) -> Option<Chosen> {
        let at = number.checked_sub(1).filter(|at| *at < self.entries.len())?;
        let steps = isize::try_from(at).ok()?;
        Some(Chosen::Messages(match &self.choices {
            NumberMeaning::Nothing => return None,
            NumberMeaning::Places(places) => return Some(Chosen::Place(places.get(at)?.clone())),
            NumberMeaning::Commands(names) => return Some(Chosen::Command(names.get(at)?.clone())),
            NumberMeaning::Entries(cursor) => {
                let steps = steps - isize::try_from(*cursor).ok()?;
                let moves = (steps != 0).then_some(Message::Pick(steps));
                moves.into_iter().chain([Message::Open]).collect()
            }
            NumberMeaning::Findings => vec![Message::Findings, Message::Move(steps), Message::Open],
            NumberMeaning::Stops if at == 0 => vec![Message::Top],
            NumberMeaning::Stops => vec![Message::Top, Message::Sections(steps)],
        }))
    }
}

/// Messages as events.
pub(super) fn events(messages: impl IntoIterator<Item = Message>) -> Vec<Incoming> {
    messages.into_iter().map(Incoming::Message).collect()
}
