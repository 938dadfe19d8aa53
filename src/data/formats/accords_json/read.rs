//! Reads a dossier and reports everything wrong with it.

use super::findings::Finding;
use super::lines::locate;
use super::path::{Step, write_path};
use super::references;
use super::schema::schema;
use super::shape::Shape;
use super::walk::walk;
use crate::data::loaded::Loaded;
use crate::data::problem::{self, Problem};
use crate::model::Dossier;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::path::Path;
use std::sync::OnceLock;

/// Reads a dossier. A syntax error is the only problem reported, as nothing after it can be trusted; all other problems
/// are reported together, each with its line and path.
pub(in crate::data::formats) fn read(file: &Path, text: &str) -> Loaded {
    if is_schema(text.as_bytes()) {
        let message = "is a JSON Schema, which describes dossiers; name a dossier to open";
        return Problem::of_file(file, message).into();
    }
    static SHAPE: OnceLock<Shape> = OnceLock::new();
    let shape = SHAPE.get_or_init(|| Shape::of_schema(&schema()));
    let (findings, repeated_keys) = match findings(shape, text) {
        Ok(found) => found,
        Err(error) => return syntax(file, text, &error).into(),
    };
    let mut loaded = Loaded { dossiers: Vec::new(), problems: place(file, text, findings) };
    if !loaded.has_errors() {
        loaded.append(match typed(text, repeated_keys) {
            Ok(dossier) => dossier.arrange().into(),
            Err(error) => syntax(file, text, &error).into(),
        });
    }
    loaded
}

/// Whether a file is a JSON Schema, such as that of the dossiers itself, and not a dossier.
pub(in crate::data::formats) fn is_schema(bytes: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Top {
        #[serde(rename = "$schema")]
        schema: String,
        format: Option<IgnoredAny>,
    }
    // Most files need not be parsed to know.
    memchr::memmem::find(bytes, b"json-schema.org/").is_some()
        && serde_json::from_slice::<Top>(bytes)
            .is_ok_and(|top| top.schema.contains("json-schema.org/") && top.format.is_none())
}

/// Everything wrong, and whether an object repeats a key. The ids are dropped here: with a large file, they and the
/// dossier are never in memory at the same time.
fn findings<'s>(shape: &'s Shape, text: &str) -> Result<(Vec<Finding<'s>>, bool), serde_json::Error> {
    let found = walk(shape, text)?;
    let mut findings = references::check(&found);
    findings.extend(found.list);
    Ok((findings, found.repeated_keys))
}

/// The typed reader refuses repeated keys; a JSON value keeps the last.
fn typed(text: &str, repeated_keys: bool) -> Result<Dossier, serde_json::Error> {
    if repeated_keys {
        return serde_json::from_value(serde_json::from_str(text)?);
    }
    serde_json::from_str(text)
}

fn place(file: &Path, text: &str, findings: Vec<Finding<'_>>) -> Vec<Problem> {
    let paths: Vec<&[Step<'_>]> = findings.iter().map(|f| f.path.as_slice()).collect();
    let places = locate(text, &paths);
    let mut problems: Vec<Problem> = findings
        .into_iter()
        .zip(places)
        .map(|(finding, place)| Problem {
            severity: finding.severity,
            file: file.to_owned(),
            place: Some(place),
            path: Some(write_path(&finding.path)),
            message: finding.message,
            unlisted: finding.unlisted,
        })
        .collect();
    problems.sort_by_key(|p| p.place);
    problems
}

/// A syntax error with its place: the library's message without its own line and column.
fn syntax(file: &Path, text: &str, error: &serde_json::Error) -> Problem {
    let message = error.to_string();
    let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
    if let Some(bracket) = what.strip_prefix("expected `,` or ") {
        return missing_comma(file, text, error, bracket);
    }
    let hint = match what {
        "trailing comma" => "; remove the comma before the closing bracket",
        "trailing characters" => "; the document ended before this point",
        "recursion limit exceeded" => "; at most 127 levels of nesting are allowed",
        _ => "",
    };
    Problem::of_file(file, format!("is not JSON: {what}{hint}")).at((error.line(), error.column()))
}

/// A comma is missing right after a value; the library notices it at what comes next, which may be lines further on.
fn missing_comma(file: &Path, text: &str, error: &serde_json::Error, bracket: &str) -> Problem {
    let line = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
    let noticed = line + error.column().saturating_sub(1);
    let before = text.get(..noticed).unwrap_or(text).trim_end();
    let message = format!(
        "is not JSON: a comma or {bracket} is missing here; if a text goes on here, write a backslash before the \
         quotation marks in it"
    );
    Problem::of_file(file, message).at(problem::place(text, before.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The problems of the smallest dossier with this in its body.
    fn reported(body: &str) -> Vec<String> {
        let text = format!("{{\"format\": \"accords/1\", \"id\": \"x\", \"title\": \"X\"{body}}}");
        read(Path::new("x.json"), &text).problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn each_problem_is_reported_with_its_place_and_what_to_do() {
        let source = r#", "sources": [{"id": "s", "kind": "news", "publisher": "P", "title": "T"}]"#;
        for (body, expected) in [
            (r#", "titel": 1"#, r#"x.json:1:60: warning: titel: unknown field; did you mean "title"?"#),
            (r#", "zebra": 1"#, r#"warning: zebra: unknown field; remove it or put it into "$comment""#),
            (r#", "events": 3"#, "error: events: is a number; a list [ ] is expected"),
            (r#", "events": [3]"#, "error: events[0]: is a number; an object { } is expected"),
            (r#", "sectors": [{"id": "a"}]"#, r#"error: sectors[0]: the required field "name" is missing"#),
            (
                r#", "sectors": [{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]"#,
                r#"error: sectors[1].id: "a" is already the id of sectors[0]"#,
            ),
            (
                r#", "sectors": [{"id": "A b", "name": "A"}]"#,
                r#"error: sectors[0].id: "A b" is not a valid id; use only a-z"#,
            ),
            (r#", "leading": "no""#, r#"error: leading: there is no agreement "no" in this dossier"#),
            (r#", "as_of": "2022-02-30""#, r#"error: as_of: "2022-02-30" has no such day"#),
            (r#", "as_of": "22""#, r#"error: as_of: "22" is not a date; write 2022"#),
            (r#", "as_of": "0022""#, r#"warning: as_of: "0022" is outside the years 1000 to 2999"#),
            (r#", "title": "Y""#, "warning: title: duplicate key; the last value is used"),
            (r#", "title": null"#, "error: title: is null; text in quotes is expected"),
            (r#", "summary": null"#, ""),
            (r#", "$comment": {"a": [1]}"#, ""),
            (
                r#", "events": [{"id": "e", "date": "2022", "title": "E", "kind": "trade"}]"#,
                "warning: events[0]: no source is given",
            ),
            (
                r#", "events": [{"id": "e", "date": "2022", "title": "E", "kind": "trad", "sources": ["s"]}]"#,
                r#"did you mean "trade"?"#,
            ),
            (r#", "sectors": [{"id": "a", "name": ""}]"#, "warning: sectors[0].name: is empty"),
            (r#", "agreements": [{"id": "a", "title": "A", "kind": "Final Act", "sources": ["s"]}]"#, ""),
            (
                r#", "agreements": [{"id": "a", "title": "A", "kind": "firman", "sources": ["s"]}]"#,
                r#"warning: agreements[0].kind: "firman" is not a known kind; it is shown as written"#,
            ),
        ] {
            let found = reported(&format!("{source}{body}"));
            if expected.is_empty() {
                assert_eq!(found, Vec::<String>::new(), "{body}");
            } else {
                let expected = expected.strip_prefix("x.json:1:60: ").unwrap_or(expected);
                assert!(found.iter().any(|f| f.contains(expected)), "{body}: {found:#?}");
            }
        }
    }

    #[test]
    fn a_repeated_id_key_is_a_warning() {
        let body = r#", "sectors": [{"id": "a", "id": "b", "name": "A"}]"#;
        let found = reported(body);
        assert!(found.iter().all(|f| f.contains("warning: ")), "{found:#?}");
        assert!(found.iter().any(|f| f.contains("sectors[0].id: duplicate key")), "{found:#?}");
    }

    #[test]
    fn all_problems_are_reported_together_with_their_lines() {
        let text = "{\n\"format\": \"accords/1\",\n\"id\": \"x\",\n\"title\": 7,\n\"sectors\": [\n {\"id\": \"a\"}\n],\n\"leading\": \"q\"\n}";
        let loaded = read(Path::new("x.json"), text);
        let lines: Vec<usize> = loaded.problems.iter().filter_map(|p| p.place).map(|p| p.0).collect();
        assert_eq!(lines, [4, 6, 8]);
        assert!(loaded.dossiers.is_empty());
    }

    #[test]
    fn after_a_thousand_problems_the_rest_is_counted() {
        let clause =
            |i: usize| format!(r#"{{"id": "c{i}", "heading": "H", "text": "T", "wording": "official"}}"#);
        let clauses: Vec<String> = (0..2500).map(clause).collect();
        let event = |i: usize| {
            format!(r#"{{"id": "e{i}", "date": "2022", "title": "E", "kind": "trade", "sources": ["q"]}}"#)
        };
        let events: Vec<String> = (0..250).map(event).collect();
        let found = reported(&format!(
            r#", "agreements": [{{"id": "a", "title": "A", "clauses": [{}]}}], "events": [{}]"#,
            clauses.join(","),
            events.join(",")
        ));
        assert_eq!(found.len(), 1_000 + 1 + 100, "{found:#?}");
        assert!(found.iter().any(|f| f.ends_with("warning: $: 1,501 more warnings are not shown")));
        assert!(found.iter().any(|f| f.contains("(150 more references to it)")));
    }

    #[test]
    fn an_object_of_many_unknown_fields_takes_no_time() {
        let fields: Vec<String> = (0..200_000).map(|i| format!("\"x{i}\": 1")).collect();
        let begin = std::time::Instant::now();
        assert_eq!(reported(&format!(", {}", fields.join(","))).len(), 1_001);
        assert!(begin.elapsed() < std::time::Duration::from_secs(20), "{:?}", begin.elapsed());
    }

    #[test]
    fn many_references_to_missing_ids_take_no_time() {
        let event = |i: usize| {
            format!(r#"{{"id": "e{i}", "date": "2022", "title": "E", "kind": "trade", "sources": ["q{i}"]}}"#)
        };
        let events: Vec<String> = (0..20_000).map(event).collect();
        let body = format!(r#", "events": [{}]"#, events.join(","));
        let begin = std::time::Instant::now();
        let found = reported(&body);
        assert_eq!(found.len(), 1_001);
        assert!(found[0].contains("$: 19,000 more references to missing ids"), "{}", found[0]);
        assert!(found[1].contains("events[0].sources[0]"), "{}", found[1]);
        assert!(begin.elapsed() < std::time::Duration::from_secs(20), "{:?}", begin.elapsed());
    }

    #[test]
    fn references_may_come_before_what_they_name() {
        let body = r#", "agreements": [{"clauses": [{"id": "c", "heading": "H", "text": "T", "wording": "official", "sources": ["s"]}, {"id": "c", "heading": "H", "text": "T", "wording": "official", "sources": ["s"]}], "carries_out": [{"clause": "a.c", "basis": "reading"}, {"clause": "a.d", "basis": "reading"}], "sources": ["s"], "title": "A", "id": "a"}],
            "sources": [{"id": "s", "kind": "news", "publisher": "P", "title": "T"}]"#;
        let found = reported(body);
        assert_eq!(found.len(), 2, "{found:#?}");
        assert!(found[0].contains(r#"clauses[1].id: "c" is already the id of agreements[0].clauses[0]"#));
        assert!(found[1].contains(r#"there is no clause "a.d" in this dossier; did you mean "a.c"?"#));
    }

    #[test]
    fn a_syntax_error_is_the_only_problem() {
        for (text, expected) in [
            ("{\"id\": }", "x.json:1:8: error: is not JSON: expected value"),
            ("{\"format\": \"accords/1\",}", "is not JSON: trailing comma; remove"),
            ("{} {}", "trailing characters; the document ended before this point"),
            ("{", "EOF while parsing"),
            ("{\"a\": NaN}", "expected value"),
            ("{\"title\": 1e400}", "number out of range"),
        ] {
            let problems = read(Path::new("x.json"), text).problems;
            assert_eq!(problems.len(), 1, "{text}");
            assert!(problems[0].to_string().contains(expected), "{}", problems[0]);
        }
    }

    #[test]
    fn a_newer_format_says_so() {
        let text = r#"{"format": "accords/2", "id": "x", "title": "X"}"#;
        let problems = read(Path::new("x.json"), text).problems;
        assert!(problems[0].message.contains("newer than this program"), "{}", problems[0]);
    }

    #[test]
    fn references_reach_clauses_and_memberships() {
        let body = r#", "parties": [{"id": "AZE", "kind": "state", "name": "A"}],
            "sources": [{"id": "s", "kind": "news", "publisher": "P", "title": "T"}],
            "agreements": [{"id": "d", "title": "D", "sources": ["s"], "clauses": [
                {"id": "c", "heading": "H", "text": "T", "wording": "summary", "sources": ["s"]}]}],
            "organisations": [{"id": "un", "name": "UN", "memberships": [{"party": "AZE", "status": "member", "sources": ["s"]}]}],
            "disputes": [{"about": ["d.c", "un:AZE", "x", "un", "d", "ABC", "un:XXX"], "topic": "T", "claims": [{"says": "Y", "sources": ["s"]}]}]"#;
        let found = reported(body);
        assert_eq!(found.len(), 2, "{found:#?}");
        assert!(found[0].contains("about[5]") && found[1].contains("about[6]"), "{found:#?}");
    }
}
