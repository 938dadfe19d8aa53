//! Reads a document node by node.

use super::characters::{forbidden, unescape, unescape_one};
use crate::data::problem::{Problem, place, quoted};
use quick_xml::events::attributes::{AttrError, Attribute};
use quick_xml::events::{BytesDecl, BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;
use std::borrow::Cow;
use std::path::Path;

/// How deep elements may be nested; agreements need about twenty.
const MAX_DEPTH: usize = 256;

/// What is wrong, and at which byte of the text.
#[derive(Debug)]
pub(in crate::data::formats) struct Fault {
    offset: usize,
    message: String,
}

impl Fault {
    /// The fault as a problem of this file with this text.
    pub(in crate::data::formats) fn problem(self, file: &Path, text: &str) -> Problem {
        Problem::of_file(file, self.message).at(place(text, self.offset))
    }
}

/// The next thing in a document; comments and processing instructions are skipped.
#[derive(Debug)]
pub(in crate::data::formats) enum Node<'a> {
    /// An element begins.
    Open(Element<'a>),
    /// The element opened last ends.
    Close,
    /// Text with its references resolved. Several may follow each other.
    Text(Cow<'a, str>),
}

/// The start of an element. Its attributes have been checked.
#[derive(Debug)]
pub(in crate::data::formats) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// Its name without a prefix.
    pub(in crate::data::formats) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute by its name as written (`eId`, `xml:lang`).
    pub(in crate::data::formats) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let found = self.0.try_get_attribute(name).ok()??;
        unescape(&found.value).map(|value| Cow::Owned(value.into_owned())).ok()
    }

    /// The value of an attribute by its name without a prefix.
    pub(in crate::data::formats) fn local(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        let mut all = attributes.with_checks(false).flatten();
        let found = all.find(|attribute| attribute.key.local_name().into_inner() == name)?;
        match found.value {
            Cow::Borrowed(value) => unescape(value).ok(),
            Cow::Owned(value) => unescape(&value).map(|value| Cow::Owned(value.into_owned())).ok(),
        }
    }
}

/// Reads a document piece by piece.
pub(in crate::data::formats) struct Reader<'a> {
    inner: NsReader<&'a [u8]>,
    text: &'a str,
    checks: Checks,
    /// The offsets of the elements that are open.
    open: Vec<usize>,
    has_root: bool,
    /// The offset of the node read last.
    at: usize,
}

/// What is checked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Checks {
    /// Everything that XML forbids.
    All,
    /// That elements are well-formed, without which nothing can be read.
    Elements,
}

impl<'a> Reader<'a> {
    /// Begins to read the text of a whole file.
    pub(in crate::data::formats) fn new(text: &'a str) -> Result<Self, Fault> {
        if let Some(offset) = forbidden(text) {
            let message = "contains a control character, which XML forbids; remove it";
            return Err(Fault { offset, message: message.to_owned() });
        }
        Ok(Self::begun(text))
    }

    /// The same without looking for what XML forbids and can be read all the same: control characters, and attributes with
    /// references that mean nothing or that are there twice.
    pub(in crate::data::formats) fn unchecked(text: &'a str) -> Self {
        Self { checks: Checks::Elements, ..Self::begun(text) }
    }

    fn begun(text: &'a str) -> Self {
        let mut inner = NsReader::from_str(text);
        inner.config_mut().expand_empty_elements = true;
        Self { inner, text, checks: Checks::All, open: Vec::new(), has_root: false, at: 0 }
    }

    /// Reads to the root element.
    pub(in crate::data::formats) fn root(&mut self) -> Result<Element<'a>, Fault> {
        while let Some(node) = self.next()? {
            if let Node::Open(root) = node {
                return Ok(root);
            }
        }
        Err(self.fault("is XML without any element"))
    }

    /// The next node; `None` at the end of a complete document.
    pub(in crate::data::formats) fn next(&mut self) -> Result<Option<Node<'a>>, Fault> {
        loop {
            self.at = self.offset(self.inner.buffer_position());
            let event = match self.inner.read_event() {
                Ok(event) => event,
                Err(error) => return Err(self.syntax(&error)),
            };
            match event {
                Event::Start(start) => return self.opened(start).map(Some),
                Event::End(_) => {
                    self.open.pop();
                    return Ok(Some(Node::Close));
                }
                Event::Text(text) => {
                    let text = text.into_inner();
                    if !self.open.is_empty() {
                        return Ok(Some(Node::Text(text)));
                    }
                    if !text.trim_start_matches('\u{feff}').trim().is_empty() {
                        return Err(self.outside());
                    }
                }
                Event::CData(text) => return self.inside(text.into_inner()).map(Some),
                Event::GeneralRef(reference) => {
                    let text = unescape_one(&reference).map_err(|message| self.fault(message))?;
                    return self.inside(text.into()).map(Some);
                }
                Event::Decl(declaration) => self.declared(&declaration)?,
                // One that only names its kind of document is skipped.
                Event::DocType(declared) if !declared.to_ascii_lowercase().contains("<!entity") => {}
                Event::DocType(_) => {
                    let message = "contains a document type (DOCTYPE) that declares entities, which are never read; \
                                   remove it";
                    return Err(self.fault(message));
                }
                // An empty element arrives as a start and an end.
                Event::Comment(_) | Event::PI(_) | Event::Empty(_) => {}
                Event::Eof => return self.ended(),
            }
        }
    }

    /// The namespace of the element opened last.
    pub(in crate::data::formats) fn namespace(&self, element: &Element<'_>) -> Option<&str> {
        match self.inner.resolver().resolve_element(element.0.name()).0 {
            ResolveResult::Bound(namespace) => Some(namespace.0),
            ResolveResult::Unbound | ResolveResult::Unknown(_) => None,
        }
    }

    /// Reads to the end of the element opened last and returns its text, with that of the elements inside it.
    pub(in crate::data::formats) fn text_inside(&mut self) -> Result<Cow<'a, str>, Fault> {
        let mut all = Cow::Borrowed("");
        let depth = self.open.len();
        while let Some(node) = self.next()? {
            match node {
                Node::Text(text) if all.is_empty() => all = text,
                Node::Text(text) => all.to_mut().push_str(&text),
                Node::Close if self.open.len() < depth => break,
                Node::Open(_) | Node::Close => {}
            }
        }
        Ok(all)
    }

    /// Reads to the end of the element opened last without looking at what is inside.
    pub(in crate::data::formats) fn skip(&mut self, element: &Element<'_>) -> Result<(), Fault> {
        match self.inner.read_to_end(element.0.name()) {
            Ok(_) => {
                self.open.pop();
                Ok(())
            }
            Err(error) => Err(self.syntax(&error)),
        }
    }

    /// Calls `each` for every element directly inside the element opened last, which it must read to its end, and reads
    /// to the end of that element.
    pub(in crate::data::formats) fn children(
        &mut self,
        mut each: impl FnMut(Element<'a>, &mut Self) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        while let Some(node) = self.next()? {
            match node {
                Node::Open(element) => each(element, self)?,
                Node::Text(_) => {}
                Node::Close => break,
            }
        }
        Ok(())
    }

    /// A fault at the node read last.
    pub(in crate::data::formats) fn fault(&self, message: impl Into<String>) -> Fault {
        Fault { offset: self.at, message: message.into() }
    }

    fn opened(&mut self, start: BytesStart<'a>) -> Result<Node<'a>, Fault> {
        if self.open.is_empty() && self.has_root {
            let name = quoted(start.name().0);
            return Err(self.fault(format!("has a second root element {name}; a document has one")));
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(self.fault(format!("nests elements more than {MAX_DEPTH} deep")));
        }
        if self.checks == Checks::All {
            for attribute in start.attributes() {
                let attribute = attribute.map_err(|error| self.fault(attribute_words(&error)))?;
                self.check(&attribute)?;
            }
        }
        self.has_root = true;
        self.open.push(self.at);
        Ok(Node::Open(Element(start)))
    }

    fn check(&self, attribute: &Attribute<'_>) -> Result<(), Fault> {
        let name = || quoted(attribute.key.0);
        if memchr::memchr2(b'<', b'&', attribute.value.as_bytes()).is_none() {
            return Ok(());
        }
        if attribute.value.contains('<') {
            return Err(self.fault(format!("is not XML: the attribute {} contains <; write &lt;", name())));
        }
        let checked = unescape(&attribute.value).map(drop);
        checked.map_err(|message| self.fault(format!("in the attribute {}: {message}", name())))
    }

    fn inside(&self, text: Cow<'a, str>) -> Result<Node<'a>, Fault> {
        if self.open.is_empty() { Err(self.outside()) } else { Ok(Node::Text(text)) }
    }

    fn outside(&self) -> Fault {
        self.fault("contains text outside its root element; is it XML?")
    }

    /// The text has been read as UTF-8, so a file that declares anything else contradicts itself.
    fn declared(&self, declaration: &BytesDecl<'_>) -> Result<(), Fault> {
        if self.at > 0 {
            return Err(self.fault("is not XML: <?xml …?> is allowed only at the very beginning"));
        }
        let named = match declaration.encoding() {
            None => return Ok(()),
            Some(Ok(named)) => named,
            Some(Err(error)) => return Err(self.fault(format!("is not XML: {error}"))),
        };
        if ["utf-8", "utf8", "us-ascii", "ascii"].iter().any(|known| named.eq_ignore_ascii_case(known)) {
            return Ok(());
        }
        let message = format!("declares the encoding {}; save it as UTF-8 and declare that", quoted(&named));
        Err(self.fault(message))
    }

    fn ended(&self) -> Result<Option<Node<'a>>, Fault> {
        let Some(start) = self.open.last() else {
            return Ok(None);
        };
        let tag = self.text.get(start + 1..).unwrap_or_default();
        let name: &str = tag.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or(tag);
        let line = place(self.text, *start).0;
        let message = format!("ends inside {} of line {line}; the file is cut off", quoted(name));
        Err(Fault { offset: self.text.len(), message })
    }

    fn syntax(&self, error: &quick_xml::Error) -> Fault {
        use quick_xml::Error as E;
        // Without the words that the library puts before these two.
        let words = match error {
            E::Syntax(error) => error.to_string(),
            E::IllFormed(error) => error.to_string(),
            other => other.to_string(),
        };
        Fault { offset: self.offset(self.inner.error_position()), message: format!("is not XML: {words}") }
    }

    fn offset(&self, position: u64) -> usize {
        usize::try_from(position).unwrap_or(usize::MAX).min(self.text.len())
    }
}

/// What is wrong with an attribute, without the place within its tag that the library gives.
fn attribute_words(error: &AttrError) -> String {
    if matches!(error, AttrError::Duplicated(..)) {
        return "is not XML: has the same attribute twice in a tag".to_owned();
    }
    let words = error.to_string();
    format!("is not XML: {}", words.split_once(": ").map_or(words.as_str(), |(_, words)| words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The document as one line: `<name` for an element, its text, `>` for its end; else the problem.
    fn read(text: &str) -> String {
        let run = || {
            let mut reader = Reader::new(text)?;
            let mut next = Some(Node::Open(reader.root()?));
            let mut out = String::new();
            while let Some(node) = next {
                match node {
                    Node::Open(element) => {
                        out.push('<');
                        out.push_str(element.name());
                        if let Some(value) = element.attribute("id") {
                            out.push_str(&format!("[{value}]"));
                        }
                        out.push(' ');
                    }
                    Node::Close => out.push('>'),
                    Node::Text(text) => out.push_str(&text),
                }
                next = reader.next()?;
            }
            Ok(out)
        };
        run().unwrap_or_else(|fault: Fault| fault.problem(Path::new("x.xml"), text).to_string())
    }

    #[test]
    fn what_is_there_is_read() {
        for (text, expected) in [
            ("<a/>", "<a >"),
            ("<?xml version='1.0' encoding='utf-8'?>\n<a>b</a>\n<!-- c --><?d e?>", "<a b>"),
            ("<a id='&lt;&#65;&#x42;&amp;&quot;'>x &amp; y&#233;</a>", "<a[<AB&\"] x & yé>"),
            (
                "<?php system(\"id\"); ?><doc><![CDATA[<script> ]]]]><![CDATA[> ]]></doc>",
                "<doc <script> ]]> >",
            ),
            ("<p:a xmlns:p='urn:p'><p:b/></p:a>", "<a <b >>"),
        ] {
            assert_eq!(read(text), expected);
        }
    }

    #[test]
    fn what_is_not_xml_is_reported_with_its_place() {
        let deep = "<a>".repeat(300);
        for (text, expected) in [
            (
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
                "x.xml:1:1: error: contains a document type (DOCTYPE)",
            ),
            ("<a>\n<b>&b;</b></a>", "x.xml:2:4: error: contains the undeclared entity \"b\""),
            ("<a/>\n<b/>", "x.xml:2:1: error: has a second root element \"b\""),
            ("<a/>\nx", "contains text outside its root element"),
            ("x<a/>", "x.xml:1:1: error: contains text outside its root element"),
            ("<a/>&amp;", "contains text outside"),
            ("<a>\n <b>é", "x.xml:2:6: error: ends inside \"b\" of line 2; the file is cut off"),
            ("<a><b", "is not XML: tag not closed"),
            ("<a>\n<b></a>", "x.xml:2:4: error: is not XML: expected `</b>`, but `</a>` was found"),
            ("<a>é<b id='1' id='2'/></a>", "x.xml:1:5: error: is not XML: has the same attribute twice"),
            ("<a b/>", "x.xml:1:1: error: is not XML: attribute key must be directly followed by `=`"),
            ("<a b='<'/>", "the attribute \"b\" contains <"),
            ("<a b='&c;'/>", "in the attribute \"b\": contains the undeclared entity \"c\""),
            ("<a b='&c'/>", "contains & without a closing ;"),
            ("<a b='&#7;'/>", "in the attribute \"b\": contains a reference to the control character U+0007"),
            ("<a>&#27;</a>", "x.xml:1:4: error: contains a reference to the control character U+001B"),
            ("<a>&#x9b;</a>", "control character U+009B"),
            ("<a>&#0;</a>", "which is not a character"),
            ("<a>&#xD800;</a>", "which is not a character"),
            ("<a>&#x110000;</a>", "which is not a character"),
            ("<a>\n\u{1b}</a>", "x.xml:2:1: error: contains a control character"),
            (
                "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
                "declares the encoding \"ISO-8859-1\"; save it as",
            ),
            (" <?xml version='1.0'?><a/>", "is allowed only at the very beginning"),
            ("<!-- nothing -->", "is XML without any element"),
            (&deep, "nests elements more than 256 deep"),
        ] {
            let reported = read(text);
            assert!(reported.contains(expected), "{text}: {reported}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[<>/&;a-c\"'=?!#x0-9é \n\\[\\]-]{0,60}") {
            let _ = read(&text);
        }

        #[test]
        fn escaped_text_is_read_as_it_was(text in "[ -~é„ə]{0,40}") {
            let document = format!("<a id=\"{0}\">{0}</a>", quick_xml::escape::escape(text.as_str()));
            prop_assert_eq!(read(&document), format!("<a[{text}] {text}>"));
        }
    }
}
