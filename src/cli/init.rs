//! `factdesk init`: a folder becomes a workspace, and the texts that lie in it become articles.

use std::path::{Path, PathBuf};

use super::{
    arguments::{Common, Init},
    report::{Failure, Outcome, Terms},
};
use crate::store::{self, Texts};

pub(super) fn run(asked: &Init, common: &Common, terms: Terms) -> Result<Outcome, Failure> {
    let base = common.directory.as_deref().unwrap_or(Path::new(""));
    let mut folder = base.join(asked.folder.as_deref().unwrap_or(Path::new("")));
    if folder == Path::new("") {
        folder = PathBuf::from(".");
    }
    let texts = Texts::below(&folder);
    let made = store::init(&folder, &texts.found).map_err(Failure::new)?;
    let root = made.workspace.root();
    for path in &made.made {
        terms.say(format_args!("made {}", root.join(path).display()));
    }
    for id in &made.taken {
        terms.say(format_args!("took in {id}"));
    }
    for (path, lacks) in &made.kept {
        terms.warn(format_args!("{}: was there and stays; it lacks\n{lacks}", root.join(path).display()));
    }
    let is_new = made.made.iter().any(|path| path == Path::new("corpus"));
    let mut outcome = Outcome::Done;
    for (path, why) in &made.left {
        terms.warn(format_args!("{}: not taken in: {why}", path.display()));
        outcome = Outcome::Problems;
    }
    if is_new && texts.more {
        terms.warn("more texts lie here than were looked at; factdesk import takes others in");
    }
    terms.say(format_args!("{}: a workspace", root.display()));
    if made.taken.is_empty() && made.left.is_empty() {
        terms.say("factdesk import FILE --to STORY/NAME brings an article in; factdesk opens the workbench");
    }
    Ok(outcome)
}
