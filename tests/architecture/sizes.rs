//! Which sizes the code compares with a number: what a screen has room for is decided in one file.

use crate::code::tokens;
use crate::{SOURCES, assert_none};
use std::collections::BTreeSet;

/// What the sizes of screens and areas are called.
const SIZES: &[&str] = &["width", "height", "columns", "rows"];
const ORDERS: &[&str] = &["<", ">", "<=", ">="];

/// Every comparison of a size with a number or a constant, and every range of numbers that a match goes by.
///
/// Nothing and one are no thresholds: they say whether there is anything, or more than a heading. Neither is a number
/// that is added to the size of a text: it asks whether the text fits.
fn thresholds(code: &str) -> Vec<String> {
    let tokens = tokens(code);
    let at = |place: usize| tokens.get(place).copied().unwrap_or_default();
    let mut found = Vec::new();
    for i in 0..tokens.len() {
        let call = if at(i + 1) == "(" && at(i + 2) == ")" { 2 } else { 0 };
        let after =
            SIZES.contains(&at(i)) && ORDERS.contains(&at(i + 1 + call)) && is_fixed(at(i + 2 + call));
        let is_sum = i > 0 && ["+", "-", "*", "/"].contains(&at(i - 1));
        let before =
            is_fixed(at(i)) && ORDERS.contains(&at(i + 1)) && !is_sum && ends_in_size(&tokens[i + 2..]);
        let range = [at(i), at(i + 1), at(i + 2)];
        let arm = match range {
            [number, "..", "=>"] | ["..", number, "=>"] | ["..=", number, "=>"] => is_fixed(number),
            _ => false,
        };
        if after || before || arm {
            found.push(tokens[i..(i + 4).min(tokens.len())].join(" "));
        }
    }
    found
}

fn is_fixed(token: &str) -> bool {
    let is_constant = token.len() > 1 && token.starts_with(|c: char| c.is_ascii_uppercase());
    let is_constant = is_constant && token.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    is_constant || token.replace('_', "").parse::<usize>().is_ok_and(|number| number > 1)
}

/// Whether the tokens begin with a path, the last name of which is that of a size.
fn ends_in_size(tokens: &[&str]) -> bool {
    let path = tokens.chunks(2).take_while(|pair| pair.get(1) == Some(&".")).count();
    tokens.get(path * 2).is_some_and(|name| SIZES.contains(name))
}

#[test]
fn only_the_layout_knows_thresholds_of_sizes() {
    let (mut found, mut known) = (BTreeSet::new(), 0);
    for source in SOURCES.iter().filter(|source| ["explore", "tui"].contains(&source.top())) {
        let own = thresholds(&source.code).into_iter();
        match source.module == ["explore", "layout"] {
            true => known = own.count(),
            false => found.extend(own.map(|threshold| format!("{}: {threshold}", source.path))),
        }
    }
    assert!((1..=12).contains(&known), "{known} thresholds of the layout");
    assert_none("a number decides on a size; ask for the class, or what fits", found);
}

#[test]
fn thresholds_are_seen_in_every_form() {
    for code in [
        "if area.width >= 58 {",
        "if 30 <= side.width {",
        "self.rows() > 40",
        "if width < WIDEST {",
        "match area.height { 4..10 => 1,",
        "98.. => (9, 3),",
        "..=20 => 2,",
    ] {
        assert_eq!(thresholds(code).len(), 1, "{code}");
    }
    for code in [
        "if area.height > 0 {",
        "area.height > 1",
        "width(&text) + 12 <= area.width",
        "left.width < right.width",
        "for i in 2..width {}",
        "Vec<usize>",
        "|row| row => 3",
    ] {
        assert_eq!(thresholds(code), Vec::<String>::new(), "{code}");
    }
}
