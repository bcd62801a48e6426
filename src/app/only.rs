//! Which tag of the selected sentence is meant, where source, cue, who and doubt are not said of all of them.

use super::App;
use crate::{
    annotation::{Label, Tag},
    locale::say,
    text::Span,
};

/// One tag, by what makes it that tag: it stays meant while others come and go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Only {
    /// First code point of its sentence.
    sentence: u32,
    label: Label,
    part: Option<Span>,
}

impl App {
    /// The tag of the selected sentence that alone is meant, an index into its tags.
    pub fn only(&self) -> Option<usize> {
        let only = self.desk.only.as_ref()?;
        let sentence = self.sentence().filter(|sentence| sentence.span.start == only.sentence)?;
        sentence.tags.iter().position(|tag| tag.label == only.label && tag.part == only.part)
    }

    /// The first tag that is meant and can have a source: the one whose source, cue and who stand in the fields.
    pub(super) fn meant(&self) -> Option<&Tag> {
        let only = self.only();
        let mut tags = self.sentence()?.tags.iter().enumerate();
        let meant =
            tags.find(|(index, tag)| tag.label.has_source() && only.is_none_or(|only| only == *index));
        meant.map(|(_, tag)| tag)
    }

    /// Means the next tag alone; after the last one all of them again.
    pub(super) fn mean_next(&mut self) {
        let next = self.only().map_or(0, |only| only + 1);
        let Some(sentence) = self.sentence() else { return };
        let only = sentence.tags.get(next).map(|tag| Only {
            sentence: sentence.span.start,
            label: tag.label.clone(),
            part: tag.part,
        });
        let name = only.as_ref().map(|only| match self.labels.find(&only.label) {
            Some(label) if self.lang == crate::locale::Lang::De => label.name_de.clone(),
            Some(label) => label.name_en.clone(),
            None => only.label.to_string(),
        });
        self.desk.only = only;
        self.say(say::meant(self.lang, name.as_deref()));
    }
}
