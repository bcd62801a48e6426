//! A strict reader for the YAML of our files: events in, typed values out, a place for every complaint.
//!
//! It stands on the event parser of `serde-saphyr` instead of its derive, because a file that people edit needs
//! three things that derived readers do not give: the exact place of every value, the choice between refusing and
//! skipping unknown fields at run time, and no second guess about what a plain scalar means. It borrows from its
//! input, keeps no tree, never follows an alias and never recurses on foreign depth.

use std::borrow::Cow;

use serde_yaml::granit_parser::{self, Event, Parser, ScalarStyle, ScanError, Span as Extent, StrInput};

use super::error::{DocumentError, Fault, Place, Shape};

/// No annotation file nests deeper (of each kind, block and flow).
const MAX_DEPTH: usize = 16;
/// No annotation file has more events: 64 MB of sentences with several tags each have five million.
const MAX_NODES: u32 = 8_000_000;

type Result<T, E = DocumentError> = std::result::Result<T, E>;

/// One scalar with its place.
pub(super) struct Scalar<'y> {
    /// Its text after escapes.
    pub(super) text: Cow<'y, str>,
    /// Was it written without quotes, so that readers may take it for a number?
    pub(super) plain: bool,
    /// Where it begins.
    pub(super) place: Place,
}

/// Reads one document, value by value.
pub(super) struct Reader<'y> {
    parser: Parser<'y, StrInput<'y>>,
    nodes: u32,
    /// Are unknown fields skipped instead of refused?
    pub(super) lenient: bool,
    last: Place,
}

impl<'y> Reader<'y> {
    /// A reader of `yaml` that has entered its only document.
    pub(super) fn open(yaml: &'y str, lenient: bool) -> Result<Self> {
        let options = granit_parser::options! {
            emit_unresolved_aliases: true,
            emit_anchor_events: true,
            emit_comments: false,
            disallow_directives: true,
            flow_nesting_limit: MAX_DEPTH,
            block_nesting_limit: MAX_DEPTH,
        };
        let parser = Parser::new_from_str_with_options(yaml, options);
        let mut reader = Self { parser, nodes: 0, lenient, last: Place::new(1, 1) };
        match (reader.next()?, reader.next()?) {
            ((Event::StreamStart, _), (Event::DocumentStart(..), _)) => Ok(reader),
            _ => Err(DocumentError::new(Place::new(1, 1), Fault::Empty)),
        }
    }

    /// Nothing but the end may follow.
    pub(super) fn close(mut self) -> Result<()> {
        self.next()?;
        match self.next()? {
            (Event::StreamEnd, _) => Ok(()),
            (_, place) => Err(DocumentError::new(place, Fault::AfterTheEnd)),
        }
    }

    fn next(&mut self) -> Result<(Event<'y>, Place)> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(DocumentError::new(self.last, Fault::TooManyNodes));
        }
        let Some(next) = self.parser.next_event() else {
            return Err(DocumentError::new(self.last, Fault::Yaml("it ends unexpectedly".to_owned())));
        };
        let (event, span) = next.map_err(|error| syntax(&error))?;
        let place = place_of(&span);
        self.last = place;
        match &event {
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                return Err(DocumentError::new(place, Fault::AnchorOrAlias));
            }
            Event::Scalar(_, _, anchor, tag)
            | Event::SequenceStart(_, anchor, tag)
            | Event::MappingStart(_, anchor, tag) => {
                if *anchor != 0 {
                    // The name of the anchor comes as an event of its own behind its node.
                    let place = self
                        .parser
                        .next_event()
                        .and_then(Result::ok)
                        .map_or(place, |(_, span)| place_of(&span));
                    return Err(DocumentError::new(place, Fault::AnchorOrAlias));
                }
                if tag.is_some() {
                    let place = span.tag_start.map_or(place, |start| place_of(&Extent::empty(start)));
                    return Err(DocumentError::new(place, Fault::YamlTag));
                }
            }
            _ => {}
        }
        Ok((event, place))
    }

    /// Reads a mapping: `each` is called with the index of the field in `fields` and the place of its name, and has
    /// to read its value. Gives the place of the mapping.
    pub(super) fn mapping(
        &mut self,
        fields: &'static [&'static str],
        mut each: impl FnMut(&mut Self, usize, Place) -> Result<()>,
    ) -> Result<Place> {
        let (event, place) = self.next()?;
        if !matches!(event, Event::MappingStart(..)) {
            return Err(wrong_type(Shape::Fields, &event, place));
        }
        let mut seen = 0_u32;
        loop {
            let (event, key_place) = self.next()?;
            let key = match event {
                Event::MappingEnd => return Ok(place),
                Event::Scalar(key, ..) => key,
                other => return Err(wrong_type(Shape::Name, &other, key_place)),
            };
            match fields.iter().position(|field| *field == key) {
                Some(index) if seen & (1 << index) != 0 => {
                    return Err(DocumentError::new(key_place, Fault::DuplicateField(fields[index])));
                }
                Some(index) => {
                    seen |= 1 << index;
                    each(self, index, key_place)?;
                }
                None if self.lenient => self.skip()?,
                None => {
                    let close = closest(fields, &key);
                    let fault = Fault::UnknownField { field: shown(&key), close };
                    return Err(DocumentError::new(key_place, fault));
                }
            }
        }
    }

    /// Reads a list: `each` is called once for every item and has to read it.
    pub(super) fn list(&mut self, mut each: impl FnMut(&mut Self) -> Result<()>) -> Result<()> {
        let (event, place) = self.next()?;
        if !matches!(event, Event::SequenceStart(..)) {
            return Err(wrong_type(Shape::List, &event, place));
        }
        loop {
            match self.parser.peek() {
                Some(Ok((Event::SequenceEnd, _))) => return self.next().map(drop),
                _ => each(self)?,
            }
        }
    }

    /// Reads any scalar.
    pub(super) fn scalar(&mut self, expected: Shape) -> Result<Scalar<'y>> {
        match self.next()? {
            (Event::Scalar(text, style, ..), place) => {
                Ok(Scalar { text, plain: style == ScalarStyle::Plain, place })
            }
            (event, place) => Err(wrong_type(expected, &event, place)),
        }
    }

    /// Reads text: what other readers would take for a number, a yes or no or nothing is refused.
    pub(super) fn text(&mut self) -> Result<Scalar<'y>> {
        let scalar = self.scalar(Shape::Text)?;
        match plain_type(&scalar) {
            Some(found) => Err(mismatch(Shape::Text, found, true, scalar.place)),
            None => Ok(scalar),
        }
    }

    /// Reads `true` or `false`, and no other spelling.
    pub(super) fn flag(&mut self) -> Result<bool> {
        const EXPECTED: Shape = Shape::Flag;
        let scalar = self.scalar(EXPECTED)?;
        match &*scalar.text {
            "true" if scalar.plain => Ok(true),
            "false" if scalar.plain => Ok(false),
            _ => Err(mismatch(EXPECTED, plain_type(&scalar).unwrap_or(Shape::Text), false, scalar.place)),
        }
    }

    /// Reads a whole number of 32 bits, in decimal digits.
    pub(super) fn number(&mut self) -> Result<u32> {
        const EXPECTED: Shape = Shape::WholeNumber;
        let scalar = self.scalar(EXPECTED)?;
        let digits = scalar.plain && scalar.text.bytes().all(|b| b.is_ascii_digit());
        match scalar.text.parse() {
            Ok(number) if digits => Ok(number),
            _ => {
                let found = if digits { Shape::TooLarge } else { plain_type(&scalar).unwrap_or(Shape::Text) };
                Err(mismatch(EXPECTED, found, false, scalar.place))
            }
        }
    }

    /// Passes over one value, whatever it is.
    pub(super) fn skip(&mut self) -> Result<()> {
        let mut depth = 0_usize;
        loop {
            match self.next()?.0 {
                Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
                Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return Ok(());
            }
        }
    }
}

fn place_of(span: &Extent) -> Place {
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Place::new(narrow(span.start.line()), narrow(span.start.col()).saturating_add(1))
}

fn syntax(error: &ScanError) -> DocumentError {
    use granit_parser::ErrorKind;
    let place = place_of(&Extent::empty(*error.marker()));
    let fault = match error.kind() {
        ErrorKind::RecursionLimitExceeded => Fault::TooDeep,
        _ => Fault::Yaml(error.info()),
    };
    DocumentError::new(place, fault)
}

fn mismatch(expected: Shape, found: Shape, quotes: bool, place: Place) -> DocumentError {
    DocumentError::new(place, Fault::WrongType { expected, found, quotes })
}

fn wrong_type(expected: Shape, event: &Event<'_>, place: Place) -> DocumentError {
    let found = match event {
        Event::Scalar(text, ScalarStyle::Plain, ..) if text.is_empty() => Shape::Nothing,
        Event::Scalar(..) => Shape::Single,
        Event::SequenceStart(..) => Shape::List,
        Event::MappingStart(..) => Shape::Fields,
        _ => Shape::Nothing,
    };
    mismatch(expected, found, false, place)
}

/// What readers of YAML 1.2 take a plain scalar for, where it is not text (core schema, YAML 1.2.2 section 10.3.2).
fn plain_type(scalar: &Scalar<'_>) -> Option<Shape> {
    let text = &*scalar.text;
    if !scalar.plain {
        return None;
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Some(Shape::Nothing),
        "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => return Some(Shape::Flag),
        _ => {}
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let radix = |prefix, radix| {
        text.strip_prefix(prefix).is_some_and(|d| !d.is_empty() && d.chars().all(|c| c.is_digit(radix)))
    };
    let float = || {
        unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.')
            && (unsigned.parse::<f64>().is_ok() || matches!(unsigned, ".inf" | ".Inf" | ".INF"))
    };
    let number = radix("0x", 16) || radix("0o", 8) || float() || matches!(text, ".nan" | ".NaN" | ".NAN");
    number.then_some(Shape::Number)
}

/// The field that may be meant by `key`: one edit away, or equal but for case.
fn closest(fields: &'static [&'static str], key: &str) -> Option<&'static str> {
    let near = |field: &&&str| field.eq_ignore_ascii_case(key) || one_edit_apart(field, key);
    fields.iter().find(near).copied()
}

fn one_edit_apart(a: &str, b: &str) -> bool {
    let (a, b) = if a.len() <= b.len() { (a.as_bytes(), b.as_bytes()) } else { (b.as_bytes(), a.as_bytes()) };
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    match b.len() - a.len() {
        0 => a[same..].get(1..) == b[same..].get(1..),
        1 => a[same..] == b[same + 1..],
        _ => false,
    }
}

/// `text` as far as it fits into a message.
pub(super) fn shown(text: &str) -> String {
    const MOST: usize = 40;
    match text.char_indices().nth(MOST) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.to_owned(),
    }
}
