//! A report for a browser, in one file that loads nothing, for people without a terminal.
//!
//! The head counts what stands below it, so articles and rows wait, packed, until the last one is there. Foreign text
//! goes through [`markup`], which escapes it and makes visible what hides; a content security policy lets nothing run but
//! the one script and apply nothing but the one style sheet of ours, by their hashes. Without the script everything is
//! readable: the notes are popovers and furniture is folded by the browser itself.

mod look;
mod markup;
mod page;
mod policy;
mod row;
mod section;
mod sentence;
mod spool;
mod tally;
#[cfg(test)]
mod tests;
mod words;

use std::{borrow::Cow, io};

use self::{
    markup::Markup,
    page::Page,
    row::Rows,
    section::{Section, id_of, ids_of_entries},
    spool::Spool,
    tally::Tally,
};
use super::{Exported, Options, Passage, Sink, Writer};
use crate::text::{Rule, Unit};

/// Writes it.
pub(super) struct Html {
    options: Options,
    tally: Tally,
    articles: Spool,
    rows: Spool,
    contents: Spool,
    changed: Spool,
}

/// What an article comes to.
pub(super) struct Part {
    tally: Tally,
    article: Markup,
    rows: Markup,
    contents: Markup,
    changed: Markup,
}

impl Writer for Html {
    type Part = Part;

    fn begin(options: &Options, _: &mut dyn Sink) -> io::Result<Self> {
        let (articles, rows, contents, changed) =
            (Spool::new()?, Spool::new()?, Spool::new()?, Spool::new()?);
        Ok(Self { options: options.clone(), tally: Tally::default(), articles, rows, contents, changed })
    }

    fn part(options: &Options, exported: &Exported<'_>) -> Part {
        let passages = exported.passages();
        let id = id_of(exported);
        let entries = ids_of_entries(exported, &passages, &id);
        let title = title(exported, &passages);
        let tally = Tally::of(exported, &passages, options);
        let rows = Rows { exported, options, entries: &entries, title: &title };
        let section =
            Section { exported, options, passages: &passages, id: &id, entries: &entries, title: &title };
        let made = |write: &dyn Fn(&mut Markup)| {
            let mut markup = Markup::default();
            write(&mut markup);
            markup
        };
        Part {
            article: made(&|markup| section.write(markup)),
            rows: made(&|markup| rows.sentences(markup)),
            contents: made(&|markup| rows.article(markup, &id, &tally)),
            changed: made(&|markup| rows.changed(markup)),
            tally,
        }
    }

    fn put(&mut self, part: Part, _: &mut dyn Sink) -> io::Result<()> {
        let Part { tally, article, rows, contents, changed } = part;
        self.tally.add(tally);
        self.articles.put(article.as_bytes())?;
        self.rows.put(rows.as_bytes())?;
        self.contents.put(contents.as_bytes())?;
        self.changed.put(changed.as_bytes())
    }

    fn finish(self, out: &mut dyn Sink) -> io::Result<()> {
        let Self { options, tally, articles, rows, contents, changed } = self;
        Page { options: &options, tally: &tally }.write(out, contents, changed, articles, rows)
    }
}

/// What to call the article: see [`Article::title`](crate::text::Article::title); its name where it cannot be read.
fn title<'a>(exported: &Exported<'a>, passages: &[Passage<'_>]) -> Cow<'a, str> {
    let Some(article) = exported.article else {
        let named = exported.head.front.title.as_deref();
        return named.unwrap_or(exported.head.id.name()).into();
    };
    let unit = |passage: &Passage<'_>| Unit {
        bytes: passage.bytes,
        chars: passage.span,
        kind: passage.kind,
        rule: Rule::TEXT_END,
    };
    let first: Vec<Unit> = passages.iter().take(crate::text::article::TITLE_UNITS).map(unit).collect();
    article.title(&first)
}
