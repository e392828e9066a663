//! Documents that would steer the terminal.

use tempfile::TempDir;

use super::pty::{Run, copy};
use super::sequences::{escapes, is_color, styles};

/// A ladder that tries to take over the terminal wherever a text can stand.
pub(crate) fn hostile() -> TempDir {
    let folder = TempDir::new().unwrap();
    let evil = "\x1b]0;pwned\x07\x1b[31m\x1b[5m\u{9b}32m\u{9d}0;pwned\u{9c}\x1bc\x08\x7f\x0e";
    let entities = "&#27;[2J&#27;]0;pwned&#7;&#x9b;33m&#155;31m&#13;";
    let page = |title: &str| {
        format!(
            "---\nlabel: \"{title} \\e]0;pwned\\a\\u009b31m\"\nlevel: \"L\\e[31m1\"\n\
             icon: \"\\e[31m\"\ntrack: \"Tr\\e[31mack\"\nother: \"\\e[31m{entities}\"\n---\n\n\
             # {title}{evil} Engineer{entities}\n\n\
             Some {evil} words {entities} here.\r[a {evil} link](worse{entities}.md) \
             and [out](https://example.com/{entities}) ![pic{evil}]({entities}.png)\n\n\
             ## Section{evil} one{entities}\n\n- item{evil} one{entities}\n\n\
             ```sh{evil}\ncode{evil}\n```\n\n> [!NOTE{entities}]\n> quoted{evil}\n\n\
             | Topic{evil} | {title} Engineer | Third{evil} Engineer{entities} |\n\
             | --- | --- | --- |\n| key{evil} | left{entities} | right{evil} |\n\n\
             <ul><li>html {entities}</li></ul>\n"
        )
    };
    let name = |stem: &str| folder.path().join(format!("{stem}\x1b[31m\x1b]0;pwned\x07\r.md"));
    std::fs::write(name("evil"), page("Evil")).unwrap();
    std::fs::write(name("worse"), page("Worse")).unwrap();
    let broken = format!("---\norder: {evil}: [\n---\n\n# Broken{evil} Engineer\n");
    std::fs::write(name("broken"), broken).unwrap();
    // Bytes of C1 alone are no UTF-8.
    std::fs::write(name("bytes"), b"# Bytes \x9b31m\x9d0;pwned\x9c\n\nText \x9b31m\n").unwrap();
    folder
}

/// What was written holds no control sequence but what this program draws with, without colors.
#[track_caller]
fn is_harmless(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for sequence in escapes(bytes) {
        let last = sequence.chars().last().unwrap();
        assert!(sequence.starts_with("\x1b[") && "HJKmhlABCDGd".contains(last), "{sequence:?}");
    }
    let control = text.chars().find(|c| c.is_control() && !matches!(c, '\x1b' | '\r' | '\n'));
    assert_eq!(control, None);
    let strange: Vec<u16> = styles(bytes).into_iter().filter(|s| is_color(*s) || *s == 5).collect();
    assert_eq!(strange, [0; 0]);
    assert!(!text.contains("\r\r"), "a carriage return of a document");
}

#[test]
fn what_is_in_a_document_steers_nothing() {
    let folder = hostile();
    let environment = [("NO_COLOR", "1")];
    let run = Run { arguments: &["."], environment: &environment, size: (120, 40) };
    let mut terminal = run.start_in(copy(folder.path()));
    terminal.is_up();
    // Every document with its front matter, the problems, every prompt, a comparison.
    for (keys, text) in [
        ("jjj", "lines 1-"),
        ("m", "Front matter"),
        ("qkm", "other"),
        ("qkm", "other"),
        ("qkm", "Front matter"),
        ("q!", "help:"),
        ("q", "lines 1-"),
        ("s", "Search the ladder"),
        ("item", "item"),
        ("\r", "match 1"),
        ("p", "Jump to"),
        ("\x07c", "Compare"),
        ("\r", "filter"),
    ] {
        terminal.types(keys);
        terminal.shows(text);
    }
    terminal.types("qq");
    terminal.ends_with("0");
    is_harmless(&terminal.bytes());
}

#[test]
fn commands_in_a_terminal_are_as_harmless() {
    let folder = hostile();
    let environment = [("NO_COLOR", "1"), ("RUNGS_LADDER", ".")];
    for arguments in [
        &["list"][..],
        &["show", "evil"],
        &["compare", "evil", "worse"],
        &["compare", "evil", "third", "--format", "markdown"],
        &["search", "words"],
        &["list", "--format", "json"],
        &["show", "\x1b]0;pwned\x07"],
        &["--ladder", "\x1b]0;pwned\x07", "list"],
        // A shell's completion can put the name of a file here.
        &["list", "--\x1b]0;pwned\x07\u{9b}31m"],
        &["list", "\x1b]0;pwned\x07"],
    ] {
        let run = Run { arguments, environment: &environment, size: (120, 40) };
        let terminal = run.start_in(copy(folder.path()));
        terminal.status();
        is_harmless(&terminal.bytes());
    }
}
