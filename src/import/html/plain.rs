//! The words of a page, block by block.

use dom_smoothie::Readability;

use crate::import::blocks::{Blocks, Break};

/// The words of a page.
#[derive(Debug, Default)]
pub(super) struct Plain {
    /// The text.
    pub(super) text: String,
    /// How many letters and digits it has.
    pub(super) words: usize,
    /// How many of them stand in links.
    pub(super) linked: usize,
}

/// A walk through a page.
#[derive(Default)]
struct Walk {
    blocks: Blocks,
    links: usize,
    verbatim: usize,
    words: usize,
    linked: usize,
}

/// Walks through a page, without recursion: it may be nested deeper than a stack is high.
pub(super) fn plain(page: &Readability) -> Plain {
    let mut walk = Walk::default();
    let mut next = page.doc.root().first_child();
    while let Some(node) = next {
        let name = node.node_name();
        let name = name.as_deref().unwrap_or_default();
        if node.is_text() {
            walk.text(&node.text());
        }
        next = if walk.enters(name) && !node.has_attr("hidden") { node.first_child() } else { None };
        if next.is_none() {
            walk.leave(name);
        }
        let mut last = Some(node);
        while let (None, Some(node)) = (next, last) {
            next = node.next_sibling();
            if next.is_none() {
                last = node.parent();
                let name = last.and_then(|parent| parent.node_name());
                walk.leave(name.as_deref().unwrap_or_default());
            }
        }
    }
    Plain { text: walk.blocks.finish(), words: walk.words, linked: walk.linked }
}

impl Walk {
    fn text(&mut self, text: &str) {
        let words = text.chars().filter(|c| c.is_alphanumeric()).count();
        self.words += words;
        self.linked += if self.links > 0 { words } else { 0 };
        if self.verbatim > 0 { self.blocks.verbatim(text) } else { self.blocks.flow(text) }
    }

    /// An element begins; does what is in it belong to the text?
    fn enters(&mut self, name: &str) -> bool {
        match name {
            "script" | "style" | "template" | "noscript" | "head" | "svg" | "math" | "iframe" | "object"
            | "audio" | "video" | "canvas" | "select" | "textarea" | "button" | "dialog" | "amp-ad" => {
                return false;
            }
            "br" => self.blocks.end_line(),
            "td" | "th" => self.blocks.verbatim("\t"),
            "a" => self.links += 1,
            "pre" => self.verbatim += 1,
            // Browsers draw the quotation marks of this element, and without them nobody would know it for a quotation.
            "q" => self.blocks.flow("\""),
            _ => {}
        }
        self.blocks.end(break_around(name));
        true
    }

    /// An element ends.
    fn leave(&mut self, name: &str) {
        match name {
            "a" => self.links = self.links.saturating_sub(1),
            "pre" => self.verbatim = self.verbatim.saturating_sub(1),
            "q" => self.blocks.flow("\""),
            _ => {}
        }
        self.blocks.end(break_around(name));
    }
}

/// How an element is set off from what stands around it.
fn break_around(name: &str) -> Break {
    match name {
        "li" | "tr" | "dt" | "dd" => Break::Line,
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "nav" | "h1"
        | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "dl" | "blockquote" | "figure" | "figcaption"
        | "table" | "caption" | "pre" | "hr" | "address" | "details" | "summary" | "form" | "fieldset"
        | "body" => Break::Paragraph,
        _ => Break::None,
    }
}
