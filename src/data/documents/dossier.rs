//! A dossier out of the texts of a document.

use super::cut::{Cutting, Text, texts};
use super::document::Document;
use super::facts::of_file::{Facts, Words, facts};
use super::warnings::{remarks, warnings};
use crate::data::loaded::Loaded;
use crate::data::problem::Problem;
use crate::data::tables::kind_of_title;
use crate::data::tables::states::State;
use crate::model::{
    Agreement, ArticleNumber, Dossier, Guess, GuessedFact, Instrument, Party, Reading, Source, SourceKind,
    UniqueIds, escape_id,
};
use std::path::Path;

/// The id of the source of everything that is read: the file.
const FILE: &str = "file";

/// Reads a document: a dossier for each language that its text is printed in, with its warnings.
///
/// The address of the leading text is the name of the file without its ending, that of another is followed by its language:
/// `treaty`, `treaty.fr`. The English text leads if at least half of the articles of the longest are in it, else the first.
pub fn cut(file: &Path, document: Document) -> Loaded {
    let mut cutting = texts(&document);
    lead(&mut cutting.texts);
    let mut loaded = Loaded::default();
    for warning in warnings(&document, &cutting) {
        loaded.problems.push(Problem::of_file(file, warning).into_warning());
    }
    let words: Vec<Words> =
        cutting.texts.iter().map(|text| Words { title: &text.title, clauses: &text.clauses }).collect();
    let facts = facts(&words);
    let stem = file.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let stem = escape_id(&stem).into_owned();
    let mut ids = UniqueIds::default();
    let Cutting { texts, has_articles, .. } = cutting;
    for (place, text) in texts.into_iter().enumerate() {
        let id = match (place, text.language) {
            (0, _) => stem.clone(),
            (_, Some(language)) => format!("{stem}.{language}"),
            (_, None) => format!("{stem}.text"),
        };
        let reading = reading(&document, &text, has_articles);
        let dossier = dossier(ids.unique(&id, '-'), file, reading, text, &facts);
        loaded.append(dossier.arrange().into());
    }
    loaded
}

/// Puts the leading text first.
fn lead(texts: &mut Vec<Text>) {
    let longest = texts.iter().map(|text| text.articles.count).max().unwrap_or(0);
    let leads = |text: &Text| text.language == Some("en") && text.articles.count * 2 >= longest;
    if let Some(at) = texts.iter().position(leads) {
        let leading = texts.remove(at);
        texts.insert(0, leading);
    }
}

/// How a text was read.
fn reading(document: &Document, text: &Text, has_articles: bool) -> Reading {
    let (first, last) = text.articles.ends.clone().filter(|_| has_articles).unzip();
    Reading {
        format: document.kind.name().to_owned(),
        pages: document.pages,
        first: first.filter(|first| *first != ArticleNumber::Plain(1)),
        articles: last,
        missing: text.articles.missing.clone(),
        remarks: remarks(document, text),
    }
}

fn dossier(id: String, file: &Path, reading: Reading, text: Text, facts: &Facts) -> Dossier {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let kind = kind_of_title(&text.title);
    let mut guessed = Vec::new();
    let mut guess =
        |fact: GuessedFact, from: Option<String>| guessed.extend(from.map(|from| Guess { fact, from }));
    guess(GuessedFact::Kind, kind.map(|_| text.title.clone()));
    guess(GuessedFact::Signed, facts.signed.as_ref().map(|signed| signed.from.clone()));
    guess(GuessedFact::Place, facts.place.as_ref().map(|place| place.from.clone()));
    guess(GuessedFact::Parties, facts.parties.as_ref().map(|parties| parties.from.clone()));
    guess(GuessedFact::Language, text.language.map(|_| "the letters and words of the text".to_owned()));
    let states: &[&State] =
        facts.parties.as_ref().map(|parties| parties.value.as_slice()).unwrap_or_default();
    let mut clauses = text.clauses;
    for clause in &mut clauses {
        clause.sources = vec![FILE.to_owned()];
    }
    let agreement = Agreement {
        id,
        kind: kind.map(Instrument::from),
        title: if text.title.is_empty() { name.clone() } else { text.title },
        signed: facts.signed.as_ref().map(|signed| signed.value),
        place: facts.place.as_ref().map(|place| place.value.clone()),
        language: text.language.map(str::to_owned),
        parties: states.iter().map(|state| state.code.clone()).collect(),
        sources: vec![FILE.to_owned()],
        reading: Some(reading),
        guessed,
        clauses,
        ..Agreement::default()
    };
    let mut dossier = Dossier::of_one_agreement(agreement);
    dossier.parties = states.iter().map(|state| Party::state(&state.code, &state.name)).collect();
    dossier.sources.push(Source {
        id: FILE.to_owned(),
        kind: SourceKind::Unknown,
        publisher: "publisher not on record".to_owned(),
        title: name,
        author: None,
        published: None,
        language: text.language.map(str::to_owned),
        url: None,
        note: None,
    });
    dossier
}
