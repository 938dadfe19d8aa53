//! What is highlighted in a text, and which excerpt of it is shown.

use accords::model::{Collection, Dossier};
use accords::search::{Index, Matches, Query};
use proptest::prelude::*;
use std::sync::Arc;

fn collection(text: &str) -> Collection {
    let dossier = serde_json::json!({
        "format": "accords/1", "id": "d", "title": "d",
        "sectors": [{ "id": "s", "name": "A name", "summary": text }],
    });
    let dossier: Dossier = serde_json::from_value(dossier).expect("a dossier");
    Collection::new(vec![Arc::new(dossier.arrange())])
}

fn matches(query: &str, text: &str) -> Matches {
    let collection = collection(text);
    Index::build(&collection).search(&collection, &Query::parse(query))
}

/// The text with its highlights in brackets.
fn lit(query: &str, text: &str) -> String {
    let mut out = text.to_owned();
    for range in matches(query, text).highlight(text).into_iter().rev() {
        out.insert(range.end, ']');
        out.insert(range.start, '[');
    }
    out
}

#[test]
fn exactly_what_matched_is_lit() {
    for (query, expected) in [
        ("renewable energy", "[Renewable]-[energy] bodies and [renewable]s"),
        ("renewabel", "[Renewable] energy, [renewables]"),
        ("tourism", "Eco[tourism] and [tourism]"),
        ("eco tourism", "[Ecotourism]"),
        ("eliyev", "[Əliyev] and [ƏLİYEV]"),
        ("strasse", "Die [Straße]"),
        ("cote", "[Co\u{302}te] d'Ivoire"),
        ("meeting", "They [meet]; the [meeting]s"),
        ("un", "The [UN] and [un]ion, not a fund"),
        ("UN", "The [UN] and union"),
        ("nothing", "here"),
        ("\"green energy\"", "[Green, energy] and green or energy"),
        ("\"green energy\" energy", "[Green energy] and green or [energy]"),
        ("\"green\"", "[green] and greenery"),
        ("\"energy of energy\"", "energy [energy of energy] of"),
        ("-oil \"gas field\"", "a [gas field], a field"),
        ("主权", "尊重[主权]和领土主张"),
        ("权", "尊重主[权]和领土"),
        ("2022年4月", "[２０２２年4月]20日，4月，2022"),
        ("อธิป", "มี[อธิป]ไตย"),
        // The vowel sign belongs to the last letter on the screen.
        ("อธ", "มี[อธิ]ปไตย"),
        ("が国", "[が国]、[か\u{3099}国]、国が"),
        ("2022", "في ٢٠ نيسان [٢٠٢٢]"),
        ("٢٠٢٢", "20 April [2022]"),
    ] {
        let text = expected.replace(['[', ']'], "");
        assert_eq!(lit(query, &text), expected, "{query}");
    }
}

#[test]
fn two_words_written_as_one_are_found_loosely() {
    let found = matches("ecotourism ", "Routes for eco tourism in the mountains, and tourism by the sea");
    assert!(found.only_close());
    let reading = found.corrections().next().unwrap();
    assert_eq!(
        (reading.read_as.as_str(), reading.reason.as_str()),
        ("eco tourism", "two words written as one; found by tourism")
    );
    assert_eq!(lit("ecotourism", "eco tourism"), "eco [tourism]");
    // A part with too few letters, or one that does not occur, is not a half of a word.
    assert!(matches("ecosea ", "eco tourism").ranked().is_empty());
    assert!(matches("seaby ", "by the sea").ranked().is_empty());
}

#[test]
fn a_snippet_begins_where_most_words_stand() {
    let text = "The parties agree on many things. In the end they speak of renewable energy and of energy efficiency too.";
    let found = matches("renewable energy", text);
    let snippet = found.snippet(text, 40);
    assert_eq!(snippet.text, "…speak of renewable energy and of energ…");
    assert_eq!(snippet.matched, [12..21, 22..28]);
    assert_eq!(found.snippet(text, 500).text, text);
    assert_eq!(found.snippet("Energy first.\nThen\tmore of it", 16).text, "Energy first. T…");
    // What ends before the edge shows more of what is before.
    let late = "They agree on many things, and in the end on energy.";
    assert_eq!(found.snippet(late, 30).text, "…and in the end on energy.");
    assert_eq!(found.snippet("", 10).text, "");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lit_ranges_are_whole_graphemes_apart(query in "[a-eə ]{1,6}", text in "[a-eəəA-Eé\u{301}\u{ad} -]{0,40}") {
        use unicode_segmentation::UnicodeSegmentation;
        let found = matches(&query, &text);
        let cuts: Vec<usize> = text.grapheme_indices(true).map(|(i, _)| i).chain([text.len()]).collect();
        let mut end = 0;
        for (i, range) in found.highlight(&text).into_iter().enumerate() {
            prop_assert!(cuts.contains(&range.start) && cuts.contains(&range.end));
            prop_assert!(range.start < range.end && (i == 0 || range.start > end));
            end = range.end;
        }
    }

    /// Han, kana, Thai, Lao, Khmer and Burmese with vowel signs.
    #[test]
    fn every_part_of_a_run_is_found_and_highlighted(
        run in "[主权和领土]{2,14}|[あかがサン国]{2,14}|[กขเาิ้]{2,14}|[ກຂເາິ]{2,14}|[កខេាិ]{2,14}|[ကခေါိ]{2,14}|[主权2022]{2,14}",
        from in 0usize..13,
        letters in 2usize..14,
    ) {
        let chars: Vec<char> = run.chars().collect();
        let from = from.min(chars.len() - 2);
        let part: String = chars.iter().skip(from).take(letters).collect();
        // A number is a word, so it is only found whole.
        let digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
        let end = (from + letters).min(chars.len());
        let cut = digit(from.checked_sub(1)) && digit(Some(from)) || digit(Some(end - 1)) && digit(Some(end));
        let has_letter = part.chars().any(|c| !c.is_ascii_digit());
        if !cut && has_letter {
            let text = format!("第一 {run}。");
            let found = matches(&part, &text);
            prop_assert!(found.all_words() > 0, "{part} in {text}");
            let lit = found.highlight(&text);
            prop_assert!(!lit.is_empty());
            prop_assert!(lit.iter().all(|range| text.get(range.clone()).is_some_and(|lit| lit.contains(&part) || lit.chars().any(|c| !c.is_alphanumeric()))), "{part} in {text}: {lit:?}");
            prop_assert!(lit.iter().any(|range| text.get(range.clone()).is_some_and(|lit| lit.contains(&part))));
        }
    }

    #[test]
    fn a_snippet_shows_both_words_where_they_fit(
        words in prop::collection::vec(prop::sample::select(vec!["alpha", "beta", "x", "gamma"]), 0..60),
        cells in 14usize..40,
    ) {
        let text = words.join(" ");
        let starts = text.match_indices(char::is_alphabetic).map(|(at, _)| at);
        let starts = starts.filter(|at| text.get(..*at).unwrap().chars().next_back().is_none_or(|c| c == ' '));
        // Two cells are for the marks at both ends.
        let fits = |from: usize| {
            let stretch = text.get(from..text.len().min(from + cells - 2)).unwrap();
            stretch.contains("alpha") && stretch.contains("beta")
        };
        let expected = starts.into_iter().any(fits);
        let shown = matches("alpha beta ", &text).snippet(&text, cells).text;
        prop_assert!(!expected || shown.contains("alpha") && shown.contains("beta"), "{text:?}: {shown:?}");
    }

    #[test]
    fn snippets_fit(query in "[a-e ]{1,6}", text in "[a-e日 ,\n]{0,60}", cells in 2usize..30) {
        let snippet = matches(&query, &text).snippet(&text, cells);
        prop_assert!(accords::text::width(&snippet.text) <= cells, "{:?}", snippet.text);
        for range in snippet.matched {
            prop_assert!(snippet.text.get(range).is_some());
        }
    }
}
