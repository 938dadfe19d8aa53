//! Every export that can be opened again gives the same dossier with the same addresses.

use crate::corpora;
use accords::data;
use accords::model::{Agreement, Clause, Collection, Dossier, Kind, Wording};
use accords::report::{FileForm, Selection};
use proptest::prelude::*;
use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

/// All of a dossier, written and opened again; also how it was written.
fn there_and_back(dossier: &Arc<Dossier>, form: FileForm) -> Arc<Dossier> {
    let collection = Collection::new(vec![dossier.clone()]);
    let mut out = Vec::new();
    form.write(&Selection::new(&collection, |_| true), &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    let loaded = data::parse(Path::new("x"), &text);
    assert!(!loaded.has_errors(), "{} {:?}: {:#?}", dossier.id, form, loaded.problems.first());
    loaded.dossiers.into_iter().next().unwrap()
}

fn addresses(dossier: &Dossier) -> Vec<String> {
    let parts = Kind::ALL.iter().flat_map(|kind| dossier.parts(*kind));
    parts.map(|part| format!("{}/{}", dossier.id, dossier.local_id(part).unwrap())).collect()
}

fn assert_same(dossier: &Arc<Dossier>, form: FileForm) {
    let back = there_and_back(dossier, form);
    assert_eq!(addresses(&back), addresses(dossier), "{form:?}");
    assert!(*back == **dossier || said(&back) == said(dossier), "{} as {form:?}", dossier.id);
}

fn said(dossier: &Dossier) -> serde_json::Value {
    serde_json::to_value(dossier).unwrap()
}

#[test]
fn every_dossier_of_the_corpora_comes_back_the_same() {
    let Some((_, opened)) = corpora::opened() else { return };
    for dossier in &opened.dossiers {
        assert_same(dossier, FileForm::Json);
        if !dossier.agreements.is_empty() {
            assert_same(dossier, FileForm::AkomaNtoso);
        }
    }
}

prop_compose! {
    fn clause()(id in "[A-Za-z0-9_][A-Za-z0-9_.%~-]{0,8}", heading in "\\PC{1,12}", text in "[ -~\\né]{1,30}") -> Clause {
        Clause::new(id, heading, text, Wording::Official)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn foreign_ids_keep_their_addresses(
        agreement in "[A-Za-z0-9_][A-Za-z0-9_%-]{0,8}",
        is_alone in any::<bool>(),
        mut clauses in prop::collection::vec(clause(), 1..5),
    ) {
        let mut seen = HashSet::new();
        clauses.retain(|clause| seen.insert(clause.id.clone()));
        let one = Agreement { id: agreement, title: "T".to_owned(), clauses, ..Agreement::default() };
        let mut dossier = Dossier::of_one_agreement(one);
        if !is_alone {
            dossier.id = "another".to_owned();
        }
        let dossier = Arc::new(dossier.arrange());
        assert_same(&dossier, FileForm::Json);
        assert_same(&dossier, FileForm::AkomaNtoso);
    }
}
