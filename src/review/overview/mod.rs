//! The workspace in numbers: what was read, tagged and quoted, how far it has come, and the pictures that are made of
//! it. `factdesk stats` and the Overview count alike, because both count here.

mod sections;
mod tally;

pub use sections::{Bar, Bars, Name, Section, Topic, Value, sections};
pub use tally::{AnnotatorTally, ArticleTally, Group, Labels, Tally};

#[cfg(test)]
mod tests;
