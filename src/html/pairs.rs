//! The pairs of a topic as a table: a sign, perhaps a key, and a text on either side.

use super::bars;
use super::parts::{self, about, key_cell, told_sign};
use super::text::{self, FOREIGN};
use super::writer::Html;
use crate::compare::{Kind, Part, TopicSource};
use crate::model::DocumentId;
use crate::report::{PairReport, ToldMeasure, TopicReport, kind_name, left_out, told};

/// What the table needs to know of the comparison around it.
pub(super) struct SideColumns<'a> {
    pub(super) names: [&'a str; 2],
    /// The documents whose sections are compared.
    pub(super) documents: [Option<DocumentId>; 2],
}

impl SideColumns<'_> {
    /// Writes what is in a topic, as far as it is shown.
    pub(super) fn table(&self, html: &mut Html, report: &TopicReport) {
        if !report.pairs.is_empty() {
            self.pairs(html, report);
        }
        if let Some(words) = report.week_words() {
            html.words("p", &[("class", "change"), FOREIGN[0], FOREIGN[1]], &words);
            html.end_line();
        }
        if let Some(words) = report.elsewhere() {
            html.element("p", &[("class", "about")], |html| text::name(html, &words));
            html.end_line();
        }
        if let Some(words) = left_out(report.same_left_out()) {
            about(html, &words);
        }
    }

    fn pairs(&self, html: &mut Html, report: &TopicReport) {
        let pairs = &report.pairs;
        let around = match &report.topic.source {
            TopicSource::Table(page) => [Some(page.document); 2],
            TopicSource::Sections | TopicSource::WayUp => self.documents,
        };
        // An unmatched row keeps its key in front.
        let keyed = pairs.iter().any(|pair| !pair.is_alone() && pair.row_key().is_some());
        let rows = PairRows { sides: self, around, keyed };
        // A section that only one side has needs no column for the other.
        let kind = report.topic.kind;
        let lone = [Kind::Left, Kind::Right]
            .into_iter()
            .position(|side| kind == side && pairs.iter().all(|pair| pair.pair.kind == side));
        if let Some(side) = lone {
            let class = format!("lone {}", kind_name(kind));
            html.element("div", &[("class", &class)], |html| rows.alone(html, pairs, side, kind));
            html.end_line();
            return;
        }
        let class = if keyed { "pairs keyed" } else { "pairs" };
        html.element("table", &[("class", class)], |html| {
            rows.head(html);
            for run in pairs.chunk_by(|a, b| a.is_alone() && b.is_alone()) {
                match run {
                    [pair] if !pair.is_alone() => rows.pair(html, *pair),
                    run => rows.apart(html, run),
                }
            }
        });
        html.end_line();
    }
}

/// The rows of one topic.
struct PairRows<'a> {
    sides: &'a SideColumns<'a>,
    /// The documents that the topic says it is of: their lines need no file.
    around: [Option<DocumentId>; 2],
    /// Whether there is a column of keys.
    keyed: bool,
}

impl PairRows<'_> {
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
    fn pair(&self, html: &mut Html, report: PairReport) {
        let kind = kind_name(report.pair.kind);
        let wholly = if report.pair.is_wholly_different() { " wholly" } else { "" };
        html.element("tbody", &[("class", &format!("{kind}{wholly}"))], |html| {
            html.element("tr", &[], |html| {
                html.element("td", &[("class", "sign")], |html| {
                    told_sign(html, report.sign(), report.sign_words());
                });
                key_cell(html, self.keyed, report.row_key());
                let measures = report.measures();
                (0..2).for_each(|side| self.cell(html, report, side, &measures));
            });
            self.below(html, report);
        });
        html.end_line();
    }

    /// Why the two correspond.
    fn below(&self, html: &mut Html, report: PairReport) {
        let Some(why) = report.why() else { return };
        html.end_line();
        html.element("tr", &[], |html| {
            html.words("td", &[], "");
            if self.keyed {
                html.words("td", &[], "");
            }
            html.element("td", &[("colspan", "2")], |html| {
                parts::why(html, Some(why));
            });
        });
    }

    /// Items that only one side has, in parallel columns because they do not correspond.
    fn apart(&self, html: &mut Html, run: &[PairReport]) {
        html.element("tbody", &[("class", "apart")], |html| {
            html.element("tr", &[], |html| {
                html.words("td", &[("class", "sign")], "");
                if self.keyed {
                    html.words("td", &[("class", "key")], "");
                }
                for (side, kind) in [Kind::Left, Kind::Right].into_iter().enumerate() {
                    html.element("td", &[("class", kind_name(kind))], |html| {
                        self.alone(html, run, side, kind);
                    });
                }
            });
        });
        html.end_line();
    }

    fn alone(&self, html: &mut Html, run: &[PairReport], side: usize, kind: Kind) {
        for report in run.iter().filter(|report| report.pair.kind == kind) {
            let Some(part) = [&report.pair.left, &report.pair.right][side] else { continue };
            html.element("div", &[("class", "alone")], |html| {
                told_sign(html, kind.sign(), &told(kind, self.sides.names));
                self.part(html, side, part, false);
            });
            parts::why(html, report.why());
        }
    }

    /// A text of a pair, with the bars of its numbers; behind the right one what becomes of them.
    fn cell(&self, html: &mut Html, report: PairReport, side: usize, measures: &[ToldMeasure]) {
        let (name, class) = (self.sides.names[side], ["left", "right"][side]);
        let part = [&report.pair.left, &report.pair.right][side];
        html.element("td", &[("class", class), ("data-side", name)], |html| {
            if let Some(part) = part {
                self.part(html, side, part, report.row_key().is_some());
            }
            for told in measures {
                if let Some(drawn) = told.bars[side] {
                    bars::bar(html, class, drawn);
                }
                if side == 1 && !told.words.is_empty() {
                    change(html, told);
                }
            }
        });
    }

    fn part(&self, html: &mut Html, side: usize, part: &Part, key_apart: bool) {
        let tag = ["del", "ins"][side];
        parts::write(html, part, key_apart, tag, &parts::source(self.around[side], &part.spot));
    }
}

fn change(html: &mut Html, told: &ToldMeasure) {
    html.element("p", &[("class", "change"), FOREIGN[0], FOREIGN[1]], |html| {
        html.text(&told.words);
        if told.logarithmic {
            html.words("small", &[], " (logarithmic scale)");
        }
    });
}
