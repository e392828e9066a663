//! Paths where names are expected: what they are inside of the ladder, and what is said of those that
//! lead out of it.

use std::path::{Component, Path, PathBuf};

use super::asked::Asked;
use super::error::NameError;

/// A path as seen from the root of the ladder; `None` if it leads out of it. Both are absolute.
#[must_use]
pub fn path_inside(root: &Path, path: &Path) -> Option<String> {
    let path = without_parents(path);
    let inside = path.strip_prefix(without_parents(root)).ok()?;
    let parts = inside.components().map(|part| part.as_os_str().to_string_lossy());
    Some(parts.collect::<Vec<_>>().join("/"))
}

fn without_parents(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        if part == Component::ParentDir {
            plain.pop();
        } else {
            plain.push(part);
        }
    }
    plain
}

/// Looks a name up that is the path of something outside of the ladder, as `outside` says. A name
/// that is written as a path can mean nothing else; a bare one may still be a name.
///
/// # Errors
/// If nothing is meant or several are.
pub fn look_up<'a, T>(
    asked: Asked<'a>,
    outside: Option<String>,
    find: impl FnOnce(Asked<'a>) -> Result<T, NameError>,
) -> Result<T, NameError> {
    let Some(outside) = outside else { return find(asked) };
    let outside = NameError::nothing(outside, Vec::new());
    if asked.text.contains(['/', '\\']) {
        return Err(outside);
    }
    find(asked).map_err(|error| if error.is_ambiguous { error } else { outside })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, want: Option<&str>) {
        assert_eq!(path_inside(Path::new("/a/ladder"), Path::new(path)).as_deref(), want);
    }

    #[test]
    fn a_path_is_seen_from_the_root_of_the_ladder() {
        check("/a/ladder/b/c.md", Some("b/c.md"));
        check("/a/ladder/b/../c.md", Some("c.md"));
        check("/a/other/../ladder/c.md", Some("c.md"));
        check("/a/ladder", Some(""));
        check("/a/ladder/../c.md", None);
        check("/a/ladders/c.md", None);
    }
}
