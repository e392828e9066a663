//! Any text, marks or data, in one file.

use proptest::prelude::*;
use rungs::content::{self, Options, Source};

use super::held::{check_model, everything, parse};
use super::pieces::{block, data_fragment, fragment, level_line};

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_document(text in any::<String>()) {
        parse("a.md", &text).documents().for_each(|(_, document)| check_model(document));
    }

    #[test]
    fn any_marks_are_a_document(text in prop::collection::vec(fragment(), 0..60)) {
        for file in ["a.md", "a.html"] {
            parse(file, &text.concat()).documents().for_each(|(_, document)| check_model(document));
        }
    }

    #[test]
    fn no_word_is_lost(blocks in prop::collection::vec(block(), 1..12)) {
        let text = blocks.join("\n\n");
        let ladder = parse("a.md", &text);
        // Headings and tables of level names make roles of their own: a word may stand in any.
        ladder.documents().for_each(|(_, document)| check_model(document));
        let shown: String =
            ladder.documents().map(|(_, document)| everything(document)).collect();
        let words = text.split(|c: char| !c.is_alphanumeric());
        for word in words.filter(|w| w.len() > 3 && w.ends_with(|c: char| c.is_ascii_digit())) {
            prop_assert!(shown.contains(word), "{word} of\n{text}\nis not in\n{shown}");
        }
    }

    #[test]
    fn no_word_of_a_file_with_several_roles_is_lost(
        parts in prop::collection::vec((level_line(), "[a-z]{3}[0-9]{2}"), 1..14),
    ) {
        let lines = parts.iter().map(|(line, word)| format!("{}\n\n", line.replace("WORD", word)));
        let text = format!("# Title00 of all\n\n{}", lines.collect::<String>());
        let ladder = parse("a.md", &text);
        ladder.documents().for_each(|(_, document)| check_model(document));
        let shown: String = ladder.documents().map(|(_, document)| everything(document)).collect();
        for (_, word) in &parts {
            prop_assert!(shown.contains(word.as_str()), "{word} of\n{text}\nis not in\n{shown}");
        }
        prop_assert_eq!(parse("a.md", &text), ladder);
    }

    #[test]
    fn any_data_is_no_panic(
        parts in prop::collection::vec(data_fragment(), 0..40),
        file in prop::sample::select(vec![
            "a.yml", "a.csv", "a.tsv", "a.json", "a.toml", "ladder.yml", "a.md", "a.mdx",
        ]),
    ) {
        let text = parts.concat();
        let text = match file {
            "a.md" => format!("---\n{text}\n---\n"),
            "a.mdx" => format!("+++\n{text}\n+++\n"),
            _ => text,
        };
        let sources = [Source::new(file, text), Source::new("l1.md", "# L1\n\n## Scope\n")];
        let (ladder, findings, _) = content::parse_explained("any", &sources, Options::default());
        ladder.documents().for_each(|(_, document)| check_model(document));
        prop_assert!(findings.iter().all(|found| found.line > 0 && found.column > 0));
    }
}
