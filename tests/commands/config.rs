//! The file of settings: the default of every flag.

use crate::shell::{accords, out, stderr, stdout};
use serde_json::Value;
use std::path::Path;
use std::process::Output;

/// A folder of settings with this file.
fn folder(settings: &str) -> tempfile::TempDir {
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::create_dir_all(folder.path().join("accords")).unwrap();
    std::fs::write(folder.path().join("accords/config.toml"), settings).unwrap();
    folder
}

fn with(folder: &Path, arguments: &[&str]) -> Output {
    accords(arguments).env("XDG_CONFIG_HOME", folder).output().unwrap()
}

#[test]
fn a_setting_is_the_default_of_a_flag() {
    let folder = folder("limit = 2\n[sources]\njson = true\nlimit = 3\n");
    let timeline = stdout(&with(folder.path(), &["timeline"]));
    let all = accords::data::builtin().unwrap().events.len();
    assert!(timeline.contains(&format!("showing the first 2 of {all}")), "{timeline}");
    // The flag comes before the file.
    let whole = stdout(&with(folder.path(), &["timeline", "--limit", "5"]));
    assert!(whole.contains(&format!("showing the first 5 of {all}")), "{whole}");
    let sources: Vec<Value> = serde_json::from_str(&stdout(&with(folder.path(), &["sources"]))).unwrap();
    assert_eq!(sources.len(), 3);
}

#[test]
fn a_switch_of_the_file_is_turned_off_by_its_flag() {
    let folder = folder("json = true\nlimit = 1\n");
    let is_json = |arguments: &[&str]| stdout(&with(folder.path(), arguments)).starts_with('[');
    assert!(
        is_json(&["timeline"]) && is_json(&["timeline", "--json"]) && is_json(&["timeline", "--json=true"])
    );
    assert!(!is_json(&["timeline", "--json=false"]));
    // The next word is no value of it.
    assert!(is_json(&["timeline", "--json", "--where", "hotel"]));
    let listed = stdout(&with(folder.path(), &["config", "--json=true", "--", "timeline", "--json=false"]));
    let rows: Vec<Value> = serde_json::from_str(&listed).unwrap();
    let row = rows.iter().find(|row| row["flag"] == "json").unwrap();
    assert_eq!((&row["value"], &row["from"]), (&"false".into(), &"command line".into()));
}

#[test]
fn the_settings_in_effect_are_listed_with_where_they_come_from() {
    let folder = folder("theme = \"light\"\n\n[timeline]\nlimit = 2\n");
    let rows = |arguments: &[&str]| -> Vec<Value> {
        let output = with(folder.path(), arguments);
        assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
        serde_json::from_str(&stdout(&output)).unwrap()
    };
    let all = rows(&["config", "--json"]);
    let row = |flag: &str, command: &str| {
        let of_flag = all.iter().filter(|row| row["flag"] == flag);
        of_flag.into_iter().find(|row| row["commands"].as_array().unwrap().contains(&command.into())).unwrap()
    };
    assert_eq!(row("theme", "explorer")["value"], "light");
    assert!(row("theme", "explorer")["from"].as_str().unwrap().ends_with("accords/config.toml:1"));
    assert!(row("limit", "timeline")["from"].as_str().unwrap().ends_with("config.toml:4"));
    assert_eq!(row("limit", "sources")["from"], "default");
    let line = rows(&["config", "--json", "--", "timeline", "--limit", "7", "--pager"]);
    let of = |flag: &str| line.iter().find(|row| row["flag"] == flag).unwrap();
    assert_eq!((&of("limit")["value"], &of("limit")["from"]), (&"7".into(), &"command line".into()));
    assert_eq!((&of("pager")["value"], &of("json")["value"]), (&"true".into(), &"false".into()));
}

/// The flags of a command in its help.
fn flags_of(command: &str) -> Vec<String> {
    let asked = if command == "explorer" { vec!["--help"] } else { vec!["help", command] };
    let help = stdout(&accords(&asked).env("COLUMNS", "200").output().unwrap());
    let options = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    let names = options.filter_map(|line| line.split("--").nth(1));
    let names = names.map(|name| name.split([' ', '=']).next().unwrap().to_owned());
    names.filter(|name| !["help", "version"].contains(&name.as_str())).collect()
}

#[test]
fn no_flag_of_any_command_is_forgotten() {
    let schema: Value = serde_json::from_str(&out(&["schema", "--config"])).unwrap();
    for command in ["explorer", "search", "timeline", "overlap", "export", "trace", "check", "coverage"] {
        let flags = flags_of(command);
        assert!(flags.len() > 3, "{command}: {flags:?}");
        for flag in flags {
            assert!(schema["properties"][command]["properties"].get(&flag).is_some(), "{command} --{flag}");
        }
    }
    assert_eq!(schema["properties"]["search"]["properties"]["color"]["enum"][1], "always");
    assert_eq!(schema["properties"]["ascii"]["type"], "boolean");
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_nothing_is_set() {
    let all = accords::data::builtin().unwrap().events.len();
    for (settings, told) in [
        (
            "limit = 2\ntheem = \"light\"\n",
            "config.toml:2:1: error: no flag is named --theem here; did you mean theme?",
        ),
        (
            "[timelin]\nlimit = 2\n",
            "config.toml:1:2: error: no command is named timelin; did you mean timeline?",
        ),
        ("[show]\ntheme = \"light\"\n", "config.toml:2:1: error: no flag is named --theme here"),
        (
            "theme = \"lihgt\"\n",
            "config.toml:1:1: error: invalid value 'lihgt' for '--theme <THEME>': there are dark, light, mono, contrast, and your own",
        ),
        ("limit = \"many\"\n", "config.toml:1:1: error: invalid value 'many' for '--limit <N>'"),
        ("ascii = \"yes\"\n", "config.toml:1:1: error: ascii takes true or false"),
        ("limit = true\n", "config.toml:1:1: error: limit takes a value, as on the command line"),
        ("limit = 1.5\n", "config.toml:1:1: error: limit cannot be a float"),
        ("limit = \n", "config.toml:1:9: error: is not TOML"),
    ] {
        let folder = folder(settings);
        let output = with(folder.path(), &["timeline"]);
        assert_eq!(output.status.code(), Some(0));
        assert!(stderr(&output).contains(told), "{settings:?}: {}", stderr(&output));
        // All events below the names of the columns: no limit is set.
        assert_eq!(stdout(&output).lines().count(), all + 1, "{settings:?}");
        assert_eq!(with(folder.path(), &["config"]).status.code(), Some(2));
    }
}

#[test]
fn a_theme_of_ones_own_is_taken_by_its_name() {
    let folder = folder("theme = \"mine\"\n");
    std::fs::create_dir_all(folder.path().join("accords/themes")).unwrap();
    let theme = |text: &str| std::fs::write(folder.path().join("accords/themes/mine.toml"), text).unwrap();
    theme("[roles]\nmatch = \"bold #5f00af\"\n");
    let output = with(folder.path(), &["--theme", "mine", "--plain"]);
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
    theme("[roles]\nmatch = \"mauve\"\n");
    let output = with(folder.path(), &["--theme", "mine", "--plain"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("mine.toml:2:1: error: \"mauve\" is no colour"), "{}", stderr(&output));
    let output = with(folder.path(), &["--theme", "../x", "--plain"]);
    assert!(stderr(&output).contains("there are dark, light, mono, contrast"), "{}", stderr(&output));
}

#[test]
fn a_fact_is_no_setting_but_the_size_of_a_file_is() {
    let max = folder("max-size = 100\n");
    let listed = stdout(&with(
        max.path(),
        &["config", "--", "add", "source", "x.json", "--title", "T", "--publisher", "P", "--kind", "news"],
    ));
    assert!(listed.contains("max-size  100") && !listed.contains("title"), "{listed}");
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/data/example.json");
    let add = ["add", "source", example, "--title", "T", "--publisher", "P", "--kind", "news"];
    let refused = with(max.path(), &add);
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("--max-size"), "{}", stderr(&refused));
    let fact = folder("[add]\ntitle = \"T\"\n");
    assert!(stderr(&with(fact.path(), &["timeline"])).contains("no flag is named --title here"));
}
