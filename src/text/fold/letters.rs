//! The letters that Unicode normalisation misses: special Latin letters, Cyrillic and Greek.

/// The Latin letters by which a lower-case letter is searched; `None` if it is searched by itself.
///
/// `look_alike`: the letter is in a word of Latin letters, so the Latin letter that it looks like was meant.
pub(super) fn latin(letter: char, look_alike: bool) -> Option<&'static str> {
    match letter {
        '\u{80}'..='\u{36f}' | '\u{1d00}'..='\u{1dbf}' => of_latin(letter),
        '\u{370}'..='\u{3ff}' if look_alike => look(letter).or_else(|| of_greek(letter)),
        '\u{370}'..='\u{3ff}' => of_greek(letter),
        '\u{400}'..='\u{52f}' if look_alike => look(letter).or_else(|| of_cyrillic(letter)),
        '\u{400}'..='\u{52f}' => of_cyrillic(letter),
        _ => None,
    }
}

/// The ASCII digit with the same value; `None` if it is no decimal digit. Of those that Unicode normalisation leaves as they are.
pub(super) fn digit(c: char) -> Option<char> {
    let before = ZEROS.partition_point(|zero| *zero <= c).checked_sub(1)?;
    let value = u32::from(c) - u32::from(*ZEROS.get(before)?);
    char::from_digit(value, 10)
}

/// The zeros of all scripts, each followed by its other nine digits.
const ZEROS: [char; 66] = [
    '\u{660}',
    '\u{6f0}',
    '\u{7c0}',
    '\u{966}',
    '\u{9e6}',
    '\u{a66}',
    '\u{ae6}',
    '\u{b66}',
    '\u{be6}',
    '\u{c66}',
    '\u{ce6}',
    '\u{d66}',
    '\u{de6}',
    '\u{e50}',
    '\u{ed0}',
    '\u{f20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17e0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19d0}',
    '\u{1a80}',
    '\u{1a90}',
    '\u{1b50}',
    '\u{1bb0}',
    '\u{1c40}',
    '\u{1c50}',
    '\u{a620}',
    '\u{a8d0}',
    '\u{a900}',
    '\u{a9d0}',
    '\u{a9f0}',
    '\u{aa50}',
    '\u{abf0}',
    '\u{104a0}',
    '\u{10d30}',
    '\u{10d40}',
    '\u{11066}',
    '\u{110f0}',
    '\u{11136}',
    '\u{111d0}',
    '\u{112f0}',
    '\u{11450}',
    '\u{114d0}',
    '\u{11650}',
    '\u{116c0}',
    '\u{116d0}',
    '\u{116da}',
    '\u{11730}',
    '\u{118e0}',
    '\u{11950}',
    '\u{11bf0}',
    '\u{11c50}',
    '\u{11d50}',
    '\u{11da0}',
    '\u{11f50}',
    '\u{16a60}',
    '\u{16ac0}',
    '\u{16b50}',
    '\u{16d70}',
    '\u{1e140}',
    '\u{1e2f0}',
    '\u{1e4f0}',
    '\u{1e5f1}',
    '\u{1e950}',
];

fn of_latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ə' | 'ɛ' | 'ǝ' => "e",
        'ı' | 'ɪ' => "i",
        'ł' => "l",
        'ø' | 'ɔ' => "o",
        'đ' | 'ð' | 'ɖ' => "d",
        'þ' => "th",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        'ĸ' => "k",
        'ƒ' => "f",
        // Letters that are often written as an apostrophe: Uzbek oʻ, Ukrainian transliterations.
        'ʹ'..='ʿ' | 'ˈ' => "",
        _ => return None,
    })
}

/// Russian, Kyrgyz, Azerbaijani (until 2001) and other Cyrillic letters, as names are usually transliterated.
fn of_cyrillic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' | 'ғ' | 'ҝ' => "g",
        'д' | 'ԁ' => "d",
        'е' | 'э' | 'є' | 'ә' => "e",
        'ж' | 'җ' => "zh",
        'з' | 'ѕ' => "z",
        'и' | 'і' => "i",
        // After normalisation й is the letter и and a breve, so it is an i here as well.
        'ј' => "y",
        'к' | 'қ' | 'ҡ' | 'ԛ' => "k",
        'л' | 'љ' => "l",
        'м' => "m",
        'н' | 'ң' | 'ҥ' | 'њ' => "n",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ү' | 'ұ' => "u",
        'ф' => "f",
        'х' | 'ҳ' => "kh",
        'һ' => "h",
        'ц' => "ts",
        'ч' | 'ҷ' => "ch",
        'ҹ' | 'џ' => "j",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ы' => "y",
        'ю' => "yu",
        'я' => "ya",
        'ԝ' => "w",
        'ђ' => "dj",
        'ћ' => "c",
        _ => return None,
    })
}

fn of_greek(letter: char) -> Option<&'static str> {
    Some(match letter {
        'α' => "a",
        'β' => "v",
        'γ' => "g",
        'δ' => "d",
        'ε' => "e",
        'ζ' => "z",
        'η' | 'ι' => "i",
        'θ' => "th",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => "x",
        'ο' | 'ω' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' | 'ς' => "s",
        'τ' => "t",
        'υ' => "y",
        'φ' => "f",
        'χ' => "ch",
        'ψ' => "ps",
        _ => return None,
    })
}

/// The Latin letter that looks like a Cyrillic or Greek one with another sound.
fn look(letter: char) -> Option<&'static str> {
    Some(match letter {
        'в' => "b",
        'н' | 'ң' => "h",
        'р' | 'ρ' => "p",
        'с' => "c",
        'у' | 'γ' => "y",
        'х' | 'χ' => "x",
        'ѕ' => "s",
        'ј' => "j",
        'ԛ' => "q",
        'ν' => "v",
        'η' => "n",
        'ω' => "w",
        'υ' => "u",
        _ => return None,
    })
}
