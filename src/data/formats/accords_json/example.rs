//! The example that a new dossier starts from.

use crate::data::file::file_stem;
use std::path::Path;

const TEXT: &str = include_str!("../../../../data/example.json");

/// The example for a file of this name. The dossier's id is taken from the name, so that two new dossiers can be open
/// together.
pub fn example(file: &Path) -> String {
    let stem =
        file.file_stem().map(|stem| file_stem(&stem.to_string_lossy())).filter(|_| file != Path::new("-"));
    let id = stem.unwrap_or_else(|| "example".to_owned());
    TEXT.replacen("\"id\": \"example\"", &format!("\"id\": \"{id}\""), 1)
        .replace("example/navigation-1998", &format!("{id}/navigation-1998"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::formats::accords_json::read::read;
    use crate::data::formats::accords_json::schema::schema;
    use serde_json::Value;

    #[test]
    fn the_example_has_no_problem_under_any_name() {
        for (file, id) in [
            ("rivers.json", "rivers"),
            ("My Rivers (2).json", "my-rivers-2"),
            ("Реки.json", "untitled"),
            ("-", "example"),
        ] {
            let text = example(Path::new(file));
            let loaded = read(Path::new(file), &text);
            assert_eq!(loaded.problems, [], "{file}");
            assert_eq!(loaded.dossiers[0].id, id);
            assert!(text.contains(&format!("{id}/navigation-1998.free-passage")));
        }
    }

    /// Every list of the format has at least one explained entry.
    #[test]
    fn the_example_shows_every_list() {
        let example: Value = serde_json::from_str(TEXT).unwrap();
        let schema = schema();
        for (field, about) in schema["properties"].as_object().unwrap() {
            assert!(!example[field].is_null(), "{field} is not shown");
            if about["type"] == "array" {
                assert!(!example[field].as_array().unwrap().is_empty(), "{field} is empty");
            }
        }
    }
}
