//! Names of states by their ISO 3166-1 alpha-3 codes, and of three that old agreements still name.

const NAMES: &str = include_str!("../../../data/state-names.txt");

/// The English name of a state by its code of three capitals.
pub(in crate::data) fn name(code: &str) -> Option<&'static str> {
    NAMES
        .lines()
        .filter_map(|line| line.split_once(' '))
        .find(|(known, _)| *known == code)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    #[test]
    fn states_have_names() {
        assert_eq!(super::name("KGZ"), Some("Kyrgyzstan"));
        assert_eq!(super::name("YUG"), Some("Yugoslavia"));
        assert_eq!(super::name("kgz"), None);
    }
}
