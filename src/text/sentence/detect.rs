//! Which language a text is in, from its function words and letters.

use super::{Language, blocks::head, tables::languages_of, word::Lowered};

/// Points of a function word, shared between the languages that have it.
const WORD: u32 = 12;
/// Points of a letter, shared likewise.
const LETTER: u32 = 4;
/// The least that decides: one word of one language.
const ENOUGH: u32 = WORD;
/// Points at which the rest of the text is not looked at any more, if the lead is clear.
const CERTAIN: u32 = 40 * WORD;
/// Words between two looks at the points.
const STRIDE: usize = 32;

/// The language of the first 64 KB of `text`, or `None` on too little evidence.
pub(super) fn language(text: &str) -> Option<Language> {
    let mut points = [0; Language::ALL.len()];
    for (i, word) in
        head(text).split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).enumerate()
    {
        if word.len() > 1 {
            share(&mut points, WORD, languages_of(Lowered::new(&[word]).as_bytes()));
        }
        if !word.is_ascii() {
            word.chars().for_each(|c| share(&mut points, LETTER, languages_with(c)));
        }
        if i % STRIDE == STRIDE - 1
            && let Some(leader) = leader(&points, CERTAIN)
        {
            return Some(leader);
        }
    }
    leader(&points, ENOUGH)
}

/// Gives `points` to the languages in `set`, in equal shares.
fn share(all: &mut [u32], points: u32, set: u16) {
    if let Some(share) = points.checked_div(set.count_ones()) {
        for (language, sum) in all.iter_mut().enumerate() {
            *sum += share * u32::from(set >> language & 1);
        }
    }
}

/// The language with the most points, if it has `enough` and a clear lead.
fn leader(points: &[u32; Language::ALL.len()], enough: u32) -> Option<Language> {
    let (best, most) = points.iter().enumerate().max_by_key(|(_, sum)| **sum)?;
    let second = points.iter().enumerate().filter(|(i, _)| *i != best).map(|(_, sum)| *sum).max()?;
    let clear = *most >= enough && *most * 2 >= second * 3;
    Language::ALL.get(best).copied().filter(|_| clear)
}

/// The languages that a letter outside ASCII points to.
fn languages_with(c: char) -> u16 {
    use Language::{Cs, De, Es, Fr, It, Nl, Pl, Ru, Tr};
    let languages: &[Language] = match c {
        'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' => &[Ru],
        'ä' | 'Ä' | 'ß' => &[De],
        'ö' | 'Ö' | 'ü' | 'Ü' => &[De, Tr],
        'ğ' | 'ı' | 'ş' | 'İ' | 'Ş' => &[Tr],
        'ł' | 'Ł' | 'ą' | 'ę' | 'ś' | 'Ś' | 'ż' | 'Ż' | 'ź' | 'ń' | 'ć' => &[Pl],
        'ě' | 'ř' | 'Ř' | 'ů' | 'č' | 'Č' | 'š' | 'Š' | 'ž' | 'Ž' | 'ď' | 'ť' | 'ň' | 'ý' => {
            &[Cs]
        }
        'ñ' | 'Ñ' => &[Es],
        'á' | 'í' | 'ú' => &[Es, Cs],
        'ó' => &[Es, Pl],
        'é' | 'É' => &[Fr, Es, Cs],
        'è' | 'à' => &[Fr, It],
        'ê' | 'œ' | 'û' | 'ô' | 'î' | 'â' | 'À' => &[Fr],
        'ç' | 'Ç' => &[Fr, Tr],
        'ò' | 'ì' | 'ù' => &[It],
        'ë' => &[Nl],
        _ => &[],
    };
    languages.iter().fold(0, |set, language| set | 1 << *language as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_short_sentence_is_enough() {
        for (text, expected) in [
            ("Der Rat tagt heute im alten Kornspeicher.", Language::De),
            ("Grüße aus Köln!", Language::De),
            ("The council meets in the old granary.", Language::En),
            ("Le conseil se réunit dans le vieux grenier.", Language::Fr),
            ("El consejo se reúne en el viejo granero.", Language::Es),
            ("Il consiglio si riunisce nel vecchio granaio.", Language::It),
            ("Rada zbiera się dziś w starym spichlerzu.", Language::Pl),
            ("Совет собирается в старом амбаре.", Language::Ru),
            ("Meclis bugün eski tahıl ambarında toplanıyor.", Language::Tr),
            ("Rada se dnes schází ve staré sýpce.", Language::Cs),
            ("De raad komt vandaag bijeen in het oude pakhuis.", Language::Nl),
        ] {
            assert_eq!(language(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn names_and_numbers_decide_nothing() {
        assert_eq!(language(""), None);
        assert_eq!(language("Anna Berg 2024 +++ TSV 3:1"), None);
    }

    #[test]
    fn what_comes_after_the_head_does_not_count() {
        let mut text = "1 2 3 4 ".repeat(9_000);
        text.push_str("Der Rat und die Stadt sind nicht einig.");
        assert_eq!(language(&text), None);
    }
}
