//! Compressed posting lists: the items of a segment that hold each word.

use roaring::{MultiOps, RoaringBitmap};

/// A segment holds at most this many items, so that two bytes name one.
pub(super) const SEGMENT_ITEMS: usize = 1 << 16;

/// From this length on, a list takes less memory as a bitmap of the whole segment.
const LONG: usize = 4096;

/// The posting lists of one segment for one weight, by word number. Words without items take no memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Postings {
    /// The words that have a list in `short`, ascending, and where each list ends.
    words: Vec<u32>,
    ends: Vec<u32>,
    short: Vec<u16>,
    /// The words whose lists are long, ascending.
    long: Vec<(u32, RoaringBitmap)>,
}

impl Postings {
    /// From lists in ascending order of their words, each list ascending.
    pub(super) fn from_lists<'a>(lists: impl Iterator<Item = (u32, &'a [u16])>) -> Self {
        let mut postings = Self::default();
        for (word, list) in lists {
            if list.len() < LONG {
                postings.short.extend_from_slice(list);
                postings.words.push(word);
                postings.ends.push(u32::try_from(postings.short.len()).unwrap_or(u32::MAX));
            } else {
                let sorted = list.iter().map(|item| u32::from(*item));
                // The list is sorted; if it were not, it would be collected item by item.
                let mut bitmap =
                    RoaringBitmap::from_sorted_iter(sorted.clone()).unwrap_or_else(|_| sorted.collect());
                bitmap.optimize();
                postings.long.push((word, bitmap));
            }
        }
        postings.words.shrink_to_fit();
        postings.ends.shrink_to_fit();
        postings.short.shrink_to_fit();
        postings.long.shrink_to_fit();
        postings
    }

    /// Calls `each` with every item that holds one of these words, possibly more than once. The words must ascend.
    pub(crate) fn each(&self, words: &[u32], mut each: impl FnMut(u16)) {
        let mut rest = self.words.as_slice();
        let mut at = 0;
        for word in words {
            let ahead = gallop(rest, *word);
            at += ahead;
            rest = rest.get(ahead..).unwrap_or_default();
            if rest.first() == Some(word) {
                self.list(at).iter().for_each(|item| each(*item));
            }
        }
        let long = self.long.iter().filter(|(word, _)| words.binary_search(word).is_ok());
        let all = long.map(|(_, bitmap)| bitmap).union();
        let mut items = all.iter();
        let mut buffer = [0u32; 256];
        loop {
            let some = items.next_many(&mut buffer);
            if some.is_empty() {
                break;
            }
            some.iter().for_each(|item| each(*item as u16));
        }
    }

    /// Every word with the number of items that hold it.
    pub(super) fn counts(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let starts = std::iter::once(&0).chain(&self.ends);
        let short = self
            .words
            .iter()
            .zip(self.ends.iter().zip(starts))
            .map(|(word, (end, start))| (*word, end - start));
        let long =
            self.long.iter().map(|(word, bitmap)| (*word, u32::try_from(bitmap.len()).unwrap_or(u32::MAX)));
        short.chain(long)
    }

    pub(super) fn bytes(&self) -> usize {
        let long: usize = self.long.iter().map(|(_, bitmap)| 64 + bitmap.serialized_size()).sum();
        self.words.capacity() * 4 + self.ends.capacity() * 4 + self.short.capacity() * 2 + long
    }

    fn list(&self, at: usize) -> &[u16] {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let end = self.ends.get(at).map_or(0, |end| *end as usize);
        self.short.get(start..end).unwrap_or_default()
    }
}

/// How many of the ascending numbers are smaller than `number`, by doubling steps, so that near results are cheap.
fn gallop(numbers: &[u32], number: u32) -> usize {
    let mut step = 1;
    while numbers.get(step).is_some_and(|n| *n < number) {
        step *= 2;
    }
    let from = step / 2;
    let near = numbers.get(from..numbers.len().min(step + 1)).unwrap_or_default();
    from + near.partition_point(|n| *n < number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn held(postings: &Postings, words: &[u32]) -> Vec<u16> {
        let mut items = Vec::new();
        postings.each(words, |item| items.push(item));
        items.sort_unstable();
        items
    }

    #[test]
    fn short_and_long_lists_answer_alike() {
        let long: Vec<u16> = (0..60_000).collect();
        let lists = [(2u32, &[1u16, 5][..]), (3, &long), (7, &[9])];
        let postings = Postings::from_lists(lists.into_iter());
        assert_eq!(held(&postings, &[2, 7]), [1, 5, 9]);
        assert_eq!(held(&postings, &[3]), long);
        assert_eq!(held(&postings, &[0, 1, 4, 8]), Vec::<u16>::new());
        let mut counts: Vec<_> = postings.counts().collect();
        counts.sort_unstable();
        assert_eq!(counts, [(2, 2), (3, 60_000), (7, 1)]);
    }

    proptest! {
        #[test]
        fn galloping_is_counting(mut numbers in proptest::collection::vec(0u32..50, 0..40), number in 0u32..50) {
            numbers.sort_unstable();
            prop_assert_eq!(gallop(&numbers, number), numbers.iter().filter(|n| **n < number).count());
        }
    }
}
