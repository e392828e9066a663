//! A ladder that is still being read: its list, what works meanwhile, and what comes when it is read.

use std::collections::VecDeque;
use std::sync::Arc;

use rungs::content;
use rungs::tui::{News, Session, play_reading};

use crate::support::screen::{ladder_of, session, text};

const FILES: [(&str, &str); 3] = [
    ("engineer.md", "# Engineer\n\n## Scope\n\n- One team\n"),
    ("guide.md", "# How to use this ladder\n\nRead it.\n"),
    ("senior.md", "# Senior Engineer\n\n## Scope\n\n- Two teams\n"),
];

/// Plays keys while the ladder is being read: its names are known, then come its progress and the ladder.
fn screen(keys: &str) -> String {
    let files: Vec<String> = FILES.iter().map(|(file, _)| (*file).to_owned()).collect();
    let known: Session = session(content::listed("our-ladder".as_ref(), &files));
    let progress = News::Progress("parsed 1 of 3 documents".to_owned());
    let news = VecDeque::from([progress, News::Read(Box::new(ladder_of(&FILES)))]);
    text(&play_reading(known, news, (100, 20), keys))
}

#[track_caller]
fn check(keys: &str, has: &[&str], lacks: &[&str]) {
    let screen = screen(keys);
    let holds = |words: &&&str| screen.contains(**words);
    assert!(has.iter().all(|words| holds(&words)), "{has:?} after {keys}:\n{screen}");
    assert!(!lacks.iter().any(|words| holds(&words)), "{lacks:?} after {keys}:\n{screen}");
}

#[test]
fn the_names_of_documents_are_shown_while_they_are_read() {
    check("", &["Our Ladder", "Senior", "This document is being read.", "reading"], &["role"]);
    check("<news>", &["parsed 1 of 3 documents"], &["reading"]);
    check("<news><news>", &["One team", "2 roles"], &["being read", "parsed"]);
}

#[test]
fn what_needs_the_texts_says_that_they_are_not_read_yet() {
    for key in ["c", "t", "M", "s", "!", "e"] {
        check(key, &["the ladder is still being read"], &["no findings", "built-in"]);
    }
}

#[test]
fn the_place_is_kept_when_the_ladder_is_read() {
    check("G", &["This document is being read.", "› Senior"], &[]);
    check("G<news><news>", &["Two teams"], &["One team"]);
    check("jk<news><news>", &["One team"], &["being read"]);
}

#[test]
fn a_layer_stays_open_until_the_user_closes_it() {
    check("<Ctrl-p>sen<news><news>", &["Jump to"], &[]);
    check("<Ctrl-p>sen<news><news><Enter>", &["Two teams"], &["Jump to"]);
}

#[test]
fn a_ladder_that_was_not_looked_through_yet_has_one_page() {
    let known = session(Arc::new(content::listed("our-ladder".as_ref(), &[])));
    let listed = content::listed("our-ladder".as_ref(), &["senior.md".to_owned()]);
    let news = |news: Vec<News>, keys| {
        text(&play_reading(known.clone(), VecDeque::from(news), (100, 20), keys))
    };
    let waits = || News::Progress(String::new());
    assert!(news(vec![waits()], "").contains("The documents are being looked for."));
    assert!(news(vec![News::Listed(Arc::new(listed)), waits()], "<news>").contains("Senior"));
}
