//! factdesk: a newsroom fact-check workbench for the terminal.
//!
//! # The map of the house
//!
//! A module may name only modules above it in this list (`tests/architecture.rs` holds the code to it).
//!
//! | module | kind | holds |
//! |---|---|---|
//! | [`text`] | pure | bytes to text, text to sentences, search, line breaking, what may reach a screen |
//! | [`locale`] | pure | the interface in English and German |
//! | [`annotation`] | pure | labels, tags, one document per article and annotator, edits and their undoing, anchors, merge |
//! | [`review`] | pure | what can be said about saved annotations: rows and filters, states, counts, agreement, problems |
//! | [`export`] | pure | what was tagged, in the form its next reader needs: one file per format |
//! | [`import`] | pure | articles in other forms become ours, and tags from other tools |
//! | [`store`] | disk | the workspace on the disk: the only place that names `std::fs` |
//! | [`app`] | pure | the workbench as a state machine: messages in, effects out |
//! | [`view`] | pure | the state as cells, and what a click on a cell means |
//! | [`runtime`] | edge | terminal, threads, signals, clock |
//! | [`cli`] | edge | the command line, one file per command |
//!
//! # One key press
//!
//! The input thread sends [`app::Msg::Key`]. [`app::App::update`] gives it to the topmost overlay or, through
//! [`app::Commands`], turns it into an [`app::Action`]; the state changes, an [`annotation::edit::Edit`] joins the
//! history, and [`app::Effect`]s come back. A worker does them and answers with messages. When the queue is empty and
//! something changed, [`view::draw`] paints one frame. Nothing ticks.

pub mod annotation;
pub mod app;
pub mod cli;
pub mod export;
pub mod import;
pub mod locale;
pub mod review;
pub mod runtime;
pub mod store;
pub mod text;
pub mod view;
