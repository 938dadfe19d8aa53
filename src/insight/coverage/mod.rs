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
use crate::data::Meter;
use crate::data::Topic;
use crate::model::{Collection, Dossier, ItemId, Kind, Part};
use crate::text::fold::fold;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
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
    /// The passages by row and column; what has none takes no room.
    cells: HashMap<(usize, usize), Vec<ItemId>>,
    /// By row, how many agreements have a passage.
    covering: Vec<usize>,
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
        self.covering.get(subject).copied().unwrap_or(0)
    }
}

/// The coverage of all open agreements for which `wanted` holds.
pub fn coverage(
    collection: &Collection,
    topics: &[Topic],
    subjects: Subjects,
    wanted: impl Fn(ItemId) -> bool,
    meter: &Meter,
) -> Coverage {
    let mut agreements = items(collection, Kind::Agreement, Order::Usual);
    agreements.retain(|item| wanted(*item));
    let ready = TopicWords::new(topics);
    let by_topics = |dossier: &Dossier| subjects == Subjects::Topics || dossier.sectors.is_empty();
    meter.begin(agreements.len());
    let columns: Vec<Column> = agreements
        .par_iter()
        .map_init(
            || Hits::new(topics.len()),
            |hits, item| match collection.dossier(*item) {
                Some(dossier) if by_topics(dossier) => of_topics(dossier, *item, &ready, hits),
                Some(dossier) => of_sectors(dossier, *item),
                None => Vec::new(),
            },
        )
        .inspect(|_| meter.step())
        .collect();
    let mut rows = Rows::default();
    let mut cells = HashMap::new();
    for (place, (item, column)) in agreements.iter().zip(columns).enumerate() {
        let Some(dossier) = collection.dossier(*item) else { continue };
        let rows = match by_topics(dossier) {
            true => rows.of(None, topics.iter().map(|topic| &topic.name)),
            false => rows.of(Some(item.dossier), dossier.sectors.iter().map(|sector| &sector.name)),
        };
        cells.extend(
            column.into_iter().filter_map(|(at, passages)| Some(((*rows.get(at)?, place), passages))),
        );
    }
    let mut covering = vec![0; rows.names.len()];
    for (row, _) in cells.keys() {
        covering.get_mut(*row).into_iter().for_each(|count| *count += 1);
    }
    Coverage { subjects: rows.names, agreements, cells, covering }
}

/// The passages of an agreement on the subjects that it covers, by their places among the sectors of its dossier or among
/// the topics.
type Column = Vec<(usize, Vec<ItemId>)>;

/// The rows, in the order in which their subjects come.
#[derive(Default)]
struct Rows {
    names: Vec<String>,
    by_name: HashMap<String, usize>,
    /// The rows of the sectors of a dossier, or of the topics.
    known: HashMap<Option<u32>, Vec<usize>>,
}

impl Rows {
    /// The rows of these subjects; a sector and a topic of the same name share one.
    fn of<'a>(&mut self, sectors_of: Option<u32>, names: impl Iterator<Item = &'a String>) -> &[usize] {
        let (all, by_name) = (&mut self.names, &mut self.by_name);
        self.known.entry(sectors_of).or_insert_with(|| {
            let row = |name: &String| {
                *by_name.entry(fold(name).text().to_owned()).or_insert_with(|| {
                    all.push(name.clone());
                    all.len() - 1
                })
            };
            names.map(row).collect()
        })
    }
}

/// The sectors of the dossier that this agreement covers, with its passages on each.
fn of_sectors(dossier: &Dossier, item: ItemId) -> Column {
    let Part::Agreement(i) = item.part else { return Vec::new() };
    let Some(agreement) = dossier.agreement(i) else { return Vec::new() };
    let mut found: BTreeMap<usize, Vec<ItemId>> = BTreeMap::new();
    let mut add = |sectors: &[String], passage: ItemId| {
        for sector in sectors.iter().filter_map(|id| dossier.find(id)) {
            let Part::Sector(place) = sector else { continue };
            let passages = found.entry(place as usize).or_default();
            // A sector may be named twice.
            if passages.last() != Some(&passage) {
                passages.push(passage);
            }
        }
    };
    for (c, clause) in (0u32..).zip(&agreement.clauses) {
        add(&clause.sectors, ItemId { part: Part::Clause(i, c), ..item });
    }
    add(&agreement.sectors, item);
    found.into_iter().collect()
}

/// The topics with the clauses of this agreement that have their words.
fn of_topics(dossier: &Dossier, item: ItemId, ready: &TopicWords, hits: &mut Hits) -> Column {
    let Part::Agreement(i) = item.part else { return Vec::new() };
    let Some(agreement) = dossier.agreement(i) else { return Vec::new() };
    let mut found: BTreeMap<usize, Vec<(u32, u32, ItemId)>> = BTreeMap::new();
    let mut buffer = String::new();
    let mut look = |heading: &str, text: &str, passage: ItemId| {
        ready.count(heading, &mut buffer, |topic| hits.add(topic, (1, 0)));
        ready.count(text, &mut buffer, |topic| hits.add(topic, (0, 1)));
        hits.take(|topic, (heading, text)| found.entry(topic).or_default().push((heading, text, passage)));
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
    found.into_iter().map(|(topic, passages)| (topic, in_order(passages))).collect()
}

/// How often a passage has words of each topic, in its heading and in its text.
struct Hits {
    counts: Vec<(u32, u32)>,
    /// The topics that it has words of.
    touched: Vec<usize>,
}

impl Hits {
    fn new(topics: usize) -> Self {
        Self { counts: vec![(0, 0); topics], touched: Vec::new() }
    }

    fn add(&mut self, topic: usize, more: (u32, u32)) {
        let Some(count) = self.counts.get_mut(topic) else { return };
        if *count == (0, 0) {
            self.touched.push(topic);
        }
        *count = (count.0 + more.0, count.1 + more.1);
    }

    /// Hands over the counts, and begins anew.
    fn take(&mut self, mut each: impl FnMut(usize, (u32, u32))) {
        for topic in self.touched.drain(..) {
            let count = self.counts.get_mut(topic).map(std::mem::take);
            count.into_iter().for_each(|count| each(topic, count));
        }
    }
}
