"""Makes a workspace whose texts hold what offsets and escaping go wrong on. usage: fixture.py FOLDER

All texts are made up. Annotation files are written by PyYAML from quotes that Python finds in the text: nothing here
shares code with what is tested.
"""

import hashlib
import sys
from pathlib import Path

import yaml

FAMILY = "👩‍👩‍👧"

ARTICLES = {
    # The emoji before the first tag: one code point, two UTF-16 code units, four bytes; and a family of seven.
    "harbour/ferry.txt": f"""---
title: 'Fähre „Möwe“: wer zahlt?'
outlet: Küstenbote
author: R. Sørensen
date: 2026-03-14
url: https://example.org/faehre?id=7&x=ä
lang: de
---
🚢 Fähre „Möwe“ läuft aus {FAMILY}

Die Fähre kostet nach Angaben der Werft 14,5 Millionen Euro. „Das ist ein Märchen“, sagte Kapitänin Åsa Öberg, und der Stadtrat bestritt jede Absprache 🦀 mit der Werft. \
Das Cafe\u0301 am Kai blieb zu.\u00a0Niemand wollte sich äußern.

=SUMME(A1:A9) stand auf dem Zettel, den der Kämmerer hochhielt.
-5 Grad und „@alle“:\tdie Taufe fiel aus.

Foto: A. Nyström
""",
    # Sentences with line ends in them.
    "harbour/wrapped.txt": """---
lang: en
---
🌊 The harbour board met on Monday night and
did not vote. Its chair, Mona Pell, said the
dredger had cost "twice what was promised", and
denied that anyone had been told. The council,
which owns the quay,
called that claim "plainly wrong" on Tuesday.

A second meeting has been set for the week after
next. No minutes of the first one were kept by
the clerk, who was ill.
""",
    # CRLF, a byte order mark, and everything that a format takes for its own.
    "mill/mill <&>.txt": """🏭 The mill's new owner & sons

He wrote: <script>alert("owned")</script> & left. "Quoted; with, commas" and a\ttab, said Ms <b>Lund</b>.
]]> closes nothing -- and *stars* _do_ [not](javascript:alert(1)) # shine | here `at` all.
T1\tSentence 0 5\tNot ours. The price {fell} by $5 \\ 100 %, the mill's owner denied it's true.
Words \u202eturned\u202c round, and a bell\u0007 rang\u200b once.
""",
    # No front matter, nothing above U+FFFF, two sentences that stand twice.
    "mill/twins.md": """# The mill again

It closed in May. Nobody was paid. It closed in May.

Nobody was paid, the union said. The owner denied that.
""",
}

# By annotator and article: the sentence, which of those with these words, and what is said about it.
# A tag: label, the part it covers, source, cue, and more.
SAID = {
    "ab": {
        "harbour/ferry.txt": [
            (f"🚢 Fähre „Möwe“ läuft aus {FAMILY}", 0, {"kind": "heading", "read": True}),
            (
                "Die Fähre kostet nach Angaben der Werft 14,5 Millionen Euro.", 0,
                {"tags": [("claim", None, [], None, {"claims": ["preis-der-faehre"]}),
                          ("attribution", None, ["der Werft"], "nach Angaben", {})],
                 "note": "Im Haushalt: 12,1 Mio. Siehe „Anlage 3“; S. 7."},
            ),
            (
                "„Das ist ein Märchen“, sagte Kapitänin Åsa Öberg, und der Stadtrat bestritt jede Absprache 🦀 mit der Werft.", 0,
                {"tags": [("attribution", "„Das ist ein Märchen“, sagte Kapitänin Åsa Öberg", ["Kapitänin Åsa Öberg"], "sagte", {"unsure": True}),
                          ("denial", "der Stadtrat bestritt jede Absprache 🦀 mit der Werft", ["der Stadtrat"], "bestritt", {"who": "Stadtrat Möwenstein"})],
                 "mark": True},
            ),
            ("Das Cafe\u0301 am Kai blieb zu.", 0, {"tags": [("claim", None, [], None, {})]}),
            ("Niemand wollte sich äußern.", 0, {"read": True}),
            ("=SUMME(A1:A9) stand auf dem Zettel, den der Kämmerer hochhielt.", 0,
             {"tags": [("claim", None, ["der Kämmerer", "=HYPERLINK(\"x\")"], None, {"origin": "suggested"})]}),
            ("-5 Grad und „@alle“:\tdie Taufe fiel aus.", 0, {"tags": [("claim", None, [], None, {})], "not": ["denial"]}),
        ],
        "harbour/wrapped.txt": [
            ("🌊 The harbour board met on Monday night and\ndid not vote.", 0, {"tags": [("claim", None, [], None, {})]}),
            (
                "Its chair, Mona Pell, said the\ndredger had cost \"twice what was promised\", and\ndenied that anyone had been told.", 0,
                {"tags": [("attribution", None, ["Mona Pell"], "said", {}),
                          ("denial", "denied that anyone had been told", ["Mona Pell"], "denied", {"who": "Mona Pell, chair"})],
                 "note": "two\nlines"},
            ),
            ("The council,\nwhich owns the quay,\ncalled that claim \"plainly wrong\" on Tuesday.", 0,
             {"tags": [("denial", None, ["The council"], "called … wrong", {})]}),
        ],
        "mill/mill <&>.txt": [
            ("He wrote: <script>alert(\"owned\")</script> & left.", 0,
             {"tags": [("claim", None, ["<img src=x onerror=alert(2)>"], None, {})], "note": "</script><script>alert(3)</script>"}),
            ("\"Quoted; with, commas\" and a\ttab, said Ms <b>Lund</b>.", 0,
             {"tags": [("attribution", None, ["Ms <b>Lund</b>"], "said", {})]}),
            ("]]> closes nothing -- and *stars* _do_ [not](javascript:alert(1)) # shine | here `at` all.", 0,
             {"tags": [("claim", None, [], None, {})]}),
            ("The price {fell} by $5 \\ 100 %, the mill's owner denied it's true.", 0,
             {"tags": [("claim", None, [], None, {}), ("denial", None, ["the mill's owner"], "denied", {})]}),
            ("Words \u202eturned\u202c round, and a bell\u0007 rang\u200b once.", 0, {"tags": [("claim", None, [], None, {})]}),
        ],
        "mill/twins.md": [
            ("It closed in May.", 1, {"tags": [("claim", None, [], None, {})]}),
            ("Nobody was paid, the union said.", 0, {"tags": [("claim", None, [], None, {}), ("attribution", None, ["the union"], "said", {})]}),
            ("The owner denied that.", 0, {"tags": [("denial", None, ["The owner"], "denied", {})]}),
        ],
    },
    "cd": {
        "harbour/ferry.txt": [
            ("Die Fähre kostet nach Angaben der Werft 14,5 Millionen Euro.", 0,
             {"tags": [("attribution", None, ["Werft"], "nach Angaben", {})]}),
            ("Das Cafe\u0301 am Kai blieb zu.", 0, {"tags": [("claim", None, [], None, {})], "note": "gesehen"}),
        ],
        "mill/twins.md": [
            ("It closed in May.", 1, {"read": True}),
            ("The owner denied that.", 0, {"tags": [("denial", None, ["The owner"], "denied", {})]}),
        ],
    },
    "desk": {
        "harbour/ferry.txt": [
            ("Die Fähre kostet nach Angaben der Werft 14,5 Millionen Euro.", 0,
             {"tags": [("attribution", None, ["der Werft"], "nach Angaben", {})], "not": ["claim"]}),
        ],
    },
}


def decoded(text):
    """The text as articles are decoded: line ends are line feeds."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def find(text, words, which=0, start=0, end=None):
    """Where `words` stand in `text`, in code points; the first, second … time."""
    at = start - 1
    for _ in range(which + 1):
        at = text.index(words, at + 1, end if end is not None else len(text))
    return at, at + len(words)


def spans(text, words, start, end):
    """Where pieces of `words`, joined by ` … `, stand between `start` and `end`, as files have it."""
    found = []
    for piece in words.split(" … "):
        start, piece_end = find(text, piece, 0, start, end)
        found.append(f"{start}-{piece_end}")
        start = piece_end
    return " ".join(found)


def tag(text, start, end, said):
    label, part, source, cue, more = said
    fields = {"label": label}
    if part:
        fields["start"], fields["end"] = find(text, part, 0, start, end)
    if source:
        fields["source"] = source
        if source[0] in text[start:end]:
            fields["source_at"] = spans(text, source[0], start, end)
    if "who" in more:
        fields["who"] = more["who"]
    if cue:
        fields["cue"] = cue
        fields["cue_at"] = spans(text, cue, start, end)
    return fields | {key: value for key, value in more.items() if key != "who"}


def document(article, text, annotator, said):
    sentences = []
    for words, which, what in said:
        start, end = find(text, words, which)
        sentence = {"start": start, "end": end, "quote": words}
        if "kind" in what:
            sentence["kind"] = what["kind"]
        sentence["read"] = True
        if what.get("mark"):
            sentence["mark"] = True
        sentence["tags"] = [tag(text, start, end, one) for one in what.get("tags", [])]
        sentence |= {key: what[key] for key in ("not", "note") if key in what}
        sentence["at"] = "2026-11-21T10:00:00Z"
        sentences.append(sentence)
    return {
        "format": 1,
        "article": article,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "annotator": annotator,
        "segmenter": 1,
        "units": len(sentences),
        "sentences": sentences,
    }


def main(folder):
    for article, text in ARTICLES.items():
        path = folder / "corpus" / article
        path.parent.mkdir(parents=True, exist_ok=True)
        encoded = text.encode()
        if "<&>" in article:
            encoded = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
        path.write_bytes(encoded)
    for annotator, articles in SAID.items():
        for article, said in articles.items():
            path = folder / "annotations" / annotator / f"{article}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            content = document(article, decoded(ARTICLES[article]), annotator, said)
            path.write_text(
                yaml.safe_dump(content, allow_unicode=True, sort_keys=False, explicit_end=True, width=10**6), "utf-8"
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
