//! The fields of a JSON object, each of the type it must have.

use serde_json::{Map, Value};

use super::Unreadable;
use crate::text::Span;

/// The fields of an object in a file.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    fields: &'a Map<String, Value>,
    /// Where in the file, for people.
    pub(super) place: &'a str,
}

impl<'a> Fields<'a> {
    /// The fields of an object that stands there.
    pub(super) const fn new(fields: &'a Map<String, Value>, place: &'a str) -> Self {
        Self { fields, place }
    }

    /// The fields of `value`, an object inside of these.
    ///
    /// # Errors
    /// [`Unreadable`] where it is none.
    pub(super) fn inside(&self, value: &'a Value) -> Result<Self, Unreadable> {
        let fields = value.as_object().ok_or_else(|| self.wrong(format!("{value} is no object")))?;
        Ok(Self { fields, ..*self })
    }

    /// An error at this place.
    pub(super) fn wrong(&self, what: impl Into<String>) -> Unreadable {
        Unreadable::new(what.into()).at(self.place)
    }

    /// The value of a field; `None` where there is none, or `null`.
    pub(super) fn get(&self, name: &str) -> Option<&'a Value> {
        self.fields.get(name).filter(|value| !value.is_null())
    }

    /// The values of a field: those of its list, or its only one.
    pub(super) fn all(&self, name: &str) -> &'a [Value] {
        match self.get(name) {
            Some(Value::Array(values)) => values,
            Some(value) => std::slice::from_ref(value),
            None => &[],
        }
    }

    /// A text.
    ///
    /// # Errors
    /// [`Unreadable`] where the field holds something else.
    pub(super) fn text(&self, name: &str) -> Result<Option<&'a str>, Unreadable> {
        let text = |value: &'a Value| {
            value.as_str().ok_or_else(|| self.wrong(format!("`{name}` is no text: {value}")))
        };
        self.get(name).map(text).transpose()
    }

    /// A text, or a list of them.
    ///
    /// # Errors
    /// [`Unreadable`] where the field holds something else.
    pub(super) fn texts(&self, name: &str) -> Result<Vec<&'a str>, Unreadable> {
        let text = |value: &'a Value| {
            value.as_str().ok_or_else(|| self.wrong(format!("`{name}` holds what is no text: {value}")))
        };
        self.all(name).iter().map(text).collect()
    }

    /// `true`, or `false` as where there is nothing.
    ///
    /// # Errors
    /// [`Unreadable`] where the field holds something else.
    pub(super) fn flag(&self, name: &str) -> Result<bool, Unreadable> {
        let flag = |value: &Value| {
            value.as_bool().ok_or_else(|| self.wrong(format!("`{name}` is neither true nor false: {value}")))
        };
        self.get(name).map_or(Ok(false), flag)
    }

    /// A position or a number of positions.
    ///
    /// # Errors
    /// [`Unreadable`] where the field is missing or holds something else.
    pub(super) fn position(&self, name: &str) -> Result<u32, Unreadable> {
        let value = self.get(name).ok_or_else(|| self.wrong(format!("`{name}` is missing")))?;
        let position = value.as_u64().and_then(|position| u32::try_from(position).ok());
        position.ok_or_else(|| self.wrong(format!("`{name}` is no position: {value}")))
    }

    /// Positions as our files write them: `840-844 849-855`.
    ///
    /// # Errors
    /// [`Unreadable`] where the field holds something else.
    pub(super) fn spans(&self, name: &str) -> Result<Vec<Span>, Unreadable> {
        let text = self.text(name)?.unwrap_or_default();
        let span = |written: &str| {
            let (start, end) = written.split_once('-')?;
            let span = Span::new(start.parse().ok()?, end.parse().ok()?);
            (span.start < span.end).then_some(span)
        };
        let spans = text.split_whitespace().map(span).collect::<Option<_>>();
        spans.ok_or_else(|| self.wrong(format!("`{name}` holds what are no positions: {text}")))
    }
}
