//! Whatever lies below `corpus/`: articles are listed in a stable order, and nothing that is no text is ever opened.

use std::{fs, ops::ControlFlow, sync::atomic::AtomicBool};

use factdesk::{
    store::{Hit, Listed, Searched, add_article, read_article, search_corpus, walk},
    text::{ArticleId, search::Needle},
};

use crate::support::Place;

fn listed(place: &Place) -> (Vec<String>, usize) {
    let (mut articles, mut others) = (Vec::new(), 0);
    for listed in walk(&place.workspace) {
        match listed {
            Listed::Article(id) => articles.push(id.to_string()),
            Listed::Other(_) => others += 1,
            Listed::Unreadable { path, source } => panic!("{}: {source}", path.display()),
        }
    }
    (articles, others)
}

fn refused(place: &Place, id: &str) -> String {
    read_article(&place.workspace, &ArticleId::new(id)).expect_err(id).to_string()
}

#[test]
fn a_storys_articles_stand_together_in_the_order_of_their_names() {
    let place = Place::new();
    for name in ["b/z.txt", "b/a.txt", "b/deep/er/x.txt", "a.md", "c.TXT", "b.txt", "z/Ä.txt"] {
        place.write(&format!("corpus/{name}"), "A text.");
    }
    for other in ["b/picture.png", "paper.pdf", "README"] {
        place.write(&format!("corpus/{other}"), "no text");
    }
    for hidden in [".draft.txt", ".git/x.txt", "b/.a.txt.swp"] {
        place.write(&format!("corpus/{hidden}"), "not shown");
    }
    let expected = ["a.md", "b.txt", "c.TXT", "b/a.txt", "b/z.txt", "b/deep/er/x.txt", "z/Ä.txt"];
    assert_eq!(listed(&place), (expected.map(str::to_owned).to_vec(), 3));
}

#[test]
fn an_article_that_grew_too_large_is_refused_with_its_size_before_it_is_read() {
    let place = Place::new();
    let file = fs::File::create(place.path("corpus/huge.txt")).unwrap();
    file.set_len(10 << 30).unwrap();
    let message = refused(&place, "huge.txt");
    assert!(
        message.contains("huge.txt") && message.contains("10737418240") && message.contains("64 MB"),
        "{message}"
    );
}

#[test]
fn what_is_no_text_is_refused_by_name() {
    let place = Place::new();
    place.write("corpus/binary.txt", b"%PDF-1.7\n\0\0\0\x01");
    fs::create_dir(place.path("corpus/folder.txt")).unwrap();
    assert!(refused(&place, "binary.txt").contains("binary.txt"));
    assert!(refused(&place, "folder.txt").contains("a folder"));
    assert!(refused(&place, "missing.txt").contains("missing.txt"));
    assert!(refused(&place, "../annotations/x.txt").contains("no path below corpus/"));
}

#[cfg(unix)]
mod unix {
    use std::{
        ffi::OsStr,
        os::unix::{ffi::OsStrExt, fs::symlink, net::UnixListener},
    };

    use rustix::fs::{CWD, FileType, Mode, mknodat};

    use super::*;

    #[test]
    fn pipes_sockets_devices_and_links_out_are_neither_listed_nor_opened() {
        let place = Place::new();
        let path = |name: &str| place.path(&format!("corpus/{name}"));
        place.write("corpus/good.txt", "A text.");
        mknodat(CWD, path("pipe.txt"), FileType::Fifo, Mode::from_raw_mode(0o644), 0).unwrap();
        let _socket = UnixListener::bind(path("socket.txt")).unwrap();
        symlink("/dev/zero", path("zero.txt")).unwrap();
        symlink("/etc/passwd", path("out.txt")).unwrap();
        symlink("loop.txt", path("loop.txt")).unwrap();
        symlink("nowhere", path("nowhere.txt")).unwrap();
        symlink("pipe.txt", path("to-pipe.txt")).unwrap();
        symlink("..", path("up")).unwrap();
        symlink("good.txt", path("within.txt")).unwrap();

        assert_eq!(listed(&place), (vec!["good.txt".to_owned(), "within.txt".to_owned()], 8));
        assert!(read_article(&place.workspace, &ArticleId::new("within.txt")).is_ok());
        for (id, why) in [
            ("pipe.txt", "a named pipe"),
            ("to-pipe.txt", "a named pipe"),
            ("socket.txt", "a socket"),
            ("zero.txt", "out of the workspace to /dev/zero"),
            ("out.txt", "out of the workspace to /etc/passwd"),
            ("loop.txt", "loop.txt"),
            ("nowhere.txt", "nowhere.txt"),
        ] {
            let message = refused(&place, id);
            assert!(message.contains(why), "{id}: {message}");
        }
    }

    #[test]
    fn a_name_that_is_not_utf8_has_an_id_that_opens_it() {
        let place = Place::new();
        let raw = place.workspace.corpus().join(OsStr::from_bytes(b"latin1_\xfcber.txt"));
        if fs::write(&raw, "The Latin one.").is_err() {
            return; // This file system takes no such names.
        }
        place.write("corpus/latin1_%FCber.txt", "The one with a percent sign.");
        let (ids, others) = listed(&place);
        assert_eq!((ids.len(), others), (2, 0));
        let texts = ids.iter().map(|id| read_article(&place.workspace, &ArticleId::new(&**id)).unwrap().text);
        assert_eq!(
            texts.map(|text| text.to_string()).collect::<Vec<_>>(),
            ["The one with a percent sign.", "The Latin one."]
        );
    }
}

#[test]
fn an_article_is_brought_in_once_and_never_written_over() {
    let place = Place::new();
    let id = add_article(&place.workspace, "town/report", "A text.").unwrap();
    assert_eq!(id.as_str(), "town/report.txt");
    assert_eq!(&*read_article(&place.workspace, &id).unwrap().text, "A text.");
    assert_eq!(add_article(&place.workspace, "note.md", "Another.").unwrap().as_str(), "note.md");

    let error = add_article(&place.workspace, "town/report.txt", "Something else.").unwrap_err();
    assert!(error.to_string().contains("already"), "{error}");
    assert_eq!(fs::read_to_string(place.path("corpus/town/report.txt")).unwrap(), "A text.");
    assert_eq!(fs::read_dir(place.path("corpus/town")).unwrap().count(), 1);
}

#[test]
fn an_article_is_never_brought_in_anywhere_but_below_corpus() {
    let place = Place::new();
    let long = "a".repeat(250);
    for to in
        ["../x", "/tmp/x", "a/../../x", "", "a//b", ".hidden", "a/.b", "a/ b", "a\nb", "a\u{1b}[2J", &long]
    {
        assert!(add_article(&place.workspace, to, "A text.").is_err(), "{to:?}");
    }
    #[cfg(unix)]
    {
        let outside = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(outside.path(), place.path("corpus/away")).unwrap();
        assert!(add_article(&place.workspace, "away/x", "A text.").is_err());
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
    }
}

fn search(place: &Place, query: &str) -> (Vec<Hit>, Searched) {
    let mut hits = Vec::new();
    let searched = search_corpus(&place.workspace, &Needle::new(query), &AtomicBool::new(false), |hit| {
        hits.push(hit);
        ControlFlow::Continue(())
    });
    (hits, searched)
}

#[test]
fn a_search_finds_every_place_in_the_order_of_the_articles() {
    let place = Place::new();
    place.write("corpus/b.txt", "---\ntitle: Käse\n---\nEin Käse.\nNoch ein Kaese, KÄSE!");
    place.write("corpus/a.txt", "Kein Brot, nur Käse.");
    place.write("corpus/broken.txt", b"%PDF-1.7\n\0");
    let (hits, searched) = search(&place, "käse");
    let found: Vec<_> = hits.iter().map(|hit| (hit.article.as_str(), hit.at, hit.line.as_str())).collect();
    assert_eq!(
        found,
        [
            ("a.txt", 15, "Kein Brot, nur Käse."),
            ("b.txt", 24, "Ein Käse."),
            ("b.txt", 46, "Noch ein Kaese, KÄSE!"),
        ]
    );
    assert_eq!(searched, Searched { articles: 2, unreadable: 1, complete: true });
}

#[test]
fn a_search_ends_when_nobody_wants_more() {
    let place = Place::new();
    place.write("corpus/a.txt", "one one one");
    place.write("corpus/b.txt", "one");
    let mut hits = 0;
    let searched = search_corpus(&place.workspace, &Needle::new("one"), &AtomicBool::new(false), |_| {
        hits += 1;
        if hits == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!((hits, searched.complete), (2, false));
    let cancelled = AtomicBool::new(true);
    let searched =
        search_corpus(&place.workspace, &Needle::new("one"), &cancelled, |_| panic!("nothing is wanted"));
    assert_eq!(searched, Searched::default());
}
