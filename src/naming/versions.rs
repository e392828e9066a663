//! What a name means in two versions of a ladder, in which it may mean two roles.

use super::error::NameError;
use super::roles::Named;
use crate::model::{Ladder, RoleId, Subject};

/// A role that was named in one version of a ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NamedRole {
    /// It.
    pub role: RoleId,
    /// Whether it is called exactly that.
    pub exactly: bool,
}

/// A role of one of two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InVersion {
    /// Of the older.
    Then(RoleId),
    /// Of the newer.
    Now(RoleId),
}

/// The role that was named, if it has a page, since nothing else has versions.
///
/// # Errors
/// If it is known from tables only; the error names the page that they are in.
pub fn with_page(ladder: &Ladder, named: Named) -> Result<NamedRole, NameError> {
    match named.subject {
        Subject::Role(role) => Ok(NamedRole { role, exactly: named.exactly }),
        Subject::Counterpart(id) => {
            let counterpart = ladder.counterpart(id);
            let known = counterpart.known_from.first();
            let of = known.map_or("", |known| ladder.role(known.role).id.as_str());
            let message = format!(
                "{} has no document of its own: it is only in tables of the document {of}; compare the \
                 versions of that document",
                counterpart.name
            );
            Err(NameError::nothing(message, Vec::new()))
        }
    }
}

/// The role that a name means in either of two versions: in the one that calls a role just so, else in
/// the one that is asked first, else in the only one that knows the name.
///
/// # Errors
/// If it means nothing in either; the error is that of the version that is asked first.
pub fn in_either<E>(
    then: Result<NamedRole, E>,
    now: Result<NamedRole, E>,
    now_first: bool,
) -> Result<InVersion, E> {
    let is_now = match (&then, &now) {
        (Ok(then), Ok(now)) if then.exactly != now.exactly => now.exactly,
        (Ok(_), Err(_)) => false,
        (Err(_), Ok(_)) => true,
        _ => now_first,
    };
    match is_now {
        true => now.map(|named| InVersion::Now(named.role)),
        false => then.map(|named| InVersion::Then(named.role)),
    }
}
