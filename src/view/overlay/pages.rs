//! A text to read: Markdown, as far as the codebook uses it.

use super::{boxed, middle};
use crate::{
    app::{geometry::Area, overlay::Pages},
    text::wrap::wrap,
    view::{
        canvas::{Canvas, Pen},
        theme::Role,
    },
};

/// The widest the text gets, in columns.
const COLUMN: u16 = 72;
/// The furthest a line is indented, in columns.
const DEEPEST: u16 = 8;

/// Draws `pages` in a box over `area` that is no higher than they need.
pub(super) fn draw_low(canvas: &mut Canvas, area: Area, pages: &Pages) {
    let width = usize::from(middle(area, COLUMN + 4, 0).width.saturating_sub(4));
    let rows = |line: Line| wrap(&line.text, width.saturating_sub(line.indents().1.into())).count().max(1);
    let rows: usize = read(&pages.lines, 0).map(rows).sum();
    draw_in(canvas, middle(area, COLUMN + 4, u16::try_from(rows + 2).unwrap_or(u16::MAX)), pages);
}

/// Draws `pages` in a box over `area`.
pub(super) fn draw(canvas: &mut Canvas, area: Area, pages: &Pages) {
    draw_in(canvas, middle(area, COLUMN + 4, area.height), pages);
}

fn draw_in(canvas: &mut Canvas, place: Area, pages: &Pages) {
    let seen = (pages.top + usize::from(place.height.saturating_sub(2))).min(pages.lines.len());
    let percent = 100 * seen / pages.lines.len().max(1);
    let inside = boxed(canvas, place, &pages.title, &format!("{percent} %"));
    let mut row = 0;
    for line in read(&pages.lines, pages.top) {
        let (begins, goes_on) = line.indents();
        let first = row;
        for part in wrap(&line.text, usize::from(inside.width.saturating_sub(goes_on))) {
            if row >= inside.height {
                return;
            }
            let mut pen = Pen::new(inside, row).indented(if row == first { begins } else { goes_on });
            let styles = canvas.styles;
            let look = |at| styles.style(line.role(part.start + at));
            canvas.write_with(&mut pen, &line.text[part.start..part.end], look);
            row += 1;
        }
        row = row.max(first + 1);
    }
}

/// A line without its marks of emphasis.
#[derive(Debug, Default)]
struct Line {
    text: String,
    /// From which byte on the text has which look.
    roles: Vec<(usize, Role)>,
}

impl Line {
    fn role(&self, at: usize) -> Role {
        self.roles.iter().rev().find(|(from, _)| *from <= at).map_or(Role::Text, |(_, role)| *role)
    }

    /// Columns by which its first row and the others stand further right.
    fn indents(&self) -> (u16, u16) {
        let words = self.text.trim_start_matches(' ');
        let begins = u16::try_from(self.text.len() - words.len()).unwrap_or(0).min(DEEPEST);
        let digits = words.trim_start_matches(|c: char| c.is_ascii_digit());
        let item = match (words.starts_with("- "), digits.len() < words.len() && digits.starts_with(". ")) {
            (true, _) => 2,
            (_, true) => 3,
            _ => 0,
        };
        (begins, begins + item)
    }
}

/// `lines` from `top` on; emphasis goes on from line to line until an empty one.
fn read(lines: &[String], top: usize) -> impl Iterator<Item = Line> {
    let top = top.min(lines.len());
    let paragraph = lines[..top].iter().rposition(String::is_empty).unwrap_or(0);
    let mut role = Role::Text;
    let read = move |line: &String| {
        let heading = line.trim_start_matches('#');
        if heading.len() < line.len() && heading.starts_with(' ') {
            role = Role::Text;
            return Line { text: heading.trim_start().to_owned(), roles: vec![(0, Role::Heading)] };
        }
        if line.is_empty() {
            role = Role::Text;
        }
        emphasised(line, &mut role)
    };
    lines[paragraph..].iter().map(read).skip(top - paragraph)
}

/// `line` with `*italic*` and `**bold**` as looks; `role` is the one it begins with and then the one it ends with.
fn emphasised(line: &str, role: &mut Role) -> Line {
    let mut read = Line { text: String::with_capacity(line.len()), roles: vec![(0, *role)] };
    let mut rest = line;
    while let Some(at) = rest.find('*') {
        read.text.push_str(&rest[..at]);
        let (mark, look) = if rest[at..].starts_with("**") { (2, Role::Strong) } else { (1, Role::Caption) };
        *role = if *role == look { Role::Text } else { look };
        read.roles.push((read.text.len(), *role));
        rest = &rest[at + mark..];
    }
    read.text.push_str(rest);
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_runs_over_lines_and_ends_at_an_empty_one() {
        let lines = ["# Head", "*one", "two* three **four**", "*open", "", "plain"].map(str::to_owned);
        let read: Vec<Line> = read(&lines, 2).collect();
        assert_eq!(read[0].text, "two three four");
        assert_eq!([0, 4, 10].map(|at| read[0].role(at)), [Role::Caption, Role::Text, Role::Strong]);
        assert_eq!(read[1].role(0), Role::Caption);
        assert_eq!(read[3].role(0), Role::Text);
    }
}
