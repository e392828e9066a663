//! The pairs of a topic as a table: a sign, perhaps a key, and a text on either side.

use super::bars;
use super::parts::{self, key_cell, told_sign};
use super::shape::Shape;
use super::text;
use super::writer::Html;
use crate::compare::{Kind, Pair, PairBody, Part, Topic, TopicSource, telling};
use crate::model::DocumentId;

/// What the table needs to know of the comparison around it.
pub(super) struct Sides<'a> {
    pub(super) names: [&'a str; 2],
    /// The documents whose sections are compared.
    pub(super) documents: [Option<DocumentId>; 2],
    pub(super) shape: Shape<'a>,
}

impl Sides<'_> {
    /// Writes the pairs of a topic, if it has any that are wanted.
    pub(super) fn table(&self, html: &mut Html, topic: &Topic) {
        let shown = |pair: &&Pair| !(self.shape.only_differences && pair.kind == Kind::Same);
        let pairs: Vec<&Pair> = topic.pairs.iter().filter(shown).collect();
        if pairs.is_empty() {
            return;
        }
        let week = topic.week();
        let around = match &topic.source {
            TopicSource::Table(page) => [Some(page.document); 2],
            TopicSource::Sections => self.documents,
        };
        if let Some(week) = &week {
            bars::week(html, week, self.names);
        }
        let keyed = pairs.iter().any(|pair| row_key(pair).is_some());
        let rows = Rows { sides: self, around, keyed };
        // A section that one side has alone needs no column for the other.
        let lone = [Kind::Left, Kind::Right]
            .into_iter()
            .position(|kind| topic.kind == kind && pairs.iter().all(|pair| pair.kind == kind));
        if let Some(side) = lone {
            let class = if side == 0 { "lone left" } else { "lone right" };
            html.element("div", &[("class", class)], |html| {
                rows.alone(html, &pairs, side, topic.kind);
            });
            html.end_line();
            return;
        }
        let class = if keyed { "pairs keyed" } else { "pairs" };
        html.element("table", &[("class", class)], |html| {
            rows.head(html);
            let alone = |pair: &Pair| matches!(pair.kind, Kind::Left | Kind::Right);
            for run in pairs.chunk_by(|a, b| alone(a) && alone(b)) {
                match run {
                    [pair] if !alone(pair) => rows.pair(html, pair, week.is_none()),
                    run => rows.apart(html, run),
                }
            }
        });
        html.end_line();
    }
}

/// The rows of one topic.
struct Rows<'a> {
    sides: &'a Sides<'a>,
    /// The documents that the topic says it is of: their lines need no file.
    around: [Option<DocumentId>; 2],
    /// Whether there is a column of keys.
    keyed: bool,
}

impl Rows<'_> {
    fn head(&self, html: &mut Html) {
        html.element("thead", &[], |html| {
            html.element("tr", &[], |html| {
                html.words("td", &[("class", "sign")], "");
                if self.keyed {
                    html.words("td", &[("class", "key")], "");
                }
                for (name, class) in self.sides.names.iter().zip(["left", "right"]) {
                    html.element("th", &[("scope", "col"), ("class", class)], |html| {
                        text::name(html, name);
                    });
                }
            });
        });
        html.end_line();
    }

    /// Two texts that correspond, with what they state in numbers.
    fn pair(&self, html: &mut Html, pair: &Pair, draws: bool) {
        let class = if pair.kind == Kind::Same { "same" } else { "changed" };
        html.element("tbody", &[("class", class)], |html| {
            html.element("tr", &[], |html| {
                sign(html, pair.kind, class);
                let key = row_key(pair);
                key_cell(html, self.keyed, key);
                for (side, part) in [&pair.left, &pair.right].into_iter().enumerate() {
                    self.cell(html, side, part.as_ref(), key.is_some());
                }
            });
            let measures = if draws { pair.measures() } else { Vec::new() };
            let measures = telling(&measures);
            if !measures.is_empty() || !pair.why.is_empty() {
                html.end_line();
                html.element("tr", &[], |html| {
                    html.words("td", &[], "");
                    if self.keyed {
                        html.words("td", &[], "");
                    }
                    html.element("td", &[("colspan", "2")], |html| {
                        measures.iter().for_each(|m| bars::measure(html, m, self.sides.names));
                        parts::why(html, &pair.why);
                    });
                });
            }
        });
        html.end_line();
    }

    /// Texts that one side has alone: in parallel columns, since they do not correspond.
    fn apart(&self, html: &mut Html, run: &[&Pair]) {
        html.element("tbody", &[("class", "apart")], |html| {
            html.element("tr", &[], |html| {
                html.words("td", &[("class", "sign")], "");
                if self.keyed {
                    html.words("td", &[("class", "key")], "");
                }
                for (side, kind) in [Kind::Left, Kind::Right].into_iter().enumerate() {
                    html.element("td", &[("class", class(side))], |html| {
                        self.alone(html, run, side, kind);
                    });
                }
            });
        });
        html.end_line();
    }

    fn alone(&self, html: &mut Html, run: &[&Pair], side: usize, kind: Kind) {
        for pair in run.iter().filter(|pair| pair.kind == kind) {
            let Some(part) = [&pair.left, &pair.right][side] else { continue };
            html.element("div", &[("class", "alone")], |html| {
                told_sign(html, kind, &format!("only {}", self.sides.names[side]));
                self.part(html, side, part, false);
            });
            parts::why(html, &pair.why);
        }
    }

    fn cell(&self, html: &mut Html, side: usize, part: Option<&Part>, key_apart: bool) {
        let name = self.sides.names[side];
        html.element("td", &[("class", class(side)), ("data-side", name)], |html| {
            if let Some(part) = part {
                self.part(html, side, part, key_apart);
            }
        });
    }

    fn part(&self, html: &mut Html, side: usize, part: &Part, key_apart: bool) {
        let tag = if side == 0 { "del" } else { "ins" };
        let source = parts::source(self.around[side], &part.spot);
        parts::write(html, part, key_apart, tag, &source);
    }
}

fn class(side: usize) -> &'static str {
    if side == 0 { "left" } else { "right" }
}

fn sign(html: &mut Html, kind: Kind, words: &str) {
    html.element("td", &[("class", "sign")], |html| told_sign(html, kind, words));
}

/// The key of a row of tables that both sides have.
fn row_key(pair: &Pair) -> Option<&str> {
    let key = |part: &Part| part.body == PairBody::Row && part.key.is_some();
    let (left, right) = pair.left.as_ref().zip(pair.right.as_ref())?;
    (key(left) && left.key == right.key && right.body == PairBody::Row)
        .then_some(right.key.as_deref())?
}
