"""dkpro-cassis reads every article, and what its annotations cover are the words of the files."""

import re

from cassis import load_cas_from_xmi, load_typesystem
from house import check, done, export, files, texts, truth

LAYER = "webanno.custom.Factdesk"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"


def seen(words):
    """Control characters as their pictures: XML cannot hold them."""
    return re.sub(r"[\0-\x08\x0b\x0c\x0e-\x1f]", lambda found: chr(0x2400 + ord(found[0])), words)


def chain(names):
    """A chain of speakers as tables have it."""
    return " < ".join(re.sub(r"([;<\\])", r"\\\1", name) for name in names) or None


def utf16(text, at):
    """A position as UIMA counts it."""
    return len(text[:at].encode("utf-16-le")) // 2


articles = texts()
folder = export("uima")
names = {str(path.relative_to(folder)) for path in files(folder)}
check(names == {"TypeSystem.xml"} | {f"{article}.xmi" for article in articles}, "a file for each article, and the types")
types = load_typesystem((folder / "TypeSystem.xml").open("rb"))

said = {}
for article, text in articles.items():
    cas = load_cas_from_xmi((folder / f"{article}.xmi").open("rb"), typesystem=types)
    check(cas.sofa_string == seen(text), f"{article}: the text is the file's")
    covered = "".join(sentence.get_covered_text() for sentence in cas.select(SENTENCE))
    bare = lambda words: "".join(words.split())
    check(bare(seen(text)).endswith(bare(covered)), f"{article}: sentences cover the text")
    (about,) = cas.select(METADATA)
    check(about.documentId == article, f"{article}: is called that")
    said[article] = list(cas.select(LAYER))
    # As a program without cassis's conversion reads it.
    raw = (folder / f"{article}.xmi").read_text("utf-8")
    for begin, end in re.findall(r'<custom:Factdesk [^>]*?begin="(\d+)" end="(\d+)"', raw):
        units = text.encode("utf-16-le")[2 * int(begin) : 2 * int(end)]
        words = units.decode("utf-16-le")
        check(any(words in (note.get_covered_text(), "") for note in said[article]) or "\x07" in words, f"{words!r}")

expected = truth()
for article, text in articles.items():
    found = sorted((note.begin, note.end, note.label) for note in said[article])
    tags = [(tagged, tag) for tagged in expected if tagged.article == article for tag in tagged.tags]
    spans = [(tag.get("start", tagged.start), tag.get("end", tagged.end), tag["label"]) for tagged, tag in tags]
    check(found == sorted(spans), f"{article}: every tag stands where it stands")
    for tagged, tag in tags:
        start, end = tag.get("start", tagged.start), tag.get("end", tagged.end)
        (note,) = [note for note in said[article] if (note.begin, note.end, note.label) == (start, end, tag["label"])]
        check(note.get_covered_text() == seen(text[start:end]), f"{article}: covers {text[start:end]!r}")
        check(note.source == chain(tag.get("source", [])), f"{tagged.words!r}: source")
        check(note.who == tag.get("who"), f"{tagged.words!r}: who")
        check(note.cue == tag.get("cue"), f"{tagged.words!r}: cue")
        check(note.note == tagged.note, f"{tagged.words!r}: note, with its line ends")
        check(note.unsure == ("true" if tag.get("unsure") else None), f"{tagged.words!r}: unsure")
        place = " ".join("-".join(str(utf16(text, int(at))) for at in one.split("-")) for one in tag.get("cue_at", "").split())
        check(note.cue_at == (place or None), f"{tagged.words!r}: place of the cue, as UIMA counts")
done("dkpro-cassis")
