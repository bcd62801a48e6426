//! What an annotation says about its target.

use serde_json::Value;

use super::{Unreadable, fields::Fields, iri};
use crate::annotation::{Label, Origin, Tag};

/// What an annotation says about its target.
#[derive(Debug, Default)]
pub(super) struct Says {
    /// Labels with all that is known of them.
    pub(super) tags: Vec<Tag>,
    /// Notes.
    pub(super) notes: Vec<String>,
    /// Somebody wants to come back to it.
    pub(super) mark: bool,
}

impl Says {
    /// What `annotation`, which is not ours where it has neither body nor note, says.
    ///
    /// # Errors
    /// [`Unreadable`] where it cannot be understood.
    pub(super) fn read(annotation: &Fields<'_>, is_ours: bool) -> Result<Self, Unreadable> {
        let motivation = annotation.texts("motivation")?.first().map(|name| iri::label(name));
        let mut says = Self::default();
        for body in annotation.all("body").iter().chain(annotation.all("bodyValue")) {
            says.body(annotation, body, motivation)?;
        }
        // The API of Hypothesis has fields of its own.
        says.tags.extend(annotation.texts("tags")?.into_iter().map(|name| Tag::new(Label::new(name))));
        says.notes.extend(annotation.text("text")?.filter(|note| !note.is_empty()).map(str::to_owned));
        if says.tags.is_empty() && says.notes.is_empty() && !is_ours {
            match motivation {
                Some("bookmarking") => says.mark = true,
                // Merely highlighted: a map of labels can say what that means.
                other => says.tags.push(Tag::new(Label::new(other.unwrap_or("highlighting")))),
            }
        }
        Ok(says)
    }

    fn body(
        &mut self,
        annotation: &Fields<'_>,
        body: &Value,
        motivation: Option<&str>,
    ) -> Result<(), Unreadable> {
        let (said, purpose, known) = match body {
            Value::Object(_) => {
                let body = annotation.inside(body)?;
                let purpose = body.texts("purpose")?.first().map(|name| iri::label(name));
                let iri = || Ok(body.text("source")?.or(body.text("id")?).map(iri::label));
                let said = body.text("value")?.map_or_else(iri, |value| Ok(Some(value)))?;
                (said, purpose, Some(body))
            }
            Value::String(text) => (Some(&**text), None, None),
            _ => (None, None, None),
        };
        let said = said.ok_or_else(|| annotation.wrong(format!("its body says nothing: {body}")))?;
        match purpose.or(motivation) {
            None | Some("tagging" | "classifying" | "identifying" | "highlighting") => {
                let label = Label::new(if known.is_some() { said } else { iri::label(said) });
                self.tags.push(
                    known.map_or_else(|| Ok(Tag::new(label.clone())), |body| tag(&body, label.clone()))?,
                );
            }
            Some(_) if said.is_empty() => {}
            Some(_) => self.notes.push(said.to_owned()),
        }
        Ok(())
    }
}

/// The tag of `label`, with what we write in a body beside it.
fn tag(body: &Fields<'_>, label: Label) -> Result<Tag, Unreadable> {
    let texts = |name: &str| Ok(body.texts(name)?.into_iter().map(str::to_owned).collect());
    let text = |name: &str| Ok(body.text(name)?.map(str::to_owned));
    let origin =
        |name: &str| Origin::find(name).ok_or_else(|| body.wrong(format!("`fd:origin` is unknown: {name}")));
    Ok(Tag {
        label,
        part: None,
        source: texts("fd:source")?,
        source_at: body.spans("fd:sourceAt")?,
        who: text("fd:who")?,
        cue: text("fd:cue")?,
        cue_at: body.spans("fd:cueAt")?,
        claims: texts("fd:claims")?,
        origin: body.text("fd:origin")?.map(origin).transpose()?,
        unsure: body.flag("fd:unsure")?,
    })
}
