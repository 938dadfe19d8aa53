//! Why an address that a person typed leads to no item.

use std::fmt;

/// Why a text is not the address of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unresolved {
    /// No item has it.
    Unknown {
        /// What was typed.
        typed: String,
        /// The nearest addresses, nearest first.
        nearest: Vec<String>,
    },
    /// The addresses of several items end like this.
    Ambiguous {
        /// What was typed.
        typed: String,
        /// Their addresses.
        candidates: Vec<String>,
    },
    /// It is the id of a dossier, which is not an item.
    Dossier(String),
}

impl std::error::Error for Unresolved {}

/// One line, not yet filtered for a terminal.
impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { typed, nearest } if nearest.is_empty() => {
                write!(f, "no item has the address {typed}")
            }
            Self::Unknown { typed, nearest } => {
                write!(f, "no item has the address {typed}; nearest: {}", nearest.join(", "))
            }
            Self::Ambiguous { typed, candidates } => {
                /// The most that are listed; the rest is counted.
                const SHOWN: usize = 12;
                let shown: Vec<&str> = candidates.iter().take(SHOWN).map(String::as_str).collect();
                write!(f, "several addresses end in {typed}: {}", shown.join(", "))?;
                match candidates.len().saturating_sub(SHOWN) {
                    0 => Ok(()),
                    more => write!(f, " and {more} more"),
                }
            }
            Self::Dossier(id) => write!(f, "{id} is a whole dossier; give an item in it, as in {id}/…"),
        }
    }
}
