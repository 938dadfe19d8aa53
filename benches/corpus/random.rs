//! Random numbers that are the same in every run.

/// SplitMix64.
pub struct Random(u64);

impl Random {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.bits()) * end as u128) >> 64) as usize
    }

    /// A number from 0 to 1.
    pub fn part(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A number of the standard normal distribution (Box and Muller).
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.part()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.part()).cos()
    }
}

/// Draws numbers by weight in constant time (Walker's alias method).
pub struct Urn {
    keep: Vec<f64>,
    other: Vec<u32>,
}

impl Urn {
    /// An urn that draws places in proportion to their weights.
    pub fn new(weights: &[f64]) -> Self {
        let mean = weights.iter().sum::<f64>() / weights.len() as f64;
        let mut keep: Vec<f64> = weights.iter().map(|weight| weight / mean).collect();
        let mut other: Vec<u32> = (0..weights.len() as u32).collect();
        let (mut light, mut heavy): (Vec<usize>, Vec<usize>) = (0..keep.len()).partition(|i| keep[*i] < 1.0);
        while let (Some(l), Some(h)) = (light.pop(), heavy.pop()) {
            other[l] = h as u32;
            keep[h] -= 1.0 - keep[l];
            if keep[h] < 1.0 { light.push(h) } else { heavy.push(h) }
        }
        Self { keep, other }
    }

    /// Draws a place.
    pub fn draw(&self, random: &mut Random) -> usize {
        let place = random.below(self.keep.len());
        if random.part() < self.keep[place] { place } else { self.other[place] as usize }
    }
}
