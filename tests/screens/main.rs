//! What the workbench shows: pictures of its states, and what holds for all of them.

#![allow(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod article;
mod click;
mod export;
mod overview;
mod picture;
mod print;
mod readme;
mod review;
mod rules;
mod scene;
mod states;
mod themes;
