//! The real program in a real pseudo-terminal: what a person at the keyboard would notice.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, unreachable_pub, reason = "helpers of tests")]

mod deciding;
mod editor;
mod exporting;
mod leaving;
mod outside;
mod pty;
mod saving;
mod seeing;
mod starting;
