//! Reads the file of a treaty.

use super::reflow::{holds_article_heading, reflow};
use super::treaty::{TOTA, Treaty};
use crate::data::formats::xml::{self, Element, Fault, Reader};
use crate::data::loaded::Loaded;
use crate::data::problem::quoted;
use crate::model::{Clause, Date, EventKind, Source, SourceKind, Wording, escape_id};
use crate::text::capitalised;
use std::borrow::Cow;
use std::path::Path;

const SPLIT: &str = "Holds the heading of a further article: it was split badly where it comes from.";

/// Reads a treaty.
pub(in crate::data::formats) fn read(file: &Path, text: &str) -> Loaded {
    xml::read(file, text, |_, reader| {
        let mut treaty = Treaty::default();
        reader.children(|element, reader| match element.name() {
            "meta" => treaty.read_meta(reader),
            "body" => treaty.read_body(reader),
            _ => reader.text_inside().map(drop),
        })?;
        let warnings = std::mem::take(&mut treaty.warnings).into_iter();
        let problems = warnings.map(|fault| fault.problem(file, text).into_warning()).collect();
        let dossier = treaty.dossier().ok_or_else(|| {
            reader.fault("has no treaty_identifier, by which a treaty of ToTA is addressed; is it from ToTA?")
        })?;
        Ok(Loaded { problems, ..dossier.arrange().into() })
    })
}

impl Treaty {
    fn read_meta(&mut self, reader: &mut Reader<'_>) -> Result<(), Fault> {
        reader.children(|element, reader| match element.name() {
            "parties_original" => self.read_parties(reader),
            "source" => self.read_source(&element, reader),
            name => {
                let value = reader.text_inside()?;
                if !value.trim().is_empty() {
                    self.fact(name, value.trim(), reader);
                }
                Ok(())
            }
        })
    }

    fn fact(&mut self, name: &str, value: &str, reader: &Reader<'_>) {
        let mut event = |kind, words| self.event(kind, words, name, value, reader);
        match name {
            "date_signed" => self.agreement.signed = event(EventKind::Signing, "Signed"),
            "date_into_force" => self.agreement.in_force = event(EventKind::Force, "Entered into force"),
            "date_notification" => {
                event(EventKind::Multilateral, "Notified to the World Trade Organization");
            }
            "end_implementation" => {
                event(EventKind::Force, "End of the period of implementation");
            }
            "date_inactive" => {
                event(EventKind::Force, "Inactive");
            }
            "name" => self.agreement.title = reflow(value),
            "status" => self.agreement.status = Some(value.to_owned()),
            "language" => self.agreement.language = Some(value.to_owned()),
            "treaty_identifier" => self.id = value.to_owned(),
            "type" => self.kind = value.to_owned(),
            "composition" => self.composition = value.to_owned(),
            "region" => self.region = value.to_owned(),
            "notification" => self.notified_under = value.to_owned(),
            // The others are about today's members, or ids of the WTO.
            _ => {}
        }
    }

    /// Records a date as an event. Returns it; if it cannot be read, warns.
    fn event(
        &mut self,
        kind: EventKind,
        words: &'static str,
        name: &str,
        value: &str,
        reader: &Reader<'_>,
    ) -> Option<Date> {
        match value.parse::<Date>() {
            Ok(date) => {
                self.dates.push((kind, words, date));
                Some(date)
            }
            Err(error) => {
                self.warnings
                    .push(reader.fault(format!("{name}: {} {error}; it is left out", quoted(value))));
                None
            }
        }
    }

    fn read_parties(&mut self, reader: &mut Reader<'_>) -> Result<(), Fault> {
        reader.children(|_, reader| {
            let code = reader.text_inside()?.trim().to_owned();
            if !code.is_empty() && !self.agreement.parties.contains(&code) {
                self.agreement.parties.push(code);
            }
            Ok(())
        })
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
        reader.children(|element, reader| match element.name() {
            "chapter" => {
                let chapter =
                    Chapter { number: attribute(&element, "number"), name: attribute(&element, "name") };
                reader.children(|element, reader| match element.name() {
                    "article" => self.read_article(&element, &chapter, reader),
                    _ => self.leave_out("chapter", &element, reader),
                })
            }
            "article" => self.read_article(&element, &Chapter::default(), reader),
            _ => self.leave_out("body", &element, reader),
        })
    }

    fn leave_out(
        &mut self,
        within: &str,
        element: &Element<'_>,
        reader: &mut Reader<'_>,
    ) -> Result<(), Fault> {
        let message = format!("{within}: {} is unknown in ToTA and left out", quoted(element.name()));
        self.warnings.push(reader.fault(message));
        reader.text_inside().map(drop)
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
        // An article without an identifier is addressed by its position; its id begins with another letter than "a".
        let id = match element.attribute("article_identifier").filter(|id| !id.trim().is_empty()) {
            Some(id) => format!("a{}", escape_id(id.trim())),
            None => format!("n{}", self.agreement.clauses.len() + 1),
        };
        let text = reader.text_inside()?;
        let text = reflow(&apart(&text, &heading));
        let note = holds_article_heading(&text).then(|| SPLIT.to_owned());
        self.agreement.clauses.push(Clause {
            number,
            sources: vec![TOTA.to_owned()],
            place: chapter.place(),
            note,
            ..Clause::new(self.ids.unique(&id, '~'), heading, text, Wording::Official)
        });
        Ok(())
    }
}

/// An attribute with its blanks made single; `None` if it is empty.
fn attribute(element: &Element<'_>, name: &str) -> Option<String> {
    element.attribute(name).map(|value| reflow(&value).replace('\n', " ")).filter(|value| !value.is_empty())
}

/// The text with its heading on a line of its own, if it is glued to the first word ("PreambleCanada and").
fn apart<'a>(text: &'a str, heading: &str) -> Cow<'a, str> {
    let trimmed = text.trim_start();
    let glued = trimmed.strip_prefix(heading).filter(|rest| rest.starts_with(char::is_uppercase));
    match glued.filter(|_| heading.ends_with(char::is_lowercase)) {
        Some(rest) => Cow::Owned(format!("{heading}\n\n{rest}")),
        None => Cow::Borrowed(trimmed),
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

/// The host of a web address.
fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://").map(|(_, rest)| rest)?;
    rest.split(['/', '?', '#', ':']).next().filter(|host| !host.is_empty())
}
