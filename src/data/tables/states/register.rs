//! The register itself, unpacked at the first use.

use crate::model::Date;
use crate::text::fold::fold;
use flate2::read::GzDecoder;
use std::sync::OnceLock;

/// Made by `cargo xtask states`; its sources are in `data/SOURCES.md`.
const PACKED: &[u8] = include_bytes!("../../../../data/states.csv.gz");

/// A system of codes for states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codes {
    /// ISO 3166-1 and 3166-3: two letters, three letters, numbers.
    Iso,
    /// Correlates of War: letters and numbers.
    Cow,
}

impl Codes {
    /// Both systems.
    pub const ALL: [Self; 2] = [Self::Iso, Self::Cow];

    /// The name of the system.
    pub fn word(self) -> &'static str {
        match self {
            Self::Iso => "ISO 3166",
            Self::Cow => "Correlates of War",
        }
    }
}

/// A state or territory with its own code, now or formerly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// ISO 3166-1 alpha-3; the code of ISO 3166-3 or of Correlates of War for a state that is no more.
    pub code: String,
    /// Its short English name.
    pub name: String,
    /// From when to when there was a state that is no more.
    pub years: Option<Date>,
    /// Its codes in ISO 3166 and in Correlates of War, numbers without leading zeros.
    codes: [Vec<String>; 2],
    /// All its names; the short English one first.
    pub names: Vec<String>,
    /// Names that it shared with another state in its years.
    pub(super) shared: Vec<String>,
}

impl State {
    /// Its codes in this system, capitals and numbers.
    pub(super) fn codes(&self, system: Codes) -> impl Iterator<Item = &str> {
        let [iso, cow] = &self.codes;
        let own = match system {
            Codes::Iso => iso,
            Codes::Cow => cow,
        };
        // Tables in either system have these codes for states that are no more.
        let is_given = matches!(system, Codes::Iso) || self.years.is_some();
        own.iter().map(String::as_str).chain(Some(self.code.as_str()).filter(|_| is_given))
    }

    /// Its names, folded, the short English one first.
    pub fn folded(&self) -> &[String] {
        static FOLDED: OnceLock<Vec<Vec<String>>> = OnceLock::new();
        let folded = FOLDED.get_or_init(|| states().iter().map(fold_names).collect());
        let place = states().binary_search_by(|state| state.code.cmp(&self.code));
        place.ok().and_then(|at| folded.get(at)).map(Vec::as_slice).unwrap_or_default()
    }
}

fn fold_names(state: &State) -> Vec<String> {
    let mut folded: Vec<String> = Vec::new();
    for name in &state.names {
        let name = fold(name).text().to_owned();
        if !folded.contains(&name) {
            folded.push(name);
        }
    }
    folded
}

/// All states, sorted by code; unpacked at the first call.
pub fn states() -> &'static [State] {
    static STATES: OnceLock<Vec<State>> = OnceLock::new();
    STATES.get_or_init(|| {
        let mut reader = csv::Reader::from_reader(GzDecoder::new(PACKED));
        reader.records().filter_map(|record| state(&record.ok()?)).collect()
    })
}

/// A row of the file: state, common, years, alpha2, alpha3, numeric, cow_number, cow_letters, name, then.
fn state(record: &csv::StringRecord) -> Option<State> {
    let list = |column: usize| -> Vec<String> {
        let values = record.get(column).unwrap_or_default().split('|');
        values.filter(|value| !value.is_empty()).map(str::to_owned).collect()
    };
    let name = record.get(1)?.to_owned();
    let mut names = vec![name.clone()];
    names.extend(list(8).into_iter().filter(|other| *other != name));
    Some(State {
        code: record.get(0)?.to_owned(),
        name,
        years: record.get(2).and_then(|years| years.parse().ok()),
        codes: [[list(3), list(4), list(5)].concat(), [list(6), list(7)].concat()],
        names,
        shared: list(9),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_is_there_with_its_names() {
        assert_eq!(states().iter().filter(|state| state.years.is_none()).count(), 251);
        assert!(states().is_sorted_by(|a, b| a.code < b.code));
        assert!(states().iter().all(|state| !state.name.is_empty() && !state.code.is_empty()));
        let kgz = states().iter().find(|state| state.code == "KGZ").unwrap();
        assert_eq!(kgz.name, "Kyrgyzstan");
        assert!(kgz.folded().contains(&"kyrgyz republic".to_owned()), "{:?}", kgz.folded());
    }

    #[test]
    fn no_name_of_a_state_is_there_twice() {
        for state in states() {
            for (place, name) in state.names.iter().enumerate() {
                assert!(
                    state.names.iter().skip(place + 1).all(|other| other != name),
                    "{} {name}",
                    state.code
                );
            }
        }
    }
}
