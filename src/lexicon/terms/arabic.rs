//! A light stem of an Arabic word (light10: Larkey, Ballesteros and Connell 2002). Vowel signs, the
//! article with the letters joined to it, and one ending are removed. Roots are not searched.

use crate::lexicon::list::{ARABIC_ARTICLES, ARABIC_ENDINGS};

/// Whether a word is written in Arabic letters.
pub(crate) fn is_arabic(word: &str) -> bool {
    word.starts_with(|c: char| matches!(c, '\u{0620}'..='\u{06FF}'))
}

/// The stem of an Arabic word.
pub(crate) fn stem(word: &str) -> String {
    let word: String = word.chars().filter_map(letter).collect();
    let long = |rest: &&str, least: usize| rest.chars().count() >= least;
    let bare =
        ARABIC_ARTICLES.iter().find_map(|it| word.strip_prefix(it).filter(|rest| long(rest, 2)));
    let rest = bare.or_else(|| word.strip_prefix('و').filter(|rest| long(rest, 3)));
    let rest = rest.unwrap_or(&word);
    let stem =
        ARABIC_ENDINGS.iter().find_map(|it| rest.strip_suffix(it).filter(|stem| long(stem, 3)));
    stem.unwrap_or(rest).to_owned()
}

/// A letter in its plain form; nothing for vowel signs and the sign that stretches words.
fn letter(c: char) -> Option<char> {
    match c {
        '\u{064B}'..='\u{0652}' | '\u{0670}' | 'ـ' => None,
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' => Some('ي'),
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, want: &str) {
        assert!(is_arabic(words));
        let stems: Vec<String> = words.split(' ').map(stem).collect();
        assert_eq!(stems.join(" "), want);
    }

    #[test]
    fn articles_endings_and_vowels_come_off() {
        check("المهندس مهندس مهندسين والمهندسون للمهندسين", "مهندس مهندس مهندس مهندس مهندس");
        check("جودة جودتها الجودة", "جود جود جود");
        check("فريق فريقهم الفريق", "فريق فريق فريق");
        check("خُطّة خطة", "خطة خطة");
        check("ولد", "ولد");
    }
}
