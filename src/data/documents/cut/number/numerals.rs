//! Numerals of many scripts and languages.

use crate::text::fold::{fold, fold_into, is_word_char};
use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The value of a decimal digit of any script.
pub(super) fn digit(c: char) -> Option<u16> {
    if c.is_ascii() {
        return c.to_digit(10).and_then(|digit| u16::try_from(digit).ok());
    }
    let is_digit = c.is_numeric() && !matches!(c, '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}'..='\u{2bff}');
    is_digit
        .then(|| fold(c.encode_utf8(&mut [0; 4])).text().parse().ok())
        .flatten()
        .filter(|value| *value < 10)
}

/// The value of a Roman numeral, also in Cyrillic or Greek letters that look alike. It is written as is usual, but for
/// `IIII` and `VIIII`, and all in capitals or all in small letters.
pub(in crate::data::documents::cut) fn roman(letters: &str) -> Option<u16> {
    let mut upper = String::new();
    for c in letters.chars() {
        upper.push(match c {
            'I' | 'V' | 'X' | 'L' | 'C' => c,
            'i' | 'v' | 'x' | 'l' | 'c' => c.to_ascii_uppercase(),
            'Х' | 'Χ' => 'X',
            'І' | 'Ι' | 'İ' => 'I',
            'С' => 'C',
            _ => return None,
        });
    }
    // A small "l" alone is a spoilt 1.
    if letters == "l" {
        return None;
    }
    let mixed = letters.contains(char::is_lowercase) && letters.contains(char::is_uppercase);
    if mixed || upper.len() > 12 {
        return None;
    }
    let worth = |c: char| match c {
        'I' => 1u16,
        'V' => 5,
        'X' => 10,
        'L' => 50,
        _ => 100,
    };
    let mut value = 0u16;
    let mut before = 0u16;
    for c in upper.chars().rev() {
        let own = worth(c);
        value = if own < before { value.checked_sub(own)? } else { value + own };
        before = before.max(own);
    }
    (written(value) == upper || matches!(upper.as_str(), "IIII" | "VIIII"))
        .then_some(value)
        .filter(|v| *v > 0)
}

/// A number in Roman numerals.
pub(super) fn written(mut value: u16) -> String {
    const STEPS: [(u16, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut out = String::new();
    for (step, letters) in STEPS {
        while value >= step && out.len() < 16 {
            value -= step;
            out.push_str(letters);
        }
    }
    out
}

const CHINESE: &str = "〇一二三四五六七八九";

/// Whether a letter is a Chinese numeral.
pub(super) fn is_chinese(c: char) -> bool {
    CHINESE.contains(c) || matches!(c, '零' | '○' | '两' | '兩' | '十' | '百' | '廿' | '卅')
}

/// Whether a text begins with Chinese letters, which are written without blanks.
pub(super) fn is_chinese_text(text: &str) -> bool {
    text.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || matches!(c, '〇' | '○'))
}

/// The value of a Chinese numeral up to 999.
pub(super) fn chinese(letters: &str) -> Option<u16> {
    let unit = |c: char| match c {
        '零' | '○' => Some(0),
        '两' | '兩' => Some(2),
        _ => CHINESE.chars().position(|own| own == c).and_then(|at| u16::try_from(at).ok()),
    };
    if letters.chars().count() > 6 {
        return None;
    }
    if letters.chars().all(|c| unit(c).is_some()) {
        let value = letters
            .chars()
            .filter_map(unit)
            .try_fold(0u16, |value, digit| value.checked_mul(10)?.checked_add(digit));
        return value.filter(|value| (1..1000).contains(value));
    }
    let (mut value, mut last) = (0u16, 0u16);
    for c in letters.chars() {
        match c {
            '百' => (value, last) = (value + last.max(1) * 100, 0),
            '十' => (value, last) = (value + last.max(1) * 10, 0),
            '廿' => value += 20,
            '卅' => value += 30,
            _ => last = unit(c)?,
        }
    }
    Some(value + last).filter(|value| (1..1000).contains(value))
}

/// Whether a letter is Hebrew.
pub(super) fn is_hebrew(c: char) -> bool {
    ('א'..='ת').contains(&c) || matches!(c, '׳' | '״')
}

/// The value of Hebrew letters as a number; the largest comes first, and no word is as short.
pub(super) fn hebrew(letters: &str) -> Option<u16> {
    let worth = |c: char| -> Option<u16> {
        const LETTERS: &str = "אבגדהוזחטיכלמנסעפצקרשת";
        let at = u16::try_from(LETTERS.chars().position(|own| own == c)?).ok()?;
        Some(match at {
            0..=8 => at + 1,
            9..=17 => (at - 8) * 10,
            _ => (at - 17) * 100,
        })
    };
    let letters: Vec<char> = letters.chars().filter(|c| !matches!(c, '׳' | '״')).collect();
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let values: Vec<u16> = letters.iter().map(|c| worth(*c)).collect::<Option<_>>()?;
    let falls = values.windows(2).all(|pair| matches!(pair, [a, b] if a > b));
    falls.then(|| values.iter().sum())
}

/// Whether a letter is an Ethiopic number.
pub(super) fn is_ethiopic(c: char) -> bool {
    ('\u{1369}'..='\u{137b}').contains(&c)
}

/// The value of an Ethiopic number up to 99.
pub(super) fn ethiopic(letters: &str) -> Option<u16> {
    let mut value = 0u16;
    for c in letters.chars().take(3) {
        let at = u16::try_from(u32::from(c).checked_sub(0x1369)?).ok()?;
        value += if at < 9 { at + 1 } else { (at - 8) * 10 };
    }
    Some(value).filter(|value| *value > 0)
}

/// The words for 1, 2, 3 … of several languages. Words of one number are divided by `|`.
const COUNTED: &[&str] = &[
    "first|one second|two third|three fourth|four fifth|five sixth|six seventh|seven eighth|eight ninth|nine tenth|ten eleventh|eleven twelfth|twelve thirteenth|thirteen fourteenth|fourteen fifteenth|fifteen sixteenth|sixteen seventeenth|seventeen eighteenth|eighteen nineteenth|nineteen",
    "premier|première|un|unième|unique deuxième|second|seconde|deux troisième|trois quatrième|quatre cinquième|cinq sixième|six septième|sept huitième|huit neuvième|neuf dixième|dix onzième|onze douzième|douze treizième|treize quatorzième|quatorze quinzième|quinze seizième|seize dix-septième|dix-sept dix-huitième|dix-huit dix-neuvième|dix-neuf",
    "primero|primera|primer|único|única|uno segundo|segunda|dos tercero|tercera|tercer|tres cuarto|cuarta|cuatro quinto|quinta|cinco sexto|sexta|seis séptimo|séptima|siete octavo|octava|ocho noveno|novena|nueve décimo|décima|diez undécimo|undécima|decimoprimero|decimoprimera|once duodécimo|duodécima|decimosegundo|decimosegunda|doce decimotercero|decimotercera|decimotercer|trece decimocuarto|decimocuarta|catorce decimoquinto|decimoquinta|quince decimosexto|decimosexta|dieciséis decimoséptimo|decimoséptima|diecisiete decimoctavo|decimoctava|dieciocho decimonoveno|decimonovena|decimonono|diecinueve",
    "primeiro|primeira segundo|segunda|dois terceiro|terceira|três quarto|quarta quinto|quinta sexto|sexta|seis sétimo|sétima|sete oitavo|oitava|oito nono|nona|nove décimo|décima|dez",
    "primo|prima secondo|seconda terzo|terza quarto|quarta quinto|quinta sesto|sesta settimo|settima ottavo|ottava nono|nona decimo|decima",
    "eerste|een|één tweede|twee derde|drie vierde|vier vijfde|vijf zesde|zes zevende|zeven achtste|acht negende|negen tiende|tien elfde|elf twaalfde|twaalf dertiende|dertien veertiende|veertien vijftiende|vijftien zestiende|zestien zeventiende|zeventien achttiende|achttien negentiende|negentien",
    "erster|erste|erstes|eins|einziger zweiter|zweite|zweites|zwei dritter|dritte|drittes|drei vierter|vierte|viertes|vier fünfter|fünfte|fünftes|fünf sechster|sechste|sechstes|sechs siebenter|siebter|siebente|sieben achter|achte|achtes|acht neunter|neunte|neuntes|neun zehnter|zehnte|zehntes|zehn elfter|elfte|elf zwölfter|zwölfte|zwölf dreizehnter|dreizehn vierzehnter|vierzehn fünfzehnter|fünfzehn",
    "первая|первый|первое|один|единственная вторая|второй|второе|два третья|третий|третье|три четвертая|четвёртая|четвертый|четыре пятая|пятый|пять шестая|шестой|шесть седьмая|седьмой|семь восьмая|восьмой|восемь девятая|девятый|девять десятая|десятый|десять одиннадцатая|одиннадцать двенадцатая|двенадцать тринадцатая четырнадцатая пятнадцатая шестнадцатая семнадцатая восемнадцатая девятнадцатая",
    "перша друга третя четверта п'ята шоста сьома восьма дев'ята десята",
    "الأولى|الاولى|أولى|الأول|الاول|الحادية|الحادي|حادية|واحد الثانية|ثانية|الثاني الثالثة|ثالثة|الثالث الرابعة|رابعة|الرابع الخامسة|خامسة|الخامس السادسة|سادسة|السادس السابعة|سابعة|السابع الثامنة|ثامنة|الثامن التاسعة|تاسعة|التاسع العاشرة|عاشرة|العاشر",
    "birinci|tek|bir ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu",
    "eka|pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh",
];

/// The words for 20, 30, 40 … 90.
const TENS: &[&str] = &[
    "twentieth|twenty thirtieth|thirty fortieth|forty fiftieth|fifty sixtieth|sixty seventieth|seventy eightieth|eighty ninetieth|ninety",
    "vingtième|vingt trentième|trente quarantième|quarante cinquantième|cinquante soixantième|soixante",
    "vigésimo|vigésima|veinte trigésimo|trigésima|treinta cuadragésimo|cuadragésima|cuarenta quincuagésimo|quincuagésima|cincuenta",
    "twintigste|twintig dertigste|dertig veertigste|veertig vijftigste|vijftig",
    "zwanzigster|zwanzigste|zwanzig dreißigste|dreißig vierzigste|vierzig fünfzigste|fünfzig",
    "двадцатая|двадцатый|двадцать тридцатая|тридцатый|тридцать сороковая|сорок пятидесятая|пятьдесят",
    "العشرون|العشرين|عشرون الثلاثون|الثلاثين|ثلاثون الأربعون|الأربعين|أربعون الخمسون|الخمسين|خمسون",
];

/// Words that stand between tens and ones.
const JOINTS: [&str; 5] = ["and", "et", "y", "und", "en"];

fn counted() -> &'static HashMap<String, u16, RandomState> {
    static WORDS: OnceLock<HashMap<String, u16, RandomState>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = HashMap::default();
        let mut add = |lists: &[&str], first: u16, step: u16| {
            for list in lists {
                for (value, group) in (first..).step_by(usize::from(step)).zip(list.split(' ')) {
                    for word in group.split('|') {
                        words.entry(fold(word).text().to_owned()).or_insert(value);
                    }
                }
            }
        };
        add(COUNTED, 1, 1);
        add(TENS, 20, 10);
        words
    })
}

/// The value of the number words that a text begins with, up to 99, and how many bytes they take.
pub(super) fn words(text: &str) -> Option<(u16, usize)> {
    let mut key = String::new();
    let (first, mut end) = word(text, 0, true, &mut key)?;
    let mut value = match counted().get(key.as_str()) {
        Some(value) => *value,
        None => glued(&key).or_else(|| {
            // "dix-septième" is in the list as a whole, "twenty-first" in parts.
            let (_, short) = word(text, first, false, &mut key)?;
            end = short;
            counted().get(key.as_str()).copied()
        })?,
    };
    if let Some((more, at)) = next_part(text, end, value) {
        (value, end) = (value + more, at);
    }
    Some((value, end))
}

/// What the word after a number word adds to it, and where it ends.
fn next_part(text: &str, end: usize, value: u16) -> Option<(u16, usize)> {
    let mut key = String::new();
    let gap = |from: usize| text.get(from..).is_some_and(|rest| rest.starts_with([' ', '-', '‐', '‑']));
    if !gap(end) {
        return None;
    }
    let (_, mut at) = word(text, end + 1, false, &mut key)?;
    if value < 10 {
        // "الثانية عشرة" is 12, "الحادية والعشرون" 21.
        if matches!(key.as_str(), "عشرة" | "عشر") {
            return Some((10, at));
        }
        let tens = key.strip_prefix('و').and_then(|tens| counted().get(tens)).filter(|tens| **tens >= 20)?;
        return Some((*tens, at));
    }
    if JOINTS.contains(&key.as_str()) {
        at = word(text, at + 1, false, &mut key)?.1;
    }
    let ones = *counted().get(key.as_str())?;
    let fits = ones < 10
        && value.is_multiple_of(10)
        && (value > 10 || matches!(text.chars().next(), Some('d' | 'D')));
    fits.then_some((ones, at))
}

/// Folds the word that begins at `from` into `key`; with hyphens inside if `hyphens`. Returns where it begins and ends.
fn word(text: &str, from: usize, hyphens: bool, key: &mut String) -> Option<(usize, usize)> {
    let rest = text.get(from..)?;
    let inside = |c: char| is_word_char(c) && !c.is_numeric() || c == '\'' || (hyphens && c == '-');
    let length = rest.find(|c: char| !inside(c)).unwrap_or(rest.len());
    let word = rest.get(..length).filter(|word| !word.is_empty() && word.len() < 64)?;
    fold_into(word, key);
    Some((from, from + length))
}

/// "eenentwintig", "einundzwanzigster": the ones before the tens, in one word.
fn glued(word: &str) -> Option<u16> {
    for joint in ["en", "und"] {
        for (at, _) in word.match_indices(joint) {
            let (ones, tens) = (word.get(..at)?, word.get(at + joint.len()..)?);
            let ones = if ones == "ein" { Some(1) } else { counted().get(ones).copied() };
            let tens = counted().get(tens).copied().filter(|tens| *tens >= 20 && tens.is_multiple_of(10));
            if let (Some(ones @ 1..=9), Some(tens)) = (ones, tens) {
                return Some(ones + tens);
            }
        }
    }
    None
}
