//! Marking, comparing and following references: keys in, screen out.

use crate::screen::Screen;
use accords::explore::Effect;
use accords::explore::Focus;
use accords::explore::action::CopyForm;
use accords::explore::overlays::Overlay;
use accords::explore::{Chord, Input, update};
use accords::model::Dossier;
use accords::tui::Theme;

/// Two agreements of three clauses each; the second article of the first names the third.
fn dossier() -> Dossier {
    let clause = |id: &str, number: &str, heading: &str, text: &str| serde_json::json!({ "id": id, "number": number, "heading": heading, "text": text, "wording": "official" });
    let dossier = serde_json::json!({
        "format": "accords/1", "id": "d", "title": "Rivers",
        "agreements": [
            { "id": "a", "title": "The First Agreement", "signed": "2001-02-03", "parties": ["AAA", "BBB"], "clauses": [
                clause("1", "1", "Passage", "Vessels of either Party may pass freely at any time."),
                clause("2", "2", "Limits", "Article 1 does not apply where Articles 3 and 1 say so."),
                clause("3", "3", "Court", "Disputes go to the court of arbitration."),
            ] },
            { "id": "b", "title": "The Second Agreement", "signed": "2005", "clauses": [
                clause("1", "1", "Free passage", "Vessels of a Party may pass freely at any hour."),
                clause("2", "2", "Court", "Disputes go to the Court of Arbitration!"),
                clause("3", "3", "Fish", "The fish belong to nobody."),
            ] },
        ],
    });
    let dossier: Dossier = serde_json::from_value(dossier).unwrap();
    dossier.arrange()
}

fn start(size: (u16, u16)) -> Screen {
    Screen::of(dossier(), size)
}

fn read(screen: &Screen) -> String {
    let item = screen.state.place.reader.item().unwrap();
    screen.state.collection().address(item).unwrap().to_string()
}

fn is_compared(screen: &Screen) -> bool {
    matches!(screen.state.overlays.last(), Some(Overlay::Compare(_)))
}

#[test]
fn space_marks_and_the_mark_is_seen() {
    let mut screen = start((160, 50)).keys("2g ");
    assert_eq!(screen.state.marks.len(), 1);
    assert_eq!(screen.state.notice.as_deref(), Some("1 marked; = compares it with the open item"));
    screen.press("j");
    let text = screen.text();
    assert!(text.contains("✓The First Agreement"), "{text}");
    assert!(text.lines().last().unwrap().contains("1 marked"), "{text}");
    screen.press("k ");
    assert!(screen.state.marks.is_empty());
    screen.press("=");
    assert!(!is_compared(&screen));
    assert!(screen.state.notice.as_deref().unwrap().starts_with("Mark two"));
}

#[test]
fn of_three_marks_the_two_newest_are_compared() {
    let mut screen = start((160, 50)).keys("2g j j ");
    let marks: Vec<&str> = screen.state.marks.iter().map(|(mark, _)| mark.address.as_str()).collect();
    assert_eq!(marks, ["d/a", "d/a.1", "d/a.2"]);
    assert_eq!(screen.state.notice.as_deref(), Some("3 marked; = compares the two newest"));
    screen.press("=");
    let Some(Overlay::Compare(view)) = screen.state.overlays.last() else { panic!() };
    let (left, right) = view.sides();
    let address = |item| screen.state.collection().address(item).unwrap().to_string();
    assert_eq!([address(left), address(right)], ["d/a.1", "d/a.2"]);
}

#[test]
fn two_agreements_stand_face_to_face() {
    let mut screen = start((160, 50)).keys("2g jjjj =");
    assert!(is_compared(&screen));
    let text = screen.text();
    for words in [
        "2 pairs · 1 alike · 1 differing · 1 only left · 1 only right",
        "The First Agreement",
        "The Second Agreement",
        "signed 3 Feb 2001 · AAA BBB",
        "no counterpart",
        "Underlined: differs from the other text",
        "n next pair",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let facing = text.lines().find(|line| line.contains("Vessels of either Party")).unwrap();
    assert!(facing.contains("Vessels of a Party may pass"), "{facing}");
    screen.press("<esc>");
    assert!(!is_compared(&screen));
    assert_eq!(screen.state.marks.len(), 2);
}

#[test]
fn differing_words_are_bold_and_underlined_in_every_theme() {
    for (theme, style) in [
        (Theme::Dark, "magenta+bold+underlined"),
        (Theme::Light, "cyan+bold+underlined"),
        (Theme::Mono, "bold+underlined"),
    ] {
        let styled = start((160, 50)).theme(theme).keys("2gj jjjj =").styled();
        assert!(styled.contains(style), "{styled}");
    }
}

#[test]
fn differences_are_walked_and_sides_swapped() {
    let mut screen = start((160, 50)).keys("2gj jjjj =n");
    assert!(screen.text().lines().last().unwrap().contains("pair 1 of 1"));
    screen.press("n");
    assert_eq!(screen.state.notice.as_deref(), Some("No more pairs that differ"));
    screen.press("g}");
    assert!(screen.text().lines().last().unwrap().contains("difference 1 of 1"));
    screen.press("}");
    assert_eq!(screen.state.notice.as_deref(), Some("No more differences"));
    let sides = |screen: &mut Screen| {
        let text = screen.text();
        let line = text.lines().find(|line| line.contains("The First Agreement")).unwrap().to_owned();
        line.find("First") < line.find("Second")
    };
    assert!(sides(&mut screen));
    screen.press("x");
    assert!(is_compared(&screen) && !sides(&mut screen));
}

#[test]
fn pairs_that_differ_are_walked_and_alike_ones_hidden() {
    let mut screen = start((160, 50)).keys("2g jjjj =");
    screen.press("n");
    assert!(screen.text().lines().last().unwrap().contains("pair 1 of 3"), "{}", screen.text());
    screen.press("nn");
    assert!(screen.text().lines().last().unwrap().contains("pair 3 of 3"));
    screen.press("N");
    assert!(screen.text().lines().last().unwrap().contains("pair 2 of 3"));
    assert!(screen.text().contains("Disputes go to the Court"));
    screen.press("=");
    assert_eq!(screen.state.notice.as_deref(), Some("1 pair alike: hidden; = shows it"));
    let text = screen.text();
    assert!(!text.contains("Disputes go to the Court") && text.contains("The fish belong"), "{text}");
    assert!(text.contains("2 pairs · 1 alike · 1 differing · 1 only left · 1 only right"), "{text}");
    screen.press("=");
    assert!(screen.text().contains("Disputes go to the Court"));
}

#[test]
fn texts_with_little_in_common_have_no_marks() {
    for size in [(160, 50), (80, 24), (40, 24)] {
        let screen = start(size).keys("2gj jj=");
        let text = screen.text();
        let words = "too different to mark words";
        let underlined = screen.styled().matches("magenta+bold+underlined").count();
        // Only the example in the legend is.
        assert!(text.contains(words) && underlined < 2, "{text}");
        let lines = |words: &str| text.lines().position(|line| line.contains(words));
        assert!(lines(words) < lines("Disputes go"), "{text}");
    }
}

#[test]
fn a_comparison_is_copied_as_the_command_prints_it() {
    let mut screen = start((160, 50)).keys("2gj jjjj =");
    let effects = update(&mut screen.state, Input::Key(Chord::char('y')));
    let copied = effects.iter().find_map(|effect| match effect {
        Effect::Copy { form: CopyForm::Comparison, text } => Some(text.clone()),
        _ => None,
    });
    assert!(
        copied
            .unwrap()
            .contains("Vessels of [-either-] {+a+} Party may pass freely at any [-time-] {+hour+}.")
    );
}

#[test]
fn it_fits_every_screen() {
    for size in [(80, 24), (60, 14), (40, 12), (20, 5), (10, 2), (300, 90)] {
        let mut screen = start((160, 50)).keys("2g jjjj =");
        screen.resize(size);
        let text = screen.text();
        screen.press("GnNgx?<esc>");
        assert!(is_compared(&screen), "{size:?}\n{text}");
    }
    // On a narrow screen the two are one above the other.
    let text = start((80, 24)).keys("2gj jjjj =").text();
    let line = |words: &str| text.lines().position(|line| line.contains(words)).unwrap();
    assert!(line("Vessels of either Party") < line("Vessels of a Party"), "{text}");
}

#[test]
fn only_agreements_and_clauses_are_compared() {
    let mut screen = Screen::new((160, 50)).keys("1 j ");
    assert_eq!(screen.state.notice.as_deref(), Some("2 items marked"));
    screen.press("=");
    assert!(!is_compared(&screen) && screen.state.notice.as_deref().unwrap().starts_with("Mark two"));
    let screen = start((160, 50)).keys("2g = ");
    assert!(!is_compared(&screen));
}

#[test]
fn references_are_walked_followed_and_left_again() {
    let mut screen = start((160, 50)).keys("2gjj}");
    assert_eq!((read(&screen).as_str(), screen.state.place.focus), ("d/a.2", Focus::Reader));
    assert_eq!(screen.state.place.reader.reference, Some(0));
    screen.press("}<enter>");
    assert_eq!(read(&screen), "d/a.3");
    screen.press("[");
    assert_eq!((read(&screen).as_str(), screen.state.place.reader.reference), ("d/a.2", Some(1)));
    screen.press("}<enter>");
    assert_eq!(read(&screen), "d/a.1");
    screen.press("[{{{<enter>");
    assert_eq!(read(&screen), "d/a.1");
    screen.press("}");
    assert_eq!(screen.state.notice.as_deref(), Some("No references to open articles in this text"));
}

#[test]
fn a_reference_is_a_link_only_where_enter_follows_it() {
    let lit = |keys: &str| {
        let styled = start((160, 50)).keys(keys).styled();
        let mut lines = styled.lines().skip_while(|line| !line.contains("Article 1 does not"));
        lines.nth(1).unwrap().contains("cyan")
    };
    // The bar beside the text has that colour too, so the words are counted.
    let words = |keys: &str| {
        let styled = start((160, 50)).keys(keys).styled();
        let mut lines = styled.lines().skip_while(|line| !line.contains("Article 1 does not"));
        lines.nth(1).unwrap().matches("cyan").count()
    };
    assert!(lit("2gjjl") && words("2gjjl") > words("2gjj"));
}
