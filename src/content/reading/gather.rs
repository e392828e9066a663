//! First step of reading: everything that may be a role, without a decision.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::endings::{shared_endings, without_ending};
use super::extract::{BlocksExtract, Extract, TableExtract};
use super::leads::Leads;
use super::tree::{Candidate, CandidateGroup, CandidateKind, CandidatePlace, CandidateTree};
use crate::content::parse::draft::Draft;
use crate::content::source::path;
use crate::lexicon::{LevelName, is_page_file};
use crate::model::SectionKind;

/// Fewer lines than this are read before other threads have started.
const WORTH_THREADS: usize = 1_000;

/// The candidates of all documents, with these titles; `names` are the names of their files.
pub(super) fn gather<'a>(
    drafts: &'a [Draft],
    names: &[String],
    titles: &[String],
) -> CandidateTree<'a> {
    let mut gatherer = Gatherer {
        tree: CandidateTree::default(),
        folders: HashMap::new(),
        groups: HashMap::new(),
    };
    gatherer.folder("");
    let mut counts: HashMap<(&str, &str), usize> = HashMap::new();
    for (draft, title) in drafts.iter().zip(titles) {
        *counts.entry((draft.folder(), title)).or_default() += 1;
    }
    let shared = shared_endings(drafts, titles);
    let extracts = extracts(drafts).into_iter();
    let called = names.iter().zip(titles);
    for (((at, draft), extract), (name, called)) in
        drafts.iter().enumerate().zip(extracts).zip(called)
    {
        let is_double = counts.get(&(draft.folder(), called.as_str())).is_some_and(|n| *n > 1);
        let called = &without_ending(called, draft.folder(), &shared);
        gatherer.document(at, draft, extract, name, called, is_double);
    }
    settle_plurals(&mut gatherer.tree);
    gatherer.tree
}

/// What each document offers; the result does not depend on the number of cores.
fn extracts<'a>(drafts: &'a [Draft]) -> Vec<Extract<'a>> {
    let lines: usize = drafts.iter().map(|draft| draft.last_line).sum();
    if lines < WORTH_THREADS {
        drafts.iter().map(Extract::of).collect()
    } else {
        drafts.par_iter().map(Extract::of).collect()
    }
}

/// Whether a document tells a program how to behave: it names the tools and the model that it may use.
fn is_prompt(draft: &Draft) -> bool {
    let keys = ["tools", "model", "allowed-tools"];
    keys.iter().any(|key| draft.front_matter.get(key).is_some())
}

/// If most names of a group are plurals, such as "Contributors" and "Maintainers", each is a role, and none
/// is a heading above roles.
fn settle_plurals(tree: &mut CandidateTree<'_>) {
    for group in &tree.groups {
        let is_plural = |at: &&usize| {
            let name = &tree.nodes[**at].name;
            name.is_plural && !name.is_section && !name.is_clause
        };
        let plurals: Vec<usize> = group.members.iter().filter(is_plural).copied().collect();
        let is_like = |at: &&usize| tree.nodes[**at].name.is_like();
        let like = group.members.iter().filter(is_like).count();
        let holds_levels = |at: &usize| tree.nodes[*at].inside.iter().any(|at| is_like(&at));
        let are_rungs = plurals.len() > 1 && plurals.len() >= like
            || like > 1 && !plurals.iter().any(holds_levels);
        if are_rungs {
            plurals
                .into_iter()
                .for_each(|at| Arc::make_mut(&mut tree.nodes[at].name).is_plural = false);
        }
    }
}

struct Gatherer<'a> {
    tree: CandidateTree<'a>,
    folders: HashMap<&'a str, usize>,
    /// The key of a group of siblings: their parent, their kind, and the number of their list.
    groups: HashMap<(usize, CandidateKind, usize), usize>,
}

impl<'a> Gatherer<'a> {
    fn folder(&mut self, folder: &'a str) -> usize {
        if let Some(at) = self.folders.get(folder) {
            return *at;
        }
        let up = (!folder.is_empty()).then(|| self.folder(path::folder(folder)));
        let title = path::readable(path::file_name(folder));
        let at = self.add(CandidateKind::Folder, title, None, 1, up, 0, CandidatePlace::Whole);
        self.folders.insert(folder, at);
        if let Some(up) = up {
            self.join(up, CandidateKind::Folder, 0, at);
        }
        at
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of a candidate")]
    fn add(
        &mut self,
        kind: CandidateKind,
        title: String,
        draft: Option<usize>,
        line: usize,
        up: Option<usize>,
        words: usize,
        place: CandidatePlace<'a>,
    ) -> usize {
        let name = LevelName::read(&title);
        self.tree.add(Candidate {
            kind,
            title,
            name,
            draft,
            line,
            up,
            inside: Vec::new(),
            words,
            place,
            is_gathered: false,
        })
    }

    /// Puts a candidate into the group of its siblings.
    fn join(&mut self, around: usize, kind: CandidateKind, list: usize, at: usize) {
        let groups = &mut self.tree.groups;
        let group = *self.groups.entry((around, kind, list)).or_insert_with(|| {
            groups.push(CandidateGroup { members: Vec::new() });
            groups.len() - 1
        });
        self.tree.groups[group].members.push(at);
    }

    fn document(
        &mut self,
        at: usize,
        draft: &'a Draft,
        extract: Extract<'a>,
        name: &str,
        called: &str,
        is_double: bool,
    ) {
        // A page that is alone in its folder belongs to the neighbors of the folder.
        let is_folder = name != draft.stem();
        let folder = if is_folder { path::folder(draft.folder()) } else { draft.folder() };
        let folder = self.folder(folder);
        let line = draft.heading.as_ref().map_or(1, |(_, line)| *line);
        let document = self.add(
            CandidateKind::Document,
            called.to_owned(),
            Some(at),
            line,
            Some(folder),
            extract.words.all,
            CandidatePlace::Whole,
        );
        let node = &mut self.tree.nodes[document];
        if !node.name.is_like() || is_double {
            // Names of files are less careful than titles, but often name the role; a different title counts.
            let by_file = LevelName::read(&path::readable(name));
            let says_other = node.name.is_clause || node.name.is_section || by_file.is_bare();
            if by_file.is_like() && !(says_other && draft.own_title().is_some()) {
                node.name = by_file;
            }
        } else if node.name.is_bare() {
            // "Senior" in the file "career-framework" is not a title.
            let is_section = LevelName::read(&path::readable(name)).is_section;
            Arc::make_mut(&mut node.name).is_section |= is_section;
        }
        if let Some(level) = &draft.keys.level {
            let code = |text: &str| LevelName::read(text).code.clone();
            let name = Arc::make_mut(&mut node.name);
            name.code = name
                .code
                .take()
                .or_else(|| code(level).or_else(|| code(&format!("Level {level}"))));
            name.is_clause = false;
            name.is_said = true;
        }
        if !is_page_file(name) && !is_prompt(draft) || draft.keys.level.is_some() {
            // A data file is a sibling of other data files.
            self.join(
                folder,
                CandidateKind::Document,
                usize::from(path::is_data(&draft.file)),
                document,
            );
        }
        let sections = self.sections(at, draft, document, &extract);
        let mut lists = 0;
        self.blocks(at, extract.preamble, document, &mut lists);
        for (blocks, section) in extract.sections.into_iter().zip(sections) {
            self.blocks(at, blocks, section, &mut lists);
        }
        for (form, found) in extract.forms.into_iter().enumerate() {
            let around = found.title.map_or(document, |title| {
                self.add(
                    CandidateKind::Data,
                    title,
                    Some(at),
                    1,
                    Some(document),
                    0,
                    CandidatePlace::Whole,
                )
            });
            for level in found.levels {
                let (title, line, words) = (level.title.clone(), level.line, level.words());
                let code =
                    level.level.as_deref().and_then(|text| LevelName::read(text).code.clone());
                let node = self.add(
                    CandidateKind::Data,
                    title,
                    Some(at),
                    line,
                    Some(around),
                    words,
                    CandidatePlace::Data(level),
                );
                let name = Arc::make_mut(&mut self.tree.nodes[node].name);
                name.code = name.code.take().or(code);
                name.is_said = found.is_said;
                self.join(around, CandidateKind::Data, form, node);
            }
        }
    }

    /// The sections of a document as candidates, by their numbers.
    fn sections(
        &mut self,
        at: usize,
        draft: &'a Draft,
        document: usize,
        extract: &Extract<'_>,
    ) -> Vec<usize> {
        let words = &extract.words;
        let mut found: Vec<usize> = Vec::with_capacity(draft.sections.len());
        let mut open: Vec<(usize, usize)> = Vec::new();
        let first_level = |kind: SectionKind| kind == SectionKind::Heading(1);
        let first = draft.sections.iter().position(|section| first_level(section.kind));
        let title = draft.heading.as_ref().filter(|_| first.is_some()).map(|(title, line)| {
            let words = words.preamble + words.own[..first.unwrap_or(0)].iter().sum::<usize>();
            let title = self.add(
                CandidateKind::Heading(1),
                title.clone(),
                Some(at),
                *line,
                Some(document),
                words,
                CandidatePlace::Title,
            );
            self.join(document, CandidateKind::Heading(1), 0, title);
            title
        });
        for (number, (section, title_text)) in
            draft.sections.iter().zip(&extract.titles).enumerate()
        {
            while open.pop_if(|(depth, _)| *depth >= section.depth).is_some() {}
            let outermost = title.filter(|_| first.is_some_and(|first| number < first));
            let up = open.last().map_or(outermost.unwrap_or(document), |(_, up)| *up);
            let kind = match section.kind {
                SectionKind::Heading(level) => CandidateKind::Heading(level),
                SectionKind::Bold => CandidateKind::Bold,
            };
            let node = self.add(
                kind,
                title_text.clone(),
                Some(at),
                section.line,
                Some(up),
                words.section(draft, number),
                CandidatePlace::Section(number),
            );
            self.join(up, kind, 0, node);
            open.push((section.depth, node));
            found.push(node);
        }
        found
    }

    fn blocks(&mut self, at: usize, blocks: BlocksExtract<'a>, up: usize, lists: &mut usize) {
        self.leads(at, blocks.leads, up, lists);
        blocks.tables.into_iter().for_each(|table| self.table(at, table, up));
    }

    fn leads(&mut self, at: usize, found: Vec<Leads<'a>>, up: usize, lists: &mut usize) {
        for list in found {
            if !list.goes_on {
                *lists += 1;
            }
            if !list.is_likely {
                continue;
            }
            // Bold lines split the paragraphs below one heading; the paragraphs' first words are one group.
            let is_paragraphs = list.is_paragraphs;
            let heading = std::iter::once(up).chain(self.tree.around(up));
            let heading = heading
                .into_iter()
                .find(|at| !is_paragraphs || self.tree.nodes[*at].kind != CandidateKind::Bold);
            let (around, number) = if is_paragraphs {
                (heading.unwrap_or(up), 0)
            } else {
                (0, *lists + 1 + at * 100_000)
            };
            for lead in list.leads {
                let node = self.add(
                    CandidateKind::Lead,
                    lead.title,
                    Some(at),
                    lead.line,
                    Some(up),
                    lead.words,
                    CandidatePlace::Lead(lead.lead),
                );
                self.join(around, CandidateKind::Lead, number, node);
            }
        }
    }

    fn table(&mut self, at: usize, table: TableExtract<'a>, up: usize) {
        let node = self.add(
            CandidateKind::Table,
            String::new(),
            Some(at),
            table.line,
            Some(up),
            0,
            CandidatePlace::Whole,
        );
        for (part, grid) in table.grids.into_iter().enumerate() {
            let grid = Arc::new(grid);
            let mut groups: Vec<Option<&String>> = Vec::new();
            for (column, level) in grid.levels.iter().enumerate() {
                let of = level.group.as_ref();
                let known = groups.iter().position(|group| *group == of);
                let list = known.unwrap_or_else(|| {
                    groups.push(of);
                    groups.len() - 1
                });
                let place = CandidatePlace::Column { grid: Arc::clone(&grid), at: column };
                let column = self.add(
                    CandidateKind::Column,
                    level.name.clone(),
                    Some(at),
                    grid.line,
                    Some(node),
                    grid.words(column),
                    place,
                );
                self.join(node, CandidateKind::Column, part * 1000 + list, column);
            }
        }
        for (list, lines) in table.rows.into_iter().enumerate() {
            let lines = Arc::new(lines);
            for (row, line) in lines.iter().enumerate() {
                let place = CandidatePlace::Row { lines: Arc::clone(&lines), row };
                let row = self.add(
                    CandidateKind::Row,
                    line.title.clone(),
                    Some(at),
                    line.line,
                    Some(node),
                    line.words(),
                    place,
                );
                let name = Arc::make_mut(&mut self.tree.nodes[row].name);
                name.is_said = line.is_said;
                if let Some(code) = &line.level {
                    name.code = name.code.take().or_else(|| LevelName::read(code).code.clone());
                }
                self.join(node, CandidateKind::Row, list, row);
            }
        }
    }
}
