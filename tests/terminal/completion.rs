//! Completion in real shells.

use crate::optional::is_installed;
use crate::pty::Pty;
use std::path::Path;
use std::process::{Command, Output};

fn accords(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_accords")).args(arguments).env_remove("COMPLETE").output().unwrap()
}

fn text(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// PATH with the program's folder first.
fn path() -> String {
    let folder = Path::new(env!("CARGO_BIN_EXE_accords")).parent().unwrap();
    format!("{}:{}", folder.display(), std::env::var("PATH").unwrap())
}

/// What bash offers for Tab at the end of this line.
fn offered(line: &str) -> Vec<String> {
    let words: Vec<&str> = line.split(' ').collect();
    let script = format!(
        "source <(accords completions bash)\nCOMP_WORDS=({})\nCOMP_CWORD={}\nCOMP_TYPE=9\n_clap_complete_accords accords '{}' ''\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"",
        words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" "),
        words.len() - 1,
        words.last().unwrap(),
    );
    let output = Command::new("bash").arg("-c").arg(script).env("PATH", path()).output().unwrap();
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
    assert_eq!(offered("accords show bor"), ["borders"]);
    assert_eq!(offered("accords export --only bor"), ["borders"]);
    assert_eq!(offered("accords cite declaration-2022.dia"), ["declaration-2022.dialogue"]);
    assert!(offered("accords overlap KG").contains(&"KGZ".to_owned()));
    assert_eq!(offered("accords timeline --where kind:cl"), ["kind:clause"]);
}

/// Types into an interactive shell, presses Tab, and checks the line that results. A shell that is not installed is
/// skipped.
#[test]
fn the_other_shells_complete_at_their_prompts() {
    let path = path();
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
            // Enter accepts what elvish only previews, and runs it.
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
