//! How problems are printed: for people and editors, for programs, and for GitHub.

use std::{
    borrow::Cow,
    env,
    io::{self, Write},
    path::{Path, PathBuf},
};

use serde::Serialize;

use super::{
    asked::CheckFormat,
    examine::{Findings, Located},
};
use crate::{cli::report::counted, export::json, review::check::Level, text::display_safe::display_safe};

/// Prints problems as they come, and counts.
pub(super) struct Printer<W> {
    format: CheckFormat,
    output: W,
    /// The current folder: paths are shown below it.
    here: Option<PathBuf>,
    report: Report,
    warnings: usize,
    errors: usize,
}

/// The JSON document.
#[derive(Debug, Default, Serialize)]
struct Report {
    files: usize,
    sentences: usize,
    tags: usize,
    problems: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    path: String,
    line: u32,
    column: u32,
    level: &'static str,
    rule: &'static str,
    message: String,
}

impl<W: Write> Printer<W> {
    /// Prints to `output`.
    pub(super) fn new(format: CheckFormat, output: W) -> Self {
        let here = env::current_dir().ok();
        Self { format, output, here, report: Report::default(), warnings: 0, errors: 0 }
    }

    /// Prints what was found in one file.
    ///
    /// # Errors
    /// What the output says.
    pub(super) fn print(&mut self, findings: Findings) -> io::Result<()> {
        self.report.files += findings.files;
        self.report.sentences += findings.sentences;
        self.report.tags += findings.tags;
        for located in findings.problems {
            match located.problem.level {
                Level::Error => self.errors += 1,
                Level::Warn | Level::Off => self.warnings += 1,
            }
            self.problem(located)?;
        }
        Ok(())
    }

    fn problem(&mut self, located: Located) -> io::Result<()> {
        let Located { path, problem, excerpt } = located;
        let path = self.shown(&path);
        match self.format {
            CheckFormat::Text => {
                writeln!(self.output, "{}", display_safe(&format!("{path}:{problem}")))?;
                for line in excerpt {
                    writeln!(self.output, "{}", display_safe(&line))?;
                }
            }
            CheckFormat::Json => self.report.problems.push(Entry {
                path: path.into_owned(),
                line: problem.place.line,
                column: problem.place.column,
                level: problem.level.id(),
                rule: problem.rule.id(),
                message: problem.message,
            }),
            CheckFormat::Github => {
                let command = if problem.level == Level::Error { "error" } else { "warning" };
                let (file, title) = (property(&path), property(problem.rule.id()));
                let (line, column) = (problem.place.line, problem.place.column);
                let message = data(&problem.message);
                let said =
                    format!("::{command} file={file},line={line},col={column},title={title}::{message}");
                writeln!(self.output, "{}", display_safe(&said))?;
            }
        }
        Ok(())
    }

    /// The path below the current folder, where it lies there.
    fn shown<'p>(&self, path: &'p Path) -> Cow<'p, str> {
        let below = self.here.as_ref().and_then(|here| path.strip_prefix(here).ok());
        below.unwrap_or(path).to_string_lossy()
    }

    /// Prints the end: the whole document, or how much was checked. Gives the number of errors.
    ///
    /// # Errors
    /// What the output says.
    pub(super) fn finish(mut self) -> io::Result<usize> {
        if self.format == CheckFormat::Json {
            json::line(&mut self.output, &self.report)?;
        } else {
            let Report { files, sentences, tags, .. } = self.report;
            let mut summary = format!(
                "checked {}: {}, {}, {}",
                counted(files, "file"),
                counted(sentences, "sentence"),
                counted(tags, "tag"),
                counted(self.errors, "problem")
            );
            if self.warnings > 0 {
                summary.push_str(", ");
                summary.push_str(&counted(self.warnings, "warning"));
            }
            writeln!(self.output, "{summary}")?;
        }
        self.output.flush()?;
        Ok(self.errors)
    }
}

/// The message of a workflow command, escaped as GitHub's runner undoes it (`actions/toolkit`, `command.ts`).
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a workflow command, escaped likewise.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        annotation::Place,
        review::check::{Problem, Rule},
    };

    /// A problem with all that a path and a message can do, as it is printed.
    fn printed(format: CheckFormat) -> String {
        let message = "50 % \u{1b}[2J\n::error::forged".to_owned();
        let problem = Problem { place: Place::new(3, 7), rule: Rule::Lost, level: Level::Error, message };
        let path = PathBuf::from("annotations/ab/a,b: c\n.txt.yaml");
        let problems = vec![Located { path, problem, excerpt: vec!["quote: \u{9b}".to_owned()] }];
        let mut written = Vec::new();
        let mut printer = Printer { here: None, ..Printer::new(format, &mut written) };
        printer.print(Findings { files: 1, sentences: 2, tags: 3, problems }).unwrap();
        assert_eq!(printer.finish().unwrap(), 1);
        String::from_utf8(written).unwrap()
    }

    #[test]
    fn each_problem_is_one_line_that_does_nothing_to_a_terminal() {
        let text = printed(CheckFormat::Text);
        assert_eq!(text.lines().count(), 3, "{text}");
        assert!(!text.contains('\x1b') && !text.contains('\u{9b}'), "{text}");
        assert!(text.ends_with("checked 1 file: 2 sentences, 3 tags, 1 problem\n"), "{text}");
    }

    #[test]
    fn github_gets_what_its_runner_undoes() {
        let text = printed(CheckFormat::Github);
        let expected = "::error file=annotations/ab/a%2Cb%3A c%0A.txt.yaml,line=3,col=7,title=lost::50 %25 ␛[2J%0A\
                        ::error::forged";
        assert_eq!(text.lines().next(), Some(expected));
    }

    #[test]
    fn programs_get_one_document_with_the_words_as_they_are() {
        let report: serde_json::Value = serde_json::from_str(&printed(CheckFormat::Json)).unwrap();
        assert_eq!((&report["files"], &report["tags"]), (&1.into(), &3.into()));
        let problem = &report["problems"][0];
        assert_eq!(problem["path"], "annotations/ab/a,b: c\n.txt.yaml");
        assert_eq!((&problem["line"], &problem["column"]), (&3.into(), &7.into()));
        assert_eq!((problem["level"].as_str(), problem["rule"].as_str()), (Some("error"), Some("lost")));
        assert_eq!(problem["message"], "50 % \u{1b}[2J\n::error::forged");
    }
}
