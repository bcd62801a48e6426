//! The mouse: a click selects, the wheel scrolls what is under it.

use super::{Action, App, ExportField, Overlay, Pane, Target, list::Row, review::ReviewPane};

impl App {
    pub(super) fn clicked(&mut self, target: &Target) {
        self.notice = self.lasting_notice();
        match (target, self.overlays.is_empty()) {
            (Target::Hint(action), true) => self.perform(*action),
            (Target::Hint(Action::Back), false) => self.key(super::Key::Esc),
            (Target::OverlayRow(row), false) => self.overlay_clicked(*row),
            (Target::ExportField(field), false) => self.export_clicked(*field, None),
            (Target::ExportFormat(format), false) => {
                self.export_clicked(ExportField::Format, Some(*format));
            }
            (_, false)
            | (
                Target::OverlayRow(_)
                | Target::Overlay
                | Target::Overview
                | Target::ExportField(_)
                | Target::ExportFormat(_),
                true,
            ) => {}
            (Target::ListRow(row), true) => {
                self.give_keys_to(Pane::List);
                if matches!(self.list.row(*row), Some(Row::Article(_))) {
                    self.select_row(*row, true);
                    self.open_selected();
                }
            }
            (Target::Unit(unit), true) => {
                self.give_keys_to(Pane::Article);
                self.go_to(*unit);
            }
            (Target::Tag(unit, label), true) => {
                self.give_keys_to(Pane::Article);
                self.go_to(*unit);
                self.perform(Action::Toggle(*label));
            }
            (Target::Pane(pane), true) => self.give_keys_to(*pane),
            (Target::ReviewLine(line), true) => {
                self.review.focus = ReviewPane::Table;
                self.select_line(*line, true);
            }
            // Keys go on moving through the table where it can be seen.
            (Target::Reading(reading), true) => self.review.show_reading(*reading),
            (Target::Column(column), true) => self.sort_by(*column),
            (Target::ReviewPane(pane), true) => self.review.focus = *pane,
            (Target::Bar(bar), true) => self.select_bar(*bar),
        }
    }

    pub(super) fn wheel(&mut self, target: &Target, rows: isize) {
        if let Some(overlay) = self.overlays.last_mut() {
            return overlay.scroll(rows);
        }
        match target {
            Target::ListRow(_) | Target::Pane(Pane::List) => {
                let height = self.geometry().list.map_or(1, |list| list.height.into());
                self.list.scroll(rows, height);
            }
            Target::Pane(Pane::Inspector) => self.scroll_inspector(rows),
            Target::Unit(_) | Target::Tag(..) | Target::Pane(Pane::Article) => self.scroll_article(rows),
            Target::ReviewLine(_) | Target::Column(_) | Target::ReviewPane(ReviewPane::Table) => {
                self.scroll_table(rows);
            }
            Target::Reading(_) | Target::ReviewPane(ReviewPane::Detail) => self.scroll_detail(rows),
            Target::Bar(_) | Target::Overview => self.scroll_overview(rows),
            Target::OverlayRow(_)
            | Target::Overlay
            | Target::Hint(_)
            | Target::ExportField(_)
            | Target::ExportFormat(_) => {}
        }
    }

    fn overlay_clicked(&mut self, row: usize) {
        let Some(mut overlay) = self.overlays.pop() else { return };
        let is_chosen = overlay.select(row);
        if let Overlay::Field(field) = &overlay {
            self.follow_typing(field);
        }
        self.overlays.push(overlay);
        if is_chosen {
            self.key(super::Key::Enter);
        }
    }
}
