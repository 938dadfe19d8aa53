//! Types of other modules as values of options.

use crate::data::states::Codes;
use crate::model::Kind;
use crate::report::{FileForm, Format, Style};
use clap::ValueEnum;
use clap::builder::PossibleValue;

/// Options take each value by its word.
macro_rules! by_word {
    ($($name:ty)*) => {$(
        impl ValueEnum for $name {
            fn value_variants<'a>() -> &'a [Self] {
                &Self::ALL
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                Some(PossibleValue::new(self.word()))
            }
        }
    )*};
}

by_word!(FileForm Format Kind Style);

impl ValueEnum for Codes {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Iso => PossibleValue::new("iso").help("ISO 3166: KG, KGZ, 417"),
            Self::Cow => PossibleValue::new("cow").help("Correlates of War: KYR, 703"),
        })
    }
}
