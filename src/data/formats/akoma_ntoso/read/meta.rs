//! The meta part of a document: which work it is, its date, its language, and who issued it.

use crate::data::formats::akoma_ntoso::names::RECORD_NAMESPACE;
use crate::data::formats::xml::{Element, Fault, Node, Reader};
use crate::data::problem::quoted;
use crate::model::{AgreementKind, Date};
use std::collections::HashMap;

/// Three-letter codes of languages, each before its two-letter code; the second Spanish one is a common mistake.
const LANGUAGES: &str = "eng en fra fr fre fr spa es esp es rus ru tur tr aze az kir ky kaz kk uzb uz ara ar zho zh \
                         chi zh deu de ger de ita it por pt nld nl dut nl pol pl ukr uk fas fa jpn ja";

/// The part of the identification that an element is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Work,
    Expression,
    Other,
}

/// What has been read of the meta part.
#[derive(Debug, Default)]
pub(super) struct Meta {
    /// Which version is read, if it is not the standard itself.
    pub(super) version: Option<String>,
    pub(super) uri: Option<String>,
    pub(super) name: Option<String>,
    pub(super) date: Option<Date>,
    pub(super) language: Option<String>,
    pub(super) is_translation: bool,
    /// The accords record, as JSON.
    pub(super) record: Option<String>,
    /// Footnotes that the text refers to.
    pub(super) notes: Vec<String>,
    date_of: Option<String>,
    kinds: Vec<String>,
    authors: Vec<String>,
    /// Dates that do not exist.
    pub(super) warnings: Vec<Fault>,
    /// Names of things that are referred to, by id.
    called: HashMap<String, String>,
}

impl Meta {
    /// Whether no meta part has been read yet.
    pub(super) fn is_empty(&self) -> bool {
        self.uri.is_none() && self.date.is_none() && self.language.is_none()
    }

    /// Records the name that the document's element gives to its kind.
    pub(super) fn named(&mut self, name: Option<&str>) {
        self.kinds.extend(name.map(str::to_lowercase));
    }

    /// Reads to the end of the meta part.
    pub(super) fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), Fault> {
        let mut open: Vec<Section> = Vec::new();
        while let Some(node) = reader.next()? {
            match node {
                Node::Open(element) if self.is_record(reader, &element) => {
                    self.record = Some(reader.text_inside()?.into_owned());
                }
                Node::Open(element) if element.name() == "note" => {
                    let text = reader.text_inside()?;
                    self.notes.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
                }
                Node::Open(element) => {
                    let section = match element.name() {
                        "FRBRWork" => Section::Work,
                        "FRBRExpression" => Section::Expression,
                        "FRBRManifestation" | "FRBRItem" => Section::Other,
                        _ => open.last().copied().unwrap_or(Section::Other),
                    };
                    self.fact(section, &element, reader);
                    open.push(section);
                }
                Node::Text(_) => {}
                Node::Close => {
                    if open.pop().is_none() {
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    fn is_record(&self, reader: &Reader<'_>, element: &Element<'_>) -> bool {
        element.name() == "record" && reader.namespace(element) == Some(RECORD_NAMESPACE)
    }

    fn fact(&mut self, section: Section, element: &Element<'_>, reader: &Reader<'_>) {
        let attribute = |name| element.attribute(name).map(|v| v.trim().to_owned()).filter(|v| !v.is_empty());
        match (section, element.name()) {
            (Section::Work, "FRBRuri") if self.uri.is_none() => self.uri = attribute("value"),
            (Section::Work, "FRBRname") => {
                self.name = attribute("value");
                self.kinds.extend(self.name.as_deref().map(str::to_lowercase));
            }
            (Section::Work, "FRBRsubtype") => self.kinds.extend(attribute("value").map(|v| v.to_lowercase())),
            (Section::Work, "FRBRdate") if self.date.is_none() => {
                let day = attribute("date").unwrap_or_default();
                match day.split('T').next().unwrap_or_default().parse::<Date>() {
                    // The format requires a date; where there is none, one of these years is written.
                    Ok(date) => self.date = Some(date).filter(|date| (2..9999).contains(&date.year())),
                    Err(_) if day.is_empty() => {}
                    Err(error) => {
                        self.warnings.push(
                            reader.fault(format!("FRBRdate: {} {error}; it is left out", quoted(&day))),
                        );
                    }
                }
                self.date_of = attribute("name");
            }
            (Section::Work | Section::Expression, "FRBRauthor") => self.authors.extend(attribute("href")),
            (Section::Expression, "FRBRlanguage") => self.language = attribute("language").and_then(language),
            (Section::Expression, "FRBRtranslation") => self.is_translation = true,
            (_, name) if name.starts_with("TLC") => {
                if let (Some(id), Some(name)) =
                    (attribute("eId").or_else(|| attribute("id")), attribute("showAs"))
                {
                    self.called.insert(id, name);
                }
            }
            _ => {}
        }
    }

    /// The kind of agreement that the document calls itself, if it is one.
    pub(super) fn kind(&self) -> Option<AgreementKind> {
        self.kinds.iter().find_map(|word| AgreementKind::named(word))
    }

    /// What an empty reference to a thing is replaced by.
    pub(super) fn placeholder(&self, element: &Element<'_>) -> Option<String> {
        let is_placeholder = element.attribute("class").is_some_and(|class| class.contains("placeholder"));
        let href = element.attribute("href").filter(|_| is_placeholder)?;
        self.called.get(href.strip_prefix('#')?).cloned()
    }

    /// The name of the author, which is whoever issued the document.
    pub(super) fn publisher(&self) -> Option<&str> {
        let name = |href: &String| self.called.get(href.strip_prefix('#')?).map(String::as_str);
        self.authors.iter().find_map(name)
    }

    /// A note on what the date of the document means.
    pub(super) fn note(&self) -> Option<String> {
        let of = self.date_of.as_deref().filter(|_| self.date.is_some())?;
        Some(format!("The date is that of the work as the document gives it ({of})."))
    }
}

/// The two-letter code of a language if there is one; `None` for "undetermined".
fn language(code: String) -> Option<String> {
    let mut words = LANGUAGES.split(' ').skip_while(|word| *word != code);
    match words.nth(1).filter(|_| code.len() == 3) {
        Some(short) => Some(short.to_owned()),
        None => Some(code).filter(|code| code != "und"),
    }
}
