//! The file: an archive of parts.

use super::paragraph::{Paragraph, characters};
use crate::data::{WORD_AGREEMENT, WORD_PAGES};
use crate::model::Date;
use std::collections::HashMap;
use std::io::{self, Write};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const STYLES: &str = include_str!("styles.xml");
const NUMBERING: &str = include_str!("numbering.xml");
const CONTENT_TYPES: &str = include_str!("content-types.xml");
const RELATIONS: &str = include_str!("relations.xml");
const FOOTER: &str = include_str!("footer.xml");
const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What the document is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Made {
    /// One agreement with its clauses, which can be opened again as an agreement.
    Agreement,
    /// Pages about agreements, which are no agreement.
    Pages,
}

/// How a page lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Shape {
    Upright,
    /// For wide tables.
    Landscape,
}

/// What is known of the whole document.
pub(in crate::report) struct About<'a> {
    pub(in crate::report) title: &'a str,
    /// The code of its language.
    pub(in crate::report) language: &'a str,
    /// When what it says was known; no clock is asked.
    pub(in crate::report) as_of: Option<Date>,
    pub(in crate::report) made: Made,
    pub(in crate::report) shape: Shape,
}

/// A document while it is written.
pub(in crate::report) struct Docx<'a> {
    zip: ZipWriter<StreamWriter<&'a mut dyn Write>>,
    shape: Shape,
    /// Places outside, each with its id.
    web: HashMap<String, String>,
    /// The relations of those, as XML.
    relations: String,
}

impl<'a> Docx<'a> {
    /// Begins a document.
    ///
    /// # Errors
    /// What the writer returns.
    pub(in crate::report) fn begin(about: &About<'_>, out: &'a mut dyn Write) -> io::Result<Self> {
        let mut own = Self {
            zip: ZipWriter::new_stream(out),
            shape: about.shape,
            web: HashMap::new(),
            relations: String::new(),
        };
        let language = characters(about.language);
        own.part("[Content_Types].xml", CONTENT_TYPES)?;
        own.part("_rels/.rels", RELATIONS)?;
        own.part("docProps/core.xml", &core(about))?;
        own.part("docProps/app.xml", &application(about.made))?;
        own.part("word/styles.xml", &STYLES.replace("{language}", &language))?;
        own.part("word/numbering.xml", NUMBERING)?;
        own.part("word/footer1.xml", &FOOTER.replace("{title}", &characters(about.title)))?;
        own.start("word/document.xml")?;
        own.write(&format!("{DECLARATION}<w:document {NAMESPACES}><w:body>"))?;
        Ok(own)
    }

    /// Writes a paragraph.
    ///
    /// # Errors
    /// What the writer returns.
    pub(in crate::report) fn paragraph(&mut self, paragraph: &Paragraph) -> io::Result<()> {
        self.write(&paragraph.xml())
    }

    /// The id of a web address, by which [`Paragraph::web_link`] leads to it.
    pub(in crate::report) fn web(&mut self, url: &str) -> String {
        if let Some(known) = self.web.get(url) {
            return known.clone();
        }
        let id = format!("web{}", self.web.len() + 1);
        self.relations.push_str(&format!(
            "<Relationship Id=\"{id}\" Type=\"{RELATION}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            characters(url)
        ));
        self.web.insert(url.to_owned(), id.clone());
        id
    }

    /// The width of a line in twentieths of a point.
    pub(super) fn width(&self) -> usize {
        match self.shape {
            Shape::Upright => 9638,
            Shape::Landscape => 14_570,
        }
    }

    pub(super) fn write(&mut self, xml: &str) -> io::Result<()> {
        self.zip.write_all(xml.as_bytes())
    }

    /// Ends the document.
    ///
    /// # Errors
    /// What the writer returns.
    pub(in crate::report) fn finish(mut self) -> io::Result<()> {
        // A4 with margins of two centimetres.
        let size = match self.shape {
            Shape::Upright => "w:w=\"11906\" w:h=\"16838\"",
            Shape::Landscape => "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"",
        };
        self.write(&format!(
            "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/><w:pgSz {size}/>\
             <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" \
             w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
        ))?;
        let beside =
            [("styles", "styles"), ("numbering", "numbering"), ("footer", "footer1")].map(|(kind, file)| {
                format!("<Relationship Id=\"{kind}\" Type=\"{RELATION}/{kind}\" Target=\"{file}.xml\"/>")
            });
        let relations = format!(
            "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}{}\
             </Relationships>",
            beside.concat(),
            self.relations
        );
        self.part("word/_rels/document.xml.rels", &relations)?;
        self.zip.finish().map_err(io::Error::other)?;
        Ok(())
    }

    fn part(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.start(name)?;
        self.write(text)
    }

    fn start(&mut self, name: &str) -> io::Result<()> {
        // The time in the archive is always the same.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(zip::DateTime::default());
        self.zip.start_file(name, options).map_err(io::Error::other)
    }
}

/// The properties of the document.
fn core(about: &About<'_>) -> String {
    let day = about.as_of.map(|date| date.begins());
    let made = day.map(|day| format!("{:04}-{:02}-{:02}T00:00:00Z", day.year, day.month, day.day));
    let made = made.map(|time| {
        format!(
            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{time}</dcterms:created>\
                 <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{time}</dcterms:modified>"
        )
    });
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>accords</dc:creator>\
         <dc:language>{}</dc:language>{}</cp:coreProperties>",
        characters(about.title),
        characters(about.language),
        made.unwrap_or_default()
    )
}

/// What made the document.
fn application(made: Made) -> String {
    let name = match made {
        Made::Agreement => WORD_AGREEMENT,
        Made::Pages => WORD_PAGES,
    };
    format!(
        "{DECLARATION}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         {name}</Properties>"
    )
}
