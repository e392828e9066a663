//! What a typed line means: a command by its name or key, a number of the list before, or words in a prompt.

use tui_textarea::{Input, Key as TypedKey};

use super::super::world::Incoming;
use super::numbered::{Chosen, NumberMeaning, NumberedList, events};
use super::teller::Teller;
use crate::naming::nearest;
use crate::tui::input::commands::{self, NamedCommand};
use crate::tui::input::key::Key;
use crate::tui::input::keymap::{KeyMeaning, KeyRow};
use crate::tui::input::message::{Leading, Message};
use crate::tui::input::when::When;

/// What comes of a line.
pub(super) enum Reply {
    /// Events for the program.
    Send(Vec<Incoming>),
    /// Lines to print at once.
    Say(Vec<String>),
}

/// The commands of the conversation itself: their names, and what they do.
const OWN: [(&str, &str); 5] = [
    ("all", "read on to the end of the view"),
    ("again", "read the section again, with its place"),
    ("roles", "list the roles and pages"),
    ("sections", "list the sections of the view"),
    ("more", "continue the last list"),
];

/// More sections than any view has.
const FAR: isize = 99_999;

/// Leaves a prompt.
const CANCEL: &str = "cancel";

impl Reply {
    fn say(words: impl Into<String>) -> Self {
        Self::Say(vec![words.into()])
    }
}

impl Teller {
    /// What a line means.
    pub(super) fn asked(&mut self, line: &str) -> Reply {
        match self.when {
            When::Picking | When::Seeking => self.asked_of_list(line),
            When::Typing if line.is_empty() => Reply::Send(events([Message::Cancel])),
            When::Typing | When::Asking => match line {
                "" => Reply::Send(events([Message::Open])),
                _ if leaves(line) => Reply::Send(events([Message::Cancel])),
                words => Reply::Send(events(typed(words).into_iter().chain([Message::Open]))),
            },
            _ => self.asked_of_view(line),
        }
    }

    /// A line to a prompt with a list.
    fn asked_of_list(&mut self, line: &str) -> Reply {
        if line.is_empty() {
            return match self.list.next_part("an empty line") {
                none if none.is_empty() => {
                    Reply::say(format!("No more. {CANCEL} leaves the list."))
                }
                lines => Reply::Say(lines),
            };
        }
        // As in the views, `q` leaves: no entry is found by it.
        if leaves(line) || line == "q" {
            return Reply::Send(events([Message::Cancel]));
        }
        // A number that no entry has can be a word of the text that is sought.
        let chosen = line.parse().ok().and_then(|number| self.list.chosen(number));
        match chosen {
            Some(Chosen::Messages(messages)) => {
                self.goes = true;
                Reply::Send(events(messages))
            }
            _ => Reply::Send(events(typed(line))),
        }
    }

    fn asked_of_view(&mut self, line: &str) -> Reply {
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        if line.is_empty() {
            return Reply::Send(events([Message::Sections(1)]));
        }
        if let Ok(number) = line.parse() {
            return self.asked_by_number(number);
        }
        if OWN.iter().any(|(name, _)| *name == line) {
            return self.own(line);
        }
        if let Some(command) = commands::named(word, self.when) {
            return self.command(command, rest.trim());
        }
        let meant = match self.meaning(line) {
            None => self.meaning(word).map(|meant| (meant, rest.trim())),
            Some(meant) => Some((meant, "")),
        };
        match meant {
            Some((KeyMeaning::Command(command), rest)) => self.command(command, rest),
            Some((KeyMeaning::Prefix, _)) => {
                Reply::say(format!("{line} is the start of longer keys."))
            }
            Some((KeyMeaning::Nothing, _)) | None => self.unknown(word),
        }
    }

    /// What the keys of a line mean; `None` if it names no keys.
    fn meaning(&self, line: &str) -> Option<KeyMeaning> {
        let keys: Option<Vec<Key>> = line.split_whitespace().map(Key::named).collect();
        Some(self.keymap.meaning(self.when, &keys?))
    }

    fn asked_by_number(&mut self, number: usize) -> Reply {
        match self.list.chosen(number) {
            Some(Chosen::Messages(messages)) => {
                self.goes = true;
                Reply::Send(events(messages))
            }
            Some(Chosen::Place(place)) => {
                self.goes = true;
                Reply::Send(vec![Incoming::Go(Box::new(place))])
            }
            Some(Chosen::Command(name)) => self.asked_of_view(&name),
            None if self.list.len() == 0 => {
                Reply::say("No list to choose from. ? lists the commands.")
            }
            None => Reply::say(format!("Choose a number from 1 to {}.", self.list.len())),
        }
    }

    /// Runs a command; words behind its name are typed into its prompt.
    fn command(&mut self, command: &'static NamedCommand, rest: &str) -> Reply {
        if command.message == Message::Help {
            return self.help(rest);
        }
        if !is_spoken(command, self.when) {
            return Reply::say(format!(
                "{} is for the screen only. ? lists the commands.",
                command.name
            ));
        }
        let mut messages = vec![command.message.clone()];
        match (&command.message, rest) {
            (_, "") => {}
            (Message::Search | Message::Versions, words) => {
                messages.extend(typed(words));
                messages.push(Message::Open);
            }
            // In an overview every cell has a topic, which is traced.
            (Message::Trace, _) if self.when == When::Surveying => {
                return Reply::say("trace takes no words in an overview: cancel leaves it.");
            }
            (message, words) if asks(message) => {
                // At the top no section is traced, and a topic is asked for.
                let top = (*message == Message::Trace).then_some(Message::Top);
                messages = top.into_iter().chain(messages).chain(typed(words)).collect();
                self.wants_only = true;
            }
            (Message::Open, words) => {
                return Reply::say(format!("open follows a link. jump {words} goes to a place."));
            }
            _ => return Reply::say(format!("{} takes no words behind it.", command.name)),
        }
        self.list = NumberedList::default();
        Reply::Send(events(messages))
    }

    /// Runs a command of the conversation itself.
    fn own(&mut self, name: &str) -> Reply {
        match name {
            "all" => self.read_on(),
            "again" => Reply::Say(self.again()),
            "more" => match self.list.next_part("more") {
                none if none.is_empty() => Reply::say("No more to list."),
                lines => Reply::Say(lines),
            },
            "sections" => {
                let titles = self.stops();
                self.lists("sections", titles, NumberMeaning::Stops)
            }
            _ => {
                let (names, places) = self.roles();
                self.lists("roles and pages", names, NumberMeaning::Places(places))
            }
        }
    }

    /// Reads all sections that are left.
    fn read_on(&mut self) -> Reply {
        let lines = self.rest();
        match lines.is_empty() {
            true => Reply::say("The end."),
            false => {
                // The program goes where the reader is now.
                self.print_first = lines;
                let last = match self.when {
                    When::Surveying | When::Reviewing => Message::Bottom,
                    _ => Message::Sections(FAR),
                };
                Reply::Send(events([last]))
            }
        }
    }

    fn lists(&mut self, what: &str, entries: Vec<String>, choices: NumberMeaning) -> Reply {
        if entries.is_empty() {
            return Reply::say(format!("No {what} here."));
        }
        let mut lines = vec![format!("{} {what}. A number goes there.", entries.len())];
        self.list = NumberedList::new(entries, choices);
        lines.extend(self.list.next_part("more"));
        Reply::Say(lines)
    }

    /// The commands of the view whose names, keys or descriptions have some words.
    fn help(&mut self, words: &str) -> Reply {
        let rows = self.keymap.rows();
        let works =
            |row: &&KeyRow| row.when.contains(&self.when) && is_spoken(row.command, self.when);
        let is_own = |row: &&KeyRow| row.when != When::VIEWS;
        let works: Vec<&KeyRow> = rows.iter().filter(works).collect();
        let (own, common): (Vec<&KeyRow>, Vec<&KeyRow>) = works.into_iter().partition(is_own);
        let of_table = own.into_iter().chain(common).map(|row| {
            let keys = row.keys.first().map_or(String::new(), |key| format!(" ({key})"));
            let name = row.command.name;
            (name.to_owned(), format!("{name}{keys}: {}", help(row.command)))
        });
        let of_own = OWN.iter().map(|(name, help)| ((*name).to_owned(), format!("{name}: {help}")));
        let words = words.to_lowercase();
        let fits = |(_, line): &(String, String)| {
            let line = line.to_lowercase();
            words.split_whitespace().all(|word| line.contains(word))
        };
        let (names, lines): (Vec<String>, Vec<String>) =
            of_own.chain(of_table).filter(fits).unzip();
        if names.is_empty() {
            return Reply::say(format!("No command fits {words}."));
        }
        let mut told = vec![format!(
            "{} commands in this view. Type a name, a key or a number. An empty line reads on.",
            names.len()
        )];
        self.list = NumberedList::new(lines, NumberMeaning::Commands(names));
        told.extend(self.list.next_part("more"));
        Reply::Say(told)
    }

    fn unknown(&self, word: &str) -> Reply {
        if commands::names().any(|name| name == word) {
            return Reply::say(format!("{word} does nothing in this view. ? lists the commands."));
        }
        let here = commands::names().filter(|name| {
            commands::named(name, self.when).is_some_and(|it| is_spoken(it, self.when))
        });
        let known: Vec<&str> = here.chain(OWN.map(|(name, _)| name)).collect();
        Reply::say(match nearest(word, known.iter().copied()) {
            Some(near) => format!("No command {word}. Did you mean {near}?"),
            None => {
                format!("No command {word}. ? lists the commands, jump {word} goes to a place.")
            }
        })
    }
}

fn leaves(line: &str) -> bool {
    line == CANCEL || line.eq_ignore_ascii_case("esc")
}

/// Messages that replace what is typed in a prompt.
fn typed(words: &str) -> Vec<Message> {
    let ctrl = |c| Input { key: TypedKey::Char(c), ctrl: true, ..Input::default() };
    vec![Message::Edit(ctrl('a')), Message::Edit(ctrl('k')), Message::Paste(words.to_owned())]
}

/// Whether a message opens a prompt with a list.
fn asks(message: &Message) -> bool {
    matches!(
        message,
        Message::SearchLadder
            | Message::Jump(Leading::Places)
            | Message::Compare
            | Message::AddLevel
            | Message::Bookmarks
            | Message::Trace
    )
}

/// Whether a command says anything: some only move or change what is on a screen.
fn is_spoken(command: &NamedCommand, when: When) -> bool {
    match command.message {
        Message::Move(_) => when == When::Surveying,
        Message::Fold => matches!(when, When::Comparing | When::Lining | When::Surveying),
        Message::Open => !matches!(when, When::Comparing | When::Lining),
        Message::HalfPages(_)
        | Message::Pages(_)
        | Message::PageOrFold
        | Message::Focus(..)
        | Message::HideLists
        | Message::Widen(_)
        | Message::Detail(_)
        | Message::Zoom
        | Message::Layout
        | Message::Jump(Leading::Commands)
        | Message::Suspend => false,
        _ => true,
    }
}

/// What a command does here, where the screen is different.
fn help(command: &NamedCommand) -> &'static str {
    match (&command.message, command.when) {
        (Message::Cancel, _) => "end the search, or leave the view",
        (Message::Open, [When::Browsing]) => "follow a link of the section",
        (Message::Top, _) => "go to the start of the view",
        (Message::Bottom, _) => "go to the last section",
        (Message::ReadAgain, _) => "read the files of the ladder again",
        _ => command.help,
    }
}
