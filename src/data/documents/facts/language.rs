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
    by_letters(sample).or_else(|| {
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
    const MOST: usize = 6000;
    text.char_indices().nth(MOST).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// Languages that are known by their letters: Kyrgyz, Kazakh, Tajik, Azerbaijani, Uzbek, Khmer, Lao and others with a
/// script of their own.
fn by_letters(text: &str) -> Option<&'static str> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let share = |set: &str| text.chars().filter(|c| set.contains(*c)).count() * 1000 / letters.max(1);
    let cyrillic = text.chars().filter(|c| ('\u{400}'..='\u{4ff}').contains(c)).count() * 2 > letters;
    if cyrillic {
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
        || text.matches("o'").count() * 100 > letters.max(1) && text.contains(" va ")
    {
        return Some("uz");
    }
    let script =
        |from: char, to: char| text.chars().filter(|c| (from..=to).contains(c)).count() * 2 > letters;
    [
        ('\u{1780}', '\u{17ff}', "km"),
        ('\u{0e80}', '\u{0eff}', "lo"),
        ('\u{1000}', '\u{109f}', "my"),
        ('\u{10a0}', '\u{10ff}', "ka"),
        ('\u{0530}', '\u{058f}', "hy"),
        ('\u{0f00}', '\u{0fff}', "bo"),
        ('\u{0d80}', '\u{0dff}', "si"),
    ]
    .iter()
    .find(|(from, to, _)| script(*from, *to))
    .map(|(.., code)| *code)
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
