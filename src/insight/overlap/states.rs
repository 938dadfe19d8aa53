//! Finds states by what people type: a code, or a name in one of several languages, typos allowed.

use crate::data::states::{Codes, State, find, states};
use crate::model::Date;
use crate::text::edit::{MAX_LETTERS, Pattern};
use crate::text::fold::fold;
use crate::text::shown;
use serde::Serialize;
use std::cmp::Reverse;
use std::fmt;

/// A state by code and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NamedState {
    /// Its code.
    pub code: String,
    /// Its short English name, or the code if no name is known.
    pub name: String,
}

/// Why it is not clear which state is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// Several states have this name or code.
    Several {
        /// What was typed.
        typed: String,
        /// The states.
        states: Vec<NamedState>,
        /// Whether it is a code that systems of codes give to different states.
        is_code: bool,
    },
    /// No state has it.
    Unknown {
        /// What was typed.
        typed: String,
        /// The three states nearest to it.
        nearest: Vec<NamedState>,
    },
}

impl fmt::Display for Unclear {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |states: &[NamedState], joint: &str| {
            let names: Vec<String> = states.iter().map(|s| format!("{} ({})", s.name, s.code)).collect();
            names.join(joint)
        };
        match self {
            Self::Several { typed, states, is_code } => {
                write!(out, "{} can be {}", shown(typed), list(states, " or "))?;
                if *is_code {
                    write!(out, "; write its name, or add --codes iso or --codes cow")?;
                }
                Ok(())
            }
            Self::Unknown { typed, nearest } => {
                write!(out, "no state named {}; nearest: {}", shown(typed), list(nearest, ", "))
            }
        }
    }
}

/// The state with this code, read in this system or else in all, or with this name on this date.
///
/// # Errors
/// No state has it, or several have.
pub fn name_state(typed: &str, codes: Option<Codes>, on: Option<Date>) -> Result<NamedState, Unclear> {
    match find(typed, codes, on).as_slice() {
        [] => Err(Unclear::Unknown { typed: typed.to_owned(), nearest: nearest_states(typed) }),
        [state] => Ok(named(state)),
        several => Err(Unclear::Several {
            typed: typed.to_owned(),
            states: several.iter().map(|state| named(state)).collect(),
            is_code: Codes::ALL.iter().all(|codes| find(typed, Some(*codes), on).len() == 1),
        }),
    }
}

/// The states that can be meant by what has been typed so far, best first; all states if nothing has.
pub fn find_states(typed: &str) -> Vec<NamedState> {
    let folded = fold(typed.trim());
    let (pattern, meant) = (Pattern::new(folded.text()), find(typed, None, None));
    let rank_of = |state: &'static State| {
        let is_meant = meant.iter().any(|other| other.code == state.code);
        let rank = if is_meant { 0 } else { rank(state, folded.text(), pattern.as_ref())? };
        Some((rank, state))
    };
    let mut found: Vec<(u32, &State)> = states().iter().filter_map(rank_of).collect();
    found.sort_by_key(|(rank, state)| (*rank, state.years.map(|years| Reverse(years.ends())), &state.name));
    found.into_iter().map(|(_, state)| named(state)).collect()
}

/// The three states nearest to a name that no state has.
fn nearest_states(typed: &str) -> Vec<NamedState> {
    let typed: String = typed.chars().take(MAX_LETTERS).collect();
    let folded = fold(&typed);
    let Some(pattern) = Pattern::new(folded.text()) else { return Vec::new() };
    let is_short = typed.chars().count() <= 4;
    let distance = |state: &State| {
        let names = state.folded().iter().map(|name| pattern.distance(name).whole);
        let code = is_short.then(|| pattern.distance(&state.code.to_ascii_lowercase()).whole);
        names.chain(code).min()
    };
    let mut all: Vec<&State> = states().iter().collect();
    all.sort_by_cached_key(|state| (distance(state), state.years.is_some()));
    all.into_iter().take(3).map(named).collect()
}

fn named(state: &State) -> NamedState {
    NamedState { code: state.code.clone(), name: state.name.clone() }
}

/// How well a state matches what was typed, 0 being best: by its code, the beginning of a name, the beginning of the
/// code, the beginning of a word of a name, letters inside a name, or a name with typos.
fn rank(state: &State, typed: &str, pattern: Option<&Pattern>) -> Option<u32> {
    let names = || state.folded().iter().map(String::as_str);
    let code = state.code.to_ascii_lowercase();
    let letters = typed.chars().count();
    if typed.is_empty() {
        Some(0)
    } else if names().any(|n| n.starts_with(typed)) {
        Some(1)
    } else if code.starts_with(typed) {
        Some(2)
    } else if names().any(|n| n.split([' ', '-']).any(|word| word.starts_with(typed))) {
        Some(3)
    } else if letters >= 3 && names().any(|n| n.contains(typed)) {
        Some(4)
    } else {
        let typos = names().filter_map(|name| Some(pattern?.distance(name).beginning)).min()?;
        (letters >= 4 && typos as usize <= letters / 4).then_some(5 + typos)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(found: &[NamedState]) -> Vec<&str> {
        found.iter().map(|s| s.code.as_str()).collect()
    }

    #[test]
    fn a_state_is_found_by_code_name_and_slip() {
        for (typed, code) in [
            ("aze", "AZE"),
            ("kg", "KGZ"),
            ("Kyrgyz", "KGZ"),
            ("azerbiajan", "AZE"),
            ("кирг", "KGZ"),
            ("united kingdom", "GBR"),
            ("germany", "DEU"),
            ("Allemagne", "DEU"),
            ("guinea", "GIN"),
            ("soviet", "SUN"),
        ] {
            assert_eq!(codes(&find_states(typed)).first(), Some(&code), "{typed}");
        }
        assert_eq!(codes(&find_states("Congo")).get(..2), Some(&["COG", "COD"][..]));
        // States that are no more come after the others.
        let all = find_states("");
        let former = all.iter().position(|state| state.code == "SCG").unwrap();
        assert!(all.iter().position(|state| state.code == "ZWE").unwrap() < former);
        assert_eq!(all.len(), states().len());
    }

    #[test]
    fn an_unclear_state_is_asked_back() {
        let asked = |typed| name_state(typed, None, None).map_err(|why| why.to_string());
        assert_eq!(asked("kgz").unwrap().name, "Kyrgyzstan");
        assert_eq!(
            asked("Congo").unwrap_err(),
            "Congo can be Congo - Kinshasa (COD) or Congo - Brazzaville (COG)"
        );
        assert_eq!(
            asked("703").unwrap_err(),
            "703 can be Slovakia (SVK) or Kyrgyzstan (KGZ); write its name, or add --codes iso or --codes cow"
        );
        assert!(
            asked("Azerbajan")
                .unwrap_err()
                .starts_with("no state named Azerbajan; nearest: Azerbaijan (AZE), ")
        );
        assert!(asked("KGX").unwrap_err().contains("(KGZ)"));
        assert_eq!(name_state("703", Some(Codes::Cow), None).unwrap().code, "KGZ");
    }
}
