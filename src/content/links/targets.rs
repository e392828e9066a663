//! The target of a link: from the text as written to a document and an anchor.

use std::collections::HashMap;

use crate::content::source::path;

/// Finds documents by the paths in links.
#[derive(Debug, Default)]
pub(crate) struct Targets {
    /// Documents by path, by path without extension, and by folder for index pages.
    exact: HashMap<String, usize>,
    /// The same in lower case.
    folded: HashMap<String, usize>,
    /// Documents by the ids that Notion gave them.
    ids: HashMap<String, usize>,
}

/// The target of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LinkTarget {
    /// A document, and maybe an anchor in it.
    Document(usize, Option<String>),
    /// A document that would be in the ladder but does not exist.
    Missing,
    /// Outside the ladder, or not a document.
    Elsewhere,
}

impl Targets {
    /// Indexes documents by their files.
    pub(crate) fn new<'a>(files: impl Iterator<Item = &'a str>) -> Self {
        let mut targets = Self::default();
        let files: Vec<&str> = files.collect();
        for (i, file) in files.iter().enumerate() {
            targets.add(file, i);
            if let (_, Some(id)) = path::split_id(path::stem(file)) {
                targets.ids.entry(id.to_lowercase()).or_insert(i);
            }
        }
        // Names without extension come second: the full name of a file is never hidden by another.
        for (i, file) in files.iter().enumerate() {
            let bare = file.rsplit_once('.').map_or(*file, |(bare, _)| bare);
            targets.add(bare, i);
        }
        for index in ["_index", "index", "readme"] {
            let is_index = |file: &&str| path::stem(file).eq_ignore_ascii_case(index);
            for (i, file) in files.iter().enumerate().filter(|(_, file)| is_index(file)) {
                targets.add(path::folder(file), i);
            }
        }
        targets
    }

    fn add(&mut self, path: &str, document: usize) {
        self.exact.entry(path.to_owned()).or_insert(document);
        self.folded.entry(path.to_lowercase()).or_insert(document);
    }

    /// The target of a link that is written in a file.
    pub(crate) fn find(&self, from: &str, target: &str) -> LinkTarget {
        let target = target.trim();
        if let Some(document) = self.by_id(target) {
            let anchor = target.split_once('#').map(|(_, anchor)| decoded(anchor));
            return LinkTarget::Document(document, anchor.filter(|anchor| !anchor.is_empty()));
        }
        if has_scheme(target) || target.starts_with("//") {
            return LinkTarget::Elsewhere;
        }
        let (before, anchor) = match target.split_once('#') {
            Some((before, anchor)) => (before, Some(decoded(anchor))),
            None => (target, None),
        };
        let anchor = anchor.filter(|anchor| !anchor.is_empty());
        let path = decoded(before.split('?').next().unwrap_or(before));
        if path.is_empty() {
            let here = self.exact.get(from);
            return match (here, anchor) {
                (Some(here), Some(anchor)) => LinkTarget::Document(*here, Some(anchor)),
                _ => LinkTarget::Elsewhere,
            };
        }
        if let Some(document) = self.document(from, &path) {
            return LinkTarget::Document(document, anchor);
        }
        let inside = path::join(path::folder(from), &path)
            .is_some_and(|path| !path.split('/').any(|part| part.starts_with('.')));
        let is_missing = inside && path::is_document(&path) && !path.starts_with('/');
        if is_missing { LinkTarget::Missing } else { LinkTarget::Elsewhere }
    }

    /// The document that a page of Notion was exported to, whatever its path is.
    fn by_id(&self, target: &str) -> Option<usize> {
        if self.ids.is_empty() {
            return None;
        }
        let page = decoded(target.split(['#', '?']).next().unwrap_or(target));
        let name = path::file_name(&page);
        let name = if path::is_document(name) { path::stem(name) } else { name };
        self.ids.get(&path::split_id(name).1?.to_lowercase()).copied()
    }

    fn document(&self, from: &str, path: &str) -> Option<usize> {
        if let Some(absolute) = path.strip_prefix('/') {
            // The ladder may be one folder of a site, so the path may begin with the folders above it.
            let absolute = path::join("", absolute)?;
            let mut rest = absolute.as_str();
            loop {
                if let Some(found) = self.look_up(rest) {
                    return Some(found);
                }
                rest = rest.split_once('/').filter(|(_, rest)| !rest.is_empty())?.1;
            }
        }
        let beside = path::join(path::folder(from), path).and_then(|path| self.look_up(&path));
        // Sites that give every page a folder of its own make links one level deeper.
        beside.or_else(|| {
            let own = from.rsplit_once('.').map_or(from, |(own, _)| own);
            self.look_up(&path::join(own, path)?)
        })
    }

    fn look_up(&self, path: &str) -> Option<usize> {
        let bare = [".html", ".htm"].iter().find_map(|ending| path.strip_suffix(ending));
        std::iter::once(path).chain(bare).find_map(|path| {
            self.exact.get(path).or_else(|| self.folded.get(&path.to_lowercase())).copied()
        })
    }
}

/// Whether a target begins with a scheme such as `https:`.
fn has_scheme(target: &str) -> bool {
    target.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
    })
}

/// A target with its percent-encoding decoded.
fn decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let digits = behind.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        let value = digits
            .filter(|_| *first == b'%')
            .and_then(|pair| u8::from_str_radix(pair, 16).ok().filter(|_| !pair.starts_with('+')));
        match value {
            Some(value) => {
                bytes.push(value);
                rest = &behind[2..];
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [&str; 5] =
        ["README.md", "a/senior engineer.md", "a/_index.md", "b/index.md", "b/lead.md"];

    #[track_caller]
    fn check(from: &str, target: &str, want: LinkTarget) {
        let targets = Targets::new(FILES.into_iter());
        assert_eq!(targets.find(from, target), want);
    }

    #[test]
    fn links_are_followed_as_sites_write_them() {
        let to = |at| LinkTarget::Document(at, None);
        check("README.md", "a/senior%20engineer.md", to(1));
        check("README.md", "./a/senior engineer", to(1));
        check("README.md", "a/Senior%20Engineer.html", to(1));
        check("README.md", "a/", to(2));
        check("b/lead.md", "../", to(0));
        check("b/lead.md", "/b", to(3));
        check("a/_index.md", "/site/docs/b/lead/", to(4));
        check("b/lead.md", "../index", to(3));
        check("b/lead.md", "#top%2Dpart", LinkTarget::Document(4, Some("top-part".into())));
        check("README.md", "b/lead.md?x=1#s", LinkTarget::Document(4, Some("s".into())));
    }

    #[test]
    fn pages_of_notion_are_found_by_their_ids() {
        let file = "Ladder/Head baker 0f1e2d3c4b5a69788796a5b4c3d2e1f0.md";
        let targets = Targets::new([file].into_iter());
        for target in [
            "Ladder/Head%20baker%200f1e2d3c4b5a69788796a5b4c3d2e1f0.md",
            "https://www.notion.so/shop/Head-baker-0f1e2d3c4b5a69788796a5b4c3d2e1f0?pvs=4",
        ] {
            assert_eq!(targets.find("a.md", target), LinkTarget::Document(0, None), "{target}");
        }
    }

    #[test]
    fn others_lead_elsewhere_or_nowhere() {
        check("README.md", "https://a.md", LinkTarget::Elsewhere);
        check("README.md", "../out.md", LinkTarget::Elsewhere);
        check("README.md", "a/picture.png", LinkTarget::Elsewhere);
        check("README.md", "%zz%", LinkTarget::Elsewhere);
        check("README.md", "a/gone.md", LinkTarget::Missing);
    }
}
