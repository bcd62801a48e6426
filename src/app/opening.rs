//! The list fills, an article opens, its sentences arrive, its document changes on the disk.

use std::sync::Arc;

use super::{
    App, Doubts, Effect, OnDisk, OpenArticle, Opened, Problem, Seek, following::stand_apart,
    navigate::first_open, notice::Weight, overlay::Question, shelf::Held,
};
use crate::{
    annotation::{Document, merge::merge},
    locale::say,
    review::stats::Counts,
    store::Company,
    text::{Article, ArticleId, Unit, position},
};

impl App {
    /// The first things to do: ask who tags, else open the article of the last time.
    pub(super) fn start(&mut self, problems: &[String]) {
        if self.annotator.is_none() {
            self.ask(Question::Annotator);
        } else {
            self.begin();
        }
        if !problems.is_empty() {
            self.warn(problems.join("  ·  "));
        }
    }

    /// Goes on when it is known who tags: first with what that person has to be asked.
    pub(super) fn begin(&mut self) {
        if !self.offer_kept() {
            self.go_on();
        }
    }

    /// Opens the first article.
    pub(super) fn go_on(&mut self) {
        let Some(annotator) = self.annotator.clone() else { return };
        self.effects.push(Effect::Progress(annotator));
        self.look_at_workspace();
        if let Some(article) = self.first.take() {
            self.open(article, Seek::FirstOpen);
        } else {
            self.open_any();
        }
    }

    pub(super) fn listed(&mut self, articles: Vec<ArticleId>) {
        let Some(articles) = self.list.look(articles) else { return };
        let wanted = self.desk.opening.as_ref().or(self.desk.open.as_ref().map(|open| &open.article.id));
        let found = wanted.and_then(|wanted| articles.iter().position(|article| article == wanted));
        let known = self.list.articles.len();
        self.list.add(articles);
        if let Some(found) = found {
            self.list.open = Some(known + found);
            self.select_row(self.list.row_of(known + found), true);
        }
        self.open_any();
    }

    /// All articles were found. What was passed over is told, folders that nobody could look into before all.
    pub(super) fn list_done(&mut self, others: usize, unreadable: Problem) {
        self.list.complete = true;
        match self.list.looked() {
            Some(false) => return,
            Some(true) => {
                self.select_row(self.list.cursor, true);
                self.effects.extend(self.annotator.clone().map(Effect::Progress));
                self.open_any();
            }
            None => {}
        }
        if !unreadable.is_empty() {
            self.warn(say::unreadable_folders(self.lang, &unreadable.join("  ·  ")));
            if self.list.is_empty() {
                self.desk.problem = Some(unreadable);
            }
        } else if others > 0 && self.notice.is_none() {
            self.say(say::passed_over(self.lang, others));
        }
    }

    pub(super) fn progress(&mut self, counts: Vec<(ArticleId, Counts)>, sources: Vec<String>) {
        for (article, counts) in counts {
            // What was opened in this run is known better.
            if !self.shelf.held.contains_key(&article) {
                self.list.set_progress(&article, counts);
            }
        }
        for source in sources {
            *self.sources.entry(source).or_default() += 1;
        }
    }

    /// Opens the first article where nothing is open and nothing else was asked for.
    fn open_any(&mut self) {
        let idle = self.desk.open.is_none()
            && self.desk.opening.is_none()
            && self.desk.problem.is_none()
            && !self.is_asked_about_kept();
        let first =
            self.list.articles.first().filter(|_| idle && self.first.is_none() && self.annotator.is_some());
        if let Some(article) = first.cloned() {
            self.open(article, Seek::FirstOpen);
        }
    }

    /// Opens an article and goes to a place in it; goes there at once where it is open.
    pub(super) fn open(&mut self, article: ArticleId, seek: Seek) {
        let Some(annotator) = self.annotator.clone() else {
            self.first = Some(article);
            return self.ask(Question::Annotator);
        };
        if self.desk.opening.is_none()
            && self.desk.open.as_ref().is_some_and(|open| open.article.id == article)
        {
            self.desk.seek = Some(seek);
            return self.arrive();
        }
        self.remember_place();
        self.show_in_list(&article);
        self.desk.words = None;
        self.desk.seek = Some(seek);
        self.desk.generation += 1;
        self.desk.opening = Some(article.clone());
        self.effects.push(Effect::Open { article, annotator, generation: self.desk.generation });
    }

    /// Opens the article after (or before) the open one, where the person left it, else at its first open sentence.
    pub(super) fn neighbour(&mut self, forward: bool) {
        let Some(article) = self.next_article(forward).cloned() else { return };
        let seek = self.places.get(&article).map_or(Seek::FirstOpen, |at| Seek::At(*at));
        self.open(article, seek);
    }

    /// The article after (or before) the open one.
    pub(super) fn next_article(&self, forward: bool) -> Option<&ArticleId> {
        match self.list.open {
            Some(_) => self.list.neighbour(forward),
            None => self.list.articles.first(),
        }
    }

    pub(super) fn open_selected(&mut self) {
        let Some(article) = self.list.selected().cloned() else { return };
        let seek = self.places.get(&article).map_or(Seek::FirstOpen, |at| Seek::At(*at));
        self.give_keys_to(super::Pane::Article);
        if self.desk.open.as_ref().is_none_or(|open| open.article.id != article) {
            self.open(article, seek);
        }
    }

    /// Keeps where the person is, for when they come back.
    pub(super) fn remember_place(&mut self) {
        let Some(open) = &self.desk.open else { return };
        let Some(unit) = open.unit() else { return };
        let (article, at) = (open.article.id.clone(), unit.chars.start);
        self.places.insert(article.clone(), at);
        self.effects.push(Effect::RememberArticle(article));
    }

    fn show_in_list(&mut self, article: &ArticleId) {
        self.list.open = self.list.index_of(article);
        if let Some(index) = self.list.open {
            self.select_row(self.list.row_of(index), true);
        }
    }

    pub(super) fn opened(&mut self, opened: Opened) {
        if opened.generation != self.desk.generation {
            return;
        }
        let Some(id) = self.desk.opening.take() else { return };
        let desk = &mut self.desk;
        (desk.words, desk.search, desk.problem, desk.inspector_top) = (None, None, None, 0);
        desk.gone = false;
        desk.company = Company::default();
        match opened.article {
            Ok(article) => {
                let sum =
                    opened.document.as_ref().ok().and_then(|on_disk| on_disk.document.text_sha256.clone());
                self.follow_text(&article, sum.as_deref());
                self.put_on_shelf(&id, opened.document);
                self.show_article(article, opened.units, opened.complete);
            }
            Err(problem) => {
                self.desk.open = None;
                self.desk.problem = Some(problem);
            }
        }
        if self.view == super::View::Review {
            self.fetch();
        }
        self.catch_up();
    }

    fn show_article(&mut self, article: Article, computed: Vec<Unit>, complete: bool) {
        let mut open = OpenArticle::new(article, computed, complete);
        if let Some(document) = self.shelf.document(&open.article.id) {
            open.lay(document);
        }
        self.desk.open = Some(open);
        self.count_all();
        self.arrive();
        self.ask_for_others();
    }

    pub(super) fn segmented(&mut self, generation: u64, more: &[Unit], done: bool) {
        if generation != self.desk.generation || self.desk.opening.is_some() {
            return;
        }
        let Some(open) = &mut self.desk.open else { return };
        let start = more.first().map_or(u32::MAX, |unit| unit.chars.start);
        // What was saved further on is shown before the segmenter comes there, also where it was taken back since.
        let is_ahead = open.units.last().is_some_and(|unit| unit.chars.end > start);
        open.extend(more);
        open.complete = done;
        let document = self.shelf.document(&open.article.id);
        if !is_ahead && document.is_none_or(|document| says_nothing_from(document, start)) {
            let to_read = more.iter().filter(|unit| unit.kind != crate::text::Kind::Furniture).count();
            let mut counts = open.counts;
            counts.units = counts.units.saturating_add(position(to_read));
            self.set_counts(counts);
        } else {
            self.cut_anew();
        }
        self.arrive();
    }

    /// Makes the units anew from what is computed and what the document says. The selected sentence and the first
    /// row stay where they are in the text.
    pub(super) fn cut_anew(&mut self) {
        let Some(open) = &mut self.desk.open else { return };
        let Some(document) = self.shelf.document(&open.article.id) else { return };
        let selected = open.unit().copied();
        let at = selected.map_or(0, |unit| unit.chars.start);
        let top = open.units.get(open.top.unit).map_or(0, |unit| unit.bytes.start) + open.top.byte;
        open.lay(document);
        open.cursor = open.unit_at(at);
        open.top.unit = open.unit_at_byte(top);
        open.top.byte = top.saturating_sub(open.units.get(open.top.unit).map_or(0, |unit| unit.bytes.start));
        if open.unit().map(|unit| unit.bytes) != selected.map(|unit| unit.bytes) {
            self.desk.words = None;
        }
        self.count_all();
    }

    /// Goes where the person wants to go, if the units it lies among are known.
    fn arrive(&mut self) {
        let Some((seek, open)) = self.desk.seek.zip(self.desk.open.as_ref()) else { return };
        let known = open.units.last().map_or(0, |unit| unit.chars.end);
        let unit = match seek {
            Seek::At(at) => (open.complete || at < known).then(|| open.unit_at(at)),
            Seek::FirstOpen => {
                let first = first_open(&open.units, 0..open.units.len(), self.document());
                first.or(open.complete.then_some(0))
            }
            Seek::End => open.complete.then(|| open.units.len().saturating_sub(1)),
        };
        if let Some(unit) = unit {
            self.go_to(unit);
            self.leave_hidden();
        }
    }

    /// Keeps the document of an article that was opened; what this run changed in it stays.
    fn put_on_shelf(&mut self, article: &ArticleId, document: Result<OnDisk, Problem>) {
        let Some(annotator) = self.annotator.clone() else { return };
        if self.shelf.held.contains_key(article) {
            // What was read beside the saver may be older than what the saver has written since; it reads in turn.
            return self.effects.push(Effect::Reload { article: article.clone(), annotator });
        }
        self.shelf.held.insert(article.clone(), Held::new(article, annotator, &document));
        match document {
            Ok(on_disk) => self.tell_about(&on_disk),
            Err(problem) => self.desk.problem = Some(problem),
        }
    }

    fn tell_about(&mut self, on_disk: &OnDisk) {
        let standing = on_disk.doubts.standing(self.lang);
        if !standing.is_empty() {
            self.tell_text_changed(&standing);
        } else if let Some(reason) = &on_disk.read_only {
            self.warn(reason.clone());
        } else if !on_disk.warnings.is_empty() {
            self.warn(on_disk.warnings.join("  ·  "));
        }
    }

    /// Says who else is at the open article, once for everybody who comes.
    pub(super) fn in_company(&mut self, article: &ArticleId, company: Company) {
        if self.desk.open.as_ref().is_none_or(|open| open.article.id != *article) {
            return;
        }
        let known = std::mem::replace(&mut self.desk.company, company);
        let company = &self.desk.company;
        let came = company.windows > known.windows
            || company.annotators.iter().any(|annotator| !known.annotators.contains(annotator));
        // What else there is to say matters more; the header shows it in any case.
        if came && self.notice.as_ref().is_none_or(|notice| notice.weight == Weight::Info) {
            self.say(say::company(self.lang, company.windows, &company.annotators));
        }
    }

    /// Takes in what the file says now.
    pub(super) fn reloaded(&mut self, article: &ArticleId, document: Result<OnDisk, Problem>) {
        let is_open = self.desk.open.as_ref().is_some_and(|open| open.article.id == *article);
        let Some(held) = self.shelf.held.get_mut(article) else { return };
        let on_disk = match document {
            Ok(on_disk) => on_disk,
            Err(problem) => {
                held.read_only = problem.first().cloned();
                self.desk.problem = Some(problem);
                return;
            }
        };
        let was_broken = std::mem::replace(&mut held.read_only, on_disk.read_only.clone()).is_some();
        if was_broken && is_open {
            self.desk.problem = None;
        }
        // While a save is on its way, that is where the merge happens. A file that is gone is no act of a writer:
        // what it held stays, and the next save makes it anew.
        let gone = says_nothing_from(&on_disk.base, 0) && !says_nothing_from(&held.base, 0);
        // What stands on a newer text is read again where that is opened.
        let apart = stand_apart(&held.document, &on_disk.document);
        if held.sending.is_some() || gone || apart || *held.base == *on_disk.base {
            return;
        }
        let unsaved = held.is_unsaved();
        if unsaved {
            held.document = Arc::new(merge(&held.clean, &held.document, &on_disk.document).document);
            held.doubts = Doubts::together(&held.doubts, &on_disk.doubts, &held.document);
        } else {
            held.document = Arc::clone(&on_disk.document);
            held.doubts = on_disk.doubts;
        }
        held.base = on_disk.base;
        held.clean = on_disk.document;
        if is_open {
            self.cut_anew();
            self.keep_in_sight(0);
        }
        self.tell_of_merge(article);
        if unsaved {
            self.save(article);
        }
    }
}

/// Does `document` say nothing about the text from the code point `start` on?
fn says_nothing_from(document: &Document, start: u32) -> bool {
    let before = |at: Option<u32>| at.is_none_or(|at| at < start);
    before(document.sentences.last().map(|sentence| sentence.span.end))
        && before(document.split.last().map(|boundary| boundary.at))
        && before(document.join.last().map(|boundary| boundary.at))
}
