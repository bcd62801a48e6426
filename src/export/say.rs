//! What files for people say about an export, in English and German.

use super::{Consensus, Options, Voice};
use crate::{
    annotation::Annotator,
    locale::{Lang, Phrase},
};

/// Whose tags are told; goes on after `tags of`, `markiert von`.
pub(super) fn voice(options: &Options) -> String {
    let name = |annotator: &Annotator| person(annotator, options);
    let said = match &options.voice {
        Voice::DeskOr(me) => {
            let me = name(me);
            return match options.lang {
                Lang::En => format!("{me}; where the desk has decided, the desk"),
                Lang::De => format!("{me}; wo das Desk entschieden hat, das Desk"),
            };
        }
        Voice::Of(those) => return those.iter().map(name).collect::<Vec<_>>().join(", "),
        Voice::All => Phrase::new("everybody, each for themselves", "allen, jeweils für sich"),
        Voice::Consensus(Consensus::Majority) => Phrase::new(
            "the majority of those who read a sentence",
            "der Mehrheit derer, die einen Satz gelesen haben",
        ),
        Voice::Consensus(Consensus::Any) => Phrase::new("anybody", "irgendwem"),
        Voice::Consensus(Consensus::Desk) => Phrase::new("the desk", "dem Desk"),
    };
    said.text(options.lang).to_owned()
}

/// `Anna Berg (ab)`, or only `ab`.
pub(super) fn person(annotator: &Annotator, options: &Options) -> String {
    match options.people.get(annotator) {
        Some(name) => format!("{name} ({annotator})"),
        None => annotator.to_string(),
    }
}
