//! factdesk
pub mod annotation;
pub mod app;
pub mod cli;
pub mod import;
pub mod locale;
pub mod review;
pub mod runtime;
pub mod store;
pub mod text;
pub mod view;
