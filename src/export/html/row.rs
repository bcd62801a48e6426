//! What a sentence and an article come to in the tables of a report.

use super::{
    look::{Look, labels},
    markup::Markup,
    tally::Tally,
    words,
};
use crate::{
    annotation::AnchorState,
    export::{Entry, Exported, Options},
};

/// An article in a report, for its rows.
pub(super) struct Rows<'a> {
    pub(super) exported: &'a Exported<'a>,
    pub(super) options: &'a Options,
    /// What links name its entries by.
    pub(super) entries: &'a [String],
    /// What it is called.
    pub(super) title: &'a str,
}

impl Rows<'_> {
    /// The rows of the table of all sentences.
    pub(super) fn sentences(&self, markup: &mut Markup) {
        if self.exported.entries.is_empty() {
            return;
        }
        markup.raw("<tbody>");
        for (entry, id) in self.exported.entries.iter().zip(self.entries) {
            self.sentence(markup, entry, id);
        }
        markup.raw("</tbody>\n");
    }

    fn sentence(&self, markup: &mut Markup, entry: &Entry<'_>, id: &str) {
        let options = self.options;
        markup.raw("<tr><td><a href=#").raw(id).raw(">").isolated(entry.text).raw("</a>");
        for (annotator, note) in entry.notes() {
            markup.raw("<small>").text(annotator.as_str()).raw(": ").isolated(note).raw("</small>");
        }
        markup.raw("<td>");
        for label in labels(entry, options) {
            let look = Look::of(label, options);
            markup.raw("<span>");
            look.badge(markup);
            markup.raw(" ").text(look.name).raw("</span> ");
        }
        markup.raw("<td>");
        let mut said: Vec<&str> = Vec::new();
        for tag in &entry.tags {
            let source = options.context.aliases.speaker(tag.tag);
            if let Some(source) = source.filter(|source| !said.contains(source)) {
                markup.isolated(source).raw(" ");
                said.push(source);
            }
        }
        markup.raw("<td>").isolated(self.title);
        let front = &self.exported.head.front;
        for fact in [&front.outlet, &front.date].into_iter().flatten() {
            markup.raw("<small>").isolated(fact).raw("</small>");
        }
        markup.raw("<td>");
        let mut by: Vec<_> = entry.tags.iter().flat_map(|tag| &tag.annotators).collect();
        by.sort();
        by.dedup();
        for annotator in by {
            markup.text(annotator.as_str()).raw(" ");
        }
        markup.raw("<td>").raw(entry.state.name().text(options.lang));
        if entry.anchor != AnchorState::Exact {
            markup.raw("<small>").raw(entry.anchor.name().text(options.lang)).raw("</small>");
        }
    }

    /// The line of the article in the contents.
    pub(super) fn article(&self, markup: &mut Markup, id: &str, tally: &Tally) {
        let front = &self.exported.head.front;
        markup.raw("<li><a href=#").raw(id).raw(">").isolated(self.title).raw("</a> <small>");
        for fact in [&front.outlet, &front.date].into_iter().flatten() {
            markup.isolated(fact).raw(" ");
        }
        markup.raw("</small><span class=counts>");
        for ((_, label), n) in &tally.labels {
            let look = Look::of(label, self.options);
            markup.raw("<span>");
            look.badge(markup);
            markup.raw("<span class=ln>").text(look.name).raw(":</span> ").number(*n).raw("</span> ");
        }
        markup.raw("</span>");
        progress(markup, self.options, tally);
        markup.raw("</li>\n");
    }

    /// The sentences that no longer stand as they were saved.
    pub(super) fn changed(&self, markup: &mut Markup) {
        let lang = self.options.lang;
        for (entry, id) in self.exported.entries.iter().zip(self.entries) {
            if entry.anchor.is_placed() {
                continue;
            }
            markup.raw("<li><b>").raw(entry.anchor.name().text(lang)).raw("</b> <a href=#").raw(id).raw(">");
            markup.isolated(self.title).raw("</a> ").raw(words::SAVED.text(lang)).raw(" <q>");
            markup.isolated(entry.saved.unwrap_or(entry.text)).raw("</q>");
            if entry.saved.is_some() {
                markup.raw(" ").raw(words::NOW.text(lang)).raw(" <q>").isolated(entry.text).raw("</q>");
            }
            markup.raw("</li>\n");
        }
    }
}

/// How much has been read, as a bar with its words.
pub(super) fn progress(markup: &mut Markup, options: &Options, tally: &Tally) {
    if tally.units > 0 {
        let said = words::read(options.lang, tally.read, tally.units);
        bar(markup, "read", tally.read, tally.units, &said);
        markup.raw("<span class=of>").number(percent(tally.read, tally.units)).raw(" %</span>");
    }
}

/// A bar that is full at `of`, and what it says to those who do not see it.
pub(super) fn bar(markup: &mut Markup, class: &str, n: usize, of: usize, said: &str) {
    markup
        .raw("<svg class=bar role=img viewBox=\"0 0 1000 10\" preserveAspectRatio=none aria-label=\"")
        .text(said);
    markup.raw("\"><title>").text(said).raw("</title><rect class=rest width=1000 height=10 /><rect class=");
    markup
        .raw(class)
        .raw(" width=")
        .number((n * 1000).checked_div(of).unwrap_or(0))
        .raw(" height=10 /></svg>");
}

/// `n` of `of` in hundredths, 100 only where it is all.
fn percent(n: usize, of: usize) -> usize {
    (n * 100).checked_div(of).unwrap_or(0)
}
