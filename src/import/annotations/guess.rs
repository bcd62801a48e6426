//! Which format files are in.

use memchr::memmem;

use super::{Form, SourceFile};

/// How much of a file is looked at, in bytes.
const SAMPLE: usize = 1 << 20;

impl Form {
    /// Does a file of that name in a folder belong to it?
    pub fn takes(self, name: &str) -> bool {
        let suffixes: &[&str] = match self {
            Self::Jsonl | Self::Doccano => &["jsonl"],
            Self::Csv => &["csv", "tsv"],
            Self::WebAnnotation => &["jsonld", "json"],
            Self::Brat => &["ann", "txt", "conf"],
            Self::LabelStudio => &["json"],
        };
        suffixes.iter().any(|suffix| has_suffix(name, suffix))
    }

    /// The format that all `files` are in, where their names or what they hold leave no doubt.
    pub fn guess(files: &[SourceFile]) -> Option<Self> {
        if files.iter().any(|file| has_suffix(&file.name, "ann")) {
            return Some(Self::Brat);
        }
        let mut forms = files.iter().filter_map(of_file);
        let first = forms.next()?;
        forms.all(|form| form == first).then_some(first)
    }
}

fn of_file(file: &SourceFile) -> Option<Form> {
    if Form::Csv.takes(&file.name) {
        return Some(Form::Csv);
    }
    if has_suffix(&file.name, "jsonld") {
        return Some(Form::WebAnnotation);
    }
    let sample = &file.bytes[..file.bytes.len().min(SAMPLE)];
    // Within a text of JSON there is a `\` before the quotation mark.
    let has = |key: &str| memmem::find(sample, format!("\"{key}\"").as_bytes()).is_some();
    let has_one = |keys: &[&str]| keys.iter().any(|key| has(key));
    let start = sample.iter().find(|byte| !byte.is_ascii_whitespace() && !b"\xEF\xBB\xBF".contains(byte));
    if !matches!(start, Some(b'{' | b'[')) {
        return None;
    }
    if has("@context") {
        Some(Form::WebAnnotation)
    } else if has("data") && has_one(&["annotations", "predictions"]) || has("annotation_id") {
        Some(Form::LabelStudio)
    } else if has("article") && has("labels") && has("anchor") {
        Some(Form::Jsonl)
    } else if has("text") && has_one(&["label", "labels", "entities"]) {
        Some(Form::Doccano)
    } else {
        None
    }
}

fn has_suffix(name: &str, suffix: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, own)| own.eq_ignore_ascii_case(suffix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_name_and_content() {
        let file = |name: &str, text: &str| SourceFile { name: name.to_owned(), bytes: text.into() };
        for (name, text, form) in [
            ("a/b.ann", "", Some(Form::Brat)),
            ("b.TSV", "", Some(Form::Csv)),
            ("b.jsonld", "", Some(Form::WebAnnotation)),
            ("-", "[{\"@context\": 1}]", Some(Form::WebAnnotation)),
            ("x.json", "\u{feff}[{\"data\": {}, \"predictions\": []}]", Some(Form::LabelStudio)),
            ("min.json", "[{\"text\": \"\", \"label\": [], \"annotation_id\": 1}]", Some(Form::LabelStudio)),
            ("x.jsonl", "{\"article\":\"a\",\"labels\":[],\"anchor\":\"exact\"}", Some(Form::Jsonl)),
            ("x.jsonl", "{\"text\":\"\\\"@context\\\"\",\"label\":[]}", Some(Form::Doccano)),
            ("x.jsonl", "{\"text\":\"\"}", None),
            ("x.txt", "\"text\" \"label\"", None),
        ] {
            assert_eq!(Form::guess(&[file(name, text)]), form, "{name} {text}");
        }
        assert_eq!(Form::guess(&[file("a.csv", ""), file("b.jsonld", "")]), None);
        assert_eq!(Form::guess(&[]), None);
    }
}
