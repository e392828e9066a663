//! Titles, names, orders and links: what identifies a document and leads to it.

use std::collections::{HashMap, HashSet};

use crate::check::checked::CheckedLadder;
use crate::check::missing::doubled_roles;
use crate::check::rule_finding::RuleFinding;
use crate::check::walk::{authored, bare, texts};
use crate::lexicon::words;
use crate::model::{Block, Document, DocumentId, Ladder, Link, Role, RoleId, Text, Track, Value};
use crate::naming::names;

/// A heading that is linked to has no more bytes than this.
const LONGEST_NAME: usize = 200;

/// A link leads to a section that its target does not have.
pub(crate) fn broken_anchor(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let mut found = Vec::new();
    let mut anchors = FileAnchors::of(checked);
    for document in authored(ladder) {
        let mut seen = HashSet::new();
        texts(document, &mut |line, text| {
            for link in text.links() {
                if let Some(anchor) = anchors.missing(link)
                    && seen.insert(&link.target)
                {
                    let message =
                        format!("the document that this link leads to has no section `#{anchor}`");
                    let help = "correct the part after `#`, or remove it";
                    found.push(RuleFinding::new(
                        document,
                        line,
                        link.target.clone(),
                        message,
                        help,
                    ));
                }
            }
        });
    }
    found
}

/// The anchors of each file. Several roles may come from one file.
struct FileAnchors<'a> {
    ladder: &'a Ladder,
    documents: HashMap<&'a str, Vec<&'a Document>>,
    /// The anchors of files that were read before.
    known: HashMap<&'a str, HashSet<String>>,
}

impl<'a> FileAnchors<'a> {
    fn of(checked: &CheckedLadder<'a>) -> Self {
        let mut documents: HashMap<&str, Vec<&Document>> = HashMap::new();
        for document in &checked.documents {
            documents.entry(&document.file).or_default().push(document);
        }
        Self { ladder: checked.ladder, documents, known: HashMap::new() }
    }

    /// The anchor of a link that leads to a document but to none of its sections.
    fn missing<'l>(&mut self, link: &'l Link) -> Option<&'l str> {
        let place = link.place.filter(|place| place.section.is_none())?;
        let (_, anchor) = link.target.split_once('#')?;
        // Codes for spaces, marked words and lines are not names of headings.
        if anchor.is_empty() || anchor == "top" || anchor.contains(['%', ':', '=', '/', '{']) {
            return None;
        }
        let file = self.ladder.document(place.document).file.as_str();
        let documents = self.documents.get(file).map_or(&[][..], Vec::as_slice);
        let known = self.known.entry(file).or_insert_with(|| names_in(documents));
        let wanted = bare(anchor);
        let plain = wanted.trim_end_matches(|c: char| c.is_ascii_digit());
        (!known.contains(&wanted) && !known.contains(plain)).then_some(anchor)
    }
}

fn names_in(documents: &[&Document]) -> HashSet<String> {
    let names = documents.iter().flat_map(|document| {
        let mut known: Vec<String> = document.sections.iter().map(|s| bare(&s.anchor)).collect();
        known.extend([bare(&document.title), bare(&document.label), "readme".to_owned()]);
        // In HTML anything may have an `id`.
        texts(document, &mut |_, text| {
            let plain = text.as_str();
            if plain.len() <= LONGEST_NAME {
                known.push(bare(plain));
                // Some sites spell out signs that others drop.
                known.extend(plain.contains('&').then(|| bare(&plain.replace('&', "and"))));
            }
        });
        known
    });
    names.collect()
}

/// The text of a link names one role, but the link leads to another.
pub(crate) fn misleading_link(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let called = |role: &Role| {
        let Document { title, label, .. } = &role.document;
        [names::normal(title), names::normal(label)]
    };
    let mut having: HashMap<String, Vec<RoleId>> = HashMap::new();
    for (at, role) in ladder.roles.iter().enumerate() {
        let mut names = called(role).to_vec();
        names.dedup();
        names.into_iter().for_each(|name| having.entry(name).or_default().push(RoleId(at)));
    }
    checked.in_documents(|document| {
        let mut found = Vec::new();
        texts(document, &mut |line, text| {
            for (words, link) in links(text) {
                let Some(DocumentId::Role(to)) = link.place.map(|place| place.document) else {
                    continue;
                };
                let Some([meant]) = having.get(&names::normal(&words)).map(Vec::as_slice) else {
                    continue;
                };
                let (is, said) = (&ladder.role(to).document, &ladder.role(*meant).document);
                if *meant == to || is.file == said.file || names::alike(&words, &is.title) {
                    continue;
                }
                let message = format!("this link says `{words}` but leads to `{}`", is.title);
                let help =
                    "change the target or the text of the link, so that both name the same role";
                let finding = RuleFinding::new(document, line, link.target.clone(), message, help);
                found.push(finding.note(said, said.line, format!("`{}` is here", said.title)));
            }
        });
        found
    })
}

/// The links of a text with their words. A link with several styles is one link.
fn links(text: &Text) -> Vec<(String, &Link)> {
    let mut found: Vec<(String, &Link)> = Vec::new();
    let mut before: Option<&Link> = None;
    for span in text.spans() {
        match (span.link, found.last_mut()) {
            (Some(link), Some((words, _))) if before == Some(link) => words.push_str(span.text),
            (Some(link), _) => found.push((span.text.to_owned(), link)),
            (None, _) => {}
        }
        before = span.link;
    }
    found
}

/// Two roles of a track have the same title, or their authors gave them the same label.
pub(crate) fn duplicate_title(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let mut found = Vec::new();
    let doubled = doubled_roles(checked);
    for track in ladder.tracks.iter().filter(|track| !holds_versions(ladder, track)) {
        let mut titles: HashMap<String, &Document> = HashMap::new();
        let mut labels: HashMap<String, &Document> = HashMap::new();
        for role in track.roles.iter().map(|id| ladder.role(*id)) {
            let document = &role.document;
            // Two roles with the same number are a finding of another rule.
            if doubled.contains(&(document.file.as_str(), document.line)) {
                continue;
            }
            // Signs count: "Principal+" is not the level "Principal".
            let title = document.title.to_lowercase();
            if let Some(first) = titles.get(&title) {
                let message = format!("`{}` is also the title of another role", document.title);
                let help = "give each role of a track a title of its own";
                let words = document.title.clone();
                let finding = RuleFinding::new(document, document.line, words, message, help);
                found.push(finding.note(first, first.line, "the first is here"));
                continue;
            }
            titles.insert(title, document);
            let Some(entry) = document.front_matter.entry("label") else { continue };
            let label = document.label.to_lowercase();
            if let Some(first) = labels.get(&label).filter(|first| first.file != document.file) {
                let message = format!("`{}` is also the label of another role", document.label);
                let help = "give each role of a track a label of its own";
                let words = document.label.clone();
                let finding = RuleFinding::new(document, entry.line, words, message, help);
                found.push(finding.note(
                    first,
                    first.line,
                    format!("`{}` has the label", first.title),
                ));
            }
            labels.entry(label).or_insert(document);
        }
    }
    found
}

/// Whether a track has two versions of a ladder: most of its titles occur twice.
fn holds_versions(ladder: &Ladder, track: &Track) -> bool {
    const FEWEST_TWINS: usize = 3;
    let mut counts: HashMap<String, usize> = HashMap::new();
    for role in track.roles.iter().map(|id| ladder.role(*id)) {
        *counts.entry(role.document.title.to_lowercase()).or_default() += 1;
    }
    let twins = counts.values().filter(|count| **count > 1).count();
    twins >= FEWEST_TWINS && twins * 2 > counts.len()
}

/// Two documents have the same id or address.
pub(crate) fn duplicate_id(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let mut found = Vec::new();
    let mut seen: HashMap<(&str, &str, String), &Document> = HashMap::new();
    for (_, document) in ladder.documents() {
        for (key, is_whole) in [("id", false), ("slug", false), ("permalink", true), ("url", true)]
        {
            let Some(entry) = document.front_matter.entry(key) else { continue };
            let Value::Text(value) = &entry.value else { continue };
            // An id is unique in its folder, a whole address in the site.
            let is_whole = is_whole || value.starts_with('/');
            let folder = document.file.rsplit_once('/').map_or("", |(folder, _)| folder);
            let place = if is_whole { "" } else { folder };
            let first = seen.entry((key, place, value.to_lowercase())).or_insert(document);
            if first.file != document.file {
                let message = format!("another document also has the {key} `{value}`");
                let help = "give each document an id of its own";
                let finding = RuleFinding::new(document, entry.line, value.clone(), message, help);
                found.push(finding.note(first, 1, "the other document is here"));
            }
        }
    }
    found
}

/// The title of a role, from its front matter or the links of an index page, and the heading of its
/// document have different words. Pages are not checked: a menu may use a shorter name.
pub(crate) fn title_mismatch(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let mut found = Vec::new();
    for document in ladder.roles.iter().map(|role| &role.document) {
        let Some(heading) = other_heading(document) else { continue };
        let (whose, title) = match document.front_matter.get("title") {
            Some(Value::Text(title)) => ("the front matter", title),
            // The loader uses the name in an index page only if the heading is that of another role.
            _ => ("the link to it", &document.title),
        };
        let words = |text: &str| -> HashSet<String> { words(text).into_iter().collect() };
        let (said, stands) = (words(title), words(&heading));
        // A longer form of a title does not contradict it.
        let is_more = said.is_subset(&stands) || stands.is_subset(&said);
        if said.is_empty() || is_more || names::alike(title, &heading) {
            continue;
        }
        let message = format!("the heading is `{heading}`, but {whose} says `{title}`");
        let help = "use one title in both places";
        found.push(RuleFinding::new(document, document.line, heading, message, help));
    }
    found
}

/// The first heading, if it is not the title: the loader keeps it as bold text.
fn other_heading(document: &Document) -> Option<String> {
    let Some(Block::Paragraph(first)) = document.preamble.first() else { return None };
    let bold = first.text.spans().all(|span| span.style.bold);
    let is_heading = bold && !first.text.is_empty() && first.line == document.line;
    let heading = first.text.as_str();
    (is_heading && !heading.contains("{{") && !heading.contains("{%")).then(|| heading.to_owned())
}

/// Two roles of a track have the same order, or the order of one contradicts its level.
pub(crate) fn clashing_order(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let tracks = ladder.tracks.iter().filter(|track| !holds_versions(ladder, track));
    tracks
        .flat_map(|track| {
            let found = same_order(ladder, track);
            match found.is_empty() {
                true => order_against_level(ladder, track).into_iter().collect(),
                false => found,
            }
        })
        .collect()
}

fn same_order(ladder: &Ladder, track: &Track) -> Vec<RuleFinding> {
    let mut found = Vec::new();
    let mut taken: HashMap<u64, (&Document, usize)> = HashMap::new();
    for role in track.roles.iter().map(|id| ladder.role(*id)) {
        let Some((order, line)) = order_of(role) else { continue };
        let (first, of_first) = *taken.entry(order.to_bits()).or_insert((&role.document, line));
        if first.file != role.document.file {
            let message = format!("`{}` also has the order {order}", first.title);
            let help = "give each role of a track an order of its own";
            let finding = RuleFinding::new(&role.document, line, order.to_string(), message, help);
            found.push(finding.note(first, of_first, "its order is here"));
        }
    }
    found
}

/// If a single role is below a level that is lower than its own, its order is probably mistyped.
fn order_against_level(ladder: &Ladder, track: &Track) -> Option<RuleFinding> {
    let levels = track.roles.iter().map(|id| {
        let role = ladder.role(*id);
        let level = role.level.as_deref()?;
        let number = level.trim_start_matches(|c: char| !c.is_ascii_digit());
        let prefix = &level[..level.len() - number.len()];
        let (_, line) = order_of(role)?;
        Some((prefix, number.parse::<f64>().ok()?, &role.document, line))
    });
    let levels: Vec<_> = levels.collect::<Option<_>>()?;
    let mut falls =
        levels.windows(2).filter(|pair| pair[0].0 == pair[1].0 && pair[1].1 < pair[0].1);
    let (fall, others) = (falls.next()?, falls.count());
    if others > 0 || levels.len() < 3 {
        return None;
    }
    let (lower, upper) = (&fall[0], &fall[1]);
    let message = format!("its order puts `{}` above `{}`", upper.2.title, lower.2.title);
    let help = "give it an order that agrees with its level";
    let finding = RuleFinding::new(upper.2, upper.3, "", message, help);
    Some(finding.note(lower.2, lower.3, "the order of the other role is here"))
}

/// The order in a role's front matter, and its line.
fn order_of(role: &Role) -> Option<(f64, usize)> {
    let order = role.order?;
    let says = |key: &&str| match role.document.front_matter.get(key) {
        Some(Value::Number(number)) => *number == order,
        Some(Value::Text(text)) => text.trim().parse() == Ok(order),
        _ => false,
    };
    let key = ["order", "weight", "sidebar_position", "nav_order"].into_iter().find(says)?;
    Some((order, role.document.front_matter.entry(key)?.line))
}
