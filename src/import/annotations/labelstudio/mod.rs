//! Label Studio's tasks, as its export "JSON" has them.
//!
//! Every label of a region is a tag. In tasks that an export of ours made, the fields of a region are what the tag or the
//! sentence says. Anything else that somebody said about a region, and choices for a whole text, are tags as well, so
//! that a person says what they mean, or that they are to be left out. Predictions are nobody's decision, and left.

mod assemble;
mod region;

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{Foreign, Unreadable, json::object};
use assemble::assemble;
use region::Regions;

/// Reads a file: a list of tasks, or one of them. A labelling configuration, which lies beside our own exports, holds
/// none.
///
/// # Errors
/// [`Unreadable`] for what is no JSON, for a task without a list of annotations, and for an item of a result that is not as
/// Label Studio writes it.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Foreign>, Unreadable> {
    if bytes.trim_ascii_start().starts_with(b"<") {
        return Ok(Vec::new());
    }
    let value: Value =
        serde_json::from_slice(bytes).map_err(|error| Unreadable::new(format!("is no JSON: {error}")))?;
    let tasks = match &value {
        Value::Array(tasks) => &tasks[..],
        task => std::slice::from_ref(task),
    };
    let people: BTreeSet<String> =
        tasks.iter().flat_map(annotations).filter_map(|one| person(one).map(|(name, _)| name)).collect();
    let mut found = Vec::new();
    for (at, task) in (1..).zip(tasks) {
        let place = match task.get("id").and_then(Value::as_u64) {
            Some(id) => format!("task {id}"),
            None => format!("task no. {at}"),
        };
        read_task(task, &place, people.len() > 1, &mut found).map_err(|error| match &error.place {
            Some(within) => Unreadable { place: Some(format!("{place}, {within}")), ..error },
            None => error.at(&place),
        })?;
    }
    Ok(found)
}

/// Adds what every annotator says about a task; `by_number` where several have nothing but a number.
fn read_task(task: &Value, place: &str, by_number: bool, found: &mut Vec<Foreign>) -> Result<(), Unreadable> {
    let task_fields = object(task)?;
    if !["annotations", "completions"].iter().any(|name| task_fields.get(*name).is_some_and(Value::is_array))
    {
        return Err(Unreadable::new(
            "has no list `annotations`; export from Label Studio as JSON, not as JSON-MIN or CSV",
        ));
    }
    let data = task_fields.get("data").map(object).transpose()?;
    let string = |name: &str| data.and_then(|data| data.get(name)).and_then(Value::as_str);
    let text = string("text").or_else(|| data.and_then(only_text));
    let is_ours = data.is_some_and(|data| data.contains_key("factdesk"));
    for annotation in annotations(task) {
        if annotation.get("was_cancelled").and_then(Value::as_bool) == Some(true) {
            continue;
        }
        let regions = Regions::read(annotation.get("result"), text)?;
        let named = person(annotation).filter(|(_, is_name)| *is_name || by_number).map(|(name, _)| name);
        let mut foreign = assemble(&regions, is_ours, place);
        foreign.annotator = foreign.annotator.or(named);
        foreign.article = string("article").map(str::to_owned);
        foreign.text = text.map(str::to_owned);
        found.push(foreign);
    }
    Ok(())
}

/// The annotations of a task; older versions call them completions.
fn annotations(task: &Value) -> impl Iterator<Item = &Value> {
    let of = |name| task.get(name).and_then(Value::as_array).into_iter().flatten();
    of("annotations").chain(of("completions"))
}

/// Who made an annotation, and whether that is a name and not only a number.
fn person(annotation: &Value) -> Option<(String, bool)> {
    let by = annotation.get("completed_by")?;
    if let Some(number) = by.as_u64() {
        return Some((format!("user-{number}"), false));
    }
    let field = |name: &str| by.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let full = [field("first_name"), field("last_name")].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let name = if full.is_empty() { field("email")?.split('@').next()?.to_owned() } else { full };
    Some((name, true))
}

/// The text of a task whose data hold but one.
fn only_text(data: &Map<String, Value>) -> Option<&str> {
    let mut texts = data.values().filter_map(Value::as_str);
    texts.next().filter(|_| texts.next().is_none())
}

#[cfg(test)]
mod tests;
