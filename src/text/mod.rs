//! The only door from data to any screen: display-safe text, folding, widths, wrapping.

pub mod fold;
