//! Properties that hold for whatever input.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod annotation;
mod review;
mod round_trips;
mod segment;
mod text;
