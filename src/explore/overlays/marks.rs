//! The list of marks and notes, by kind of item, with the page of the chosen one in the reader.

use super::panel::{Backdrop, Entered, Panel};
use crate::data::personal::Mark;
use crate::explore::input_line::InputLine;
use crate::explore::marked::Marked;
use crate::explore::mode::Mode;
use crate::explore::place::Place;
use crate::model::{ItemId, Kind};
use std::borrow::Cow;

/// The list of marks.
#[derive(Clone, Debug)]
pub struct MarksView {
    /// The index of the chosen mark among those listed.
    pub chosen: usize,
    /// The place to return to.
    pub before: Box<Place>,
    filter: Filter,
    /// How often the next collection was asked for.
    turned: usize,
}

/// The words by which the marks are filtered.
#[derive(Clone, Debug)]
enum Filter {
    /// They are being typed.
    Typed(InputLine),
    /// They are kept, and keys are keys again.
    Kept(InputLine),
}

/// Under which heading a mark is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// Items of a kind.
    Kind(Kind),
    /// What is not in the files that are open.
    NotOpen,
}

impl Heading {
    /// Its words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Kind(Kind::Clause) => "Clauses",
            Self::Kind(Kind::Agreement) => "Agreements",
            Self::Kind(Kind::Chapter) => "Chapters",
            Self::Kind(Kind::Event) => "Events",
            Self::Kind(Kind::Sector) => "Sectors",
            Self::Kind(Kind::Organisation) => "Organisations",
            Self::Kind(Kind::Dispute) => "Disputes",
            Self::Kind(Kind::Source) => "Sources",
            Self::NotOpen => "Not in the open files",
        }
    }

    /// That of a mark with its item.
    pub fn of(item: Option<ItemId>) -> Self {
        item.map_or(Self::NotOpen, |item| Self::Kind(item.kind()))
    }

    fn place(self) -> usize {
        match self {
            Self::Kind(kind) => Kind::ALL.iter().position(|own| *own == kind).unwrap_or(0),
            Self::NotOpen => Kind::ALL.len(),
        }
    }
}

impl MarksView {
    /// All marks, over a place.
    pub fn new(before: Place) -> Self {
        Self { chosen: 0, before: Box::new(before), filter: Filter::Kept(InputLine::default()), turned: 0 }
    }

    /// The places of the listed marks in their order of marking, as they are listed: by heading.
    pub fn places(&self, marks: &Marked) -> Vec<usize> {
        let (words, collection) = (self.words().text().trim().to_lowercase(), self.collection(marks));
        let is_listed = |mark: &Mark| {
            let texts =
                [&mark.title, &mark.of, &mark.note, &mark.address].into_iter().chain(&mark.collections);
            let has = |word: &str| texts.clone().any(|text| text.to_lowercase().contains(word));
            words.split_whitespace().all(has) && collection.is_none_or(|name| mark.collections.contains(name))
        };
        let listed = marks.iter().enumerate().filter(|(_, (mark, _))| is_listed(mark));
        let mut places: Vec<(usize, usize)> =
            listed.map(|(place, (_, item))| (Heading::of(item).place(), place)).collect();
        places.sort_unstable();
        places.into_iter().map(|(_, place)| place).collect()
    }

    /// The collection that is listed; `None` for all marks.
    pub fn collection<'m>(&self, marks: &'m Marked) -> Option<&'m str> {
        let names = marks.all().collections();
        names.iter().copied().nth((self.turned % (names.len() + 1)).checked_sub(1)?)
    }

    /// The words of the filter.
    pub fn words(&self) -> &InputLine {
        let (Filter::Typed(line) | Filter::Kept(line)) = &self.filter;
        line
    }

    /// Whether the filter is being typed.
    pub fn is_typed(&self) -> bool {
        matches!(self.filter, Filter::Typed(_))
    }

    /// Begins to type the filter.
    pub fn begin_filter(&mut self) {
        self.filter = Filter::Typed(self.words().clone());
    }

    /// Takes the filter away; false if there was none.
    pub fn back(&mut self) -> bool {
        let had = self.is_typed() || !self.words().text().is_empty();
        self.filter = Filter::Kept(InputLine::default());
        had
    }
}

impl Panel for MarksView {
    fn title(&self) -> Cow<'_, str> {
        "Marks and notes".into()
    }

    fn mode(&self) -> Mode {
        if self.is_typed() { Mode::Filter } else { Mode::Marks }
    }

    fn rows(&self, backdrop: &Backdrop<'_>) -> usize {
        self.places(backdrop.marks).len()
    }

    fn position(&mut self) -> &mut usize {
        &mut self.chosen
    }

    fn line(&mut self) -> Option<&mut InputLine> {
        match &mut self.filter {
            Filter::Typed(line) => Some(line),
            Filter::Kept(_) => None,
        }
    }

    fn turn(&mut self) {
        self.turned += 1;
    }

    fn turn_word(&self) -> Option<&'static str> {
        (!self.is_typed()).then_some("next collection")
    }

    fn enter(&mut self, backdrop: &Backdrop<'_>) -> Entered {
        if self.is_typed() {
            self.filter = Filter::Kept(self.words().clone());
            return Entered::Nothing;
        }
        let place = self.places(backdrop.marks).get(self.chosen).copied();
        match place.and_then(|place| backdrop.marks.at(place)) {
            Some((_, Some(item))) => Entered::GoTo(item),
            Some((_, None)) => Entered::Refused("It is not in the files that are open; its mark stays"),
            None => Entered::Refused("Nothing is marked; space marks the open item"),
        }
    }
}
