//! Markup, piece by piece.

/// A piece of HTML.
///
/// Tags, and the names of attributes, are literals of this program; texts and values of attributes are
/// escaped. So whatever a document says, it stays text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Html {
    text: String,
}

/// Attributes of an element: names and values.
pub type Attributes<'a> = [(&'static str, &'a str)];

impl Html {
    /// An element with what `inside` writes into it.
    pub fn element(
        &mut self,
        tag: &'static str,
        attributes: &Attributes,
        inside: impl FnOnce(&mut Self),
    ) {
        self.lone(tag, attributes);
        inside(self);
        self.text.push_str("</");
        self.text.push_str(tag);
        self.text.push('>');
    }

    /// An element with a text in it.
    pub fn words(&mut self, tag: &'static str, attributes: &Attributes, words: &str) {
        self.element(tag, attributes, |html| html.text(words));
    }

    /// An element that holds nothing and needs no end, such as a line break.
    pub fn lone(&mut self, tag: &'static str, attributes: &Attributes) {
        self.text.push('<');
        self.text.push_str(tag);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.text(value);
            self.text.push('"');
        }
        self.text.push('>');
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\'' => self.text.push_str("&#39;"),
                c => self.text.push(c),
            }
        }
    }

    /// A line break in the source, for those who read it.
    pub fn end_line(&mut self) {
        self.text.push('\n');
    }

    /// What this program wrote itself.
    pub(super) fn literal(&mut self, markup: &'static str) {
        self.text.push_str(markup);
    }

    /// Puts another piece behind this one.
    pub fn push(&mut self, other: &Self) {
        self.text.push_str(&other.text);
    }

    /// The markup.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_values_stay_texts_and_values() {
        let mut html = Html::default();
        let value = "\" onload='x' <";
        html.element("p", &[("class", value)], |html| html.text("<b>&amp;"));
        assert_eq!(
            html.into_text(),
            "<p class=\"&quot; onload=&#39;x&#39; &lt;\">&lt;b&gt;&amp;amp;</p>"
        );
    }
}
