//! The edge: the only code that knows a real terminal, threads, signals and the clock.

pub mod decode;
pub mod frame;
pub mod input;
pub mod output;
pub mod parallel;
pub mod screen;
pub mod signals;
