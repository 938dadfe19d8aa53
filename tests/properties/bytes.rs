//! Any bytes, and damaged files, through every entry point that the fuzz targets share.

use crate::entries::{ENTRIES, enter};
use proptest::prelude::*;
use std::path::Path;

/// The sound files of an entry, as its fuzz target begins with them.
fn seeds(entry: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(entry);
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "no seeds in {}", folder.display());
    files.iter().map(|file| std::fs::read(file).unwrap()).collect()
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
        for (name, mut bytes) in ENTRIES.iter().flat_map(|(name, _)| seeds(name).into_iter().map(move |seed| (name, seed))) {
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
fn every_seed_is_taken() {
    for (name, _) in ENTRIES {
        seeds(name).iter().for_each(|seed| enter(name, seed));
    }
}

#[test]
fn a_query_of_very_many_words_is_one() {
    let words: Vec<String> = (0..80).map(|n| format!("a{n}b")).collect();
    for query in [words.join(" "), format!("\"{}\"", words.join(" ")), "\"the of\" ".repeat(80)] {
        enter("query", query.as_bytes());
    }
}
