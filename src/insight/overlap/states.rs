//! States by what people type: a code, or a name in one of several languages, with slips forgiven.

use crate::data::memberships::{StateName, states};
use crate::text::fold::fold;
use serde::Serialize;

/// A state by code and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its code.
    pub code: String,
    /// Its short English name; the code where none is known.
    pub name: String,
}

/// The state with this code, or exactly this name.
pub fn name_state(typed: &str) -> Option<Named> {
    let folded = fold(typed.trim());
    let exact = |s: &&StateName| {
        s.code.eq_ignore_ascii_case(typed.trim()) || s.folded.iter().any(|n| n == folded.text())
    };
    states().iter().find(exact).map(named)
}

/// The states that can be meant by what is typed so far, best first; all of them for nothing.
pub fn find_states(typed: &str) -> Vec<Named> {
    let folded = fold(typed.trim());
    let mut found: Vec<(usize, &StateName)> =
        states().iter().filter_map(|s| Some((rank(s, folded.text())?, s))).collect();
    found.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.name.cmp(&other.name)));
    found.into_iter().map(|(_, state)| named(state)).collect()
}

/// The three states nearest to a name that none has.
pub fn nearest_states(typed: &str) -> Vec<Named> {
    let folded = fold(&typed.chars().take(60).collect::<String>());
    let mut all: Vec<(usize, &StateName)> =
        states().iter().map(|s| (distance(s, folded.text()), s)).collect();
    all.sort_by_key(|(distance, _)| *distance);
    all.into_iter().take(3).map(|(_, state)| named(state)).collect()
}

fn named(state: &StateName) -> Named {
    Named { code: state.code.clone(), name: state.name.clone() }
}

/// Code, beginning of a name, of one of its words, inside of a name, a slip: in this order.
fn rank(state: &StateName, typed: &str) -> Option<usize> {
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
        let slips = names().map(|n| slips_at_start(n, typed)).min()?;
        (letters >= 4 && slips <= letters / 4).then_some(5 + slips)
    }
}

/// How many letters are wrong, missing or swapped where the name is read as far as it was typed.
fn slips_at_start(name: &str, typed: &str) -> usize {
    let start: String = name.chars().take(typed.chars().count()).collect();
    strsim::damerau_levenshtein(&start, typed)
}

/// The distance of the nearest of its names, and of its code for something as short.
fn distance(state: &StateName, typed: &str) -> usize {
    let code = (typed.chars().count() <= 4)
        .then(|| strsim::damerau_levenshtein(&state.code.to_ascii_lowercase(), typed));
    let names = state.folded.iter().map(|n| strsim::damerau_levenshtein(n, typed));
    names.chain(code).min().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(found: &[Named]) -> Vec<&str> {
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
