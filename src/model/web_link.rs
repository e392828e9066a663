//! External links.

/// The schemes that may be opened: the browser gets no other target of a document.
const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

/// Whether a link's target is a web or mail address. `http:` without its slashes is not: readers disagree
/// on what follows it.
#[must_use]
pub fn leads_outward(target: &str) -> bool {
    SCHEMES.iter().any(|scheme| {
        let begins = target.get(..scheme.len()).is_some_and(|it| it.eq_ignore_ascii_case(scheme));
        begins && target.len() > scheme.len()
    })
}

/// Whether a link's target may be handed to the browser.
#[must_use]
pub fn may_open(target: &str) -> bool {
    leads_outward(target) && !target.contains(|c: char| c.is_control() || c.is_whitespace())
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
            "http:javascript:alert(1)",
            "https://",
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
