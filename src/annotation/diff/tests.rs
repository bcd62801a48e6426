//! What a changed sentence is shown as.

use super::{Alarm, Change, called_out, diff, kept, same_words};

/// The diff with `-gone-`, `+new+` and the first letter of an alarm before it.
fn shown(old: &str, new: &str, lang: &str) -> String {
    let mark = |change| match change {
        Change::Same => "",
        Change::Gone => "-",
        Change::New => "+",
    };
    let piece = |piece: super::Piece| {
        let alarm = piece.alarm.map_or("", |alarm| &alarm.name().en[..2]);
        format!("{alarm}{0}{1}{0}", mark(piece.change), piece.text)
    };
    diff(old, new, Some(lang)).into_iter().map(piece).collect()
}

#[test]
fn words_that_went_and_came_stand_beside_each_other() {
    let shown = shown("Er kam am Montag zurück.", "Er ging am Montag sofort zurück.", "de");
    assert_eq!(shown, "Er -kam -+ging +am Montag +sofort +zurück.");
}

#[test]
fn numbers_names_negations_and_quotations_are_called_out() {
    assert_eq!(
        shown("Es waren 9.000 Autos.", "Es waren 90.000 Autos.", "de"),
        "Es waren nu-9.000 -nu+90.000 +Autos."
    );
    assert_eq!(shown("Es waren zwei da.", "Es waren drei da.", "de"), "Es waren nu-zwei -nu+drei +da.");
    assert_eq!(shown("Das ist wahr.", "Das ist nicht wahr.", "de"), "Das ist ne+nicht +wahr.");
    assert_eq!(shown("He did pay.", "He didn’t pay.", "en"), "He -did -ne+didn’t +pay.");
    assert_eq!(
        shown("Lawrow bestritt es.", "Peskow bestritt es.", "de"),
        "na-Lawrow -na+Peskow +bestritt es."
    );
    assert_eq!(shown("It hit the town.", "It hit Harrow town.", "en"), "It hit -the -na+Harrow +town.");
    assert_eq!(
        shown("Er nannte es „falsch“, sagte sie.", "Er nannte es „richtig“, sagte sie.", "de"),
        "Er nannte es „qu-falsch-qu+richtig+“, sagte sie."
    );
    assert_eq!(
        shown("Falsch ist das“, sagte er.", "Gut ist das“, sagte er.", "de"),
        "na-Falsch -na+Gut +ist das“, sagte er."
    );
    assert_eq!(
        shown("ganz falsch“, sagte er.", "gut“, sagte er.", "de"),
        "qu-ganz falsch-qu+gut+“, sagte er."
    );
}

#[test]
fn a_common_noun_in_german_and_a_new_start_are_no_names() {
    assert_eq!(shown("Er kam heute.", "Er kam mit Freude heute.", "de"), "Er kam +mit Freude +heute.");
    assert_eq!(shown("The town slept.", "A town slept.", "en"), "-The -+A +town slept.");
    let pieces = diff("Ja, nicht 3.", "Ja, 4.", None);
    assert_eq!(called_out(&pieces), [Alarm::Negation, Alarm::Number]);
}

#[test]
fn blanks_and_the_shape_of_marks_are_no_change() {
    assert!(same_words("„Nein“, sagte\ner – so geht’s.", "\"Nein\",  sagte er - so geht's."));
    assert!(!same_words("Nein, sagte er.", "Nein sagte er."));
    assert!(!same_words("Sie kam.", "sie kam."));
    assert_eq!(diff("a\nb", "a  b", None).len(), 1);
    assert!(diff("", "", None).is_empty());
}

#[test]
fn what_is_too_long_to_align_is_replaced_between_its_ends() {
    let old = format!("Anfang {}Ende", "alt ".repeat(5_000));
    let new = format!("Anfang {}Ende", "neu ".repeat(5_000));
    let changes: Vec<Change> = diff(&old, &new, None).iter().map(|piece| piece.change).collect();
    assert_eq!(changes, [Change::Same, Change::Gone, Change::New, Change::Same]);
    assert_eq!(kept(&old, &new).len(), 2);
}
