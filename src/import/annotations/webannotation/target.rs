//! The words that an annotation is about.

use serde_json::Value;

use super::{Unreadable, fields::Fields, iri};
use crate::text::Span;

/// The words that an annotation is about, as far as it tells.
#[derive(Clone, Debug, Default)]
pub(super) struct Target {
    /// The article.
    pub(super) article: Option<String>,
    /// Where the words stand, in code points.
    pub(super) span: Option<Span>,
    /// The words.
    pub(super) quote: Option<String>,
    /// The words before and behind them.
    pub(super) context: Option<(String, String)>,
    /// Where the sentence stands that they belong to.
    pub(super) sentence: Option<Span>,
    /// The words of the sentence.
    pub(super) sentence_quote: Option<String>,
    /// Did we write it?
    pub(super) is_ours: bool,
}

impl Target {
    /// All targets of an annotation.
    ///
    /// # Errors
    /// [`Unreadable`] where one cannot be understood.
    pub(super) fn all(annotation: &Fields<'_>) -> Result<Vec<Self>, Unreadable> {
        annotation.all("target").iter().map(|target| Self::read(annotation, target)).collect()
    }

    fn read(annotation: &Fields<'_>, target: &Value) -> Result<Self, Unreadable> {
        let article = |iri: &str| {
            iri::article(iri).ok_or_else(|| annotation.wrong(format!("its article has no name: {iri}")))
        };
        if let Some(whole) = target.as_str() {
            return Ok(Self { article: Some(article(whole)?), ..Self::default() });
        }
        let fields = annotation.inside(target)?;
        let source = match fields.get("source") {
            Some(Value::Object(source)) => Fields::new(source, fields.place).text("id")?,
            Some(_) => fields.text("source")?,
            None => fields.text("id")?,
        };
        let mut found = Self::selected(&fields, "selector")?;
        found.article = source.map(article).transpose()?;
        found.ours(&fields)?;
        Ok(found)
    }

    /// What the selectors in a field find together: each may know something that the others do not.
    fn selected(fields: &Fields<'_>, name: &str) -> Result<Self, Unreadable> {
        fields.all(name).iter().try_fold(Self::default(), |known, selector| {
            let found = Self::by(&fields.inside(selector)?)?;
            Ok(Self {
                span: known.span.or(found.span),
                quote: known.quote.or(found.quote),
                context: known.context.or(found.context),
                sentence: known.sentence.or(found.sentence),
                ..known
            })
        })
    }

    /// What one selector finds. Those that count something else than the text's characters find nothing.
    fn by(selector: &Fields<'_>) -> Result<Self, Unreadable> {
        let mut found = Self::default();
        match selector.text("type")? {
            Some("TextQuoteSelector") => {
                let text = |name: &str| Ok(selector.text(name)?.map(str::to_owned));
                found.quote = text("exact")?;
                found.context = match (text("prefix")?, text("suffix")?) {
                    (None, None) => None,
                    (prefix, suffix) => Some((prefix.unwrap_or_default(), suffix.unwrap_or_default())),
                };
            }
            Some("TextPositionSelector") => {
                let span = Span::new(selector.position("start")?, selector.position("end")?);
                if span.is_empty() {
                    return Err(selector.wrong(format!("ends where it starts: {}-{}", span.start, span.end)));
                }
                found.span = Some(span);
            }
            _ => {}
        }
        if selector.get("refinedBy").is_none() {
            return Ok(found);
        }
        // A position inside of other words counts from their start.
        let inner = Self::selected(selector, "refinedBy")?;
        let span = found.span.zip(inner.span).and_then(|(outer, inner)| {
            let at = |position: u32| outer.start.checked_add(position);
            Some(Span::new(at(inner.start)?, at(inner.end)?))
        });
        Ok(Self { span, sentence: found.span, ..inner })
    }

    /// Adds what we write beside the selectors.
    fn ours(&mut self, fields: &Fields<'_>) -> Result<(), Unreadable> {
        let Some(sentence) = fields.spans("fd:sentence")?.first().copied() else { return Ok(()) };
        self.is_ours = true;
        self.sentence = Some(sentence);
        self.sentence_quote = match self.span {
            Some(span) if span == sentence => self.quote.clone(),
            _ => fields.text("fd:quote")?.map(str::to_owned),
        };
        // Nothing but a person puts what was said about other words onto these: such words do not fit.
        if let Some(saved) = fields.text("fd:saved")? {
            self.quote = Some(saved.to_owned());
            self.sentence_quote.clone_from(&self.quote);
            self.context = None;
        }
        Ok(())
    }
}
