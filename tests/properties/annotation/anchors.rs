//! Saved sentences on a text that somebody edited.

use factdesk::annotation::{AnchorState, Document, Placement, anchor};
use factdesk::text::{Article, Span, article::text_sha256, decode::Decoded};
use proptest::collection::vec;
use proptest::prelude::*;

use super::{document_of, hostile_text};

fn place(document: &Document, text: &str) -> Placement {
    let decoded = Decoded { text: text.to_owned(), ..Decoded::default() };
    anchor::place(document, &Article::new(document.article.clone(), decoded))
}

fn slice(text: &str, span: Span) -> String {
    text.chars().skip(span.start as usize).take(span.len()).collect()
}

proptest! {
    #[test]
    fn an_unchanged_text_keeps_everything_where_it_is(
        text in "[a-cä🦀 \n.]{0,120}",
        saved in vec((0_u32..120, 1_u32..30), 0..6),
    ) {
        let mut document = document_of(&text, &saved);
        document.text_sha256 = Some(text_sha256(&text));
        let placement = place(&document, &text);
        prop_assert!(placement.anchored.iter().all(|one| one.state == AnchorState::Exact));
        prop_assert_eq!(placement.document, document);
    }

    #[test]
    fn nothing_is_lost_or_put_on_other_words(
        text in "[a-cä🦀 \n.]{0,120}",
        saved in vec((0_u32..120, 1_u32..30), 0..6),
        edits in vec((any::<prop::sample::Index>(), 0_usize..20, hostile_text()), 0..4),
    ) {
        let mut document = document_of(&text, &saved);
        document.text_sha256 = Some(text_sha256(&text));
        let mut chars: Vec<char> = text.chars().collect();
        for (at, cut, put) in edits {
            let at = at.index(chars.len() + 1);
            let end = (at + cut).min(chars.len());
            chars.splice(at..end, put.chars());
        }
        let edited: String = chars.into_iter().collect();
        let placement = place(&document, &edited);
        let sentences = &placement.document.sentences;
        prop_assert_eq!(sentences.len(), document.sentences.len());
        for (sentence, anchored) in sentences.iter().zip(&placement.anchored) {
            let old = &document.sentences[anchored.index];
            prop_assert_eq!(&old.quote, &sentence.quote);
            prop_assert_eq!(old.tags.len(), sentence.tags.len());
            match anchored.state {
                AnchorState::Exact | AnchorState::Moved => {
                    prop_assert_eq!(slice(&edited, sentence.span), sentence.quote.clone());
                    for (new, old) in sentence.tags.iter().zip(&old.tags) {
                        let words = |text: &str, span: Option<Span>| span.map(|span| slice(text, span));
                        prop_assert_eq!(words(&edited, new.part), words(&text, old.part));
                    }
                }
                _ => prop_assert!(sentence.span.is_empty()),
            }
        }
        // Nothing is proposed twice, but a unit into which several sentences went.
        let mut proposed: Vec<Span> = placement.anchored.iter().filter(|one| one.state != AnchorState::Joined).filter_map(|one| one.now).collect();
        proposed.sort_unstable();
        prop_assert!(proposed.windows(2).all(|pair| pair[0].end <= pair[1].start), "{proposed:?}");
        prop_assert!(sentences.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        // Files take it, and the old text leads everything back.
        let yaml = placement.document.to_yaml();
        let parsed = Document::parse(&yaml, &document.article, &document.annotator);
        let parsed = parsed.map_err(|error| TestCaseError::fail(format!("{error}\n{yaml}")))?.document;
        prop_assert_eq!(&parsed, &placement.document);
        let back = place(&parsed, &text);
        for (sentence, anchored) in back.document.sentences.iter().zip(&back.anchored) {
            if matches!(anchored.state, AnchorState::Moved | AnchorState::Exact) {
                prop_assert_eq!(slice(&text, sentence.span), sentence.quote.clone());
            }
        }
    }
}
