//! Automatic numbers of paragraphs.

use super::styles::Styles;
use crate::data::formats::print::Numerals;
use crate::data::formats::xml::{Node, Reader};
use std::borrow::Cow;
use std::collections::HashMap;

/// Word has nine levels.
const LEVELS: usize = 9;

#[derive(Clone, Default)]
struct Level {
    numerals: Numerals,
    /// `%1.%2`, with the numbers of the levels.
    pattern: String,
    start: Option<u32>,
    /// Whether all numbers in it are in figures.
    is_legal: bool,
    /// The level after which it begins again: 0 for none, else all above it.
    restart: Option<usize>,
    style: Option<String>,
}

/// A list as a document defines it.
#[derive(Clone, Default)]
struct List {
    levels: HashMap<usize, Level>,
    /// The style that has the list instead.
    linked: Option<String>,
}

/// A use of a list, which may change where levels start and how they look.
#[derive(Default)]
struct Use {
    list: String,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
    has_begun: bool,
}

/// The numbers of a document while it is read.
#[derive(Default)]
pub(super) struct Numbering {
    lists: HashMap<String, List>,
    uses: HashMap<String, Use>,
    /// The last number of each level of a list; `None` if the level has to begin.
    counts: HashMap<String, [Option<u32>; LEVELS]>,
}

/// A number as it is printed.
#[derive(Debug, Default)]
pub(super) struct Number {
    pub(super) text: String,
    /// Whether it is the mark of a point, not words such as `Article 5`.
    pub(super) is_point: bool,
    pub(super) is_bullet: bool,
}

impl Numbering {
    pub(super) fn read(part: &str, styles: &Styles) -> Self {
        let mut all = Self::default();
        let mut reader = Reader::unchecked(part);
        let (mut list, mut number, mut level) = (String::new(), None::<String>, 0);
        while let Ok(Some(node)) = reader.next() {
            let Node::Open(element) = node else { continue };
            let value = || element.local("val").unwrap_or_default().into_owned();
            match element.name() {
                "abstractNum" => {
                    list = element.local("abstractNumId").unwrap_or_default().into_owned();
                    number = None;
                }
                // How a number looks.
                "rPr" | "pPr" => {
                    let _ = reader.skip(&element);
                }
                "num" => number = element.local("numId").map(Cow::into_owned),
                "abstractNumId" => all.used(number.as_ref()).list = value(),
                "numStyleLink" => all.lists.entry(list.clone()).or_default().linked = Some(value()),
                "lvl" | "lvlOverride" => {
                    level = element.local("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0);
                }
                "startOverride" => {
                    if let Ok(start) = value().parse() {
                        all.used(number.as_ref()).starts.insert(level, start);
                    }
                }
                name @ ("numFmt" | "lvlText" | "start" | "isLgl" | "lvlRestart" | "pStyle") => {
                    let levels = match &number {
                        Some(_) => &mut all.used(number.as_ref()).levels,
                        None => &mut all.lists.entry(list.clone()).or_default().levels,
                    };
                    levels.entry(level).or_default().set(name, value());
                }
                _ => {}
            }
        }
        all.follow_links(styles);
        all
    }

    fn used(&mut self, number: Option<&String>) -> &mut Use {
        self.uses.entry(number.cloned().unwrap_or_default()).or_default()
    }

    /// A list that only names a style is the list of that style.
    fn follow_links(&mut self, styles: &Styles) {
        let linked = |list: &List| {
            let (number, _) = styles.number(list.linked.as_deref()?)?;
            self.lists.get(&self.uses.get(number)?.list).map(|list| list.levels.clone())
        };
        let found: Vec<_> =
            self.lists.iter().filter_map(|(id, list)| Some((id.clone(), linked(list)?))).collect();
        for (id, levels) in found {
            self.lists.entry(id).or_default().levels = levels;
        }
    }

    /// The level of a list that this style has.
    pub(super) fn level_of_style(&self, number: &str, style: &str) -> Option<usize> {
        let list = self.lists.get(&self.uses.get(number)?.list)?;
        list.levels.iter().find(|(_, level)| level.style.as_deref() == Some(style)).map(|(at, _)| *at)
    }

    /// The next number at this level; `None` if there is no such list.
    pub(super) fn next(&mut self, number: &str, level: usize) -> Option<Number> {
        let level = level.min(LEVELS - 1);
        let Use { list, starts, levels, has_begun } = self.uses.get_mut(number)?;
        if !self.counts.contains_key(list) {
            self.counts.insert(list.clone(), Default::default());
        }
        let (list, counts) = (self.lists.get(list)?, self.counts.get_mut(list)?);
        let of = |at: usize| levels.get(&at).or_else(|| list.levels.get(&at));
        let own = of(level)?;
        if !std::mem::replace(has_begun, true) {
            for at in starts.keys() {
                counts.iter_mut().skip(*at).take(1).for_each(|count| *count = None);
            }
        }
        let start = |at: usize| starts.get(&at).copied().or_else(|| of(at)?.start).unwrap_or(1);
        let next = |count: Option<u32>, at| count.map_or_else(|| start(at), |count| count.saturating_add(1));
        for (at, count) in counts.iter_mut().enumerate() {
            if at == level {
                *count = Some(next(*count, at));
            } else if at < level {
                // A level that was left out counts as its first.
                *count = count.or_else(|| Some(start(at)));
            } else if of(at).and_then(|level| level.restart).is_none_or(|after| after > level) {
                *count = None;
            }
        }
        let numerals = |at: usize| match own.is_legal {
            true => Numerals::Decimal,
            false => of(at).map_or_else(Numerals::default, |level| level.numerals),
        };
        let text = filled(&own.pattern, |at| {
            let count = counts.get(at).filter(|_| at <= level)?;
            Some(numerals(at).write(count.unwrap_or(1)))
        });
        let is_bullet = own.numerals == Numerals::Bullet;
        let words = own.pattern.chars().any(char::is_alphabetic);
        Some(Number {
            text: if is_bullet { "•".to_owned() } else { text },
            is_point: is_bullet || !words,
            is_bullet,
        })
    }
}

/// A pattern with the number of a level in the place of each `%1`; what there is no number for stays.
fn filled(pattern: &str, number: impl Fn(usize) -> Option<String>) -> String {
    let mut pieces = pattern.split('%');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let level = piece.chars().next().and_then(|c| c.to_digit(10)).and_then(|digit| digit.checked_sub(1));
        match level.and_then(|level| number(level as usize)) {
            Some(number) => {
                out.push_str(&number);
                out.push_str(piece.get(1..).unwrap_or_default());
            }
            None => {
                out.push('%');
                out.push_str(piece);
            }
        }
    }
    out
}

impl Level {
    fn set(&mut self, name: &str, value: String) {
        match name {
            "numFmt" => self.numerals = numerals(&value),
            "lvlText" => self.pattern = value,
            "start" => self.start = value.parse().ok(),
            "isLgl" => self.is_legal = !matches!(value.as_str(), "0" | "false"),
            "lvlRestart" => self.restart = value.parse().ok(),
            _ => self.style = Some(value),
        }
    }
}

fn numerals(format: &str) -> Numerals {
    match format {
        "decimalZero" => Numerals::TwoDigits,
        "lowerRoman" => Numerals::LowerRoman,
        "upperRoman" => Numerals::UpperRoman,
        "lowerLetter" => Numerals::LowerLetter,
        "upperLetter" => Numerals::UpperLetter,
        "russianLower" => Numerals::RussianLower,
        "russianUpper" => Numerals::RussianUpper,
        "ordinal" => Numerals::Ordinal,
        "arabicAbjad" | "hindiNumbers" => Numerals::ArabicIndic,
        "chineseCounting" | "chineseCountingThousand" | "japaneseCounting" | "ideographDigital" => {
            Numerals::Chinese
        }
        "bullet" => Numerals::Bullet,
        "none" => Numerals::Nothing,
        _ => Numerals::Decimal,
    }
}
