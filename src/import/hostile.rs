//! Whatever bytes come, reading them ends, and says no or gives text.

use std::io::{Cursor, Write};

use proptest::{collection::vec, prelude::*, sample::select};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::*;

/// Pieces that parsers of pages, documents and mails have to look at twice.
const PIECES: [&str; 56] = [
    "<",
    ">",
    "</",
    "/>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "&b;",
    "\"",
    "'",
    "=",
    " ",
    "\n",
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<br>",
    "<br><br>",
    "<a href=x>",
    "</a>",
    "<b>",
    "<noscript><img src=a.png></noscript>",
    "<img src=a.png>",
    "<figure><figcaption>",
    "<template>",
    "<svg>",
    "<math>",
    "<select>",
    "<body>",
    "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[",
    "</script>",
    "<title>",
    "</title>",
    "<h1>",
    "</h1>",
    "<article class='article body'>",
    "<section class=comments>",
    "<li>",
    "<pre>",
    "<form>",
    "<iframe>",
    "Ein Satz, der lang genug ist, um zu zählen, und Kommas hat, damit er zählt. ",
    "😀",
    "\0",
    "\u{FEFF}",
    "<w:t>",
];

fn soup() -> impl Strategy<Value = String> {
    vec(select(&PIECES[..]), 0..120).prop_map(|pieces| pieces.concat())
}

fn document(xml: &str) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    archive.write_all(xml.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

/// What can be read is an article that reads the same once it is in the corpus.
fn holds(bytes: Vec<u8>, form: Form) -> Result<(), TestCaseError> {
    if let Ok(draft) = read(bytes, form) {
        prop_assert!(!draft.text.trim().is_empty());
        prop_assert!(!draft.text.contains(['\0', '\r']));
        let Ok(article) = draft.article(&Facts::default()) else { return Ok(()) };
        let again = crate::text::decode::decode(article.clone().into_bytes()).unwrap().text;
        prop_assert_eq!(again.trim_start_matches('\u{FEFF}'), article.trim_start_matches('\u{FEFF}'));
    }
    Ok(())
}

const FORMS: [Form; 5] = [Form::Text, Form::Markdown, Form::Html, Form::Docx, Form::Eml];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_in_any_form(bytes in vec(any::<u8>(), 0..400), form in select(&FORMS[..])) {
        holds(bytes, form)?;
    }

    #[test]
    fn pages_of_any_pieces(page in soup()) {
        let long = "Die Brücke bleibt gesperrt, sagte das Amt, und bestritt alles. ".repeat(3);
        holds(page.clone().into_bytes(), Form::Html)?;
        holds(format!("<!doctype html><p>{long}</p>{page}").into_bytes(), Form::Html)?;
    }

    #[test]
    fn documents_of_any_pieces(xml in soup(), at in 0..400_usize, byte in any::<u8>()) {
        holds(document(&xml), Form::Docx)?;
        holds(document(&format!("<w:p><w:r><w:t>{xml}</w:t></w:r></w:p>")), Form::Docx)?;
        let mut damaged = document("<w:p><w:r><w:t>x</w:t></w:r></w:p>");
        let at = at % damaged.len();
        damaged[at] = byte;
        holds(damaged, Form::Docx)?;
    }

    #[test]
    fn mails_of_any_pieces(pieces in vec(select(&[
        "From: a@b\n", "Subject: =?utf-8?Q?=C3?=\n", "Date: 1 Jan 0\n", "MIME-Version: 1.0\n", "Content-Type: ", "text/html", "text/plain",
        "; charset=utf-16", "; charset=x", "; format=flowed; delsp=yes", "multipart/mixed; boundary=x", "message/rfc822", "\n", "\n--x\n", "\n--x--\n",
        "Content-Transfer-Encoding: base64\n", "Content-Transfer-Encoding: quoted-printable\n", "=C3=", "AAAA", "> ", ">", " \n", "Wort ", "<p>", "\0", "\r",
        "Snapshot-Content-Location: x\n", "From: <Saved by Blink>\n",
    ][..]), 0..60)) {
        holds(pieces.concat().into_bytes(), Form::Eml)?;
    }
}
