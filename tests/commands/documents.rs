//! Files of print where a command takes a path or an item.

use crate::shell::{accords, file, stdout};

fn treaty(name: &str, matter: &str) -> String {
    file(
        name,
        format!(
            "Treaty between the Republic of Azerbaijan and the Kyrgyz Republic on {matter}\n\nArticle 1\n\nThe Parties shall \
             cooperate in {matter}.\n\nArticle 2\n\nThis Treaty shall enter into force on the day of its signature.\n"
        ),
    )
}

#[test]
fn two_files_are_compared_by_their_agreements() {
    let (ours, theirs) = (treaty("ours.txt", "trade"), treaty("theirs.txt", "transit"));
    let text = stdout(&accords(&["compare", &ours, &theirs]).output().unwrap());
    assert!(text.contains("cooperate in [-trade-] {+transit+}."), "{text}");
    assert!(text.contains("3 pairs") || text.contains("2 pairs"), "{text}");
    // Files with the same name are told apart, and an address may be on the other side.
    let other = accords(&["compare", &ours, "borders"]).output().unwrap();
    assert!(stdout(&other).contains("borders"), "{other:?}");
}

#[test]
fn a_comparison_is_saved_as_a_page_or_as_markdown() {
    let (ours, theirs) = (treaty("left.txt", "trade"), treaty("right.txt", "transit"));
    let folder = std::path::Path::new(&ours).parent().unwrap();
    for (name, expected) in [
        ("comparison.html", "cooperate in <del>trade</del> <ins>transit</ins>."),
        ("comparison.md", "cooperate in ~~trade~~ **transit**."),
    ] {
        let out = folder.join(name);
        let saved =
            accords(&["compare", &ours, &theirs, "--force", "-o", out.to_str().unwrap()]).output().unwrap();
        assert!(saved.status.success() && saved.stdout.is_empty(), "{saved:?}");
        let text = std::fs::read_to_string(&out).unwrap();
        assert!(text.contains(expected), "{text}");
    }
    let refused = accords(&["compare", &ours, &theirs, "-o", "x.pdf"]).output().unwrap();
    assert!(
        String::from_utf8_lossy(&refused.stderr).contains("written as .docx, .html or .md"),
        "{refused:?}"
    );
}

#[test]
fn a_file_is_its_one_agreement_and_several_are_listed() {
    let ours = treaty("shown.txt", "trade");
    assert!(stdout(&accords(&["show", &ours]).output().unwrap()).contains("on trade"));
    let builtin = concat!(env!("CARGO_MANIFEST_DIR"), "/data/azerbaijan-kyrgyzstan.json");
    let refused = accords(&["show", builtin]).output().unwrap();
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(told.contains("has several agreements") && told.contains("aze-kgz/declaration-2022"), "{told}");
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn an_import_opens_again_without_errors() {
    let (text, table) = (
        treaty("imported.txt", "trade"),
        file(
            "imported.csv",
            "Treaty name;Members;Date signed\nTreaty on trade;Azerbaijan, Kyrgyzstan;20/04/2022\nOld pact;Atlantis;1999\n",
        ),
    );
    let chapters = file(
        "chapters.txt",
        "Agreement on rivers\n\nArticle 1.1: Scope\n\nRivers.\n\nArticle 1.3: Terms\n\nWords.\n\nArticle 2.1: End\n\nThe end.\n",
    );
    for (paths, expected) in [
        (vec![&text], "on trade"),
        (vec![&table], "Old pact"),
        (vec![&text, &table], "Old pact"),
        (vec![&chapters], "\"missing\": [\"1.2\"]"),
    ] {
        let out = std::path::Path::new(&text).with_file_name("imported.json");
        let out = out.to_str().unwrap();
        let mut arguments = vec!["import", "-o", out, "--force"];
        arguments.extend(paths.iter().map(|path| path.as_str()));
        let import = accords(&arguments).output().unwrap();
        assert_eq!(import.status.code(), Some(0), "{import:?}");
        assert!(std::fs::read_to_string(out).unwrap().contains(expected));
        let check = stdout(&accords(&["check", out]).output().unwrap());
        assert!(!check.contains("error"), "{check}");
    }
    let corrected = accords(&["import", &table, "--column", "signed=Nothing"]).output().unwrap();
    assert!(
        String::from_utf8_lossy(&corrected.stderr).contains("has no column Nothing for signed"),
        "{corrected:?}"
    );
    let import = accords(&["import", &table]).output().unwrap();
    let told = String::from_utf8_lossy(&import.stderr).into_owned();
    assert!(
        told.contains("signed: Date signed (day before month)") && told.contains("\"Atlantis\""),
        "{told}"
    );
    assert!(stdout(&import).contains("\"signed\": \"2022-04-20\""));
}

#[test]
fn a_draft_may_be_any_document() {
    let corpus = treaty("earlier.txt", "trade");
    let draft = file(
        "draft.html",
        "<h1>Draft</h1><p>Article 1<p>This Treaty shall enter into force on the day of its signature.<p>Article 2<p>Other words.",
    );
    let text = stdout(&accords(&["trace", "--draft", &draft, &corpus]).output().unwrap());
    assert!(text.contains("earlier"), "{text}");
}
