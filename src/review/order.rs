//! Which rows come first, and under which heading.

use std::cmp::Ordering;
use std::sync::Arc;

use super::{Filter, Row};

/// A column of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Column {
    /// The article, and the place in it.
    #[default]
    Article,
    /// The words.
    Sentence,
    /// The labels.
    Labels,
    /// Whose words they are.
    Source,
    /// Who says something about it.
    Annotators,
    /// How far it has come, then how it fits its article: what needs somebody first.
    State,
}

/// What rows are put together by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// The article.
    Article,
    /// The source.
    Source,
}

/// The order of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// By which column.
    pub by: Column,
    /// The last first?
    pub descending: bool,
    /// What is put together under a heading.
    pub group: Option<Group>,
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// What the rows below have in common, and how many they are.
    Heading(Arc<str>, usize),
    /// The row of that index.
    Row(usize),
}

/// The lines of the table: the rows that `filter` means, in that order. Rows that are equal in it stay in the order of
/// articles and their text. Takes `n log n` time.
pub fn arrange(rows: &[Arc<Row>], filter: &Filter, order: Order) -> Vec<Line> {
    let mut meant: Vec<usize> = (0..rows.len()).filter(|index| filter.matches(&rows[*index])).collect();
    meant.sort_by(|a, b| {
        let (a, b) = (&rows[*a], &rows[*b]);
        let by = compare(a, b, order.by);
        let by = if order.descending { by.reverse() } else { by };
        group_of(a, order.group).cmp(&group_of(b, order.group)).then(by)
    });
    meant.into_iter().map(Line::Row).collect()
}

fn group_of(row: &Row, group: Option<Group>) -> Option<&str> {
    group.map(|group| match group {
        Group::Article => row.article.id.as_str(),
        Group::Source => "",
    })
}

fn compare(a: &Row, b: &Row, by: Column) -> Ordering {
    match by {
        Column::Sentence => a.words().cmp(b.words()),
        Column::State => b.state.cmp(&a.state),
        _ => Ordering::Equal,
    }
}
