//! The Review: a table of what three people said about two articles, one of which was edited since.

use std::sync::Arc;

use factdesk::{
    annotation::{Annotator, Conflict, Document, Label, Origin, Sentence, Tag},
    app::{Msg, ReadSoFar, Target, review::ReviewPane},
    review::Column,
    text::{Article, ArticleId, article::text_sha256, decode, sentence},
};

use crate::{
    article::{COMMENT, EVIL, REPORT},
    print, rules,
    scene::Scene,
};

/// The report as it was when most of it was tagged.
fn former() -> String {
    let closed = "Who pays is open.";
    REPORT
        .replace("Eleven ships were sent on", "Nine ships were not sent on")
        .replace(closed, &format!("{closed} A tug from Nordby was asked for help and did not come."))
}

/// The first words of a sentence, and what somebody says about it.
type Said<'a> = (&'a str, &'a dyn Fn(&mut Sentence));

/// What somebody says about the sentences of `text` that begin with these words.
fn said(id: &str, text: &str, who: &str, sentences: &[Said]) -> Document {
    let id = ArticleId::new(id);
    let decoded = decode::decode(text.as_bytes().to_vec()).unwrap();
    let article = Article::new(id.clone(), decoded);
    let mut document = Document::new(id, Annotator::new(who).unwrap());
    document.text_sha256 = Some(text_sha256(&article.text));
    for unit in sentence::segment(&article.text, article.body, sentence::Options::default()) {
        let words = &article.text[unit.bytes.range()];
        if let Some((_, say)) = sentences.iter().find(|(begins, _)| words.starts_with(begins)) {
            let mut sentence = Sentence::untouched(unit.chars, words);
            sentence.read = true;
            sentence.at = "2026-03-03T09:41:00Z".parse().ok();
            say(&mut sentence);
            document.sentences.push(Arc::new(sentence));
        }
    }
    assert_eq!(document.sentences.len(), sentences.len(), "{who}");
    document
}

/// Tags by the letters of their labels.
fn tags(letters: &str, source: Option<&str>) -> impl Fn(&mut Sentence) {
    let labels = letters.chars().map(|letter| match letter {
        'C' => Label::CLAIM,
        'D' => Label::DENIAL,
        _ => Label::ATTRIBUTION,
    });
    let tag = |name: &str| {
        let mut tag = Tag::new(Label::new(name));
        tag.source = source.filter(|_| tag.label.has_source()).map(str::to_owned).into_iter().collect();
        tag
    };
    let tags: Vec<Tag> = labels.map(tag).collect();
    move |sentence| sentence.tags.clone_from(&tags)
}

/// What everybody says.
pub fn documents() -> Vec<Document> {
    let former = former();
    let report = |who, sentences: &[Said]| said("harbour/courier.md", &former, who, sentences);
    let comment = |who, sentences: &[Said]| said("harbour/comment.md", COMMENT, who, sentences);
    let cue = |sentence: &mut Sentence| {
        tags("CA", Some("the port authority"))(sentence);
        let at = sentence.span.start + u32::try_from(sentence.quote.find("said").unwrap()).unwrap();
        sentence.tags[1].cue = Some("said".to_owned());
        sentence.tags[1].cue_at = vec![factdesk::text::Span::new(at, at + 4)];
    };
    let unsure = |sentence: &mut Sentence| {
        tags("CA", Some("dock workers"))(sentence);
        sentence.tags.iter_mut().for_each(|tag| tag.unsure = true);
        sentence.note = Some("Nobody has a name here: ask the foreman.".to_owned());
        sentence.saw = vec!["ab".to_owned()];
    };
    let marked = |sentence: &mut Sentence| {
        tags("C", None)(sentence);
        sentence.mark = true;
        sentence.tags[0].origin = Some(Origin::Suggested);
        sentence.tags[0].claims = vec!["record-year".to_owned()];
    };
    let rejected = |sentence: &mut Sentence| sentence.not = vec![Label::new(Label::CLAIM)];
    let contested = |sentence: &mut Sentence| {
        tags("C", None)(sentence);
        let theirs = Conflict { tags: vec![Tag::new(Label::new(Label::DENIAL))], note: None, at: None };
        sentence.conflict = Some(theirs);
    };
    let (claim, denial) = (tags("C", None), tags("D", Some("Ole Brandt")));
    let (hearsay, quoted) = (tags("A", Some("dock workers")), tags("A", Some("Ole Brandt")));
    vec![
        report(
            "ab",
            &[
                ("The large crane", &cue),
                ("Nine ships", &claim),
                ("According to", &hearsay),
                ("\"That is", &denial),
                ("A tug", &claim),
            ],
        ),
        report(
            "cd",
            &[
                ("The large crane", &cue),
                ("According to", &unsure),
                ("\"That is", &quoted),
                ("Last year", &marked),
                ("Who pays", &|_| ()),
            ],
        ),
        report("desk", &[("\"That is", &denial)]),
        comment("ab", &[("The port authority knew", &contested)]),
        comment("cd", &[("The port authority knew", &rejected)]),
    ]
}

/// The workspace with both articles and what everybody says.
fn workspace(width: u16, height: u16) -> Scene {
    let articles = [("harbour/courier.md", REPORT), ("harbour/comment.md", COMMENT)];
    let mut scene = Scene::new(&articles, width, height);
    scene.documents = documents();
    scene
}

/// The Review of it all, as `ab` sees it.
pub fn review(width: u16, height: u16) -> Scene {
    workspace(width, height).keys("2")
}

/// The same while the workspace is being read.
pub fn coming(width: u16, height: u16) -> Scene {
    let mut scene = workspace(width, height);
    scene.silent = true;
    let mut scene = scene.keys("2");
    let generation = scene.app.review.generation;
    let rows = scene.rows().into_iter().take(4).collect();
    let so_far = ReadSoFar { read: 1_200, all: 10_000, unreadable: 1, done: false };
    scene.send(Msg::Reviewed { generation, rows, so_far });
    scene
}

/// Columns and rows of the terminals that are looked at.
const SIZES: [(u16, u16); 5] = [(40, 10), (80, 24), (120, 36), (160, 50), (200, 60)];

fn picture(scene: &Scene) -> String {
    print::text(&scene.shot().buffer)
}

#[test]
fn what_everybody_said_at_all_sizes() {
    for (width, height) in SIZES {
        insta::assert_snapshot!(format!("review-{width}x{height}"), picture(&review(width, height)));
    }
}

#[test]
fn a_filter_that_is_typed_leaves_the_selected_sentence_in_sight() {
    for (width, height) in SIZES {
        let shot = review(width, height).keys("G /").shot();
        let shown = print::text(&shot.buffer);
        assert!(shown.contains("▌"), "{width}x{height}:\n{shown}");
    }
}

/// What the last cell of the first row that holds `text` means, counted from the left edge of `text`.
fn hit(scene: &Scene, text: &str) -> Option<Target> {
    let shot = scene.shot();
    let row = (0..shot.buffer.area.height).find(|row| print::row(&shot.buffer, *row).contains(text))?;
    let before = print::row(&shot.buffer, row).split(text).next()?.chars().count();
    shot.hits.at(u16::try_from(before).unwrap(), row)
}

#[test]
fn each_thing_gives_itself_back() {
    let scene = review(120, 36).keys("j");
    assert_eq!(hit(&scene, "According to"), Some(Target::ReviewLine(3)));
    assert_eq!(hit(&scene, "Labels"), Some(Target::Column(Column::Labels)));
    assert_eq!(hit(&scene, "ab (you)"), Some(Target::Reading(0)));
    assert_eq!(hit(&scene, "attribution"), Some(Target::Reading(0)));
}

#[test]
fn a_click_on_a_reading_chooses_it_and_the_keys_stay_with_the_table() {
    let mut scene = review(120, 36).keys("h");
    let target = hit(&scene, "read, nothing to tag").unwrap();
    assert_eq!(target, Target::Reading(1));
    scene.send(Msg::Clicked(target));
    assert_eq!((scene.app.review.reading, scene.app.review.focus), (1, ReviewPane::Table));
}

#[test]
fn the_chosen_reading_is_in_sight_on_every_terminal() {
    for (width, height) in SIZES {
        let mut scene = review(width, height).keys("j j j j");
        if scene.app.review_geometry().table.is_none_or(|_| scene.app.review_geometry().detail.is_none()) {
            continue;
        }
        for who in ["ab (you)", "cd", "desk"] {
            scene = scene.keys(if who.starts_with("ab") { "h h h" } else { "l" });
            let shown = picture(&scene);
            let barred = format!("▌ {who}");
            assert!(shown.contains(&barred), "{who} at {width}x{height}:\n{shown}");
        }
    }
}

#[test]
fn the_cursor_stands_on_the_selected_sentence() {
    let scene = review(80, 24).keys("j");
    let shot = scene.shot();
    let cursor = shot.cursor.unwrap();
    assert!(print::row(&shot.buffer, cursor.y).contains("▌courier.md:11    The large crane"));
    assert_eq!(shot.buffer[cursor].symbol(), "T");
}

#[test]
fn what_strangers_say_never_shifts_the_frame_nor_reaches_the_terminal() {
    let name = "e\u{301}vil/\u{202e}漢字\u{7}.md";
    let evil = |sentence: &mut Sentence| {
        tags("CDA", Some("\u{1b}]0;漢\u{202e}字\u{7}"))(sentence);
        sentence.tags[0].label = Label::new("\u{9b}2J\u{200b}");
        sentence.tags[1].cue = Some("👨‍👩‍👧‍👦\u{feff}".to_owned());
        sentence.note = Some("\u{1b}[31m\nשלום e\u{301}\u{302}".to_owned());
        sentence.saw = vec!["\u{7}".to_owned()];
    };
    let former = EVIL.replace("Hebrew", "\u{202e}Aramaic\u{7}");
    for width in (40..=220).step_by(9) {
        let mut scene = Scene::new(&[(name, EVIL)], width, 20);
        scene.documents = vec![
            said(name, EVIL, "ab", &[("Wide", &evil), ("Hebrew", &|_| ())]),
            said(name, &former, "cd", &[("Wide", &evil), ("\u{202e}Aramaic", &evil)]),
        ];
        for keys in ["2", "j", "l", "Tab", "j", "Tab b"] {
            scene = scene.keys(keys);
            let buffer = scene.shot().buffer;
            let what = format!("{keys} at {width}");
            rules::assert_exact(&buffer, &what);
            rules::assert_no_control(&buffer, &what);
        }
    }
}
