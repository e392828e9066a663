//! The conversations that a document quotes.
//!
//! A `text` block is a conversation about the built-in ladder. A line behind `> ` is typed, the lines below it
//! are the first lines of the answer; `...` says that more follow.

use crate::lines::talk::answer;
use crate::support::screen::built_in;

/// The opening of a block that holds a conversation.
const OPENING: &str = "```text\n";

/// A document with the answers that the program gives now.
pub(super) fn held(document: &str) -> String {
    let mut parts = document.split(OPENING);
    let mut fresh = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (block, rest) = part.split_once("```").unwrap();
        fresh += &format!("{OPENING}{}```{rest}", conversation(block));
    }
    fresh
}

/// A block with the answers that the program gives now.
fn conversation(block: &str) -> String {
    let block = format!("\n{block}");
    let mut typed: Vec<&str> = Vec::new();
    let mut fresh = String::new();
    for turn in block.split("\n>").skip(1) {
        let mut lines = turn.trim_end().lines();
        let line = lines.next().unwrap_or_default().trim();
        typed.push(line);
        let count = lines.filter(|line| *line != "...").count();
        let told = answer(built_in, &typed);
        let quoted: String = told.lines().take(count).map(|line| format!("{line}\n")).collect();
        let more = if told.lines().count() > count { "...\n" } else { "" };
        fresh += &format!("{}\n{quoted}{more}", format!("> {line}").trim_end());
    }
    fresh
}
