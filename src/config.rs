//! The config of a user: which settings there are, where their values come from, and which are in force.
//!
//! A flag counts more than a variable of the environment, a variable more than the file of the project, and
//! that more than the file of the user. `settings` is the one table of settings: the reader, the JSON Schema, the
//! sample and `docs/config.md` come from it. No fault in a file is fatal: each is a finding, and the rest of the
//! file counts.
//!
//! A project file comes with a ladder that someone else wrote. It can set few things, none of which runs a
//! program or leads out of its folder.

mod file;
mod folders;
mod force;
mod own_theme;
mod places;
mod sample;
mod schema;
mod settings;

pub use folders::{ConfigFile, ConfigFiles, files, state_folder};
pub use force::{UserConfig, ValueOrigin};
pub use places::{read_places, save_places};
pub use sample::{sample, settings_markdown};
pub use schema::schema;
pub use settings::SettingName;
