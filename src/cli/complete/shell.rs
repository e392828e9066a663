//! The shells: the script of each, how it hands over what is typed, and how it wants a candidate.

use clap::ValueEnum;

use super::bash::{self, BashWord};
use super::candidate::Completion;
use crate::cli::args::Shell;

/// What is typed.
pub(super) struct ShellWords {
    /// The words without quotes; the last is the one to complete.
    pub(super) words: Vec<String>,
    /// How the last word is quoted, where the shell leaves quoting to us.
    bash: Option<BashWord>,
}

impl Shell {
    /// The shell of a name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::from_str(name, false).ok()
    }

    /// The script that completes.
    pub(crate) fn script(self) -> &'static str {
        match self {
            Self::Bash => include_str!("scripts/rungs.bash"),
            Self::Zsh => include_str!("scripts/_rungs"),
            Self::Fish => include_str!("scripts/rungs.fish"),
            Self::Elvish => include_str!("scripts/rungs.elv"),
            Self::Pwsh => include_str!("scripts/rungs.ps1"),
        }
    }

    /// What is typed, from the arguments that the script hands over.
    pub(super) fn typed(self, arguments: &[String]) -> ShellWords {
        match self {
            Self::Bash => {
                let (words, last) = bash::read(arguments.last().map_or("", String::as_str));
                ShellWords { words, bash: Some(last) }
            }
            // No word is empty: PowerShell drops arguments that are.
            Self::Pwsh => {
                let word = |word: &String| word.strip_prefix(':').unwrap_or(word).to_owned();
                ShellWords { words: arguments.iter().map(word).collect(), bash: None }
            }
            Self::Elvish => ShellWords { words: arguments.to_vec(), bash: None },
            Self::Zsh | Self::Fish => {
                let mut words = arguments.to_vec();
                if let Some(last) = words.last_mut() {
                    *last = bash::unquoted(last);
                }
                ShellWords { words, bash: None }
            }
        }
    }

    /// The line for a candidate; `None` if it cannot be put behind what is typed.
    pub(super) fn line(self, candidate: &Completion, typed: &ShellWords) -> Option<String> {
        let (value, about) = (candidate.value(), &candidate.about);
        match (self, &typed.bash) {
            (Self::Bash, Some(word)) => word.quoted(value),
            (Self::Pwsh, _) => Some(format!("{}\t{value}\t{about}", in_power_shell(value))),
            _ => Some(format!("{value}\t{about}")),
        }
    }
}

/// A word of PowerShell. In single quotes nothing has a meaning but a single quote, of which it knows five.
fn in_power_shell(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/\\._-=".contains(c);
    if word.chars().all(is_plain) {
        return word.to_owned();
    }
    let is_quote = |c: char| matches!(c, '\'' | '\u{2018}'..='\u{201b}');
    let quoted: String =
        word.chars().flat_map(|c| [Some(c), is_quote(c).then_some(c)]).flatten().collect();
    format!("'{quoted}'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_executed_in_power_shell() {
        assert_eq!(in_power_shell("staff-engineer"), "staff-engineer");
        assert_eq!(in_power_shell("a $(b) `c`"), "'a $(b) `c`'");
        assert_eq!(in_power_shell("it's \u{2019}x"), "'it''s \u{2019}\u{2019}x'");
    }
}
