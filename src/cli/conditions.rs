//! Which sentences are meant, as `list` and `export` are asked.

use clap::Args;

use super::{place, report::Failure};
use crate::{
    annotation::Label,
    locale::Lang,
    review::{
        Filter,
        filter::{Key, written},
    },
    store::Settings,
};

/// Which sentences are meant: all that is given must hold, of several values one.
#[derive(Args, Debug)]
pub struct Conditions {
    /// With this label
    #[arg(long = "label", value_name = "LABEL", value_delimiter = ',')]
    pub labels: Vec<String>,
    /// Of this story, or of one that lies in it
    #[arg(long = "story", value_name = "STORY", value_delimiter = ',')]
    pub stories: Vec<String>,
    /// Of an article with this in its path or title
    #[arg(long = "article", value_name = "ARTICLE", value_delimiter = ',')]
    pub articles: Vec<String>,
    /// With this in the name of a source
    #[arg(long = "source", value_name = "NAME", value_delimiter = ',')]
    pub sources: Vec<String>,
    /// About this claim of the story
    #[arg(long = "claim", value_name = "CLAIM", value_delimiter = ',')]
    pub claims: Vec<String>,
    /// In this state: unread, one-reader, agreed, disagreement, decided, open, or that of an anchor
    #[arg(long = "state", value_name = "STATE", value_delimiter = ',')]
    pub states: Vec<String>,
    /// From an outlet with this in its name
    #[arg(long = "outlet", value_name = "OUTLET", value_delimiter = ',')]
    pub outlets: Vec<String>,
    /// Conditions as in the Review, or the name of a filter of the workspace
    #[arg(long, value_name = "QUERY|NAME", allow_hyphen_values = true)]
    pub filter: Option<String>,
}

impl Conditions {
    /// All of it as one filter, with sentences that one of `annotators` tags, where any is named.
    ///
    /// # Errors
    /// What no filter can mean, and a label that the workspace does not have.
    pub(super) fn filter(&self, annotators: &[String], settings: &Settings) -> Result<Filter, Failure> {
        for name in annotators {
            place::named(name)?;
        }
        let options = [
            (Key::Label, &*self.labels),
            (Key::Annotator, annotators),
            (Key::Story, &self.stories),
            (Key::Article, &self.articles),
            (Key::Source, &self.sources),
            (Key::Claim, &self.claims),
            (Key::State, &self.states),
            (Key::Outlet, &self.outlets),
        ];
        let given = options.into_iter().filter(|(_, values)| !values.is_empty());
        let mut query: Vec<String> = given
            .map(|(key, values)| written(key, &values.iter().map(String::as_str).collect::<Vec<_>>(), false))
            .collect();
        if let Some(typed) = &self.filter {
            query.push(settings.filter(typed).unwrap_or(typed).to_owned());
        }
        let filter = Filter::parse(&query.join(" "));
        if let Some(problem) = filter.problems().first() {
            return Err(Failure::new(problem.text(Lang::En)));
        }
        for name in filter.named(Key::Label) {
            if settings.labels.find(&Label::new(name.to_lowercase())).is_none() {
                let names: Vec<_> = settings.labels.iter().map(|known| known.label.as_str()).collect();
                return Err(Failure::new(format_args!("{name}: no label of this workspace"))
                    .hint(format_args!("its labels are {}", names.join(", "))));
            }
        }
        Ok(filter)
    }
}
