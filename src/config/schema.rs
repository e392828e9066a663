//! The JSON Schema of `config.yml`, for editors.

use serde_json::{Map, Value, json};

use super::settings::{MAPS, SETTINGS, SettingKind, SettingRow};
use crate::theme::{BaseTheme, Ink};
use crate::tui::Keymap;

/// The JSON Schema of `config.yml`: `docs/config.schema.json`.
#[must_use]
pub fn schema() -> String {
    let mut properties: Map<String, Value> =
        SETTINGS.iter().map(|row| (row.name.to_owned(), of_setting(row))).collect();
    let [(keys, keys_help), (themes, themes_help)] = MAPS;
    properties.insert(keys.to_owned(), described(of_keys(), keys_help));
    properties.insert(themes.to_owned(), described(of_themes(), themes_help));
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "config.yml of rungs",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    });
    format!("{schema:#}\n")
}

fn described(mut schema: Value, help: &str) -> Value {
    schema["description"] = json!(help);
    schema
}

fn of_setting(row: &SettingRow) -> Value {
    let values = match row.kind {
        SettingKind::Path | SettingKind::Command | SettingKind::Theme => {
            json!({ "type": "string", "minLength": 1 })
        }
        SettingKind::Number(least) => {
            json!({ "type": "integer", "minimum": least, "maximum": u16::MAX })
        }
        SettingKind::Switch => json!({ "enum": ["on", "off", true, false] }),
        SettingKind::Choice(choices) => json!({ "enum": choices }),
    };
    described(values, row.help)
}

fn of_keys() -> Value {
    let commands: Vec<&str> = Keymap::commands().collect();
    let bound = json!({ "type": "object", "additionalProperties": { "enum": commands } });
    let places: Map<String, Value> = Keymap::places().map(|place| (place, bound.clone())).collect();
    json!({ "type": "object", "additionalProperties": false, "properties": places })
}

fn of_themes() -> Value {
    let bases: Vec<&str> = BaseTheme::ALL.iter().map(|base| base.name()).collect();
    let mut parts = Map::new();
    parts.insert("base".to_owned(), json!({ "enum": bases }));
    let style = json!({ "type": "string" });
    parts.extend(Ink::ALL.iter().map(|(_, name)| ((*name).to_owned(), style.clone())));
    json!({
        "type": "object",
        "additionalProperties": {
            "type": "object",
            "additionalProperties": false,
            "properties": parts,
        },
    })
}
