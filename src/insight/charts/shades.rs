//! Shades of numbers: four steps whose limits follow the numbers of a picture.

/// The number of steps.
pub const STEPS: usize = 4;

/// Four steps of shade, each with the number that it begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shades([usize; STEPS]);

impl Shades {
    /// The steps for numbers from 1 to `most`: each spans about the same ratio, so that the first has the small numbers
    /// and the last those within the fourth root of the largest.
    pub fn up_to(most: usize) -> Self {
        let ratio = (most.max(1) as f64).powf(1.0 / STEPS as f64);
        let mut begins = [1; STEPS];
        let mut before = 0;
        for (step, begin) in (0i32..).zip(&mut begins) {
            *begin = (ratio.powi(step).round() as usize).max(before + 1);
            before = *begin;
        }
        Self(begins)
    }

    /// The step of a number, from 0; `None` for 0.
    pub fn step(&self, number: usize) -> Option<usize> {
        self.0.iter().rposition(|begin| *begin <= number)
    }

    /// The numbers of each step: `1`, `2–3`, `4–7`, `8 and more`. The last says what is counted.
    pub fn words(&self, counted: &str) -> [String; STEPS] {
        let mut ends = self.0.iter().skip(1);
        self.0.map(|begin| match ends.next().map(|next| next - 1) {
            None => format!("{begin} and more {counted}"),
            Some(end) if end == begin => begin.to_string(),
            Some(end) => format!("{begin}–{end}"),
        })
    }

    /// The same in little room: `1`, `2–3`, `4–7`, `8+`.
    pub fn short_words(&self) -> [String; STEPS] {
        let last = self.0.last().copied().unwrap_or_default();
        let [first, second, third, _] = self.words("");
        [first, second, third, format!("{last}+")]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_follow_the_largest_number() {
        for (most, begins) in [(0, [1, 2, 3, 4]), (5, [1, 2, 3, 4]), (12, [1, 2, 3, 6]), (41, [1, 3, 6, 16])]
        {
            assert_eq!(Shades::up_to(most), Shades(begins), "{most}");
        }
    }

    #[test]
    fn the_largest_numbers_are_the_darkest() {
        for most in 1..2_000 {
            let shades = Shades::up_to(most);
            let steps: Vec<_> = (0..=most).map(|number| shades.step(number)).collect();
            assert!(steps.is_sorted(), "{most}");
            assert_eq!(steps[0], None);
            assert_eq!(steps[most], Some(STEPS.min(most) - 1), "{most}");
        }
    }

    #[test]
    fn the_words_say_the_limits() {
        assert_eq!(Shades::up_to(41).words("facts"), ["1–2", "3–5", "6–15", "16 and more facts"]);
        assert_eq!(Shades::up_to(41).short_words(), ["1–2", "3–5", "6–15", "16+"]);
        assert_eq!(Shades::up_to(3).words("facts"), ["1", "2", "3", "4 and more facts"]);
    }
}
