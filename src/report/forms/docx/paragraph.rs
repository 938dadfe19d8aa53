//! Paragraphs and what is in them.

use crate::report::forms::html;
use crate::text::runs_right_to_left;

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Style {
    /// The title of the document.
    Title,
    /// A heading of this level, from 1; the deepest is 9.
    Heading(usize),
    /// Words of the document.
    Body,
    /// The text of a clause.
    Quote,
    /// The text of anything else, which is about an agreement and no part of it.
    Summary,
    /// What is about a text and no part of it: where it is from, its address.
    Aside,
    /// The same, right below a heading.
    Origin,
    /// A heading of what is no part of the text, and of the list of contents.
    AsideHeading,
    /// A label and what it says.
    Fact,
    /// A line of a list.
    Bullet,
    /// An entry of the list of sources.
    Source,
    /// An entry of the list of contents of a level from 1.
    Contents(usize),
    /// A cell of a table.
    Cell,
}

impl Style {
    /// Its id in `styles.xml`.
    fn id(self) -> String {
        match self {
            Self::Title => "Title".to_owned(),
            Self::Heading(level) => format!("Heading{}", level.clamp(1, 9)),
            Self::Body => "Normal".to_owned(),
            Self::Quote => "AccordsText".to_owned(),
            Self::Summary => "AccordsSummary".to_owned(),
            Self::Aside => "AccordsAside".to_owned(),
            Self::Fact => "AccordsFact".to_owned(),
            Self::Bullet => "AccordsBullet".to_owned(),
            Self::Source => "AccordsSource".to_owned(),
            Self::Origin => "AccordsOrigin".to_owned(),
            Self::AsideHeading => "TOCHeading".to_owned(),
            Self::Contents(level) => format!("TOC{}", level.clamp(1, 3)),
            Self::Cell => "AccordsCell".to_owned(),
        }
    }
}

/// How a stretch of text was changed, as word processors track it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Change {
    /// Only the old text has it.
    Deleted,
    /// Only the new text has it.
    Inserted,
    /// It was here in the old text, and is elsewhere in the new one.
    MovedFrom,
    /// It is here in the new text, and was elsewhere in the old one.
    MovedTo,
}

impl Change {
    /// The element around what was changed.
    fn element(self) -> &'static str {
        match self {
            Self::Deleted => "w:del",
            Self::Inserted => "w:ins",
            Self::MovedFrom => "w:moveFrom",
            Self::MovedTo => "w:moveTo",
        }
    }
}

/// A paragraph while it is made.
#[derive(Clone, Debug)]
pub(in crate::report) struct Paragraph {
    style: Style,
    inside: String,
    /// The first words, which say the direction.
    first_words: String,
    /// The code of its language, if it is not that of the document.
    language: Option<String>,
    /// The element that says how its end was changed.
    end: String,
}

impl Paragraph {
    pub(in crate::report) fn new(style: Style) -> Self {
        Self { style, inside: String::new(), first_words: String::new(), language: None, end: String::new() }
    }

    /// A paragraph of these words.
    pub(in crate::report) fn of(style: Style, words: &str) -> Self {
        let mut own = Self::new(style);
        own.text(words);
        own
    }

    /// A paragraph in the language with this code.
    pub(in crate::report) fn in_language(mut self, code: Option<&str>) -> Self {
        self.language = code.map(str::to_owned);
        self
    }

    /// Adds words.
    pub(in crate::report) fn text(&mut self, words: &str) {
        self.run("", words);
    }

    /// Adds a label before what it says.
    pub(in crate::report) fn label(&mut self, words: &str) {
        self.run("<w:b/>", words);
        self.inside.push_str("<w:r><w:tab/></w:r>");
    }

    /// Adds words in bold.
    pub(in crate::report) fn bold(&mut self, words: &str) {
        self.run("<w:b/>", words);
    }

    /// Adds words to which links may lead by this name.
    pub(in crate::report) fn bookmarked(&mut self, id: usize, name: &str, words: &str) {
        self.inside.push_str(&format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>"));
        self.text(words);
        self.inside.push_str(&format!("<w:bookmarkEnd w:id=\"{id}\"/>"));
    }

    /// Adds a link to the bookmark with this name.
    pub(in crate::report) fn link(&mut self, bookmark: &str, words: &str) {
        self.hyperlink(&format!("w:anchor=\"{bookmark}\""), words);
    }

    /// Adds a link to the place outside that the file knows by this id.
    pub(in crate::report) fn web_link(&mut self, id: &str, words: &str) {
        self.hyperlink(&format!("r:id=\"{id}\""), words);
    }

    fn hyperlink(&mut self, to: &str, words: &str) {
        self.inside.push_str(&format!("<w:hyperlink {to} w:history=\"1\">"));
        self.run("<w:rStyle w:val=\"Hyperlink\"/>", words);
        self.inside.push_str("</w:hyperlink>");
    }

    /// Adds words that were changed; `by` are the attributes of the change, see [`Paragraph::changed_end`].
    pub(in crate::report) fn changed(&mut self, change: Change, by: &str, words: &str) {
        let element = change.element();
        self.inside.push_str(&format!("<{element} {by}>"));
        self.run("", words);
        if change == Change::Deleted {
            // Deleted text has an element of its own.
            let from = self.inside.rfind("<w:r>").unwrap_or(self.inside.len());
            let run = self.inside.split_off(from);
            self.inside.push_str(&run.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>"));
        }
        self.inside.push_str(&format!("</{element}>"));
    }

    /// Says that the end of the paragraph was changed; `by` are the attributes of the change: its id and its author.
    pub(in crate::report) fn changed_end(&mut self, change: Change, by: &str) {
        self.end = format!("<{} {by}/>", change.element());
    }

    /// Adds XML that is no text, such as the end of a range.
    pub(in crate::report) fn markup(&mut self, xml: &str) {
        self.inside.push_str(xml);
    }

    /// Adds what another paragraph says.
    pub(in crate::report) fn append(&mut self, other: &Self) {
        self.inside.push_str(&other.inside);
        self.first_words.push_str(&other.first_words);
    }

    fn run(&mut self, properties: &str, words: &str) {
        if words.is_empty() {
            return;
        }
        if !runs_right_to_left(&self.first_words) && !self.first_words.contains(char::is_alphabetic) {
            self.first_words.push_str(words);
        }
        let rtl = if runs_right_to_left(words) { "<w:rtl/>" } else { "" };
        let language = self.language.as_deref().map(html::escape);
        let language = language
            .map(|code| format!("<w:lang w:val=\"{code}\" w:eastAsia=\"{code}\" w:bidi=\"{code}\"/>"))
            .unwrap_or_default();
        self.inside.push_str("<w:r>");
        if !(properties.is_empty() && rtl.is_empty() && language.is_empty()) {
            self.inside.push_str(&format!("<w:rPr>{properties}{rtl}{language}</w:rPr>"));
        }
        for (at, line) in words.split('\n').enumerate() {
            if at > 0 {
                self.inside.push_str("<w:br/>");
            }
            if !line.is_empty() {
                self.inside.push_str(&format!("<w:t xml:space=\"preserve\">{}</w:t>", characters(line)));
            }
        }
        self.inside.push_str("</w:r>");
    }

    /// It as XML.
    pub(super) fn xml(&self) -> String {
        let bidi = if runs_right_to_left(&self.first_words) { "<w:bidi/>" } else { "" };
        let end = if self.end.is_empty() { String::new() } else { format!("<w:rPr>{}</w:rPr>", self.end) };
        let style = self.style.id();
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{bidi}{end}</w:pPr>{}</w:p>", self.inside)
    }
}

/// Text on one line in which nothing is markup, and nothing is a character that XML does not allow.
pub(super) fn characters(words: &str) -> String {
    html::escape(words).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_paragraph_says_its_direction() {
        assert!(!Paragraph::of(Style::Body, "1. Article").xml().contains("<w:bidi/>"));
        let xml = Paragraph::of(Style::Body, "1. المادة").xml();
        assert!(xml.contains("<w:bidi/>") && xml.contains("<w:rtl/>"), "{xml}");
    }

    #[test]
    fn deleted_words_are_no_text() {
        let mut paragraph = Paragraph::of(Style::Body, "kept");
        paragraph.changed(Change::Deleted, "w:id=\"1\" w:author=\"a\"", "gone <w:t x");
        let xml = paragraph.xml();
        assert_eq!(xml.matches("<w:t ").count(), 1, "{xml}");
        assert!(xml.contains("<w:delText xml:space=\"preserve\">gone &lt;w:t x</w:delText>"), "{xml}");
    }

    proptest! {
        #[test]
        fn whatever_the_words_are_the_xml_is_well_formed(words in any::<String>()) {
            let xml = Paragraph::of(Style::Quote, &format!("{words}\u{ffff}\u{1}")).xml();
            let allowed = |c: char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
            prop_assert!(xml.chars().all(allowed));
            let mut reader = quick_xml::Reader::from_str(&xml);
            while reader.read_event().map_err(|why| TestCaseError::fail(why.to_string()))? != quick_xml::events::Event::Eof {}
        }
    }
}
