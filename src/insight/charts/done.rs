//! What was done about each clause, on a line of time: which were followed, and which are silent.

use crate::insight::{FollowUp, Related};
use crate::model::{Collection, ItemId};
use std::cmp::Reverse;

/// With more clauses than this, an agreement without any follow-up has a count instead of its clauses.
const MANY: usize = 12;

/// A line of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoneLine {
    /// An agreement.
    Agreement(ItemId),
    /// A clause, by its place in [`Done::clauses`].
    Clause(usize),
    /// This many clauses without follow-up.
    Silent(ItemId, usize),
    /// This many points that are not on record.
    Missing(ItemId, usize),
}

/// A clause and what was done about it.
#[derive(Clone, Debug)]
pub struct DoneClause {
    /// The clause.
    pub item: ItemId,
    /// What was done, oldest first, with the moment in years; what has no date is last.
    pub acts: Vec<(Related, Option<f64>)>,
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Done {
    /// The lines, agreement by agreement.
    pub lines: Vec<DoneLine>,
    /// All clauses.
    pub clauses: Vec<DoneClause>,
    /// How many of them have a follow-up.
    pub followed: usize,
    /// The first and the last year of what is shown; `None` if nothing was done.
    pub years: Option<(u16, u16)>,
}

impl Done {
    /// The follow-up of clauses, agreements with any of it first.
    pub fn of(collection: &Collection, mut found: Vec<FollowUp>, last: Option<u16>) -> Self {
        let mut done = Self::default();
        found.sort_by_key(|of| Reverse(of.clauses.iter().any(|(_, acts)| !acts.is_empty())));
        let mut years: Vec<u16> = Vec::new();
        for of in found {
            done.lines.push(DoneLine::Agreement(of.agreement));
            let is_silent = of.clauses.iter().all(|(_, acts)| acts.is_empty());
            if is_silent && of.clauses.len() > MANY {
                done.lines.push(DoneLine::Silent(of.agreement, of.clauses.len()));
            }
            if !is_silent {
                years.extend(collection.date(of.agreement).map(|date| date.year()));
            }
            for (item, acts) in of.clauses {
                if !is_silent || done.lines.last().is_none_or(|line| !matches!(line, DoneLine::Silent(..))) {
                    done.lines.push(DoneLine::Clause(done.clauses.len()));
                }
                let mut acts: Vec<_> = acts
                    .into_iter()
                    .map(|act| (act, collection.date(ItemId { part: act.part, ..item })))
                    .collect();
                acts.sort_by_key(|(_, date)| (date.is_none(), date.map(|date| date.begins())));
                years.extend(acts.iter().filter_map(|(_, date)| *date).map(|date| date.year()));
                done.followed += usize::from(!acts.is_empty());
                let moment = |(act, date): (Related, Option<crate::model::Date>)| {
                    (act, date.map(|date| date.begins().as_years()))
                };
                done.clauses.push(DoneClause { item, acts: acts.into_iter().map(moment).collect() });
            }
            if of.missing > 0 {
                done.lines.push(DoneLine::Missing(of.agreement, of.missing));
            }
        }
        let latest = years.iter().max().copied();
        done.years = years.iter().min().copied().zip(latest.max(last.filter(|_| latest.is_some())));
        done
    }

    /// The clause of a line.
    pub fn clause(&self, line: usize) -> Option<&DoneClause> {
        match self.lines.get(line)? {
            DoneLine::Clause(place) => self.clauses.get(*place),
            _ => None,
        }
    }

    /// The item of a line, with the clause of an act or the agreement of what is counted.
    pub fn item(&self, line: usize) -> Option<ItemId> {
        match self.lines.get(line)? {
            DoneLine::Agreement(item) | DoneLine::Silent(item, _) | DoneLine::Missing(item, _) => Some(*item),
            DoneLine::Clause(place) => self.clauses.get(*place).map(|clause| clause.item),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::follow_up;
    use std::sync::Arc;

    #[test]
    fn every_clause_is_counted_and_acts_are_in_order() {
        let collection = Collection::new(vec![Arc::new(crate::data::builtin().unwrap())]);
        let found = follow_up(&collection);
        let followed = found.iter().flat_map(|of| &of.clauses).filter(|(_, acts)| !acts.is_empty()).count();
        let clauses: usize = found.iter().map(|of| of.clauses.len()).sum();
        let done = Done::of(&collection, found, None);
        assert_eq!((done.followed, done.clauses.len()), (followed, clauses));
        let silent = |line: &DoneLine| if let DoneLine::Silent(_, count) = line { *count } else { 0 };
        let listed = done.lines.iter().filter(|line| matches!(line, DoneLine::Clause(_))).count();
        assert_eq!(listed + done.lines.iter().map(silent).sum::<usize>(), clauses);
        let (first, last) = done.years.unwrap();
        for clause in &done.clauses {
            let moments: Vec<f64> = clause.acts.iter().filter_map(|(_, at)| *at).collect();
            assert!(moments.is_sorted());
            assert!(moments.iter().all(|at| (f64::from(first)..f64::from(last) + 1.0).contains(at)));
        }
    }
}
