//! What a checker does and what comes of it: articles and keys in, annotation files and the state of the Desk out.
//!
//! Every file `*.yaml` beside this one is a list of journeys; [`script`] says what they are made of. There is no
//! terminal and no disk: [`newsroom`] answers the workbench's effects from memory.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::print_stdout, reason = "what is printed is shown where a journey fails: how far it came")]

mod changing;
mod commands;
mod counting;
mod drawn;
mod exporting;
mod figure;
mod large;
mod newsroom;
mod screen;
mod script;
mod seeing;
mod storm;
mod telling;

/// Runs all journeys of one file.
macro_rules! journeys {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                script::run(concat!(stringify!($name), ".yaml"), include_str!(concat!(stringify!($name), ".yaml")));
            }
        )*
    };
}

journeys! {
    reading tagging words sources undo saving searching layers boundaries start others outside anchors review deciding settling overview export
}
