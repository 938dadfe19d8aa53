//! Makes clauses of the elements of a document, in one pass and without recursion.
//!
//! A section or chapter is taken for a clause until an article, or another part, begins inside it. From then on it is the
//! place of other clauses, and its own text so far is one of them.

use super::line::Lines;
use super::structure::{Rank, Role, role};
use crate::data::formats::xml::Element;
use crate::model::{Clause, UniqueIds, Wording, escape_id};
use crate::text::capitalised;
use std::collections::HashMap;

/// The titles in the preface.
#[derive(Debug, Default)]
pub(super) struct Titles {
    pub(super) title: Option<String>,
    pub(super) short: Option<String>,
    /// Kind and number of the document, which are its title if it has no other.
    kind: Option<String>,
    pub(super) number: Option<String>,
}

impl Titles {
    /// The title; without one, the short title or kind and number.
    pub(super) fn any(&self) -> Option<String> {
        let named: Vec<&str> = [&self.kind, &self.number].into_iter().flatten().map(String::as_str).collect();
        let named = (!named.is_empty()).then(|| named.join(" "));
        self.title.clone().or_else(|| self.short.clone()).or(named)
    }
}

/// An open level of the text.
#[derive(Debug, Default)]
struct Level {
    rank: Rank,
    id: String,
    /// What it is called if it has no heading.
    word: String,
    number: String,
    heading: String,
    lines: Lines,
    /// Whether other levels have begun inside it.
    is_place: bool,
}

/// What an open element does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    Level,
    /// Its text is the number or heading of the level around it.
    NumberOfLevel,
    HeadingOfLevel,
    /// It has this role in the text of the level around it.
    Within(Role),
}

/// The text of a document as it is read.
#[derive(Debug, Default)]
pub(super) struct Body {
    levels: Vec<Level>,
    frames: Vec<Frame>,
    quotations: usize,
    /// Marks that close what is quoted, each with the number of frames open inside it.
    marks: Vec<(usize, String)>,
    clauses: Vec<Clause>,
    ids: UniqueIds,
    /// How many levels with each name had no id.
    nameless: HashMap<String, usize>,
    titles: Titles,
    title: Lines,
}

impl Body {
    /// A text in which nothing has been read.
    pub(super) fn new() -> Self {
        let (id, word) = ("body".to_owned(), "Text".to_owned());
        let document = Level { id, word, is_place: true, ..Level::default() };
        Self { levels: vec![document], ..Self::default() }
    }

    /// Starts an element.
    pub(super) fn open(&mut self, element: &Element<'_>) {
        let role = role(element.name());
        let in_level = self.frames.last() == Some(&Frame::Level);
        let frame = match role {
            Role::Level(rank) if self.begins_level(rank) => {
                self.open_level(element, rank);
                Frame::Level
            }
            Role::Number if in_level => Frame::NumberOfLevel,
            Role::Heading if in_level => Frame::HeadingOfLevel,
            role => {
                self.open_within(role, element);
                Frame::Within(role)
            }
        };
        self.frames.push(frame);
        self.open_quotation(element);
    }

    /// Prints the marks of a quotation.
    fn open_quotation(&mut self, element: &Element<'_>) {
        let Some(level) = self.levels.last_mut() else { return };
        if let Some(mark) = element.attribute("startQuote").filter(|mark| !mark.is_empty()) {
            level.lines.open_mark(&mark);
        }
        if let Some(mark) = element.attribute("endQuote").filter(|mark| !mark.is_empty()) {
            self.marks.push((self.frames.len(), mark.into_owned()));
        }
    }

    /// Adds text inside the element opened last.
    pub(super) fn text(&mut self, text: &str) {
        if self.in_title() {
            self.title.push(text);
        }
        let captured = self.frames.iter().rev().find(|f| **f != Frame::Within(Role::Inline)).copied();
        let Some(level) = self.levels.last_mut() else { return };
        match captured {
            Some(Frame::NumberOfLevel) => push_words(&mut level.number, text),
            Some(Frame::HeadingOfLevel) => push_words(&mut level.heading, text),
            _ => level.lines.push(text),
        }
    }

    /// Ends the element opened last.
    pub(super) fn close(&mut self) {
        let open = self.frames.len();
        let mark = self.marks.pop_if(|(at, _)| *at == open).map(|(_, mark)| mark);
        if let (Some(mark), Some(level)) = (&mark, self.levels.last_mut()) {
            level.lines.close_mark(mark);
        }
        match self.frames.pop() {
            // The text goes on after the mark.
            Some(Frame::Within(Role::Quotation)) if mark.is_some() => {
                self.quotations = self.quotations.saturating_sub(1);
            }
            Some(Frame::Level) => self.close_level(),
            Some(Frame::HeadingOfLevel) => {
                // A subheading follows on the same line.
                if let Some(level) = self.levels.last_mut().filter(|l| !l.heading.ends_with(' ')) {
                    level.heading.push(' ');
                }
            }
            Some(Frame::Within(role)) => self.close_within(role),
            Some(Frame::NumberOfLevel) | None => {}
        }
    }

    /// The titles and clauses of the whole document.
    pub(super) fn finish(mut self) -> (Titles, Vec<Clause>) {
        while !self.levels.is_empty() {
            self.close_level();
        }
        (self.titles, self.clauses)
    }

    /// Whether a level of this rank begins here, rather than a part of the text of the level around it.
    fn begins_level(&self, rank: Rank) -> bool {
        let Some(around) = self.levels.last().filter(|_| self.quotations == 0) else { return false };
        let is_document = self.levels.len() == 1;
        is_document || (rank < Rank::Inner && around.rank < Rank::Article && around.rank <= rank)
    }

    fn open_level(&mut self, element: &Element<'_>, rank: Rank) {
        self.flush();
        if let Some(around) = self.levels.last_mut() {
            around.is_place = true;
        }
        let name = element.name();
        let id = match element
            .attribute("eId")
            .or_else(|| element.attribute("id"))
            .filter(|id| !id.trim().is_empty())
        {
            Some(id) => escape_id(id.trim()).into_owned(),
            None => self.id_for(name),
        };
        let word = match name {
            "hcontainer" => capitalised(element.attribute("name").as_deref().unwrap_or("part")),
            "coverPage" => "Cover page".to_owned(),
            _ => capitalised(name),
        };
        self.levels.push(Level { rank, id, word, ..Level::default() });
    }

    /// An id for a level without one. Preface, preamble and conclusions are unique; others are numbered.
    fn id_for(&mut self, name: &str) -> String {
        if matches!(name, "preface" | "preamble" | "conclusions") {
            return name.to_owned();
        }
        let count = self.nameless.entry(name.to_owned()).or_insert(0);
        *count += 1;
        format!("{name}_{count}")
    }

    fn close_level(&mut self) {
        let wanted = self.levels.last().is_some_and(|level| !level.is_place);
        if wanted {
            self.emit()
        } else {
            self.flush()
        }
        self.levels.pop();
    }

    /// Makes a clause of the text of the innermost level so far, if there is any.
    fn flush(&mut self) {
        if self.levels.last().is_some_and(|level| !level.lines.is_empty()) {
            self.emit();
        }
    }

    /// Makes a clause of the innermost level, unless it is empty or a preface with nothing but titles.
    fn emit(&mut self) {
        let place = self.place();
        let titles: Vec<String> =
            [&self.titles.title, &self.titles.short, &self.titles.kind, &self.titles.number]
                .into_iter()
                .flatten()
                .chain(self.levels.iter().map(|level| &level.heading))
                .map(|title| title.trim().to_owned())
                .collect();
        let Some(level) = self.levels.last_mut() else { return };
        let text = level.lines.take();
        let is_blank = level.rank == Rank::Group
            && text.is_empty()
            && level.number.trim().is_empty()
            && level.heading.trim().is_empty();
        if is_blank || (level.word == "Preface" && text.lines().all(|line| titles.iter().any(|t| t == line)))
        {
            return;
        }
        let number = level.number.trim().to_owned();
        let heading = [level.heading.trim(), &number, &level.word].into_iter().find(|h| !h.is_empty());
        let id = self.ids.unique(&level.id, '~');
        let clause = Clause::new(id, heading.unwrap_or_default(), text, Wording::Official);
        let number = (!number.is_empty()).then_some(number);
        self.clauses.push(Clause { number, place, ..clause });
    }

    /// The levels around the innermost one, except the document itself.
    fn place(&self) -> Option<String> {
        let around = self.levels.len().saturating_sub(1);
        let named = |level: &Level| match (level.number.trim(), level.heading.trim()) {
            ("", "") => level.word.clone(),
            ("", one) | (one, "") => one.to_owned(),
            (number, heading) => format!("{number} · {heading}"),
        };
        let names: Vec<String> = self.levels.iter().take(around).skip(1).map(named).collect();
        (!names.is_empty()).then(|| names.join(" › "))
    }

    fn open_within(&mut self, role: Role, element: &Element<'_>) {
        let Some(level) = self.levels.last_mut() else { return };
        match role {
            Role::Level(_) | Role::Heading | Role::Block | Role::Number => level.lines.end_line(),
            Role::Table => level.lines.begin_table(),
            Role::Row => level.lines.begin_row(),
            Role::Cell | Role::HeaderCell => {
                let span = |name| element.attribute(name).and_then(|n| n.trim().parse().ok()).unwrap_or(1);
                level.lines.begin_cell(role == Role::HeaderCell, span("colspan"), span("rowspan"));
            }
            Role::Note => level.lines.begin_note(),
            Role::Quotation => {
                level.lines.end_line();
                self.quotations += 1;
            }
            Role::Title | Role::ShortTitle | Role::DocumentType | Role::DocumentNumber | Role::Inline => {}
        }
    }

    fn close_within(&mut self, role: Role) {
        let in_preface = self.in_preface();
        let Some(level) = self.levels.last_mut() else { return };
        match role {
            Role::Level(_) | Role::Heading | Role::Block => level.lines.end_line(),
            Role::Number => level.lines.after_number(),
            Role::Table => level.lines.end_table(),
            Role::Cell | Role::HeaderCell => level.lines.end_cell(),
            Role::Note => level.lines.end_note(),
            Role::Quotation => {
                level.lines.end_line();
                self.quotations = self.quotations.saturating_sub(1);
            }
            Role::Title | Role::ShortTitle | Role::DocumentType | Role::DocumentNumber => {
                let title = self.title.take();
                let slot = match role {
                    Role::Title => &mut self.titles.title,
                    Role::ShortTitle => &mut self.titles.short,
                    Role::DocumentType => &mut self.titles.kind,
                    _ => &mut self.titles.number,
                };
                if in_preface && slot.is_none() && !title.is_empty() {
                    *slot = Some(title.clone());
                }
                if matches!(role, Role::Title | Role::ShortTitle) {
                    self.name_the_part(title);
                }
            }
            Role::Row | Role::Inline => {}
        }
    }

    /// Uses the title of an attached document as the heading of its part.
    fn name_the_part(&mut self, title: String) {
        let [.., part, preface] = self.levels.as_mut_slice() else { return };
        if part.heading.is_empty() && part.rank == Rank::Group && preface.word == "Preface" {
            part.heading = title;
        }
    }

    fn in_preface(&self) -> bool {
        matches!(self.levels.as_slice(), [_, level] if level.word == "Preface" || level.word == "Cover page")
    }

    fn in_title(&self) -> bool {
        let title =
            [Role::Title, Role::ShortTitle, Role::DocumentType, Role::DocumentNumber].map(Frame::Within);
        self.frames.iter().rev().take(8).any(|frame| title.contains(frame))
    }
}

/// Adds text to a number or heading; any run of white space becomes one space.
fn push_words(out: &mut String, text: &str) {
    for c in text.chars() {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
}
