//! Formex, in which the Publications Office of the European Union keeps the Official Journal, with the agreements in it.

use super::print::{Cell, Flow};
use super::xml::{Element, Fault, Node, Reader};
use crate::data::documents::{Document, Kind, Role};

/// The roots of documents.
pub(super) const ROOTS: &[&str] = &[
    "ACT",
    "AGR",
    "ANNEX",
    "CONS.ACT",
    "CONS.DOC",
    "CONS.ANNEX",
    "CORR",
    "GENERAL",
    "LETTER",
    "OTH.PUB",
    "PROT",
    "FINAL.ACT",
];

/// What an element is for the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// It begins and ends a paragraph.
    Block,
    /// A heading.
    Title,
    /// A part of the text, whose headings are one level deeper.
    Division,
    /// The number of a paragraph or a point.
    Number,
    Item,
    Note,
    Table,
    Row,
    Cell,
    Raised,
    Inline,
}

/// Reads a document after the start of its root.
pub(super) fn read(reader: &mut Reader<'_>) -> Result<Document, Fault> {
    let mut body = Body::new();
    while let Some(node) = reader.next()? {
        match node {
            Node::Open(element) if is_left_out(element.name()) => {
                if let Some(language) = language(reader)? {
                    body.flow.about().language = Some(language);
                }
            }
            Node::Open(element) => body.open(&element),
            Node::Text(text) => body.text(&text),
            Node::Close => body.close(),
        }
    }
    Ok(body.flow.finish())
}

/// What is about the publication, contents, and pictures.
fn is_left_out(name: &str) -> bool {
    matches!(
        name,
        "BIB.INSTANCE"
            | "BIB.DOC"
            | "TOC"
            | "INFO.CONSLEG"
            | "INFO.PROD"
            | "FAM.COMP"
            | "FAM.COMP.CL"
            | "INCL.ELEMENT"
    )
}

/// Reads to the end of an element that is left out; returns the language that it names.
fn language(reader: &mut Reader<'_>) -> Result<Option<String>, Fault> {
    let (mut depth, mut found, mut is_named) = (1, None, false);
    while depth > 0 {
        match reader.next()? {
            None => break,
            Some(Node::Open(element)) => {
                depth += 1;
                is_named = matches!(element.name(), "LG.DOC" | "LG.OJ");
            }
            Some(Node::Text(text)) if is_named && !text.trim().is_empty() => {
                found.get_or_insert(text.trim().to_lowercase());
            }
            Some(Node::Text(_)) => {}
            Some(Node::Close) => depth -= 1,
        }
    }
    Ok(found)
}

fn part(name: &str) -> Part {
    match name {
        "P" | "ALINEA" | "VISA" | "CONSID" | "PREAMBLE.INIT" | "PREAMBLE.FINAL" | "PL.DATE" | "SIGNATORY"
        | "TXT" | "DEFINITION" | "TERM" | "LIB.REF" | "NO.DOC" | "INTRO" | "DLIST.ITEM" => Part::Block,
        "TI" | "STI" | "TI.ART" | "STI.ART" | "NO.GR.SEQ" | "TI.CJT" | "TI.BLK" | "TI.TBL" => Part::Title,
        "DIVISION" | "ENACTING.TERMS" | "GR.SEQ" | "ARTICLE" | "ANNEX" | "CONS.ANNEX" => Part::Division,
        "NO.P" | "NO.PARAG" => Part::Number,
        "ITEM" | "NP" => Part::Item,
        "NOTE" => Part::Note,
        "TBL" => Part::Table,
        "ROW" => Part::Row,
        "CELL" => Part::Cell,
        _ => Part::Inline,
    }
}

struct Body {
    flow: Flow,
    open: Vec<Part>,
    /// Whether the paragraph that is open is only its number.
    is_number: bool,
    /// Notes that are open, with their words.
    notes: Vec<String>,
    counted: u32,
}

impl Body {
    fn new() -> Self {
        Self {
            flow: Flow::new(Kind::Formex),
            open: Vec::new(),
            is_number: false,
            notes: Vec::new(),
            counted: 0,
        }
    }

    fn level(&self) -> u8 {
        let depth = self.open.iter().filter(|part| **part == Part::Division).count();
        u8::try_from(depth.min(8)).unwrap_or(8) + 1
    }

    /// Ends the paragraph, unless it is only the number of what follows.
    fn end(&mut self) {
        if !self.is_number {
            self.flow.end();
        }
    }

    fn open(&mut self, element: &Element<'_>) {
        let mut part = part(element.name());
        if part == Part::Inline && element.local("TYPE").as_deref() == Some("SUP") {
            part = Part::Raised;
        }
        if !self.notes.is_empty() {
            self.notes.iter_mut().for_each(|note| note.push(' '));
            return self.open.push(if part == Part::Note { Part::Note } else { Part::Inline });
        }
        match part {
            Part::Block if self.open.contains(&Part::Title) => self.flow.begin(Role::Heading(self.level())),
            Part::Block => self.end(),
            Part::Title => {
                self.is_number = false;
                self.flow.begin(Role::Heading(self.level()));
            }
            Part::Division | Part::Item => {
                self.is_number = false;
                self.flow.end();
            }
            Part::Number => {
                self.flow.begin(Role::Item);
                self.is_number = true;
            }
            Part::Note => {
                self.counted += 1;
                self.flow.text(&format!("[{}]", self.counted));
                self.notes.push(format!("[{}]", self.counted));
            }
            Part::Table => {
                self.is_number = false;
                self.flow.table();
            }
            Part::Row => self.flow.row(),
            Part::Cell => {
                let span = |name| element.local(name).and_then(|span| span.parse().ok()).unwrap_or(1);
                self.flow.cell(Cell { columns: span("COLSPAN"), rows: span("ROWSPAN"), is_continued: false });
            }
            Part::Raised | Part::Inline => self.quoted(element.name()),
        }
        self.open.push(part);
    }

    fn quoted(&mut self, name: &str) {
        match name {
            "QUOT.START" => self.flow.text("‘"),
            "QUOT.END" => self.flow.text("’"),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(note) = self.notes.last_mut() {
            return note.push_str(text);
        }
        if !text.trim().is_empty() && self.open.last() != Some(&Part::Number) {
            self.is_number = false;
        }
        self.flow.text(text);
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Part::Number) => self.flow.text(" "),
            Some(Part::Note) => {
                if let Some(note) = self.notes.pop() {
                    self.flow.note(note);
                }
            }
            Some(Part::Table) => self.flow.end_table(),
            Some(Part::Block) => self.end(),
            Some(Part::Title) => self.flow.end(),
            Some(Part::Division | Part::Item) => {
                self.is_number = false;
                self.flow.end();
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::formats::print::outline;

    #[test]
    fn an_agreement_has_its_headings_and_numbers() {
        let text = "<AGR><BIB.INSTANCE><LG.DOC>EN</LG.DOC><YEAR>2020</YEAR></BIB.INSTANCE>\
            <TITLE><TI><P><HT TYPE='UC'>Agreement</HT> between A and B</P></TI></TITLE><PREAMBLE><PREAMBLE.INIT><P>THE PARTIES,</P>\
            </PREAMBLE.INIT><GR.VISA><VISA>Having regard to<NOTE NOTE.ID='E1'><P>OJ L 1, p. 1.</P></NOTE> peace,</VISA></GR.VISA>\
            </PREAMBLE><ENACTING.TERMS><DIVISION><TITLE><TI><P>TITLE I</P></TI><STI><P>GENERAL</P></STI></TITLE>\
            <ARTICLE IDENTIFIER='001'><TI.ART>Article 1</TI.ART><STI.ART><P>Scope</P></STI.ART>\
            <PARAG><NO.PARAG>1.</NO.PARAG><ALINEA><P>It covers <QUOT.START/>goods<QUOT.END/>:</P><LIST TYPE='alpha'><ITEM><NP>\
            <NO.P>(a)</NO.P><TXT>rice;</TXT></NP></ITEM></LIST></ALINEA></PARAG><ALINEA>Last.</ALINEA></ARTICLE></DIVISION>\
            </ENACTING.TERMS><TBL><CORPUS><ROW><CELL COL='1'>a</CELL><CELL COL='2'>b</CELL></ROW><ROW><CELL>c</CELL><CELL>d</CELL>\
            </ROW></CORPUS></TBL></AGR>";
        let mut reader = Reader::new(text).unwrap();
        reader.root().unwrap();
        let document = read(&mut reader).unwrap();
        assert_eq!(
            outline(&document),
            "#1 Agreement between A and B\n¶THE PARTIES,\n¶Having regard to[1] peace,\nnote [1] OJ L 1, p. 1.\n#3 TITLE I\n\
             #3 GENERAL\n#4 Article 1\n#4 Scope\n- 1. It covers ‘goods’:\n- (a) rice;\n¶Last.\n| --- | --- |\n| a | b |\n| c | d |"
        );
        assert_eq!(document.language.as_deref(), Some("en"));
    }
}
