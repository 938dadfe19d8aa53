//! Compares two agreements, two chapters or two clauses.
//!
//! Clauses are paired by heading and wording (`likeness`) so that the sum of likeness is as large as possible (`pairing`,
//! `assign`); the words of each pair are compared by the shortest difference (`difference`), where case, accents, dashes,
//! punctuation and bullets do not count, but the column of a table does (`cells`). Where one text may have been scanned, words
//! that differ only as scanning errors do are no change (`misread`). If clauses name sectors, the pairs are grouped by them. An agreement without
//! clauses on record is compared by its summary.

mod assign;
mod cells;
mod difference;
mod likeness;
mod misread;
mod pairing;

pub use difference::{Difference, Facing, READABLE, Step};

use super::lists::clauses_of;
use super::wording::{Joined, Numbering, Words};
use crate::model::{Collection, GuessedFact, ItemId, Part, Reading, Thing, Wording};
use crate::text::fold::fold;
use misread::Scanned;
use rayon::prelude::*;
use std::collections::HashMap;
use std::fmt;

/// Two agreements or clauses side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The left one.
    pub left: ItemId,
    /// The right one.
    pub right: ItemId,
    /// The pairs by sector; one group without a sector if the clauses name none.
    pub groups: Vec<Group>,
    /// The totals over all pairs.
    pub counts: Tally,
}

/// Pairs under one sector.
#[derive(Clone, Debug)]
pub struct Group {
    /// The name of the sector; `None` for clauses that name none.
    pub sector: Option<String>,
    /// The pairs in the order of the left agreement.
    pub pairs: Vec<Pair>,
}

/// Two passages that correspond to each other, or one without a counterpart.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The clause on the left, or the agreement if its summary is compared.
    pub left: Option<ItemId>,
    /// The clause on the right.
    pub right: Option<ItemId>,
    /// How alike the two are, from 0 to 1; 0 without a counterpart.
    pub likeness: f64,
    /// Word by word; all words on one side without a counterpart.
    pub difference: Difference,
}

/// How the two sides of a pair stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairState {
    /// No word differs.
    Alike,
    /// Some words differ.
    Differing,
    /// So many words differ that marks would not help; see [`Difference::is_readable`].
    TooDifferent,
    /// Only the left side is there.
    OnlyLeft,
    /// Only the right side is there.
    OnlyRight,
}

impl PairState {
    /// It in words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Alike => "alike",
            Self::Differing => "differing",
            Self::TooDifferent => "too different to mark words",
            Self::OnlyLeft => "only left",
            Self::OnlyRight => "only right",
        }
    }
}

impl Pair {
    /// How its two sides stand to each other.
    pub fn state(&self) -> PairState {
        match (self.left, self.right) {
            (Some(_), None) => PairState::OnlyLeft,
            (None, _) => PairState::OnlyRight,
            _ if self.difference.is_empty() => PairState::Alike,
            _ if self.difference.is_readable() => PairState::Differing,
            _ => PairState::TooDifferent,
        }
    }
}

/// How much two agreements have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Unchanged words in paired passages.
    pub same: usize,
    /// Words that only the left one has.
    pub only_left: usize,
    /// Words that only the right one has.
    pub only_right: usize,
    /// Words that differ only as scanning errors do, where one of the texts may have been scanned.
    pub misread: usize,
    /// Paired passages.
    pub pairs: usize,
    /// Paired passages without any difference.
    pub equal: usize,
    /// Passages of the left one without a counterpart.
    pub left_alone: usize,
    /// Passages of the right one without a counterpart.
    pub right_alone: usize,
}

/// Why two items cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incomparable {
    /// The item with this address is neither an agreement nor a clause.
    Kind(String),
    /// No text of the item with this address is on record.
    NoText(String),
    /// Both have this address.
    Same(String),
}

impl std::error::Error for Incomparable {}

/// One line, not yet filtered for a terminal.
impl fmt::Display for Incomparable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(address) => {
                write!(f, "{address} is neither an agreement nor a clause; only these can be compared")
            }
            Self::NoText(address) => {
                write!(f, "no text of {address} is on record, so it cannot be compared")
            }
            Self::Same(address) => write!(f, "both are {address}; choose two different items"),
        }
    }
}

impl Comparison {
    /// Every pair, group after group.
    pub fn pairs(&self) -> impl Iterator<Item = &Pair> {
        self.groups.iter().flat_map(|group| &group.pairs)
    }

    /// Leaves out the pairs that are alike; the totals stay.
    #[must_use]
    pub fn differing(mut self) -> Self {
        for group in &mut self.groups {
            group.pairs.retain(|pair| pair.state() != PairState::Alike);
        }
        self.groups.retain(|group| !group.pairs.is_empty());
        self
    }

    /// Keeps at most the first `most` pairs; the totals stay.
    #[must_use]
    pub fn limited(mut self, most: usize) -> Self {
        let mut room = most;
        for group in &mut self.groups {
            group.pairs.truncate(room);
            room -= group.pairs.len();
        }
        self.groups.retain(|group| !group.pairs.is_empty());
        self
    }
}

impl Tally {
    /// Paired passages with words that differ.
    pub fn differing(&self) -> usize {
        self.pairs - self.equal
    }

    fn of<'p>(pairs: impl Iterator<Item = &'p Pair>) -> Self {
        let mut counts = Self::default();
        for pair in pairs {
            counts.same += pair.difference.same;
            counts.only_left += pair.difference.only_left;
            counts.only_right += pair.difference.only_right;
            counts.misread += pair.difference.misread;
            match pair.state() {
                PairState::OnlyLeft => counts.left_alone += 1,
                PairState::OnlyRight => counts.right_alone += 1,
                state => {
                    counts.pairs += 1;
                    counts.equal += usize::from(state == PairState::Alike);
                }
            }
        }
        counts
    }
}

/// Compares two agreements or clauses. A clause can be compared with an agreement: it is paired with the nearest
/// clause.
///
/// # Errors
/// If one of them is something else or has no text on record, or both are the same.
pub fn compare(collection: &Collection, left: ItemId, right: ItemId) -> Result<Comparison, Incomparable> {
    if left == right {
        return Err(Incomparable::Same(address(collection, left)));
    }
    let (lefts, rights) = (passages(collection, left)?, passages(collection, right)?);
    let single = lefts.len() == 1 && rights.len() == 1;
    let texts = lefts.iter().chain(&rights).flat_map(|item| heading_and_text(collection, *item));
    let joined = Joined::of(&texts.collect::<Vec<_>>());
    let mut numbering = Numbering::new(&joined);
    let mut sides = |items: &[ItemId]| -> Vec<pairing::Side> {
        items.iter().map(|item| side(collection, *item, &mut numbering)).collect()
    };
    let (l, r) = (sides(&lefts), sides(&rights));
    // Two clauses chosen by a person are a pair, however unlike.
    let mut pairs = pairing::pair(&l, &r);
    if single && pairs.is_empty() {
        pairs.push((0, 0, 0.0));
    }
    let rows: Vec<Places> = rows(&pairs, lefts.len(), rights.len());
    let is_scanned = |item: Option<ItemId>| {
        let agreement = item.and_then(|item| collection.agreement(item));
        agreement.and_then(|agreement| agreement.reading.as_ref()).is_some_and(Reading::may_be_a_scan)
    };
    let none = pairing::Side { heading: Words::default(), text: Words::default() };
    let pairs: Vec<Pair> = rows
        .into_par_iter()
        .map(|(left, right, likeness)| {
            let item = |items: &[ItemId], place: Option<usize>| place.and_then(|at| items.get(at).copied());
            let words = |sides: &'_ [pairing::Side], place: Option<usize>| {
                place.and_then(|at| sides.get(at)).unwrap_or(&none).text.clone()
            };
            let (left_item, right_item) = (item(&lefts, left), item(&rights, right));
            let text = |item: Option<ItemId>| item.and_then(|i| passage(collection, i)).unwrap_or_default();
            let difference = Difference::of_words(
                (text(left_item), &words(&l, left)),
                (text(right_item), &words(&r, right)),
                Scanned { left: is_scanned(left_item), right: is_scanned(right_item) },
            );
            Pair { left: left_item, right: right_item, likeness, difference }
        })
        .collect();
    let counts = Tally::of(pairs.iter());
    Ok(Comparison { left, right, groups: grouped(collection, pairs), counts })
}

/// The text of a clause, or the summary of an agreement.
pub fn passage(collection: &Collection, item: ItemId) -> Option<&str> {
    let item = collection.item(item)?;
    item.agreement().and(item.text())
}

/// How near a passage is to the instrument.
pub fn wording(collection: &Collection, item: ItemId) -> Wording {
    let clause = collection.item(item).and_then(|item| item.clause());
    clause.map_or(Wording::Summary, |clause| clause.wording)
}

/// The name of a passage: number and heading of a clause or a chapter, title of an agreement.
pub fn label(collection: &Collection, item: ItemId) -> String {
    let Some(item) = collection.item(item) else { return String::new() };
    match item.thing() {
        Thing::Clause(clause) => clause.numbered_heading(),
        Thing::Chapter(chapter) => chapter.name(),
        _ => item.list_title().to_owned(),
    }
}

/// When an agreement, or that of a clause or a chapter, was signed, and by whom: `signed 4 Jul 1994 · ARM KGZ`.
pub fn signed(collection: &Collection, item: ItemId) -> String {
    let Some(agreement) = collection.agreement(item) else { return String::new() };
    let date = agreement.signed_on().unwrap_or_else(|| "undated".to_owned());
    let mark = agreement.mark(GuessedFact::Parties);
    if agreement.parties.is_empty() {
        date
    } else {
        format!("{date} · {mark}{}", agreement.parties.join(" "))
    }
}

fn address(collection: &Collection, item: ItemId) -> String {
    collection.address(item).map(String::from).unwrap_or_default()
}

/// The passages of an item that are compared: a clause itself, the clauses of an agreement or a chapter, or else the summary.
fn passages(collection: &Collection, item: ItemId) -> Result<Vec<ItemId>, Incomparable> {
    let found = match item.part {
        Part::Clause(..) => vec![item],
        Part::Agreement(_) | Part::Chapter(..) => clauses_of(collection, item).collect(),
        _ => return Err(Incomparable::Kind(address(collection, item))),
    };
    if !found.is_empty() {
        return Ok(found);
    }
    match passage(collection, item) {
        Some(_) => Ok(vec![item]),
        None => Err(Incomparable::NoText(address(collection, item))),
    }
}

fn side(collection: &Collection, item: ItemId, numbering: &mut Numbering) -> pairing::Side {
    let [heading, text] = heading_and_text(collection, item).map(|text| numbering.words(text));
    pairing::Side { heading, text }
}

fn heading_and_text(collection: &Collection, item: ItemId) -> [&str; 2] {
    let clause = collection.item(item).and_then(|item| item.clause());
    let heading = clause.map(|clause| clause.heading.as_str()).unwrap_or_default();
    [heading, passage(collection, item).unwrap_or_default()]
}

/// A pair as indices in both lists, and its likeness.
type Places = (Option<usize>, Option<usize>, f64);

/// Pairs and unpaired passages in the order of the left list; passages of the right list only come after what
/// precedes them there.
fn rows(pairs: &[(usize, usize, f64)], lefts: usize, rights: usize) -> Vec<Places> {
    let mut of_left: Vec<Option<(usize, f64)>> = vec![None; lefts];
    let mut of_right: Vec<Option<usize>> = vec![None; rights];
    for (left, right, likeness) in pairs {
        of_left.get_mut(*left).into_iter().for_each(|own| *own = Some((*right, *likeness)));
        of_right.get_mut(*right).into_iter().for_each(|own| *own = Some(*left));
    }
    let mut alone: Vec<Vec<usize>> = vec![Vec::new(); lefts + 1];
    let mut after = 0;
    for (right, left) in of_right.into_iter().enumerate() {
        match left {
            Some(left) => after = left + 1,
            None => alone.get_mut(after).into_iter().for_each(|list| list.push(right)),
        }
    }
    let mut rows: Vec<Places> = Vec::new();
    let own = of_left.into_iter().enumerate().map(|(left, paired)| match paired {
        Some((right, likeness)) => (Some(left), Some(right), likeness),
        None => (Some(left), None, 0.0),
    });
    for (own, only_right) in std::iter::once(None).chain(own.map(Some)).zip(alone) {
        rows.extend(own);
        rows.extend(only_right.into_iter().map(|right| (None, Some(right), 0.0)));
    }
    rows
}

/// Groups pairs by the first sector that the left clause names, else the right one, in the order of the sectors.
fn grouped(collection: &Collection, pairs: Vec<Pair>) -> Vec<Group> {
    let mut places = SectorPlaces::default();
    let mut known: HashMap<Option<String>, usize> = HashMap::new();
    let mut groups: Vec<((usize, usize), Group)> = Vec::new();
    for pair in pairs {
        let mut of = |item: Option<ItemId>, side: usize| {
            let (name, place) = places.sector(collection, item?)?;
            Some((name, (side, place)))
        };
        // Sectors that only the right agreement names come after those of the left one.
        let sector = of(pair.left, 0).or_else(|| of(pair.right, 1));
        let key = sector.map(|(name, _)| fold(name).text().to_owned());
        let (name, place) = sector.map_or((None, (2, 0)), |(name, place)| (Some(name), place));
        let at = *known.entry(key).or_insert(groups.len());
        match groups.get_mut(at) {
            Some((first, group)) => {
                *first = place.min(*first);
                group.pairs.push(pair);
            }
            None => groups.push((place, Group { sector: name.map(str::to_owned), pairs: vec![pair] })),
        }
    }
    groups.sort_by_key(|(place, _)| *place);
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The places of sectors in their dossiers, by their ids.
#[derive(Default)]
struct SectorPlaces<'a>(HashMap<u32, HashMap<&'a str, usize>>);

impl<'a> SectorPlaces<'a> {
    /// The name of the first sector that a clause names, and its place among all sectors.
    fn sector(&mut self, collection: &'a Collection, item: ItemId) -> Option<(&'a str, usize)> {
        let dossier = collection.dossier(item)?;
        let id = dossier.clause(item.part)?.sectors.first()?;
        let places = self.0.entry(item.dossier).or_insert_with(|| {
            // Of two with one id, the first counts.
            let all = dossier.sectors.iter().enumerate().rev();
            all.map(|(place, sector)| (sector.id.as_str(), place)).collect()
        });
        let place = *places.get(id.as_str())?;
        Some((dossier.sectors.get(place)?.name.as_str(), place))
    }
}

#[cfg(test)]
mod tests;
