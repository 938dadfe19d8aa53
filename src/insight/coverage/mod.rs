//! Coverage: which agreements cover which subjects, and where.
//!
//! Method. If a dossier has sectors, its agreements are set against these: a cell has the clauses that name the
//! sector, and the agreement itself if it names it. Agreements of other dossiers, or all if topics were asked for, are
//! set against a list of topics ([`crate::data::Topic`]): a cell has the clauses with one of the topic's words in the
//! heading or text (or the agreement, by its title and summary, if it has no clauses). Clauses with a word in the
//! heading come first, then those with more of the words, then in the order of the agreement. A sector and a topic of
//! the same name share a row. An empty cell means that nothing on record names the sector or has any of the words; it
//! does not mean that the agreement is silent.

mod words;

use super::lists::{Order, items};
use crate::data::Topic;
use crate::model::{Collection, Dossier, ItemId, Kind, Part};
use crate::text::fold::fold;
use rayon::prelude::*;
use std::collections::HashMap;
use words::TopicWords;

/// What the rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subjects {
    /// Sectors of dossiers that have them, topics for the others.
    SectorsElseTopics,
    /// Topics for all.
    Topics,
}

/// The matrix.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    /// The names of the rows.
    pub subjects: Vec<String>,
    /// The columns: agreements by date, undated last.
    pub agreements: Vec<ItemId>,
    cells: HashMap<(usize, usize), Vec<ItemId>>,
}

impl Coverage {
    /// The passages of an agreement on a subject, by row and column, best first.
    pub fn cell(&self, subject: usize, agreement: usize) -> &[ItemId] {
        self.cells.get(&(subject, agreement)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Keeps at most the first `most` subjects.
    #[must_use]
    pub fn limited(mut self, most: usize) -> Self {
        self.subjects.truncate(most);
        self
    }

    /// How many agreements have a passage on a subject.
    pub fn agreements_on(&self, subject: usize) -> usize {
        (0..self.agreements.len()).filter(|a| !self.cell(subject, *a).is_empty()).count()
    }
}

/// The coverage of all open agreements for which `wanted` holds.
pub fn coverage(
    collection: &Collection,
    topics: &[Topic],
    subjects: Subjects,
    wanted: impl Fn(ItemId) -> bool,
) -> Coverage {
    let mut agreements = items(collection, Kind::Agreement, Order::Usual);
    agreements.retain(|item| wanted(*item));
    let ready = TopicWords::new(topics);
    let by_topics = |dossier: &Dossier| subjects == Subjects::Topics || dossier.sectors.is_empty();
    let columns: Vec<Vec<(String, Vec<ItemId>)>> = agreements
        .par_iter()
        .map(|item| match collection.dossier(*item) {
            Some(dossier) if by_topics(dossier) => of_topics(dossier, *item, topics, &ready),
            Some(dossier) => of_sectors(dossier, *item),
            None => Vec::new(),
        })
        .collect();
    let mut rows: HashMap<String, usize> = HashMap::new();
    let mut found = Coverage { agreements, ..Coverage::default() };
    for (place, column) in columns.into_iter().enumerate() {
        for (name, passages) in column {
            let next = rows.len();
            let row = *rows.entry(fold(&name).text().to_owned()).or_insert(next);
            if row == next {
                found.subjects.push(name);
            }
            if !passages.is_empty() {
                found.cells.insert((row, place), passages);
            }
        }
    }
    found
}

/// Every sector of the dossier with the passages of this agreement on it.
fn of_sectors(dossier: &Dossier, item: ItemId) -> Vec<(String, Vec<ItemId>)> {
    let Part::Agreement(i) = item.part else { return Vec::new() };
    let Some(agreement) = dossier.agreement(i) else { return Vec::new() };
    let passages = |sector: &String| {
        let clauses = (0u32..).zip(&agreement.clauses).filter(|(_, c)| c.sectors.contains(sector));
        let mut found: Vec<ItemId> =
            clauses.map(|(c, _)| ItemId { part: Part::Clause(i, c), ..item }).collect();
        if agreement.sectors.contains(sector) {
            found.push(item);
        }
        found
    };
    dossier.sectors.iter().map(|s| (s.name.clone(), passages(&s.id))).collect()
}

/// Every topic with the clauses of this agreement that have its words.
fn of_topics(
    dossier: &Dossier,
    item: ItemId,
    topics: &[Topic],
    ready: &TopicWords,
) -> Vec<(String, Vec<ItemId>)> {
    let Part::Agreement(i) = item.part else { return Vec::new() };
    let Some(agreement) = dossier.agreement(i) else { return Vec::new() };
    let mut found: Vec<Vec<(u32, u32, ItemId)>> = vec![Vec::new(); topics.len()];
    let mut buffer = String::new();
    let mut look = |heading: &str, text: &str, passage: ItemId| {
        let (mut in_heading, mut in_text) = (vec![0; topics.len()], vec![0; topics.len()]);
        ready.count(heading, &mut buffer, &mut in_heading);
        ready.count(text, &mut buffer, &mut in_text);
        for ((own, heading), text) in found.iter_mut().zip(in_heading).zip(in_text) {
            if heading + text > 0 {
                own.push((heading, text, passage));
            }
        }
    };
    if agreement.clauses.is_empty() {
        look(&agreement.title, agreement.summary.as_deref().unwrap_or_default(), item);
    }
    for (c, clause) in (0u32..).zip(&agreement.clauses) {
        look(&clause.heading, &clause.text, ItemId { part: Part::Clause(i, c), ..item });
    }
    let in_order = |mut passages: Vec<(u32, u32, ItemId)>| {
        passages
            .sort_by_key(|(heading, text, item)| (*heading == 0, std::cmp::Reverse(heading + text), *item));
        passages.into_iter().map(|(_, _, item)| item).collect()
    };
    topics.iter().map(|t| t.name.clone()).zip(found.into_iter().map(in_order)).collect()
}
