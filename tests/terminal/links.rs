//! Web addresses as links of the terminal.

use crate::pty::{Pty, start, started};
use crate::screen::Screen;

const LINK: &str = "\u{1b}]8;;";

fn written(pty: &Pty) -> String {
    String::from_utf8(pty.bytes()).unwrap()
}

/// Every address that is linked to, in order, each once in a row; the end of a link is an empty one.
fn linked(written: &str) -> Vec<&str> {
    let addresses = written.split(LINK).skip(1).filter_map(|rest| rest.split("\u{1b}\\").next());
    let mut addresses: Vec<&str> = addresses.filter(|address| !address.is_empty()).collect();
    addresses.dedup();
    addresses
}

/// Presses keys and waits until the terminal shows what is drawn without links: they take no cells.
fn press(pty: &mut Pty, screen: &mut Screen, keys: &str) {
    pty.send(keys);
    screen.press(if keys == "\u{1b}" { "<esc>" } else { keys });
    let expected = screen.text();
    let shown = || pty.screen().lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    pty.wait_until(&format!("the screen after {keys:?}\n{expected}"), || shown() == expected.trim_end());
}

#[test]
fn sources_are_links_where_the_terminal_takes_them() {
    for (variables, takes) in [
        (&[("TERM", Some("xterm-kitty"))][..], true),
        (&[("VTE_VERSION", Some("7600"))], true),
        (&[("FORCE_HYPERLINK", Some("1"))], true),
        (&[], false),
        (&[("TERM", Some("xterm-kitty")), ("FORCE_HYPERLINK", Some("0"))], false),
        (&[("TERM", Some("xterm-kitty")), ("TMUX", Some("/tmp/tmux"))], false),
    ] {
        let mut pty = started(variables);
        let mut screen = Screen::new((80, 24));
        press(&mut pty, &mut screen, "lG");
        let text = written(&pty);
        let is_source = |url: &&str| url.starts_with("https://");
        assert_eq!(linked(&text).first().is_some_and(is_source), takes, "{variables:?}");
        assert_eq!(text.contains("\u{1b}]8"), takes, "{variables:?}");
    }
}

#[test]
fn what_is_drawn_over_a_link_replaces_it() {
    let mut pty = started(&[("FORCE_HYPERLINK", Some("1"))]);
    let mut screen = Screen::new((80, 24));
    for keys in ["l", "G", "?", "\u{1b}", "h", "j", "k", "y", "\u{1b}", "z", "g", "\u{1b}"] {
        press(&mut pty, &mut screen, keys);
    }
    // Every link that is begun is ended.
    let text = written(&pty);
    let begun = text.matches(LINK).count();
    assert_eq!(text.matches(&format!("{LINK}\u{1b}\\")).count() * 2, begun);
    pty.send("q");
    pty.expect_handed_back(0);
}

#[test]
fn only_web_addresses_are_links_and_none_sends_a_command() {
    let source = |id: &str, url: &str| serde_json::json!({"id": id, "kind": "news", "publisher": "P", "title": format!("Source {id}"), "url": url});
    let file = serde_json::json!({
        "format": "accords/1", "id": "x", "title": "X",
        "sources": [
            source("good", "https://good.example/ж?a=b"),
            source("file", "file:///etc/passwd"),
            source("script", "javascript:alert(1)"),
            source("osc", "https://evil.example/\u{1b}]52;c;eA==\u{7}"),
            source("st", "https://evil.example/\u{1b}\\\u{1b}[2J"),
            source("c1", "https://evil.example/\u{9c}"),
            source("user", "https://bank.example@evil.example/"),
        ],
        "agreements": [{"id": "a", "title": "A", "sources": ["good", "file", "script", "osc", "st", "c1", "user"]}],
    });
    let script = "cd \"$PTY_NOTES\"; printf %s \"$DOSSIER\" >x.json; \"$PTY_BINARY\" x.json";
    let variables = [("FORCE_HYPERLINK", Some("1")), ("DOSSIER", Some(&*file.to_string()))];
    let pty = Pty::new(&["sh", "-c", script], (100, 50), &variables);
    pty.wait_for("Source user");
    let text = written(&pty);
    assert_eq!(linked(&text), ["https://good.example/%D0%B6?a=b"]);
    assert!(
        !text.contains("\u{1b}]52") && !text.contains('\u{9c}') && !text.contains("\u{1b}[2J\u{1b}"),
        "{text:?}"
    );
}

#[test]
fn a_pipe_has_no_links() {
    let script =
        "cd \"$PTY_NOTES\"; { \"$PTY_BINARY\" show declaration-2022; \"$PTY_BINARY\"; } | cat; echo $? >code";
    let pty = Pty::new(&["sh", "-c", script], (80, 24), &[("FORCE_HYPERLINK", Some("1"))]);
    assert_eq!(pty.exit_code(), 0);
    assert!(!written(&pty).contains("\u{1b}]8"));
    let dumb = start(&[("TERM", Some("dumb")), ("FORCE_HYPERLINK", Some("1"))]);
    dumb.wait_until("end", || !dumb.note("code").is_empty());
    assert!(!written(&dumb).contains("\u{1b}]8"));
}
