//! `ladder.yml`: statements about a ladder that override every guess.

use crate::content::config::yaml_file::{ConfigPlace, YamlFile, at_key, at_node};
use crate::content::parse::data::tree::{Data, DataKey, DataNode};
use crate::content::source::file::Source;
use crate::content::source::path::{self, LADDER_YML};
use crate::finding::Finding;

/// The contents of a `ladder.yml`.
#[derive(Debug, Default)]
pub(crate) struct Config {
    yaml: YamlFile,
    pub(crate) name: Option<String>,
    /// The tracks with all roles, lowest first. Without tracks, roles are guessed.
    pub(crate) tracks: Vec<TrackRule>,
    /// The ignored files, and the place of each rule.
    ignore: Vec<(String, ConfigPlace)>,
    /// The rules of `check` that are switched off.
    pub(crate) allow: Vec<String>,
    pub(crate) order: Option<OrderRule>,
    /// Names of roles that are not their own: the alias, and what it means.
    pub(crate) aliases: Vec<(String, ConfigPlace, String)>,
}

/// How roles are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OrderRule {
    /// `order` sorts ascending.
    Ascending,
    /// `order` sorts descending.
    Descending,
    /// Every track is reversed.
    Reverse,
}

/// A track.
#[derive(Debug)]
pub(crate) struct TrackRule {
    pub(crate) title: String,
    pub(crate) roles: Vec<RoleRule>,
}

/// A role and where it comes from.
#[derive(Debug, Default)]
pub(crate) struct RoleRule {
    pub(crate) file: String,
    /// The heading, column, row or level in the file; `None` for the whole file.
    pub(crate) part: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) label: Option<String>,
    pub(crate) level: Option<String>,
    pub(crate) aliases: Vec<String>,
    pub(crate) place: ConfigPlace,
}

/// The name of the findings about it, and what to do.
const CODE: &str = "malformed-ladder-yml";
const HELP: &str =
    "correct this line, which has no effect for now; docs/ladder-yml.md lists the keys";

/// Whether a source is a `ladder.yml`. A file of that name with levels in it is data.
pub(crate) fn is_config(source: &Source) -> bool {
    let says = |key: &str| source.text.lines().any(|line| line.starts_with(key));
    LADDER_YML.contains(&source.path.as_str())
        && (says("tracks:") || !["levels:", "roles:", "topics:"].iter().any(|key| says(key)))
}

/// Reads the `ladder.yml` among some sources.
pub(crate) fn read(sources: &[Source], findings: &mut Vec<Finding>) -> Config {
    let Some(source) = sources.iter().find(|source| is_config(source)) else {
        return Config::default();
    };
    let yaml = YamlFile::new(source.path.as_str(), source.text.clone(), CODE, HELP);
    let tree = yaml.mapping(findings);
    let mut config = Config { yaml, ..Config::default() };
    if let Some(tree) = tree {
        config.take(&tree, findings);
    }
    config
}

impl Config {
    /// A finding at a place in it.
    pub(crate) fn wrong(&self, place: ConfigPlace, message: &str) -> Finding {
        self.yaml.wrong(place, message)
    }

    /// Whether a file is ignored.
    pub(crate) fn ignores(&self, file: &str) -> bool {
        self.ignore.iter().any(|(pattern, _)| is_at(file, pattern))
    }

    /// Findings for ignored files that do not exist.
    pub(crate) fn ignored_in_vain(&self, sources: &[Source]) -> Vec<Finding> {
        let is_there = |pattern: &str| sources.iter().any(|source| is_at(&source.path, pattern));
        let gone = self.ignore.iter().filter(|(pattern, _)| !is_there(pattern));
        gone.map(|(pattern, place)| {
            self.wrong(*place, &format!("there is no document `{pattern}` to ignore"))
        })
        .collect()
    }

    fn take(&mut self, tree: &DataNode, findings: &mut Vec<Finding>) {
        for key in tree.keys() {
            match key.name.as_str() {
                "name" => self.name = self.yaml.words(key, findings),
                "ignore" => {
                    let words = self.yaml.list(key, findings);
                    let nodes = std::iter::once(&key.value).chain(key.value.list());
                    let places = nodes.filter(|node| node.text().is_some()).map(at_node);
                    self.ignore = words.into_iter().zip(places).collect();
                }
                "allow" => self.allow = self.yaml.list(key, findings),
                "order" => self.order = self.order(key, findings),
                "aliases" => {
                    for alias in key.value.keys() {
                        let role = self.yaml.words(alias, findings);
                        let entry = role.map(|role| (alias.name.clone(), at_key(alias), role));
                        self.aliases.extend(entry);
                    }
                    if key.value.keys().is_empty() {
                        findings.push(
                            self.wrong(at_key(key), "`aliases` should be a map from alias to role"),
                        );
                    }
                }
                "tracks" => {
                    for track in key.value.list() {
                        let track = self.track(track, findings);
                        self.tracks.push(track);
                    }
                    if !matches!(key.value.data, Data::List(_)) {
                        findings.push(self.wrong(at_key(key), "`tracks` should be a list"));
                    }
                }
                other => {
                    let message = format!(
                        "unknown key `{other}`; the keys are name, tracks, ignore, aliases, order, \
                         allow"
                    );
                    findings.push(self.wrong(at_key(key), &message));
                }
            }
        }
    }

    fn order(&self, key: &DataKey, findings: &mut Vec<Finding>) -> Option<OrderRule> {
        match key.value.text() {
            Some("ascending") => Some(OrderRule::Ascending),
            Some("descending") => Some(OrderRule::Descending),
            Some("reverse") => Some(OrderRule::Reverse),
            _ => {
                let message = "`order` should be ascending, descending or reverse";
                findings.push(self.wrong(at_node(&key.value), message));
                None
            }
        }
    }

    fn track(&self, node: &DataNode, findings: &mut Vec<Finding>) -> TrackRule {
        let mut track = TrackRule { title: String::new(), roles: Vec::new() };
        for key in node.keys() {
            match key.name.as_str() {
                "title" => track.title = self.yaml.words(key, findings).unwrap_or_default(),
                "roles" => {
                    let roles = key.value.list().iter();
                    track.roles.extend(roles.filter_map(|role| self.role(role, findings)));
                }
                other => {
                    let message = format!("unknown key `{other}`; a track has title and roles");
                    findings.push(self.wrong(at_key(key), &message));
                }
            }
        }
        if track.title.is_empty() {
            findings.push(self.wrong(at_node(node), "this track has no `title`"));
        }
        track
    }

    fn role(&self, node: &DataNode, findings: &mut Vec<Finding>) -> Option<RoleRule> {
        let mut role = RoleRule { place: at_node(node), ..RoleRule::default() };
        let mut from = node.text().map(str::to_owned);
        for key in node.keys() {
            match key.name.as_str() {
                "from" => {
                    role.place = at_node(&key.value);
                    from = self.yaml.words(key, findings);
                }
                "title" => role.title = self.yaml.words(key, findings),
                "label" => role.label = self.yaml.words(key, findings),
                "level" => role.level = self.yaml.words(key, findings),
                "aliases" => role.aliases = self.yaml.list(key, findings),
                other => {
                    let message = format!(
                        "unknown key `{other}`; a role has from, title, label, level, aliases"
                    );
                    findings.push(self.wrong(at_key(key), &message));
                }
            }
        }
        let Some(from) = from else {
            let message = "this role has no `from`: name a file, or file#heading";
            findings.push(self.wrong(at_node(node), message));
            return None;
        };
        let (file, part) = match from.split_once('#') {
            Some((file, part)) => (file, Some(part.trim().to_owned())),
            None => (from.as_str(), None),
        };
        let Some(inside) = path::join("", file) else {
            let message = format!("`{file}` leads out of the ladder: name a file of the ladder");
            findings.push(self.wrong(role.place, &message));
            return None;
        };
        role.file = inside;
        role.part = part.filter(|part| !part.is_empty());
        Some(role)
    }
}

impl Config {
    /// The names of the roles in a file.
    pub(crate) fn parts_of(&self, file: &str) -> Vec<&str> {
        let roles = self.tracks.iter().flat_map(|track| &track.roles);
        roles.filter(|role| role.file == file).filter_map(|role| role.part.as_deref()).collect()
    }

    /// Whether a file is one role as a whole.
    pub(crate) fn is_whole(&self, file: &str) -> bool {
        let mut roles = self.tracks.iter().flat_map(|track| &track.roles);
        roles.any(|role| role.file == file && role.part.is_none())
    }
}

/// Whether a file is the file that a pattern names, or is in the folder that it names.
fn is_at(file: &str, pattern: &str) -> bool {
    let folder = pattern.trim_end_matches('/');
    file == pattern || file.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}
