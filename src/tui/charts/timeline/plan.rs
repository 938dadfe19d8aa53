//! How the rows of the timeline's picture are shared out.

use crate::explore::layout::Area;

/// Where the parts of the picture stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The row that bars stand on, and the rows of the highest.
    pub bars: Option<(usize, usize)>,
    /// Whether there is a row for numbers above the highest bar.
    pub numbers: bool,
    /// The row of the axis.
    pub axis: Option<usize>,
    /// The row of its labels.
    pub labels: Option<usize>,
    /// The row of the first lane in view.
    pub first_lane: usize,
    /// Lanes in view.
    pub lanes: usize,
    /// Rows from a lane to the next.
    pub step: usize,
    /// The row of the rule above the caption.
    pub rule: Option<usize>,
    /// The first row of the caption.
    pub caption_top: usize,
    /// Rows of the caption.
    pub caption: usize,
}

impl Plan {
    /// Shares out an area: first what says which event it is, then the lanes, then the bars, then blank rows.
    pub fn new(area: Area, lanes: usize) -> Self {
        let lanes = lanes.max(1);
        // Heading, blank, axis and labels, blank, lanes with blanks between them, rule with blanks around it.
        let airy = 1 + 1 + 2 + 1 + (2 * lanes - 1) + 3;
        if area.height >= airy + 16 { Self::airy(area, lanes, airy) } else { Self::tight(area, lanes) }
    }

    fn airy(area: Area, lanes: usize, taken: usize) -> Self {
        let rest = area.height - taken;
        // One row of them is for the numbers.
        let bars = (rest * 48 / 100).clamp(4, 14);
        let base = area.y + 1 + bars;
        let first_lane = base + 4;
        let rule = first_lane + 2 * lanes;
        Self {
            bars: Some((base, bars - 1)),
            numbers: true,
            axis: Some(base + 1),
            labels: Some(base + 2),
            first_lane,
            lanes,
            step: 2,
            rule: Some(rule),
            caption_top: rule + 2,
            caption: area.bottom().saturating_sub(rule + 2),
        }
    }

    fn tight(area: Area, wanted: usize) -> Self {
        let mut left = area.height.saturating_sub(1);
        let mut take = |want: usize| {
            let got = want.min(left);
            left -= got;
            got
        };
        let mut caption = take(1);
        let mut lanes = take(1);
        let labels = take(1);
        let mut bars = take(1);
        lanes += take(wanted - lanes.min(wanted));
        let rule = take(1);
        let axis = take(1);
        caption += take(2);
        bars += take(2);
        caption += take(1);
        let numbers = take(1);
        caption += take(4);
        bars += take(4);
        // What is left over goes below the caption's text, where more of it can be read.
        caption += take(usize::MAX);
        let top = area.y + 1 + numbers;
        let first_lane = top + bars + axis + labels;
        let caption_top = first_lane + lanes + rule;
        Self {
            bars: (bars > 0).then(|| (top + bars - 1, bars)),
            numbers: numbers > 0,
            axis: (axis > 0).then_some(top + bars),
            labels: (labels > 0).then_some(top + bars + axis),
            first_lane,
            lanes,
            step: 1,
            rule: (rule > 0).then_some(first_lane + lanes),
            caption_top,
            caption,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_fill_the_area_and_stay_inside() {
        for height in 1..100 {
            for lanes in 0..=9 {
                let area = Area { x: 1, y: 2, width: 80, height };
                let plan = Plan::new(area, lanes);
                assert!(plan.caption_top + plan.caption <= area.bottom(), "{height} {lanes}: {plan:?}");
                assert!(height < 2 || plan.caption > 0, "{height} {lanes}: {plan:?}");
                if let Some((base, high)) = plan.bars {
                    assert!(base + 1 >= area.y + 1 + high, "{height} {lanes}: {plan:?}");
                }
            }
        }
    }
}
