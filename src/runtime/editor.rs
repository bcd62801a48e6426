//! The person's own editor: which it is, and the text that is lent to it.

use std::{
    env,
    ffi::{OsStr, OsString},
    io,
    process::Command,
    thread,
};

use rustix::process::{Pid, Signal, kill_process};

use super::incoming::{Answers, Incoming};
use crate::store::scratch::Scratch;

/// Signs that only a shell understands.
const SHELL_SIGNS: &[char] =
    &['$', '`', ';', '|', '&', '<', '>', '*', '?', '~', '(', ')', '{', '}', '#', '!', '\n'];

/// A text that an editor has. [`Incoming::EditorDone`] comes when it is done.
#[derive(Debug)]
pub(super) struct Lent {
    scratch: Scratch,
    editor: u32,
}

impl Lent {
    /// Starts the editor on `text`, in a file that nobody else can read. Keyboard and screen must be released.
    ///
    /// # Errors
    /// Where there is no place for the file, or no such editor.
    pub(super) fn start(text: &str, answers: &Answers) -> io::Result<Self> {
        let scratch = Scratch::new("note.txt", text)?;
        let mut command = command(scratch.path().as_os_str());
        let mut child = command.spawn().map_err(|error| {
            let program = command.get_program().to_string_lossy();
            io::Error::new(error.kind(), format!("{program}: {error}; set $EDITOR to your editor"))
        })?;
        let editor = child.id();
        let answers = answers.clone();
        thread::Builder::new().name("editor".into()).spawn(move || {
            let ended = child.wait().map(|status| status.success());
            let _ = answers.send(Incoming::EditorDone(ended));
        })?;
        Ok(Self { scratch, editor })
    }

    /// Asks the editor to end.
    pub(super) fn end(&self) {
        if let Some(editor) = i32::try_from(self.editor).ok().and_then(Pid::from_raw) {
            let _ = kill_process(editor, Signal::TERM);
        }
    }

    /// The text as the editor left it, without line ends behind it.
    ///
    /// # Errors
    /// Where the editor failed, as with `:cq`, or its file cannot be read.
    pub(super) fn read(self, ended: io::Result<bool>) -> io::Result<String> {
        if !ended? {
            return Err(io::Error::other("the editor ended with an error; nothing was changed"));
        }
        let mut text = self.scratch.read()?;
        text.truncate(text.trim_end_matches(['\r', '\n']).len());
        Ok(text)
    }
}

/// The command that opens `file`: `$VISUAL`, else `$EDITOR`, else `vi`.
fn command(file: &OsStr) -> Command {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(env::var_os).find(|value| !value.is_empty());
    command_of(&named.unwrap_or_else(|| "vi".into()), file)
}

/// Words and quotes are taken apart here; a shell is asked only where one is needed.
fn command_of(editor: &OsStr, file: &OsStr) -> Command {
    let words = editor.to_str().and_then(split);
    let mut command = if let Some((program, arguments)) = words.as_deref().and_then(<[_]>::split_first) {
        let mut command = Command::new(program);
        command.args(arguments);
        command
    } else {
        let mut script = OsString::from(editor);
        script.push(" \"$@\"");
        let mut command = Command::new("sh");
        command.arg("-c").arg(script).arg("sh");
        command
    };
    command.arg(file);
    command
}

/// The words of a command line, or `None` where it takes a shell to tell them.
fn split(line: &str) -> Option<Vec<String>> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some('\''), c) => word.get_or_insert_default().push(c),
            (Some(_), '$' | '`' | '\\') => return None,
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, '\\') => word.get_or_insert_default().push(chars.next()?),
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (None, c) if SHELL_SIGNS.contains(&c) => return None,
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    // `NAME=value program` is the shell's to understand.
    let is_plain = quote.is_none() && words.first().is_some_and(|program| !program.contains('='));
    is_plain.then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(editor: &str) -> Vec<String> {
        let command = command_of(editor.as_ref(), "my note.txt".as_ref());
        let all = std::iter::once(command.get_program()).chain(command.get_args());
        all.map(|word| word.to_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn words_and_quotes_need_no_shell() {
        assert_eq!(line("vi"), ["vi", "my note.txt"]);
        assert_eq!(line("code  --wait"), ["code", "--wait", "my note.txt"]);
        assert_eq!(
            line("'/opt/my editor/ed' -c \"set tw=72\" a\\ b"),
            ["/opt/my editor/ed", "-c", "set tw=72", "a b", "my note.txt"]
        );
    }

    #[test]
    fn what_only_a_shell_understands_goes_to_one() {
        for editor in ["$HOME/bin/ed -x", "TERM=vt100 vi", "\"$X\"", "'open"] {
            assert_eq!(line(editor), ["sh", "-c", &format!("{editor} \"$@\""), "sh", "my note.txt"]);
        }
    }
}
