//! Lints: what is valid but rarely meant, found in a dossier by the strict check.
//!
//! Each is a small function in one table. It passes over the dossier once and gives the id of what it finds, by which the
//! dossier's `allow` switches it off with a reason.

mod agreements;
mod events;
mod found;
mod sectors;
mod sources;
mod standing;

use super::file::decode;
use super::formats::places_of;
use super::problem::{Problem, Severity, quoted};
use crate::model::Dossier;
use crate::text::edit::nearest;
use found::Found;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// A lint.
pub struct Lint {
    /// Its name, as in `allow`.
    pub name: &'static str,
    /// What it finds, and what to do about it.
    pub explanation: &'static str,
    find: fn(&Dossier, &mut Found<'_>),
}

/// Every lint.
pub const LINTS: [Lint; 12] = [
    Lint {
        name: "package-dates-differ",
        explanation: "Agreements of one package were signed on dates that do not overlap. Correct a date, or take one out of the package.",
        find: agreements::package_dates_differ,
    },
    Lint {
        name: "agreement-without-status",
        explanation: "An agreement does not say whether it is in force. Add its status in the word of a source, or \"status\" to \"not_on_record\" if none was found.",
        find: agreements::without_status,
    },
    Lint {
        name: "event-without-tags",
        explanation: "An event names no sector, agreement or organisation, so no list of them leads to it. Add one.",
        find: events::without_tags,
    },
    Lint {
        name: "commentary-alone",
        explanation: "An agreement, clause, event or membership rests on commentary alone. Add a report of it, or say whose assessment it is and allow it.",
        find: standing::commentary_alone,
    },
    Lint {
        name: "announcement-alone",
        explanation: "All dated sources of an event are older than the event. Add a report of it, or set \"stage\": \"announced\".",
        find: events::announcement_alone,
    },
    Lint {
        name: "long-summary",
        explanation: "A summary has more than 60 words. Shorten it, or move a part to the note.",
        find: events::long_summary,
    },
    Lint {
        name: "undated-source",
        explanation: "A source has no date. Add \"published\", as exact as it is known.",
        find: sources::undated,
    },
    Lint {
        name: "http-address",
        explanation: "An address begins with http where another source of the same host has https. Use https.",
        find: sources::http_address,
    },
    Lint {
        name: "non-ascii-address",
        explanation: "An address has letters that are not ASCII, which some programs cannot open. Write it percent-encoded.",
        find: sources::non_ascii_address,
    },
    Lint {
        name: "repeated-title",
        explanation: "Two sources have the same title. Remove one, or tell them apart in their titles or with a reason.",
        find: sources::repeated_title,
    },
    Lint {
        name: "absence-from-list",
        explanation: "A party is \"not-a-member\" only because a list does not have it. Use \"unknown\", or add a source that says so.",
        find: standing::absence_from_list,
    },
    Lint {
        name: "thin-sector",
        explanation: "One agreement, clause or event names a sector, or none does. Name it where it is meant, or put the fact into a wider sector.",
        find: sectors::thin,
    },
];

/// What the lints find in a dossier of a file with these bytes and it does not allow, in the order of the table, each with its
/// line if the file is a dossier in JSON.
pub fn lint(file: &Path, bytes: &[u8], dossier: &Dossier) -> Vec<Problem> {
    let of_file = |path: String, message: String| Problem {
        severity: Severity::Lint,
        path: Some(path),
        ..Problem::of_file(file, message)
    };
    let allowed: HashMap<(&str, Option<&str>), usize> = dossier
        .allow
        .iter()
        .enumerate()
        .map(|(place, allowance)| ((allowance.lint.as_str(), allowance.at.as_deref()), place))
        .collect();
    let (mut problems, mut used) = (Vec::new(), HashSet::new());
    for lint in &LINTS {
        (lint.find)(dossier, &mut |at, message| {
            let here = allowed.get(&(lint.name, Some(at))).or_else(|| allowed.get(&(lint.name, None)));
            match here {
                Some(place) => _ = used.insert(*place),
                None => problems.push(of_file(at.to_owned(), format!("{message} ({})", lint.name))),
            }
        });
    }
    for (place, allowance) in dossier.allow.iter().enumerate().filter(|(place, _)| !used.contains(place)) {
        let names = LINTS.iter().map(|lint| lint.name);
        let message = match nearest(&allowance.lint, names.clone()) {
            _ if names.clone().any(|name| name == allowance.lint) => "allows nothing; remove it".to_owned(),
            Some(meant) => format!("there is no lint {}; did you mean {meant}?", quoted(&allowance.lint)),
            None => {
                format!("there is no lint {}; accords check --explain lists them", quoted(&allowance.lint))
            }
        };
        problems.push(of_file(format!("allow[{place}]"), message));
    }
    place(file, bytes, &mut problems);
    problems
}

/// Adds the lines of what was found.
fn place(file: &Path, bytes: &[u8], problems: &mut [Problem]) {
    let Ok(text) = decode(file, bytes) else { return };
    let ids: Vec<&str> = problems.iter().filter_map(|problem| problem.path.as_deref()).collect();
    if ids.is_empty() {
        return;
    }
    let places = places_of(text, &ids);
    problems.iter_mut().zip(places).for_each(|(problem, place)| problem.place = place);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::parse;

    /// What is found in a dossier with this in its body.
    fn found(body: &str) -> Vec<String> {
        let text = format!("{{\"format\": \"accords/1\", \"id\": \"x\", \"title\": \"X\"{body}}}");
        let loaded = parse(Path::new("x.json"), &text);
        let dossier = loaded.dossiers.first().unwrap_or_else(|| panic!("{:?}", loaded.problems));
        lint(Path::new("x.json"), text.as_bytes(), dossier).iter().map(ToString::to_string).collect()
    }

    const SOURCE: &str =
        r#""sources": [{"id": "s", "kind": "news", "publisher": "P", "title": "T", "published": "2020"}]"#;

    #[test]
    fn each_lint_finds_what_it_names_and_nothing_else() {
        let event = |fields: &str| {
            format!(
                r#", {SOURCE}, "events": [{{"id": "e", "date": "2020-05", "title": "E", "kind": "trade", "sources": ["s"]{fields}}}], "agreements": [{{"id": "g", "title": "G", "status": "in force", "sectors": ["f", "f"]}}], "sectors": [{{"id": "f", "name": "F"}}]"#
            )
        };
        let tagged = r#", "sectors": ["f"]"#;
        let source = |fields: &str| {
            format!(
                r#", "sources": [{{"id": "s", "kind": "news", "publisher": "P", "title": "T", "published": "2020", "url": "https://a.b/"}}, {{"id": "t", "kind": "news", "publisher": "P"{fields}}}]"#
            )
        };
        let membership = |kind: &str| {
            format!(
                r#", "parties": [{{"id": "AAA", "kind": "state", "name": "A"}}], "sources": [{{"id": "s", "kind": "{kind}", "publisher": "P", "title": "T", "published": "2020"}}], "organisations": [{{"id": "o", "name": "O", "memberships": [{{"party": "AAA", "status": "not-a-member", "sources": ["s"]}}]}}]"#
            )
        };
        let clause = |kind: &str| {
            format!(
                r#", "sources": [{{"id": "s", "kind": "{kind}", "publisher": "P", "title": "T", "published": "2020"}}], "agreements": [{{"id": "a", "title": "A", "status": "in force", "sources": [], "clauses": [{{"id": "c", "heading": "H", "text": "T", "wording": "summary", "sources": ["s"]}}]}}]"#
            )
        };
        let agreements = |date: &str, rest: &str| {
            format!(
                r#", "agreements": [{{"id": "a", "title": "A", "package": "p", "signed": "2020-05", "status": "in force"}}, {{"id": "b", "title": "B", "package": "p", "signed": "{date}"{rest}}}]"#
            )
        };
        let long = format!(r#"{tagged}, "summary": "{}""#, "word ".repeat(61));
        for (body, name, at) in [
            (event(""), "event-without-tags", "e"),
            (event(tagged), "", ""),
            (event(tagged).replace("\"news\"", "\"commentary\""), "commentary-alone", "e"),
            (event(tagged).replace("2020-05", "2021"), "announcement-alone", "e"),
            (event(&format!(r#"{tagged}, "stage": "announced""#)).replace("2020-05", "2021"), "", ""),
            (event(&long), "long-summary", "e"),
            (source(r#", "title": "U""#), "undated-source", "t"),
            (source(r#", "title": "U", "published": "2020", "url": "http://a.b/c""#), "http-address", "t"),
            (source(r#", "title": "U", "published": "2020", "url": "http://c.d/""#), "", ""),
            (
                source(r#", "title": "U", "published": "2020", "url": "https://c.d/ü""#),
                "non-ascii-address",
                "t",
            ),
            (source(r#", "title": "T", "published": "2020""#), "repeated-title", "t"),
            (
                source(r#", "title": "T", "published": "2020""#).replacen("\"P\"", "\"Q\"", 1),
                "repeated-title",
                "t",
            ),
            (membership("commentary"), "commentary-alone", "o:AAA"),
            (clause("commentary"), "commentary-alone", "a.c"),
            (clause("news"), "", ""),
            (membership("reference"), "absence-from-list", "o:AAA"),
            (membership("news"), "", ""),
            (agreements("2021", r#", "status": "ended""#), "package-dates-differ", "b"),
            (agreements("2020", r#", "status": "ended""#), "", ""),
            (agreements("2020", ""), "agreement-without-status", "b"),
            (agreements("2020", r#", "not_on_record": ["status"]"#), "", ""),
            (event(tagged).replace(r#"["f", "f"]"#, "[]"), "thin-sector", "f"),
            (r#", "sectors": [{"id": "f", "name": "F"}]"#.to_owned(), "thin-sector", "f"),
        ] {
            let all = found(&body);
            if name.is_empty() {
                assert_eq!(all, Vec::<String>::new(), "{body}");
                continue;
            }
            assert_eq!(all.len(), 1, "{body}: {all:?}");
            assert!(
                all[0].starts_with("x.json:1:")
                    && all[0].contains(&format!(": lint: {at}: "))
                    && all[0].ends_with(&format!("({name})")),
                "{all:?}"
            );
            for at in [format!("\"{at}\""), "null".to_owned()] {
                let allow = format!(r#", "allow": [{{"lint": "{name}", "at": {at}, "reason": "R"}}]"#);
                assert_eq!(found(&format!("{body}{allow}")), Vec::<String>::new(), "{body}");
            }
        }
    }

    #[test]
    fn what_is_found_has_its_line_also_in_an_unsorted_file() {
        let text = "{\"format\": \"accords/1\", \"id\": \"x\", \"title\": \"X\",\n\"events\": [\n\
                    {\"id\": \"late\", \"date\": \"2002\", \"title\": \"L\", \"kind\": \"trade\", \"sources\": []},\n\
                    {\"id\": \"early\", \"date\": \"2001\", \"title\": \"E\", \"kind\": \"trade\", \"sources\": []}],\n\
                    \"organisations\": [{\"id\": \"o\", \"name\": \"O\", \"memberships\": [\n\
                    {\"party\": \"AAA\", \"status\": \"not-a-member\", \"sources\": [\"s\"]}]}],\n\
                    \"parties\": [{\"id\": \"AAA\", \"kind\": \"state\", \"name\": \"A\"}],\n\
                    \"sources\": [{\"id\": \"s\", \"kind\": \"reference\", \"publisher\": \"P\", \"title\": \"T\", \"published\": \"2020\"}]}";
        let loaded = parse(Path::new("x.json"), text);
        let found = lint(Path::new("x.json"), text.as_bytes(), &loaded.dossiers[0]);
        let lines: Vec<_> = found.iter().map(|p| (p.path.as_deref().unwrap(), p.place.unwrap().0)).collect();
        assert_eq!(lines, [("early", 4), ("late", 3), ("o:AAA", 6)]);
    }

    #[test]
    fn an_allowance_of_nothing_is_found() {
        let allow = |name: &str| found(&format!(r#", "allow": [{{"lint": "{name}", "reason": "R"}}]"#));
        assert_eq!(allow("long-summary"), ["x.json:1:60: lint: allow[0]: allows nothing; remove it"]);
        assert!(allow("long-sumary")[0].ends_with("did you mean long-summary?"));
    }
}
