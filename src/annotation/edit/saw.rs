//! What was on the screen when somebody decided.

use std::sync::Arc;

use super::{Edit, Target, act::change};
use crate::annotation::{Document, Sentence};

impl Edit {
    /// Stays with what the sentence says, having `seen` others (annotators) who say something else: it remembers them.
    /// Nothing where it remembers them already.
    pub fn stand_by(document: &Document, target: &Target<'_>, seen: &[String]) -> Option<Self> {
        change(document, target, |sentence| see(&mut sentence.saw, seen))
    }

    /// The same edit, made by somebody who had `seen` on the screen (annotators, or `suggestions`): every sentence that
    /// it tags, reads or rejects labels of for the first time, or differently, remembers that.
    ///
    /// A sentence that it only marks or notes stays as it is, for nothing was decided there; one whose last decision
    /// it takes back forgets what was seen.
    #[must_use]
    pub fn having_seen(mut self, seen: &[String]) -> Self {
        for now in &mut self.after.sentences {
            let before = self.before.sentences.iter().find(|before| before.span == now.span);
            let decides = before.is_none_or(|before| {
                before.tags != now.tags || before.not != now.not || before.is_read() != now.is_read()
            });
            if !decides {
                continue;
            }
            let mut saw = Vec::new();
            if is_decided(now) {
                saw.clone_from(&now.saw);
                see(&mut saw, seen);
            }
            if saw != now.saw {
                Arc::make_mut(now).saw = saw;
            }
        }
        self
    }
}

/// Adds to those who were seen before.
fn see(saw: &mut Vec<String>, seen: &[String]) {
    for name in seen {
        if !saw.contains(name) {
            saw.push(name.clone());
        }
    }
}

/// Did the annotator say anything that others could agree with?
fn is_decided(sentence: &Sentence) -> bool {
    sentence.is_read() || !sentence.not.is_empty()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::annotation::{Annotator, Document, Label, Target};
    use crate::text::{ArticleId, Span};

    type Act = dyn Fn(&Document, &Target<'_>) -> Option<Edit>;

    /// What the sentence remembers after these acts, each with what was seen then.
    fn saw(acts: &[(&Act, &[&str])]) -> Vec<String> {
        let mut document = Document::new(ArticleId::new("a.txt"), Annotator::new("ab").unwrap());
        let (span, now) = (Span::new(0, 3), Timestamp::UNIX_EPOCH);
        for (act, seen) in acts {
            let seen: Vec<String> = seen.iter().map(|name| (*name).to_owned()).collect();
            let target = Target { span, quote: "So.", now, only: None };
            act(&document, &target).unwrap().having_seen(&seen).apply(&mut document).unwrap();
        }
        document.find(span).map(|sentence| sentence.saw.clone()).unwrap_or_default()
    }

    fn toggle(label: &str) -> impl Fn(&Document, &Target<'_>) -> Option<Edit> {
        let label = Label::new(label);
        move |document, target| Edit::toggle_label(document, target, &label, None)
    }

    #[test]
    fn whoever_was_seen_at_the_first_decision_or_a_later_one_is_remembered_once() {
        let (claim, denial) = (toggle(Label::CLAIM), toggle(Label::DENIAL));
        assert_eq!(saw(&[(&Edit::mark_read, &["cd"])]), ["cd"]);
        assert_eq!(saw(&[(&claim, &["cd"]), (&denial, &["cd", "ef"])]), ["cd", "ef"]);
        assert_eq!(saw(&[(&claim, &[]), (&denial, &["ef"])]), ["ef"]);
    }

    #[test]
    fn who_stands_by_what_they_said_remembers_whom_they_saw_once() {
        let stand =
            |document: &Document, target: &Target<'_>| Edit::stand_by(document, target, &["cd".to_owned()]);
        let claim = toggle(Label::CLAIM);
        assert_eq!(saw(&[(&claim, &[]), (&stand, &[])]), ["cd"]);
        let mut document = Document::new(ArticleId::new("a.txt"), Annotator::new("ab").unwrap());
        let target = Target { span: Span::new(0, 3), quote: "So.", now: Timestamp::UNIX_EPOCH, only: None };
        claim(&document, &target).unwrap().apply(&mut document).unwrap();
        stand(&document, &target).unwrap().apply(&mut document).unwrap();
        assert_eq!(stand(&document, &target), None);
    }

    #[test]
    fn what_decides_nothing_is_not_remembered() {
        let claim = toggle(Label::CLAIM);
        assert!(saw(&[(&Edit::toggle_mark, &["cd"])]).is_empty());
        assert!(saw(&[(&claim, &[]), (&Edit::toggle_mark, &["cd"])]).is_empty());
    }

    #[test]
    fn who_takes_the_decision_back_has_seen_nothing() {
        let claim = toggle(Label::CLAIM);
        assert!(saw(&[(&claim, &["cd"]), (&Edit::toggle_mark, &[]), (&claim, &["cd"])]).is_empty());
    }
}
