//! What is reported: one file for each question that a command answers.

pub mod compare;
pub mod coverage;
pub mod follow_up;
pub mod outline;
pub mod overlap;
pub mod problems;
pub mod search;
pub mod show;
pub mod trace;
pub mod views;
