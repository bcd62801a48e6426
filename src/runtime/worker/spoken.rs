//! The language of the interface, as the person has it now: what goes wrong in a worker is told in it.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use crate::locale::Lang;

/// A language that the workbench switches and its workers read.
#[derive(Clone, Debug)]
pub struct Spoken {
    german: Arc<AtomicBool>,
}

impl Spoken {
    /// That language at first.
    pub fn new(lang: Lang) -> Self {
        Self { german: Arc::new(AtomicBool::new(lang == Lang::De)) }
    }

    /// That language from now on.
    pub(super) fn switch(&self, lang: Lang) {
        self.german.store(lang == Lang::De, Ordering::Relaxed);
    }

    /// The language now.
    pub(in crate::runtime) fn lang(&self) -> Lang {
        if self.german.load(Ordering::Relaxed) { Lang::De } else { Lang::En }
    }
}
