//! The sample of a config, and the table of settings in `docs/config.md`.

use std::fmt::Write;

use super::settings::{SETTINGS, SettingKind};

/// A `config.yml` in which every setting is a comment with its default.
#[must_use]
pub fn sample() -> String {
    let mut text = String::from(
        "# yaml-language-server: $schema=config.schema.json\n\
         # The config of rungs. Remove the `#` before a key to set it; docs/config.md explains all keys, and\n\
         # `rungs config` prints what is in force.\n",
    );
    // Writing to a string never fails.
    for row in SETTINGS {
        let value = match row.kind {
            SettingKind::Path => "~/ladder",
            SettingKind::Command => "vi",
            _ => row.default,
        };
        let _ = write!(text, "\n# {}\n# ({})\n#{}: {value}\n", row.help, row.values(), row.name);
    }
    text.push_str(
        "\n# Keys by view: the keys, and the name of their command or `none`. docs/keys.md lists the commands.\n\
         #keys:\n\
         #  all-views:\n\
         #    g g: top\n\
         #    g e: bottom\n\
         #  comparison:\n\
         #    Ctrl-n: next-difference\n\
         \n\
         # Themes of your own: a base, and styles for its parts.\n\
         #themes:\n\
         #  mine:\n\
         #    base: dark\n\
         #    heading: bold bright-white\n\
         #    border: 240\n",
    );
    text
}

/// The table of settings: a part of `docs/config.md`.
#[must_use]
pub fn settings_markdown() -> String {
    let mut markdown = String::from(
        "| key | values | default | project | meaning |\n| --- | --- | --- | --- | --- |\n",
    );
    for row in SETTINGS {
        let project = if row.in_project { "yes" } else { "no" };
        // Writing to a string never fails.
        let _ = writeln!(
            markdown,
            "| `{}` | {} | {} | {project} | {} |",
            row.name,
            row.values(),
            row.default,
            row.help
        );
    }
    markdown
}
