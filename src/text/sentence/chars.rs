//! Classes of characters that the segmenter tells apart.

/// May it open a quotation or a bracket?
pub(super) const fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '„'
            | '“'
            | '”'
            | '‚'
            | '‘'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '('
            | '['
            | '{'
            | '`'
            | '¿'
            | '¡'
    )
}

/// May it open a quotation?
pub(super) const fn is_quote_opener(c: char) -> bool {
    is_opener(c) && !matches!(c, '(' | '[')
}

/// May it close a quotation or a bracket?
pub(super) const fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '’' | '‘' | '»' | '«' | '›' | '‹') || is_closing_bracket(c)
}

/// Does it close a bracket?
pub(super) const fn is_closing_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '}')
}

/// May it end a sentence?
pub(super) const fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '…') || is_strong_terminator(c)
}

/// Does it end a sentence nearly always (unlike the full stop)?
pub(super) const fn is_strong_terminator(c: char) -> bool {
    matches!(c, '!' | '?' | '‽') || is_wide_terminator(c)
}

/// Does it end a sentence in a script that writes without blanks?
pub(super) const fn is_wide_terminator(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '．' | '｡')
}

/// Is it a hyphen or a dash?
pub(super) const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―')
}

/// May it stand inside a word?
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')
}

/// Does it begin a word the way a sentence may: upper case, or a script without case?
pub(super) fn is_capital(c: char) -> bool {
    c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase())
}

/// Is it a vowel, in Latin or Cyrillic script and in lower case?
pub(super) fn is_vowel(c: char) -> bool {
    "aeiouyäöüáéíóúàèìòùâêîôûåæøœıаеёиоуыэюяіїєąęůýőāēīūėįųěăîãõ".contains(c)
}

/// Can it be a digit of a roman numeral?
pub(super) const fn is_roman(c: char) -> bool {
    matches!(c, 'I' | 'V' | 'X' | 'L' | 'C')
}
