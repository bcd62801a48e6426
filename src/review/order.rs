//! Which rows come first, and under which heading.

use std::{
    cmp::{Ordering, Reverse},
    collections::HashMap,
    sync::Arc,
};

use super::{Aliases, Context, Filter, ReviewState, Row};
use crate::{
    annotation::{AnchorState, Label},
    text::search::folded,
};

/// How many bytes of a text decide where it stands among others: enough for the eye, and few enough to lie side by side.
const SORTED_BY: usize = 40;

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
    /// Whose words they are; last those that have no source.
    Source,
    /// Who tags it.
    Annotators,
    /// How far it has come, then how it fits its article: what needs somebody first.
    State,
}

impl Column {
    /// All of them, as they stand in the table.
    pub const ALL: [Self; 6] =
        [Self::Article, Self::Sentence, Self::Labels, Self::Source, Self::Annotators, Self::State];

    /// Its name on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Sentence => "sentence",
            Self::Labels => "labels",
            Self::Source => "source",
            Self::Annotators => "annotators",
            Self::State => "state",
        }
    }
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
    /// What the rows below have in common, and how many they are: an article's id, or a source. Empty above rows that
    /// have no source.
    Heading(Arc<str>, usize),
    /// The row of that index.
    Row(usize),
}

/// What a row is sorted by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Place,
    Text(Beginning),
    /// Is there none? What it is called.
    Source(bool, Beginning),
    State(u8, Reverse<AnchorState>),
}

/// The first bytes of a text as it is compared, without case and marks.
type Beginning = [u8; SORTED_BY];

fn beginning(text: &str) -> Beginning {
    let end = text.char_indices().nth(SORTED_BY).map_or(text.len(), |(end, _)| end);
    let mut beginning = [0; SORTED_BY];
    beginning.iter_mut().zip(folded(&text[..end]).bytes()).for_each(|(here, byte)| *here = byte);
    beginning
}

/// The lines of the table: the rows that `filter` means, in that order. `rows` come in the order of articles and their
/// text; rows that are equal in `order` stay in it. A row stands once, under the first of its sources. Takes `n log n`
/// time.
pub fn arrange(rows: &[Arc<Row>], filter: &Filter, order: Order, context: &Context) -> Vec<Line> {
    let aliases = &*context.aliases;
    let meant: Vec<usize> = (0..rows.len()).filter(|index| filter.matches(&rows[*index], context)).collect();
    let (groups, headings) = match order.group {
        Some(group) => groups(rows, &meant, group, aliases),
        None => (Vec::new(), Vec::new()),
    };
    let by_group = matches!(
        (order.by, order.group),
        (Column::Article, Some(Group::Article)) | (Column::Source, Some(Group::Source))
    );
    let turned = |ordering: Ordering, turn: bool| if turn { ordering.reverse() } else { ordering };
    let mut sorted: Vec<(usize, Key, usize)> = meant
        .iter()
        .enumerate()
        .map(|(at, index)| {
            (groups.get(at).copied().unwrap_or_default(), key(&rows[*index], order.by, aliases), *index)
        })
        .collect();
    sorted.sort_by(|a, b| {
        let place = if order.by == Column::Article { a.2.cmp(&b.2) } else { Ordering::Equal };
        let within = turned(a.1.cmp(&b.1).then(place), order.descending);
        turned(a.0.cmp(&b.0), order.descending && by_group).then(within)
    });
    let mut lines = Vec::with_capacity(sorted.len() + headings.len());
    for together in sorted.chunk_by(|a, b| a.0 == b.0) {
        if let Some(heading) = headings.get(together[0].0) {
            lines.push(Line::Heading(Arc::clone(heading), together.len()));
        }
        lines.extend(together.iter().map(|(.., index)| Line::Row(*index)));
    }
    lines
}

/// For each of the rows `meant` the number of its heading, and the headings by number.
fn groups(
    rows: &[Arc<Row>],
    meant: &[usize],
    group: Group,
    aliases: &Aliases,
) -> (Vec<usize>, Vec<Arc<str>>) {
    let name = |index: &usize| match group {
        Group::Article => rows[*index].article.id.as_str(),
        Group::Source => rows[*index].source(aliases).unwrap_or_default(),
    };
    let mut numbers = HashMap::new();
    let mut names = Vec::new();
    let number = |index| {
        *numbers.entry(name(index)).or_insert_with_key(|name| {
            names.push(*name);
            names.len() - 1
        })
    };
    let of_rows: Vec<usize> = meant.iter().map(number).collect();
    let mut order: Vec<usize> = (0..names.len()).collect();
    if group == Group::Source {
        order.sort_by_cached_key(|number| (names[*number].is_empty(), folded(names[*number])));
    }
    let mut place = vec![0; names.len()];
    for (at, number) in order.iter().enumerate() {
        place[*number] = at;
    }
    let headings = order.iter().map(|number| names[*number].into()).collect();
    (of_rows.into_iter().map(|number| place[number]).collect(), headings)
}

fn key(row: &Row, by: Column, aliases: &Aliases) -> Key {
    match by {
        Column::Article => Key::Place,
        Column::Sentence => Key::Text(beginning(row.words())),
        Column::Labels => Key::Text(beginning(&labels(row))),
        Column::Source => {
            let source = row.source(aliases);
            Key::Source(source.is_none(), beginning(source.unwrap_or_default()))
        }
        Column::Annotators => {
            let mut names: Vec<&str> = row.tags().map(|(annotator, _)| annotator.as_str()).collect();
            names.dedup();
            Key::Text(beginning(&names.join(" ")))
        }
        Column::State => {
            let rank = match row.state {
                ReviewState::Disagreement => 0,
                ReviewState::OneReader => 1,
                ReviewState::Unread => 2,
                ReviewState::Agreed => 3,
                ReviewState::Decided => 4,
            };
            Key::State(rank, Reverse(row.anchor()))
        }
    }
}

/// The labels of a row as a text that sorts as labels do: those of the codebook first.
fn labels(row: &Row) -> String {
    let mut labels: Vec<(usize, &str)> = row.labels().map(|label| (rank(label), label.as_str())).collect();
    labels.sort_unstable();
    let texts: Vec<String> = labels.iter().map(|(rank, label)| format!("{rank}{label}")).collect();
    texts.join(" ")
}

fn rank(label: &Label) -> usize {
    let known = [Label::CLAIM, Label::DENIAL, Label::ATTRIBUTION];
    known.iter().position(|known| label.as_str() == *known).unwrap_or(known.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::testing::row;

    fn rows() -> Vec<Arc<Row>> {
        vec![
            row("z.txt", &["ab claim", "cd claim"]),
            row("z.txt", &["ab denial /Österling"]),
            row("b.txt", &["ab claim", "cd read"]),
            row("b.txt", &["ab attribution /Pell", "cd attribution /Pell", "desk read"]),
            row("b.txt", &["cd hedge denial /Zorn"]),
        ]
    }

    fn lines(order: Order) -> Vec<String> {
        let mut aliases = Aliases::default();
        aliases.add("Arno Pell", "Pell");
        let context = Context { aliases: Arc::new(aliases), me: None };
        let told = |line| match line {
            Line::Heading(name, count) => format!("{name}:{count}"),
            Line::Row(index) => index.to_string(),
        };
        arrange(&rows(), &Filter::default(), order, &context).into_iter().map(told).collect()
    }

    #[test]
    fn each_column_has_its_order() {
        let orders = [
            (Column::Article, ["0", "1", "2", "3", "4"]),
            (Column::Labels, ["0", "2", "1", "4", "3"]),
            (Column::Source, ["3", "1", "4", "0", "2"]),
            (Column::Annotators, ["1", "2", "0", "3", "4"]),
            (Column::State, ["2", "1", "4", "0", "3"]),
        ];
        for (by, expected) in orders {
            assert_eq!(lines(Order { by, ..Order::default() }), expected, "{by:?}");
        }
        let descending = Order { by: Column::State, descending: true, group: None };
        assert_eq!(lines(descending), ["3", "0", "1", "4", "2"], "equal rows stay in the order of the text");
    }

    #[test]
    fn groups_stand_in_their_own_order_and_count_their_rows() {
        let order = |group, by, descending| lines(Order { by, descending, group: Some(group) });
        let by_article = ["z.txt:2", "1", "0", "b.txt:3", "2", "4", "3"];
        assert_eq!(order(Group::Article, Column::State, false), by_article);
        let by_source = ["Arno Pell:1", "3", "Österling:1", "1", "Zorn:1", "4", ":2", "2", "0"];
        assert_eq!(order(Group::Source, Column::Article, true), by_source);
        let reversed = ["b.txt:3", "4", "3", "2", "z.txt:2", "1", "0"];
        assert_eq!(order(Group::Article, Column::Article, true), reversed);
    }
}
