//! Sentences on a text that changed.

use super::{AnchorState, Placement};
use crate::annotation::{Annotator, Document};
use crate::text::{Article, ArticleId, article::text_sha256, decode::Decoded};

const OLD: &str = "Ja. Das stimmt nicht, sagte er. Nein. Er blieb dabei.";

const FILE: &str = "\
format: 1
split:
- at: 22
  before: sagte er.
sentences:
- start: 0
  end: 3
  quote: Ja.
  tags:
  - label: claim
- start: 4
  end: 31
  quote: Das stimmt nicht, sagte er.
  tags:
  - label: denial
    start: 4
    end: 20
    source:
    - er
    source_at: 28-30
- start: 38
  end: 53
  quote: Er blieb dabei.
  tags:
  - label: claim
...
";

fn place(document: &Document, text: &str) -> Placement {
    let decoded = Decoded { text: text.to_owned(), ..Decoded::default() };
    super::place(document, &Article::new(document.article.clone(), decoded))
}

fn placed(text: &str) -> Placement {
    let parsed = Document::parse(FILE, &ArticleId::new("a.txt"), &Annotator::new("ab").unwrap()).unwrap();
    let mut document = parsed.document;
    document.text_sha256 = Some(text_sha256(OLD));
    place(&document, text)
}

fn summary(placement: &Placement) -> Vec<String> {
    let sentences = placement.document.sentences.iter().zip(&placement.anchored);
    sentences.map(|(s, one)| format!("{:?} {}-{} {}", one.state, s.span.start, s.span.end, s.quote)).collect()
}

#[test]
fn words_that_moved_take_their_tags_along() {
    let placement = placed("Neu: Ja. Das stimmt nicht, sagte er. Nein. Er blieb dabei.");
    let expected = ["Moved 5-8 Ja.", "Moved 9-36 Das stimmt nicht, sagte er.", "Moved 43-58 Er blieb dabei."];
    assert_eq!(summary(&placement), expected);
    let tag = &placement.document.sentences[1].tags[0];
    assert_eq!((tag.part.unwrap().start, tag.part.unwrap().end, tag.source_at[0].start), (9, 25, 33));
    assert_eq!(placement.document.split[0].at, 27);
}

#[test]
fn words_that_stand_twice_or_nowhere_are_kept_without_a_place() {
    let placement = placed("Ja. Ja. Er blieb dabei.");
    let expected =
        ["Ambiguous 0-0 Ja.", "Lost 0-0 Das stimmt nicht, sagte er.", "Moved 8-23 Er blieb dabei."];
    assert_eq!(summary(&placement), expected);
    assert_eq!(placement.document.sentences[1].tags.len(), 1);
    assert_eq!((placement.lost_boundaries, placement.document.split.len()), (1, 0));
    assert_eq!(placement.count(AnchorState::Lost), 1);
}

#[test]
fn words_that_were_lost_come_back_with_the_text() {
    let lost = placed("Etwas anderes.").document;
    let back = place(&lost, OLD);
    let expected = ["Moved 0-3 Ja.", "Moved 4-31 Das stimmt nicht, sagte er.", "Moved 38-53 Er blieb dabei."];
    assert_eq!(summary(&back), expected);
    assert_eq!(back.document.sentences[1].tags, placed(OLD).document.sentences[1].tags);
}

#[test]
fn in_an_unchanged_text_words_may_stand_more_than_once() {
    let text = "Ja. Ja.";
    let yaml = "format: 1\nsentences:\n- start: 4\n  end: 7\n  quote: Ja.\n  read: true\n...\n";
    let parsed = Document::parse(yaml, &ArticleId::new("a.txt"), &Annotator::new("ab").unwrap()).unwrap();
    let mut document = parsed.document;
    assert_eq!(place(&document, text).anchored[0].state, AnchorState::Ambiguous);
    document.text_sha256 = Some(text_sha256(text));
    assert_eq!(place(&document, text).anchored[0].state, AnchorState::Exact);
}

#[test]
fn two_sentences_never_share_a_place() {
    let yaml = "format: 1\nsentences:\n- {start: 0, end: 3, quote: Ja.}\n- {start: 4, end: 12, quote: So. Ja. Nun}\n...\n";
    let parsed = Document::parse(yaml, &ArticleId::new("a.txt"), &Annotator::new("ab").unwrap()).unwrap();
    let placement = place(&parsed.document, "Und: So. Ja. Nun");
    assert_eq!(summary(&placement), ["Moved 9-12 Ja.", "Ambiguous 12-12 So. Ja. Nun"]);
}

#[test]
fn other_quotation_marks_are_harmless_behind_a_new_sentence_too() {
    let old = "The mayor said \"never\" and \"nowhere\" on Monday. Nobody believed her at all.";
    let new = "Something new stands here first. The mayor said “never” and “nowhere” on Monday. Nobody believed her at all.";
    let yaml = format!("format: 1\nsentences:\n- {{start: 0, end: 47, quote: '{}'}}\n...\n", &old[..47]);
    let parsed = Document::parse(&yaml, &ArticleId::new("a.txt"), &Annotator::new("ab").unwrap()).unwrap();
    let placement = place(&parsed.document, new);
    let one = &placement.anchored[0];
    assert_eq!((one.state, one.harmless), (AnchorState::Edited, true), "{one:?}");
    assert_eq!(one.now.map(|now| now.start), Some(33));
}

#[test]
fn a_copy_behind_a_headline_is_still_a_copy() {
    let kept = "Alles begann im Winter mit einem Brief.";
    let copied = "Danach sprach der Rat von einer Brücke.";
    let old = format!("{kept}\n\nEin Bild\n\n{copied} Und so weiter.");
    let new = format!("{kept}\n\nEin anderes Bild {copied} {copied} Und so weiter.");
    let sentences = [kept, copied, "Und so weiter."].map(|quote| {
        let start = old[..old.find(quote).unwrap()].chars().count();
        format!("- {{start: {start}, end: {}, quote: {quote}}}\n", start + quote.chars().count())
    });
    let yaml = format!("format: 1\nsentences:\n{}...\n", sentences.concat());
    let parsed = Document::parse(&yaml, &ArticleId::new("a.txt"), &Annotator::new("ab").unwrap()).unwrap();
    let states = place(&parsed.document, &new).anchored.iter().map(|one| one.state).collect::<Vec<_>>();
    assert_eq!(states, [AnchorState::Exact, AnchorState::Ambiguous, AnchorState::Moved]);
}

#[test]
fn short_sentences_with_words_in_common_are_not_versions_of_each_other() {
    let around = |between: &str| {
        format!(
            "The mayor spoke to the crowd for an hour on Monday. {between}\nNobody in the hall asked any questions. \
             Afterwards the doors were closed and the lights put out."
        )
    };
    let old = around("And we have to mend the roof this year.");
    let new = around("We have to send more buses to every village. A child was heard to cry.");
    let quotes = [
        "The mayor spoke to the crowd for an hour on Monday.",
        "And we have to mend the roof this year.",
        "Nobody in the hall asked any questions.",
        "Afterwards the doors were closed and the lights put out.",
    ];
    let sentences = quotes.map(|quote| {
        let start = old.find(quote).unwrap();
        format!("- {{start: {start}, end: {}, quote: {quote}}}\n", start + quote.len())
    });
    let yaml = format!("format: 1\nsentences:\n{}...\n", sentences.concat());
    let parsed = Document::parse(&yaml, &ArticleId::new("a.txt"), &Annotator::new("ab").unwrap()).unwrap();
    let placement = place(&parsed.document, &new);
    assert_eq!(placement.anchored[1].now, None, "{:?}", placement.anchored[1]);
}

#[test]
fn what_is_lost_stays_behind_what_was_edited_before_it() {
    let yaml = "format: 1\nsentences:\n- {start: 0, end: 42, quote: Der Rat der Stadt tagte am Montag dreimal.}\n\
                - {start: 43, end: 72, quote: Niemand widersprach dem Plan.}\n...\n";
    let parsed = Document::parse(yaml, &ArticleId::new("a.txt"), &Annotator::new("ab").unwrap()).unwrap();
    let text = "Neu davor steht das. Der Rat der Stadt tagte am Dienstag dreimal.";
    let placement = place(&parsed.document, text);
    assert_eq!(
        summary(&placement),
        [
            "Edited 21-21 Der Rat der Stadt tagte am Montag dreimal.",
            "Lost 65-65 Niemand widersprach dem Plan."
        ]
    );
}
