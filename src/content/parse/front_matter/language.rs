//! The languages of front matter.

use crate::content::parse::data::toml;
use crate::content::parse::data::tree::DataNode;
use crate::content::parse::data::yaml::{self, YamlError};
use crate::model::Entry;

/// The language of front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    Yaml,
    Toml,
}

impl Language {
    pub(crate) fn name(self) -> &'static str {
        if self == Self::Yaml { "YAML" } else { "TOML" }
    }

    /// The sign between a key and its value.
    pub(crate) fn sign(self) -> char {
        if self == Self::Yaml { ':' } else { '=' }
    }

    /// Reads keys and values.
    pub(crate) fn mapping(self, text: &str) -> Result<Vec<Entry>, YamlError> {
        match self {
            Self::Yaml => yaml::mapping(text),
            Self::Toml => toml::mapping(text).map_err(|error| YamlError::Malformed {
                message: error.message,
                place: error.place,
            }),
        }
    }

    /// Reads all of it as a tree.
    pub(crate) fn tree(self, text: &str) -> Option<DataNode> {
        match self {
            Self::Yaml => yaml::tree(text).ok(),
            Self::Toml => toml::tree(text).ok(),
        }
    }

    /// Whether a line is "word: value" or "word:"; in TOML "word = value" or `[word]`.
    pub(crate) fn looks_like_key(self, line: &str) -> bool {
        let is_word = |key: &str| {
            let signs = if self == Self::Yaml { "_-." } else { "_-.\"'" };
            !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || signs.contains(c))
        };
        let is_table = self == Self::Toml
            && line.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).is_some();
        is_table
            || line.split_once(self.sign()).is_some_and(|(key, rest)| match self {
                Self::Yaml => {
                    is_word(key) && (rest.is_empty() || rest.starts_with(char::is_whitespace))
                }
                Self::Toml => is_word(key.trim()),
            })
    }
}
