//! An article as it is read, its tagged sentences marked.

use std::ops::Range;

use super::{markup::Markup, sentence::Sentence, words};
use crate::{
    export::{Exported, Options, Passage},
    text::{Article, Kind, article::text_sha256, sentence::Newlines, web_address},
};

/// How many digits of a hash name an article: enough for none of a million to have the name of another.
const ID_DIGITS: usize = 12;
/// How many code points of furniture are shown where it is folded.
const PREVIEW: usize = 60;

/// What passages that stand together are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Block {
    Paragraph,
    /// The headline of an article that has no other title.
    Headline,
    Heading,
    Caption,
    /// Furniture that nobody tagged.
    Folded,
    /// Furniture that somebody tagged.
    Dim,
}

/// An article about to be written.
pub(super) struct Section<'a> {
    pub(super) exported: &'a Exported<'a>,
    pub(super) options: &'a Options,
    /// The whole of it, in units.
    pub(super) passages: &'a [Passage<'a>],
    /// What links name it by.
    pub(super) id: &'a str,
    /// What links name its entries by.
    pub(super) entries: &'a [String],
    /// What it is called.
    pub(super) title: &'a str,
}

/// What links name an article by: the same in every report.
pub(super) fn id_of(exported: &Exported<'_>) -> String {
    format!("a{}", &text_sha256(exported.head.id.as_str())[..ID_DIGITS])
}

/// What links name its entries by: their place, so that it is the same in every report while the article is.
pub(super) fn ids_of_entries(exported: &Exported<'_>, passages: &[Passage<'_>], id: &str) -> Vec<String> {
    let mut ids: Vec<String> = (1..=exported.entries.len()).map(|number| format!("{id}-x{number}")).collect();
    for passage in passages {
        if let Some(own) = passage.entry.and_then(|entry| ids.get_mut(entry)) {
            *own = format!("{id}-{}", passage.span.start);
        }
    }
    ids
}

impl Section<'_> {
    /// Writes it.
    pub(super) fn write(&self, markup: &mut Markup) {
        let Self { exported, options, id, .. } = self;
        markup.raw("<article id=").raw(id).raw(" aria-labelledby=").raw(id).raw("-t>");
        let blocks = exported.article.map(|article| self.blocks(article)).unwrap_or_default();
        let has_headline = blocks.iter().any(|(block, _)| *block == Block::Headline);
        self.header(markup, has_headline);
        if let Some(reason) = &exported.head.unreadable {
            markup.raw("<p class=alert><strong>").raw(words::NOT_READ.text(options.lang)).raw(":</strong> ");
            markup.isolated(reason.text(options.lang)).raw("</p>");
        }
        if let Some(article) = exported.article {
            let lang = language(article);
            let own = if lang == html_lang(options) {
                String::new()
            } else {
                format!(" lang={}", html_lang(options))
            };
            markup.raw("<div class=text lang=").raw(&lang).raw(">");
            for (block, passages) in blocks {
                self.block(markup, article, block, passages, &own);
            }
            markup.raw("</div>");
        }
        self.unplaced(markup);
        markup.raw("</article>\n");
    }

    /// Where it was published, when, by whom, and its title: unseen where it is only the beginning of the text, and not
    /// where a headline of the text is it.
    fn header(&self, markup: &mut Markup, has_headline: bool) {
        let Self { exported, options, id, title, .. } = self;
        let front = &exported.head.front;
        let url = front.url.as_deref().and_then(web_address);
        markup.raw("<header><p class=path>").isolated(exported.head.id.as_str()).raw("</p>");
        if !has_headline {
            let hidden = if front.title.is_some() { "" } else { " class=ln" };
            markup.raw("<h3 id=").raw(id).raw("-t").raw(hidden).raw(">");
            link(markup, url, |markup| {
                markup.isolated(title);
            });
            markup.raw("</h3>");
        }
        let retrieved =
            front.retrieved.as_ref().map(|at| format!("{} {at}", words::RETRIEVED.text(options.lang)));
        let facts = [&front.outlet, &front.author, &front.date, &retrieved];
        markup.raw("<p class=meta>");
        for fact in facts.into_iter().flatten() {
            markup.raw("<span>").isolated(fact).raw("</span> ");
        }
        if has_headline {
            link(markup, url, |markup| {
                let original = if url.is_some() { words::ORIGINAL.text(options.lang) } else { "" };
                markup.raw(original);
            });
        }
        markup.raw("</p></header>");
    }

    /// The passages in blocks, as the text has them.
    fn blocks(&self, article: &Article) -> Vec<(Block, Range<usize>)> {
        let unwrapped = article.options().newlines == Newlines::Unwrap;
        let mut headline = article.front.title.is_none();
        let mut blocks: Vec<(Block, Range<usize>)> = Vec::new();
        let mut end = article.body;
        for (index, passage) in self.passages.iter().enumerate() {
            let gap = article.text.get(end..passage.bytes.range().start).unwrap_or_default();
            end = passage.bytes.range().end;
            let breaks = gap.matches('\n').count();
            let is_new_line = breaks > 1 || breaks == 1 && !unwrapped;
            let block = match (passage.kind, passage.entry) {
                (Kind::Sentence, _) => Block::Paragraph,
                (Kind::Heading, _) if headline && index < crate::text::article::TITLE_UNITS => {
                    Block::Headline
                }
                (Kind::Heading, _) => Block::Heading,
                (Kind::Caption, _) => Block::Caption,
                (Kind::Furniture, None) => Block::Folded,
                (Kind::Furniture, Some(_)) => Block::Dim,
            };
            headline &= block != Block::Headline;
            match blocks.last_mut() {
                Some((last, range)) if *last == block && (!is_new_line || block == Block::Folded) => {
                    range.end = index + 1;
                }
                _ => blocks.push((block, index..index + 1)),
            }
        }
        blocks
    }

    fn block(
        &self,
        markup: &mut Markup,
        article: &Article,
        block: Block,
        passages: Range<usize>,
        lang: &str,
    ) {
        let (open, close) = match block {
            Block::Paragraph => ("<p dir=auto>", "</p>\n"),
            Block::Heading => ("<h4 dir=auto>", "</h4>\n"),
            Block::Caption => ("<p dir=auto class=caption>", "</p>\n"),
            Block::Dim => ("<p dir=auto class=dim>", "</p>\n"),
            Block::Folded => return self.folded(markup, passages, lang),
            Block::Headline => {
                markup.raw("<h3 dir=auto id=").raw(self.id).raw("-t>");
                ("", "</h3>\n")
            }
        };
        markup.raw(open);
        let mut end = None;
        for passage in self.passages.get(passages).unwrap_or_default() {
            let gap = end.and_then(|end: usize| article.text.get(end..passage.bytes.range().start));
            markup.text(gap.unwrap_or_default());
            end = Some(passage.bytes.range().end);
            match passage.entry.and_then(|index| self.sentence(index, lang)) {
                Some(sentence) => sentence.write(markup, passage.text, passage.span),
                None => {
                    markup.text(passage.text);
                }
            }
        }
        markup.raw(close);
    }

    fn sentence<'s>(&'s self, index: usize, lang: &'s str) -> Option<Sentence<'s>> {
        let entry = self.exported.entries.get(index)?;
        Some(Sentence { entry, id: self.entries.get(index)?, number: index + 1, options: self.options, lang })
    }

    /// Furniture, folded.
    fn folded(&self, markup: &mut Markup, passages: Range<usize>, lang: &str) {
        let passages = self.passages.get(passages).unwrap_or_default();
        let mut words = passages.iter().flat_map(|passage| passage.text.chars().chain([' '])).peekable();
        let preview: String = words.by_ref().take(PREVIEW).collect();
        let more = if words.peek().is_some() { " …" } else { "" };
        let report = self.options.lang;
        markup.raw("<details class=dim><summary><span").raw(lang).raw(">").raw(words::FURNITURE.text(report));
        markup.raw(", ").raw(&words::lines(report, passages.len())).raw("</span><span class=preview>: ");
        markup.isolated(preview.trim_end()).raw(more).raw("</span></summary>");
        for passage in passages {
            markup.raw("<p dir=auto>").text(passage.text).raw("</p>\n");
        }
        markup.raw("</details>\n");
    }

    /// The entries that have no place in the text.
    fn unplaced(&self, markup: &mut Markup) {
        let placed: Vec<usize> = self.passages.iter().filter_map(|passage| passage.entry).collect();
        let mut lost =
            (0..self.exported.entries.len()).filter(|index| placed.binary_search(index).is_err()).peekable();
        if lost.peek().is_none() {
            return;
        }
        markup.raw("<section class=lost><h4>").raw(words::NOT_FOUND.text(self.options.lang)).raw("</h4><ul>");
        for sentence in lost.filter_map(|index| self.sentence(index, "")) {
            markup
                .raw("<li id=")
                .raw(sentence.id)
                .raw("><q>")
                .isolated(sentence.entry.text)
                .raw("</q> <span class=said>");
            sentence.said(markup);
            markup.raw("</span></li>");
        }
        markup.raw("</ul></section>");
    }
}

/// Writes what `inner` writes as a link to `url`, where there is one.
fn link(markup: &mut Markup, url: Option<&str>, inner: impl FnOnce(&mut Markup)) {
    if let Some(url) = url {
        markup.raw("<a class=out rel=\"noopener noreferrer\" href=\"").text(url).raw("\">");
    }
    inner(markup);
    if url.is_some() {
        markup.raw("</a>");
    }
}

/// The language of the report, as HTML names it.
pub(super) fn html_lang(options: &Options) -> &'static str {
    match options.lang {
        crate::locale::Lang::En => "en",
        crate::locale::Lang::De => "de",
    }
}

/// The language of an article, as HTML names it: the one its front matter names if that can be a name, else the one that
/// is found out; `und` where none is.
fn language(article: &Article) -> String {
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let named = article.front.lang.as_deref().filter(|lang| {
        lang.split('-').all(is_part) && lang.starts_with(|c: char| c.is_ascii_alphabetic()) && lang.len() > 1
    });
    let found = || article.options().language.map_or("und", |language| language.code());
    named.unwrap_or_else(found).to_owned()
}
