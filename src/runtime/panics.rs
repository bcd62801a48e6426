//! Panics that become errors, of which the terminal hears nothing.

use std::panic::PanicHookInfo;

use crate::export;

/// From now on a panic that becomes an error says nothing on standard error: the error does.
pub fn quieten() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
        if !is_caught(info) {
            before(info);
        }
    }));
}

/// Does somebody wait for this panic, and make an error of it?
pub(super) fn is_caught(info: &PanicHookInfo<'_>) -> bool {
    info.location().is_some_and(export::is_caught)
}
