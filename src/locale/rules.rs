//! What the segmenter's rules are called. Their English names are fixed: they stand in the output of
//! `factdesk segment --explain`.

use super::Lang;
use crate::text::Rule;

/// English and German names, in the order of the English ones.
const NAMES: &[(&str, &str)] = &[
    ("abbreviation before closing quote", "Abkürzung vor schließendem Anführungszeichen"),
    ("abbreviation before number", "Abkürzung vor Zahl"),
    ("abbreviation that goes on", "Abkürzung, die weitergeht"),
    ("abbreviation that may end", "Abkürzung, die enden kann"),
    ("address", "Adresse"),
    ("address follows", "Adresse folgt"),
    ("amount follows", "Betrag folgt"),
    ("bracket after sentence", "Klammer nach Satz"),
    ("closed sentence", "abgeschlossener Satz"),
    ("closing quote follows", "schließendes Anführungszeichen folgt"),
    ("dash after question, exclamation or quotation", "Strich nach Frage, Ausruf oder Zitat"),
    ("dash after sentence", "Strich nach Satz"),
    ("dash follows", "Strich folgt"),
    ("date", "Datum"),
    ("detached full stop", "abgesetzter Punkt"),
    ("dotted abbreviation", "Abkürzung mit Punkten"),
    ("dotted number", "Zahl mit Punkten"),
    ("ellipsis", "Auslassungspunkte"),
    ("ellipsis by itself", "Auslassungspunkte für sich"),
    ("end of brackets", "Ende der Klammern"),
    ("enumeration", "Aufzählung"),
    ("full stop", "Punkt"),
    ("full stop after brackets", "Punkt nach Klammern"),
    ("full stop after quotation", "Punkt nach Zitat"),
    ("glued", "angeklebt"),
    ("glued abbreviation", "angeklebte Abkürzung"),
    ("glued punctuation", "angeklebtes Satzzeichen"),
    ("glued question in lower case", "klein angeklebte Frage"),
    ("glued question or exclamation", "angeklebte Frage oder Ausruf"),
    ("glued quotation", "angeklebtes Zitat"),
    ("glued sentence", "angeklebter Satz"),
    ("initial", "Initiale"),
    ("initials", "Initialen"),
    ("inside brackets", "in Klammern"),
    ("joined by hand", "von Hand verbunden"),
    ("leading ellipsis", "Auslassungspunkte am Anfang"),
    ("left out", "ausgelassen"),
    ("length", "Überlänge"),
    ("letter before new sentence", "Buchstabe vor neuem Satz"),
    ("letter before number", "Buchstabe vor Zahl"),
    ("letter in lower case", "Kleinbuchstabe"),
    ("line end", "Zeilenende"),
    ("list letter", "Listenbuchstabe"),
    ("list mark", "Listenzeichen"),
    ("list number", "Listennummer"),
    ("lower case after question or exclamation", "klein nach Frage oder Ausruf"),
    ("lower case follows", "Kleinschreibung folgt"),
    ("mark in brackets", "Zeichen in Klammern"),
    ("month or amount", "Monat oder Betrag"),
    ("name in lower case follows", "kleingeschriebener Name folgt"),
    ("name with exclamation mark", "Name mit Ausrufezeichen"),
    ("no vowel", "kein Vokal"),
    ("number", "Zahl"),
    ("number after colon", "Zahl nach Doppelpunkt"),
    ("number after its noun", "Zahl nach ihrem Hauptwort"),
    ("number after preposition", "Zahl nach Verhältniswort"),
    ("number before new sentence", "Zahl vor neuem Satz"),
    ("number before quotation", "Zahl vor Zitat"),
    ("number in brackets", "Zahl in Klammern"),
    ("number in quotes or brackets", "Zahl in Anführung oder Klammern"),
    ("number or ordinal", "Zahl oder Ordnungszahl"),
    ("ordinal after adjective", "Ordnungszahl nach Eigenschaftswort"),
    ("ordinal after article", "Ordnungszahl nach Artikel"),
    ("ordinal before its noun", "Ordnungszahl vor ihrem Hauptwort"),
    ("plain word", "gewöhnliches Wort"),
    ("punctuation follows", "Satzzeichen folgt"),
    ("question or exclamation", "Frage oder Ausruf"),
    ("quoted title", "Titel in Anführung"),
    ("ruler", "Herrscher"),
    ("saved", "gespeicherte Grenze"),
    ("sentence in brackets", "Satz in Klammern"),
    ("sentence in lower case", "kleingeschriebener Satz"),
    ("short date", "kurzes Datum"),
    ("spaced abbreviation", "gesperrte Abkürzung"),
    ("speaker follows", "Sprecher folgt"),
    ("split by hand", "von Hand geteilt"),
    ("text end", "Textende"),
    ("time of day", "Uhrzeit"),
    ("two-digit date", "zweistelliges Datum"),
    ("wide full stop", "breiter Punkt"),
    ("year or large number", "Jahr oder große Zahl"),
];

/// The name of a rule; the English one where there is no other.
pub fn rule(lang: Lang, rule: Rule) -> &'static str {
    let german = || NAMES.binary_search_by_key(&rule.name(), |(en, _)| en).ok().map(|at| NAMES[at].1);
    match lang {
        Lang::En => rule.name(),
        Lang::De => german().unwrap_or(rule.name()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sentence;

    #[test]
    fn every_rule_has_a_german_name_and_no_name_is_left_over() {
        let mut rules: Vec<&str> = sentence::rules().map(Rule::name).collect();
        // Those of boundaries that an annotation file has.
        rules.extend(["saved", "split by hand", "joined by hand"]);
        rules.sort_unstable();
        let named: Vec<&str> = NAMES.iter().map(|(en, _)| *en).collect();
        assert_eq!(rules, named);
        assert!(NAMES.iter().all(|(en, de)| en != de && !de.is_empty()));
    }
}
