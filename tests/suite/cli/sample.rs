//! The sample page beside the repository.

use std::path::Path;

use serde_json::Value;

use super::values::{list, string};
use super::whole::keeps_its_promise;
use crate::support::program::run;

#[test]
fn the_sample_page_has_what_it_holds() {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds/director.md");
    if !Path::new(sample).exists() {
        println!("skipped: {sample} is not there");
        return;
    }
    let json = run(["list", "--format", "json", "--ladder", sample]).json();
    let roles = list(&json["tracks"][0]["roles"]);
    let [role] = roles else { panic!("{} roles", roles.len()) };
    let counts = ["sections", "tables", "items"].map(|key| role[key].as_u64().unwrap());
    assert_eq!((string(&role["label"]), counts), ("Director", [28, 5, 69]));
    let [vp] = list(&json["counterparts"]) else { panic!("{}", json["counterparts"]) };
    assert_eq!((string(&vp["name"]), list(&vp["known_from"]).len()), ("VP", 4));
    let shown = run(["show", "director", "--format", "json", "--ladder", sample]).json();
    assert_eq!(shown["front_matter"]["order"], 2002);
    let compared =
        run(["compare", "director", "vp", "--format", "json", "--ladder", sample]).json();
    let mut pairs = Vec::new();
    for topic in list(&compared["topics"]) {
        let both = |pair: &&Value| !pair["left"].is_null() && !pair["right"].is_null();
        pairs.extend(list(&topic["pairs"]).iter().filter(both));
    }
    assert_eq!(pairs.len(), 27);
    assert!(pairs.iter().all(|pair| pair["left"]["line"] == pair["right"]["line"]));
    let text = run(["compare", "director", "vp", "--width", "100", "--ladder", sample]).fine();
    assert!(text.trim_start().starts_with("< Director"), "{text}");
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    keeps_its_promise(&seeds, &compared, [Some(&shown), None]);
}
