//! An article changes while the program runs: what was tagged follows its words, and nothing comes to stand on others.

use std::collections::BTreeMap;

use factdesk::{
    annotation::{Annotator, Document},
    app::Msg,
    text::ArticleId,
};

use crate::newsroom::{Newsroom, Start};

const TEXT: &str = "Eins steht hier. Zwei steht hier. Drei steht hier.";

fn room() -> Newsroom {
    let articles = [("a.txt", TEXT), ("b.txt", "Ganz woanders.")];
    let articles = articles.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let mut room = Newsroom::open(Start { articles: BTreeMap::from(articles), ..Start::default() });
    room.keys("C D");
    room
}

fn rewrite(room: &mut Newsroom, text: &str) {
    room.articles.insert("a.txt".to_owned(), text.to_owned());
}

/// What stands in the file: the words at every span in the article as it is now, and their labels.
fn tagged(room: &Newsroom) -> Vec<(String, String)> {
    let article = ArticleId::new("a.txt");
    let document =
        Document::parse(&room.files["a.txt"], &article, &Annotator::new("ab").unwrap()).unwrap().document;
    let text: Vec<char> = room.articles["a.txt"].chars().collect();
    let sentences = document.sentences.iter().map(|sentence| {
        let words: String = text[sentence.span.start as usize..sentence.span.end as usize].iter().collect();
        let labels: Vec<_> = sentence.tags.iter().map(|tag| tag.label.as_str()).collect();
        (words, labels.join(" "))
    });
    sentences.collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(words, labels)| ((*words).to_owned(), (*labels).to_owned())).collect()
}

#[test]
fn tags_follow_when_the_focus_comes_back() {
    let mut room = room();
    rewrite(&mut room, &format!("Neu. {TEXT}"));
    room.send(Msg::Focus(true));
    assert!(room.app.notice.as_ref().unwrap().text.contains("the article has changed"));
    let open = room.app.desk.open.as_ref().unwrap();
    assert_eq!(open.text(open.unit().unwrap().bytes), "Drei steht hier.", "the cursor stays at its sentence");
    room.keys("a");
    assert_eq!(
        tagged(&room),
        pairs(&[
            ("Eins steht hier.", "claim"),
            ("Zwei steht hier.", "denial"),
            ("Drei steht hier.", "attribution")
        ])
    );
}

#[test]
fn tags_follow_when_one_comes_back_from_another_article() {
    let mut room = room();
    room.keys("J");
    rewrite(&mut room, &format!("Neu. {TEXT}"));
    room.keys("K g c");
    let expected = [("Neu.", "claim"), ("Eins steht hier.", "claim"), ("Zwei steht hier.", "denial")];
    assert_eq!(tagged(&room), pairs(&expected));
}

#[test]
fn article_and_file_may_change_together() {
    let mut room = room();
    let theirs = room.files["a.txt"].replace("label: denial", "label: attribution");
    room.files.insert("a.txt".to_owned(), theirs);
    rewrite(&mut room, &format!("Neu. {TEXT}"));
    room.send(Msg::Focus(true));
    room.keys("c");
    let expected =
        [("Eins steht hier.", "claim"), ("Zwei steht hier.", "attribution"), ("Drei steht hier.", "claim")];
    assert_eq!(tagged(&room), pairs(&expected));
}

#[test]
fn what_is_no_longer_there_is_kept_and_told() {
    let mut room = room();
    rewrite(&mut room, "Eins steht hier. Drei steht hier.");
    room.send(Msg::Focus(true));
    assert!(room.app.notice.as_ref().unwrap().text.contains("the article has changed"));
    room.keys("c");
    assert!(room.files["a.txt"].contains("quote: Zwei steht hier."));
    assert!(room.files["a.txt"].contains("label: denial"));
}
