//! The closed lists of the format.

/// A closed list of words of the format, each with the word for people.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$item_doc:meta])* $item:ident => $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$item_doc])* $item,)* }

        impl $name {
            /// Every value, in the order of the format.
            pub const ALL: &'static [Self] = &[$(Self::$item,)*];

            /// The word shown to people.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$item => $word,)* }
            }
        }
    };
}
pub(crate) use words;
