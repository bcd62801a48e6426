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

#[test]
fn what_stands_beside_the_article_stays_out_however_long_it_is() {
    let beside = format!(
        "<p>{}</p>",
        "Wir und unsere Partner speichern Daten, und jeder sagt etwas dazu. ".repeat(30)
    );
    let article_of = |before: &str, inside: &str, behind: &str| {
        let body = format!("<h1>Kurz notiert</h1><p>{SENTENCE}</p>{inside}<p>{SENTENCE}</p>");
        let html = format!("<html><body>{before}<article>{body}</article>{behind}</body></html>");
        article(&html, None).unwrap().text
    };
    let alone = article_of("", "", "");
    for class in ["cookie-banner", "consent-layer-inner"] {
        assert_eq!(article_of(&format!("<div class='{class}'>{beside}</div>"), "", ""), alone, "{class}");
    }
    let comments = format!("<section id=comments><article><h2>Ein Leser</h2>{beside}</article></section>");
    assert_eq!(article_of("", "", &comments), alone);
    let letter =
        "<div class='box newsletter-box'><p>Jeden Morgen das Wichtigste.</p><form><input></form></div>";
    assert_eq!(article_of("", letter, ""), alone);
    assert_eq!(article_of("", "<amp-ad><div>Anzeige</div></amp-ad>", ""), alone);
}

#[test]
fn an_article_that_is_about_cookies_comments_or_newsletters_stays() {
    for class in ["cookie-banner", "comments", "newsletter", "author-box"] {
        let body = format!("<p>{SENTENCE}</p><h2 id='cookie-x'>Und nun?</h2><p>{SENTENCE}</p>");
        for page in [
            format!("<body class={class}><div>{body}</div></body>"),
            format!("<div class={class}><h1>Titel</h1><div>{body}</div></div>"),
            format!("<h1>Titel</h1><article class={class}>{body}</article>"),
        ] {
            let text = article(&format!("<html>{page}</html>"), None).unwrap().text;
            assert!(
                text.contains("Und nun?") && text.matches("teilte das Amt").count() == 2,
                "{class}: {text}"
            );
        }
    }
}

#[test]
fn author_date_and_title_are_found_where_small_sites_have_them() {
    let front = |head: &str, body: &str| {
        article(&page(head, &format!("{body}<p>{SENTENCE}{SENTENCE}</p>")), None).unwrap().front
    };
    let microdata = front("", "<meta itemprop=datePublished content='2026-02-17T11:00:00+01:00'>");
    assert_eq!(microdata.date.as_deref(), Some("2026-02-17"));
    assert_eq!(
        front("<meta name='DCTERMS.date' content=2026-01-30>", "").date.as_deref(),
        Some("2026-01-30")
    );
    let commented = front("", "<div class=comments><time datetime=2020-01-01>damals</time></div>");
    assert_eq!(commented.date, None, "when somebody commented");
    assert_eq!(
        front("", "<div class=autorenzeile>Von Imke Stahl</div>").author.as_deref(),
        Some("Imke Stahl")
    );
    assert_eq!(front("", "<div class=autor>Über uns</div>").author, None);
    let site = "<meta property='og:site_name' content='Der Bote'>";
    for title in ["Wer zahlt? - Der Bote", "Wer zahlt? | Der Bote", "Der Bote: Wer zahlt?"] {
        let head = format!("{site}<meta property='og:title' content='{title}'>");
        assert_eq!(front(&head, "<h1>Der Bote</h1>").title.as_deref(), Some("Wer zahlt?"), "{title}");
    }
    let about = format!("{site}<meta property='og:title' content='Wer liest Der Bote'>");
    assert_eq!(front(&about, "").title.as_deref(), Some("Wer liest Der Bote"));
    let kicker = front("", "<h1><span>Küste</span><span>Wer zahlt?</span></h1>");
    assert_eq!(kicker.title.as_deref(), Some("Küste Wer zahlt?"));
}
