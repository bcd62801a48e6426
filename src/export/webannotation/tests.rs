//! Annotations as their readers get them.

use std::sync::Arc;

use serde_json::{Value, json};

use super::*;
use crate::{
    annotation::{Document, Origin},
    export::{Format, testing},
    text::Span,
};

const TEXT: &str =
    "---\nurl: https://example.org/ä\n---\n🚢 Die Fähre läuft aus. Der Rat bestritt </script> es.\n";

fn export(documents: &[Document]) -> (String, Value) {
    let mut files =
        testing::export::<WebAnnotation>(&testing::options(Format::WebAnnotation), TEXT, documents);
    let text = String::from_utf8(files.pop().unwrap().1).unwrap();
    let value = serde_json::from_str(&text).unwrap();
    (text, value)
}

fn items(collection: &Value) -> &[Value] {
    collection["first"]["items"].as_array().unwrap()
}

/// Changes the only sentence of a document.
fn changed(words: &str, change: impl FnOnce(&mut crate::annotation::Sentence)) -> Document {
    let mut document = testing::said(TEXT, "ab", &[(words, &["denial"])]);
    change(Arc::make_mut(&mut document.sentences[0]));
    document
}

#[test]
fn a_tag_is_its_words_their_neighbours_and_their_place_in_code_points() {
    let (_, collection) = export(&[changed("🚢 Die Fähre läuft aus.", |sentence| sentence.read = false)]);
    let [annotation] = items(&collection) else { panic!("{collection:#}") };
    let start = TEXT.chars().take_while(|c| *c != '🚢').count();
    let target = json!({
        "type": "SpecificResource",
        "source": "urn:factdesk:article:ort/st%C3%BCck.txt",
        "scope": "https://example.org/%C3%A4",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": "🚢 Die Fähre läuft aus.",
                "prefix": "\nurl: https://example.org/ä\n---\n",
                "suffix": " Der Rat bestritt </script> es.\n",
            },
            {"type": "TextPositionSelector", "start": start, "end": start + 22},
        ],
        "fd:sentence": format!("{start}-{}", start + 22),
    });
    assert_eq!(annotation["body"], json!({"type": "TextualBody", "purpose": "tagging", "value": "denial"}));
    assert_eq!(annotation["creator"]["id"], "urn:factdesk:annotator:ab");
    assert_eq!(annotation["target"], target);
    assert_eq!(collection["total"], 1);
}

#[test]
fn no_text_ends_the_script_element_that_may_hold_it() {
    let (text, collection) = export(&[changed("Der Rat bestritt </script> es.", |_| {})]);
    assert!(!text.contains('<'), "{text}");
    let exact = &items(&collection)[0]["target"]["selector"][0]["exact"];
    assert_eq!(exact, "Der Rat bestritt </script> es.");
}

#[test]
fn a_part_knows_its_sentence_and_the_rest_is_an_annotation_of_its_own() {
    let words = "Der Rat bestritt </script> es.";
    let document = changed(words, |sentence| {
        sentence.note = Some("Wer?".into());
        sentence.not = vec![crate::annotation::Label::new("claim")];
        let start = sentence.span.start;
        let tag = &mut sentence.tags[0];
        tag.part = Some(Span::new(start, start + 7));
        tag.source = vec!["Der Rat".into()];
        tag.source_at = vec![Span::new(start, start + 7)];
        tag.origin = Some(Origin::Suggested);
    });
    let at = document.sentences[0].span;
    let (_, collection) = export(&[document]);
    let [tag, rest] = items(&collection) else { panic!("{collection:#}") };
    assert_eq!(tag["target"]["selector"][0]["exact"], "Der Rat");
    assert_eq!(
        (&tag["target"]["fd:sentence"], &tag["target"]["fd:quote"]),
        (&json!(format!("{}-{}", at.start, at.end)), &json!(words))
    );
    assert_eq!(tag["body"]["fd:source"], json!(["Der Rat"]));
    assert_eq!(tag["body"]["fd:sourceAt"], json!(format!("{}-{}", at.start, at.start + 7)));
    assert_eq!(tag["body"]["fd:origin"], "suggested");
    assert_eq!(rest["body"], json!({"type": "TextualBody", "purpose": "commenting", "value": "Wer?"}));
    assert_eq!((&rest["fd:read"], &rest["fd:not"]), (&json!(true), &json!(["claim"])));
    assert_eq!(rest["target"]["selector"][0]["exact"], words);
    assert_ne!(tag["id"], rest["id"]);
}

#[test]
fn words_that_changed_say_so_and_words_that_are_gone_are_left_out() {
    let edited = changed("Der Rat bestritt </script> es.", |sentence| {
        sentence.quote = "Der Rat bestritt </script> alles.".into();
    });
    let gone = changed("🚢 Die Fähre läuft aus.", |sentence| {
        sentence.quote = "Nichts davon steht noch hier".into();
    });
    let (_, collection) = export(&[edited, gone]);
    let tags: Vec<&Value> =
        items(&collection).iter().filter(|item| item["motivation"] == "tagging").collect();
    let [edited] = &*tags else { panic!("{collection:#}") };
    assert_eq!(edited["target"]["fd:anchor"], "edited");
    assert_eq!(edited["target"]["fd:saved"], "Der Rat bestritt </script> alles.");
    assert_eq!(edited["target"]["selector"][0]["exact"], "Der Rat bestritt </script> es.");
}

#[test]
fn nothing_tagged_is_an_empty_page() {
    let (_, collection) = export(&[]);
    assert_eq!((items(&collection).len(), &collection["total"]), (0, &json!(0)));
}
