//! What the Review says with names and numbers in it.

use super::Lang;

/// What was said about words that are not there any more; `state` is how they fit, `attach` the key that ties it to
/// those proposed, `open` the key that shows the article where none are.
pub fn attach_first(lang: Lang, state: &str, attach: &str, open: Option<&str>) -> String {
    match (lang, open) {
        (Lang::En, None) => format!("what you tagged is {state} now: {attach} says that it is this sentence"),
        (Lang::De, None) => {
            format!("was du markiert hast, ist jetzt {state}: {attach} sagt, dass es dieser Satz ist")
        }
        (Lang::En, Some(open)) => {
            format!(
                "what you tagged is {state} now: {open} shows the article, {attach} there chooses a sentence"
            )
        }
        (Lang::De, Some(open)) => {
            format!(
                "was du markiert hast, ist jetzt {state}: {open} zeigt den Artikel, {attach} wählt dort einen Satz"
            )
        }
    }
}

/// What somebody tagged does not stand there any more, so that nobody can decide about it.
pub fn not_in_place(lang: Lang, annotator: &str, state: &str) -> String {
    match lang {
        Lang::En => {
            format!("what {annotator} tagged is {state} now: {annotator} has to say which sentence it is")
        }
        Lang::De => {
            format!(
                "was {annotator} markiert hat, ist jetzt {state}: {annotator} muss sagen, welcher Satz es ist"
            )
        }
    }
}

/// There is no reading to take over.
pub fn has_not_read(lang: Lang, annotator: &str) -> String {
    match lang {
        Lang::En => format!("{annotator} has not read this sentence"),
        Lang::De => format!("{annotator} hat diesen Satz nicht gelesen"),
    }
}

/// These labels of the sentence still have to be decided.
pub fn undecided(lang: Lang, labels: &str) -> String {
    match lang {
        Lang::En => format!("still to decide here: {labels}"),
        Lang::De => format!("hier noch zu entscheiden: {labels}"),
    }
}

/// So many sentences of so many articles were confirmed.
pub fn confirmed(lang: Lang, sentences: usize, articles: usize) -> String {
    match (lang, sentences) {
        (Lang::En, 0) => "nothing of yours has moved among these sentences".to_owned(),
        (Lang::De, 0) => "unter diesen Sätzen ist nichts von dir verschoben".to_owned(),
        (Lang::En, _) => format!("{} confirmed in {}", counted(sentences, EN[0]), counted(articles, EN[1])),
        (Lang::De, _) => format!("{} bestätigt in {}", counted(sentences, DE[0]), counted(articles, DE[1])),
    }
}

const EN: [[&str; 2]; 2] = [["sentence", "sentences"], ["article", "articles"]];
const DE: [[&str; 2]; 2] = [["Satz", "Sätze"], ["Artikel", "Artikeln"]];

fn counted(count: usize, [one, many]: [&str; 2]) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A filter was kept in that file.
pub fn filter_kept(lang: Lang, name: &str, file: &str) -> String {
    match lang {
        Lang::En => format!("filter {name} kept in {file}"),
        Lang::De => format!("Filter {name} aufgehoben in {file}"),
    }
}

/// A filter was not kept.
pub fn filter_not_kept(lang: Lang, name: &str, error: &str) -> String {
    match lang {
        Lang::En => format!("filter {name} NOT kept: {error}"),
        Lang::De => format!("Filter {name} NICHT aufgehoben: {error}"),
    }
}
