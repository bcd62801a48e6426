//! What stands in the article's pane while no article is open.

use super::{
    canvas::Canvas,
    lines::{Line, Lines},
    problem,
    theme::Role,
};
use crate::{
    app::{Action, App, Pane, geometry::Area, msg::Target},
    locale::Phrase,
};

const WELCOME: Phrase = Phrase::new("Welcome to factdesk.", "Willkommen bei factdesk.");
const KEPT: Phrase = Phrase::new(
    "What you tag is kept in files of your own, below annotations/. Say once under which name.",
    "Was du markierst, steht in eigenen Dateien unter annotations/. Sag einmal, unter welchem Namen.",
);
const OPENING: Phrase = Phrase::new("opening", "öffnet");
const LOOKING: Phrase = Phrase::new("looking for articles …", "sucht Artikel …");
const CHOOSE: Phrase = Phrase::new(
    "No article is open. Choose one in the list.",
    "Kein Artikel ist offen. Wähle einen in der Liste.",
);
const EMPTY: Phrase =
    Phrase::new("This workspace has no articles yet.", "Dieser Arbeitsbereich hat noch keine Artikel.");
const HOW: Phrase = Phrase::new("Bring the first one in:", "So kommt der erste herein:");
const PASTE: Phrase = Phrase::new("Paste its text here:", "Den Text hier einfügen:");
const IMPORT: Phrase = Phrase::new("Or on the command line:", "Oder auf der Kommandozeile:");
const COPY: Phrase =
    Phrase::new("Or put text files (.txt, .md) into", "Oder Textdateien (.txt, .md) ablegen in");

/// Draws it into `pane`, within `column`.
pub(super) fn draw(canvas: &mut Canvas, pane: Area, column: Area, app: &App) {
    canvas.hit(pane, Target::Pane(Pane::Article));
    let top = (column.height / 5).min(6);
    let area = Area { y: column.y + top, height: column.height - top, ..column };
    let mut lines = Lines::new(canvas.styles, area.width);
    if let Some(problem) = &app.desk.problem {
        problem::add(&mut lines, problem, area.width);
    } else if app.annotator.is_none() {
        lines.text(WELCOME.text(app.lang), Role::Heading, 0);
        lines.gap();
        lines.text(KEPT.text(app.lang), Role::Text, 0);
    } else if let Some(article) = &app.desk.opening {
        lines.text(&format!("{} {article} …", OPENING.text(app.lang)), Role::Dim, 0);
    } else if !app.list.complete {
        lines.text(LOOKING.text(app.lang), Role::Dim, 0);
    } else if app.list.is_empty() {
        empty(&mut lines, app);
    } else {
        lines.text(CHOOSE.text(app.lang), Role::Text, 0);
    }
    lines.draw(canvas, area, 0);
}

/// How to bring in the first article.
fn empty(lines: &mut Lines, app: &App) {
    let strong = lines.styles.style(Role::Strong);
    let key = match app.commands.key_of(Action::PasteArticle) {
        key if key.is_empty() => {
            let title = app.commands.title_of(Action::PasteArticle, app.lang);
            format!("{} {title}", app.commands.key_of(Action::Palette))
        }
        key => key,
    };
    let folder = format!("{}/corpus/STORY/", app.workspace);
    lines.text(EMPTY.text(app.lang), Role::Heading, 0);
    lines.gap();
    lines.text(HOW.text(app.lang), Role::Text, 0);
    for (said, how) in
        [(PASTE, key.as_str()), (IMPORT, "factdesk import FILE --to STORY/NAME"), (COPY, &folder)]
    {
        lines.gap();
        lines.text(said.text(app.lang), Role::Dim, 0);
        let line = Line::default().at(2).then(how, strong);
        lines.push(if said == PASTE { line.means(Target::Hint(Action::PasteArticle)) } else { line });
    }
}
