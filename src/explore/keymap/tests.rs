use super::*;
use crate::explore::action::Motion;
use crate::explore::bindings::LINK_KEYS;

fn keys(names: &str) -> Keys {
    Keys::named(names).unwrap()
}

fn read(text: &str) -> Result<Keymap, Vec<String>> {
    let file = TomlFile::parse(Path::new("keys.toml"), text).unwrap();
    Keymap::merged(&file).map_err(|problems| problems.iter().map(Problem::to_string).collect())
}

fn problems(text: &str) -> String {
    read(text).unwrap_err().join("\n")
}

fn action(keymap: &Keymap, mode: Mode, names: &str) -> Option<Action> {
    match keymap.meaning(mode, keys(names)) {
        Meaning::Action(action) => Some(action),
        _ => None,
    }
}

#[test]
fn the_defaults_have_no_problem_and_no_conflict() {
    let file = TomlFile::parse(Path::new("keys.toml"), DEFAULTS).unwrap();
    let lines = lines(&file, Origin::Own).unwrap();
    assert!(lines.len() > 60);
    let keymap = Keymap { rows: BINDINGS.iter().map(|row| bound(row, &lines, &[])).collect() };
    assert_eq!(conflicts(&keymap.all().collect::<Vec<_>>(), &file, &lines), []);
    for row in BINDINGS {
        for mode in row.modes {
            assert!(keymap.keys_in(row, *mode).next().is_some(), "{} in {}", row.name, mode.name());
        }
    }
}

#[test]
fn the_mode_decides() {
    let keymap = Keymap::builtin();
    assert_eq!(action(&keymap, Mode::Panes, "j"), Some(Action::Move(Motion::Down)));
    assert_eq!(action(&keymap, Mode::SearchLine, "j"), None);
    assert_eq!(action(&keymap, Mode::SearchLine, "down"), Some(Action::Move(Motion::Down)));
    assert_eq!(action(&keymap, Mode::Reader, "c"), Some(Action::Follow(2)));
    assert_eq!(action(&keymap, Mode::Panes, "c"), None);
    assert_eq!(action(&keymap, Mode::Panes, "3"), Some(Action::Pane(crate::explore::Pane::at(2))));
    for (number, key) in LINK_KEYS.into_iter().enumerate() {
        let follow = Meaning::Action(Action::Follow(number));
        assert_eq!(keymap.meaning(Mode::Reader, Keys::one(key)), follow);
    }
}

#[test]
fn a_line_replaces_the_default_of_its_action() {
    let keymap = read("[everywhere]\nsort = [\"ctrl-b\", \"E\"]\ntop = \"g g\"\nexport = []\n").unwrap();
    assert_eq!(action(&keymap, Mode::Panes, "S"), None);
    assert_eq!(action(&keymap, Mode::Chart, "E"), Some(Action::Sort));
    assert_eq!(action(&keymap, Mode::Panes, ">"), None);
    assert_eq!(action(&keymap, Mode::Panes, "/"), Some(Action::Search));
    assert_eq!(keymap.meaning(Mode::Panes, keys("g")), Meaning::Begins);
    assert_eq!(action(&keymap, Mode::Panes, "g g"), Some(Action::Move(Motion::First)));
    assert_eq!(keymap.meaning(Mode::Panes, keys("g x")), Meaning::Nothing);
    assert_eq!(
        keymap.continued(Mode::Panes, Chord::char('g')).collect::<Vec<_>>(),
        [(Chord::char('g'), "to the top")]
    );
    let sort = keymap.all().find(|(row, _)| row.name == "sort").unwrap().1;
    assert_eq!(sort.origin, Origin::Own(2));
}

#[test]
fn a_context_comes_before_everywhere() {
    let keymap = read("[panes]\nsort = \"s\"\n[everywhere]\nsort = \"E\"\n").unwrap();
    assert_eq!(action(&keymap, Mode::Panes, "s"), Some(Action::Sort));
    assert_eq!(action(&keymap, Mode::Panes, "E"), None);
    assert_eq!(action(&keymap, Mode::Library, "E"), Some(Action::Sort));
    // The menu has letters of its own among the defaults.
    let keymap = read("[everywhere]\ncopy-address = \"E\"\n").unwrap();
    assert!(action(&keymap, Mode::CopyMenu, "a").is_some() && action(&keymap, Mode::Panes, "E").is_some());
}

#[test]
fn what_cannot_be_changed_stays() {
    let keymap = read("[everywhere]\nquit = \"Q\"\nescape = []\nopen = \"alt-o\"\n").unwrap();
    assert_eq!(action(&keymap, Mode::Panes, "ctrl-c"), Some(Action::Quit));
    assert_eq!(action(&keymap, Mode::Filter, "esc"), Some(Action::Escape));
    assert_eq!(action(&keymap, Mode::Filter, "alt-o"), action(&keymap, Mode::Filter, "enter"));
    let problem = problems("[everywhere]\nsort = \"ctrl-c\"\nhelp = \"g ctrl-z\"\n");
    assert!(problem.contains("keys.toml:2:1: error: \"ctrl-c\" is always quit"), "{problem}");
    assert!(problem.contains("keys.toml:3:1: error: \"g ctrl-z\" is always suspend"), "{problem}");
    let problem = problems("[reader]\nfollow = [\"a\"]\n");
    assert!(
        problem.starts_with("keys.toml:2:1: error: the keys of follow are the letters of links"),
        "{problem}"
    );
}

#[test]
fn a_conflict_names_both_actions_and_what_to_do() {
    for (text, expected) in [
        (
            "[everywhere]\nsort = \"o\"\n",
            "keys.toml:2:1: error: \"o\" is already open-source (a default) in panes, library, chart; choose another key, or give open-source another one in this file",
        ),
        (
            "[everywhere]\nsort = \"E\"\n\nexport = [\"ctrl-b\", \"E\"]\n",
            "keys.toml:4:1: error: \"E\" is already sort (line 2) in panes, library, chart; ",
        ),
        (
            "[everywhere]\nmark = \"m\"\n",
            "keys.toml:2:1: error: \"m\" is already follow in reader; choose another key: the letters of links",
        ),
        (
            "[panes]\nsort = \"g s\"\n",
            "keys.toml:2:1: error: \"g s\" and \"g\" of top (a default) begin alike in panes; ",
        ),
        (
            "[panes]\npane = [\"6\", \"6\", \"7\", \"8\"]\n",
            "keys.toml:2:1: error: \"6\" is already pane (line 2) in panes; give each another key",
        ),
        (
            "[filter]\nrepaint = \"esc\"\n",
            "keys.toml:2:1: error: \"esc\" is already escape in filter; choose another key: that one cannot",
        ),
    ] {
        let told = problems(text);
        assert!(told.starts_with(expected), "{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    }
}

#[test]
fn what_does_not_exist_is_told_with_what_may_be_meant() {
    for (text, expected) in [
        ("[everywhere]\nsrot = \"E\"\n", "keys.toml:2:1: error: no action is named srot; did you mean sort?"),
        (
            "[everywhere]\nxyzzy = \"E\"\n",
            "keys.toml:2:1: error: no action is named xyzzy; accords keys lists",
        ),
        (
            "[reeder]\nsort = \"E\"\n",
            "keys.toml:1:2: error: no context is named reeder; did you mean reader?",
        ),
        (
            "[a.b]\nsort = \"E\"\n",
            "keys.toml:1:2: error: no context is named a; there are everywhere, panes,",
        ),
        ("sort = \"E\"\n", "keys.toml:1:1: error: keys are in a section; write [everywhere] above"),
        ("[panes]\nsort = \"Ctrl+S\"\n", "keys.toml:2:1: error: no key is named \"Ctrl+S\"; write"),
        ("[panes]\nsort = 1\n", "keys.toml:2:1: error: sort takes a key or a list of keys"),
        ("[panes]\nsort = [\"E\", 1]\n", "keys.toml:2:1: error: sort takes a key or a list of keys"),
        ("[panes]\nswap = \"E\"\n", "keys.toml:2:1: error: swap does nothing in panes; it works in compare"),
        ("[panes]\npane = [\"6\"]\n", "keys.toml:2:1: error: pane takes 4 keys, one for each, or none"),
        (
            "[filter]\nopen = \"x\"\n",
            "keys.toml:2:1: error: \"x\" is text where text is typed; write ctrl-x or alt-x",
        ),
    ] {
        let told = problems(text);
        assert!(told.starts_with(expected), "{text:?}: {told}");
    }
}

#[test]
fn every_problem_is_told_at_once() {
    assert_eq!(problems("[everywhere]\nsrot = \"E\"\nexprot = \"E\"\n[nowhere]\n").lines().count(), 3);
}
