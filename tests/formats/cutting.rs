//! How documents are cut into articles, through a file of plain text.

use accords::data::{Loaded, Loader};
use accords::model::{Agreement, GuessedFact, Wording};
use tempfile::TempDir;

fn loaded(text: &str) -> Loaded {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("treaty.txt");
    std::fs::write(&file, text).unwrap();
    Loader::new(vec![file]).open()
}

fn agreements(text: &str) -> Vec<Agreement> {
    loaded(text).dossiers.iter().flat_map(|dossier| dossier.agreements.clone()).collect()
}

fn ids(agreement: &Agreement) -> Vec<&str> {
    agreement.clauses.iter().map(|clause| clause.id.as_str()).collect()
}

const TREATY: &str = "\
AGREEMENT between the Government of the Republic of Azerbaijan and the Government of the Kyrgyz Republic on trade

The Government of the Republic of Azerbaijan and the Government of the Kyrgyz Republic have agreed as follows:

CHAPTER I
GENERAL

Article 1 - Definitions
In this Agreement, subject to Article 5 of the Convention and to the rules that are named in
Article 2 of the Protocol, these words are used:
(a) trade;
(b) goods.

Article 2
This applies to everything.

Article 2 bis
This too.

Article 4
This Agreement enters into force on signature.

Done at Baku on 5 May 2014 in two originals.

ANNEX I
Rules

Article 1
Rules apply.

Article 2
More rules apply.
";

#[test]
fn a_treaty_is_cut_into_its_articles_with_their_places() {
    let [agreement] = &agreements(TREATY)[..] else { panic!("one text") };
    let expected = [
        "preamble",
        "article-1",
        "article-2",
        "article-2-bis",
        "article-4",
        "closing",
        "annex-1",
        "annex-1-article-1",
        "annex-1-article-2",
    ];
    assert_eq!(ids(agreement), expected);
    let first = &agreement.clauses[1];
    assert_eq!(
        (first.heading.as_str(), first.place.as_deref()),
        ("Definitions", Some("CHAPTER I · GENERAL"))
    );
    assert!(
        first.text.contains("named in Article 2 of the Protocol")
            && first.text.ends_with("(a) trade;\n(b) goods.")
    );
    assert!(agreement.clauses.iter().all(|clause| clause.wording == Wording::Machine));
}

#[test]
fn what_the_text_says_of_itself_is_marked_as_guessed() {
    let [agreement] = &agreements(TREATY)[..] else { panic!("one text") };
    assert_eq!(agreement.signed.unwrap().to_string(), "2014-05-05");
    assert_eq!((agreement.place.as_deref(), agreement.language.as_deref()), (Some("Baku"), Some("en")));
    assert_eq!(agreement.parties, ["AZE", "KGZ"]);
    for fact in GuessedFact::ALL {
        assert!(agreement.is_guessed(*fact), "{fact:?}");
    }
    assert_eq!(
        agreement.reading.as_ref().unwrap().shown(agreement.language_name()),
        "read from text · articles 1–4 · Article 3 of the English text not found"
    );
}

#[test]
fn references_and_contents_are_no_articles() {
    let text = "Convention on rivers\n\nCONTENTS\nArticle 1 Scope ........ 2\nArticle 2 Final ........ 3\n\n\
        Article 1\n\nIt applies to rivers.\n\nArticle 2\n\nThe end, subject to what was agreed before in\nArticle 1, comes here.\n";
    let loaded = loaded(text);
    assert_eq!(ids(&loaded.dossiers[0].agreements[0]), ["preamble", "article-1", "article-2"]);
    let warnings: Vec<String> = loaded.problems.iter().map(|problem| problem.message.clone()).collect();
    assert!(warnings.iter().any(|warning| warning.contains("contents")), "{warnings:?}");
}

#[test]
fn each_language_is_a_text_of_its_own() {
    let english = "Agreement on water between neighbours\n\nThe Parties have agreed as follows about their rivers:\n\n\
        Article 1\n\nThe Parties shall cooperate in the field of water resources.\n\nArticle 2\n\nThis Agreement shall enter into force on the date of its signature.\n\n";
    let french = "Accord sur les eaux entre voisins\n\nLes Parties sont convenues de ce qui suit au sujet de leurs fleuves:\n\n\
        Article 1er\n\nLes Parties coopèrent dans le domaine des ressources en eau.\n\nArticle 2\n\nLe présent Accord entre en vigueur à la date de sa signature.\n";
    let found = loaded(&format!("{french}\n{english}"));
    let addresses: Vec<&str> = found.dossiers.iter().map(|dossier| dossier.id.as_str()).collect();
    assert_eq!(addresses, ["treaty", "treaty.fr"]);
    assert_eq!(found.dossiers[0].agreements[0].language.as_deref(), Some("en"));
    assert!(
        found
            .dossiers
            .iter()
            .all(|dossier| ids(&dossier.agreements[0]).ends_with(&["article-1", "article-2"]))
    );
}

#[test]
fn many_ways_to_number_articles_are_known() {
    for headings in [
        ["Статья 1", "Статья 2", "Статья 3"],
        ["المادة الأولى", "المادة 2", "المادة ٣"],
        ["第一条", "第二条", "第三条"],
        ["1-статья", "2-статья", "3-статья"],
        ["MADDE 1", "MADDE 2", "MADDE 3"],
        ["Art 1st.", "Art 2d.", "Art 3d."],
        ["ARTICLE I.", "ARTICLE II.", "ARTICLE III."],
        ["§ 1", "§ 2", "§ 3"],
        ["Gomoko 1", "Gomoko 2", "Gomoko 3"],
        ["First. That", "Second. That", "Third. That"],
        ["1. That", "2. That", "3. That"],
    ] {
        let text: String =
            headings.iter().map(|heading| format!("{heading}\n\nSomething is agreed here.\n\n")).collect();
        let [agreement] = &agreements(&text)[..] else { panic!("{headings:?}") };
        let numbers: Vec<&str> = agreement
            .clauses
            .iter()
            .filter_map(|clause| clause.id.rsplit_once('-'))
            .map(|(_, number)| number)
            .collect();
        assert_eq!(numbers, ["1", "2", "3"], "{headings:?}");
    }
}

#[test]
fn markdown_that_begins_with_a_tag_is_not_a_web_page() {
    let text = "<meta http-equiv='Content-Type' content='text/html; charset=utf-8' />\n\n##Treaty between neighbours\n\n\
        ###Article 1 \n\nOne thing.\n\n### Article  2 \n\nAnother.\n";
    let [agreement] = &agreements(text)[..] else { panic!("one text") };
    assert_eq!(agreement.title, "Treaty between neighbours");
    assert_eq!(agreement.reading.as_ref().unwrap().format, "Markdown");
    assert_eq!(ids(agreement), ["article-1", "article-2"]);
}

#[test]
fn a_text_without_articles_opens_all_the_same() {
    let loaded = loaded("A note on rivers.\n\nNothing is numbered here.\n");
    assert_eq!(loaded.dossiers.len(), 1);
    assert!(loaded.problems[0].message.contains("no articles"), "{:?}", loaded.problems);
}

#[test]
fn a_text_without_line_breaks_is_divided_at_its_headings() {
    let body =
        "The Parties shall cooperate in all fields that this Agreement names and in those that they add. "
            .repeat(8);
    let text: String = (1..=5).map(|number| format!("Article {number} {body}")).collect();
    let [agreement] = &agreements(&text)[..] else { panic!("one text") };
    assert_eq!(ids(agreement), ["article-1", "article-2", "article-3", "article-4", "article-5"]);
}

#[test]
fn a_short_treaty_on_one_line_is_cut_too() {
    let text = "CONVENTION BETWEEN THE UNITED STATES OF AMERICA AND THE REPUBLIC OF PERU. The two Governments have agreed: \
                ARTICLE I. There shall be peace. ARTICLE II. Vessels may enter ports as said in Article I. \
                ARTICLE III. This Convention shall be ratified. Done at Lima, this 3rd day of May, 1871.\n";
    let [agreement] = &agreements(text)[..] else { panic!("one text") };
    assert!(!agreement.title.contains("ARTICLE"), "{}", agreement.title);
    for id in ["article-1", "article-2", "article-3"] {
        assert!(ids(agreement).contains(&id), "{:?}", ids(agreement));
    }
}

#[test]
fn an_underline_is_no_title() {
    let text = "AGREEMENT on rivers\n\nArticle 1\n=========\n\nVessels may pass.\n\nArticle 2\n=========\n\nIt is in force.\n";
    let [agreement] = &agreements(text)[..] else { panic!("one text") };
    let first = agreement.clauses.iter().find(|clause| clause.id == "article-1").unwrap();
    assert_eq!((first.heading.as_str(), first.text.as_str()), ("Article 1", "Vessels may pass."));
}

#[test]
fn pages_that_turn_inside_a_clause_are_kept() {
    let text = "AGREEMENT on rivers\n\nArticle 1\nVessels may pass.\n\nArticle 2\nBoth Parties keep the banks of their rivers\n\u{c}in good \
                repair.\n\nArticle 3\n\u{c}It is in force.\n";
    let [agreement] = &agreements(text)[..] else { panic!("one text") };
    let turned = |id: &str| {
        let clause = agreement.clauses.iter().find(|clause| clause.id == id).unwrap();
        clause
            .turns_in_bytes()
            .iter()
            .map(|(at, page)| (clause.text.get(*at..).unwrap().to_owned(), *page))
            .collect::<Vec<_>>()
    };
    assert_eq!(turned("article-1"), []);
    assert_eq!(turned("article-2"), [("in good repair.".to_owned(), 2)]);
    assert_eq!(turned("article-3"), [("It is in force.".to_owned(), 3)]);
}

#[test]
fn a_number_that_two_articles_have_is_a_warning() {
    let text = "AGREEMENT on rivers\n\nArticle 1\nVessels may pass.\n\nArticle 2\nBanks are kept.\n\nArticle 2\nDams are not \
                built.\n\nArticle 3\nIt is in force, as Article 1 says.\n";
    let loaded = loaded(text);
    let warnings: Vec<&str> = loaded.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert!(
        warnings
            .iter()
            .any(|warning| warning.starts_with("article 2 of the English text is there more than once")),
        "{warnings:?}"
    );
    assert!(!loaded_has_repeats(TREATY));
}

fn loaded_has_repeats(text: &str) -> bool {
    loaded(text).problems.iter().any(|problem| problem.message.contains("more than once"))
}

#[test]
fn a_heading_that_a_scan_spoilt_is_called_like_the_others() {
    let text = "AGREEMENT on rivers\n\nArticle l\nVessels may pass.\n\nArtidc 2\nBanks are kept.\n\nArticle 3\nIt is in force.\n";
    let [agreement] = &agreements(text)[..] else { panic!("one text") };
    let headings: Vec<&str> = agreement.clauses.iter().map(|clause| clause.heading.as_str()).collect();
    assert_eq!(headings, ["Article 1", "Article 2", "Article 3"]);
}
