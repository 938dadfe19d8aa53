//! A draft as it comes from a printer: page headers that repeat are not a part of its wording.

use std::collections::HashMap;

/// The fewest times that a header repeats.
const TIMES: usize = 3;
/// The fewest lines of a page.
const PAGE: usize = 15;
/// The most bytes of a header.
const LONGEST: usize = 160;

/// The text with blanks in place of the headers and footers of its pages, so that every other byte keeps its place.
///
/// A header is a line that comes at least three times, apart from its digits, always about the same number of lines or a
/// multiple of it after the last time, as pages do. The first line of a text is one if it comes twice.
pub fn without_page_headers(text: &str) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut places: HashMap<String, Vec<usize>, foldhash::fast::RandomState> = HashMap::default();
    for (place, line) in lines.iter().enumerate().filter(|(_, line)| line.len() <= LONGEST) {
        let pattern = pattern(line);
        if !pattern.is_empty() {
            places.entry(pattern).or_default().push(place);
        }
    }
    let mut is_header = vec![false; lines.len()];
    let first = lines.iter().position(|line| !line.trim().is_empty());
    let is_repeated = |places: &[usize]| places.len() >= TIMES || places.first().copied() == first;
    let headers = places.into_values().filter(|places| is_repeated(places) && is_regular(places));
    for place in headers.flatten() {
        if let Some(header) = is_header.get_mut(place) {
            *header = true;
        }
    }
    let mut out = String::with_capacity(text.len());
    for (line, is_header) in lines.into_iter().zip(is_header) {
        match is_header {
            false => out.push_str(line),
            true => out.extend(line.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' })),
        }
    }
    out
}

/// The line with single blanks and a `#` for each number.
fn pattern(line: &str) -> String {
    let mut out = String::new();
    for word in line.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars().map(|c| if c.is_numeric() { '#' } else { c }) {
            if c != '#' || !out.ends_with('#') {
                out.push(c);
            }
        }
    }
    out
}

/// Whether lines come at the distance of pages.
fn is_regular(places: &[usize]) -> bool {
    let mut distances: Vec<usize> = places.iter().zip(places.iter().skip(1)).map(|(a, b)| b - a).collect();
    distances.sort_unstable();
    let Some(page) = distances.get(distances.len() / 2).copied().filter(|page| *page >= PAGE) else {
        return false;
    };
    let fits = |distance: &usize| {
        let pages = (distance + page / 2) / page;
        pages > 0 && distance.abs_diff(pages * page) * 5 <= page
    };
    distances.iter().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Pages of 20 lines, each with a header above.
    fn pages(many: usize, header: impl Fn(usize) -> String) -> String {
        let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap());
        let page = |page: usize| {
            let numbers = page * 20..(page + 1) * 20;
            let lines = numbers.map(|n| format!("line {}{} of the text\n", letter(n / 26), letter(n)));
            header(page) + &lines.collect::<String>()
        };
        (1..=many).map(page).collect()
    }

    #[test]
    fn headers_become_blank_and_all_else_keeps_its_place() {
        let text = pages(4, |page| format!("Agreement – Page {page} of 4\n"));
        let clean = without_page_headers(&text);
        assert_eq!(clean.len(), text.len());
        assert!(!clean.contains("Page"));
        for line in text.lines().filter(|line| !line.contains("Page")) {
            assert_eq!(clean.find(line), text.find(line), "{line}");
        }
    }

    #[test]
    fn two_pages_are_known_by_the_first_line() {
        let clean = without_page_headers(&pages(2, |page| format!("\nAgreement – page {page}\n")));
        assert!(!clean.contains("page"), "{clean}");
    }

    #[test]
    fn what_does_not_come_with_the_pages_is_text() {
        for text in [
            format!("A title\n{}", pages(2, |page| format!("Page {page}\n"))),
            // Headings of articles come at any distance.
            pages(3, |page| "\n".repeat(page * page * 3) + &format!("Article {page}\n")),
            "and\n".repeat(50),
            String::new(),
        ] {
            assert_eq!(without_page_headers(&text), text);
        }
    }

    proptest! {
        #[test]
        fn every_byte_keeps_its_place(text in "([ab1é –]{0,3}\n){0,60}") {
            let clean = without_page_headers(&text);
            prop_assert_eq!(clean.len(), text.len());
            prop_assert_eq!(clean.matches('\n').count(), text.matches('\n').count());
        }
    }
}
