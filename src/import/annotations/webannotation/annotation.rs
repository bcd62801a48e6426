//! One annotation.

use serde_json::Value;

use super::{ForeignSentence, Unreadable, fields::Fields, iri, says::Says, target::Target};
use crate::{import::annotations::ForeignTag, text::Kind};

/// What one annotator says about one stretch of words.
#[derive(Debug)]
pub(super) struct Annotation {
    /// The article.
    pub(super) article: Option<String>,
    /// Who.
    pub(super) annotator: Option<String>,
    /// Did we write it? Then it says where tags come from.
    pub(super) is_ours: bool,
    /// Its labels.
    pub(super) tags: Vec<ForeignTag>,
    /// What it says about the sentence.
    pub(super) sentence: Option<ForeignSentence>,
}

impl Annotation {
    /// What the annotation of those `fields` says: of each of its targets, by each of its creators.
    ///
    /// # Errors
    /// [`Unreadable`] where it cannot be understood.
    pub(super) fn read(fields: &Fields<'_>) -> Result<Vec<Self>, Unreadable> {
        let annotators = annotators(fields)?;
        let mut all = Vec::new();
        for target in Target::all(fields)? {
            let says = Says::read(fields, target.is_ours)?;
            let sentence = sentence(fields, &target, &says)?;
            let tag = |tag| ForeignTag {
                place: fields.place.to_owned(),
                span: target.span,
                quote: target.quote.clone(),
                context: target.context.clone(),
                sentence: target.sentence,
                tag,
            };
            let tags: Vec<ForeignTag> = says.tags.into_iter().map(tag).collect();
            all.extend(annotators.iter().map(|annotator| Self {
                article: target.article.clone(),
                annotator: annotator.clone(),
                is_ours: target.is_ours,
                tags: tags.clone(),
                sentence: sentence.clone(),
            }));
        }
        Ok(all)
    }
}

/// Who says it, each once; nobody by name where it does not tell.
fn annotators(fields: &Fields<'_>) -> Result<Vec<Option<String>>, Unreadable> {
    let name = |creator: &Value| {
        if let Some(creator) = creator.as_str() {
            return Ok(Some(iri::annotator(creator).to_owned()));
        }
        let creator = fields.inside(creator)?;
        let names = [creator.text("nickname")?, creator.text("name")?, creator.text("id")?];
        Ok(names.into_iter().flatten().next().map(|name| iri::annotator(name).to_owned()))
    };
    // The API of Hypothesis calls a creator `user`.
    let creators = fields.all("creator").iter().chain(fields.all("user"));
    let mut annotators = creators.map(name).collect::<Result<Vec<_>, _>>()?;
    if annotators.is_empty() {
        annotators.push(None);
    }
    annotators.dedup();
    Ok(annotators)
}

/// What it says about the sentence as such; `None` where that is nothing.
fn sentence(
    fields: &Fields<'_>,
    target: &Target,
    says: &Says,
) -> Result<Option<ForeignSentence>, Unreadable> {
    let dates = [fields.text("modified")?, fields.text("created")?, fields.text("updated")?];
    let mut sentence = ForeignSentence {
        place: fields.place.to_owned(),
        span: target.span,
        quote: target.quote.clone(),
        context: target.context.clone(),
        note: Some(says.notes.join("\n")).filter(|note| !note.is_empty()),
        mark: says.mark,
        at: dates.into_iter().flatten().next().and_then(|date| date.parse().ok()),
        ..ForeignSentence::default()
    };
    if !target.is_ours {
        return Ok(Some(sentence).filter(|sentence| sentence.note.is_some() || sentence.mark));
    }
    if target.span != target.sentence {
        sentence.span = target.sentence;
        sentence.quote.clone_from(&target.sentence_quote);
        sentence.context = None;
    }
    let kind =
        |name: &str| Kind::find(name).ok_or_else(|| fields.wrong(format!("`fd:kind` is unknown: {name}")));
    sentence.kind = fields.text("fd:kind")?.map(kind).transpose()?;
    let texts = |name: &str| Ok(fields.texts(name)?.into_iter().map(str::to_owned).collect());
    sentence.read = fields.flag("fd:read")?;
    sentence.mark = fields.flag("fd:mark")?;
    sentence.not = texts("fd:not")?;
    sentence.saw = texts("fd:saw")?;
    Ok(Some(sentence))
}
