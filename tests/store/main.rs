//! What people rely on when their work lies on a disk: nothing that was saved is lost, nothing foreign is written
//! over, and no file of a corpus, whatever it is, stops the program.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that meets something else has failed"
)]

mod corpus;
mod faults;
mod gather;
mod out;
mod presence;
mod processes;
mod saving;
mod state;
mod support;
mod workspace;
