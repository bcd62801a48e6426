//! The commands as scripts use them: what they print where, and how they end.

#![allow(clippy::unwrap_used, clippy::panic, unreachable_pub, reason = "helpers of tests")]

mod adjudicate;
mod agreement;
mod anchors;
mod bench;
mod check;
mod edges;
mod export;
mod import;
mod import_annotations;
mod list;
mod plain;
mod ran;
mod segment;
mod stats;
