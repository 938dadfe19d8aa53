#![no_main]

use accords_fuzz::entries::enter;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| enter("explorer", bytes));
