//! What everybody says about an article, read from the disk.

use std::{collections::BTreeMap, sync::Arc};

use super::{Gathered, LoadError, Workspace, annotations, by_article, read_article};
use crate::{
    annotation::{Annotator, Document},
    locale::{Lang, Text},
    review::{ArticleHead, Row, rows, stats::Counts},
    text::{Article, ArticleId, FrontMatter},
};

/// Every article that somebody has an annotation file of, with who, in order. Nothing is opened; what lies in
/// `annotations/` and belongs to nobody is passed over. [`by_article`] gives the same one by one.
pub fn annotated(workspace: &Workspace) -> BTreeMap<ArticleId, Vec<Annotator>> {
    let articles = by_article(workspace).filter_map(|gathered| match gathered {
        Gathered::Article(id, annotators) => Some((id, annotators)),
        Gathered::Stray(_) | Gathered::Unreadable(..) => None,
    });
    articles.collect()
}

/// What is said about one article.
#[derive(Debug)]
pub struct ArticleRows {
    /// What is known of the article; [`ArticleHead::unreadable`] says why where it cannot be read.
    pub head: Arc<ArticleHead>,
    /// The article itself, where it can be read.
    pub article: Option<Article>,
    /// Where each of its annotators stands whose file could be read.
    pub readers: Vec<(Annotator, Counts)>,
    /// Its rows, in the order of the text; without places where the article cannot be read.
    pub rows: Vec<Row>,
    /// Why annotation files could not be read.
    pub errors: Vec<LoadError>,
}

/// Reads what `annotators` say about an article, each sentence where it stands now. The article is read and summed up
/// once.
pub fn article_rows(workspace: &Workspace, id: &ArticleId, annotators: &[Annotator]) -> ArticleRows {
    let (mut documents, mut errors): (Vec<Document>, _) = (Vec::new(), Vec::new());
    for annotator in annotators {
        match annotations::load(workspace, id, annotator) {
            Ok(loaded) => documents.extend(loaded.parsed.map(|parsed| parsed.document)),
            Err(error) => errors.push(error),
        }
    }
    let (article, front, unreadable, readings) = match read_article(workspace, id) {
        Ok(article) => {
            let readings = documents.iter().flat_map(|document| rows::readings(&article, document)).collect();
            let front = article.front.clone();
            (Some(article), front, None, readings)
        }
        Err(error) => {
            let readings = documents.iter().flat_map(rows::without_text).collect();
            let why = Text { en: error.text(Lang::En).into(), de: error.text(Lang::De).into() };
            (None, FrontMatter::default(), Some(why), readings)
        }
    };
    let head = Arc::new(ArticleHead { id: id.clone(), front, unreadable });
    let readers =
        documents.iter().map(|document| (document.annotator.clone(), Counts::of(document))).collect();
    let rows = rows::rows(&head, readings);
    ArticleRows { head, article, readers, rows, errors }
}
