//! What can be said about saved annotations: the sentences with what everybody says about them, counts, how far
//! annotators agree, and what is wrong with them. `factdesk list`, the Review and exports share the rows.

pub mod agreement;
pub mod aliases;
pub mod check;
pub mod filter;
pub mod order;
pub mod overview;
pub mod row;
pub mod rows;
mod say;
pub mod stats;

#[cfg(test)]
mod testing;

pub use aliases::Aliases;
pub use filter::{Context, Filter};
pub use order::{Column, Group, Line, Order};
pub use row::{ArticleHead, Reading, ReviewState, Row};
