//! The text of a document, paragraph by paragraph.

use super::lists::Lists;
use super::styles::Styles;
use crate::data::documents::{Document, Role};
use crate::data::formats::print::{Cell, Flow, Suspended};
use crate::data::formats::xml::{Element, Node, Reader};

/// A document while its content is read.
pub(super) struct Body {
    flow: Flow,
    styles: Styles,
    lists: Lists,
    open: Vec<Part>,
    /// Paragraphs around a box of text or a note.
    around: Vec<Suspended>,
    role: Role,
    is_page_due: bool,
    note: Note,
}

/// The note that is open.
#[derive(Default)]
struct Note {
    mark: String,
    words: String,
}

/// An element as far as its end means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Text,
    Paragraph,
    List,
    Box,
    Table,
    Heads,
    Citation,
    NoteBody,
    Note,
    Other,
}

impl Body {
    pub(super) fn new(flow: Flow, styles: Styles) -> Self {
        let (open, around) = (Vec::new(), Vec::new());
        let (role, is_page_due) = (Role::Paragraph, false);
        Self { flow, styles, lists: Lists::default(), open, around, role, is_page_due, note: Note::default() }
    }

    /// Reads the content; what comes after damage is missing, with a doubt.
    pub(super) fn read(mut self, content: &str) -> Document {
        let mut reader = Reader::unchecked(content);
        loop {
            match reader.next() {
                Ok(Some(Node::Open(element))) => {
                    if is_removed(&element) {
                        let _ = reader.text_inside();
                    } else {
                        let part = self.open(&element);
                        self.open.push(part);
                    }
                }
                Ok(Some(Node::Close)) => {
                    let part = self.open.pop();
                    self.close(part.unwrap_or(Part::Other));
                }
                Ok(Some(Node::Text(text))) => self.text(&text),
                Ok(None) => break,
                Err(_) => {
                    self.flow.doubt("its main part is damaged; text may be missing");
                    break;
                }
            }
        }
        self.flow.finish()
    }

    fn is_inside(&self, part: Part) -> bool {
        self.open.contains(&part)
    }

    fn open(&mut self, element: &Element<'_>) -> Part {
        if !self.is_inside(Part::Text) {
            return if element.name() == "text" { Part::Text } else { Part::Other };
        }
        let number = |name: &str| element.local(name).and_then(|value| value.parse::<usize>().ok());
        match element.name() {
            name @ ("p" | "h") => {
                if self.is_inside(Part::NoteBody) {
                    self.note.words.push(' ');
                    return Part::Other;
                }
                self.begin(
                    element,
                    if name == "h" { Some(number("outline-level").unwrap_or(1)) } else { None },
                );
                Part::Paragraph
            }
            "list" => {
                self.flow.end();
                self.lists.begin(element);
                Part::List
            }
            "list-item" => {
                self.lists.item(&self.styles, element);
                Part::Other
            }
            "s" => {
                self.text(" ");
                Part::Other
            }
            "tab" => {
                self.text(" ");
                Part::Other
            }
            "line-break" => {
                self.flow.line_break();
                Part::Other
            }
            "soft-page-break" => {
                if self.flow.so_far().trim().is_empty() {
                    self.flow.page();
                } else {
                    self.is_page_due = true;
                }
                Part::Other
            }
            "text-box" => {
                self.around.push(self.flow.suspend());
                Part::Box
            }
            "table" => {
                self.flow.table();
                Part::Table
            }
            "table-header-rows" => Part::Heads,
            "table-row" => {
                self.flow.row();
                Part::Other
            }
            "table-cell" => {
                let span = |name| number(name).unwrap_or(1);
                let (columns, rows) = (span("number-columns-spanned"), span("number-rows-spanned"));
                self.flow.cell(Cell { columns, rows, is_continued: false });
                Part::Other
            }
            "note" => Part::Note,
            "note-citation" => Part::Citation,
            "note-body" => Part::NoteBody,
            _ => Part::Other,
        }
    }

    /// A paragraph or a heading begins, with its number.
    fn begin(&mut self, element: &Element<'_>, level: Option<usize>) {
        self.flow.end();
        if element.local("style-name").is_some_and(|style| self.styles.begins_page(&style)) {
            self.flow.page();
        }
        let in_list = self.lists.number(&self.styles);
        let is_item = in_list.as_ref().is_some_and(|(number, is_bullet)| {
            *is_bullet || !number.is_empty() && number.chars().filter(|c| c.is_alphabetic()).count() < 5
        });
        let number = match (in_list, level) {
            (Some((number, _)), _) => number,
            (None, Some(level)) => self.lists.heading(&self.styles, level),
            (None, None) => String::new(),
        };
        self.role = match level {
            Some(level) => Role::Heading(u8::try_from(level).unwrap_or(9)),
            None if is_item => Role::Item,
            None => Role::Paragraph,
        };
        self.flow.begin(self.role);
        if !number.is_empty() {
            self.flow.text(&format!("{number} "));
        }
    }

    fn close(&mut self, part: Part) {
        match part {
            Part::Paragraph => {
                self.flow.end();
                if std::mem::take(&mut self.is_page_due) {
                    self.flow.page();
                }
            }
            Part::List => {
                self.flow.end();
                self.lists.end();
            }
            Part::Box => {
                if let Some(suspended) = self.around.pop() {
                    self.flow.resume(suspended);
                }
            }
            Part::Table => self.flow.end_table(),
            Part::Heads => self.flow.head(),
            Part::Citation => self.flow.text(&self.note.mark),
            Part::Note => {
                let note = std::mem::take(&mut self.note);
                self.flow.note(format!("{} {}", note.mark, note.words));
            }
            Part::Text | Part::NoteBody | Part::Other => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_inside(Part::NoteBody) {
            self.note.words.push_str(text);
        } else if self.open.last() == Some(&Part::Citation) {
            self.note.mark = format!("[{}]", text.trim());
        } else if self.is_inside(Part::Paragraph) {
            self.flow.text(text);
        }
    }
}

/// Whether an element holds what is not printed in the text.
fn is_removed(element: &Element<'_>) -> bool {
    match element.name() {
        "tracked-changes" | "annotation" | "ruby-text" | "forms" | "covered-table-cell" | "settings"
        | "title" | "desc" => true,
        "section" => element.local("display").as_deref() == Some("none"),
        _ => false,
    }
}
