//! The states of a row, in one value or in several.

use crate::data::tables::states::{Codes, find};

/// The sign between the parties of a value: the one that most values have, but a comma may be part of a name.
pub(super) fn separator<'v>(values: impl Iterator<Item = &'v str>) -> char {
    let (mut commas, mut semicolons, mut bars) = (0, 0, 0);
    for value in values {
        commas += usize::from(value.contains(','));
        semicolons += usize::from(value.contains(';'));
        bars += usize::from(value.contains('|'));
    }
    match semicolons.max(bars) {
        most if most == 0 || most * 2 < commas => ',',
        most if most == semicolons => ';',
        _ => '|',
    }
}

/// Other signs between two parties, which may be parts of a name too.
const BETWEEN: [&str; 4] = [" / ", " – ", " - ", " and "];

/// The names in a piece: several if it is no name of a state, and all that is between such signs are.
fn names(piece: &str, is_known: impl Fn(&str) -> bool) -> Vec<String> {
    let parts = BETWEEN.iter().map(|sign| piece.split(sign).map(str::trim).collect::<Vec<_>>());
    let several = parts.filter(|parts| parts.len() > 1).find(|parts| parts.iter().all(|name| is_known(name)));
    match several.filter(|_| !is_known(piece)) {
        Some(names) => names.into_iter().map(str::to_owned).collect(),
        None => vec![piece.to_owned()],
    }
}

/// The parties of a value. A comma may be part of a name, as in `Korea, Republic of`.
pub(super) fn parties(value: &str, separator: char, system: Option<Codes>) -> Vec<String> {
    let pieces: Vec<&str> = value.split(separator).map(str::trim).filter(|piece| !piece.is_empty()).collect();
    let is_known = |name: &str| !find(name, system, None).is_empty();
    let (mut out, mut at) = (Vec::new(), 0);
    while let Some(piece) = pieces.get(at) {
        let longer = pieces.get(at + 1).map(|next| format!("{piece}{separator} {next}"));
        match longer.filter(|name| separator == ',' && is_known(name)) {
            Some(name) => {
                out.push(name);
                at += 2;
            }
            None => {
                out.extend(names(piece, is_known));
                at += 1;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_may_be_part_of_a_name() {
        assert_eq!(
            parties("Chile, Korea, Republic of,Peru", ',', None),
            ["Chile", "Korea, Republic of", "Peru"]
        );
        for value in ["Chile / Peru", "Chile – Peru", "Chile - Peru", "Chile and Peru", "CHL / PER"] {
            assert_eq!(parties(value, ',', None).len(), 2, "{value}");
        }
        for value in ["Trinidad and Tobago", "Fiji / Atlantis", "Guinea-Bissau"] {
            assert_eq!(parties(value, ',', None), [value]);
        }
        assert_eq!(parties("TUR; AZE", separator(["TUR; AZE"].into_iter()), None), ["TUR", "AZE"]);
    }
}
