//! The number of an article: what it is, how numbers follow each other, and how they are read.

mod chaptered;
mod numerals;
mod order;
mod plain;
mod value;
mod within;

pub(super) use numerals::roman;
pub(super) use order::{gain, return_gain};
pub(super) use plain::{leading, word_length};
pub(super) use value::Number;
pub(super) use within::{Chapter, Within, chapter_name};

/// The ways to read the number of an article that a text begins with, the likeliest first, each with how many bytes it
/// takes.
pub(super) fn of_article(text: &str) -> Vec<(Number, usize)> {
    let mut all = chaptered::readings(text);
    if all.iter().all(|(number, _)| chaptered::is_doubtful(number)) {
        all.extend(leading(text));
    }
    all
}
