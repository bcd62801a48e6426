//! Articles to edit: those of the shipped corpus, and others that a small grammar makes up.

use super::chance::Chance;

/// An article and its language.
#[derive(Clone)]
pub struct Article {
    pub text: String,
    pub lang: Option<&'static str>,
}

/// The corpus, and four made-up articles in either language.
pub fn all() -> Vec<Article> {
    let corpus = walkdir::WalkDir::new("corpus").sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = corpus.filter(|entry| entry.path().extension().is_some_and(|end| end == "txt"));
    let text = |entry: walkdir::DirEntry| std::fs::read_to_string(entry.path()).unwrap();
    let mut articles: Vec<Article> = files.map(|entry| Article { text: text(entry), lang: None }).collect();
    for seed in 1..=4 {
        articles.push(Article { text: made(seed, &GERMAN), lang: Some("de") });
        articles.push(Article { text: made(seed, &ENGLISH), lang: Some("en") });
    }
    articles
}

/// Words of a language and the sentences made of them: `N` a noun phrase, `V` a verb, `P` a place or time, `S` a speaker,
/// `#` a number.
struct Grammar {
    nouns: [&'static str; 24],
    verbs: [&'static str; 12],
    places: [&'static str; 16],
    speakers: [&'static str; 10],
    sentences: [&'static str; 12],
}

const GERMAN: Grammar = Grammar {
    nouns: [
        "die Feuerwehr",
        "der Gemeinderat",
        "das alte Sägewerk",
        "eine Bürgerinitiative",
        "der Wasserverband",
        "die Buslinie nach Tannau",
        "ein Gutachten",
        "das Hallenbad",
        "die Kläranlage",
        "der neue Radweg",
        "eine Mehrheit der Anwohner",
        "das Landgericht",
        "die Sparkasse",
        "ein Bauunternehmer",
        "der Schulhof",
        "die Deponie",
        "das Kraftwerk am Wehr",
        "ein Förster",
        "die Kreisverwaltung",
        "der Haushaltsplan",
        "das Festzelt",
        "die Molkerei",
        "ein Zeuge",
        "der Bahnübergang",
    ],
    verbs: [
        "verzögert",
        "überrascht",
        "kostet",
        "ersetzt",
        "gefährdet",
        "prüft",
        "entlastet",
        "beschäftigt",
        "meidet",
        "fördert",
        "bedroht",
        "übernimmt",
    ],
    places: [
        "seit dem Frühjahr",
        "am Marktplatz",
        "trotz aller Warnungen",
        "im dritten Anlauf",
        "nach einem Ortstermin",
        "unter strengen Auflagen",
        "bis Jahresende",
        "hinter dem Rathaus",
        "ohne Ausschreibung",
        "auf halber Strecke",
        "gegen den Rat der Fachleute",
        "bei Regen",
        "mit Bundesmitteln",
        "an der Lindach",
        "vor der Sommerpause",
        "in vier Ortsteilen",
    ],
    speakers: [
        "Bürgermeisterin Roswitha Kern",
        "Landrat Bodo Hallstein",
        "Anwalt Emre Yildiz",
        "die Sprecherin Ulla Fink",
        "Forstamtsleiter Quirin Moos",
        "die Geologin Tessa Brand",
        "Kämmerer Ottfried Lang",
        "Pfarrer Jost Weiler",
        "die Wirtin Carla Stein",
        "Polizeichef Arne Vogt",
    ],
    sentences: [
        "N V N P.",
        "S sagte P, N habe # Euro gekostet.",
        "P V N offenbar N.",
        "„Das stimmt so nicht“, erklärte S, N halte N P geschlossen.",
        "Rund # Menschen warten P auf N.",
        "Laut S V N kaum noch N.",
        "N und N gelten P als Vorbild für N.",
        "S wies den Vorwurf zurück, N werde P an N verkauft, und verwies auf N.",
        "Ob N wirklich N V, ist P offen.",
        "Es geht um # Stellen, um N und um N P.",
        "Im Jahr # hatte N zuletzt P N geprüft.",
        "S will N P mit # Millionen Euro retten.",
    ],
};

const ENGLISH: Grammar = Grammar {
    nouns: [
        "the harbour board",
        "a disused quarry",
        "the fire brigade",
        "the reservoir",
        "a group of parents",
        "the county court",
        "the ferry to Skelby",
        "a leaked memo",
        "the leisure centre",
        "the parish council",
        "the new bypass",
        "a retired surveyor",
        "the cottage hospital",
        "the grain store",
        "a planning inspector",
        "the village hall",
        "the lifeboat crew",
        "a drainage scheme",
        "the bus depot",
        "the wind farm",
        "the market square",
        "a local brewer",
        "the museum roof",
        "the night shift",
    ],
    verbs: [
        "threatens",
        "delays",
        "supports",
        "replaces",
        "undermines",
        "funds",
        "inspects",
        "surprises",
        "outgrows",
        "overlooks",
        "protects",
        "divides",
    ],
    places: [
        "since early spring",
        "behind closed doors",
        "despite the warnings",
        "after a site visit",
        "for a third time",
        "under strict conditions",
        "until further notice",
        "near the old mill",
        "without a tender",
        "in heavy rain",
        "against expert advice",
        "with federal money",
        "along the river Aske",
        "before the summer break",
        "in four wards",
        "at short notice",
    ],
    speakers: [
        "Mayor Philippa Crane",
        "Councillor Dev Anand",
        "solicitor Ruth Okafor",
        "spokesman Gil Tranter",
        "geologist Mina Solberg",
        "Inspector Hal Brody",
        "treasurer Nora Quill",
        "the vicar Tom Ashby",
        "landlady Bess Harker",
        "head teacher Ivo Marsh",
    ],
    sentences: [
        "N V N P.",
        "S said N had cost # pounds P.",
        "P, N apparently V N.",
        "\"That is simply not true,\" said S, adding that N would keep N shut P.",
        "Some # people are waiting P for N.",
        "According to S, N hardly V N.",
        "N and N are seen P as a model for N.",
        "S rejected the claim that N would be sold to N P and pointed at N.",
        "Whether N really V N remains open P.",
        "At stake are # jobs, N and N P.",
        "Back in # it was N that P examined N.",
        "S wants to save N P with # million pounds.",
    ],
};

fn made(seed: u64, grammar: &Grammar) -> String {
    let mut chance = Chance::new(seed);
    let mut text = String::new();
    for paragraph in 0..12 {
        if paragraph % 4 == 0 {
            let heading = sentence(&mut chance, grammar, "N P");
            text.push_str(&heading);
            text.push_str("\n\n");
        }
        for _ in 0..3 + chance.below(3) {
            let pattern = chance.pick(&grammar.sentences);
            text.push_str(&sentence(&mut chance, grammar, pattern));
            text.push(' ');
        }
        text.truncate(text.trim_end().len());
        text.push_str("\n\n");
    }
    text
}

fn sentence(chance: &mut Chance, grammar: &Grammar, pattern: &str) -> String {
    let mut sentence = String::new();
    for (at, symbol) in pattern.char_indices() {
        let alone = !pattern[at + symbol.len_utf8()..].starts_with(|c: char| c.is_lowercase());
        match symbol {
            'N' if alone => sentence.push_str(chance.pick(&grammar.nouns)),
            'V' if alone => sentence.push_str(chance.pick(&grammar.verbs)),
            'P' if alone => sentence.push_str(chance.pick(&grammar.places)),
            'S' if alone => sentence.push_str(chance.pick(&grammar.speakers)),
            '#' => sentence.push_str(&(3 + chance.below(4_000)).to_string()),
            other => sentence.push(other),
        }
    }
    let first = sentence.chars().next().map_or(0, char::len_utf8);
    sentence[..first].to_uppercase() + &sentence[first..]
}
