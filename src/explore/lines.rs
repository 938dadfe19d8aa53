//! Text laid out in lines: the position and the role of each piece. Themes decide how a role looks; nothing here knows
//! colours.

use crate::model::Wording;

/// What a piece of text is for.
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
    /// The focused heading and its rule, the cursor, the prompt, the border of an overlay.
    Focus,
    /// Keys, the quote bar, the mark of linked rows.
    Key,
    /// Letters of links.
    Link,
    /// The selected row or cell.
    Select,
    /// Matched text.
    Match,
    /// Bars and shades.
    Bar,
    /// The years in which both are members.
    Shared,
    /// Disagreements between sources.
    Dispute,
    /// Unknown facts.
    Unknown,
    /// Words that differ in a comparison.
    Differ,
    /// Words that look misread.
    Doubt,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 15] = [
        Self::Text,
        Self::Strong,
        Self::Quiet,
        Self::Rule,
        Self::Focus,
        Self::Key,
        Self::Link,
        Self::Select,
        Self::Match,
        Self::Bar,
        Self::Shared,
        Self::Dispute,
        Self::Unknown,
        Self::Differ,
        Self::Doubt,
    ];

    /// Its name in a file of a theme.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Strong => "strong",
            Self::Quiet => "quiet",
            Self::Rule => "rule",
            Self::Focus => "focus",
            Self::Key => "key",
            Self::Link => "link",
            Self::Select => "select",
            Self::Match => "match",
            Self::Bar => "bar",
            Self::Shared => "shared",
            Self::Dispute => "dispute",
            Self::Unknown => "unknown",
            Self::Differ => "differ",
            Self::Doubt => "doubt",
        }
    }
}

/// The bar beside a text: how close it is to the instrument.
pub fn quote_bar(wording: Wording) -> &'static str {
    match wording {
        Wording::Official => "┃",
        Wording::Translation => "│",
        Wording::Summary => "┆",
        Wording::Machine => "┇",
    }
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
