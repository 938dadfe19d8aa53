//! Web pages, also badly made ones: their text in order, without menus and scripts.
//!
//! The page is read tag by tag, and no tree of it is built: what is nested a hundred thousand deep costs no more than
//! what follows one another.

mod encoding;
mod lists;
mod page;
mod tags;

use crate::data::documents::Document;
use crate::data::file::Decoded;
use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use page::Page;

pub(super) use encoding::declared;

/// Whether a file that begins like this is a web page.
pub(super) fn is_page(start: &str) -> bool {
    let inside = first_tag(start);
    match inside.split_at_checked("!doctype".len()) {
        Some((name, after)) if name.eq_ignore_ascii_case("!doctype") => is_html(after.trim_start()),
        _ => is_html(inside),
    }
}

/// Whether a file that begins like this is a piece of a web page.
pub(super) fn is_piece(start: &str) -> bool {
    let inside = first_tag(start);
    let name: String = inside.chars().take_while(char::is_ascii_alphanumeric).collect();
    tags::BEGINNINGS.contains(&name.to_ascii_lowercase().as_str())
}

fn is_html(inside: &str) -> bool {
    inside.get(.."html".len()).is_some_and(|name| name.eq_ignore_ascii_case("html"))
}

/// The inside of the first tag, after comments and instructions; empty if there is none.
fn first_tag(start: &str) -> &str {
    let mut rest = start.trim_start();
    loop {
        let end = match rest {
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<?") => ">",
            _ => return rest.strip_prefix('<').unwrap_or_default(),
        };
        rest = rest.split_once(end).map_or("", |(_, after)| after.trim_start());
    }
}

/// Reads a page.
pub(super) fn read(decoded: Decoded<'_>) -> Document {
    let tokenizer = Tokenizer::new(Page::new(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(&decoded.text));
    while let TokenizerResult::Script(()) = tokenizer.feed(&input) {}
    tokenizer.end();
    let mut document = tokenizer.sink.finish();
    document.doubts.extend(decoded.doubt);
    document
}

#[cfg(test)]
mod tests;
