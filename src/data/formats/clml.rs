//! Crown Legislation Markup Language, in which legislation.gov.uk publishes acts and what the United Kingdom has agreed.

use super::print::{Cell, Flow};
use super::xml::{Element, Fault, Node, Reader};
use crate::data::documents::{Document, Kind, Role};
use std::borrow::Cow;

/// The namespace of the language.
pub(super) const NAMESPACE: &str = "http://www.legislation.gov.uk/namespaces/legislation";

/// What an element is for the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// It begins and ends a paragraph.
    Block,
    /// A part of the text whose headings have this level.
    Division(u8),
    /// The title of a division, or of the provisions that follow.
    Title,
    /// The number of a division.
    Number,
    /// The number of a provision.
    ProvisionNumber,
    /// A provision at this depth, 1 for a section or an article.
    Provision(u8),
    /// Provisions under one title.
    Group,
    Table,
    Head,
    Row,
    Cell,
    Note,
    Inline,
}

/// Reads a document after the start of its root.
pub(super) fn read(reader: &mut Reader<'_>) -> Result<Document, Fault> {
    let mut body = Body::new();
    while let Some(node) = reader.next()? {
        match node {
            Node::Open(element) if is_left_out(element.name()) => drop(reader.text_inside()?),
            Node::Open(element) if element.name() == "Metadata" => body.meta(reader)?,
            Node::Open(element) => body.open(&element),
            Node::Text(text) => body.text(&text),
            Node::Close => body.close(),
        }
    }
    body.settle();
    Ok(body.flow.finish())
}

/// Contents, remarks of editors and other versions are no part of the text.
fn is_left_out(name: &str) -> bool {
    matches!(
        name,
        "Contents"
            | "Commentaries"
            | "CommentaryRef"
            | "Versions"
            | "Resources"
            | "MarginNotes"
            | "ExplanatoryNotes"
            | "FootnoteRef"
    )
}

fn part(name: &str) -> Part {
    match name {
        "Text" | "Para" | "ListItem" | "IntroductoryText" | "EnactingText" | "LongTitle"
        | "DateOfEnactment" | "Recital" | "SignedSection" | "Signatory" | "Signee" | "PersonName"
        | "JobTitle" | "Department" | "DateSigned" | "DateText" | "Correction" | "AttestationText"
        | "UnorderedList" | "OrderedList" | "Reference" => Part::Block,
        "Part" | "EUPart" | "EUTitle" | "Schedule" | "EUAnnex" => Part::Division(2),
        "Chapter" | "EUChapter" => Part::Division(3),
        "Pblock" | "EUSection" | "Division" => Part::Division(4),
        "PsubBlock" | "EUSubsection" => Part::Division(5),
        "Title" | "Subtitle" => Part::Title,
        "Number" => Part::Number,
        "Pnumber" => Part::ProvisionNumber,
        "P1group" => Part::Group,
        "P1" => Part::Provision(1),
        "P2" => Part::Provision(2),
        "P3" | "P4" | "P5" | "P6" | "P7" => Part::Provision(3),
        "Tabular" | "table" => Part::Table,
        "thead" => Part::Head,
        "tr" => Part::Row,
        "td" | "th" => Part::Cell,
        "Footnote" => Part::Note,
        _ => Part::Inline,
    }
}

struct Body {
    flow: Flow,
    open: Vec<Part>,
    /// The level of the headings of the division that is open.
    level: u8,
    /// The title of the provision that follows.
    title: String,
    /// What comes before the words that follow: the number of a paragraph or a point.
    mark: String,
    /// What comes before and after the number that is open.
    signs: (String, String),
}

impl Body {
    fn new() -> Self {
        let (flow, open, signs) = (Flow::new(Kind::Clml), Vec::new(), Default::default());
        Self { flow, open, level: 1, title: String::new(), mark: String::new(), signs }
    }

    /// The title of the document is its first heading.
    fn meta(&mut self, reader: &mut Reader<'_>) -> Result<(), Fault> {
        reader.children(|element, reader| {
            let text = reader.text_inside()?.trim().to_owned();
            match element.name() {
                "title" if !text.is_empty() && self.flow.about().title.is_none() => {
                    self.flow.begin(Role::Heading(1));
                    self.flow.text(&text);
                    self.flow.end();
                    self.flow.about().title = Some(text);
                }
                "language" if !text.is_empty() => self.flow.about().language = Some(text),
                _ => {}
            }
            Ok(())
        })
    }

    fn open(&mut self, element: &Element<'_>) {
        let part = part(element.name());
        match part {
            Part::Division(level) => {
                self.settle();
                self.level = level;
            }
            Part::Title | Part::Number => {
                self.settle();
                self.flow.begin(Role::Heading(self.level));
            }
            Part::Provision(_) => self.flow.end(),
            Part::ProvisionNumber => {
                let is_first = self.depth() == Some(1);
                let usual = if is_first { ("", ".") } else { ("(", ")") };
                let sign =
                    |name, usual: &str| element.local(name).map_or_else(|| usual.to_owned(), Cow::into_owned);
                self.signs = (sign("PuncBefore", usual.0), sign("PuncAfter", usual.1));
            }
            Part::Block => self.begin(Role::Paragraph),
            Part::Note => self.begin(Role::Note),
            Part::Table => self.flow.table(),
            Part::Row => self.flow.row(),
            Part::Cell => {
                let span = |name| element.local(name).and_then(|span| span.parse().ok()).unwrap_or(1);
                self.flow.cell(Cell { columns: span("colspan"), rows: span("rowspan"), is_continued: false });
            }
            Part::Head | Part::Group | Part::Inline => {}
        }
        self.open.push(part);
    }

    fn depth(&self) -> Option<u8> {
        self.open.iter().rev().find_map(|part| match part {
            Part::Provision(depth) => Some(*depth),
            _ => None,
        })
    }

    /// Begins a paragraph, with the number that came before it.
    fn begin(&mut self, role: Role) {
        self.settle();
        let mark = std::mem::take(&mut self.mark);
        if mark.is_empty() {
            self.flow.begin(role);
        } else {
            self.flow.begin(Role::Item);
            self.flow.text(&format!("{mark} "));
        }
    }

    /// A title without a provision is a heading of its own.
    fn settle(&mut self) {
        self.flow.end();
        let title = std::mem::take(&mut self.title);
        if !title.is_empty() {
            self.flow.begin(Role::Heading(self.level.saturating_add(1)));
            self.flow.text(&title);
            self.flow.end();
        }
    }

    fn text(&mut self, text: &str) {
        match self.open.iter().rev().find(|part| **part != Part::Inline) {
            Some(Part::ProvisionNumber) => self.mark.push_str(text.trim()),
            Some(Part::Title) if self.is_in_group() => self.title.push_str(text),
            Some(Part::Title | Part::Number | Part::Block | Part::Note | Part::Cell) => self.flow.text(text),
            _ => {}
        }
    }

    /// Whether the title that is open is that of the provision that follows.
    fn is_in_group(&self) -> bool {
        self.open.iter().rev().skip_while(|part| **part == Part::Inline).nth(1) == Some(&Part::Group)
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Part::ProvisionNumber) => {
                let (before, after) = std::mem::take(&mut self.signs);
                // "Article 5" is written out.
                let is_number = !self.mark.contains(char::is_whitespace);
                if is_number {
                    self.mark = format!("{before}{}{after}", self.mark);
                }
                if self.depth() == Some(1) {
                    self.head();
                }
            }
            Some(Part::Table) => self.flow.end_table(),
            Some(Part::Head) => self.flow.head(),
            Some(Part::Title | Part::Number | Part::Block | Part::Note | Part::Provision(_))
                if self.title.is_empty() =>
            {
                self.flow.end();
            }
            _ => {}
        }
    }

    /// The heading of a section or an article: its number and its title.
    fn head(&mut self) {
        let (number, title) = (std::mem::take(&mut self.mark), std::mem::take(&mut self.title));
        self.flow.begin(Role::Heading(self.level.saturating_add(1)));
        if number.contains(char::is_whitespace) {
            self.flow.text(&number);
            self.flow.begin(Role::Heading(self.level.saturating_add(1)));
            self.flow.text(&title);
        } else {
            self.flow.text(&format!("{number} {title}"));
        }
        self.flow.end();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::formats::print::outline;

    #[test]
    fn an_act_has_its_headings_and_numbers() {
        let text = "<Legislation xmlns='http://www.legislation.gov.uk/namespaces/legislation'>\
            <Metadata><title>Treaties Act</title><language>en</language></Metadata><Contents><Title>Contents</Title></Contents>\
            <Body><Part><Number>Part I</Number><Title>General</Title><P1group><Title>Overview<CommentaryRef/></Title>\
            <P1><Pnumber>1</Pnumber><P1para><P2><Pnumber>1</Pnumber><P2para><Text>A <Emphasis>treaty</Emphasis>&nbsp;is—</Text>\
            <P3><Pnumber>a</Pnumber><P3para><Text>written;</Text></P3para></P3></P2para></P2></P1para></P1></P1group></Part>\
            <P1group><Title>Scope</Title><P1><Pnumber>Article 2</Pnumber><P1para><Text>Words.</Text></P1para></P1></P1group></Body>\
            <Schedule><Number>Schedule 1</Number><TitleBlock><Title>Parties</Title></TitleBlock></Schedule></Legislation>";
        let mut reader = Reader::new(text).unwrap();
        reader.root().unwrap();
        let document = read(&mut reader).unwrap();
        assert_eq!(
            outline(&document),
            "#1 Treaties Act\n#2 Part I\n#2 General\n#3 1. Overview\n- (1) A treaty is—\n- (a) written;\n#3 Article 2\n\
             #3 Scope\n¶Words.\n#2 Schedule 1\n#2 Parties"
        );
        assert_eq!(document.language.as_deref(), Some("en"));
    }
}
