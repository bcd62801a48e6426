//! Counting a whole workspace, article by article, on every core.

use super::parallel;
use crate::{
    annotation::{Annotator, Label},
    review::{
        agreement::{Agreement, Compared},
        overview::Tally,
    },
    store::{ArticleRows, LoadError, Settings, Workspace, annotated, article_ids, article_rows},
    text::ArticleId,
};

/// What was counted.
#[derive(Debug)]
pub struct Counted {
    /// Every article of the corpus, and those that are gone but have annotation files.
    pub tally: Tally,
    /// How far annotators agree on the labels of the workspace; `desk` is not compared.
    pub agreement: Agreement,
    /// How many articles the corpus has.
    pub corpus: usize,
}

/// How far counting has come.
#[derive(Debug)]
pub struct Step {
    /// Articles with annotation files that were read.
    pub read: usize,
    /// All of them.
    pub all: usize,
    /// Annotation files of the last that cannot be read; they are not counted.
    pub errors: Vec<LoadError>,
}

/// Counts what `only` one annotator, or everybody, has read and tagged. Every article that was read is told to `step`,
/// which can end it. The memory it takes grows with the articles, not with what is said about them.
///
/// # Errors
/// What `step` says.
pub fn count<E>(
    workspace: &Workspace,
    settings: &Settings,
    only: Option<&Annotator>,
    mut step: impl FnMut(Step) -> Result<(), E>,
) -> Result<Counted, E> {
    let mut articles = annotated(workspace);
    articles.retain(|_, annotators| {
        annotators.retain(|annotator| only.is_none_or(|only| only == annotator));
        !annotators.is_empty()
    });
    let (mut read, all) = (0, articles.len());
    let labels: Vec<Label> = settings.labels.iter().map(|definition| definition.label.clone()).collect();
    let mut agreement = Agreement::new(labels, Compared::default());
    let (none, mut tally) = (agreement.empty(), Tally::default());
    parallel::in_order(
        articles.into_iter(),
        |(article, annotators)| {
            let ArticleRows { head, readers, rows, errors, .. } =
                article_rows(workspace, &article, &annotators);
            let mut agreement = none.empty();
            agreement.add(&rows);
            (Tally::of(&head, readers, &rows, &settings.aliases), agreement, errors)
        },
        |(of_article, agreed, errors)| {
            tally.merge(of_article);
            agreement.merge(&agreed);
            read += 1;
            step(Step { read, all, errors })
        },
    )?;
    let corpus: Vec<ArticleId> = article_ids(workspace).collect();
    tally.arrange(&corpus);
    Ok(Counted { tally, agreement, corpus: corpus.len() })
}
