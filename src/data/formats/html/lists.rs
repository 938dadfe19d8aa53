//! The marks of list items.

use crate::data::formats::print::Numerals;

/// A list that is open.
struct List {
    numerals: Numerals,
    next: u32,
}

/// The lists that are open, the outermost first.
#[derive(Default)]
pub(super) struct Lists(Vec<List>);

/// Lists that are nested deeper are marked like this one.
const MAX_DEPTH: usize = 100;

impl Lists {
    /// A list begins; its type is that of the attribute (`a`, `I`), its start is where it counts from.
    pub(super) fn begin(
        &mut self,
        is_numbered: bool,
        kind: Option<&str>,
        start: Option<u32>,
        is_plain: bool,
    ) {
        let numerals = match kind.filter(|_| is_numbered) {
            _ if is_plain => Numerals::Nothing,
            _ if !is_numbered => Numerals::Bullet,
            Some("a") => Numerals::LowerLetter,
            Some("A") => Numerals::UpperLetter,
            Some("i") => Numerals::LowerRoman,
            Some("I") => Numerals::UpperRoman,
            _ => Numerals::Decimal,
        };
        if self.0.len() < MAX_DEPTH {
            self.0.push(List { numerals, next: start.unwrap_or(1) });
        }
    }

    pub(super) fn end(&mut self) {
        self.0.pop();
    }

    /// The mark of the next item, which may give its own number.
    pub(super) fn mark(&mut self, value: Option<u32>) -> String {
        let Some(list) = self.0.last_mut() else { return String::new() };
        let number = value.unwrap_or(list.next);
        list.next = number.saturating_add(1);
        match list.numerals {
            Numerals::Nothing => String::new(),
            Numerals::Bullet => "• ".to_owned(),
            numerals => format!("{}. ", numerals.write(number)),
        }
    }
}
