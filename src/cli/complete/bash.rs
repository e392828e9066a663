//! A line of bash: its words, and how a word is written where another one is typed.
//!
//! Bash puts a candidate into the line as it is. A name of a document must not become a command, so it
//! is quoted here, as the quotes that are open say.

/// Signs at which bash begins a new word to complete, though not a new argument.
const BREAKS: [char; 3] = [':', '=', '@'];

/// How the last word of a line is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BashWord {
    /// The quote that is open.
    quote: Option<char>,
    /// The part, without quotes, that bash keeps.
    kept: String,
}

/// The words of a line up to the cursor, without quotes, and how the last is typed. Only the last command
/// of the line counts.
pub(super) fn read(line: &str) -> (Vec<String>, BashWord) {
    let (mut words, mut word) = (Vec::new(), String::new());
    let mut last = BashWord { quote: None, kept: String::new() };
    let (mut is_open, mut chars) = (false, line.chars());
    while let Some(c) = chars.next() {
        match (last.quote, c) {
            (None, ' ' | '\t' | '\n') => {
                if std::mem::take(&mut is_open) {
                    words.push(std::mem::take(&mut word));
                }
                last.kept.clear();
                continue;
            }
            (None, '|' | '&' | ';') => {
                words.clear();
                word.clear();
                last.kept.clear();
                is_open = false;
                continue;
            }
            (None, '"' | '\'') => {
                last = BashWord { quote: Some(c), kept: word.clone() };
            }
            (Some(quote), c) if c == quote => last.quote = None,
            (None, '\\') => word.extend(chars.next()),
            (Some('"'), '\\') => match chars.next() {
                Some(c @ ('"' | '\\' | '$' | '`')) => word.push(c),
                Some(c) => word.extend(['\\', c]),
                None => {}
            },
            (quote, c) => {
                word.push(c);
                if quote.is_none() && BREAKS.contains(&c) {
                    last.kept.clone_from(&word);
                }
            }
        }
        is_open = true;
    }
    words.push(word);
    (words, last)
}

/// The last word of some text without its quotes, which may be open.
pub(super) fn unquoted(word: &str) -> String {
    let (words, _) = read(word);
    words.into_iter().next_back().unwrap_or_default()
}

impl BashWord {
    /// A value as bash puts it behind what it keeps; `None` if it does not begin with that.
    pub(super) fn quoted(&self, value: &str) -> Option<String> {
        let rest = value.strip_prefix(self.kept.as_str())?;
        let mut found = String::new();
        for c in rest.chars() {
            match (self.quote, c) {
                (Some('\''), '\'') => found.push_str("'\\''"),
                // Between double quotes a backslash does not keep it from recalling a command.
                (Some('"'), '!') => found.push_str("\"\\!\""),
                (Some('"'), '"' | '\\' | '$' | '`') => found.extend(['\\', c]),
                (None, c) if !(c.is_alphanumeric() || "/._-+,%:=@".contains(c)) => {
                    found.extend(['\\', c]);
                }
                (_, c) => found.push(c),
            }
        }
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_without_quotes() {
        let check = |line: &str, words: &[&str], quote: Option<char>, kept: &str| {
            let (found, last) = read(line);
            assert_eq!(found, words, "{line}");
            assert_eq!(last, BashWord { quote, kept: kept.to_owned() }, "{line}");
        };
        check("rungs ", &["rungs", ""], None, "");
        check("rungs show se", &["rungs", "show", "se"], None, "");
        check("a | rungs show ''", &["rungs", "show", ""], None, "");
        check(r#"rungs show "In B"#, &["rungs", "show", "In B"], Some('"'), "");
        check(r"rungs show In\ B", &["rungs", "show", "In B"], None, "");
        check("rungs --ladder=da", &["rungs", "--ladder=da"], None, "--ladder=");
        check(r#"rungs a"b $c\$"#, &["rungs", "ab $c$"], Some('"'), "a");
        check("rungs 'it'\\''s", &["rungs", "it's"], Some('\''), "it'");
    }

    #[test]
    fn a_value_is_quoted_as_the_quotes_that_are_open_say() {
        let check = |quote: Option<char>, value: &str, want: Option<&str>| {
            let word = BashWord { quote, kept: "a".to_owned() };
            assert_eq!(word.quoted(value).as_deref(), want);
        };
        check(None, "a $(b) 'c'", Some(r"\ \$\(b\)\ \'c\'"));
        check(Some('"'), "a $(b)!\"`", Some(r#" \$(b)"\!"\"\`"#));
        check(Some('\''), "a $(b) 'c'", Some(r" $(b) '\''c'\''"));
        check(None, "b", None);
    }
}
