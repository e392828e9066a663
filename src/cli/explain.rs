//! `rungs list --explain`: what each file became, and by which rule.

use anyhow::Result;
use serde_json::{Value, json};

use super::args::Format;
use super::json::pretty;
use super::markdown;
use super::output::Output;
use crate::content::{Explanation, Loaded};
use crate::page::width;
use crate::theme::{Ink, Mark};

pub(super) fn run(loaded: &Loaded, out: &Output) -> Result<u8> {
    let all = &loaded.explanations;
    match out.format {
        Format::Json => out.write(&pretty(&as_json(all)))?,
        Format::Markdown => out.write(&as_markdown(all))?,
        Format::Text | Format::Html => out.write(&as_text(all, out))?,
    }
    Ok(0)
}

fn as_json(all: &[Explanation]) -> Value {
    let files =
        all.iter().map(|one| json!({ "file": one.file, "became": one.became, "rule": one.rule, "second": one.second }));
    json!({ "files": files.collect::<Value>() })
}

fn as_markdown(all: &[Explanation]) -> String {
    let mut text = "| File | Became | Evidence | Second |\n| --- | --- | --- | --- |\n".to_owned();
    for one in all {
        let second = one.second.as_deref().unwrap_or_default();
        let cells = [&one.file, &one.became, &one.rule, second].map(markdown::cell);
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    text
}

fn as_text(all: &[Explanation], out: &Output) -> String {
    let widest = all.iter().map(|one| width(&one.became)).max().unwrap_or(0);
    let mut text = String::new();
    for one in all {
        let fill = " ".repeat(widest - width(&one.became));
        let became = out.paint(&one.became, Mark::default().bold());
        text.push_str(&format!("{became}{fill}  {}\n", one.file));
        let rule = out.paint(&one.rule, Ink::Muted);
        text.push_str(&format!("{}  {rule}\n", " ".repeat(widest)));
        if let Some(second) = &one.second {
            let second = out.paint(&format!("second: {second}"), Ink::Muted);
            text.push_str(&format!("{}  {second}\n", " ".repeat(widest)));
        }
    }
    text
}
