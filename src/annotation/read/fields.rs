//! The fields of an annotation file, in the order it has them.

use jiff::Timestamp;

use super::{FORMAT, Read, SentencePlace, rules};
use crate::annotation::error::{DocumentError, Fault, Place, Shape};
use crate::annotation::yaml::{Reader, Scalar, shown};
use crate::annotation::{Boundary, Conflict, Label, Origin, Sentence, Tag};
use crate::text::{Kind, Span};

type Result<T> = std::result::Result<T, DocumentError>;

/// The fields of the whole.
#[derive(Default)]
pub(super) struct Top {
    pub(super) format_place: Place,
    pub(super) article: Option<(String, Place)>,
    pub(super) text_sha256: Option<String>,
    pub(super) annotator: Option<(String, Place)>,
    pub(super) lang: Option<String>,
    pub(super) segmenter: u32,
    pub(super) units: Option<u32>,
    pub(super) split: Vec<Boundary>,
    pub(super) join: Vec<Boundary>,
    pub(super) sentences: Vec<Read>,
}

pub(super) fn top(reader: &mut Reader<'_>) -> Result<Top> {
    const FIELDS: &[&str] = &[
        "format",
        "article",
        "text_sha256",
        "annotator",
        "lang",
        "segmenter",
        "units",
        "split",
        "join",
        "sentences",
    ];
    let mut top = Top::default();
    let mut format = None;
    let place = reader.mapping(FIELDS, |r, field, _| {
        match field {
            0 => {
                let (number, place) = format_number(r)?;
                top.format_place = place;
                format = Some(number);
            }
            1 => top.article = Some(placed(r.text()?)),
            2 => top.text_sha256 = Some(r.scalar(Shape::Hash)?.text.into_owned()),
            3 => top.annotator = Some(placed(r.text()?)),
            4 => top.lang = Some(text(r)?),
            5 => top.segmenter = r.number()?,
            6 => top.units = Some(r.number()?),
            7 => top.split = boundaries(r)?,
            8 => top.join = boundaries(r)?,
            _ => r.list(|r| {
                top.sentences.push(sentence(r)?);
                Ok(())
            })?,
        }
        Ok(())
    })?;
    match format {
        None => Err(DocumentError::new(place, Fault::MissingField("format"))),
        Some(number) if u64::from(number) != FORMAT && !reader.lenient => {
            Err(DocumentError::new(top.format_place, Fault::NoSuchFormat(number.into())))
        }
        Some(_) => Ok(top),
    }
}

fn format_number(reader: &mut Reader<'_>) -> Result<(u32, Place)> {
    let scalar = reader.scalar(Shape::WholeNumber)?;
    let number = if scalar.plain { scalar.text.parse::<u64>().ok() } else { None };
    let Some(number) = number else {
        let fault = Fault::WrongType { expected: Shape::WholeNumber, found: Shape::Text, quotes: false };
        return Err(DocumentError::new(scalar.place, fault));
    };
    Ok((u32::try_from(number).unwrap_or(u32::MAX), scalar.place))
}

fn boundaries(reader: &mut Reader<'_>) -> Result<Vec<Boundary>> {
    let mut boundaries = Vec::new();
    reader.list(|r| {
        let mut at = None;
        let mut before = String::new();
        let place = r.mapping(&["at", "before"], |r, field, _| {
            match field {
                0 => at = Some(r.number()?),
                _ => before = text(r)?,
            }
            Ok(())
        })?;
        boundaries.push(Boundary { at: required(at, "at", place)?, before });
        Ok(())
    })?;
    boundaries.sort();
    boundaries.dedup();
    Ok(boundaries)
}

fn sentence(reader: &mut Reader<'_>) -> Result<Read> {
    const FIELDS: &[&str] =
        &["start", "end", "quote", "kind", "read", "mark", "tags", "not", "note", "saw", "conflict", "at"];
    let mut sentence = Sentence::untouched(Span::default(), "");
    let (mut start, mut end, mut quote, mut end_place) = (None, None, None, Place::default());
    let mut tag_places = Vec::new();
    let place = reader.mapping(FIELDS, |r, field, place| {
        match field {
            0 => start = Some(r.number()?),
            1 => (end, end_place) = (Some(r.number()?), place),
            2 => quote = Some(text(r)?),
            3 => sentence.kind = kind(r)?,
            4 => sentence.read = r.flag()?,
            5 => sentence.mark = r.flag()?,
            6 => (sentence.tags, tag_places) = tags(r)?,
            7 => sentence.not = texts(r)?.into_iter().map(Label::new).collect(),
            8 => sentence.note = Some(text(r)?),
            9 => sentence.saw = texts(r)?,
            10 => sentence.conflict = Some(conflict(r)?),
            _ => sentence.at = Some(time(r)?),
        }
        Ok(())
    })?;
    sentence.span = span(required(start, "start", place)?, required(end, "end", place)?, end_place)?;
    sentence.quote = required(quote, "quote", place)?;
    rules::tags(&sentence, &tag_places)?;
    Ok(Read { sentence, place: SentencePlace { place, tags: tag_places } })
}

fn tags(reader: &mut Reader<'_>) -> Result<(Vec<Tag>, Vec<Place>)> {
    let (mut tags, mut places) = (Vec::new(), Vec::new());
    reader.list(|r| {
        let (tag, place) = tag(r)?;
        tags.push(tag);
        places.push(place);
        Ok(())
    })?;
    // The Review keeps sentences by the hundred thousand, and nearly all have one tag.
    tags.shrink_to_fit();
    Ok((tags, places))
}

fn tag(reader: &mut Reader<'_>) -> Result<(Tag, Place)> {
    const FIELDS: &[&str] = &[
        "label",
        "start",
        "end",
        "source",
        "source_at",
        "who",
        "cue",
        "cue_at",
        "claims",
        "origin",
        "unsure",
    ];
    let mut tag = Tag::new(Label::new(""));
    let (mut label, mut start, mut end, mut end_place) = (None, None, None, Place::default());
    let place = reader.mapping(FIELDS, |r, field, place| {
        match field {
            0 => label = Some(Label::new(text(r)?)),
            1 => start = Some(r.number()?),
            2 => (end, end_place) = (Some(r.number()?), place),
            3 => tag.source = texts(r)?,
            4 => tag.source_at = spans(r)?,
            5 => tag.who = Some(text(r)?),
            6 => tag.cue = Some(text(r)?),
            7 => tag.cue_at = spans(r)?,
            8 => tag.claims = texts(r)?,
            9 => tag.origin = origin(r)?,
            _ => tag.unsure = r.flag()?,
        }
        Ok(())
    })?;
    tag.label = required(label, "label", place)?;
    tag.part = match (start, end) {
        (None, None) => None,
        (Some(start), Some(end)) => Some(span(start, end, end_place)?),
        (None, Some(_)) => return Err(DocumentError::new(place, Fault::MissingField("start"))),
        (Some(_), None) => return Err(DocumentError::new(place, Fault::MissingField("end"))),
    };
    Ok((tag, place))
}

fn conflict(reader: &mut Reader<'_>) -> Result<Conflict> {
    let mut conflict = Conflict { tags: Vec::new(), note: None, at: None };
    reader.mapping(&["tags", "note", "at"], |r, field, _| {
        match field {
            0 => conflict.tags = tags(r)?.0,
            1 => conflict.note = Some(text(r)?),
            _ => conflict.at = Some(time(r)?),
        }
        Ok(())
    })?;
    Ok(conflict)
}

fn kind(reader: &mut Reader<'_>) -> Result<Option<Kind>> {
    word(reader, "sentence, heading, caption, furniture", Kind::find)
}

fn origin(reader: &mut Reader<'_>) -> Result<Option<Origin>> {
    word(reader, "suggested, imported", Origin::find)
}

fn word<T>(
    reader: &mut Reader<'_>,
    known: &'static str,
    find: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>> {
    let scalar = reader.text()?;
    match find(&scalar.text) {
        None if !reader.lenient => {
            Err(DocumentError::new(scalar.place, Fault::NoneOf { found: shown(&scalar.text), known }))
        }
        found => Ok(found),
    }
}

fn time(reader: &mut Reader<'_>) -> Result<Timestamp> {
    let scalar = reader.scalar(Shape::Time)?;
    let time = scalar.text.parse::<Timestamp>().and_then(|time| Timestamp::from_second(time.as_second()));
    time.map_err(|_| DocumentError::new(scalar.place, Fault::NoTime(shown(&scalar.text))))
}

fn spans(reader: &mut Reader<'_>) -> Result<Vec<Span>> {
    let scalar = reader.scalar(Shape::Positions)?;
    let one = |word: &str| {
        let (start, end) = word.split_once('-')?;
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let good = digits(start) && digits(end);
        let span = Span::new(start.parse().ok()?, end.parse().ok()?);
        (good && !span.is_empty()).then_some(span)
    };
    let spans: Option<Vec<Span>> = scalar.text.split_ascii_whitespace().map(one).collect();
    spans
        .filter(|spans| !spans.is_empty())
        .ok_or_else(|| DocumentError::new(scalar.place, Fault::NoSpans(shown(&scalar.text))))
}

fn text(reader: &mut Reader<'_>) -> Result<String> {
    Ok(reader.text()?.text.into_owned())
}

fn texts(reader: &mut Reader<'_>) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    reader.list(|r| {
        texts.push(text(r)?);
        Ok(())
    })?;
    texts.shrink_to_fit();
    Ok(texts)
}

fn placed(scalar: Scalar<'_>) -> (String, Place) {
    (scalar.text.into_owned(), scalar.place)
}

fn span(start: u32, end: u32, place: Place) -> Result<Span> {
    if end < start {
        return Err(DocumentError::new(place, Fault::EndsBeforeStart { start, end }));
    }
    Ok(Span::new(start, end))
}

fn required<T>(value: Option<T>, field: &'static str, place: Place) -> Result<T> {
    value.ok_or_else(|| DocumentError::new(place, Fault::MissingField(field)))
}
