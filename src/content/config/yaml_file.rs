//! A YAML file of settings: its values, and a finding at the place of each fault.

use crate::content::parse::data::tree::{Data, DataKey, DataNode};
use crate::content::parse::data::yaml::{self, YamlError};
use crate::content::parse::guarded::guarded;
use crate::content::source::lines::{self, line_of};
use crate::finding::{Finding, Severity};

/// A file of settings.
#[derive(Debug, Default)]
pub(crate) struct YamlFile {
    /// Its path.
    pub(crate) file: String,
    text: String,
    /// The name of its findings, and what to do about them.
    code: &'static str,
    help: &'static str,
}

/// A place in the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct ConfigPlace {
    line: usize,
    column: usize,
}

impl YamlFile {
    pub(crate) fn new(
        file: impl Into<String>,
        text: String,
        code: &'static str,
        help: &'static str,
    ) -> Self {
        Self { file: file.into(), text, code, help }
    }

    /// A finding at a place in it.
    pub(crate) fn wrong(&self, place: ConfigPlace, message: &str) -> Finding {
        let line = line_of(&self.text, place.line);
        Finding::new(Severity::Error, self.code, &*self.file, message)
            .at(place.line, place.column, line)
            .help(self.help)
    }

    /// Its keys and values; `None` if it has none.
    pub(crate) fn mapping(&self, findings: &mut Vec<Finding>) -> Option<DataNode> {
        let tree = match guarded(&self.file, || yaml::tree(&self.text)) {
            Ok(tree) => tree,
            Err(found) => {
                findings.push(*found);
                return None;
            }
        };
        match tree {
            Ok(tree) if tree.data == Data::Null => None,
            Ok(tree) => {
                if tree.keys().is_empty() {
                    findings.push(self.wrong(at_node(&tree), "this should be keys with values"));
                }
                Some(tree)
            }
            Err(YamlError::Malformed { message, place }) => {
                let (line, column) = place.map_or((1, 1), |place| lines::inside(&self.text, place));
                let message = format!("this is not valid YAML: {message}");
                findings.push(self.wrong(ConfigPlace { line, column }, &message));
                None
            }
            Err(YamlError::NotAMapping) => None,
        }
    }

    /// The text of a key.
    pub(crate) fn words(&self, key: &DataKey, findings: &mut Vec<Finding>) -> Option<String> {
        let words = key.value.text().map(str::to_owned);
        if words.is_none() {
            let message = format!("`{}` should be text", key.name);
            findings.push(self.wrong(at_key(key), &message));
        }
        words
    }

    /// A list of words, or a single word.
    pub(crate) fn list(&self, key: &DataKey, findings: &mut Vec<Finding>) -> Vec<String> {
        let one = key.value.text().into_iter();
        let words: Vec<String> = one
            .chain(key.value.list().iter().filter_map(DataNode::text))
            .map(str::to_owned)
            .collect();
        if words.is_empty() {
            let message = format!("`{}` should be a list of texts", key.name);
            findings.push(self.wrong(at_key(key), &message));
        }
        words
    }
}

/// The place of a value.
pub(crate) fn at_node(node: &DataNode) -> ConfigPlace {
    ConfigPlace { line: node.line, column: node.column }
}

/// The place of a key.
pub(crate) fn at_key(key: &DataKey) -> ConfigPlace {
    ConfigPlace { line: key.line, column: key.column }
}
