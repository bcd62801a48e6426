//! What a reviewer decides about a sentence that others have read.

use super::{Edit, Target, act::change, attach::Words};
use crate::annotation::{Document, Label, Sentence, Tag};

impl Edit {
    /// Gives the sentence a label as somebody else did: their source, who, cue, parts and claims come along, where
    /// their words stand in `target` too. Where they did not give it, or without anybody, it is the plain label. What
    /// stands under that label goes, and so does a rejection of it.
    pub fn give_label(
        document: &Document,
        target: &Target<'_>,
        label: &Label,
        theirs: Option<&Sentence>,
    ) -> Option<Self> {
        change(document, target, |sentence| {
            let mut taken = theirs.map_or_else(Vec::new, |theirs| taken(theirs, target));
            taken.retain(|tag| tag.label == *label);
            if taken.is_empty() {
                taken.push(Tag::new(label.clone()));
            }
            sentence.tags.retain(|tag| tag.label != *label);
            sentence.tags.append(&mut taken);
            sentence.not.retain(|rejected| rejected != label);
        })
    }

    /// Takes over what somebody else says: their tags instead of those that stand there, and the labels they rejected.
    /// The sentence is read. Notes and marks stay everybody's own. Nothing where it says the same already.
    pub fn take_over(document: &Document, target: &Target<'_>, theirs: &Sentence) -> Option<Self> {
        change(document, target, |sentence| {
            let was_read = sentence.is_read();
            sentence.tags = taken(theirs, target);
            sentence.read |= !was_read || sentence.tags.is_empty();
            for label in &theirs.not {
                if !sentence.not.contains(label) {
                    sentence.not.push(label.clone());
                }
            }
            let Sentence { tags, not, .. } = sentence;
            not.retain(|label| !tags.iter().any(|tag| tag.label == *label));
        })
    }

    /// Says that the sentence does not have these labels; tags of them go.
    pub fn reject(document: &Document, target: &Target<'_>, labels: &[Label]) -> Option<Self> {
        change(document, target, |sentence| {
            sentence.tags.retain(|tag| !labels.contains(&tag.label));
            for label in labels {
                if !sentence.not.contains(label) {
                    sentence.not.push(label.clone());
                }
            }
        })
    }
}

/// Their tags as tags of the words of `target`. How they came by them and whether they were sure is theirs alone.
fn taken(theirs: &Sentence, target: &Target<'_>) -> Vec<Tag> {
    let words = Words::new(theirs, target);
    let mut taken: Vec<Tag> = Vec::new();
    for tag in &theirs.tags {
        let tag = Tag { origin: None, unsure: false, ..words.tag(tag) };
        // Parts whose words are not found become the whole sentence.
        if !taken.iter().any(|other| other.label == tag.label && other.part == tag.part) {
            taken.push(tag);
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::Timestamp;

    use super::*;
    use crate::annotation::Annotator;
    use crate::text::{ArticleId, Span};

    const WORDS: &str = "Peskow wies das zurück.";

    fn document(annotator: &str, sentences: &str) -> Document {
        let yaml = format!("format: 1\nsentences:{sentences}\n...\n");
        let annotator = Annotator::new(annotator).unwrap();
        Document::parse(&yaml, &ArticleId::new("a.txt"), &annotator).unwrap().document
    }

    fn theirs() -> Arc<Sentence> {
        let said = "\n- start: 40\n  end: 63\n  quote: Peskow wies das zurück.\n  tags:\n  - label: denial\n    \
                    source:\n    - Peskow\n    source_at: 40-46\n    cue: wies … zurück\n    cue_at: 47-51 56-62\n    \
                    origin: suggested\n    unsure: true\n  - label: claim\n    start: 52\n    end: 55\n  not:\n  - attribution\n  \
                    note: mine alone";
        Arc::clone(&document("cd", said).sentences[0])
    }

    /// What `annotator` says after `act`, from the tags on.
    fn after(before: &Document, act: impl Fn(&Document, &Target<'_>) -> Option<Edit>) -> String {
        let target = Target { span: Span::new(0, 23), quote: WORDS, now: Timestamp::UNIX_EPOCH, only: None };
        let mut after = before.clone();
        let undo = act(before, &target).unwrap().apply(&mut after).unwrap();
        let yaml = after.to_yaml();
        undo.apply(&mut after).unwrap();
        assert_eq!(after, *before);
        let said = yaml.split_once("quote: Peskow wies das zurück.\n").unwrap().1;
        said.replace("  at: 1970-01-01T00:00:00Z\n...\n", "")
    }

    #[test]
    fn a_reading_is_taken_over_with_its_spans_and_without_its_doubts() {
        let mine = document("ab", " []");
        let said = after(&mine, |document, target| Edit::take_over(document, target, &theirs()));
        let expected = "  read: true\n  tags:\n  - label: denial\n    source:\n    - Peskow\n    source_at: 0-6\n    \
                        cue: wies … zurück\n    cue_at: 7-11 16-22\n  - label: claim\n    start: 12\n    end: 15\n  \
                        not:\n  - attribution\n";
        assert_eq!(said, expected);
    }

    #[test]
    fn a_reading_that_is_mine_already_changes_nothing() {
        let mine = document("ab", " []");
        let target = Target { span: Span::new(0, 23), quote: WORDS, now: Timestamp::UNIX_EPOCH, only: None };
        for theirs in [&*theirs(), &Sentence { read: true, ..Sentence::untouched(target.span, WORDS) }] {
            let mut after = mine.clone();
            Edit::take_over(&mine, &target, theirs).unwrap().apply(&mut after).unwrap();
            assert_eq!(Edit::take_over(&after, &target, theirs), None);
        }
    }

    #[test]
    fn a_label_comes_alone_with_its_source_and_lifts_its_rejection() {
        let rejected =
            "\n- start: 0\n  end: 23\n  quote: Peskow wies das zurück.\n  tags: []\n  not:\n  - denial";
        let mine = document("ab", rejected);
        let denial = Label::new(Label::DENIAL);
        let said =
            after(&mine, |document, target| Edit::give_label(document, target, &denial, Some(&theirs())));
        let expected = "  tags:\n  - label: denial\n    source:\n    - Peskow\n    source_at: 0-6\n    \
                        cue: wies … zurück\n    cue_at: 7-11 16-22\n";
        assert_eq!(said, expected);
        let plain = after(&mine, |document, target| Edit::give_label(document, target, &denial, None));
        assert_eq!(plain, "  tags:\n  - label: denial\n");
    }

    #[test]
    fn rejected_labels_go_and_the_others_stay() {
        let tagged = "\n- start: 0\n  end: 23\n  quote: Peskow wies das zurück.\n  tags:\n  - label: claim\n  - label: denial";
        let mine = document("ab", tagged);
        let labels = [Label::new(Label::CLAIM), Label::new(Label::ATTRIBUTION)];
        let said = after(&mine, |document, target| Edit::reject(document, target, &labels));
        assert_eq!(said, "  tags:\n  - label: denial\n  not:\n  - claim\n  - attribution\n");
    }
}
