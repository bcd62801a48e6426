//! Rows for tests, in few words.

use std::{ops::Range, sync::Arc};

use super::{ArticleHead, Reading, Row};
use crate::{
    annotation::{AnchorState, Annotator, Label, Sentence, Tag},
    text::{ArticleId, FrontMatter, Span},
};

/// An article that nothing is known of but its id.
pub(super) fn head(id: &str) -> Arc<ArticleHead> {
    Arc::new(ArticleHead { id: ArticleId::new(id), front: FrontMatter::default(), unreadable: None })
}

/// What somebody says about the code points `at`: who, and then each thing: `read`, `mark`, `!label` for one that is
/// rejected, `/source` for the tag before it, else a label.
pub(super) fn said(what: &str, at: Range<u32>) -> Reading {
    let mut words = what.split(' ');
    let annotator = Annotator::new(words.next().unwrap()).unwrap();
    let span = Span::new(at.start, at.end);
    let mut sentence = Sentence::untouched(span, format!("{}–{}", at.start, at.end));
    for word in words {
        if let Some(label) = word.strip_prefix('!') {
            sentence.not.push(Label::new(label));
        } else if let Some(source) = word.strip_prefix('/') {
            sentence.tags.last_mut().unwrap().source.push(source.to_owned());
        } else {
            match word {
                "read" => sentence.read = true,
                "mark" => sentence.mark = true,
                label => sentence.tags.push(Tag::new(Label::new(label))),
            }
        }
    }
    let (anchor, sentence) = (AnchorState::Exact, Arc::new(sentence));
    Reading { annotator, sentence, anchor, now: Some(span), words: None, score: 1.0, line: 1 }
}

/// A row of article `id` with what is said about its first code points.
pub(super) fn row(id: &str, all: &[&str]) -> Arc<Row> {
    Arc::new(Row::new(head(id), all.iter().map(|what| said(what, 0..9)).collect()).unwrap())
}
