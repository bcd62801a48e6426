//! What can be said about saved annotations: counts, and what is wrong with them.

pub mod check;
pub mod stats;
