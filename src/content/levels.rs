//! What a name says of a level: its code, its number, how senior it sounds.

use crate::content::foreign;
use crate::content::word_lists::CODES;

/// The words of a name in small letters.
pub(crate) fn words(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The level's code in a name: "L4", "IC5", "Level 4".
pub(crate) fn level_code(name: &str) -> Option<String> {
    let words: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let named = words.iter().zip(words.iter().skip(1)).find(|(word, next)| {
        foreign::is_level_word(&word.to_lowercase()) && (is_number(next) || is_roman(next))
    });
    if let Some((word, number)) = named {
        return Some(format!("{word} {number}"));
    }
    let in_word = |word: &str| foreign::level_in_word(&word.to_lowercase()).is_some();
    words.into_iter().find(|word| is_code(word) || in_word(word)).map(str::to_owned)
}

fn is_code(word: &str) -> bool {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    is_number(&word[letters.len()..]) && CODES.contains(letters.to_lowercase().as_str())
}

/// Whether a word is a number such as levels have.
pub(crate) fn is_number(word: &str) -> bool {
    (1..=2).contains(&word.chars().count()) && value(word).is_some()
}

fn is_roman(word: &str) -> bool {
    roman(&word.to_lowercase()).is_some()
}

/// The value of a number in the digits of any of the scripts that count like the European ones.
fn value(digits: &str) -> Option<u32> {
    let digit = |c: char| match c {
        '0'..='9' => c.to_digit(10),
        '\u{0660}'..='\u{0669}' => Some(c as u32 - 0x0660),
        '\u{06F0}'..='\u{06F9}' => Some(c as u32 - 0x06F0),
        '\u{FF10}'..='\u{FF19}' => Some(c as u32 - 0xFF10),
        _ => None,
    };
    let add = |sum: u32, c: char| sum.checked_mul(10)?.checked_add(digit(c)?);
    if digits.is_empty() { None } else { digits.chars().try_fold(0, add) }
}

/// The level number in a name: of a code, a word's end ("Engineer 2", "senior1") or a Roman numeral.
pub(crate) fn level_number(name: &str) -> Option<u32> {
    let words = words(name);
    let arabic = words.iter().rev().find_map(|word| {
        let in_word = foreign::level_in_word(word).unwrap_or_else(|| {
            let letters = word.trim_end_matches(|c: char| c.is_numeric());
            &word[letters.len()..]
        });
        value(in_word).filter(|number| *number < 1000)
    });
    arabic.or_else(|| words.iter().skip(1).rev().find_map(|word| roman(word)))
}

/// The value of a small Roman numeral.
pub(crate) fn roman(word: &str) -> Option<u32> {
    let numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    numerals.iter().position(|numeral| *numeral == word).map(|at| at as u32 + 1)
}

/// How senior a name sounds; names that say nothing of it stand in the middle of the makers.
pub(crate) fn seniority(name: &str) -> u32 {
    let words = words(name);
    let has = |known: &[&str]| {
        words
            .iter()
            .any(|word| known.contains(&word.trim_end_matches(|c: char| c.is_ascii_digit())))
    };
    // Who manages a product or a program makes things; who manages engineers leads.
    let managed = ["product", "program", "programme", "project", "account", "release"];
    let leads = !has(&managed) || has(&["engineering", "people", "team"]);
    let step = if has(&["executive", "evp"]) {
        8
    } else if has(&["senior", "sr", "svp", "group"]) {
        5
    } else if has(&["associate", "assistant", "junior", "deputy", "vice"]) && !has(&["president"]) {
        0
    } else {
        2
    };
    match () {
        () if has(&["cto", "ceo", "cio", "cpo", "coo", "cfo", "ciso", "chief"]) => 190 + step,
        () if has(&["president", "vp", "svp", "evp"]) => 170 + step,
        () if has(&["head"]) => 160 + step,
        () if has(&["director"]) => 150 + step,
        () if has(&["manager", "mgr", "em"]) && leads => 130 + step,
        () if has(&["fellow"]) => 100 + step,
        () if has(&["distinguished"]) => 90 + step,
        () if has(&["principal"]) => 80 + step,
        () if has(&["architect"]) => 75 + step,
        () if has(&["staff"]) => 70 + step,
        () if has(&["group"]) && !leads => 65,
        () if foreign::leads(&words) => foreign::seniority(&words).unwrap_or(40),
        () if has(&["lead", "leader", "tl"]) => 60 + step,
        () if has(&["senior", "sr"]) => 50,
        () if has(&["junior", "jr", "associate", "entry"]) => 20,
        () if has(&["graduate", "trainee", "apprentice"]) => 15,
        () if has(&["intern"]) => 10,
        () => foreign::seniority(&words).unwrap_or(40),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_numbers_are_found() {
        assert_eq!(level_code("D1 - Developer 1").as_deref(), Some("D1"));
        assert_eq!(level_code("Engineer (Level 4)").as_deref(), Some("Level 4"));
        assert_eq!(level_code("Web 2"), None);
        assert_eq!(level_number("Senior II Engineer"), Some(2));
        assert_eq!(level_number("L12"), Some(12));
        assert_eq!(level_number("Engineer"), None);
    }

    #[track_caller]
    fn climbs(names: &[&str]) {
        let ranks: Vec<u32> = names.iter().map(|name| seniority(name)).collect();
        assert!(ranks.is_sorted_by(|a, b| a < b), "{names:?}: {ranks:?}");
    }

    #[test]
    fn managers_of_products_are_no_managers_of_people() {
        climbs(&[
            "Associate Product Manager",
            "Product Manager",
            "Senior Product Manager",
            "Group Product Manager",
            "Principal Product Manager",
            "Director of Product",
        ]);
        climbs(&["Program Manager", "Senior Program Manager", "Staff Program Manager"]);
        climbs(&["Senior Product Manager", "Product Engineering Manager"]);
    }

    #[test]
    fn seniority_climbs_in_other_languages() {
        climbs(&[
            "Estagiário",
            "Engenheiro Júnior",
            "Engenheiro Pleno",
            "Engenheiro Sênior",
            "Especialista",
            "Coordenador",
            "Gerente de Engenharia",
            "Gerente Sênior",
            "Diretor de Engenharia",
        ]);
        climbs(&[
            "Ingénieur débutant",
            "Ingénieur confirmé",
            "Ingénieur senior",
            "Directeur technique",
        ]);
        climbs(&[
            "Junior Entwickler",
            "Entwickler",
            "Senior Entwickler",
            "Leitender Entwickler",
            "Abteilungsleiter",
        ]);
    }

    #[test]
    fn seniority_climbs() {
        let names = [
            "Intern",
            "Junior Engineer",
            "Engineer",
            "Senior Engineer",
            "Staff Engineer",
            "Senior Staff Engineer",
            "Principal Engineer",
            "Engineering Manager",
            "Senior Engineering Manager",
            "Director",
            "Senior Director",
            "VP",
            "SVP",
            "CTO",
        ];
        assert!(names.map(seniority).is_sorted_by(|a, b| a < b), "{:?}", names.map(seniority));
    }
}
