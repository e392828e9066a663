//! No file outside of a ladder is read, whatever links there are in it.

use std::fs;
use std::os::unix::fs::symlink;

use proptest::prelude::*;
use rungs::content;

/// A word that only files outside of the ladder have.
const SECRET: &str = "xylograph";

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_link_leads_out(
        links in prop::collection::vec(
            (
                prop::sample::select(vec![
                    "a", "b", "inner/a", "b.md", "inner/c.md", "d.yml", ".gitignore", ".ignore",
                    "inner/.gitignore", "ladder.yml", "e.html", "inner/README.md",
                ]),
                prop::sample::select(vec![
                    ".", "..", "../..", "../outside", "../../outside", "../outside/secret.md",
                    "../../outside/secret.md", "a", "inner", "../inner", "b.md", "own.md",
                    "a/secret.md", "inner/a/secret.md", "/etc/hostname", "nowhere",
                ]),
            ),
            0..8,
        ),
    ) {
        let around = tempfile::tempdir().unwrap();
        let (ladder, outside) = (around.path().join("ladder"), around.path().join("outside"));
        fs::create_dir_all(ladder.join("inner")).unwrap();
        fs::create_dir(&outside).unwrap();
        fs::write(ladder.join("own.md"), "# Baker\n").unwrap();
        fs::write(outside.join("secret.md"), format!("# {SECRET}\n")).unwrap();
        for (name, target) in links {
            // The second link of a name is refused.
            let _ = symlink(target, ladder.join(name));
        }
        let loaded = content::load(&ladder).unwrap();
        prop_assert!(loaded.ladder.documents().any(|(_, document)| document.title == "Baker"));
        let read = format!("{loaded:?}");
        prop_assert!(!read.contains(SECRET));
    }
}
