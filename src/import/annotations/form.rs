//! The formats that tags come in from other tools, and who reads each.

use super::{Foreign, Unreadable, brat, csv, doccano, jsonl, labelstudio, webannotation};

/// A format that tags come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Our own JSON lines.
    Jsonl,
    /// Our own table, or another with a column for the label.
    Csv,
    /// W3C Web Annotation as JSON-LD.
    WebAnnotation,
    /// brat standoff: `.ann` files beside their `.txt`.
    Brat,
    /// doccano's JSON lines.
    Doccano,
    /// Label Studio's tasks.
    LabelStudio,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Jsonl, Self::Csv, Self::WebAnnotation, Self::Brat, Self::Doccano, Self::LabelStudio];

    /// Its name on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::WebAnnotation => "webannotation",
            Self::Brat => "brat",
            Self::Doccano => "doccano",
            Self::LabelStudio => "labelstudio",
        }
    }
}

/// A file that tags come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name: the path below the folder that was named, with `/`; else its file name.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Reads all `files`, which are of one `form`. Where cells of a table are `raw`, what looks defused is left as it is.
///
/// # Errors
/// [`Unreadable`] for the first thing in a file that cannot be understood. Nothing is passed over in silence.
pub fn read(form: Form, files: &[SourceFile], raw: bool) -> Result<Vec<Foreign>, Unreadable> {
    match form {
        Form::Jsonl => each(files, jsonl::read),
        Form::Csv => each(files, |bytes| csv::read(bytes, raw)),
        Form::WebAnnotation => each(files, webannotation::read),
        Form::Brat => brat::read(files),
        Form::Doccano => each(files, doccano::read),
        Form::LabelStudio => each(files, labelstudio::read),
    }
}

/// What `read` finds in each of `files`, without its byte order mark.
fn each(
    files: &[SourceFile],
    read: impl Fn(&[u8]) -> Result<Vec<Foreign>, Unreadable>,
) -> Result<Vec<Foreign>, Unreadable> {
    let mut found = Vec::new();
    for SourceFile { name, bytes } in files {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let foreign = read(bytes).map_err(|error| error.in_file(name))?;
        found.extend(foreign.into_iter().map(|foreign| Foreign { file: name.clone(), ..foreign }));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_passed_over_in_every_format() {
        let target = r#"{"target": "file:///a.txt", "bodyValue": "claim"}"#;
        for (form, text) in [
            (Form::Csv, "label,text\nclaim,a\n"),
            (Form::Doccano, r#"{"text": "a", "label": [[0, 1, "claim"]]}"#),
            (Form::WebAnnotation, target),
            (
                Form::LabelStudio,
                r#"[{"data": {"text": "a"}, "annotations": [{"result": [{"type": "choices", "from_name": "topic", "value": {"choices": ["claim"]}}]}]}]"#,
            ),
        ] {
            let file = SourceFile { name: "a".into(), bytes: format!("\u{feff}{text}").into_bytes() };
            let foreign = read(form, &[file], false).unwrap();
            assert_eq!(foreign[0].tags[0].tag.label.as_str(), "claim", "{form:?}");
        }
    }
}
