//! External links.

/// The schemes that may be opened: the browser gets no other target of a document.
const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

/// Whether a link's target may be handed to the browser.
pub(crate) fn may_open(target: &str) -> bool {
    let lower = target.to_ascii_lowercase();
    SCHEMES.iter().any(|scheme| lower.starts_with(scheme))
        && !target.contains(|c: char| c.is_control() || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_addresses_are_opened() {
        for target in ["https://example.org/a?b=c#d", "HTTP://example.org", "mailto:a@example.org"]
        {
            assert!(may_open(target), "{target}");
        }
        for target in [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "../../etc/passwd",
            "/bin/sh",
            "https://example.org/ -x",
            "https://example.org/\u{1b}[31m",
            "",
        ] {
            assert!(!may_open(target), "{target}");
        }
    }
}
