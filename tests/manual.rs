//! The manual, and completion as a real shell has it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr
)]

#[cfg(unix)]
mod pty;

use accords::search::LANGUAGE;
use accords::tui::table::TABLE;
#[cfg(unix)]
use pty::Pty;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn accords(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_accords")).args(arguments).env_remove("COMPLETE").output().unwrap()
}

fn text(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn is_installed(program: &str) -> bool {
    let found = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    let installed = found.is_ok_and(|status| status.success());
    if !installed {
        eprintln!("skipped: {program} is not installed");
    }
    installed
}

/// The names of the commands, as the help lists them.
fn commands() -> Vec<String> {
    let help = text(&accords(&["--help"]));
    let lines = help.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1);
    let lines = lines.take_while(|line| line.starts_with("  "));
    let names =
        lines.filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn the_page_of_the_program_has_every_key_and_the_query_language() {
    // What roff writes differently: a hyphen, a leading dot or quote.
    let page = text(&accords(&["man"])).replace("\\-", "-").replace("\\&", "").replace("\\*(Aq", "'");
    let page = page.replace("\\(aq", "'").replace("\\*(rq", "\"").replace("\\(dq", "\"");
    for entry in TABLE {
        assert!(page.contains(entry.what), "{} is not in the manual", entry.what);
    }
    for (_, meaning) in LANGUAGE {
        assert!(page.contains(meaning), "{meaning} is not in the manual");
    }
    assert!(page.contains("EXIT STATUS"));
}

#[test]
fn every_command_has_a_page() {
    let folder = tempfile::TempDir::new().unwrap();
    text(&accords(&["man", "--folder", folder.path().to_str().unwrap()]));
    let commands = commands();
    assert!(commands.len() >= 20, "{commands:?}");
    for command in &commands {
        let page = text(&accords(&["man", command]));
        assert!(
            page.contains(".SH NAME") && page.contains(&format!("accords\\-{}", command.replace('-', "\\-")))
        );
        let file = folder.path().join(format!("accords-{command}.1"));
        assert_eq!(std::fs::read_to_string(file).unwrap(), page);
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), commands.len() + 1);
    let wrong = accords(&["man", "nothing"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8(wrong.stderr).unwrap().contains("pages are search, show"));
}

#[test]
fn man_finds_nothing_wrong_with_the_pages() {
    if !is_installed("man") {
        return;
    }
    for command in [None, Some("search"), Some("overlap")] {
        let page = accords(&["man"].into_iter().chain(command).collect::<Vec<_>>());
        let mut man = Command::new("man")
            .args(["--warnings=w", "-E", "UTF-8", "-l", "-Tutf8", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        man.stdin.take().unwrap().write_all(&page.stdout).unwrap();
        let shown = man.wait_with_output().unwrap();
        assert!(shown.status.success() && !shown.stdout.is_empty());
        let said = String::from_utf8_lossy(&shown.stderr).into_owned();
        // What man has to say of the machine's locale is not about the page.
        let of_the_page: Vec<&str> = said.lines().filter(|line| !line.contains("locale")).collect();
        assert!(of_the_page.is_empty(), "{command:?}: {of_the_page:?}");
    }
}

/// What bash offers after Tab at the end of this line.
fn offered(line: &str) -> Vec<String> {
    let words: Vec<&str> = line.split(' ').collect();
    let script = format!(
        "source <(accords completions bash)\nCOMP_WORDS=({})\nCOMP_CWORD={}\nCOMP_TYPE=9\n_clap_complete_accords accords '{}' ''\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"",
        words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" "),
        words.len() - 1,
        words.last().unwrap(),
    );
    let folder = Path::new(env!("CARGO_BIN_EXE_accords")).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let output = Command::new("bash").arg("-c").arg(script).env("PATH", path).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    text(&output).lines().map(|line| line.split('\t').next().unwrap().trim_end().to_owned()).collect()
}

#[test]
fn bash_completes_commands_addresses_fields_and_states() {
    if !is_installed("bash") {
        return;
    }
    assert!(offered("accords sea").contains(&"search".to_owned()));
    assert!(offered("accords search --ki").contains(&"--kind".to_owned()));
    assert_eq!(offered("accords show declaration-2022.bo"), ["declaration-2022.borders"]);
    assert_eq!(offered("accords compare memorandum-2022.pur"), ["memorandum-2022.purpose"]);
    assert_eq!(offered("accords cite declaration-2022.dia"), ["declaration-2022.dialogue"]);
    assert!(offered("accords overlap KG").contains(&"KGZ".to_owned()));
    assert_eq!(offered("accords timeline --where kind:cl"), ["kind:clause"]);
}

/// What is typed into a shell, as a person does, with Tab at the end, and what then stands on its line. A shell that is
/// not installed is passed over.
#[cfg(unix)]
#[test]
fn the_other_shells_complete_at_their_prompts() {
    let folder = Path::new(env!("CARGO_BIN_EXE_accords")).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    for (shell, setup) in [
        (
            &["zsh", "-f", "-i"][..],
            "autoload -Uz compinit; compinit -u -D; source <(accords completions zsh)",
        ),
        (&["fish", "--no-config", "-i"], "accords completions fish | source"),
        (&["elvish", "-norc"], "eval (accords completions elvish | slurp)"),
    ] {
        if !is_installed(shell[0]) {
            continue;
        }
        let mut pty = Pty::new(shell, (120, 24), &[("PATH", Some(&path))]);
        pty.send(format!("{setup}; echo re''ady\r"));
        pty.wait_for("ready");
        for (typed, whole) in [
            ("accords overlap Kyrgyz", "accords overlap Kyrgyzstan"),
            ("accords show declaration-2022.bo", "accords show declaration-2022.borders"),
            ("accords search sector:ener", "accords search sector:energy"),
        ] {
            pty.send(format!("{typed}\t"));
            pty.wait_for(whole);
            // Enter takes what elvish only shows, and runs it.
            pty.send("\r\r");
            pty.wait_until("prompt", || !pty.screen().lines().last().unwrap_or_default().contains(typed));
        }
    }
}

#[test]
fn every_shell_gets_a_script() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = text(&accords(&["completions", shell]));
        assert!(script.contains("accords") && script.contains("COMPLETE"), "{shell}: {script}");
    }
    assert_eq!(accords(&["completions", "tcsh"]).status.code(), Some(2));
}
