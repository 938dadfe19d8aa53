//! What is different between two agreements, for people and for programs.

use super::table::{Cell, Column, Table, TextLook};
use crate::insight::compare::{Comparison, Counts, Difference, Pair, Step, label, passage, signed, wording};
use crate::model::{Collection, ItemId, Wording};
use crate::text::{count, shown, shown_lines, thousands};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;

/// How much is the same, in words: `84 words in the same order · 18 only left · 39 only right`.
pub fn counts_line(counts: Counts) -> String {
    let same = count(counts.same, "word in the same order", "words in the same order");
    let (left, right) = (thousands(counts.only_left), thousands(counts.only_right));
    format!("{same} · {left} only left · {right} only right")
}

/// Which passages are paired and which stand alone, in words; empty where there is one pair only.
pub fn compared(counts: Counts) -> String {
    if counts.pairs + counts.left_alone + counts.right_alone < 2 {
        return String::new();
    }
    let mut words = vec![count(counts.pairs, "pair", "pairs")];
    if counts.equal > 0 {
        words.push(format!("{} word for word the same", thousands(counts.equal)));
    }
    for (alone, side) in [(counts.left_alone, "left"), (counts.right_alone, "right")] {
        if alone > 0 {
            words.push(format!("{} only {side}", count(alone, "clause", "clauses")));
        }
    }
    words.join(" · ")
}

/// Writes a comparison for people: the right text in the left one, `[-only left-]` and `{+only right+}`. The marks
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
        let (title, address) = (label(collection, item), address(collection, item));
        writeln!(out, "{side} {}  [{address}]", shown(&title))?;
        writeln!(out, "          {}", shown(&signed(collection, item)))?;
    }
    let counts = comparison.counts;
    writeln!(out, "{}", counts_line(counts))?;
    let pairs = compared(counts);
    if !pairs.is_empty() {
        writeln!(out, "{pairs}")?;
    }
    for group in &comparison.groups {
        if let Some(sector) = &group.sector {
            writeln!(out, "\n== {}", shown(sector))?;
        } else if comparison.groups.len() > 1 {
            writeln!(out, "\n== No sector")?;
        }
        for pair in &group.pairs {
            one(collection, pair, look.style, out)?;
        }
    }
    Ok(())
}

fn one(collection: &Collection, pair: &Pair, style: Option<&str>, out: &mut impl Write) -> io::Result<()> {
    let name = |item: ItemId| {
        let wording = match wording(collection, item) {
            Wording::Official => String::new(),
            other => format!(" · {}", other.word()),
        };
        format!("{}  [{}]{wording}", shown(&label(collection, item)), address(collection, item))
    };
    writeln!(out)?;
    match (pair.left, pair.right) {
        (Some(left), Some(right)) => {
            writeln!(out, "{}", name(left))?;
            writeln!(out, "{}", name(right))?;
        }
        (Some(item), None) => writeln!(out, "only left: {}", name(item))?,
        (None, Some(item)) => writeln!(out, "only right: {}", name(item))?,
        (None, None) => {}
    }
    let text = |item: Option<ItemId>| item.and_then(|i| passage(collection, i)).unwrap_or_default();
    let (on, off) = style.map_or(("", ""), |style| (style, "\u{1b}[0m"));
    let words = match (pair.left, pair.right) {
        (Some(_), Some(_)) => merged(&pair.difference, text(pair.left), text(pair.right), style),
        (Some(_), None) => format!("{on}[-{}-]{off}", shown_lines(text(pair.left).trim())),
        (None, _) => format!("{on}{{+{}+}}{off}", shown_lines(text(pair.right).trim())),
    };
    for line in words.lines() {
        writeln!(out, "  {line}")?;
    }
    Ok(())
}

/// The right text in the left one, differences marked; the signs and line breaks between words are those of the left
/// text where it has any.
pub(super) fn merged(difference: &Difference, left: &str, right: &str, style: Option<&str>) -> String {
    let mut out = String::new();
    let (mut at_left, mut at_right) = (0, 0);
    let piece = |text: &str, range: Range<usize>| shown_block(text.get(range).unwrap_or_default());
    let (on, off) = style.map_or(("", ""), |style| (style, "\u{1b}[0m"));
    let mut instead = false;
    for step in &difference.steps {
        match step {
            Step::Same(l, r) => {
                out.push_str(&piece(left, at_left..l.start));
                out.push_str(&piece(left, l.clone()));
                (at_left, at_right) = (l.end, r.end);
            }
            Step::Left(l) => {
                out.push_str(&piece(left, at_left..l.start));
                out.push_str(&format!("{on}[-{}-]{off}", piece(left, l.clone())));
                at_left = l.end;
            }
            Step::Right(r) => {
                let before = right.get(at_right..r.start).unwrap_or_default();
                // What stands instead of something stands beside it.
                let gap = if before.contains('\n') && !instead { "\n" } else { " " };
                if !out.is_empty() && !out.ends_with(char::is_whitespace) {
                    out.push_str(gap);
                }
                out.push_str(&format!("{on}{{+{}+}}{off}", piece(right, r.clone())));
                at_right = r.end;
            }
        }
        instead = matches!(step, Step::Left(_));
    }
    out.push_str(&piece(left, at_left..left.len()));
    out
}

/// [`shown_lines`], with the line break at the end kept.
fn shown_block(text: &str) -> String {
    let mut lines = shown_lines(text);
    if text.ends_with('\n') {
        lines.push('\n');
    }
    lines
}

fn address(collection: &Collection, item: ItemId) -> String {
    collection.address(item).map(|address| address.to_string()).unwrap_or_default()
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
            assert_eq!(merged(&Difference::of(left, right), left, right, None), expected);
        }
        let lit = merged(&Difference::of("a b", "a c"), "a b", "a c", Some("\u{1b}[1m"));
        assert_eq!(lit, "a \u{1b}[1m[-b-]\u{1b}[0m \u{1b}[1m{+c+}\u{1b}[0m");
    }
}
