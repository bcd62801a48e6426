//! Exports from memory.

use std::sync::Arc;

use factdesk::{
    app::{Effect, ExportEnd, ExportPreview, Msg, ReadSoFar},
    export::{ExportCounts, Exported, Options, Sample},
    review::Row,
    text::ArticleId,
};

use crate::newsroom::Newsroom;

/// The answer to an effect of the export dialog; `None` where there is none.
pub(crate) fn answer(room: &mut Newsroom, effect: &Effect) -> Option<Msg> {
    match effect {
        Effect::PreviewExport { generation, options } => {
            let preview = Box::new(preview(room, options));
            Some(Msg::ExportPreviewed { generation: *generation, preview })
        }
        Effect::Export { generation, options, path, replace } => {
            let counts = preview(room, options).counts;
            let end = if room.full {
                ExportEnd::Failed(format!("{path}: No space left on device"))
            } else if room.exports.contains_key(path) && !replace {
                ExportEnd::Exists
            } else {
                room.exports.insert(path.clone(), (options.format.id(), counts.sentences));
                ExportEnd::Written { counts, unreadable: 0 }
            };
            Some(Msg::ExportEnded { generation: *generation, end })
        }
        _ => None,
    }
}

fn preview(room: &Newsroom, options: &Options) -> ExportPreview {
    let ids: Vec<ArticleId> = room.articles.keys().map(|id| ArticleId::new(id.as_str())).collect();
    let rows: Vec<Vec<Arc<Row>>> =
        ids.iter().map(|id| room.rows(id)).filter(|rows| !rows.is_empty()).collect();
    let articles: Vec<_> = rows.iter().map(|rows| room.article(&rows[0].article.id).unwrap()).collect();
    let chosen: Vec<_> = rows.iter().map(|rows| options.voice.chosen(rows.iter().map(Arc::as_ref))).collect();
    let all = rows.iter().zip(&articles).zip(&chosen);
    let exported: Vec<Exported<'_>> = all
        .map(|((rows, article), chosen)| Exported::new(&rows[0].article, Some(article), &[], chosen, options))
        .collect();
    let mut counts = ExportCounts::default();
    for article in &exported {
        counts.add(ExportCounts::of(article, options.format));
    }
    let so_far = ReadSoFar { read: rows.len(), all: rows.len(), unreadable: 0, done: true };
    ExportPreview { sample: Some(Sample::of(options, &exported)), counts, so_far }
}
