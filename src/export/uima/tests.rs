//! Tests of the uima writer.

use std::sync::Arc;

use super::Uima;
use crate::{
    annotation::{Document, Origin, Tag},
    export::{
        Format, Options,
        testing::{export, options, said},
    },
    review::Filter,
    text::{Kind, Span},
};

const TEXT: &str = "---\ntitle: Zölle\nurl: https://bote.example/1?a&b\n---\n🦀 Der \"Sprecher\"\twies\u{1} das <zurück>.\nEs sei falsch!\n";

fn cas(documents: &[Document]) -> String {
    let options = Options { filter: Filter::default().with_read(), ..options(Format::Uima) };
    let mut files = export::<Uima>(&options, TEXT, documents);
    let (name, bytes) = files.pop().unwrap();
    assert_eq!((name.as_str(), files[0].0.as_str()), ("ort/stück.txt.xmi", "TypeSystem.xml"));
    String::from_utf8(bytes).unwrap()
}

#[test]
fn positions_are_utf16_and_white_space_survives_a_parser() {
    let words = "🦀 Der \"Sprecher\"\twies\u{1} das <zurück>.";
    let mut document = said(TEXT, "ab", &[(words, &["denial", "claim"])]);
    let sentence = Arc::make_mut(&mut document.sentences[0]);
    let start = sentence.span.start;
    sentence.tags[0].cue = Some("wies".into());
    sentence.tags[0].cue_at = vec![Span::new(start + 17, start + 21)];
    let cas = cas(&[document]);
    let about = "<custom:Factdesk xmi:id=\"5\" begin=\"53\" end=\"90\" sofa=\"1\" label=\"denial\" annotators=\"ab\" \
        cue=\"wies\" cue_at=\"71-75\"/>";
    assert!(cas.contains(about), "{cas}");
    assert!(
        cas.contains("<custom:Factdesk xmi:id=\"6\" begin=\"53\" end=\"90\" sofa=\"1\" label=\"claim\""),
        "{cas}"
    );
    assert!(cas.contains("🦀 Der &quot;Sprecher&quot;&#9;wies␁ das &lt;zurück&gt;.&#10;Es sei"), "{cas}");
    assert!(cas.contains("documentTitle=\"Zölle\""), "{cas}");
    assert!(cas.contains("documentUri=\"https://bote.example/1?a&amp;b\""), "{cas}");
    assert!(cas.contains("members=\"2 3 4 5 6\""), "{cas}");
}

#[test]
fn what_is_said_of_a_sentence_without_tags_has_a_place_too() {
    let mut document = said(TEXT, "ab", &[("Es sei falsch!", &[])]);
    Arc::make_mut(&mut document.sentences[0]).note = Some("prüfen".into());
    let cas = cas(&[document]);
    assert!(cas.contains("annotators=\"ab\" note=\"prüfen\"/>"), "{cas}");
}

#[test]
fn every_feature_is_a_feature_of_the_layer() {
    let mut document = said(TEXT, "ab", &[("Es sei falsch!", &["claim"])]);
    let sentence = Arc::make_mut(&mut document.sentences[0]);
    let span = sentence.span;
    sentence.tags[0] = Tag {
        source: vec!["es".into()],
        source_at: vec![span],
        who: Some("er".into()),
        cue: Some("sei".into()),
        cue_at: vec![span],
        claims: vec!["zoll".into()],
        origin: Some(Origin::Imported),
        unsure: true,
        ..sentence.tags[0].clone()
    };
    (sentence.note, sentence.mark, sentence.kind) = (Some("x".into()), true, Some(Kind::Caption));
    sentence.quote = "Es sei ganz falsch!".into();
    let cas = cas(&[document]);
    let about = cas.split("<custom:Factdesk").nth(1).unwrap().split("/>").next().unwrap();
    assert!(about.contains("anchor=\"edited\" saved=\"Es sei ganz falsch!\""), "{about}");
    let types = super::types::type_system();
    let layer = types.split("webanno.custom.Factdesk").nth(1).unwrap();
    let features = about
        .split("=\"")
        .filter_map(|before| before.rsplit(' ').next())
        .filter(|name| !["xmi:id", "begin", "end", "sofa"].contains(name) && !name.contains('"'));
    let mut count = 0;
    for name in features {
        assert!(layer.contains(&format!("<name>{name}</name>")), "{name}");
        count += 1;
    }
    assert!(count >= 12, "{about}");
}
