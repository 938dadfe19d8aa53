//! What the elements of the format mean in an agreement.

/// The rank of a level. A higher level contains lower ones, in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// A part made of sections and articles: a book, a chapter, an attachment. Without these it is a clause itself.
    #[default]
    Group,
    /// A section: a part if there are articles, otherwise a clause.
    Section,
    /// Always a clause: an article, the preamble.
    Article,
    /// A paragraph, a point, a list: lines of a clause; a clause itself if there is no level above it.
    Inner,
}

/// What an element means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Level(Rank),
    /// The number of the level or item around it.
    Number,
    /// The heading of the level or item around it.
    Heading,
    /// Text on a line of its own.
    Block,
    Table,
    Row,
    Cell,
    /// A cell that is a heading of its column or row.
    HeaderCell,
    /// A remark inside a line.
    Note,
    /// Quoted structure: its levels are not those of this text.
    Quotation,
    Title,
    ShortTitle,
    /// The kind of document that a title may consist of.
    DocumentType,
    DocumentNumber,
    /// Part of the line around it, or not text at all.
    Inline,
}

/// What an element with this name means.
pub(super) fn role(name: &str) -> Role {
    match name {
        "book"
        | "tome"
        | "part"
        | "subpart"
        | "title"
        | "subtitle"
        | "chapter"
        | "subchapter"
        | "division"
        | "subdivision"
        | "hcontainer"
        | "attachment"
        | "component"
        | "debateSection"
        | "administrationOfOath"
        | "rollCall"
        | "prayers"
        | "oralStatements"
        | "writtenStatements"
        | "personalStatements"
        | "ministerialStatements"
        | "resolutions"
        | "nationalInterest"
        | "declarationOfVote"
        | "communication"
        | "petitions"
        | "papers"
        | "noticesOfMotion"
        | "questions"
        | "proceduralMotions"
        | "pointOfOrder"
        | "adjournment" => Role::Level(Rank::Group),
        "section"
        | "introduction"
        | "background"
        | "arguments"
        | "remedies"
        | "motivation"
        | "decision"
        | "amendmentHeading"
        | "amendmentContent"
        | "amendmentReference"
        | "amendmentJustification" => Role::Level(Rank::Section),
        "article" | "rule" | "preface" | "preamble" | "conclusions" | "coverPage" | "header" => {
            Role::Level(Rank::Article)
        }
        "paragraph" | "subparagraph" | "subsection" | "clause" | "subclause" | "point" | "indent"
        | "alinea" | "list" | "sublist" | "subrule" | "proviso" | "transitional" | "level" => {
            Role::Level(Rank::Inner)
        }
        "num" => Role::Number,
        "heading" | "subheading" => Role::Heading,
        "tr" => Role::Row,
        "table" => Role::Table,
        "td" => Role::Cell,
        "th" => Role::HeaderCell,
        "authorialNote" => Role::Note,
        "quotedStructure" | "embeddedStructure" => Role::Quotation,
        "docTitle" => Role::Title,
        "shortTitle" => Role::ShortTitle,
        "docType" => Role::DocumentType,
        "docNumber" => Role::DocumentNumber,
        "p" | "block" | "blockContainer" | "blockList" | "item" | "listIntroduction" | "listWrapUp"
        | "content" | "intro" | "wrapUp" | "formula" | "container" | "longTitle" | "recital" | "recitals"
        | "citation" | "citations" | "tblock" | "toc" | "tocItem" | "ul" | "ol" | "li" | "crossHeading"
        | "signature" | "br" | "caption" | "foreign" | "interstitial" | "speech" | "speechGroup"
        | "question" | "answer" | "other" | "scene" | "narrative" | "summary" | "from" => Role::Block,
        _ => Role::Inline,
    }
}
