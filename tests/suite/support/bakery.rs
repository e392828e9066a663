//! A ladder in two versions, in folders and in a git repository, and rungs run on them.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::program::{Output, output, program, write};

pub(crate) fn rungs(folder: &Path, arguments: &[&str]) -> Output {
    output(program(folder, arguments))
}

pub(crate) const APPRENTICE: &str =
    "---\norder: 1\n---\n# Apprentice\n\n## Dough\n\n- Mixes two doughs a day\n";

pub(crate) const BAKER: &str = "---\norder: 2\n---\n# Baker\n\nKeeps the shop in bread.\n\n## Dough\n\n- Mixes six doughs a day\n- Weighs flour to the gram\n\n## Ovens\n\n- Watches one oven\n";

pub(crate) const HEAD: &str =
    "---\norder: 3\n---\n# Head Baker\n\n## Team\n\n- Leads three bakers\n- Plans the week\n";

/// The bakery as it was.
pub(crate) const THEN: &[(&str, &str)] = &[
    ("index.md", "# Bakery\n"),
    ("apprentice.md", APPRENTICE),
    ("baker.md", BAKER),
    ("head.md", HEAD),
];

/// Puts the bakery of today where the old one was.
pub(crate) fn today(folder: &Path) {
    write(
        folder,
        &[
            (
                "baker.md",
                &BAKER.replace("six doughs", "eight doughs").replace("one oven", "two ovens"),
            ),
            ("owner.md", "---\norder: 4\n---\n# Owner\n\n## Money\n\n- Pays the rent\n"),
            ("head.md", &HEAD.replace("# Head Baker", "# Master Baker")),
        ],
    );
    fs::remove_file(folder.join("apprentice.md")).unwrap();
}

/// The bakery as it was in `then`, and as it is in `now`.
pub(crate) fn bakeries() -> TempDir {
    let folder = TempDir::new().unwrap();
    for version in ["then", "now"] {
        write(&folder.path().join(version), THEN);
    }
    today(&folder.path().join("now"));
    folder
}

/// A repository, or `None` with a message where there is no git.
pub(crate) fn repository() -> Option<TempDir> {
    let folder = TempDir::new().unwrap();
    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("skipped: there is no git");
        return None;
    }
    git(folder.path(), &["init", "-q"]);
    Some(folder)
}

#[track_caller]
pub(crate) fn git(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=t", "-c", "user.email=t@example.org", "-C"]).arg(folder);
    command.args(arguments).env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", folder);
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(name);
    }
    let ran = output(command);
    assert_eq!(ran.status, 0, "{arguments:?}: {}", ran.stderr);
    ran.stdout.trim().to_owned()
}

pub(crate) fn commit(folder: &Path, tag: &str) {
    git(folder, &["add", "-A", "-f"]);
    git(folder, &["commit", "-q", "-m", tag]);
    git(folder, &["tag", tag]);
}

pub(crate) const ALL: &[&str] = &["--ladder", "now", "compare", "--against", "then"];
