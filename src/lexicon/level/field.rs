//! The grade and the field of work in a name.

use std::collections::BTreeSet;

use super::name::LevelName;
use super::seniority::{LEADS, one_of, part, rank_of};
use crate::lexicon::list::{FIELDLESS, FILLERS, LEADERS, LEVEL_WORDS};

impl LevelName {
    /// Whether the role leads people. A product manager leads nobody.
    pub(crate) fn leads_others(&self) -> bool {
        self.seniority >= LEADS
    }

    /// The words for the grade, including those in brackets.
    pub(crate) fn grade(&self) -> BTreeSet<&str> {
        let words = self.words.iter().map(String::as_str).chain(self.remark.split(' '));
        words.filter(|word| self.is_grade_word(word)).collect()
    }

    /// The words for the field of work, including those in brackets.
    pub(crate) fn field(&self) -> impl Iterator<Item = &str> {
        let remark = self.remark.split(' ').filter(|word| {
            !self.is_grade_word(word) && !FILLERS.contains(word) && !LEVEL_WORDS.contains(word)
        });
        let managers = self.words.iter().filter(|word| self.only_makes(word));
        let words = self.core.iter().chain(managers).map(String::as_str).chain(remark);
        // A word with a digit is one more code.
        let says_field = |word: &&str| {
            !word.is_empty()
                && !FIELDLESS.contains(word)
                && !word.contains(|c: char| c.is_ascii_digit())
        };
        words.filter(says_field)
    }

    fn is_grade_word(&self, word: &str) -> bool {
        !self.only_makes(word) && (rank_of(word).is_some() || part(word).is_some())
    }

    /// Whether a word for leaders is used for a role that leads nobody.
    fn only_makes(&self, word: &str) -> bool {
        LEADERS.contains_key(one_of(word)) && !self.leads_others()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The grade and field of a name, as "grade|field".
    #[track_caller]
    fn check(name: &str, want: &str, leads: bool) {
        let read = LevelName::read(name);
        let grade: Vec<&str> = read.grade().into_iter().collect();
        let field: Vec<&str> = read.field().collect();
        assert_eq!(format!("{}|{}", grade.join(" "), field.join(" ")), want, "{name}");
        assert_eq!(read.leads_others(), leads, "{name}");
    }

    #[test]
    fn grades_and_fields_are_told_apart() {
        check("Senior Software Engineer II", "senior|engineer", false);
        check("Engineer (mid-level, payments)", "mid|engineer payments", false);
        check("L4 / IC4 Tech Lead", "lead|", false);
        check("주니어 엔지니어", "주니어|엔지니어", false);
        check("高级工程师", "高级工程师|工程师", false);
    }

    #[test]
    fn who_manages_a_product_makes_it() {
        check("Senior Product Manager", "senior|product manager", false);
        check("Director of Product", "director|product", true);
        check("Engineering Manager", "manager|engineering", true);
    }
}
