//! One message in, effects out.

use jiff::Timestamp;

use super::{App, Effect, Msg, Notice, View, notice::Weight};

impl App {
    /// Takes one message at the time `now`, changes the state and says what is to be done outside.
    pub fn update(&mut self, now: Timestamp, msg: Msg) -> Vec<Effect> {
        self.now = now;
        if matches!(msg, Msg::Key(_) | Msg::Clicked(_) | Msg::Wheel(..)) {
            self.before_resize = None;
        }
        match msg {
            Msg::Key(key) => self.key(key),
            Msg::Pasted(text) => self.pasted(&text),
            Msg::Clicked(target) => self.clicked(&target),
            Msg::Wheel(target, rows) => self.wheel(&target, rows.into()),
            Msg::Resized(size) => self.resized(size),
            Msg::Focus(true) => self.look_again(),
            Msg::Focus(false) => {}
            Msg::Listed(articles) => self.listed(articles),
            Msg::ListDone { others, unreadable } => self.list_done(others, unreadable),
            Msg::Progress { counts, sources } => self.progress(counts, sources),
            Msg::Opened(opened) => self.opened(*opened),
            Msg::Segmented { generation, units, done } => self.segmented(generation, &units, done),
            Msg::Reloaded { article, text, document } => {
                if self.is_same_text(&article, text) {
                    self.reloaded(&article, document);
                }
            }
            Msg::Company { article, company } => self.in_company(&article, company),
            Msg::Saved { article, sent, on_disk, former } => {
                self.saved(&article, &sent, on_disk, former.as_deref());
                if self.view == View::Overview {
                    self.count_workspace();
                }
                self.export_after_saving();
            }
            Msg::SaveFailed { article, sent, error, kept } => {
                self.save_failed(&article, &sent, &error, kept.as_deref());
                self.export_after_saving();
            }
            Msg::Recovered { saved, failed } => self.recovered(saved, &failed),
            Msg::SettingKept { setting, file } => self.setting_kept(&setting, file),
            Msg::Hits { generation, hits, done } => self.hits(generation, hits, done),
            Msg::Reviewed { generation, rows, so_far } => self.reviewed(generation, rows, so_far),
            Msg::Arranged { number, lines, counts } => self.arranged(number, lines, counts),
            Msg::Counted { generation, so_far, sections } => self.counted(generation, so_far, sections),
            Msg::Fetched(fetched) => self.fetched(*fetched),
            Msg::FilterKept { name, query, file } => self.filter_kept(name, query, file),
            Msg::ExportPreviewed { generation, preview } => self.export_previewed(generation, *preview),
            Msg::ExportGoesOn { generation, articles, of } => self.export_goes_on(generation, articles, of),
            Msg::ExportEnded { generation, end } => self.export_ended(generation, end),
            Msg::Edited(text) => self.edited(text),
            Msg::Others { article, rows } => self.others_arrived(article, rows),
            Msg::Imported(answer) => self.imported(answer),
        }
        std::mem::take(&mut self.effects)
    }

    /// Says something in passing.
    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { weight: Weight::Info, text: text.into() });
    }

    /// Says that something did not go as asked, behind what was said so since the last key.
    pub(super) fn warn(&mut self, text: impl Into<String>) {
        let mut text = text.into();
        if let Some(Notice { weight: Weight::Warning, text: said }) = self.notice.take() {
            text = if said.contains(&text) { said } else { format!("{said}  ·  {text}") };
        }
        self.notice = Some(Notice { weight: Weight::Warning, text });
    }
}
