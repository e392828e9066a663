//! Data files that belong to a tool: their contents are not part of a ladder.

/// Whole names, in lower case and sorted.
const NAMES: [&str; 40] = [
    "angular.json",
    "app.json",
    "appsettings.json",
    "biome.json",
    "book.toml",
    "bower.json",
    "cargo.toml",
    "clippy.toml",
    "composer.json",
    "deno.json",
    "deny.toml",
    "devcontainer.json",
    "docker-compose.yaml",
    "docker-compose.yml",
    "firebase.json",
    "gopkg.toml",
    "lerna.json",
    "manifest.json",
    "metadata.json",
    "netlify.toml",
    "now.json",
    "nx.json",
    "package.json",
    "pnpm-workspace.yaml",
    "poetry.toml",
    "pyproject.toml",
    "renovate.json",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "schema.json",
    "settings.json",
    "site.webmanifest.json",
    "staticwebapp.config.json",
    "tasks.json",
    "turbo.json",
    "typos.toml",
    "uv.toml",
    "vercel.json",
    "workspace.json",
    "wrangler.toml",
];

/// Beginnings or ends of other names: "tsconfig.build.json", "package-lock.json",
/// "prettier.config.json", "level.schema.json".
const BEGINNINGS: [&str; 2] = ["tsconfig", "jsconfig"];
const ENDS: [&str; 8] = [
    "-lock.json",
    "-lock.yaml",
    ".config.json",
    ".lock.json",
    ".schema.json",
    ".min.json",
    ".map.json",
    "rc.json",
];

/// Whether a data file belongs to a tool, going by its name.
pub(crate) fn is_tools(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    NAMES.binary_search(&name.as_str()).is_ok()
        || BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
        || ENDS.iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tools_are_told_from_ladders() {
        assert!(NAMES.is_sorted());
        for name in ["package.json", "a/Cargo.toml", "tsconfig.build.json", "x/package-lock.json"] {
            assert!(is_tools(name), "{name}");
        }
        for name in ["levels.json", "ladder.toml", "roles/config.yml", "mkdocs.yml"] {
            assert!(!is_tools(name), "{name}");
        }
    }
}
