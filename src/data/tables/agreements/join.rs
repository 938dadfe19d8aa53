//! Tables that belong together: the rows of one are parties of the agreements of another.

use super::build::Imported;
use crate::data::problem::Problem;
use crate::model::{Agreement, Dossier, Event, Source};
use crate::text::{count, repeated};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// Joins each table whose rows are parties to the first one whose rows are agreements with the same ids.
///
/// What the parties did becomes events of the agreements; parties, dates and kinds that the agreements have not are added.
pub(in crate::data) fn joined(tables: Vec<(PathBuf, Imported)>) -> Vec<(PathBuf, Imported)> {
    let (of_parties, mut all): (Vec<_>, Vec<_>) =
        tables.into_iter().partition(|(_, table)| table.rows_are_parties);
    for (file, parties) in of_parties {
        let fits =
            |(_, table): &&mut (PathBuf, Imported)| !table.rows_are_parties && share_ids(table, &parties);
        match all.iter_mut().find(fits) {
            Some((target, agreements)) => join(target, agreements, &file, parties),
            None => all.push((file, parties)),
        }
    }
    all
}

fn share_ids(one: &Imported, other: &Imported) -> bool {
    let ids: HashSet<&str> = one.dossier.agreements.iter().map(|agreement| agreement.id.as_str()).collect();
    other.dossier.agreements.iter().any(|agreement| ids.contains(agreement.id.as_str()))
}

fn join(target: &Path, into: &mut Imported, file: &Path, from: Imported) {
    let name =
        |file: &Path| file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let Dossier { agreements, events, parties, sources, .. } = from.dossier;
    let dossier = &mut into.dossier;
    let places: HashMap<String, usize> =
        dossier.agreements.iter().enumerate().map(|(at, own)| (own.id.clone(), at)).collect();
    // Two tables have two sources.
    let source = format!("table-{}", dossier.sources.len() + 1);
    dossier.sources.extend(sources.into_iter().map(|own| Source { id: source.clone(), ..own }));
    let known: HashSet<String> = dossier.parties.iter().map(|party| party.id.clone()).collect();
    dossier.parties.extend(parties.into_iter().filter(|party| !known.contains(&party.id)));
    let (mut titles, mut alone) = (HashMap::new(), 0);
    for mut agreement in agreements {
        agreement.sources = vec![source.clone()];
        match places.get(&agreement.id).and_then(|at| dossier.agreements.get_mut(*at)) {
            Some(own) => {
                titles.insert(own.id.clone(), (agreement.title.clone(), own.title.clone()));
                complete(own, agreement);
            }
            None => {
                alone += 1;
                dossier.agreements.push(agreement);
            }
        }
    }
    let first = dossier.events.len();
    dossier.events.extend(events.into_iter().enumerate().map(|(at, event)| Event {
        id: format!("event-{}", first + at + 1),
        title: retitled(&event, &titles),
        sources: vec![source.clone()],
        ..event
    }));
    let whole = std::mem::replace(dossier, Dossier::new("", ""));
    into.dossier = whole.arrange();
    into.warnings.extend(from.warnings);
    if alone > 0 {
        let ids = count(alone, "id is", "ids are");
        let why =
            format!("{ids} not in {}; their parties are kept as agreements without a title", name(target));
        into.warnings.push(Problem::of_file(file, why).into_warning());
    }
}

/// Adds what an agreement does not have yet.
fn complete(own: &mut Agreement, more: Agreement) {
    let known: HashSet<&String> = own.parties.iter().collect();
    let new: Vec<String> = more.parties.into_iter().filter(|party| !known.contains(party)).collect();
    own.parties.extend(new);
    own.signed = own.signed.or(more.signed);
    own.in_force = own.in_force.or(more.in_force);
    own.kind = own.kind.take().or(more.kind);
    own.language = own.language.take().or(more.language);
    own.status = own.status.take().or(more.status);
    own.sources.extend(more.sources);
}

/// The title of an event, with the title of its agreement as the table of agreements has it.
fn retitled(event: &Event, titles: &HashMap<String, (String, String)>) -> String {
    let titled = event.agreements.first().and_then(|id| titles.get(id));
    let renamed = titled.and_then(|(old, new)| {
        Some(format!("{}{}", event.title.strip_suffix(&*repeated(old))?, repeated(new)))
    });
    renamed.unwrap_or_else(|| event.title.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::tables::{TableOptions, read_agreements};

    fn table(name: &str, text: &str) -> (PathBuf, Imported) {
        let file = PathBuf::from(name);
        let table = read_agreements(&file, text.as_bytes(), &TableOptions::default()).unwrap().unwrap();
        (file, table)
    }

    #[test]
    fn parties_of_one_table_are_those_of_the_agreements_of_another() {
        let parties = table("parties.csv", "treaty_id,state,ratified\nT1,AZE,1991-02-03\nT1,KGZ,\nT9,UZB,\n");
        let agreements =
            table("agreements.csv", "treaty_id,title,signed\nT1,Convention on rivers,1990\nT2,Pact,1995\n");
        let [(file, joined)] = &joined(vec![parties, agreements])[..] else { panic!("one table") };
        assert_eq!(file, Path::new("agreements.csv"));
        let found: Vec<_> = joined
            .dossier
            .agreements
            .iter()
            .map(|own| (own.title.as_str(), own.parties.join(" "), own.sources.join(" ")))
            .collect();
        assert_eq!(
            found,
            [
                ("Convention on rivers", "AZE KGZ".to_owned(), "table table-2".to_owned()),
                ("Pact", String::new(), "table".to_owned()),
                ("T9", "UZB".to_owned(), "table-2".to_owned()),
            ]
        );
        assert_eq!(joined.dossier.events[0].title, "Ratified by Azerbaijan: Convention on rivers");
        let warnings: Vec<String> = joined.warnings.iter().map(ToString::to_string).collect();
        assert!(warnings.iter().any(|w| w.contains("1 id is not in agreements.csv")), "{warnings:?}");
        assert_eq!(joined.dossier.sources.len(), 2);
    }

    #[test]
    fn tables_without_a_common_id_stay_apart() {
        let parties = table("parties.csv", "treaty_id,state,ratified\nX1,AZE,1991\nX1,KGZ,\n");
        let agreements = table("agreements.csv", "treaty_id,title,signed\nT1,Convention,1990\n");
        assert_eq!(joined(vec![parties, agreements]).len(), 2);
    }
}
