//! The text of a document, paragraph by paragraph.

use super::notes::Notes;
use super::numbering::{Number, Numbering};
use super::runs::{is_removed, raised, symbol, words};
use super::styles::Styles;
use crate::data::documents::{Document, Role};
use crate::data::formats::print::{Cell, Flow, Numerals, Suspended};
use crate::data::formats::xml::{Element, Node, Reader};
use std::borrow::Cow;

/// A document while its main part is read.
pub(super) struct Body {
    flow: Flow,
    styles: Styles,
    numbering: Numbering,
    footnotes: Notes,
    endnotes: Notes,
    /// How many footnotes and endnotes have been referred to.
    counted: (u32, u32),
    paragraph: Paragraph,
    /// Paragraphs around a box of text.
    around: Vec<(Suspended, Paragraph)>,
    cell: Cell,
    /// The elements that are open.
    open: Vec<Part>,
    /// Whether the text of the run is hidden, or raised.
    is_hidden: bool,
    is_raised: bool,
    is_row_removed: bool,
}

/// What is known of a paragraph before its words.
#[derive(Default)]
struct Paragraph {
    style: Option<String>,
    number: Option<String>,
    level: Option<usize>,
    outline: Option<u8>,
    /// Whether it goes on in the next paragraph, as its end was deleted.
    is_open: bool,
    is_page_due: bool,
}

/// An element as far as its end means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Paragraph,
    ParagraphProperties,
    RowProperties,
    Run,
    Table,
    Row,
    Box,
    Other,
}

impl Body {
    pub(super) fn new(
        flow: Flow,
        styles: Styles,
        numbering: Numbering,
        footnotes: Notes,
        endnotes: Notes,
    ) -> Self {
        Self {
            flow,
            styles,
            numbering,
            footnotes,
            endnotes,
            counted: (0, 0),
            paragraph: Paragraph::default(),
            around: Vec::new(),
            cell: Cell::default(),
            open: Vec::new(),
            is_hidden: false,
            is_raised: false,
            is_row_removed: false,
        }
    }

    /// Reads the main part; what comes after damage is missing, with a doubt.
    pub(super) fn read(mut self, part: &str) -> Document {
        let mut reader = Reader::unchecked(part);
        loop {
            match reader.next() {
                Ok(Some(Node::Open(element))) => {
                    if is_removed(element.name()) || self.is_deletion(&element) {
                        let _ = reader.skip(&element);
                    } else if element.name() == "t" {
                        self.text(&reader.text_inside().unwrap_or_default());
                    } else {
                        let part = self.open(&element);
                        self.open.push(part);
                    }
                }
                Ok(Some(Node::Close)) => {
                    let part = self.open.pop();
                    self.close(part.unwrap_or(Part::Other));
                }
                Ok(Some(Node::Text(_))) => {}
                Ok(None) => break,
                Err(_) => {
                    self.flow.doubt("its main part is damaged; text may be missing");
                    break;
                }
            }
        }
        self.end_paragraph();
        self.flow.finish()
    }

    fn is_inside(&self, part: Part) -> bool {
        self.open.contains(&part)
    }

    /// Whether an element holds deleted text. Inside properties it says that a paragraph's end or a row is deleted.
    fn is_deletion(&mut self, element: &Element<'_>) -> bool {
        if element.name() != "del" {
            return false;
        }
        if self.open.iter().rev().take(2).any(|part| *part == Part::ParagraphProperties) {
            self.paragraph.is_open = true;
        } else if self.open.last() == Some(&Part::RowProperties) {
            self.is_row_removed = true;
        }
        true
    }

    fn open(&mut self, element: &Element<'_>) -> Part {
        let value = || element.local("val");
        let is_on = || !matches!(element.local("val").as_deref(), Some("0" | "false"));
        match element.name() {
            "p" => {
                if !std::mem::take(&mut self.paragraph.is_open) {
                    self.end_paragraph();
                }
                self.paragraph = Paragraph::default();
                return Part::Paragraph;
            }
            "pPr" => return Part::ParagraphProperties,
            "pStyle" => self.paragraph.style = value().map(Cow::into_owned),
            "numId" => self.paragraph.number = value().map(Cow::into_owned),
            "ilvl" => self.paragraph.level = value().and_then(|level| level.parse().ok()),
            "outlineLvl" => self.paragraph.outline = value().and_then(|level| level.parse().ok()),
            "pageBreakBefore" if is_on() => self.flow.page(),
            "r" => {
                (self.is_hidden, self.is_raised) = (false, false);
                return Part::Run;
            }
            "vanish" if self.open.last() != Some(&Part::ParagraphProperties) && is_on() => {
                self.is_hidden = self.is_inside(Part::Run);
            }
            "vertAlign" => self.is_raised = value().as_deref() == Some("superscript"),
            "br" if element.local("type").as_deref() == Some("page") => self.page(),
            "lastRenderedPageBreak" => self.page(),
            "br" | "cr" => self.flow.line_break(),
            "sym" => {
                let sign = element.local("char").and_then(|code| symbol(&code));
                self.text(sign.map(String::from).as_deref().unwrap_or_default());
            }
            "footnoteReference" | "endnoteReference" => self.note(element),
            "tbl" => {
                self.end_paragraph();
                self.flow.table();
                return Part::Table;
            }
            "tr" => {
                self.is_row_removed = false;
                self.flow.row();
                return Part::Row;
            }
            "trPr" => return Part::RowProperties,
            "tblHeader" if is_on() => self.flow.head_row(),
            "tc" => {
                self.cell = Cell::default();
                self.flow.cell(self.cell);
            }
            "gridSpan" => {
                self.cell.columns = value().and_then(|span| span.parse().ok()).unwrap_or(1);
                self.flow.change_cell(self.cell);
            }
            "vMerge" => {
                self.cell.is_continued = value().as_deref() != Some("restart");
                self.flow.change_cell(self.cell);
            }
            "txbxContent" => {
                let paragraph = std::mem::take(&mut self.paragraph);
                self.around.push((self.flow.suspend(), paragraph));
                return Part::Box;
            }
            "altChunk" => self.flow.doubt("it embeds another document, which is not read"),
            name if !self.is_inside(Part::ParagraphProperties) => {
                if let Some(words) = words(name) {
                    self.text(words);
                }
            }
            _ => {}
        }
        Part::Other
    }

    fn close(&mut self, part: Part) {
        match part {
            Part::Paragraph if !self.paragraph.is_open => self.end_paragraph(),
            Part::Table => self.flow.end_table(),
            Part::Row if self.is_row_removed => {
                self.is_row_removed = false;
                self.flow.drop_row();
            }
            Part::Box => {
                self.end_paragraph();
                if let Some((suspended, paragraph)) = self.around.pop() {
                    self.flow.resume(suspended);
                    self.paragraph = paragraph;
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_hidden {
            return;
        }
        match self.is_raised && text.bytes().all(|byte| byte.is_ascii_digit()) {
            true => self.flow.text(&raised(text)),
            false => self.flow.text(text),
        }
    }

    /// A page ends here: before the paragraph if it has no words yet, or else after it.
    fn page(&mut self) {
        if self.flow.so_far().trim().is_empty() {
            self.flow.page();
        } else {
            self.paragraph.is_page_due = true;
        }
    }

    /// Marks are counted, as they are not in the file.
    fn note(&mut self, element: &Element<'_>) {
        let id = element.local("id").unwrap_or_default();
        let (notes, mark) = match element.name() {
            "footnoteReference" => {
                self.counted.0 += 1;
                (&self.footnotes, raised(&self.counted.0.to_string()))
            }
            _ => {
                self.counted.1 += 1;
                (&self.endnotes, format!("[{}]", Numerals::LowerRoman.write(self.counted.1)))
            }
        };
        let Some(words) = notes.words(&id) else { return };
        let note = format!("{mark} {words}");
        // An own mark follows as text.
        if element.local("customMarkFollows").is_none() {
            self.flow.text(&mark);
        }
        self.flow.note(note);
    }

    /// Ends the paragraph with its number and its role, which its style may give.
    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let number = self.number(&paragraph);
        let is_empty = self.flow.so_far().trim().is_empty();
        let number = number.filter(|number| !is_empty || !number.is_bullet).unwrap_or_default();
        let style = paragraph.style.as_deref();
        if style.is_some_and(|style| self.styles.is_aside(style)) {
            self.flow.suspend();
            return;
        }
        let heading = match paragraph.outline {
            Some(outline) => Some(outline + 1).filter(|level| *level < 10),
            None => style.and_then(|style| self.styles.heading(style)),
        };
        let role = match heading {
            Some(level) => Role::Heading(level),
            None if number.is_point && !number.text.is_empty() => Role::Item,
            None => Role::Paragraph,
        };
        if !is_empty || !number.text.is_empty() {
            let before = if number.text.is_empty() { String::new() } else { format!("{} ", number.text) };
            self.flow.settle(role, &before);
        }
        self.flow.end();
        if paragraph.is_page_due {
            self.flow.page();
        }
    }

    fn number(&mut self, paragraph: &Paragraph) -> Option<Number> {
        let style = paragraph.style.as_deref();
        let of_style = style.and_then(|style| self.styles.number(style));
        let (number, level) = match (&paragraph.number, of_style) {
            (Some(number), _) => (number.clone(), paragraph.level),
            (None, Some((number, level))) => {
                let linked = style.and_then(|style| self.numbering.level_of_style(number, style));
                (number.to_owned(), paragraph.level.or(linked).or(level))
            }
            (None, None) => return None,
        };
        if number == "0" { None } else { self.numbering.next(&number, level.unwrap_or(0)) }
    }
}
