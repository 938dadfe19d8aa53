//! Several dossiers as one in which no two ids are the same.

use super::file::file_stem;
use super::renaming::{rename_references, renamed};
use crate::model::{Dossier, UniqueIds};
use crate::text::slug;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::HashMap;
use std::mem::take;
use std::path::Path;
use std::sync::Arc;

/// One dossier of several, named like a file. What has the same id in two is renamed, but for parties and sectors, which are
/// the same. A single one stays what it is, with ids that are valid in the format.
pub fn merged(mut dossiers: Vec<Arc<Dossier>>, file: &Path) -> Dossier {
    if dossiers.len() == 1
        && let Some(one) = dossiers.pop()
    {
        let id = valid(&one.id);
        let mut dossier = Arc::unwrap_or_clone(one).with_own_ids(&id, &mut taken(&id));
        dossier.id = id;
        return dossier.arrange();
    }
    let stem = file.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let stem = if stem == "-" { "imported".into() } else { stem };
    let mut all = Dossier::new(&file_stem(&stem), &stem);
    let mut ids = taken(&all.id);
    for dossier in dossiers {
        let mut dossier = Arc::unwrap_or_clone(dossier);
        dossier.parties.retain(|party| !all.parties.iter().any(|own| own.id == party.id));
        dossier.sectors.retain(|sector| !all.sectors.iter().any(|own| own.id == sector.id));
        dossier.people.retain(|person| !all.people.iter().any(|own| own.name == person.name));
        let dossier = dossier.with_own_ids(&all.id, &mut ids);
        all.allow.extend(dossier.allow);
        all.parties.extend(dossier.parties);
        all.people.extend(dossier.people);
        all.places.extend(dossier.places);
        all.sources.extend(dossier.sources);
        all.sectors.extend(dossier.sectors);
        all.agreements.extend(dossier.agreements);
        all.events.extend(dossier.events);
        all.organisations.extend(dossier.organisations);
        all.disputes.extend(dossier.disputes);
    }
    all.arrange()
}

/// The ids of a dossier that has only its own so far.
fn taken(id: &str) -> UniqueIds {
    let mut ids = UniqueIds::default();
    ids.unique(id, '-');
    ids
}

/// An id that is valid in the format, which those of foreign files need not be.
fn valid(id: &str) -> String {
    let is_valid = |id: &str| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_%~".contains(&byte));
    match slug(id) {
        _ if is_valid(id) => id.to_owned(),
        slug if slug.is_empty() => "untitled".to_owned(),
        slug => slug,
    }
}

/// New ids by the old ones.
type Renamed = HashMap<String, String>;

impl Dossier {
    /// What becomes a part of the dossier with this id, with valid ids that are not taken, also in what refers to them.
    fn with_own_ids(mut self, dossier: &str, taken: &mut UniqueIds) -> Self {
        let claim = |id: &mut String, taken: &mut UniqueIds, renamed: &mut Renamed, wanted: &str| {
            let own = taken.unique(&valid(wanted), '-');
            if own != *id {
                renamed.insert(std::mem::replace(id, own.clone()), own);
            }
        };
        // A foreign file may give a source and an agreement one id.
        let (mut sources, mut items) = (Renamed::new(), Renamed::new());
        if self.id != dossier {
            items.insert(self.id.clone(), dossier.to_owned());
        }
        for source in &mut self.sources {
            let wanted = source.id.clone();
            claim(&mut source.id, taken, &mut sources, &wanted);
        }
        for agreement in &mut self.agreements {
            // Nor may a foreign file and its only agreement have one id here.
            let is_own = agreement.id == self.id;
            let wanted =
                if is_own { agreement.kind_word().unwrap_or("text") } else { &agreement.id }.to_owned();
            claim(&mut agreement.id, taken, &mut items, &wanted);
            let mut clauses = UniqueIds::default();
            agreement
                .clauses
                .iter_mut()
                .for_each(|clause| clause.id = clauses.unique(&valid(&clause.id), '-'));
        }
        let ids = self.parties.iter_mut().map(|own| &mut own.id);
        let ids = ids.chain(self.sectors.iter_mut().map(|own| &mut own.id));
        let ids = ids.chain(self.places.iter_mut().map(|own| &mut own.id));
        let ids = ids.chain(self.events.iter_mut().map(|own| &mut own.id));
        let ids = ids.chain(self.organisations.iter_mut().map(|own| &mut own.id));
        for id in ids.chain(self.disputes.iter_mut().filter_map(|own| own.id.as_mut())) {
            let wanted = id.clone();
            claim(id, taken, &mut items, &wanted);
        }
        self.referring(&sources, &items)
    }

    /// The dossier with new ids in what refers to items.
    fn referring(mut self, sources: &Renamed, items: &Renamed) -> Self {
        if sources.is_empty() && items.is_empty() {
            return self;
        }
        let new = |field: &str, id: &str| {
            let ids = if field.ends_with("sources") { sources } else { items };
            ids.get(id).cloned()
        };
        // What there may be many of is taken one by one: as a tree of JSON it needs many times its memory.
        let (mut agreements, mut organisations) = (take(&mut self.agreements), take(&mut self.organisations));
        let mut events = take(&mut self.events);
        for agreement in &mut agreements {
            let mut clauses = take(&mut agreement.clauses);
            clauses.iter_mut().for_each(|clause| rename_in(clause, &new));
            rename_in(agreement, &new);
            agreement.clauses = clauses;
        }
        for organisation in &mut organisations {
            let mut memberships = take(&mut organisation.memberships);
            memberships.iter_mut().for_each(|membership| rename_in(membership, &new));
            rename_in(organisation, &new);
            organisation.memberships = memberships;
        }
        events.iter_mut().for_each(|event| rename_in(event, &new));
        rename_in(&mut self, &new);
        (self.agreements, self.organisations, self.events) = (agreements, organisations, events);
        for at in self.allow.iter_mut().filter_map(|allowed| allowed.at.as_mut()) {
            let new = |id: &str| items.get(id).or_else(|| sources.get(id)).cloned();
            if let Some(id) = renamed(at, &new) {
                *at = id;
            }
        }
        self
    }
}

/// Writes new ids into the references of something; `new` has the field and the id in it.
fn rename_in<T: Serialize + DeserializeOwned>(item: &mut T, new: &impl Fn(&str, &str) -> Option<String>) {
    let Ok(Value::Object(mut fields)) = serde_json::to_value(&*item) else { return };
    rename_references(&mut fields, new);
    if let Ok(own) = serde_json::from_value(Value::Object(fields)) {
        *item = own;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::formats::parse;

    /// Two dossiers of everything, each taken twice, have no problem when they are one.
    #[test]
    fn dossiers_with_the_same_ids_are_one_without_problems() {
        let read = |text: &str| parse(Path::new("x.json"), text.as_bytes()).dossiers.remove(0);
        let example = read(&crate::data::example(Path::new("-")));
        let builtin = read(crate::data::builtin_text());
        let all = vec![example.clone(), builtin.clone(), example.clone(), builtin.clone()];
        let one = merged(all, Path::new("example.json"));
        let mut written = Vec::new();
        crate::data::write_canonical(&one, &mut written).unwrap();
        let again = parse(Path::new("x.json"), &written);
        assert_eq!(again.problems, []);
        let count =
            |dossier: &Dossier| (dossier.sources.len(), dossier.agreements.len(), dossier.disputes.len());
        let sum = |by: fn((usize, usize, usize)) -> usize| 2 * (by(count(&example)) + by(count(&builtin)));
        assert_eq!(count(&one), (sum(|own| own.0), sum(|own| own.1), sum(|own| own.2)));
        // A single dossier of the format stays as it is.
        assert_eq!(merged(vec![builtin.clone()], Path::new("y.json")), *builtin);
    }

    #[test]
    fn a_source_named_like_the_file_gets_an_id_of_its_own() {
        let text = r#"{"format": "accords/1", "id": "table", "title": "T",
            "sources": [{"id": "s", "kind": "news", "publisher": "P", "title": "T"}],
            "agreements": [{"id": "a", "title": "A", "sources": ["s"]}]}"#;
        let mut dossier = Dossier::clone(&parse(Path::new("x.json"), text.as_bytes()).dossiers[0]);
        dossier.sources[0].id = "table".to_owned();
        dossier.agreements[0].id = "table-2".to_owned();
        dossier.agreements[0].sources = vec!["table".to_owned()];
        let one = merged(vec![Arc::new(dossier)], Path::new("-"));
        assert_eq!((one.sources[0].id.as_str(), one.agreements[0].id.as_str()), ("table-2", "table-2-2"));
        assert_eq!(one.agreements[0].sources, ["table-2"]);
    }
}
