//! Identifiers of roles, pages, counterparts and sections. They are never identified by their text.

/// Index of a section in `Document::sections`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionId(pub usize);

/// Index of a role in `Ladder::roles`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoleId(pub usize);

/// Index of a track in `Ladder::tracks`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TrackId(pub usize);

/// Index of a page in `Ladder::pages`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub usize);

/// Index of a counterpart in `Ladder::counterparts`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CounterpartId(pub usize);

/// A possible side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A role with a document.
    Role(RoleId),
    /// A role that only tables describe.
    Counterpart(CounterpartId),
}

/// A document of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentId {
    /// The document of a role.
    Role(RoleId),
    /// A page.
    Page(PageId),
}

/// A place to go to: a document, or a section of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The document.
    pub document: DocumentId,
    /// The section, `None` for the top.
    pub section: Option<SectionId>,
}
