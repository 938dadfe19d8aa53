//! Akoma Ntoso: real documents open, and what is written reads back the same.

use crate::optional;
use accords::data;
use accords::data::akoma_ntoso::{NAMESPACE, write_agreement, write_dossier};
use accords::model::{
    Agreement, AgreementKind, Clause, Collection, Dossier, Guess, GuessedFact, Instrument, Reading,
    Signatory, Wording,
};
use proptest::prelude::*;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

/// A real document from the shared folder.
fn real(name: &str) -> Option<Arc<Dossier>> {
    let file = optional::shared("corpora/akoma-ntoso")?.join(name);
    let text = data::read_text(&file, data::DEFAULT_MAX_SIZE).unwrap();
    let loaded = data::parse(&file, &text);
    assert_eq!(loaded.problems, [], "{name}");
    loaded.dossiers.into_iter().next()
}

fn read(text: &str) -> data::Loaded {
    data::parse(Path::new("x.xml"), text)
}

fn document(kind: &str, inside: &str) -> String {
    format!("<akomaNtoso xmlns=\"{NAMESPACE}\"><{kind} name=\"treaty\">{inside}</{kind}></akomaNtoso>")
}

/// Id, number, heading, place and text of each clause.
type Row<'a> = (&'a str, Option<&'a str>, &'a str, Option<&'a str>, &'a str);

fn rows(dossier: &Dossier) -> Vec<Row<'_>> {
    let clauses = dossier.agreements[0].clauses.iter();
    clauses
        .map(|c| {
            (c.id.as_str(), c.number.as_deref(), c.heading.as_str(), c.place.as_deref(), c.text.as_str())
        })
        .collect()
}

#[test]
fn real_documents_open() {
    for (name, id, title, language, clause, heading) in [
        (
            "asp-2017-1-enacted-data.akn.xml",
            "asp-2017-1-enacted",
            "Budget (Scotland) Act 2017",
            "en",
            "section-5",
            "Contingency payments",
        ),
        (
            "ssi-2017-126-enacted-data.akn.xml",
            "ssi-2017-126-enacted",
            "The Mental Health (Scotland) Act 2015 (Commencement No. 3) Order 2017",
            "en",
            "article-2",
            "Appointed day",
        ),
        (
            "uk_pga-2014-27-enacted-data.xml",
            "ukpga-2014-27-enacted",
            "Data Retention and Investigatory Powers Act 2014",
            "en",
            "sec_4",
            "Extra-territoriality in Part 1 of RIPA",
        ),
        (
            "us_Act_2011-11-29.xml",
            "us-act-2011-11-29-112-61",
            "To facilitate the hosting in the United States of the 34th America's Cup by authorizing certain eligible vessels to participate in activities related to the competition, and for other purposes.",
            "en",
            "sec_6",
            "PENALTY.",
        ),
        (
            "uy_bill_2010-09-27.xml",
            "uy-collection-camera-2010-09-27-repartido379-2010",
            "ARTÍCULOS 1º, 3º Y 4º DE LA LEY Nº 15.848, DE CADUCIDAD DE LA PRETENSIÓN PUNITIVA DEL ESTADO",
            "es",
            "uy-bill-camera-2010-09-27-asunto105027.cmpnts__cmp_1__art_2",
            "Artículo 2º.",
        ),
    ] {
        let Some(dossier) = real(name) else { return };
        let agreement = &dossier.agreements[0];
        assert_eq!((dossier.id.as_str(), agreement.list_title()), (id, title));
        assert_eq!(agreement.language.as_deref(), Some(language));
        assert!(agreement.signed.is_some_and(|date| date.is_day()));
        let collection = Collection::new(vec![dossier]);
        let item = collection.find(&format!("{id}/{clause}")).unwrap();
        assert_eq!(collection.title(item), Some(heading));
    }
}

#[test]
fn chapters_are_places_and_articles_clauses() {
    let loaded = read(&document(
        "act",
        "<meta><identification source='#s'><FRBRWork><FRBRuri value='/akn/xx/act/2001/7'/><FRBRdate date='2001-02-03' name='signed'/></FRBRWork>
         <FRBRExpression><FRBRlanguage language='fra'/><FRBRtranslation href='x'/></FRBRExpression></identification></meta>
         <preface><longTitle><p>A <docTitle>Treaty of  <b>Peace</b></docTitle></p></longTitle></preface>
         <preamble eId='pre/1'><recitals><recital><p>Whereas</p></recital></recitals></preamble>
         <body><chapter eId='chp_1'><num>Chapter 1</num><heading>Goods</heading>
          <section eId='s'><num>A</num><heading>Duties</heading><intro><p>Intro.</p></intro>
           <article eId='art_1'><num>Article 1</num><heading>Scope<i> of it</i></heading><subheading>more</subheading>
            <paragraph><num>1.</num><content><p>One</p><p>two<br/>three</p></content></paragraph>
            <list><intro><p>These:</p></intro><point><num>(a)</num><content><p>x</p></content></point></list>
            <paragraph><num/><content><table><tr><td><p>c1</p></td><td>c2</td></tr></table></content></paragraph></article></section></chapter>
          <section eId='s2'><num>§ 2</num><content><p>Alone<authorialNote><p>see 1</p></authorialNote>.</p></content></section>
          <paragraph><content><p>Loose</p></content></paragraph>
          <article eId='art_1'><content><p><quotedStructure><section eId='q'><num>9</num><content><p>quoted</p></content></section></quotedStructure></p></content></article>
         </body>
         <conclusions><p>Done</p></conclusions>
         <attachments><attachment eId='att_1'><heading>Annex</heading><doc name='annex'><meta/><mainBody><p>Words</p><article eId='ax'><content><p>y</p></content></article></mainBody></doc></attachment></attachments>",
    ));
    let dossier = &loaded.dossiers[0];
    let agreement = &dossier.agreements[0];
    assert_eq!(agreement.title, "Treaty of Peace");
    assert_eq!(
        (agreement.kind.clone(), agreement.language.as_deref()),
        (Some(AgreementKind::Treaty.into()), Some("fr"))
    );
    assert!(agreement.clauses.iter().all(|c| c.wording == Wording::Translation));
    let section = Some("Chapter 1 · Goods › A · Duties");
    assert_eq!(
        rows(dossier),
        [
            ("preface", None, "Preface", None, "A Treaty of Peace"),
            ("pre%2F1", None, "Preamble", None, "Whereas"),
            ("s", Some("A"), "Duties", Some("Chapter 1 · Goods"), "Intro."),
            (
                "art_1",
                Some("Article 1"),
                "Scope of it more",
                section,
                "1. One\ntwo\nthree\nThese:\n(a) x\n\n| --- | --- |\n| c1 | c2 |"
            ),
            ("s2", Some("§ 2"), "§ 2", None, "Alone [see 1]."),
            ("paragraph_1", None, "Paragraph", None, "Loose"),
            ("art_1~2", None, "Article", None, "9 quoted"),
            ("conclusions", None, "Conclusions", None, "Done"),
            ("att_1", None, "Annex", None, "Words"),
            ("ax", None, "Article", Some("Annex"), "y"),
        ]
    );
}

#[test]
fn what_is_no_agreement_is_told() {
    for (text, expected) in [
        (document("diary", ""), "is a \"diary\" in Akoma Ntoso; only act, bill, doc, statement"),
        ("<akomaNtoso xmlns='http://example.org/3.0'/>".to_owned(), "but not version 2.0 or 3.0"),
        (format!("<akomaNtoso xmlns='{NAMESPACE}'/>"), "without a document"),
    ] {
        let loaded = read(&text);
        assert!(loaded.dossiers.is_empty());
        assert!(loaded.problems[0].to_string().contains(expected), "{}", loaded.problems[0]);
    }
}

#[test]
fn each_document_of_a_collection_is_an_agreement() {
    let loaded = read(include_str!("cases/collection-of-two-treaties.xml"));
    assert_eq!(loaded.problems, []);
    let dossier = &loaded.dossiers[0];
    let agreements = dossier.agreements.iter().map(|a| (a.id.as_str(), a.title.as_str(), a.signed_at()));
    assert_eq!(
        agreements.collect::<Vec<_>>(),
        [
            ("un-t1", "First Treaty", "signed 2 Jan 1991".to_owned()),
            ("un-t2", "Second Treaty", "signed 4 Mar 2001".to_owned()),
        ]
    );
    assert!(dossier.find("un-t2.art_1").is_some());
}

#[test]
fn quotation_marks_and_placeholders_are_printed() {
    let loaded = read(include_str!("cases/quoted-amendment.xml"));
    let agreement = &loaded.dossiers[0].agreements[0];
    assert_eq!(agreement.title, "Protocol amending the Treaty");
    assert_eq!(
        agreement.clauses[0].text,
        "Article 3 of the Treaty is replaced by the following:\n“3 Duties\nNo duty is levied.”, and for “five years” \
         substitute “ten years”."
    );
}

#[test]
fn a_date_that_stands_for_none_is_left_out_and_an_impossible_one_reported() {
    for (date, reported) in [("9999-12-31", false), ("0001-01-01", false), ("2021-02-30", true)] {
        let meta = format!(
            "<meta><identification source='#s'><FRBRWork><FRBRdate date='{date}' name='x'/></FRBRWork></identification></meta>"
        );
        let loaded = read(&document("act", &meta));
        assert_eq!(loaded.dossiers[0].agreements[0].signed, None);
        assert_eq!(
            loaded.problems.iter().any(|p| p.to_string().contains("warning: FRBRdate")),
            reported,
            "{date}"
        );
    }
}

#[test]
fn other_documents_and_versions_are_read() {
    let judgment = document(
        "judgment",
        "<header><p><docType>Award</docType> <docNumber>No 7</docNumber></p></header><judgmentBody><background><p>Facts.</p>\
         </background><decision><heading>Ruling</heading><p>So be it.</p></decision></judgmentBody>",
    );
    let loaded = read(&judgment);
    let clauses: Vec<&str> =
        loaded.dossiers[0].agreements[0].clauses.iter().map(|c| c.heading.as_str()).collect();
    assert_eq!(clauses, ["Header", "Background", "Ruling"]);
    let act =
        document("act", "<preface><p><docType>Decree</docType> <docNumber>No 7</docNumber></p></preface>");
    assert_eq!(read(&act).dossiers[0].title, "Decree No 7");
    for (namespace, version) in [
        ("http://www.akomantoso.org/2.0", "Akoma Ntoso 2.0"),
        ("http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13", "Akoma Ntoso 3.0, draft CSD13"),
        ("http://Inhaltsdaten.LegalDocML.de/1.6/", "LegalDocML.de 1.6"),
    ] {
        let loaded = read(&act.replace(NAMESPACE, namespace));
        assert_eq!(loaded.problems, []);
        let note = loaded.dossiers[0].sources[0].note.clone().unwrap();
        assert!(note.contains(version), "{note}");
    }
}

/// Whether the schema accepts a document; `None` if the schema or `xmllint` is missing.
fn is_valid(document: &str) -> Option<bool> {
    let schema: PathBuf = optional::shared("corpora/akoma-ntoso/akomantoso30.xsd")?;
    let mut child = Command::new("xmllint")
        .args(["--noout", "--nonet", "--schema"])
        .arg(schema)
        .arg("-")
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), document.as_bytes()).unwrap();
    Some(child.wait().unwrap().success())
}

/// The agreement of a dossier, written and read back.
fn there_and_back(dossier: &Dossier, place: u32) -> (String, Dossier) {
    let written = write_agreement(dossier, dossier.agreement(place).unwrap());
    let loaded = read(&written);
    assert_eq!(loaded.problems, [], "{written}");
    (written, Dossier::clone(&loaded.dossiers[0]))
}

#[test]
fn every_agreement_of_the_builtin_dossier_comes_back_the_same() {
    let dossier = data::builtin().unwrap();
    for (i, agreement) in (0u32..).zip(&dossier.agreements) {
        let (written, back) = there_and_back(&dossier, i);
        assert_eq!(&back.agreements[0], agreement);
        assert_eq!(back.id, dossier.id);
        for id in &agreement.sources {
            assert_eq!(back.source_by_id(id), dossier.source_by_id(id));
        }
        for id in &agreement.parties {
            assert_eq!(back.party(id), dossier.party(id));
        }
        assert_eq!(
            written.contains("No clause of this agreement is on record."),
            agreement.clauses.is_empty()
        );
        assert_ne!(is_valid(&written), Some(false), "{written}");
    }
}

/// A dossier with every field filled in.
fn said(dossier: &Dossier) -> serde_json::Value {
    serde_json::to_value(dossier).unwrap()
}

#[test]
fn a_whole_dossier_comes_back_the_same() {
    let dossier = data::builtin().unwrap();
    let written = write_dossier(&dossier);
    assert_ne!(is_valid(&written), Some(false), "{written}");
    let loaded = read(&written);
    assert_eq!(loaded.problems, []);
    assert_eq!(said(&loaded.dossiers[0]), said(&dossier));
}

#[test]
fn edits_in_a_collection_count_and_a_broken_record_costs_no_words() {
    let dossier = data::builtin().unwrap();
    let heading = "Mutual recognition of statehood and borders";
    let written = write_dossier(&dossier).replacen(
        &format!("<heading>{heading}</heading>"),
        "<heading>Borders</heading>",
        1,
    );
    let added = "<component eId=\"new\"><doc name=\"treaty\"><preface><p><docTitle>New</docTitle></p></preface><mainBody>\
                 <article eId=\"new__art_1\"><heading>First</heading><content><p>Words.</p></content></article>\
                 </mainBody></doc></component></collectionBody>";
    let written = written.replacen("</collectionBody>", added, 1);
    let loaded = read(&written);
    assert_eq!(loaded.problems, []);
    let back = &loaded.dossiers[0];
    let clauses = back.agreements.iter().flat_map(|agreement| &agreement.clauses);
    assert_eq!(clauses.clone().filter(|clause| clause.heading == "Borders").count(), 1);
    assert_eq!(clauses.filter(|clause| clause.heading == heading).count(), 0);
    let new = back.agreements.iter().find(|agreement| agreement.id == "new").unwrap();
    assert_eq!((new.title.as_str(), new.clauses[0].id.as_str()), ("New", "art_1"));
    assert_eq!(back.events, dossier.events);

    let (before, component) = written.split_once("<component ").unwrap();
    let removed = format!("{before}{}", component.split_once("</component>").unwrap().1);
    let loaded = read(&removed);
    assert_eq!(loaded.problems, []);
    assert_eq!(loaded.dossiers[0].agreements, back.agreements[1..]);

    let broken = read(&written.replacen("accords/1", "accords/0", 1));
    assert!(broken.problems[0].to_string().contains("its accords record cannot be read"));
    let mut words = broken.dossiers[0].agreements.iter().flat_map(|agreement| &agreement.clauses);
    assert!(words.any(|clause| clause.heading == "First" && clause.text == "Words."));
}

#[test]
fn a_foreign_document_comes_back_the_same() {
    let Some(dossier) = real("asp-2017-1-enacted-data.akn.xml") else { return };
    let (written, back) = there_and_back(&dossier, 0);
    assert_eq!(back.agreements, dossier.agreements);
    assert_ne!(is_valid(&written), Some(false), "{written}");
}

#[test]
fn an_edit_of_the_document_counts_and_a_broken_record_costs_only_itself() {
    let dossier = data::builtin().unwrap();
    // Its title is that of no source.
    let place = dossier.agreements.iter().position(|a| a.id == "twin-cities-2022").unwrap();
    let (written, _) = there_and_back(&dossier, u32::try_from(place).unwrap());
    let title = &dossier.agreements[place].title;
    let back = &read(&written.replacen(title.as_str(), "Another title", 1)).dossiers[0];
    assert_eq!(back.agreements[0].title, "Another title");
    let broken = read(&written.replacen("\"format\"", "\"formt\"", 1).replacen("&quot;format&quot;", "x", 1));
    assert!(broken.problems[0].to_string().contains("warning: its accords record cannot be read"));
    assert_eq!(&broken.dossiers[0].agreements[0].title, title);
}

/// Any text, hostile ones included.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zə .,()\n]{0,30}", "\\PC{0,12}", "[\u{0}-\u{a0}\u{fffe}\u{2028}<&>\"']{0,12}"]
}

fn date() -> impl Strategy<Value = Option<accords::model::Date>> {
    prop::option::of(prop::sample::select(vec!["1992", "1992-03", "1992-03-04", "1992~", "1991/1992-05"]))
        .prop_map(|date| date.map(|d| d.parse().unwrap()))
}

fn clause(i: usize) -> impl Strategy<Value = Clause> {
    let id = prop_oneof![Just(String::new()), "[a-z][a-z0-9-]{0,4}", Just("%20x".to_owned())];
    let number = prop::option::of(text());
    (id, number, text(), text(), prop::option::of(text()), prop::option::of(text())).prop_map(
        move |(id, number, heading, text, place, note)| Clause {
            number,
            sources: vec!["s".to_owned()],
            page: place.as_ref().map(|_| 7),
            place,
            note,
            ..Clause::new(format!("{id}{i}"), heading, text, Wording::Machine)
        },
    )
}

fn kind() -> impl Strategy<Value = Instrument> {
    prop_oneof![
        prop::sample::select(AgreementKind::ALL).prop_map(Instrument::from),
        text().prop_map(Instrument::from)
    ]
}

prop_compose! {
    fn agreement()(title in text(), short in prop::option::of(text()), signed in date(), in_force in date(),
                   status in prop::option::of(text()), series in prop::option::of(text()), language in prop::option::of("[a-z]{0,3}"),
                   name in text(), kind in prop::option::of(kind()),
                   clauses in (0usize..4).prop_flat_map(|n| (0..n).map(clause).collect::<Vec<_>>()))
                  -> Agreement {
        Agreement {
            id: "a".to_owned(), title, short_title: short, signed, in_force, status, series, language, kind, clauses,
            points: Some(7),
            reading: Some(Reading { format: "PDF".to_owned(), pages: Some(3), ..Reading::default() }),
            guessed: vec![Guess { fact: GuessedFact::Signed, from: "Done at Rome".to_owned() }],
            signatories: vec![Signatory { party: None, name, office: None }],
            ..Agreement::default()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn any_agreement_comes_back_the_same(agreement in agreement()) {
        let dossier = Dossier::of_one_agreement(agreement.clone());
        let (_, back) = there_and_back(&dossier, 0);
        prop_assert_eq!(&back.agreements[0], &agreement);
    }

    #[test]
    fn any_agreements_come_back_the_same_from_one_file(mut agreements in prop::collection::vec(agreement(), 1..4)) {
        for (i, agreement) in agreements.iter_mut().enumerate() {
            agreement.id = format!("a{i}");
        }
        let mut dossier = Dossier::new("d", "Dossier");
        dossier.agreements = agreements;
        let dossier = dossier.arrange();
        let loaded = read(&write_dossier(&dossier));
        prop_assert_eq!(loaded.problems, []);
        prop_assert_eq!(said(&loaded.dossiers[0]), said(&dossier));
    }

    #[test]
    fn no_document_makes_it_panic(text in "(<(article|section|num|heading|p|table|tr|td|th|preface|docTitle|quotedStructure|attachment|authorialNote)>|</(article|section|num|heading|p)>|a| ){0,40}") {
        let _ = read(&document("act", &text));
    }
}
