//! Sections and headings: empty, missing, twice, or at the wrong level.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::check::checked::CheckedLadder;
use crate::check::rule_finding::RuleFinding;
use crate::check::walk::{self, bare};
use crate::lexicon::list::PROMISES;
use crate::lexicon::{fold_space, is_function_word};
use crate::model::{Block, Document, Ladder, Role, RoleId, Section, SectionId, SectionKind, Track};
use crate::naming::{KnownNames, Mentions, NameTerms, OTHER_NAME};

/// A form has at least this many fields.
const FEWEST_FIELDS: usize = 3;

/// In a track of fewer roles it is chance which sections all others have.
const FEWEST_ROLES: usize = 3;

/// A section has no content, or only a promise of content.
pub(crate) fn empty_section(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let documents = walk::authored(ladder).filter(|document| !is_template(document));
    let taken = TakenRoles::of(ladder);
    documents.flat_map(|document| empty_sections(document, &taken.held(document))).collect()
}

fn empty_sections(document: &Document, held: &[bool]) -> Vec<RuleFinding> {
    let (mut found, mut leaves) = (Vec::new(), 0);
    for (at, section) in document.sections.iter().enumerate() {
        let is_heading = matches!(section.kind, SectionKind::Heading(_));
        if !is_heading || document.has_children(SectionId(at)) || held[at] {
            continue;
        }
        leaves += 1;
        let title = section.title.as_str();
        let message = match section.blocks.as_slice() {
            [] if title.trim().is_empty() => "this heading has no text".to_owned(),
            [] => format!("section `{title}` is empty"),
            [Block::Paragraph(only)] if is_promise(only.text.as_str()) => {
                format!("section `{title}` is not written yet")
            }
            _ => continue,
        };
        if !says_enough(document, at) {
            let help = "write the section, or remove the heading";
            found.push(RuleFinding::new(document, section.line, title, message, help));
        }
    }
    // If most sections are empty, the document is a form to be filled in.
    if found.len() >= FEWEST_FIELDS && found.len() * 2 > leaves { Vec::new() } else { found }
}

/// Whether a document says that it is a template.
fn is_template(document: &Document) -> bool {
    let name = document.file.rsplit('/').next().unwrap_or_default();
    [name, &document.title].iter().any(|name| name.to_lowercase().contains("template"))
}

/// Whether a heading needs no content: it links to another document, is a complete sentence or step, is
/// optional, or has the numbered headings after it as its parts.
fn says_enough(document: &Document, at: usize) -> bool {
    let section = &document.sections[at];
    let title = section.title.as_str();
    let is_numbered = |title: &str| {
        let rest = title.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
        rest.len() < title.trim_start().len() && rest.starts_with(['.', ')'])
    };
    let leads_on = !section.title.is_empty() && section.title.is_link();
    let next = document.sections.get(at + 1).map(|next| next.title.as_str());
    leads_on
        || is_numbered(title)
        || title.trim_end().ends_with(['.', '!'])
        || title.to_lowercase().contains("(optional)")
        || next.is_some_and(|next| is_numbered(next) && next.trim_start().starts_with('1'))
}

/// The roles of a ladder that were taken out of documents, to ask which of them a section held.
struct TakenRoles<'a> {
    /// By file: the line of each role, and the rank of its outermost heading, by line.
    places: HashMap<&'a str, Vec<(usize, Option<u8>)>>,
}

impl<'a> TakenRoles<'a> {
    fn of(ladder: &'a Ladder) -> Self {
        let mut places: HashMap<&str, Vec<(usize, Option<u8>)>> = HashMap::new();
        for role in ladder.roles.iter().map(|role| &role.document) {
            let rank = role.sections.iter().filter_map(rank).min();
            places.entry(&role.file).or_default().push((role.line, rank));
        }
        places.values_mut().for_each(|places| places.sort_unstable());
        Self { places }
    }

    /// Of each section of a document whether roles were taken out of it: they have documents of their
    /// own, and their lines are between its heading and the next heading that is not below it.
    fn held(&self, document: &Document) -> Vec<bool> {
        let mut held = vec![false; document.sections.len()];
        let Some(places) = self.places.get(document.file.as_str()) else { return held };
        let ends = ends(document);
        for (at, section) in document.sections.iter().enumerate() {
            let Some(own) = rank(section) else { continue };
            let from = places.partition_point(|(line, _)| *line <= section.line);
            let inside = places[from..].iter().take_while(|(line, _)| *line < ends[at]);
            // The headings in a role show its own depth: beside this heading, or below it.
            held[at] = { inside }.any(|(_, rank)| rank.is_none_or(|rank| rank > own + 1));
        }
        held
    }
}

/// The depth of a heading as marked; a bold line has none.
fn rank(section: &Section) -> Option<u8> {
    match section.kind {
        SectionKind::Heading(rank) => Some(rank),
        _ => None,
    }
}

/// For each section of a document the line of the next heading that is not below it, or the line after
/// the last.
fn ends(document: &Document) -> Vec<usize> {
    let mut ends = vec![document.last_line + 1; document.sections.len()];
    let mut open: Vec<(usize, u8)> = Vec::new();
    for (at, section) in document.sections.iter().enumerate() {
        let Some(own) = rank(section) else { continue };
        while let Some((above, _)) = open.pop_if(|(_, above)| own <= *above) {
            ends[above] = section.line;
        }
        open.push((at, own));
    }
    ends
}

/// Whether a text only promises content.
fn is_promise(text: &str) -> bool {
    PROMISES.contains(bare(text).as_str())
}

/// Two sibling sections have the same heading.
pub(crate) fn duplicate_heading(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let mut found = Vec::new();
    for document in walk::authored(ladder) {
        let mut seen: HashMap<(usize, String), &Section> = HashMap::new();
        let mut around: Vec<(usize, usize)> = Vec::new();
        for (at, section) in document.sections.iter().enumerate() {
            while around.last().is_some_and(|(_, depth)| *depth >= section.depth) {
                around.pop();
            }
            let parent = around.last().map_or(usize::MAX, |(at, _)| *at);
            around.push((at, section.depth));
            let title = section.title.as_str();
            // Signs count: "Principal+" is not the level "Principal".
            let name = fold_space(title).to_lowercase();
            // Bold lines are as often emphasis as headings.
            if section.kind == SectionKind::Bold || name.is_empty() {
                continue;
            }
            if let Some(first) = seen.get(&(parent, name.clone())) {
                let message = format!("another section here has the heading `{title}`");
                let help = "rename one of them, or merge the two";
                let finding = RuleFinding::new(document, section.line, title, message, help);
                found.push(finding.note(document, first.line, "the first is here"));
                continue;
            }
            seen.insert((parent, name), section);
        }
    }
    found
}

/// A heading is more than one level deeper than the heading above it. Only the first in a document is
/// reported.
pub(crate) fn skipped_level(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    for document in walk::authored(ladder) {
        let mut before: Option<u8> = None;
        for section in &document.sections {
            let SectionKind::Heading(level) = section.kind else { continue };
            if let Some(above) = before
                && level > above + 1
                && seen.insert(&document.file)
            {
                let title = section.title.as_str();
                let message =
                    format!("`{title}` is a heading of level {level} below one of level {above}");
                let help = "make it one level deeper than that, so that outlines and screen readers find its parent";
                found.push(RuleFinding::new(document, section.line, title, message, help));
            }
            before = Some(level);
        }
    }
    found
}

/// A role lacks a section that all other roles of its track have.
pub(crate) fn missing_section(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let names = KnownNames::new(ladder);
    let counterparts = NameTerms::of_counterparts(&[ladder]);
    let mentions = |id| {
        let near = names.near(ladder, id);
        Mentions { own: names.own(ladder, id), others: [near, near, &counterparts] }
    };
    checked.in_tracks(|track| match ladder.track(track) {
        track if track.roles.len() >= FEWEST_ROLES => lacking(checked, track, mentions),
        _ => Vec::new(),
    })
}

fn lacking<'a>(
    checked: &CheckedLadder<'_>,
    track: &Track,
    mentions: impl Fn(RoleId) -> Mentions<'a>,
) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let headings: Vec<BTreeMap<String, &Section>> =
        track.roles.iter().map(|id| headings(ladder.role(*id), &mentions(*id))).collect();
    let mut having: BTreeMap<&str, usize> = BTreeMap::new();
    for name in headings.iter().flat_map(BTreeMap::keys) {
        *having.entry(name).or_default() += 1;
    }
    let others = track.roles.len() - 1;
    let common = having.values().filter(|count| **count >= others).count();
    let of_others: Vec<&str> =
        having.iter().filter(|(_, count)| **count == others).map(|(name, _)| *name).collect();
    let mut found = Vec::new();
    // The lowest and the highest role lack a section that only begins or ends at some level.
    for at in 1..others {
        let (id, own) = (track.roles[at], &headings[at]);
        let role = ladder.role(id);
        let is_level = |other: RoleId| checked.places.are_levels(other, id);
        // A role beside the others may have other sections.
        if !is_level(track.roles[at - 1]) || !is_level(track.roles[at + 1]) {
            continue;
        }
        let is_lacking = |name: &&str| {
            !own.contains_key(*name) && !name.split(' ').any(|word| word == OTHER_NAME)
        };
        let lacks: Vec<&str> = of_others.iter().copied().filter(is_lacking).collect();
        // A role with a different structure lacks no section in particular.
        if lacks.is_empty() || lacks.len() * 2 > common {
            continue;
        }
        let own_titles = titles(role);
        let sample = headings.iter().position(|own| own.contains_key(lacks[0])).unwrap_or(0);
        // The names of roles, which were taken out of headings, may be words of this heading.
        let is_there = |name: &&str| {
            headings[sample]
                .get(*name)
                .is_some_and(|section| own_titles.contains(&bare(section.title.as_str())))
        };
        let lacks: Vec<&str> = lacks.into_iter().filter(|name| !is_there(name)).collect();
        if let Some(first) = lacks.first() {
            let sample = headings.iter().position(|own| own.contains_key(*first)).unwrap_or(0);
            found.push(lack(role, &lacks, &headings[sample], ladder.role(track.roles[sample])));
        }
    }
    found
}

/// The headings of a role at any depth.
fn titles(role: &Role) -> HashSet<String> {
    role.document.sections.iter().map(|section| bare(section.title.as_str())).collect()
}

fn lack(
    role: &Role,
    lacks: &[&str],
    sample: &BTreeMap<String, &Section>,
    sample_role: &Role,
) -> RuleFinding {
    let title =
        |name: &&&str| sample.get(**name).map(|section| format!("`{}`", section.title.as_str()));
    let titles: Vec<String> = lacks.iter().filter_map(|name| title(&name)).collect();
    let message = format!(
        "`{}` has no section {}, which all other roles of its track have",
        role.document.title,
        titles.join(", ")
    );
    let document = &role.document;
    let help = "add the section, or rename the one that has its content";
    let finding = RuleFinding::new(document, document.line, document.title.clone(), message, help);
    let line = sample.get(lacks[0]).map_or(1, |section| section.line);
    let whose = format!("`{}` has this section here", sample_role.document.title);
    finding.note(&sample_role.document, line, whose)
}

/// The headings of a role, with the names of roles replaced, and their sections.
fn headings<'a>(role: &'a Role, mentions: &Mentions) -> BTreeMap<String, &'a Section> {
    let mut found = BTreeMap::new();
    for section in outer(&role.document) {
        let name = mentions.heading(section.title.as_str());
        if name.iter().any(|word| !is_function_word(word)) {
            found.entry(name.join(" ")).or_insert(section);
        }
    }
    found
}

/// The main sections of a document: headings of the two outermost depths.
fn outer(document: &Document) -> impl Iterator<Item = &Section> {
    let is_outer = |section: &&Section| section.depth <= 2 && section.kind != SectionKind::Bold;
    document.sections.iter().filter(is_outer)
}
