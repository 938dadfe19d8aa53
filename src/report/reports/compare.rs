//! What is different between two agreements, for people and for programs.

use super::stretches::{Stretch, stretches};
use super::tracked;
use crate::insight::compare::{
    Comparison, Difference, Group, Pair, PairState, Tally, label, passage, signed, wording,
};
use crate::model::{Collection, ItemId, Wording};
use crate::report::forms::text::lines::Highlighted;
use crate::report::forms::{Columns, Datum, Report, Sheet, TextWriter};
use crate::text::{count, thousands};
use serde_json::{Value, json};
use std::io::{self, Write};
use std::ops::Range;

/// The marks of what one side alone has; they work without colour.
pub(super) const ONLY_LEFT: (&str, &str) = ("[-", "-]");
pub(super) const ONLY_RIGHT: (&str, &str) = ("{+", "+}");

/// The marks of words that differ only as scanning errors do, which are no change: `{~left|right~}`.
const MISREAD: (&str, &str) = ("{~", "~}");

/// How much is the same, in words: `84 words unchanged · 18 left only · 39 right only`.
pub fn counts_line(counts: Tally) -> String {
    let words = word_counts((counts.same, counts.only_left, counts.only_right));
    match counts.misread {
        0 => words,
        misread => format!("{words} · {} misread by scanning", thousands(misread)),
    }
}

/// How many passages are paired, alike, differing and on one side only, in words:
/// `12 pairs · 1 alike · 11 differing · 0 only left · 1 only right`.
pub fn compared(counts: Tally) -> String {
    let words = [
        count(counts.pairs, "pair", "pairs"),
        format!("{} alike", thousands(counts.equal)),
        format!("{} differing", thousands(counts.differing())),
        format!("{} only left", thousands(counts.left_alone)),
        format!("{} only right", thousands(counts.right_alone)),
    ];
    words.join(" · ")
}

/// Why no words of a pair are marked: `too different to mark words: 12 words unchanged · 80 left only · 95 right only`.
pub fn unmarked(difference: &Difference) -> String {
    let words = (difference.same, difference.only_left, difference.only_right);
    format!("{}: {}", PairState::TooDifferent.word(), word_counts(words))
}

fn word_counts((same, left, right): (usize, usize, usize)) -> String {
    let same = count(same, "word unchanged", "words unchanged");
    format!("{same} · {} left only · {} right only", thousands(left), thousands(right))
}

/// A comparison, for people the right text in the left one, `[-left only-]` and `{+right only+}`. The marks work without
/// colour; they are highlighted too if there is a style.
pub struct CompareReport<'a> {
    /// What the compared items are in.
    pub collection: &'a Collection,
    /// The comparison.
    pub comparison: &'a Comparison,
}

impl<'a> Report for CompareReport<'a> {
    fn sheet(&self) -> Sheet<'_> {
        let pairs = |group: &'a Group| group.pairs.iter().map(move |pair| (group, pair));
        let rows: Vec<(&Group, &Pair)> = self.comparison.groups.iter().flat_map(pairs).collect();
        let collection = self.collection;
        Sheet::new(columns(), rows.len(), move |at| {
            rows.get(at).map(|(group, pair)| PairRow { collection, group, pair })
        })
        .with_notes([compared(self.comparison.counts), counts_line(self.comparison.counts)])
    }

    fn text(&self, out: &mut TextWriter<'_>) -> io::Result<()> {
        let (collection, comparison) = (self.collection, self.comparison);
        for (side, item) in [("[-left-] ", comparison.left), ("{+right+}", comparison.right)] {
            let title = &label(collection, item);
            out.linked(&format!("{side} "), title, &collection.address_text(item))?;
            out.line(&" ".repeat(side.len() + 1), &signed(collection, item))?;
        }
        out.line("", &compared(comparison.counts))?;
        out.line("", &counts_line(comparison.counts))?;
        if comparison.counts.misread > 0 {
            out.line(
                "",
                "{~left|right~} differ only as scanning errors do, and are not counted as differences",
            )?;
        }
        for group in &comparison.groups {
            if let Some(sector) = &group.sector {
                writeln!(out)?;
                out.line("== ", sector)?;
            } else if comparison.groups.len() > 1 {
                writeln!(out, "\n== No sector")?;
            }
            for pair in &group.pairs {
                writeln!(out)?;
                one(collection, pair, out)?;
            }
        }
        Ok(())
    }

    fn docx(&self, out: &mut dyn Write) -> io::Result<()> {
        let about = [compared(self.comparison.counts), counts_line(self.comparison.counts)];
        tracked::write(self.collection, self.comparison, &about, out)
    }

    /// Both sides, the counts, and every pair with its differing stretches.
    fn record(&self) -> io::Result<Option<Value>> {
        let (collection, comparison, counts) = (self.collection, self.comparison, self.comparison.counts);
        let group = |group: &Group| {
            let pairs: Vec<Value> = group.pairs.iter().map(|pair| pair_record(collection, pair)).collect();
            json!({ "sector": group.sector, "pairs": pairs })
        };
        Ok(Some(json!({
            "left": signed_record(collection, comparison.left),
            "right": signed_record(collection, comparison.right),
            "words": {
                "same": counts.same, "only_left": counts.only_left, "only_right": counts.only_right,
                "misread": counts.misread,
            },
            "passages": {
                "pairs": counts.pairs, "equal": counts.equal, "differing": counts.differing(),
                "only_left": counts.left_alone, "only_right": counts.right_alone,
            },
            "groups": comparison.groups.iter().map(group).collect::<Vec<_>>(),
        })))
    }
}

/// A pair as a row.
pub(super) struct PairRow<'a> {
    collection: &'a Collection,
    group: &'a Group,
    pair: &'a Pair,
}

impl PairRow<'_> {
    fn address(&self, item: Option<ItemId>) -> Datum<'static> {
        item.map(|item| self.collection.address_text(item).into()).unwrap_or_default()
    }

    fn label(&self, item: Option<ItemId>) -> Datum<'static> {
        item.map(|item| label(self.collection, item).into()).unwrap_or_default()
    }
}

pub(super) fn columns<'a>() -> Columns<'a, PairRow<'a>> {
    Columns::<PairRow<'a>>::new()
        .column("sector", "the sector that the pair is grouped under", |row| row.group.sector.as_deref())
        .data("left_address", "the clause on the left", |row| row.address(row.pair.left))
        .column("left", "its heading", |row| row.label(row.pair.left))
        .data("right_address", "the clause on the right", |row| row.address(row.pair.right))
        .column("right", "its heading", |row| row.label(row.pair.right))
        .column("percent_alike", "similarity of heading and wording, 0 to 100", |row| {
            percent(row.pair.likeness)
        })
        .column("state", "alike, differing, too different to mark words, only left, only right", |row| {
            row.pair.state().word()
        })
        .column("same", "how many words are unchanged", |row| row.pair.difference.same)
        .column("only_left", "how many words are in the left one only", |row| row.pair.difference.only_left)
        .column("only_right", "how many words are in the right one only", |row| {
            row.pair.difference.only_right
        })
        .column("misread", "how many words differ only as scanning errors do", |row| {
            row.pair.difference.misread
        })
}

fn one(collection: &Collection, pair: &Pair, out: &mut TextWriter<'_>) -> io::Result<()> {
    let mut name = |before: &str, item: ItemId| {
        let label = match wording(collection, item) {
            Wording::Official => label(collection, item),
            other => format!("{} · {}", label(collection, item), other.word()),
        };
        out.linked(before, &label, &collection.address_text(item))
    };
    let text = |item: ItemId| passage(collection, item).unwrap_or_default();
    let alone = |marks: (&str, &str), item: ItemId| {
        let mut words = Highlighted::default();
        words.push_highlighted(marks, text(item).trim());
        words
    };
    let words = match (pair.left, pair.right) {
        (Some(left), Some(right)) => {
            name("", left)?;
            name("", right)?;
            if pair.state() == PairState::TooDifferent {
                out.line("  ", &unmarked(&pair.difference))?;
                out.line("  [-left-]  ", text(left).trim())?;
                return out.line("  {+right+} ", text(right).trim());
            }
            merged(&pair.difference, text(left), text(right))
        }
        (Some(left), None) => {
            name("only left: ", left)?;
            alone(ONLY_LEFT, left)
        }
        (None, Some(right)) => {
            name("only right: ", right)?;
            alone(ONLY_RIGHT, right)
        }
        (None, None) => return Ok(()),
    };
    out.line("  ", words)
}

/// The right text in the left one, differences marked.
pub(super) fn merged(difference: &Difference, left: &str, right: &str) -> Highlighted {
    let mut out = Highlighted::default();
    for stretch in stretches(difference, left, right) {
        match stretch {
            Stretch::Same(words) => out.push(words),
            Stretch::Left(words) => out.push_highlighted(ONLY_LEFT, words),
            Stretch::Right(words) => out.push_highlighted(ONLY_RIGHT, words),
            Stretch::Misread(left, right) => {
                out.push_highlighted(MISREAD, &format!("{left}|{right}"));
            }
        }
    }
    out
}

/// A share as whole percent, never rounded up to all.
pub(super) fn percent(share: f64) -> usize {
    let rounded = (share * 100.0).round() as usize;
    if share < 1.0 { rounded.min(99) } else { rounded }
}

/// An agreement or a clause in a report's JSON.
pub(super) fn signed_record(collection: &Collection, item: ItemId) -> Value {
    json!({
        "address": collection.address_text(item),
        "title": label(collection, item),
        "signed": collection.date(item),
    })
}

fn pair_record(collection: &Collection, pair: &Pair) -> Value {
    let side = |item: Option<ItemId>| {
        item.map(|item| {
            json!({
                "address": collection.address_text(item),
                "heading": label(collection, item),
                "text": passage(collection, item),
            })
        })
    };
    let difference = &pair.difference;
    json!({
        "left": side(pair.left),
        "right": side(pair.right),
        "state": pair.state().word(),
        "alike": (pair.likeness * 1000.0).round() / 1000.0,
        "words": {
            "same": difference.same, "only_left": difference.only_left, "only_right": difference.only_right,
            "misread": difference.misread,
        },
        "differs": difference_record(difference),
    })
}

/// Where two texts differ, as byte ranges of each.
pub(super) fn difference_record(difference: &Difference) -> Value {
    let ranges = |ranges: &mut dyn Iterator<Item = Range<usize>>| -> Vec<[usize; 2]> {
        ranges.map(|range| [range.start, range.end]).collect()
    };
    let misread =
        |(left, right): (Range<usize>, Range<usize>)| [[left.start, left.end], [right.start, right.end]];
    json!({
        "left": ranges(&mut difference.left()),
        "right": ranges(&mut difference.right()),
        "misread": difference.misread().map(misread).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::TextLook;

    #[test]
    fn the_marks_work_without_colour() {
        for (left, right, expected) in [
            ("No duty is raised.", "No tax is raised at all.", "No [-duty-] {+tax+} is raised {+at all+}."),
            ("One thing.", "The one thing.", "{+The+} One thing."),
            ("权利", "主权利", "{+主+}权利"),
            ("a\u{1b}[2J b", "a c", "a␛[[-2J b-] {+c+}"),
            ("(a) one;\n(b) two.", "(a) one;\n(c) two.", "(a) one;\n([-b-] {+c+}) two."),
            ("It is sure.", "It is sure; none saw it.", "It is sure{+; none saw it+}."),
            ("Done.", "Done. More is due", "Done{+. More is due+}."),
            ("on customs and tax", "on health, customs and tax", "on {+health,+} customs and tax"),
            ("A, B", "A, x B", "A, {+x+} B"),
            ("A", "A (x)", "A {+(x)+}"),
        ] {
            let mut out = Vec::new();
            let mut writer = TextWriter::new(TextLook::default(), &mut out);
            writer.line("", merged(&Difference::of(left, right), left, right)).unwrap();
            assert_eq!(String::from_utf8(out).unwrap().trim_end(), expected);
        }
        let (mut lit, look) = (Vec::new(), TextLook { style: Some("\u{1b}[1m"), ..TextLook::default() });
        let words = merged(&Difference::of("a b", "a c"), "a b", "a c");
        TextWriter::new(look, &mut lit).line("", words).unwrap();
        assert_eq!(String::from_utf8(lit).unwrap(), "a \u{1b}[1m[-b-]\u{1b}[0m \u{1b}[1m{+c+}\u{1b}[0m\n");
    }
}
