//! `factdesk adjudicate`: the Review as `desk`, the annotator whose version is the final one.

use super::{
    annotate,
    arguments::{Adjudicate, Annotate, Common},
    report::{Failure, Outcome, Terms},
};
use crate::annotation::Annotator;

pub(super) fn run(asked: &Adjudicate, common: &Common, terms: Terms) -> Result<Outcome, Failure> {
    if common.annotator.as_deref().is_some_and(|annotator| annotator != Annotator::DESK) {
        let failure = Failure::new("adjudicate decides as desk, and as nobody else");
        return Err(
            failure.hint("factdesk --annotator NAME opens the workbench as somebody; 2 there is the Review")
        );
    }
    // Who the person is at other times stays as it is.
    let common = Common { annotator: Some(Annotator::DESK.to_owned()), ..common.clone() };
    let asked = Annotate { path: asked.workspace.clone(), plain: false };
    annotate::open(&asked, &common, terms, true)
}
