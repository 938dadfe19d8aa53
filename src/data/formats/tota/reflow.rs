//! Turns text with the line breaks of a scan or a web page into paragraphs, one per line.

/// The paragraphs of a text, joined by line breaks. Only white space changes.
///
/// A paragraph begins at a marker ("1.", "(a)", "iv)", a bullet), after `:` or `;` at the end of a line, at the heading of
/// an article, and after an empty line unless the sentence continues after it.
pub(super) fn reflow(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_blank = false;
    let mut heading = false;
    for line in text.lines() {
        let line = line.trim();
        if line.is_empty() {
            after_blank = true;
            continue;
        }
        let begins = heading || begins_paragraph(&out, line, after_blank);
        heading = is_article_heading(line);
        if !out.is_empty() {
            out.push(if begins { '\n' } else { ' ' });
        }
        push_words(&mut out, line);
        after_blank = false;
    }
    out
}

/// Whether a text has the heading of another article on a line of its own.
pub(super) fn holds_article_heading(paragraphs: &str) -> bool {
    paragraphs.lines().any(is_article_heading)
}

fn begins_paragraph(before: &str, line: &str, after_blank: bool) -> bool {
    if is_article_heading(line) {
        return true;
    }
    if is_joining_word(line) {
        return false;
    }
    let last = before.chars().next_back();
    let ended = matches!(last, Some('.' | ':' | ';' | '!' | '?' | '”' | '"' | '—'));
    let lower = line.chars().next().is_some_and(char::is_lowercase);
    if starts_with_marker(line) {
        // "paragraph\n3. of Article 2" does not begin a paragraph: the sentence before it has not ended.
        return after_blank || ended || matches!(last, Some(',')) || !asks_for_number(before);
    }
    if after_blank { ended || !lower } else { matches!(last, Some(':' | ';')) }
}

/// "and" on a line of its own belongs to the line before.
fn is_joining_word(line: &str) -> bool {
    ["and", "or", "y", "o", "et", "ou", "and/or"].contains(&line)
}

/// Whether the last word of a text asks for a number: "of paragraph", "Article".
fn asks_for_number(text: &str) -> bool {
    const WORDS: &str = "article articles artículo artículos paragraph paragraphs párrafo párrafos subparagraph \
                         subparagraphs annex anexo chapter capítulo section and or to of in y o de no no. part table \
                         protocol rule title item point";
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    WORDS.split(' ').any(|word| word == last)
}

/// Whether a line begins with "1.", "12.3", "1)", "(a)", "(iv)", "a)", "-" or "•" as a word.
fn starts_with_marker(line: &str) -> bool {
    let word = line.split(char::is_whitespace).next().unwrap_or_default();
    if matches!(word, "-" | "–" | "—" | "•" | "·" | "*" | "\u{f0b7}" | "o") {
        return word != "o" || line.len() > 1;
    }
    let opened = word.strip_prefix('(');
    let inside = opened.unwrap_or(word);
    let label: &str = match inside.strip_suffix([')', '.']) {
        Some(label) => label,
        None => return false,
    };
    let numeral = label.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let letters = label.len() <= 5 && label.chars().all(|c| "ivxIVX".contains(c));
    let letter = label.chars().count() <= 2 && label.chars().all(char::is_alphabetic);
    // "a." may end a sentence, "(a)" and "a)" do not.
    let closed = inside.ends_with(')');
    !label.is_empty() && label.len() < 9 && (numeral || ((letters || letter) && closed))
}

/// Whether a line is "Article 5", "ARTÍCULO 9-9" or the like and nothing else.
fn is_article_heading(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let first = words.next().unwrap_or_default();
    let named = ["Article", "ARTICLE", "Artículo", "ARTÍCULO"].contains(&first);
    let number = words.next().unwrap_or_default();
    let number = number.trim_end_matches([':', '.', '-', '–']);
    let numbered = number.starts_with(|c: char| c.is_ascii_digit() || "IVX".contains(c))
        && number.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    named && numbered && words.next().is_none()
}

/// Adds the words of a line with single spaces between them.
fn push_words(out: &mut String, line: &str) {
    for (i, word) in line.split_whitespace().enumerate() {
        if i > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn paragraphs_begin_where_a_reader_would_begin_them() {
        for (text, expected) in [
            (
                "1. The objectives are:\n      \n    \n   (a) to create\n   opportunities;\n \n   (b) to end.",
                "1. The objectives are:\n(a) to create opportunities;\n(b) to end.",
            ),
            ("no customs duty\non goods.\n\n\n\n2. Except", "no customs duty on goods.\n2. Except"),
            ("determinations and \n\nrecommendations as are", "determinations and recommendations as are"),
            ("In this Chapter: \n\nbusiness person means", "In this Chapter:\nbusiness person means"),
            ("workers’ rights;\n  \n    and\n  Recognizing", "workers’ rights; and Recognizing"),
            (
                "resolved to:\n  Strengthen the\n    bonds;\n  Contribute",
                "resolved to:\nStrengthen the bonds;\nContribute",
            ),
            ("in accordance with Article\n5. The Parties", "in accordance with Article 5. The Parties"),
            ("4. \t(a) Upon\u{a0}request", "4. (a) Upon request"),
            (
                "as it is.\n\nArticle 15 \nGeneral requirements \nText",
                "as it is.\nArticle 15\nGeneral requirements Text",
            ),
            ("- one\n- two\n\u{f0b7} three", "- one\n- two\n\u{f0b7} three"),
            ("Тhe mаintainеd \u{fffd} words", "Тhe mаintainеd \u{fffd} words"),
            ("", ""),
            (" \n ", ""),
        ] {
            assert_eq!(reflow(text), expected);
        }
    }

    #[test]
    fn a_heading_inside_a_text_is_seen_a_reference_is_not() {
        assert!(holds_article_heading("x.\nArticle 15\nGeneral"));
        assert!(!holds_article_heading("as in Article 15\nArticle 5 applies to goods."));
    }

    proptest! {
        #[test]
        fn no_word_is_lost_or_moved(text in "[a-zA-Z0-9 .:;(),\n\té\u{a0}-]{0,120}") {
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            let once = reflow(&text);
            prop_assert_eq!(words(&once), words(&text));
            prop_assert!(once.lines().all(|line| !line.is_empty() && line == line.trim()));
        }
    }
}
