//! Names of sources that mean one.

use std::{collections::HashMap, sync::Arc};

use crate::{annotation::Tag, text::search::folded};

/// Names of sources that mean one, as a workspace's settings have them. Case and marks on letters do not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aliases {
    /// By each name as it is compared, the name they all stand under.
    names: HashMap<String, Arc<str>>,
}

impl Aliases {
    /// Lets `alias` mean the source `name`; `false` where it means another one already, which then stays.
    pub fn add(&mut self, name: &str, alias: &str) -> bool {
        let key = |name: &str| folded(name.trim());
        let name = Arc::clone(self.names.entry(key(name)).or_insert_with(|| name.trim().into()));
        *self.names.entry(key(alias)).or_insert_with(|| Arc::clone(&name)) == name
    }

    /// The name that `source` stands under: its own where nothing else is known.
    pub fn name<'a>(&'a self, source: &'a str) -> &'a str {
        let source = source.trim();
        if self.names.is_empty() {
            return source;
        }
        self.names.get(&folded(source)).map_or(source, |name| name)
    }

    /// The name of whoever says the words of `tag`: whom its source means, else its innermost speaker.
    pub fn speaker<'a>(&'a self, tag: &'a Tag) -> Option<&'a str> {
        tag.who.as_ref().or_else(|| tag.source.first()).map(|source| self.name(source))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_mean_one_stand_under_one_name() {
        let mut aliases = Aliases::default();
        assert!(aliases.add("Änne Böll", "die Ministerin") && aliases.add("Änne Böll", "Böll"));
        assert!(!aliases.add("Carl Mohn", "boll"), "a name means one source");
        assert_eq!(aliases.name(" BÖLL "), "Änne Böll");
        assert_eq!(aliases.name("anne boll"), "Änne Böll");
        assert_eq!(aliases.name("Mohn"), "Mohn");
    }
}
