//! `factdesk import`: articles come in, with what they and the options say about them as their front matter.

mod asked;
mod there;

use std::{collections::HashSet, io::Write, path::Path};

use super::{
    arguments::Common,
    place,
    report::{Failure, Outcome, Terms, input, output},
};
use crate::{
    import::{self, Draft, Facts, Form, FormError},
    store::{self, Workspace, add_article, free_place},
    text::{ArticleId, decode::DecodeError, display_safe::display_safe, slug},
};

pub(in crate::cli) use asked::{AFTER_HELP, Import};

/// How long a name gets that is made of a headline, in characters.
const LONGEST_NAME: usize = 60;

/// What to do with files of other forms.
const OTHER_FORMS: &str = "save it as text, Word document or web page first (pdftotext makes text of a PDF)";

/// An article about to come in.
struct Newcomer {
    /// What to call the file it comes from.
    from: String,
    /// Where it goes, as it was asked for.
    to: String,
    /// Its id there.
    id: ArticleId,
    /// The article with its front matter.
    text: String,
}

pub(super) fn run(asked: &Import, common: &Common, terms: Terms) -> Result<Outcome, Failure> {
    let workspace = place::workspace(common)?;
    check(asked)?;
    let mut newcomers = Vec::new();
    let mut ids = HashSet::new();
    for file in &asked.files {
        let newcomer = read(asked, &workspace, file, terms)?;
        if !ids.insert(newcomer.id.clone()) {
            let what = format_args!("{}: another of these files becomes {} too", newcomer.from, newcomer.id);
            return Err(Failure::new(what).hint("bring it in on its own, with --to STORY/NAME"));
        }
        newcomers.push(newcomer);
    }
    let there = there::look(&workspace, &newcomers, terms)?;
    let mut outcome = Outcome::Done;
    let mut output = output();
    for (newcomer, there) in newcomers.iter().zip(there) {
        if let Some(same) = there.same.filter(|_| !asked.anyway) {
            terms.warn(format_args!(
                "{}: left out, for {same} says the same word for word; --anyway brings it in",
                newcomer.from
            ));
            outcome = Outcome::Problems;
            continue;
        }
        for like in there.like {
            terms.warn(format_args!("{}: {like}", newcomer.from));
        }
        let id = add_article(&workspace, &newcomer.to, &newcomer.text).map_err(Failure::new)?;
        let path = workspace.corpus().join(id.as_str());
        writeln!(output, "{}", display_safe(&path.to_string_lossy()))?;
        output.flush()?;
    }
    Ok(outcome)
}

/// Does what was asked make sense for so many files?
fn check(asked: &Import) -> Result<(), Failure> {
    let several = asked.files.len() > 1;
    let is_name = |to: &String| !to.ends_with('/');
    let single = [
        ("--title", asked.title.is_some()),
        ("--url", asked.url.is_some()),
        ("--to STORY/NAME", asked.to.as_ref().is_some_and(is_name)),
    ];
    match single.into_iter().find(|(_, given)| several && *given) {
        Some((option, _)) => {
            let failure =
                Failure::new(format_args!("{option} fits one file, and there are {}", asked.files.len()));
            Err(if option.starts_with("--to") {
                failure.hint("--to STORY/ puts them all into one story")
            } else {
                failure
            })
        }
        None => Ok(()),
    }
}

/// Reads a file and finds its place, which is free.
fn read(asked: &Import, workspace: &Workspace, file: &Path, terms: Terms) -> Result<Newcomer, Failure> {
    let is_stdin = file == Path::new("-");
    let from = if is_stdin { "standard input".into() } else { file.to_string_lossy() }.into_owned();
    let bytes = if is_stdin { input()? } else { store::read_file(file).map_err(Failure::new)? };
    let form = asked.form.map_or_else(|| Form::of(&bytes, &from), Form::from);
    let failed = |error: &dyn std::fmt::Display| Failure::new(format_args!("{from}: {error}"));
    let draft = import::read(bytes, form).map_err(|error| match error {
        FormError::NoText(DecodeError::Format(_)) => failed(&error).hint(OTHER_FORMS),
        error => failed(&error),
    })?;
    let said = Facts {
        title: asked.title.as_deref(),
        outlet: asked.outlet.as_deref(),
        author: asked.author.as_deref(),
        date: asked.date.as_deref(),
        url: asked.url.as_deref(),
        lang: asked.lang.as_deref(),
    };
    let text = draft.article(&said).map_err(|error| failed(&error))?;
    let file = if is_stdin { None } else { file.file_name().map(Path::new) };
    let to = destination(asked, file, form, &draft)?;
    let id = free_place(workspace, &to).map_err(Failure::new)?;
    for notice in &draft.notices {
        terms.warn(format_args!("{from}: {notice}"));
    }
    terms.detail(format_args!("{from}: read as {}, {}", form.name(), draft.encoding.name()));
    Ok(Newcomer { from, to, id, text })
}

/// Where an article goes: where `--to` says, under the name of its file, or where it comes without one, of its headline.
fn destination(asked: &Import, file: Option<&Path>, form: Form, draft: &Draft) -> Result<String, Failure> {
    let story = match asked.to.as_deref() {
        Some(to) if !to.ends_with('/') => return Ok(with_ending(to, form)),
        story => story.unwrap_or_default(),
    };
    if let Some(file) = file {
        // Text and Markdown keep their endings; that of another form would be a lie.
        let kept = matches!(form, Form::Text | Form::Markdown);
        let name = if kept { Some(file.as_os_str()) } else { file.file_stem() };
        let name = name.unwrap_or_default().to_string_lossy();
        return Ok(with_ending(&format!("{story}{name}"), form));
    }
    let title = asked.title.as_deref().or(draft.front.title.as_deref()).unwrap_or_default();
    match slug(title, LONGEST_NAME) {
        name if name.is_empty() => {
            let failure = Failure::new("standard input has no name");
            Err(failure.hint("say --to STORY/NAME, or --title to make a name of"))
        }
        name => Ok(format!("{story}{name}.{}", form.ending())),
    }
}

/// The name with the ending of Markdown where it is that and has none; the store gives `.txt` to all others that lack it.
fn with_ending(to: &str, form: Form) -> String {
    let has_ending = [".txt", ".md"].iter().any(|ending| to.to_ascii_lowercase().ends_with(ending));
    if form == Form::Markdown && !has_ending { format!("{to}.{}", form.ending()) } else { to.to_owned() }
}
