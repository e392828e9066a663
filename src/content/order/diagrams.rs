//! Flowcharts in Markdown (Mermaid): arrows between names of roles give an order, and the subgraph
//! around them gives a track.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::content::parse::draft::Draft;
use crate::model::Block;

/// Names from the start of the arrows to their end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct ArrowChain {
    /// The name of the subgraph around them; empty if there is none.
    pub(crate) title: String,
    pub(crate) names: Vec<String>,
}

/// A part of a chart has no more arrows: each node on one side of an arrow is joined to each on the other side.
const MOST_ARROWS: usize = 10_000;

/// The arrows that Mermaid draws from one node to the next, longest first.
const ARROWS: [&str; 8] = ["-.->", "<-->", "-->", "==>", "--o", "--x", "---", "==="];

/// The chains of each document that has a chart.
pub(crate) fn read(drafts: &[Draft]) -> Vec<Vec<ArrowChain>> {
    let of_draft = |draft: &Draft| -> Vec<ArrowChain> {
        let blocks = draft.sections.iter().flat_map(|section| &section.blocks);
        let charts = draft.preamble.iter().chain(blocks).filter_map(|block| match block {
            Block::Code(code) if code.language.trim().starts_with("mermaid") => Some(&code.text),
            _ => None,
        });
        charts.flat_map(|text| chains(text)).collect()
    };
    drafts.iter().map(of_draft).filter(|chains| !chains.is_empty()).collect()
}

/// A part of a chart while it is read: its nodes in order of appearance, and the arrows between them.
#[derive(Default)]
struct ChartPart {
    title: String,
    nodes: Vec<String>,
    /// The places of the nodes among them.
    places: HashMap<String, usize>,
    arrows: HashSet<(usize, usize)>,
}

fn chains(chart: &str) -> Vec<ArrowChain> {
    let mut lines = chart.lines().map(str::trim).filter(|line| !line.starts_with("%%"));
    let kind = lines.find(|line| !line.is_empty()).unwrap_or_default();
    if !kind.starts_with("flowchart") && !kind.starts_with("graph") {
        return Vec::new();
    }
    let mut names: HashMap<String, String> = HashMap::new();
    let mut done: Vec<ChartPart> = Vec::new();
    let mut open: Vec<ChartPart> = vec![ChartPart::default()];
    for line in lines {
        if let Some(title) = line.strip_prefix("subgraph ") {
            open.push(ChartPart { title: called(title), ..ChartPart::default() });
        } else if line == "end" && open.len() > 1 {
            done.extend(open.pop());
        } else if let Some(part) = open.last_mut() {
            line.split(';').for_each(|line| part.take(line, &mut names));
        }
    }
    done.extend(open);
    let name = |node: &String| names.get(node).unwrap_or(node).clone();
    let named = |part: &ChartPart| ArrowChain {
        title: part.title.clone(),
        names: part.in_order().map(name).collect(),
    };
    done.iter().filter(|part| !part.arrows.is_empty()).map(named).collect()
}

/// The text of `id["Text"]`, or the whole text if there are no brackets.
fn called(text: &str) -> String {
    let inner = text.split_once(['[', '(', '{']).map_or(text, |(_, inner)| inner);
    let closed = inner.trim_end().trim_end_matches([']', ')', '}']);
    closed
        .trim_matches(|c: char| "[]({})/\\\" ".contains(c))
        .replace("<br/>", " ")
        .replace("<br>", " ")
}

impl ChartPart {
    /// Takes the nodes of a line, and the arrows between them.
    fn take(&mut self, line: &str, names: &mut HashMap<String, String>) {
        let mut before: Vec<usize> = Vec::new();
        for step in steps(line) {
            let nodes: BTreeSet<usize> =
                nodes(step).filter_map(|node| self.node(node, names)).collect();
            let nodes: Vec<usize> = nodes.into_iter().collect();
            let room = MOST_ARROWS.saturating_sub(self.arrows.len());
            let pairs = before.iter().flat_map(|from| nodes.iter().map(move |to| (*from, *to)));
            self.arrows.extend(pairs.take(room));
            before = nodes;
        }
    }

    /// The place of a node; its name is kept.
    fn node(&mut self, text: &str, names: &mut HashMap<String, String>) -> Option<usize> {
        let text = text.trim();
        let end = text.find(|c: char| !(c.is_alphanumeric() || "_-.".contains(c)));
        let (id, rest) = text.split_at(end.unwrap_or(text.len()));
        let is_node =
            !id.is_empty() && (rest.is_empty() || rest.starts_with(['[', '(', '{', '>', ':']));
        if !is_node {
            return None;
        }
        if rest.starts_with(['[', '(', '{']) {
            names.insert(id.to_owned(), called(rest));
        }
        let next = self.nodes.len();
        let place = *self.places.entry(id.to_owned()).or_insert(next);
        if place == next {
            self.nodes.push(id.to_owned());
        }
        Some(place)
    }

    /// The nodes that arrows join, each after the nodes that lead to it, else in order of appearance. Arrows in a
    /// circle keep the order of appearance. (Kahn, Topological sorting of large networks, 1962.)
    fn in_order(&self) -> impl Iterator<Item = &String> {
        let mut led_from = vec![0_usize; self.nodes.len()];
        let mut leads_to: Vec<Vec<usize>> = vec![Vec::new(); self.nodes.len()];
        for (from, to) in self.arrows.iter().filter(|(from, to)| from != to) {
            leads_to[*from].push(*to);
            led_from[*to] += 1;
        }
        let mut waiting: BTreeSet<usize> =
            self.arrows.iter().flat_map(|(from, to)| [*from, *to]).collect();
        let mut ready: BTreeSet<usize> =
            waiting.iter().copied().filter(|node| led_from[*node] == 0).collect();
        let mut ordered = Vec::with_capacity(waiting.len());
        while let Some(next) = ready.pop_first().or_else(|| waiting.first().copied()) {
            waiting.remove(&next);
            ordered.push(next);
            for to in &leads_to[next] {
                led_from[*to] -= 1;
                if led_from[*to] == 0 && waiting.contains(to) {
                    ready.insert(*to);
                }
            }
        }
        ordered.into_iter().filter_map(|node| self.nodes.get(node))
    }
}

/// The nodes of a step; a sign in brackets does not separate nodes.
fn nodes(step: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    step.split(move |c| {
        match c {
            '[' | '(' | '{' => depth += 1,
            ']' | ')' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == '&' && depth == 0
    })
}

/// The steps of a line, between its arrows; a word on an arrow is not a step.
fn steps(line: &str) -> Vec<&str> {
    let mut steps = Vec::new();
    let mut rest = line;
    let first_arrow = |text: &str| {
        let found = ARROWS.iter().filter_map(|arrow| Some((text.find(arrow)?, arrow.len())));
        found.min_by_key(|(at, length)| (*at, usize::MAX - length))
    };
    while let Some((at, length)) = first_arrow(rest) {
        steps.push(&rest[..at]);
        rest = rest[at + length..].trim_start();
        if let Some(labeled) = rest.strip_prefix('|') {
            rest = labeled.split_once('|').map_or("", |(_, rest)| rest);
        }
    }
    steps.push(rest);
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(chart: &str, want: &[(&str, &[&str])]) {
        let found = chains(chart);
        let found: Vec<(&str, Vec<&str>)> = found
            .iter()
            .map(|chain| (chain.title.as_str(), chain.names.iter().map(String::as_str).collect()))
            .collect();
        let want: Vec<(&str, Vec<&str>)> = want.iter().map(|(t, n)| (*t, n.to_vec())).collect();
        assert_eq!(found, want, "{chart}");
    }

    #[test]
    fn arrows_say_an_order_and_parts_say_tracks() {
        check(
            "flowchart LR\nA[Junior] --> B(Maker & Co) -->|years| C{{Head}}",
            &[("", &["Junior", "Maker & Co", "Head"])],
        );
        check("graph TD\n  B[Two] --> C[Three]\n  A[One] --> B", &[("", &["One", "Two", "Three"])]);
        check(
            "%%{init: {}}%%\nflowchart TD\nsubgraph one[\"Track A\"]\nx[Low]\ny[High]\nx --> y;\nend\n\
             subgraph Track B\np[Start] -.-> q[Goal]\nend\ny --> q\nstyle x fill:#fff",
            &[
                ("Track A", &["Low", "High"]),
                ("Track B", &["Start", "Goal"]),
                ("", &["High", "Goal"]),
            ],
        );
        check("graph LR\nA --> B --> A", &[("", &["A", "B"])]);
        check("sequenceDiagram\nA->>B: hello", &[]);
    }
}
