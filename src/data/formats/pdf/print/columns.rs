//! Finds the columns of a page: the white strips between them, strip by strip.

use super::median::median;
use super::words::Word;

/// Columns inside of columns are looked for this deep.
const DEEPEST: usize = 6;

/// Fewer words than this are not a page in columns.
const FEWEST_WORDS: usize = 24;

/// Fewer lines on one side are no column.
const FEWEST_LINES: usize = 4;

/// Letters that a line of a column has on average at least; fewer are numbers in a margin.
const LETTERS_A_LINE: usize = 10;

/// Words that are read from top to bottom.
pub(super) struct Block<'a> {
    pub(super) words: Vec<&'a Word>,
    /// The place of its column among those of the page, from 0. What is above or below columns counts to the first.
    pub(super) column: usize,
}

/// The words in blocks that are read one after the other: what is above the columns, each column, what is below them. The
/// right column comes first if most words run from right to left.
pub(super) fn blocks(words: &[Word]) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    split(words.iter().collect(), 0, 0, &mut blocks);
    blocks
}

/// Appends the blocks of these words and returns how many columns they have; the first is the column `column`.
fn split<'a>(words: Vec<&'a Word>, column: usize, depth: usize, blocks: &mut Vec<Block<'a>>) -> usize {
    let strip = if depth < DEEPEST { widest_strip(&words) } else { None };
    let Some(strip) = strip else {
        if !words.is_empty() {
            blocks.push(Block { words, column });
        }
        return 1;
    };
    let (above, rest): (Vec<_>, Vec<_>) = words.into_iter().partition(|word| word.baseline <= strip.top);
    let (below, beside): (Vec<_>, Vec<_>) = rest.into_iter().partition(|word| word.baseline >= strip.bottom);
    let to_the_left = beside.iter().filter(|word| word.is_right_to_left).count();
    let runs_left = to_the_left * 2 > beside.len();
    let (first, second) = beside.into_iter().partition(|word| (word.left < strip.x) != runs_left);
    let around = split(above, column, depth + 1, blocks);
    let left = split(first, column, depth + 1, blocks);
    let right = split(second, column + left, depth + 1, blocks);
    around.max(left + right).max(split(below, column, depth + 1, blocks))
}

/// A strip without text between two columns.
#[derive(Clone, Copy, Debug)]
struct Strip {
    x: f32,
    top: f32,
    bottom: f32,
}

/// The strip with the most lines beside it; among equals the one in the middle.
fn widest_strip(words: &[&Word]) -> Option<Strip> {
    let em = median(words.iter().map(|word| word.size).collect());
    let (left, right) = extent(words.iter().copied())?;
    let width = right - left;
    if words.len() < FEWEST_WORDS || width < 12.0 * em {
        return None;
    }
    let area = Area::new(words, em, width);
    let step = (0.25 * em).max(width / 400.0);
    let steps = (0.7 * width / step) as usize;
    let xs = (0..=steps).map(|n| left + 0.15 * width + n as f32 * step);
    let found: Vec<(usize, Strip)> = xs.flat_map(|x| area.strips(x)).collect();
    let most = found.iter().map(|(lines, _)| *lines).max()?;
    let mut best = found.into_iter().filter(|(lines, _)| *lines == most).map(|(_, strip)| strip);
    let first = best.next()?;
    let same: Vec<Strip> =
        std::iter::once(first).chain(best.filter(|strip| (strip.top - first.top).abs() < 1.0)).collect();
    same.get(same.len() / 2).map(|middle| area.without_margins(Strip { x: middle.x, ..first }))
}

/// The left and the right end of these words.
fn extent<'a>(mut words: impl Iterator<Item = &'a Word>) -> Option<(f32, f32)> {
    let first = words.next()?;
    let ends = (first.left, first.right);
    Some(words.fold(ends, |(left, right), word| (left.min(word.left), right.max(word.right))))
}

/// Words in which strips are looked for.
struct Area<'a> {
    /// From top to bottom.
    words: Vec<&'a Word>,
    em: f32,
    width: f32,
}

impl<'a> Area<'a> {
    fn new(words: &[&'a Word], em: f32, width: f32) -> Self {
        let mut words = words.to_vec();
        words.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
        Self { words, em, width }
    }

    /// The strips at `x`, each with the lines of its shorter side: between two lines that cross `x`.
    fn strips(&self, x: f32) -> Vec<(usize, Strip)> {
        let half = 0.15 * self.em;
        let crossing = self.words.iter().filter(|word| word.left < x + half && word.right > x - half);
        let mut strips = Vec::new();
        let mut top = f32::NEG_INFINITY;
        for bottom in crossing.map(|word| word.baseline).chain([f32::INFINITY]) {
            strips.extend(self.strip(Strip { x, top: top + 0.5 * self.em, bottom: bottom - 0.5 * self.em }));
            top = bottom;
        }
        strips
    }

    /// The strip, if the words beside it are two columns.
    fn strip(&self, strip: Strip) -> Option<(usize, Strip)> {
        if strip.bottom - strip.top < 3.0 * self.em {
            return None;
        }
        let beside = self.beside(strip);
        let side = |is_left: bool| {
            let words = beside.iter().copied().filter(move |word| (word.left < strip.x) == is_left);
            let white = |word: &Word| if is_left { strip.x - word.right } else { word.left - strip.x };
            Side::of(words, white, self.em)
        };
        let (left, right) = (side(true)?, side(false)?);
        let is_column = |side: &Side| {
            side.lines >= FEWEST_LINES
                && side.width > 0.2 * self.width
                && side.letters >= LETTERS_A_LINE * side.lines
        };
        let is_strip = is_column(&left) && is_column(&right) && left.white + right.white > 0.75 * self.em;
        is_strip.then_some((left.lines.min(right.lines), strip))
    }
}

impl Area<'_> {
    /// The words beside a strip, from top to bottom.
    fn beside(&self, strip: Strip) -> &[&Word] {
        let from = self.words.partition_point(|word| word.baseline <= strip.top);
        let to = self.words.partition_point(|word| word.baseline < strip.bottom);
        self.words.get(from..to).unwrap_or_default()
    }

    /// The strip without the head and the foot of the page beside it, such as its number: a line far from all others, on
    /// one side. At the end of a column it would be in the middle of the text.
    fn without_margins(&self, strip: Strip) -> Strip {
        let is_margin = |line: &[&Word]| {
            let left = line.iter().filter(|word| word.left < strip.x).count();
            let height = line.last().zip(line.first()).map(|(last, first)| last.baseline - first.baseline);
            (left == 0 || left == line.len()) && height.is_some_and(|height| height < 0.5 * self.em)
        };
        let mut rest = strip;
        let parts = self.beside(strip).chunk_by(|a, b| b.baseline - a.baseline <= 2.0 * self.em);
        let parts: Vec<&[&Word]> = parts.collect();
        if let [head, .., foot] = parts.as_slice() {
            if is_margin(head) {
                rest.top = head.last().map_or(strip.top, |word| word.baseline);
            }
            if is_margin(foot) {
                rest.bottom = foot.first().map_or(strip.bottom, |word| word.baseline);
            }
        }
        rest
    }
}

/// One side of a strip.
struct Side {
    lines: usize,
    width: f32,
    letters: usize,
    /// The usual white between its lines and the strip.
    white: f32,
}

impl Side {
    /// Measures the words of a side, from top to bottom.
    fn of<'a>(
        words: impl Iterator<Item = &'a Word> + Clone,
        white: impl Fn(&Word) -> f32,
        em: f32,
    ) -> Option<Self> {
        let (left, right) = extent(words.clone())?;
        let letters = words.clone().map(|word| word.text.chars().count()).sum();
        let mut whites: Vec<f32> = Vec::new();
        let mut line = f32::NEG_INFINITY;
        for word in words {
            match whites.last_mut() {
                Some(last) if word.baseline - line <= 0.5 * em => *last = last.min(white(word)),
                _ => {
                    whites.push(white(word));
                    line = word.baseline;
                }
            }
        }
        Some(Self { lines: whites.len(), width: right - left, letters, white: median(whites) })
    }
}
