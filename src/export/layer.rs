//! What one person says about an article: annotation tools keep a layer of spans for each.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{Entry, EntryTag, Exported, Voice};
use crate::{
    annotation::{AnchorState, Annotator, Label, Origin, Tag},
    review::Reading,
    text::{Kind, Span},
};

/// What one person, or several together, say about an article.
pub(super) struct Layer<'a> {
    /// Who; `None` where the voice speaks for more than one.
    pub annotator: Option<&'a Annotator>,
    /// What they say, sentence by sentence, in the order of the text. What has no place is left out.
    pub sentences: Vec<Said<'a>>,
}

/// What is said about a sentence.
pub(super) struct Said<'a> {
    /// Where it stands now, in code points.
    pub span: Span,
    /// What is said about it as such.
    pub facts: SentenceFacts,
    /// Its tags: a label once for each span.
    pub tags: Vec<SaidTag<'a>>,
}

/// A tag of a sentence.
pub(super) struct SaidTag<'a> {
    /// The words it covers, in code points.
    pub span: Span,
    /// What it says.
    pub tag: &'a Tag,
    /// Where the words of its source stand, in code points.
    pub source_at: &'a [Span],
    /// Where the words of its cue stand, in code points.
    pub cue_at: &'a [Span],
}

/// What is said about a sentence as such, in words that files hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SentenceFacts {
    /// It was read.
    #[serde(skip_serializing_if = "is_false")]
    pub read: bool,
    /// Somebody wants to come back to it.
    #[serde(skip_serializing_if = "is_false")]
    pub mark: bool,
    /// What it is taken for, where that is not the guess: `sentence`, `heading`, `caption`, `furniture`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Labels that were rejected.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not: Vec<String>,
    /// What was noted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How it fits the article, where that is not with the words that were saved: `edited`, `split`, `joined`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
}

/// What a tag says beside its label and where its words stand, in words that files hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagDetail {
    /// Whose words, innermost speaker first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub source: Vec<String>,
    /// Whom the words of the source mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// The words that mark it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<String>,
    /// Claims of the story that it touches.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<String>,
    /// The annotator is not sure.
    #[serde(skip_serializing_if = "is_false")]
    pub unsure: bool,
    /// Where it came from, when a hand did not set it: `suggested`, `imported`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
}

// The signature is serde's.
#[allow(clippy::trivially_copy_pass_by_ref)]
const fn is_false(value: &bool) -> bool {
    !*value
}

impl SentenceFacts {
    /// The kind it names; `None` where it names none, or one that nobody knows.
    pub fn kind(&self) -> Option<Kind> {
        Kind::find(self.kind.as_deref()?)
    }
}

impl TagDetail {
    /// What `tag` says.
    pub fn of(tag: &Tag) -> Self {
        let Tag { source, who, cue, claims, unsure, .. } = tag.clone();
        let origin = tag.origin.map(|origin| origin.id().to_owned());
        Self { source, who, cue, claims, unsure, origin }
    }

    /// The tag that says so, without positions.
    pub fn tag(self, label: &str) -> Tag {
        let Self { source, who, cue, claims, unsure, origin } = self;
        let origin = origin.as_deref().and_then(Origin::find);
        Tag { source, who, cue, claims, origin, unsure, ..Tag::new(Label::new(label)) }
    }
}

/// What `voice` says about `article`: a layer for each annotator where they speak for themselves, `desk` last, else one.
pub(super) fn layers<'a>(article: &'a Exported<'_>, voice: &'a Voice) -> Vec<Layer<'a>> {
    let is_several = voice.is_several();
    let one = match voice {
        Voice::Of(those) => those.first(),
        _ => None,
    };
    let mut layers: BTreeMap<Option<(bool, &Annotator)>, Layer<'a>> = BTreeMap::new();
    if !is_several {
        layers.insert(None, Layer { annotator: one, sentences: Vec::new() });
    }
    let mut add = |annotator: Option<&'a Annotator>, said: Option<Said<'a>>| {
        let annotator = annotator.filter(|_| is_several);
        let key = annotator.map(|annotator| (annotator.is_desk(), annotator));
        let layer = layers.entry(key).or_insert(Layer { annotator, sentences: Vec::new() });
        layer.sentences.extend(said);
    };
    for entry in &article.entries {
        if voice.is_together() {
            add(None, together(entry));
        } else {
            for reading in entry.readings {
                add(Some(&reading.annotator), alone(entry, reading));
            }
        }
    }
    layers.into_values().collect()
}

/// What one reading of `entry` says; `None` where it has no place.
fn alone<'a>(entry: &'a Entry<'_>, reading: &'a Reading) -> Option<Said<'a>> {
    let sentence = &reading.sentence;
    let facts = SentenceFacts {
        read: sentence.read,
        mark: sentence.mark,
        kind: sentence.kind.map(|kind| kind.name().to_owned()),
        not: names(&sentence.not),
        note: sentence.note.clone(),
        anchor: anchor(reading.anchor),
    };
    let span = reading.now.filter(|span| !span.is_empty())?;
    Some(Said { span, facts, tags: tags(entry, |tag| std::ptr::eq(tag.reading, reading)) })
}

/// What all readings of `entry` say together; `None` where it has no place.
fn together<'a>(entry: &'a Entry<'_>) -> Option<Said<'a>> {
    let sentences = || entry.readings.iter().map(|reading| &reading.sentence);
    let notes: Vec<String> = entry.notes().map(|(annotator, note)| format!("{annotator}: {note}")).collect();
    let facts = SentenceFacts {
        read: sentences().any(|sentence| sentence.is_read()),
        mark: sentences().any(|sentence| sentence.mark),
        kind: entry.kind.map(|kind| kind.name().to_owned()),
        not: Vec::new(),
        note: (!notes.is_empty()).then(|| notes.join("\n")),
        anchor: anchor(entry.anchor),
    };
    let span = entry.span.filter(|span| !span.is_empty())?;
    Some(Said { span, facts, tags: tags(entry, |_| true) })
}

/// The tags of `entry` that `is_meant`, each label once for each span: where a sentence changed, those on its parts
/// come to stand on all of it.
fn tags<'a>(entry: &'a Entry<'_>, is_meant: impl Fn(&EntryTag<'_>) -> bool) -> Vec<SaidTag<'a>> {
    let mut seen = HashSet::new();
    let said = |tag: &'a EntryTag<'_>| {
        let span = tag.span.filter(|span| !span.is_empty())?;
        let EntryTag { source_at, cue_at, .. } = tag;
        seen.insert((&tag.tag.label, span)).then_some(SaidTag { span, tag: tag.tag, source_at, cue_at })
    };
    entry.tags.iter().filter(|tag| is_meant(tag)).filter_map(said).collect()
}

fn names(labels: &[Label]) -> Vec<String> {
    labels.iter().map(|label| label.as_str().to_owned()).collect()
}

fn anchor(state: AnchorState) -> Option<String> {
    (!state.is_placed()).then(|| state.id().to_owned())
}
