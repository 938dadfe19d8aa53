//! Articles that count anew in each chapter: `14.1`, `N-01`, `2206`.

use crate::corpora;
use accords::data::{Loaded, Loader};
use accords::model::Agreement;
use tempfile::TempDir;

fn loaded(text: &str) -> Loaded {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("treaty.txt");
    std::fs::write(&file, text).unwrap();
    Loader::new(vec![file]).open()
}

fn numbers(agreement: &Agreement) -> Vec<&str> {
    agreement.clauses.iter().filter_map(|clause| clause.number.as_deref()).collect()
}

/// A text of two chapters with three articles each, whose headings are printed by a function of chapter and article.
fn two_chapters(heading: impl Fn(u32, u32) -> String) -> String {
    let mut text =
        "Agreement on trade between Alba and Borea\n\nThe Parties have agreed as follows:\n\n".to_owned();
    for chapter in 1..=2 {
        text.push_str(&format!("CHAPTER {chapter}\nTHINGS OF KIND {chapter}\n\n"));
        for article in 1..=3 {
            text.push_str(&heading(chapter, article));
            text.push_str(&format!(
                "\n\nEach Party shall do what is agreed here, subject to Article {chapter}.2 and to number {article}.\n\n"
            ));
        }
    }
    text
}

const ROMAN: [&str; 3] = ["", "I", "II"];
const LETTERS: [&str; 3] = ["", "A", "B"];
const CHINESE: [&str; 4] = ["", "一", "二", "三"];

#[test]
fn each_way_to_print_them_is_known() {
    type Print = fn(u32, u32) -> String;
    let plain = ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3"];
    let ways: &[(Print, [&str; 6])] = &[
        (|c, a| format!("Article {c}.{a}: Objectives"), plain),
        (|c, a| format!("ARTICLE {c}.{a}\nObjectives"), plain),
        (|c, a| format!("Article {c}.{a}. Objectives"), plain),
        (|c, a| format!("Article {c}.{a} – Objectives"), plain),
        (|c, a| format!("Article {c}.{a} Objectives"), plain),
        (|c, a| format!("Art. {c}.{a}"), plain),
        (|c, a| format!("Artículo {c}.{a}: Objetivos"), plain),
        (|c, a| format!("Статья {c}.{a}\nЦели"), plain),
        (|c, a| format!("Madde {c}.{a} - Amaç"), plain),
        (|c, a| format!("المادة {c}.{a}"), plain),
        (|c, a| format!("Điều {c}.{a}. Mục tiêu"), plain),
        (|c, a| format!("第{c}.{a}条 目标"), plain),
        (|c, a| format!("第{}・{}条 目的", CHINESE[c as usize], CHINESE[a as usize]), plain),
        (|c, a| format!("제{c}.{a}조 목적"), plain),
        (|c, a| format!("{c}.{a} straipsnis\nTikslai"), plain),
        (|c, a| format!("{c}.{a}. cikk\nCélok"), plain),
        (|c, a| format!("Article ({c}.{a})"), plain),
        (|c, a| format!("**Article {c}.{a}**"), plain),
        (|c, a| format!("Article {c}.0{a}: Objectives"), ["1.01", "1.02", "1.03", "2.01", "2.02", "2.03"]),
        (|c, a| format!("Artículo {c}-0{a}: Objetivos"), ["1-01", "1-02", "1-03", "2-01", "2-02", "2-03"]),
        (|c, a| format!("Article {c}-{a}"), ["1-1", "1-2", "1-3", "2-1", "2-2", "2-3"]),
        (
            |c, a| format!("Article {}-0{a}: Objectives", LETTERS[c as usize]),
            ["A-01", "A-02", "A-03", "B-01", "B-02", "B-03"],
        ),
        (
            |c, a| format!("Article {}.{a}: Objectives", ROMAN[c as usize]),
            ["I.1", "I.2", "I.3", "II.1", "II.2", "II.3"],
        ),
        (|c, a| format!("Article {c}0{a}: Objectives"), ["101", "102", "103", "201", "202", "203"]),
        (
            |c, a| format!("Article {}0{a}: Objectives", c + 11),
            ["1201", "1202", "1203", "1301", "1302", "1303"],
        ),
        (
            |c, a| format!("Article 4.{c}.{a}: Objectives"),
            ["4.1.1", "4.1.2", "4.1.3", "4.2.1", "4.2.2", "4.2.3"],
        ),
        (
            |c, a| format!("Article 4.{}.{a}: Objectives", LETTERS[c as usize]),
            ["4.A.1", "4.A.2", "4.A.3", "4.B.1", "4.B.2", "4.B.3"],
        ),
    ];
    for (heading, expected) in ways {
        let text = two_chapters(heading);
        let loaded = loaded(&text);
        let found = numbers(&loaded.dossiers[0].agreements[0]);
        assert_eq!(found, *expected, "{}", heading(1, 1));
        let first = &loaded.dossiers[0].agreements[0].clauses[1];
        assert!(first.text.starts_with("Each Party"), "{}: {:?}", heading(1, 1), first.text);
    }
}

#[test]
fn their_addresses_say_chapter_and_article() {
    let loaded = loaded(&two_chapters(|c, a| format!("Article {c}.{a}: Things {c}.{a}")));
    let agreement = &loaded.dossiers[0].agreements[0];
    let first = &agreement.clauses[1];
    assert_eq!((first.id.as_str(), first.heading.as_str()), ("article-1-1", "Things 1.1"));
    assert_eq!(first.place.as_deref(), Some("CHAPTER 1 · THINGS OF KIND 1"));
    assert_eq!(agreement.reading.as_ref().unwrap().shown(None), "read from text · articles 1.1–2.3 in order");
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
}

#[test]
fn what_is_missing_is_named() {
    let text = two_chapters(|c, a| format!("Article {}.{}: Things", c * 2, if a == 3 { 5 } else { a }));
    let loaded = loaded(&text);
    let warnings: Vec<String> = loaded.problems.iter().map(|problem| problem.message.clone()).collect();
    assert!(warnings.iter().any(|warning| warning.contains("2.3–2.4, 4.3–4.4")), "{warnings:?}");
    assert!(warnings.iter().any(|warning| warning.contains("no article of chapter 3")), "{warnings:?}");
}

#[test]
fn the_first_paragraph_beside_a_plain_number_is_no_chapter() {
    let mut text = "Agreement on rivers\n\nThe Parties have agreed:\n\n".to_owned();
    for article in 1..=5 {
        text.push_str(&format!(
            "Article {article}.1. Each Party shall look after its rivers and those of others.\n2. It shall do so each year.\n\n"
        ));
    }
    let loaded = loaded(&text);
    assert_eq!(numbers(&loaded.dossiers[0].agreements[0]), ["1", "2", "3", "4", "5"]);
}

#[test]
fn a_plain_count_goes_on_past_a_hundred() {
    let mut text = "Charter of an organisation\n\nThe Parties have agreed:\n\n".to_owned();
    for article in 1..=215 {
        text.push_str(&format!(
            "Article {article}\n\nThe organisation shall have an organ of number {article}.\n\n"
        ));
    }
    let loaded = loaded(&text);
    let agreement = &loaded.dossiers[0].agreements[0];
    assert_eq!(numbers(agreement).len(), 215);
    assert_eq!(agreement.reading.as_ref().unwrap().shown(None), "read from text · articles 1–215 in order");
}

#[test]
fn an_annex_at_the_end_of_a_chapter_does_not_end_the_count() {
    let text = two_chapters(|c, a| format!("Article {c}.{a}: Things"));
    let annex = "ANNEX 1-A\nRULES\n\nArticle 1\n\nThe rules of this annex apply to all goods.\n\nArticle 2\n\nMore rules apply.\n\nCHAPTER 2";
    let loaded = loaded(&text.replace("CHAPTER 2", annex));
    let agreement = &loaded.dossiers[0].agreements[0];
    assert_eq!(numbers(agreement), ["1.1", "1.2", "1.3", "1", "2", "2.1", "2.2", "2.3"]);
    let ids: Vec<&str> = agreement.clauses.iter().map(|clause| clause.id.as_str()).collect();
    assert!(ids.contains(&"annex-1-a-article-2") && ids.contains(&"article-2-1"), "{ids:?}");
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
}

/// The text of an agreement, each article headed by its word and its number; and the numbers.
fn printed(agreement: &Agreement) -> (String, Vec<&str>) {
    let mut text = format!("{}\n\nThe Parties have agreed as follows:\n\n", agreement.title);
    let mut numbers = Vec::new();
    for clause in &agreement.clauses {
        let Some(number) = clause.number.as_deref() else { continue };
        numbers.extend(number.split_whitespace().last());
        text.push_str(&format!("{number}: {}\n\n{}\n\n", clause.heading.trim_end_matches('.'), clause.text));
    }
    (text, numbers)
}

#[test]
fn real_agreements_with_such_numbers_come_back_whole() {
    let Some((_, opened)) = corpora::opened() else { return };
    let of_tota = opened.dossiers.iter().flat_map(|d| &d.agreements).filter(|a| a.id.starts_with("tota-"));
    let (mut all, mut found) = (0, 0);
    let mut worst: Vec<(usize, String)> = Vec::new();
    for agreement in of_tota {
        let (text, expected) = printed(agreement);
        if !expected.iter().any(|number| number.contains(['.', '-'])) {
            continue;
        }
        let loaded = loaded(&text);
        let read: Vec<&str> = loaded.dossiers.iter().flat_map(|d| &d.agreements).flat_map(numbers).collect();
        let mut left: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
        for number in &read {
            *left.entry(number).or_default() += 1;
        }
        let mut own = 0;
        for number in &expected {
            if let Some(count) = left.get_mut(number).filter(|count| **count > 0) {
                *count -= 1;
                own += 1;
            }
        }
        all += expected.len();
        found += own;
        worst.push((expected.len() - own, format!("{}: {own} of {}", agreement.id, expected.len())));
    }
    worst.sort_unstable_by(|a, b| b.cmp(a));
    worst.truncate(9);
    assert!(found * 1000 >= all * 995, "{found} of {all}: {worst:?}");
}
