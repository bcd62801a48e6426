//! Which rows are shown: typed with completions, chosen from a menu, kept by a name.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::{
    app::{
        Action, App, Effect, Overlay,
        overlay::{Choice, Picker, PickerRow},
    },
    locale::{
        Lang,
        phrases::{ALL_SENTENCES, NOTHING_TYPED},
        review as say,
    },
    review::{
        Filter, Row,
        filter::{Is, Key, State, written},
    },
};

/// So many completions are offered.
const OFFERED: usize = 50;

impl App {
    /// Shows the rows that this filter means.
    pub(in crate::app) fn set_query(&mut self, query: &str) {
        if query != self.review.query || self.review.lines.is_empty() {
            query.clone_into(&mut self.review.query);
            self.review.filter = Filter::parse(query);
            self.arrange();
        }
    }

    /// Takes over a filter that was typed.
    ///
    /// # Errors
    /// What of it cannot be understood.
    pub(in crate::app) fn take_query(&mut self, query: &str) -> Result<(), String> {
        self.set_query(query);
        let problem = self.review.filter.problems().first();
        problem.map_or(Ok(()), |problem| Err(problem.text(self.lang).to_owned()))
    }

    /// What a filter becomes if its last word is completed: a key, or one of its values that begins like that, or
    /// holds it.
    pub(in crate::app) fn query_completions(&self, typed: &str) -> Vec<String> {
        let quoted = |at: usize| !typed[..at].matches('"').count().is_multiple_of(2);
        let mut blanks = typed.char_indices().filter(|(at, c)| c.is_whitespace() && !quoted(*at));
        let start = blanks.next_back().map_or(0, |(at, c)| at + c.len_utf8());
        let start = start + usize::from(typed[start..].starts_with('-'));
        let (before, word) = typed.split_at(start);
        let Some((name, values)) = word.split_once(':') else {
            let keys = Key::ALL.into_iter().map(|key| format!("{}:", key.name().text(self.lang)));
            return matching(keys, word).map(|key| format!("{before}{key}")).collect();
        };
        let is_named = |key: &Key| [key.name().en, key.name().de].contains(&&*name.to_lowercase());
        let Some(key) = Key::ALL.into_iter().find(is_named) else { return Vec::new() };
        let last = values.rfind(',').map_or(0, |comma| comma + 1);
        let (others, begun) = values.split_at(last);
        let complete = |value: String| {
            let whole = written(key, &[&value], false);
            let value = whole.split_once(':').map_or("", |(_, value)| value);
            format!("{before}{name}:{others}{value}")
        };
        matching(self.values_of(key).into_iter(), begun.trim_start_matches('"')).map(complete).collect()
    }

    /// What stands behind that key somewhere in the workspace.
    fn values_of(&self, key: Key) -> BTreeSet<String> {
        let rows = || self.review.rows.iter();
        let tags = || rows().flat_map(|row| row.tags());
        // Rows of one article follow each other.
        let articles = || {
            let mut last = None;
            rows().filter_map(move |row| {
                let is_new = last != Some(&row.article.id);
                last = Some(&row.article.id);
                is_new.then_some(&row.article)
            })
        };
        let own = |text: &str| text.to_owned();
        match key {
            Key::Label => self.labels.iter().map(|label| own(label.label.as_str())).collect(),
            Key::Annotator => tags()
                .map(|(annotator, _)| annotator.as_str())
                .collect::<BTreeSet<_>>()
                .into_iter()
                .map(own)
                .collect(),
            Key::Story => articles().map(|article| own(article.id.story())).collect(),
            Key::Article => articles().map(|article| own(article.id.as_str())).collect(),
            Key::Source => {
                tags().flat_map(|(_, tag)| tag.who.iter().chain(tag.source.first())).cloned().collect()
            }
            Key::Claim => tags().flat_map(|(_, tag)| &tag.claims).cloned().collect(),
            Key::Outlet => articles().filter_map(|article| article.front.outlet.clone()).collect(),
            Key::State | Key::Is => {
                key.values().into_iter().map(|value| own(value.text(self.lang))).collect()
            }
        }
    }

    /// Opens the menu of filters.
    pub(in crate::app) fn open_filters(&mut self) {
        let count =
            facets(&self.review.rows, self.annotator.as_ref().map(crate::annotation::Annotator::as_str));
        let row = |choice: Choice, count: Option<usize>, text: String| PickerRow {
            choice,
            left: count.map(|count| count.to_string()).unwrap_or_default(),
            text,
            names: Vec::new(),
            disabled: None,
        };
        let mut rows = Vec::new();
        let everything = ALL_SENTENCES.text(self.lang).to_owned();
        rows.push(row(Choice::Filter(String::new()), Some(self.review.counts.all), everything));
        if !self.review.query.is_empty() {
            let title = self.commands.title_of(Action::KeepFilter, self.lang);
            rows.push(row(Choice::Run(Action::KeepFilter), None, format!("{title}: {}", self.review.query)));
        }
        let context = self.context();
        for (name, query) in &self.review.filters {
            let filter = Filter::parse(query);
            let meant = self.review.rows.iter().filter(|row| filter.matches(row, &context)).count();
            rows.push(row(Choice::Filter(query.clone()), Some(meant), format!("{name}: {query}")));
        }
        for ((key, value), count) in count {
            let query = condition(key.0, value, self.lang);
            rows.push(row(Choice::Filter(query.clone()), Some(count), query));
        }
        self.overlays.push(Overlay::Filters(Picker::of(rows)));
    }

    /// Keeps the present filter in the workspace's settings.
    ///
    /// # Errors
    /// Where there is no name, or nothing to keep.
    pub(in crate::app) fn keep_filter(&mut self, name: &str) -> Result<(), String> {
        let query = self.review.query.clone();
        if name.is_empty() || query.is_empty() {
            return Err(NOTHING_TYPED.text(self.lang).to_owned());
        }
        self.effects.push(Effect::KeepFilter { name: name.to_owned(), query });
        Ok(())
    }

    /// A filter was kept, or could not be.
    pub(in crate::app) fn filter_kept(&mut self, name: String, query: String, file: Result<String, String>) {
        match file {
            Ok(file) => {
                self.say(say::filter_kept(self.lang, &name, &file));
                let filters = &mut self.review.filters;
                filters.retain(|(other, _)| *other != name);
                filters.push((name, query));
            }
            Err(error) => self.warn(say::filter_not_kept(self.lang, &name, &error)),
        }
    }
}

/// The condition that `key` has the value that is called so in English, as somebody who speaks `lang` writes it.
pub(super) fn condition(key: Key, value: &str, lang: Lang) -> String {
    let fixed = key.values().into_iter().find(|fixed| fixed.en == value);
    let query = written(key, &[fixed.map_or(value, |fixed| fixed.text(lang))], false);
    let value = query.split_once(':').map_or("", |(_, value)| value);
    format!("{}:{value}", key.name().text(lang))
}

/// Those of `all` that begin with what was typed, then those that hold it; not what was typed in full.
fn matching(all: impl Iterator<Item = String>, typed: &str) -> impl Iterator<Item = String> {
    let typed = typed.to_lowercase();
    let place = |one: &String| one.to_lowercase().find(&typed);
    let found = all.filter(|one| !one.is_empty() && one.to_lowercase() != typed);
    let (begin, hold): (Vec<_>, Vec<_>) =
        found.filter(|one| place(one).is_some()).partition(|one| place(one) == Some(0));
    begin.into_iter().chain(hold).take(OFFERED)
}

/// A key of the filter, in the order of the menu.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Ranked(Key);

impl Ranked {
    fn rank(self) -> usize {
        let order = [Key::State, Key::Label, Key::Annotator, Key::Is];
        order.iter().position(|key| *key == self.0).unwrap_or(order.len())
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.rank().cmp(&other.rank())
    }
}

/// How many rows each filter of one label, annotator, state or peculiarity means; those that mean none are left out.
fn facets<'a>(rows: &'a [std::sync::Arc<Row>], me: Option<&str>) -> BTreeMap<(Ranked, &'a str), usize> {
    let mut counts: HashMap<(Ranked, &'a str), usize> = HashMap::new();
    let mut of_row: Vec<(Ranked, &'a str)> = Vec::new();
    for row in rows {
        of_row.clear();
        let mut add = |key: Key, value: &'a str| {
            if !of_row.contains(&(Ranked(key), value)) {
                of_row.push((Ranked(key), value));
            }
        };
        for (annotator, tag) in row.tags() {
            add(Key::Label, tag.label.as_str());
            add(Key::Annotator, annotator.as_str());
            let no_source = tag.label.has_source() && tag.source.is_empty();
            let own = (Some(annotator.as_str()) == me).then_some(Is::Mine);
            let unsure = tag.unsure.then_some(Is::Unsure);
            for is in [own, unsure, no_source.then_some(Is::NoSource)].into_iter().flatten() {
                add(Key::Is, is.name().en);
            }
        }
        for reading in &row.readings {
            let sentence = &reading.sentence;
            let noted = sentence.note.is_some().then_some(Is::Noted);
            let conflict = sentence.conflict.is_some().then_some(Is::Conflict);
            for is in [sentence.mark.then_some(Is::Marked), noted, conflict].into_iter().flatten() {
                add(Key::Is, is.name().en);
            }
        }
        if row.is_tagged() {
            if row.is_cut_differently() {
                add(Key::Is, Is::Cut.name().en);
            }
            for state in State::all().filter(|state| state.matches(row)) {
                add(Key::State, state.name().en);
            }
        }
        for facet in &of_row {
            *counts.entry(*facet).or_default() += 1;
        }
    }
    // That a sentence stands where it stood is nothing to look for.
    let exact = (Ranked(Key::State), crate::annotation::AnchorState::Exact.id());
    counts.into_iter().filter(|(facet, _)| *facet != exact).collect()
}
