//! What a terminal answers when a program asks what it is: a program that waits for an answer would look slow.

/// The longest question, and what was seen of one at the end of the bytes before.
const LONGEST: usize = 8;

/// Questions, and the answers of a terminal like xterm with a dark background.
const ANSWERS: [(&str, &str); 14] = [
    ("\x1b[c", "\x1b[?62;22c"),
    ("\x1b[0c", "\x1b[?62;22c"),
    ("\x1b[>c", "\x1b[>41;354;0c"),
    ("\x1b[>0c", "\x1b[>41;354;0c"),
    ("\x1b[>q", "\x1bP>|terminal\x1b\\"),
    ("\x1b[>0q", "\x1bP>|terminal\x1b\\"),
    ("\x1b[5n", "\x1b[0n"),
    ("\x1b[6n", "\x1b[1;1R"),
    ("\x1b[?u", "\x1b[?0u"),
    ("\x1b[14t", "\x1b[4;800;1200t"),
    ("\x1b[16t", "\x1b[6;20;10t"),
    ("\x1b]10;?", "\x1b]10;rgb:dddd/dddd/dddd\x1b\\"),
    ("\x1b]11;?", "\x1b]11;rgb:1111/1111/1111\x1b\\"),
    ("$p", "\x1b[?2026;2$y"),
];

/// Finds questions in what a program writes.
#[derive(Default)]
pub(crate) struct Answers {
    /// The end of the bytes before, where a question may have begun.
    tail: Vec<u8>,
}

impl Answers {
    /// The answers to the questions that end in these bytes.
    pub(crate) fn to(&mut self, bytes: &[u8]) -> Vec<u8> {
        let before = self.tail.len();
        self.tail.extend(bytes);
        let mut answers = Vec::new();
        for at in 0..self.tail.len() {
            let rest = &self.tail[at..];
            let asked = ANSWERS.iter().find(|(question, _)| {
                rest.starts_with(question.as_bytes()) && at + question.len() > before
            });
            answers.extend(asked.iter().flat_map(|(_, answer)| answer.bytes()));
        }
        self.tail.drain(..self.tail.len().saturating_sub(LONGEST));
        answers
    }
}
