//! The title of a text: what is printed before its preamble.

use crate::data::tables::kind_of_title;
use crate::text::fold::fold;

/// How preambles begin, folded.
const PREAMBLES: &[&str] = &[
    "the government",
    "the contracting",
    "the high contracting",
    "the parties",
    "the two",
    "the states",
    "the state parties",
    "we the peoples",
    "whereas",
    "desiring",
    "considering",
    "recognizing",
    "recognising",
    "recalling",
    "reaffirming",
    "wishing",
    "le gouvernement",
    "les gouvernements",
    "les parties",
    "les hautes",
    "nous,",
    "el gobierno",
    "los gobiernos",
    "las partes",
    "la republica",
    "de regering",
    "het koninkrijk",
    "de verdragsluitende",
    "de staten",
    "die regierung",
    "die vertragsparteien",
    "правительство",
    "договаривающиеся",
    "стороны",
    "bundan boyle",
    "bundan sonra",
    "taraflar",
    "азербайджанская республика и",
    "i. ",
    "preamble",
    "preambule",
    "preambulo",
    "преамбула",
];

/// The longest title that is believed, in bytes.
const LONGEST: usize = 600;

/// The title in the lines before the first article, and how many of the lines it and what is before it take. Each line is
/// given with whether it is a heading.
pub(in crate::data::documents) fn title(head: &[(&str, bool)]) -> (String, usize) {
    let names_kind = |text: &str| text.len() < LONGEST && kind_of_title(&plain(text)).is_some();
    let heading = head.iter().rposition(|(text, is_heading)| *is_heading && names_kind(text));
    if let Some(at) = heading {
        return (head.get(at).map(|(text, _)| plain(text)).unwrap_or_default(), at + 1);
    }
    let first = head
        .iter()
        .take(60)
        .position(|(text, _)| names_kind(text))
        .or_else(|| head.iter().position(|(text, _)| !text.is_empty()));
    let Some(first) = first else { return (String::new(), 0) };
    let mut title = String::new();
    let mut used = first;
    for (text, _) in head.iter().skip(first) {
        let text = plain(text);
        if !title.is_empty() && (begins_preamble(&text) || title.len() + text.len() > LONGEST) {
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(&text);
        used += 1;
    }
    if title.len() > LONGEST {
        // The preamble is on the same line.
        return (crate::text::cut(&title, 200, "…").into_owned(), first);
    }
    (title, used)
}

fn begins_preamble(text: &str) -> bool {
    let head: String = text.chars().take(40).collect();
    let folded = fold(&head);
    text.chars().count() > 300 || PREAMBLES.iter().any(|start| folded.text().starts_with(fold(start).text()))
}

/// A line without the marks of headings.
fn plain(text: &str) -> String {
    text.trim_matches(|c: char| matches!(c, '#' | '*' | '_' | ' ' | '"' | '“' | '”')).to_owned()
}
