//! Automatic numbers as they are printed.

/// The way in which numbers are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::data::formats) enum Numerals {
    /// 1, 2, 3.
    #[default]
    Decimal,
    /// 01, 02, 03.
    TwoDigits,
    /// i, ii, iii.
    LowerRoman,
    /// I, II, III.
    UpperRoman,
    /// a, b … z, aa, bb.
    LowerLetter,
    /// A, B … Z, AA, BB.
    UpperLetter,
    /// а, б, в, as Russian and Kazakh acts number.
    RussianLower,
    /// А, Б, В.
    RussianUpper,
    /// 1st, 2nd, 3rd.
    Ordinal,
    /// ١, ٢, ٣.
    ArabicIndic,
    /// 一, 二, 三.
    Chinese,
    /// A dot or a dash.
    Bullet,
    /// Nothing.
    Nothing,
}

const ROMAN: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

impl Numerals {
    /// The number as it is printed; in figures if it has no such form.
    pub(in crate::data::formats) fn write(self, number: u32) -> String {
        let written = match self {
            Self::Decimal => None,
            Self::TwoDigits => Some(format!("{number:02}")),
            Self::LowerRoman => roman(number),
            Self::UpperRoman => roman(number).map(|roman| roman.to_uppercase()),
            Self::LowerLetter => letters(number, "abcdefghijklmnopqrstuvwxyz"),
            Self::UpperLetter => letters(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            Self::RussianLower => letters(number, "абвгдежзиклмнопрстуфхцчшщэюя"),
            Self::RussianUpper => letters(number, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"),
            Self::Ordinal => Some(format!("{number}{}", ordinal_ending(number))),
            Self::ArabicIndic => {
                let digit = |c: char| c.to_digit(10).and_then(|d| char::from_u32(0x660 + d)).unwrap_or(c);
                Some(number.to_string().chars().map(digit).collect())
            }
            Self::Chinese => chinese(number),
            Self::Bullet => Some("•".to_owned()),
            Self::Nothing => Some(String::new()),
        };
        written.unwrap_or_else(|| number.to_string())
    }
}

fn roman(number: u32) -> Option<String> {
    let mut rest = Some(number).filter(|number| (1..4000).contains(number))?;
    let mut out = String::new();
    for (value, letters) in ROMAN {
        while rest >= value {
            out.push_str(letters);
            rest -= value;
        }
    }
    Some(out)
}

/// After the last letter each is written twice, then three times, as word processors do.
fn letters(number: u32, alphabet: &str) -> Option<String> {
    let length = u32::try_from(alphabet.chars().count()).ok()?;
    let place = number.checked_sub(1)?;
    let times = usize::try_from(place / length).ok().filter(|times| *times < 10)? + 1;
    let letter = alphabet.chars().nth(usize::try_from(place % length).ok()?)?;
    Some(std::iter::repeat_n(letter, times).collect())
}

fn ordinal_ending(number: u32) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

fn chinese(number: u32) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (usize::try_from(number / 10).ok()?, usize::try_from(number % 10).ok()?);
    if number == 0 || tens > 9 {
        return None;
    }
    let tens = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        more => format!("{}十", DIGITS.get(more)?),
    };
    Some(tens + DIGITS.get(ones)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_processors_do() {
        for (numerals, number, written) in [
            (Numerals::Decimal, 12, "12"),
            (Numerals::LowerRoman, 49, "xlix"),
            (Numerals::UpperRoman, 4, "IV"),
            (Numerals::UpperRoman, 0, "0"),
            (Numerals::LowerLetter, 26, "z"),
            (Numerals::LowerLetter, 28, "bb"),
            (Numerals::UpperLetter, 999_999, "999999"),
            (Numerals::Ordinal, 111, "111th"),
            (Numerals::Ordinal, 22, "22nd"),
            (Numerals::ArabicIndic, 10, "١٠"),
            (Numerals::Chinese, 21, "二十一"),
            (Numerals::Chinese, 10, "十"),
            (Numerals::Chinese, 100, "100"),
            (Numerals::RussianLower, 3, "в"),
        ] {
            assert_eq!(numerals.write(number), written);
        }
    }
}
