//! What everybody says about an article, read from the disk.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    LoadError, Workspace,
    annotations::{self, Found},
    read_article,
};
use crate::{
    annotation::{Annotator, Document},
locale::{Lang, Text},
    review::{ArticleHead, Row, rows, stats::Counts},
    text::{ArticleId, FrontMatter},
};

/// Every article that somebody has an annotation file of, with who, in order. Nothing is opened; what lies in
/// `annotations/` and belongs to nobody is passed over.
pub fn annotated(workspace: &Workspace) -> BTreeMap<ArticleId, Vec<Annotator>> {
    let mut articles: BTreeMap<ArticleId, Vec<Annotator>> = BTreeMap::new();
    for found in annotations::documents(workspace) {
        if let Found::Document { annotator, article, .. } = found {
            articles.entry(article).or_default().push(annotator);
        }
    }
    articles
}

/// The rows of one article.
#[derive(Debug)]
pub struct ArticleRows {
    /// Which article.
    pub head: Arc<ArticleHead>,
    /// Where each of its annotators stands whose file could be read.
    pub readers: Vec<(Annotator, Counts)>,
    /// What could be read, in the order of the text.
    pub rows: Vec<Row>,
    /// Annotation files that could not.
    pub errors: Vec<LoadError>,
}

/// Reads what `annotators` say about an article, each sentence where it stands now. Where the article itself cannot
/// be read, no sentence has a place and [`ArticleHead::unreadable`] says why.
pub fn article_rows(workspace: &Workspace, id: &ArticleId, annotators: &[Annotator]) -> ArticleRows {
    let (mut documents, mut errors): (Vec<Document>, _) = (Vec::new(), Vec::new());
    for annotator in annotators {
        match annotations::load(workspace, id, annotator) {
            Ok(loaded) => documents.extend(loaded.parsed.map(|parsed| parsed.document)),
            Err(error) => errors.push(error),
        }
    }
    let (front, unreadable, readings) = match read_article(workspace, id) {
        Ok(article) => {
            let readings = documents.iter().flat_map(|document| rows::readings(&article, document)).collect();
            (article.front, None, readings)
        }
        Err(error) => {
            let readings = documents.iter().flat_map(rows::without_text).collect();
            let why = Text { en: error.text(Lang::En).into(), de: error.text(Lang::De).into() };
            (FrontMatter::default(), Some(why), readings)
        }
    };
    let head = Arc::new(ArticleHead { id: id.clone(), front, unreadable });
    let readers =
        documents.iter().map(|document| (document.annotator.clone(), Counts::of(document))).collect();
    ArticleRows { rows: rows::rows(&head, readings), head, readers, errors }
}
