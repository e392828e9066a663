//! `rungs config`: the settings in force, a sample to start from, and the JSON Schema.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::args::{Command, ConfigTask, Format, Global, LayoutChoice, OnlyChoice, UsualShowing};
use super::open;
use super::output::{self, Output, choice};
use crate::config::{self, SettingName, UserConfig, ValueOrigin};
use crate::finding::Finding;
use crate::page::{DocumentOptions, Sides, lay_out_document};
use crate::report::{Only, number};
use crate::{content, json, markdown};

/// The config for a ladder: the options that were given, over the variables of the environment and the files.
pub(super) fn load(path: Option<&Path>, global: &Global) -> UserConfig {
    let variable = |name: &str| std::env::var(name).ok();
    let mut config =
        UserConfig::load(path.or(global.ladder()).unwrap_or(Path::new(".")), &variable);
    let mut given = |setting, value: Option<PossibleValue>| {
        if let Some(value) = value {
            config.set(setting, value.get_name(), ValueOrigin::Flag);
        }
    };
    given(SettingName::Color, global.color.and_then(|it| it.to_possible_value()));
    given(SettingName::Background, global.background.and_then(|it| it.to_possible_value()));
    if let Some(ladder) = path.or(global.ladder()) {
        let ladder = ladder.display().to_string();
        if config.get(SettingName::Ladder) != Some(&ladder) {
            config.set(SettingName::Ladder, ladder, ValueOrigin::Flag);
        }
    }
    config
}

/// The ladder that the config names for a command. That of the user's own file takes the place of the built-in
/// one: it counts only if there is no ladder here, and not for commands that never take the built-in one.
pub(super) fn ladder(config: &UserConfig, command: Option<&Command>) -> Option<PathBuf> {
    let named = config.ladder()?;
    if !config.is_of_user(SettingName::Ladder) {
        return Some(named);
    }
    let counts = command.is_none_or(Command::may_replace_ladder) && !open::is_ladder_here();
    if counts && command.is_some() {
        output::complain(&format!(
            "no ladder found here: this is {}, the ladder of your config",
            named.display()
        ));
    }
    counts.then_some(named)
}

/// What the config says about comparisons.
pub(super) fn usual(config: &UserConfig) -> UsualShowing {
    UsualShowing {
        only: choice(config, SettingName::Only).map_or(Only::default(), OnlyChoice::only),
        layout: choice(config, SettingName::Layout).map_or(Sides::default(), LayoutChoice::sides),
    }
}

/// Says on stderr what is wrong in the config, a line for each finding.
pub(super) fn complain(config: &UserConfig) {
    for Finding { file, line, column, message, source_line, .. } in config.findings() {
        // A variable, or a file that cannot be read, has no lines.
        let place = source_line.as_ref().map_or(String::new(), |_| format!(":{line}:{column}"));
        output::complain(&format!("{file}{place}: {message}"));
    }
}

/// The same in a line for the program, which covers stderr.
pub(super) fn notice(config: &UserConfig) -> Option<String> {
    let count = number(config.findings().len(), "fault");
    (!config.findings().is_empty())
        .then(|| format!("{count} in the config: `rungs config` lists them"))
}

pub(super) fn run(task: ConfigTask, config: &UserConfig, out: &Output) -> Result<u8> {
    if task.schema {
        out.write(&config::schema())?;
    } else if task.init {
        init(config, out)?;
    } else {
        print(config, out)?;
    }
    Ok(0)
}

fn print(config: &UserConfig, out: &Output) -> Result<()> {
    let report = config.report();
    match out.format {
        Format::Json => out.write(&json::config(&report)),
        Format::Markdown | Format::Html => out.write(&markdown::document(&report.document())),
        Format::Text => {
            let options = DocumentOptions::new(out.width, out.glyphs);
            out.page(&lay_out_document(&report.document(), options))
        }
    }
}

/// Writes a sample. Overwrites nothing.
fn init(config: &UserConfig, out: &Output) -> Result<()> {
    let Some(file) = config.user_file() else {
        bail!("no folder for a config is known: set RUNGS_CONFIG to the path of a file")
    };
    content::write_new(&file.path, config::sample().as_bytes())?;
    let schema = file.path.with_file_name("config.schema.json");
    if !schema.exists() {
        content::write_new(&schema, config::schema().as_bytes())?;
    }
    out.write(&format!("Wrote {}. `rungs config` prints what is in force.\n", file.path.display()))
}
