//! Writes PDFs, as tests need them.

#![allow(dead_code, reason = "each test binary uses a part")]

use std::fmt::Write as _;

/// What a page draws: operators of a content stream.
#[derive(Default)]
pub struct Drawing(String);

impl Drawing {
    /// A text in Helvetica, its baseline beginning at `x`, `y`, in points from the lower left corner.
    pub fn text(&mut self, x: f32, y: f32, size: f32, text: &str) -> &mut Self {
        let mut escaped = String::new();
        for c in text.chars() {
            match c {
                '(' | ')' | '\\' => write!(escaped, "\\{c}").unwrap(),
                _ if c.is_ascii() => escaped.push(c),
                _ => write!(escaped, "\\{:03o}", u8::try_from(u32::from(c)).expect("Latin-1")).unwrap(),
            }
        }
        self.raw(&format!("BT /Latin {size} Tf {x} {y} Td ({escaped}) Tj ET"))
    }

    /// Letters of any script, each half as wide as high, drawn from left to right as given.
    pub fn letters(&mut self, x: f32, y: f32, size: f32, letters: &str) -> &mut Self {
        let codes: String = letters.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
        self.raw(&format!("BT /Any {size} Tf {x} {y} Td <{codes}> Tj ET"))
    }

    /// Lines of Helvetica of 10 points, 12 points apart, from `x`, `y` downwards.
    pub fn lines<'a>(&mut self, x: f32, y: f32, lines: impl IntoIterator<Item = &'a str>) -> &mut Self {
        for (place, line) in lines.into_iter().enumerate() {
            self.text(x, y - 12.0 * place as f32, 10.0, line);
        }
        self
    }

    /// Operators as they are.
    pub fn raw(&mut self, operators: &str) -> &mut Self {
        writeln!(self.0, "{operators}").unwrap();
        self
    }
}

/// A PDF of A4 pages, each with the drawing that a function makes.
pub fn pdf(pages: &[&dyn Fn(&mut Drawing)]) -> Vec<u8> {
    let contents = pages.iter().map(|draw| {
        let mut drawing = Drawing::default();
        draw(&mut drawing);
        stream("", drawing.0.as_bytes())
    });
    of_streams(contents.collect(), "")
}

/// A PDF of A4 pages with these content streams, and with this in its trailer.
pub fn of_streams(contents: Vec<Vec<u8>>, trailer: &str) -> Vec<u8> {
    let pages: Vec<String> = (0..contents.len()).map(|n| format!("{} 0 R", FIRST_PAGE + 2 * n)).collect();
    let mut objects: Vec<Vec<u8>> = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!("<</Type/Pages/Count {}/Kids[{}]>>", pages.len(), pages.join(" ")).into_bytes(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
        b"<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 6 0 R>>".to_vec(),
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Any/DW 500\
          /CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>\
          /FontDescriptor<</Type/FontDescriptor/FontName/Any/Flags 4>>>>"
            .to_vec(),
        stream("", every_letter().as_bytes()),
        // An image of one grey point.
        stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", b"\x80"),
    ];
    for (place, content) in contents.into_iter().enumerate() {
        let page = format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {} 0 R\
             /Resources<</Font<</Latin 3 0 R/Any 4 0 R>>/XObject<</Image 7 0 R>>>>>>",
            FIRST_PAGE + 2 * place + 1
        );
        objects.push(page.into_bytes());
        objects.push(content);
    }
    file(&objects, trailer)
}

/// The number of the object that is the first page.
const FIRST_PAGE: usize = 8;

/// A stream with this in its dictionary.
pub fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("<<{dictionary}/Length {}>>\nstream\n", data.len());
    [head.as_bytes(), data, b"\nendstream"].concat()
}

/// A page of 12 KB that unpacks to 768 KB, which are 48 MB, which are 3 GB.
pub fn bomb() -> Vec<u8> {
    // 128 times the next byte, which again is 128 times the next byte; at the end of the first a sign for the end.
    let packed = [&[0x81; 12 << 10][..], &[0, 0x80, 0x80]].concat();
    of_streams(vec![stream("/Filter[/RunLengthDecode/RunLengthDecode/RunLengthDecode]", &packed)], "")
}

fn file(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(objects) {
        writeln!(table, "{:010} 00000 n ", file.len()).unwrap();
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let at = file.len();
    file.extend(table.bytes());
    file.extend(
        format!("trailer\n<</Size {}/Root 1 0 R{trailer}>>\nstartxref\n{at}\n%%EOF\n", objects.len() + 1)
            .bytes(),
    );
    file
}

/// A table in which the code of each letter is its own number in UTF-16.
fn every_letter() -> String {
    let mut table = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Any def\n\
                     1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        .to_owned();
    for first in (0..256).step_by(64) {
        writeln!(table, "64 beginbfrange").unwrap();
        for high in first..first + 64 {
            writeln!(table, "<{high:02x}00> <{high:02x}ff> <{high:02x}00>").unwrap();
        }
        writeln!(table, "endbfrange").unwrap();
    }
    table + "endcmap end end\n"
}
