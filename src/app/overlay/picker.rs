//! Lists to choose from: the help of where the person is, and every action by name.

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};

use super::{Choice, Overlay, Picker, PickerRow, keys::request};
use crate::{
    app::{App, Command, Key, Scope},
    text::search::Needle,
};

/// How much more a match in a name counts, in points of the matcher.
const NAMED: u32 = 20;
/// How much more a name counts that was typed in full.
const WRITTEN_OUT: u32 = 1000;

/// Rows that a page key goes on by.
const PAGE: isize = 10;

impl App {
    /// Opens the help: what has a key here, the innermost scope first.
    pub(in crate::app) fn open_help(&mut self) {
        let scopes: Vec<Scope> = self.scopes().collect();
        let mut rows = Vec::new();
        for (index, scope) in scopes.iter().enumerate() {
            for command in self.commands.rows.iter().filter(|command| command.scopes.contains(scope)) {
                // A key that an inner scope has means something else here.
                let hidden = |key: &&Key| {
                    scopes[..index].iter().any(|inner| self.commands.bound(*inner, **key).is_some())
                };
                let keys: Vec<String> =
                    command.keys.iter().filter(|key| !hidden(key)).map(Key::to_string).collect();
                if !keys.is_empty() {
                    rows.push(self.picker_row(command, keys.join(" "), command.help.text(self.lang)));
                }
            }
        }
        self.overlays.push(Overlay::Help(Picker::of(rows)));
    }

    /// Opens the palette: every action, by name.
    pub(in crate::app) fn open_palette(&mut self) {
        let row = |command: &Command| {
            let keys: Vec<String> = command.keys.iter().map(Key::to_string).collect();
            self.picker_row(command, keys.join(" "), command.title.text(self.lang))
        };
        let rows = self.commands.rows.iter().map(row).collect();
        self.overlays.push(Overlay::Palette(Picker::of(rows)));
    }

    fn picker_row(&self, command: &Command, left: String, text: &str) -> PickerRow {
        PickerRow {
            choice: Choice::Run(command.action),
            left,
            text: text.to_owned(),
            names: vec![command.title.en.to_string(), command.title.de.to_string(), command.id.to_string()],
            disabled: self.available(command.action).err(),
        }
    }

    /// Does what was chosen; the list is closed already.
    pub(super) fn choose(&mut self, choice: Choice) {
        match choice {
            Choice::Run(action) => self.perform(action),
            Choice::Go(article, at) => self.go_to_result(article, at),
            Choice::Filter(query) => self.set_query(&query),
            Choice::Attach(sentence) => self.attach(&sentence),
        }
    }
}

impl Picker {
    /// A list of these rows, not yet filtered.
    pub(in crate::app) fn of(all: Vec<PickerRow>) -> Self {
        Self { rows: all.clone(), all, ..Self::default() }
    }

    /// More rows arrive.
    pub(in crate::app) fn add(&mut self, rows: impl Iterator<Item = PickerRow>) {
        let known = self.all.len();
        self.all.extend(rows);
        if self.filter.value().is_empty() {
            self.rows.extend_from_slice(&self.all[known..]);
        } else {
            let cursor = self.cursor;
            self.refresh();
            self.step(isize::try_from(cursor).unwrap_or(0));
        }
    }

    /// Takes a key; gives what was chosen with Enter.
    pub(super) fn key(&mut self, key: Key) -> Option<Choice> {
        match key {
            Key::Enter => return self.rows.get(self.cursor).map(|row| row.choice.clone()),
            Key::Down | Key::Tab | Key::Ctrl('n') => self.step(1),
            Key::Up | Key::BackTab | Key::Ctrl('p') => self.step(-1),
            Key::PageDown | Key::Ctrl('d') => self.step(PAGE),
            Key::PageUp => self.step(-PAGE),
            _ => {
                let typed = request(key).and_then(|request| self.filter.handle(request));
                if typed.is_some_and(|changed| changed.value) {
                    self.refresh();
                }
            }
        }
        None
    }

    pub(super) fn step(&mut self, rows: isize) {
        self.cursor = self.cursor.saturating_add_signed(rows).min(self.rows.len().saturating_sub(1));
    }

    /// Finds the rows that match what was typed, best first; marks on letters do not matter. The names of
    /// commands match by their letters, what is said about them and words out of articles only as they were
    /// typed.
    pub(super) fn refresh(&mut self) {
        self.cursor = 0;
        self.top = 0;
        if self.filter.value().trim().is_empty() {
            self.rows.clone_from(&self.all);
            return;
        }
        let pattern = Pattern::parse(self.filter.value(), CaseMatching::Ignore, Normalization::Smart);
        let query = self.filter.value().trim().to_lowercase();
        let words: Vec<Needle> = query.split_whitespace().map(Needle::new).collect();
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        let mut scored: Vec<(u32, &PickerRow)> = Vec::new();
        for row in &self.all {
            // Nobody looks for letters strewn about in a sentence.
            let is_in = |word: &Needle, text| word.find_all(text).next().is_some();
            let holds = |word: &Needle| is_in(word, &row.text) || is_in(word, &row.left);
            let said = words.iter().all(holds).then_some(0);
            if row.names.is_empty() {
                scored.extend(said.map(|score| (score, row)));
                continue;
            }
            let mut score = |text: &str| pattern.score(Utf32Str::new(text, &mut buffer), &mut matcher);
            // A name counts more than what is said about it, most of all when it is written out; so does a key.
            let is_key = row.left.split(' ').any(|key| key == self.filter.value().trim());
            let written = is_key || row.names.iter().any(|name| name.to_lowercase() == query);
            let bonus = if written { WRITTEN_OUT } else { NAMED };
            let named = row.names.iter().filter_map(|name| score(name)).max().map(|score| score + bonus);
            let best = named.max(is_key.then_some(WRITTEN_OUT)).max(said);
            scored.extend(best.map(|score| (score, row)));
        }
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        self.rows = scored.into_iter().map(|(_, row)| row.clone()).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ArticleId;

    #[test]
    fn words_out_of_an_article_match_as_typed_and_not_by_letters_strewn_about() {
        let hit = |text: &str| PickerRow {
            choice: Choice::Go(ArticleId::new("a.txt"), 0),
            left: "a.txt".to_owned(),
            text: text.to_owned(),
            names: Vec::new(),
            disabled: None,
        };
        let mut hits = Picker::of(vec![hit("Der Rat sperrt die Brücke."), hit("Die Brücke bleibt.")]);
        let narrowed = |hits: &mut Picker, typed: &str| {
            hits.filter = typed.into();
            hits.refresh();
            hits.rows.len()
        };
        assert_eq!(narrowed(&mut hits, "brucke RAT"), 1);
        assert_eq!(narrowed(&mut hits, "dbk"), 0);
        assert_eq!(narrowed(&mut hits, " "), 2);
    }
}
