//! What the sections and rows of the Overview are called.

use std::borrow::Cow;

use crate::{
    annotation::LabelSet,
    locale::{Lang, Phrase},
    review::overview::{Name, Topic},
};

const NO_OUTLET: Phrase = Phrase::new("(no outlet)", "(ohne Medium)");
const NO_STORY: Phrase = Phrase::new("(no story)", "(ohne Geschichte)");

/// The heading of a section.
pub(super) const fn title(topic: Topic) -> Phrase {
    match topic {
        Topic::Progress => Phrase::new("Read by annotator", "Gelesen nach Person"),
        Topic::ProgressByArticle => Phrase::new("Read by article", "Gelesen nach Artikel"),
        Topic::States => Phrase::new("How far sentences have come", "Wie weit Sätze gekommen sind"),
        Topic::Agreement => Phrase::new(
            "Agreement by label (Krippendorff's α)",
            "Übereinstimmung nach Etikett (Krippendorffs α)",
        ),
        Topic::ByArticle => Phrase::new("Labels by article", "Etiketten nach Artikel"),
        Topic::ByOutlet => Phrase::new("Labels by outlet", "Etiketten nach Medium"),
        Topic::ByStory => Phrase::new("Labels by story", "Etiketten nach Geschichte"),
        Topic::ByAnnotator => Phrase::new("Labels by annotator", "Etiketten nach Person"),
        Topic::Sources => Phrase::new("Most quoted sources", "Meistzitierte Quellen"),
        Topic::Anchors => {
            Phrase::new("How sentences fit their articles", "Wie Sätze zu ihren Artikeln passen")
        }
    }
}

/// What stands behind the number of a bar, where the bars of a row count different things.
pub(super) fn unit(topic: Topic, bar: usize) -> Phrase {
    match (topic, bar) {
        (Topic::Progress, 0) => Phrase::new("units", "Einheiten"),
        (Topic::Progress, _) => Phrase::new("articles", "Artikel"),
        _ => Phrase::new("", ""),
    }
}

/// What the row of that name is called.
pub(super) fn name<'a>(name: &'a Name, labels: &'a LabelSet, lang: Lang) -> Cow<'a, str> {
    match name {
        Name::Annotator(annotator) => annotator.as_str().into(),
        Name::Article(article) | Name::Reader(article, _) => article.as_str().into(),
        Name::Story(story) if story.is_empty() => NO_STORY.text(lang).into(),
        Name::Story(name) | Name::Outlet(Some(name)) | Name::Source(name) => name.into(),
        Name::Outlet(None) => NO_OUTLET.text(lang).into(),
        Name::Label(label) => match labels.find(label) {
            Some(definition) => format!("{} {}", definition.letter, definition.name(lang)).into(),
            None => label.as_str().into(),
        },
        Name::State(state) => state.name().text(lang).into(),
        Name::Anchor(state) => state.name().text(lang).into(),
    }
}
