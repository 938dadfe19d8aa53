//! Adds an item to the text of a dossier, and leaves the rest of the text as it is.

use super::canonical::{INDENT, date_of, dated, written};
use super::fields::fields_of;
use super::read::read;
use super::tree::{Content, Node};
use crate::data::problem::{Problem, Severity, quoted};
use crate::model::Date;
use crate::text::edit::nearest;
use crate::text::slug;
use serde_json::{Map, Value};
use std::collections::HashSet;
use std::ops::Range;
use std::path::Path;

/// An item to add.
#[derive(Clone, Debug)]
pub struct Addition {
    /// The list that it goes to.
    pub list: &'static str,
    /// The id of the organisation of a membership.
    pub organisation: Option<String>,
    /// Its fields; without an id one is made.
    pub fields: Map<String, Value>,
}

/// A dossier with the new item.
#[derive(Debug)]
pub struct Appended {
    /// Its text.
    pub text: String,
    /// The address of the item.
    pub address: String,
    /// What is unusual about the item.
    pub warnings: Vec<Problem>,
}

/// Why an item was not added.
#[derive(Debug)]
pub enum NotAppended {
    /// The text has these problems before anything is added.
    File(Vec<Problem>),
    /// What is wrong with the item: the field, if it is one alone, and the message.
    Item(Vec<(Option<String>, String)>),
}

/// Adds an item to the text of a dossier: in a list that is sorted by date after those of its date, in any other at the end.
///
/// # Errors
/// The text has errors, or would have with the item.
pub fn appended(file: &Path, text: &str, addition: &Addition) -> Result<Appended, NotAppended> {
    let before = read(file, text);
    if before.has_errors() {
        return Err(NotAppended::File(before.problems));
    }
    let root = Node::read(text);
    let place = Place::find(&root, addition)?;
    let mut fields = addition.fields.clone();
    if fields_of(addition.list).contains(&"id") {
        fields.entry("id").or_insert_with(|| new_id(&root, &addition.fields).into());
    }
    let own = fields.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let json = Value::Object(fields).to_string();
    let (at, written) = place.insertion(&Node::read(&json), addition.list, text);
    let mut new = text.to_owned();
    new.replace_range(at, &if text.contains("\r\n") { written.replace('\n', "\r\n") } else { written });
    let path = place.path(addition.list, &Node::read(&json));
    let warnings = check(file, &new, &path)?;
    let dossier = root.get("id").and_then(Node::string).unwrap_or_default();
    let address = match &addition.organisation {
        Some(organisation) => {
            let party = addition.fields.get("party").and_then(Value::as_str).unwrap_or_default();
            format!("{dossier}/{organisation}:{party}")
        }
        None => format!("{dossier}/{own}"),
    };
    Ok(Appended { text: new, address, warnings })
}

/// The warnings about what is at a path of a text.
///
/// # Errors
/// The text has errors.
fn check(file: &Path, text: &str, path: &str) -> Result<Vec<Problem>, NotAppended> {
    let after = read(file, text);
    let (errors, warnings): (Vec<Problem>, Vec<Problem>) =
        after.problems.into_iter().partition(|problem| problem.severity == Severity::Error);
    let inside = |problem: &Problem| {
        let rest = problem.path.as_deref()?.strip_prefix(path)?;
        (rest.is_empty() || rest.starts_with('.')).then(|| rest.trim_start_matches('.').to_owned())
    };
    if errors.is_empty() {
        return Ok(warnings.into_iter().filter(|problem| inside(problem).is_some()).collect());
    }
    let wrong = |problem: Problem| {
        let field = inside(&problem).map(|rest| rest.split(['.', '[']).next().unwrap_or_default().to_owned());
        (field.filter(|field| !field.is_empty()), problem.message)
    };
    Err(NotAppended::Item(errors.into_iter().map(wrong).collect()))
}

/// Where a new item goes.
struct Place<'n, 'a> {
    /// The object that has the list: the dossier, or an organisation.
    holder: &'n Node<'a>,
    /// The list that the object is in, with its place; `None` for the dossier.
    within: Option<(&'static str, usize)>,
    /// What is in the list.
    values: &'n [Node<'a>],
    list: Option<&'n Node<'a>>,
}

impl<'n, 'a> Place<'n, 'a> {
    fn find(root: &'n Node<'a>, addition: &Addition) -> Result<Self, NotAppended> {
        let wrong = |field: &str, message: String| NotAppended::Item(vec![(Some(field.to_owned()), message)]);
        let Some(wanted) = &addition.organisation else { return Ok(Self::of(root, None, addition.list)) };
        let organisations = root.get("organisations").map(Node::values).unwrap_or_default();
        let ids: Vec<String> = organisations
            .iter()
            .map(|organisation| organisation.get("id").and_then(Node::string).unwrap_or_default())
            .collect();
        let found = ids.iter().position(|id| id == wanted);
        let Some((at, holder)) = found.and_then(|at| Some((at, organisations.get(at)?))) else {
            let meant = nearest(wanted, ids.iter().map(String::as_str));
            let hint = meant.map_or_else(
                || "add it or correct the id".to_owned(),
                |meant| format!("did you mean {}?", quoted(meant)),
            );
            let message = format!("there is no organisation {} in this dossier; {hint}", quoted(wanted));
            return Err(wrong("organisation", message));
        };
        let place = Self::of(holder, Some(("organisations", at)), addition.list);
        let party = addition.fields.get("party").and_then(Value::as_str).unwrap_or_default();
        let is_same = |own: &Node<'_>| own.get("party").and_then(Node::string).as_deref() == Some(party);
        match place.values.iter().any(is_same) {
            true => {
                Err(wrong("party", format!("{wanted} already has a membership of {party}; correct that")))
            }
            false => Ok(place),
        }
    }

    fn of(holder: &'n Node<'a>, within: Option<(&'static str, usize)>, list: &str) -> Self {
        let list = holder.get(list);
        Self { holder, within, values: list.map(Node::values).unwrap_or_default(), list }
    }

    /// How many items of the list are before the new one.
    fn before(&self, list: &str, item: &Node<'_>) -> usize {
        let Some(field) = date_of(list) else { return self.values.len() };
        let own = Date::undated_last(dated(item.text, field));
        let last = self.values.iter().rposition(|value| Date::undated_last(dated(value.text, field)) <= own);
        last.map_or(0, |last| last + 1)
    }

    /// The path of the new item in the document.
    fn path(&self, list: &str, item: &Node<'_>) -> String {
        let within = self.within.map(|(list, at)| format!("{list}[{at}].")).unwrap_or_default();
        format!("{within}{list}[{}]", self.before(list, item))
    }

    /// What to write in place of which bytes of the document.
    fn insertion(&self, item: &Node<'_>, list: &str, document: &str) -> (Range<usize>, String) {
        let level = if self.within.is_some() { 4 } else { 2 };
        let (indent, outer) = (INDENT.repeat(level), INDENT.repeat(level - 1));
        let own = written(item.text, Some(list), level);
        let end = |node: &Node<'_>| node.offset(document) + node.text.len();
        let before = self.before(list, item);
        let whole = format!("[\n{indent}{own}\n{outer}]");
        match (self.list, before.checked_sub(1).and_then(|last| self.values.get(last)), self.values.first()) {
            (_, Some(last), _) => (end(last)..end(last), format!(",\n{indent}{own}")),
            (_, None, Some(first)) => {
                let start = first.offset(document);
                (start..start, format!("{own},\n{indent}"))
            }
            (Some(empty), None, None) if matches!(empty.content, Content::List(_)) => {
                (empty.offset(document)..end(empty), whole)
            }
            _ => {
                let at = self.field_before(list).map_or(document.len(), end);
                (at..at, format!(",\n{outer}\"{list}\": {whole}"))
            }
        }
    }

    /// The last field of the holder that the format has before this list.
    fn field_before(&self, list: &str) -> Option<&'n Node<'a>> {
        let order = fields_of(self.within.map_or("", |(list, _)| list));
        let place = |name: &str| order.iter().position(|own| *own == name);
        let is_before = |(name, _): &&(String, Node<'a>)| place(name) < place(list);
        self.holder.entries().iter().rfind(is_before).map(|(_, value)| value)
    }
}

/// An id that nothing in the dossier has: the title as an id, with the year.
fn new_id(root: &Node<'_>, fields: &Map<String, Value>) -> String {
    /// An id must be short enough to type.
    const LONGEST: usize = 48;
    let text = |name: &str| fields.get(name).and_then(Value::as_str);
    let year = ["date", "published"].into_iter().find_map(text).and_then(|date| date.parse::<Date>().ok());
    let mut stem = slug(text("title").unwrap_or_default());
    if stem.len() > LONGEST {
        stem.truncate(LONGEST);
        stem.truncate(stem.rfind('-').unwrap_or(LONGEST));
    }
    let year = year.map(|date| date.year().to_string()).filter(|year| stem.rsplit('-').next() != Some(year));
    let parts: Vec<&str> =
        [stem.as_str(), year.as_deref().unwrap_or_default()].into_iter().filter(|p| !p.is_empty()).collect();
    let stem = if parts.is_empty() { "untitled".to_owned() } else { parts.join("-") };
    let items = root.entries().iter().flat_map(|(_, list)| list.values()).chain([root]);
    let taken: HashSet<String> = items.filter_map(|item| item.get("id")?.string()).collect();
    let numbered = (2u32..).map(|number| format!("{stem}-{number}"));
    let free = std::iter::once(stem.clone()).chain(numbered).find(|id| !taken.contains(id));
    free.unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::formats::accords_json::canonical::canonical;
    use serde_json::json;

    fn add(
        text: &str,
        list: &'static str,
        organisation: Option<&str>,
        fields: Value,
    ) -> Result<Appended, NotAppended> {
        let Value::Object(fields) = fields else { panic!("no object") };
        let organisation = organisation.map(str::to_owned);
        appended(Path::new("x.json"), text, &Addition { list, organisation, fields })
    }

    fn event(title: &str, date: &str) -> Value {
        json!({ "title": title, "date": date, "kind": "trade" })
    }

    const EMPTY: &str =
        "{\n  \"format\": \"accords/1\",\n  \"id\": \"x\",\n  \"title\": \"X\",\n  \"disputes\": []\n}\n";

    #[test]
    fn a_dossier_in_form_stays_in_form_whatever_is_added() {
        let mut text = EMPTY.to_owned();
        let mut addresses = Vec::new();
        for (title, date) in [
            ("Opened", "2002"),
            ("Begun", "2001"),
            ("Opened", "2002"),
            ("Ended", "2003-05"),
            ("Ход", "2002-01"),
            ("Trade 2004", "2004"),
            ("A title that is much too long to be typed as the id of anything at all", "2005"),
        ] {
            let added = add(&text, "events", None, event(title, date)).unwrap();
            assert_eq!(canonical(Path::new("x.json"), &added.text).unwrap(), added.text);
            assert!(added.warnings[0].message.starts_with("no source is given"), "{:?}", added.warnings);
            (text, addresses) = (added.text, [addresses, vec![added.address]].concat());
        }
        let expected = [
            "x/opened-2002",
            "x/begun-2001",
            "x/opened-2002-2",
            "x/ended-2003",
            "x/2002",
            "x/trade-2004",
            "x/a-title-that-is-much-too-long-to-be-typed-as-2005",
        ];
        assert_eq!(addresses, expected);
        let source = json!({ "title": "T", "kind": "news", "publisher": "P" });
        text = add(&text, "sources", None, source).unwrap().text;
        assert_eq!(canonical(Path::new("x.json"), &text).unwrap(), text);
    }

    #[test]
    fn the_rest_of_the_file_stays_as_it_is() {
        let rest = "\"id\":\"x\",\"format\" : \"accords/1\",\"title\":\"X\"";
        for (list, before, after) in [
            ("", format!("{{{rest}"), "}".to_owned()),
            (" \"events\":[ ],", "{ \"events\":".to_owned(), format!(",{rest}}}")),
            (
                "\"events\":[{\"id\":\"o\",\"date\":\"2001\",\"title\":\"O\",\"kind\":\"trade\"} ],",
                "{\"events\":[{\"id\":\"o\",\"date\":\"2001\",\"title\":\"O\",\"kind\":\"trade\"}".to_owned(),
                format!(" ],{rest}}}"),
            ),
        ] {
            let text = format!("{{{list}{rest}}}");
            let added = add(&text, "events", None, event("E", "2002")).unwrap().text;
            assert!(added.starts_with(&before) && added.ends_with(&after), "{added}");
        }
        let lines = EMPTY.replace('\n', "\r\n");
        let added = add(&lines, "events", None, event("E", "2002")).unwrap().text;
        assert_eq!(added.matches('\n').count(), added.matches("\r\n").count());
    }

    #[test]
    fn a_membership_goes_to_its_organisation() {
        let text = EMPTY.replace(
            "\"disputes\"",
            "\"parties\": [{\"id\": \"AAA\", \"kind\": \"state\", \"name\": \"A\"}],\n \"organisations\": [{\"id\": \"un\", \"name\": \"UN\"}],\n \"disputes\"",
        );
        let member = json!({ "party": "AAA", "status": "member" });
        let added = add(&text, "memberships", Some("un"), member.clone()).unwrap();
        assert_eq!(added.address, "x/un:AAA");
        let loaded = read(Path::new("x.json"), &added.text);
        assert_eq!(loaded.dossiers[0].organisations[0].memberships.len(), 1);
        let field = |result: Result<Appended, NotAppended>| match result.unwrap_err() {
            NotAppended::Item(wrong) => {
                wrong.into_iter().map(|(field, _)| field.unwrap()).collect::<Vec<_>>()
            }
            NotAppended::File(problems) => panic!("{problems:?}"),
        };
        assert_eq!(field(add(&added.text, "memberships", Some("un"), member.clone())), ["party"]);
        assert_eq!(field(add(&text, "memberships", Some("uno"), member)), ["organisation"]);
        let wrong = json!({ "party": "BBB", "status": "membr", "since": "22", "sources": ["s"] });
        let mut fields = field(add(&text, "memberships", Some("un"), wrong));
        fields.sort();
        assert_eq!(fields, ["party", "since", "sources", "status"]);
        let bad = add("{\"format\": 1}", "events", None, event("E", "2002")).unwrap_err();
        assert!(matches!(bad, NotAppended::File(_)));
    }
}
