//! Files of a tree that are not read, by the same rules as a walk over the disk: hidden files, and files
//! that `.ignore` and `.gitignore` in the tree name.

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::content::source::path::{file_name, folder};

/// The files with ignore rules, the one with priority first.
const NAMES: [&str; 2] = [".ignore", ".gitignore"];

/// Whether a file has ignore rules.
pub(crate) fn says_what_is(path: &str) -> bool {
    NAMES.contains(&file_name(path))
}

/// The ignore rules of a tree.
#[derive(Default)]
pub(crate) struct Ignored {
    /// By name, deepest folder first: the folder and its rules.
    rules: [Vec<(String, Gitignore)>; 2],
}

impl Ignored {
    /// Reads the files with rules: path and text each.
    pub(crate) fn new<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut ignored = Self::default();
        for (path, text) in files {
            let rules = NAMES.iter().zip(&mut ignored.rules);
            let Some((_, rules)) = rules.into_iter().find(|(name, _)| **name == file_name(path))
            else {
                continue;
            };
            let mut builder = GitignoreBuilder::new(".");
            // An invalid line has no effect on the others.
            text.lines().for_each(|line| drop(builder.add_line(None, line)));
            rules.extend(builder.build().ok().map(|built| (folder(path).to_owned(), built)));
        }
        for rules in &mut ignored.rules {
            rules.sort_by_key(|(folder, _)| std::cmp::Reverse(folder.len()));
        }
        ignored
    }

    /// Whether a file is kept, and every folder around it.
    pub(crate) fn keeps(&self, path: &str) -> bool {
        let folders = path.match_indices('/').map(|(end, _)| (&path[..end], true));
        folders.chain([(path, false)]).all(|(path, is_folder)| self.keeps_one(path, is_folder))
    }

    fn keeps_one(&self, path: &str, is_folder: bool) -> bool {
        for rules in &self.rules {
            for (folder, rules) in rules {
                let Some(inside) = below(folder, path) else { continue };
                match rules.matched(inside, is_folder) {
                    Match::Ignore(_) => return false,
                    Match::Whitelist(_) => return true,
                    Match::None => {}
                }
            }
        }
        !file_name(path).starts_with('.')
    }
}

/// A path relative to a folder around it.
fn below<'a>(folder: &str, path: &'a str) -> Option<&'a str> {
    if folder.is_empty() { Some(path) } else { path.strip_prefix(folder)?.strip_prefix('/') }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_those_of_a_walk() {
        let ignored = Ignored::new([
            (".gitignore", "drafts/\n/*.tmp.md\n!.kept.md"),
            ("a/.gitignore", "!x.tmp.md\nold.md"),
            ("a/.ignore", "!old.md"),
        ]);
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
