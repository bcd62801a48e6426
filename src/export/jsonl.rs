//! JSON lines: a sentence or a tag each.

use std::io;

use super::{
    Exported, Options, Rows, Sink, Writer, json,
    record::{Record, TagRow},
};

/// Writes it.
pub(super) struct Jsonl;

impl Writer for Jsonl {
    type Part = Vec<u8>;

    fn begin(_: &Options, _: &mut dyn Sink) -> io::Result<Self> {
        Ok(Self)
    }

    fn part(options: &Options, article: &Exported<'_>) -> Vec<u8> {
        let (mut lines, aliases) = (Vec::new(), &options.context.aliases);
        for entry in &article.entries {
            // Neither can a record fail to serialise nor memory to take it.
            match options.rows {
                Rows::Sentence => {
                    let _ = json::line(&mut lines, &Record::of(article.head, entry, aliases));
                }
                Rows::Tag => {
                    for tag in TagRow::all(article.head, entry, aliases) {
                        let _ = json::line(&mut lines, &tag);
                    }
                }
            }
        }
        lines
    }

    fn put(&mut self, part: Vec<u8>, out: &mut dyn Sink) -> io::Result<()> {
        out.write_all(&part)
    }

    fn finish(self, _: &mut dyn Sink) -> io::Result<()> {
        Ok(())
    }
}
