//! Where a person is, and what there is to choose there.

use super::request::Request;
use crate::insight::{Order, items, page, resolve, sector_count};
use crate::model::{Collection, ItemId, Kind, Part};
use crate::report::{Links, TextLook, counted, held_by_nothing, not_on_record, page_text, read_as};
use crate::search::{Index, Query};
use crate::text::{count, shown, thousands};
use std::io::{self, Write};
use std::sync::{Arc, OnceLock};

/// Choices of a list that are said at once.
const PART: usize = 20;

/// The lists of the beginning, in the order of the panes.
const LISTS: [(&str, Kind); 7] = [
    ("Timeline", Kind::Event),
    ("Clauses", Kind::Clause),
    ("Agreements", Kind::Agreement),
    ("Sectors", Kind::Sector),
    ("Memberships", Kind::Organisation),
    ("Disputes", Kind::Dispute),
    ("Sources", Kind::Source),
];

/// A person's way through what is open.
pub(super) struct Session<'a> {
    collection: &'a Collection,
    index: OnceLock<Index>,
    /// Where the person is, and before it where the person was.
    way: Vec<Place>,
    /// The items of the page that was read out last, by their numbers.
    links: Vec<ItemId>,
}

#[derive(Clone, Debug)]
enum Place {
    Top,
    List { title: String, items: Arc<[ItemId]>, from: usize },
    Item(ItemId),
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// There is something else to say.
    Moved,
    /// The person is where they were, and is told why.
    Told(String),
    /// Help was asked for.
    Help,
    /// The end was.
    Quit,
}

impl<'a> Session<'a> {
    pub(super) fn new(collection: &'a Collection) -> Self {
        Self { collection, index: OnceLock::new(), way: Vec::new(), links: Vec::new() }
    }

    fn place(&self) -> Place {
        self.way.last().cloned().unwrap_or(Place::Top)
    }

    fn go(&mut self, place: Place) -> Outcome {
        self.way.push(place);
        Outcome::Moved
    }

    /// Does what was asked for.
    pub(super) fn heed(&mut self, request: Request) -> Outcome {
        match request {
            Request::Choose(number) => self.choose(number),
            Request::Search(words) => self.search(&words),
            Request::Open(address) => match resolve(self.collection, &address) {
                Ok(item) => self.go(Place::Item(item)),
                Err(why) => Outcome::Told(format!("{why}. To search, type /{address}; h is help.")),
            },
            Request::Next => self.turn(|from| from.saturating_add(PART)),
            Request::Previous => self.turn(|from| from.saturating_sub(PART)),
            Request::Back => match self.way.pop() {
                Some(_) => Outcome::Moved,
                None => Outcome::Told("This is the top.".to_owned()),
            },
            Request::Top => self.go(Place::Top),
            Request::Again => Outcome::Moved,
            Request::Help => Outcome::Help,
            Request::Quit => Outcome::Quit,
        }
    }

    fn choose(&mut self, number: usize) -> Outcome {
        let at = number.checked_sub(1);
        let (chosen, most) = match self.place() {
            Place::Top => {
                let list = at.and_then(|at| LISTS.get(at));
                let list = list.map(|(title, kind)| Place::List {
                    title: (*title).to_owned(),
                    items: items(self.collection, *kind, Order::Usual).into(),
                    from: 0,
                });
                (list, LISTS.len())
            }
            Place::List { items, .. } => {
                (at.and_then(|at| items.get(at)).copied().map(Place::Item), items.len())
            }
            Place::Item(_) => {
                (at.and_then(|at| self.links.get(at)).copied().map(Place::Item), self.links.len())
            }
        };
        match (chosen, most) {
            (Some(place), _) => self.go(place),
            (None, 0) => Outcome::Told("There is nothing to choose here.".to_owned()),
            (None, most) => {
                Outcome::Told(format!("There is no {number}; choose from 1 to {}.", thousands(most)))
            }
        }
    }

    /// Lists what a search finds, best first.
    fn search(&mut self, words: &str) -> Outcome {
        let query = Query::parse(words);
        if query.is_empty() {
            let problem = query.problems().first().map(|problem| problem.message.clone());
            return Outcome::Told(
                problem.unwrap_or_else(|| "Type what to search for after the slash.".to_owned()),
            );
        }
        let index = self.index.get_or_init(|| Index::build(self.collection));
        let matches = index.search(self.collection, &query);
        if matches.ranked().is_empty() {
            let near = matches.nearest_words(5).join(", ");
            let near = if near.is_empty() { near } else { format!(" Nearest words: {near}.") };
            return Outcome::Told(format!("Nothing holds {words}.{near}"));
        }
        let mut said: Vec<String> =
            matches.problems().iter().map(|problem| problem.message.clone()).collect();
        said.extend(matches.readings().map(read_as));
        said.extend(matches.unknown().map(held_by_nothing));
        said.push(format!("Found for {words}: {} with all of it", thousands(matches.all_words())));
        let items = matches.ranked().iter().map(|found| found.item).collect();
        self.go(Place::List { title: said.join(". "), items, from: 0 })
    }

    /// To another part of a list.
    fn turn(&mut self, to: impl Fn(usize) -> usize) -> Outcome {
        let Some(Place::List { items, from, .. }) = self.way.last_mut() else {
            return Outcome::Told("There is no more here. h is help.".to_owned());
        };
        let next = to(*from);
        if next == *from || next >= items.len() {
            let end = if next > *from { "end" } else { "beginning" };
            return Outcome::Told(format!("This is the {end} of the list."));
        }
        *from = next;
        Outcome::Moved
    }

    /// Says where the person is and what there is to choose.
    pub(super) fn say(&mut self, out: &mut impl Write) -> io::Result<()> {
        match self.place() {
            Place::Top => self.say_top(out),
            Place::List { title, items, from } => self.say_list(&title, &items, from, out),
            Place::Item(item) => {
                let Some(page) = page(self.collection, item) else { return Ok(()) };
                writeln!(out, "{}.", capital(item.kind().word()))?;
                let mut links = Links::Numbers(Vec::new());
                page_text(self.collection, &page, TextLook::default(), &mut links, out)?;
                if let Links::Numbers(items) = links {
                    self.links = items;
                }
                Ok(())
            }
        }
    }

    fn say_top(&self, out: &mut impl Write) -> io::Result<()> {
        for dossier in self.collection.dossiers() {
            let date = dossier.as_of.map(|date| format!(", as of {}", date.shown())).unwrap_or_default();
            writeln!(out, "{}{date}.", shown(&dossier.title))?;
        }
        let agreements = items(self.collection, Kind::Agreement, Order::Usual);
        for line in not_on_record(self.collection, &agreements) {
            writeln!(out, "{}.", shown(&line))?;
        }
        for (number, (title, kind)) in (1..).zip(LISTS) {
            let held = items(self.collection, kind, Order::Usual).len();
            writeln!(out, "{number}. {title}: {}", counted(kind, held))?;
        }
        writeln!(out, "Type a number, or a slash and words to search; h is help, q quits.")
    }

    fn say_list(&self, title: &str, items: &[ItemId], from: usize, out: &mut impl Write) -> io::Result<()> {
        let last = items.len().min(from.saturating_add(PART));
        writeln!(
            out,
            "{}. {} to {} of {}.",
            shown(title),
            thousands((from + 1).min(last)),
            thousands(last),
            thousands(items.len())
        )?;
        let one_kind = items.iter().all(|item| Some(item.kind()) == items.first().map(|first| first.kind()));
        for (number, item) in (from + 1..).zip(items.iter().skip(from).take(PART)) {
            let kind = if one_kind { String::new() } else { format!("{}: ", capital(item.kind().word())) };
            writeln!(out, "{number}. {kind}{}", shown(&self.title(*item)))?;
        }
        if last < items.len() {
            return writeln!(out, "n: {} more.", thousands(items.len() - last));
        }
        let missing = if one_kind { not_on_record(self.collection, items) } else { Vec::new() };
        missing.iter().try_for_each(|line| writeln!(out, "{}.", shown(line)))
    }

    /// An item in a line: its date where it is one of time, its title, and what a list tells about it.
    fn title(&self, item: ItemId) -> String {
        let title = self.collection.title(item).unwrap_or_default();
        let remark = self.remark(item).map(|remark| format!(", {remark}")).unwrap_or_default();
        match item.kind() {
            Kind::Event | Kind::Agreement | Kind::Source => {
                let date =
                    self.collection.date(item).map_or_else(|| "undated".to_owned(), |date| date.shown());
                format!("{date}, {title}{remark}")
            }
            _ => format!("{title}{remark}"),
        }
    }

    /// What the explorer's panes tell at the side: how much is on record, how the parties stand to each other.
    fn remark(&self, item: ItemId) -> Option<String> {
        let dossier = self.collection.dossier(item)?;
        match item.part {
            Part::Agreement(i) => {
                let missing = dossier.agreement(i)?.missing();
                (missing > 0).then(|| count(missing, "point not on record", "points not on record"))
            }
            Part::Clause(i, _) => Some(dossier.agreement(i)?.list_title().to_owned()),
            Part::Sector(_) => {
                let facts = sector_count(self.collection, item);
                Some(count(facts, "fact on record", "facts on record"))
            }
            Part::Organisation(i) => {
                let organisation = dossier.organisation(i)?;
                let since = organisation.shared_since(&dossier.compares);
                let since = since.map(|since| format!(" since {}", since.shown())).unwrap_or_default();
                Some(format!("{}{since}", dossier.standing(organisation).word()))
            }
            _ => None,
        }
    }
}

/// The word with its first letter large.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
