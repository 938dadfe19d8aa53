//! The program: arguments in, exit code out.

use std::process::ExitCode;

/// Reading makes many small texts on several threads; this allocator takes and frees them faster than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    accords::cli::run(std::env::args_os())
}
