//! A mail: a press release, a reader's letter; or a web page that a browser saved as one (`.mht`).
//!
//! Its text is taken where it has one, else the words of its page. What is attached stays out and is named.

mod flowed;

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::{
    Draft, FormError,
    draft::{day, one_line},
    html,
};
use crate::text::FrontMatter;

/// How many attachments are named.
const NAMED: usize = 5;

/// Reads a mail.
///
/// # Errors
/// [`FormError`] where the bytes have no header of a mail, the mail has no words, or the saved page holds no article.
pub(super) fn read(bytes: &[u8]) -> Result<Draft, FormError> {
    let is_mail =
        |mail: &Message<'_>| mail.from().is_some() || mail.subject().is_some() || mail.date().is_some();
    let mail = MessageParser::default().parse(bytes).filter(is_mail).ok_or(FormError::NoMail)?;
    if let Some(page) = saved_page(&mail) {
        let url =
            mail.header_raw("Snapshot-Content-Location").or_else(|| mail.header_raw("Content-Location"));
        return html::article(page, url.map(str::trim));
    }
    let text = match text(mail.text_bodies())? {
        text if text.trim().is_empty() => self::text(mail.html_bodies())?,
        text => text,
    };
    let attached = attached(&mail);
    if text.trim().is_empty() {
        return Err(attached.map_or(FormError::Empty, FormError::NoBody));
    }
    let from = mail.from().and_then(|from| from.first());
    let from = from.and_then(|from| from.name().or_else(|| from.address()));
    let date = mail.date().map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day));
    let front = FrontMatter {
        title: mail.subject().and_then(one_line),
        author: from.and_then(one_line),
        date: date.and_then(|date| day(&date)),
        ..FrontMatter::default()
    };
    let notices = attached.map(|attached| format!("{attached} stay out")).into_iter().collect();
    Ok(Draft { front, text, notices, ..Draft::default() })
}

/// The page of a mail that a browser made.
fn saved_page<'a>(mail: &'a Message<'a>) -> Option<&'a str> {
    let is_saved = mail.header_raw("Snapshot-Content-Location").is_some()
        || mail.header_raw("From").is_some_and(|from| from.to_ascii_lowercase().contains("saved by "));
    if !is_saved {
        return None;
    }
    mail.html_bodies().find_map(|part| match &part.body {
        PartType::Html(page) => Some(page.as_ref()),
        _ => None,
    })
}

/// The words of these parts, with a blank line between them.
fn text<'a>(parts: impl Iterator<Item = &'a MessagePart<'a>>) -> Result<String, FormError> {
    let mut text = String::new();
    for part in parts {
        let words = match &part.body {
            PartType::Text(words) => {
                let is = |name: &str, value: &str| {
                    let said = part.content_type().and_then(|kind| kind.attribute(name));
                    said.is_some_and(|said| said.eq_ignore_ascii_case(value))
                };
                let words = words.replace("\r\n", "\n");
                if is("format", "flowed") { flowed::unfold(&words, is("delsp", "yes")) } else { words }
            }
            PartType::Html(page) => html::words(page)?,
            _ => continue,
        };
        if !text.is_empty() && !words.trim().is_empty() {
            text.truncate(text.trim_end().len());
            text.push_str("\n\n");
        }
        text.push_str(&words);
    }
    Ok(text)
}

/// What is attached, in words; `None` where nothing is.
fn attached(mail: &Message<'_>) -> Option<String> {
    let names: Vec<String> = mail
        .attachments()
        .map(|part| {
            let subject = || part.message().and_then(Message::subject);
            let name = part.attachment_name().or_else(subject).and_then(one_line);
            name.unwrap_or_else(|| "unnamed".to_owned())
        })
        .collect();
    let more = if names.len() > NAMED { ", …" } else { "" };
    let shown = names.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    (!names.is_empty()).then(|| format!("attachments ({}: {shown}{more})", names.len()))
}

#[cfg(test)]
mod tests;
