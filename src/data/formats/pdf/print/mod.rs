//! What a PDF prints, read from its bytes: glyphs, words, columns, lines, pages.

mod columns;
mod glyphs;
mod letters;
mod median;
mod notes;
mod page;
mod rows;
mod words;

use crate::data::documents::{Document, Kind, Piece, article_run};
use crate::text::{count, thousands};
use glyphs::Glyphs;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::{InterpreterCache, InterpreterSettings};
use letters::text_string;
use page::Page;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Reads a PDF.
///
/// # Errors
/// It is no PDF, is too damaged, is protected by a password, or has no text.
pub(super) fn read(bytes: Vec<u8>) -> Result<Document, String> {
    let bytes = Arc::new(bytes);
    let print = match Print::of(Arc::clone(&bytes)) {
        Ok(print) if print.letters > 0 => print,
        Err(LoadPdfError::Decryption(error)) => return Err(encrypted(error)),
        first => {
            // Its table of objects may be wrong: without it the objects themselves are looked for.
            let second = Print::of(Arc::new(without_table(&bytes))).ok().filter(|print| print.letters > 0);
            second.or(first.ok()).ok_or("is damaged: its pages cannot be found")?
        }
    };
    if print.letters == 0 { Err(print.without_text()) } else { Ok(print.into_document()) }
}

/// The order in which the pages are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// Page by page, on each column by column.
    Columns,
    /// Page by page, on each as the content stream has it.
    Stream,
    /// The first column of all pages, then the second of all: languages that face each other.
    Facing,
}

/// What the pages of a PDF print.
#[derive(Default)]
struct Print {
    title: Option<String>,
    pages: Vec<Page>,
    /// How many glyphs are letters or digits.
    letters: usize,
    /// How many glyphs name no character.
    unknown: usize,
    /// The numbers of the pages that could not be read.
    damaged: Vec<usize>,
    is_cut_off: bool,
}

impl Print {
    fn of(bytes: Arc<Vec<u8>>) -> Result<Self, LoadPdfError> {
        // Whatever else is behind its end.
        let end = bytes.len().saturating_sub(1 << 14);
        let is_cut_off = memchr::memmem::find(bytes.get(end..).unwrap_or_default(), b"%%EOF").is_none();
        let pdf = Pdf::new(bytes)?;
        let title = pdf.metadata().title.as_deref().map(text_string);
        let title = title.filter(|title| !title.trim().is_empty());
        let mut print = Self { title, is_cut_off, ..Self::default() };
        let (cache, settings) = (InterpreterCache::new(), InterpreterSettings::default());
        for page in pdf.pages().iter() {
            // What is wrong with a page costs that page.
            let glyphs = catch_unwind(AssertUnwindSafe(|| glyphs::of(page, &cache, &settings)));
            print.add(glyphs.ok());
        }
        Ok(print)
    }

    /// Adds the next page; `None` if it could not be read.
    fn add(&mut self, glyphs: Option<Glyphs>) {
        let Glyphs { drawn, unknown } = glyphs.unwrap_or_else(|| {
            self.damaged.push(self.pages.len() + 1);
            Glyphs::default()
        });
        self.letters += drawn.iter().filter(|glyph| glyph.text.contains(char::is_alphanumeric)).count();
        self.unknown += unknown;
        self.pages.push(Page::of(&drawn));
    }

    /// The document in the order in which its articles count up best; if none is better, by columns.
    fn into_document(self) -> Document {
        let mut best = self.in_order(Order::Columns);
        let mut run = None;
        for order in [Order::Stream, Order::Facing] {
            let other = self.in_order(order);
            // Most files have one order.
            if other.pieces == best.pieces {
                continue;
            }
            let (most, others) = (*run.get_or_insert_with(|| article_run(&best)), article_run(&other));
            if others > most {
                (best, run) = (other, Some(others));
            }
        }
        best
    }

    fn in_order(&self, order: Order) -> Document {
        let mut document = Document::new(Kind::Pdf);
        document.title.clone_from(&self.title);
        document.pages = u32::try_from(self.pages.len()).ok();
        document.doubts = self.doubts();
        let columns =
            self.pages.iter().flat_map(|page| &page.blocks).map(|(column, _)| column + 1).max().unwrap_or(1);
        let passes = if order == Order::Facing { columns } else { 1 };
        for pass in 0..passes {
            for (number, page) in (1..).zip(&self.pages) {
                let blocks =
                    page.blocks.iter().filter(|(column, _)| order == Order::Columns || *column == pass);
                document.pieces.push(Piece::Page(number));
                match order {
                    Order::Stream => document.pieces.extend_from_slice(&page.stream),
                    Order::Columns | Order::Facing => {
                        document.pieces.extend(blocks.flat_map(|(_, pieces)| pieces).cloned())
                    }
                }
            }
        }
        document
    }

    fn doubts(&self) -> Vec<String> {
        let mut doubts = Vec::new();
        if self.is_cut_off {
            doubts.push("the file is cut off: its end is missing, and perhaps some of its pages".to_owned());
        }
        if !self.damaged.is_empty() {
            let pages: Vec<String> = self.damaged.iter().map(usize::to_string).collect();
            doubts.push(format!("pages that are damaged and were not read: {}", pages.join(", ")));
        }
        // A few are marks of lists and ornaments.
        if self.unknown * 1000 > self.letters {
            let (unknown, letters) = (thousands(self.unknown), thousands(self.letters));
            doubts.push(format!(
                "the file does not say which letters {unknown} of its signs are, beside {letters} that it names; they are left out"
            ));
        }
        doubts
    }

    fn without_text(&self) -> String {
        let pages = count(self.pages.len(), "page", "pages");
        let why = if self.unknown > 0 { "no text that names its letters" } else { "no text" };
        format!("has {pages} but {why}: ocrmypdf -l tur+eng in.pdf out.pdf")
    }
}

fn encrypted(error: DecryptionError) -> String {
    match error {
        DecryptionError::PasswordProtected => {
            "is protected by a password: qpdf --decrypt --password=PASSWORD in.pdf out.pdf".to_owned()
        }
        DecryptionError::UnsupportedAlgorithm => "is encrypted in a way that is not read".to_owned(),
        DecryptionError::MissingIDEntry | DecryptionError::InvalidEncryption => {
            "is damaged: what its encryption needs is missing".to_owned()
        }
    }
}

/// The bytes with the reference to the table of objects hidden.
fn without_table(bytes: &[u8]) -> Vec<u8> {
    const REFERENCE: &[u8] = b"startxref";
    let mut hidden = bytes.to_vec();
    for at in memchr::memmem::find_iter(bytes, REFERENCE) {
        if let Some(reference) = hidden.get_mut(at..at + REFERENCE.len()) {
            reference.fill(b' ');
        }
    }
    hidden
}
