//! Two roles, topic by topic.

use super::pairs::{left_out, pair, whole};
use super::spoken::{Speech, SpokenItem, SpokenSection, one_line, without_arrows};
use crate::compare::Kind;
use crate::report::{ComparisonReport, KindCount, RestReport, TopicReport, told, unchanged};

/// A comparison. The first section is its summary.
#[must_use]
pub fn speak_comparison(report: &ComparisonReport<'_>, place: String) -> Speech {
    let names = report.names.each_ref().map(String::as_str);
    let mut summary = SpokenSection::default();
    let counts: Vec<String> = report.told_counts().map(|count| count.phrase(names)).collect();
    summary.say([format!("{}.", counts.join(", "))]);
    summary.say(report.phrases().iter().map(|phrase| without_arrows(phrase)));
    summary.say(report.notes.iter().cloned());
    let mut topics = SpokenTopics { names, sections: vec![summary] };
    report.topics.iter().for_each(|topic| topics.topic(topic));
    if let Some(rest) = &report.rest {
        topics.rest(rest);
    }
    Speech { place, noun: "topic", sections: topics.sections }
}

/// The sections of a comparison.
struct SpokenTopics<'a> {
    names: [&'a str; 2],
    sections: Vec<SpokenSection>,
}

impl SpokenTopics<'_> {
    fn topic(&mut self, report: &TopicReport<'_>) {
        let mut section = SpokenSection::new(&self.title(report), report.depth);
        section.remark = self.remark(report);
        section.say(report.origin());
        section.say(report.why().map(|why| format!("Why: {why}.")));
        if report.folded.is_none() {
            section.say(report.unlike().map(|why| format!("Why: {why}.")));
            section.items.extend(report.pairs.iter().map(|it| pair(*it, self.names)));
            section.say(report.week_words().map(|words| without_arrows(&words)));
            section.say(report.elsewhere());
            section.say(left_out(report.same_left_out()));
        }
        self.sections.push(section);
        if report.folded.is_none() {
            report.topics.iter().for_each(|inner| self.topic(inner));
        }
    }

    /// The heading of a topic, or those of both sides if they differ.
    fn title(&self, report: &TopicReport<'_>) -> String {
        match report.headings().as_slice() {
            [left, right] => {
                format!("{} and {}", one_line(left), one_line(right))
            }
            headings => headings.concat(),
        }
    }

    /// How many texts of the topic compare how.
    fn remark(&self, report: &TopicReport<'_>) -> String {
        let kind = report.topic.kind;
        if let Some(count) = report.folded {
            return format!("folded, {}", unchanged(count));
        }
        if matches!(kind, Kind::Left | Kind::Right) {
            return told(kind, self.names);
        }
        let counts = KindCount::of_topic(report).map(|count| count.phrase(self.names));
        counts.collect::<Vec<_>>().join(", ")
    }

    /// The group at the end that is not compared.
    fn rest(&mut self, rest: &RestReport<'_>) {
        let mut section = SpokenSection::new(&rest.title, 1);
        if rest.is_folded {
            "folded".clone_into(&mut section.remark);
        }
        self.sections.push(section);
        for topic in rest.topics.iter().filter(|_| !rest.is_folded) {
            match rest.side {
                Some(_) => self.told(topic),
                None => self.topic(topic),
            }
        }
    }

    /// The text of the only page, which is compared with nothing.
    fn told(&mut self, report: &TopicReport<'_>) {
        let mut section = SpokenSection::new(&report.topic.title, report.depth);
        let parts = report.pairs.iter().flat_map(|it| [&it.pair.left, &it.pair.right]);
        section.items = parts
            .flatten()
            .map(|part| SpokenItem {
                lines: vec![whole(part)],
                spots: vec![(part.spot.document, part.spot.line)],
            })
            .collect();
        self.sections.push(section);
        report.topics.iter().for_each(|inner| self.told(inner));
    }
}
