//! Finds the states that a code or a name can mean.

use super::key::key;
use super::register::{Codes, State, states};
use crate::model::Date;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The states that have this code or, if it is nobody's code, this name: none, the one, or all of those that share it.
/// A code is read in this system, or else in both. On a date, names count that states shared then, as Germany until 1990.
pub fn find(typed: &str, system: Option<Codes>, on: Option<Date>) -> Vec<&'static State> {
    let typed = typed.trim();
    let by_code = of_code(typed, system);
    if !by_code.is_empty() {
        return by_code;
    }
    let places = index().names.get(&key(typed)).map(Vec::as_slice).unwrap_or_default();
    let meant = places.iter().filter(|named| named.always || on.is_some_and(|on| named.is_of(on)));
    let mut found: Vec<&State> = meant.map(|named| named.state).collect();
    found.dedup_by_key(|state| &state.code);
    found
}

/// The states with this code, those of ISO first.
fn of_code(typed: &str, system: Option<Codes>) -> Vec<&'static State> {
    let code = match typed.strip_suffix(".0").unwrap_or(typed).parse::<u16>() {
        Ok(number) => number.to_string(),
        Err(_) => typed.to_ascii_uppercase(),
    };
    let mut found: Vec<&State> = Vec::new();
    for (known, state) in index().codes.get(&code).into_iter().flatten() {
        let is_new = found.iter().all(|other| other.code != state.code);
        if is_new && system.is_none_or(|system| system == *known) {
            found.push(state);
        }
    }
    found
}

/// A state under one of its names.
struct Named {
    state: &'static State,
    /// Whether the name is its own, not one that it shared in its years.
    always: bool,
}

impl Named {
    /// Whether the state had the name on a date.
    fn is_of(&self, on: Date) -> bool {
        self.state.years.is_some_and(|years| years.begins() <= on.ends() && on.begins() <= years.ends())
    }
}

/// All codes and names.
struct Index {
    codes: HashMap<String, Vec<(Codes, &'static State)>>,
    names: HashMap<String, Vec<Named>>,
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index = Index { codes: HashMap::new(), names: HashMap::new() };
        for system in Codes::ALL {
            for state in states() {
                for code in state.codes(system) {
                    index.codes.entry(code.to_owned()).or_default().push((system, state));
                }
            }
        }
        for state in states() {
            let own = state.names.iter().map(|name| (name, true));
            for (name, always) in own.chain(state.shared.iter().map(|name| (name, false))) {
                index.names.entry(key(name)).or_default().push(Named { state, always });
            }
        }
        index
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(typed: &str, system: Option<Codes>, on: Option<&str>) -> Vec<&'static str> {
        let on = on.map(|on| on.parse().unwrap());
        find(typed, system, on).into_iter().map(|state| state.code.as_str()).collect()
    }

    #[test]
    fn what_two_states_share_is_neither_s() {
        assert_eq!(codes("Congo", None, None), ["COD", "COG"]);
        assert_eq!(codes("703", None, None), ["SVK", "KGZ"]);
        assert_eq!(codes("703", Some(Codes::Cow), None), ["KGZ"]);
        assert_eq!(codes("703", Some(Codes::Iso), None), ["SVK"]);
        assert_eq!(codes("CS", None, None), ["CSK", "SCG"]);
    }

    #[test]
    fn a_name_that_was_shared_depends_on_the_date() {
        assert_eq!(codes("Germany", None, None), ["DEU"]);
        assert_eq!(codes("Germany", None, Some("1975")), ["DDR", "DEU"]);
        assert_eq!(codes("Germany", None, Some("1991-01-01")), ["DEU"]);
    }

    #[test]
    fn only_these_names_are_shared() {
        let mut shared: Vec<&str> = Vec::new();
        for named in index().names.values() {
            let mut own: Vec<&Named> = named.iter().filter(|named| named.always).collect();
            own.dedup_by_key(|named| &named.state.code);
            if own.len() > 1 {
                shared.extend(own.iter().map(|named| named.state.code.as_str()));
            }
        }
        shared.sort_unstable();
        shared.dedup();
        assert_eq!(shared, ["COD", "COG", "KOR", "PRK", "VGB", "VIR"]);
    }
}
