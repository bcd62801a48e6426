//! Left of the text: which sentence is selected, what it is tagged with, and what else is to know about it.
//!
//! ```text
//! ▌CDA?* Der Sprecher wies das zurück.
//! ```

use super::{
    canvas::{Canvas, Pen},
    theme::Role,
};
use crate::{
    annotation::{AnchorState, LabelSet, Sentence},
    app::{
        geometry::{Area, GUTTER},
        msg::Target,
    },
};

/// Its columns: a bar, three letters, two signs, a blank.
pub(super) const WIDTH: u16 = GUTTER;
const LETTERS: usize = 3;
const SIGNS: usize = 2;

/// Draws the bar of the selected sentence.
pub(super) fn bar(canvas: &mut Canvas, area: Area) {
    canvas.put(&mut Pen::new(area, 0), "▌", Role::Strong);
}

/// Draws letters and signs of `sentence`, which is said about the unit number `unit`, and of how that, or what may
/// belong there, fits the article.
pub(super) fn draw(
    canvas: &mut Canvas,
    area: Area,
    unit: usize,
    sentence: Option<&Sentence>,
    fit: AnchorState,
    labels: &LabelSet,
) {
    let letters = Pen::new(area, 0).indented(1);
    let mut signs = letters.indented(3);
    for sign in signs_of(sentence, fit).take(SIGNS) {
        canvas.put(&mut signs, sign, Role::Strong);
    }
    let Some(sentence) = sentence else { return };
    if sentence.tags.is_empty() && sentence.read {
        canvas.put(&mut letters.clone(), "·", Role::Dim);
    }
    for (column, letter) in letters_of(sentence, labels) {
        let mut pen = letters.indented(column);
        let start = pen.x;
        match letter {
            Letter::Of(index) => {
                let definition = labels.get(index);
                let style = canvas.styles.letter(definition);
                let letter = definition.map_or('+', |definition| definition.letter);
                canvas.write(&mut pen, letter.encode_utf8(&mut [0; 4]), style);
                canvas.hit(Area { x: start, width: 1, height: 1, ..area }, Target::Tag(unit, index));
            }
            Letter::More => canvas.put(&mut pen, "+", Role::Strong),
        }
    }
}

enum Letter {
    Of(usize),
    More,
}

/// The letters of a sentence and their columns. The three labels of the codebook have a column each; where others
/// come in, all stand one after the other.
fn letters_of(sentence: &Sentence, labels: &LabelSet) -> Vec<(u16, Letter)> {
    let has = |index: usize| {
        labels
            .get(index)
            .is_some_and(|definition| sentence.tags.iter().any(|tag| tag.label == definition.label))
    };
    let present: Vec<usize> = (0..labels.iter().count()).filter(|index| has(*index)).collect();
    let unknown = sentence.tags.iter().any(|tag| labels.find(&tag.label).is_none());
    if !unknown && present.iter().all(|index| *index < LETTERS) {
        return present.into_iter().map(|index| (column(index), Letter::Of(index))).collect();
    }
    let more = unknown || present.len() > LETTERS;
    let shown = if more { LETTERS - 1 } else { LETTERS };
    let letters = present.into_iter().take(shown).map(Letter::Of).chain(more.then_some(Letter::More));
    letters.enumerate().map(|(at, letter)| (column(at), letter)).collect()
}

fn column(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(0)
}

/// What else is to know, most urgent first.
fn signs_of(sentence: Option<&Sentence>, fit: AnchorState) -> impl Iterator<Item = &'static str> {
    let is = |holds: fn(&Sentence) -> bool| sentence.is_some_and(holds);
    let signs = [
        (is(|sentence| sentence.conflict.is_some()), "!"),
        (!fit.is_placed(), fit.sign()),
        (is(|sentence| sentence.tags.iter().any(|tag| tag.unsure)), "?"),
        (is(|sentence| sentence.mark), "*"),
        (is(|sentence| sentence.note.is_some()), "\""),
        (fit == AnchorState::Moved, fit.sign()),
    ];
    signs.into_iter().filter_map(|(holds, sign)| holds.then_some(sign))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        annotation::{Label, LabelDefinition, Tag},
        text::Span,
    };

    /// The letters of a sentence with these labels, as they stand in their columns; `kind` and `quote` are a
    /// workspace's own.
    fn letters(names: &[&str]) -> String {
        let own = [("kind", 'K'), ("quote", 'Q')].map(|(name, letter)| LabelDefinition {
            label: Label::new(name),
            key: letter.to_ascii_lowercase(),
            letter,
            colour: None,
            name_en: name.to_owned(),
            name_de: name.to_owned(),
        });
        let labels = LabelSet::with_own(own);
        let mut sentence = Sentence::untouched(Span::new(0, 3), "So.");
        sentence.tags = names.iter().map(|name| Tag::new(Label::new(*name))).collect();
        let mut shown = [' '; LETTERS];
        for (column, letter) in letters_of(&sentence, &labels) {
            shown[usize::from(column)] = match letter {
                Letter::Of(index) => labels.get(index).unwrap().letter,
                Letter::More => '+',
            };
        }
        shown.iter().collect()
    }

    #[test]
    fn the_three_labels_have_a_column_each() {
        assert_eq!(letters(&["claim"]), "C  ");
        assert_eq!(letters(&["attribution", "denial"]), " DA");
        assert_eq!(letters(&["attribution", "claim", "claim"]), "C A");
    }

    #[test]
    fn labels_of_the_workspace_stand_in_line_and_what_finds_no_room_is_told() {
        assert_eq!(letters(&["quote", "denial"]), "DQ ");
        assert_eq!(letters(&["claim", "denial", "attribution", "kind"]), "CD+");
        assert_eq!(letters(&["unheard-of"]), "+  ");
    }

    #[test]
    fn what_is_urgent_comes_first() {
        let mut sentence = Sentence::untouched(Span::new(0, 3), "So.");
        sentence.mark = true;
        sentence.note = Some("look".to_owned());
        let mut tag = Tag::new(Label::new(Label::CLAIM));
        tag.unsure = true;
        sentence.tags = vec![tag];
        let signs = |fit| signs_of(Some(&sentence), fit).collect::<String>();
        assert_eq!(signs(AnchorState::Exact), "?*\"");
        assert_eq!(signs(AnchorState::Edited), "~?*\"");
        assert_eq!(signs(AnchorState::Moved), "?*\"→");
    }
}
