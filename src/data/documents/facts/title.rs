//! The title of a text: what is printed before its preamble.

use crate::data::tables::kind_of_title;
use crate::text::fold::fold;
use std::ops::Range;
use std::sync::OnceLock;

/// A line before the first article.
#[derive(Clone, Copy, Debug)]
pub(in crate::data::documents) struct HeadLine<'t> {
    pub(in crate::data::documents) text: &'t str,
    /// Whether a gap is before it.
    pub(in crate::data::documents) after_gap: bool,
    /// Whether its reader said that it is a heading.
    pub(in crate::data::documents) is_heading: bool,
}

/// A title and the lines that it takes; both are empty if there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::data::documents) struct Title {
    pub(in crate::data::documents) text: String,
    pub(in crate::data::documents) lines: Range<usize>,
}

/// How preambles begin.
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
    "the republic",
    "the kingdom",
    "his majesty",
    "her majesty",
    "the president",
    "le gouvernement",
    "les gouvernements",
    "les parties",
    "les hautes",
    "la republique",
    "le royaume",
    "le president",
    "sa majeste",
    "nous,",
    "el gobierno",
    "los gobiernos",
    "las partes",
    "la republica",
    "el reino",
    "de regering",
    "het koninkrijk",
    "de verdragsluitende",
    "de staten",
    "hare majesteit",
    "zijne majesteit",
    "die regierung",
    "die vertragsparteien",
    "die bundesrepublik",
    "правительство",
    "договаривающиеся",
    "стороны",
    "российская федерация и",
    "республика",
    "bundan boyle",
    "bundan sonra",
    "taraflar",
    "азербайджанская республика",
    "preamble",
    "preambule",
    "preambulo",
    "преамбула",
    "präambel",
    "azerbaycan respublikasi hokumeti",
    "o governo",
    "il governo",
];

/// The longest title that is believed, in bytes.
const LONGEST: usize = 700;

/// The title in the lines before the first article.
///
/// It is the last heading that names a kind of agreement; else the last lines in capitals that name one, with those around
/// them; else the first line that names one.
pub(in crate::data::documents) fn title(head: &[HeadLine<'_>]) -> Title {
    let names_kind = |line: &HeadLine| {
        line.text.len() < LONGEST
            && !line.text.starts_with(char::is_lowercase)
            && kind_of_title(plain(line.text)).is_some()
    };
    let candidates: Vec<usize> = (0..head.len()).filter(|at| head.get(*at).is_some_and(names_kind)).collect();
    let is_heading = |at: &&usize| head.get(**at).is_some_and(|line| line.is_heading);
    if let Some(at) = candidates.iter().rev().find(is_heading) {
        return of_lines(head, *at..*at + 1);
    }
    let shouted = |at: usize| head.get(at).is_some_and(|line| is_shouted(line.text));
    // A scan may spoil a short word between lines in capitals: "AND".
    let is_spoilt_word = |at: usize| head.get(at).is_some_and(|line| line.text.len() <= 6) && shouted(at + 1);
    let in_capitals = |at: usize| shouted(at) || is_spoilt_word(at);
    if let Some(at) = candidates.iter().rev().find(|at| in_capitals(**at)) {
        let from = (0..*at).rev().take_while(|before| in_capitals(*before)).last().unwrap_or(*at);
        let to = (*at + 1..head.len())
            .take_while(|next| in_capitals(*next))
            .last()
            .map_or(*at + 1, |last| last + 1);
        return of_lines(head, from..to);
    }
    let first = candidates.first().copied().or_else(|| {
        head.iter()
            .take(3)
            .position(|line| line.is_heading || (line.text.len() < 200 && !begins_preamble(line.text)))
    });
    let Some(first) = first.filter(|at| {
        head.get(*at).is_some_and(|line| !begins_preamble(line.text) || candidates.contains(at))
    }) else {
        return Title::default();
    };
    let goes_on =
        |before: &str, line: &HeadLine| ends_open(before) || (!begins_preamble(line.text) && !line.after_gap);
    let mut to = first + 1;
    let mut length = head.get(first).map_or(0, |line| line.text.len());
    while let (Some(before), Some(line)) = (head.get(to - 1), head.get(to)) {
        length += line.text.len();
        if length > LONGEST || !goes_on(before.text, line) || before.text.ends_with('.') {
            break;
        }
        to += 1;
    }
    of_lines(head, first..to)
}

fn of_lines(head: &[HeadLine<'_>], lines: Range<usize>) -> Title {
    let words: Vec<&str> =
        head.get(lines.clone()).unwrap_or_default().iter().map(|line| plain(line.text)).collect();
    let text = words.join(" ");
    match text.len() > LONGEST {
        // The preamble is on the same line.
        true => {
            Title { text: crate::text::cut(&text, 200, "…").into_owned(), lines: lines.start..lines.start }
        }
        false => Title { text, lines },
    }
}

/// Whether a line ends with a word that asks for more.
fn ends_open(text: &str) -> bool {
    let last = fold(text.trim_end().rsplit(' ').next().unwrap_or_default());
    [
        "between", "and", "of", "the", "entre", "et", "de", "tussen", "en", "het", "zwischen", "und", "y",
        "e", "mezhdu", "i", "among", "with", "to", ",",
    ]
    .contains(&last.text())
        || text.ends_with(',')
}

/// Whether a line is in capitals.
fn is_shouted(text: &str) -> bool {
    let upper = text.chars().filter(|c| c.is_uppercase()).count();
    let lower = text.chars().filter(|c| c.is_lowercase()).count();
    upper >= 2 && lower * 5 <= upper
}

fn begins_preamble(text: &str) -> bool {
    static FOLDED: OnceLock<Vec<String>> = OnceLock::new();
    let preambles =
        FOLDED.get_or_init(|| PREAMBLES.iter().map(|start| fold(start).text().to_owned()).collect());
    let head: String = text.chars().take(60).collect();
    let folded = fold(&head);
    text.chars().nth(300).is_some() || preambles.iter().any(|start| folded.text().starts_with(start.as_str()))
}

/// A line without the marks of headings.
fn plain(text: &str) -> &str {
    text.trim_matches(|c: char| matches!(c, '#' | '*' | '_' | ' ' | '"' | '“' | '”'))
}

#[cfg(test)]
mod tests {
    use super::{HeadLine, title};

    fn found(lines: &[&str]) -> String {
        let head: Vec<HeadLine> = lines
            .iter()
            .map(|line| HeadLine {
                after_gap: false,
                text: line.trim_start_matches('#'),
                is_heading: line.starts_with('#'),
            })
            .collect();
        title(&head).text
    }

    #[test]
    fn a_title_ends_where_the_preamble_begins() {
        assert_eq!(
            found(&["#Verdrag tussen A en B", "#Agreement between A and B", "The Republic of A and"]),
            "Agreement between A and B"
        );
        assert_eq!(
            found(&[
                "Gazette",
                "AGREEMENT BETWEEN",
                "THE GOVERNMENT OF A AND",
                "THE GOVERNMENT OF B",
                "The Government of A"
            ]),
            "AGREEMENT BETWEEN THE GOVERNMENT OF A AND THE GOVERNMENT OF B"
        );
        assert_eq!(
            found(&[
                "Protocol between the Government of A and",
                "the Government of B on water",
                "The Government of A"
            ]),
            "Protocol between the Government of A and the Government of B on water"
        );
        assert_eq!(found(&["WE THE PEOPLES OF THE UNITED NATIONS DETERMINED"]), "");
        assert_eq!(found(&[]), "");
    }
}
