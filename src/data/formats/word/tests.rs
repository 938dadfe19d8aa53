use super::*;
use crate::data::formats::archive::zip;
use crate::data::formats::print::outline;

const RELATIONS: &str = "<Relationships><Relationship Id='r1' Type='http://x/officeDocument' Target='word/document.xml'/></Relationships>";

fn document(parts: &[(&str, &str)]) -> Document {
    let bytes = zip(parts);
    read(&Archive::open(&bytes).unwrap()).unwrap()
}

fn body(inside: &str) -> String {
    format!("<w:document xmlns:w='w'><w:body>{inside}</w:body></w:document>")
}

fn shown(inside: &str, others: &[(&str, &str)]) -> String {
    let body = body(inside);
    let mut parts = vec![("_rels/.rels", RELATIONS), ("word/document.xml", body.as_str())];
    parts.extend(others);
    outline(&document(&parts))
}

fn p(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

fn numbered(number: &str, level: &str, text: &str) -> String {
    p(&format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>"), &r(text))
}

const NUMBERING: &str = "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='0'>\
    <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='Article %1'/><w:pStyle w:val='Art'/></w:lvl>\
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2.'/></w:lvl>\
    <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%3)'/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl>\
    </w:abstractNum><w:abstractNum w:abstractNumId='2'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='\u{f0b7}'/></w:lvl></w:abstractNum>\
    <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>\
    <w:num w:numId='3'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>\
    <w:num w:numId='4'><w:abstractNumId w:val='2'/></w:num></w:numbering>";

const STYLES: &str = "<w:styles xmlns:w='w'><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='fr-FR'/></w:rPr></w:rPrDefault></w:docDefaults>\
    <w:style w:styleId='H1'><w:name w:val='heading 1'/></w:style><w:style w:styleId='Own'><w:name w:val='Own'/><w:basedOn w:val='H1'/></w:style>\
    <w:style w:styleId='Art'><w:name w:val='Article'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:outlineLvl w:val='1'/></w:pPr></w:style></w:styles>";

#[test]
fn automatic_numbers_are_written_out() {
    let inside = [
        p("<w:pStyle w:val='Own'/>", &r("Treaty")),
        p("<w:pStyle w:val='Art'/>", &r("Scope")),
        numbered("1", "1", "first"),
        numbered("1", "2", "point"),
        numbered("1", "2", "point"),
        numbered("1", "1", "second"),
        p("<w:pStyle w:val='Art'/>", ""),
        numbered("1", "1", "again"),
        numbered("2", "0", "three"),
        numbered("3", "0", "one"),
        numbered("4", "0", "dot"),
        numbered("0", "0", "none"),
    ];
    assert_eq!(
        shown(&inside.concat(), &[("word/numbering.xml", NUMBERING), ("word/styles.xml", STYLES)]),
        "#1 Treaty\n#2 Article 1 Scope\n- 1.1. first\n- (a) point\n- (b) point\n- 1.2. second\n#2 Article 2\n- 2.1. again\n\
         - III. three\n- I. one\n- • dot\n¶none"
    );
}

#[test]
fn changes_are_accepted_and_what_is_not_printed_is_left_out() {
    let inside = [
        p(
            "",
            &format!(
                "{}<w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins>{}</w:ins>",
                r("a "),
                r("new")
            ),
        ),
        p("<w:rPr><w:del w:id='1'/></w:rPr>", &r("joined ")),
        p("", &r("on")),
        p("", &format!("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>{}", r("soft\u{ad}ly"))),
        p(
            "",
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:t>Article 5</w:t></w:r>",
        ),
        p(
            "",
            "<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r>",
        ),
        p(
            "",
            "<w:r><w:t>around</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>",
        ),
        "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>".to_owned(),
    ];
    assert_eq!(
        shown(&inside.concat(), &[]),
        "¶a new\n¶joined on\n¶softly\n¶Article 5\n¶link m²\n¶box\n¶around"
    );
}

#[test]
fn pages_breaks_and_notes_come_where_they_are() {
    let notes = "<w:footnotes><w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>\
                 <w:footnote w:id='2'><w:p><w:r><w:t>See</w:t></w:r></w:p><w:p><w:r><w:t>there.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let inside = [
        p("", &format!("{}<w:r><w:footnoteReference w:id='2'/></w:r>", r("Words"))),
        p("", "<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:lastRenderedPageBreak/><w:t> three</w:t></w:r>"),
        p("", "<w:r><w:br w:type='page'/></w:r>"),
        p("", "<w:r><w:lastRenderedPageBreak/><w:t>next</w:t></w:r>"),
    ];
    assert_eq!(
        shown(&inside.concat(), &[("word/footnotes.xml", notes)]),
        "¶Words¹\nnote ¹ See there.\nOne\ntwo three\n_\np2\n¶next"
    );
}

#[test]
fn tables_keep_their_cells() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p("", &r(text)))
    };
    let rows = [
        format!(
            "<w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}</w:tr>",
            cell("", "Good"),
            cell("<w:gridSpan w:val='2'/>", "Quota")
        ),
        format!(
            "<w:tr>{}{}{}</w:tr>",
            cell("<w:vMerge w:val='restart'/>", "Rice"),
            cell("", "1"),
            cell("", "2")
        ),
        format!("<w:tr>{}{}{}</w:tr>", cell("<w:vMerge/>", ""), cell("", "3"), cell("", "4")),
        format!("<w:tr><w:trPr><w:del/></w:trPr>{}</w:tr>", cell("", "gone")),
    ];
    assert_eq!(
        shown(&format!("<w:tbl>{}</w:tbl>", rows.concat()), &[]),
        "| Good | Quota ||\n| --- | --- | --- |\n| Rice | 1 | 2 |\n| ^^ | 3 | 4 |"
    );
}

#[test]
fn a_damaged_part_costs_only_itself() {
    let text = body(&format!("{}{}", p("<w:pStyle w:val='H1'/>", &r("Treaty")), numbered("1", "0", "x")));
    let parts = [
        ("word/document.xml", text.as_str()),
        ("word/numbering.xml", "<w:numbering><w:num w:numId="),
        ("word/styles.xml", STYLES),
    ];
    assert_eq!(outline(&document(&parts)), "#1 Treaty\n¶x");
    let cut = text.get(..text.len() - 40).unwrap();
    let read = document(&[("word/document.xml", cut)]);
    assert!(outline(&read).starts_with("¶Treaty") && read.doubts[0].contains("damaged"), "{read:?}");
    let properties = "<cp:coreProperties xmlns:dc='d'><dc:title>Own</dc:title></cp:coreProperties>";
    assert_eq!(
        document(&[("word/document.xml", &text), ("docProps/core.xml", properties)]).title.as_deref(),
        Some("Own")
    );
}
