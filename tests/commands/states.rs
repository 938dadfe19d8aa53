//! Which state is meant by a code or a name.

use crate::shell::{out, run, stderr};
use accords::data::states::find;

/// Names and codes, each with the code of its state or `?` where two share it.
const NAMES: &str = include_str!("state-names.txt");

#[test]
fn every_name_is_its_states_and_no_shared_one_is_guessed() {
    for (typed, code) in NAMES.lines().filter_map(|line| line.rsplit_once('|')) {
        let found: Vec<&str> = find(typed, None, None).iter().map(|state| state.code.as_str()).collect();
        match code {
            "?" => assert!(found.len() > 1, "{typed} {found:?}"),
            code => assert_eq!(found, [code], "{typed}"),
        }
    }
    assert!(NAMES.lines().count() > 60);
}

#[test]
fn a_shared_name_is_asked_back_with_both() {
    let asked = |arguments: &[&str]| {
        let answer = run(arguments);
        assert_eq!(answer.status.code(), Some(2), "{arguments:?}");
        stderr(&answer)
    };
    let said = asked(&["overlap", "Congo", "KGZ"]);
    assert!(said.contains("Congo can be Congo - Kinshasa (COD) or Congo - Brazzaville (COG)"), "{said}");
    let said = asked(&["overlap", "703", "AZE"]);
    assert!(said.contains("703 can be Slovakia (SVK) or Kyrgyzstan (KGZ)"), "{said}");
    let said = asked(&["overlap", "Germany", "Poland", "--on", "1975"]);
    assert!(said.contains("Germany can be East Germany (DDR) or Germany (DEU)"), "{said}");
    assert!(
        out(&["overlap", "703", "373", "--codes", "cow"])
            .starts_with("Kyrgyzstan (KGZ) and Azerbaijan (AZE)")
    );
    assert!(
        out(&["overlap", "guinea", "Кыргыз Республикасы"]).starts_with("Guinea (GIN) and Kyrgyzstan (KGZ)")
    );
}
