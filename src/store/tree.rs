//! YAML as a tree of values that know their place: for files that people write by hand and of which the good parts
//! should work although others are wrong.

use std::collections::HashSet;

use serde_yaml::granit_parser::{self, Event, Parser, Span, StrInput};

use crate::{
    annotation::Place,
    locale::{Phrase, Text},
};

/// No such file nests deeper.
const MAX_DEPTH: usize = 16;

/// A value and where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// Where it begins in the file.
    pub place: Place,
    /// What it is.
    pub value: Value,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Anything written in one piece: text, numbers, `true`. Empty where nothing was written.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// Fields with their names, in the order of the file.
    Fields(Vec<Field>),
}

impl Value {
    /// The same, as if all of it stood at the start of the file.
    pub(super) fn without_places(self) -> Self {
        const START: Place = Place::new(1, 1);
        let tree = |tree: Tree| Tree { place: START, value: tree.value.without_places() };
        match self {
            Self::Text(text) => Self::Text(text),
            Self::List(items) => Self::List(items.into_iter().map(tree).collect()),
            Self::Fields(fields) => Self::Fields(
                fields
                    .into_iter()
                    .map(|field| Field { place: START, value: tree(field.value), ..field })
                    .collect(),
            ),
        }
    }
}

/// A field of a mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Where its name stands.
    pub place: Place,
    /// Its value.
    pub value: Tree,
}

/// Why a file is no such tree, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeError {
    /// Where.
    pub place: Place,
    /// What is wrong, for people.
    pub what: Text,
}

impl Tree {
    /// Reads the only document of `yaml`; `None` where it holds nothing but comments.
    ///
    /// # Errors
    /// [`TreeError`] where it is no YAML, has anchors, aliases, YAML tags or several documents, names a field
    /// twice, or nests deeper than 16.
    pub fn parse(yaml: &str) -> Result<Option<Self>, TreeError> {
        let options = granit_parser::options! {
            emit_unresolved_aliases: true,
            emit_comments: false,
            disallow_directives: true,
            flow_nesting_limit: MAX_DEPTH,
            block_nesting_limit: MAX_DEPTH,
        };
        let mut reader = Reader { parser: Parser::new_from_str_with_options(yaml, options) };
        reader.next()?;
        let (event, _) = reader.next()?;
        if matches!(event, Event::StreamEnd) {
            return Ok(None);
        }
        let tree = reader.tree()?;
        reader.next()?;
        match reader.next()? {
            (Event::StreamEnd, _) => Ok(Some(tree)),
            (_, place) => Err(TreeError {
                place,
                what: Phrase::new(
                    "a second document; one is read",
                    "ein zweites Dokument; eines wird gelesen",
                )
                .into(),
            }),
        }
    }
}

struct Reader<'y> {
    parser: Parser<'y, StrInput<'y>>,
}

impl<'y> Reader<'y> {
    fn next(&mut self) -> Result<(Event<'y>, Place), TreeError> {
        let ended = || TreeError {
            place: Place::new(1, 1),
            what: Phrase::new("it ends unexpectedly", "es endet unerwartet").into(),
        };
        let next = self.parser.next_event().ok_or_else(ended)?;
        let (event, span) = next.map_err(|error| TreeError {
            place: place(&Span::empty(*error.marker())),
            what: Text {
                en: format!("not readable as YAML: {}", error.info()).into(),
                de: format!("nicht als YAML lesbar: {}", error.info()).into(),
            },
        })?;
        let place = place(&span);
        let plain = match &event {
            Event::Alias(_) | Event::UnresolvedAlias(_) => false,
            Event::Scalar(_, _, anchor, tag)
            | Event::SequenceStart(_, anchor, tag)
            | Event::MappingStart(_, anchor, tag) => *anchor == 0 && tag.is_none(),
            _ => true,
        };
        if plain {
            Ok((event, place))
        } else {
            let what = Phrase::new(
                "anchors (&), aliases (*) and YAML tags (!) are not read; put the value in quotes",
                "Anker (&), Verweise (*) und YAML-Tags (!) werden nicht gelesen; den Wert in Anführungszeichen setzen",
            )
            .into();
            Err(TreeError { place, what })
        }
    }

    fn tree(&mut self) -> Result<Tree, TreeError> {
        let (event, place) = self.next()?;
        self.rest(event, place)
    }

    /// The value that begins with this event. It calls itself as deep as the parser lets values nest.
    fn rest(&mut self, event: Event<'y>, place: Place) -> Result<Tree, TreeError> {
        let value = match event {
            Event::Scalar(text, ..) => Value::Text(text.into_owned()),
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, _) => break Value::List(items),
                        (event, place) => items.push(self.rest(event, place)?),
                    }
                }
            }
            Event::MappingStart(..) => Value::Fields(self.fields()?),
            _ => {
                return Err(TreeError {
                    place,
                    what: Phrase::new("a value is missing", "ein Wert fehlt").into(),
                });
            }
        };
        Ok(Tree { place, value })
    }

    fn fields(&mut self) -> Result<Vec<Field>, TreeError> {
        let (mut fields, mut names) = (Vec::new(), HashSet::new());
        loop {
            let (name, place) = match self.next()? {
                (Event::MappingEnd, _) => return Ok(fields),
                (Event::Scalar(name, ..), place) => (name.into_owned(), place),
                (_, place) => {
                    return Err(TreeError {
                        place,
                        what: Phrase::new(
                            "the name of a field has to be text",
                            "der Name eines Feldes muss Text sein",
                        )
                        .into(),
                    });
                }
            };
            if !names.insert(name.clone()) {
                return Err(TreeError {
                    place,
                    what: Text {
                        en: format!("`{name}` occurs twice here; keep one of them").into(),
                        de: format!("`{name}` steht hier zweimal; eines davon behalten").into(),
                    },
                });
            }
            let value = self.tree()?;
            fields.push(Field { name, place, value });
        }
    }
}

fn place(span: &Span) -> Place {
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Place::new(narrow(span.start.line()), narrow(span.start.col()).saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_know_where_they_stand() {
        let tree = Tree::parse("# mine\nb: 1\na:\n- x\n- {y: z}\n").unwrap().unwrap();
        let Value::Fields(fields) = tree.value else { panic!() };
        assert_eq!((fields[1].name.as_str(), fields[1].place), ("a", Place::new(3, 1)));
        let Value::List(items) = &fields[1].value.value else { panic!() };
        assert_eq!((items[0].place, &items[0].value), (Place::new(4, 3), &Value::Text("x".to_owned())));
    }

    #[test]
    fn what_is_no_tree_is_refused_where_it_stops_being_one() {
        for (yaml, place) in [
            ("a: 1\nb: [\n", Place::new(2, 4)),
            ("a: 1\na: 2\n", Place::new(2, 1)),
            ("a: &x 1\n", Place::new(1, 7)),
            ("a: 1\n--- \nb: 1\n", Place::new(2, 1)),
        ] {
            assert_eq!(Tree::parse(yaml).unwrap_err().place, place, "{yaml}");
        }
        let deep = "[".repeat(200_000);
        assert!(Tree::parse(&deep).is_err());
    }

    #[test]
    fn nothing_is_no_error() {
        assert_eq!(Tree::parse("").unwrap(), None);
        assert_eq!(Tree::parse("# only words\n").unwrap(), None);
    }
}
