//! The edge: the only code that knows a real terminal, threads, signals and the clock.

mod clipboard;
pub mod counting;
mod decode;
mod editor;
pub mod exporting;
mod frame;
mod incoming;
mod input;
mod output;
pub mod panics;
pub mod parallel;
mod plain;
pub mod screen;
mod signals;
mod translate;
mod workbench;
mod worker;

pub use plain::{PlainEnd, run_plain};
pub use workbench::{Ended, run};
pub use worker::{Place, Spoken};
