//! How each byte of a unit looks: by its kind, and by what is tagged, found or selected in it.

use ratatui::style::Style;

use super::theme::{Role, Styles};
use crate::{
    annotation::Tag,
    app::Words,
    text::{Kind, Span, Unit, position},
};

/// The looks of one unit; ranges are bytes of the article's text.
pub(super) struct Looks {
    styles: Styles,
    base: Style,
    over: Vec<(Span, Role)>,
}

impl Looks {
    /// Those of a unit of that kind in which nothing is marked.
    pub(super) fn new(styles: Styles, kind: Kind, selected: bool) -> Self {
        let role = match kind {
            Kind::Sentence => Role::Text,
            Kind::Heading => Role::Heading,
            Kind::Caption => Role::Caption,
            Kind::Furniture => Role::Dim,
        };
        let base = styles.style(role);
        let base = if selected { base.patch(styles.style(Role::Selected)) } else { base };
        Self { styles, base, over: Vec::new() }
    }

    /// Marks the part, the source and the cue of `tag` in `unit`.
    pub(super) fn add_tag(&mut self, text: &str, unit: &Unit, tag: &Tag) {
        let marked =
            [(Role::Part, tag.part.as_slice()), (Role::Source, &tag.source_at), (Role::Cue, &tag.cue_at)];
        for (role, spans) in marked {
            self.over.extend(spans.iter().map(|span| (in_bytes(text, unit, *span), role)));
        }
    }

    /// Marks those of `hits`, which are in order, that touch `unit`.
    pub(super) fn add_hits(&mut self, hits: &[Span], unit: Span) {
        let first = hits.partition_point(|hit| hit.end <= unit.start);
        let touching = hits.iter().skip(first).take_while(|hit| hit.start < unit.end);
        self.over.extend(touching.map(|hit| (*hit, Role::Hit)));
    }

    /// Marks the words being selected.
    pub(super) fn add_words(&mut self, words: &Words) {
        self.over.extend(words.bytes().map(|span| (span, Role::Words)));
    }

    /// How the unit looks where nothing is marked.
    pub(super) fn base(&self) -> Style {
        self.base
    }

    /// How the byte `at` of the article's text looks.
    pub(super) fn at(&self, at: usize) -> Style {
        let at = position(at);
        let over = self.over.iter().filter(|(span, _)| span.contains(at));
        over.fold(self.base, |style, (_, role)| style.patch(self.styles.style(*role)))
    }
}

/// `span`, code points of the article, as bytes; what lies outside `unit` is cut off.
fn in_bytes(text: &str, unit: &Unit, span: Span) -> Span {
    let inside = text.get(unit.bytes.range()).unwrap_or_default();
    let byte = |at: u32| {
        let chars = at.saturating_sub(unit.chars.start) as usize;
        let byte = inside.char_indices().nth(chars).map_or(inside.len(), |(byte, _)| byte);
        unit.bytes.start + u32::try_from(byte).unwrap_or(0)
    };
    Span::new(byte(span.start), byte(span.end))
}

#[cfg(test)]
mod tests {
    use ratatui::style::Modifier;

    use super::*;
    use crate::{annotation::Label, app::settings::Theme, text::Rule};

    /// The article `Ähm. Größe, sagte Bär.`, its second sentence, and how that looks with what `mark` adds to it.
    fn looks(selected: bool, mark: impl Fn(&mut Looks, &str, &Unit)) -> String {
        let text = "Ähm. Größe, sagte Bär.";
        let unit = Unit {
            bytes: Span::new(6, 25),
            chars: Span::new(5, 22),
            kind: Kind::Sentence,
            rule: Rule::TEXT_END,
        };
        let mut looks = Looks::new(Styles::of(Theme::Mono), unit.kind, selected);
        mark(&mut looks, text, &unit);
        let sign = |style: Style| match style.add_modifier {
            m if m.contains(Modifier::REVERSED) => 'r',
            m if m.contains(Modifier::UNDERLINED | Modifier::BOLD) => 'x',
            m if m.contains(Modifier::UNDERLINED) => 'u',
            m if m.contains(Modifier::BOLD) => 'b',
            _ => '.',
        };
        text[6..].char_indices().map(|(at, _)| sign(looks.at(6 + at))).collect()
    }

    #[test]
    fn source_and_cue_are_found_by_code_points() {
        let mut tag = Tag::new(Label::new(Label::ATTRIBUTION));
        tag.cue_at = vec![Span::new(12, 17)];
        tag.source_at = vec![Span::new(18, 21)];
        assert_eq!(looks(false, |looks, text, unit| looks.add_tag(text, unit, &tag)), ".......bbbbb.uuu.");
    }

    #[test]
    fn a_mark_that_reaches_beyond_the_unit_is_cut() {
        let mut tag = Tag::new(Label::new(Label::CLAIM));
        tag.part = Some(Span::new(0, 10));
        assert_eq!(looks(false, |looks, text, unit| looks.add_tag(text, unit, &tag)), "uuuuu............");
    }

    #[test]
    fn selected_words_stand_out_of_the_selected_sentence() {
        let words = Words { words: vec![Span::new(6, 14), Span::new(15, 20)], anchor: 1, head: 1 };
        assert_eq!(looks(true, |looks, _, _| looks.add_words(&words)), "rrrrrrrxxxxxrrrrr");
    }

    #[test]
    fn only_hits_within_the_unit_are_marked() {
        let hits = [Span::new(0, 3), Span::new(15, 17), Span::new(40, 42)];
        assert_eq!(looks(false, |looks, _, unit| looks.add_hits(&hits, unit.bytes)), ".......xx........");
    }
}
