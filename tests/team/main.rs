//! Teams in git: real clones, branches and merges, and every command of `docs/team.md`.

#![allow(clippy::unwrap_used, clippy::panic, unreachable_pub, reason = "helpers of tests")]

mod documented;
mod machines;
mod newsroom;
mod pairs;
#[path = "../cli/ran.rs"]
mod ran;
