//! What `annotation.conf` says of the documents it stands beside.

/// Whether documents are ours, and whose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Config {
    /// An export of ours wrote them.
    pub is_ours: bool,
    /// Whose they are.
    pub whose: Whose,
}

/// Whose documents are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Whose {
    /// Nobody says.
    #[default]
    Unsaid,
    /// This annotator's.
    One(String),
    /// That of the annotator whose name the first folder has.
    Folder,
}

impl Config {
    /// What the lines at the beginning say.
    pub(super) fn read(text: &str) -> Self {
        let mut config = Self::default();
        for line in text.lines().map_while(|line| line.strip_prefix("# ")) {
            if line.starts_with("factdesk 1") {
                config.is_ours = true;
            } else if let Some(annotator) = line.strip_prefix("annotator: ") {
                config.whose = Whose::One(annotator.trim().to_owned());
            } else if line == "annotators: by folder" {
                config.whose = Whose::Folder;
            }
        }
        if config.is_ours { config } else { Self::default() }
    }
}
