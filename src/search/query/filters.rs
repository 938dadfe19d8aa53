//! The filters of the query language, and what their values name.

use crate::model::{Address, Agreement, AgreementKind, Dossier, Kind, Thing};
use crate::search::words::{folded_joined, words};
use crate::text::Joins;
use crate::text::edit::{Pattern, nearest};
use crate::text::fold::fold_into;
use std::collections::BTreeSet;

/// A filter of the query language, such as `kind:` or `before:`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Filter {
    Kind,
    /// What is in an agreement, a chapter or a dossier, by its address.
    In,
    Sector,
    Party,
    Organisation,
    Agreement,
    Source,
    Language,
    Status,
    /// What an agreement calls itself; typed as a kind.
    Form,
    /// Where an agreement was signed.
    Place,
    Chapter,
    Title,
    Text,
    Number,
    Before,
    After,
    On,
    Signed,
    Force,
}

/// Every filter with the name that people type.
pub(super) const FILTERS: [(&str, Filter); 19] = [
    ("kind", Filter::Kind),
    ("sector", Filter::Sector),
    ("party", Filter::Party),
    ("org", Filter::Organisation),
    ("agreement", Filter::Agreement),
    ("source", Filter::Source),
    ("language", Filter::Language),
    ("status", Filter::Status),
    ("place", Filter::Place),
    ("title", Filter::Title),
    ("text", Filter::Text),
    ("chapter", Filter::Chapter),
    ("in", Filter::In),
    ("number", Filter::Number),
    ("before", Filter::Before),
    ("after", Filter::After),
    ("on", Filter::On),
    ("signed", Filter::Signed),
    ("force", Filter::Force),
];

/// The filter with this name.
pub(super) fn field(name: &str) -> Option<Filter> {
    let name = match name {
        "organisation" | "organization" => "org",
        "date" => "on",
        name => name,
    };
    FILTERS.iter().find(|(known, _)| *known == name).map(|(_, field)| *field)
}

/// The message for a name that is not a filter.
pub(super) fn unknown(name: &str) -> String {
    let known = FILTERS.map(|(known, _)| known);
    match nearest(name, known) {
        Some(known) => format!("there is no filter {name}; did you mean {known}?"),
        None => format!("there is no filter {name}; filters are {}", known.join(", ")),
    }
}

/// The kind of an item, or a kind of agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AnyKind {
    Item(Kind),
    Agreement(AgreementKind),
}

impl AnyKind {
    fn all() -> impl Iterator<Item = Self> {
        // "agreement" means the kind of item.
        let forms = AgreementKind::ALL.iter().filter(|kind| **kind != AgreementKind::Agreement);
        // Chapters are found by the clauses in them.
        let items = Kind::ALL.iter().filter(|kind| **kind != Kind::Chapter);
        items.map(|kind| Self::Item(*kind)).chain(forms.map(|kind| Self::Agreement(*kind)))
    }

    fn word(self) -> &'static str {
        match self {
            Self::Item(kind) => kind.word(),
            Self::Agreement(kind) => kind.word(),
        }
    }
}

pub(crate) fn kind_words() -> impl Iterator<Item = &'static str> {
    AnyKind::all().map(AnyKind::word)
}

/// The first kind whose word a folded value fits best, and how well.
pub(crate) fn kind(value: &str) -> Option<(Fit, AnyKind)> {
    let fits = AnyKind::all().filter_map(|kind| Some((fit(value, "", [kind.word()].into_iter())?, kind)));
    fits.reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// How well a value fits a name, from worst to best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// Words of the name, with at most one typo in each.
    Typo,
    /// A whole name, with a typo.
    WholeWithTypo,
    /// Starts of words of the name.
    Beginning,
    /// The id or a whole name.
    Whole,
}

/// How well a folded value fits a thing with this id and these names; `None` if it does not.
pub(crate) fn fit<'a>(value: &str, id: &'a str, names: impl Iterator<Item = &'a str>) -> Option<Fit> {
    if id.eq_ignore_ascii_case(value) {
        return Some(Fit::Whole);
    }
    let mut name_folded = String::new();
    let fits = std::iter::once(id).chain(names).filter_map(|name| {
        fold_into(name, &mut name_folded);
        if name_folded == value {
            return Some(Fit::Whole);
        }
        let near = is_near(value, &name_folded).then_some(Fit::WholeWithTypo);
        near.max(fit_words(value, &name_folded))
    });
    fits.max()
}

fn fit_words(value: &str, name: &str) -> Option<Fit> {
    let mut names: Vec<String> = Vec::new();
    let mut joins = Joins::default();
    for word in words(name) {
        names.push(word.text.to_owned());
        let joined =
            joins.next(name, &word.range).iter().filter_map(|start| name.get(*start..word.range.end));
        names.extend(joined.map(|printed| folded_joined(printed, &mut String::new()).to_owned()));
    }
    let word_fit = |word: &str| {
        if names.iter().any(|other| other.starts_with(word)) {
            return Some(Fit::Beginning);
        }
        names.iter().any(|other| is_near(word, other)).then_some(Fit::Typo)
    };
    let mut worst = None;
    for word in words(value) {
        let fit = word_fit(word.text)?;
        worst = Some(worst.map_or(fit, |worst: Fit| worst.min(fit)));
    }
    worst
}

/// Whether the two are at most one typo apart, and the value is long enough for a typo.
fn is_near(value: &str, name: &str) -> bool {
    let pattern = Pattern::new(value).filter(|_| value.len() > 3);
    pattern.is_some_and(|pattern| pattern.distance(name).whole <= 1)
}

/// Calls `each` with the id and the names of everything in a dossier that a value of the filter can name.
pub(crate) fn each_named(dossier: &Dossier, field: Filter, mut each: impl FnMut(&str, &[&str])) {
    match field {
        Filter::Sector => dossier.sectors.iter().for_each(|s| each(&s.id, &[&s.name])),
        Filter::Party => {
            for party in &dossier.parties {
                let names = [&party.name].into_iter().chain(&party.formal_name).chain(party.names.values());
                each(&party.id, &names.map(String::as_str).collect::<Vec<_>>());
            }
        }
        Filter::Organisation => {
            for organisation in &dossier.organisations {
                let abbreviation = organisation.abbreviation.as_deref().unwrap_or_default();
                each(&organisation.id, &[&organisation.name, abbreviation]);
            }
        }
        Filter::Agreement => dossier.agreements.iter().for_each(|a| each(&a.id, &[&a.title, a.list_title()])),
        Filter::Source => dossier.sources.iter().for_each(|s| each(&s.id, &[&s.publisher, &s.title])),
        Filter::Language => each_of_agreements(dossier, |a| a.language.as_deref(), each),
        Filter::Status => each_of_agreements(dossier, |a| a.status.as_deref(), each),
        Filter::Form => each_of_agreements(dossier, Agreement::kind_word, each),
        Filter::Place => each_of_agreements(dossier, |a| a.place.as_deref(), each),
        Filter::In => each_address(dossier, each),
        Filter::Kind
        | Filter::Chapter
        | Filter::Title
        | Filter::Text
        | Filter::Number
        | Filter::Before
        | Filter::After
        | Filter::On
        | Filter::Signed
        | Filter::Force => (),
    }
}

/// Calls `each` with the address and the heading of every agreement and chapter.
fn each_address(dossier: &Dossier, mut each: impl FnMut(&str, &[&str])) {
    for part in [Kind::Agreement, Kind::Chapter].into_iter().flat_map(|kind| dossier.parts(kind)) {
        let name = match dossier.thing(part) {
            Some(Thing::Agreement(agreement)) => agreement.list_title(),
            Some(Thing::Chapter(chapter)) => &chapter.heading,
            _ => continue,
        };
        let local = dossier.local_id(part).unwrap_or_default();
        each(Address::new(&dossier.id, &local).as_str(), &[name]);
    }
}

/// Calls `each` once for every different word that the agreements of a dossier have for something.
fn each_of_agreements<'a>(
    dossier: &'a Dossier,
    word: impl Fn(&'a Agreement) -> Option<&'a str>,
    mut each: impl FnMut(&str, &[&str]),
) {
    let words: BTreeSet<&str> = dossier.agreements.iter().filter_map(word).collect();
    words.into_iter().for_each(|word| each(word, &[word]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_named_freely() {
        let item = |kind| Some(AnyKind::Item(kind));
        let kind = |value: &str| kind(value).map(|(_, kind)| kind);
        assert_eq!(kind("clause"), item(Kind::Clause));
        assert_eq!(kind("event"), item(Kind::Event));
        assert_eq!(kind("org"), item(Kind::Organisation));
        assert_eq!(kind("agrement"), item(Kind::Agreement));
        assert_eq!(kind("treaty"), Some(AnyKind::Agreement(AgreementKind::Treaty)));
        assert_eq!(kind("memo"), Some(AnyKind::Agreement(AgreementKind::Memorandum)));
        assert_eq!(kind("xyz"), None);
    }

    #[test]
    fn unknown_fields_have_a_hint() {
        assert_eq!(unknown("secter"), "there is no filter secter; did you mean sector?");
        assert!(unknown("colour").contains("filters are kind, sector"));
    }

    #[test]
    fn values_fit_ids_and_names() {
        let fits = |value: &str| fit(value, "green-economy", ["Green economy"].into_iter());
        assert_eq!(fits("green-economy"), Some(Fit::Whole));
        assert_eq!(fits("green economy"), Some(Fit::Whole));
        assert_eq!(fits("eco"), Some(Fit::Beginning));
        assert_eq!(fits("gren"), Some(Fit::Typo));
        assert_eq!(fits("trade"), None);
    }
}
