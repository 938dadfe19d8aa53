//! Markdown: its marks are left out, and what they say is kept.

mod inline;
mod pipes;

use super::plain_text::lines;
use super::print::Flow;
use crate::data::documents::{Document, Kind, Role};
use crate::data::file::Decoded;
use inline::without_marks;

/// Whether a text is Markdown: headings with `#`, links, bold words or a table.
pub(super) fn is_markdown(text: &str) -> bool {
    let mut marks = 0;
    for line in text.lines().take(2000) {
        let line = line.trim();
        if heading(line).is_some() || pipes::is_dashes(line) {
            return true;
        }
        marks += usize::from(line.contains("](http") || line.contains("](#"));
        marks += usize::from(line.split_once("**").is_some_and(|(_, rest)| rest.trim_start().contains("**")));
        if marks > 1 {
            return true;
        }
    }
    false
}

/// Whether a text that begins with a tag has more headings with `#` than it closes paragraphs of HTML.
pub(super) fn outweighs_tags(text: &str) -> bool {
    let headings = text.lines().filter(|line| heading(line.trim()).is_some()).count();
    let closed: usize =
        ["</p>", "</div>", "</li>", "</td>", "</h"].iter().map(|tag| text.matches(tag).count()).sum();
    headings > closed
}

/// Reads a text in Markdown.
pub(super) fn read(decoded: Decoded<'_>) -> Document {
    let mut reader =
        Reader { flow: Flow::new(Kind::Markdown), rows: Vec::new(), fence: None, comment: false };
    let (title, body) = front_matter(&decoded.text);
    reader.flow.about().title = title;
    reader.flow.about().doubts.extend(decoded.doubt);
    lines(body, |line| reader.line(line));
    reader.end_table();
    reader.flow.finish()
}

/// The title in the lines between `---` at the beginning, and the text after them.
fn front_matter(text: &str) -> (Option<String>, &str) {
    let inside = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n"));
    let Some((matter, body)) = inside.and_then(|inside| inside.split_once("\n---")) else {
        return (None, text);
    };
    let title = matter.lines().find_map(|line| line.strip_prefix("title:"));
    let title = title.map(|title| title.trim().trim_matches(['"', '\'']).to_owned());
    (title.filter(|title| !title.is_empty()), body.split_once('\n').map_or("", |(_, body)| body))
}

struct Reader<'a> {
    flow: Flow,
    /// The rows of a table so far.
    rows: Vec<&'a str>,
    /// The sign that ends the block of code that is open.
    fence: Option<&'static str>,
    /// Whether a comment is open.
    comment: bool,
}

impl<'a> Reader<'a> {
    fn line(&mut self, line: &'a str) {
        let text = self.without_comment(line);
        let text = unquoted(text.trim());
        if let Some(fence) = self.fence {
            if text.starts_with(fence) {
                self.fence = None;
                self.flow.end();
            } else {
                self.add(text.to_owned());
            }
            return;
        }
        if text.starts_with('|') && text.len() > 1 {
            return self.rows.push(text);
        }
        self.end_table();
        if let Some(fence) = ["```", "~~~"].into_iter().find(|fence| text.starts_with(fence)) {
            self.flow.end();
            self.fence = Some(fence);
        } else if let Some((level, words)) = heading(text) {
            self.flow.begin(Role::Heading(level));
            self.flow.text(&without_marks(words));
            self.flow.end();
        } else if text.is_empty() || is_rule(text) {
            self.underlined(text);
        } else if let Some((mark, words)) = note(text) {
            self.flow.begin(Role::Note);
            self.flow.text(&format!("[{mark}] {}", without_marks(words)));
        } else if is_definition(text) {
            self.flow.end();
        } else if let Some((mark, words)) = item(text) {
            self.flow.begin(Role::Item);
            self.flow.text(&format!("{mark} {}", without_marks(words)));
        } else {
            self.add(without_marks(text));
        }
    }

    /// Adds a line to the paragraph. It stays a line, as Markdown may be written without empty lines between paragraphs.
    fn add(&mut self, words: String) {
        if !self.flow.so_far().is_empty() {
            self.flow.line_break();
        }
        self.flow.text(&words);
    }

    /// A line of `=` or `-` below one line makes a heading of it; anything else here ends the paragraph.
    fn underlined(&mut self, text: &str) {
        let level = match text.bytes().next() {
            Some(b'=') => Some(1),
            Some(b'-') => Some(2),
            _ => None,
        };
        let so_far = self.flow.so_far();
        match level.filter(|_| !so_far.is_empty() && !so_far.contains('\n')) {
            Some(level) => self.flow.become_heading(level),
            None => {
                self.flow.end();
                self.flow.blank();
            }
        }
    }

    fn without_comment(&mut self, line: &'a str) -> &'a str {
        if self.comment {
            let Some((_, after)) = line.split_once("-->") else { return "" };
            self.comment = false;
            return after;
        }
        match line.split_once("<!--") {
            Some((before, rest)) if !rest.contains("-->") => {
                self.comment = true;
                before
            }
            _ => line,
        }
    }

    fn end_table(&mut self) {
        pipes::read(&std::mem::take(&mut self.rows), &mut self.flow);
    }
}

/// The text without the signs of a quotation.
fn unquoted(mut text: &str) -> &str {
    while let Some(rest) = text.strip_prefix('>') {
        text = rest.trim_start();
    }
    text
}

/// Level and words of a heading with `#`.
fn heading(text: &str) -> Option<(u8, &str)> {
    let words = text.trim_start_matches('#');
    let level = u8::try_from(text.len() - words.len()).ok().filter(|level| (1..=6).contains(level))?;
    // "#1" is no heading, "####Title" is one to most.
    let words = if level > 1 { words } else { words.strip_prefix([' ', '\t'])? };
    let words = words.trim_end_matches('#').trim();
    (!words.is_empty()).then_some((level, words))
}

/// Whether a line is only drawn: `---`, `* * *`, `====`.
fn is_rule(text: &str) -> bool {
    let sign = text.chars().next().filter(|c| "-*_=".contains(*c));
    sign.is_some_and(|sign| text.chars().all(|c| c == sign || c == ' ') && text.matches(sign).count() >= 3)
}

/// Mark and words of a note: `[^1]: words`.
fn note(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix("[^")?.split_once("]:")
}

/// Whether a line says where a link leads: `[name]: https://…`.
fn is_definition(text: &str) -> bool {
    let target = text.strip_prefix('[').and_then(|rest| rest.split_once("]: "));
    target.is_some_and(|(_, target)| target.contains("://") || target.starts_with(['/', '#']))
}

/// Mark and words of a list item.
fn item(text: &str) -> Option<(&str, &str)> {
    if let Some(words) = text.strip_prefix("- ").or(text.strip_prefix("* ")).or(text.strip_prefix("+ ")) {
        return Some(("•", words.trim_start()));
    }
    let (mark, words) = text.split_once(' ')?;
    let number = mark.strip_suffix(['.', ')'])?;
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| (mark, words.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::formats::print::outline;

    fn document(text: &str) -> Document {
        read(Decoded { text: text.into(), doubt: None })
    }

    fn shown(text: &str) -> String {
        outline(&document(text))
    }

    #[test]
    fn marks_are_left_out_and_what_they_say_is_kept() {
        let text = "---\ntitle: \"The Treaty\"\n---\n# Treaty of *Baku*\n\nDone at **Baku**,\nsee [the site](https://x.example \"t\").\n\n\
                    ## Article 1 ##\n1. First\n2) Second \\*\n- third\n\n> quoted `code`\n\nArticle 2\n---------\nText[^1].\n\n[^1]: A note.\n\
                    [x]: https://x.example\n<!-- gone\nstill --> back\n***\n";
        assert_eq!(
            shown(text),
            "#1 Treaty of Baku\n_\nDone at Baku,\nsee the site.\n_\n#2 Article 1\n- 1. First\n- 2) Second *\n- • third\n_\n\
             ¶quoted code\n_\n#2 Article 2\n¶Text[1].\n_\nnote [1] A note.\n_\n¶back\n_"
        );
        assert_eq!(document(text).title.as_deref(), Some("The Treaty"));
    }

    #[test]
    fn tables_become_tables() {
        assert_eq!(
            shown("Before\n\n| a | *b* |\n|---|:-:|\n| 1 | x \\| y |\n\nafter"),
            "¶Before\n_\n| a | b |\n| --- | --- |\n| 1 | x \\| y |\n_\n¶after"
        );
    }

    #[test]
    fn a_text_is_markdown_by_its_marks() {
        assert!(is_markdown("# Treaty\n\ntext"));
        assert!(is_markdown("| a | b |\n| --- | --- |\n"));
        assert!(is_markdown("**Article 1**\n\n**Article 2**\n"));
        assert!(!is_markdown("Article 1\n\n#1 of the list, 2 * 3 * 4\n* * *\n"));
    }
}
