//! What a name is looked up by, so that its spellings, its abbreviations and its turned forms are one.

use crate::text::fold::fold;

/// Words that abbreviations stand for in lists of states.
const WORDS: [(&str, &str); 16] = [
    ("rep", "republic"),
    ("dem", "democratic"),
    ("fed", "federal"),
    ("st", "saint"),
    ("ste", "sainte"),
    ("is", "islands"),
    ("isl", "islands"),
    ("peoples", "people"),
    ("terr", "territory"),
    ("prov", "province"),
    ("utd", "united"),
    ("eq", "equatorial"),
    ("n", "north"),
    ("s", "south"),
    ("e", "east"),
    ("w", "west"),
];

/// Words that a name may have or lack.
const FILLERS: [&str; 15] =
    ["the", "of", "and", "et", "y", "und", "le", "la", "les", "el", "los", "las", "i", "d", "l"];

/// The words of a name in alphabetical order: "Korea, Rep." and "the Republic of Korea" are the same.
pub(super) fn key(name: &str) -> String {
    let name = name.replace(['’', '‘', 'ʼ', 'ʻ', '`', '´'], "'");
    let folded = fold(&name);
    let mut words: Vec<String> = Vec::new();
    let mut initials = String::new();
    for word in folded.text().split(|c: char| !c.is_alphanumeric() && c != '\'' && !is_mark(c)) {
        let word = bare(word);
        if word.chars().count() == 1 && word.is_ascii() {
            initials.push_str(&word);
            continue;
        }
        words.extend(take(&mut initials));
        words.push(word);
    }
    words.extend(take(&mut initials));
    let full = |word: String| {
        WORDS.iter().find(|(short, _)| *short == word).map_or(word, |(_, full)| (*full).to_owned())
    };
    let mut words: Vec<String> = words.into_iter().map(full).filter(|word| !is_filler(word)).collect();
    words.sort_unstable();
    words.dedup();
    words.join(" ")
}

/// Marks that are part of words in Arabic and the scripts of South and Southeast Asia.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && unicode_normalization::char::is_combining_mark(c)
}

fn is_filler(word: &str) -> bool {
    word.is_empty() || FILLERS.contains(&word)
}

/// A word without the article or the ending that an apostrophe divides from it, and without other apostrophes.
fn bare(word: &str) -> String {
    let word = word.strip_prefix("l'").or_else(|| word.strip_prefix("d'")).unwrap_or(word);
    word.strip_suffix("'s").unwrap_or(word).replace('\'', "")
}

/// Initials as one word: "D.P.R." is "DPR".
fn take(initials: &mut String) -> Option<String> {
    Some(std::mem::take(initials)).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for (one, other) in [
            ("Korea, Rep.", "the Republic of Korea"),
            ("Gambia, The", "Gambia"),
            ("Côte d’Ivoire", "COTE D'IVOIRE"),
            ("Lao People’s Dem. Rep.", "Lao Peoples Democratic Republic"),
            ("U.K.", "UK"),
            ("D.P.R Korea", "DPR Korea"),
            ("St. Kitts & Nevis", "Saint Kitts and Nevis"),
            ("N Korea", "Korea, North"),
            ("Cote d Ivoire", "Côte d'Ivoire"),
            ("l'Azerbaïdjan", "Azerbaidjan"),
            ("Oʻzbekiston", "O'zbekiston"),
        ] {
            assert_eq!(key(one), key(other), "{one} {other}");
        }
        assert_ne!(key("Republic of Korea"), key("Democratic People's Republic of Korea"));
        assert_ne!(key("Guinea"), key("Guinea-Bissau"));
    }
}
