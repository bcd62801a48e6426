//! What an annotation file says, put onto its article as that is now.

use std::sync::Arc;

use crate::{
    annotation::{Annotator, Document, anchor},
    app::{Doubts, OnDisk, Problem},
    locale::{Lang, say},
    store::{LoadError, Loaded},
    text::{
        Article, ArticleId,
        sentence::{Options, SEGMENTER},
    },
};

/// What was read, as the workbench takes it: put onto its article where that can be read, and with what a file says
/// about article and segmenter; a new document where there is no file.
pub(super) fn on_disk(
    loaded: Result<Loaded, LoadError>,
    article: &ArticleId,
    annotator: &Annotator,
    text: Option<(&Article, Options)>,
    lang: Lang,
) -> Result<OnDisk, Problem> {
    let loaded = loaded.map_err(|error| error.lines(lang))?;
    let path = loaded.path.display().to_string();
    let Some(parsed) = loaded.parsed else { return Ok(new_document(article, annotator, text)) };
    let base = Arc::new(parsed.document);
    let mut on_disk = OnDisk {
        document: Arc::clone(&base),
        base,
        doubts: Doubts::default(),
        read_only: parsed.read_only.map(|format| say::newer_format(lang, &path, format)),
        warnings: parsed.warnings.iter().map(|warning| format!("{path}:{}", warning.text(lang))).collect(),
    };
    if let Some((article, options)) = text {
        let placement = anchor::place(&on_disk.base, article);
        on_disk.doubts = Doubts::of(&placement);
        let mut document = placement.document;
        if document.sentences.is_empty() {
            document.segmenter = SEGMENTER;
        }
        document.lang = document.lang.or_else(|| language(options));
        if document != *on_disk.base {
            on_disk.document = Arc::new(document);
        }
    }
    Ok(on_disk)
}

/// What stands for a file that is not there yet. The sum of the text is left for the first save: a large article has
/// to be on the screen sooner.
fn new_document(article: &ArticleId, annotator: &Annotator, text: Option<(&Article, Options)>) -> OnDisk {
    let lang = text.and_then(|(_, options)| language(options));
    let document =
        Document { lang, segmenter: SEGMENTER, ..Document::new(article.clone(), annotator.clone()) };
    let document = Arc::new(document);
    let base = Arc::clone(&document);
    OnDisk { base, document, doubts: Doubts::default(), read_only: None, warnings: Vec::new() }
}

fn language(options: Options) -> Option<String> {
    options.language.map(|language| language.code().to_owned())
}
