//! A small YAML file as a tree that knows its lines, so that every wrong entry can be named and the rest still works.

use serde_yaml::granit_parser::{self, Event, Parser, ScanError, StrInput};

/// No settings nest deeper.
const MAX_DEPTH: usize = 8;
/// No settings have more parts.
const MAX_NODES: usize = 10_000;

/// A value and the line it begins in.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) line: usize,
    pub(super) value: Value,
}

/// What a [`Node`] holds.
#[derive(Debug)]
pub(super) enum Value {
    /// A text, a number, or nothing.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// Names with values, in the order of the file; names may occur twice.
    Map(Vec<(String, Node)>),
}

/// What is wrong with the file as YAML, and in which line.
#[derive(Debug)]
pub(super) struct Broken {
    pub(super) line: usize,
    pub(super) what: String,
}

type Events<'y> = Parser<'y, StrInput<'y>>;

/// Reads a file; `None` where it holds nothing.
pub(super) fn read(yaml: &str) -> Result<Option<Node>, Broken> {
    let options = granit_parser::options! {
        emit_comments: false,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let mut events = Parser::new_from_str_with_options(yaml, options);
    let mut left = MAX_NODES;
    loop {
        match next(&mut events, &mut left)? {
            (Event::StreamStart | Event::DocumentStart(..), _) => {}
            (Event::StreamEnd | Event::DocumentEnd, _) => return Ok(None),
            (event, line) => return node(&mut events, event, line, &mut left).map(Some),
        }
    }
}

fn next<'y>(events: &mut Events<'y>, left: &mut usize) -> Result<(Event<'y>, usize), Broken> {
    *left = left.checked_sub(1).ok_or_else(|| Broken { line: 1, what: "it is too large".to_owned() })?;
    match events.next_event() {
        Some(Ok((event, span))) => Ok((event, span.start.line())),
        Some(Err(error)) => Err(broken(&error)),
        None => Ok((Event::StreamEnd, 1)),
    }
}

fn node(events: &mut Events<'_>, event: Event<'_>, line: usize, left: &mut usize) -> Result<Node, Broken> {
    let value = match event {
        Event::Scalar(text, ..) => Value::Scalar(text.into_owned()),
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            loop {
                match next(events, left)? {
                    (Event::SequenceEnd, _) => break Value::List(items),
                    (event, line) => items.push(node(events, event, line, left)?),
                }
            }
        }
        Event::MappingStart(..) => {
            let mut fields = Vec::new();
            loop {
                let (event, line) = next(events, left)?;
                if event == Event::MappingEnd {
                    break Value::Map(fields);
                }
                let Value::Scalar(name) = node(events, event, line, left)?.value else {
                    return Err(Broken { line, what: "the name of a setting is expected here".to_owned() });
                };
                let (event, value_line) = next(events, left)?;
                let mut value = node(events, event, value_line, left)?;
                value.line = line;
                fields.push((name, value));
            }
        }
        _ => return Err(Broken { line, what: "anchors and aliases are not used here".to_owned() }),
    };
    Ok(Node { line, value })
}

fn broken(error: &ScanError) -> Broken {
    Broken { line: error.marker().line(), what: error.info().to_owned() }
}
