//! The user's editor: its command line for a file and a line, and the files that it may open.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus};

use crate::tui::session::Editing;

/// Starts the editor on a file of the ladder. The terminal must be given back first.
pub(crate) fn start(editing: &Editing, file: &str, line: usize) -> Result<Child, String> {
    let path = inside(&editing.root, file)
        .ok_or_else(|| format!("not opened: {file} is not a file of this ladder"))?;
    let Some((program, arguments)) = command(&editing.editor, &path, line) else {
        return Err("no editor is set: set VISUAL or EDITOR to its command".to_owned());
    };
    let started = Command::new(&program).args(arguments).spawn();
    started.map_err(|reason| format!("cannot start the editor {program}: {reason}"))
}

/// Says that the editor failed, if it did.
pub(crate) fn failure(ended: io::Result<ExitStatus>) -> Option<String> {
    match ended {
        Ok(status) if status.success() => None,
        Ok(status) => Some(format!("the editor failed: {status}")),
        Err(reason) => Some(format!("the editor failed: {reason}")),
    }
}

/// The real path of a file, if it is inside the ladder: a path or a symbolic link may lead out.
fn inside(root: &Path, file: &str) -> Option<PathBuf> {
    let root = root.canonicalize().ok()?;
    let path = root.join(file).canonicalize().ok()?;
    (path.starts_with(&root) && path.is_file()).then_some(path)
}

/// The program and its arguments. They are passed one by one and never read by a shell.
fn command(editor: &str, path: &Path, line: usize) -> Option<(String, Vec<OsString>)> {
    let mut words = editor.split_whitespace();
    let program = words.next()?.to_owned();
    let mut arguments: Vec<OsString> = words.map(OsString::from).collect();
    let place = || {
        let mut place = path.as_os_str().to_owned();
        place.push(format!(":{line}"));
        place
    };
    let name = Path::new(&program).file_stem().map(|name| name.to_string_lossy().to_lowercase());
    match name.as_deref() {
        Some("code" | "code-insiders" | "codium" | "vscodium" | "cursor" | "windsurf") => {
            arguments.extend(["--goto".into(), place()]);
        }
        Some("hx" | "helix" | "subl" | "zed" | "zeditor") => arguments.push(place()),
        Some(
            "vi" | "vim" | "nvim" | "view" | "gvim" | "vim.basic" | "vim.tiny" | "nano" | "pico"
            | "emacs" | "emacsclient" | "kak" | "joe" | "jed" | "mg" | "ne" | "micro" | "elvis"
            | "vis",
        ) => arguments.extend([format!("+{line}").into(), path.into()]),
        // An unknown editor gets the file alone.
        _ => arguments.push(path.into()),
    }
    Some((program, arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(editor: &str, want: &[&str]) {
        let (program, arguments) = command(editor, Path::new("/l/a b.md"), 7).unwrap();
        let arguments = arguments.iter().map(|word| word.to_string_lossy().into_owned());
        assert_eq!([program].into_iter().chain(arguments).collect::<Vec<_>>(), want);
    }

    #[test]
    fn editors_are_told_the_line_in_their_way() {
        check("vi", &["vi", "+7", "/l/a b.md"]);
        check("/usr/bin/nvim -p", &["/usr/bin/nvim", "-p", "+7", "/l/a b.md"]);
        check("emacsclient -t", &["emacsclient", "-t", "+7", "/l/a b.md"]);
        check("code --wait", &["code", "--wait", "--goto", "/l/a b.md:7"]);
        check("hx", &["hx", "/l/a b.md:7"]);
        check("my-editor; rm", &["my-editor;", "rm", "/l/a b.md"]);
        assert_eq!(command("  ", Path::new("/l"), 1), None);
    }

    #[test]
    fn only_files_of_the_ladder_are_opened() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert!(
            inside(&root, "lib.rs").is_some() && inside(&root, "tui/driver/editor.rs").is_some()
        );
        for file in ["../Cargo.toml", "/etc/passwd", "tui", "gone.md"] {
            assert_eq!(inside(&root, file), None, "{file}");
        }
    }
}
