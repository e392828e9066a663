//! A document: a title, front matter, and sections in reading order.

use super::block::Block;
use super::front_matter::FrontMatter;
use super::ids::SectionId;
use super::text::Text;

/// The text of a role or of a page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// Its title, without styling. Never empty.
    pub title: String,
    /// Its short name for lists: the `label` of the front matter, else derived from the title.
    pub label: String,
    /// Path of its file, relative to the ladder's root, with `/` between folders.
    pub file: String,
    /// 1-based line of its title, or 1 if the title comes from elsewhere.
    pub line: usize,
    /// 1-based number of the last line that belongs to it.
    pub last_line: usize,
    /// The `icon` that marks it in lists, as written.
    pub icon: Option<String>,
    /// Whether its outline starts unfolded.
    pub expanded: bool,
    /// Whether its path is shown above it.
    pub breadcrumb: bool,
    /// All keys of its front matter, known or unknown.
    pub front_matter: FrontMatter,
    /// The blocks before the first section.
    pub preamble: Vec<Block>,
    /// Its sections in reading order; [`Section::depth`] says how they nest.
    pub sections: Vec<Section>,
}

/// A heading and the blocks below it, up to the next heading of any depth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading's text.
    pub title: Text,
    /// What marks it as a section.
    pub kind: SectionKind,
    /// How deep it nests: 1 for the outermost. A section is at most one deeper than the section before
    /// it.
    pub depth: usize,
    /// Its name in links (`#anchor`), unique in the document.
    pub anchor: String,
    /// 1-based line of the heading.
    pub line: usize,
    /// The blocks between this heading and the next.
    pub blocks: Vec<Block>,
}

/// What marks a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionKind {
    /// A heading of this level, 1 to 6.
    Heading(u8),
    /// A paragraph that is only bold.
    Bold,
}

impl Document {
    /// The section with this id.
    ///
    /// # Panics
    /// If the id belongs to another document.
    #[must_use]
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.0]
    }

    /// The section around a section, `None` at the outermost depth.
    #[must_use]
    pub fn parent(&self, id: SectionId) -> Option<SectionId> {
        let depth = self.sections[id.0].depth;
        self.sections[..id.0].iter().rposition(|section| section.depth < depth).map(SectionId)
    }

    /// The index after the last section that nests in this one.
    #[must_use]
    pub fn end(&self, id: SectionId) -> usize {
        let depth = self.sections[id.0].depth;
        self.sections[id.0 + 1..]
            .iter()
            .position(|section| section.depth <= depth)
            .map_or(self.sections.len(), |offset| id.0 + 1 + offset)
    }

    /// The sections directly inside a section, or the outermost ones for `None`.
    #[must_use]
    pub fn children(&self, parent: Option<SectionId>) -> Vec<SectionId> {
        let (mut at, end) = match parent {
            Some(id) => (id.0 + 1, self.end(id)),
            None => (0, self.sections.len()),
        };
        let mut children = Vec::new();
        while at < end {
            children.push(SectionId(at));
            at = self.end(SectionId(at));
        }
        children
    }

    /// Whether a section has others inside it.
    #[must_use]
    pub fn has_children(&self, id: SectionId) -> bool {
        self.end(id) > id.0 + 1
    }

    /// The last section that begins at or before a source line.
    #[must_use]
    pub fn section_at_line(&self, line: usize) -> Option<SectionId> {
        self.sections.iter().rposition(|section| section.line <= line).map(SectionId)
    }

    /// Every block directly in the document or in a section, in reading order.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.preamble.iter().chain(self.sections.iter().flat_map(|section| &section.blocks))
    }
}
