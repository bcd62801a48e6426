//! What the columns mean.

use crate::{
    export::{Options, cells::label_column},
    locale::Phrase,
};

const fn both(en: &'static str, de: &'static str) -> Phrase {
    Phrase::new(en, de)
}

/// The columns that are not those of labels.
#[rustfmt::skip]
const MEANINGS: [(&str, Phrase); 36] = [
    ("article", both("file of the article, below corpus/", "Datei des Artikels, unterhalb von corpus/")),
    ("story", both("folder of the article: articles on one matter", "Ordner des Artikels: Artikel zu einer Sache")),
    ("title", both("headline", "Überschrift")),
    ("outlet", both("who published it", "wer ihn veröffentlicht hat")),
    ("author", both("who wrote it", "wer ihn geschrieben hat")),
    ("date", both("when it was published, as the article says", "wann er erschienen ist, wie es im Artikel steht")),
    ("url", both("where it was published", "wo er erschienen ist")),
    ("line", both("line of the article where the sentence begins", "Zeile des Artikels, in der der Satz beginnt")),
    ("start", both("its first character, counted from 0 (Unicode code points)", "sein erstes Zeichen, gezählt ab 0 (Unicode-Codepoints)")),
    ("end", both("the character behind its last", "das Zeichen hinter seinem letzten")),
    ("text", both("the sentence as it stands in the article now; as it was saved where it is not found", "der Satz, wie er jetzt im Artikel steht; wie gespeichert, wenn er nicht gefunden wird")),
    ("labels", both("all labels, those the workspace does not know too", "alle Etiketten, auch solche, die der Arbeitsbereich nicht kennt")),
    ("label", both("the label of this tag", "das Etikett dieser Markierung")),
    ("source", both("whose words: the innermost speaker first, then who reports them (A < B)", "wessen Worte: zuerst, wer spricht, dann, wer es berichtet (A < B)")),
    ("source_at", both("where these names stand, in characters", "wo diese Namen stehen, in Zeichen")),
    ("who", both("whom the words of the source mean, where they do not say it", "wen die Worte der Quelle meinen, wo sie es nicht sagen")),
    ("speaker", both("the first source under the name that the workspace gives it", "die erste Quelle unter dem Namen, den ihr der Arbeitsbereich gibt")),
    ("cue", both("the words that mark the label", "die Wörter, an denen man das Etikett erkennt")),
    ("cue_at", both("where these words stand, in characters", "wo diese Wörter stehen, in Zeichen")),
    ("claims", both("claims of the story that the sentence touches", "Aussagen der Geschichte, die der Satz berührt")),
    ("unsure", both("labels whose annotator is not sure; x on the row of a tag", "Etiketten, bei denen jemand unsicher ist; x in der Zeile einer Markierung")),
    ("origin", both("suggested or imported; empty where set by hand", "suggested (vorgeschlagen) oder imported (importiert); leer, wenn von Hand gesetzt")),
    ("kind", both("what a reader takes it for, where that differs from the guess", "wofür jemand den Satz hält, wenn das von der Vermutung abweicht")),
    ("note", both("what was noted", "was notiert wurde")),
    ("mark", both("x: somebody wants to come back to it", "x: jemand will darauf zurückkommen")),
    ("read", both("x: read", "x: gelesen")),
    ("not", both("labels that were rejected", "Etiketten, die verworfen wurden")),
    ("saw", both("what was on the screen when it was first tagged or read", "was auf dem Bildschirm war, als zuerst markiert oder gelesen wurde")),
    ("at", both("when it was last changed (UTC)", "wann zuletzt geändert wurde (UTC)")),
    ("annotator", both("who set the tag", "wer markiert hat")),
    ("annotators", both("who gives the tags", "von wem die Markierungen sind")),
    ("tag_start", both("the first character of the tag, where it covers a part", "das erste Zeichen der Markierung, wenn sie einen Teil betrifft")),
    ("tag_end", both("the character behind its last", "das Zeichen hinter ihrem letzten")),
    ("state", both("unread, one-reader, agreed, disagreement or decided (by the desk)", "unread (ungelesen), one-reader (eine Lesung), agreed (einig), disagreement (uneinig) oder decided (vom Desk entschieden)")),
    ("anchor", both("exact or moved: the words stand in the article as they were saved; edited, split, joined, ambiguous or lost: they do not", "exact oder moved: die Wörter stehen im Artikel, wie sie gespeichert wurden; edited, split, joined, ambiguous oder lost: so nicht mehr")),
    ("saved", both("the sentence as it was saved, where it differs", "der Satz, wie er gespeichert wurde, wenn er abweicht")),
];

/// What the column `name` means, in the language of `options`.
pub(super) fn meaning(name: &str, options: &Options) -> String {
    if let Some((_, phrase)) = MEANINGS.iter().find(|(column, _)| *column == name) {
        return phrase.text(options.lang).to_owned();
    }
    let label = options.labels.iter().find(|known| label_column(known.label.as_str()) == name);
    let Some(label) = label.map(|known| known.name(options.lang)) else { return String::new() };
    let says = if options.voice.is_one() {
        both("x: the sentence has this label", "x: der Satz hat dieses Etikett")
    } else {
        both("who gives it this label", "wer ihm dieses Etikett gibt")
    };
    format!("{label}; {}", says.text(options.lang))
}
