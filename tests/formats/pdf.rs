//! PDF: what a page prints is read in order, and nothing that a file does reaches the program.

use crate::optional;
use crate::pdf_files::{Drawing, bomb, of_streams, pdf, stream};
use accords::data;
use accords::data::documents::{Document, Piece, Role};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

fn read(bytes: &[u8]) -> Result<Document, String> {
    data::read_pdfs_with(env!("CARGO_BIN_EXE_accords").into());
    data::read_pdf(bytes)
}

/// The lines of a PDF: `~` before a note, an empty one for a gap, `[2]` for a page.
fn lines(bytes: &[u8]) -> Vec<String> {
    let line = |piece: Piece| match piece {
        Piece::Page(number) => format!("[{number}]"),
        Piece::Line(line) if line.role == Role::Note => format!("~{}", line.text),
        Piece::Line(line) => line.text,
        Piece::Blank => String::new(),
        Piece::Table(text) => text,
    };
    read(bytes).unwrap().pieces.into_iter().map(line).collect()
}

/// Twelve lines about `what`, each with articles as headings.
fn column(what: &str) -> Vec<String> {
    (1..7).flat_map(|n| [format!("{what} {n}"), format!("The sixth part of {what} number {n}.")]).collect()
}

fn at(drawing: &mut Drawing, x: f32, lines: &[String]) {
    drawing.lines(x, 700.0, lines.iter().map(String::as_str));
}

#[test]
fn lines_gaps_notes_and_pages() {
    let first = |page: &mut Drawing| {
        page.lines(
            72.0,
            770.0,
            ["AGREEMENT", "", "Article 1", "The Parties shall co-operate (fully) on wa-", "ter."],
        );
        // The mark of a footnote is not a digit of the number.
        page.text(72.0, 600.0, 10.0, "Article 2").text(108.5, 603.5, 6.5, "1").text(
            72.0,
            588.0,
            10.0,
            "R\u{e9}gime.",
        );
        page.text(72.0, 60.0, 7.0, "1 See the protocol,").text(72.0, 52.0, 7.0, "as amended.");
        page.text(290.0, 30.0, 10.0, "7");
    };
    let second = |page: &mut Drawing| {
        page.text(72.0, 770.0, 10.0, "Article 3");
    };
    let expected = [
        "[1]",
        "AGREEMENT",
        "Article 1",
        "The Parties shall co-operate (fully) on wa-",
        "ter.",
        "",
        "Article 2\u{b9}",
        "R\u{e9}gime.",
        "",
        "7",
        "~1 See the protocol, as amended.",
        "[2]",
        "Article 3",
    ];
    assert_eq!(lines(&pdf(&[&first, &second])), expected);
}

#[test]
fn columns_are_read_one_after_the_other() {
    // Drawn line by line over both columns.
    let (left, right) = (column("part"), column("share"));
    let page = |page: &mut Drawing| {
        page.text(
            72.0,
            760.0,
            10.0,
            "A title that reaches over both of the columns of this page, as titles often do in print",
        );
        page.text(290.0, 30.0, 10.0, "12");
        for (place, (l, r)) in left.iter().zip(&right).enumerate() {
            page.text(72.0, 700.0 - 12.0 * place as f32, 10.0, l).text(
                320.0,
                700.0 - 12.0 * place as f32,
                10.0,
                r,
            );
        }
    };
    let found = lines(&pdf(&[&page]));
    let printed: Vec<&String> = found.iter().skip(2).filter(|line| !line.is_empty()).collect();
    let number = "12".to_owned();
    assert_eq!(printed, left.iter().chain(&right).chain([&number]).collect::<Vec<_>>());
}

#[test]
fn languages_that_face_each_other_are_read_one_after_the_other() {
    let text = |word: &str, from: usize| {
        let articles = (from..from + 4).flat_map(|n| {
            [
                format!("{word} {n}"),
                "Text of that article, in its language.".to_owned(),
                "It has a second line, as long as that.".to_owned(),
            ]
        });
        articles.collect::<Vec<_>>()
    };
    let page = |from: usize| {
        move |page: &mut Drawing| {
            at(page, 72.0, &text("Article", from));
            at(page, 320.0, &text("Artikel", from));
        }
    };
    let headings: Vec<String> =
        lines(&pdf(&[&page(1), &page(5)])).into_iter().filter(|line| line.starts_with("Arti")).collect();
    let expected: Vec<String> =
        ["Article", "Artikel"].iter().flat_map(|word| (1..9).map(move |n| format!("{word} {n}"))).collect();
    assert_eq!(headings, expected);
}

#[test]
fn right_to_left_text_is_read_from_the_right() {
    let page = |page: &mut Drawing| {
        // As fonts have it: letters in their joined shapes, from the left.
        page.letters(400.0, 700.0, 10.0, "12 \u{fe93}\u{fea9}\u{fe8e}\u{fee4}\u{fedf}\u{fe8d}");
        page.letters(72.0, 640.0, 10.0, "\u{421}\u{442}\u{430}\u{442}\u{44c}\u{44f} 1");
    };
    assert_eq!(
        lines(&pdf(&[&page])),
        [
            "[1]",
            "\u{627}\u{644}\u{645}\u{627}\u{62f}\u{629} 12",
            "\u{421}\u{442}\u{430}\u{442}\u{44c}\u{44f} 1"
        ]
    );
}

#[test]
fn what_is_drawn_twice_is_read_once_and_what_is_outside_is_not() {
    let page = |page: &mut Drawing| {
        page.raw("2 Tr").text(72.0, 700.0, 10.0, "Filled").raw("0 Tr").text(72.3, 700.0, 10.0, "Filled");
        page.text(72.0, 660.0, 10.0, "(Accession)").text(-400.0, 640.0, 10.0, "JOB 1234 BLACK PLATE");
        page.raw("/Span <</ActualText (office)>> BDC")
            .text(72.0, 620.0, 10.0, "oxxice")
            .raw("EMC")
            .text(101.0, 620.0, 10.0, "r");
    };
    assert_eq!(lines(&pdf(&[&page])), ["[1]", "Filled", "(Accession)", "officer"]);
}

#[test]
fn what_cannot_be_read_says_why_and_what_to_do() {
    let image = |page: &mut Drawing| {
        page.raw("q 500 0 0 500 0 0 cm /Image Do Q");
    };
    assert_eq!(
        read(&pdf(&[&image, &image])).unwrap_err(),
        "has 2 pages but no text: ocrmypdf -l tur+eng in.pdf out.pdf"
    );
    let id = "00112233445566778899aabbccddeeff";
    let (owner, user) = ("ab".repeat(32), "cd".repeat(32));
    let locked =
        format!("/ID[<{id}><{id}>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{owner}>/U<{user}>>>");
    let error = read(&of_streams(vec![stream("", b"")], &locked)).unwrap_err();
    assert_eq!(error, "is protected by a password: qpdf --decrypt --password=PASSWORD in.pdf out.pdf");
    assert_eq!(read(b"%PDF-1.7\nnothing").unwrap_err(), "is damaged: its pages cannot be found");
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_that_unpacks_to_more_than_the_memory_is_refused() {
    assert_eq!(read(&bomb()).unwrap_err(), "needs more than 1 GB of memory");
}

/// The process that `parent` started to read a PDF, while it runs.
#[cfg(target_os = "linux")]
fn child_of(parent: u32) -> Option<String> {
    let processes = std::fs::read_dir("/proc").unwrap().filter_map(Result::ok);
    let read = |id: &str| std::fs::read_to_string(format!("/proc/{id}/stat")).ok();
    // `12 (name) state parent ...`
    let is_child = |id: &String| {
        let stat = read(id).unwrap_or_default();
        let mut fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
        fields.next().is_some_and(|state| state != "Z") && fields.next() == Some(&parent.to_string())
    };
    processes.map(|process| process.file_name().to_string_lossy().into_owned()).find(is_child)
}

#[test]
#[cfg(target_os = "linux")]
fn a_program_that_is_killed_leaves_no_child() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bomb.pdf");
    std::fs::write(&file, bomb()).unwrap();
    let program =
        Command::new(env!("CARGO_BIN_EXE_accords")).arg("check").arg(&file).stdout(Stdio::null()).spawn();
    let mut program = program.unwrap();
    let begun = Instant::now();
    let child = loop {
        if let Some(child) = child_of(program.id()) {
            break child;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "no child");
        std::thread::sleep(Duration::from_millis(5));
    };
    // It has begun to read, so it has set its limits.
    let memory = || std::fs::read_to_string(format!("/proc/{child}/statm")).unwrap_or_default();
    while memory().split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or(0_u64) < 10_000 {
        assert!(begun.elapsed() < Duration::from_secs(60), "it does not read");
        std::thread::sleep(Duration::from_millis(1));
    }
    program.kill().unwrap();
    program.wait().unwrap();
    let killed = Instant::now();
    let runs = || {
        let stat = std::fs::read_to_string(format!("/proc/{child}/stat")).unwrap_or_default();
        stat.rsplit(')').next().is_some_and(|rest| !rest.is_empty() && !rest.starts_with(" Z"))
    };
    while runs() {
        assert!(killed.elapsed() < Duration::from_secs(3), "the child runs on");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_file_that_is_cut_off_is_read_as_far_as_it_goes() {
    let page = |page: &mut Drawing| at(page, 72.0, &column("part"));
    let mut bytes = pdf(&[&page]);
    assert_eq!(read(&bytes).unwrap().doubts, Vec::<String>::new());
    bytes.truncate(bytes.len() - 200);
    let document = read(&bytes).unwrap();
    assert!(document.doubts[0].starts_with("the file is cut off"), "{:?}", document.doubts);
}

/// Damages a file in one of the ways in which files are damaged.
fn damage(bytes: &mut Vec<u8>, random: &mut impl FnMut(usize) -> usize) {
    let at = random(bytes.len());
    let end = (at + 1 + random(400)).min(bytes.len());
    match random(6) {
        0 => bytes.truncate(at),
        1 => bytes[at..end].fill(0),
        2 => drop(bytes.drain(at..end)),
        3 => bytes.extend_from_within(at..end),
        4 => bytes[at] ^= 1 << random(8),
        // Lengths, offsets and counts.
        _ => bytes
            .iter_mut()
            .skip(at)
            .filter(|byte| byte.is_ascii_digit())
            .take(3)
            .for_each(|digit| *digit = b'9'),
    }
}

/// `ACCORDS_DAMAGED=200` tries that many.
#[test]
fn damaged_files_cost_only_themselves() {
    let many = std::env::var("ACCORDS_DAMAGED").map_or(24, |many| many.parse().unwrap());
    let page = |page: &mut Drawing| {
        at(page, 72.0, &column("part"));
        page.letters(320.0, 700.0, 10.0, "\u{fedf}\u{fe8d} 12").raw("q 500 0 0 500 0 0 cm /Image Do Q");
    };
    let mut files = vec![pdf(&[&page, &page])];
    if many > 24
        && let Some(folder) = optional::shared("documents/pdf")
    {
        let found =
            std::fs::read_dir(folder).unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap());
        files.extend(found);
    }
    let mut seed = 13_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) as usize % below.max(1)
    };
    let mut was_read = 0;
    for n in 0..many {
        let mut bytes = files[n % files.len()].clone();
        for _ in 0..=random(4) {
            damage(&mut bytes, &mut random);
        }
        let begun = Instant::now();
        was_read += usize::from(read(&bytes).is_ok());
        assert!(begun.elapsed() < Duration::from_secs(25), "file {n}");
    }
    assert!(was_read * 2 > many, "only {was_read} of {many} gave any text");
}
