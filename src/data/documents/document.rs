//! A document as its reader hands it to the cutter: what is printed, in reading order, before anyone knows where an
//! article begins.

use serde::{Deserialize, Serialize};

/// The kinds of files that are read as documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Plain text in any encoding.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A Word document (`.docx`).
    Word,
    /// An OpenDocument text (`.odt`).
    OpenDocument,
    /// A PDF.
    Pdf,
    /// Crown Legislation Markup Language, of legislation.gov.uk.
    Clml,
    /// Formex, of EUR-Lex.
    Formex,
}

impl Kind {
    /// What readers call it: `read from PDF`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Word => "Word",
            Self::OpenDocument => "OpenDocument",
            Self::Pdf => "PDF",
            Self::Clml => "CLML",
            Self::Formex => "Formex",
        }
    }
}

/// What a line is, as far as the file itself says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// A line as it is printed: a sentence may go on in the next one, until a [`Piece::Blank`].
    Printed,
    /// A whole paragraph.
    Paragraph,
    /// A heading of this level, from 1.
    Heading(u8),
    /// An item of a list; its mark or number is part of its text.
    Item,
    /// A foot- or endnote; its mark is part of its text.
    Note,
}

/// One line, paragraph or heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its text, with automatic numbers written out; tabs and line ends inside are blanks.
    pub text: String,
    /// What it is.
    pub role: Role,
}

/// A piece of a document, in reading order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Piece {
    /// A line, paragraph or heading.
    Line(Line),
    /// An empty line, or a gap as wide as one.
    Blank,
    /// A page begins; pages are counted from 1.
    Page(u32),
    /// A table, in the written form of tables in texts.
    Table(String),
}

/// Everything that a file prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What kind of file it was.
    pub kind: Kind,
    /// The title in the properties of the file; often wrong or of a template, so only a hint.
    pub title: Option<String>,
    /// The language that the file declares, as a code; only a hint.
    pub language: Option<String>,
    /// What is printed.
    pub pieces: Vec<Piece>,
    /// How many pages it has, if it has pages.
    pub pages: Option<u32>,
    /// What was not read or is in doubt, a sentence each, for the warnings of the file.
    pub doubts: Vec<String>,
}

impl Document {
    /// One of this kind with nothing in it yet.
    pub fn new(kind: Kind) -> Self {
        Self { kind, title: None, language: None, pieces: Vec::new(), pages: None, doubts: Vec::new() }
    }

    /// Adds a line, unless it is empty.
    pub fn line(&mut self, role: Role, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.pieces.push(Piece::Line(Line { text, role }));
        }
    }
}
