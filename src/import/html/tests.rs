//! What becomes of pages. `tests/data/import/` holds whole ones, with what they come to.

use super::*;

const SENTENCE: &str = "Die Brücke bleibt bis Ostern gesperrt, teilte das Amt am Montag mit, und bestritt, davon gewusst zu haben. ";

fn page(head: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang='de-AT'><head><meta charset=utf-8>{head}</head><body><article>{body}</article></body></html>"
    )
}

#[test]
fn what_the_page_calls_itself_is_taken_only_where_it_can_be_that() {
    let head = "<title>Brücke gesperrt</title><link rel=canonical href='javascript:alert(1)'>\
                <meta property='og:url' content='https://bote.example/1'><meta name=author content='https://bote.example/nw'>\
                <meta name=date content='gestern'><meta property='og:site_name' content=' Der\u{7}\n Bote '>";
    let draft = article(&page(head, &format!("<p>{SENTENCE}{SENTENCE}</p>")), None).unwrap();
    let front = draft.front;
    assert_eq!(front.url.as_deref(), Some("https://bote.example/1"));
    assert_eq!(front.outlet.as_deref(), Some("Der Bote"));
    assert_eq!(front.lang.as_deref(), Some("de"));
    assert_eq!((front.author, front.date), (None, None));
}

#[test]
fn names_in_json_are_read_even_where_they_are_written_as_html() {
    let head = r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"&bdquo;Nie&ldquo; &amp; nimmer: A < B",
        "author":{"name":"Von U. <b>Beer</b>"},"datePublished":"2024-03-12"}</script>"#;
    let front = article(&page(head, &format!("<p>{SENTENCE}{SENTENCE}</p>")), None).unwrap().front;
    assert_eq!(front.title.as_deref(), Some("„Nie“ & nimmer: A < B"));
    assert_eq!(front.author.as_deref(), Some("U. Beer"));
}

#[test]
fn the_address_is_that_of_the_page_before_that_under_which_it_was_saved() {
    let text = format!("<p>{SENTENCE}{SENTENCE}</p>");
    let saved = format!("<!-- saved from url=(0022)https://bote.example/2 -->{}", page("", &text));
    let url = |html: &str, known| article(html, known).unwrap().front.url;
    assert_eq!(url(&saved, None).as_deref(), Some("https://bote.example/2"));
    assert_eq!(url(&saved, Some("https://bote.example/3")).as_deref(), Some("https://bote.example/3"));
    let canonical = page("<link rel=canonical href=https://bote.example/1>", &text);
    assert_eq!(url(&canonical, Some("https://bote.example/3")).as_deref(), Some("https://bote.example/1"));
}

#[test]
fn the_headline_stands_once_at_the_beginning() {
    let body = format!("<h1>Brücke <i>gesperrt</i></h1><p>{SENTENCE}</p><p>{SENTENCE}</p>");
    let draft = article(&page("<meta property='og:title' content='Brücke zu'>", &body), None).unwrap();
    assert!(draft.text.starts_with("Brücke gesperrt\n\nDie Brücke bleibt"), "{}", draft.text);
    assert_eq!(draft.text.matches("Brücke gesperrt").count(), 1);
    assert_eq!(draft.front.title.as_deref(), Some("Brücke zu"));
}

#[test]
fn tables_lists_and_lines_keep_their_lines() {
    let body = format!(
        "<p>{SENTENCE}{SENTENCE}</p><table><caption>Fahrten</caption><tr><th>Jahr</th><th>Wagen</th></tr>\
         <tr><td>2023</td><td>9000</td></tr></table><p>{SENTENCE}<br>Neue Zeile.</p><pre>a  b\n c</pre><p hidden>Nie.</p>"
    );
    let text = article(&page("", &body), None).unwrap().text;
    assert!(text.contains("Fahrten\n\nJahr\tWagen\n2023\t9000\n"), "{text}");
    assert!(text.contains("haben.\nNeue Zeile.\n"), "{text}");
    assert!(text.contains("a  b\n c"), "{text}");
    assert!(!text.contains("Nie."), "{text}");
}

#[test]
fn characters_stay_as_they_are() {
    let odd = "e\u{301}\u{A0}😀\u{200B}\u{202E}\u{2028}ﬁ";
    let text = article(&page("", &format!("<p>{odd} {SENTENCE}{SENTENCE}</p>")), None).unwrap().text;
    assert!(text.contains(odd), "{text:?}");
}

#[test]
fn a_page_without_an_article_says_so() {
    let links =
        "<p><a href=/1>Amt wusste seit Mai von Rissen in der Brücke, und keiner will es gewesen sein</a></p>"
            .repeat(20);
    for body in ["", "<p>Seite nicht gefunden.</p>", links.as_str()] {
        let error = article(&page("<title>Bote</title>", body), None).unwrap_err();
        assert!(error.to_string().contains("--as text"), "{error}");
    }
}
