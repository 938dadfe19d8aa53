//! The system of codes for states that a user names.

use crate::data::states::Codes;
use clap::ValueEnum;

/// A system of codes for states.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum CodesArg {
    /// ISO 3166: KG, KGZ, 417
    Iso,
    /// Correlates of War: KYR, 703
    Cow,
}

impl From<CodesArg> for Codes {
    fn from(argument: CodesArg) -> Self {
        match argument {
            CodesArg::Iso => Self::Iso,
            CodesArg::Cow => Self::Cow,
        }
    }
}
