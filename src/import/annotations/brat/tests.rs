//! What is read from brat's files.

use super::*;
use crate::text::Span;

const CONFIG: &str = "# factdesk 1: labels are attributes\n# annotator: ab\n\n[entities]\nSentence\n";

fn files(files: &[(&str, &str)]) -> Vec<SourceFile> {
    files
        .iter()
        .map(|(name, text)| SourceFile { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() })
        .collect()
}

fn foreign(text: &str, ann: &str) -> Result<Foreign, Unreadable> {
    read(&files(&[("x/a.ann", ann), ("x/a.txt", text)])).map(|mut all| all.remove(0))
}

fn tags(foreign: &Foreign) -> Vec<(&str, &str, Option<&str>)> {
    let tag = |tag: &'_ super::super::ForeignTag| tag.quote.clone();
    let quotes: Vec<_> = foreign.tags.iter().map(tag).collect();
    assert!(quotes.iter().all(Option::is_some));
    let all = foreign.tags.iter();
    all.map(|tag| (tag.place.as_str(), tag.tag.label.as_str(), tag.quote.as_deref())).collect()
}

#[test]
fn a_document_of_ours_comes_back_with_its_sentences_parts_and_words() {
    let text = "🚢 Neu\n\nDie Werft\nzahlte. Der Rat bestritt das.\n";
    let ann = "T1\tSentence 7 16;17 24\tDie Werft zahlte.\nT2\tSentence 25 46\tDer Rat bestritt das.\n\
        T3\tSource 25 32\tDer Rat\nT4\tPart 33 41\tbestritt\nA1\tRead T1\nA2\tclaim T1\nA3\tMark T2\n\
        A4\tKind T2 caption\nA5\tNot-a_5Fb T2\n#1\tAnnotatorNotes T2\tzwei Zeilen\n#2\tNote T2\t\"zwei\\nZeilen\"\n\
        A6\tdenial T4\nR1\tSource-denial Arg1:T4 Arg2:T3\n#3\tdenial T4\t{\"source\":[\"Der Rat\"],\"unsure\":true}\n";
    let all = files(&[("annotation.conf", CONFIG), ("x/a.md.ann", ann), ("x/a.md.txt", text)]);
    let [foreign] = &read(&all).unwrap()[..] else { panic!("one document") };
    assert_eq!((foreign.article.as_deref(), foreign.annotator.as_deref()), (Some("x/a.md"), Some("ab")));
    let [first, second] = &foreign.sentences[..] else { panic!("two sentences") };
    assert_eq!((first.span, first.quote.as_deref()), (Some(Span::new(7, 24)), Some("Die Werft\nzahlte.")));
    assert!(first.read && second.mark && !second.read);
    assert_eq!((&second.not[..], second.note.as_deref()), (&["a_b".to_owned()][..], Some("zwei\nZeilen")));
    assert_eq!(second.kind, Some(crate::text::Kind::Caption));
    let [claim, denial] = &foreign.tags[..] else { panic!("two tags") };
    assert_eq!((claim.span, claim.sentence), (first.span, first.span));
    assert_eq!((denial.span, denial.sentence), (Some(Span::new(33, 41)), second.span));
    assert_eq!((&denial.tag.source[..], denial.tag.unsure), (&["Der Rat".to_owned()][..], true));
    assert_eq!(denial.tag.source_at, [Span::new(25, 32)]);
}

#[test]
fn each_folder_is_an_annotator_where_the_configuration_says_so() {
    let config = "# factdesk 1\n# annotators: by folder\n";
    let all = files(&[("annotation.conf", config), ("cd/x/a.ann", ""), ("cd/x/a.txt", "x")]);
    let foreign = &read(&all).unwrap()[0];
    assert_eq!((foreign.article.as_deref(), foreign.annotator.as_deref()), (Some("x/a.txt"), Some("cd")));
}

#[test]
fn in_a_document_of_others_everything_that_is_said_becomes_a_tag() {
    let ann = "T1\tClaim 0 9\tDie Werft\nT2\tSource 0 3;10 16\tDie zahlte\nA1\tNegation T1\nA2\tLevel T1 high\n\
        R1\tby Arg1:T1 Arg2:T2\nE1\tClaim:T1 Who:T2\n*\tEquiv T1 T2\nN1\tReference T1 Wikidata:Q1\tWerft\n\
        #1\tAnnotatorNotes T1\tsiehe oben\n#2\tNormalization R1\tx\n";
    let foreign = foreign("Die Werft zahlte.", ann).unwrap();
    assert!(foreign.sentences.is_empty() && !foreign.says_origin);
    let (werft, pieces) = (Some("Die Werft"), Some("Die zahlte"));
    assert_eq!(
        tags(&foreign),
        [
            ("R1", "by", werft),
            ("A1", "Negation", werft),
            ("A2", "Level:high", werft),
            ("T1", "Claim", werft),
            ("T2", "Source", pieces),
            ("E1", "Who", werft),
            ("*", "Equiv", werft),
            ("N1", "Reference", werft),
            ("#1", "AnnotatorNotes", werft),
        ]
    );
    assert_eq!(foreign.tags[4].span, None, "words that stand apart are no one place");
}

#[test]
fn what_cannot_be_understood_is_told_with_its_place() {
    for (ann, told) in [
        ("T1\tclaim 0 99\tx", "x/a.ann: T1: 0-99 is no place in a text of 3 characters"),
        ("T1\tclaim 2 1\tx", "x/a.ann: T1: 2-1 is no place in a text of 3 characters"),
        ("T1\tclaim -1 2\tx", "x/a.ann: T1: `claim -1 2` is not as brat writes it"),
        (
            "T1\tclaim 0 99999999999999999999\tx",
            "x/a.ann: T1: `claim 0 99999999999999999999` is not as brat writes it",
        ),
        ("T1\tclaim", "x/a.ann: T1: `claim` is not as brat writes it"),
        ("\n\nT1 claim 0 1 x", "x/a.ann: line 3: no tab stands behind an id"),
        ("T1\tc 0 1\tä\nT1\tc 0 1\tä", "x/a.ann: T1: the file has this id twice"),
        ("A1\tclaim T9", "x/a.ann: A1: `T9`, which it names, is not in the file"),
        ("R1\tx Arg1:T1", "x/a.ann: R1: `T1`, which it names, is not in the file"),
        ("?1\tx", "x/a.ann: ?1: brat has no lines of this kind"),
    ] {
        assert_eq!(foreign("ä🚢b", ann).unwrap_err().to_string(), told);
    }
    let lonely = read(&files(&[("a.ann", "")])).unwrap_err().to_string();
    assert_eq!(lonely, "a.ann: the text it counts in, `a.txt`, is not with it; name the folder of both");
    assert!(read(&[]).is_err());
}

#[test]
fn no_damage_makes_it_fall() {
    let ann = "T1\tSentence 0 2;3 4\tä🚢 b\nA1\tclaim T1\nR1\tCue-claim Arg1:T1 Arg2:T1\n#1\tclaim T1\t{\"cue\":\"x\"}\n";
    for at in (0..ann.len()).filter(|at| ann.is_char_boundary(*at)) {
        for put in ["", "\t", "9", ";", "T1", "\u{2028}"] {
            let end = at + ann[at..].chars().next().map_or(0, char::len_utf8);
            let damaged = format!("{}{put}{}", &ann[..at], &ann[end..]);
            // Read or refused: both are fine.
            let _ = read(&files(&[("annotation.conf", CONFIG), ("a.ann", &damaged), ("a.txt", "ä🚢\nb")]));
        }
    }
}
