//! What the names of tags mean for the text of a page.

/// Tags by which a piece of a page is known that has no `<html>`.
pub(super) const BEGINNINGS: &[&str] = &[
    "head", "body", "title", "meta", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol",
    "span", "center", "font", "b", "strong", "article", "main", "section", "link", "style", "script", "br",
    "hr", "pre",
];

/// What a tag does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// It begins and ends a paragraph.
    Block,
    /// A heading of this level.
    Heading(u8),
    /// A line break.
    Break,
    /// A rule across the page.
    Rule,
    /// Text as it is typed, line by line.
    Typed,
    List,
    Item,
    Table,
    TableHead,
    Row,
    Cell,
    /// What it holds is no text of the page.
    Nothing,
    /// What it holds is the title of the page.
    Title,
    /// What it holds is most likely no part of the document.
    Furniture,
    /// The head or foot of a page, unless it is that of an article.
    HeadOrFoot,
    /// The document in the page.
    Article,
    Raised,
    Quoted,
    /// It changes how its text looks, or is not known.
    Inline,
}

/// What the tag with this name does.
pub(super) fn tag(name: &str) -> Tag {
    match name {
        "p" | "div" | "section" | "blockquote" | "body" | "html" | "center" | "address" | "dl" | "dt"
        | "dd" | "fieldset" | "figure" | "figcaption" | "details" | "summary" | "caption" | "legend"
        | "tbody" | "tfoot" | "hgroup" => Tag::Block,
        "h1" => Tag::Heading(1),
        "h2" => Tag::Heading(2),
        "h3" => Tag::Heading(3),
        "h4" => Tag::Heading(4),
        "h5" => Tag::Heading(5),
        "h6" => Tag::Heading(6),
        "br" => Tag::Break,
        "hr" => Tag::Rule,
        "pre" | "listing" | "xmp" => Tag::Typed,
        "ul" | "ol" => Tag::List,
        "li" => Tag::Item,
        "table" => Tag::Table,
        "thead" => Tag::TableHead,
        "tr" => Tag::Row,
        "td" | "th" => Tag::Cell,
        "script" | "style" | "template" | "noscript" | "iframe" | "svg" | "math" | "object" | "select"
        | "button" | "textarea" | "datalist" | "canvas" | "audio" | "video" | "del" | "s" | "strike"
        | "noframes" | "rp" | "rt" => Tag::Nothing,
        "title" => Tag::Title,
        "nav" | "aside" | "form" | "menu" | "dialog" => Tag::Furniture,
        "header" | "footer" => Tag::HeadOrFoot,
        "main" | "article" => Tag::Article,
        "sup" => Tag::Raised,
        "q" => Tag::Quoted,
        _ => Tag::Inline,
    }
}

/// Tags that have no end.
pub(super) fn is_void(name: &str) -> bool {
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
        .contains(&name)
}

/// Whether a class, an id or a role says that what has it is furniture: `nav`, `site-footer`, `cookie-banner`.
pub(super) fn names_furniture(value: &str) -> bool {
    const WORDS: &[&str] = &[
        "nav",
        "navbar",
        "navigation",
        "menu",
        "breadcrumb",
        "breadcrumbs",
        "sidebar",
        "footer",
        "cookie",
        "cookies",
        "banner",
        "contentinfo",
        "search",
        "share",
        "sharing",
        "social",
        "skip",
        "noprint",
        "toolbar",
        "pagination",
    ];
    value
        .split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| WORDS.iter().any(|w| word.eq_ignore_ascii_case(w)))
}
