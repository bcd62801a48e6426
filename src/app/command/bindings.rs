//! How the table of a run is made: default rows, rows of the labels, the person's own keys.

use super::{Action, Command, Commands, Scope, table};
use crate::{
    annotation::{LabelDefinition, LabelSet},
    app::{Key, View},
    locale::Text,
};

/// What is wrong with a key that was bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clash {
    /// No command has this name.
    Unknown(String),
    /// The key belongs to `holder` already, in the same scope.
    Taken {
        /// Which key.
        key: Key,
        /// The command that wants it.
        id: String,
        /// The command that has it.
        holder: String,
    },
    /// The key was taken from `loser`, which has it by default.
    Lost {
        /// Which key.
        key: Key,
        /// The command that has it now.
        id: String,
        /// The command that had it.
        loser: String,
    },
}

impl Commands {
    /// The table with the labels of the workspace and the default keys. A key of an own label that another command
    /// has already stays with that one and is reported.
    pub fn new(labels: &LabelSet) -> (Self, Vec<Clash>) {
        let mut commands = Self { rows: table::rows().map(Command::from).collect() };
        let mut clashes = Vec::new();
        for (scope, before) in [(Scope::Desk, Action::ReadAndGo), (Scope::Words, Action::Split)] {
            let at = commands.rows.iter().position(|row| row.action == before).unwrap_or(0);
            let rows = labels.iter().enumerate().flat_map(|(index, label)| label_rows(index, label));
            let rows: Vec<_> = rows.filter(|row| row.scopes.contains(&scope)).collect();
            let label_rows = at..at + rows.len();
            commands.rows.splice(at..at, rows);
            for row in label_rows.rev() {
                commands.give_up_taken(row, &mut clashes);
            }
        }
        (commands, clashes)
    }

    /// Takes all keys from the command `id`; `false` where there is no such command.
    pub(in crate::app) fn unbind(&mut self, id: &str) -> bool {
        let row = self.rows.iter_mut().find(|row| row.id == id);
        row.map(|row| row.keys.clear()).is_some()
    }

    /// Gives these keys to the command `id`. One that another command of its scope has stays there if that command is
    /// `fixed`, else it changes hands; both are reported.
    pub(in crate::app) fn bind(
        &mut self,
        id: &str,
        keys: &[Key],
        fixed: impl Fn(&str) -> bool,
    ) -> Vec<Clash> {
        let Some(index) = self.rows.iter().position(|row| row.id == id) else { return Vec::new() };
        let scopes = self.rows[index].scopes;
        let mut clashes = Vec::new();
        for &key in keys {
            let holder = self.rows.iter().position(|row| row.counts_in(scopes) && row.keys.contains(&key));
            match holder {
                Some(holder) if holder == index => continue,
                Some(holder) if fixed(&self.rows[holder].id) => {
                    let holder = self.rows[holder].id.to_string();
                    clashes.push(Clash::Taken { key, id: id.to_owned(), holder });
                    continue;
                }
                Some(holder) => {
                    self.rows[holder].keys.retain(|other| *other != key);
                    let loser = self.rows[holder].id.to_string();
                    clashes.push(Clash::Lost { key, id: id.to_owned(), loser });
                }
                None => {}
            }
            self.rows[index].keys.push(key);
        }
        clashes
    }

    /// Takes from the row at `index` every key that another row of its scopes has. Rows of the Review alone give theirs
    /// up instead, so that labels have the same keys everywhere; it is reported where nothing is left to them.
    fn give_up_taken(&mut self, index: usize, clashes: &mut Vec<Clash>) {
        let keys = std::mem::take(&mut self.rows[index].keys);
        let scopes = self.rows[index].scopes;
        for key in keys {
            let holder = self.rows.iter().position(|row| row.counts_in(scopes) && row.keys.contains(&key));
            match holder.map(|holder| &mut self.rows[holder]) {
                Some(holder) if !holder.is_of(View::Desk) => {
                    holder.keys.retain(|other| *other != key);
                    let loser = holder.keys.is_empty().then(|| holder.id.to_string());
                    let id = self.rows[index].id.to_string();
                    clashes.extend(loser.map(|loser| Clash::Lost { key, id, loser }));
                    self.rows[index].keys.push(key);
                }
                Some(holder) => {
                    let holder = holder.id.to_string();
                    clashes.push(Clash::Taken { key, id: self.rows[index].id.to_string(), holder });
                }
                None => self.rows[index].keys.push(key),
            }
        }
    }
}

impl From<&table::Row> for Command {
    fn from(row: &table::Row) -> Self {
        Self {
            id: row.id.into(),
            action: row.action,
            title: row.title.into(),
            help: row.help.into(),
            scopes: row.scopes,
            keys: row.keys.split(' ').filter_map(|key| key.parse().ok()).collect(),
            hint: row.hint,
        }
    }
}

/// The three rows of a label: on or off, set and go on, on the selected words.
fn label_rows(index: usize, label: &LabelDefinition) -> [Command; 3] {
    let text = |en: String, de: String| Text { en: en.into(), de: de.into() };
    let (en, de) = (&label.name_en, &label.name_de);
    let upper: Vec<_> = label.key.to_uppercase().filter(|upper| *upper != label.key).map(Key::Char).collect();
    [
        Command {
            id: format!("tag.{}", label.label).into(),
            action: Action::Toggle(index),
            title: text(en.clone(), de.clone()),
            help: text(
                format!("{} on or off for the whole sentence.", capital(en)),
                format!("{} für den ganzen Satz ein oder aus.", capital(de)),
            ),
            scopes: table::SENTENCES,
            keys: vec![Key::Char(label.key)],
            hint: Some(0),
        },
        Command {
            id: format!("tag.{}.next", label.label).into(),
            action: Action::SetAndGo(index),
            title: text(format!("{en}, go on"), format!("{de}, weiter")),
            help: text(
                format!("Sets {en} and goes on to the next open sentence."),
                format!("Setzt {de} und geht weiter zum nächsten offenen Satz."),
            ),
            scopes: table::SENTENCES,
            keys: upper,
            hint: Some(2),
        },
        Command {
            id: format!("words.tag.{}", label.label).into(),
            action: Action::WordsToggle(index),
            title: text(format!("{en} on this part"), format!("{de} auf diesem Teil")),
            help: text(
                format!("{} on or off for the selected words.", capital(en)),
                format!("{} für die gewählten Wörter ein oder aus.", capital(de)),
            ),
            scopes: &[Scope::Words],
            keys: vec![Key::Char(label.key)],
            hint: Some(4),
        },
    ]
}

/// `name` as a sentence begins with it.
fn capital(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::Label;

    fn own(key: char) -> LabelDefinition {
        let label = Label::new("satire");
        LabelDefinition {
            label,
            key,
            letter: 'S',
            colour: None,
            name_en: "satire".into(),
            name_de: "Satire".into(),
        }
    }

    #[test]
    fn the_default_keys_are_all_keys_and_none_is_bound_twice() {
        for row in table::rows() {
            assert!(
                row.keys.split(' ').filter(|key| !key.is_empty()).all(|key| key.parse::<Key>().is_ok()),
                "{row:?}"
            );
            assert!(
                !row.title.de.is_empty() && !row.help.en.is_empty() && !row.help.de.is_empty(),
                "{row:?}"
            );
        }
        assert_eq!(Commands::new(&LabelSet::default()).1, []);
    }

    #[test]
    fn no_default_key_needs_altgr_or_belongs_to_the_terminal() {
        let (commands, _) = Commands::new(&LabelSet::default());
        for key in commands.rows.iter().flat_map(|row| &row.keys) {
            match key {
                Key::Char(c) => assert!(!"@[]{}|\\~€".contains(*c), "{key}"),
                Key::Ctrl(c) => assert!(!"absqv".contains(*c), "{key}"),
                _ => {}
            }
        }
    }

    #[test]
    fn an_own_label_gets_its_key_unless_that_is_taken() {
        let (commands, clashes) = Commands::new(&LabelSet::with_own([own('p')]));
        for scope in [Scope::Desk, Scope::Review] {
            assert_eq!(commands.bound(scope, Key::Char('P')).unwrap().id, "tag.satire.next");
            assert_eq!(commands.bound(scope, Key::Char('p')).unwrap().id, "tag.satire");
        }
        assert_eq!(clashes, []);

        for (key, holder) in [('s', "source"), ('j', "move.down"), ('c', "tag.claim")] {
            let (commands, clashes) = Commands::new(&LabelSet::with_own([own(key)]));
            assert_eq!(commands.bound(Scope::Desk, Key::Char(key)).unwrap().id, holder);
            assert!(
                clashes.iter().all(|clash| matches!(clash, Clash::Taken { id, .. } if id.contains("satire")))
            );
        }
    }

    #[test]
    fn what_only_the_review_knows_gives_its_key_to_an_own_label() {
        let (commands, clashes) = Commands::new(&LabelSet::with_own([own('o')]));
        assert_eq!(commands.bound(Scope::Review, Key::Char('o')).unwrap().id, "tag.satire");
        let lost = |clash: &Clash| matches!(clash, Clash::Lost { loser, .. } if loser == "review.open");
        assert!(clashes.iter().any(lost), "{clashes:?}");

        let (commands, _) = Commands::new(&LabelSet::with_own([own('h')]));
        assert_eq!(commands.bound(Scope::Review, Key::Char('h')).unwrap().id, "tag.satire");
        assert_eq!(commands.bound(Scope::Review, Key::Left).unwrap().id, "reading.previous");
    }
}
