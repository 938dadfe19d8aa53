//! The built-in dossier.

use crate::model::Dossier;

const TEXT: &str = include_str!("../../../data/azerbaijan-kyrgyzstan.json");

/// The built-in dossier as the text of its file.
pub fn builtin_text() -> &'static str {
    TEXT
}

/// The built-in dossier: the Azerbaijan–Kyrgyzstan strategic partnership of 2022.
///
/// It is not checked at every start; a test does that.
///
/// # Errors
/// None in a build whose tests pass.
pub fn builtin() -> Result<Dossier, serde_json::Error> {
    serde_json::from_str::<Dossier>(TEXT).map(Dossier::arrange)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::formats::parse;
    use std::path::Path;

    #[test]
    fn the_builtin_dossier_has_no_problem() {
        let loaded = parse(Path::new("azerbaijan-kyrgyzstan.json"), builtin_text());
        assert_eq!(loaded.problems, []);
        assert_eq!(*loaded.dossiers[0], builtin().unwrap());
    }
}
