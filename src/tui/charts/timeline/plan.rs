//! Distributes the rows of the timeline chart.

use crate::explore::layout::Area;
use crate::tui::charts::rows::{Part, Rows};

/// The rows of the parts of the chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The bottom row of the bars, and the height of the highest.
    pub bars: Option<(usize, usize)>,
    /// Whether there is a row for numbers above the highest bar.
    pub numbers: bool,
    /// The row of the axis.
    pub axis: Option<usize>,
    /// The row of its labels.
    pub labels: Option<usize>,
    /// The bottom row of the first lane in view.
    pub first_lane: usize,
    /// The rows of a lane.
    pub high: usize,
    /// The number of lanes in view.
    pub lanes: usize,
    /// The distance of the lanes, in rows.
    pub step: usize,
    /// The row of the rule above the caption.
    pub rule: Option<usize>,
    /// The first row of the caption.
    pub caption_top: usize,
    /// The number of rows of the caption.
    pub caption: usize,
    /// Whether the caption has rows to spare for blank ones.
    pub has_spare_rows: bool,
    /// The row of the legend.
    pub legend: Option<usize>,
}

impl Plan {
    /// Distributes the rows of an area in this order: what identifies the selected event, the legend, the lanes, the
    /// bars, `high` rows for each lane, and blank rows, which are added everywhere or nowhere. The rest goes to the
    /// caption.
    pub fn new(area: Area, lanes: usize, high: usize, caption: usize) -> Self {
        let mut rows = Rows::of(area);
        let (mut caption, mut bars) = (Part::of(caption), Part::of(usize::MAX));
        let mut lane = Part::of(lanes.max(1));
        let heading = rows.take(1);
        rows.give(&mut caption, 1);
        rows.give(&mut lane, 1);
        let labels = rows.take(1);
        rows.give(&mut bars, 1);
        let legend = rows.take(1);
        rows.give(&mut lane, lanes);
        let (rule, axis) = (rows.take(1), rows.take(1));
        rows.give(&mut caption, 2);
        rows.give(&mut bars, 2);
        rows.give(&mut caption, 1);
        let numbers = rows.take(1);
        rows.give(&mut caption, 4);
        rows.give(&mut bars, 4);
        let high = if high > 1 && rows.take_all(lane.rows * (high - 1)) > 0 { high } else { 1 };
        // Below heading and labels, between the lanes, around the rule.
        let gap = usize::from(rows.take_all(lane.rows + 3) > 0);
        let text = caption.rows;
        rows.give(&mut caption, 3);
        rows.give(&mut bars, 6 * gap);
        rows.give(&mut caption, usize::MAX);
        let first_bar = area.y + heading + gap + numbers;
        let below_bars = first_bar + bars.rows;
        let top_lane = below_bars + axis + labels + gap;
        let step = high + gap;
        let below_lanes = top_lane + lane.rows * step;
        let caption_top = below_lanes + rule + gap;
        Self {
            bars: (bars.rows > 0).then(|| (below_bars - 1, bars.rows)),
            numbers: numbers > 0,
            axis: (axis > 0).then_some(below_bars),
            labels: (labels > 0).then_some(below_bars + axis),
            first_lane: top_lane + high - 1,
            high,
            lanes: lane.rows,
            step,
            rule: (rule > 0).then_some(below_lanes),
            caption_top,
            caption: caption.rows,
            has_spare_rows: caption.rows > text,
            legend: (legend > 0).then_some(caption_top + caption.rows),
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
                for high in 1..=2 {
                    let plan = Plan::new(area, lanes, high, usize::MAX);
                    let bottom = plan.caption_top + plan.caption + usize::from(plan.legend.is_some());
                    assert!(bottom <= area.bottom(), "{height} {lanes}: {plan:?}");
                    assert!(height < 2 || plan.caption > 0, "{height} {lanes}: {plan:?}");
                    if let Some((base, high)) = plan.bars {
                        assert!(base + 1 >= area.y + 1 + high, "{height} {lanes}: {plan:?}");
                    }
                }
            }
        }
    }
}
