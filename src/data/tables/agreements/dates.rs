//! Dates as tables write them. Which number is the day is settled over a whole column; where that is not possible only the
//! year is taken.

use crate::model::Date;

/// The order of numbers in the dates of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// 20/11/2008.
    DayFirst,
    /// 11/20/2008.
    MonthFirst,
    /// Both can be meant, or some dates say one thing and some the other.
    Unknown,
}

impl Order {
    /// The order that all dates of a column have.
    pub(super) fn of<'v>(values: impl Iterator<Item = &'v str>) -> Option<Self> {
        let (mut day, mut month, mut any) = (false, false, false);
        for (first, second, _) in values.filter_map(numbers) {
            any = true;
            day |= first > 12;
            month |= second > 12;
        }
        match (any, day, month) {
            (false, ..) => None,
            (_, true, false) => Some(Self::DayFirst),
            (_, false, true) => Some(Self::MonthFirst),
            _ => Some(Self::Unknown),
        }
    }

    /// What is said of it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::DayFirst => "day before month",
            Self::MonthFirst => "month before day",
            Self::Unknown => "day and month cannot be told apart, so only the year is taken",
        }
    }
}

/// The three numbers of a date with the year last: `20/11/2008`, `01.04.2002`, `5-3-1991`.
fn numbers(value: &str) -> Option<(u8, u8, u16)> {
    let mut parts = value.split(['/', '.', '-']).map(str::trim);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 || first.len() > 2 {
        return None;
    }
    Some((first.parse().ok()?, second.parse().ok()?, year.parse().ok()?))
}

/// A date of a column with this order; `None` if it cannot be read, or is none that an agreement can have, such as the
/// 9999-12-31 of programs.
pub(super) fn date(value: &str, order: Option<Order>) -> Option<Date> {
    written(value, order).filter(|date| (1000..3000).contains(&date.year()))
}

fn written(value: &str, order: Option<Order>) -> Option<Date> {
    // Programs that know no missing whole number write years with a decimal, and times after dates.
    let value = value.strip_suffix(".0").unwrap_or(value);
    let value =
        value.split_once(['T', ' ']).filter(|(date, _)| date.len() == 10).map_or(value, |(date, _)| date);
    if let Some((first, second, year)) = numbers(value) {
        let written = match order {
            Some(Order::DayFirst) => format!("{year:04}-{second:02}-{first:02}"),
            Some(Order::MonthFirst) => format!("{year:04}-{first:02}-{second:02}"),
            Some(Order::Unknown) | None => format!("{year:04}"),
        };
        return written.parse().ok();
    }
    let swapped = value.replace(['/', '.'], "-");
    swapped.parse().ok().or_else(|| Date::leading(value).filter(|_| value.split_whitespace().count() < 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_settled_over_the_column() {
        for (values, order, read) in [
            (["03/04/1999", "20/11/2008"], Some(Order::DayFirst), ["1999-04-03", "2008-11-20"]),
            (["03/04/1999", "11/20/2008"], Some(Order::MonthFirst), ["1999-03-04", "2008-11-20"]),
            (["03/04/1999", "01.02.2003"], Some(Order::Unknown), ["1999", "2003"]),
            (["13/04/1999", "04/13/1999"], Some(Order::Unknown), ["1999", "1999"]),
            (["1972-12-02", "1998.0"], None, ["1972-12-02", "1998"]),
            (["2 December 1972", "1972-12-02 00:00:00"], None, ["1972-12-02", "1972-12-02"]),
        ] {
            assert_eq!(Order::of(values.into_iter()), order, "{values:?}");
            let dates = values.map(|value| date(value, order).unwrap().to_string());
            assert_eq!(dates, read.map(str::to_owned));
        }
        for value in ["31/02/1999", "soon", "-1", "99/99/9999", "9999-12-31", "0000"] {
            assert_eq!(date(value, Some(Order::DayFirst)), None, "{value}");
        }
    }
}
