//! How well an alignment agrees with people: pairs of roles labeled by hand, and the alignment error
//! rate of what rungs, a line diff and a greedy best word overlap make of them. docs/aligning.md
//! tells how to label.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rungs::compare::{Comparison, Spot, Topic, compare};
use rungs::content;
use rungs::model::{Document, DocumentId, Ladder, RoleId, Subject};
use rungs::naming;
use serde::Deserialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Links between lines of the left file and lines of the right one.
type Links = BTreeSet<(usize, usize)>;

/// Two roles and what people say corresponds.
#[derive(Deserialize)]
pub(crate) struct Labeled {
    pub(crate) id: String,
    /// The folder of the ladder; without it the top folder of the file.
    ladder: Option<String>,
    left: Place,
    right: Place,
    sections: Labels,
    items: Labels,
    left_sections: Vec<usize>,
    right_sections: Vec<usize>,
    left_items: Vec<usize>,
    right_items: Vec<usize>,
}

/// Where a role begins.
#[derive(Deserialize)]
struct Place {
    file: String,
    start: usize,
}

/// What surely corresponds, and what may; what is sure may also.
#[derive(Deserialize)]
struct Labels {
    sure: Links,
    possible: Links,
}

/// What an alignment gets right: enough to add several up.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Score {
    sure_found: usize,
    possible_found: usize,
    made: usize,
    sure: usize,
}

/// The scores of rungs, the line diff and the word overlap.
pub(crate) type Scores = [Score; 3];

impl Score {
    fn of(made: &Links, labels: &Labels) -> Self {
        Self {
            sure_found: made.intersection(&labels.sure).count(),
            possible_found: made.intersection(&labels.possible).count(),
            made: made.len(),
            sure: labels.sure.len(),
        }
    }

    /// The alignment error rate (Och and Ney 2003): 0 where everything sure and nothing impossible
    /// is linked. `None` where there is nothing to link and nothing was.
    pub(crate) fn error_rate(&self) -> Option<f64> {
        let all = self.made + self.sure;
        let right = (self.sure_found + self.possible_found) as f64;
        (all > 0).then(|| 1.0 - right / all as f64)
    }

    /// How much of what is sure was found.
    pub(crate) fn recall(&self) -> f64 {
        self.sure_found as f64 / self.sure.max(1) as f64
    }

    /// How much of what was made is possible.
    pub(crate) fn precision(&self) -> f64 {
        self.possible_found as f64 / self.made.max(1) as f64
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            sure_found: self.sure_found + other.sure_found,
            possible_found: self.possible_found + other.possible_found,
            made: self.made + other.made,
            sure: self.sure + other.sure,
        }
    }
}

/// The labeled pairs of a folder, by name of their files.
pub(crate) fn read(folder: &Path) -> Result<Vec<Labeled>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let parsed = files.iter().map(|path| {
        let text = std::fs::read_to_string(path).map_err(|e| e.to_string());
        let labeled: Result<Labeled, String> =
            text.and_then(|text| serde_json::from_str(&text).map_err(|e| e.to_string()));
        let labeled = labeled.and_then(|labeled| match labeled.fault() {
            Some(fault) => Err(fault),
            None => Ok(labeled),
        });
        labeled.map_err(|e| format!("{}: {e}", path.display()))
    });
    parsed.collect()
}

impl Labeled {
    /// The sections' scores and the items'. Files are looked for under `roots`.
    pub(crate) fn scores(&self, roots: &[PathBuf]) -> Result<[Scores; 2], String> {
        let loaded = self.load(roots)?;
        let [left, right] = loaded.subjects();
        let [sections, items] = loaded.scores(&compare(&loaded.ladder, left, right));
        let lines = |place: &Place| {
            let path = find(roots, &place.file);
            let text = std::fs::read_to_string(&path);
            let text = text.map_err(|e| format!("{}: {e}", path.display()))?;
            Ok::<_, String>(text.lines().map(str::to_owned).collect::<Vec<_>>())
        };
        let (left, right) = (lines(&self.left)?, lines(&self.right)?);
        let scores = |rungs: Score, labels: &Labels, lefts: &[usize], rights: &[usize]| {
            let (a, b) = (texts(&left, lefts), texts(&right, rights));
            let at = |links: Vec<(usize, usize)>| -> Links {
                links.into_iter().map(|(i, j)| (lefts[i], rights[j])).collect()
            };
            let [diff, overlap] = [line_diff(&a, &b), word_overlap(&a, &b)];
            [rungs, Score::of(&at(diff), labels), Score::of(&at(overlap), labels)]
        };
        Ok([
            scores(sections, &self.sections, &self.left_sections, &self.right_sections),
            scores(items, &self.items, &self.left_items, &self.right_items),
        ])
    }

    /// The ladder of the two roles.
    pub(crate) fn load(&self, roots: &[PathBuf]) -> Result<LoadedPair<'_>, String> {
        let folder = match &self.ladder {
            Some(folder) => folder.clone(),
            None => self.left.file.split('/').next().unwrap_or_default().to_owned(),
        };
        let path = find(roots, &folder);
        let ladder = content::load(&path).map_err(|e| format!("{}: {e}", path.display()))?.ladder;
        let roles = [role(&ladder, &folder, &self.left)?, role(&ladder, &folder, &self.right)?];
        Ok(LoadedPair { labeled: self, ladder: Arc::unwrap_or_clone(ladder), roles })
    }

    /// What is wrong with the labels themselves, if anything is.
    fn fault(&self) -> Option<String> {
        [("section", &self.sections), ("item", &self.items)].into_iter().find_map(
            |(kind, labels)| {
                let unsure = labels.sure.difference(&labels.possible).next()?;
                Some(format!("the {kind}s {unsure:?} are sure, not possible"))
            },
        )
    }
}

/// A file or folder under the first of the roots that has it.
fn find(roots: &[PathBuf], path: &str) -> PathBuf {
    let mut places = roots.iter().map(|root| root.join(path));
    places.find(|place| place.exists()).unwrap_or_else(|| PathBuf::from(path))
}

/// A labeled pair with its ladder.
#[derive(Clone)]
pub(crate) struct LoadedPair<'a> {
    labeled: &'a Labeled,
    pub(crate) ladder: Ladder,
    pub(crate) roles: [RoleId; 2],
}

impl LoadedPair<'_> {
    /// The scores of the links that a comparison makes: of sections, and of items.
    pub(crate) fn scores(&self, comparison: &Comparison) -> [Score; 2] {
        let labeled = self.labeled;
        let (sections, items) = self.links(comparison);
        // What a changed copy lacks cannot be found.
        let lines = self.roles.map(|role| lines(&self.ladder.role(role).document));
        let there = |labels: &Labels| {
            let has = |(l, r): &&(usize, usize)| lines[0].contains(l) && lines[1].contains(r);
            let left = |links: &Links| links.iter().filter(has).copied().collect();
            Labels { sure: left(&labels.sure), possible: left(&labels.possible) }
        };
        let score = |made: Links, labels: &Labels, lefts: &[usize], rights: &[usize]| {
            let known = |(l, r): &(usize, usize)| lefts.contains(l) && rights.contains(r);
            Score::of(&made.into_iter().filter(known).collect(), &there(labels))
        };
        [
            score(sections, &labeled.sections, &labeled.left_sections, &labeled.right_sections),
            score(items, &labeled.items, &labeled.left_items, &labeled.right_items),
        ]
    }

    fn links(&self, comparison: &Comparison) -> (Links, Links) {
        let [left, right] = self.roles.map(DocumentId::Role);
        links(comparison, left, right)
    }

    pub(crate) fn subjects(&self) -> [Subject; 2] {
        self.roles.map(Subject::Role)
    }
}

/// The lines of all sections and texts of a document.
fn lines(document: &Document) -> HashSet<usize> {
    let rows = document.tables().into_iter().flat_map(|table| &table.rows).map(|row| row.line);
    let items = document.items().into_iter().map(|item| item.line);
    let sections = document.sections.iter().map(|section| section.line);
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    let blocks = blocks.chain(&document.preamble).map(rungs::model::Block::line);
    sections.chain(items).chain(rows).chain(blocks).collect()
}

fn role(ladder: &Ladder, folder: &str, place: &Place) -> Result<RoleId, String> {
    let file = place.file.strip_prefix(folder).unwrap_or(&place.file).trim_start_matches('/');
    let name = format!("{file}:{}", place.start);
    match naming::find(ladder, &name) {
        Ok(Subject::Role(role)) => Ok(role),
        _ => Err(format!("no role at {name} of {folder}")),
    }
}

/// The lines that a comparison sets side by side: of sections, and of everything in them.
fn links(comparison: &Comparison, left: DocumentId, right: DocumentId) -> (Links, Links) {
    fn walk(
        topics: &[Topic],
        link: &impl Fn(&Spot, &Spot) -> Option<(usize, usize)>,
    ) -> [Links; 2] {
        let [mut sections, mut items] = [Links::new(), Links::new()];
        for topic in topics {
            sections.extend(
                topic.left.as_ref().zip(topic.right.as_ref()).and_then(|(a, b)| link(a, b)),
            );
            for pair in &topic.pairs {
                let both = pair.left.as_ref().zip(pair.right.as_ref());
                items.extend(both.and_then(|(a, b)| link(&a.spot, &b.spot)));
            }
            let [inner_sections, inner_items] = walk(&topic.topics, link);
            sections.extend(inner_sections);
            items.extend(inner_items);
        }
        [sections, items]
    }
    let [sections, items] = walk(&comparison.topics, &|a: &Spot, b: &Spot| {
        (a.document == left && b.document == right).then_some((a.line, b.line))
    });
    (sections, items)
}

/// The text of every line, with the lines that go on from it.
fn texts(lines: &[String], numbers: &[usize]) -> Vec<String> {
    let begins: HashSet<usize> = numbers.iter().copied().collect();
    let text = |number: &usize| {
        let first = lines.get(number - 1).cloned().unwrap_or_default();
        let goes_on = |(at, line): &(usize, &String)| {
            !begins.contains(&(at + 1)) && !line.trim().is_empty() && !line.starts_with('#')
        };
        let rest = lines.iter().enumerate().skip(*number).take_while(goes_on);
        rest.fold(first, |text, (_, line)| text + " " + line)
    };
    numbers.iter().map(text).collect()
}

/// What a line diff sets side by side: equal lines, and replaced ones in their order.
fn line_diff(left: &[String], right: &[String]) -> Vec<(usize, usize)> {
    let ops = capture_diff_slices(Algorithm::Myers, left, right);
    let both = ops.iter().filter(|op| matches!(op, DiffOp::Equal { .. } | DiffOp::Replace { .. }));
    both.flat_map(|op| op.old_range().zip(op.new_range())).collect()
}

/// The pairs that share most of their words, best first, down to a fifth of them.
fn word_overlap(left: &[String], right: &[String]) -> Vec<(usize, usize)> {
    let words = |text: &String| -> HashSet<String> {
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric() && c != '_');
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (a, b): (Vec<_>, Vec<_>) =
        (left.iter().map(words).collect(), right.iter().map(words).collect());
    let mut candidates = Vec::new();
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            let shared = x.intersection(y).count() as f64;
            candidates.push((shared / x.union(y).count().max(1) as f64, i, j));
        }
    }
    candidates.sort_by(|x, y| y.0.total_cmp(&x.0).then((y.1, y.2).cmp(&(x.1, x.2))));
    let (mut lefts, mut rights) = (HashSet::new(), HashSet::new());
    let good = candidates.into_iter().take_while(|candidate| candidate.0 >= 0.2);
    good.filter(|(_, i, j)| {
        !lefts.contains(i) && !rights.contains(j) && lefts.insert(*i) && rights.insert(*j)
    })
    .map(|(_, i, j)| (i, j))
    .collect()
}

/// A table of the error rates, and the sums of the sections' scores and the items'.
pub(crate) fn table(pairs: &[Labeled], roots: &[PathBuf]) -> Result<(String, [Scores; 2]), String> {
    let mut total = [[Score::default(); 3]; 2];
    let wide = pairs.iter().map(|pair| pair.id.len()).max().unwrap_or(0).max("total".len());
    let mut table = format!(
        "{:wide$}  sections                items\n{:wide$}  rungs   diff overlap   rungs   diff overlap  recall precision\n",
        "", ""
    );
    let row = |table: &mut String, name: &str, scores: &[Scores; 2]| {
        let figure = |score: &Score| match score.error_rate() {
            Some(rate) => format!("{rate:.3}"),
            None => "-".to_owned(),
        };
        let rungs = scores[1][0];
        let [sections, items] =
            scores.map(|scores| scores.map(|score| format!("{:>6}", figure(&score))).join(" "));
        let _ = writeln!(
            table,
            "{name:wide$} {sections}  {items}  {:>6.3} {:>9.3}",
            rungs.recall(),
            rungs.precision()
        );
    };
    for pair in pairs {
        let scores = pair.scores(roots).map_err(|e| format!("{}: {e}", pair.id))?;
        row(&mut table, &pair.id, &scores);
        for (sums, scores) in total.iter_mut().zip(&scores) {
            for (sum, score) in sums.iter_mut().zip(scores) {
                *sum = sum.plus(*score);
            }
        }
    }
    row(&mut table, "total", &total);
    Ok((table, total))
}
