//! The ladder: tracks of roles, the counterparts that they mention, and pages.

use super::document::Document;
use super::ids::{CounterpartId, DocumentId, PageId, RoleId, SectionId, Subject, TrackId};

/// Everything loaded from one place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ladder {
    /// Its name.
    pub name: String,
    /// Its tracks, in order. Every role is in exactly one.
    pub tracks: Vec<Track>,
    /// Its roles: track by track, lowest first.
    pub roles: Vec<Role>,
    /// Roles that only the comparison tables of other roles describe.
    pub counterparts: Vec<Counterpart>,
    /// Documents that are not roles, in reading order.
    pub pages: Vec<Document>,
}

/// An ordered list of roles.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Track {
    /// Its title.
    pub title: String,
    /// Its roles, lowest first.
    pub roles: Vec<RoleId>,
}

/// One rung of the ladder.
#[derive(Debug, Clone, PartialEq)]
pub struct Role {
    /// Its name in commands and data: lower-case, unique in the ladder.
    pub id: String,
    /// Its level as the ladder writes it ("L4", "4"), if it has one.
    pub level: Option<String>,
    /// The `order` in its front matter.
    pub order: Option<f64>,
    /// Other names for it that `ladder.yml` states.
    pub aliases: Vec<String>,
    /// Its track.
    pub track: TrackId,
    /// Where in the files of the ladder it was found.
    pub origin: Origin,
    /// Its document.
    pub document: Document,
}

/// Where in the files of the ladder a role was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A file of its own.
    File,
    /// A heading with the text below it; or a bold line, if no heading is a level.
    Heading,
    /// A column of one table or several, with its cell of each row.
    Column,
    /// A row of tables.
    Row,
    /// Data: a list of levels, or of expectations at levels.
    Data,
}

/// A role without a document of its own, which tables of other roles describe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterpart {
    /// Its name as the tables write it ("VP").
    pub name: String,
    /// The tables that describe it, in reading order. Never empty.
    pub known_from: Vec<KnownFrom>,
}

/// A table that describes a counterpart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownFrom {
    /// The role whose document holds the table.
    pub role: RoleId,
    /// The section of the table, `None` before the first section.
    pub section: Option<SectionId>,
    /// 1-based line of the table in the file of that role.
    pub line: usize,
}

impl Ladder {
    /// The role with this id.
    ///
    /// # Panics
    /// If the id belongs to another ladder. The other look-ups panic then too.
    #[must_use]
    pub fn role(&self, id: RoleId) -> &Role {
        &self.roles[id.0]
    }

    /// The counterpart with this id.
    #[must_use]
    pub fn counterpart(&self, id: CounterpartId) -> &Counterpart {
        &self.counterparts[id.0]
    }

    /// The track with this id.
    #[must_use]
    pub fn track(&self, id: TrackId) -> &Track {
        &self.tracks[id.0]
    }

    /// The document with this id.
    #[must_use]
    pub fn document(&self, id: DocumentId) -> &Document {
        match id {
            DocumentId::Role(id) => &self.roles[id.0].document,
            DocumentId::Page(id) => &self.pages[id.0],
        }
    }

    /// Every document: the roles in order, then the pages.
    pub fn documents(&self) -> impl Iterator<Item = (DocumentId, &Document)> {
        let roles = self.roles.iter().enumerate();
        let pages = self.pages.iter().enumerate();
        roles
            .map(|(i, role)| (DocumentId::Role(RoleId(i)), &role.document))
            .chain(pages.map(|(i, page)| (DocumentId::Page(PageId(i)), page)))
    }

    /// The role `steps` rungs above a role in its track, or below it if `steps` is negative. If the track
    /// ends earlier, it is the role at that end, or `None` if that is the role itself.
    #[must_use]
    pub fn rung(&self, role: RoleId, steps: isize) -> Option<RoleId> {
        let rungs = &self.track(self.role(role).track).roles;
        let at = rungs.iter().position(|id| *id == role)?;
        let target = at.saturating_add_signed(steps).min(rungs.len().saturating_sub(1));
        rungs.get(target).copied().filter(|_| target != at)
    }

    /// The short name of a role or counterpart.
    #[must_use]
    pub fn label(&self, subject: Subject) -> &str {
        match subject {
            Subject::Role(id) => &self.role(id).document.label,
            Subject::Counterpart(id) => &self.counterpart(id).name,
        }
    }

    /// The full name of a role or counterpart.
    #[must_use]
    pub fn title(&self, subject: Subject) -> &str {
        match subject {
            Subject::Role(id) => &self.role(id).document.title,
            Subject::Counterpart(id) => &self.counterpart(id).name,
        }
    }
}
