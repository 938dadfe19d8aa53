use super::*;
use crate::data::formats::archive::zip;
use crate::data::formats::print::outline;

const STYLES: &str = "<office:document-styles><office:styles><text:outline-style>\
    <text:outline-level-style text:level='1' style:num-format='I' style:num-prefix='Part '/>\
    <text:outline-level-style text:level='2' style:num-format=''/></text:outline-style>\
    <text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>\
    <text:list-level-style-number text:level='2' style:num-format='a' style:num-prefix='(' style:num-suffix=')'/></text:list-style>\
    <text:list-style style:name='B'><text:list-level-style-bullet text:level='1'/></text:list-style>\
    <text:list-style style:name='A'><text:list-level-style-number text:level='1' style:num-format='1' style:num-prefix='Article '/></text:list-style>\
    <style:style style:name='New'><style:paragraph-properties fo:break-before='page'/></style:style></office:styles></office:document-styles>";

fn shown(inside: &str) -> String {
    let content = format!(
        "<office:document-content><office:body><office:text>{inside}</office:text></office:body></office:document-content>"
    );
    let bytes = zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", &content),
        ("styles.xml", STYLES),
    ]);
    outline(&read(&Archive::open(&bytes).unwrap()).unwrap())
}

#[test]
fn automatic_numbers_are_written_out() {
    let inside = "<text:h text:outline-level='1'>General</text:h><text:h text:outline-level='2'>Plain</text:h>\
        <text:list xml:id='l1' text:style-name='L'><text:list-item><text:p>one</text:p><text:p>more</text:p><text:list><text:list-item>\
        <text:p>a</text:p></text:list-item><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item>\
        <text:list-item><text:p>two</text:p></text:list-item></text:list><text:p>between</text:p>\
        <text:list text:continue-list='l1' text:style-name='L'><text:list-item><text:p>three</text:p></text:list-item></text:list>\
        <text:list text:style-name='L'><text:list-item text:start-value='7'><text:p>seven</text:p></text:list-item></text:list>\
        <text:list text:style-name='B'><text:list-item><text:p>dot</text:p></text:list-item></text:list>\
        <text:list text:style-name='A'><text:list-item><text:p>Scope</text:p></text:list-item></text:list><text:h text:outline-level='1'>Last</text:h>";
    assert_eq!(
        shown(inside),
        "#1 Part I General\n#2 Plain\n- 1. one\n¶more\n- (a) a\n- (b) b\n- 2. two\n¶between\n- 3. three\n- 7. seven\n- • dot\n\
         ¶Article 1 Scope\n#1 Part II Last"
    );
}

#[test]
fn what_is_printed_is_kept_and_nothing_else() {
    let inside = "<text:tracked-changes><text:deletion><text:p>old</text:p></text:deletion></text:tracked-changes>\
        <text:p>a<text:s text:c='3'/>b<text:tab/>c<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>\
        <text:note-body><text:p>A note.</text:p></text:note-body></text:note> d<office:annotation><text:p>remark</text:p></office:annotation></text:p>\
        <text:p>one<text:line-break/>two<text:soft-page-break/> three</text:p><text:p text:style-name='New'>page</text:p>\
        <text:p>around<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame></text:p>\
        <text:section text:display='none'><text:p>hidden</text:p></text:section>";
    assert_eq!(shown(inside), "¶a b c[1] d\nnote [1] A note.\none\ntwo three\n_\np2\n¶page\n¶box\n¶around");
}

#[test]
fn tables_keep_their_cells() {
    let inside = "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Good</text:p></table:table-cell>\
        <table:table-cell table:number-columns-spanned='2'><text:p>Quota</text:p></table:table-cell><table:covered-table-cell/></table:table-row>\
        </table:table-header-rows><table:table-row><table:table-cell table:number-rows-spanned='2'><text:p>Rice</text:p></table:table-cell>\
        <table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row>\
        <table:table-row><table:covered-table-cell/><table:table-cell><text:p>3</text:p></table:table-cell><table:table-cell><text:p>4</text:p>\
        </table:table-cell></table:table-row></table:table>";
    assert_eq!(shown(inside), "| Good | Quota ||\n| --- | --- | --- |\n| Rice | 1 | 2 |\n| ^^ | 3 | 4 |");
}
