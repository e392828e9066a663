//! Which keys send which commands: the default keys, and what a config changes about them.

use std::slice;

use super::commands::{self, COMMANDS, NamedCommand};
use super::key::{self, Key, LEAVE};
use super::message::Message;
use super::when::When;
use crate::naming::nearest;

/// The command that takes a key away.
const NONE: &str = "none";

/// The name of all views together.
const ALL_VIEWS: &str = "all-views";

/// Which keys send which commands: the default keys, unless they were bound again.
#[derive(Debug, Clone, Default)]
pub struct Keymap {
    changes: Vec<KeyChange>,
}

/// Keys that were bound again.
#[derive(Debug, Clone)]
struct KeyChange {
    /// Where the keys work.
    when: When,
    /// Whether they were bound in all views at once. Keys of one view count more.
    in_all_views: bool,
    /// The keys, one after the other.
    keys: Vec<Key>,
    /// `None` if they do nothing.
    command: Option<&'static NamedCommand>,
}

impl KeyChange {
    /// Whether not both can hold: the keys are the same, or those of one command begin those of the other.
    fn excludes(&self, other: &Self) -> bool {
        let (one, two) = (&self.keys, &other.keys);
        let begins = one.starts_with(two) || two.starts_with(one);
        let both_act = self.command.is_some() && other.command.is_some();
        self.when == other.when && (one == two || (both_act && begins))
    }
}

/// The keys of a command where they are the same.
pub(crate) struct KeyRow {
    pub(crate) command: &'static NamedCommand,
    pub(crate) keys: Vec<String>,
    pub(crate) when: Vec<When>,
}

/// What some keys mean.
pub(crate) enum KeyMeaning {
    Command(&'static NamedCommand),
    /// More keys must follow.
    Prefix,
    Nothing,
}

impl Keymap {
    /// The names of the views, prompts and pop-ups in which keys can be bound.
    pub fn places() -> impl Iterator<Item = String> {
        let names = When::ALL.iter().map(|when| place(*when));
        std::iter::once(ALL_VIEWS.to_owned()).chain(names)
    }

    /// Checks the name of a view, prompt or pop-up.
    ///
    /// # Errors
    /// With a message if there is none of this name.
    pub fn known_place(name: &str) -> Result<(), String> {
        match Self::places().any(|place| place == name) {
            true => Ok(()),
            false => Err(unknown("view", name, Self::places())),
        }
    }

    /// The names of the commands that keys can be bound to.
    pub fn commands() -> impl Iterator<Item = &'static str> {
        std::iter::once(NONE).chain(commands::names())
    }

    /// Binds keys to a command in a view or prompt, or in all views where the command works. Keys of one view
    /// count more than those of all views.
    ///
    /// # Errors
    /// With a message that says why the keys cannot be bound so.
    pub fn bind(&mut self, place_name: &str, keys: &str, command: &str) -> Result<(), String> {
        let keys = parse(keys)?;
        let in_all_views = place_name == ALL_VIEWS;
        let whens = match When::ALL.iter().position(|when| place(*when) == place_name) {
            Some(at) => &When::ALL[at..=at],
            None if in_all_views => When::VIEWS,
            None => return Err(unknown("view", place_name, Self::places())),
        };
        if keys[0].types() && whens.iter().any(|when| when.takes_text()) {
            let key = keys[0].name();
            return Err(format!("`{key}` is typed in a prompt: bind a key with Ctrl or Alt"));
        }
        let command = KeyTarget::named(command)?;
        let whens: Vec<When> = whens.iter().copied().filter(|when| command.works(*when)).collect();
        if whens.is_empty() {
            return Err(command.elsewhere(place_name));
        }
        let change =
            |when| KeyChange { when, in_all_views, keys: keys.clone(), command: command.at(when) };
        let bound: Vec<KeyChange> = whens.into_iter().map(change).collect();
        let is_rival = |it: &&KeyChange| {
            it.in_all_views == in_all_views && bound.iter().any(|bound| it.excludes(bound))
        };
        if let Some(rival) = self.changes.iter().find(is_rival) {
            return Err(conflict(&rival.keys, &keys));
        }
        for change in bound {
            if !in_all_views {
                self.changes.retain(|it| !it.excludes(&change));
            } else if self.changes.iter().any(|it| it.excludes(&change)) {
                continue;
            }
            self.changes.push(change);
        }
        Ok(())
    }

    /// The keys in force in a view, and the command of each.
    fn bindings(&self, when: When) -> impl Iterator<Item = (&[Key], &'static NamedCommand)> {
        let own = self.changes.iter().filter(move |it| it.when == when);
        let own = own.filter_map(|it| Some((it.keys.as_slice(), it.command?)));
        let commands = COMMANDS.iter().filter(move |command| command.when.contains(&when));
        let defaults = commands.flat_map(|it| it.keys.iter().map(move |key| (key, it)));
        let defaults = defaults.filter(move |(key, _)| !self.replaces(when, **key));
        own.chain(defaults.map(|(key, command)| (slice::from_ref(key), command)))
    }

    /// Whether a key does not send its default command any more.
    fn replaces(&self, when: When, key: Key) -> bool {
        let is_at = |it: &&KeyChange| it.when == when && it.keys[0] == key;
        self.changes.iter().filter(is_at).any(|it| it.keys.len() == 1 || it.command.is_some())
    }

    /// What keys mean in a view.
    pub(crate) fn meaning(&self, when: When, keys: &[Key]) -> KeyMeaning {
        let found = self.bindings(when).find(|(bound, _)| bound.starts_with(keys));
        match found {
            Some((bound, command)) if bound.len() == keys.len() => KeyMeaning::Command(command),
            Some(_) => KeyMeaning::Prefix,
            None => KeyMeaning::Nothing,
        }
    }

    /// The names of the keys of a command in a view.
    fn keys(&self, command: &'static NamedCommand, when: When) -> Vec<String> {
        let of_it = self.bindings(when).filter(|(_, it)| std::ptr::eq(*it, command));
        of_it.map(|(keys, _)| key::names(keys)).collect()
    }

    /// The first keys of a command in a view; `None` if the command has none there.
    pub(crate) fn key_of(&self, name: &str, when: When) -> Option<String> {
        self.keys(commands::named(name, when)?, when).into_iter().next()
    }

    /// All commands with their keys, in the order of the table. Views in which a command has other keys have a
    /// row of their own.
    pub(crate) fn rows(&self) -> Vec<KeyRow> {
        let mut rows: Vec<KeyRow> = Vec::new();
        for command in COMMANDS {
            let first = rows.len();
            for when in command.when {
                let keys = self.keys(command, *when);
                match rows[first..].iter_mut().find(|row| row.keys == keys) {
                    Some(row) => row.when.push(*when),
                    None => rows.push(KeyRow { command, keys, when: vec![*when] }),
                }
            }
        }
        rows.retain(|row| !row.keys.is_empty());
        rows
    }

    /// The keys that may follow the first keys of a sequence, and what each leads to.
    pub(crate) fn following(&self, when: When, typed: &[Key]) -> Vec<(String, String)> {
        let mut following: Vec<(Key, String, usize)> = Vec::new();
        for (keys, command) in self.bindings(when) {
            let Some(rest @ [next, ..]) = keys.strip_prefix(typed) else { continue };
            let words = match rest {
                [_] => command.help.to_owned(),
                [_, more @ ..] => format!("{}: {}", key::names(more), command.help),
                [] => continue,
            };
            match following.iter_mut().find(|(key, ..)| key == next) {
                Some((_, words, count)) => {
                    *count += 1;
                    *words = format!("{count} commands");
                }
                None => following.push((*next, words, 1)),
            }
        }
        following.into_iter().map(|(key, words, _)| (key.name(), words)).collect()
    }

    /// The hints of a view: keys with a word for what they do. Commands with the same word share a hint.
    pub(crate) fn hints(
        &self,
        when: When,
        works: impl Fn(&Message) -> bool,
    ) -> Vec<(String, &'static str)> {
        let mut hints: Vec<(String, &'static str)> = Vec::new();
        let hinted = COMMANDS.iter().filter(|it| it.when.contains(&when) && !it.hint.is_empty());
        for command in hinted.filter(|it| works(&it.message)) {
            let Some(key) = self.keys(command, when).into_iter().next() else { continue };
            match hints.iter_mut().find(|(_, word)| *word == command.hint) {
                Some((keys, _)) => *keys = format!("{keys} {key}"),
                None => hints.push((key, command.hint)),
            }
        }
        hints
    }

    /// Whether a key may hand the terminal to an editor, in any view: at once, or as the choice of a file.
    pub(crate) fn may_edit(&self, pressed: Key) -> bool {
        When::ALL.iter().any(|when| {
            self.bindings(*when).any(|(keys, command)| {
                let may = matches!(command.message, Message::OpenFile | Message::Open);
                may && keys.last() == Some(&pressed)
            })
        })
    }
}

/// What keys are bound to: a command, or nothing.
enum KeyTarget {
    Nothing,
    Command(&'static str),
}

impl KeyTarget {
    fn named(name: &str) -> Result<Self, String> {
        match commands::names().find(|known| *known == name) {
            Some(name) => Ok(Self::Command(name)),
            None if name == NONE => Ok(Self::Nothing),
            None => Err(unknown("command", name, Keymap::commands().map(str::to_owned))),
        }
    }

    fn at(&self, when: When) -> Option<&'static NamedCommand> {
        match self {
            Self::Nothing => None,
            Self::Command(name) => commands::named(name, when),
        }
    }

    fn works(&self, when: When) -> bool {
        matches!(self, Self::Nothing) || self.at(when).is_some()
    }

    /// Says where it works instead.
    fn elsewhere(&self, place_name: &str) -> String {
        let Self::Command(name) = self else { return String::new() };
        let places = When::ALL.iter().filter(|when| self.works(**when)).map(|when| place(*when));
        let places: Vec<String> = places.collect();
        format!("`{name}` does nothing in {place_name}, only in {}", places.join(", "))
    }
}

/// The name of a view, prompt or pop-up in a config.
fn place(when: When) -> String {
    when.name().replace(' ', "-")
}

/// The keys that a config names, one after the other.
fn parse(names: &str) -> Result<Vec<Key>, String> {
    let mut keys = Vec::new();
    for name in names.split_whitespace() {
        let key = Key::named(name).ok_or_else(|| unknown("key", name, near_keys(name)))?;
        if key == LEAVE {
            return Err("`Ctrl-c` always quits or closes: it cannot be bound".to_owned());
        }
        keys.push(key);
    }
    match keys.iter().skip(1).find(|key| key.name() == "Esc") {
        Some(_) => Err("`Esc` ends a sequence: it can only be its first key".to_owned()),
        None if keys.is_empty() => Err("name the keys, such as `Ctrl-g` or `g g`".to_owned()),
        None => Ok(keys),
    }
}

/// The keys that a name may be meant for.
fn near_keys(name: &str) -> impl Iterator<Item = String> {
    let last = name.rsplit_once('-').map_or("", |(_, last)| last).to_owned();
    let held = ["Ctrl-", "Alt-"].into_iter().map(move |held| format!("{held}{last}"));
    key::named().map(str::to_owned).chain(held.filter(|name| Key::named(name).is_some()))
}

fn conflict(bound: &[Key], keys: &[Key]) -> String {
    let (bound, keys) = (key::names(bound), key::names(keys));
    match bound == keys {
        true => format!("`{keys}` is bound above already"),
        false => format!("`{keys}` cannot be bound beside `{bound}`, since one begins the other"),
    }
}

/// The message about a name that is not known.
fn unknown(kind: &str, name: &str, known: impl Iterator<Item = String>) -> String {
    let known: Vec<String> = known.collect();
    match nearest(name, known.iter().map(String::as_str)) {
        Some(near) => format!("there is no {kind} `{name}`; did you mean `{near}`?"),
        None => format!("there is no {kind} `{name}`; docs/keys.md lists them"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_is_bound_twice_where_both_would_work() {
        for when in When::ALL {
            let keymap = Keymap::default();
            let mut seen: Vec<Key> = Vec::new();
            for (keys, _) in keymap.bindings(*when) {
                assert!(
                    !seen.contains(&keys[0]),
                    "{} is bound twice when {when:?}",
                    keys[0].name()
                );
                seen.push(keys[0]);
            }
        }
    }

    #[track_caller]
    fn refused(bindings: &[(&str, &str, &str)], want: &str) {
        let mut keymap = Keymap::default();
        let told = bindings
            .iter()
            .filter_map(|(place, keys, command)| keymap.bind(place, keys, command).err());
        assert_eq!(told.collect::<Vec<_>>().join("\n"), want);
    }

    #[test]
    fn what_cannot_be_bound_is_told() {
        refused(&[("all-views", "Space", "none"), ("all-views", "Space t", "top")], "");
        refused(&[("all-views", "g g", "top"), ("comparison", "Ctrl-Alt-x", "swap")], "");
        refused(
            &[("all-vews", "g", "top")],
            "there is no view `all-vews`; did you mean `all-views`?",
        );
        refused(&[("trace", "g", "tpo")], "there is no command `tpo`; did you mean `top`?");
        refused(&[("trace", "spce", "top")], "there is no key `spce`; did you mean `Space`?");
        refused(&[("trace", "ctl-x", "top")], "there is no key `ctl-x`; did you mean `Ctrl-x`?");
        refused(&[("trace", " ", "top")], "name the keys, such as `Ctrl-g` or `g g`");
        refused(
            &[("trace", "g Esc", "top")],
            "`Esc` ends a sequence: it can only be its first key",
        );
        refused(&[("trace", "x", "swap")], "`swap` does nothing in trace, only in comparison");
        refused(
            &[("pop-up", "ctrl-c", "none")],
            "`Ctrl-c` always quits or closes: it cannot be bound",
        );
        refused(
            &[("list-prompt", "j", "next-entry")],
            "`j` is typed in a prompt: bind a key with Ctrl or Alt",
        );
        refused(
            &[("trace", "g", "top"), ("trace", "g g", "bottom"), ("trace", "g", "none")],
            "`g g` cannot be bound beside `g`, since one begins the other\n`g` is bound above already",
        );
    }

    #[test]
    fn the_keys_of_one_view_count_more_in_either_order() {
        for swapped in [false, true] {
            let mut keymap = Keymap::default();
            let mut bindings = [("all-views", "x x", "top"), ("comparison", "x", "bottom")];
            bindings[..].rotate_left(usize::from(swapped));
            for (place, keys, command) in bindings {
                keymap.bind(place, keys, command).unwrap();
            }
            assert_eq!(keymap.key_of("bottom", When::Comparing).as_deref(), Some("x"));
            assert_eq!(keymap.key_of("top", When::Comparing).as_deref(), Some("g"));
            assert_eq!(keymap.key_of("top", When::Tracing).as_deref(), Some("x x"));
        }
    }
}
