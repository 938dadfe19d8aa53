//! Decodes text in any common encoding: as declared, by its byte order mark, or else as detected.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// A text, and whether it is in doubt that it is read as it was meant.
#[derive(Debug)]
pub(in crate::data) struct Decoded<'a> {
    pub(in crate::data) text: Cow<'a, str>,
    pub(in crate::data) doubt: Option<String>,
}

/// Detecting an encoding takes no more than the beginning of a long text.
const SAMPLE: usize = 1 << 20;

/// Fewer bytes beyond ASCII are too few to tell an encoding by.
const ENOUGH: usize = 12;

/// The text of these bytes, without a byte order mark; `declared` is the name of the encoding by which the file itself
/// says to read it. `None` if they are no text.
///
/// A text that is UTF-8 throughout is UTF-8 whatever it declares: no other encoding reads so by chance.
pub(in crate::data) fn decode_any<'a>(bytes: &'a [u8], declared: Option<&str>) -> Option<Decoded<'a>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, has_errors) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return readable(text).map(|text| Decoded { text, doubt: has_errors.then(damaged) });
    }
    if memchr::memchr(0, bytes).is_some() {
        let encoding = utf16_without_mark(bytes)?;
        let (text, has_errors) = encoding.decode_without_bom_handling(bytes);
        return readable(text).map(|text| Decoded { text, doubt: has_errors.then(damaged) });
    }
    let declared = declared.and_then(|name| Encoding::for_label(name.as_bytes()));
    let is_stateful = declared.is_some_and(|encoding| !encoding.is_ascii_compatible());
    if let Some(text) = std::str::from_utf8(bytes).ok().filter(|_| !is_stateful) {
        return readable(Cow::Borrowed(text)).map(|text| Decoded { text, doubt: None });
    }
    if let Some(encoding) = declared.filter(|encoding| *encoding != UTF_8) {
        let (text, has_errors) = encoding.decode_without_bom_handling(bytes);
        if !has_errors {
            return readable(text).map(|text| Decoded { text, doubt: None });
        }
    }
    if is_nearly_utf8(bytes) {
        let text = String::from_utf8_lossy(bytes);
        return readable(text).map(|text| Decoded { text, doubt: Some(damaged()) });
    }
    detected(bytes)
}

fn damaged() -> String {
    "some bytes are no text in its encoding and are shown as \u{fffd}; the file is damaged".to_owned()
}

/// The text in the encoding that its bytes look like most.
fn detected(bytes: &[u8]) -> Option<Decoded<'_>> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    detector.feed(sample, sample.len() == bytes.len());
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, has_errors) = encoding.decode_without_bom_handling(bytes);
    let is_sure = sample.iter().filter(|byte| !byte.is_ascii()).count() >= ENOUGH;
    let in_doubt = !is_sure || has_errors || looks_spoilt(&text);
    let doubt = in_doubt.then(|| {
        format!(
            "its encoding is not declared and was taken for {}; if letters are wrong, save it as UTF-8",
            encoding.name()
        )
    });
    Some(Decoded { text: readable(text)?, doubt })
}

/// The text, if it is one: control characters are no part of a text.
fn readable(text: Cow<'_, str>) -> Option<Cow<'_, str>> {
    let is_control = |byte: &&u8| **byte < 32 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 12 | 27);
    let controls = text.as_bytes().iter().filter(is_control).count();
    (controls * 100 <= text.len()).then_some(text)
}

/// The byte order of UTF-16 without a mark, by where the zeros of its blanks and line ends are.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let (mut little, mut big) = (0, 0);
    for pair in pairs {
        match pair {
            [b' ' | b'\n' | b'\r', 0] => little += 1,
            [0, b' ' | b'\n' | b'\r'] => big += 1,
            [0, 0] => return None,
            _ => {}
        }
    }
    let is_clear = |more: usize, less: usize| more > less * 10 && more * 200 > pairs.len();
    match rest {
        [] if is_clear(little, big) => Some(UTF_16LE),
        [] if is_clear(big, little) => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether nearly all characters beyond ASCII are UTF-8, so that the others are damage.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    right >= 10 * wrong
}

/// Whether letters have signs and capitals in their midst where words have none: `fran‡ais`, `traitÈ`.
fn looks_spoilt(text: &str) -> bool {
    let (mut odd, mut beyond) = (0usize, 0usize);
    let (mut before, mut here) = (' ', ' ');
    for after in text.chars().take(SAMPLE) {
        if !here.is_ascii() && before.is_alphabetic() {
            beyond += 1;
            let is_sign = !here.is_alphanumeric() && !"’'‐‑–—…·״׳”»".contains(here);
            let is_capital = here.is_uppercase() && before.is_lowercase();
            odd += usize::from((is_sign && after.is_alphabetic()) || is_capital);
        }
        (before, here) = (here, after);
    }
    odd * 10 > beyond
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = "Договор между Азербайджанской Республикой и Кыргызской Республикой о дружбе.\n\
                           Статья 1. Стороны развивают отношения на основе равенства и взаимного уважения.\n";
    const TURKISH: &str = "Türkiye Cumhuriyeti ile Kırgız Cumhuriyeti arasında dostluk ve işbirliği anlaşması.\n\
                           Madde 1. Taraflar ilişkilerini eşitlik ve karşılıklı saygı temelinde geliştirirler.\n";

    fn in_encoding(name: &str, text: &str) -> Vec<u8> {
        let (bytes, _, has_errors) = Encoding::for_label(name.as_bytes()).unwrap().encode(text);
        assert!(!has_errors);
        bytes.into_owned()
    }

    fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn a_text_is_read_in_the_encoding_it_has() {
        let french = "Traité d'amitié entre la République française et le Royaume : à l'égard des Parties.\n";
        for (name, text) in [
            ("windows-1251", RUSSIAN),
            ("koi8-r", RUSSIAN),
            ("iso-8859-5", RUSSIAN),
            ("windows-1254", TURKISH),
            ("windows-1252", french),
            (
                "gbk",
                "中华人民共和国和吉尔吉斯共和国睦邻友好合作条约。第一条 缔约双方根据联合国宪章发展关系。",
            ),
            (
                "shift_jis",
                "日本国とアゼルバイジャン共和国との間の条約。第一条 両締約国は友好関係を発展させる。",
            ),
            ("windows-1256", "معاهدة بين جمهورية أذربيجان والمملكة. المادة الأولى: يطور الطرفان علاقاتهما."),
        ] {
            let bytes = in_encoding(name, text);
            let decoded = decode_any(&bytes, None).unwrap();
            assert_eq!(decoded.text, text, "{name}");
            let declared = decode_any(&bytes, Some(name)).unwrap();
            assert_eq!((&*declared.text, declared.doubt), (text, None), "{name}");
        }
    }

    #[test]
    fn marks_and_zeros_say_what_utf16_it_is() {
        for unit in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
            for text in [RUSSIAN, TURKISH] {
                assert_eq!(decode_any(&utf16(text, unit), None).unwrap().text, text);
                assert_eq!(decode_any(&utf16(&format!("\u{feff}{text}"), unit), None).unwrap().text, text);
            }
        }
        let marked = format!("\u{feff}{RUSSIAN}");
        let decoded = decode_any(marked.as_bytes(), Some("windows-1251")).unwrap();
        assert_eq!((&*decoded.text, decoded.doubt), (RUSSIAN, None));
    }

    #[test]
    fn what_is_no_text_is_none() {
        let noise: Vec<u8> = (0..2000u32).map(|n| (n * n * 7 % 253) as u8).collect();
        assert!(decode_any(&noise, None).is_none());
        let controls: Vec<u8> = (0..2000u32).map(|n| 1 + (n * n * 7 % 29) as u8).collect();
        assert!(decode_any(&controls, None).is_none());
    }

    #[test]
    fn a_reading_in_doubt_says_so() {
        let mut cut = RUSSIAN.as_bytes().to_vec();
        cut.truncate(cut.len() - 3);
        assert!(decode_any(&cut, None).unwrap().doubt.unwrap().contains("damaged"));
        // Code page 850, which browsers do not know.
        let dos = b"Trait\x82 d'amiti\x82 entre la R\x82publique fran\x87aise et le Royaume";
        assert!(decode_any(dos, None).unwrap().doubt.is_some());
    }
}
