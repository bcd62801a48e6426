//! What a file of another tool says, put onto our article: only where its words stand there.

mod merge;
mod seat;
mod spot;
mod theirs;

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;

use self::{
    seat::{Seat, Seats},
    spot::{Spot, Spots},
};
use super::{Foreign, ForeignSentence, ForeignTag, LabelMap, Meaning};
use crate::{
    annotation::{Document, Label, Origin, Sentence, Tag},
    text::{Article, ArticleId, Span},
};

/// Something in a file of another tool that a person has to know about. Displayed as `file: place: article: what`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {}{}{what}", part(place), article.as_ref().map(|id| part(id.as_str())).unwrap_or_default())]
pub struct Remark {
    /// The file.
    pub file: String,
    /// Where in it: `line 3`, `task 17`, `T4`; empty where it is about all of it.
    pub place: String,
    /// The article, where one was found.
    pub article: Option<ArticleId>,
    /// What it is.
    pub what: String,
}

fn part(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{text}: ") }
}

/// What became of files of other tools.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What does not fit, and is not in any document.
    pub misfits: Vec<Remark>,
    /// What fits, but stands elsewhere than the file says.
    pub moved: Vec<Remark>,
    /// Labels that nobody knows, with how often they occur. Their tags are among the misfits.
    pub unknown: BTreeMap<String, usize>,
    /// Labels that were to be left out, with how often they occur.
    pub dropped: BTreeMap<String, usize>,
    /// Positions that were taken as they are, because the file holds no words to check them by.
    pub unchecked: usize,
    /// Texts whose positions were taken for UTF-16 code units, which the file does not say.
    pub utf16: usize,
    /// Tags that are new.
    pub added: usize,
    /// Tags that were there already.
    pub known: usize,
    /// Sentences about which something is new.
    pub sentences: usize,
}

impl Told {
    /// Adds what became of other files.
    pub fn extend(&mut self, other: Self) {
        self.misfits.extend(other.misfits);
        self.moved.extend(other.moved);
        for (all, more) in [(&mut self.unknown, other.unknown), (&mut self.dropped, other.dropped)] {
            for (label, count) in more {
                *all.entry(label).or_default() += count;
            }
        }
        self.unchecked += other.unchecked;
        self.utf16 += other.utf16;
        self.added += other.added;
        self.known += other.known;
        self.sentences += other.sentences;
    }
}

/// By what rules tags come in.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// What their labels mean.
    pub labels: &'a LabelMap<'a>,
    /// The time that changes are stamped with where the file says none.
    pub now: Timestamp,
}

/// Puts what `all` say about `article` into `document`, which has to stand on it, and tells what became of it. What is
/// there already is kept and never doubled: doing it again changes nothing.
pub fn fit<'a>(
    all: impl IntoIterator<Item = &'a Foreign>,
    article: &Article,
    document: &mut Document,
    rules: &Rules<'_>,
    told: &mut Told,
) {
    let mut seats = Seats::new(article, document);
    for foreign in all {
        let mut fitting = Fitting { foreign, article, rules, told, spots: Spots::new(foreign, article) };
        fitting.all(&mut seats);
    }
    told.sentences += seats.finish(rules.now);
}

/// One foreign text on its way.
struct Fitting<'a> {
    foreign: &'a Foreign,
    article: &'a Article,
    rules: &'a Rules<'a>,
    told: &'a mut Told,
    spots: Spots<'a>,
}

impl Fitting<'_> {
    fn all(&mut self, seats: &mut Seats<'_>) {
        self.told.utf16 += usize::from(self.foreign.is_utf16);
        for (place, what) in &self.foreign.misfits {
            self.misfit(place, what.clone());
        }
        // Where sentences stand that the file names by where it has them; nothing where they do not fit.
        let mut homes: HashMap<Span, Option<Spot>> = HashMap::new();
        for sentence in &self.foreign.sentences {
            let home = self.sentence(sentence, seats);
            if let Some(span) = sentence.span {
                homes.insert(span, home);
            }
        }
        for tag in &self.foreign.tags {
            let Some(span) = tag.sentence.filter(|span| !homes.contains_key(span)) else { continue };
            let is_whole = tag.span.is_none() || tag.span == Some(span);
            let quote = tag.quote.as_deref().filter(|_| is_whole);
            let home = self.home(Some(span), quote, tag.context.as_ref(), &tag.place, seats);
            homes.insert(span, home);
        }
        seats.settle();
        for tag in &self.foreign.tags {
            if let Some(label) = self.label(tag.tag.label.as_str(), &tag.place) {
                match tag.sentence.map(|span| homes.get(&span).copied().flatten()) {
                    // That its sentence does not fit is told.
                    Some(None) => {}
                    Some(Some(home)) => self.tag_at_home(tag, label, home, seats),
                    None => self.tag(tag, label, seats),
                }
            }
        }
    }

    /// Puts a sentence where it stands; `None` where it does not fit.
    fn sentence(&mut self, said: &ForeignSentence, seats: &mut Seats<'_>) -> Option<Spot> {
        let not: Vec<Label> = said.not.iter().filter_map(|name| self.label(name, &said.place)).collect();
        let context = said.context.as_ref();
        let home = self.home(said.span, said.quote.as_deref(), context, &said.place, seats)?;
        let sentence = Sentence {
            kind: said.kind,
            read: said.read,
            mark: said.mark,
            not,
            note: said.note.clone(),
            saw: said.saw.clone(),
            at: said.at,
            ..Sentence::untouched(home.span, "")
        };
        self.merged(&said.place, sentence, seats);
        Some(home)
    }

    /// Where a sentence stands that the file names as such.
    fn home(
        &mut self,
        span: Option<Span>,
        quote: Option<&str>,
        context: Option<&(String, String)>,
        place: &str,
        seats: &mut Seats<'_>,
    ) -> Option<Spot> {
        let spot = self.spot(span, quote, context, place)?;
        match seats.reserve(spot.span) {
            Ok(span) => Some(Spot { span, ..spot }),
            Err(why) => {
                self.misfit(place, why);
                None
            }
        }
    }

    /// A tag of a sentence that the file names: on all of it, or on a part of it.
    fn tag_at_home(&mut self, said: &ForeignTag, label: Label, home: Spot, seats: &mut Seats<'_>) {
        let part = match said.span.filter(|span| Some(*span) != said.sentence) {
            None => Ok(home.span),
            Some(span) => self.spots.along(home, span),
        };
        let part = part.and_then(|part| {
            self.spots.check(part, said.quote.as_deref().filter(|_| part != home.span))?;
            let is_inside = home.span.start <= part.start && part.end <= home.span.end;
            if is_inside { Ok(part) } else { Err("covers words that are not in its sentence".to_owned()) }
        });
        match part {
            Ok(part) => {
                let part = Some(part).filter(|part| *part != home.span);
                self.put(said, label, home, Seat { sentence: home.span, part }, seats);
            }
            Err(why) => self.misfit(&said.place, why),
        }
    }

    /// A tag that stands for itself: its sentence is ours.
    fn tag(&mut self, said: &ForeignTag, label: Label, seats: &mut Seats<'_>) {
        let Some(spot) = self.spot(said.span, said.quote.as_deref(), said.context.as_ref(), &said.place)
        else {
            return;
        };
        match seats.of(spot.span) {
            Ok(seat) => self.put(said, label, spot, seat, seats),
            Err(why) => self.misfit(&said.place, why),
        }
    }

    fn put(&mut self, said: &ForeignTag, label: Label, spot: Spot, seat: Seat, seats: &mut Seats<'_>) {
        let along = |spans: &[Span]| -> Result<Vec<Span>, String> {
            spans.iter().map(|span| self.spots.along(spot, *span)).collect()
        };
        let at = along(&said.tag.source_at).and_then(|source| Ok((source, along(&said.tag.cue_at)?)));
        let (source_at, cue_at) = match at {
            Ok(at) => at,
            Err(why) => return self.misfit(&said.place, why),
        };
        let origin = match said.tag.origin {
            None if !self.foreign.says_origin => Some(Origin::Imported),
            origin => origin,
        };
        let tag = Tag { label, part: seat.part, source_at, cue_at, origin, ..said.tag.clone() };
        let mut sentence = Sentence::untouched(seat.sentence, "");
        sentence.tags.push(tag);
        self.merged(&said.place, sentence, seats);
    }

    /// Adds what is said to the document.
    fn merged(&mut self, place: &str, sentence: Sentence, seats: &mut Seats<'_>) {
        let tags = sentence.tags.len();
        match seats.merge(sentence) {
            Ok(added) => {
                self.told.added += added;
                self.told.known += tags - added;
            }
            Err(why) => self.misfit(place, why),
        }
    }

    fn spot(
        &mut self,
        span: Option<Span>,
        quote: Option<&str>,
        context: Option<&(String, String)>,
        place: &str,
    ) -> Option<Spot> {
        match self.spots.find(span, quote, context) {
            Ok(spot) => {
                self.told.unchecked += usize::from(spot.unchecked);
                if spot.moved {
                    let Span { start, end } = spot.span;
                    let what = format!("stands at {start}-{end}");
                    let remark = self.remark(place, what);
                    self.told.moved.push(remark);
                }
                Some(spot)
            }
            Err(why) => {
                self.misfit(place, why);
                None
            }
        }
    }

    /// What `name` is called here; `None` where its tags do not come in.
    fn label(&mut self, name: &str, place: &str) -> Option<Label> {
        match self.rules.labels.meaning(name) {
            Meaning::Label(label) => return Some(label),
            Meaning::Dropped => *self.told.dropped.entry(name.to_owned()).or_default() += 1,
            Meaning::Unknown => {
                *self.told.unknown.entry(name.to_owned()).or_default() += 1;
                self.misfit(place, format!("`{name}` is no label of this workspace"));
            }
        }
        None
    }

    fn misfit(&mut self, place: &str, what: String) {
        let remark = self.remark(place, what);
        self.told.misfits.push(remark);
    }

    fn remark(&self, place: &str, what: String) -> Remark {
        let article = Some(self.article.id.clone());
        Remark { file: self.foreign.file.clone(), place: place.to_owned(), article, what }
    }
}

#[cfg(test)]
mod tests;
