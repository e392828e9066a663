//! Headings that are levels: each with what stands under it is a role.

use std::collections::{HashMap, HashSet};

use crate::content::document::{Draft, one_line};
use crate::content::levels;
use crate::content::shapes::names::{goes_on, is_proficiency_scale, level_name, level_names};
use crate::content::shapes::parts::rerooted;
use crate::content::shapes::seen::{Seen, SeenRole, SeenTrack, upward};
use crate::model::{Block, Origin, Paragraph, Section, SectionKind};

/// The roles that are headings of a document; bold lines only where no heading is a level.
/// `is_role` says whether the file is named as a role itself.
pub(crate) fn recognise(draft: &Draft, is_role: bool) -> Option<Seen> {
    let outline = Outline::new(draft, is_role);
    let is_heading = |section: &Section| matches!(section.kind, SectionKind::Heading(_));
    let headings = outline.runs(&is_heading);
    if !headings.is_empty() {
        return outline.seen(headings, "headings that are levels");
    }
    let is_bold = |section: &Section| section.kind == SectionKind::Bold;
    outline.seen(outline.runs(&is_bold), "bold lines that are levels")
}

/// The roles that are named outright, if all of them are headings of the document and the document
/// alone would not show them so.
pub(crate) fn told(draft: &Draft, names: &[&str]) -> Option<Seen> {
    let outline = Outline::new(draft, false);
    let is_named = |section: &Section, name: &str| {
        section.anchor == name
            || one_line(&section.title.to_plain()).to_lowercase() == name.to_lowercase()
    };
    let find = |name: &&str| draft.sections.iter().position(|section| is_named(section, name));
    let found: Option<Vec<usize>> = names.iter().map(find).collect();
    let found = found.filter(|found| !found.is_empty())?;
    let level = |at: usize| Level { at, name: outline.title(at), also: Vec::new() };
    let levels: Vec<Level> = found.into_iter().map(level).collect();
    let mut taken = vec![false; draft.sections.len()];
    levels.iter().flat_map(|level| outline.members(level)).for_each(|at| taken[at] = true);
    let roles = levels.iter().map(|level| outline.role(level, &[])).collect();
    let tracks = vec![SeenTrack { title: None, roles }];
    Some(Seen { tracks, taken, rule: "headings that ladder.yml names".to_owned() })
}

/// Sibling headings, some of them levels.
struct Run {
    /// The heading around them.
    parent: Option<usize>,
    /// The sections that are levels, each with the siblings that belong to it.
    levels: Vec<Level>,
}

struct Level {
    at: usize,
    name: String,
    /// Siblings behind it that are its sections.
    also: Vec<usize>,
}

struct Outline<'a> {
    draft: &'a Draft,
    sections: &'a [Section],
    is_role: bool,
    parents: Vec<Option<usize>>,
    ends: Vec<usize>,
}

impl<'a> Outline<'a> {
    fn new(draft: &'a Draft, is_role: bool) -> Self {
        let sections = draft.sections.as_slice();
        let mut parents = Vec::with_capacity(sections.len());
        let mut ends = vec![sections.len(); sections.len()];
        let mut around: Vec<usize> = Vec::new();
        for (at, section) in sections.iter().enumerate() {
            while let Some(above) = around.pop_if(|above| sections[*above].depth >= section.depth) {
                ends[above] = at;
            }
            parents.push(around.last().copied());
            around.push(at);
        }
        Self { draft, sections, is_role, parents, ends }
    }

    fn title(&self, at: usize) -> String {
        one_line(&self.sections[at].title.to_plain())
    }

    /// The runs of levels among some sections, the outermost first; none stands inside a level of
    /// another.
    fn runs(&self, is_kind: &dyn Fn(&Section) -> bool) -> Vec<Run> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut places: HashMap<(Option<usize>, Option<u8>), usize> = HashMap::new();
        for (at, section) in self.sections.iter().enumerate().filter(|(_, s)| is_kind(s)) {
            let level = match section.kind {
                SectionKind::Heading(level) => Some(level),
                SectionKind::Bold => None,
            };
            let place = *places.entry((self.parents[at], level)).or_insert(groups.len());
            if place == groups.len() {
                groups.push(Vec::new());
            }
            groups[place].push(at);
        }
        groups.sort_by_key(|group| (self.depth(group), group.first().copied()));
        let repeated = self.under_every_sibling(&groups);
        let mut runs: Vec<Run> = Vec::new();
        let mut inside: HashSet<usize> = HashSet::new();
        let mut single: Vec<Run> = Vec::new();
        for group in &groups {
            if group.first().is_some_and(|first| inside.contains(first)) {
                continue;
            }
            let run = self.run(group, &repeated);
            if self.is_ladder(&run, group) {
                inside.extend(run.levels.iter().flat_map(|level| self.members(level)));
                runs.push(run);
            } else if run.levels.len() == 1 && group.len() == 1 {
                single.push(run);
            }
        }
        // One level alone under a heading is one where its cousins are.
        let cousins: HashSet<(Option<usize>, usize)> =
            runs.iter().map(|run| self.kin(run)).collect();
        single.retain(|run| run.parent.is_some() && cousins.contains(&self.kin(run)));
        runs.extend(single);
        runs.sort_by_key(|run| run.levels.first().map(|level| level.at));
        runs
    }

    /// By what runs are of one family: how deep they stand, and under what.
    fn kin(&self, run: &Run) -> (Option<usize>, usize) {
        let depth = run.levels.first().map_or(0, |level| self.sections[level.at].depth);
        (run.parent.and_then(|parent| self.parents[parent]), depth)
    }

    /// How deep siblings stand: by the level of their headings, as authors skip levels.
    fn depth(&self, group: &[usize]) -> (usize, u8) {
        let first = group.first().map(|at| &self.sections[*at]);
        first.map_or((0, 0), |section| match section.kind {
            SectionKind::Heading(level) => (usize::from(level), level),
            SectionKind::Bold => (section.depth + 6, 7),
        })
    }

    /// The titles, in small letters, that stand exactly once under each of at least two siblings:
    /// they are sections even where they sound like levels ("Lead").
    fn under_every_sibling(&self, groups: &[Vec<usize>]) -> HashSet<String> {
        let mut counts: HashMap<String, HashSet<Option<usize>>> = HashMap::new();
        let alone = groups.iter().map(|group| {
            let names: Vec<usize> =
                group.iter().copied().filter(|at| level_name(&self.title(*at)).is_some()).collect();
            (group, names)
        });
        for (group, names) in alone {
            if let ([only], true) = (names.as_slice(), group.len() > 1) {
                let title = self.title(*only).to_lowercase();
                counts.entry(title).or_default().insert(self.parents[*only]);
            }
        }
        counts
            .into_iter()
            .filter(|(_, parents)| parents.len() > 1)
            .map(|(title, _)| title)
            .collect()
    }

    /// The levels among siblings.
    fn run(&self, group: &[usize], sections: &HashSet<String>) -> Run {
        let titles: Vec<String> = group.iter().map(|at| self.title(*at)).collect();
        let mut count: HashMap<String, usize> = HashMap::new();
        for title in &titles {
            *count.entry(title.to_lowercase()).or_default() += 1;
        }
        let mut levels: Vec<Level> = Vec::new();
        let mut is_open = false;
        let names = level_names(titles.iter().map(String::as_str));
        for ((at, title), name) in group.iter().copied().zip(&titles).zip(names) {
            let lower = title.to_lowercase();
            let is_repeated = count.get(&lower) > Some(&1) || sections.contains(&lower);
            let before = levels.last_mut().filter(|_| is_open);
            let is_its = |level: &Level| is_repeated || goes_on(title, &level.name);
            match (before, name) {
                (Some(level), _) if is_its(level) => level.also.push(at),
                (_, Some(name)) if !is_repeated => {
                    levels.push(Level { at, name, also: Vec::new() });
                    is_open = true;
                }
                _ => is_open = false,
            }
        }
        Run { parent: group.first().and_then(|at| self.parents[*at]), levels }
    }

    /// Whether levels among siblings are a ladder and not a mention of roles.
    fn is_ladder(&self, run: &Run, group: &[usize]) -> bool {
        let names = || run.levels.iter().map(|level| level.name.as_str());
        let count = run.levels.len();
        let own: usize = run.levels.iter().map(|level| 1 + level.also.len()).sum();
        if count < 2 || is_proficiency_scale(names()) {
            return false;
        }
        let coded = names().filter(|name| levels::level_code(name).is_some()).count();
        let are_coded = coded * 2 > count;
        let filled = run.levels.iter().filter(|level| self.says_something(level)).count();
        let are_most = own * 2 >= group.len() || are_coded || count >= 4;
        if !are_most || filled * 2 < count {
            return false;
        }
        !self.is_role || self.are_rungs_of_the_file(run, are_coded)
    }

    fn says_something(&self, level: &Level) -> bool {
        let section = &self.sections[level.at];
        !section.blocks.is_empty() || self.ends[level.at] > level.at + 1 || !level.also.is_empty()
    }

    /// In a file that is named as a role, headings are levels only where they are that role's: they
    /// share its words and are directly in it.
    fn are_rungs_of_the_file(&self, run: &Run, are_coded: bool) -> bool {
        let keys = &self.draft.keys;
        if run.parent.is_some() || keys.level.is_some() || keys.order.is_some() {
            return false;
        }
        let title = self.draft.own_title().unwrap_or_default();
        let own = levels::words(&format!("{title} {}", self.draft.stem()));
        let shares = |name: &str| levels::words(name).iter().any(|word| own.contains(word));
        let sharing = run.levels.iter().filter(|level| shares(&level.name)).count();
        let is_one = run.levels.iter().any(|level| level.name.eq_ignore_ascii_case(title));
        !is_one && (are_coded || sharing == run.levels.len() && sharing >= 3)
    }

    /// The sections of a level: its own and the siblings that belong to it, without its heading.
    fn members(&self, level: &Level) -> Vec<usize> {
        let own = level.at..self.ends[level.at];
        own.chain(level.also.iter().flat_map(|at| *at..self.ends[*at])).collect()
    }

    fn seen(&self, runs: Vec<Run>, rule: &str) -> Option<Seen> {
        let mut taken = vec![false; self.sections.len()];
        let mut lines: Vec<usize> = Vec::new();
        let many = runs.len() > 1;
        let mut tracks = Vec::new();
        for run in &runs {
            let mut roles = Vec::new();
            for level in &run.levels {
                self.members(level).iter().for_each(|at| taken[*at] = true);
                lines.push(self.sections[level.at].line);
                self.roles(level, &mut roles);
            }
            upward(&mut roles);
            let parent = run.parent.map(|parent| self.title(parent));
            let title = match (parent, many) {
                (Some(parent), true) => Some(parent),
                (None, true) => self.draft.own_title().map(str::to_owned),
                (_, false) => None,
            };
            tracks.push(SeenTrack { title, roles });
        }
        let first = *lines.first()?;
        let rule = format!("{}: {} from line {first}", rule, lines.len());
        Some(Seen { tracks, taken, rule })
    }

    /// The role of a level; where it holds levels itself, theirs, each with what it says of all.
    fn roles(&self, level: &Level, roles: &mut Vec<SeenRole>) {
        let inner = self.inner(level);
        if inner.is_empty() {
            roles.push(self.role(level, &[]));
            return;
        }
        let of_inner: HashSet<usize> = inner.iter().flat_map(|level| self.members(level)).collect();
        let common: Vec<usize> =
            self.members(level).into_iter().skip(1).filter(|at| !of_inner.contains(at)).collect();
        roles.extend(inner.iter().map(|inner| {
            let mut role = self.role(inner, &common);
            let blocks = &self.sections[level.at].blocks;
            role.preamble.splice(0..0, blocks.iter().cloned());
            role
        }));
    }

    /// The levels directly inside a level.
    fn inner(&self, level: &Level) -> Vec<Level> {
        let kind = self.sections[level.at].kind;
        let is_child = |at: &usize| {
            self.parents[*at] == Some(level.at)
                && matches!(kind, SectionKind::Heading(_))
                    == matches!(self.sections[*at].kind, SectionKind::Heading(_))
        };
        let children: Vec<usize> = (level.at + 1..self.ends[level.at]).filter(is_child).collect();
        let run = self.run(&children, &HashSet::new());
        let starts = levels::words(&level.name);
        let is_finer = |inner: &Level| {
            let words = levels::words(&inner.name);
            starts.iter().all(|word| words.contains(word)) && words.len() > starts.len()
        };
        let are_finer = run.levels.len() >= 2 && run.levels.iter().all(is_finer);
        if are_finer { run.levels } else { Vec::new() }
    }

    fn role(&self, level: &Level, common: &[usize]) -> SeenRole {
        let section = &self.sections[level.at];
        let members = self.members(level);
        let last = members.last().copied().unwrap_or(level.at);
        let next = self.sections.get(last + 1).map(|next| next.line.saturating_sub(1));
        let mut preamble = section.blocks.clone();
        let subtitle = self.subtitle(&members);
        preamble.extend(subtitle.into_iter().flat_map(|at| as_text(&self.sections[at])));
        let own = members.iter().skip(1).filter(|at| Some(**at) != subtitle);
        let inside = own.chain(common).map(|at| &self.sections[*at]);
        SeenRole {
            origin: Origin::Heading,
            level: levels::level_code(&self.title(level.at)),
            title: self.title(level.at),
            line: section.line,
            last_line: next.unwrap_or(self.draft.last_line).max(section.line),
            anchor: Some(section.anchor.clone()),
            preamble,
            sections: rerooted(inside),
        }
    }

    /// The bold line directly below a level's heading, where it is the only one there: it says more
    /// of the level and heads nothing.
    fn subtitle(&self, members: &[usize]) -> Option<usize> {
        let (level, first) = (*members.first()?, *members.get(1)?);
        let is_bold = |at: usize| self.sections[at].kind == SectionKind::Bold;
        let beside = |at: &usize| is_bold(*at) && self.parents[*at] == Some(level);
        let is_only = members.iter().skip(2).filter(|at| beside(at)).count() == 0;
        (self.sections[level].blocks.is_empty() && beside(&first) && is_only).then_some(first)
    }
}

/// A section as text without a heading.
fn as_text(section: &Section) -> Vec<Block> {
    let title = Paragraph { line: section.line, text: section.title.clone() };
    let blocks = section.blocks.iter().cloned();
    std::iter::once(Block::Paragraph(title)).chain(blocks).collect()
}
