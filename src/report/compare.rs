//! What is different between two agreements, for people and for programs.

use super::item::address;
use super::lines::{Words, linked, wrapped};
use super::table::{Cell, Column, Table, TextLook};
use crate::insight::compare::{Comparison, Counts, Difference, Pair, Step, label, passage, signed, wording};
use crate::model::{Collection, ItemId, Wording};
use crate::text::{count, thousands};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;

/// The marks of what one side alone has; they work without colour.
const ONLY_LEFT: (&str, &str) = ("[-", "-]");
const ONLY_RIGHT: (&str, &str) = ("{+", "+}");

/// How much is the same, in words: `84 words unchanged · 18 left only · 39 right only`.
pub fn counts_line(counts: Counts) -> String {
    let same = count(counts.same, "word unchanged", "words unchanged");
    let (left, right) = (thousands(counts.only_left), thousands(counts.only_right));
    format!("{same} · {left} left only · {right} right only")
}

/// Which passages are paired and which stand alone, in words; empty where there is one pair only.
pub fn compared(counts: Counts) -> String {
    if counts.pairs + counts.left_alone + counts.right_alone < 2 {
        return String::new();
    }
    let mut words = vec![count(counts.pairs, "pair", "pairs")];
    if counts.equal > 0 {
        words.push(format!("{} identical", thousands(counts.equal)));
    }
    for (alone, side) in [(counts.left_alone, "left"), (counts.right_alone, "right")] {
        if alone > 0 {
            words.push(format!("{} {side} only", count(alone, "clause", "clauses")));
        }
    }
    words.join(" · ")
}

/// Writes a comparison for people: the right text in the left one, `[-left only-]` and `{+right only+}`. The marks
/// work without colour; a style is set beside them where there is one.
///
/// # Errors
/// What the writer returns.
pub fn compare_text(
    collection: &Collection,
    comparison: &Comparison,
    look: TextLook,
    out: &mut impl Write,
) -> io::Result<()> {
    for (side, item) in [("[-left-] ", comparison.left), ("{+right+}", comparison.right)] {
        let title = Words::of(&label(collection, item), &[]);
        linked(&format!("{side} "), title, &address(collection, item), look, out)?;
        wrapped(&" ".repeat(side.len() + 1), &signed(collection, item), look, out)?;
    }
    let counts = comparison.counts;
    wrapped("", &counts_line(counts), look, out)?;
    let pairs = compared(counts);
    if !pairs.is_empty() {
        wrapped("", &pairs, look, out)?;
    }
    for group in &comparison.groups {
        if let Some(sector) = &group.sector {
            writeln!(out)?;
            wrapped("== ", sector, look, out)?;
        } else if comparison.groups.len() > 1 {
            writeln!(out, "\n== No sector")?;
        }
        for pair in &group.pairs {
            writeln!(out)?;
            one(collection, pair, look, out)?;
        }
    }
    Ok(())
}

fn one(collection: &Collection, pair: &Pair, look: TextLook, out: &mut impl Write) -> io::Result<()> {
    let mut name = |before: &str, item: ItemId| {
        let label = match wording(collection, item) {
            Wording::Official => label(collection, item),
            other => format!("{} · {}", label(collection, item), other.word()),
        };
        linked(before, Words::of(&label, &[]), &address(collection, item), look, out)
    };
    let text = |item: ItemId| passage(collection, item).unwrap_or_default();
    let alone = |marks: (&str, &str), item: ItemId| {
        let mut words = Words::default();
        words.push_lit(marks, text(item).trim());
        words
    };
    let words = match (pair.left, pair.right) {
        (Some(left), Some(right)) => {
            name("", left)?;
            name("", right)?;
            merged(&pair.difference, text(left), text(right))
        }
        (Some(left), None) => {
            name("left only: ", left)?;
            alone(ONLY_LEFT, left)
        }
        (None, Some(right)) => {
            name("right only: ", right)?;
            alone(ONLY_RIGHT, right)
        }
        (None, None) => return Ok(()),
    };
    words.write("  ", look, out)
}

/// The right text in the left one, differences marked; the signs and line breaks between words are those of the left
/// text where it has any.
pub(super) fn merged(difference: &Difference, left: &str, right: &str) -> Words {
    let mut out = Words::default();
    let (mut at_left, mut at_right) = (0, 0);
    let mut instead = false;
    for step in &difference.steps {
        match step {
            Step::Same(l, r) => {
                out.push(left.get(at_left..l.end).unwrap_or_default());
                (at_left, at_right) = (l.end, r.end);
            }
            Step::Left(l) => {
                out.push(left.get(at_left..l.start).unwrap_or_default());
                out.push_lit(ONLY_LEFT, left.get(l.clone()).unwrap_or_default());
                at_left = l.end;
            }
            Step::Right(r) => {
                let before = right.get(at_right..r.start).unwrap_or_default();
                // What stands instead of something stands beside it.
                out.gap(if before.contains('\n') && !instead { '\n' } else { ' ' });
                out.push_lit(ONLY_RIGHT, right.get(r.clone()).unwrap_or_default());
                at_right = r.end;
            }
        }
        instead = matches!(step, Step::Left(_));
    }
    out.push(left.get(at_left..).unwrap_or_default());
    out
}

/// The columns of [`compare_table`].
pub const COMPARE_COLUMNS: [Column; 9] = [
    Column::new("sector", "the sector under which the pair stands"),
    Column::data("left_address", "the clause on the left"),
    Column::new("left", "its heading"),
    Column::data("right_address", "the clause on the right"),
    Column::new("right", "its heading"),
    Column::new("percent_alike", "how alike heading and wording are, 0 to 100"),
    Column::new("same", "words that are the same, in the same order"),
    Column::new("only_left", "words only in the left one"),
    Column::new("only_right", "words only in the right one"),
];

/// A comparison as a table, a row a pair.
pub fn compare_table<'a>(collection: &'a Collection, comparison: &'a Comparison) -> Table<'a> {
    let rows: Vec<(&Option<String>, &Pair)> = comparison
        .groups
        .iter()
        .flat_map(|group| group.pairs.iter().map(move |pair| (&group.sector, pair)))
        .collect();
    Table::new(&COMPARE_COLUMNS, rows.len(), move |at| {
        let (sector, pair) = rows.get(at)?;
        let named = |item: Option<ItemId>, name: &dyn Fn(ItemId) -> String| {
            item.map_or(Cell::Absent, |item| Cell::Text(Cow::Owned(name(item))))
        };
        let address = |item| address(collection, item);
        let label = |item| label(collection, item);
        Some(vec![
            Cell::text(sector.as_deref()),
            named(pair.left, &address),
            named(pair.left, &label),
            named(pair.right, &address),
            named(pair.right, &label),
            Cell::Number(percent(pair.likeness)),
            Cell::Number(pair.difference.same),
            Cell::Number(pair.difference.only_left),
            Cell::Number(pair.difference.only_right),
        ])
    })
}

/// A share as whole percent, never rounded up to all.
pub(super) fn percent(share: f64) -> usize {
    let rounded = (share * 100.0).round() as usize;
    if share < 1.0 { rounded.min(99) } else { rounded }
}

/// A comparison as JSON: both sides, the counts, and every pair with its differing stretches.
pub fn compare_record(collection: &Collection, comparison: &Comparison) -> Value {
    let counts = comparison.counts;
    let groups: Vec<Value> = comparison
        .groups
        .iter()
        .map(|group| {
            let pairs: Vec<Value> = group.pairs.iter().map(|pair| pair_record(collection, pair)).collect();
            json!({ "sector": group.sector, "pairs": pairs })
        })
        .collect();
    json!({
        "left": side_record(collection, comparison.left),
        "right": side_record(collection, comparison.right),
        "words": { "same": counts.same, "only_left": counts.only_left, "only_right": counts.only_right },
        "passages": {
            "pairs": counts.pairs, "equal": counts.equal,
            "only_left": counts.left_alone, "only_right": counts.right_alone,
        },
        "groups": groups,
    })
}

fn side_record(collection: &Collection, item: ItemId) -> Value {
    json!({
        "address": address(collection, item),
        "title": label(collection, item),
        "signed": collection.date(item).map(|date| date.to_string()),
    })
}

fn pair_record(collection: &Collection, pair: &Pair) -> Value {
    let side = |item: Option<ItemId>| {
        item.map(|item| {
            json!({
                "address": address(collection, item),
                "heading": label(collection, item),
                "text": passage(collection, item),
            })
        })
    };
    let difference = &pair.difference;
    json!({
        "left": side(pair.left),
        "right": side(pair.right),
        "alike": (pair.likeness * 1000.0).round() / 1000.0,
        "words": { "same": difference.same, "only_left": difference.only_left, "only_right": difference.only_right },
        "differs": difference_record(difference),
    })
}

/// Where two texts differ, as byte ranges of each.
pub(super) fn difference_record(difference: &Difference) -> Value {
    let ranges = |ranges: &mut dyn Iterator<Item = Range<usize>>| -> Vec<[usize; 2]> {
        ranges.map(|range| [range.start, range.end]).collect()
    };
    json!({ "left": ranges(&mut difference.left()), "right": ranges(&mut difference.right()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marks_work_without_colour() {
        for (left, right, expected) in [
            ("No duty is raised.", "No tax is raised at all.", "No [-duty-] {+tax+} is raised {+at all+}."),
            ("a\u{1b}[2J b", "a c", "a␛[[-2J b-] {+c+}"),
            ("(a) one;\n(b) two.", "(a) one;\n(c) two.", "(a) one;\n([-b-] {+c+}) two."),
        ] {
            let mut out = Vec::new();
            merged(&Difference::of(left, right), left, right)
                .write("", TextLook::default(), &mut out)
                .unwrap();
            assert_eq!(String::from_utf8(out).unwrap().trim_end(), expected);
        }
        let (mut lit, look) = (Vec::new(), TextLook { style: Some("\u{1b}[1m"), ..TextLook::default() });
        merged(&Difference::of("a b", "a c"), "a b", "a c").write("", look, &mut lit).unwrap();
        assert_eq!(String::from_utf8(lit).unwrap(), "a \u{1b}[1m[-b-]\u{1b}[0m \u{1b}[1m{+c+}\u{1b}[0m\n");
    }
}
