//! A ladder and an older version of it, read out of a git repository.

use std::fs;
use std::path::Path;
use tempfile::TempDir;

use insta::assert_snapshot;
use rungs::content;
use serde_json::Value;

use crate::support::bakery::{
    ALL, BAKER, HEAD, THEN, bakeries, commit, git, repository, rungs, today,
};
use crate::support::program::{output, program, write};

const SINCE: [&str; 5] = ["--ladder", "ladder", "compare", "--since", "v1"];

#[test]
fn since_a_revision_is_against_its_files() {
    let Some(folder) = repository() else { return };
    let ladder = folder.path().join("docs/our ladder");
    write(&ladder, THEN);
    commit(folder.path(), "v1");
    today(&ladder);
    commit(folder.path(), "v2");
    let versions = bakeries();
    let wanted = rungs(versions.path(), ALL).fine().replace("(then)", "(v1)");
    let wanted = wanted.replace("compared with then", "since v1").replace("in then", "in v1");
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (place, path) in
        [(folder.path(), "docs/our ladder"), (&ladder, "."), (&*ladder.join(".."), "our ladder")]
    {
        let got = rungs(place, &["--ladder", path, "compare", "--since", "v1"]).fine();
        let folder = if path == "." { String::new() } else { format!("{path}/") };
        let wanted = wanted.replace("(then/apprentice.md:4)", "(now/apprentice.md:4 in v1)");
        let wanted = wanted.replace("(now/", &format!("({folder}"));
        assert_eq!(squeezed(&got), squeezed(&wanted));
    }
    let commit = git(folder.path(), &["rev-parse", "v1^{commit}"]);
    let since = |revision: &str| {
        let arguments =
            ["compare", "baker", "--since", revision, "--format", "json", "--ladder", "."];
        serde_json::from_str::<Value>(&rungs(&ladder, &arguments).fine()).unwrap()
    };
    for revision in ["v1", "HEAD~1", &commit, &commit[..10]] {
        assert_eq!(since(revision)["left"]["commit"], commit.as_str());
        assert_eq!(since(revision)["left"]["version"], revision);
        assert_eq!(since(revision)["summary"]["changed"], 2);
    }
    // What is not committed counts as now.
    assert_eq!(since("HEAD")["summary"]["changed"], 0);
    write(&ladder, &[("baker.md", BAKER)]);
    assert_eq!(since("HEAD")["summary"]["changed"], 2);
    assert_eq!(since("v1")["summary"]["changed"], 0);
    // One file.
    let lone = rungs(
        &ladder,
        &["--ladder", "baker.md", "compare", "baker", "--since", "v2", "--only-differences"],
    );
    assert!(lone.fine().contains("Mixes eight doughs a day"));
}

#[test]
fn what_git_cannot_give_is_said() {
    let Some(folder) = repository() else { return };
    let ladder = folder.path().join("ladder");
    write(folder.path(), &[("README.txt", "Bakery")]);
    commit(folder.path(), "v0");
    write(&ladder, THEN);
    commit(folder.path(), "v1");
    let refused = |revision: &str| {
        rungs(folder.path(), &["--ladder", "ladder", "compare", "--since", revision]).refused()
    };
    assert_snapshot!(refused("v9"), @"rungs: there is no revision `v9` in the repository; name a tag, a branch or a commit");
    assert_snapshot!(refused("v0"), @"rungs: there is no document at `ladder` in the revision `v0`");
    assert_snapshot!(refused("v0:README.txt"), @"rungs: there is no revision `v0:README.txt` in the repository; name a tag, a branch or a commit");
    // What looks like an option is a revision that is not there.
    for revision in [
        "",
        "--help",
        "-n1",
        "--output=x",
        "--all",
        "--end-of-options",
        "a\nb",
        "..",
        "^v1",
        "v0 v1",
    ] {
        let refused = refused(revision);
        assert!(refused.contains("there is no revision"), "{revision}: {refused}");
    }
    assert!(!folder.path().join("x").exists());
    let lone = ["--ladder", "ladder/head.md", "compare", "--since", "v0"];
    assert_snapshot!(rungs(folder.path(), &lone).refused(), @"rungs: there is no document at `ladder/head.md` in the revision `v0`");
    // Without a ladder to be found, none stands in for it.
    let nothing = TempDir::new().unwrap();
    let since = ["compare", "--since", "v1"];
    assert_snapshot!(rungs(nothing.path(), &since).refused(), @"rungs: `.` has no document: there is no Markdown file (*.md, *.markdown, *.mdx) in it; name another folder, or make a ladder with `rungs init DIR`");
    let elsewhere = bakeries();
    let outside = ["--ladder", "now", "compare", "--since", "v1"];
    assert_snapshot!(rungs(elsewhere.path(), &outside).refused(), @"rungs: `now` is not in a git repository; name a folder that holds the older version (on the command line `--against DIR`)");
    let mut without = program(folder.path(), &SINCE);
    without.env("PATH", elsewhere.path());
    assert!(output(without).refused().contains("cannot run git"));
}

#[test]
fn the_rules_of_the_disk_hold_in_a_revision() {
    let Some(folder) = repository() else { return };
    let ladder = folder.path().join("ladder");
    write(&ladder, THEN);
    write(
        &ladder,
        &[
            ("ladder.yml", "ignore: [notes.md]\n"),
            ("notes.md", "# Senior Baker\n\n## Scope\n\n- A note\n"),
            (".hidden/spy.md", "# Spy\n\n## Scope\n\n- Watches\n"),
            (".gitignore", "drafts/\n"),
            ("drafts/chef.md", "# Chef\n\n## Scope\n\n- A draft\n"),
            ("guide.txt", "no document"),
            ("data/cook.txt", "# Cook\n\n## Scope\n\n- Cooks\n"),
            ("levels.csv", "Level,Skill,Expectation\nL1,Dough,Mixes\nL2,Dough,Plans\n"),
        ],
    );
    write(
        folder.path(),
        &[("outside.md", "# Outsider\n\n## Scope\n\n- Outside\n"), ("retype.yml", "")],
    );
    #[cfg(unix)]
    for (lead, path) in [
        ("../outside.md", "out.md"),
        ("/etc/hostname", "host.md"),
        ("notes.md", "known.md"),
        (".hidden/spy.md", "agent.md"),
        ("nowhere.md", "lost.md"),
        ("loop.md", "loop.md"),
        ("data", "linked"),
        ("linked/cook.txt", "cook.md"),
        ("levels.csv", "more.csv"),
    ] {
        std::os::unix::fs::symlink(lead, ladder.join(path)).unwrap();
    }
    commit(folder.path(), "v1");
    let then = content::load_revision(&ladder, "v1").unwrap().0;
    let now = content::load(&ladder).unwrap();
    assert_eq!(then.sources, now.sources);
    assert_eq!(then.ladder, now.ladder);
    let files: Vec<&str> = then.sources.iter().map(|source| source.path.as_str()).collect();
    let mut wanted = vec!["apprentice.md", "baker.md", "head.md", "index.md", "ladder.yml"];
    wanted.extend(["levels.csv", "notes.md"]);
    if cfg!(unix) {
        wanted.insert(0, "agent.md");
        wanted.insert(3, "cook.md");
    }
    assert_eq!(files, wanted);
    // Where everything is ignored, nothing is.
    write(&ladder, &[(".gitignore", "*\n")]);
    commit(folder.path(), "v2");
    let then = content::load_revision(&ladder, "v2").unwrap().0;
    assert_eq!(then.sources, content::load(&ladder).unwrap().sources);
}

/// Writes a tree of these lines.
fn tree(folder: &Path, lines: &str) -> String {
    std::fs::write(folder.join("tree"), lines).unwrap();
    let made = std::process::Command::new("sh")
        .args(["-c", "git mktree < tree"])
        .current_dir(folder)
        .output();
    String::from_utf8(made.unwrap().stdout).unwrap().trim().to_owned()
}

#[test]
fn what_a_small_repository_names_many_times_has_a_limit() {
    let Some(folder) = repository() else { return };
    let ladder = folder.path().join("ladder");
    write(&ladder, &[("00.md", "# Senior Baker\n"), ("01.md", &"\n".repeat(31 << 20))]);
    for i in 2..200 {
        std::fs::hard_link(ladder.join("01.md"), ladder.join(format!("{i:03}.md"))).unwrap();
    }
    // Git would read every one of them to add it: the tree is written with the same blob for all.
    let blob = |file: &str| git(&ladder, &["hash-object", "-w", file]);
    let (first, many) = (blob("00.md"), blob("01.md"));
    let rest = (2..200).map(|i| format!("100644 blob {many}\t{i:03}.md\n")).collect::<String>();
    let all = format!("100644 blob {first}\t00.md\n100644 blob {many}\t01.md\n{rest}");
    let inner = tree(folder.path(), &all);
    let outer = tree(folder.path(), &format!("040000 tree {inner}\tladder\n"));
    let made = git(folder.path(), &["commit-tree", "-m", "bomb", &outer]);
    let (then, now) =
        (content::load_revision(&ladder, &made).unwrap().0, content::load(&ladder).unwrap());
    assert_eq!(then.findings, now.findings);
    assert!(then.findings.iter().any(|found| found.code == "too-many-documents"));
    assert_eq!(then.sources.len(), 5);
}

/// A repository in which every folder is the same ten folders: a few objects name ten billion files.
#[test]
fn a_repository_that_names_files_without_end_has_a_limit() {
    let Some(folder) = repository() else { return };
    write(folder.path(), &[("x.txt", "no document")]);
    commit(folder.path(), "v0");
    std::fs::write(folder.path().join("l1.md"), "# Senior Baker\n\n- Bakes\n").unwrap();
    let document = git(folder.path(), &["hash-object", "-w", "l1.md"]);
    let mut inner = git(folder.path(), &["rev-parse", "v0^{tree}"]);
    // Long names reach the limit of the list sooner than many names that of the files.
    let long = "x".repeat(200);
    for depth in 0..9 {
        let document = format!("100644 blob {document}\t!{depth}.md\n");
        let folders = (0..10).map(|i| format!("040000 tree {inner}\t{i}{long}\n"));
        let lines: String =
            std::iter::once(document).filter(|_| depth == 8).chain(folders).collect();
        inner = tree(folder.path(), &lines);
    }
    let made = git(folder.path(), &["commit-tree", "-m", "bomb", &inner]);
    let then = content::load_revision(folder.path(), &made).unwrap().0;
    let first = then.findings.iter().find(|found| found.code == "too-many-documents").unwrap();
    assert!(first.message.starts_with("reading stopped here"), "{}", first.message);
}

#[cfg(unix)]
#[test]
fn ignore_files_of_a_revision_have_the_limits_of_the_disk() {
    let Some(folder) = repository() else { return };
    let large = "x\n".repeat(40_000);
    write(
        folder.path(),
        &[("l1.md", "# Senior Baker\n"), (".gitignore", &large), ("rules", "*\n")],
    );
    std::os::unix::fs::symlink("rules", folder.path().join(".ignore")).unwrap();
    commit(folder.path(), "v1");
    let (then, now) = (
        content::load_revision(folder.path(), "v1").unwrap().0,
        content::load(folder.path()).unwrap(),
    );
    let unused = |loaded: &content::Loaded| -> Vec<String> {
        loaded
            .findings
            .iter()
            .filter(|it| it.code == "unreadable")
            .map(content::Finding::render)
            .collect()
    };
    assert_eq!((unused(&then).len(), &unused(&then)), (2, &unused(&now)));
}

#[test]
fn a_repository_runs_nothing_of_its_own() {
    let Some(folder) = repository() else { return };
    let (ladder, trap) = (folder.path().join("ladder"), folder.path().join("trap"));
    write(&ladder, THEN);
    commit(folder.path(), "v1");
    write(folder.path(), &[("evil", &format!("#!/bin/sh\ntouch '{}'\ncat\n", trap.display()))]);
    let evil = folder.path().join("evil");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&evil, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let evil = evil.display().to_string();
    write(&ladder, &[(".gitattributes", "*.md filter=evil diff=evil\n")]);
    commit(folder.path(), "v2");
    for name in [
        "core.fsmonitor",
        "core.pager",
        "core.editor",
        "core.sshCommand",
        "core.askPass",
        "filter.evil.smudge",
        "filter.evil.clean",
        "filter.evil.process",
        "diff.evil.textconv",
        "diff.evil.command",
        "diff.external",
        "alias.ls-tree",
        "pager.cat-file",
        "uploadpack.packObjectsHook",
        "credential.helper",
    ] {
        git(folder.path(), &["config", name, &evil]);
    }
    let hooks = folder.path().join("hooks");
    for hook in
        ["post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"]
    {
        write(&hooks, &[(hook, "")]);
        fs::copy(folder.path().join("evil"), hooks.join(hook)).unwrap();
    }
    git(folder.path(), &["config", "core.hooksPath", &hooks.display().to_string()]);
    assert!(rungs(folder.path(), &SINCE).fine().contains("Nothing changed"));
    assert!(!trap.exists());
}

#[test]
fn a_blob_that_steers_the_terminal_does_not() {
    let Some(folder) = repository() else { return };
    let ladder = folder.path().join("ladder");
    write(&ladder, THEN);
    write(&ladder, &[("head.md", &HEAD.replace("Plans", "\u{1b}[31mPlans &#27;[0m"))]);
    commit(folder.path(), "v1");
    write(&ladder, &[("head.md", HEAD)]);
    for format in ["text", "markdown", "json", "html"] {
        let arguments = [&SINCE[..], &["--format", format]].concat();
        let printed = rungs(folder.path(), &arguments).fine();
        assert!(printed.contains("Plans"));
        assert!(!printed.contains(|c: char| c.is_control() && c != '\n'));
    }
}

/// A clone without the contents of its files whose repository says to fetch them by a program, and
/// the file that the program would make.
#[cfg(unix)]
fn trap(folder: &std::path::Path) -> (std::path::PathBuf, std::path::PathBuf) {
    let (whole, part, trap) = (folder.join("whole"), folder.join("part"), folder.join("trap"));
    write(&whole.join("ladder"), &[("baker.md", BAKER)]);
    git(&whole, &["init", "-q"]);
    git(&whole, &["config", "uploadpack.allowFilter", "true"]);
    commit(&whole, "v1");
    write(&whole.join("ladder"), &[("baker.md", &BAKER.replace("six", "ten"))]);
    commit(&whole, "v2");
    let from = format!("file://{}", whole.display());
    git(folder, &["clone", "-q", "--filter=blob:none", &from, "part"]);
    let program = format!("ext::sh -c touch% {}", trap.display());
    git(&part, &["config", "remote.origin.url", &program]);
    git(&part, &["config", "protocol.ext.allow", "always"]);
    (part, trap)
}

#[cfg(unix)]
#[test]
fn nothing_that_is_not_here_is_fetched() {
    let Some(folder) = repository() else { return };
    let (part, trap) = trap(folder.path());
    assert_snapshot!(rungs(&part, &SINCE).refused(), @"rungs: the content of `baker.md` (object 28241e48803fbf560fb127951529e4ebd550304a) is missing from this repository, which is a partial clone; `git diff --stat REVISION` fetches what a revision needs");
    assert!(!trap.exists());
}

#[cfg(unix)]
#[test]
fn an_old_git_that_would_fetch_may_not() {
    use std::os::unix::fs::PermissionsExt;
    let Some(folder) = repository() else { return };
    let (part, trap) = trap(folder.path());
    let path = std::env::var("PATH").unwrap();
    // Old versions do not know the variable that forbids it.
    let old = format!("#!/bin/sh\nunset GIT_NO_LAZY_FETCH\nPATH='{path}' exec git \"$@\"\n");
    write(folder.path(), &[("bin/git", &old)]);
    let old = folder.path().join("bin/git");
    fs::set_permissions(&old, fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = program(&part, &SINCE);
    command.env("PATH", format!("{}:{path}", folder.path().join("bin").display()));
    let said = output(command).refused();
    assert!(said.contains("git cannot read the repository"), "{said}");
    assert!(!trap.exists());
}

#[test]
fn a_damaged_repository_is_said_to_be_damaged() {
    let Some(folder) = repository() else { return };
    write(&folder.path().join("ladder"), THEN);
    commit(folder.path(), "v1");
    git(folder.path(), &["tag", "-a", "-m", "of v1", "annotated", "v1"]);
    let id = |object: &str| git(folder.path(), &["rev-parse", object]);
    let file = |id: &str| folder.path().join(".git/objects").join(&id[..2]).join(&id[2..]);
    for (object, name) in [
        ("v1:ladder/baker.md", "the content of `baker.md`"),
        ("v1:ladder", "not a tree object|inflate|is empty"),
        ("v1^{tree}", "the folder of the commit COMMIT"),
        ("v1^{commit}", "of `v1`"),
    ] {
        let (id, commit) = (id(object), id("v1^{commit}"));
        let whole = fs::read(file(&id)).unwrap();
        for damaged in [None, Some(&b""[..]), Some(b"junk")] {
            fs::remove_file(file(&id)).unwrap();
            damaged.into_iter().for_each(|bytes| fs::write(file(&id), bytes).unwrap());
            let mut revisions = vec!["v1"];
            revisions.extend((object == "v1^{commit}").then_some("annotated"));
            for revision in revisions {
                let arguments = ["--ladder", "ladder", "compare", "--since", revision];
                let said = rungs(folder.path(), &arguments).refused();
                let name = name.replace("COMMIT", &commit).replace("v1`", &format!("{revision}`"));
                let is_named = name.split('|').any(|name| said.contains(name));
                assert!(is_named && said.contains("`git fsck`"), "{object}: {said}");
            }
            let _ = fs::remove_file(file(&id));
            fs::write(file(&id), &whole).unwrap();
        }
    }
    assert!(rungs(folder.path(), &SINCE).fine().contains("Nothing changed"));
}

#[cfg(unix)]
#[test]
fn git_is_not_looked_for_in_the_current_folder() {
    use std::os::unix::fs::PermissionsExt;
    let Some(folder) = repository() else { return };
    write(&folder.path().join("ladder"), THEN);
    commit(folder.path(), "v1");
    write(
        folder.path(),
        &[("git", "#!/bin/sh\ntouch ran\n"), ("bin/git", "#!/bin/sh\ntouch ran\n")],
    );
    for git in ["git", "bin/git"] {
        let git = folder.path().join(git);
        fs::set_permissions(&git, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let path = std::env::var("PATH").unwrap();
    for first in ["", ".", "bin", "./bin"] {
        let mut command = program(folder.path(), &SINCE);
        command.env("PATH", format!("{first}:{path}"));
        assert!(output(command).fine().contains("Nothing changed"), "{first}");
    }
    assert!(!folder.path().join("ran").exists());
}

#[test]
fn the_environment_of_another_repository_does_not_count() {
    let Some(folder) = repository() else { return };
    let ladder = folder.path().join("ladder");
    write(&ladder, THEN);
    commit(folder.path(), "v1");
    for name in [
        "GIT_DIR",
        "GIT_COMMON_DIR",
        "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_SHALLOW_FILE",
        "GIT_GLOB_PATHSPECS",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_ICASE_PATHSPECS",
    ] {
        let mut command = program(folder.path(), &SINCE);
        command.env(name, "1");
        assert!(output(command).fine().contains("Nothing changed"), "{name}");
    }
}
