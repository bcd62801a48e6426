//! What the workspace in memory adds up to.

use factdesk::{
    annotation::Label,
    app::{Msg, ReadSoFar},
    review::{
        Row,
        agreement::{Agreement, Compared},
        overview::{Tally, sections},
        stats::Counts,
    },
    text::ArticleId,
};

use crate::newsroom::Newsroom;

/// The answer to a count of all articles.
pub(crate) fn counted(room: &Newsroom, generation: u64) -> Msg {
    let labels: Vec<Label> = room.app.labels.iter().map(|definition| definition.label.clone()).collect();
    let (mut tally, mut agreement) = (Tally::default(), Agreement::new(labels, Compared::default()));
    let corpus: Vec<ArticleId> = room.articles.keys().map(|id| ArticleId::new(id.as_str())).collect();
    for id in &corpus {
        let rows: Vec<Row> = room.rows(id).iter().map(|row| Row::clone(row)).collect();
        let Some(head) = rows.first().map(|row| &row.article) else { continue };
        let documents = room.documents(id);
        let readers = documents.iter().map(|document| (document.annotator.clone(), Counts::of(document)));
        tally.merge(Tally::of(head, readers.collect(), &rows, &room.app.review.aliases));
        agreement.add(&rows);
    }
    tally.arrange(&corpus);
    let so_far = ReadSoFar { done: true, ..ReadSoFar::default() };
    let sections = Some(sections(&tally, &agreement, &room.app.labels));
    Msg::Counted { generation, so_far, sections }
}
