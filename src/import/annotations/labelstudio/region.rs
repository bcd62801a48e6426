//! The regions of a result: what stands at one place, and all that is said about it.

use std::collections::HashMap;

use serde_json::Value;

use super::super::{
    Unreadable,
    json::{number, object, place},
};
use crate::text::{Span, Utf16, char_index::CharIndex};

/// All regions and relations of an annotation.
#[derive(Default)]
pub(super) struct Regions {
    /// In the order of the result.
    pub regions: Vec<Region>,
    /// Relations: what they are called, and between which of the regions.
    pub relations: Vec<(String, usize, usize)>,
}

/// A region, or what is said about the whole text.
#[derive(Default)]
pub(super) struct Region {
    /// Its id.
    pub id: String,
    /// Where it stands, in code points of the text; `None` for what is about all of it.
    pub span: Option<Span>,
    /// Its words, where they are told.
    pub quote: Option<String>,
    /// What is said.
    pub said: Vec<Said>,
}

/// What a control was set to.
pub(super) struct Said {
    /// Its name.
    pub control: String,
    /// Its values are labels or choices, and were not typed.
    pub is_chosen: bool,
    /// What it was set to.
    pub values: Vec<String>,
}

impl Regions {
    /// The regions of `result`, which counts positions in `text`.
    ///
    /// # Errors
    /// [`Unreadable`] for what is no list, or for an item that is not as Label Studio writes it.
    pub(super) fn read(result: Option<&Value>, text: Option<&str>) -> Result<Self, Unreadable> {
        let mut regions = Self::default();
        let items = match result {
            None | Some(Value::Null) => return Ok(regions),
            Some(Value::Array(items)) => items,
            Some(_) => return Err(Unreadable::new("its `result` is no list")),
        };
        let places = text.map(Places::new);
        let mut ids: HashMap<&str, usize> = HashMap::new();
        let is_relation = |item: &&Value| item.get("type").and_then(Value::as_str) == Some("relation");
        for (at, item) in (1..).zip(items.iter().filter(|item| !is_relation(item))) {
            let id = item.get("id").and_then(Value::as_str);
            let name = id.map_or_else(|| format!("item {at} of its result"), |id| format!("region {id}"));
            let index = match id.and_then(|id| ids.get(id)) {
                Some(index) => *index,
                None => regions.regions.len(),
            };
            if index == regions.regions.len() {
                regions.regions.push(Region { id: id.unwrap_or_default().to_owned(), ..Region::default() });
                ids.extend(id.map(|id| (id, index)));
            }
            regions.regions[index].add(item, places.as_ref()).map_err(|error| error.at(name))?;
        }
        for region in regions.regions.iter_mut().filter(|region| region.quote.is_none()) {
            let words = region.span.zip(places.as_ref()).and_then(|(span, places)| places.index.slice(span));
            region.quote = words.map(str::to_owned);
        }
        for item in items.iter().filter(is_relation) {
            let end = |name: &str| item.get(name).and_then(Value::as_str).and_then(|id| ids.get(id)).copied();
            let Some((from, to)) = end("from_id").zip(end("to_id")) else {
                return Err(Unreadable::new("a relation leads to a region that is not there"));
            };
            let labels = strings(item.get("labels"));
            let labels = if labels.is_empty() { vec!["relation".to_owned()] } else { labels };
            regions.relations.extend(labels.into_iter().map(|label| (label, from, to)));
        }
        Ok(regions)
    }
}

impl Region {
    /// Takes what `item` says about it.
    fn add(&mut self, item: &Value, places: Option<&Places<'_>>) -> Result<(), Unreadable> {
        let field = |name: &str| item.get(name).and_then(Value::as_str);
        let (kind, control) = field("type").zip(field("from_name")).ok_or_else(unlike)?;
        let value = item.get("value").ok_or_else(unlike)?;
        object(value)?;
        let is_texts = kind == "textarea";
        let quote = value.get("text").and_then(Value::as_str).filter(|_| !is_texts);
        if value.get("start").is_some() || value.get("end").is_some() {
            let offsets = value.get("globalOffsets").unwrap_or(value);
            let end = |name: &str| offsets.get(name).and_then(number);
            let (start, end) = end("start")
                .zip(end("end"))
                .filter(|(start, end)| start < end)
                .ok_or_else(|| place(value))?;
            let units = Span::new(start, end);
            if quote.is_some() || self.span.is_none() {
                let (span, quote) = places.map_or((units, None), |places| places.find(units, quote));
                let is_other =
                    self.quote.is_some() && quote.is_some() && self.span.is_some_and(|known| known != span);
                if is_other {
                    return Err(Unreadable::new("one id stands for two places"));
                }
                self.span = Some(span);
                self.quote = quote.or_else(|| self.quote.take());
            }
        }
        let is_chosen = kind == "choices" || kind.ends_with("labels");
        let values = match value.get(if is_texts { "text" } else { kind }) {
            Some(Value::String(text)) => vec![text.clone()],
            Some(Value::Array(_)) | None => strings(value.get(if is_texts { "text" } else { kind })),
            Some(other) => vec![other.to_string()],
        };
        self.said.push(Said { control: control.to_owned(), is_chosen, values });
        let values = strings(item.get("meta").and_then(|meta| meta.get("text")));
        if !values.is_empty() {
            self.said.push(Said { control: "meta".to_owned(), is_chosen: false, values });
        }
        Ok(())
    }

    /// What `control` was set to.
    pub(super) fn said(&self, control: &str) -> impl Iterator<Item = &String> {
        self.said.iter().filter(move |said| said.control == control).flat_map(|said| &said.values)
    }
}

/// Positions of a text in both units that Label Studio has counted in.
struct Places<'t> {
    index: CharIndex<'t>,
    utf16: Utf16,
}

impl<'t> Places<'t> {
    fn new(text: &'t str) -> Self {
        Self { index: CharIndex::new(text), utf16: Utf16::new(text) }
    }

    /// The code points at `units`, and their words. Label Studio counts code points; before 1.5 it counted UTF-16 code
    /// units. The words decide; where they decide nothing it is code points, and the words are the file's, if it has any.
    fn find(&self, units: Span, quote: Option<&str>) -> (Span, Option<String>) {
        let Some(quote) = quote else { return (units, None) };
        // It writes a line end in these words as a backslash and an n; before 1.5, as nothing.
        let bare = |words: &str| words.replace("\\n", "").replace('\n', "");
        let is_quote = |words: &str| words == quote || bare(words) == bare(quote);
        for chars in [Some(units), self.utf16.chars(units)].into_iter().flatten() {
            if let Some(words) = self.index.slice(chars).filter(|words| is_quote(words)) {
                return (chars, Some(words.to_owned()));
            }
        }
        (units, Some(quote.to_owned()))
    }
}

/// The strings of a list; of anything else, none.
fn strings(value: Option<&Value>) -> Vec<String> {
    let values = value.and_then(Value::as_array).into_iter().flatten();
    values.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned)).collect()
}

fn unlike() -> Unreadable {
    Unreadable::new("has no `type`, `from_name` and `value`, as items of Label Studio do")
}
