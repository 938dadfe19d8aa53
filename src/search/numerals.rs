//! The numerals from one to twenty in the languages of the United Nations, apart from Chinese, whose numerals are single letters.

/// Numerals by the code of their language: the words for a number, separated by `/`, from one on. Those that are also an
/// article ("un", "una") are left out.
const NUMERALS: [(&str, [&str; 20]); 5] = [
    (
        "ar",
        [
            "واحد/واحدة",
            "اثنان/اثنين/اثنتان/اثنتين",
            "ثلاث/ثلاثة",
            "أربع/أربعة",
            "خمس/خمسة",
            "ست/ستة",
            "سبع/سبعة",
            "ثمان/ثماني/ثمانية",
            "تسع/تسعة",
            "عشر/عشرة",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "عشرون/عشرين",
        ],
    ),
    (
        "en",
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
    ),
    (
        "es",
        [
            "",
            "dos",
            "tres",
            "cuatro",
            "cinco",
            "seis",
            "siete",
            "ocho",
            "nueve",
            "diez",
            "once",
            "doce",
            "trece",
            "catorce",
            "quince",
            "dieciséis",
            "diecisiete",
            "dieciocho",
            "diecinueve",
            "veinte",
        ],
    ),
    (
        "fr",
        [
            "", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
            "treize", "quatorze", "quinze", "seize", "", "", "", "vingt",
        ],
    ),
    (
        "ru",
        [
            "один",
            "два/две/двух",
            "три/трёх/трех",
            "четыре/четырёх/четырех",
            "пять/пяти",
            "шесть/шести",
            "семь/семи",
            "восемь/восьми",
            "девять/девяти",
            "десять/десяти",
            "одиннадцать/одиннадцати",
            "двенадцать/двенадцати",
            "тринадцать/тринадцати",
            "четырнадцать/четырнадцати",
            "пятнадцать/пятнадцати",
            "шестнадцать/шестнадцати",
            "семнадцать/семнадцати",
            "восемнадцать/восемнадцати",
            "девятнадцать/девятнадцати",
            "двадцать/двадцати",
        ],
    ),
];

/// The number from 1 to 20 that a word in lower case means in a language, or in any if it is written in digits.
pub(super) fn numeral(language: &str, word: &str) -> Option<u8> {
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.parse().ok().filter(|number| (1..=20).contains(number) && !word.starts_with('0'));
    }
    let (_, words) = NUMERALS.iter().find(|(code, _)| *code == language)?;
    (1u8..).zip(words).find(|(_, forms)| forms.split('/').any(|form| form == word)).map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_numbers_up_to_twenty() {
        for (language, word, number) in [
            ("en", "ten", Some(10)),
            ("en", "tenth", None),
            ("en", "once", None),
            ("es", "once", Some(11)),
            ("fr", "vingt", Some(20)),
            ("fr", "un", None),
            ("ru", "двадцать", Some(20)),
            ("zh", "ten", None),
            ("", "7", Some(7)),
            ("en", "20", Some(20)),
            ("en", "21", None),
            ("en", "007", None),
            ("en", "", None),
        ] {
            assert_eq!(numeral(language, word), number, "{word}");
        }
    }
}
