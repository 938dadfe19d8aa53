//! Languages by their codes.

/// The English name of a language if agreements are often written in it, or else its two-letter code.
pub fn language_name(code: &str) -> &str {
    match code {
        "en" => "English",
        "ru" => "Russian",
        "tr" => "Turkish",
        "az" => "Azerbaijani",
        "ky" => "Kyrgyz",
        "kk" => "Kazakh",
        "uz" => "Uzbek",
        "tg" => "Tajik",
        "fr" => "French",
        "de" => "German",
        "nl" => "Dutch",
        "es" => "Spanish",
        "ar" => "Arabic",
        "zh" => "Chinese",
        "it" => "Italian",
        "pt" => "Portuguese",
        "ja" => "Japanese",
        "hr" => "Croatian",
        "km" => "Khmer",
        "fa" => "Persian",
        "uk" => "Ukrainian",
        other => other,
    }
}
