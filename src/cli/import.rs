//! `factdesk import`: an article comes in, with what the options say about it as its front matter.

use std::{
    io::{self, Read, Write},
    path::Path,
};

use super::{
    arguments::{Common, Import},
    place,
    report::{Failure, Outcome, Terms, output},
};
use crate::{
    import::{Facts, with_front_matter},
    store::{self, add_article},
    text::decode::{MAX_ARTICLE_BYTES, decode},
};

pub(super) fn run(asked: &Import, common: &Common, terms: Terms) -> Result<Outcome, Failure> {
    let workspace = place::workspace(common)?;
    let is_stdin = asked.file == Path::new("-");
    let name = if is_stdin { "standard input".into() } else { asked.file.to_string_lossy() };
    let to = match (&asked.to, asked.file.file_name()) {
        (Some(to), _) => to.clone(),
        (None, Some(file)) if !is_stdin => file.to_string_lossy().into_owned(),
        _ => return Err(Failure::new("standard input has no name").hint("say --to STORY/NAME")),
    };
    let bytes =
        if is_stdin { standard_input()? } else { store::read_file(&asked.file).map_err(Failure::new)? };
    let decoded = decode(bytes).map_err(|error| Failure::new(format_args!("{name}: {error}")))?;
    if decoded.text.trim().is_empty() {
        return Err(Failure::new(format_args!("{name}: holds no text")));
    }
    let facts = Facts {
        title: asked.title.as_deref(),
        outlet: asked.outlet.as_deref(),
        author: asked.author.as_deref(),
        date: asked.date.as_deref(),
        url: asked.url.as_deref(),
        lang: asked.lang.as_deref(),
    };
    let text = with_front_matter(&facts, &decoded.text)
        .map_err(|error| Failure::new(format_args!("{name}: {error}")))?;
    let id = add_article(&workspace, &to, &text).map_err(Failure::new)?;
    let path = workspace.corpus().join(id.as_str());
    let mut output = output();
    writeln!(output, "{}", crate::text::display_safe::display_safe(&path.to_string_lossy()))?;
    output.flush()?;
    terms.detail(format_args!("read as {}", decoded.encoding.name()));
    Ok(Outcome::Done)
}

/// All of standard input, up to what an article may hold.
fn standard_input() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(MAX_ARTICLE_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure::new(format_args!("standard input: {error}")))?;
    Ok(bytes)
}
