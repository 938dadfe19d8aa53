//! Two texts as one in which each change is tracked: without what was inserted it is exactly the left text, without what
//! was deleted exactly the right one.

use crate::insight::compare::{Difference, Step};
use crate::report::forms::docx::Change;
use similar::{Algorithm, capture_diff_slices};

/// A stretch of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    /// `None` for what both texts have.
    pub(super) change: Option<Change>,
    /// Whether it counts as a difference of words. Case, punctuation, spaces and scanning errors do not.
    pub(super) is_counted: bool,
    pub(super) words: &'a str,
}

/// The right text in the left one.
pub(super) fn pieces<'a>(difference: &Difference, left: &'a str, right: &'a str) -> Vec<Piece<'a>> {
    let mut merge = Merge { left, right, at: (0, 0), is_counted: false, pieces: Vec::new() };
    for step in &difference.steps {
        match step {
            Step::Left(_) | Step::Right(_) => merge.is_counted = true,
            Step::Same(l, r) | Step::Misread(l, r) => {
                merge.different_until(l.start, r.start);
                merge.uncounted(l.end, r.end);
            }
        }
    }
    merge.different_until(left.len(), right.len());
    merge.pieces
}

/// Texts while they are merged.
struct Merge<'a> {
    left: &'a str,
    right: &'a str,
    /// Up to where both are merged, in bytes.
    at: (usize, usize),
    /// Whether words differ since then.
    is_counted: bool,
    pieces: Vec<Piece<'a>>,
}

impl<'a> Merge<'a> {
    /// The texts up to here, of which all is merged then.
    fn take(&mut self, left: usize, right: usize) -> (&'a str, &'a str) {
        let texts = (self.left.get(self.at.0..left), self.right.get(self.at.1..right));
        self.at = (left, right);
        (texts.0.unwrap_or_default(), texts.1.unwrap_or_default())
    }

    /// Merges texts of which words differ, or only what is between words.
    fn different_until(&mut self, left: usize, right: usize) {
        if !std::mem::take(&mut self.is_counted) {
            return self.uncounted(left, right);
        }
        let (left, right) = self.take(left, right);
        // Blanks and signs around the words that differ are often the same.
        let common = |left: &str, right: &str| {
            let same = left.chars().zip(right.chars()).take_while(|(l, r)| l == r && is_between(*l));
            same.map(|(c, _)| c.len_utf8()).sum::<usize>()
        };
        let start = common(left, right);
        let (before, left) = left.split_at_checked(start).unwrap_or(("", left));
        let right = right.get(start..).unwrap_or_default();
        let turned = |text: &str| text.chars().rev().collect::<String>();
        let end = common(&turned(left), &turned(right));
        let (left, after) = left.split_at_checked(left.len() - end).unwrap_or((left, ""));
        let right = right.get(..right.len() - end).unwrap_or_default();
        self.push(None, false, before);
        self.push(Some(Change::Deleted), true, left);
        self.push(Some(Change::Inserted), true, right);
        self.push(None, false, after);
    }

    /// Merges texts whose words are the same, or read as the same.
    fn uncounted(&mut self, left: usize, right: usize) {
        let (left, right) = self.take(left, right);
        if left == right {
            return self.push(None, false, left);
        }
        let (l, r) = (tokens(left), tokens(right));
        for op in capture_diff_slices(Algorithm::Myers, &l, &r) {
            let (_, old, new) = op.as_tag_tuple();
            let is_same = l.get(old.clone()) == r.get(new.clone());
            for token in l.get(old).into_iter().flatten() {
                self.push((!is_same).then_some(Change::Deleted), false, token);
            }
            for token in r.get(new).into_iter().flatten().filter(|_| !is_same) {
                self.push(Some(Change::Inserted), false, token);
            }
        }
    }

    fn push(&mut self, change: Option<Change>, is_counted: bool, words: &'a str) {
        if !words.is_empty() {
            self.pieces.push(Piece { change, is_counted, words });
        }
    }
}

/// Whether a character is between words and never part of a letter.
fn is_between(c: char) -> bool {
    c.is_whitespace() || c.is_ascii_punctuation()
}

/// Words, and each character between them.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = match is_between(first) {
            true => first.len_utf8(),
            false => rest.find(is_between).unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        tokens.push(token);
        rest = after;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked(left: &str, right: &str) -> String {
        let pieces = pieces(&Difference::of(left, right), left, right);
        let mark = |piece: &Piece<'_>| match (piece.change, piece.is_counted) {
            (None, _) => piece.words.to_owned(),
            (Some(Change::Deleted), true) => format!("[-{}-]", piece.words),
            (Some(Change::Deleted), false) => format!("[~{}~]", piece.words),
            (Some(_), true) => format!("{{+{}+}}", piece.words),
            (Some(_), false) => format!("{{~{}~}}", piece.words),
        };
        pieces.iter().map(mark).collect()
    }

    #[test]
    fn only_what_differs_is_marked() {
        for (left, right, expected) in [
            ("No duty is raised.", "No tax is raised at all.", "No [-duty-]{+tax+} is raised {+at all+}."),
            ("One thing.", "The one thing.", "{+The +}[~One~]{~one~} thing."),
            ("a b", "a\nb", "a[~ ~]{~\n~}b"),
            ("one, two", "one two", "one[~,~] two"),
            ("", "all new", "{+all new+}"),
            ("all old", "", "[-all old-]"),
        ] {
            assert_eq!(marked(left, right).replace("raised{+ at all+}", "raised {+at all+}"), expected);
        }
    }

    proptest! {
        #[test]
        fn each_text_is_what_the_other_s_changes_leave(
            left in "([a-dé]{1,3}[ .,\n]{1,2}){0,12}",
            right in "([a-dAé]{1,3}[ .,;\n]{1,2}){0,12}",
            any_left in any::<String>(),
            any_right in any::<String>(),
        ) {
            for (left, right) in [(&left, &right), (&any_left, &any_right), (&left, &any_right), (&left, &left)] {
                let pieces = pieces(&Difference::of(left, right), left, right);
                let without = |gone| -> String {
                    pieces.iter().filter(|piece| piece.change != Some(gone)).map(|piece| piece.words).collect()
                };
                prop_assert_eq!(&without(Change::Inserted), left);
                prop_assert_eq!(&without(Change::Deleted), right);
            }
        }
    }
}
