//! Lists of words, English unless said otherwise, that tell roles from other documents.

use std::collections::HashSet;
use std::sync::LazyLock;

/// A set of words.
pub(crate) type Words = LazyLock<HashSet<&'static str>>;

fn set(words: &'static str) -> HashSet<&'static str> {
    words.split_whitespace().collect()
}

/// Words that are a role wherever they stand in a name.
pub(crate) static ROLES: Words = LazyLock::new(|| {
    set(
    "accountant administrator advisor analyst apprentice architect ceo cfo cio ciso cmo consultant
     coo coordinator cpo cto designer developer devrel director em engineer evp intern manager mgr
     officer pm president programmer recruiter researcher scientist sde specialist sre strategist
     supervisor svp swe technician technologist tester tl tpm trainee vp writer"
)
});

/// Words that are a role only where a name ends with them, or goes on with "of": a "Team Lead" is
/// one, "Lead Time" is not.
pub(crate) static ROLES_AT_END: Words = LazyLock::new(|| {
    set(
    "assistant associate chief coach dev executive fellow head ic lead leader owner partner producer
     representative"
)
});

/// Words for how far someone is; alone they name a level.
pub(crate) static SENIORITIES: Words = LazyLock::new(|| {
    set(
    "associate apprentice distinguished entry fellow graduate intermediate intern jr junior lead
     level mid middle midlevel principal senior sr staff trainee"
)
});

/// Words that name a text about roles rather than a role.
pub(crate) static PAGES: Words = LazyLock::new(|| {
    set("about appendix assessment calibration calibrations candidates career careers changelog
     checklist compensation competencies competency conduct contributing contributors equity
     evaluation example examples expectations faq faqs feedback framework frameworks glossary growth
     guide guidelines guides handbook hiring how index interview interviewing interviews
     introduction job jobs ladder ladders level leveling levelling levels license matrix metrics
     model onboarding overview path paths policy principles process progression promotion promotions
     questions readme resources responsibilities roadmap roles summary template templates track
     tracks values why")
});

/// Names of files that are pages whatever else speaks for a role.
pub(crate) static PAGE_FILES: Words = LazyLock::new(|| {
    set("404 _footer _index _navbar _sidebar about authors bibliography changelog code-of-conduct
     contributing contributors copying credits faq faqs glossary home index introduction licence
     license menu notes overview readme references security sidebar summary template toc welcome")
});

/// Letters that stand before the number in a level's code.
pub(crate) static CODES: Words = LazyLock::new(|| {
    set(
        "a d de dl e ed em g ic l le lvl m mg p pm qa s sa sde se sm sre sw swe t te tl tpm tw ux x",
    )
});
