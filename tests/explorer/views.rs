//! What covers the panes is copied and exported too, and keys that do nothing there say so.

use crate::screen::Screen;
use crate::trace::screen as treaties;
use accords::data::Meter;
use accords::explore::action::CopyForm;
use accords::explore::{Chord, Effect, Input, update};

fn effects(screen: &mut Screen, key: &str) -> Vec<Effect> {
    update(
        &mut screen.state,
        Input::Key(Chord::named(key).unwrap_or_else(|| Chord::char(key.chars().next().unwrap()))),
    )
}

#[test]
fn every_view_is_copied_and_exported_as_its_command_prints_it() {
    for (on, keys, copied, words) in [
        (treaties as fn() -> Screen, "/late/c<enter>W", CopyForm::View, "Treaty first"),
        (treaties, "/late/c<enter>W=", CopyForm::Comparison, "Article 4 · Trade"),
        (|| Screen::new((120, 36)), "F", CopyForm::View, "Large strategic projects"),
        (|| Screen::new((120, 36)), "C", CopyForm::View, "Energy"),
        (|| Screen::new((120, 36)), "M", CopyForm::View, "Azerbaijan"),
        (|| Screen::new((120, 36)), "X", CopyForm::View, "Azerbaijan"),
    ] {
        let mut screen = on().keys(keys);
        let depth = screen.state.overlays.len();
        let copy = effects(&mut screen, "y");
        let text = copy.iter().find_map(|effect| match effect {
            Effect::Copy { form, text } if *form == copied => Some(text.clone()),
            _ => None,
        });
        let text = text.unwrap_or_else(|| panic!("{keys} {}", screen.text()));
        assert!(text.contains(words), "{keys} {text}");
        effects(&mut screen, ">");
        assert_eq!(screen.state.overlays.len(), depth + 1, "{keys} {}", screen.text());
        let save = effects(&mut screen, "enter");
        let draft = save.into_iter().find_map(|effect| match effect {
            Effect::Save(draft) => Some(draft),
            _ => None,
        });
        let mut bytes = Vec::new();
        draft.unwrap().write(&mut bytes, &Meter::default()).unwrap();
        assert!(String::from_utf8_lossy(&bytes).contains(words.split(' ').next().unwrap()), "{keys}");
        assert_eq!(screen.state.overlays.len(), depth, "the view is still there");
    }
}

#[test]
fn a_key_that_does_nothing_here_says_so() {
    for (keys, said) in [
        ("WA", "A (write a note on it) does nothing here; esc goes back"),
        ("F ", "space (mark, or unmark) does nothing here; esc goes back"),
        ("M=", "= (compare the two marked) does nothing here; esc goes back"),
    ] {
        let screen = match keys.starts_with('W') {
            true => treaties().keys("/late/c<enter>").keys(keys),
            false => Screen::new((120, 36)).keys(keys),
        };
        assert_eq!(screen.state.notice.as_deref(), Some(said), "{keys}");
    }
    assert_eq!(Screen::new((120, 36)).keys("F%").state.notice, None);
}

#[test]
fn text_from_right_to_left_is_reordered_on_request_only_on_the_screen() {
    let dossier: accords::model::Dossier = serde_json::from_value(serde_json::json!({
        "format": "accords/1", "id": "h", "title": "אמנה",
        "agreements": [{ "id": "h", "title": "אמנת שלום", "signed": "1994-10-26", "clauses": [
            { "id": "one", "number": "1", "heading": "שלום (peace)", "text": "כינון שלום בין המדינות", "wording": "official" }] }],
    }))
    .unwrap();
    let screen = Screen::of(dossier.clone().arrange(), (120, 36)).keys("/כינון<enter>");
    let turned = Screen::of(dossier.arrange(), (120, 36)).bidi().keys("/כינון<enter>");
    assert!(screen.text().contains("כינון שלום בין המדינות"), "{}", screen.text());
    assert!(turned.text().contains("תונידמה ןיב םולש ןוניכ"), "{}", turned.text());
    assert!(turned.text().contains("(peace) םולש"), "{}", turned.text());
    // The same cells are highlighted, as matches and as links, and the copy is as it is read.
    let (plain, seen) = (screen.drawn(), turned.drawn());
    assert_eq!(plain.1.iter().count(), seen.1.iter().count());
    assert!(plain.1.iter().zip(seen.1.iter()).all(|(a, b)| a == b));
    let mut turned = turned;
    effects(&mut turned, "y");
    let copy = effects(&mut turned, "q");
    assert!(
        copy.iter()
            .any(|e| matches!(e, Effect::Copy { text, .. } if text.contains("כינון שלום בין המדינות")))
    );
}
