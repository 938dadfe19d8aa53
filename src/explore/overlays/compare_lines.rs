//! Lays a comparison out in lines: both sides beside each other, or one below the other if there is no room.

use crate::explore::layout::{Area, Layout, is_readable};
use crate::explore::lines::{Piece, Role, quote_bar};
use crate::insight::compare::{
    Comparison, Difference, Facing, Pair, PairState, Step, label, passage, signed, wording,
};
use crate::model::{Collection, ItemId, Wording};
use crate::report::unmarked;
use crate::text::{wrap, wrapped};
use std::ops::Range;

/// The widest side: longer lines are hard to read.
const WIDEST: usize = 76;
/// Columns before the text: the gutter and a space.
const GUTTER: usize = 2;
/// Columns of the bar and the space after it.
const BAR: usize = 2;
/// Columns between the sides.
const BETWEEN: usize = 5;

/// A line of a comparison.
#[derive(Clone, Debug, Default)]
pub struct CompareLine {
    /// Its pieces, from left to right.
    pub pieces: Vec<Piece>,
    /// Whether both sides are on it, with the divider between.
    pub two: bool,
    /// Whether a difference begins on it.
    pub differs: bool,
    /// Whether a pair that differs begins on it.
    pub begins: bool,
}

/// What can be walked in a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Pairs that differ, and what is on one side only.
    Pair,
    /// Differences within pairs.
    Difference,
}

impl Stop {
    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Self::Pair => "pair",
            Self::Difference => "difference",
        }
    }
}

/// A comparison laid out for a width.
#[derive(Clone, Debug, Default)]
pub struct CompareLines(Vec<CompareLine>);

impl CompareLines {
    /// The lines, from the top.
    pub fn lines(&self) -> &[CompareLine] {
        &self.0
    }

    /// The last line that can be scrolled to the top.
    pub fn furthest(&self, layout: Layout) -> usize {
        self.0.len().saturating_sub(text_area(layout).height)
    }

    /// The lines on which such a stop begins.
    pub fn stops(&self, stop: Stop) -> Vec<usize> {
        let begins = |line: &CompareLine| match stop {
            Stop::Pair => line.begins,
            Stop::Difference => line.differs,
        };
        (0..).zip(&self.0).filter(|(_, line)| begins(line)).map(|(place, _)| place).collect()
    }

    /// The line after the pair that begins on this line.
    pub fn end_of_pair(&self, first: usize) -> usize {
        let rest = self.0.iter().skip(first + 1);
        first + 1 + rest.take_while(|line| !line.pieces.is_empty()).count()
    }
}

/// Where the text of a comparison is: below the heading.
pub fn text_area(layout: Layout) -> Area {
    let body = layout.body();
    let top = (1 + layout.gap()).min(body.height);
    Area { y: body.y + top, height: body.height - top, ..body }
}

/// The column of the divider; `None` if the sides are one below the other.
pub fn middle(width: usize) -> Option<usize> {
    let (left, right) = sides(width);
    (left.x < right.x).then(|| right.x - 3)
}

/// A side of the comparison.
#[derive(Clone, Copy)]
struct Side {
    x: usize,
    columns: usize,
}

/// The left and the right side: beside each other if both are readable, else in the same columns, one below the other.
fn sides(width: usize) -> (Side, Side) {
    let half = width.saturating_sub(GUTTER + BETWEEN) / 2;
    if !is_readable(half) {
        let whole = Side { x: GUTTER, columns: width.saturating_sub(GUTTER).max(1) };
        return (whole, whole);
    }
    let columns = half.min(WIDEST);
    (Side { x: GUTTER, columns }, Side { x: GUTTER + columns + BETWEEN, columns })
}

/// The lines of a comparison for a width.
pub fn lay_out(collection: &Collection, comparison: &Comparison, width: usize, roomy: bool) -> CompareLines {
    let (left, right) = sides(width);
    let beside = left.x < right.x;
    let mut builder = Builder { collection, left, right, beside, roomy, lines: Vec::new() };
    let counts = comparison.counts;
    let whole = counts.pairs + counts.left_alone + counts.right_alone > 1;
    builder.heads(comparison);
    for group in &comparison.groups {
        if comparison.groups.len() > 1 {
            builder.lines.push(CompareLine::default());
            let name = group.sector.as_deref().unwrap_or("No sector");
            builder.alone(GUTTER, name, Role::Focus, width.saturating_sub(GUTTER));
        }
        for pair in &group.pairs {
            builder.lines.push(builder.empty());
            builder.pair(pair, whole);
        }
    }
    builder.lines.push(CompareLine::default());
    builder.legend(width);
    if counts.misread > 0 {
        builder.legend_of_misread(width);
    }
    CompareLines(builder.lines)
}

struct Builder<'a> {
    collection: &'a Collection,
    left: Side,
    right: Side,
    beside: bool,
    roomy: bool,
    lines: Vec<CompareLine>,
}

impl Builder<'_> {
    fn empty(&self) -> CompareLine {
        CompareLine { two: self.beside, ..CompareLine::default() }
    }

    /// The titles and dates of both sides.
    fn heads(&mut self, comparison: &Comparison) {
        let head = |item: ItemId, side: Side| {
            let agreement = item.agreement().filter(|agreement| *agreement != item);
            let title = label(self.collection, agreement.unwrap_or(item));
            let mut about: Vec<String> =
                agreement.map(|_| label(self.collection, item)).into_iter().collect();
            about.push(signed(self.collection, item));
            let mut block = block(side, &title, Role::Strong);
            block.extend(self::block(side, &about.join(" · "), Role::Quiet));
            block
        };
        let (left, right) = (head(comparison.left, self.left), head(comparison.right, self.right));
        self.beside_each_other(left, right);
    }

    /// A pair: headings if there are several pairs, paragraphs side by side, addresses.
    fn pair(&mut self, pair: &Pair, with_heading: bool) {
        let begins = self.lines.len();
        let state = pair.state();
        // A passage without a counterpart differs as a whole, as do two that have little in common. Underlining all of it
        // would make it hard to read.
        let (left_marks, right_marks) = match state {
            PairState::Differing | PairState::Alike => marks(&pair.difference),
            _ => Default::default(),
        };
        let left = Passage::of(self.collection, pair.left, self.left, &left_marks);
        let right = Passage::of(self.collection, pair.right, self.right, &right_marks);
        if self.beside {
            if with_heading {
                let name = |item: Option<ItemId>, side: Side| match item {
                    Some(item) => block(side, &label(self.collection, item), Role::Strong),
                    None => block(side, "no counterpart", Role::Unknown),
                };
                self.beside_each_other(name(pair.left, self.left), name(pair.right, self.right));
            }
            self.unmarked(pair);
            let whole = [Facing { left: 0..left.text.len(), right: 0..right.text.len() }];
            let facing = if state == PairState::TooDifferent { &whole[..] } else { &pair.difference.facing };
            for facing in facing {
                self.beside_each_other(left.lines(facing.left.clone()), right.lines(facing.right.clone()));
            }
            let foot = (left.foot(self.collection, self.roomy), right.foot(self.collection, self.roomy));
            self.beside_each_other(foot.0, foot.1);
        } else {
            self.unmarked(pair);
            self.under_each_other([&left, &right], with_heading, state);
        }
        if let Some(line) = self.lines.get_mut(begins).filter(|_| state != PairState::Alike) {
            line.begins = true;
            line.differs |= state != PairState::Differing;
        }
    }

    /// Says above a pair why none of its words are marked.
    fn unmarked(&mut self, pair: &Pair) {
        if pair.state() == PairState::TooDifferent {
            let columns = if self.beside { self.right.x + self.right.columns } else { self.left.columns };
            self.alone(
                GUTTER,
                &unmarked(&pair.difference),
                Role::Quiet,
                columns.saturating_sub(GUTTER).max(1),
            );
        }
    }

    fn under_each_other(&mut self, passages: [&Passage<'_>; 2], with_heading: bool, state: PairState) {
        let is_alone = matches!(state, PairState::OnlyLeft | PairState::OnlyRight);
        for (passage, side) in passages.into_iter().zip(["left", "right"]) {
            let Some(item) = passage.item else { continue };
            let only = if is_alone { format!("only {side}: ") } else { String::new() };
            let name = format!("{only}{}", label(self.collection, item));
            if with_heading {
                self.lines.extend(block(passage.side, &name, Role::Strong));
            }
            self.lines.extend(passage.lines(0..passage.text.len()));
            self.lines.extend(passage.foot(self.collection, self.roomy));
            if !with_heading {
                self.lines.push(CompareLine::default());
            }
        }
    }

    /// Puts the lines of both sides beside each other.
    fn beside_each_other(&mut self, left: Vec<CompareLine>, right: Vec<CompareLine>) {
        if !self.beside {
            self.lines.extend(left.into_iter().chain(right));
            return;
        }
        let (mut left, mut right) = (left.into_iter(), right.into_iter());
        loop {
            let (l, r) = (left.next(), right.next());
            if l.is_none() && r.is_none() {
                return;
            }
            let mut line = self.empty();
            for side in [l, r].into_iter().flatten() {
                line.pieces.extend(side.pieces);
                line.differs |= side.differs;
            }
            // A difference of several lines is one stop.
            self.lines.push(line);
        }
    }

    fn alone(&mut self, x: usize, words: &str, role: Role, columns: usize) {
        self.lines.extend(block(Side { x, columns }, words, role));
    }

    fn legend(&mut self, width: usize) {
        let words = "Underlined: differs from the other text; case, dashes and bullets are ignored.";
        self.example(width, ("Underlined", Role::Differ), words);
    }

    fn legend_of_misread(&mut self, width: usize) {
        let words =
            "Underlined in the colour of the text: differs only as scanning errors do, and is no difference.";
        self.example(width, ("Underlined", Role::Doubt), words);
    }

    /// A remark whose first word is an example.
    fn example(&mut self, width: usize, (word, role): (&str, Role), words: &str) {
        let first = self.lines.len();
        self.alone(GUTTER, words, Role::Quiet, width.saturating_sub(GUTTER).min(2 * WIDEST));
        let Some(line) = self.lines.get_mut(first) else { return };
        if let Some(rest) = line.pieces.first().and_then(|p| p.text.strip_prefix(word)).map(str::to_owned) {
            line.pieces = vec![
                Piece { x: GUTTER, text: word.to_owned(), role },
                Piece { x: GUTTER + word.len(), text: rest, role: Role::Quiet },
            ];
        }
    }
}

/// Text wrapped into a side.
fn block(side: Side, words: &str, role: Role) -> Vec<CompareLine> {
    let line = |text| CompareLine { pieces: vec![Piece::new(side.x, text, role)], ..CompareLine::default() };
    wrapped(words, side.columns).map(line).collect()
}

/// A passage on one side.
struct Passage<'a> {
    item: Option<ItemId>,
    text: &'a str,
    wording: Wording,
    side: Side,
    marks: &'a [Marked],
}

/// A stretch of a passage that is highlighted: it differs, or is misread.
type Marked = (Range<usize>, Role);

/// What is highlighted of both texts of a pair.
fn marks(difference: &Difference) -> (Vec<Marked>, Vec<Marked>) {
    let (mut lefts, mut rights) = (Vec::new(), Vec::new());
    for step in &difference.steps {
        match step {
            Step::Same(..) => {}
            Step::Left(left) => lefts.push((left.clone(), Role::Differ)),
            Step::Right(right) => rights.push((right.clone(), Role::Differ)),
            Step::Misread(left, right) => {
                lefts.push((left.clone(), Role::Doubt));
                rights.push((right.clone(), Role::Doubt));
            }
        }
    }
    (lefts, rights)
}

impl<'a> Passage<'a> {
    fn of(collection: &'a Collection, item: Option<ItemId>, side: Side, marks: &'a [Marked]) -> Self {
        let text = item.and_then(|item| passage(collection, item)).unwrap_or_default();
        let wording = item.map_or(Wording::Official, |item| wording(collection, item));
        Self { item, text, wording, side, marks }
    }

    fn bar(&self) -> Piece {
        Piece { x: self.side.x, text: quote_bar(self.wording).to_owned(), role: Role::Key }
    }

    /// The lines of a range of the text, without blank lines around it.
    fn lines(&self, range: Range<usize>) -> Vec<CompareLine> {
        let stretch = self.text.get(range.clone()).unwrap_or_default();
        let trimmed = stretch.trim();
        if trimmed.is_empty() {
            return Vec::new();
        }
        let start = range.start + (stretch.len() - stretch.trim_start().len());
        let mut before = false;
        wrap(trimmed, self.side.columns.saturating_sub(BAR).max(1))
            .into_iter()
            .map(|line| {
                let (pieces, differs) = self.pieces(start + line.start..start + line.end);
                let begins = differs && !before;
                before = differs;
                let pieces = std::iter::once(self.bar()).chain(pieces).collect();
                CompareLine { pieces, differs: begins, ..CompareLine::default() }
            })
            .collect()
    }

    /// A line in pieces, with differences highlighted; true if there are any.
    fn pieces(&self, line: Range<usize>) -> (Vec<Piece>, bool) {
        let (mut pieces, mut at, mut x) = (Vec::new(), line.start, self.side.x + BAR);
        let mut put = |range: Range<usize>, role: Role| {
            let text = self.text.get(range).unwrap_or_default();
            if !text.is_empty() {
                pieces.push(Piece { x, text: text.to_owned(), role });
                x += crate::text::width(text);
            }
        };
        let first = self.marks.partition_point(|(range, _)| range.end <= line.start);
        let mut any = false;
        for (range, role) in self.marks.iter().skip(first).take_while(|(range, _)| range.start < line.end) {
            let (from, to) = (range.start.max(line.start), range.end.min(line.end));
            put(at..from, Role::Text);
            put(from..to, *role);
            (at, any) = (to, any || *role == Role::Differ);
        }
        put(at..line.end, Role::Text);
        (pieces, any)
    }

    /// Below a passage: its wording, if it is not official, and its address.
    fn foot(&self, collection: &Collection, roomy: bool) -> Vec<CompareLine> {
        let Some(item) = self.item else { return Vec::new() };
        let mut lines = Vec::new();
        if self.wording != Wording::Official {
            let side = Side { x: self.side.x + BAR, columns: self.side.columns.saturating_sub(BAR).max(1) };
            let mut caption = block(side, self.wording.word(), Role::Quiet);
            for line in &mut caption {
                line.pieces.insert(0, self.bar());
            }
            lines.extend(caption);
        }
        let address = collection.address(item).map(|address| address.to_string()).unwrap_or_default();
        if roomy && crate::text::width(&address) <= self.side.columns {
            lines.extend(block(self.side, &address, Role::Quiet));
        }
        lines
    }
}
