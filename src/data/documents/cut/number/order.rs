//! How numbers follow each other where articles count anew in each chapter.

use super::value::Number;
use super::within::Within;

/// How well a number in a new chapter follows another, up to 0.9; `None` if it does not, or if both are in one chapter.
pub(in crate::data::documents::cut) fn gain(before: &Number, new: &Number) -> Option<f64> {
    let (old, own) = (before.within.as_ref()?, new.within.as_ref()?);
    if old.numerals != own.numerals || old.path == own.path {
        return None;
    }
    let whole = |within: &Within, value: u16, suffix: &str| -> Vec<(u16, String)> {
        within.path.iter().cloned().chain([(value, suffix.to_owned())]).collect()
    };
    let (old, own) = (whole(old, before.value, &before.suffix), whole(own, new.value, &new.suffix));
    let same = old.iter().zip(&own).take_while(|(a, b)| a == b).count();
    let step = match (old.get(same), own.get(same)) {
        // "8.3", "8bis.1": only the suffix differs.
        (Some(old), Some(own)) if own > old => own.0 - old.0,
        // "2.7", "2.7.1".
        (None, Some(first)) => first.0,
        _ => return None,
    };
    let rest: Vec<u16> = own.iter().skip(same + 1).map(|(value, _)| *value).collect();
    match (step, rest.as_slice()) {
        (..=1, rest) if rest.iter().all(|value| *value <= 1) => Some(0.9),
        (..=4, rest) if rest.iter().all(|value| *value <= 1) => Some(0.6),
        (_, rest) if !rest.is_empty() && rest.iter().all(|value| *value <= 1) => Some(0.3),
        (..=1, [.., 2]) => Some(0.3),
        _ => None,
    }
}

/// How well a number goes on with the count that the articles of an annex interrupted.
pub(in crate::data::documents::cut) fn return_gain(outer: &Number, new: &Number) -> Option<f64> {
    if outer.within.is_some() && outer.chapter() == new.chapter() {
        return (new.is_next_of(outer)).then_some(0.9);
    }
    gain(outer, new)
}

#[cfg(test)]
mod tests {
    use super::super::of_article;
    use super::*;

    #[test]
    fn chapters_follow_each_other() {
        let number = |text: &str| of_article(text).into_iter().next().expect(text).0;
        for (before, new, expected) in [
            ("1.9", "2.1", Some(0.9)),
            ("1.9", "3.1", Some(0.6)),
            ("1.9", "9.1", Some(0.3)),
            ("1.9", "2.2", Some(0.3)),
            ("1.9", "2.5", None),
            ("2.1", "1.1", None),
            ("1.1", "1.2", None),
            ("2.6", "2.7.1", Some(0.9)),
            ("2.7.3", "2.8", Some(0.9)),
            ("8.4", "8bis.1", Some(0.9)),
            ("8bis.2", "9.1", Some(0.9)),
            ("14.4", "14.D.1", Some(0.9)),
            ("199", "201", Some(0.9)),
        ] {
            assert_eq!(gain(&number(before), &number(new)), expected, "{before} {new}");
        }
    }
}
