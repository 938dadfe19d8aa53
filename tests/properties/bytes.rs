//! Any bytes, and damaged files, through every entry point that the fuzz targets share.

use crate::entries::{ENTRIES, enter};
use accords::data;
use proptest::prelude::*;
use std::path::Path;

/// A sound file for each entry; empty for those that are archives, which `formats` damages.
fn seed(entry: &str) -> Vec<u8> {
    let text = match entry {
        "dossier" => data::example(Path::new("fuzz.json")),
        "akoma_ntoso" => include_str!("../formats/cases/quoted-amendment.xml").to_owned(),
        "html" => {
            "<html><body><h1>Treaty</h1><h2>Article 1</h2><p>Ships pass.<ul><li>a<li>b</ul></body></html>"
                .to_owned()
        }
        "markdown" => {
            "# Treaty\n\n## Article 1\n\nShips *may* pass.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n".to_owned()
        }
        "plain_text" => {
            "TREATY ON RIVERS\n\nArticle 1\n\n1. Ships pass.\n(a) one\n\nDone at Baku, 20 April 2022.\n"
                .to_owned()
        }
        "table" => "title,parties,signed\nTreaty,\"AZE; KGZ\",20/04/2022\n".to_owned(),
        "query" => "kind:clause -\"free passage\" OR rivers* in:a.b signed:2001..2005 ~".to_owned(),
        _ => String::new(),
    };
    text.into_bytes()
}

/// A change of bytes: where, as a share of the length, how many are left out, and what takes their place.
fn edits() -> impl Strategy<Value = Vec<(f64, usize, Vec<u8>)>> {
    prop::collection::vec((0.0..1.0f64, 0usize..40, prop::collection::vec(any::<u8>(), 0..6)), 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_hurt(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        ENTRIES.iter().for_each(|(name, _)| enter(name, &bytes));
    }

    #[test]
    fn no_damage_hurts(edits in edits()) {
        for (name, _) in ENTRIES {
            let mut bytes = seed(name);
            for (share, cut, put) in &edits {
                let at = (bytes.len() as f64 * share) as usize;
                let end = (at + cut).min(bytes.len());
                bytes.splice(at..end, put.iter().copied());
            }
            enter(name, &bytes);
        }
    }
}

#[test]
fn a_query_of_very_many_words_is_one() {
    let words: Vec<String> = (0..80).map(|n| format!("a{n}b")).collect();
    for query in [words.join(" "), format!("\"{}\"", words.join(" ")), "\"the of\" ".repeat(80)] {
        enter("query", query.as_bytes());
    }
}
