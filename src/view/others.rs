//! What others say about the selected sentence, where that is to be seen.

use super::{lines::Lines, said, theme::Role};
use crate::{
    app::{App, OpenArticle},
    locale::Phrase,
    text::Unit,
};

const OTHERS: Phrase = Phrase::new("What others say", "Was andere sagen");
const LOOKING: Phrase = Phrase::new("looking …", "sucht …");
const NOTHING: Phrase = Phrase::new("nothing about this sentence", "nichts zu diesem Satz");

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
        let style = lines.styles.style(Role::Strong);
        lines.push(said::who(lines, app, reading, style));
        if reading.now != Some(unit.chars) || !reading.anchor.is_placed() {
            lines.labelled(said::COVERS.text(app.lang), &format!("„{}“", sentence.quote), said::INDENT);
        }
        said::whole(lines, app, sentence);
    }
}
