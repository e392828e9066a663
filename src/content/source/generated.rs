//! Folders of dependencies and build output. People do not write ladders in them, and they can have more
//! files than everything that people wrote.

/// Folders that are always generated.
const ALWAYS: [&str; 8] = [
    "__pycache__",
    "_site",
    "bower_components",
    "jspm_packages",
    "node_modules",
    "site-packages",
    "venv",
    "virtualenv",
];

/// Folders that are generated if a file of a tool is next to them.
const BESIDE: [(&str, &[&str]); 9] = [
    ("_build", &["conf.py", "Makefile", "mix.exs", "dune-project"]),
    (
        "build",
        &[
            "package.json",
            "build.gradle",
            "build.gradle.kts",
            "CMakeLists.txt",
            "setup.py",
            "pyproject.toml",
        ],
    ),
    ("coverage", &["package.json"]),
    ("dist", &["package.json", "setup.py", "pyproject.toml"]),
    ("out", &["package.json", "next.config.js"]),
    ("public", &["hugo.toml", "hugo.yaml", "hugo.yml", "config.toml", "gatsby-config.js"]),
    ("site", &["mkdocs.yml", "mkdocs.yaml"]),
    ("target", &["Cargo.toml", "pom.xml", "build.sbt"]),
    ("vendor", &["composer.json", "go.mod", "Gemfile", "Cargo.toml", "package.json"]),
];

/// Files that mark their folder as generated.
const INSIDE: [&str; 2] = ["CACHEDIR.TAG", "pyvenv.cfg"];

/// The message about such a folder.
pub(crate) const RULE: &str =
    "a folder of dependencies or build output is not read; open it as the ladder to read it";

/// Whether a folder is generated, going by its name and the files around it; `has` looks up a file.
pub(crate) fn is_generated(folder: &str, has: &dyn Fn(&str) -> bool) -> bool {
    let (around, name) = folder.rsplit_once('/').unwrap_or(("", folder));
    let beside = |file: &&str| match around {
        "" => has(file),
        around => has(&format!("{around}/{file}")),
    };
    let made = BESIDE.iter().find(|(known, _)| *known == name);
    ALWAYS.contains(&name)
        || made.is_some_and(|(_, files)| files.iter().any(beside))
        || INSIDE.iter().any(|file| has(&format!("{folder}/{file}")))
}

/// Whether a file is in such a folder.
pub(crate) fn is_inside(file: &str, has: &dyn Fn(&str) -> bool) -> bool {
    file.match_indices('/').any(|(end, _)| is_generated(&file[..end], has))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_is_told_by_what_it_is_built_of() {
        let has = |file: &str| ["a/Cargo.toml", "b/CACHEDIR.TAG", "package.json"].contains(&file);
        for file in ["a/target/x.md", "b/x.md", "dist/x.md", "c/node_modules/d/x.md"] {
            assert!(is_inside(file, &has), "{file}");
        }
        for file in ["target/x.md", "a/dist/x.md", "roles/build/x.md", "vendors/x.md", "dist"] {
            assert!(!is_inside(file, &has), "{file}");
        }
    }
}
