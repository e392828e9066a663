//! How people name a role: labels, titles, codes, abbreviations, prefixes.

use std::fmt;

use super::ids::{CounterpartId, RoleId, Subject};
use super::ladder::Ladder;

/// Abbreviations of single words and of whole titles.
const ABBREVIATIONS: [(&str, &str); 36] = [
    ("vp", "vice president"),
    ("svp", "senior vice president"),
    ("evp", "executive vice president"),
    ("avp", "associate vice president"),
    ("cto", "chief technology officer"),
    ("ceo", "chief executive officer"),
    ("cio", "chief information officer"),
    ("ciso", "chief information security officer"),
    ("coo", "chief operating officer"),
    ("cfo", "chief financial officer"),
    ("cpo", "chief product officer"),
    ("cmo", "chief marketing officer"),
    ("technical", "tech"),
    ("em", "engineering manager"),
    ("sem", "senior engineering manager"),
    ("tl", "tech lead"),
    ("tlm", "tech lead manager"),
    ("pm", "product manager"),
    ("tpm", "tech program manager"),
    ("swe", "software engineer"),
    ("sde", "software engineer"),
    ("sre", "site reliability engineer"),
    ("qa", "quality assurance"),
    ("ic", "individual contributor"),
    ("sr", "senior"),
    ("snr", "senior"),
    ("jr", "junior"),
    ("jnr", "junior"),
    ("assoc", "associate"),
    ("mgr", "manager"),
    ("mngr", "manager"),
    ("dir", "director"),
    ("engr", "engineer"),
    ("dev", "developer"),
    ("arch", "architect"),
    ("princ", "principal"),
];

/// Words that say nothing of which role it is.
const FILLERS: [&str; 8] = ["of", "the", "a", "an", "for", "and", "in", "at"];

/// Marks behind which a title says where, not what: "Director of Engineering", "Lead, Platform".
const TAILS: [&str; 6] = [" of ", ", ", " - ", " – ", " — ", " ("];

/// A name in the form in which names are compared: small letters, words apart by one space, without
/// punctuation, abbreviations written out.
#[must_use]
pub fn normal(name: &str) -> String {
    let words = words(name);
    let mut found: Vec<String> = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let next = words.get(at + 1).map(String::as_str);
        at += 1;
        if FILLERS.contains(&word.as_str()) && words.len() > 1 {
            continue;
        }
        // "Level 4" and "L4" are one code.
        if matches!(word.as_str(), "level" | "lvl")
            && let Some(number) = next.filter(|next| next.bytes().all(|b| b.is_ascii_digit()))
        {
            found.push(format!("l{number}"));
            at += 1;
            continue;
        }
        let before = found.last().map(String::as_str);
        found.push(written_out(word, before, next));
    }
    found.join(" ")
}

/// The words of a name in small letters without accents; single letters that follow each other
/// ("V.P.") are one.
fn words(name: &str) -> Vec<String> {
    let accents = '\u{300}'..='\u{36f}';
    let name: String = name
        .chars()
        .filter(|c| !accents.contains(c))
        .map(nucleo_matcher::chars::normalize)
        .collect();
    let mut words: Vec<String> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.len() > 1 && words.iter().all(|word| word.chars().count() == 1) {
        words = vec![words.concat()];
    }
    words
}

fn written_out(word: &str, before: Option<&str>, next: Option<&str>) -> String {
    const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    if word == "eng" {
        // Who is head of "eng" is head of engineering, and so is who manages it.
        let heads = ["president", "director", "head", "officer"];
        let is_field = before.is_some_and(|before| heads.iter().any(|h| before.ends_with(h)))
            || next.is_some_and(|next| ["manager", "mgr", "director", "lead"].contains(&next));
        return if is_field { "engineering" } else { "engineer" }.to_owned();
    }
    let roman = ROMAN.iter().position(|numeral| *numeral == word).filter(|_| before.is_some());
    if let Some(at) = roman {
        return (at + 1).to_string();
    }
    let known = ABBREVIATIONS.iter().find(|(short, _)| *short == word);
    known.map_or(word, |(_, long)| long).to_owned()
}

/// Whether two names mean the same role.
#[must_use]
pub fn same(left: &str, right: &str) -> bool {
    let left = normal(left);
    !left.is_empty() && left == normal(right)
}

/// Whether two names mean the same role, or one of them only leaves out where: "VP" and "VP of
/// Engineering". Two that say different places are not alike.
#[must_use]
pub fn alike(left: &str, right: &str) -> bool {
    same(left, right)
        || match (without_tail(left), without_tail(right)) {
            (Some(left), None) => same(left, right),
            (None, Some(right)) => same(left, right),
            _ => false,
        }
}

/// A name without its tail, where it has one: "Director of Engineering" is a "Director".
#[must_use]
pub fn without_tail(name: &str) -> Option<&str> {
    let cut = TAILS.iter().filter_map(|mark| name.find(mark)).min()?;
    Some(name[..cut].trim()).filter(|head| !head.is_empty())
}

/// A name that means no role, or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameError {
    /// What was asked for.
    pub query: String,
    /// Whether several roles are meant; else none is.
    pub is_ambiguous: bool,
    /// The roles that could be meant: their ids (a counterpart's name) and titles.
    pub candidates: Vec<(String, String)>,
}

impl std::error::Error for NameError {}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let query: String = self.query.chars().filter(|c| !c.is_control()).collect();
        match (self.is_ambiguous, self.candidates.len()) {
            (true, _) => write!(f, "`{query}` can be several roles: ")?,
            (false, 0) => return write!(f, "there is no role `{query}`: the ladder has none"),
            (false, 1..=3) => write!(f, "there is no role `{query}`; did you mean ")?,
            (false, _) => write!(f, "there is no role `{query}`; the roles are ")?,
        }
        const SHOWN: usize = 30;
        for (i, (id, title)) in self.candidates.iter().take(SHOWN).enumerate() {
            let comma = if i > 0 { ", " } else { "" };
            write!(f, "{comma}{id}")?;
            if !title.eq_ignore_ascii_case(id) {
                write!(f, " ({title})")?;
            }
        }
        match self.candidates.len().checked_sub(SHOWN) {
            Some(left) if left > 0 => write!(f, " and {left} more"),
            _ => Ok(()),
        }
    }
}

/// A role or counterpart that was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// It.
    pub subject: Subject,
    /// Whether it is called just so; else the name is the beginning of one of its names, or only like
    /// one.
    pub exactly: bool,
}

/// The role or counterpart that people mean by a name: an id, label, title, file or path, code,
/// `path:line`, abbreviation, prefix, initials or words. Exact beats prefix beats words; case never
/// matters.
///
/// # Errors
/// If no role is meant or several are; the error names the candidates.
pub fn find(ladder: &Ladder, query: &str) -> Result<Subject, NameError> {
    find_named(ladder, query).map(|named| named.subject)
}

/// The same, and whether it is called just so.
///
/// # Errors
/// If no role is meant or several are; the error names the candidates.
pub fn find_named(ladder: &Ladder, query: &str) -> Result<Named, NameError> {
    let query = query.trim();
    let named = |subject, exactly| Ok(Named { subject, exactly });
    if let Some(role) = at_line(ladder, query) {
        return named(Subject::Role(role), true);
    }
    let called = Called::all(ladder);
    let asked = Asked { lower: query.to_lowercase(), normal: normal(query), raw: query };
    let exact: [Rule; 6] =
        [is_id, is_label, is_other_name, is_path, is_normal_label, is_normal_name];
    let loose: [Rule; 5] = [begins_label, begins_name, is_alike, has_initials, has_words];
    let mut ambiguous: Option<Vec<&Called<'_>>> = None;
    for rule in exact.into_iter().chain(loose) {
        let found: Vec<&Called<'_>> = called.iter().filter(|one| rule(one, &asked)).collect();
        match found.as_slice() {
            [] => {}
            [one] if ambiguous.is_none() => return named(one.subject, exact.contains(&rule)),
            // Of several with that prefix one may have these initials.
            [one] if has_initials(one, &asked) => return named(one.subject, false),
            [_] => {}
            _ if exact.contains(&rule) => return Err(asked.several(&found)),
            _ => ambiguous = ambiguous.or(Some(found)),
        }
    }
    Err(match ambiguous {
        Some(found) => asked.several(&found),
        None => asked.none(&called),
    })
}

/// The role in a file that holds a line: "engineering/senior.md:40".
fn at_line(ladder: &Ladder, query: &str) -> Option<RoleId> {
    let (path, line) = query.rsplit_once(':')?;
    let line: usize = line.parse().ok()?;
    let roles = ladder.roles.iter().enumerate().filter(|(_, role)| {
        let file = role.document.file.to_lowercase();
        is_file(&file, &path.to_lowercase())
    });
    let mut roles: Vec<(usize, usize)> = roles.map(|(at, role)| (role.document.line, at)).collect();
    roles.sort_unstable();
    // What stands above the first role's title is its front matter.
    let holding = roles.iter().rev().find(|(first, _)| *first <= line).or(roles.first())?;
    Some(RoleId(holding.1))
}

/// Whether a path, as seen from anywhere and with or without extension, is that of a file.
fn is_file(file: &str, path: &str) -> bool {
    let path = path.trim_start_matches("./").replace('\\', "/");
    let bare = file.rsplit_once('.').map_or(file, |(bare, _)| bare);
    let ends = |long: &str, short: &str| {
        long.strip_suffix(short).is_some_and(|before| before.is_empty() || before.ends_with('/'))
    };
    !path.is_empty() && [file, bare].into_iter().any(|file| ends(file, &path) || ends(&path, file))
}

/// A role or counterpart and everything it is called, in small letters.
struct Called<'a> {
    subject: Subject,
    id: &'a str,
    title: &'a str,
    label: String,
    /// Title, level, file name.
    names: Vec<String>,
    file: Option<String>,
    normal_label: String,
    normal_names: Vec<String>,
}

/// What was asked for.
struct Asked<'a> {
    raw: &'a str,
    lower: String,
    normal: String,
}

type Rule = fn(&Called<'_>, &Asked<'_>) -> bool;

impl<'a> Called<'a> {
    fn all(ladder: &'a Ladder) -> Vec<Self> {
        let roles = ladder.roles.iter().enumerate().map(|(at, role)| {
            let document = &role.document;
            let file = document.file.rsplit('/').next().unwrap_or_default();
            let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
            let names = [document.title.as_str(), stem].into_iter().chain(role.level.as_deref());
            let names = names.chain(role.aliases.iter().map(String::as_str));
            let subject = Subject::Role(RoleId(at));
            let path = Some(document.file.to_lowercase());
            Called::new(subject, &role.id, &document.title, &document.label, names, path)
        });
        let counterparts = ladder.counterparts.iter().enumerate().map(|(at, one)| {
            let subject = Subject::Counterpart(CounterpartId(at));
            Called::new(subject, &one.name, &one.name, &one.name, std::iter::empty(), None)
        });
        roles.chain(counterparts).collect()
    }

    fn new<'n>(
        subject: Subject,
        id: &'a str,
        title: &'a str,
        label: &str,
        names: impl Iterator<Item = &'n str>,
        file: Option<String>,
    ) -> Self {
        let names: Vec<String> = names.map(str::to_lowercase).collect();
        let normal_names = names.iter().map(String::as_str).chain([id]).map(normal).collect();
        Self {
            subject,
            id,
            title,
            label: label.to_lowercase(),
            names,
            file,
            normal_label: normal(label),
            normal_names,
        }
    }
}

impl Asked<'_> {
    fn several(&self, found: &[&Called<'_>]) -> NameError {
        self.error(true, found.iter().copied())
    }

    /// Nothing is found: the nearest names, or all where none is near.
    fn none(&self, called: &[Called<'_>]) -> NameError {
        let near = self.lower.chars().count() / 3 + 1;
        let distance = |one: &Called<'_>| {
            let names = one.names.iter().chain([&one.label]).map(String::as_str).chain([one.id]);
            names.map(|name| distance(name, &self.lower)).min().unwrap_or(usize::MAX)
        };
        let mut nearest: Vec<(usize, &Called<'_>)> =
            called.iter().map(|one| (distance(one), one)).filter(|(d, _)| *d <= near).collect();
        nearest.sort_by_key(|(distance, _)| *distance);
        nearest.truncate(3);
        if nearest.is_empty() {
            self.error(false, called.iter())
        } else {
            self.error(false, nearest.into_iter().map(|(_, one)| one))
        }
    }

    fn error<'c>(
        &self,
        is_ambiguous: bool,
        found: impl Iterator<Item = &'c Called<'c>>,
    ) -> NameError {
        let candidates = found.map(|one| (one.id.to_owned(), one.title.to_owned())).collect();
        NameError { query: self.raw.to_owned(), is_ambiguous, candidates }
    }
}

fn is_id(one: &Called<'_>, asked: &Asked<'_>) -> bool {
    one.id.to_lowercase() == asked.lower
}

fn is_label(one: &Called<'_>, asked: &Asked<'_>) -> bool {
    one.label == asked.lower
}

fn is_other_name(one: &Called<'_>, asked: &Asked<'_>) -> bool {
    one.names.contains(&asked.lower)
}

fn is_path(one: &Called<'_>, asked: &Asked<'_>) -> bool {
    one.file.as_deref().is_some_and(|file| is_file(file, &asked.lower))
}

fn is_normal_label(one: &Called<'_>, asked: &Asked<'_>) -> bool {
    !asked.normal.is_empty() && one.normal_label == asked.normal
}

fn is_normal_name(one: &Called<'_>, asked: &Asked<'_>) -> bool {
    !asked.normal.is_empty() && one.normal_names.contains(&asked.normal)
}

fn begins_label(one: &Called<'_>, asked: &Asked<'_>) -> bool {
    begins(&one.label, &asked.lower) || begins(&one.normal_label, &asked.normal)
}

fn begins_name(one: &Called<'_>, asked: &Asked<'_>) -> bool {
    one.names.iter().any(|name| begins(name, &asked.lower))
        || one.normal_names.iter().any(|name| begins(name, &asked.normal))
}

fn begins(name: &str, query: &str) -> bool {
    !query.is_empty() && name.starts_with(query)
}

fn is_alike(one: &Called<'_>, asked: &Asked<'_>) -> bool {
    alike(&one.label, &asked.lower) || one.names.iter().any(|name| alike(name, &asked.lower))
}

/// "sem" for "Senior Engineering Manager".
fn has_initials(one: &Called<'_>, asked: &Asked<'_>) -> bool {
    let initials = |name: &str| -> String {
        let words = name.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !FILLERS.contains(word));
        words.filter_map(|word| word.chars().next()).collect()
    };
    let names = one.names.iter().chain(&one.normal_names).chain([&one.label, &one.normal_label]);
    asked.lower.chars().count() > 1 && names.into_iter().any(|name| initials(name) == asked.lower)
}

/// Every word asked for begins a word of the name, in order.
fn has_words(one: &Called<'_>, asked: &Asked<'_>) -> bool {
    let in_order = |name: &String| {
        let mut words = name.split(' ');
        asked.normal.split(' ').all(|query| words.any(|word| word.starts_with(query)))
    };
    !asked.normal.is_empty()
        && (in_order(&one.normal_label) || one.normal_names.iter().any(in_order))
}

/// How many characters to add, remove or change to make one text of the other.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut diagonal = i;
        let mut last = i + 1;
        for (j, b) in right.iter().enumerate() {
            let above = row.get(j + 1).copied().unwrap_or(usize::MAX - 1);
            let next = (diagonal + usize::from(a != *b)).min(above + 1).min(last + 1);
            diagonal = above;
            if let Some(slot) = row.get_mut(j) {
                *slot = last;
            }
            last = next;
        }
        if let Some(slot) = row.last_mut() {
            *slot = last;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_abbreviations_are_no_differences() {
        for (left, right) in [
            ("Desenvolvedor S\u{ea}nior", "desenvolvedor senior"),
            ("Se\u{302}nior", "senior"),
            ("VP", "Vice President"),
            ("Sr. Eng", "Senior Engineer"),
            ("L4", "Level 4"),
        ] {
            assert!(same(left, right), "{left} and {right}: {} {}", normal(left), normal(right));
        }
        assert!(!same("Senior", "Staff") && !same("", ""));
    }
}
