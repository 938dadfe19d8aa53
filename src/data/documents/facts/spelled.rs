//! Numbers in words, up to years: "one thousand nine hundred and eighty-eight", "mil neuf cent quatre-vingt-dix-sept",
//! "negentienhonderdachtennegentig".

use crate::text::fold::fold;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A number, and how many words it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spelled {
    pub(super) value: u32,
    pub(super) used: usize,
}

/// The French twenty, which also makes eighty.
const VINGT: u32 = 10_020;

/// The words for 0, 1, 2 … of several languages.
const ONES: &[&str] = &[
    "zero one|first two|second three|third four|fourth five|fifth six|sixth seven|seventh eight|eighth nine|ninth ten|tenth eleven|eleventh twelve|twelfth thirteen|thirteenth fourteen|fourteenth fifteen|fifteenth sixteen|sixteenth seventeen|seventeenth eighteen|eighteenth nineteen|nineteenth",
    "zéro un|une|premier|unième deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "cero uno|un|primero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno|veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
    "nul een|eerste|één twee|tweede drie|derde vier|vierde vijf|vijfde zes|zesde zeven|zevende acht|achtste negen|negende tien|tiende elf|elfde twaalf|twaalfde dertien|dertiende veertien|veertiende vijftien|vijftiende zestien|zestiende zeventien|zeventiende achttien|achttiende negentien|negentiende",
    "null ein|eins|erste|ersten zwei|zweite|zweiten drei|dritte|dritten vier|vierte|vierten fünf|fünfte|fünften sechs|sechste|sechsten sieben|siebente|siebten acht|achte|achten neun|neunte|neunten zehn|zehnte|zehnten elf|elften zwölf|zwölften dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "zero um|primeiro dois três quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze dezasseis|dezesseis dezassete|dezessete dezoito dezanove|dezenove",
];

/// The words for 20, 30 … 90.
const TENS: &[&str] = &[
    "twenty|twentieth thirty|thirtieth forty|fortieth fifty sixty seventy eighty ninety",
    "twintig|twintigste dertig|dertigste veertig vijftig zestig zeventig tachtig negentig",
    "zwanzig|zwanzigsten dreißig|dreißigsten vierzig fünfzig sechzig siebzig achtzig neunzig",
    "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
];

const OTHERS: &[(&str, u32)] = &[
    ("vingt", VINGT),
    ("vingts", VINGT),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("soixante", 60),
    ("septante", 70),
    ("nonante", 90),
    ("hundred", 100),
    ("cent", 100),
    ("cents", 100),
    ("cien", 100),
    ("ciento", 100),
    ("honderd", 100),
    ("hundert", 100),
    ("doscientos", 200),
    ("trescientos", 300),
    ("quinientos", 500),
    ("seiscientos", 600),
    ("setecientos", 700),
    ("ochocientos", 800),
    ("novecientos", 900),
    ("novecentos", 900),
    ("oitocentos", 800),
    ("thousand", 1000),
    ("mil", 1000),
    ("mille", 1000),
    ("duizend", 1000),
    ("tausend", 1000),
];

/// Words inside a number that add nothing.
const JOINTS: [&str; 6] = ["and", "et", "y", "en", "und", "e"];

fn values() -> &'static HashMap<String, u32> {
    static VALUES: OnceLock<HashMap<String, u32>> = OnceLock::new();
    VALUES.get_or_init(|| {
        let mut all = HashMap::new();
        let mut add = |lists: &[&str], first: u32, step: u32| {
            for list in lists {
                for (place, group) in (0u32..).zip(list.split(' ')) {
                    for word in group.split('|') {
                        all.entry(fold(word).text().to_owned()).or_insert(first + place * step);
                    }
                }
            }
        };
        add(ONES, 0, 1);
        add(TENS, 20, 10);
        all.extend(OTHERS.iter().map(|(word, value)| ((*word).to_owned(), *value)));
        all
    })
}

/// The number that folded words begin with.
pub(super) fn leading(words: &[&str]) -> Option<Spelled> {
    let (mut total, mut current, mut used) = (0u32, 0u32, 0);
    for (place, word) in words.iter().enumerate() {
        let next_counts = || words.get(place + 1).is_some_and(|next| parts(next).is_some());
        let parts = match parts(word) {
            Some(parts) => parts,
            None if used > 0 && JOINTS.contains(word) && next_counts() => continue,
            // "eighty-mne": what a scan spoilt is part of the number all the same.
            None if used > 0 && begins_with_number(word) => return None,
            None => break,
        };
        let fits = |value: u32| follows(current, value);
        if !parts.first().is_some_and(|value| fits(*value)) {
            break;
        }
        for value in parts {
            match value {
                1000 => (total, current) = (total + current.max(1) * 1000, 0),
                100 => current = current.max(1) * 100,
                VINGT if current % 100 == 4 => current += 76,
                VINGT => current += 20,
                value => current += value,
            }
        }
        if total + current > 9999 {
            return None;
        }
        used = place + 1;
    }
    (used > 0).then_some(Spelled { value: total + current, used })
}

/// Whether a number word may follow what the words before it make below a thousand: "five" after "twenty", "twenty" after
/// "five" (Dutch and German), but neither "two" after "five" nor "eighty" after "nineteen".
fn follows(current: u32, value: u32) -> bool {
    let rest = current % 100;
    match value {
        VINGT | 100.. => true,
        _ if rest == 0 => true,
        1..20 if rest >= 20 && rest.is_multiple_of(10) => true,
        20.. => rest < 10 && value.is_multiple_of(10),
        _ => false,
    }
}

/// Whether a longer word begins with the word of a number.
fn begins_with_number(word: &str) -> bool {
    (4..word.len()).filter_map(|end| word.get(..end)).any(|head| values().contains_key(head))
}

/// The values in a word: "negentienhonderdachtennegentig" is 19, 100, 8, 90. `None` if it is not made of numbers.
fn parts(word: &str) -> Option<Vec<u32>> {
    if let Some(value) = values().get(word) {
        return Some(vec![*value]);
    }
    // Compounds of Dutch and German, and English ones whose hyphen is lost.
    let is_compound = word.len() > 6
        && ["honderd", "duizend", "hundert", "tausend", "tig", "zig", "tigste", "ty"]
            .iter()
            .any(|part| word.contains(part));
    if !is_compound || word.len() > 60 {
        return None;
    }
    let (mut rest, mut all) = (word, Vec::new());
    while !rest.is_empty() {
        let longest = (1..=rest.len())
            .rev()
            .filter_map(|end| rest.get(..end))
            .find(|head| values().contains_key(*head));
        let joint = ["en", "und"].iter().find(|joint| rest.starts_with(**joint));
        match (longest, joint) {
            (Some(head), _) => {
                all.push(*values().get(head)?);
                rest = rest.get(head.len()..)?;
            }
            (None, Some(joint)) => rest = rest.get(joint.len()..)?,
            (None, None) => return None,
        }
    }
    Some(all)
}
