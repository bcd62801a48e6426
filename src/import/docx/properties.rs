//! What a document says about itself: its core properties.

use quick_xml::{Reader, escape::resolve_predefined_entity, events::Event};

/// What a document says about itself, as it stands there.
#[derive(Debug, Default)]
pub(super) struct Properties {
    /// Its title.
    pub(super) title: String,
    /// Who wrote it.
    pub(super) creator: String,
    /// When it was begun.
    pub(super) created: String,
}

/// Reads `docProps/core.xml`.
///
/// # Errors
/// What is wrong with the XML.
pub(super) fn read(xml: &str) -> Result<Properties, quick_xml::Error> {
    let mut reader = Reader::from_str(xml);
    let mut properties = Properties::default();
    let mut unknown = String::new();
    let mut field = &mut unknown;
    loop {
        match reader.read_event()? {
            Event::Start(start) => {
                field = match start.local_name().as_ref() {
                    "title" => &mut properties.title,
                    "creator" => &mut properties.creator,
                    "created" => &mut properties.created,
                    _ => &mut unknown,
                }
            }
            Event::Text(text) => field.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => field.push_str(&resolved(&name)),
            Event::End(_) => field = &mut unknown,
            Event::Eof => return Ok(properties),
            _ => {}
        }
    }
}

/// What a reference stands for: a character by its number, or one of the five names of XML. Names that a document defines
/// itself stand for nothing, so that none unfolds into more.
pub(super) fn resolved(name: &quick_xml::events::BytesRef<'_>) -> String {
    match name.resolve_char_ref() {
        Ok(Some(c)) => c.to_string(),
        _ => resolve_predefined_entity(name).unwrap_or_default().to_owned(),
    }
}
