#![no_main]

use accords_fuzz::entries::enter;

// A panic over a page is the child's own matter.
libfuzzer_sys::fuzz_target!(
    init: std::panic::set_hook(Box::new(|_| ())),
    |bytes: &[u8]| enter("pdf", bytes)
);
