//! The page around the articles: its head, what is in it, how far it is, filters, and the table of all sentences.

use std::io;

use super::{
    look::Look,
    markup::Markup,
    policy::{SCRIPT, STYLE, content_security_policy},
    row::{bar, progress},
    section::html_lang,
    spool::Spool,
    tally::Tally,
    words,
};
use crate::{
    export::{Options, Sink, say},
    locale::Phrase,
};

/// How many sources the picture of the most quoted shows.
const MOST_QUOTED: usize = 10;
/// How many sources the filter offers by name.
const OFFERED: usize = 500;

/// A report whose articles are all there.
pub(super) struct Page<'a> {
    pub(super) options: &'a Options,
    pub(super) tally: &'a Tally,
}

impl Page<'_> {
    /// Writes it around what waited for it.
    ///
    /// # Errors
    /// What the packer and `out` say.
    pub(super) fn write(
        &self,
        out: &mut dyn Sink,
        contents: Spool,
        changed: Spool,
        articles: Spool,
        rows: Spool,
    ) -> io::Result<()> {
        let say = |out: &mut dyn Sink, write: &dyn Fn(&mut Markup)| {
            let mut markup = Markup::default();
            write(&mut markup);
            out.write_all(markup.as_bytes())
        };
        say(out, &|markup| self.head(markup))?;
        say(out, &|markup| self.overview(markup))?;
        contents.pour(out)?;
        say(out, &|markup| {
            markup.raw("</ol></div>");
        })?;
        if self.has_changed() {
            say(out, &|markup| self.changed(markup))?;
            changed.pour(out)?;
            out.write_all(b"</ul></section>")?;
        }
        say(out, &|markup| self.articles(markup))?;
        articles.pour(out)?;
        say(out, &|markup| self.table(markup))?;
        rows.pour(out)?;
        say(out, &|markup| self.foot(markup))
    }

    fn say(&self, phrase: Phrase) -> &'static str {
        phrase.text(self.options.lang)
    }

    fn has_changed(&self) -> bool {
        self.tally.anchors.keys().any(|anchor| !anchor.is_placed())
    }

    fn head(&self, markup: &mut Markup) {
        let lang = self.options.lang;
        let counted = words::meant(lang, self.tally.sentences, self.tally.articles);
        markup
            .raw("<!DOCTYPE html>\n<html lang=")
            .raw(html_lang(self.options))
            .raw(">\n<head>\n<meta charset=utf-8>\n");
        markup
            .raw("<meta http-equiv=Content-Security-Policy content=\"")
            .raw(&content_security_policy())
            .raw("\">\n");
        markup.raw("<meta name=viewport content=\"width=device-width, initial-scale=1\">\n");
        markup.raw("<meta name=referrer content=no-referrer>\n<meta name=robots content=noindex>\n");
        markup.raw("<meta name=color-scheme content=\"light dark\">\n");
        markup.raw("<title>").raw(self.say(words::REPORT)).raw(": ").text(&counted).raw("</title>\n");
        let one = if self.tally.annotators.len() > 1 { "" } else { " class=one" };
        markup.raw("<style>").raw(STYLE).raw("</style>\n</head>\n<body").raw(one).raw(">\n");
        markup.raw("<a class=skip href=#articles>").raw(self.say(words::SKIP)).raw("</a>\n");
        markup
            .raw("<header class=top><h1>")
            .raw(self.say(words::REPORT))
            .raw("</h1><p>")
            .text(&counted)
            .raw("</p>");
        self.about(markup);
        markup
            .raw("</header>\n<nav aria-label=\"")
            .raw(self.say(words::CONTENTS))
            .raw("\"><a href=#overview>");
        markup.raw(self.say(words::OVERVIEW)).raw("</a> <a href=#articles>").raw(self.say(words::ARTICLES));
        markup.raw("</a> <a href=#sentences>").raw(self.say(words::SENTENCES)).raw("</a></nav>\n<main>\n");
    }

    /// What is in the report: which sentences, whose tags, how far they have come.
    fn about(&self, markup: &mut Markup) {
        let Self { options, tally } = self;
        let lang = options.lang;
        let filter = match options.filter.to_string() {
            none if none.is_empty() => self.say(words::EVERY_TAGGED).to_owned(),
            filter => filter,
        };
        let fit = tally
            .anchors
            .iter()
            .map(|(anchor, n)| format!("{} {}", lang.number(*n), anchor.name().text(lang)));
        let facts = [
            (words::MEANT_SENTENCES, filter),
            (words::WHOSE, say::voice(options)),
            (words::ANCHORS, fit.collect::<Vec<_>>().join(", ")),
        ];
        markup.raw("<dl>");
        for (name, said) in facts.iter().filter(|(_, said)| !said.is_empty()) {
            markup.raw("<div><dt>").raw(self.say(*name)).raw("</dt><dd>").isolated(said).raw("</dd></div>");
        }
        markup.raw("<div><dt>").raw(self.say(words::SIGNS)).raw("</dt><dd class=signs>");
        for definition in options.labels.iter() {
            let look = Look::of(&definition.label, options);
            markup.raw("<span>");
            look.badge(markup);
            markup.raw(" ").text(look.name).raw("</span> ");
        }
        let signs =
            [("q", words::A_SOURCE), ("k", words::A_CUE), ("p", words::A_PART), ("s x", words::A_CHANGE)];
        for (class, about) in signs {
            markup.raw("<span class=\"").raw(class).raw("\">").raw(self.say(about)).raw("</span> ");
        }
        markup.raw("</dd></div></dl>");
    }

    /// The pictures, and the beginning of the contents.
    fn overview(&self, markup: &mut Markup) {
        let Self { options, tally } = self;
        let lang = options.lang;
        markup.raw("<section id=overview aria-labelledby=overview-t><h2 id=overview-t>");
        markup.raw(self.say(words::OVERVIEW)).raw("</h2><div class=charts>");
        self.chart(markup, words::PROGRESS, |markup| {
            markup.raw("<li><span>").raw(self.say(words::READ)).raw("</span>");
            progress(markup, options, tally);
            markup.raw("</li>");
            for (state, n) in &tally.states {
                let name = state.name().text(lang);
                markup.raw("<li><span>").raw(name).raw("</span>");
                bar(markup, "plain", *n, tally.sentences, &format!("{name}: {}", words::sentences(lang, *n)));
                markup.raw("<span class=of>").raw(&lang.number(*n)).raw("</span></li>");
            }
        });
        self.chart(markup, words::LABELS, |markup| {
            for ((_, label), n) in &tally.labels {
                let look = Look::of(label, options);
                markup.raw("<li><span>");
                look.badge(markup);
                markup.raw(" ").text(look.name).raw("</span>");
                let said = format!("{}: {}", look.name, words::sentences(lang, *n));
                bar(markup, look.hue, *n, tally.sentences, &said);
                markup.raw("<span class=of>").raw(&lang.number(*n)).raw("</span></li>");
            }
        });
        let quoted = tally.most_quoted(MOST_QUOTED);
        if let Some((_, most)) = quoted.first() {
            self.chart(markup, words::SOURCES, |markup| {
                for (source, n) in &quoted {
                    markup.raw("<li><span>").isolated(source).raw("</span>");
                    bar(markup, "plain", *n, *most, &format!("{source}: {}", words::sentences(lang, *n)));
                    markup.raw("<span class=of>").raw(&lang.number(*n)).raw("</span></li>");
                }
            });
        }
        markup.raw("</div><div class=contents><h3>").raw(self.say(words::ARTICLES)).raw("</h3><ol>\n");
    }

    fn chart(&self, markup: &mut Markup, title: Phrase, rows: impl FnOnce(&mut Markup)) {
        markup.raw("<div class=chart><h3>").raw(self.say(title)).raw("</h3><ul>");
        rows(markup);
        markup.raw("</ul></div>");
    }

    /// The beginning of the list of what is no longer as it was saved.
    fn changed(&self, markup: &mut Markup) {
        markup.raw("<section class=changed><h3>").raw(self.say(words::CHANGED)).raw("</h3><p>");
        markup.raw(self.say(words::CHANGED_ABOUT)).raw("</p><ul>\n");
    }

    /// The filters, which a script shows, and the beginning of the articles.
    fn articles(&self, markup: &mut Markup) {
        let Self { options, tally } = self;
        markup
            .raw("</section>\n<search class=find hidden><fieldset><legend class=ln>")
            .raw(self.say(words::LABELS))
            .raw("</legend>");
        for (_, label) in tally.labels.keys() {
            let look = Look::of(label, options);
            markup.raw("<label><input type=checkbox name=label value=\"").text(look.name).raw("\">");
            look.badge(markup);
            markup.raw(" ").text(look.name).raw("</label>");
        }
        markup.raw("</fieldset><label>").raw(self.say(words::BY)).raw(" <select name=by><option value=\"\">");
        markup.raw(self.say(words::ANYBODY)).raw("</option>");
        for annotator in &tally.annotators {
            markup.raw("<option value=").raw(annotator.as_str()).raw(">");
            markup.text(&say::person(annotator, options)).raw("</option>");
        }
        markup.raw("</select></label><label>").raw(self.say(words::SOURCE));
        markup.raw(
            " <input type=search name=source list=sources autocomplete=off></label><datalist id=sources>",
        );
        for (source, _) in tally.most_quoted(OFFERED) {
            markup.raw("<option value=\"").text(source).raw("\"></option>");
        }
        markup.raw("</datalist><label>").raw(self.say(words::WORDS));
        markup.raw(" <input type=search name=words autocomplete=off></label><button type=button name=all>");
        markup.raw(self.say(words::ALL_AGAIN)).raw("</button><output aria-live=polite data-shown=\"");
        markup
            .raw(self.say(words::SHOWN))
            .raw("\"></output></search>\n<section id=articles aria-labelledby=articles-t>");
        markup.raw("<h2 id=articles-t>").raw(self.say(words::ARTICLES)).raw("</h2>\n");
        if tally.articles == 0 {
            markup.raw("<p>").raw(self.say(words::NOTHING)).raw("</p>");
        }
    }

    fn table(&self, markup: &mut Markup) {
        markup.raw("</section>\n<section id=sentences aria-labelledby=sentences-t><h2 id=sentences-t>");
        markup.raw(self.say(words::SENTENCES)).raw("</h2>\n<table><thead><tr>");
        let columns =
            [words::SENTENCE, words::LABELS, words::SOURCE, words::ARTICLE, words::BY, words::STATE];
        for column in columns {
            markup.raw("<th scope=col>").raw(self.say(column)).raw("</th>");
        }
        markup.raw("</tr></thead>\n");
    }

    fn foot(&self, markup: &mut Markup) {
        markup
            .raw("</table></section>\n</main>\n<footer><p>")
            .raw(self.say(words::MADE))
            .raw("</p></footer>\n<script>");
        markup.raw(SCRIPT).raw("</script>\n</body>\n</html>\n");
    }
}
