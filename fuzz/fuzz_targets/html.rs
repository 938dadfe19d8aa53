#![no_main]

#[path = "../../tests/support/entries.rs"]
mod entries;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entries::enter("html", bytes));
