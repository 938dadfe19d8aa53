//! States by code and name, from ISO 3166-1.

use crate::text::fold::fold;
use flate2::read::GzDecoder;
use std::sync::OnceLock;

/// Made as described in `data/SOURCES.md`.
const PACKED: &[u8] = include_bytes!("../../../data/states-iso3166.csv.gz");

/// A state or territory with its own code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateName {
    /// ISO 3166-1 alpha-3.
    pub code: String,
    /// Its short English name.
    pub name: String,
    /// All its names, folded: the short English one first, then the formal one and those in French, Spanish and Russian.
    pub folded: Vec<String>,
}

/// Codes outside the register that older agreements use.
const FORMER: [(&str, &str); 3] = [("ANT", "Netherlands Antilles"), ("RKS", "Kosovo"), ("YUG", "Yugoslavia")];

/// The English name of a state or a former state, by its code of three capitals.
pub(in crate::data) fn state_name(code: &str) -> Option<&'static str> {
    let former = || FORMER.iter().find(|(known, _)| *known == code).map(|(_, name)| *name);
    states().iter().find(|state| state.code == code).map(|state| state.name.as_str()).or_else(former)
}

/// All states, sorted by code; unpacked at the first call.
pub fn states() -> &'static [StateName] {
    static STATES: OnceLock<Vec<StateName>> = OnceLock::new();
    STATES.get_or_init(|| {
        let mut reader = csv::Reader::from_reader(GzDecoder::new(PACKED));
        reader.records().filter_map(|record| state(&record.ok()?)).collect()
    })
}

/// A row of the file: the code, then the names, the short English one first.
fn state(record: &csv::StringRecord) -> Option<StateName> {
    let mut fields = record.iter();
    let (code, name) = (fields.next()?.to_owned(), fields.next()?.to_owned());
    let mut folded = vec![bare(&name)];
    for other in fields.map(bare).filter(|other| !other.is_empty()) {
        if !folded.contains(&other) {
            folded.push(other);
        }
    }
    Some(StateName { code, name, folded })
}

/// A name folded, without the article that the list of the United Nations puts before or after it.
fn bare(name: &str) -> String {
    let name = name.strip_prefix("the ").unwrap_or(name);
    fold(name.split(" (").next().unwrap_or(name).trim()).text().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_is_there_with_its_names() {
        assert_eq!(states().len(), 249);
        let kgz = states().iter().find(|s| s.code == "KGZ").unwrap();
        assert_eq!(kgz.name, "Kyrgyzstan");
        assert!(kgz.folded.contains(&"kyrgyz republic".to_owned()), "{:?}", kgz.folded);
        assert!(states().iter().all(|s| s.code.len() == 3 && !s.name.is_empty()));
    }

    #[test]
    fn former_states_have_names_too() {
        assert_eq!(state_name("KGZ"), Some("Kyrgyzstan"));
        assert_eq!(state_name("YUG"), Some("Yugoslavia"));
        assert_eq!(state_name("kgz"), None);
    }
}
