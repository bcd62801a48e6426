//! Tests of the conllu writer.

use std::sync::Arc;

use super::Conllu;
use crate::{
    annotation::Document,
    export::{
        Format,
        testing::{export, options, said},
    },
    text::Kind,
};

const TEXT: &str =
    "---\nlang: de\noutlet: Bote\n---\n🦀 Zölle\n\nDer Sprecher\nwies das zurück. Es sei falsch!\n";

fn conllu(documents: &[Document]) -> String {
    let files = export::<Conllu>(&options(Format::Conllu), TEXT, documents);
    String::from_utf8(files[0].1.clone()).unwrap()
}

#[test]
fn an_article_is_all_of_its_sentences_with_what_is_said_about_them() {
    let mut document = said(TEXT, "ab", &[("Der Sprecher\nwies das zurück.", &["denial"])]);
    let sentence = Arc::make_mut(&mut document.sentences[0]);
    sentence.tags[0].source = vec!["Sprecher".into(), "Amt\n1".into()];
    sentence.tags[0].unsure = true;
    sentence.kind = Some(Kind::Sentence);
    sentence.note = Some("wer?\n\\n".into());
    let out = conllu(&[document]);
    let comments: Vec<_> = out.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(
        comments,
        [
            "# newdoc id = ort/stück.txt",
            "# factdesk_outlet = Bote",
            "# factdesk_lang = de",
            "# newpar",
            "# sent_id = ort%2Fstück.txt-1",
            "# text = 🦀 Zölle",
            "# factdesk_span = 30-37",
            "# factdesk_kind = heading",
            "# newpar",
            "# sent_id = ort%2Fstück.txt-2",
            "# text = Der Sprecher wies das zurück.",
            "# factdesk_span = 39-68",
            "# factdesk_labels = denial",
            "# factdesk_read = ab",
            "# factdesk_tag1_label = denial",
            "# factdesk_tag1_annotators = ab",
            "# factdesk_tag1_source = Sprecher < Amt\\n1",
            "# factdesk_tag1_unsure = true",
            "# factdesk_note1_ab = wer?\\n\\\\n",
            "# sent_id = ort%2Fstück.txt-3",
            "# text = Es sei falsch!",
            "# factdesk_span = 69-83",
        ]
    );
    assert!(out.contains("1\t🦀\t_\t_\t_\t_\t_\t_\t_\tstart_char=30|end_char=31\n"));
    assert!(out.contains("2\tSprecher\t_\t_\t_\t_\t_\t_\t_\tstart_char=43|end_char=51|SpacesAfter=\\n\n"));
    assert!(out.ends_with("4\t!\t_\t_\t_\t_\t_\t_\t_\tstart_char=82|end_char=83|SpacesAfter=\\n\n\n"));
}

#[test]
fn a_sentence_whose_words_changed_says_so() {
    let mut document = said(TEXT, "ab", &[("Es sei falsch!", &["claim"])]);
    Arc::make_mut(&mut document.sentences[0]).quote = "Es sei ganz falsch!".into();
    let out = conllu(&[document]);
    assert!(out.contains("# factdesk_anchor = edited\n# factdesk_saved = Es sei ganz falsch!\n"), "{out}");
}
