//! Saved sentences against the article as it is now.

use super::{Problems, Rule, TOP};
use crate::annotation::{AnchorState, Anchored, Parsed, place};
use crate::text::{Article, Span};

/// Looks for every sentence in `article`.
pub(super) fn document(parsed: &Parsed, article: &Article, problems: &mut Problems<'_>) {
    let placement = place(&parsed.document, article);
    for anchored in &placement.anchored {
        let (Some((rule, message)), Some(place)) = (state(anchored), parsed.places.get(anchored.index))
        else {
            continue;
        };
        problems.add(rule, place.place, message);
    }
    let lost = placement.lost_boundaries;
    if lost > 0 {
        let message = format!("boundaries set by hand that were not found again: {lost}");
        problems.add(Rule::LostBoundary, TOP, message);
    }
}

/// The rule that a sentence breaks where it stands, and how.
fn state(anchored: &Anchored) -> Option<(Rule, String)> {
    let span = |span: Span| format!("{}-{}", span.start, span.end);
    let not_here = || format!("the quote does not stand at {} of the article", span(anchored.was));
    let now = || anchored.now.map_or_else(String::new, span);
    Some(match anchored.state {
        AnchorState::Exact => return None,
        AnchorState::Moved => (Rule::Moved, format!("{}; it moved to {}", not_here(), now())),
        AnchorState::Edited => {
            (Rule::Edited, format!("{}; was it edited into the words at {}?", not_here(), now()))
        }
        AnchorState::Split => (Rule::Split, format!("{}; was it split into those at {}?", not_here(), now())),
        AnchorState::Joined => {
            (Rule::Joined, format!("{}; was it joined into the one at {}?", not_here(), now()))
        }
        AnchorState::Ambiguous => {
            let message = "the article changed and the quote stands in it more than once: which is meant?";
            (Rule::Ambiguous, message.to_owned())
        }
        AnchorState::Lost => (Rule::Lost, format!("{}, nor anywhere else", not_here())),
    })
}
