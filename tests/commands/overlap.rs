//! What states share: known results on the public tables, if they are there, and hostile tables.

use crate::optional;
use crate::shell::{file, out, run, stderr};
use accords::data::memberships::{self, Table};
use accords::insight::overlap::{Overlap, TableCounts, Verdict, name_state, overlap};
use accords::model::Date;
use std::path::{Path, PathBuf};

const MAX: u64 = 1 << 30;

fn codes() -> Vec<String> {
    vec!["AZE".to_owned(), "KGZ".to_owned()]
}

/// A public table of these states, if the folder of corpora is there.
fn public(name: &str) -> Option<Table> {
    Some(memberships::read(&optional::shared("corpora")?.join(name), &codes(), None, MAX).unwrap())
}

fn shared(tables: &[Table], on: &str) -> Overlap {
    let states = codes().iter().map(|c| name_state(c, None, None).unwrap()).collect();
    let on: Option<Date> = (!on.is_empty()).then(|| on.parse().unwrap());
    overlap(states, on, tables)
}

fn builtin() -> Table {
    memberships::builtin(&codes()).unwrap()
}

fn read(file: &Path) -> Table {
    memberships::read(file, &codes(), None, MAX).unwrap()
}

fn written(name: &str, text: &[u8]) -> PathBuf {
    file(name, text).into()
}

fn numbers(c: &TableCounts) -> [usize; 6] {
    [c.on_record, c.in_full, c.dated, c.yes, c.no, c.unknown]
}

#[test]
fn the_built_in_table_has_45_names_of_which_40_in_full() {
    let found = shared(&[builtin()], "");
    assert_eq!(numbers(&found.tables[0]), [45, 40, 0, 40, 0, 0]);
    assert_eq!(found.tables[0].as_of.unwrap().to_string(), "2026-01");
    // It says nothing about days outside of its month.
    assert_eq!(numbers(&shared(&[builtin()], "2022-04-20").tables[0]), [45, 40, 0, 0, 0, 40]);
}

#[test]
fn the_shipped_files_are_what_the_sources_say() {
    let Some(from_csv) = public("states-igos/memberships_factbook2026.csv") else { return };
    assert!(
        from_csv.warnings.iter().all(|p| p.message.contains("without a state's code")),
        "{:?}",
        from_csv.warnings
    );
    let (ours, theirs) = (builtin(), from_csv);
    let said = |t: &Table| {
        let mut lines: Vec<_> = t
            .records
            .iter()
            .map(|r| (t.bodies[r.body].id.clone(), r.state.clone(), r.status, r.word.clone()))
            .collect();
        lines.sort();
        lines
    };
    assert_eq!(said(&ours), said(&theirs));
    assert_eq!(ours.codes, theirs.codes);
}

#[test]
fn forty_five_organisations_ever_forty_in_2014_two_unknown() {
    let Some(cow) = public("states-igos/memberships_cow3.csv") else { return };
    let found = shared(&[cow], "2014");
    assert_eq!(numbers(&found.tables[0]), [46, 45, 45, 40, 3, 2]);
    let one = |id: &str| found.shared.iter().find(|s| s.id.eq_ignore_ascii_case(id)).unwrap();
    assert_eq!(one("icao").says[0].as_ref().unwrap().on_date, Some(Verdict::Unknown));
    assert_eq!(one("iexb").says[0].as_ref().unwrap().on_date, Some(Verdict::No));
    assert_eq!(one("asdb").name.as_deref(), Some("Asian Development Bank (ADB)"));
    assert_eq!(one("asdb").since(), ["1999".parse::<Date>().unwrap()]);
}

#[test]
fn two_hundred_and_forty_three_agreements_eighty_six_dated() {
    let Some(parties) = public("treaty-parties/parties.csv") else { return };
    let found = shared(&[parties], "");
    let counts = &found.tables[0];
    assert_eq!((counts.on_record, counts.dated, found.shared.len()), (243, 86, 243));
    assert!(counts.contradictory > 0 && found.shared.iter().all(|s| s.name.is_some()));
    let child = found
        .shared
        .iter()
        .find(|s| s.name.as_deref() == Some("Convention On The Rights Of The Child (CRC)"));
    assert_eq!(child.unwrap().since(), ["1994-11-06".parse::<Date>().unwrap()]);
}

#[test]
fn tables_that_disagree_stand_side_by_side() {
    let one = written("one.csv", b"state,igo,status,first_year,last_year,ended\nAZE,nam,full,2011,2014,no\nKGZ,nam,full,1995,2014,no\n");
    let other = written("other.csv", b"note,org,state\n,NAM,AZE\nobserver,NAM,KGZ\n");
    let tables: Vec<Table> = [one, other].iter().map(|f| read(f)).collect();
    let found = shared(&tables, "2014");
    assert_eq!(found.shared.len(), 1);
    assert!(found.shared[0].differ);
    assert!(found.shared[0].says.iter().all(Option::is_some));
    assert_eq!(found.shared[0].since(), ["2011".parse::<Date>().unwrap()]);
}

#[test]
fn lines_that_contradict_each_other_leave_both_dates() {
    let file = written("dates.csv", b"state,treaty_id,signed,ratified,in_force,ended\nAZE,T,,,2001-08-30,1998-10-30\nAZE,T,,,1999-10-26,\nKGZ,T,,,1998-11-06,open\n");
    let found = shared(&[read(&file)], "2000-01-01");
    let says = found.shared[0].says[0].as_ref().unwrap();
    assert_eq!(says.since.iter().map(Date::to_string).collect::<Vec<_>>(), ["1999-10-26", "2001-08-30"]);
    assert_eq!((says.on_date, found.shared[0].differ), (Some(Verdict::Unknown), true));
}

#[test]
fn a_bad_line_is_told_with_its_place_and_costs_only_itself() {
    let text = b"state,igo,status,first_year,last_year,ended\nAZE,un,full,1992,2014\nAZE,un,full,19x2,2014,no\nAZE,un,full,1992,2014,perhaps\n\xff\xfe,un,full,1992,2014,no\n,un,full,1992,2014,no\nAZE,un,full,1992,2014,no\n";
    let table = read(&written("bad.csv", text));
    let said: Vec<String> = table.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(table.records.len(), 1, "{said:?}");
    for (line, words) in [
        (2, "has 5 values where the first line has 6"),
        (3, "\"19x2\" is not a date"),
        (4, "\"perhaps\" is not yes, no or unknown"),
        (5, "is not UTF-8"),
    ] {
        assert!(
            said.iter().any(|s| s.contains(&format!("bad.csv:{line}:1: warning: {words}"))),
            "{line} {said:?}"
        );
    }
    assert!(said.last().unwrap().contains("1 line without a state's code"));
}

#[test]
fn what_is_no_table_says_what_one_needs() {
    for (name, text) in [("no.csv", &b"a,b\n1,2\n"[..]), ("empty.csv", b""), ("bytes.csv", b"\0\xff\"")] {
        let problem = memberships::read(&written(name, text), &codes(), None, MAX).unwrap_err();
        assert!(problem.to_string().contains("state, treaty_id, signed"), "{name} {problem}");
    }
    let large =
        memberships::read(&written("large.csv", b"state,org\nAZE,UN\n"), &codes(), None, 5).unwrap_err();
    assert!(large.message.contains("--max-size"));
    let missing = memberships::read(Path::new("nowhere.csv"), &codes(), None, MAX).unwrap_err();
    assert!(missing.message.contains("no such file"));
}

#[test]
fn the_command_prints_it_and_names_the_nearest_states() {
    let text = out(&["overlap", "AZE", "Kyrgyzstan"]);
    assert!(text.contains("45 organisations on record for all, 40 with all as full members"), "{text}");
    assert!(text.contains("as of Jan 2026") && !text.contains('\u{1b}'));
    let json = out(&["overlap", "AZE", "KGZ", "DEU", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["states"].as_array().unwrap().len(), 3);
    let unknown = run(&["overlap", "Azerbajan", "KGZ"]);
    assert_eq!(unknown.status.code(), Some(2));
    let said = stderr(&unknown);
    assert!(said.contains("no state named Azerbajan; nearest: Azerbaijan (AZE), "), "{said}");
    assert_eq!(run(&["overlap", "AZE"]).status.code(), Some(2));
}

#[test]
fn tables_as_people_have_them_are_read() {
    let utf16 = |text: &str| -> Vec<u8> {
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    for (name, text) in [
        ("cow.csv", b"state,igo,status,first_year,last_year,ended\n373,OTS,full,2009,,\n703,OTS,full,2009,,\n".to_vec()),
        ("names.csv", "state,igo,status,first_year,last_year,ended\nAzerbaijan,OTS,full,2009,,\nKyrgyz Republic,OTS,full,2009,,\n\"Korea, Rep.\",UN,full,1991,,\n".into()),
        ("na.csv", "state,igo,status,first_year,last_year,ended\nAZE,OTS,full,2009,NA,NA\nKGZ,OTS,full,2009.0,-,..\n".into()),
        ("semicolons.csv", "\u{feff}Country;Organization;Membership;Since\r\nAZE;OTS;Full member;2009\r\nKGZ;OTS;Full member;2009\r\n".into()),
        ("tabs.csv", utf16("ISO3\tIGO\tfrom\nAZE\tOTS\t2009\nKGZ\tOTS\t2009\n")),
    ] {
        let table = read(&written(name, &text));
        let found = shared(&[table], "");
        assert_eq!(found.shared.len(), 1, "{name}");
        assert_eq!(found.shared[0].since(), ["2009".parse::<Date>().unwrap()], "{name}");
    }
}

#[test]
fn a_table_that_is_not_clear_or_not_about_the_states_is_refused() {
    let unclear = file("unclear.csv", b"state,org\n703,UN\n705,UN\n");
    let answer = run(&["overlap", "KGZ", "KAZ", "--memberships", &unclear]);
    assert_eq!(answer.status.code(), Some(2));
    assert!(stderr(&answer).contains("say which with --codes iso or --codes cow"), "{}", stderr(&answer));
    let text = out(&["overlap", "KGZ", "KAZ", "--memberships", &unclear, "--codes", "cow"]);
    assert!(text.contains("1 organisation on record for all"), "{text}");
    let about_others = file("others.csv", b"state,org\nFRA,UN\nDEU,UN\n");
    let answer = run(&["overlap", "AZE", "KGZ", "--memberships", &about_others]);
    assert_eq!(answer.status.code(), Some(2));
    assert!(stderr(&answer).contains("has no line about AZE or KGZ"), "{}", stderr(&answer));
}

#[test]
fn the_dossier_is_the_first_table_and_an_organisation_has_one_row() {
    let text = out(&["overlap", "AZE", "KGZ"]);
    let row =
        |short: &str| text.lines().find(|line| line.trim_start().starts_with(short)).unwrap().to_owned();
    assert!(row("UN ").contains("2 Mar 1992") && row("UN ").contains("United Nations"), "{text}");
    assert!(row("ICC ").contains("International Chamber of Commerce"), "{text}");
    assert!(!text.contains("NGOs  NGOs") && row("ICC ").contains("through NGOs"), "{text}");
    // The Factbook's IDB is the dossier's IsDB, and nobody shares what one is not a member of.
    assert!(!text.contains("    IDB ") && !text.contains("    EDB "), "{text}");
    let file = file("dates.csv", b"state,igo,first_year\nAZE,UN,1995\nKGZ,UN,1992\n");
    let text = out(&["overlap", "AZE", "KGZ", "--memberships", &file]);
    let un = text.lines().find(|line| line.contains("United Nations  ")).unwrap();
    assert!(
        un.trim_start().starts_with('≠') && un.contains("member 2 Mar 1992") && un.contains("member 1995"),
        "{un}"
    );
}
