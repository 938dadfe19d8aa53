//! The language of a text.

use whatlang::{Detector, Lang};

/// The two-letter code of the language of a text; `None` if it is too short or in doubt.
///
/// `whatlang` knows languages by their trigrams; those that it takes for a relative have letters of their own.
pub(in crate::data::documents) fn language(text: &str) -> Option<&'static str> {
    let sample = sample(text);
    if sample.chars().filter(|c| c.is_alphabetic()).count() < 20 {
        return None;
    }
    by_letters(sample).or_else(|| by_words(sample)).or_else(|| {
        let info = whatlang::detect(sample).filter(|info| info.confidence() > 0.1)?;
        code(info.lang())
    })
}

/// The language of a text whose articles are called by this word, folded. The word settles what scanning has made
/// doubtful.
pub(in crate::data::documents) fn language_of_articles(text: &str, word: &str) -> Option<&'static str> {
    let own = language(text);
    let Some((_, known)) = OF_WORDS.iter().find(|(words, _)| words.contains(&word)) else { return own };
    match (own, *known) {
        (Some(own), known) if known.contains(&own) => Some(own),
        (_, [only]) => Some(only),
        (_, known) => among(text, known).or_else(|| known.first().copied()),
    }
}

/// Languages by their words for an article, folded.
const OF_WORDS: &[(&[&str], &[&str])] = &[
    (&["article", "articles"], &["en", "fr"]),
    (&["artikel"], &["nl", "de", "sv", "da", "no", "id", "af"]),
    (&["articulo"], &["es"]),
    (&["artigo"], &["pt", "gl"]),
    (&["articolo"], &["it"]),
    (&["madde"], &["tr", "az"]),
    (&["clanak"], &["hr", "sr", "sl"]),
    (&["pasal"], &["id", "ms"]),
];

/// As much of a text as is looked at.
fn sample(text: &str) -> &str {
    const MOST: usize = 2000;
    text.char_indices().nth(MOST).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// Languages that are known by their letters: Kyrgyz, Kazakh, Tajik, Azerbaijani, Uzbek, Khmer, Lao and others with a
/// script of their own.
fn by_letters(text: &str) -> Option<&'static str> {
    let mut counts = Counts::default();
    text.chars().for_each(|c| counts.add(c));
    let letters = counts.letters.max(1);
    let share = |set: &str| counts.marked(set) * 1000 / letters;
    if counts.cyrillic * 2 > counts.letters {
        return match () {
            () if share("ҷҳӣӯ") >= 8 => Some("tg"),
            () if share("әқғұһі") >= 20 && share("ұқ") >= 5 => Some("kk"),
            () if share("ўқғҳ") >= 10 => Some("uz"),
            () if share("әҹҝҝ") >= 20 => Some("az"),
            () if share("үөң") >= 12 && share("ә") == 0 => {
                Some(if share("ң") > 0 { "ky" } else { "mn" })
            }
            () => None,
        };
    }
    if share("Əə") >= 15 {
        return Some("az");
    }
    if share("ʻʼ‘’'") >= 8 && text.contains("oʻ")
        || text.matches("o'").count() * 100 > letters && text.contains(" va ")
    {
        return Some("uz");
    }
    let own = SCRIPTS.iter().zip(counts.of_scripts);
    own.into_iter().find(|(_, count)| count * 2 > counts.letters).map(|((.., code), _)| *code)
}

/// The small words of languages that many treaties are in; none is in two of the lists.
const SMALL_WORDS: [(&str, &[&str]); 8] = [
    ("en", &["the", "of", "and", "shall", "to", "be", "by", "which", "this", "with"]),
    ("fr", &["les", "des", "et", "du", "une", "dans", "est", "aux", "sont", "ou", "par", "ce"]),
    ("es", &["los", "las", "del", "el", "y", "por", "para", "se", "con", "una"]),
    ("nl", &["het", "een", "van", "zijn", "worden", "wordt", "voor", "dat", "niet", "aan"]),
    ("de", &["der", "die", "das", "und", "des", "den", "mit", "auf", "ist", "von"]),
    ("it", &["il", "di", "dello", "della", "delle", "degli", "dei", "nel", "nella", "che", "gli"]),
    ("pt", &["os", "das", "dos", "uma", "ao", "aos", "nas", "nos", "pelo", "pela", "com"]),
    ("tr", &["ve", "bir", "bu", "ile", "için", "olarak", "tarafından", "veya"]),
];

/// A language whose small words are at least this share of a text, and those of any other at most a quarter of that, is
/// its language.
const MANY: f64 = 0.08;

/// Fewer words say nothing.
const FEWEST_WORDS: usize = 60;

/// The language of a text by its small words. Most texts are in one of a few languages, and for them it takes a tenth of
/// the time that comparing trigrams with those of all languages does.
fn by_words(text: &str) -> Option<&'static str> {
    let (mut counts, mut all) = ([0usize; SMALL_WORDS.len()], 0usize);
    for word in text.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        all += usize::from(!word.is_empty());
        let lower = if word.starts_with(char::is_uppercase) { Some(word.to_lowercase()) } else { None };
        let word = lower.as_deref().unwrap_or(word);
        let own = SMALL_WORDS.iter().position(|(_, words)| words.contains(&word));
        if let Some(count) = own.and_then(|own| counts.get_mut(own)) {
            *count += 1;
        }
    }
    let (at, most) = counts.iter().copied().enumerate().max_by_key(|(_, count)| *count)?;
    let others = counts.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, count)| *count);
    let is_clear = all >= FEWEST_WORDS
        && most as f64 >= MANY * all as f64
        && others.max().is_none_or(|second| second * 4 <= most);
    SMALL_WORDS.get(at).filter(|_| is_clear).map(|(code, _)| *code)
}

/// Scripts that one language has, or most texts in them: from, to, and its code.
const SCRIPTS: [(char, char, &str); 7] = [
    ('\u{1780}', '\u{17ff}', "km"),
    ('\u{0e80}', '\u{0eff}', "lo"),
    ('\u{1000}', '\u{109f}', "my"),
    ('\u{10a0}', '\u{10ff}', "ka"),
    ('\u{0530}', '\u{058f}', "hy"),
    ('\u{0f00}', '\u{0fff}', "bo"),
    ('\u{0d80}', '\u{0dff}', "si"),
];

/// Letters that only some of the languages of a script have.
const MARKED: [char; 22] = [
    'ҷ', 'ҳ', 'ӣ', 'ӯ', 'ә', 'қ', 'ғ', 'ұ', 'һ', 'і', 'ў', 'ҹ', 'ҝ', 'ү', 'ө', 'ң', 'Ə', 'ə', 'ʻ', 'ʼ', '‘',
    '’',
];

/// What is counted in a text.
#[derive(Default)]
struct Counts {
    letters: usize,
    cyrillic: usize,
    apostrophes: usize,
    marked: [usize; MARKED.len()],
    of_scripts: [usize; SCRIPTS.len()],
}

impl Counts {
    fn add(&mut self, c: char) {
        if c.is_ascii() {
            self.letters += usize::from(c.is_ascii_alphabetic());
            self.apostrophes += usize::from(c == '\'');
            return;
        }
        self.letters += usize::from(c.is_alphabetic());
        self.cyrillic += usize::from(('\u{400}'..='\u{4ff}').contains(&c));
        if let Some(count) = MARKED.iter().position(|own| *own == c).and_then(|at| self.marked.get_mut(at)) {
            *count += 1;
        }
        if c >= '\u{530}' {
            let is_of = |(from, to, _): &(char, char, &str)| (*from..=*to).contains(&c);
            if let Some(count) = SCRIPTS.iter().position(is_of).and_then(|at| self.of_scripts.get_mut(at)) {
                *count += 1;
            }
        }
    }

    /// How often these letters are there.
    fn marked(&self, set: &str) -> usize {
        let own = MARKED.iter().zip(self.marked).filter(|(c, _)| set.contains(**c)).map(|(_, count)| count);
        own.sum::<usize>() + if set.contains('\'') { self.apostrophes } else { 0 }
    }
}

/// Which of these languages a short text rather is; `None` if that is not to be seen.
pub(in crate::data::documents) fn among(text: &str, languages: &[&'static str]) -> Option<&'static str> {
    let own = by_letters(text).filter(|own| languages.contains(own));
    own.or_else(|| {
        let list = Lang::all()
            .iter()
            .copied()
            .filter(|lang| code(*lang).is_some_and(|code| languages.contains(&code)));
        let info = Detector::with_allowlist(list.collect())
            .detect(sample(text))
            .filter(|info| info.confidence() > 0.3)?;
        code(info.lang())
    })
}

/// The two-letter code of a language.
fn code(lang: Lang) -> Option<&'static str> {
    Some(match lang {
        Lang::Eng => "en",
        Lang::Fra => "fr",
        Lang::Spa => "es",
        Lang::Rus => "ru",
        Lang::Ara => "ar",
        Lang::Cmn => "zh",
        Lang::Deu => "de",
        Lang::Nld => "nl",
        Lang::Ita => "it",
        Lang::Por => "pt",
        Lang::Tur => "tr",
        Lang::Aze => "az",
        Lang::Uzb => "uz",
        Lang::Tuk => "tk",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Fin => "fi",
        Lang::Hun => "hu",
        Lang::Khm => "km",
        Lang::Ukr => "uk",
        Lang::Bel => "be",
        Lang::Pol => "pl",
        Lang::Ces => "cs",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Bul => "bg",
        Lang::Mkd => "mk",
        Lang::Ron => "ro",
        Lang::Ell => "el",
        Lang::Heb => "he",
        Lang::Pes => "fa",
        Lang::Urd => "ur",
        Lang::Hin => "hi",
        Lang::Ben => "bn",
        Lang::Tha => "th",
        Lang::Vie => "vi",
        Lang::Ind => "id",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Nob => "no",
        Lang::Est => "et",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        Lang::Kat => "ka",
        Lang::Hye => "hy",
        Lang::Cat => "ca",
        Lang::Lat => "la",
        Lang::Epo => "eo",
        Lang::Afr => "af",
        Lang::Amh => "am",
        Lang::Mya => "my",
        Lang::Sin => "si",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Kan => "kn",
        Lang::Mal => "ml",
        Lang::Mar => "mr",
        Lang::Guj => "gu",
        Lang::Pan => "pa",
        Lang::Ori => "or",
        Lang::Nep => "ne",
        Lang::Jav => "jv",
        Lang::Tgl => "tl",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Aka => "ak",
        Lang::Yid => "yi",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_say_the_language_of_a_text_that_is_in_one() {
        let english = "The Parties shall consult with each other on the application of this Agreement, and the \
                       measures taken by either of them. ";
        let french = "Les Parties se consultent sur l'application du présent accord, et les mesures qui sont prises \
                      par une des Parties dans les limites des lois. ";
        assert_eq!(by_words(&english.repeat(4)), Some("en"));
        assert_eq!(by_words(&french.repeat(4)), Some("fr"));
        // Too short, in both, and in neither.
        assert_eq!(by_words(english), None);
        assert_eq!(by_words(&[english, french].concat().repeat(4)), None);
        assert_eq!(by_words(&"Strony zgadzają się zawsze współpracować w tej dziedzinie. ".repeat(9)), None);
    }
}
