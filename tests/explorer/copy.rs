//! What the copy menu puts on the clipboard.

use crate::screen::Screen;
use accords::explore::{Chord, Effect, Input, update};

/// The text that a key of the copy menu copies at a place, or else the notice.
fn copied(keys: &str, form: char) -> String {
    let mut screen = Screen::new((120, 36));
    screen.press(keys);
    screen.press("y");
    let effects = update(&mut screen.state, Input::Key(Chord::char(form)));
    let text = effects.iter().find_map(|effect| match effect {
        Effect::Copy { text, .. } => Some(text.clone()),
        _ => None,
    });
    text.or_else(|| screen.state.notice.clone()).unwrap_or_default()
}

#[test]
fn each_style_has_its_key() {
    let clause = "/borders<enter>";
    let title =
        "Declaration on Strategic Partnership between the Republic of Azerbaijan and the Kyrgyz Republic";
    for (form, start) in [
        ('t', format!("{title}, 20 Apr 2022, Baku, “Mutual")),
        ('o', format!("{title} (signed 20 April 2022), ‘Mutual")),
        ('u', format!("{title} “Mutual")),
        ('c', format!("{title}, “Mutual")),
        ('g', format!("{title}, signed 20 April 2022 ‘Mutual")),
        ('b', "@misc{aze-kgz-declaration-2022.borders,".to_owned()),
        ('q', "Each side confirms".to_owned()),
    ] {
        let text = copied(clause, form);
        assert!(text.starts_with(&start), "{form}: {text}");
    }
}

#[test]
fn a_web_address_is_that_of_the_best_source() {
    let address = copied("/borders<enter>", 'w');
    assert!(address.starts_with("https://theasiatoday.org/"), "{address}");
    assert_eq!(copied("3", 'w').get(..4), Some("http"));
}
