//! A page as its tags come.

use super::lists::Lists;
use super::tags::{Tag, is_void, names_furniture, tag};
use crate::data::documents::{Document, Kind, Role};
use crate::data::formats::print::{Cell, Flow};
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{self, TagKind, Token, TokenSink, TokenSinkResult};
use std::cell::RefCell;

/// The page so far; its reader hands it one token after the other.
pub(super) struct Page(RefCell<Content>);

struct Content {
    flow: Flow,
    lists: Lists,
    /// Elements that are open and are left out at their end, with their names.
    left_out: Vec<Open>,
    /// Within what is no text at all: its name, and how often it is open.
    nothing: Option<(String, usize)>,
    /// The title while it is read.
    title: Option<String>,
    typed: usize,
    articles: usize,
    raised: bool,
}

/// An element that may be left out, until its end.
struct Open {
    name: String,
    /// How many elements of the same name are open inside.
    inside: usize,
}

impl Page {
    pub(super) fn new() -> Self {
        Self(RefCell::new(Content {
            flow: Flow::new(Kind::Html),
            lists: Lists::default(),
            left_out: Vec::new(),
            nothing: None,
            title: None,
            typed: 0,
            articles: 0,
            raised: false,
        }))
    }

    pub(super) fn finish(self) -> Document {
        let mut content = self.0.into_inner();
        while content.left_out.pop().is_some() {
            content.flow.end_furniture();
        }
        content.flow.finish()
    }
}

impl TokenSink for Page {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut content = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return content.start(&tag),
            Token::TagToken(tag) => content.end(&tag.name),
            Token::CharacterTokens(text) => content.text(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Content {
    fn start(&mut self, start: &tokenizer::Tag) -> TokenSinkResult<()> {
        let name: &str = &start.name;
        if let Some((open, times)) = &mut self.nothing {
            *times += usize::from(open == name && !start.self_closing);
            return raw(name);
        }
        if let Some(open) = self.left_out.last_mut().filter(|open| open.name == name) {
            open.inside += usize::from(!start.self_closing);
        }
        let tag = tag(name);
        let is_void = is_void(name) || start.self_closing && tag == Tag::Inline;
        if !is_void && (tag == Tag::Nothing || is_hidden(start)) {
            self.nothing = Some((name.to_owned(), 1));
            return raw(name);
        }
        if !is_void && self.is_furniture(tag, start) {
            self.flow.furniture();
            // An element of the same name inside another that is left out ends before it.
            self.left_out.push(Open { name: name.to_owned(), inside: 1 });
        }
        self.open(tag, start);
        match tag {
            Tag::Title => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn is_furniture(&self, tag: Tag, start: &tokenizer::Tag) -> bool {
        let is_container = matches!(tag, Tag::Block | Tag::List | Tag::Table);
        let is_named =
            || ["class", "id", "role"].iter().any(|name| attribute(start, name).is_some_and(names_furniture));
        match tag {
            Tag::Furniture => true,
            Tag::HeadOrFoot => self.articles == 0,
            _ => is_container && !["html", "body"].contains(&&*start.name) && is_named(),
        }
    }

    fn open(&mut self, tag: Tag, start: &tokenizer::Tag) {
        let number = |name: &str| attribute(start, name).and_then(|value| value.trim().parse::<u32>().ok());
        match tag {
            Tag::Heading(level) => self.flow.begin(Role::Heading(level)),
            Tag::Break => self.flow.line_break(),
            Tag::Rule => {
                self.flow.end();
                self.flow.blank();
            }
            Tag::Typed => {
                self.flow.end();
                self.typed += 1;
            }
            Tag::List => {
                self.flow.end();
                let style = attribute(start, "style").unwrap_or_default();
                let is_plain = style.contains("list-style") && style.contains("none");
                self.lists.begin(&*start.name == "ol", attribute(start, "type"), number("start"), is_plain);
            }
            Tag::Item => {
                let mark = self.lists.mark(number("value"));
                self.flow.begin(Role::Item);
                self.flow.text(&mark);
            }
            Tag::Table => self.flow.table(),
            Tag::Row => self.flow.row(),
            Tag::Cell => {
                let span = |name| number(name).and_then(|span| usize::try_from(span).ok()).unwrap_or(1);
                self.flow.cell(Cell { columns: span("colspan"), rows: span("rowspan"), is_continued: false });
            }
            Tag::Title => self.title = Some(String::new()),
            Tag::Article => {
                self.flow.end();
                self.articles += 1;
            }
            Tag::Raised => self.raised = true,
            Tag::Quoted => self.flow.text("“"),
            Tag::Block | Tag::Furniture | Tag::HeadOrFoot | Tag::TableHead => self.block(),
            Tag::Nothing | Tag::Inline => {}
        }
        if &*start.name == "html" {
            let language = attribute(start, "lang").or_else(|| attribute(start, "xml:lang"));
            self.flow.about().language = language.map(str::to_owned);
        }
    }

    /// A paragraph ends here, but not the mark of an item whose words follow.
    fn block(&mut self) {
        let so_far = self.flow.so_far();
        let is_only_mark =
            so_far.ends_with(' ') && so_far.len() <= 8 && (so_far == "• " || so_far.ends_with(". "));
        if !is_only_mark {
            self.flow.end();
        }
    }

    fn end(&mut self, name: &str) {
        if let Some((open, times)) = &mut self.nothing {
            *times -= usize::from(open == name);
            if *times == 0 {
                self.nothing = None;
            }
            return;
        }
        match tag(name) {
            Tag::Break => self.flow.line_break(),
            Tag::Typed => {
                self.flow.end();
                self.typed = self.typed.saturating_sub(1);
            }
            Tag::List => {
                self.flow.end();
                self.lists.end();
            }
            Tag::Table => self.flow.end_table(),
            Tag::TableHead => self.flow.head(),
            Tag::Title => {
                let title = self.title.take().unwrap_or_default();
                let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
                self.flow.about().title = Some(title).filter(|title| !title.is_empty());
            }
            Tag::Article => {
                self.flow.end();
                self.articles = self.articles.saturating_sub(1);
            }
            Tag::Raised => self.raised = false,
            Tag::Quoted => self.flow.text("”"),
            Tag::Row | Tag::Cell => {}
            Tag::Inline | Tag::Nothing | Tag::Rule => {}
            Tag::Block | Tag::Heading(_) | Tag::Item | Tag::Furniture | Tag::HeadOrFoot => self.flow.end(),
        }
        self.end_furniture(name);
    }

    fn end_furniture(&mut self, name: &str) {
        let Some(open) = self.left_out.last_mut().filter(|open| open.name == name) else { return };
        open.inside = open.inside.saturating_sub(1);
        if open.inside == 0 {
            self.left_out.pop();
            self.flow.end_furniture();
        }
    }

    fn text(&mut self, text: &str) {
        if self.nothing.is_some() {
            return;
        }
        if let Some(title) = &mut self.title {
            return title.push_str(text);
        }
        if self.typed > 0 {
            for (i, line) in text.split('\n').enumerate() {
                if i > 0 {
                    self.flow.line_break();
                }
                self.flow.text(line);
            }
        } else if self.raised && text.bytes().all(|b| b.is_ascii_digit()) {
            let raised = |c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c.to_digit(10).unwrap_or(0) as usize);
            self.flow.text(&text.chars().filter_map(raised).collect::<String>());
        } else {
            self.flow.text(text);
        }
    }
}

/// What the tokenizer reads next: the inside of some elements is no markup.
fn raw(name: &str) -> TokenSinkResult<()> {
    match name {
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "style" | "iframe" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
        "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
        _ => TokenSinkResult::Continue,
    }
}

fn attribute<'a>(start: &'a tokenizer::Tag, name: &str) -> Option<&'a str> {
    start.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

/// Whether an element is not shown.
fn is_hidden(start: &tokenizer::Tag) -> bool {
    let style = attribute(start, "style").unwrap_or_default();
    let is_none = style.split(';').any(|rule| {
        rule.split_once(':').is_some_and(|(name, value)| {
            name.trim().eq_ignore_ascii_case("display") && value.trim().eq_ignore_ascii_case("none")
        })
    });
    is_none || attribute(start, "hidden").is_some() || attribute(start, "aria-hidden") == Some("true")
}
