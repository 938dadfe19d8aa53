//! What an item is called where items of many agreements are listed together.

use crate::model::{Agreement, Collection, Item, Thing};
use crate::text::{fit, width};
use std::borrow::Cow;

/// The most columns of the title of an agreement in its short name.
const LONGEST: usize = 30;

/// An agreement in short: its title for lists, cut between words, and the year in which it was signed, unless the title
/// has it: `EU–Korea 2010`.
pub fn short_name(agreement: &Agreement) -> String {
    let title = agreement.list_title().replace(" - ", "–").replace(" – ", "–");
    let year = agreement.signed.map(|date| date.year().to_string()).filter(|year| !title.contains(year));
    let title = if width(&title) <= LONGEST { title } else { cut_between_words(&title) };
    year.map_or(title.clone(), |year| format!("{title} {year}"))
}

fn cut_between_words(title: &str) -> String {
    let kept = title.get(..fit(title, LONGEST - 1, 0)).unwrap_or_default();
    let words = kept.rsplit_once(' ').map_or(kept, |(words, _)| words);
    format!("{}…", words.trim_end_matches([',', ';', ' ', '(']))
}

/// The title of an item among others. Where more than one agreement is open, a clause names its own:
/// `EU–Korea 2010 · Art. 11.15 Scope`.
pub fn title_among(collection: &Collection, item: Item<'_>) -> String {
    let heading = numbered(item);
    match agreement_among(collection, item) {
        Some(agreement) => format!("{agreement} · {heading}"),
        None => heading,
    }
}

/// The title of an item; for a clause its number and heading: `Art. 11.15 Scope`.
pub fn numbered(item: Item<'_>) -> String {
    match item.thing() {
        Thing::Clause(clause) => match clause.number_apart() {
            Some(number) => format!("{} {}", in_short(number), clause.heading),
            None => clause.heading.clone(),
        },
        Thing::Chapter(chapter) => chapter.name(),
        _ => item.list_title().to_owned(),
    }
}

/// The short name of the agreement of a clause or chapter, where more than one agreement is open.
pub fn agreement_among(collection: &Collection, item: Item<'_>) -> Option<String> {
    let is_part = matches!(item.thing(), Thing::Chapter(_) | Thing::Clause(_));
    item.agreement().filter(|_| is_part && has_many_agreements(collection)).map(short_name)
}

fn has_many_agreements(collection: &Collection) -> bool {
    collection.dossiers().iter().flat_map(|dossier| &dossier.agreements).nth(1).is_some()
}

/// A number without the word for an article: `11.15` for `ARTICLE 11.15`; `Annex 2` as it is.
pub fn bare_number(number: &str) -> &str {
    number.split_once(' ').filter(|(word, _)| is_article(word)).map_or(number, |(_, bare)| bare)
}

/// The number of an article in short: `Art. 11.15` for `11.15` and for `ARTICLE 11.15`; `Annex 2` as it is.
fn in_short(number: &str) -> Cow<'_, str> {
    let bare = bare_number(number);
    if is_bare(bare) { format!("Art. {bare}").into() } else { number.into() }
}

fn is_article(word: &str) -> bool {
    const WORDS: [&str; 7] = ["article", "artículo", "articulo", "artikel", "articolo", "artigo", "art."];
    WORDS.contains(&word.to_lowercase().as_str())
}

/// Whether a number is one without a word such as "Annex" in it: `11.15`, `4bis`, `XII`.
fn is_bare(number: &str) -> bool {
    let digits = number.chars().any(|c| c.is_ascii_digit());
    let roman = number.chars().all(|c| "IVXLCDM".contains(c));
    (digits || roman) && !number.contains(' ') && number.chars().filter(|c| c.is_alphabetic()).count() <= 5
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dossier;
    use serde_json::json;
    use std::sync::Arc;

    fn dossier(id: &str, title: &str, number: Option<&str>) -> Arc<Dossier> {
        let dossier: Dossier = serde_json::from_value(json!({
            "format": "accords/1", "id": id, "title": "Trade",
            "agreements": [{ "id": "fta", "title": title, "signed": "2010-10-06", "clauses": [
                { "id": "scope", "number": number, "heading": "Scope", "text": "All trade.", "wording": "official" }] }],
        }))
        .unwrap();
        Arc::new(dossier.arrange())
    }

    fn named(dossiers: Vec<Arc<Dossier>>) -> String {
        let collection = Collection::new(dossiers);
        let item = collection.find("one/fta.scope").unwrap();
        title_among(&collection, collection.item(item).unwrap())
    }

    #[test]
    fn a_clause_names_its_agreement_among_others() {
        let other = || dossier("two", "Other", None);
        for (title, number, expected) in [
            ("EU - Korea", Some("11.15"), "EU–Korea 2010 · Art. 11.15 Scope"),
            ("EU - Korea of 2010", Some("XII"), "EU–Korea of 2010 · Art. XII Scope"),
            ("EU - Korea", Some("ARTICLE 4bis"), "EU–Korea 2010 · Art. 4bis Scope"),
            ("EU - Korea", Some("Annex 2"), "EU–Korea 2010 · Annex 2 Scope"),
            ("EU - Korea", None, "EU–Korea 2010 · Scope"),
            (
                "Agreement on trade in goods and services between Korea and others",
                None,
                "Agreement on trade in goods… 2010 · Scope",
            ),
        ] {
            assert_eq!(named(vec![dossier("one", title, number), other()]), expected);
        }
        assert_eq!(named(vec![dossier("one", "EU - Korea", Some("3"))]), "Art. 3 Scope");
    }
}
