//! Tags of other tools on our article.

use std::sync::Arc;

use super::*;
use crate::{
    annotation::{Annotator, LabelSet},
    text::decode::Decoded,
};

const TEXT: &str = "---\nlang: de\n---\n🦀 Über uns. Er sagte: Nein. Das war es.\n\nDas war es.\n";
/// Where the body begins, in code points.
const BODY: u32 = 17;
const FIRST: Span = Span::new(BODY, BODY + 11);
const SECOND: Span = Span::new(BODY + 12, BODY + 27);
const THIRD: Span = Span::new(BODY + 28, BODY + 39);

fn article() -> Article {
    Article::new(ArticleId::new("a.txt"), Decoded { text: TEXT.to_owned(), ..Decoded::default() })
}

fn document() -> Document {
    Document::new(ArticleId::new("a.txt"), Annotator::new("ab").unwrap())
}

fn now() -> Timestamp {
    "2026-11-22T10:00:00Z".parse().unwrap()
}

fn tag(label: &str, span: Option<Span>, quote: &str) -> ForeignTag {
    ForeignTag {
        place: "line 1".to_owned(),
        span,
        quote: Some(quote.to_owned()).filter(|quote| !quote.is_empty()),
        context: None,
        sentence: None,
        tag: Tag::new(Label::new(label)),
    }
}

fn foreign(tags: impl IntoIterator<Item = ForeignTag>) -> Foreign {
    Foreign { file: "x.jsonl".to_owned(), tags: tags.into_iter().collect(), ..Foreign::default() }
}

fn fitted(foreign: &Foreign, document: &mut Document) -> Told {
    let labels = LabelSet::default();
    let map = LabelMap::new(["X=-"], &labels).unwrap();
    let mut told = Told::default();
    fit([foreign], &article(), document, &Rules { labels: &map, now: now() }, &mut told);
    let yaml = document.to_yaml();
    let again = Document::parse(&yaml, &document.article, &document.annotator);
    assert_eq!(again.map(|parsed| parsed.document).as_ref(), Ok(&*document), "{yaml}");
    told
}

/// What the document says: span, labels with their parts.
fn said(document: &Document) -> Vec<String> {
    let tag = |tag: &Tag| match tag.part {
        Some(part) => format!("{}@{}-{}", tag.label, part.start - BODY, part.end - BODY),
        None => tag.label.to_string(),
    };
    let sentence = |sentence: &Arc<Sentence>| {
        let tags: Vec<String> = sentence.tags.iter().map(tag).collect();
        format!("{}: {}", sentence.quote, tags.join(" "))
    };
    document.sentences.iter().map(sentence).collect()
}

#[track_caller]
fn fits(tag: ForeignTag, expected: &[&str]) {
    let mut document = document();
    let told = fitted(&foreign([tag]), &mut document);
    assert_eq!(told.misfits, []);
    assert_eq!(said(&document), expected);
}

#[track_caller]
fn misfits(tag: ForeignTag, why: &str) {
    let mut document = document();
    let told = fitted(&foreign([tag]), &mut document);
    assert_eq!(said(&document), [""; 0]);
    assert_eq!(told.misfits.iter().map(|misfit| &*misfit.what).collect::<Vec<_>>(), [why]);
    assert_eq!(told.misfits[0].to_string(), format!("x.jsonl: line 1: a.txt: {why}"));
}

#[test]
fn words_are_a_sentence_a_part_of_one_or_several() {
    fits(tag("claim", Some(FIRST), "🦀 Über uns."), &["🦀 Über uns.: claim"]);
    let wide = Span::new(SECOND.start - 1, SECOND.end + 1);
    fits(tag("Dementi", Some(wide), " Er sagte: Nein. "), &["Er sagte: Nein.: denial"]);
    let part = Span::new(BODY + 22, BODY + 26);
    fits(tag("claim", Some(part), "Nein"), &["Er sagte: Nein.: claim@22-26"]);
    let both = Span::new(FIRST.start, SECOND.end);
    fits(tag("claim", Some(both), "🦀 Über uns. Er sagte: Nein."), &["🦀 Über uns. Er sagte: Nein.: claim"]);
}

#[test]
fn what_does_not_fit_is_told() {
    let across = Span::new(FIRST.start + 2, SECOND.end);
    let quote = "Über uns. Er sagte: Nein.";
    misfits(tag("claim", Some(across), quote), "begins or ends within a sentence and covers others: 17-44");
    misfits(tag("claim", Some(Span::new(0, 3)), "---"), "lies in no sentence of the article");
    misfits(tag("claim", Some(Span::new(5, 400)), ""), "5-400 is no place in the article");
    misfits(tag("claim", Some(Span::new(9, 5)), ""), "9-5 is no place in the article");
    misfits(
        tag("claim", Some(FIRST), "Unter uns."),
        "`Unter uns.` is not in the article; `🦀 Über uns.` stands there",
    );
    let alike = |end: &str| format!("Der Rat der Stadt am Fluss hat gestern beschlossen, die Brücke {end}.");
    let (one, other) = super::spot::apart(&alike("zu sperren"), &alike("zu bauen"));
    assert_eq!((&*one, &*other), ("…ssen, die Brücke zu sperren.", "…ssen, die Brücke zu bauen."));
    misfits(tag("claim", None, "Das war es."), "`Das war es.` stands 2 times in the article");
    misfits(tag("claim", None, " "), "holds no words");
    misfits(tag("claim", None, ""), "says neither where it stands nor with which words");
    misfits(tag("hedge", Some(FIRST), ""), "`hedge` is no label of this workspace");
}

#[test]
fn words_that_moved_are_found_by_themselves_and_by_what_is_around_them() {
    let mut document = document();
    let twin = ForeignTag {
        context: Some(("Nein. ".to_owned(), "\n\nDas".to_owned())),
        ..tag("claim", Some(Span::new(3, 14)), "Das war es.")
    };
    let told = fitted(&foreign([tag("denial", Some(FIRST), "Er sagte:\u{a0}Nein."), twin]), &mut document);
    assert_eq!(told.misfits[0].what, "`Er sagte: Nein.` is not in the article; `🦀 Über uns.` stands there");
    assert_eq!(said(&document), ["Das war es.: claim"]);
    assert_eq!(document.sentences[0].span, THIRD);
    assert_eq!(told.moved[0].to_string(), "x.jsonl: line 1: a.txt: stands at 45-56");
}

#[test]
fn their_text_may_have_other_line_ends_and_no_front_matter() {
    let body: String = TEXT.chars().skip(BODY as usize).collect();
    let whole = format!("\u{feff}{}", TEXT.replace('\n', "\r\n"));
    for (text, start, end) in [(body, 0, 11), (whole, 21, 32)] {
        let mut document = document();
        let mut twin = tag("claim", Some(Span::new(start, end)), "");
        twin.tag.cue_at = vec![Span::new(start + 2, start + 6)];
        let told = fitted(&Foreign { text: Some(text), ..foreign([twin]) }, &mut document);
        assert_eq!((told.misfits, told.moved, told.unchecked), (vec![], vec![], 0));
        assert_eq!(said(&document), ["🦀 Über uns.: claim"]);
        assert_eq!(document.sentences[0].tags[0].cue_at, [Span::new(BODY + 2, BODY + 6)]);
    }
}

#[test]
fn another_text_is_checked_by_its_words() {
    let mut document = document();
    let text = Some("Er sagte: Nein. Ganz anders.".to_owned());
    let tags = [tag("denial", Some(Span::new(0, 15)), ""), tag("claim", Some(Span::new(16, 28)), "")];
    let told = fitted(&Foreign { text, ..foreign(tags) }, &mut document);
    assert_eq!(said(&document), ["Er sagte: Nein.: denial"]);
    assert_eq!((told.moved.len(), told.misfits.len()), (1, 1));
}

#[test]
fn a_sentence_of_the_file_is_one_of_ours_with_all_it_says() {
    let both = Span::new(FIRST.start, SECOND.end);
    let sentence = ForeignSentence {
        span: Some(both),
        quote: Some("🦀 Über uns. Er sagte: Nein.".to_owned()),
        read: true,
        mark: true,
        not: vec!["denial".to_owned()],
        note: Some("fragen".to_owned()),
        saw: vec!["cd".to_owned()],
        at: Some("2026-01-01T00:00:00Z".parse().unwrap()),
        ..ForeignSentence::default()
    };
    let of = |tag: ForeignTag| ForeignTag { sentence: Some(both), ..tag };
    let tags = [
        of(tag("claim", None, "")),
        of(tag("attribution", Some(Span::new(BODY + 2, BODY + 6)), "Über")),
        of(tag("claim", Some(Span::new(BODY + 28, BODY + 31)), "Das")),
    ];
    let file = Foreign { sentences: vec![sentence], says_origin: true, ..foreign(tags) };
    let mut document = document();
    let told = fitted(&file, &mut document);
    assert_eq!(told.misfits[0].what, "covers words that are not in its sentence");
    assert_eq!(said(&document), ["🦀 Über uns. Er sagte: Nein.: claim attribution@2-6"]);
    let sentence = &document.sentences[0];
    assert_eq!((sentence.at, &*sentence.saw), (file.sentences[0].at, &["cd".to_owned()][..]));
    assert_eq!((sentence.mark, sentence.not.len(), sentence.tags[0].origin), (true, 1, None));
    assert_eq!((document.units, document.lang.as_deref()), (Some(3), Some("de")));
}

#[test]
fn what_is_there_is_kept_and_never_doubled() {
    let mut document = document();
    let mut sentence = Sentence::untouched(SECOND, "Er sagte: Nein.");
    sentence.tags.push(Tag { source: vec!["er".to_owned()], ..Tag::new(Label::new("denial")) });
    sentence.at = Some("2027-01-01T00:00:00Z".parse().unwrap());
    document.sentences.push(Arc::new(sentence));
    let mut denial = tag("denial", Some(SECOND), "Er sagte: Nein.");
    denial.tag.cue = Some("sagte: Nein".to_owned());
    let mut other = denial.clone();
    other.tag.source = vec!["sie".to_owned()];
    let file = foreign([denial, other, tag("claim", Some(FIRST), "🦀 Über uns."), tag("X", Some(FIRST), "")]);
    let told = fitted(&file, &mut document);
    assert_eq!(told.misfits[0].what, "is tagged denial with the source `er` already, not `sie`");
    assert_eq!((told.added, told.known, told.sentences, told.dropped["X"]), (1, 1, 2, 1));
    let [first, second] = &document.sentences[..] else { panic!() };
    assert_eq!((first.tags[0].origin, first.at), (Some(Origin::Imported), Some(now())));
    assert_eq!((second.tags[0].origin, second.tags[0].cue.as_deref()), (None, Some("sagte: Nein")));
    assert_eq!(second.at, Some("2027-01-01T00:00:00Z".parse().unwrap()));
    let before = document.clone();
    let told = fitted(&file, &mut document);
    assert_eq!((&document, told.added, told.known, told.sentences), (&before, 0, 2, 0));
}

#[test]
fn a_sentence_that_is_cut_otherwise_stays() {
    let mut document = document();
    let both = Span::new(FIRST.start, SECOND.end);
    let mut sentence = Sentence::untouched(both, "🦀 Über uns. Er sagte: Nein.");
    sentence.read = true;
    document.sentences.push(Arc::new(sentence));
    let file =
        foreign([ForeignTag { sentence: Some(FIRST), ..tag("claim", Some(FIRST), "🦀 Über uns.") }]);
    let told = fitted(&file, &mut document);
    assert_eq!(told.misfits[0].what, "overlaps the sentence 17-44, which is cut differently");
    assert_eq!(said(&document), ["🦀 Über uns. Er sagte: Nein.: "]);
}

#[test]
fn what_is_pending_makes_room() {
    let mut document = document();
    let at = SECOND.start;
    let mut lost = Sentence::untouched(Span::new(at, at), "Verschollen.");
    lost.note = Some("wo?".to_owned());
    document.sentences.push(Arc::new(lost));
    fitted(&foreign([tag("claim", Some(Span::new(FIRST.start, SECOND.end)), "")]), &mut document);
    assert_eq!(said(&document), ["🦀 Über uns. Er sagte: Nein.: claim", "Verschollen.: "]);
}
