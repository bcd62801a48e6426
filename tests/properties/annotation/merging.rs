//! Two people, or two machines of one, change the same file.

use std::sync::Arc;

use factdesk::annotation::{Document, Label, Sentence, Tag, merge};
use factdesk::text::Span;
use proptest::collection::vec;
use proptest::prelude::*;

use super::document_of;

const TEXT: &str = "abcdefghijklmnopqrstuvwxyz abcdefghijklmnopqrstuvwxyz abcdefghijklmnopqrstuvwxyz";

/// A change to a document: to sentence `0`, of kind `1`, with a value.
type Change = (usize, u8, u8);

fn changed(base: &Document, changes: &[Change]) -> Document {
    let mut document = base.clone();
    for (which, act, value) in changes {
        let count = document.sentences.len();
        let label = Label::new(["claim", "denial", "attribution"][usize::from(*value) % 3]);
        if count == 0 || *act == 0 {
            let at = u32::from(*value) * 3 % 70;
            let span = Span::new(at, at + 1 + u32::from(*value) % 5);
            if document.sentences.iter().all(|s| !s.span.overlaps(span)) {
                let mut sentence = Sentence::untouched(span, &TEXT[span.range()]);
                sentence.tags.push(Tag::new(label));
                document.sentences.push(Arc::new(sentence));
                document.sentences.sort_by_key(|s| s.span);
            }
            continue;
        }
        let index = which % count;
        let sentence = Arc::make_mut(&mut document.sentences[index]);
        match act {
            1 => drop(document.sentences.remove(index)),
            2 => sentence.note = Some(format!("note {value}")),
            3 => sentence.read = !sentence.read,
            4 => sentence.tags.retain(|tag| tag.label != label),
            5 if !sentence.has(&label) => sentence.tags.push(Tag::new(label)),
            6 => sentence.tags.iter_mut().for_each(|tag| tag.source = vec![format!("source {value}")]),
            7 => sentence.tags.iter_mut().for_each(|tag| tag.unsure = true),
            8 => sentence.mark = true,
            _ => {}
        }
    }
    document.sentences.retain(|sentence| !sentence.is_untouched());
    document
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    vec((0_usize..6, 0_u8..9, any::<u8>()), 0..6)
}

fn base() -> impl Strategy<Value = Document> {
    (vec((0_u32..80, 1_u32..20), 0..6), changes())
        .prop_map(|(saved, more)| changed(&document_of(TEXT, &saved), &more))
}

/// All tags and notes that a document holds anywhere, in words.
fn said(document: &Document) -> Vec<String> {
    let mut said = Vec::new();
    for sentence in &document.sentences {
        let theirs = sentence.conflict.iter();
        let tags = sentence.tags.iter().chain(theirs.clone().flat_map(|conflict| &conflict.tags));
        for tag in tags {
            said.push(tag.label.to_string());
            said.extend(tag.source.iter().map(|source| format!("{} from {source}", tag.label)));
        }
        let notes = sentence.note.iter().chain(theirs.filter_map(|conflict| conflict.note.as_ref()));
        said.extend(notes.flat_map(|note| note.lines()).map(str::to_owned));
    }
    said
}

proptest! {
    #[test]
    fn one_side_alone_wins_and_agreement_is_kept(base in base(), x in changes()) {
        let x = changed(&base, &x);
        prop_assert_eq!(&merge(&base, &x, &base).document, &x);
        prop_assert_eq!(&merge(&base, &base, &x).document, &x);
        prop_assert_eq!(&merge(&base, &x, &x).document, &x);
        prop_assert_eq!(merge(&base, &x, &x).conflicts, 0);
    }

    #[test]
    fn nothing_new_that_either_side_says_is_lost(base in base(), x in changes(), y in changes()) {
        let (x, y) = (changed(&base, &x), changed(&base, &y));
        let merged = merge(&base, &x, &y);
        let kept = said(&merged.document);
        let old = said(&base);
        for words in said(&x).into_iter().chain(said(&y)).filter(|words| !old.contains(words)) {
            prop_assert!(kept.contains(&words), "{words} of {x:#?}\nand {y:#?}\nnot in {merged:#?}");
        }
        let yaml = merged.document.to_yaml();
        let parsed = Document::parse(&yaml, &base.article, &base.annotator);
        let parsed = parsed.map_err(|error| TestCaseError::fail(format!("{error}\n{yaml}")))?;
        prop_assert_eq!(parsed.document, merged.document);
    }

    #[test]
    fn it_does_not_matter_who_merges(base in base(), x in changes(), y in changes()) {
        let (x, y) = (changed(&base, &x), changed(&base, &y));
        let (mine, yours) = (merge(&base, &x, &y), merge(&base, &y, &x));
        prop_assert_eq!(mine.conflicts == 0, yours.conflicts == 0);
        if mine.conflicts == 0 {
            prop_assert_eq!(&mine.document, &yours.document);
        }
        prop_assert_eq!(&mine, &merge(&base, &x, &y));
    }
}
