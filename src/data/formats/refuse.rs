//! What is no document that can be read: what it is, and the way out.

use super::start::Start;

/// How files begin that are not read, and what to say.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x1f\x8b", "is compressed with gzip; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "is a 7-Zip archive; unpack it first"),
    (b"Rar!", "is a RAR archive; unpack it first"),
    (b"\xfd7zXZ", "is compressed with xz; unpack it first"),
    (b"BZh", "is compressed with bzip2; unpack it first"),
    (b"{\\rtf", "is RTF; open it in a word processor and save it as DOCX or ODT"),
    (b"\x89PNG", IMAGE),
    (b"\xff\xd8\xff", IMAGE),
    (b"GIF8", IMAGE),
    (b"II*\0", IMAGE),
    (b"MM\0*", IMAGE),
    (b"BM", BITMAP),
    (
        b"AT&TFORM",
        "is DjVu; convert it to PDF with ddjvu -format=pdf, then ocrmypdf in.pdf out.pdf if it has no text",
    ),
    (b"%!PS", "is PostScript; convert it to PDF with ps2pdf"),
    (b"SQLite format 3\0", "is a database; export its texts"),
    (b"\x7fELF", "is a program"),
];

const IMAGE: &str = "is an image, not text; make a text of it with ocrmypdf in.png out.pdf, or type it";

/// A bitmap is known by more than its two letters.
const BITMAP: &str = IMAGE;

/// What Microsoft's programs wrote before 2007, and what they encrypt.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Why a file is refused that is known for what it is; `None` if it may be read.
pub(super) fn refusal(start: &Start<'_>) -> Option<String> {
    let bytes = start.bytes;
    if bytes.is_empty() {
        return Some("is empty; `accords --help` says what can be opened".to_owned());
    }
    if bytes.starts_with(OLE) {
        return Some(ole(bytes).to_owned());
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(IMAGE.to_owned());
    }
    let signature = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature));
    signature
        .filter(|(signature, _)| *signature != b"BM" || memchr::memchr(0, bytes).is_some())
        .map(|(_, why)| (*why).to_owned())
}

/// Streams in such a file have names in UTF-16.
fn ole(bytes: &[u8]) -> &'static str {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &wide).is_some()
    };
    if has("EncryptedPackage") {
        "is protected by a password; save it without one"
    } else if has("WordDocument") {
        "is an old Word document (.doc); open it in a word processor and save it as DOCX, or convert it: \
         soffice --convert-to docx FILE"
    } else {
        "is a file of an old Office program; save the text as DOCX"
    }
}

/// Why an archive is refused that is no document.
pub(super) fn archive(start: &Start<'_>) -> Option<String> {
    let archive = match start.archive()? {
        Ok(archive) => archive,
        Err(why) => return Some(why.to_owned()),
    };
    let kind = archive.part("mimetype").ok().flatten().map(|part| part.text).unwrap_or_default();
    Some(match kind.as_str() {
        "application/epub+zip" => {
            "is an EPUB book; convert it first: pandoc book.epub -o book.docx".to_owned()
        }
        _ if archive.has("xl/workbook.xml") => {
            "is a spreadsheet; save its sheet as CSV and import it with accords import".to_owned()
        }
        _ if archive.has("ppt/presentation.xml") => "is a presentation; save its text as DOCX".to_owned(),
        kind if kind.starts_with("application/vnd.oasis") => {
            "is an OpenDocument file, but no text; save it as a text (.odt)".to_owned()
        }
        _ => "is a ZIP archive; unpack it first".to_owned(),
    })
}
