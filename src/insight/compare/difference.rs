//! The difference of two texts, word by word.

use super::cells::by_column;
use super::misread::{self, Scanned};
use crate::insight::wording::{Joined, Numbering, Words};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// The most words on both sides together for which the difference is the shortest possible. For more, it is only a
/// short one, because the shortest can take quadratic time.
const SHORTEST_UP_TO: usize = 20_000;

/// The least share of words in common for which words are marked.
pub const READABLE: f64 = 0.3;

/// Words that both texts have, or that only one of them has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The same words, in bytes of the left and of the right text.
    Same(Range<usize>, Range<usize>),
    /// Words of the left text that the right one does not have here, in bytes of the left.
    Left(Range<usize>),
    /// Words of the right text that the left one does not have here, in bytes of the right.
    Right(Range<usize>),
    /// Words that differ only as scanning errors do, in bytes of the left and of the right text.
    Misread(Range<usize>, Range<usize>),
}

/// Paragraphs that face each other, in bytes of each text; empty on one side if it has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facing {
    /// Of the left text.
    pub left: Range<usize>,
    /// Of the right text.
    pub right: Range<usize>,
}

/// The difference of two texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// From start to end.
    pub steps: Vec<Step>,
    /// The paragraphs of both texts, which together cover all of both.
    pub facing: Vec<Facing>,
    /// How many words are unchanged.
    pub same: usize,
    /// How many words only the left text has.
    pub only_left: usize,
    /// How many words only the right text has.
    pub only_right: usize,
    /// How many words differ only as scanning errors do; they are among neither of the others.
    pub misread: usize,
}

impl Difference {
    /// The difference of two texts; see [`super::compare`] for what counts.
    pub fn of(left: &str, right: &str) -> Self {
        let joined = Joined::of(&[left, right]);
        let mut numbering = Numbering::new(&joined);
        let (l, r) = (numbering.words(left), numbering.words(right));
        Self::of_words((left, &l), (right, &r), Scanned::default())
    }

    pub(super) fn of_words(left: (&str, &Words), right: (&str, &Words), scanned: Scanned) -> Self {
        let (l, r) = (left.1, right.1);
        let shortest = l.numbers.len() + r.numbers.len() <= SHORTEST_UP_TO;
        let algorithm = if shortest { Algorithm::RawMyers } else { Algorithm::Myers };
        let ops = match by_column(left, right) {
            Some([left, right]) => capture_diff_slices(algorithm, &left, &right),
            None => capture_diff_slices(algorithm, &l.numbers, &r.numbers),
        };
        let mut found = Self { facing: facing(left, right, &ops), ..Self::default() };
        for op in ops {
            let (_, old, new) = op.as_tag_tuple();
            if matches!(op, DiffOp::Equal { .. }) {
                found.same += old.len();
                found.steps.push(Step::Same(l.span(old), r.span(new)));
                continue;
            }
            let pairs = match old.is_empty() || new.is_empty() {
                true => Vec::new(),
                false => misread::pairs(&printed(left, old.clone()), &printed(right, new.clone()), scanned),
            };
            let (mut from, end) = ((old.start, new.start), (old.end, new.end));
            for (lefts, rights) in pairs {
                let (lefts, rights) = (shifted(lefts, old.start), shifted(rights, new.start));
                found.only_on_one_side((l, from.0..lefts.start), (r, from.1..rights.start));
                from = (lefts.end, rights.end);
                found.misread += 1;
                found.steps.push(Step::Misread(l.span(lefts), r.span(rights)));
            }
            found.only_on_one_side((l, from.0..end.0), (r, from.1..end.1));
        }
        found
    }

    /// Adds words that stand in the place of each other.
    fn only_on_one_side(&mut self, (l, old): (&Words, Range<usize>), (r, new): (&Words, Range<usize>)) {
        self.only_left += old.len();
        self.only_right += new.len();
        if !old.is_empty() {
            self.steps.push(Step::Left(l.span(old)));
        }
        if !new.is_empty() {
            self.steps.push(Step::Right(r.span(new)));
        }
    }

    /// Whether no word differs.
    pub fn is_empty(&self) -> bool {
        self.only_left + self.only_right == 0
    }

    /// The share of words that both texts have in the same order, 0 to 1: Dice's coefficient, 1 for two texts without words.
    pub fn share(&self) -> f64 {
        let both = 2 * (self.same + self.misread);
        let all = both + self.only_left + self.only_right;
        if all == 0 { 1.0 } else { both as f64 / all as f64 }
    }

    /// Whether marked words can be read: below [`READABLE`], the marks are all over both texts and say nothing.
    pub fn is_readable(&self) -> bool {
        self.share() >= READABLE
    }

    /// What is misread in one of the texts, in bytes of the left and of the right.
    pub fn misread(&self) -> impl Iterator<Item = (Range<usize>, Range<usize>)> + '_ {
        self.steps.iter().filter_map(|step| match step {
            Step::Misread(left, right) => Some((left.clone(), right.clone())),
            _ => None,
        })
    }

    /// What differs in the left text, in bytes.
    pub fn left(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.steps.iter().filter_map(|step| match step {
            Step::Left(range) => Some(range.clone()),
            _ => None,
        })
    }

    /// What differs in the right text, in bytes.
    pub fn right(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.steps.iter().filter_map(|step| match step {
            Step::Right(range) => Some(range.clone()),
            _ => None,
        })
    }
}

/// Words as they are printed.
fn printed<'t>((text, words): (&'t str, &Words), range: Range<usize>) -> Vec<&'t str> {
    let ranges = words.ranges.get(range).unwrap_or_default().iter();
    ranges.map(|range| text.get(range.clone()).unwrap_or_default()).collect()
}

fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// A position in both texts, in words.
type WordPlace = (usize, usize);

/// The paragraphs that face each other: both texts are cut wherever a paragraph ends in both at the same point of
/// the difference.
fn facing(left: (&str, &Words), right: (&str, &Words), ops: &[DiffOp]) -> Vec<Facing> {
    let (l, r) = (Breaks::of(left), Breaks::of(right));
    let mut cuts: Vec<WordPlace> = Vec::new();
    let mut meet = |place: WordPlace| {
        let both = l.at(place.0).is_some() && r.at(place.1).is_some();
        if both && cuts.last() != Some(&place) {
            cuts.push(place);
        }
    };
    for op in ops {
        let (_, old, new) = op.as_tag_tuple();
        meet((old.start, new.start));
        match op {
            DiffOp::Equal { .. } => old.clone().zip(new.clone()).for_each(&mut meet),
            DiffOp::Delete { .. } => old.clone().for_each(|place| meet((place, new.start))),
            DiffOp::Insert { .. } => new.clone().for_each(|place| meet((old.start, place))),
            DiffOp::Replace { .. } => {}
        }
        meet((old.end, new.end));
    }
    let (mut from, mut found) = ((0, 0), Vec::new());
    for place in cuts.into_iter().skip_while(|place| *place == (0, 0)) {
        let end = (place.0 >= left.1.numbers.len(), place.1 >= right.1.numbers.len());
        let to_left = if end.0 { left.0.len() } else { l.at(place.0).unwrap_or(from.0) };
        let to_right = if end.1 { right.0.len() } else { r.at(place.1).unwrap_or(from.1) };
        found.push(Facing { left: from.0..to_left, right: from.1..to_right });
        from = (to_left, to_right);
    }
    if from != (left.0.len(), right.0.len()) || found.is_empty() {
        found.push(Facing { left: from.0..left.0.len(), right: from.1..right.0.len() });
    }
    found
}

/// The starts of the paragraphs of a text: first word and byte.
struct Breaks(Vec<(usize, usize)>);

impl Breaks {
    fn of((text, words): (&str, &Words)) -> Self {
        let mut breaks = vec![(0, 0)];
        let mut end = 0;
        for (place, range) in words.ranges.iter().enumerate() {
            let between = text.get(end..range.start).unwrap_or_default();
            // A bullet or a bracket before the first word belongs to its line.
            if let Some(line) = between.rfind('\n').filter(|_| place > 0) {
                breaks.push((place, end + line + 1));
            }
            end = range.end;
        }
        breaks.push((words.ranges.len(), text.len()));
        Self(breaks)
    }

    /// The byte where a paragraph with this first word starts.
    fn at(&self, word: usize) -> Option<usize> {
        let place = self.0.partition_point(|(first, _)| *first < word);
        self.0.get(place).filter(|(first, _)| *first == word).map(|(_, byte)| *byte)
    }
}

#[cfg(test)]
#[allow(clippy::string_slice)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The right text's words in the left's, marked.
    fn marked(left: &str, right: &str) -> String {
        let words: Vec<String> = Difference::of(left, right)
            .steps
            .into_iter()
            .map(|step| match step {
                Step::Same(l, _) => left[l].to_owned(),
                Step::Left(l) => format!("[-{}-]", &left[l]),
                Step::Right(r) => format!("{{+{}+}}", &right[r]),
                Step::Misread(l, _) => format!("~{}~", &left[l]),
            })
            .collect();
        words.join(" ")
    }

    #[test]
    fn only_words_differ() {
        for (left, right, expected) in [
            ("The Parties shall", "the parties, SHALL;", "The Parties shall"),
            ("• one – two", "- one-two", "one – two"),
            ("a b c d", "a x c d", "a [-b-] {+x+} c d"),
            ("economic co-operation", "economic cooperation", "economic co-operation"),
            (
                "inter-\nnational re-establishment",
                "international reestablishment",
                "inter-\nnational re-establishment",
            ),
            ("national defense;", "national defence;", "national [-defense-] {+defence+}"),
            ("", "new words", "{+new words+}"),
            ("gone", "", "[-gone-]"),
            ("one or two", "one and two of", "one [-or-] {+and+} two {+of+}"),
        ] {
            assert_eq!(marked(left, right), expected);
        }
        assert!(Difference::of("The Parties", "the – parties").is_empty());
    }

    #[test]
    fn paragraphs_stand_face_to_face() {
        let (left, right) = ("1. One thing.\n2. Two.\n3. Three.", "1. One other thing.\n• new\n3. Three.");
        let found = Difference::of(left, right);
        let sides: Vec<(&str, &str)> =
            found.facing.iter().map(|f| (&left[f.left.clone()], &right[f.right.clone()])).collect();
        assert_eq!(
            sides,
            [
                ("1. One thing.\n", "1. One other thing.\n"),
                ("2. Two.\n", "• new\n"),
                ("3. Three.", "3. Three.")
            ]
        );
    }

    /// The longest common subsequence, by the table.
    fn longest(a: &[&str], b: &[&str]) -> usize {
        let mut row = vec![0; b.len() + 1];
        for x in a {
            let mut diagonal = 0;
            for (j, y) in b.iter().enumerate() {
                let up = row[j + 1];
                row[j + 1] = if x == y { diagonal + 1 } else { up.max(row[j]) };
                diagonal = up;
            }
        }
        row[b.len()]
    }

    proptest! {
        #[test]
        fn nothing_is_shorter(left in "[abc ]{0,30}", right in "[abc ]{0,30}") {
            let found = Difference::of(&left, &right);
            let (l, r): (Vec<&str>, Vec<&str>) = (left.split_whitespace().collect(), right.split_whitespace().collect());
            prop_assert_eq!(found.same, longest(&l, &r));
            prop_assert_eq!((found.same + found.only_left, found.same + found.only_right), (l.len(), r.len()));
        }

        #[test]
        fn facing_paragraphs_are_both_texts(left in "[ab. \n]{0,40}", right in "[ab. \n]{0,40}") {
            let found = Difference::of(&left, &right);
            let joined = |side: fn(&Facing) -> Range<usize>, text: &str| {
                found.facing.iter().map(|f| text[side(f)].to_owned()).collect::<String>()
            };
            prop_assert_eq!(joined(|f| f.left.clone(), &left), left.clone());
            prop_assert_eq!(joined(|f| f.right.clone(), &right), right.clone());
        }
    }
}
