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

#[cfg(test)]
mod tests {
    use std::{borrow::Cow, sync::Arc};

    use super::*;
    use crate::{
        annotation::{Document, Label, Origin, Tag},
        export::{
            Format, Voice,
            testing::{export, options, said},
        },
        text::{Kind, Span},
    };

    const TEXT: &str = "🦀 Er sagte: „Nein“,\tund ging.\nSie blieb\u{a0}da. Ende.\n";

    /// The lines, each of which reads back as what it was written from.
    fn lines(options: &Options, documents: &[Document]) -> Vec<Record<'static>> {
        let files = export::<Jsonl>(options, TEXT, documents);
        let text = String::from_utf8(files[0].1.clone()).unwrap();
        let read = |line: &str| {
            let record: Record<'static> = serde_json::from_str(line).unwrap();
            assert_eq!(json::text(&record), line);
            record
        };
        text.lines().map(read).collect()
    }

    #[test]
    fn all_that_a_file_says_is_there_and_reads_back() {
        let mut ab =
            said(TEXT, "ab", &[("Er sagte: „Nein“,\tund ging.", &["denial"]), ("Ende.", &["claim"])]);
        let sentence = Arc::make_mut(&mut ab.sentences[0]);
        sentence.kind = Some(Kind::Caption);
        sentence.mark = true;
        sentence.not = vec![Label::new("claim")];
        sentence.note = Some("\u{202e}\"\n\0".into());
        sentence.saw = vec!["suggestions".into()];
        sentence.at = Some("2026-11-21T10:00:00Z".parse().unwrap());
        sentence.tags[0] = Tag {
            part: Some(Span::new(2, 17)),
            source: vec!["Er".into(), "x; <y>".into()],
            source_at: vec![Span::new(2, 4)],
            who: Some("Pell".into()),
            cue: Some("sagte".into()),
            cue_at: vec![Span::new(5, 10)],
            claims: vec!["a-b".into()],
            origin: Some(Origin::Suggested),
            unsure: true,
            ..sentence.tags[0].clone()
        };
        let found = &lines(&options(Format::Jsonl), &[ab])[0];
        let (tag, reading) = (&found.tags[0], &found.readings[0]);
        assert_eq!((found.start, found.end, found.line), (Some(2), Some(29), Some(1)));
        assert_eq!(
            (tag.start, tag.end, &*tag.source),
            (Some(2), Some(17), &[Cow::Borrowed("Er"), "x; <y>".into()][..])
        );
        assert_eq!(
            (&*tag.source_at, &*tag.cue_at, tag.origin.as_deref()),
            (&[[2, 4]][..], &[[5, 10]][..], Some("suggested"))
        );
        assert_eq!(
            (tag.who.as_deref(), tag.unsure, &*tag.claims),
            (Some("Pell"), true, &[Cow::Borrowed("a-b")][..])
        );
        assert_eq!(
            (reading.kind.as_deref(), reading.mark, reading.read, &*reading.not),
            (Some("caption"), true, true, &[Cow::Borrowed("claim")][..])
        );
        assert_eq!(
            (reading.note.as_deref(), reading.at.as_deref()),
            (Some("\u{202e}\"\n\0"), Some("2026-11-21T10:00:00Z"))
        );
        assert_eq!(&*reading.saw, [Cow::Borrowed("suggestions")]);
    }

    #[test]
    fn a_sentence_that_is_cut_differently_has_all_its_words() {
        let ab = said(TEXT, "ab", &[("Sie blieb\u{a0}da.", &["claim"])]);
        let cd = said(TEXT, "cd", &[("ging.\nSie", &["claim"]), ("da. Ende.", &["denial"])]);
        let found = lines(&options(Format::Jsonl), &[ab, cd]);
        let [row] = &*found else { panic!("one sentence: {found:?}") };
        assert_eq!(row.text, "ging.\nSie blieb\u{a0}da. Ende.");
        let words: Vec<_> = row.readings.iter().map(|reading| reading.text.as_deref().unwrap()).collect();
        assert_eq!(words, ["Sie blieb\u{a0}da.", "ging.\nSie", "da. Ende."]);
        assert_eq!(row.tags.iter().map(|tag| tag.reading).collect::<Vec<_>>(), [0, 1, 2]);
    }

    #[test]
    fn a_consensus_says_who_gives_a_label() {
        let [ab, cd] = ["ab", "cd"].map(|who| said(TEXT, who, &[("Ende.", &["claim"])]));
        let options =
            Options { voice: Voice::Consensus(crate::export::Consensus::Majority), ..options(Format::Jsonl) };
        let tags = lines(&options, &[ab, cd]).remove(0).tags;
        assert_eq!((tags.len(), &*tags[0].annotators), (1, &[Cow::Borrowed("ab"), "cd".into()][..]));
    }
}
