//! Where the panes are: a pure function of the size and the focus, used by update and view alike.

/// Columns and rows of the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// The leftmost column.
    pub x: u16,
    /// The topmost row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// A pane of the Desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The articles.
    List,
    /// The reading column.
    #[default]
    Article,
    /// Tags, source, cue and note of the selected sentence.
    Inspector,
}

/// The smallest terminal the workbench is drawn on.
pub const SMALLEST: Size = Size { width: 40, height: 10 };

impl Size {
    /// Is it less than [`SMALLEST`]?
    pub fn is_too_small(self) -> bool {
        self.width < SMALLEST.width || self.height < SMALLEST.height
    }

    /// Header, what stands between, and footer of every view; `None` where nothing is drawn.
    pub(super) fn parts(self) -> Option<[Area; 3]> {
        let Self { width, height } = self;
        let part = |y, height| Area { x: 0, y, width, height };
        (!self.is_too_small()).then(|| [part(0, 1), part(1, height - 2), part(height - 1, 1)])
    }
}

/// Where everything of the Desk stands; a pane that is not shown has no area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Geometry {
    /// The line at the top.
    pub header: Area,
    /// The line at the bottom.
    pub footer: Area,
    /// The articles.
    pub list: Option<Area>,
    /// The article's pane.
    pub article: Option<Area>,
    /// The inspector.
    pub inspector: Option<Area>,
    /// The text column inside the article's pane, at most as wide as the settings say, centred; the gutter stands
    /// on its left, inside the pane.
    pub column: Area,
}

/// Columns left of the text: a bar, three letters, two signs, a blank.
pub const GUTTER: u16 = 7;

/// The least columns for three panes.
const WIDE: u16 = 120;

/// The least columns for two panes.
const MIDDLE: u16 = 80;

impl Geometry {
    /// Where everything stands on a terminal of `size`. `focus` is the pane that has the keys, `beside` the one that
    /// is shown beside the article where there is room for one only; `column` the widest the text may be. Nothing
    /// has an area below [`SMALLEST`].
    pub fn of(size: Size, focus: Pane, beside: Pane, column: u16) -> Self {
        let Some([header, body, footer]) = size.parts() else { return Self::default() };
        let mut geometry = Self { header, footer, ..Self::default() };
        if size.width >= WIDE {
            let (of_list, of_inspector) = sides(size.width);
            let (list, rest) = body.split(of_list);
            let (article, inspector) = rest.split(rest.width - 1 - of_inspector);
            geometry.list = Some(list);
            geometry.article = Some(article);
            geometry.inspector = Some(inspector);
        } else if size.width >= MIDDLE {
            let columns = if size.width >= 100 { 32 } else { 28 };
            if beside == Pane::List {
                let (list, article) = body.split(columns);
                geometry.list = Some(list);
                geometry.article = Some(article);
            } else {
                let (article, inspector) = body.split(body.width - 1 - columns);
                geometry.article = Some(article);
                geometry.inspector = Some(inspector);
            }
        } else {
            match focus {
                Pane::List => geometry.list = Some(body),
                Pane::Article => geometry.article = Some(body),
                Pane::Inspector => geometry.inspector = Some(body),
            }
        }
        geometry.column = text_column(geometry.article.unwrap_or(body), column);
        geometry
    }

    /// Rows of the reading column.
    pub fn rows(&self) -> usize {
        usize::from(self.column.height)
    }
}

impl Area {
    /// The first `width` columns, and what is right of them and the one column between.
    fn split(self, width: u16) -> (Self, Self) {
        let right = Self { x: self.x + width + 1, width: self.width - width - 1, ..self };
        (Self { width, ..self }, right)
    }
}

/// The columns of list and inspector beside an article, on a terminal that has room for three panes: the text gets what
/// it needs first.
fn sides(width: u16) -> (u16, u16) {
    match width {
        160.. => (36, 44),
        140.. => (30, 34),
        _ => (26, 30),
    }
}

/// The text column of an article's pane: behind the gutter, with one column of air on the right, centred.
fn text_column(pane: Area, widest: u16) -> Area {
    let room = pane.width - GUTTER - 1;
    let width = room.min(widest.max(20));
    Area { x: pane.x + GUTTER + (room - width) / 2, width, ..pane }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(width: u16, height: u16, focus: Pane, side: Pane) -> Geometry {
        Geometry::of(Size { width, height }, focus, side, 72)
    }

    #[test]
    fn wide_terminals_have_three_panes_middle_ones_two_narrow_ones_one() {
        let shown = |g: Geometry| [g.list.is_some(), g.article.is_some(), g.inspector.is_some()];
        assert_eq!(shown(at(120, 36, Pane::Article, Pane::Inspector)), [true; 3]);
        assert_eq!(shown(at(119, 36, Pane::Article, Pane::Inspector)), [false, true, true]);
        assert_eq!(shown(at(80, 24, Pane::Article, Pane::List)), [true, true, false]);
        assert_eq!(shown(at(79, 24, Pane::Inspector, Pane::Inspector)), [false, false, true]);
        assert_eq!(at(39, 24, Pane::Article, Pane::List), Geometry::default());
        assert_eq!(at(40, 9, Pane::Article, Pane::List), Geometry::default());
    }

    #[test]
    fn the_column_is_never_wider_than_asked_for_and_stands_in_the_middle() {
        let wide = at(200, 60, Pane::Article, Pane::Inspector);
        let pane = wide.article.unwrap();
        assert_eq!(wide.column.width, 72);
        let (left, right) = (wide.column.x - pane.x - GUTTER, pane.x + pane.width - wide.column.x - 72 - 1);
        assert!(left.abs_diff(right) <= 1, "{left} {right}");
    }

    #[test]
    fn the_text_has_most_of_a_terminal_with_three_panes() {
        for width in WIDE..=220 {
            let g = at(width, 36, Pane::Article, Pane::Inspector);
            let (list, inspector) = (g.list.unwrap().width, g.inspector.unwrap().width);
            assert!(g.column.width > list && g.column.width > inspector, "{width}: {g:?}");
        }
        assert_eq!(at(120, 36, Pane::Article, Pane::Inspector).column.width, 54);
    }

    #[test]
    fn panes_never_leave_the_screen() {
        for width in 40..=220 {
            for (focus, side) in [
                (Pane::Article, Pane::List),
                (Pane::List, Pane::Inspector),
                (Pane::Inspector, Pane::Inspector),
            ] {
                let g = at(width, 10, focus, side);
                for area in [g.list, g.article, g.inspector, Some(g.column)].into_iter().flatten() {
                    assert!(
                        area.x + area.width <= width && area.y + area.height <= 9 && area.width > 20,
                        "{width} {area:?}"
                    );
                }
            }
        }
    }
}
