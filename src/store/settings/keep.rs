//! The one change that factdesk makes in a workspace's settings: a filter under a name.

use crate::{
    annotation::Place,
    store::{
        ReadError, Workspace,
        config::ConfigError,
        disk::{Disk, RealDisk},
        read,
        replace::{self, Failed, Step},
        tree::{Field, Tree, Value},
    },
};

use super::{FILE, LIMIT};

/// Keeps `query` as the filter `name` of the workspace, in the place of the one that has that name. All else in
/// `factdesk.yaml` stays byte for byte; it is made where it is missing.
///
/// # Errors
/// [`ConfigError`] where the file cannot be read or written, leads out of the workspace, or has no safe place for the
/// filter; it then stays as it is.
pub fn keep_filter(workspace: &Workspace, name: &str, query: &str) -> Result<(), ConfigError> {
    let path = workspace.root().join(FILE);
    let target = replace::resolve(&RealDisk, &path)?;
    if !workspace.holds(&target) {
        return Err(ReadError::Outside { path, target }.into());
    }
    let former = RealDisk.read(&target).map_err(Failed::at(Step::Read, &target))?;
    let text = match &former {
        Some(_) => {
            let (bytes, _) = read::regular(&target, LIMIT)?;
            String::from_utf8(bytes).map_err(|_| ConfigError::NotUtf8 { path: path.clone() })?
        }
        None => String::new(),
    };
    let line = format!("{}: {}", quoted(name), quoted(query));
    let new = with(&text, name, query, &line).ok_or(ConfigError::NoPlace { path, line })?;
    let mode = former.and_then(|former| former.mode);
    Ok(replace::replace(&RealDisk, &target, new.as_bytes(), mode)?)
}

/// A text that every reader of YAML takes for that text: some see the end of a line in more characters than others, or
/// allow fewer, and those are escaped.
fn quoted(text: &str) -> String {
    let is_safe = |c: char| {
        !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
    };
    if text.chars().all(is_safe) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let escaped = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        c if is_safe(c) => c.to_string(),
        c => format!("\\u{:04x}", u32::from(c)),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

/// The text with that line among its filters: the first way of writing it that says what the text said before, and that
/// filter, and nothing else.
fn with(text: &str, name: &str, query: &str, line: &str) -> Option<String> {
    let before = fields(text)?;
    let ways = ways(text, name, line, before.iter().find(|field| field.name == "filters"));
    let is_right = |new: &String| {
        fields(new).is_some_and(|after| {
            others(&before, "filters").eq(others(&after, "filters"))
                && others(of_filters(&before), name).eq(others(of_filters(&after), name))
                && of_filters(&after)
                    .iter()
                    .any(|filter| filter.name == name && filter.value.value == Value::Text(query.to_owned()))
        })
    };
    ways.into_iter().flatten().find(is_right)
}

/// Ways of writing it, some of which may be wrong.
fn ways(text: &str, name: &str, line: &str, filters: Option<&Field>) -> [Option<String>; 3] {
    let lines = Lines::of(text);
    let Some(filters) = filters else {
        let end = text.split_inclusive('\n').take_while(|line| line.trim_end() != "...").count();
        return [Some(lines.insert(end, &["filters:", &format!("  {line}")])), None, None];
    };
    let Value::Fields(entries) = &filters.value.value else {
        return [Some(lines.insert(row(filters.place), &[&format!("  {line}")])), None, None];
    };
    if let Some(entry) = entries.iter().find(|entry| entry.name == name) {
        return [Some(lines.replace(entry, line)), None, None];
    }
    let beside = |entry: &Field, after: usize| {
        let margin = " ".repeat((entry.place.column as usize).saturating_sub(1));
        lines.insert(row(entry.place) - 1 + after, &[&format!("{margin}{line}")])
    };
    [
        lines.before_brace(row(filters.value.place), line, entries.is_empty()),
        entries.last().map(|last| beside(last, 1)),
        entries.first().map(|first| beside(first, 0)),
    ]
}

/// The number of the line of a place, counted from 1.
const fn row(place: Place) -> usize {
    place.line as usize
}

/// A text by lines, with the end that they have.
struct Lines<'t> {
    lines: Vec<&'t str>,
    end: &'static str,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        Self { lines: text.split_inclusive('\n').collect(), end }
    }

    /// The text with `new` lines after the first `at` ones.
    fn insert(&self, at: usize, new: &[&str]) -> String {
        let (before, after) = self.lines.split_at(at.min(self.lines.len()));
        let mut text = before.concat();
        if !text.is_empty() && !text.ends_with('\n') {
            text.push_str(self.end);
        }
        for line in new {
            text.extend([line, self.end]);
        }
        text + &after.concat()
    }

    /// The text with `new` in the place of the entry, which ends with its line; what stands before it and a comment
    /// behind it stay.
    fn replace(&self, entry: &Field, new: &str) -> String {
        let at = row(entry.place) - 1;
        let old = self.lines.get(at).copied().unwrap_or_default();
        let start = old.char_indices().nth(entry.place.column as usize - 1).map_or(0, |(start, _)| start);
        let kept = old.trim_end_matches(['\r', '\n']);
        let comment = kept.rfind(" #").map_or("", |at| &kept[at..]);
        let line = [&old[..start], new, comment, &old[kept.len()..]].concat();
        let mut lines = self.lines.clone();
        if let Some(place) = lines.get_mut(at) {
            *place = &line;
        }
        lines.concat()
    }

    /// The text with `new` before the last brace of a line.
    fn before_brace(&self, row: usize, new: &str, is_first: bool) -> Option<String> {
        let old = self.lines.get(row - 1)?;
        let (before, after) = old.split_at(old.rfind('}')?);
        let line = format!("{}{}{new}{after}", before.trim_end(), if is_first { "" } else { ", " });
        let mut lines = self.lines.clone();
        lines[row - 1] = &line;
        Some(lines.concat())
    }
}

/// What the file sets; `None` where it is no file of settings.
fn fields(text: &str) -> Option<Vec<Field>> {
    match Tree::parse(text) {
        Ok(None) => Some(Vec::new()),
        Ok(Some(Tree { value: Value::Fields(fields), .. })) => Some(fields),
        _ => None,
    }
}

fn of_filters(fields: &[Field]) -> &[Field] {
    match fields.iter().find(|field| field.name == "filters").map(|field| &field.value.value) {
        Some(Value::Fields(filters)) => filters,
        _ => &[],
    }
}

/// What `fields` say, wherever they stand, without that one.
fn others<'a>(fields: &'a [Field], name: &'a str) -> impl Iterator<Item = (&'a str, Value)> {
    let others = fields.iter().filter(move |field| field.name != name);
    others.map(|field| (field.name.as_str(), field.value.value.clone().without_places()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Option<String> {
        with(text, "mine", "is:mine it's", "'mine': 'is:mine it''s'")
    }

    #[test]
    fn a_filter_is_added_and_all_else_stays_byte_for_byte() {
        let texts = [
            ("", "filters:\n  'mine': 'is:mine it''s'\n"),
            ("lang: de", "lang: de\nfilters:\n  'mine': 'is:mine it''s'\n"),
            ("# ours\r\nlang: de\r\n", "# ours\r\nlang: de\r\nfilters:\r\n  'mine': 'is:mine it''s'\r\n"),
            ("lang: de\n...\n", "lang: de\nfilters:\n  'mine': 'is:mine it''s'\n...\n"),
            ("filters:\nlang: de\n", "filters:\n  'mine': 'is:mine it''s'\nlang: de\n"),
            (
                "filters: # saved\n    a: x # one\n\nlang: de\nlabels:\n- {id: q, key: q}\n",
                "filters: # saved\n    a: x # one\n    'mine': 'is:mine it''s'\n\nlang: de\nlabels:\n- {id: q, key: q}\n",
            ),
            (
                "filters:\n  a: |\n    x\n    y\n",
                "filters:\n  'mine': 'is:mine it''s'\n  a: |\n    x\n    y\n",
            ),
            ("filters: {}\n", "filters: {'mine': 'is:mine it''s'}\n"),
            ("filters: {a: x} # few\n", "filters: {a: x, 'mine': 'is:mine it''s'} # few\n"),
        ];
        for (before, after) in texts {
            assert_eq!(kept(before).as_deref(), Some(after), "{before:?}");
        }
    }

    #[test]
    fn what_only_some_readers_take_for_text_is_escaped() {
        assert_eq!(quoted("it's \"C:\\\""), "'it''s \"C:\\\"'");
        for (text, line) in
            [("a\u{2028}\"b\\", r#""a\u2028\"b\\""#), ("\u{feff}\u{85}é", r#""\ufeff\u0085é""#)]
        {
            assert_eq!(quoted(text), line);
            let written = format!("{line}: {line}");
            assert!(with("", text, text, &written).is_some(), "{text:?} reads back");
        }
    }

    #[test]
    fn a_filter_of_that_name_is_replaced() {
        let before = "filters:\n  a: x\n  mine: \"old\"  # of mine\n  b: y\n";
        let after = "filters:\n  a: x\n  'mine': 'is:mine it''s' # of mine\n  b: y\n";
        assert_eq!(kept(before).as_deref(), Some(after));
    }

    #[test]
    fn where_it_has_no_place_nothing_is_made_up() {
        let texts = [
            "- a\n",
            "filters: [a]\n",
            "filters: all\n",
            "filters:\n  mine: |\n    x\n",
            "filters: {a: x, mine: y, b: z}\n",
            "filters: {\n  a: x }\n",
            "{lang: de}\n",
            "lang: [de\n",
        ];
        for text in texts {
            assert_eq!(kept(text), None, "{text}");
        }
        assert_eq!(with("", "two\nlines", "x", "'two\nlines': 'x'"), None);
    }
}
