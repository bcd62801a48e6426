//! What others say about the selected sentence, where that is to be seen.

use super::{
    lines::{Line, Lines},
    said,
    theme::Role,
};
use crate::{
    annotation::AnchorState,
    app::{App, OpenArticle},
    locale::Phrase,
    text::Unit,
};

const OTHERS: Phrase = Phrase::new("What others say", "Was andere sagen");
const LOOKING: Phrase = Phrase::new("looking …", "sucht …");
const NOTHING: Phrase = Phrase::new("nothing about this sentence", "nichts zu diesem Satz");
const READ: Phrase = Phrase::new("read, nothing to tag", "gelesen, nichts zu markieren");
const UNREAD: Phrase = Phrase::new("not read", "nicht gelesen");
const COVERS: Phrase = Phrase::new("on", "an");

/// Adds what others say about `unit`; nothing at all while it is hidden.
pub(super) fn add(lines: &mut Lines, app: &App, open: &OpenArticle, unit: &Unit) {
    let Some(me) = app.annotator.as_ref().filter(|_| app.desk.others.shown) else { return };
    let article = &open.article.id;
    lines.gap();
    lines.text(OTHERS.text(app.lang), Role::Heading, 2);
    let mut readings = app.desk.others.at(article, me, unit.chars).peekable();
    if readings.peek().is_none() {
        let said = if app.desk.others.are_known(article) { NOTHING } else { LOOKING };
        lines.text(said.text(app.lang), Role::Dim, 0);
    }
    for reading in readings {
        let sentence = &reading.sentence;
        let styles = lines.styles;
        let mut line = Line::default().then(reading.annotator.as_str(), styles.style(Role::Strong));
        if reading.anchor != AnchorState::Exact {
            let said = format!("  {} {}", reading.anchor.sign(), reading.anchor.name().text(app.lang));
            line = line.then(&said, styles.style(Role::Dim));
        }
        lines.push(line);
        if reading.now != Some(unit.chars) || !reading.anchor.is_placed() {
            lines.labelled(COVERS.text(app.lang), &format!("„{}“", sentence.quote), said::INDENT);
        }
        if sentence.tags.is_empty() {
            let said = if sentence.is_read() { READ } else { UNREAD };
            lines.text(said.text(app.lang), Role::Dim, 0);
        }
        said::add(lines, app, sentence, |_, _, line| line);
    }
}
