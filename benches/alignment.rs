//! How well rungs aligns roles that people aligned by hand, beside a line diff and a greedy best word
//! overlap: `cargo bench --bench alignment -- [ablate] [fit] [WEIGHT=VALUE...] [PAIRS_DIR LADDERS_DIR...]`.
//! Without a folder the pairs are those of the built-in ladder; else these are measured too.
//! docs/aligning.md tells how to label pairs of your own.
//!
//! A second table has the weights in force on both sets, and on copies with a fifth of the items and
//! headings gone and lists and sections shuffled; with `ablate` also without each weight, and with
//! `fit` how well weights do that were fitted on all pairs but the one they are measured on.

#[path = "scoring/knobs.rs"]
mod knobs;
mod scoring;
#[path = "scoring/shuffled.rs"]
mod shuffled;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use rayon::prelude::*;
use rungs::compare::{AlignWeights, Comparer, Lens};
use scoring::{Labeled, LoadedPair, Score};

use knobs::KNOBS;

/// How far a weight is moved, in the first pass and after it.
const STEPS: [&[f64]; 2] = [&[-0.3, -0.1, 0.1, 0.3], &[-0.1, -0.05, 0.05, 0.1]];
/// What moving a weight by 1 costs, so that it moves only where that is worth it.
const INERTIA: f64 = 2e-3;

/// A pair of roles, read once, and which set it is of.
struct Pair<'a> {
    loaded: LoadedPair<'a>,
    lens: Arc<Lens>,
    is_own: bool,
}

type Scores = [Score; 2];

impl Pair<'_> {
    fn scores(&self, weights: &AlignWeights) -> Scores {
        let comparer = Comparer::with(&self.loaded.ladder, &self.lens).weighing(*weights);
        let [left, right] = self.loaded.subjects();
        self.loaded.scores(&comparer.compare(left, right))
    }

    fn shuffled(&self, seed: u64) -> Self {
        let mut loaded = self.loaded.clone();
        shuffled::shuffle(&mut loaded.ladder, loaded.roles, seed);
        Self { loaded, lens: Arc::default(), is_own: self.is_own }
    }
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), String> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|it| !it.starts_with("--")).collect();
    let [fits, ablates] = ["fit", "ablate"].map(|word| arguments.iter().any(|it| it == word));
    let is_folder = |it: &&String| !it.contains('=') && *it != "fit" && *it != "ablate";
    let folders: Vec<PathBuf> = arguments.iter().filter(is_folder).map(PathBuf::from).collect();
    let own = scoring::read(&here.join("tests/alignment"))?;
    let others = match folders.first() {
        Some(pairs) => scoring::read(pairs)?,
        None => Vec::new(),
    };
    let own_roots = [here];
    let roots = folders.get(1..).unwrap_or_default();
    print!("{}", scoring::table(&own, &own_roots)?.0);
    if !others.is_empty() {
        print!("{}", scoring::table(&others, roots)?.0);
    }
    let mut pairs = load(&own, &own_roots, true)?;
    pairs.extend(load(&others, roots, false)?);
    let copies: Vec<Pair> =
        (1..=4).flat_map(|seed| pairs.iter().map(move |pair| pair.shuffled(seed))).collect();
    let mut weights = AlignWeights::default();
    for (name, value) in arguments.iter().filter_map(|it| it.split_once('=')) {
        let knob =
            KNOBS.iter().find(|knob| knob.name == name).ok_or(format!("no weight {name}"))?;
        *(knob.of)(&mut weights) = value.parse().map_err(|e| format!("{name}: {e}"))?;
    }
    let show = |name: &str, weights: &AlignWeights| {
        println!(
            "{name:16} {} | {}",
            figures(&pairs, &all(&pairs, weights)),
            figures(&copies, &all(&copies, weights))
        );
    };
    println!("{:16} {:^70} | shuffled", "", "as they are");
    show("all", &weights);
    for knob in KNOBS.iter().filter(|_| ablates) {
        let mut without = weights;
        *(knob.of)(&mut without) = 0.0;
        show(&format!("- {}", knob.name), &without);
    }
    if fits {
        leave_one_out(pairs);
    }
    Ok(())
}

fn load<'a>(
    pairs: &'a [Labeled],
    roots: &[PathBuf],
    is_own: bool,
) -> Result<Vec<Pair<'a>>, String> {
    let pair = |labeled: &'a Labeled| {
        Ok(Pair { loaded: labeled.load(roots)?, lens: Arc::default(), is_own })
    };
    pairs.iter().map(pair).collect()
}

fn all(pairs: &[Pair], weights: &AlignWeights) -> Vec<Scores> {
    pairs.par_iter().map(|pair| pair.scores(weights)).collect()
}

/// The scores of a set together.
fn sum(pairs: &[Pair], scores: &[Scores], is_own: bool) -> Scores {
    let of_set = pairs.iter().zip(scores).filter(|(pair, _)| pair.is_own == is_own);
    of_set.fold([Score::default(); 2], |sum, (_, it)| [sum[0].plus(it[0]), sum[1].plus(it[1])])
}

fn figures(pairs: &[Pair], scores: &[Scores]) -> String {
    let set = |is_own: bool| {
        let [sections, items] = sum(pairs, scores, is_own);
        let rate = |score: &Score| score.error_rate().unwrap_or(0.0);
        format!(
            "sections {:.3} items {:.3} ({:.2}/{:.2})",
            rate(&sections),
            rate(&items),
            items.recall(),
            items.precision()
        )
    };
    format!("own {} others {}", set(true), set(false))
}

/// What is to become small: the error rates of both sets alike, mostly those of items.
fn loss(pairs: &[Pair], scores: &[Scores]) -> f64 {
    let set = |is_own: bool| {
        let [sections, items] = sum(pairs, scores, is_own).map(|it| it.error_rate().unwrap_or(0.0));
        0.15 * sections + 0.85 * items
    };
    set(true) + set(false)
}

/// The weights that do best on some pairs and their copies, found by moving one after the other.
fn fit(pairs: &[Pair], copies: &[Pair]) -> AlignWeights {
    let start = AlignWeights::default();
    let cost = |weights: &AlignWeights| {
        let moved: f64 =
            KNOBS.iter().map(|knob| (knob.get(weights) - knob.get(&start)).abs()).sum();
        loss(pairs, &all(pairs, weights))
            + 0.5 * loss(copies, &all(copies, weights))
            + INERTIA * moved
    };
    let mut best = (cost(&start), start);
    for steps in STEPS {
        for knob in KNOBS {
            for step in steps {
                let mut weights = best.1;
                *(knob.of)(&mut weights) += step;
                let cost = cost(&weights);
                if cost < best.0 - 1e-6 {
                    best = (cost, weights);
                }
            }
        }
    }
    best.1
}

/// How weights do on each pair that were fitted on all the others.
fn leave_one_out(mut pairs: Vec<Pair>) {
    let mut scores = Vec::new();
    for _ in 0..pairs.len() {
        let left_out = pairs.remove(0);
        let copies: Vec<Pair> = pairs.iter().map(|pair| pair.shuffled(9)).collect();
        let weights = fit(&pairs, &copies);
        scores.push(left_out.scores(&weights));
        pairs.push(left_out);
    }
    println!("{:16} {}", "one left out", figures(&pairs, &scores));
    let copies: Vec<Pair> = pairs.iter().map(|pair| pair.shuffled(9)).collect();
    let weights = fit(&pairs, &copies);
    println!("{:16} {}", "fitted on all", figures(&pairs, &all(&pairs, &weights)));
    for knob in KNOBS {
        println!("  {} {:.2}", knob.name, knob.get(&weights));
    }
}
