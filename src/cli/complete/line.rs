//! A line that is typed: its command, what is given so far, and what the last word can be.

use clap::{Arg, Command};

/// A line.
pub(super) struct ShellLine<'a> {
    /// The command, or the program where none is typed yet.
    pub(super) command: &'a Command,
    /// Whether the last word can be a command.
    pub(super) takes_command: bool,
    /// The arguments before the last word, each with its value.
    given: Vec<(&'a Arg, &'a str)>,
    /// What the last word is.
    pub(super) completed: Completed<'a>,
}

/// What the last word of a line is.
pub(super) enum Completed<'a> {
    /// The beginning of an option.
    Option(&'a str),
    /// A value of an option, behind a part of the word that stays ("--track=").
    Value { argument: &'a Arg, before: &'a str, typed: &'a str },
    /// A command or positional argument.
    Word { argument: Option<&'a Arg>, typed: &'a str },
}

impl<'a> ShellLine<'a> {
    /// The values that are given for an argument.
    pub(super) fn given(&self, id: &str) -> impl Iterator<Item = &'a str> {
        self.given.iter().filter(move |(argument, _)| argument.get_id() == id).map(|(_, it)| *it)
    }
}

/// How a word is read: what the words before it expect.
struct LineReader<'a> {
    command: &'a Command,
    given: Vec<(&'a Arg, &'a str)>,
    /// The option that waits for values, and for how many.
    waiting: Option<(&'a Arg, usize)>,
    /// How many positional arguments were given.
    positionals: usize,
    /// Whether `--` came: all that follows is positional.
    is_escaped: bool,
}

/// Reads the words of a line, the first of which is the program.
pub(super) fn read<'a>(cli: &'a Command, words: &'a [String]) -> ShellLine<'a> {
    let mut reader = LineReader {
        command: cli,
        given: Vec::new(),
        waiting: None,
        positionals: 0,
        is_escaped: false,
    };
    let (last, before) = words.split_last().map_or(("", words), |(last, all)| (last, all));
    before.iter().skip(1).for_each(|word| reader.take(word));
    let completed = reader.complete(last);
    let takes_command = reader.takes_command();
    ShellLine { command: reader.command, takes_command, given: reader.given, completed }
}

impl<'a> LineReader<'a> {
    fn take(&mut self, word: &'a str) {
        if let Some((option, count)) = self.waiting.take() {
            self.given.push((option, word));
            self.waiting = (count > 1).then(|| (option, count - 1));
        } else if word == "--" && !self.is_escaped {
            self.is_escaped = true;
        } else if let Some(name) = word.strip_prefix("--").filter(|_| !self.is_escaped) {
            let (name, value) = name.split_once('=').map_or((name, None), |(n, v)| (n, Some(v)));
            match (self.option(name), value) {
                (Some(option), Some(value)) => self.given.push((option, value)),
                (Some(option), None) => self.waiting = Some((option, values(option))),
                (None, _) => {}
            }
        } else if let Some(command) =
            self.command.find_subcommand(word).filter(|_| self.takes_command())
        {
            self.command = command;
        } else if self.is_escaped || !word.starts_with('-') || word == "-" {
            self.given.extend(self.positional().map(|argument| (argument, word)));
            self.positionals += 1;
        }
    }

    /// What the last word is.
    fn complete(&self, word: &'a str) -> Completed<'a> {
        if let Some((argument, _)) = self.waiting {
            let (before, typed) = last_value(argument, word);
            return Completed::Value { argument, before, typed };
        }
        if !word.starts_with('-') || self.is_escaped {
            return Completed::Word { argument: self.positional(), typed: word };
        }
        let of_option = || {
            let (name, value) = word.strip_prefix("--")?.split_once('=')?;
            let argument = self.option(name)?;
            let (_, typed) = last_value(argument, value);
            let before = &word[..word.len() - typed.len()];
            Some(Completed::Value { argument, before, typed })
        };
        of_option().unwrap_or(Completed::Option(word))
    }

    /// The option of this name, if it takes a value.
    fn option(&self, name: &str) -> Option<&'a Arg> {
        let is_it = |it: &&Arg| it.get_long() == Some(name) && it.get_action().takes_values();
        self.command.get_arguments().find(is_it)
    }

    /// The positional argument that comes next.
    fn positional(&self) -> Option<&'a Arg> {
        let mut all = self.command.get_positionals();
        let last = self.command.get_positionals().last().filter(|it| values(it) > 1);
        all.nth(self.positionals).or(last)
    }

    fn takes_command(&self) -> bool {
        self.positionals == 0 && !self.is_escaped && self.command.has_subcommands()
    }
}

/// How many values an argument takes at most.
fn values(argument: &Arg) -> usize {
    argument.get_num_args().map_or(1, |count| count.max_values())
}

/// The last of several values in a word, and what comes before it.
fn last_value<'a>(argument: &Arg, word: &'a str) -> (&'a str, &'a str) {
    match argument.get_value_delimiter().and_then(|it| word.rfind(it)) {
        Some(at) => word.split_at(at + 1),
        None => ("", word),
    }
}
