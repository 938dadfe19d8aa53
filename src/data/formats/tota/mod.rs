//! Reads a treaty of the Texts of Trade Agreements (ToTA, <https://github.com/mappingtreaties/tota>).
//!
//! Two levels only, chapters and articles; paragraphs are plain text. What is missing in a file stays missing; what is
//! cut or split badly upstream is said in a note, never mended.

mod reflow;

use crate::data::formats::start::Start;
use crate::data::formats::xml::{self, Element, Fault, Node, Reader};
use crate::data::loaded::Loaded;
use crate::data::problem::{Problem, Severity, quoted};
use crate::data::tables::state_name;
use crate::model::{
    Agreement, Clause, Date, Dossier, Event, EventKind, Party, PartyKind, Source, SourceKind, UniqueIds,
    Wording, escape_id,
};
use crate::text::capitalised;
use reflow::{holds_article_heading, reflow};
use std::borrow::Cow;
use std::path::Path;

/// The source of everything that a file says itself.
const TOTA: &str = "tota";

const NOTE: &str = "From Texts of Trade Agreements (ToTA). Its makers cut annexes and schedules, so an agreement may look shorter than it is. The text was read by machine and may hold errors of recognition; an article may hold the next one where it was split badly.";

const SPLIT: &str = "Holds the heading of a further article: it was split badly where it comes from.";

/// Whether a text begins as a treaty does.
pub(super) fn matches(start: &Start) -> bool {
    matches!(start, Start::Xml(Some(root)) if root.name == "treaty" && root.namespace.is_empty())
}

/// Reads a treaty.
pub(super) fn read(file: &Path, text: &str) -> Loaded {
    xml::read(file, text, |_, reader| {
        let mut treaty = Treaty::default();
        while let Some(node) = reader.next()? {
            match node {
                Node::Open(element) if element.name() == "meta" => treaty.read_meta(reader)?,
                Node::Open(element) if element.name() == "body" => treaty.read_body(reader)?,
                Node::Open(_) => {
                    reader.text_inside()?;
                }
                Node::Close | Node::Text(_) => {}
            }
        }
        let warn = |fault: Fault| Problem { severity: Severity::Warning, ..fault.problem(file, text) };
        let problems = std::mem::take(&mut treaty.warnings).into_iter().map(warn).collect();
        let dossier = treaty.dossier().ok_or_else(|| {
            reader.fault("has no treaty_identifier, by which a treaty of ToTA is addressed; is it from ToTA?")
        })?;
        Ok(Loaded { problems, ..dossier.arrange().into() })
    })
}

/// What was read so far.
#[derive(Default)]
struct Treaty {
    id: String,
    agreement: Agreement,
    dates: Vec<(EventKind, &'static str, Date)>,
    sources: Vec<Source>,
    kind: String,
    composition: String,
    region: String,
    notified_under: String,
    ids: UniqueIds,
    warnings: Vec<Fault>,
}

impl Treaty {
    fn read_meta(&mut self, reader: &mut Reader<'_>) -> Result<(), Fault> {
        while let Some(node) = reader.next()? {
            match node {
                Node::Open(element) if element.name() == "parties_original" => self.read_parties(reader)?,
                Node::Open(element) if element.name() == "source" => self.read_source(&element, reader)?,
                Node::Open(element) => {
                    let value = reader.text_inside()?;
                    self.fact(element.name(), value.trim(), reader);
                }
                Node::Text(_) => {}
                Node::Close => break,
            }
        }
        Ok(())
    }

    fn fact(&mut self, name: &str, value: &str, reader: &Reader<'_>) {
        if value.is_empty() {
            return;
        }
        let date = if name.starts_with("date_") || name == "end_implementation" {
            match value.parse::<Date>() {
                Ok(date) => Some(date),
                Err(error) => {
                    let message = format!("{name}: {} {error}; it is left out", quoted(value));
                    self.warnings.push(reader.fault(message));
                    return;
                }
            }
        } else {
            None
        };
        match (name, date) {
            ("name", _) => self.agreement.title = reflow(value),
            ("treaty_identifier", _) => self.id = value.to_owned(),
            ("type", _) => self.kind = value.to_owned(),
            ("composition", _) => self.composition = value.to_owned(),
            ("region", _) => self.region = value.to_owned(),
            ("notification", _) => self.notified_under = value.to_owned(),
            ("status", _) => self.agreement.status = Some(value.to_owned()),
            ("language", _) => self.agreement.language = Some(value.to_owned()),
            ("date_signed", Some(date)) => {
                self.agreement.signed = Some(date);
                self.dates.push((EventKind::Signing, "Signed", date));
            }
            ("date_into_force", Some(date)) => {
                self.agreement.in_force = Some(date);
                self.dates.push((EventKind::Force, "Entered into force", date));
            }
            ("date_notification", Some(date)) => {
                self.dates.push((EventKind::Multilateral, "Notified to the World Trade Organization", date));
            }
            ("end_implementation", Some(date)) => {
                self.dates.push((EventKind::Force, "End of the period of implementation", date));
            }
            ("date_inactive", Some(date)) => self.dates.push((EventKind::Force, "Inactive", date)),
            // parties is today's membership, and the flags are about it; related ids are the WTO's own.
            _ => {}
        }
    }

    fn read_parties(&mut self, reader: &mut Reader<'_>) -> Result<(), Fault> {
        while let Some(node) = reader.next()? {
            match node {
                Node::Open(_) => {
                    let code = reader.text_inside()?.trim().to_owned();
                    if !code.is_empty() && !self.agreement.parties.contains(&code) {
                        self.agreement.parties.push(code);
                    }
                }
                Node::Text(_) => {}
                Node::Close => break,
            }
        }
        Ok(())
    }

    fn read_source(&mut self, element: &Element<'_>, reader: &mut Reader<'_>) -> Result<(), Fault> {
        let url = reader.text_inside()?.trim().to_owned();
        if url.is_empty() {
            return Ok(());
        }
        let what =
            element.attribute("type").filter(|t| !t.is_empty()).map_or("text".into(), |t| t.into_owned());
        let language = element.attribute("lang").filter(|l| !l.is_empty()).map(|l| l.into_owned());
        let mut source = Source {
            id: format!("source-{}", self.sources.len() + 1),
            kind: SourceKind::Primary,
            publisher: host(&url).unwrap_or("publisher not on record").to_owned(),
            title: String::new(),
            author: None,
            published: None,
            language,
            url: Some(url),
            note: None,
        };
        source.title = match source.language_name() {
            Some(language) => format!("{} in {language}", capitalised(&what)),
            None => capitalised(&what),
        };
        self.sources.push(source);
        Ok(())
    }

    fn read_body(&mut self, reader: &mut Reader<'_>) -> Result<(), Fault> {
        while let Some(node) = reader.next()? {
            match node {
                Node::Open(element) if element.name() == "chapter" => self.read_chapter(&element, reader)?,
                Node::Open(element) if element.name() == "article" => {
                    self.read_article(&element, &Chapter::default(), reader)?;
                }
                Node::Open(element) => {
                    let message = format!("body: {} is not of ToTA and left out", quoted(element.name()));
                    self.warnings.push(reader.fault(message));
                    reader.text_inside()?;
                }
                Node::Text(_) => {}
                Node::Close => break,
            }
        }
        Ok(())
    }

    fn read_chapter(&mut self, element: &Element<'_>, reader: &mut Reader<'_>) -> Result<(), Fault> {
        let chapter = Chapter { number: attribute(element, "number"), name: attribute(element, "name") };
        while let Some(node) = reader.next()? {
            match node {
                Node::Open(element) if element.name() == "article" => {
                    self.read_article(&element, &chapter, reader)?;
                }
                Node::Open(element) => {
                    let message = format!("chapter: {} is not of ToTA and left out", quoted(element.name()));
                    self.warnings.push(reader.fault(message));
                    reader.text_inside()?;
                }
                Node::Text(_) => {}
                Node::Close => break,
            }
        }
        Ok(())
    }

    fn read_article(
        &mut self,
        element: &Element<'_>,
        chapter: &Chapter,
        reader: &mut Reader<'_>,
    ) -> Result<(), Fault> {
        let number = attribute(element, "number");
        let heading = attribute(element, "name")
            .or_else(|| number.clone())
            .or_else(|| chapter.name.clone())
            .unwrap_or_else(|| "Without title".to_owned());
        // An article without an identifier is addressed by its place; a letter other than "a" keeps the two apart.
        let id = match element.attribute("article_identifier").filter(|id| !id.trim().is_empty()) {
            Some(id) => format!("a{}", escape_id(id.trim())),
            None => format!("n{}", self.agreement.clauses.len() + 1),
        };
        let text = reader.text_inside()?;
        let text = reflow(&apart(&text, &heading));
        let note = holds_article_heading(&text).then(|| SPLIT.to_owned());
        self.agreement.clauses.push(Clause {
            id: self.ids.unique(&id, '~'),
            number,
            heading,
            text,
            wording: Wording::Official,
            sectors: Vec::new(),
            sources: vec![TOTA.to_owned()],
            place: chapter.place(),
            note,
        });
        Ok(())
    }

    /// The dossier, if the treaty has an identifier.
    fn dossier(mut self) -> Option<Dossier> {
        if self.id.is_empty() {
            return None;
        }
        let id = format!("tota-{}", escape_id(&self.id));
        self.agreement.id = id.clone();
        if self.agreement.title.is_empty() {
            self.agreement.title = format!("Treaty {} of ToTA, without a name", self.id);
        }
        self.agreement.sources =
            std::iter::once(TOTA.to_owned()).chain(self.sources.iter().map(|s| s.id.clone())).collect();
        self.agreement.summary = self.summary();
        self.agreement.note = Some(NOTE.to_owned());
        let title = self.agreement.title.clone();
        let events = self.dates.iter().enumerate().map(|(i, (kind, words, date))| Event {
            id: format!("event-{}", i + 1),
            date: *date,
            title: format!("{words}: {title}"),
            summary: None,
            kind: *kind,
            sectors: Vec::new(),
            agreements: vec![id.clone()],
            organisations: Vec::new(),
            carries_out: Vec::new(),
            sources: vec![TOTA.to_owned()],
            note: None,
        });
        let events = events.collect();
        let parties = self.agreement.parties.iter().map(|code| party(code)).collect();
        self.sources.insert(0, tota_itself(&self.id));
        let mut dossier = Dossier::of_one_agreement(id, self.agreement);
        (dossier.parties, dossier.sources, dossier.events) = (parties, self.sources, events);
        Some(dossier)
    }

    /// What the WTO's register says of the agreement.
    fn summary(&self) -> Option<String> {
        let notified = match self.notified_under.as_str() {
            "" => String::new(),
            under => format!("notified under {under}"),
        };
        let facts: Vec<&str> = [&self.kind, &self.composition, &self.region, &notified]
            .into_iter()
            .map(String::as_str)
            .filter(|fact| !fact.is_empty())
            .collect();
        (!facts.is_empty()).then(|| format!("{}.", facts.join(" · ")))
    }
}

#[derive(Default)]
struct Chapter {
    number: Option<String>,
    name: Option<String>,
}

impl Chapter {
    fn place(&self) -> Option<String> {
        match (&self.number, &self.name) {
            (Some(number), Some(name)) => Some(format!("{number} · {name}")),
            (one, None) | (None, one) => one.clone(),
        }
    }
}

/// An attribute with something in it, blanks made single.
fn attribute(element: &Element<'_>, name: &str) -> Option<String> {
    element.attribute(name).map(|value| reflow(&value).replace('\n', " ")).filter(|value| !value.is_empty())
}

/// The text with the heading that was glued to its first word ("PreambleCanada and") on a line of its own.
fn apart<'a>(text: &'a str, heading: &str) -> Cow<'a, str> {
    let trimmed = text.trim_start();
    let glued = trimmed.strip_prefix(heading).filter(|rest| rest.starts_with(char::is_uppercase));
    match glued.filter(|_| heading.ends_with(char::is_lowercase)) {
        Some(rest) => Cow::Owned(format!("{heading}\n\n{rest}")),
        None => Cow::Borrowed(trimmed),
    }
}

fn party(code: &str) -> Party {
    Party {
        id: code.to_owned(),
        kind: PartyKind::State,
        of: None,
        name: state_name(code).unwrap_or(code).to_owned(),
        formal_name: None,
        names: std::collections::BTreeMap::new(),
    }
}

fn tota_itself(id: &str) -> Source {
    Source {
        id: TOTA.to_owned(),
        kind: SourceKind::Reference,
        publisher: "Texts of Trade Agreements (ToTA)".to_owned(),
        title: format!("Treaty {id}, as text"),
        author: Some("Wolfgang Alschner, Julia Seiermann, Dmitriy Skougarevskiy".to_owned()),
        published: None,
        language: None,
        url: Some("https://github.com/mappingtreaties/tota".to_owned()),
        note: Some(
            "CC BY-NC 4.0. Facts about the treaty come from the WTO's register of regional trade agreements."
                .to_owned(),
        ),
    }
}

/// The host of a web address.
fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://").map(|(_, rest)| rest)?;
    rest.split(['/', '?', '#', ':']).next().filter(|host| !host.is_empty())
}
