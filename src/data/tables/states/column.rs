//! Which states the values in a column of states mean.

use super::find::find;
use super::register::{Codes, State};
use crate::data::problem::quoted;
use crate::data::tables::sheet::is_missing;
use crate::text::count;
use std::collections::{BTreeMap, HashMap};

/// The most values that a warning lists.
const MOST: usize = 3;

/// The states of a column.
pub(in crate::data) struct StateColumn {
    /// What each value means: the code of its state, or itself if the register lacks it; `None` if several states can be
    /// meant or the value is missing.
    meant: HashMap<String, Option<String>>,
}

impl StateColumn {
    /// Reads these values, with the number of lines of each. Codes are read in this system, or else in the one that knows
    /// every value that is known at all. Also returns warnings about the values that do not name a state.
    ///
    /// # Errors
    /// A message if the codes can be read in either system.
    pub(in crate::data) fn new(
        values: &BTreeMap<String, usize>,
        system: Option<Codes>,
    ) -> Result<(Self, Vec<String>), String> {
        let system = system.map_or_else(|| of_values(values), Ok)?;
        let (mut meant, mut warnings, mut unknown) = (HashMap::new(), Vec::new(), Vec::new());
        // NA is Namibia among codes of two letters, and otherwise what R writes for a missing value.
        let two_letters = values.keys().all(|value| value.len() == 2 || value.is_empty());
        for (value, lines) in values {
            let state = if is_missing(value) && (value.is_empty() || !two_letters) {
                None
            } else {
                match current(find(value, Some(system), None)).as_slice() {
                    [] => {
                        unknown.push(value);
                        Some(value.clone())
                    }
                    [state] => Some(state.code.clone()),
                    several => {
                        warnings.push(ambiguous(value, several, *lines));
                        None
                    }
                }
            };
            meant.insert(value.clone(), state);
        }
        if !unknown.is_empty() {
            let listed: Vec<String> = unknown.iter().take(MOST).map(|value| quoted(value)).collect();
            let more = if unknown.len() > MOST { ", …" } else { "" };
            let number = count(unknown.len(), "state is", "states are");
            warnings.push(format!("{number} not in the register: {}{more}", listed.join(", ")));
        }
        Ok((Self { meant }, warnings))
    }

    /// The code of the state that a value means.
    pub(in crate::data) fn code(&self, value: &str) -> Option<&str> {
        self.meant.get(value).and_then(Option::as_deref)
    }
}

/// The system in which the values are known. A few strays, less than a tenth of what only this system knows, do not make
/// it unclear.
fn of_values(values: &BTreeMap<String, usize>) -> Result<Codes, String> {
    let read = |system: Codes| values.keys().map(move |value| current(find(value, Some(system), None)));
    let both: Vec<_> = read(Codes::Iso).zip(read(Codes::Cow)).collect();
    let only_iso = both.iter().filter(|(iso, cow)| !iso.is_empty() && cow.is_empty()).count();
    let only_cow = both.iter().filter(|(iso, cow)| iso.is_empty() && !cow.is_empty()).count();
    if only_iso > only_cow * 10 || both.iter().all(|(iso, cow)| iso == cow) {
        Ok(Codes::Iso)
    } else if only_cow > only_iso * 10 {
        Ok(Codes::Cow)
    } else if only_iso + only_cow == 0 {
        Err("its codes of states can be ISO 3166 or Correlates of War; say which with --codes iso or \
             --codes cow"
            .to_owned())
    } else {
        Err("neither ISO 3166 nor Correlates of War has all its codes of states; say which to read with \
             --codes iso or --codes cow"
            .to_owned())
    }
}

/// The one state that is still there, if the others are no more: Correlates of War has one number for Yugoslavia and
/// Serbia. Otherwise all of them.
fn current(states: Vec<&'static State>) -> Vec<&'static State> {
    let mut lasting = states.iter().copied().filter(|state| state.years.is_none());
    match (lasting.next(), lasting.next()) {
        (Some(state), None) => vec![state],
        _ => states,
    }
}

fn ambiguous(value: &str, states: &[&State], lines: usize) -> String {
    let names: Vec<String> = states.iter().map(|state| format!("{} ({})", state.name, state.code)).collect();
    format!("{} can be {}; {} left out", quoted(value), names.join(" or "), count(lines, "line", "lines"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(values: &[&str], system: Option<Codes>) -> Result<Vec<Option<String>>, String> {
        let counted = values.iter().map(|value| ((*value).to_owned(), 1)).collect();
        let (column, _) = StateColumn::new(&counted, system)?;
        Ok(values.iter().map(|value| column.code(value).map(str::to_owned)).collect())
    }

    fn codes(values: &[&str], system: Option<Codes>) -> Vec<String> {
        read(values, system).unwrap().into_iter().map(Option::unwrap_or_default).collect()
    }

    #[test]
    fn a_column_is_read_in_the_one_system_that_fits() {
        assert_eq!(codes(&["373", "703"], None), ["AZE", "KGZ"]);
        // 31 and 703 are the Bahamas and Kyrgyzstan in Correlates of War.
        assert!(read(&["031", "703"], None).is_err());
        assert_eq!(codes(&["031", "703"], Some(Codes::Iso)), ["AZE", "SVK"]);
        assert_eq!(codes(&["AZE", "KYR", "AUS"], None), ["AZE", "KGZ", "AUT"]);
        assert_eq!(codes(&["AZE", "KGZ", "AUS"], None), ["AZE", "KGZ", "AUS"]);
        assert_eq!(codes(&["Azerbaijan", "Korea, Rep.", "Turkey"], None), ["AZE", "KOR", "TUR"]);
        assert_eq!(codes(&["345", "373"], None), ["SRB", "AZE"]);
    }

    #[test]
    fn codes_that_fit_two_systems_are_not_guessed() {
        assert!(read(&["703", "705"], None).unwrap_err().contains("--codes iso or --codes cow"));
        assert_eq!(codes(&["703", "705"], Some(Codes::Cow)), ["KGZ", "KAZ"]);
        assert_eq!(codes(&["703", "705"], Some(Codes::Iso)), ["SVK", "SVN"]);
        assert_eq!(codes(&["AZE", "RUS"], None), ["AZE", "RUS"]);
    }

    #[test]
    fn what_names_no_state_is_left_out_or_kept_as_it_is() {
        assert_eq!(codes(&["Congo", "NA", "AZE", "World"], None), ["", "", "AZE", "World"]);
        assert_eq!(codes(&["NA", "AZ", "KG"], None), ["NAM", "AZE", "KGZ"]);
    }
}
