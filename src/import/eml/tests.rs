//! What becomes of mails. `tests/data/import/` holds whole ones, with what they come to.

use super::*;

fn why(mail: &str) -> String {
    read(mail.as_bytes()).unwrap_err().to_string()
}

#[test]
fn a_text_part_that_says_nothing_gives_way_to_the_page() {
    let mail = "From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n\
                --x\nContent-Type: text/plain\n\n \n--x\nContent-Type: text/html\n\n<p>Das Amt<br>bestritt es.</p>\n--x--\n";
    let draft = read(mail.as_bytes()).unwrap();
    assert_eq!(draft.text, "Das Amt\nbestritt es.\n");
    assert_eq!(draft.front.author.as_deref(), Some("a@b.example"));
}

#[test]
fn all_words_of_a_mail_are_taken_in_order() {
    let mail = "From: A. Berg <a@b.example>\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nEins.\n--x\n\
                Content-Type: image/png; name=a.png\nContent-Disposition: attachment; filename=a.png\n\nx\n--x\n\nZwei.\n--x--\n";
    let draft = read(mail.as_bytes()).unwrap();
    assert_eq!(draft.text.trim_end(), "Eins.\n\nZwei.");
    assert_eq!(draft.front.author.as_deref(), Some("A. Berg"));
    assert_eq!(draft.notices, ["attachments (1: a.png) stay out"]);
}

#[test]
fn a_mail_without_words_says_what_it_has() {
    let mail = "From: a@b.example\nContent-Type: application/pdf; name=bericht.pdf\nContent-Disposition: attachment; filename=bericht.pdf\n\nx\n";
    assert_eq!(why(mail), "holds no text, only attachments (1: bericht.pdf)");
    assert_eq!(why("From: a@b.example\n\n \n"), "holds no text");
    assert!(why("Ein Satz.\n\nNoch einer.").starts_with("is no mail"));
}

#[test]
fn impossible_dates_are_left_out() {
    let mail = "From: a@b.example\nDate: Mon, 99 Foo 99999 99:99:99 +9999\n\nText.\n";
    assert_eq!(read(mail.as_bytes()).unwrap().front.date, None);
}

#[test]
fn a_mail_that_is_passed_on_as_an_attachment_is_named_by_its_subject() {
    let mail = "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nSiehe unten.\n--x\n\
                Content-Type: message/rfc822\n\nFrom: c@d.example\nSubject: Die Zahlen\n\nZwei.\n--x--\n";
    assert_eq!(read(mail.as_bytes()).unwrap().notices, ["attachments (1: Die Zahlen) stay out"]);
}
