//! An article that is being pasted in: a preview, then its name.

use super::{beginning, boxed, middle};
use crate::{
    app::{App, geometry::Area, overlay::Paste},
    locale::Phrase,
    view::{
        canvas::{Canvas, Pen},
        input,
        theme::Role,
    },
};

const TITLE: Phrase = Phrase::new("Bring an article in", "Artikel aufnehmen");
const PASTE: Phrase = Phrase::new("Paste the text here.", "Füge hier den Text ein.");
const NAME: Phrase = Phrase::new("STORY/NAME", "THEMA/NAME");
/// The widest the text gets, in columns.
const COLUMN: u16 = 72;

/// Draws `paste` in a box over `area`.
pub(super) fn draw(canvas: &mut Canvas, area: Area, paste: &Paste, app: &App) {
    let place = middle(area, COLUMN + 4, area.height.saturating_sub(2).max(6));
    let inside = boxed(canvas, place, TITLE.text(app.lang), &format!("{} B", paste.text.len()));
    let below = 1 + u16::from(paste.naming) + u16::from(paste.complaint.is_some());
    let preview = Area { height: inside.height.saturating_sub(below), ..inside };
    if paste.text.is_empty() {
        canvas.put(&mut Pen::new(preview, 0), PASTE.text(app.lang), Role::Dim);
        canvas.point(preview.x, preview.y);
    } else {
        beginning(canvas, preview, paste.text.lines());
    }
    let mut row = preview.height + 1;
    if paste.naming {
        let mut pen = Pen::new(inside, row);
        canvas.put(&mut pen, NAME.text(app.lang), Role::Strong);
        canvas.put(&mut pen, " > ", Role::Strong);
        input::draw(canvas, pen, &paste.to);
        row += 1;
    }
    if let Some(complaint) = &paste.complaint {
        let style = canvas.style(Role::Warning);
        canvas.write_cut(&mut Pen::new(inside, row), &format!("! {complaint}"), style);
    }
}
