//! A dossier out of the texts of a document.

use super::cut::{Text, texts};
use super::document::Document;
use super::warnings::warnings;
use crate::data::loaded::Loaded;
use crate::data::problem::Problem;
use crate::data::tables::kind_of_title;
use crate::model::{Agreement, Dossier, Instrument, Source, SourceKind, escape_id};
use std::path::Path;

/// The id of the source of everything that is read: the file.
pub(super) const FILE: &str = "file";

/// Reads a document: a dossier for each language that its text is printed in, with its warnings.
pub fn cut(file: &Path, document: Document) -> Loaded {
    let cutting = texts(&document);
    let mut loaded = Loaded::default();
    for warning in warnings(&document, &cutting) {
        loaded.problems.push(Problem::of_file(file, warning).into_warning());
    }
    let stem = file.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let stem = escape_id(&stem).into_owned();
    let mut texts = cutting.texts;
    let longest = texts.iter().map(|text| text.numbers.len()).max().unwrap_or(0);
    if let Some(at) =
        texts.iter().position(|text| text.language == Some("en") && text.numbers.len() * 2 >= longest)
    {
        let leading = texts.remove(at);
        texts.insert(0, leading);
    }
    let mut ids = crate::model::UniqueIds::default();
    for (place, text) in texts.into_iter().enumerate() {
        let id = match (place, text.language) {
            (0, _) => stem.clone(),
            (_, Some(language)) => format!("{stem}.{language}"),
            (_, None) => format!("{stem}.text"),
        };
        let dossier = dossier(ids.unique(&id, '-'), file, &document, text);
        loaded.append(dossier.arrange().into());
    }
    loaded
}

fn dossier(id: String, file: &Path, document: &Document, text: Text) -> Dossier {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let title = if text.title.is_empty() { name.clone() } else { text.title };
    let agreement = Agreement {
        id,
        kind: kind_of_title(&title).map(Instrument::from),
        title,
        language: text.language.map(str::to_owned),
        sources: vec![FILE.to_owned()],
        clauses: text.clauses,
        ..Agreement::default()
    };
    let mut dossier = Dossier::of_one_agreement(agreement);
    dossier.sources.push(Source {
        id: FILE.to_owned(),
        kind: SourceKind::Reference,
        publisher: "publisher not on record".to_owned(),
        title: format!("{name}, {}", document.kind.name()),
        author: None,
        published: None,
        language: text.language.map(str::to_owned),
        url: None,
        note: None,
    });
    dossier
}
