//! Rows become agreements, and what each party did becomes events.

use super::columns::{Columns, Role};
use super::dates::{Order, date};
use super::parties::{parties, separator};
use crate::data::file::file_stem;
use crate::data::problem::{Problem, quoted};
use crate::data::tables::kind_of_title;
use crate::data::tables::sheet::{Row, Sheet};
use crate::data::tables::states::{Codes, StateColumn, find, state_name};
use crate::model::{
    Agreement, Date, Dossier, Event, EventKind, Instrument, Party, Source, SourceKind, UniqueIds,
};
use crate::text::{count, repeated};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

/// More values with the same problem are only counted.
const MOST: usize = 5;

/// What a person says about a table.
#[derive(Clone, Debug, Default)]
pub struct TableOptions {
    /// Which columns have which role, in place of what their names say.
    pub columns: Vec<(Role, String)>,
    /// The system of the codes of states.
    pub codes: Option<Codes>,
}

/// A table as a dossier.
#[derive(Debug)]
pub struct Imported {
    /// The agreements, with their parties and what these did.
    pub dossier: Dossier,
    /// Whether each of its rows is for one party.
    pub rows_are_parties: bool,
    /// What was in doubt.
    pub warnings: Vec<Problem>,
    /// How the table was read: the separator, then each role with its columns, one a line.
    pub mapping: Vec<String>,
}

/// Whether a text begins with the names of the columns of a table of agreements.
pub(in crate::data) fn are_agreements(start: &str) -> bool {
    let first = start.lines().next().unwrap_or_default();
    let are = |separator: char| {
        let names: Vec<String> =
            first.split(separator).map(|name| name.trim_matches('"').to_owned()).collect();
        names.len() > 2 && Columns::of(&names, &[]).is_ok_and(|columns| columns.are_of_agreements())
    };
    [',', ';', '\t', '|'].into_iter().any(are)
}

/// The agreements of a table; `None` if its columns are not those of a table of agreements.
///
/// # Errors
/// It is no table, a correction names no column of it, or its codes of states can mean different states.
pub(in crate::data) fn read_agreements(
    file: &Path,
    bytes: &[u8],
    options: &TableOptions,
) -> Result<Option<Imported>, Problem> {
    let wrong = |why: String| Problem::of_file(file, why);
    let sheet = Sheet::read(bytes)
        .ok_or_else(|| wrong("is no table: its first line must name at least two columns".to_owned()))?;
    let columns = Columns::of(&sheet.header, &options.columns).map_err(wrong)?;
    if !columns.are_of_agreements()
        && columns.one(Role::Id).is_none_or(|_| columns.one(Role::State).is_none())
    {
        return Ok(None);
    }
    Builder::new(file, sheet, columns, options).map_err(wrong)?.imported().map(Some)
}

/// What was done for an agreement, by its place, and on which date.
type Act = (usize, Role, String);

struct Builder<'a> {
    file: &'a Path,
    sheet: Sheet,
    columns: Columns,
    orders: HashMap<Role, Option<Order>>,
    separator: char,
    codes: Option<Codes>,
    states: StateColumn,
    warnings: Vec<Problem>,
    /// Values that could not be read, by the column.
    unread: BTreeMap<Role, Vec<(usize, String)>>,
    agreements: Vec<Agreement>,
    places: HashMap<String, usize>,
    ids: UniqueIds,
    parties: BTreeMap<String, String>,
    /// The parties that did the same for an agreement on the same day.
    acts: BTreeMap<Act, BTreeSet<String>>,
}

impl<'a> Builder<'a> {
    fn new(
        file: &'a Path,
        sheet: Sheet,
        mut columns: Columns,
        options: &TableOptions,
    ) -> Result<Self, String> {
        let mut warnings: Vec<String> = sheet.doubt.iter().cloned().collect();
        let separator = separator(sheet.columns(columns.all(Role::Parties)));
        let mut values: BTreeMap<String, usize> = BTreeMap::new();
        for role in [Role::Parties, Role::State] {
            let own: BTreeSet<String> = sheet
                .columns(columns.all(role))
                .flat_map(|value| split(value, role, separator, options.codes))
                .collect();
            let is_state = |value: &String| !find(value, options.codes, None).is_empty();
            if !own.is_empty() && !own.iter().any(is_state) {
                warnings.push(format!("no value for {} names a state; the column is left out", role.word()));
                columns.remove(role);
            } else {
                own.into_iter().for_each(|value| *values.entry(value).or_default() += 1);
            }
        }
        let (states, unknown) = StateColumn::new(&values, options.codes)?;
        warnings.extend(unknown);
        let order = |role: Role| (role, columns.one(role).and_then(|at| Order::of(sheet.column(at))));
        let orders = Role::ALL.into_iter().filter(|role| role.is_date()).map(order).collect();
        let warnings = warnings.into_iter().map(|why| Problem::of_file(file, why).into_warning()).collect();
        Ok(Self {
            file,
            sheet,
            columns,
            orders,
            separator,
            codes: options.codes,
            states,
            warnings,
            unread: BTreeMap::new(),
            agreements: Vec::new(),
            places: HashMap::new(),
            ids: UniqueIds::default(),
            parties: BTreeMap::new(),
            acts: BTreeMap::new(),
        })
    }

    fn imported(mut self) -> Result<Imported, Problem> {
        let rows = std::mem::take(&mut self.sheet.rows);
        let of_states = self.dates_of_states(&rows);
        for row in &rows {
            self.row(row, &of_states);
        }
        if self.agreements.is_empty() {
            return Err(Problem::of_file(self.file, "has no row with a title"));
        }
        let mapping = self.mapping();
        self.warn_of_unread();
        let stem = self.file.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
        let mut dossier = Dossier::new(&file_stem(&stem), &stem);
        let name = self.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        dossier.sources.push(source(name));
        dossier.events = self.events();
        dossier.parties = self.parties.into_iter().map(|(id, name)| Party::state(id, name)).collect();
        dossier.agreements = self.agreements;
        for agreement in &mut dossier.agreements {
            let mut seen = HashSet::new();
            agreement.parties.retain(|party| seen.insert(party.clone()));
        }
        let rows_are_parties = self.columns.one(Role::State).is_some();
        Ok(Imported { dossier: dossier.arrange(), rows_are_parties, warnings: self.warnings, mapping })
    }

    /// The dates of an agreement that its rows disagree on: they are those of the party of the row.
    fn dates_of_states(&self, rows: &[Row]) -> Vec<Role> {
        let differs = |role: &Role| {
            let Some(at) = self.columns.one(*role) else { return false };
            let mut first: HashMap<String, &str> = HashMap::new();
            rows.iter().any(|row| {
                let value = row.get(at);
                let key = self.key(row);
                !value.is_empty() && *first.entry(key).or_insert(value) != value
            })
        };
        let has_states = self.columns.one(Role::State).is_some();
        [Role::Signed, Role::InForce, Role::Until]
            .into_iter()
            .filter(|role| has_states && differs(role))
            .collect()
    }

    fn value<'r>(&self, row: &'r Row, role: Role) -> &'r str {
        self.columns.one(role).map_or("", |at| row.get(at))
    }

    /// What tells the agreements of a table apart: the id, or else the title and the date.
    fn key(&self, row: &Row) -> String {
        match self.value(row, Role::Id) {
            "" => format!("{}\n{}", self.value(row, Role::Title), self.value(row, Role::Signed)),
            id => id.to_owned(),
        }
    }

    fn row(&mut self, row: &Row, of_states: &[Role]) {
        let (id, title) = (self.value(row, Role::Id), self.value(row, Role::Title));
        if id.is_empty() && title.is_empty() {
            return;
        }
        let key = self.key(row);
        let place = match self.places.get(&key) {
            Some(place) => *place,
            None => {
                let agreement = self.agreement(row, of_states);
                self.agreements.push(agreement);
                self.places.insert(key, self.agreements.len() - 1);
                self.agreements.len() - 1
            }
        };
        let mut codes: Vec<String> = Vec::new();
        for role in [Role::Parties, Role::State] {
            for at in self.columns.all(role).to_vec() {
                for name in split(row.get(at), role, self.separator, self.codes) {
                    codes.push(self.party(&name));
                }
            }
        }
        let of_row = codes.last().filter(|_| self.columns.one(Role::State).is_some()).cloned();
        if let Some(agreement) = self.agreements.get_mut(place) {
            agreement.parties.extend(codes);
        }
        if let Some(party) = of_row {
            let own = [Role::StateSigned, Role::Ratified, Role::Since, Role::Until];
            for role in own.into_iter().chain(of_states.iter().copied()).collect::<BTreeSet<_>>() {
                if let Some(date) = self.date(row, role) {
                    self.acts.entry((place, role, date.to_string())).or_default().insert(party.clone());
                }
            }
        }
    }

    fn agreement(&mut self, row: &Row, of_states: &[Role]) -> Agreement {
        let value = |role| Some(self.value(row, role)).filter(|value| !value.is_empty()).map(str::to_owned);
        let (id, title) = (value(Role::Id), value(Role::Title));
        let title = title.or_else(|| id.clone()).unwrap_or_default();
        let own = file_stem(id.as_deref().unwrap_or(&title));
        // A number is a code that only the makers of the table know.
        let words = value(Role::Kind).filter(|word| word.contains(char::is_alphabetic));
        let kind = words.map(|word| Instrument::from(word.to_lowercase()));
        let kind = kind.or_else(|| kind_of_title(&title).map(Instrument::from));
        let (language, status, place) = (value(Role::Language), value(Role::Status), value(Role::Place));
        let note = value(Role::Url).map(|url| format!("Text: {url}"));
        let of_agreement = |role: Role| !of_states.contains(&role);
        let signed = if of_agreement(Role::Signed) { self.date(row, Role::Signed) } else { None };
        let in_force = if of_agreement(Role::InForce) { self.date(row, Role::InForce) } else { None };
        let id = self.ids.unique(&own, '-');
        let sources = vec![TABLE.to_owned()];
        Agreement {
            id,
            title,
            kind,
            signed,
            in_force,
            place,
            status,
            language,
            note,
            sources,
            ..Agreement::default()
        }
    }

    /// The code of a party; one that is not in the register keeps its name.
    fn party(&mut self, name: &str) -> String {
        let code = self.states.code(name).unwrap_or(name).to_owned();
        let id = if state_name(&code).is_some() { code.clone() } else { file_stem(&code) };
        let shown = state_name(&code).map_or_else(|| name.to_owned(), str::to_owned);
        self.parties.entry(id.clone()).or_insert(shown);
        id
    }

    /// A date of a row; one that cannot be read is reported.
    fn date(&mut self, row: &Row, role: Role) -> Option<Date> {
        let value = self.value(row, role);
        let read = date(value, self.orders.get(&role).copied().flatten());
        if read.is_none() && !value.is_empty() && value != "-1" {
            let value = value.to_owned();
            self.unread.entry(role).or_default().push((row.line, value));
        }
        read
    }

    fn warn_of_unread(&mut self) {
        for (role, values) in std::mem::take(&mut self.unread) {
            for (line, value) in values.iter().take(MOST) {
                let why = format!("{}: {} is no date; it is left out", role.word(), quoted(value));
                self.warnings.push(Problem::of_file(self.file, why).at((*line, 1)).into_warning());
            }
            if values.len() > MOST {
                let more = count(values.len() - MOST, "more value", "more values");
                let why = format!("{}: {more} that are no dates are left out", role.word());
                self.warnings.push(Problem::of_file(self.file, why).into_warning());
            }
        }
    }

    /// What the parties of an agreement did, one event for those that did it on the same day.
    fn events(&self) -> Vec<Event> {
        let event = |(at, ((place, role, date), parties)): (usize, (&Act, &BTreeSet<String>))| {
            let agreement = self.agreements.get(*place)?;
            let words = match role {
                Role::Ratified => "Ratified by",
                Role::Since | Role::InForce => "In force for",
                Role::Until => "Ended for",
                _ => "Signed by",
            };
            let kind = match role {
                Role::Since | Role::InForce | Role::Until => EventKind::Force,
                _ => EventKind::Signing,
            };
            let title = repeated(&agreement.title);
            let names: Vec<&str> =
                parties.iter().filter_map(|id| self.parties.get(id)).map(String::as_str).collect();
            Some(Event {
                id: format!("event-{}", at + 1),
                date: date.parse().ok()?,
                title: format!("{words} {}: {title}", names.join(", ")),
                summary: None,
                kind,
                stage: None,
                places: Vec::new(),
                sectors: Vec::new(),
                agreements: vec![agreement.id.clone()],
                organisations: Vec::new(),
                carries_out: Vec::new(),
                sources: vec![TABLE.to_owned()],
                note: None,
            })
        };
        self.acts.iter().enumerate().filter_map(event).collect()
    }

    fn mapping(&self) -> Vec<String> {
        let separator = match self.sheet.separator {
            '\t' => "tab".to_owned(),
            sign => format!("\"{sign}\""),
        };
        let mut mapping = vec![format!("separator: {separator}")];
        for (role, places) in self.columns.found() {
            let name = |at: &usize| self.sheet.header.get(*at).map(String::as_str).unwrap_or_default();
            let names = match places.as_slice() {
                [first, .., last] => format!("{} … {}", name(first), name(last)),
                places => places.iter().map(name).collect(),
            };
            let order = self.orders.get(role).copied().flatten();
            let order = order.map(|order| format!(" ({})", order.words())).unwrap_or_default();
            mapping.push(format!("{}: {names}{order}", role.word()));
        }
        mapping
    }
}

/// The id of the source of everything in a table.
const TABLE: &str = "table";

fn source(name: String) -> Source {
    Source {
        id: TABLE.to_owned(),
        kind: SourceKind::Unknown,
        publisher: "publisher not on record".to_owned(),
        title: name,
        author: None,
        published: None,
        language: None,
        url: None,
        note: None,
    }
}

/// The parties that a value names: one in the column of a row's party.
fn split(value: &str, role: Role, separator: char, system: Option<Codes>) -> Vec<String> {
    match role {
        Role::Parties => parties(value, separator, system),
        _ => Some(value.to_owned()).filter(|value| !value.is_empty()).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn import(text: &str) -> Imported {
        read_agreements(Path::new("my table.csv"), text.as_bytes(), &TableOptions::default())
            .unwrap()
            .unwrap()
    }

    #[test]
    fn rows_are_agreements() {
        let imported = import(
            "Title;Parties;Date signed;Type\nTreaty on trade;Azerbaijan, Kyrgyzstan;20/04/2022;Treaty\n\
             Old pact;Azerbaijan, Atlantis;03/05/1999;N/A\nBad;Turkey;soon;-\n",
        );
        let [old, trade, bad] = imported.dossier.agreements.as_slice() else { panic!() };
        assert_eq!(
            (old.id.as_str(), old.parties.join(" "), old.signed.unwrap().to_string()),
            ("old-pact", "AZE atlantis".into(), "1999-05-03".into())
        );
        assert_eq!((trade.kind_word(), trade.parties.join(" ")), (Some("treaty"), "AZE KGZ".to_owned()));
        assert_eq!((bad.signed, bad.parties.join(" ")), (None, "TUR".to_owned()));
        let warnings: Vec<String> = imported.warnings.iter().map(ToString::to_string).collect();
        assert!(warnings.iter().any(|w| w.contains("not in the register: \"Atlantis\"")), "{warnings:?}");
        assert!(
            warnings.iter().any(|w| w.contains("csv:4:1: warning: signed: \"soon\" is no date")),
            "{warnings:?}"
        );
        assert_eq!(
            imported.mapping,
            [
                "separator: \";\"",
                "title: Title",
                "signed: Date signed (day before month)",
                "parties: Parties",
                "kind: Type"
            ]
        );
    }

    #[test]
    fn a_title_is_not_repeated_whole_and_no_party_is_named_twice() {
        let mut text = format!("id,title,state,ratified\n1,{},Germany,2001-01-01\n", "Long ".repeat(10_000));
        (1..=28).for_each(|day| text.push_str(&format!("1,,Germany,2002-02-{day:02}\n")));
        let dossier = import(&text).dossier;
        assert_eq!(
            (dossier.events.len(), dossier.agreements[0].parties.as_slice()),
            (29, ["DEU".to_owned()].as_slice())
        );
        assert!(dossier.agreements[0].title.len() > 49_000);
        assert!(dossier.events.iter().all(|event| event.title.len() < 400 && event.title.ends_with('…')));
    }

    #[test]
    fn rows_that_are_parties_make_one_agreement_and_what_each_did() {
        let imported = import(
            "state,treaty_id,title,signed,ratified,in_force,ended\nAZE,T1,Convention,1990-01-01,1991-02-03,1992,\n\
             KGZ,T1,Convention,1990-05-05,1991-02-03,1992,2001\nUZB,T2,Protocol,2000,,,\n",
        );
        let agreements = &imported.dossier.agreements;
        assert_eq!(agreements.len(), 2);
        let convention = agreements.iter().find(|agreement| agreement.id == "t1").unwrap();
        assert_eq!((convention.parties.join(" "), convention.signed), ("AZE KGZ".to_owned(), None));
        assert_eq!(convention.in_force.unwrap().to_string(), "1992");
        let events: Vec<String> =
            imported.dossier.events.iter().map(|event| format!("{} {}", event.date, event.title)).collect();
        assert_eq!(
            events,
            [
                "1990-01-01 Signed by Azerbaijan: Convention",
                "1990-05-05 Signed by Kyrgyzstan: Convention",
                "1991-02-03 Ratified by Azerbaijan, Kyrgyzstan: Convention",
                "2000 Signed by Uzbekistan: Protocol",
                "2001 Ended for Kyrgyzstan: Convention",
            ]
        );
    }
}
