//! What the elements of Akoma Ntoso are to a reader of agreements.

/// How an element stands in the text. Ranks are in the order in which they hold each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// A part that holds sections and articles: a book, a chapter, an attachment. Without these it is a clause itself.
    Group,
    /// A section: a part in a code with articles, a clause in an act without.
    Section,
    /// A clause whatever it holds: an article, the preamble.
    Article,
    /// A paragraph, a point, a list: lines of a clause; a clause itself where nothing stands above it.
    Inner,
}

/// What an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A level of the text.
    Level(Rank),
    /// The number of the level or item around it.
    Number,
    /// The heading of the level or item around it.
    Heading,
    /// A line of its own.
    Block,
    /// A row of a table: one line.
    Row,
    /// A cell of a row.
    Cell,
    /// A remark inside a line.
    Note,
    /// Quoted structure: its levels are no levels of this text.
    Quotation,
    /// A title of the document.
    Title,
    /// A short title of the document.
    ShortTitle,
    /// Part of the line around it, or no part of the text.
    Inline,
}

/// What an element is, by its name.
pub(super) fn role(name: &str) -> Role {
    match name {
        "book" | "tome" | "part" | "subpart" | "title" | "subtitle" | "chapter" | "subchapter"
        | "division" | "subdivision" | "hcontainer" | "attachment" | "component" => Role::Level(Rank::Group),
        "section" => Role::Level(Rank::Section),
        "article" | "rule" | "preface" | "preamble" | "conclusions" | "coverPage" => {
            Role::Level(Rank::Article)
        }
        "paragraph" | "subparagraph" | "subsection" | "clause" | "subclause" | "point" | "indent"
        | "alinea" | "list" | "sublist" | "subrule" | "proviso" | "transitional" | "level" => {
            Role::Level(Rank::Inner)
        }
        "num" => Role::Number,
        "heading" | "subheading" => Role::Heading,
        "tr" => Role::Row,
        "td" | "th" => Role::Cell,
        "authorialNote" => Role::Note,
        "quotedStructure" | "embeddedStructure" => Role::Quotation,
        "docTitle" => Role::Title,
        "shortTitle" => Role::ShortTitle,
        "p" | "block" | "blockContainer" | "blockList" | "item" | "listIntroduction" | "listWrapUp"
        | "content" | "intro" | "wrapUp" | "formula" | "container" | "longTitle" | "recital" | "recitals"
        | "citation" | "citations" | "table" | "tblock" | "toc" | "tocItem" | "ul" | "ol" | "li"
        | "crossHeading" | "signature" | "br" | "caption" | "foreign" | "interstitial" => Role::Block,
        _ => Role::Inline,
    }
}
