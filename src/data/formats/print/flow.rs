//! Makes a document of runs of text as a format with paragraphs gives them, in one pass and without recursion.

use super::regions::Regions;
use super::table::{Cell, Table};
use crate::data::documents::{Document, Kind, Line, Piece, Role};

/// Tables that are nested deeper flow into the cell around them.
const MAX_DEPTH: usize = 8;

/// A document while it is being read.
pub(in crate::data::formats) struct Flow {
    document: Document,
    /// The paragraph so far, with a line feed for each line break in it.
    text: String,
    role: Role,
    /// Notes that the paragraph refers to, which come after it.
    notes: Vec<String>,
    /// The tables that are open, the outermost first.
    tables: Vec<Table>,
    /// How many tables are open beyond those.
    too_deep: usize,
    page: u32,
    /// Whether pages ended inside the table that is open.
    is_page_due: bool,
    regions: Regions,
}

/// A paragraph that goes on after what is inside it, such as a box of text.
pub(in crate::data::formats) struct Suspended {
    text: String,
    role: Role,
    notes: Vec<String>,
}

impl Flow {
    pub(in crate::data::formats) fn new(kind: Kind) -> Self {
        Self {
            document: Document::new(kind),
            text: String::new(),
            role: Role::Paragraph,
            notes: Vec::new(),
            tables: Vec::new(),
            too_deep: 0,
            page: 1,
            is_page_due: false,
            regions: Regions::default(),
        }
    }

    /// What is known of the document apart from its print.
    pub(in crate::data::formats) fn about(&mut self) -> &mut Document {
        &mut self.document
    }

    /// Notes a doubt, once.
    pub(in crate::data::formats) fn doubt(&mut self, words: impl Into<String>) {
        let words = words.into();
        if !self.document.doubts.contains(&words) {
            self.document.doubts.push(words);
        }
    }

    /// Begins a paragraph with this role.
    pub(in crate::data::formats) fn begin(&mut self, role: Role) {
        self.end();
        self.role = role;
    }

    /// Adds words to the paragraph; a line feed is a blank.
    pub(in crate::data::formats) fn text(&mut self, words: &str) {
        if words.contains(['\n', '\u{ad}']) {
            self.text
                .extend(words.chars().filter(|c| *c != '\u{ad}').map(|c| if c == '\n' { ' ' } else { c }));
        } else {
            self.text.push_str(words);
        }
    }

    /// Makes a heading of the paragraph so far, and ends it.
    pub(in crate::data::formats) fn become_heading(&mut self, level: u8) {
        self.role = Role::Heading(level);
        self.end();
    }

    /// Ends the line, but not the paragraph.
    pub(in crate::data::formats) fn line_break(&mut self) {
        self.text.push('\n');
    }

    /// Adds a note that comes after the paragraph.
    pub(in crate::data::formats) fn note(&mut self, words: String) {
        self.notes.push(words);
    }

    /// The words of the paragraph so far.
    pub(in crate::data::formats) fn so_far(&self) -> &str {
        &self.text
    }

    /// Ends the paragraph, if one has begun.
    pub(in crate::data::formats) fn end(&mut self) {
        if self.text.is_empty() && self.notes.is_empty() {
            self.role = Role::Paragraph;
            return;
        }
        let (text, role) =
            (std::mem::take(&mut self.text), std::mem::replace(&mut self.role, Role::Paragraph));
        let lines: Vec<String> = text.split('\n').map(tidy).collect();
        let is_broken = lines.iter().filter(|line| !line.is_empty()).count() > 1;
        let role = if is_broken && role == Role::Paragraph { Role::Printed } else { role };
        for (i, line) in lines.into_iter().enumerate() {
            match line.is_empty() {
                true if i > 0 && is_broken => self.blank(),
                true => {}
                false => self.push(line, role),
            }
        }
        if is_broken {
            self.blank();
        }
        for note in std::mem::take(&mut self.notes) {
            self.push(tidy(&note), Role::Note);
        }
    }

    /// An empty line, unless there is one already.
    pub(in crate::data::formats) fn blank(&mut self) {
        let pieces = self.pieces();
        if !matches!(pieces.last(), None | Some(Piece::Blank)) {
            pieces.push(Piece::Blank);
        }
    }

    /// A new page begins; one after another without anything between them are one. A page that ends inside a table is
    /// noted after the table.
    pub(in crate::data::formats) fn page(&mut self) {
        self.end();
        if !self.tables.is_empty() {
            self.page = self.page.saturating_add(1);
            self.is_page_due = true;
        } else if !matches!(self.document.pieces.last(), None | Some(Piece::Page(_))) {
            self.page = self.page.saturating_add(1);
            self.add_page();
        }
    }

    fn add_page(&mut self) {
        self.document.pieces.push(Piece::Page(self.page));
        self.document.pages = Some(self.page);
    }

    /// Sets the paragraph aside.
    pub(in crate::data::formats) fn suspend(&mut self) -> Suspended {
        let (text, notes) = (std::mem::take(&mut self.text), std::mem::take(&mut self.notes));
        Suspended { text, notes, role: std::mem::replace(&mut self.role, Role::Paragraph) }
    }

    /// Goes on with a paragraph that was set aside.
    pub(in crate::data::formats) fn resume(&mut self, suspended: Suspended) {
        self.end();
        (self.text, self.role, self.notes) = (suspended.text, suspended.role, suspended.notes);
    }

    /// Gives the paragraph its role and what comes before its words, once they are known.
    pub(in crate::data::formats) fn settle(&mut self, role: Role, before: &str) {
        self.role = role;
        self.text.insert_str(0, before);
    }

    /// The row of the table that is open is none.
    pub(in crate::data::formats) fn drop_row(&mut self) {
        self.end();
        if let Some(table) = self.table_here() {
            table.drop_row();
        }
    }

    fn push(&mut self, text: String, role: Role) {
        if text.is_empty() {
            return;
        }
        self.pieces().push(Piece::Line(Line { text, role }));
    }

    /// Where the pieces go: into the document, or into the cell that is open.
    fn pieces(&mut self) -> &mut Vec<Piece> {
        match self.tables.last_mut() {
            Some(table) => table.pieces(),
            None => &mut self.document.pieces,
        }
    }

    /// A table begins; what is nested too deep is read as text.
    pub(in crate::data::formats) fn table(&mut self) {
        self.end();
        if self.tables.len() < MAX_DEPTH {
            self.tables.push(Table::default());
        } else {
            self.too_deep += 1;
        }
    }

    /// A row of the table begins.
    pub(in crate::data::formats) fn row(&mut self) {
        self.end();
        if let Some(table) = self.table_here() {
            table.row();
        }
    }

    /// A cell of the row begins.
    pub(in crate::data::formats) fn cell(&mut self, cell: Cell) {
        self.end();
        if let Some(table) = self.table_here() {
            table.cell(cell);
        }
    }

    /// The cell that is open is this one, now that more is known of it.
    pub(in crate::data::formats) fn change_cell(&mut self, cell: Cell) {
        if let Some(table) = self.table_here() {
            table.change_cell(cell);
        }
    }

    /// The row that is open belongs to the head of the table.
    pub(in crate::data::formats) fn head_row(&mut self) {
        if let Some(table) = self.table_here() {
            table.head_row();
        }
    }

    /// The rows so far are the head of the table.
    pub(in crate::data::formats) fn head(&mut self) {
        self.end();
        if let Some(table) = self.table_here() {
            table.head();
        }
    }

    fn table_here(&mut self) -> Option<&mut Table> {
        self.tables.last_mut().filter(|_| self.too_deep == 0)
    }

    /// Ends the table that was begun last.
    pub(in crate::data::formats) fn end_table(&mut self) {
        self.end();
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if let Some(table) = self.tables.pop() {
            let pieces = table.into_pieces();
            self.pieces().extend(pieces);
            if self.tables.is_empty() && std::mem::take(&mut self.is_page_due) {
                self.add_page();
            }
        }
    }

    /// What comes until [`Self::end_furniture`] is the furniture of a page, such as a menu.
    pub(in crate::data::formats) fn furniture(&mut self) {
        self.end();
        let (depth, at) = (self.tables.len(), self.pieces().len());
        self.regions.begin(depth, at);
    }

    /// Ends the furniture that was begun last.
    pub(in crate::data::formats) fn end_furniture(&mut self) {
        self.end();
        let (depth, at) = (self.tables.len(), self.pieces().len());
        if let Some(from) = self.regions.end(depth, at) {
            self.pieces().truncate(from);
        }
    }

    /// The document.
    pub(in crate::data::formats) fn finish(mut self) -> Document {
        self.end();
        self.too_deep = 0;
        while !self.tables.is_empty() {
            self.end_table();
        }
        self.regions.leave_out(&mut self.document.pieces);
        self.document
    }
}

/// Words with single blanks between them.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
