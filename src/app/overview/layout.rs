//! Where the sections of the Overview stand: below each other, in as many columns as there is room for. A pure function
//! of the sections and the width, used by update and view alike.

use crate::{app::geometry::Area, review::overview::Section};

/// The least columns of cells that a section needs beside another.
const NARROWEST: u16 = 52;
/// The columns of cells between two sections.
pub const GAP: u16 = 3;
/// The most sections side by side.
const MOST: usize = 3;
/// The fewest rows of a folded section that are shown.
const FEWEST: usize = 10;

/// Where one section stands, in rows below the first and in columns of sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// In which column.
    pub column: usize,
    /// The row of its heading; its first row of bars follows.
    pub top: usize,
    /// How many of its rows are shown.
    pub shown: usize,
    /// How many are folded away; where there are some, a line below the others says so.
    pub hidden: usize,
}

impl Place {
    /// How many lines can be selected: the rows shown, and what stands for the others.
    pub fn lines(self) -> usize {
        self.shown + usize::from(self.hidden > 0)
    }

    /// The row of one of them.
    pub fn row(self, line: usize) -> usize {
        self.top + 1 + line
    }

    /// The row of its last line.
    fn last(self) -> usize {
        self.top + self.lines()
    }
}

/// Where all sections stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Where each does, in their order.
    pub places: Vec<Place>,
    /// Columns of cells that a section has.
    pub width: u16,
    /// Rows of the longest column.
    pub height: usize,
}

impl Layout {
    /// Where `sections` stand in `area`; those that `is_unfolded` tells are shown whole, of others as many rows as are a
    /// third of the screen.
    ///
    /// They follow each other down the columns, as evenly as that goes.
    pub fn of(sections: &[Section], is_unfolded: impl Fn(&Section) -> bool, area: Area) -> Self {
        let (width, folded) = (area.width, FEWEST.max(usize::from(area.height) / 3));
        let columns =
            usize::from((width + GAP) / (NARROWEST + GAP)).clamp(1, MOST).min(sections.len().max(1));
        let places = sections.iter().map(|section| {
            let rows = section.rows.len();
            // A line that says that one row is folded away would take its place.
            let shown = if is_unfolded(section) || rows <= folded + 1 { rows } else { folded };
            Place { column: 0, top: 0, shown, hidden: rows - shown }
        });
        let mut places: Vec<Place> = places.collect();
        let limit = lowest(&places, columns);
        let (mut column, mut top) = (0, 0);
        for place in &mut places {
            if top > 0 && top + place.lines() + 1 > limit {
                (column, top) = (column + 1, 0);
            }
            (place.column, place.top) = (column, top);
            top = place.last() + 2;
        }
        let height = places.iter().map(|place| place.last() + 1).max().unwrap_or(0);
        let count = u16::try_from(columns).unwrap_or(1);
        Self { places, width: (width - GAP * (count - 1)) / count, height }
    }

    /// The leftmost column of cells of a column of sections.
    pub fn x(&self, column: usize) -> u16 {
        u16::try_from(column).unwrap_or(0) * (self.width + GAP)
    }

    /// The line that stands nearest to `row` in another column: its section and its number there.
    pub fn nearest(&self, column: usize, row: usize) -> Option<(usize, usize)> {
        let lines = self.places.iter().enumerate().filter(|(_, place)| place.column == column);
        let near = |place: &Place| row.saturating_sub(place.top + 1).min(place.lines().saturating_sub(1));
        lines
            .map(|(section, place)| (section, near(place)))
            .min_by_key(|(section, line)| self.places[*section].row(*line).abs_diff(row))
    }
}

/// The least height of so many columns into which all fit in their order.
fn lowest(places: &[Place], columns: usize) -> usize {
    let height =
        |places: &[Place]| places.iter().map(|place| place.lines() + 2).sum::<usize>().saturating_sub(1);
    let runs = (0..places.len()).flat_map(|first| (first + 1..=places.len()).map(move |end| first..end));
    let mut heights: Vec<usize> = runs.map(|run| height(&places[run])).collect();
    heights.sort_unstable();
    let fits = |limit: &usize| {
        let mut needed = 1;
        let mut first = 0;
        for end in 1..=places.len() {
            if height(&places[first..end]) > *limit {
                (needed, first) = (needed + 1, end - 1);
            }
        }
        needed <= columns && places.iter().all(|place| place.lines() < *limit)
    };
    heights.into_iter().find(fits).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        annotation::Label,
        review::overview::{Bar, Bars, Name, Topic, Value},
    };

    fn sections(rows: &[usize]) -> Vec<Section> {
        let row = Bars {
            name: Name::Label(Label::new("claim")),
            bars: vec![Bar { label: None, value: Value::Count(1) }],
        };
        rows.iter().map(|rows| Section { topic: Topic::States, rows: vec![row.clone(); *rows] }).collect()
    }

    fn area(width: u16) -> Area {
        Area { width, height: 22, ..Area::default() }
    }

    fn places(rows: &[usize], width: u16) -> Vec<(usize, usize)> {
        let layout = Layout::of(&sections(rows), |_| false, area(width));
        layout.places.iter().map(|place| (place.column, place.top)).collect()
    }

    #[test]
    fn narrow_terminals_have_one_column_wide_ones_more() {
        assert_eq!(places(&[2, 3, 1], 80), [(0, 0), (0, 4), (0, 9)]);
        assert_eq!(places(&[2, 3, 1], 120), [(0, 0), (1, 0), (1, 5)]);
        assert_eq!(places(&[2, 3, 1], 200), [(0, 0), (1, 0), (2, 0)]);
        assert_eq!(places(&[], 200), []);
    }

    #[test]
    fn columns_are_as_even_as_the_order_allows() {
        assert_eq!(places(&[9, 2, 2, 3], 120), [(0, 0), (1, 0), (1, 4), (1, 8)]);
        assert_eq!(places(&[2, 2, 2, 6], 120), [(0, 0), (0, 4), (0, 8), (1, 0)]);
    }

    #[test]
    fn no_section_is_cut_and_none_leaves_the_screen() {
        for width in 40..=220 {
            for rows in [&[1_usize, 9, 2, 30, 4, 4][..], &[1], &[30, 1, 1]] {
                let layout = Layout::of(&sections(rows), |_| false, area(width));
                for place in &layout.places {
                    assert!(layout.x(place.column) + layout.width <= width, "{width} {layout:?}");
                    assert!(place.last() < layout.height);
                }
                let ends = |a: &Place, b: &Place| a.column < b.column || a.last() + 1 < b.top;
                assert!(layout.places.is_sorted_by(ends), "{layout:?}");
            }
        }
    }

    #[test]
    fn long_sections_are_folded_until_they_are_opened() {
        let long = sections(&[30, 11]);
        let folded = Layout::of(&long, |_| false, area(80));
        let shown = |layout: &Layout| -> Vec<_> {
            layout.places.iter().map(|place| (place.shown, place.hidden)).collect()
        };
        assert_eq!(shown(&folded), [(10, 20), (11, 0)]);
        assert_eq!(shown(&Layout::of(&long, |_| true, area(80))), [(30, 0), (11, 0)]);
    }

    #[test]
    fn beside_a_line_stands_the_nearest_of_the_other_column() {
        let layout = Layout::of(&sections(&[6, 2, 3]), |_| false, area(120));
        // The second column: rows 1 and 2, then 5 to 7.
        let beside = |row| layout.nearest(1, row);
        assert_eq!([1, 2, 3, 4, 6].map(beside), [(1, 0), (1, 1), (1, 1), (2, 0), (2, 1)].map(Some));
        assert_eq!(layout.nearest(2, 1), None);
    }
}
