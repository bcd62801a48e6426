//! The rules of `check`: what each looks for, how bad that is where nobody says otherwise, and why.

use std::{collections::BTreeMap, fmt};

/// How bad it is to break a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Nobody is told.
    Off,
    /// Worth a look.
    Warn,
    /// Has to be mended.
    Error,
}

impl Level {
    /// All of them, the mildest first.
    pub const ALL: [Self; 3] = [Self::Off, Self::Warn, Self::Error];

    /// Its name in `factdesk.yaml` and in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }

    /// The level of that name.
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.id() == id)
    }
}

/// One thing that can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// A file that cannot be read.
    Unreadable,
    /// A mistake in `factdesk.yaml`.
    Settings,
    /// A file below `annotations/` that is nobody's.
    Stray,
    /// An article that cannot be read, or is gone.
    NoArticle,
    /// Edits that wait in the person's own folder.
    KeptEdits,
    /// A file without its end marker.
    NoEnd,
    /// A file that names another article or annotator than its path does.
    OtherPath,
    /// A file that a newer version wrote.
    NewerFormat,
    /// A boundary set by hand that was not found again.
    LostBoundary,
    /// A sentence that stands elsewhere now.
    Moved,
    /// A sentence whose words have changed.
    Edited,
    /// A sentence that is several now.
    Split,
    /// A sentence that is part of a longer one now.
    Joined,
    /// A sentence that may be one of several.
    Ambiguous,
    /// A sentence that stands nowhere.
    Lost,
    /// A change that two writers made differently.
    Conflict,
    /// A label that the workspace does not declare.
    UnknownLabel,
    /// A label that is both given and rejected.
    TagAndNot,
    /// A tag on page furniture.
    TagOnFurniture,
    /// An attribution that tells neither its source nor what marks it.
    AttributionWithoutSource,
    /// A denial that tells neither what it rejects nor by which words.
    DenialWithoutTarget,
    /// A denial with its denier that is no attribution.
    DenialWithoutAttribution,
    /// A claim that says whose words it is.
    ClaimWithSource,
    /// A person who is meant by words that are not there.
    WhoWithoutSource,
    /// Positions of a source that hold other words.
    SourceNotThere,
    /// A cue that is not in the sentence.
    CueNotThere,
    /// A field that says nothing.
    EmptyText,
    /// A time that has not come yet.
    Future,
}

impl Rule {
    /// All of them, in the order in which they are listed: the files, the anchors, the tags.
    pub const ALL: [Self; 28] = [
        Self::Unreadable,
        Self::Settings,
        Self::Stray,
        Self::NoArticle,
        Self::KeptEdits,
        Self::NoEnd,
        Self::OtherPath,
        Self::NewerFormat,
        Self::LostBoundary,
        Self::Moved,
        Self::Edited,
        Self::Split,
        Self::Joined,
        Self::Ambiguous,
        Self::Lost,
        Self::Conflict,
        Self::UnknownLabel,
        Self::TagAndNot,
        Self::TagOnFurniture,
        Self::AttributionWithoutSource,
        Self::DenialWithoutTarget,
        Self::DenialWithoutAttribution,
        Self::ClaimWithSource,
        Self::WhoWithoutSource,
        Self::SourceNotThere,
        Self::CueNotThere,
        Self::EmptyText,
        Self::Future,
    ];

    /// Its name in `factdesk.yaml` and behind each message.
    pub const fn id(self) -> &'static str {
        self.about().0
    }

    /// How bad it is where `factdesk.yaml` does not say.
    pub const fn default_level(self) -> Level {
        self.about().1
    }

    /// Why it is a rule, for people.
    pub const fn reason(self) -> &'static str {
        self.about().2
    }

    /// The rule of that name.
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.id() == id)
    }

    const fn about(self) -> (&'static str, Level, &'static str) {
        use Level::{Error, Warn};
        match self {
            Self::Unreadable => ("unreadable", Error, "what cannot be read counts for nobody"),
            Self::Settings => ("settings", Error, "a setting that is not understood does not hold"),
            Self::Stray => ("stray", Error, "annotations lie in annotations/ANNOTATOR/ARTICLE.yaml"),
            Self::NoArticle => ("no-article", Error, "tags mean nothing without their text"),
            Self::KeptEdits => ("kept-edits", Warn, "edits that could not be saved wait for the next start"),
            Self::NoEnd => ("no-end", Warn, "a file without `...` at its end may have been cut off"),
            Self::OtherPath => {
                ("other-path", Warn, "a file belongs where its path says: was it moved or copied?")
            }
            Self::NewerFormat => ("newer-format", Warn, "this version can read the file, not change it"),
            Self::LostBoundary => ("lost-boundary", Warn, "a split or join by hand no longer has its place"),
            Self::Moved => ("moved", Warn, "the text changed around the sentence; its words are the same"),
            Self::Edited => ("edited", Error, "the tags were given to other words"),
            Self::Split => ("split", Error, "the tags were given to what is several sentences now"),
            Self::Joined => ("joined", Error, "the tags were given to a part of what is one sentence now"),
            Self::Ambiguous => ("ambiguous", Error, "which sentence the tags belong to is not known"),
            Self::Lost => ("lost", Error, "the sentence of the tags is gone"),
            Self::Conflict => {
                ("conflict", Warn, "two versions of a sentence are kept until somebody chooses")
            }
            Self::UnknownLabel => {
                ("unknown-label", Warn, "no codebook and no setting says what the label means")
            }
            Self::TagAndNot => {
                ("tag-and-not", Warn, "each label is one yes-or-no question: it cannot be both")
            }
            Self::TagOnFurniture => {
                ("tag-on-furniture", Warn, "page furniture gets no label, even where it is true")
            }
            Self::AttributionWithoutSource => (
                "attribution-without-source",
                Warn,
                "an attribution is marked: it names a source, or where nobody is named (hearsay) the cue",
            ),
            Self::DenialWithoutTarget => (
                "denial-without-target",
                Warn,
                "a denial rejects a statement: name it (a claim, a counter-fact, a part) or the words that do (cue)",
            ),
            Self::DenialWithoutAttribution => (
                "denial-without-attribution",
                Warn,
                "a denial is an attribution as well where the sentence has the denier and a cue",
            ),
            Self::ClaimWithSource => {
                ("claim-with-source", Warn, "source and cue belong to an attribution or a denial")
            }
            Self::WhoWithoutSource => {
                ("who-without-source", Warn, "`who` tells whom the words of the source mean")
            }
            Self::SourceNotThere => (
                "source-not-there",
                Warn,
                "`source_at` is where the words of the source stand in the sentence",
            ),
            Self::CueNotThere => ("cue-not-there", Warn, "the cue is words of the sentence"),
            Self::EmptyText => ("empty-text", Warn, "a field that says nothing was meant to say something"),
            Self::Future => {
                ("future", Warn, "a clock was wrong, and of two changes the later one is looked for")
            }
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// How bad each rule is in a workspace: what it set, else the default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels(BTreeMap<Rule, Level>);

impl Levels {
    /// How bad it is here to break `rule`.
    pub fn of(&self, rule: Rule) -> Level {
        self.0.get(&rule).copied().unwrap_or(rule.default_level())
    }

    /// Sets how bad it is.
    pub fn set(&mut self, rule: Rule, level: Level) {
        self.0.insert(rule, level);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_listed_once_under_a_name_of_its_own() {
        for (index, rule) in Rule::ALL.into_iter().enumerate() {
            assert_eq!(rule as usize, index, "{rule} is out of order");
            assert_eq!(Rule::find(rule.id()), Some(rule));
        }
    }
}
