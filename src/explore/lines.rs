//! Text laid out in lines of a width: what stands where, and what each stretch of it is for. Themes decide how a role
//! looks; nothing here knows a colour.

/// What something on the screen is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Facts.
    Text,
    /// Titles, agreements with text on record.
    Strong,
    /// Dates, labels, counts, hints, details of sources.
    Quiet,
    /// Lines, empty cells, a faded backdrop.
    Rule,
    /// The focused heading and its rule, the cursor line, the prompt, the edge of an overlay.
    Focus,
    /// Keys, the quote bar, the mark of what is linked.
    Key,
    /// Letters of links.
    Link,
    /// The selected row or cell.
    Select,
    /// Letters that matched.
    Match,
    /// Bars and shades.
    Bar,
    /// The span in which both are in.
    Shared,
    /// Where sources disagree.
    Dispute,
    /// What is not known.
    Unknown,
    /// Words that differ in a comparison.
    Differ,
}

/// A piece of a line.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its column, from the left edge of the text.
    pub x: usize,
    /// Its text.
    pub text: String,
    /// Its role.
    pub role: Role,
}

impl Piece {
    /// A piece of text at a column.
    pub fn new(x: usize, text: impl Into<String>, role: Role) -> Self {
        Self { x, text: text.into(), role }
    }
}
