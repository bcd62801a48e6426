//! Any YAML between fences, and any text without them: front matter ends after its fence, or there is none.

#![no_main]

use factdesk::text::FrontMatter;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    FrontMatter::parse(text);
    let fenced = format!("---\n{text}\n---\n");
    if let Some((_, body)) = FrontMatter::parse(&fenced) {
        assert!(fenced[..body].trim_end().ends_with("---"));
    }
});
