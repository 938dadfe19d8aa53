//! Finds states by what people type: a code, or a name in one of several languages, typos allowed.

use crate::data::{StateName, states};
use crate::text::edit::{MAX_LETTERS, Pattern};
use crate::text::fold::fold;
use serde::Serialize;

/// A state by code and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NamedState {
    /// Its code.
    pub code: String,
    /// Its short English name, or the code if no name is known.
    pub name: String,
}

/// The state with this code, or exactly this name.
pub fn name_state(typed: &str) -> Option<NamedState> {
    let folded = fold(typed.trim());
    let exact = |s: &&StateName| {
        s.code.eq_ignore_ascii_case(typed.trim()) || s.folded.iter().any(|n| n == folded.text())
    };
    states().iter().find(exact).map(named)
}

/// The states that can be meant by what has been typed so far, best first; all states if nothing has.
pub fn find_states(typed: &str) -> Vec<NamedState> {
    let folded = fold(typed.trim());
    let pattern = Pattern::new(folded.text());
    let mut found: Vec<(u32, &StateName)> =
        states().iter().filter_map(|s| Some((rank(s, folded.text(), pattern.as_ref())?, s))).collect();
    found.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.name.cmp(&other.name)));
    found.into_iter().map(|(_, state)| named(state)).collect()
}

/// The three states nearest to a name that no state has.
pub fn nearest_states(typed: &str) -> Vec<NamedState> {
    let typed: String = typed.chars().take(MAX_LETTERS).collect();
    let folded = fold(&typed);
    let Some(pattern) = Pattern::new(folded.text()) else { return Vec::new() };
    let is_short = typed.chars().count() <= 4;
    let distance = |state: &StateName| {
        let names = state.folded.iter().map(|name| pattern.distance(name).whole);
        let code = is_short.then(|| pattern.distance(&state.code.to_ascii_lowercase()).whole);
        names.chain(code).min()
    };
    let mut all: Vec<&StateName> = states().iter().collect();
    all.sort_by_cached_key(|state| distance(state));
    all.into_iter().take(3).map(named).collect()
}

fn named(state: &StateName) -> NamedState {
    NamedState { code: state.code.clone(), name: state.name.clone() }
}

/// How well a state matches what was typed, 0 being best: by its code, the beginning of a name, the beginning of the
/// code, the beginning of a word of a name, letters inside a name, or a name with typos.
fn rank(state: &StateName, typed: &str, pattern: Option<&Pattern>) -> Option<u32> {
    let names = || state.folded.iter().map(String::as_str);
    let code = state.code.to_ascii_lowercase();
    let letters = typed.chars().count();
    if typed.is_empty() || code == typed {
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
            ("Kyrgyz", "KGZ"),
            ("azerbiajan", "AZE"),
            ("кирг", "KGZ"),
            ("united kingdom", "GBR"),
            ("germany", "DEU"),
            ("Allemagne", "DEU"),
        ] {
            assert_eq!(codes(&find_states(typed)).first(), Some(&code), "{typed}");
        }
        assert_eq!(name_state("kgz").unwrap().name, "Kyrgyzstan");
        assert_eq!(name_state("Azerbaijan").unwrap().code, "AZE");
        assert_eq!(name_state("Azerbajan"), None);
        assert_eq!(find_states("").len(), 249);
    }

    #[test]
    fn an_unknown_state_gets_the_three_nearest() {
        assert_eq!(codes(&nearest_states("Azerbajan")).first(), Some(&"AZE"));
        assert_eq!(nearest_states("KGX").len(), 3);
        assert!(codes(&nearest_states("KGX")).contains(&"KGZ"));
    }
}
