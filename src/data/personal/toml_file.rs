//! A TOML file of sections with settings, with the place of each.

use crate::data::file::{DEFAULT_MAX_SIZE, read_text};
use crate::data::problem::{Problem, place};
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Line and column, from 1.
pub type Place = (usize, usize);

/// The file.
#[derive(Clone, Debug)]
pub struct TomlFile {
    /// Its path.
    pub path: PathBuf,
    /// Its sections, in their order; settings before the first heading are in one without a name.
    pub sections: Vec<Section>,
}

/// A section.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its name; of a section within another, both with a dot between.
    pub name: String,
    /// The place of its name.
    pub place: Place,
    /// Its settings, in their order.
    pub settings: Vec<Setting>,
}

/// A setting.
#[derive(Clone, Debug)]
pub struct Setting {
    /// Its name.
    pub name: String,
    /// The place of its name.
    pub place: Place,
    /// Its value.
    pub value: Value,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A list of texts.
    Texts(Vec<String>),
    /// True or false.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// Anything else, by the word for it.
    Other(&'static str),
}

impl TomlFile {
    /// Reads a file; `None` if there is none.
    ///
    /// # Errors
    /// It cannot be read, or is not TOML; with the line.
    pub fn read(path: &Path) -> Result<Option<Self>, Problem> {
        if !path.exists() {
            return Ok(None);
        }
        Self::parse(path, &read_text(path, DEFAULT_MAX_SIZE)?).map(Some)
    }

    /// Reads a text.
    ///
    /// # Errors
    /// It is not TOML; with the line.
    pub fn parse(path: &Path, text: &str) -> Result<Self, Problem> {
        let places = Places::of(text);
        let table = DeTable::parse(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            let words = format!("is not TOML: {}", error.message().replace('\n', " "));
            Problem::of_file(path, words).at(place(text, start))
        })?;
        let mut sections = Vec::new();
        collect(&mut sections, &places, String::new(), (1, 1), table.get_ref());
        sections.retain(|section| !section.settings.is_empty() || !section.name.is_empty());
        sections.sort_by_key(|section| section.place);
        Ok(Self { path: path.to_owned(), sections })
    }

    /// A problem at a place of the file.
    pub fn problem(&self, place: Place, message: impl Into<String>) -> Problem {
        Problem::of_file(&self.path, message).at(place)
    }
}

/// Adds a table and the tables in it.
fn collect(found: &mut Vec<Section>, places: &Places<'_>, name: String, place: Place, table: &DeTable<'_>) {
    let mut settings = Vec::new();
    for (key, value) in table {
        let at = places.of_offset(key.span().start);
        match value.get_ref() {
            DeValue::Table(inner) => {
                let dot = if name.is_empty() { "" } else { "." };
                collect(found, places, format!("{name}{dot}{}", key.get_ref()), at, inner);
            }
            other => {
                settings.push(Setting { name: key.get_ref().to_string(), place: at, value: read(other) });
            }
        }
    }
    settings.sort_by_key(|setting| setting.place);
    found.push(Section { name, place, settings });
}

fn read(value: &DeValue<'_>) -> Value {
    let other = Value::Other(value.type_str());
    match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).map_or(other, Value::Number)
        }
        DeValue::Array(items) => {
            let text = |item: &Spanned<DeValue<'_>>| item.get_ref().as_str().map(str::to_owned);
            items.iter().map(text).collect::<Option<Vec<String>>>().map_or(other, Value::Texts)
        }
        _ => other,
    }
}

/// Finds the places of many offsets of one text.
struct Places<'t> {
    text: &'t str,
    /// The offsets at which lines begin.
    lines: Vec<usize>,
}

impl<'t> Places<'t> {
    fn of(text: &'t str) -> Self {
        let after = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        Self { text, lines: std::iter::once(0).chain(after).collect() }
    }

    fn of_offset(&self, offset: usize) -> Place {
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied().unwrap_or(0);
        (line, self.text.get(start..offset).unwrap_or_default().chars().count() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "a = 1\n[one]\nb = \"x\"\n\"ə\" = [\"p\", \"q\"]\n[two.three]\nc = true\nd = 1.5\ne = []\n";

    #[test]
    fn everything_has_its_place() {
        let file = TomlFile::parse(Path::new("f.toml"), TEXT).unwrap();
        let named: Vec<(&str, Place)> = file.sections.iter().map(|s| (s.name.as_str(), s.place)).collect();
        assert_eq!(named, [("", (1, 1)), ("one", (2, 2)), ("two", (5, 2)), ("two.three", (5, 6))]);
        let settings: Vec<(&str, Place, Value)> = file
            .sections
            .iter()
            .flat_map(|section| &section.settings)
            .map(|setting| (setting.name.as_str(), setting.place, setting.value.clone()))
            .collect();
        assert_eq!(
            settings,
            [
                ("a", (1, 1), Value::Number(1)),
                ("b", (3, 1), Value::Text("x".into())),
                ("ə", (4, 1), Value::Texts(vec!["p".into(), "q".into()])),
                ("c", (6, 1), Value::Flag(true)),
                ("d", (7, 1), Value::Other("float")),
                ("e", (8, 1), Value::Texts(Vec::new())),
            ]
        );
    }

    #[test]
    fn what_is_not_toml_is_reported_with_its_line() {
        let problem = TomlFile::parse(Path::new("f.toml"), "a = 1\nb = \n").unwrap_err();
        assert!(problem.to_string().starts_with("f.toml:2:5: error: is not TOML: "), "{problem}");
        let problem = TomlFile::parse(Path::new("f.toml"), "a = 1\na = 2\n").unwrap_err();
        assert!(
            problem.to_string().starts_with("f.toml:2:1: error: is not TOML: duplicate key"),
            "{problem}"
        );
    }

    #[test]
    fn no_file_is_no_problem() {
        assert!(TomlFile::read(Path::new("/nowhere/keys.toml")).unwrap().is_none());
    }
}
