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

/// The smallest terminal the Desk is drawn on.
pub const SMALLEST: Size = Size { width: 40, height: 10 };

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
