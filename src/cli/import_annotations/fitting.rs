//! From what files say to the documents that are to be saved. Nothing is written here.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use jiff::Timestamp;

use super::super::report::Failure;
use crate::{
    annotation::{Annotator, Document, anchor::place},
    import::annotations::{Finder, Foreign, LabelMap, Remark, Rules, Told, fit},
    runtime::parallel,
    store::{Workspace, annotations, article_ids, read_article},
    text::ArticleId,
};

/// Whose tags files hold.
pub(super) struct Whose<'a> {
    /// Who was named on the command line.
    pub(super) named: Option<Annotator>,
    /// The full names of annotators.
    pub(super) people: &'a BTreeMap<Annotator, String>,
    /// Who sits there.
    pub(super) person: Option<Annotator>,
}

/// A document that is to be saved.
pub(super) struct Ready {
    /// As it stands on the disk.
    pub(super) base: Arc<Document>,
    /// With what comes in.
    pub(super) ours: Arc<Document>,
}

/// What came of all files.
pub(super) struct Fitted {
    /// Documents about which something is new.
    pub(super) ready: Vec<Ready>,
    /// What became of everything.
    pub(super) told: Told,
}

impl Whose<'_> {
    /// Who says what `foreign` does.
    fn of(&self, foreign: &Foreign) -> Result<Annotator, Failure> {
        let said = foreign.annotator.as_deref().map(str::trim).filter(|said| !said.is_empty());
        let in_full = |said: &str| {
            let mut people = self.people.iter();
            let found = people.find(|(_, name)| name.to_lowercase() == said.to_lowercase());
            found.map(|(annotator, _)| annotator.clone())
        };
        // What a stranger says is nobody else's.
        let told = || match said {
            Some(said) => in_full(said).or_else(|| Annotator::new(said)),
            None => self.person.clone(),
        };
        let found = self.named.clone().or_else(told);
        found.ok_or_else(|| {
            let who = said.map_or_else(
                || "does not say who tagged".to_owned(),
                |said| format!("`{said}`, who tagged, is no annotator here"),
            );
            let named = if said.is_some() { "; so does `people` in factdesk.yaml, by full name" } else { "" };
            Failure::new(format_args!("{}: {who}", foreign.file))
                .hint(format_args!("--annotator NAME says whose tags they are{named}"))
        })
    }
}

/// Fits all that is said into the documents it belongs to, on every core.
pub(super) fn fit_all(
    workspace: &Workspace,
    all: &[Foreign],
    whose: &Whose<'_>,
    labels: &LabelMap<'_>,
) -> Result<Fitted, Failure> {
    let finder = finder(workspace, all);
    let mut fitted = Fitted { ready: Vec::new(), told: Told::default() };
    let mut groups: Vec<((ArticleId, Annotator), Vec<&Foreign>)> = Vec::new();
    let mut known: HashMap<(ArticleId, Annotator), usize> = HashMap::new();
    for foreign in all {
        let annotator = whose.of(foreign)?;
        match finder.find(foreign) {
            Ok(article) => {
                let key = (article, annotator);
                let group = *known.entry(key.clone()).or_insert_with(|| {
                    groups.push((key, Vec::new()));
                    groups.len() - 1
                });
                groups[group].1.push(foreign);
            }
            Err(why) => fitted.told.misfits.push(Remark {
                file: foreign.file.clone(),
                place: beginning(foreign),
                article: None,
                what: why.to_string(),
            }),
        }
    }
    let rules = Rules { labels, now: Timestamp::now() };
    parallel::in_order(
        groups.into_iter(),
        |((article, annotator), group)| fit_one(workspace, &article, &annotator, &group, &rules),
        |done| {
            let (ready, told) = done?;
            fitted.ready.extend(ready);
            fitted.told.extend(told);
            Ok::<_, Failure>(())
        },
    )?;
    Ok(fitted)
}

/// Finds articles by name; where that is not enough, by text and address too, for which it reads them all.
fn finder(workspace: &Workspace, all: &[Foreign]) -> Finder {
    let ids: Vec<ArticleId> = article_ids(workspace).collect();
    let mut finder = Finder::new(ids.iter().cloned());
    if !all.iter().all(|foreign| finder.is_named(foreign)) {
        // An article that cannot be read is not found by its text.
        let learned: Result<(), std::convert::Infallible> = parallel::in_order(
            ids.into_iter(),
            |id| read_article(workspace, &id).ok(),
            |article| {
                if let Some(article) = article {
                    finder.learn(&article);
                }
                Ok(())
            },
        );
        let Ok(()) = learned;
    }
    finder
}

/// Where what `foreign` says begins.
fn beginning(foreign: &Foreign) -> String {
    let sentence = foreign.sentences.first().map(|sentence| &sentence.place);
    sentence.or(foreign.tags.first().map(|tag| &tag.place)).cloned().unwrap_or_default()
}

/// Fits what `group` says about one article as one annotator; nothing to save where nothing is new.
fn fit_one(
    workspace: &Workspace,
    id: &ArticleId,
    annotator: &Annotator,
    group: &[&Foreign],
    rules: &Rules<'_>,
) -> Result<(Option<Ready>, Told), Failure> {
    let article = read_article(workspace, id).map_err(Failure::new)?;
    let loaded = annotations::load(workspace, id, annotator).map_err(Failure::new)?;
    if let Some(format) = loaded.parsed.as_ref().and_then(|parsed| parsed.read_only) {
        let path = loaded.path.display();
        return Err(Failure::new(format_args!(
            "{path}: has format {format} of a newer factdesk, which this one does not write"
        )));
    }
    let base = loaded.parsed.map(|parsed| parsed.document);
    let base = Arc::new(base.unwrap_or_else(|| Document::new(id.clone(), annotator.clone())));
    let mut ours = place(&base, &article).document;
    let mut told = Told::default();
    fit(group.iter().copied(), &article, &mut ours, rules, &mut told);
    let ready = (told.sentences > 0).then(|| Ready { base, ours: Arc::new(ours) });
    Ok((ready, told))
}
