//! Loading from a disk: what is read, what is refused, what is reported.

use std::fs;
use std::path::Path;

use rungs::content::{self, Loaded};

use crate::support::ladders::load;

/// A folder with files; those whose path ends in `/` are folders.
fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn files(loaded: &Loaded) -> Vec<&str> {
    loaded.ladder.documents().map(|(_, document)| document.file.as_str()).collect()
}

/// The codes, files and lines of what was found wrong.
fn found(loaded: &Loaded) -> Vec<(&str, &str, usize)> {
    let found = loaded.findings.iter();
    found.map(|found| (found.code, found.file.as_str(), found.line)).collect()
}

#[test]
fn documents_of_a_folder_are_read_and_others_left() {
    let folder = folder(&[
        ("l10.md", b"# L10\n"),
        ("L2.MARKDOWN", b"# L2\n"),
        ("a/l1.mdx", b"# L1\n"),
        (".hidden/l3.md", b"# L3\n"),
        (".l4.md", b"# L4\n"),
        ("l5.txt", b"# L5\n"),
        ("skipped/l6.md", b"# L6\n"),
        (".gitignore", b"skipped/\n"),
    ]);
    let loaded = load(folder.path());
    assert_eq!(files(&loaded), ["a/l1.mdx", "L2.MARKDOWN", "l10.md"]);
    assert_eq!(loaded.root.as_deref(), Some(folder.path()));
    assert_eq!(found(&loaded), []);
}

#[test]
fn a_ladder_that_is_ignored_whole_is_read_all_the_same() {
    let folder = folder(&[("l1.md", b"# L1\n"), (".gitignore", b"*\n")]);
    assert_eq!(files(&load(folder.path())), ["l1.md"]);
}

#[test]
fn dependencies_and_what_was_built_are_left_out_with_a_word() {
    let folder = folder(&[
        ("l1.md", b"# L1\n"),
        ("web/package.json", b"{}"),
        ("web/node_modules/x/README.md", b"# L2\n"),
        ("web/dist/l3.html", b"<h1>L3</h1> some more words of text"),
        ("web/build.md", b"# L4\n"),
        ("build/l5.md", b"# L5\n"),
        (".dots/l6.md", b"# L6\n"),
    ]);
    let loaded = load(folder.path());
    assert_eq!(files(&loaded), ["build/l5.md", "l1.md", "web/build.md"]);
    let explained = loaded.explanations.iter().filter(|it| it.became == "nothing");
    let explained: Vec<&str> = explained.map(|it| it.file.as_str()).collect();
    assert_eq!(explained, ["web/dist/", "web/node_modules/"]);
    // What was named outright is read whatever it is.
    assert_eq!(files(&load(&folder.path().join("web/node_modules/x"))), ["README.md"]);
    assert_eq!(files(&load(&folder.path().join(".dots"))), ["l6.md"]);
    fs::remove_file(folder.path().join("web/build.md")).unwrap();
    check_refused(
        &folder.path().join("web"),
        "among the 1 file in it, 2 folders of dependencies or build output not read (dist)",
    );
}

#[test]
fn a_lone_file_is_a_ladder() {
    let folder = folder(&[("lead.md", b"# Lead\n[x](other.md)\n"), ("other.md", b"# Other\n")]);
    let loaded = load(&folder.path().join("lead.md"));
    assert_eq!((files(&loaded), found(&loaded)), (vec!["lead.md"], vec![]));
    assert_eq!(loaded.root.as_deref(), Some(folder.path()));
}

#[test]
fn retype_above_turns_order_round() {
    let files: [(&str, &[u8]); 3] = [
        ("docs/roles/a-engineer.md", b"---\norder: 1\n---\n"),
        ("docs/roles/b-engineer.md", b"---\norder: 2\n---\n"),
        ("retype.yml", b""),
    ];
    let folder = folder(&files);
    let loaded = load(&folder.path().join("docs"));
    let titles = loaded.ladder.roles.iter().map(|role| role.document.title.as_str());
    assert_eq!(titles.collect::<Vec<_>>(), ["B Engineer", "A Engineer"]);
}

#[test]
fn faults_of_files_are_reported_and_the_rest_loads() {
    let folder = folder(&[
        ("a.md", b"# Lead\n\nna\xFFve\n"),
        ("b.md", b""),
        ("c.md", b"---\ntitle: [\n---\n"),
        ("d.md", b"# VP\n"),
    ]);
    let loaded = load(folder.path());
    assert_eq!(files(&loaded), ["a.md", "d.md", "c.md"]);
    let want = [
        ("not-utf-8", "a.md", 3),
        ("empty-file", "b.md", 1),
        ("malformed-front-matter", "c.md", 2),
    ];
    assert_eq!(found(&loaded), want);
    assert!(loaded.findings[0].render().contains("3 | na\u{FFFD}ve\n  |   ^"));
}

#[cfg(unix)]
#[test]
fn links_never_lead_out_and_never_loop() {
    use std::os::unix::fs::symlink;
    let outside = folder(&[("secret.md", b"# Secret Engineer\n")]);
    let folder = folder(&[("a/l1.md", b"# L1\n"), (".hidden/l2.md", b"# L2\n")]);
    let link = |target: &Path, name: &str| symlink(target, folder.path().join(name)).unwrap();
    link(&outside.path().join("secret.md"), "out.md");
    link(outside.path(), "outside");
    link(folder.path(), "a/loop");
    link(Path::new("a/l1.md"), "again.md");
    link(Path::new(".hidden/l2.md"), "l2.md");
    link(Path::new("nowhere"), "gone.md");
    let loaded = load(folder.path());
    assert_eq!(files(&loaded), ["a/l1.md", "l2.md"]);
    let want = ["a/loop", "again.md", "gone.md", "out.md", "outside"];
    assert_eq!(found(&loaded), want.map(|file| ("symbolic-link", file, 1)));
    // The root itself may be a link: it was named outright.
    link(&folder.path().join("a"), "b");
    assert_eq!(files(&load(&folder.path().join("b"))), ["l1.md"]);
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_does_not_hang() {
    let folder = folder(&[("l1.md", b"# L1\n")]);
    let pipe = folder.path().join("pipe.md");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if !made.is_ok_and(|status| status.success()) {
        println!("skipped: there is no mkfifo");
        return;
    }
    assert_eq!(files(&load(folder.path())), ["l1.md"]);
    assert!(content::load(&pipe).is_err());
    std::os::unix::fs::symlink("pipe.md", folder.path().join("l2.md")).unwrap();
    assert_eq!(files(&load(folder.path())), ["l1.md"]);
}

/// Makes an ignore file with a command, and checks that it is said not to be used, and that everything is read.
#[cfg(unix)]
#[track_caller]
fn check_unused(name: &str, make: impl Fn(&Path), why: &str) {
    for (place, file) in [("", name.to_owned()), ("a/", format!("a/{name}"))] {
        let folder = folder(&[("l1.md", b"# L1\n"), ("a/l2.md", b"# L2\n")]);
        make(&folder.path().join(place).join(name));
        let loaded = load(folder.path());
        assert_eq!(files(&loaded), ["a/l2.md", "l1.md"], "{why}");
        assert_eq!(found(&loaded), [("unreadable", file.as_str(), 1)]);
        assert!(loaded.findings[0].message.ends_with(why), "{}", loaded.findings[0].message);
        assert!(!content::is_vast(folder.path()));
    }
}

#[cfg(unix)]
#[test]
fn an_ignore_file_that_is_no_small_regular_file_is_not_opened() {
    use std::os::unix::fs::symlink;
    let outside = folder(&[("rules", b"l1.md\n")]);
    let rules = outside.path().join("rules");
    for name in [".gitignore", ".ignore"] {
        check_unused(name, |path| symlink("/dev/zero", path).unwrap(), "it is a symbolic link");
        check_unused(name, |path| symlink(&rules, path).unwrap(), "it is a symbolic link");
        check_unused(name, |path| fs::create_dir(path).unwrap(), "it is a folder");
        let large = |path: &Path| fs::File::create(path).unwrap().set_len(200 << 20).unwrap();
        check_unused(name, large, "it is larger than 64 KiB");
        let pipe = |path: &Path| {
            assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
        };
        check_unused(name, pipe, "it is a device, pipe or socket");
    }
}

#[cfg(unix)]
#[test]
fn ignore_files_above_the_ladder_are_not_opened() {
    let folder = folder(&[("ladder/l1.md", b"# L1\n")]);
    let pipe = folder.path().join(".gitignore");
    assert!(std::process::Command::new("mkfifo").arg(pipe).status().unwrap().success());
    assert_eq!(files(&load(&folder.path().join("ladder"))), ["l1.md"]);
}

#[cfg(unix)]
#[test]
fn an_ignore_file_that_may_not_be_read_is_reported() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("l1.md", b"# L1\n"), (".gitignore", b"x\n")]);
    let path = folder.path().join(".gitignore");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        println!("skipped: this user may read everything");
        return;
    }
    assert_eq!(found(&load(folder.path())), [("unreadable", ".gitignore", 1)]);
}

#[test]
fn the_ignore_rules_of_a_ladder_have_a_limit() {
    let rules = "x\n".repeat(30_000);
    let names: Vec<String> = (0..20).map(|i| format!("{i}/.gitignore")).collect();
    let mut all: Vec<(&str, &[u8])> =
        names.iter().map(|name| (name.as_str(), rules.as_bytes())).collect();
    all.push(("l1.md", b"# L1\n"));
    let folder = folder(&all);
    let loaded = load(folder.path());
    assert_eq!(files(&loaded), ["l1.md"]);
    let unused = found(&loaded).iter().filter(|found| found.0 == "unreadable").count();
    // 17 files of 60,000 bytes are within 1 MiB.
    assert_eq!(unused, 3);
}

/// The message and the file of the first finding about too many documents.
fn too_many(loaded: &Loaded) -> Option<(&str, &str)> {
    let found = loaded.findings.iter().find(|found| found.code == "too-many-documents")?;
    Some((found.file.as_str(), found.message.as_str()))
}

#[test]
fn the_text_of_a_ladder_has_a_limit() {
    let folder = folder(&[("00.md", b"# L1\n"), ("01.md", "\n".repeat(31 << 20).as_bytes())]);
    for i in 2..40 {
        fs::hard_link(folder.path().join("01.md"), folder.path().join(format!("{i:02}.md")))
            .unwrap();
    }
    let loaded = load(folder.path());
    let want = "this document and those after it are not read: the ladder is larger than 128 MiB";
    assert_eq!((files(&loaded), too_many(&loaded)), (vec!["00.md"], Some(("05.md", want))));
}

#[test]
fn a_lone_line_break_of_an_old_mac_counts_as_everywhere() {
    let text = "# Lead\r\r[x](gone.md)\r\n\r\nsee [y](lost.md) \u{2028}\u{9b}31m\r";
    let folder = folder(&[
        ("a.md", text.as_bytes()),
        ("b.md", b"---\norder: \xe2\x80\xa8x\rtitle: B\n---\n# B\n"),
    ]);
    let loaded = load(folder.path());
    let want =
        [("broken-link", "a.md", 3), ("broken-link", "a.md", 5), ("unexpected-value", "b.md", 2)];
    assert_eq!(found(&loaded), want);
    for finding in &loaded.findings {
        let shown = finding.render();
        let steers =
            |c: char| c != '\n' && (c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'));
        assert!(!shown.contains(steers), "{shown:?}");
    }
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_reported() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("l1.md", b"# L1\n"), ("l2.md", b"# L2\n"), ("a/l3.md", b"# L3\n")]);
    let forbid = |name: &str, mode| {
        fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(mode)).unwrap();
    };
    forbid("l2.md", 0o000);
    forbid("a", 0o000);
    if fs::read(folder.path().join("l2.md")).is_ok() {
        println!("skipped: this user may read everything");
        return;
    }
    let loaded = load(folder.path());
    forbid("a", 0o755);
    assert_eq!(files(&loaded), ["l1.md"]);
    assert_eq!(found(&loaded), [("unreadable", "a", 1), ("unreadable", "l2.md", 1)]);
}

#[track_caller]
fn check_refused(path: &Path, want: &str) {
    let error = content::load(path).unwrap_err().to_string();
    assert!(error.contains(want), "{error}");
}

#[test]
fn a_path_without_a_ladder_is_a_clear_error() {
    let folder = folder(&[("a/notes.pdf", b"x"), ("b/l1.md", b" \n"), ("c/l1.yml", b"x: 1\n")]);
    check_refused(&folder.path().join("gone"), "there is no file or folder");
    check_refused(
        &folder.path().join("a"),
        "there is no Markdown file (*.md, *.markdown, *.mdx) among the 1 file in it; name another",
    );
    check_refused(&folder.path().join("b"), "are all empty");
    check_refused(&folder.path().join("b/l1.md"), "the file is empty");
    check_refused(&folder.path().join("c/l1.yml"), "no levels in a known form");
    check_refused(&folder.path().join("a/notes.pdf"), "not a Markdown file");
}

#[test]
fn a_ladder_is_written_only_where_nothing_is() {
    let folder = folder(&[("full/x", b"mine")]);
    let tree = [("a/b.md".to_owned(), b"# B\n".to_vec()), ("c.md".to_owned(), b"# C\n".to_vec())];
    let new = folder.path().join("new/deep");
    let written = content::write_tree(&new, &tree).unwrap();
    assert_eq!(written, [new.join("a/b.md"), new.join("c.md")]);
    assert_eq!(fs::read(new.join("a/b.md")).unwrap(), b"# B\n");
    let again = content::write_tree(&new, &tree).unwrap_err().to_string();
    assert!(again.contains("is not empty"), "{again}");
    let full = content::write_tree(&folder.path().join("full"), &tree).unwrap_err().to_string();
    assert!(full.contains("is not empty"), "{full}");
    let file = content::write_tree(&folder.path().join("full/x"), &tree).unwrap_err().to_string();
    assert!(file.contains("is a file"), "{file}");
    assert_eq!(fs::read(folder.path().join("full/x")).unwrap(), b"mine");
}

#[test]
fn the_built_in_ladder_is_whole_and_written_out_the_same() {
    let built_in = content::built_in();
    assert_eq!(built_in.root, None);
    assert!(built_in.ladder.tracks.len() >= 2 && built_in.ladder.roles.len() >= 12);
    assert_eq!(built_in.findings, []);
    let folder = tempfile::tempdir().unwrap();
    content::write_tree(folder.path(), &content::files_of_built_in()).unwrap();
    let loaded = load(folder.path());
    assert_eq!(loaded.ladder, built_in.ladder);
}
