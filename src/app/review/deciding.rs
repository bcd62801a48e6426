//! What the person decides about the selected row: always in a document of their own, as one [`Edit`] each.

use std::sync::Arc;

use super::{is_open, mine::lay};
use crate::{
    annotation::{Document, Edit, Label, Sentence, Target},
    app::App,
    locale::{
        phrases::{CHANGED_MEANWHILE, NO_ROW, NOTHING_TO_REJECT, STILL_OPENING},
        review as say,
    },
    review::{Reading, Row},
    text::{ArticleId, Span, char_index::CharIndex},
};

impl App {
    /// What I say about the selected row, as far as it is placed: where my decisions about it go.
    pub(in crate::app) fn my_reading(&self) -> Option<&Reading> {
        let (row, me) = (self.review.row()?, self.annotator.as_ref()?);
        let shown = self.review.reading().and_then(|shown| shown.now);
        let overlap = |reading: &&Reading| {
            let both = reading.now.zip(shown);
            both.map_or(0, |(a, b)| a.end.min(b.end).saturating_sub(a.start.max(b.start)))
        };
        row.of(me).filter(|reading| reading.anchor.is_placed()).max_by_key(overlap)
    }

    /// Where the sentence stands that a decision about the selected row is about: where mine does, else the one shown,
    /// else anybody's.
    ///
    /// # Errors
    /// Why nothing can be decided here, and what helps.
    pub(in crate::app) fn decidable(&self) -> Result<&Reading, String> {
        let (Some(row), Some(me)) = (self.review.row(), &self.annotator) else {
            return Err(NO_ROW.text(self.lang).to_owned());
        };
        let id = &row.article.id;
        if let Some(reason) = self.fetch_failed(id) {
            return Err(reason.to_owned());
        }
        if !self.is_fetched(id) {
            return Err(STILL_OPENING.text(self.lang).to_owned());
        }
        if let Some(reason) = self.read_only(id) {
            return Err(reason);
        }
        if let Some(mine) = self.my_reading() {
            return Ok(mine);
        }
        if let Some(pending) = row.of(me).next() {
            return Err(self.how_to_attach(pending));
        }
        let placed = |reading: &&Reading| reading.anchor.is_placed();
        let shown = self.review.reading().filter(placed).or_else(|| row.readings.iter().find(placed));
        shown.ok_or_else(|| {
            let reading = &row.readings[self.review.reading.min(row.readings.len() - 1)];
            let state = reading.anchor.name().text(self.lang);
            say::not_in_place(self.lang, reading.annotator.as_str(), state)
        })
    }

    /// Which key ties what I said to words again.
    fn how_to_attach(&self, pending: &Reading) -> String {
        use crate::app::Action::{Reattach, ShowAtDesk};
        let [attach, open] = [Reattach, ShowAtDesk].map(|action| self.commands.key_of(action));
        let state = pending.anchor.name().text(self.lang);
        say::attach_first(self.lang, state, &attach, pending.now.is_none().then_some(&*open))
    }

    /// Makes an edit of my sentence of the selected row and does it. `false` where nothing changed.
    pub(in crate::app) fn edit_row(
        &mut self,
        make: impl FnOnce(&Document, &Target<'_>) -> Option<Edit>,
    ) -> bool {
        let place = self.decidable().map(|reading| (reading.now, reading.words().to_owned()));
        let (span, words) = match place {
            Ok((Some(span), words)) => (span, words),
            Ok((None, _)) => return false,
            Err(reason) => {
                self.warn(reason);
                return false;
            }
        };
        let seen = self.others_shown();
        self.edit_at(span, Some(&words), |document, target| Some(make(document, target)?.having_seen(&seen)))
    }

    /// Makes an edit of my document at `span` of the fetched article, where `words` stand if they are given.
    fn edit_at(
        &mut self,
        span: Span,
        words: Option<&str>,
        make: impl FnOnce(&Document, &Target<'_>) -> Option<Edit>,
    ) -> bool {
        let Some(article) = self.review.article.clone() else { return false };
        let index = CharIndex::new(&article.text);
        let quote = index.slice(span).filter(|quote| words.is_none_or(|words| words == *quote));
        let (Some(quote), Some(document)) = (quote, self.shelf.document(&article.id)) else {
            self.warn(CHANGED_MEANWHILE.text(self.lang));
            self.read_workspace();
            return false;
        };
        let target = Target { span, quote, now: self.now, only: None };
        let Some(edit) = make(document, &target) else { return false };
        self.commit(&article.id, &edit)
    }

    /// Everybody else whose tags are shown in the detail pane.
    fn others_shown(&self) -> Vec<String> {
        let Some(row) = self.review.row() else { return Vec::new() };
        let mut names: Vec<String> = Vec::new();
        for reading in row.readings.iter().filter(|reading| !self.is_me(&reading.annotator)) {
            let name = reading.annotator.as_str();
            if !names.iter().any(|other| other == name) {
                names.push(name.to_owned());
            }
        }
        names
    }

    /// Is there something that my sentence of the selected row says?
    pub(in crate::app) fn my_sentence(&self) -> Option<&Arc<Sentence>> {
        let (row, mine) = (self.review.row()?, self.my_reading()?);
        self.shelf.document(&row.article.id)?.find(mine.now?)
    }

    /// That label as mine, on or off; on as the reading shown has it, else as anybody has.
    pub(in crate::app) fn decide(&mut self, label: usize) {
        let Some(label) = self.label(label) else { return };
        if self.my_sentence().is_some_and(|mine| mine.has(&label)) {
            self.edit_row(|document, target| Edit::toggle_label(document, target, &label, None));
        } else {
            self.give(&label);
        }
    }

    /// Sets that label as mine and goes on.
    pub(in crate::app) fn decide_and_go(&mut self, label: usize) {
        let Some(label) = self.label(label) else { return };
        let has = self.my_sentence().is_some_and(|mine| mine.has(&label));
        if has || self.give(&label) {
            self.next_open_row(true);
        }
    }

    fn label(&self, index: usize) -> Option<Label> {
        self.labels.get(index).map(|definition| definition.label.clone())
    }

    fn give(&mut self, label: &Label) -> bool {
        let Some(row) = self.review.row() else { return false };
        let gives = |reading: &&Reading| reading.sentence.has(label) && !self.is_me(&reading.annotator);
        let theirs = self.review.reading().filter(gives).or_else(|| row.readings.iter().find(gives));
        let theirs = theirs.map(|reading| Arc::clone(&reading.sentence));
        self.edit_row(|document, target| Edit::give_label(document, target, label, theirs.as_deref()))
    }

    /// Takes the reading shown over as mine and goes on.
    pub(in crate::app) fn take_over(&mut self) {
        let Some(shown) = self.review.reading() else { return };
        let theirs = Arc::clone(&shown.sentence);
        if !theirs.is_read() && theirs.not.is_empty() {
            let name = shown.annotator.as_str().to_owned();
            return self.warn(say::has_not_read(self.lang, &name));
        }
        if self.is_me(&shown.annotator)
            || !self.edit_row(|document, target| Edit::take_over(document, target, &theirs))
        {
            self.stand_by();
        }
        self.next_open_row(true);
    }

    /// The person stays with what they said about a row on which others do not agree with them.
    fn stand_by(&mut self) {
        let waits = self.review.row().zip(self.annotator.as_ref()).is_some_and(|(row, me)| is_open(row, me));
        if waits && self.my_sentence().is_some_and(|mine| mine.is_read()) {
            let seen = self.others_shown();
            self.edit_row(|document, target| Edit::stand_by(document, target, &seen));
        }
    }

    /// Says that the labels of the reading shown are wrong, and goes on, unless others are still to be decided.
    pub(in crate::app) fn reject(&mut self) {
        let Some(shown) = self.review.reading() else { return };
        let mut labels: Vec<Label> = Vec::new();
        for tag in &shown.sentence.tags {
            if !labels.contains(&tag.label) {
                labels.push(tag.label.clone());
            }
        }
        if labels.is_empty() {
            return self.warn(NOTHING_TO_REJECT.text(self.lang));
        }
        self.edit_row(|document, target| Edit::reject(document, target, &labels));
        let is_rejected = |mine: &Arc<Sentence>| labels.iter().all(|label| mine.not.contains(label));
        if !self.my_sentence().is_some_and(is_rejected) {
            return;
        }
        match self.undecided() {
            Some(labels) => self.say(say::undecided(self.lang, &labels)),
            None => self.next_open_row(true),
        }
    }

    /// The labels of the selected row about which `desk`, who has settled others, has still to say something.
    fn undecided(&self) -> Option<String> {
        let (row, me) = (self.review.row()?, self.annotator.as_ref().filter(|me| me.is_desk())?);
        let rejects = |label: &Label| row.of(me).any(|mine| mine.sentence.not.contains(label));
        let left = row.labels().filter(|label| is_open(row, me) && !rejects(label));
        let name = |label: &Label| {
            let definition = self.labels.find(label);
            definition.map_or(label.as_str(), |definition| definition.name(self.lang)).to_owned()
        };
        let left: Vec<String> = left.map(name).collect();
        (!left.is_empty()).then(|| left.join(", "))
    }

    /// What I said about the row that does not stand in the article with the words it was said of.
    pub(in crate::app) fn pending_reading(&self) -> Option<&Reading> {
        let (row, me) = (self.review.row()?, self.annotator.as_ref()?);
        let in_doubt = |reading: &&Reading| reading.annotator == *me && !reading.anchor.is_placed();
        self.review.reading().filter(in_doubt).or_else(|| row.readings.iter().find(in_doubt))
    }

    /// Ties what I said about the row to the words that are proposed for it.
    pub(in crate::app) fn reattach_row(&mut self) {
        let Some(pending) = self.pending_reading().cloned() else { return };
        let Some(now) = pending.now else { return self.warn(self.how_to_attach(&pending)) };
        self.edit_at(now, None, |document, target| {
            let is_it = |one: &Arc<Sentence>| one.span.is_empty() && one.quote == pending.sentence.quote;
            Edit::reattach(document, document.sentences.iter().position(is_it)?, target)
        });
    }

    /// My document of an article says something else in `region` now: so do its rows. What the filter means is found
    /// anew when the person moves on, so that nothing is drawn away from under them.
    pub(in crate::app) fn follow_in_review(&mut self, article: &ArticleId, region: Span) {
        let Some(held) = self.shelf.held.get(article) else { return };
        let Some(me) = self.annotator.clone().filter(|_| self.review.so_far.is_some()) else { return };
        let review = &mut self.review;
        if !review.changed.contains(article) {
            review.changed.push(article.clone());
        }
        if let Some(coming) = &mut review.coming {
            // What is being put in order now has to be put in order again.
            if !lay(Arc::make_mut(coming), held, region) {
                review.arranging = None;
            }
        }
        let before = review.row().cloned();
        let shown = review.reading().map(|reading| reading.annotator.clone());
        let same = lay(Arc::make_mut(&mut review.rows), held, region);
        if same {
            review.outdated = true;
            review.keep_reading(shown.as_ref());
            let after = review.row().cloned();
            if let (Some(before), Some(after)) = (before, after) {
                review.counts.shift(&before, &after, &me);
            }
        } else {
            self.arrange_now();
        }
    }

    /// Goes to the row of a sentence that an undo or redo changed; `false` where it is not among those shown.
    pub(in crate::app) fn go_to_row(&mut self, article: &ArticleId, at: u32) -> bool {
        if self.review.outdated {
            self.arrange_now();
        }
        let is_it =
            |row: &Arc<Row>| row.article.id == *article && row.span().is_some_and(|span| span.contains(at));
        let lines = 0..self.review.lines.len();
        let found = lines.into_iter().find(|line| self.review.row_at(*line).is_some_and(is_it));
        found.map(|line| self.select_line(line, true)).is_some()
    }
}
