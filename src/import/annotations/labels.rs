//! What labels of other tools are called here.

use crate::{
    annotation::{Label, LabelSet},
    locale::Lang,
};

/// What labels of other tools mean, as a person said, and the labels of the workspace.
#[derive(Clone, Debug)]
pub struct LabelMap<'a> {
    known: &'a LabelSet,
    /// Names in lower case, and what they mean; nothing where their tags are left out.
    said: Vec<(String, Option<Label>)>,
}

/// What a label of another tool means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// This label of the workspace.
    Label(Label),
    /// Its tags are left out, as a person asked.
    Dropped,
    /// Nobody said.
    Unknown,
}

/// Why a map of labels cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MapError {
    /// It says nothing about a label.
    #[error("`{0}` maps nothing; write THEIRS=OURS, or THEIRS=- to leave its tags out")]
    NoPair(String),
    /// It leads to a label that the workspace does not have.
    #[error("`{0}` is no label of this workspace")]
    NoLabel(String),
    /// It says two things about one label.
    #[error("`{0}` is mapped twice")]
    Twice(String),
}

impl<'a> LabelMap<'a> {
    /// The map that `pairs` (`THEIRS=OURS`, `THEIRS=-`) make, to the labels of the workspace. The name of theirs may
    /// hold `=`; case does not count.
    ///
    /// # Errors
    /// [`MapError`] for the first pair that is none, leads to no label, or says another thing than one before it.
    pub fn new<'p>(pairs: impl IntoIterator<Item = &'p str>, known: &'a LabelSet) -> Result<Self, MapError> {
        let mut map = Self { known, said: Vec::new() };
        for pair in pairs {
            let parts = pair.rsplit_once('=').map(|(theirs, ours)| (theirs.trim(), ours.trim()));
            let (theirs, ours) = parts
                .filter(|(theirs, ours)| !theirs.is_empty() && !ours.is_empty())
                .ok_or_else(|| MapError::NoPair(pair.to_owned()))?;
            let label = match ours {
                "-" => None,
                ours => Some(map.named(ours).ok_or_else(|| MapError::NoLabel(ours.to_owned()))?),
            };
            let theirs = theirs.to_lowercase();
            if map.said.iter().any(|(name, other)| *name == theirs && *other != label) {
                return Err(MapError::Twice(theirs));
            }
            map.said.push((theirs, label));
        }
        Ok(map)
    }

    /// What `name` means: as a person said, else the label of the workspace with that id or name in either language.
    pub fn meaning(&self, name: &str) -> Meaning {
        let lower = name.trim().to_lowercase();
        match self.said.iter().find(|(theirs, _)| *theirs == lower) {
            Some((_, Some(label))) => Meaning::Label(label.clone()),
            Some((_, None)) => Meaning::Dropped,
            None => self.named(name).map_or(Meaning::Unknown, Meaning::Label),
        }
    }

    /// The label of the workspace that is called so.
    fn named(&self, name: &str) -> Option<Label> {
        if let Some(exact) = self.known.find(&Label::new(name)) {
            return Some(exact.label.clone());
        }
        let lower = name.trim().to_lowercase();
        let is_called = |called: &str| called.to_lowercase() == lower;
        let mut known = self.known.iter();
        let found = known.find(|known| {
            is_called(known.label.as_str())
                || [Lang::En, Lang::De].iter().any(|lang| is_called(known.name(*lang)))
        })?;
        Some(found.label.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_go_by_what_was_said_and_then_by_their_names() {
        let known = LabelSet::default();
        let map =
            LabelMap::new(["Tatsache=claim", "a=b = Denial", "X=-", "Dementi=attribution"], &known).unwrap();
        let label = |name: &str| Meaning::Label(Label::new(name));
        for (theirs, meaning) in [
            ("TATSACHE", label("claim")),
            ("a=b", label("denial")),
            ("x", Meaning::Dropped),
            ("Dementi", label("attribution")),
            ("Behauptung", label("claim")),
            (" Attribution ", label("attribution")),
            ("hedge", Meaning::Unknown),
            ("", Meaning::Unknown),
        ] {
            assert_eq!(map.meaning(theirs), meaning, "{theirs}");
        }
    }

    #[test]
    fn what_maps_nothing_is_refused() {
        let known = LabelSet::default();
        for (pairs, error) in [
            (&["claim"][..], MapError::NoPair("claim".into())),
            (&["=claim"], MapError::NoPair("=claim".into())),
            (&["x=hedge"], MapError::NoLabel("hedge".into())),
            (&["x=claim", "X=-"], MapError::Twice("x".into())),
        ] {
            assert_eq!(LabelMap::new(pairs.iter().copied(), &known).unwrap_err(), error);
        }
    }
}
