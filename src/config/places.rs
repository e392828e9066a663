//! The places that are saved when the program ends: of each ladder the last place and the bookmarks.

use std::path::{Path, PathBuf};

use super::folders::state_folder;
use crate::content;
use crate::model::clean;
use crate::tui::SavedPlaces;

/// The places of so many ladders are kept.
const MOST: usize = 200;

/// The saved places of a ladder. A file that cannot be read has none.
#[must_use]
pub fn read_places(ladder: &str, variable: &dyn Fn(&str) -> Option<String>) -> SavedPlaces {
    let all = file(variable).map(|file| all_places(&file)).unwrap_or_default();
    let mut places = all.into_iter().find(|it| it.ladder == ladder).unwrap_or_default();
    ladder.clone_into(&mut places.ladder);
    let parts = places.last.iter_mut().chain(&mut places.bookmarks).flat_map(|it| &mut it.path);
    parts.for_each(|part| *part = clean::line(part).into_owned());
    places
}

/// Saves the places of a ladder, as the first of all: those of the ladders that were not opened for the longest
/// time are dropped.
///
/// # Errors
/// If no folder for them is known, or the file cannot be written; the reason is the end of a sentence.
pub fn save_places(
    places: SavedPlaces,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<(), String> {
    let file = file(variable).ok_or("no folder for it is known")?;
    let before = all_places(&file);
    let mut all = before.clone();
    all.retain(|it| it.ladder != places.ladder);
    if places.last.is_some() || !places.bookmarks.is_empty() {
        all.insert(0, places);
        all.truncate(MOST);
    }
    if all == before {
        return Ok(());
    }
    let text = serde_json::to_string_pretty(&all).map_err(|reason| reason.to_string())?;
    content::replace_own(&file, text.as_bytes()).map_err(|reason| reason.to_string())
}

fn file(variable: &dyn Fn(&str) -> Option<String>) -> Option<PathBuf> {
    Some(state_folder(variable)?.join("places.json"))
}

fn all_places(file: &Path) -> Vec<SavedPlaces> {
    let text = content::config_text(file, true).ok();
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}
