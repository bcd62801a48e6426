//! What becomes of documents.

use std::io::{Cursor, Write};

use zip::{ZipWriter, write::SimpleFileOptions};

use super::*;

/// A document of these parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn xml(root: &str, content: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:{root} xmlns:w=\"w\" xmlns:mc=\"mc\">{content}</w:{root}>")
}

/// The draft of a document with this body.
fn body(content: &str) -> Draft {
    read(&archive(&[("word/document.xml", &xml("document", &format!("<w:body>{content}</w:body>")))]))
        .unwrap()
}

#[test]
fn paragraphs_breaks_tabs_and_signs_come_through() {
    let draft = body(
        "<w:p><w:pPr><w:pStyle w:val=\"Titel\"/><w:tabs><w:tab w:pos=\"1\"/></w:tabs></w:pPr><w:r><w:t>Brücke &amp; Hafen</w:t></w:r></w:p>\
         <w:p><w:r><w:t xml:space=\"preserve\">Erste </w:t></w:r><w:r><w:t>Zeile&#8230;</w:t><w:br/><w:t>zweite</w:t><w:tab/><w:t>E</w:t>\
         <w:noBreakHyphen/><w:t>Mail</w:t></w:r></w:p><w:p/>\
         <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Verborgen</w:t></w:r><w:r><w:instrText>PAGE</w:instrText><w:t>&lt;Ende&gt; &xxe;</w:t></w:r></w:p>",
    );
    assert_eq!(draft.text, "Brücke & Hafen\n\nErste Zeile…\nzweite\tE\u{2011}Mail\n\n<Ende>\n");
    assert_eq!(draft.front.title.as_deref(), Some("Brücke & Hafen"));
    assert_eq!(draft.notices, Vec::<String>::new());
}

#[test]
fn tracked_changes_are_taken_as_accepted_and_told() {
    let draft = body(
        "<w:p><w:r><w:t>Das Amt </w:t></w:r><w:del><w:r><w:delText>wusste es</w:delText><w:t>alt</w:t></w:r></w:del>\
         <w:ins><w:r><w:t>bestritt es.</w:t></w:r></w:ins></w:p>\
         <w:p><w:moveFrom><w:r><w:t>Hierher.</w:t></w:r></w:moveFrom></w:p>\
         <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Ein Absatz, </w:t></w:r></w:p><w:p><w:r><w:t>der weitergeht.</w:t></w:r></w:p>\
         <w:p><w:moveTo><w:r><w:t>Hierher.</w:t></w:r></w:moveTo></w:p>",
    );
    assert_eq!(draft.text, "Das Amt bestritt es.\n\nEin Absatz, der weitergeht.\n\nHierher.\n");
    assert!(draft.notices[0].contains("tracked changes"), "{:?}", draft.notices);
}

#[test]
fn tables_are_lines_and_text_boxes_are_said_once() {
    let draft = body(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Jahr</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Wagen</w:t></w:r></w:p><w:p><w:r><w:t>am Tag</w:t></w:r></w:p></w:tc></w:tr>\
         <w:tr><w:tc><w:p><w:r><w:t>2023</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>9000</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
         <w:p><w:r><w:t>Danach.</w:t></w:r></w:p>\
         <w:p><w:r><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Kasten</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>Kasten</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>",
    );
    assert_eq!(draft.text, "Jahr\tWagen am Tag\n2023\t9000\n\nDanach.\n\nKasten\n");
}

#[test]
fn notes_stand_at_the_end_with_their_numbers() {
    let document = xml(
        "document",
        "<w:p><w:r><w:t>Neuntausend Wagen.</w:t></w:r><w:r><w:footnoteReference w:id=\"7\"/></w:r><w:r><w:t> Am Tag.</w:t></w:r>\
         <w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>",
    );
    let footnotes = xml(
        "footnotes",
        "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>\
         <w:footnote w:id=\"7\"><w:p><w:r><w:footnoteRef/><w:t xml:space=\"preserve\"> Zählung der Stadt.</w:t></w:r></w:p></w:footnote>",
    );
    let endnotes =
        xml("endnotes", "<w:endnote w:id=\"2\"><w:p><w:r><w:t>Im Herbst.</w:t></w:r></w:p></w:endnote>");
    let core = "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\" xmlns:dcterms=\"t\"><dc:title>Z&#228;hlung</dc:title>\
                <dc:creator>A. Berg</dc:creator><dcterms:created>2024-03-12T08:00:00Z</dcterms:created></cp:coreProperties>";
    let parts = [
        ("word/document.xml", document.as_str()),
        ("word/footnotes.xml", &footnotes),
        ("word/endnotes.xml", &endnotes),
        ("docProps/core.xml", core),
    ];
    let draft = read(&archive(&parts)).unwrap();
    assert_eq!(draft.text, "Neuntausend Wagen.[1] Am Tag.[2]\n\n[1] Zählung der Stadt.\n\n[2] Im Herbst.\n");
    assert_eq!(draft.front.title.as_deref(), Some("Zählung"));
    assert_eq!(draft.front.author.as_deref(), Some("A. Berg"));
    assert_eq!(draft.front.date.as_deref(), Some("2024-03-12"));
}

#[test]
fn archives_that_are_no_documents_or_hostile_ones_are_refused_with_a_reason() {
    let why = |bytes: &[u8]| read(bytes).unwrap_err().to_string();
    assert!(why(&archive(&[("xl/workbook.xml", "<x/>")])).contains("without word/document.xml"));
    let whole = archive(&[("word/document.xml", "<w:document/>")]);
    assert!(why(&whole[..whole.len() / 2]).contains("damaged"));
    assert!(
        why(&archive(&[("word/document.xml", "<w:p><w:t>x</w:p>")])).contains("word/document.xml is damaged")
    );
    let bomb = " ".repeat(65 << 20);
    assert!(why(&archive(&[("word/document.xml", &bomb)])).contains("64 MB"));
    let entities =
        "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:p><w:r><w:t>&b;</w:t></w:r></w:p>";
    assert_eq!(read(&archive(&[("word/document.xml", entities)])).unwrap().text, "\n");
}
