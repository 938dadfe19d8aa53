//! Damaged files of every format: none makes the reader or the cutter panic, and none takes long.
//!
//! `ACCORDS_DAMAGED=200` makes so many variants of each format; without it there are fewer, so that the test is short.

use crate::archive::archive;
use crate::pdf_files::{Drawing, pdf};
use accords::data;
use std::path::Path;
use std::time::{Duration, Instant};

/// How many variants of each format are made if nobody says.
const FEW: usize = 12;

/// No variant may take longer, in a build without optimisation on a busy machine.
const LONGEST: Duration = Duration::from_secs(10);

const ARTICLES: &str = "Treaty between Azerbaijan and the Kyrgyz Republic\n\nArticle 1\n\nThe Parties shall cooperate.\n\n\
                        Article 2\n\n1. First.\n2. Second: é, ə, ж.\n\nDone at Baku on 20 April 2022.\n";

/// Numbers that are the same at every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }
}

fn paragraphs(open: &str, close: &str) -> String {
    ARTICLES.split("\n\n").map(|paragraph| format!("{open}{paragraph}{close}")).collect()
}

/// A good file of each format.
fn good() -> Vec<(&'static str, Vec<u8>)> {
    let word = format!(
        "<w:document xmlns:w='w'><w:body>{}<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>",
        paragraphs("<w:p><w:r><w:t>", "</w:t></w:r></w:p>")
    );
    let open = format!(
        "<office:document-content><office:body><office:text>{}</office:text></office:body></office:document-content>",
        paragraphs("<text:p>", "</text:p>")
    );
    let html = format!(
        "<!doctype html><meta charset=utf-8><nav>x</nav><table><tr><td>a<td>b</table>{}",
        paragraphs("<p>", "</p>")
    );
    let clml = format!(
        "<Legislation xmlns='http://www.legislation.gov.uk/namespaces/legislation'><Body>{}</Body></Legislation>",
        paragraphs("<P1><Pnumber>1</Pnumber><Text>", "</Text></P1>")
    );
    let formex = format!(
        "<ACT><ENACTING.TERMS>{}</ENACTING.TERMS></ACT>",
        paragraphs("<ARTICLE><TI.ART>Article 1</TI.ART><P>", "</P></ARTICLE>")
    );
    let page = |page: &mut Drawing| {
        page.lines(72.0, 770.0, ARTICLES.lines().filter(|line| line.is_ascii()));
    };
    let wide: Vec<u8> = ARTICLES.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        ("x.txt", ARTICLES.as_bytes().to_vec()),
        ("wide.txt", wide),
        (
            "x.md",
            format!(
                "# T\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n{}",
                ARTICLES.replace("Article", "## Article")
            )
            .into_bytes(),
        ),
        ("x.html", html.into_bytes()),
        ("x.docx", archive(&[("word/document.xml", word.as_bytes())])),
        (
            "x.odt",
            archive(&[
                ("mimetype", b"application/vnd.oasis.opendocument.text"),
                ("content.xml", open.as_bytes()),
            ]),
        ),
        ("clml.xml", clml.into_bytes()),
        ("formex.xml", formex.into_bytes()),
        ("x.pdf", pdf(&[&page])),
        ("x.csv", b"title,parties,signed\nTreaty,\"AZE, KGZ\",20/04/2022\n".to_vec()),
    ]
}

/// A file with bytes changed, cut out or doubled.
fn damage(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..=random.below(8) {
        let at = random.below(out.len());
        let end = (at + random.below(40)).min(out.len());
        match random.below(5) {
            0 => out.truncate(at.max(1)),
            1 => drop(out.drain(at..end)),
            2 => out.splice(at..at, bytes[..end.min(bytes.len())].to_vec()).for_each(drop),
            _ => {
                for byte in out.iter_mut().skip(at).take(1 + random.below(4)) {
                    *byte = u8::try_from(random.below(256)).unwrap();
                }
            }
        }
        if out.is_empty() {
            out.push(0);
        }
    }
    out
}

#[test]
fn no_damage_hurts() {
    let count = std::env::var("ACCORDS_DAMAGED").ok().and_then(|count| count.parse().ok()).unwrap_or(FEW);
    let mut random = Random(0x5eed);
    data::read_pdfs_with(env!("CARGO_BIN_EXE_accords").into());
    for (name, bytes) in good() {
        let whole = data::parse(Path::new(name), &bytes);
        assert!(!whole.dossiers.is_empty() && !whole.has_errors(), "{name}: {:?}", whole.problems);
        for _ in 0..count {
            let damaged = damage(&bytes, &mut random);
            let begin = Instant::now();
            let read = data::parse(Path::new(name), &damaged);
            assert!(begin.elapsed() < LONGEST, "{name}");
            assert!(
                !read.dossiers.is_empty() || !read.problems.is_empty(),
                "{name} gives nothing and says nothing"
            );
        }
    }
}
