//! Keys, clicks, pastes and resizes in the terminal UI, through the driver that the tests use.
//!
//! A byte of printable ASCII is that key; a byte above it is a named key, a click, a wheel, a resize or a
//! paste with the bytes behind it. The first byte chooses the ladder, the second and third the size.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use rungs::content::{self, Loaded};
use rungs::page::{Glyphs, width};
use rungs::tui::{Editing, Findings, OlderVersion, Preferences, SavedPlaces, Session, play};
use rungs_fuzz::{files, holds};

/// More keys are not played: one input should be fast.
const MOST: usize = 200;

static LADDERS: LazyLock<Vec<Loaded>> = LazyLock::new(|| {
    let parts = include_str!("../data/bakery.txt");
    let files: Vec<(&str, &str)> =
        parts.split("=== ").filter_map(|part| part.split_once('\n')).collect();
    let half =
        files.iter().copied().filter(|(path, _)| path.starts_with("bakers")).collect::<Vec<_>>();
    let one = [("a.md", "# Engineer\n\nhello\n")];
    let notes = [("notes.md", "# Notes\n\n- no role\n")];
    vec![files::load(&files), files::load(&half), files::load(&one), files::load(&notes)]
});

fuzz_target!(|data: &[u8]| {
    let [ladder, columns, rows, keys @ ..] = data else { return };
    let size = (u16::from(*columns).max(1), u16::from(*rows % 80).max(1));
    let keys = script(keys);
    let first = play(session(usize::from(*ladder)), size, &keys);
    for cell in first.content() {
        holds::is_clean_line(cell.symbol());
        assert!(width(cell.symbol()) <= 2, "{:?}", cell.symbol());
    }
    assert_eq!(first, play(session(usize::from(*ladder)), size, &keys), "two plays of {keys}");
});

/// A session on one of the ladders. An edit and an older version change it to others.
fn session(which: usize) -> Session {
    let ladder = |at: usize| Arc::clone(&LADDERS[at % LADDERS.len()].ladder);
    let findings = |at: usize| Findings::Known(LADDERS[at % LADDERS.len()].findings.clone());
    Session {
        ladder: ladder(which),
        findings: findings(which),
        editing: Some(Editing {
            root: "".into(),
            editor: "true".into(),
            reload: Arc::new(move || Ok((ladder(which + 1), findings(which + 1)))),
            watch: None,
        }),
        places: SavedPlaces::default(),
        older: Some(Arc::new(move |name: &str| match name.len() % 3 {
            0 => Err("no such version".to_owned()),
            at => Ok(OlderVersion {
                ladder: ladder(which + at),
                name: content::built_in().ladder.name.clone(),
                is_revision: at == 1,
                remark: None,
            }),
        })),
        preferences: Preferences {
            glyphs: if which % 8 < 4 { Glyphs::Unicode } else { Glyphs::Ascii },
            ..Preferences::default()
        },
    }
}

const NAMED: [&str; 24] = [
    "Enter",
    "Esc",
    "Tab",
    "Shift-Tab",
    "Backspace",
    "Delete",
    "Up",
    "Down",
    "Left",
    "Right",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "F1",
    "Ctrl-p",
    "Ctrl-d",
    "Ctrl-u",
    "Ctrl-f",
    "Ctrl-b",
    "Ctrl-o",
    "Alt-Left",
    "Alt-Right",
    "Ctrl-l",
];

/// Bytes as keys, in the words of the driver. `q` and Ctrl-C end the program: only at the end of the
/// input.
fn script(mut bytes: &[u8]) -> String {
    let mut script = String::new();
    let mut count = 0;
    while let [byte, rest @ ..] = bytes
        && count < MOST
    {
        bytes = rest;
        count += 1;
        let mut next = || match bytes {
            [first, rest @ ..] => {
                bytes = rest;
                *first
            }
            [] => 0,
        };
        match byte {
            b'<' => script.push_str("<lt>"),
            b' '..=b'~' => script.push(char::from(*byte)),
            0x80..=0x8f => script.push_str(&format!("<click {} {}>", next(), next())),
            0x90..=0x97 => script.push_str(&format!("<wheel {} {} 3>", next(), next())),
            0x98..=0x9f => script.push_str(&format!("<wheel {} {} -3>", next(), next())),
            0xa0..=0xaf => {
                script.push_str(&format!("<resize {} {}>", next().max(1), next().max(1)));
            }
            0xb0..=0xb7 => script.push_str(&format!("<paste L{} \u{7}x{}>", next() % 9, next())),
            0xb8..=0xbf => script
                .push(['é', '评', '🥐', 'ß', '\u{301}', 'ｗ', 'İ', '٣'][usize::from(byte % 8)]),
            _ => script.push_str(&format!("<{}>", NAMED[usize::from(*byte) % NAMED.len()])),
        }
    }
    script
}
