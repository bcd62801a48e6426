//! brat standoff: our own export, and documents that other projects made.
//!
//! In a document of ours, a `Sentence` is a sentence, its attributes are its labels, and relations lead to the words of
//! sources and cues. In any other, a text-bound span is a tag with its type as the label; an attribute, a relation, an
//! argument of an event, an equivalence and a normalization become tags too, so that a person says what they mean, or
//! that they are to be left out.

mod assemble;
mod config;
mod standoff;

use std::collections::HashMap;

use super::{Foreign, SourceFile, Unreadable};
use crate::export::brat::article_of;
use config::{Config, Whose};

/// Reads the files of a folder, or below it: each `.ann` with the `.txt` beside it. `annotation.conf` tells whether they
/// are ours; other files are nobody's concern.
///
/// # Errors
/// [`Unreadable`] where a line of an `.ann` cannot be understood, where a text is missing or no UTF-8, and without any
/// `.ann`.
pub(super) fn read(files: &[SourceFile]) -> Result<Vec<Foreign>, Unreadable> {
    let by_name: HashMap<&str, &SourceFile> = files.iter().map(|file| (file.name.as_str(), file)).collect();
    let config = match files
        .iter()
        .filter(|file| base_name(&file.name) == "annotation.conf")
        .min_by_key(|file| file.name.len())
    {
        Some(file) => Config::read(text(file)?),
        None => Config::default(),
    };
    let mut found = Vec::new();
    for file in files {
        let Some(document) = file.name.strip_suffix(".ann") else { continue };
        let beside = format!("{document}.txt");
        let Some(words) = by_name.get(beside.as_str()) else {
            return Err(Unreadable::new(format!(
                "the text it counts in, `{beside}`, is not with it; name the folder of both"
            ))
            .in_file(&file.name));
        };
        let words = text(words)?;
        let standoff =
            standoff::Standoff::read(text(file)?, words).map_err(|error| error.in_file(&file.name))?;
        let mut foreign = assemble::assemble(&standoff, config.is_ours);
        let (folder, path) = document.split_once('/').unwrap_or(("", document));
        let (annotator, path) = match &config.whose {
            Whose::Folder if !folder.is_empty() => (Some(folder.to_owned()), path),
            Whose::One(annotator) => (Some(annotator.clone()), document),
            _ => (None, document),
        };
        foreign.file.clone_from(&file.name);
        foreign.article = Some(if config.is_ours { article_of(path) } else { format!("{path}.txt") });
        foreign.annotator = annotator;
        found.push(foreign);
    }
    if found.is_empty() {
        return Err(Unreadable::new(
            "no `.ann` file is among them; name the folder that holds the `.ann` and `.txt` files",
        ));
    }
    Ok(found)
}

fn base_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

fn text(file: &SourceFile) -> Result<&str, Unreadable> {
    std::str::from_utf8(&file.bytes).map_err(|error| {
        Unreadable::new(format!("is not UTF-8 from byte {} on", error.valid_up_to())).in_file(&file.name)
    })
}

#[cfg(test)]
mod tests;
