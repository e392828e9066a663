//! What takes long on a large ladder: ten times as much of it takes about ten times as long, not a
//! hundred times.

use std::time::{Duration, Instant};

use rungs::check::{Switches, check};
use rungs::compare::compare;
use rungs::content::{self, Options, Source};
use rungs::model::{Ladder, RoleId, Subject};

/// The fewest and the most of something.
const SIZES: [usize; 2] = [100, 1000];

/// Ten times as much may take this many times as long. Linear work takes 10 times, quadratic work 100.
const MOST: f64 = 30.0;

/// Shorter times are noise.
const LEAST: Duration = Duration::from_millis(2);

/// How often times are taken again when they look too long: other programs can only make them longer.
const ROUNDS: usize = 8;

/// How often they are taken in any case.
const FEWEST_ROUNDS: usize = 3;

#[track_caller]
fn assert_grows_slowly(what: &str, work: impl Fn(usize) -> Box<dyn Fn()>) {
    let works = SIZES.map(work);
    let mut best = [Duration::MAX; 2];
    for round in 1..=ROUNDS {
        for (work, best) in works.iter().zip(&mut best) {
            let start = Instant::now();
            work();
            *best = (*best).min(start.elapsed().max(LEAST));
        }
        if round >= FEWEST_ROUNDS && best[1].as_secs_f64() < MOST * best[0].as_secs_f64() {
            return;
        }
    }
    panic!("{what}: {:?}, then {:?}", best[0], best[1]);
}

fn ladder(sources: &[Source]) -> Ladder {
    content::parse("any", sources, Options::default()).0
}

fn roles(texts: [String; 3]) -> Vec<Source> {
    let names = ["1-junior.md", "2-senior.md", "3-staff.md", "ladder.yml"];
    let listed = "tracks:\n  - title: All\n    roles: [1-junior.md, 2-senior.md, 3-staff.md]\n";
    let texts = texts.into_iter().chain([listed.to_owned()]);
    names.into_iter().zip(texts).map(|(name, text)| Source::new(name, text)).collect()
}

#[test]
fn a_long_title_does_not_slow_down_what_other_roles_say() {
    let long = |size: usize| {
        let words = "ab ".repeat(size);
        let text = |rank: &str| format!("# {rank} Baker\n\n## Plans {words}\n\n- Bakes {words}\n");
        ladder(&roles([text("Junior"), text("Senior"), format!("# Staff Baker {words}\n")]))
    };
    assert_grows_slowly("compare", |size| {
        let ladder = long(size);
        Box::new(move || {
            let sides = [0, 1].map(|role| Subject::Role(RoleId(role)));
            assert!(!compare(&ladder, sides[0], sides[1]).topics.is_empty());
        })
    });
    assert_grows_slowly("check", |size| {
        let ladder = long(size);
        Box::new(move || drop(check(&ladder, &Switches::default())))
    });
}

#[test]
fn the_texts_of_huge_roles_are_not_compared_with_each_other() {
    assert_grows_slowly("compare", |size| {
        let word = |number: usize| {
            number.to_string().bytes().map(|it| char::from(it + 49)).collect::<String>()
        };
        let words = |at: usize| [at, at * 7919 % 104_729, at * 31 % 977].map(word).join(" ");
        let text = |rank: &str, verb: &str| {
            let items = (0..3 * size).map(|at| format!("- {verb} the bread {}\n", words(at)));
            format!("# {rank} Baker\n\n## Scope\n\n{}", items.collect::<String>())
        };
        let (one, other) = (text("Junior", "Bakes"), text("Senior", "Plans"));
        let ladder = ladder(&roles([one, other, "# Staff Baker\n".to_owned()]));
        Box::new(move || {
            let sides = [0, 1].map(|role| Subject::Role(RoleId(role)));
            let topics = compare(&ladder, sides[0], sides[1]).topics;
            let pairs = topics.iter().flat_map(|topic| &topic.pairs);
            let both = pairs.filter(|pair| pair.left.is_some() && pair.right.is_some()).count();
            assert!(both > 29 * size / 10, "{both} of {} pairs", 3 * size);
        })
    });
}

#[test]
fn what_many_roles_share_is_not_counted_for_each_role() {
    assert_grows_slowly("check", |size| {
        let role = |at: usize| {
            let next = format!("[the next]({}.md#scope)", (at + 1) % size);
            let items = "- Keeps the build of every own service green\n- **Team size**: 5 people\n";
            let text = format!("# Engineer {at}\n\n## Scope\n\n{items}- Reads {next}\n");
            Source::new(format!("{at}.md"), text)
        };
        let ladder = ladder(&(0..size).map(role).collect::<Vec<_>>());
        assert!(ladder.roles.len() > size / 2);
        Box::new(move || drop(check(&ladder, &Switches::default())))
    });
}

#[test]
fn aliases_are_not_searched_for_each_alias() {
    assert_grows_slowly("load", |size| {
        let name = |at: usize| match at % 3 {
            0 => "Senior Baker".to_owned(),
            1 => format!("Nobody {at}"),
            _ => format!("alias {}", at - 2),
        };
        let aliases = (0..size).map(|at| format!("  alias {at}: {}\n", name(at)));
        let mut sources = vec![
            Source::new("1-junior.md", "# Junior Baker\n\n- Bakes bread.\n"),
            Source::new("2-senior.md", "# Senior Baker\n\n- Plans the week.\n"),
        ];
        sources
            .push(Source::new("ladder.yml", format!("aliases:\n{}", aliases.collect::<String>())));
        Box::new(move || {
            let aliases =
                ladder(&sources).roles.iter().map(|role| role.aliases.len()).sum::<usize>();
            assert_eq!(aliases, size - (size + 1) / 3, "all but those of nobody");
        })
    });
}

#[test]
fn keys_of_front_matter_are_not_looked_for_in_the_file() {
    for key in ["key", "label"] {
        assert_grows_slowly("load", |size| {
            let number = |at: usize| if key == "key" { at.to_string() } else { String::new() };
            let keys: String =
                (0..10 * size).map(|at| format!("{key}{}: {at}\n", number(at))).collect();
            let source = Source::new("a.md", format!("---\n{keys}---\n# Baker\n"));
            Box::new(move || assert_eq!(ladder(std::slice::from_ref(&source)).roles.len(), 1))
        });
    }
}

#[test]
fn a_chart_has_a_limit_and_is_sorted_in_one_pass() {
    assert_grows_slowly("load", |size| {
        let sides = |letter: char| -> Vec<String> {
            (0..size / 5).map(|at| format!("{letter}{at}")).collect()
        };
        let (from, to) = (sides('a').join(" & "), sides('b').join(" & "));
        let chain: String = (0..size).map(|at| format!("c{at} --> c{}\n", at + 1)).collect();
        let text = format!("# Baker\n\n```mermaid\ngraph TD\n{chain}{from} --> {to}\n```\n");
        let source = Source::new("a.md", text);
        Box::new(move || assert_eq!(ladder(std::slice::from_ref(&source)).roles.len(), 1))
    });
}
