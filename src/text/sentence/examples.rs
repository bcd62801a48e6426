//! What the segmenter does, by example: ¦ marks where a sentence ends.

use super::{Kind, Language, Newlines, Options, Rule, segment};
use crate::text::{Span, Unit};

/// Segments each example without its marks and compares.
fn assert_units(language: Option<Language>, examples: &[&str]) {
    for example in examples {
        let expected: Vec<&str> = example.split('¦').map(str::trim).collect();
        let text = example.replace('¦', "");
        let units = segment(&text, 0, Options { language, newlines: Newlines::Keep });
        let found: Vec<&str> = units.iter().map(|unit| &text[unit.bytes.range()]).collect();
        let rules: Vec<&str> = units.iter().map(|unit| unit.rule.name()).collect();
        assert_eq!(found, expected, "{rules:?}");
    }
}

fn units(text: &str) -> Vec<Unit> {
    segment(text, 0, Options::default())
}

#[test]
fn german() {
    assert_units(
        Some(Language::De),
        &[
            "Das Wehr hält. ¦Der Bach steigt! ¦Hält es wirklich? ¦Niemand weiß es …",
            "Am 3. Mai kam der 2. Bürgermeister in die 1. Etage. ¦Er blieb auf Platz 5. ¦Das war schade.",
            "Die Mühle stammt aus dem 19. Jahrhundert. ¦Sie brannte 1893. ¦Danach stand sie leer.",
            "Laut Dr. A. Lindner gibt es z. B. Fische, Krebse usw. im Bach. ¦Die Zahl sank um 1,2 Mio. Tiere.",
            "Der Verein (gegr. 1901) wächst (vgl. S. 5 f. im Bericht). ¦Er hat 40 Mitglieder.",
            "„Das Wehr bleibt. ¦Der Bach auch.“ ¦Mit diesen Worten ging sie.",
            "„Bleibt das Wehr?“, fragte er. ¦\"Ja.\" ¦Mehr sagte sie nicht.",
            "Er las „Wer hält das Wehr?“ Kindern vor.",
            "Sie sagte: „Nein.“ ¦Dann schwieg sie: Das Wehr war fort; der Bach auch.",
            "Der Rat stimmte zu.¦Danach ging das Licht aus.",
            "Karl V. und Heinrich VIII. kamen nie. ¦Mehr unter www.muehle.example.org/Karte.Html dort.",
            "Das Spiel war vorbei. ¦- Der Trainer schwieg dazu.",
            "Punkt 1: Wehr. ¦Der Bericht nennt Nr. 5, Art. 3 und Abs. 2 als Grund. ¦Die Art. ¦Das Ziel.",
            "Er kam (wie immer. und zu spät) ins Amt.",
        ],
    );
}

#[test]
fn english() {
    assert_units(
        Some(Language::En),
        &[
            "Mr. J. B. Hall of the U.S. Army came at 5 p.m. on Jan. 3. ¦He left at 6 p.m. ¦Nobody saw him.",
            "The mill (est. 1893) is open, e.g. on Mondays. ¦See fig. 3 and no. 5. ¦It costs $1.5 million.",
            "\"Will it hold?\" Hall asked. ¦\"We hope so. ¦We know little.\"",
            "He bought it from Dale Inc. for a song. ¦The price rose to 20. ¦Critics laughed... ¦Then they paid.",
            "She said yes! ¦Really? ¦I said no. ¦Not yet.",
            "The dam broke.[12] ¦Water came. [3] ¦It rose (who knew how high?) and fell.",
            "the room was fine. ¦the food was not. ¦we left!!! ¦never again",
            "The room was nice and clean. ¦they had no soap. ¦Is it open?¦they came twice.",
            "Read it all. ¦https://example.org/mill.html",
        ],
    );
}

#[test]
fn other_languages() {
    assert_units(
        Some(Language::Fr),
        &["M. Duval est venu le 3 mai, p. ex. à pied. ¦« Tiendra-t-il ? » ¦Personne ne sait."],
    );
    assert_units(
        Some(Language::Es),
        &["El Sr. Gil vive en EE. UU. desde 1990. ¦¿Volverá? ¦Dijo que no. ¦Nadie lo sabe."],
    );
    assert_units(Some(Language::It), &["L'Avv. Neri arriva il 3 maggio. ¦Il dott. Sala no."]);
    assert_units(Some(Language::Pl), &["W 1990 r. młyn kupił dr Lis za 12 tys. Belgów. ¦Dziś stoi pusty."]);
    assert_units(Some(Language::Ru), &["В 1990 г. мельницу купил А. П. Лисов. ¦Сегодня она пуста."]);
    assert_units(Some(Language::Tr), &["Değirmeni Dr. Kaya 5. kez onardı. ¦Bugün boş duruyor."]);
    assert_units(Some(Language::Cs), &["Mlýn koupil 3. května ing. Novák za 5 mil. Kč. ¦Dnes je prázdný."]);
    assert_units(Some(Language::Nl), &["De molen is van dhr. Bos, d.w.z. van de stad. ¦Hij staat leeg."]);
}

#[test]
fn text_too_short_for_a_language_gets_both_tables() {
    assert_units(None, &["Dr. Lee, Nr. 5.", "Mrs. Lee vs. Hr. Berg."]);
    assert_eq!(Options::default().decide("Lee 5:3", 0).language, None);
}

#[test]
fn lines_end_units_unless_the_text_is_hard_wrapped() {
    let lines = units("Das Wehr\nhält stand.\n\nNoch.");
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0].rule, Rule::LINE_END);
    assert_eq!(lines[2].rule, Rule::TEXT_END);

    let wrapped = "The council met on Tuesday evening to talk about the\n\
                   old mill, and nobody who came expected that it would\n\
                   take the members until midnight. They agreed, at last,\n\
                   to wait.\n\nThe brook did not.";
    let found = units(wrapped);
    assert_eq!(found.len(), 3);
    assert_eq!(found[1].rule, Rule::LINE_END);
}

#[test]
fn byline_and_date_are_not_wrapped_into_a_paragraph() {
    let text = "By Ada Lind\n3 May 2031\nThe council met on Tuesday evening to talk about the\n\
                old mill, and nobody who came expected that it would\n\
                take the members until midnight. They agreed, at last,\n\
                to wait.";
    let found = units(text);
    let kinds: Vec<_> = found.iter().map(|unit| unit.kind).collect();
    assert_eq!(kinds, [Kind::Furniture, Kind::Furniture, Kind::Sentence, Kind::Sentence]);
}

#[test]
fn front_matter_is_left_out_and_counted() {
    let text = "---\ntitle: Mühle\n---\nDas Wehr hält.";
    let body = text.find("Das").unwrap();
    let found = segment(text, body, Options::default());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].bytes, Span::new(22, 37));
    assert_eq!(found[0].chars, Span::new(21, 35));
}

#[test]
fn kinds_of_a_scraped_page() {
    use Kind::{Caption, Furniture, Heading, Sentence};

    let text = "Streit um das Wehr der alten Mühle\n\n3. Mai 2031, 9:15 Uhr\n\nDas Wehr am Abend\nFoto: A. Muster/Kreisblatt\n\
                Ada Lindner\n\nDer Rat hat entschieden. Das Wehr bleibt.\nWas nun kommt\nDer Bach steigt.\n\n\
                Lesen Sie auch: Ein Müller erzählt\nQuelle: Kreisblatt";
    let kinds: Vec<_> = units(text).iter().map(|unit| unit.kind).collect();
    assert_eq!(
        kinds,
        [
            Heading, Furniture, Caption, Furniture, Furniture, Sentence, Sentence, Heading, Sentence,
            Furniture, Furniture
        ]
    );
}

#[test]
fn a_paragraph_without_end_mark_is_no_heading() {
    let kinds: Vec<_> =
        units("Der Rat hat entschieden. Das Wehr, das seit").iter().map(|unit| unit.kind).collect();
    assert_eq!(kinds, [Kind::Sentence, Kind::Sentence]);
    assert!(units("Er sagte:\n- ein Wehr\nund ein Bach").iter().all(|unit| unit.kind == Kind::Sentence));
}
