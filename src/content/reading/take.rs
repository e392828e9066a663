//! Last step of reading: the chosen candidates as roles, each with its text.

use super::beside::ChosenSiblings;
use super::forms;
use super::level;
use super::sections::{Sections, rerooted};
use super::tree::{Candidate, CandidateKind, CandidatePlace, CandidateTree};
use crate::content::parse::draft::Draft;
use crate::lexicon::{LevelName, fold_space};
use crate::model::{Block, Origin, Paragraph, Section, SectionKind, Text};

/// A role in a document.
#[derive(Debug, Clone)]
pub(super) struct Taken {
    pub(super) origin: Origin,
    pub(super) title: String,
    pub(super) name: LevelName,
    /// The level, as the document writes it.
    pub(super) level: Option<String>,
    /// The document in which it begins.
    pub(super) draft: usize,
    /// The line of its heading, cell or key.
    pub(super) line: usize,
    pub(super) last_line: usize,
    /// The anchor of its heading.
    pub(super) anchor: Option<String>,
    pub(super) preamble: Vec<Block>,
    pub(super) sections: Vec<Section>,
    /// The sections of the document that are only in it.
    pub(super) owned: Vec<usize>,
    /// Whether it takes the text before the first section, and the title.
    pub(super) owns_preamble: bool,
}

/// Makes roles of candidates.
pub(super) struct Taker<'a, 'b> {
    pub(super) tree: &'b CandidateTree<'a>,
    pub(super) drafts: &'b [Draft],
    /// Whether each candidate was chosen.
    pub(super) is_chosen: &'b [bool],
    pub(super) beside: &'b ChosenSiblings,
}

impl Taker<'_, '_> {
    /// The role of a candidate.
    pub(super) fn role(&self, at: usize) -> Taken {
        let node = &self.tree.nodes[at];
        let draft = node.draft.or_else(|| self.first_draft(at)).unwrap_or(0);
        let mut role = Taken {
            origin: origin(node.kind),
            title: node.title.clone(),
            name: LevelName::clone(&node.name),
            level: node.name.code.as_ref().map(|code| code.text.clone()),
            draft,
            line: node.line,
            last_line: node.line,
            anchor: None,
            preamble: Vec::new(),
            sections: Vec::new(),
            owned: Vec::new(),
            owns_preamble: false,
        };
        let mut sections = Sections::default();
        match &node.place {
            CandidatePlace::Several(parts) => self.several(parts, &mut role, &mut sections),
            CandidatePlace::Whole if node.kind == CandidateKind::Folder => {
                self.folder(at, &mut role);
            }
            CandidatePlace::Title => self.title(&mut role),
            CandidatePlace::Section(number) => self.section(at, *number, &mut role),
            _ => role.last_line = self.part(at, &mut role.preamble, &mut sections),
        }
        if role.sections.is_empty() {
            role.sections = sections.sections;
        }
        role.last_line = role.last_line.max(role.line);
        role
    }

    fn first_draft(&self, folder: usize) -> Option<usize> {
        self.documents(folder).first().and_then(|at| self.tree.nodes[*at].draft)
    }

    /// The documents in a folder and in the folders inside it, in reading order.
    fn documents(&self, folder: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let mut waiting = vec![folder];
        while let Some(at) = waiting.pop() {
            match self.tree.nodes[at].kind {
                CandidateKind::Document => found.push(at),
                CandidateKind::Folder => waiting.extend(self.tree.nodes[at].inside.iter().rev()),
                _ => {}
            }
        }
        found
    }

    /// The text of one place, and its last line.
    fn part(&self, at: usize, preamble: &mut Vec<Block>, sections: &mut Sections) -> usize {
        let node = &self.tree.nodes[at];
        match &node.place {
            CandidatePlace::Column { grid, at, .. } => {
                grid.fill(*at, sections, preamble);
                grid.last_line()
            }
            CandidatePlace::Row { lines, row } => lines.get(*row).map_or(0, |line| {
                line.fill(sections, preamble);
                line.last_line()
            }),
            CandidatePlace::Lead(lead) => {
                let rest = (!lead.rest.is_empty()).then(|| paragraph(node.line, lead.rest.clone()));
                let blocks: Vec<Block> =
                    rest.into_iter().chain(lead.blocks.iter().cloned()).collect();
                sections.push(blocks, preamble);
                lead.blocks.last().map_or(node.line, last_line_of)
            }
            CandidatePlace::Data(level) => {
                let (blocks, inner) = level.text();
                sections.push(blocks, preamble);
                sections.extend(inner, 0);
                level.last_line()
            }
            CandidatePlace::Section(number) => {
                let draft = &self.drafts[node.draft.unwrap_or(0)];
                let inner = rerooted(draft.sections[*number + 1..self.end(draft, *number)].iter());
                sections.push(draft.sections[*number].blocks.clone(), preamble);
                sections.extend(inner, 0);
                self.last_line(draft, self.end(draft, *number))
            }
            CandidatePlace::Whole | CandidatePlace::Title | CandidatePlace::Several(_) => 0,
        }
    }

    /// A level with one part for each axis: each place below the title of its axis.
    fn several(&self, parts: &[usize], role: &mut Taken, sections: &mut Sections) {
        let mut before: Option<String> = None;
        for part in parts {
            let (title, line) = self.axis(*part);
            let is_own = self.tree.nodes[*part].draft == Some(role.draft);
            let line = if is_own { line } else { role.line };
            if before.as_ref() != Some(&fold_space(title.as_str())) && !title.is_empty() {
                before = Some(fold_space(title.as_str()));
                sections.open(title, 1, line);
            }
            let (mut said, mut inner) = (Vec::new(), Sections::default());
            let last_line = self.part(*part, &mut said, &mut inner);
            if is_own {
                role.last_line = role.last_line.max(last_line);
            } else {
                inner.move_to(role.line, &mut said);
            }
            sections.push(said, &mut role.preamble);
            sections.extend(inner.sections, 1);
        }
    }

    /// The title above a place, and its line.
    fn axis(&self, part: usize) -> (Text, usize) {
        let (node, holder) = (&self.tree.nodes[part], &self.tree.nodes[self.tree.holder(part)]);
        match (&node.place, &holder.place) {
            (CandidatePlace::Column { grid, .. }, _) if holder.kind == CandidateKind::Document => {
                (Text::plain(grid.corner.as_str()), grid.line)
            }
            (_, CandidatePlace::Section(number)) => {
                let section = node.draft.and_then(|draft| self.drafts[draft].sections.get(*number));
                let title = section.map(|section| section.title.clone());
                (title.unwrap_or_default(), node.line)
            }
            _ => (Text::plain(holder.title.as_str()), node.line),
        }
    }

    /// A level that is a folder: each of its documents under its title.
    fn folder(&self, at: usize, role: &mut Taken) {
        let mut sections = Sections::default();
        role.line = 1;
        for inner in self.documents(at) {
            let node = &self.tree.nodes[inner];
            let Some(draft) = node.draft.map(|at| &self.drafts[at]) else { continue };
            let (mut said, mut inner) = (draft.preamble.clone(), Sections::default());
            inner.extend(draft.sections.clone(), 0);
            let is_own = node.draft == Some(role.draft);
            if !is_own {
                inner.move_to(role.line, &mut said);
            }
            let line = if is_own { node.line } else { role.line };
            sections.open(Text::plain(node.title.as_str()), 1, line);
            sections.push(said, &mut role.preamble);
            sections.extend(inner.sections, 1);
        }
        role.sections = sections.sections;
        role.last_line = self.drafts[role.draft].last_line;
    }

    /// A level that is the title of its document, if other headings of the first level follow.
    fn title(&self, role: &mut Taken) {
        let draft = &self.drafts[role.draft];
        let is_first = |section: &Section| section.kind == SectionKind::Heading(1);
        let end = draft.sections.iter().position(is_first).unwrap_or(draft.sections.len());
        role.preamble.clone_from(&draft.preamble);
        role.sections = rerooted(draft.sections[..end].iter());
        role.owned = (0..end).collect();
        role.owns_preamble = true;
        role.last_line = self.last_line(draft, end);
    }

    /// A level that is a heading, with the siblings after it that are its sections, and with the common
    /// sections of the heading around it.
    fn section(&self, at: usize, number: usize, role: &mut Taken) {
        let draft = &self.drafts[role.draft];
        let own = number..self.end(draft, number);
        let also = self
            .beside
            .belonging(self.tree, self.is_chosen, at)
            .into_iter()
            .flat_map(|also| also..self.end(draft, also));
        let members: Vec<usize> = own.chain(also).collect();
        let section = &draft.sections[number];
        role.anchor = Some(section.anchor.clone());
        let shared = self.shared(at, draft);
        for number in &shared {
            if let Some(around) =
                draft.sections.get(*number).filter(|_| Some(number) == shared.first())
            {
                role.preamble.extend(around.blocks.iter().cloned());
            }
        }
        role.preamble.extend(section.blocks.iter().cloned());
        let subtitle = subtitle(draft, &members);
        role.preamble.extend(subtitle.into_iter().flat_map(|at| as_text(&draft.sections[at])));
        let own = members.iter().skip(1).filter(|at| Some(**at) != subtitle);
        let inside = own.chain(shared.iter().skip(1)).map(|at| &draft.sections[*at]);
        role.sections = rerooted(inside);
        // What all finer levels share can be below them.
        let last = members.iter().chain(&shared).copied().max().unwrap_or(number);
        role.last_line = self.last_line(draft, last + 1);
        role.owned = members;
    }

    /// The sections that the heading around a finer level has for all of them, starting with that heading.
    fn shared(&self, at: usize, draft: &Draft) -> Vec<usize> {
        let node = &self.tree.nodes[at];
        let Some(around) = node.up.map(|up| &self.tree.nodes[up]) else { return Vec::new() };
        let CandidatePlace::Section(first) = around.place else { return Vec::new() };
        if !is_finer(around, node) {
            return Vec::new();
        }
        let inside = around.inside.iter().filter(|inner| !self.is_chosen[**inner]);
        let sections = inside.filter_map(|inner| match self.tree.nodes[*inner].place {
            CandidatePlace::Section(number) => Some(number),
            _ => None,
        });
        std::iter::once(first).chain(sections.flat_map(|at| at..self.end(draft, at))).collect()
    }

    /// The index after the last section that nests in one.
    fn end(&self, draft: &Draft, number: usize) -> usize {
        let depth = draft.sections[number].depth;
        let inside =
            draft.sections.iter().skip(number + 1).take_while(|section| section.depth > depth);
        number + 1 + inside.count()
    }

    fn last_line(&self, draft: &Draft, end: usize) -> usize {
        let Some(next) = draft.sections.get(end) else { return draft.last_line };
        let (heading, blocks) = match end.checked_sub(1).map(|at| &draft.sections[at]) {
            Some(section) => (section.line, &section.blocks),
            None => (0, &draft.preamble),
        };
        // HTML can begin a heading in the line of the block or heading before it, and its parser can move blocks.
        let last = blocks.iter().map(last_line_of).max().unwrap_or(0);
        last.max(heading).max(next.line.saturating_sub(1))
    }
}

/// Whether a level is a finer level of the one around it: "Senior Engineer II" in "Senior Engineer".
pub(super) fn is_finer(around: &Candidate<'_>, node: &Candidate<'_>) -> bool {
    around.name.is_like()
        && around.name.core == node.name.core
        && around.name.seniority == node.name.seniority
        && node.name.number().is_some()
        && around.name.number().is_none()
}

/// The levels in the front matter of the page of a role, as sections with their descriptions.
pub(super) fn own_levels(draft: &Draft) -> Vec<Section> {
    let mut sections = Sections::default();
    for form in draft.data.iter().flat_map(forms::levels) {
        for level in form.levels {
            sections.open(Text::plain(level.title.as_str()), 1, level.line);
            let (blocks, inner) = level.text();
            sections.push(blocks, &mut Vec::new());
            sections.extend(inner, 1);
        }
    }
    sections.sections
}

/// A data file as the description of one role.
pub(super) fn whole_data(draft: &Draft, title: &str) -> Option<(Vec<Block>, Vec<Section>)> {
    draft.data.as_ref().map(|data| level::whole(data, title))
}

fn origin(kind: CandidateKind) -> Origin {
    match kind {
        CandidateKind::Document | CandidateKind::Table => Origin::File,
        CandidateKind::Folder
        | CandidateKind::Heading(_)
        | CandidateKind::Bold
        | CandidateKind::Lead => Origin::Heading,
        CandidateKind::Column => Origin::Column,
        CandidateKind::Row => Origin::Row,
        CandidateKind::Data => Origin::Data,
    }
}

/// The bold line directly below the heading of a level, if it is the only one there: it describes the level
/// and is not a heading.
fn subtitle(draft: &Draft, members: &[usize]) -> Option<usize> {
    let (level, first) = (*members.first()?, *members.get(1)?);
    let depth = draft.sections[level].depth;
    let is_bold = |at: &usize| {
        let section = &draft.sections[*at];
        section.kind == SectionKind::Bold && section.depth == depth + 1
    };
    let is_only = !members.iter().skip(2).any(is_bold);
    (draft.sections[level].blocks.is_empty() && is_bold(&first) && is_only).then_some(first)
}

/// A section as text without a heading.
fn as_text(section: &Section) -> Vec<Block> {
    let title = paragraph(section.line, section.title.clone());
    std::iter::once(title).chain(section.blocks.iter().cloned()).collect()
}

fn paragraph(line: usize, text: Text) -> Block {
    Block::Paragraph(Paragraph { line, text })
}

/// The line in which the last part of a block begins.
fn last_line_of(block: &Block) -> usize {
    let inside = match block {
        Block::List(list) => {
            list.items.last().map(|item| item.blocks.last().map_or(0, last_line_of).max(item.line))
        }
        Block::Table(table) => table.rows.last().map(|row| row.line),
        Block::Quote(quote) => quote.blocks.last().map(last_line_of),
        _ => None,
    };
    inside.unwrap_or(0).max(block.line())
}
