//! `cargo xtask states CLDR COUNTRIES`: makes the register of states, `data/states.csv.gz`, from
//!
//! - the unpacked npm package `cldr-localenames-full`, for the names in the languages of [`LANGUAGES`];
//! - a table of countries in the form of `datasets/country-codes`, with a column `cow`: ISO 3166-1 codes, the numbers of
//!   the Correlates of War project, and the names of the United Nations;
//! - `data/states-by-hand.csv`: what these two lack.

use crate::Result;
use flate2::{Compression, GzBuilder};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The languages and scripts whose names are taken from the Unicode CLDR.
const LANGUAGES: [&str; 16] = [
    "en", "fr", "es", "ru", "ar", "zh", "zh-Hant", "az", "az-Cyrl", "ky", "tr", "kk", "uz", "uz-Cyrl", "de",
    "ja",
];

/// The columns of a table of countries that hold names.
const NAMES: [&str; 8] =
    ["name_cldr", "name_en", "formal_en", "name_fr", "name_es", "name_ru", "name_ar", "name_zh"];

/// Articles that the United Nations put in brackets after a name.
const ARTICLES: [&str; 10] = ["the", "le", "la", "les", "l'", "el", "los", "las", "The", "L'"];

/// The columns of the register; all but the first three hold any number of values with `|` between them.
const COLUMNS: [&str; 10] =
    ["state", "common", "years", "alpha2", "alpha3", "numeric", "cow_number", "cow_letters", "name", "then"];

/// The values of a state by the names of their columns.
type State = BTreeMap<String, Vec<String>>;

/// Makes the file in the folder `root`.
pub fn make(root: &Path, cldr: &Path, countries: &Path) -> Result<()> {
    let mut states: BTreeMap<String, State> = BTreeMap::new();
    let mut codes = BTreeMap::new();
    for row in rows(countries)? {
        let get = |column: &str| row.get(column).map(String::as_str).unwrap_or_default();
        codes.insert(get("iso2").to_owned(), get("iso3").to_owned());
        let state = states.entry(get("iso3").to_owned()).or_default();
        add(state, "common", get("name_cldr"));
        add(state, "alpha2", get("iso2"));
        add(state, "numeric", get("iso_num"));
        get("cow").split(' ').for_each(|number| add(state, "cow_number", number));
        NAMES.iter().for_each(|column| add(state, "name", bare(get(column))));
    }
    for row in rows(&root.join("data/states-by-hand.csv"))? {
        let get = |column: &str| row.get(column).map(String::as_str).unwrap_or_default();
        if get("what") == "alpha2" {
            codes.entry(get("values").to_owned()).or_insert_with(|| get("state").to_owned());
        }
        let state = states.entry(get("state").to_owned()).or_default();
        get("values").split('|').for_each(|value| add(state, get("what"), value));
    }
    for language in LANGUAGES {
        for (code, name) in territories(cldr, language)? {
            let (alpha2, short) =
                code.split_once('-').map_or((code.as_str(), ""), |(code, kind)| (code, kind));
            // Short forms are abbreviations in most languages, and some are the codes of other states.
            let is_used = language == "en" || short != "alt-short" || name.chars().count() > 3;
            if let Some(state) = codes.get(alpha2).and_then(|code| states.get_mut(code)).filter(|_| is_used) {
                add(state, "name", &name);
            }
        }
    }
    write(&root.join("data/states.csv.gz"), &states)
}

/// Adds a value if it is new.
fn add(state: &mut State, column: &str, value: &str) {
    let values = state.entry(column.to_owned()).or_default();
    if !value.is_empty() && !values.iter().any(|known| known == value) {
        values.push(value.to_owned());
    }
}

/// A name without its article and the asterisks of notes.
fn bare(name: &str) -> &str {
    let name = name.trim_end_matches(['*', ' ']);
    let name = name.strip_prefix("the ").unwrap_or(name);
    match name.strip_suffix(')').and_then(|name| name.rsplit_once(" (")) {
        Some((before, article)) if ARTICLES.contains(&article) => before,
        _ => name,
    }
}

fn rows(file: &Path) -> Result<Vec<BTreeMap<String, String>>> {
    let mut reader = csv::Reader::from_path(file)?;
    let header = reader.headers()?.clone();
    let named = |row: csv::StringRecord| {
        header
            .iter()
            .zip(row.iter())
            .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
            .collect()
    };
    reader.records().map(|row| Ok(named(row?))).collect()
}

/// The names of territories in a language, by their codes.
fn territories(cldr: &Path, language: &str) -> Result<Vec<(String, String)>> {
    let file = cldr.join("main").join(language).join("territories.json");
    let read: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let names = &read["main"][language]["localeDisplayNames"]["territories"];
    let names = names.as_object().ok_or("no names of territories")?;
    Ok(names.iter().filter_map(|(code, name)| Some((code.clone(), name.as_str()?.to_owned()))).collect())
}

/// Writes the register; the same input always gives the same bytes.
fn write(file: &Path, states: &BTreeMap<String, State>) -> Result<()> {
    let packed = GzBuilder::new().mtime(0).write(fs::File::create(file)?, Compression::best());
    let mut writer = csv::Writer::from_writer(packed);
    writer.write_record(COLUMNS)?;
    for (code, state) in states {
        let values = |column: &str| match column {
            "state" => code.clone(),
            "common" => state.get(column).and_then(|names| names.first()).cloned().unwrap_or_default(),
            _ => state.get(column).map(|values| values.join("|")).unwrap_or_default(),
        };
        writer.write_record(COLUMNS.map(values))?;
    }
    writer.into_inner().map_err(|error| error.to_string())?.finish()?;
    println!("{}: {} states", file.display(), states.len());
    Ok(())
}
