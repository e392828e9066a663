//! Files that are not read: hidden files, and files that `.ignore` and `.gitignore` in the ladder name.
//!
//! The text of the rules comes from whoever read it, so that no file is opened here, and none unchecked.

use std::collections::HashMap;

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::content::source::limits::{MAX_ALL_RULES, size};
use crate::content::source::path::{file_name, folder};
use crate::finding::{Finding, Severity};

/// The files with ignore rules, the one with priority first.
pub(crate) const NAMES: [&str; 2] = [".ignore", ".gitignore"];

/// Whether a file has ignore rules.
pub(crate) fn says_what_is(path: &str) -> bool {
    NAMES.contains(&file_name(path))
}

/// A finding for a file whose rules are not used.
pub(crate) fn not_used(file: &str, reason: &str) -> Finding {
    let message = format!("the ignore rules of this file are not used: {reason}");
    Finding::new(Severity::Warning, "unreadable", file, message)
        .help("the files that it names are read; make it a small regular file, or remove it")
}

/// The ignore rules of a ladder.
#[derive(Default)]
pub(crate) struct Ignored {
    /// By name: the rules of each folder.
    rules: [HashMap<String, Gitignore>; 2],
    bytes: usize,
}

impl Ignored {
    /// Adds the rules of a file, or says why they are not used.
    pub(crate) fn add(&mut self, file: &str, text: &str) -> Result<(), String> {
        self.bytes += text.len();
        if self.bytes > MAX_ALL_RULES {
            let most = size(MAX_ALL_RULES as u64);
            return Err(format!("the ignore files of the ladder are larger than {most} in total"));
        }
        let mut builder = GitignoreBuilder::new(".");
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        // An invalid line has no effect on the others.
        text.lines().for_each(|line| drop(builder.add_line(None, line)));
        let built = builder.build().map_err(|error| error.to_string())?;
        if let Some(at) = NAMES.iter().position(|name| *name == file_name(file)) {
            self.rules[at].insert(folder(file).to_owned(), built);
        }
        Ok(())
    }

    /// Whether a file is kept, and every folder around it.
    pub(crate) fn keeps(&self, path: &str) -> bool {
        let folders = path.match_indices('/').map(|(end, _)| (&path[..end], true));
        folders.chain([(path, false)]).all(|(path, is_folder)| self.keeps_one(path, is_folder))
    }

    /// Whether a file or folder is kept where the folder around it is.
    pub(crate) fn keeps_one(&self, path: &str, is_folder: bool) -> bool {
        for rules in self.rules.iter().filter(|rules| !rules.is_empty()) {
            // The deepest folder decides first.
            let ends = path.rmatch_indices('/').map(|(end, _)| Some(end));
            for end in ends.chain([None]) {
                let (folder, inside) = end.map_or(("", path), |at| (&path[..at], &path[at + 1..]));
                match rules.get(folder).map_or(Match::None, |it| it.matched(inside, is_folder)) {
                    Match::Ignore(_) => return false,
                    Match::Whitelist(_) => return true,
                    Match::None => {}
                }
            }
        }
        !file_name(path).starts_with('.')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_those_of_a_walk() {
        let mut ignored = Ignored::default();
        for (file, rules) in [
            (".gitignore", "drafts/\n/*.tmp.md\n!.kept.md"),
            ("a/.gitignore", "!x.tmp.md\nold.md"),
            ("a/.ignore", "!old.md"),
        ] {
            assert_eq!(ignored.add(file, rules), Ok(()));
        }
        for path in ["r.md", "a/r.md", "a/x.tmp.md", "a/old.md", ".kept.md"] {
            assert!(ignored.keeps(path), "{path}");
        }
        for path in ["drafts/r.md", "a/drafts/r.md", "x.tmp.md", ".git/r.md", "a/.r.md"] {
            assert!(!ignored.keeps(path), "{path}");
        }
        assert!(Ignored::default().keeps("drafts/r.md"));
        assert!(!Ignored::default().keeps(".r.md"));
    }
}
