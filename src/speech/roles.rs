//! Where a role is on its ladder.

use crate::model::{Ladder, RoleId};

/// "Senior Engineer, level 3 of 6 in Engineering"; of the only role of a track less.
#[must_use]
pub fn speak_role(ladder: &Ladder, id: RoleId) -> String {
    let role = ladder.role(id);
    let track = ladder.track(role.track);
    let level = track.roles.iter().position(|it| *it == id).map_or(1, |at| at + 1);
    let title = role.document.title.replace('\n', " ");
    match track.roles.len() {
        1 if track.title == title => title,
        1 => format!("{title}, the only level of {}", track.title),
        count => format!("{title}, level {level} of {count} in {}", track.title),
    }
}
