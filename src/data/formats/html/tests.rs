use super::*;
use crate::data::file::decode_any;
use crate::data::formats::print::outline;

fn page(html: &str) -> Document {
    read(decode_any(html.as_bytes(), None).unwrap())
}

fn shown(html: &str) -> String {
    outline(&page(html))
}

const LONG: &str =
    "The Parties shall develop their relations on the basis of equality, mutual respect and trust.";

#[test]
fn text_is_kept_and_the_furniture_of_the_page_is_not() {
    let html = format!(
        "<!DOCTYPE html><html lang=fr><head><title>A &amp;\n B</title><style>p {{}}</style></head><body>\
         <header><a href=/>Home</a></header><nav><ul><li>One<li>Two</ul></nav><div class='site-menu'>Menu</div>\
         <article><header><h1>Treaty<br>of Baku</h1></header><p>{LONG}<p>Article&nbsp;1<sup>er</sup> m<sup>2</sup> \
         <a href=x>link</a> <del>old</del><ins>new</ins><!-- c --></article>\
         <script>if (a < b) {{ '</p>' }}</script><div style='display: none'>hidden <div>x</div> y</div>\
         <footer>© nobody</footer></body></html>"
    );
    assert_eq!(shown(&html), format!("#1 Treaty\n#1 of Baku\n_\n¶{LONG}\n¶Article 1er m² link new"));
    let document = page(&html);
    assert_eq!((document.title.as_deref(), document.language.as_deref()), (Some("A & B"), Some("fr")));
}

#[test]
fn a_page_that_is_furniture_as_a_whole_is_kept() {
    let form = format!("<form><nav>Menu</nav><p>{LONG}</p><p>Article 1</p></form><p>x</p>");
    assert_eq!(shown(&form), format!("¶{LONG}\n¶Article 1\n¶x"));
    assert_eq!(shown(&format!("<p>a</p><nav>Menu<p>{LONG}</p><p>b</p>")), format!("¶a\n¶Menu\n¶{LONG}\n¶b"));
}

#[test]
fn lists_are_numbered_as_they_are_shown() {
    let html = "<ol start=3><li>a<ol type=a><li><p>b</p><li>c</ol><li value=9>d</ol><ul><li>e</ul>\
                <ol style='list-style: none'><li>(1) f</ol>";
    assert_eq!(shown(html), "- 3. a\n- a. b\n- b. c\n- 9. d\n- • e\n- (1) f");
}

#[test]
fn breaks_end_lines_and_typed_text_has_its_own() {
    assert_eq!(shown("<p>Article 1<br>Title<br><br>Text</p>z"), "Article 1\nTitle\n_\nText\n_\n¶z");
    assert_eq!(shown("<pre>Article 1\n  Text\n\nmore</pre>"), "Article 1\nText\n_\nmore\n_");
}

#[test]
fn tables_of_figures_are_tables_and_others_are_text() {
    let figures = "<table><caption>Quotas</caption><thead><tr><th>Good<th>2020</thead><tr><td rowspan=2>Rice<td>5 t\
                   <tr><td>6 t</table>";
    assert_eq!(shown(figures), "¶Quotas\n| Good | 2020 |\n| --- | --- |\n| Rice | 5 t |\n| ^^ | 6 t |");
    let points = "<table><tr><td>(a)</td><td><p>first;</p></td></tr><tr><td>(b)<td>second</table>";
    assert_eq!(shown(points), "- (a) first;\n- (b) second");
    let layout = format!("<table><tr><td>menu<td><h2>Article 1</h2><table><tr><td>{LONG}</table></table>");
    assert_eq!(shown(&layout), format!("¶menu\n#2 Article 1\n¶{LONG}"));
    let other = "Стороны развивают свои отношения на основе равенства, взаимного уважения и доверия.";
    let facing = format!("<table><tr><td>{LONG}<td>{other}<tr><td>{LONG}<td>{other}</table>");
    assert_eq!(shown(&facing), format!("¶{LONG}\n¶{LONG}\n¶{other}\n¶{other}"));
}

#[test]
fn depth_costs_nothing() {
    for tag in ["div", "nav", "table><tr><td", "ul><li", "span", "b", "svg", "article"] {
        let deep =
            format!("<p>x</p>{}y", format!("<{tag}>").repeat(30_000 / tag.matches('>').count().max(1)));
        let begin = std::time::Instant::now();
        let _ = page(&deep);
        assert!(begin.elapsed().as_secs() < 20, "{tag}");
    }
}

#[test]
fn a_page_is_known_by_its_beginning() {
    for start in [
        "<!doctype html>",
        "<HTML lang=x>",
        "<?xml version='1.0'?>\n<!-- x --><html>",
        "<p>x",
        "<div class=a>",
    ] {
        assert!(is_page(start) || is_piece(start), "{start}");
    }
    for start in ["<akomaNtoso>", "<!DOCTYPE a []><a/>", "<treaty>", "< 5", "Article", "<!-- x"] {
        assert!(!is_page(start) && !is_piece(start), "{start}");
    }
}

#[test]
fn the_encoding_is_declared_in_the_head() {
    for (html, name) in [
        ("<meta charset=\"windows-1251\">", Some("windows-1251")),
        ("<META http-equiv=Content-Type content='text/html; charset=ISO-8859-9'>", Some("iso-8859-9")),
        ("<?xml version=\"1.0\" encoding=\"utf-8\"?><html>", Some("utf-8")),
        ("<meta name=x><p>charset=y", None),
    ] {
        assert_eq!(declared(html.as_bytes()).as_deref(), name, "{html}");
    }
}
