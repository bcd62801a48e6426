//! The id of an article.

use std::{borrow::Cow, fmt, sync::Arc};

/// The id of an article: its path below `corpus/`, parts separated by `/`.
///
/// Any file name has exactly one id, and any id names exactly one file. Names that are UTF-8 are their own id;
/// a byte that does not decode is written `%XX` with two capital hexadecimal digits. So that the two kinds
/// cannot be mistaken for each other, a `%` that would read as such an escape is written `%25`; any other `%`
/// stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleId(Arc<str>);

impl ArticleId {
    /// The id as it is written: in annotation files, on the command line, in messages.
    pub fn new(id: impl Into<Arc<str>>) -> Self {
        Self(id.into())
    }

    /// The id of the file at `path` below `corpus/`, parts separated by `/`, as the disk has its bytes.
    pub fn from_bytes(path: &[u8]) -> Self {
        let mut id = String::with_capacity(path.len());
        let mut done = 0;
        for chunk in path.utf8_chunks() {
            for (at, part) in chunk.valid().split('%').enumerate() {
                if at > 0 {
                    done += 1;
                    id.push_str(if escaped(&path[done..]).is_some() { "%25" } else { "%" });
                }
                id.push_str(part);
                done += part.len();
            }
            for byte in chunk.invalid() {
                id.extend(['%', digit(byte >> 4), digit(byte & 0xF)]);
            }
            done += chunk.invalid().len();
        }
        Self(id.into())
    }

    /// The path below `corpus/` as the disk has its bytes: undoes [`Self::from_bytes`].
    pub fn to_bytes(&self) -> Cow<'_, [u8]> {
        if !self.0.contains('%') {
            return Cow::Borrowed(self.0.as_bytes());
        }
        let mut path = Vec::with_capacity(self.0.len());
        let mut rest = self.0.as_bytes();
        while let [first, tail @ ..] = rest {
            match escaped(tail) {
                Some(byte) if *first == b'%' => {
                    path.push(byte);
                    rest = &tail[2..];
                }
                _ => {
                    path.push(*first);
                    rest = tail;
                }
            }
        }
        Cow::Owned(path)
    }

    /// The id as text. It may hold anything a file name can: show it through [`super::display_safe`].
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The story: the folder below `corpus/` the article lies in; empty at the top.
    pub fn story(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(story, _)| story)
    }

    /// The file's name without its folder.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A number below 16 as a hexadecimal digit.
fn digit(value: u8) -> char {
    char::from(b"0123456789ABCDEF"[usize::from(value)])
}

/// The byte that the two digits after a `%` stand for, if they are an escape of ours: one that is not ASCII,
/// or `%` itself.
fn escaped(after: &[u8]) -> Option<u8> {
    let value = |d: u8| match d {
        b'0'..=b'9' => Some(d - b'0'),
        b'A'..=b'F' => Some(d - b'A' + 10),
        _ => None,
    };
    let byte = value(*after.first()?)? << 4 | value(*after.get(1)?)?;
    (!byte.is_ascii() || byte == b'%').then_some(byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(path: &[u8]) -> String {
        let id = ArticleId::from_bytes(path);
        assert_eq!(id.to_bytes(), path, "back to the same file");
        id.as_str().to_owned()
    }

    #[test]
    fn a_name_in_utf8_is_its_own_id() {
        for name in
            ["musk-putin/depesche.txt", "50%-Regel.txt", "a\\b\n\u{202e}.txt", "100%", "%2f%zz", "Ä.txt"]
        {
            assert_eq!(id(name.as_bytes()), name);
        }
    }

    #[test]
    fn other_names_have_an_id_of_their_own_too() {
        assert_eq!(id(b"latin1_\xFCber.txt"), "latin1_%FCber.txt");
        assert_eq!(id(b"latin1_%FCber.txt"), "latin1_%25FCber.txt");
        assert_eq!(id(b"latin1_%25FCber.txt"), "latin1_%2525FCber.txt");
        assert_eq!(id(b"%\xFC%/%%\xFC"), "%%FC%/%%%FC");
    }

    #[test]
    fn the_story_is_the_folder() {
        let nested = ArticleId::new("sub/deep/x.txt");
        assert_eq!((nested.story(), nested.name()), ("sub/deep", "x.txt"));
        let top = ArticleId::new("x.txt");
        assert_eq!((top.story(), top.name()), ("", "x.txt"));
    }
}
