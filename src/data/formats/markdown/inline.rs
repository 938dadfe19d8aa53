//! The marks inside a line of Markdown.

use quick_xml::escape::resolve_html5_entity;

/// The words of a line without the marks of emphasis, code, links and pictures.
pub(super) fn without_marks(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        rest = match special(c, rest, &mut out) {
            Some(after) => after,
            None => {
                out.push(c);
                rest.get(c.len_utf8()..).unwrap_or_default()
            }
        };
    }
    out
}

/// Reads a mark at the beginning of `rest`; returns what comes after it, or `None` if the letter is itself.
fn special<'a>(c: char, rest: &'a str, out: &mut String) -> Option<&'a str> {
    let after = rest.get(c.len_utf8()..).unwrap_or_default();
    match c {
        '\\' => {
            let escaped = after.chars().next().filter(char::is_ascii_punctuation)?;
            out.push(escaped);
            after.get(escaped.len_utf8()..)
        }
        '*' | '`' | '~' => {
            let run = rest.len() - rest.trim_start_matches(c).len();
            let after = rest.get(run..).unwrap_or_default();
            // A sign between blanks is itself, and so is one `~`.
            let is_apart = out.ends_with(' ') && after.starts_with(' ');
            (!is_apart && (c != '~' || run > 1)).then_some(after)
        }
        '_' => {
            let run = rest.len() - rest.trim_start_matches('_').len();
            let after = rest.get(run..).unwrap_or_default();
            let is_inside = out.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric);
            let is_gap = after.is_empty() && run > 2 || run > 3;
            if is_inside || is_gap {
                out.push_str(rest.get(..run).unwrap_or_default());
            }
            Some(after)
        }
        '!' if after.starts_with('[') => picture(after),
        '[' => link(after, out),
        '<' => tag(after, out),
        '&' => entity(after, out),
        _ => None,
    }
}

fn picture(rest: &str) -> Option<&str> {
    let (_, target) = rest.split_once("](")?;
    target.split_once(')').map(|(_, after)| after)
}

/// The words of a link; of a note its number.
fn link<'a>(rest: &'a str, out: &mut String) -> Option<&'a str> {
    if let Some((mark, after)) = rest.strip_prefix('^').and_then(|note| note.split_once(']')) {
        out.push_str(&format!("[{mark}]"));
        return Some(after);
    }
    let (words, after) = rest.split_once(']')?;
    let after = match after.strip_prefix('(') {
        Some(target) => target.split_once(')')?.1,
        None => after.strip_prefix('[')?.split_once(']')?.1,
    };
    if words.contains('[') {
        return None;
    }
    out.push_str(&words.replace(['*', '`'], ""));
    Some(after)
}

/// A tag of HTML is left out; a break is a blank, an address in brackets is itself.
fn tag<'a>(rest: &'a str, out: &mut String) -> Option<&'a str> {
    let (inside, after) = rest.split_once('>')?;
    if inside.contains("://") || inside.contains('@') {
        out.push_str(inside);
        return Some(after);
    }
    let name = inside.trim_start_matches('/');
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic()) || name.starts_with("!--");
    if !is_tag {
        return None;
    }
    if name.starts_with("br") {
        out.push(' ');
    }
    Some(after)
}

fn entity<'a>(rest: &'a str, out: &mut String) -> Option<&'a str> {
    let (name, after) = rest.split_once(';')?;
    let number = name.strip_prefix('#');
    let code = number.and_then(|n| match n.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => n.parse().ok(),
    });
    match code.and_then(char::from_u32).filter(|c| !c.is_control()) {
        Some(c) => out.push(c),
        None => out.push_str(resolve_html5_entity(name)?),
    }
    Some(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_are_no_marks_stay() {
        for (line, words) in [
            ("**bold** and _slanted_ and ~~gone~~", "bold and slanted and gone"),
            ("snake_case 2 * 3 ~5", "snake_case 2 * 3 ~5"),
            ("signed: ______", "signed: ______"),
            ("[TRADUCTION] and [a](b) and [c][d] ![p](q)x", "[TRADUCTION] and a and c x"),
            ("a &amp; b &nbsp;c &eacute;&#233; & d", "a & b \u{a0}c éé & d"),
            ("1 < 2 <b>x</b> <https://x.example>", "1 < 2 x https://x.example"),
            ("Artikel 1<br/>Titel", "Artikel 1 Titel"),
            ("[open ( [", "[open ( ["),
        ] {
            assert_eq!(without_marks(line), words);
        }
    }
}
