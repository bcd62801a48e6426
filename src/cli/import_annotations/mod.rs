//! `factdesk import-annotations`: tags from other tools come in, all of them or none.

mod asked;
mod fitting;

use std::{collections::BTreeMap, io::Write, path::Path};

pub(super) use asked::{AFTER_HELP, ImportAnnotations};

use self::fitting::{Fitted, Ready};
use super::{
    arguments::Common,
    person::Person,
    place,
    report::{Failure, Outcome, Terms, counted, input, output},
};
use crate::{
    annotation::{Annotator, LabelSet},
    import::annotations::{Foreign, Form, LabelMap, MapError, SourceFile, Told, read},
    store::{Saver, Workspace, source_files},
    text::display_safe::display_safe,
};

/// What a zip archive begins with; a workbook is one.
const ARCHIVE: &[u8] = b"PK\x03\x04";

pub(super) fn run(asked: &ImportAnnotations, common: &Common, terms: Terms) -> Result<Outcome, Failure> {
    let (workspace, settings, settled) = place::settled(common, terms)?;
    let map = LabelMap::new(asked.map.iter().map(String::as_str), &settings.labels)
        .map_err(|error| bad_map(&error, &settings.labels))?;
    let foreign = foreign(asked)?;
    let person = Person::read(common)?.settings.annotator;
    let whose = fitting::Whose { named: place::annotator(common)?, people: &settings.people, person };
    let Fitted { ready, told } = fitting::fit_all(&workspace, &foreign, &whose, &map)?;

    let mut output = output();
    for misfit in &told.misfits {
        writeln!(output, "{}", display_safe(&misfit.to_string()))?;
    }
    output.flush()?;
    for moved in &told.moved {
        terms.say(moved);
    }
    let fits = told.misfits.is_empty();
    if !fits {
        terms.complain(&misfit(&told, asked, &settings.labels));
    }
    if !asked.dry_run && (fits || asked.partial) {
        save(&workspace, &ready)?;
        terms.say(format_args!("added {}", summary(&told, &ready)));
    } else if asked.dry_run {
        let with = if fits || asked.partial { "" } else { "with --partial it " };
        terms.say(format_args!("{with}would add {}", summary(&told, &ready)));
    }
    Ok(if fits { settled } else { Outcome::Problems })
}

/// What the files say.
fn foreign(asked: &ImportAnnotations) -> Result<Vec<Foreign>, Failure> {
    let given = Form::ALL.into_iter().find(|form| Some(form.id()) == asked.format.as_deref());
    let forms = given.map_or(Form::ALL.to_vec(), |form| vec![form]);
    let wanted = |name: &str| forms.iter().any(|form| form.takes(name));
    let mut files = if asked.path == Path::new("-") {
        vec![SourceFile { name: "standard input".to_owned(), bytes: input()? }]
    } else {
        source_files(&asked.path, wanted).map_err(Failure::new)?
    };
    let shown = asked.path.display();
    let form = given.or_else(|| Form::guess(&files)).ok_or_else(|| {
        if files.iter().any(|file| file.bytes.starts_with(ARCHIVE)) {
            return Failure::new(format_args!("{shown}: is packed: an archive or a workbook"))
                .hint("unpack the archive and name its folder; save the workbook as CSV");
        }
        let forms = Form::ALL.map(Form::id).join(", ");
        Failure::new(format_args!("{shown}: nothing tells which format it is"))
            .hint(format_args!("--format FORMAT, one of {forms}"))
    })?;
    if files.len() > 1 {
        files.retain(|file| form.takes(&file.name));
    }
    if files.is_empty() {
        return Err(Failure::new(format_args!("{shown}: holds no files of the format {}", form.id())));
    }
    read(form, &files, asked.raw).map_err(Failure::new)
}

/// Saves all documents; where one cannot be, says what is safe.
fn save(workspace: &Workspace, ready: &[Ready]) -> Result<(), Failure> {
    let mut saver = Saver::new(workspace.clone());
    for (saved, Ready { base, ours }) in ready.iter().enumerate() {
        saver.save(base, ours).map_err(|error| {
            let left = counted(ready.len() - saved, "file");
            Failure::new(format_args!("{error}\n{} saved, {left} not", counted(saved, "file")))
                .hint("run it again once that is mended: what is there already is not doubled")
        })?;
    }
    Ok(())
}

/// What came in, in one line.
fn summary(told: &Told, ready: &[Ready]) -> String {
    let mut files: BTreeMap<&Annotator, usize> = BTreeMap::new();
    for Ready { ours, .. } in ready {
        *files.entry(&ours.annotator).or_default() += 1;
    }
    let mut parts =
        vec![format!("{} on {}", counted(told.added, "tag"), counted(told.sentences, "sentence"))];
    parts
        .extend(files.iter().map(|(annotator, files)| format!("{} of {annotator}", counted(*files, "file"))));
    let counts = [
        (told.known, "there already".to_owned()),
        (told.moved.len(), "moved".to_owned()),
        (told.unchecked, "not checked, for want of words".to_owned()),
    ];
    let dropped = told.dropped.iter().map(|(label, count)| (*count, format!("left out as {label}")));
    let others = counts.into_iter().chain(dropped).filter(|(count, _)| *count > 0);
    parts.extend(others.map(|(count, what)| format!("{count} {what}")));
    if told.utf16 > 0 {
        parts.push(format!("{} taken to count UTF-16 code units", counted(told.utf16, "text")));
    }
    parts.join(", ")
}

/// That something does not fit, and what to do about it.
fn misfit(told: &Told, asked: &ImportAnnotations, labels: &LabelSet) -> Failure {
    let count = told.misfits.len();
    let verb = if count == 1 { "does" } else { "do" };
    let written = match (asked.partial, asked.dry_run) {
        (true, true) => "the rest would be",
        (true, false) => "the rest is",
        (false, _) => "nothing is",
    };
    let failure = Failure::new(format_args!("{count} {verb} not fit; {written} written"));
    if let Some((label, _)) = told.unknown.iter().max_by_key(|(_, count)| **count) {
        return failure.hint(format_args!(
            "--map '{label}=-' leaves {label} out, --map '{label}=LABEL' takes it for {}",
            names(labels)
        ));
    }
    if asked.partial { failure } else { failure.hint("--partial writes what fits") }
}

fn bad_map(error: &MapError, labels: &LabelSet) -> Failure {
    let failure = Failure::new(format_args!("--map: {error}"));
    match error {
        MapError::NoLabel(_) => failure.hint(format_args!("its labels are {}", names(labels))),
        MapError::NoPair(_) | MapError::Twice(_) => failure,
    }
}

fn names(labels: &LabelSet) -> String {
    labels.iter().map(|known| known.label.as_str()).collect::<Vec<_>>().join(", ")
}
