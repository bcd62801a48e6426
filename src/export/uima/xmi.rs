//! An article as a CAS.

use crate::{
    export::{Exported, fields, visible::xml},
    text::{Span, Utf16, position},
};

const BEGIN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" \
    xmlns:metadata=\"http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore\" \
    xmlns:segmentation=\"http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore\" \
    xmlns:custom=\"http:///webanno/custom.ecore\" xmi:version=\"2.0\">\n  <cas:NULL xmi:id=\"0\"/>\n";
const END: &str = "</xmi:XMI>\n";

/// The one `Sofa` of each file.
const SOFA: &str = "1";

/// The article; `None` where its text cannot be read.
pub(super) fn document(exported: &Exported<'_>) -> Option<String> {
    let article = exported.article?;
    let utf16 = Utf16::new(&article.text);
    let mut cas = Cas { out: String::with_capacity(article.text.len() * 2 + 4096), last: 1 };
    cas.out.push_str(BEGIN);
    let end = position(article.text.encode_utf16().count());
    let (id, front) = (article.id.as_str(), &exported.head.front);
    let language = article.options().language.map_or("x-unspecified", |language| language.code());
    cas.annotation(
        "metadata:DocumentMetaData",
        Span::new(0, end),
        [
            ("language", language),
            ("documentTitle", front.title.as_deref().unwrap_or(article.id.name())),
            ("documentId", id),
            ("documentUri", front.url.as_deref().unwrap_or(id)),
            ("collectionId", article.id.story()),
            ("isLastSegment", "false"),
        ],
    );
    for passage in exported.passages() {
        cas.annotation("segmentation:Sentence", utf16.units(passage.span), []);
    }
    for entry in &exported.entries {
        for reading in entry.readings {
            let about = fields::of_reading(reading);
            let whole = reading.now.filter(|span| !span.is_empty());
            let tags = entry.tags.iter().filter(|tag| std::ptr::eq(tag.reading, reading));
            let mut any = false;
            for tag in tags {
                any = true;
                let Some(span) = tag.span.or(whole) else { continue };
                let said = fields::of_tag(tag, |span| utf16.units(span));
                let all = said.iter().chain(&about).map(|(name, value)| (*name, &**value));
                cas.annotation("custom:Factdesk", utf16.units(span), all);
            }
            if let Some(span) = whole.filter(|_| !any) {
                let who = [("annotators", reading.annotator.as_str())].into_iter();
                let all = who.chain(about.iter().map(|(name, value)| (*name, &**value)));
                cas.annotation("custom:Factdesk", utf16.units(span), all);
            }
        }
    }
    Some(cas.finish(&article.text))
}

/// The elements of a CAS, numbered.
struct Cas {
    out: String,
    /// The number of the last one.
    last: u32,
}

impl Cas {
    /// Adds an annotation of UTF-16 code units; features without a value are left out.
    fn annotation<'a>(
        &mut self,
        name: &str,
        units: Span,
        features: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) {
        self.last += 1;
        self.out.push_str("  <");
        self.out.push_str(name);
        for (name, value) in [("xmi:id", self.last), ("begin", units.start), ("end", units.end)] {
            self.attribute(name, &value.to_string());
        }
        self.attribute("sofa", SOFA);
        for (name, value) in features {
            if !value.is_empty() {
                self.attribute(name, value);
            }
        }
        self.out.push_str("/>\n");
    }

    /// Adds `name="value"`. White space is written as references: a parser makes blanks of it otherwise.
    fn attribute(&mut self, name: &str, value: &str) {
        for piece in [" ", name, "=\""] {
            self.out.push_str(piece);
        }
        for c in xml(value).chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\t' => self.out.push_str("&#9;"),
                '\n' => self.out.push_str("&#10;"),
                '\r' => self.out.push_str("&#13;"),
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }

    /// The whole file, with the text at its end and all that was added as members of the one view.
    fn finish(mut self, text: &str) -> String {
        self.out.push_str("  <cas:Sofa");
        for (name, value) in
            [("xmi:id", SOFA), ("sofaNum", "1"), ("sofaID", "_InitialView"), ("mimeType", "text")]
        {
            self.attribute(name, value);
        }
        self.attribute("sofaString", text);
        self.out.push_str("/>\n  <cas:View");
        self.attribute("sofa", SOFA);
        let members: Vec<_> = (2..=self.last).map(|id| id.to_string()).collect();
        self.attribute("members", &members.join(" "));
        self.out.push_str("/>\n");
        self.out.push_str(END);
        self.out
    }
}
