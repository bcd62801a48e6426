"""PyLD expands the annotations and makes RDF of them, with the model's own context and no network."""

import json
import re
from pathlib import Path
from urllib.parse import quote

from house import check, done, export, texts, truth
from pyld import jsonld

CONTEXT = Path(__file__).parent.parent / "context" / "anno.jsonld"
OA, DC, RDF, FD = (
    "http://www.w3.org/ns/oa#",
    "http://purl.org/dc/terms/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "urn:factdesk:vocab:",
)
ITEMS, FIRST, TOTAL = (f"http://www.w3.org/ns/activitystreams#{name}" for name in ("items", "first", "totalItems"))
# RFC 3986, as far as our IRIs go.
IRI = re.compile(r"(?:urn:[a-z0-9][a-z0-9-]+:|https?://)(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-F]{2})+")


def loader(url, options):
    """Nothing but the bundled context is ever loaded."""
    check(url == "http://www.w3.org/ns/anno.jsonld", f"no other context than the model's: {url}")
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": json.loads(CONTEXT.read_text())}


def only(node, name):
    """The only value of a property."""
    check(len(node[name]) == 1, f"one {name}")
    return node[name][0]


def value(node, name):
    """The only literal of a property, or nothing."""
    return only(node, name)["@value"] if name in node else None


def texts_in(node, name):
    """The texts of a list, in order."""
    return [one["@value"] for one in only(node, name)["@list"]] if name in node else []


def spans(written):
    """Positions that are written as in our files."""
    return [tuple(map(int, span.split("-"))) for span in (written or "").split()]


def read(path):
    """The annotations of a file, expanded."""
    document = json.loads(path.read_text("utf-8"))
    options = {"documentLoader": loader}
    (collection,) = jsonld.expand(document, options)
    page = only(collection, FIRST)
    items = only(page, ITEMS)["@list"]
    check(value(collection, TOTAL) == len(items) == document["total"], "as many annotations as it says")
    check(len({item["@id"] for item in items}) == len(items), "ids occur once")
    quads = jsonld.to_rdf(document, {**options, "format": "application/n-quads"})
    for iri in re.findall(r"<([^>]*)>", re.sub(r'"(?:[^"\\]|\\.)*"', "", quads)):
        check(IRI.fullmatch(iri), f"a valid IRI: {iri}")
    for name in set(re.findall(rf"<{FD}([^>]*)>", quads)):
        check(re.fullmatch(r"[a-z]+[A-Za-z]*", name), f"a property of ours: {name}")
    known = json.loads(CONTEXT.read_text())["@context"].keys()
    for item in document["first"]["items"]:
        for node in (item, item["target"], *item["target"]["selector"], *filter(None, [item.get("body")])):
            check(all(key in known or key.startswith("fd:") for key in node), "every property is in a context")
    return items


def covered(item, articles):
    """Article, span and words of an annotation, which its two selectors must agree on."""
    target = only(item, OA + "hasTarget")
    (source,) = target[OA + "hasSource"]
    article = next(id for id in articles if "urn:factdesk:article:" + quote(id, safe="/-._~") == source["@id"])
    quoted, position = target[OA + "hasSelector"]
    check(quoted["@type"] == [OA + "TextQuoteSelector"] and position["@type"] == [OA + "TextPositionSelector"], "both selectors")
    start, end = value(position, OA + "start"), value(position, OA + "end")
    text = articles[article]
    words = value(quoted, OA + "exact")
    check(text[start:end] == words, f"{article}: {words!r} stands at {start}-{end}")
    check(text[max(0, start - 32):start] == value(quoted, OA + "prefix"), f"{article}: 32 characters before {words!r}")
    check(text[end:end + 32] == value(quoted, OA + "suffix"), f"{article}: 32 characters behind {words!r}")
    return article, (start, end), spans(value(target, FD + "sentence"))[0]


def part(article, sentence, tag):
    """What a tag covers, and where the words of source and cue stand, as the annotation file has it."""
    span = (tag.get("start", sentence.start), tag.get("end", sentence.end))
    return (article, span, (sentence.start, sentence.end), tag["label"], tuple(tag.get("source", [])), tag.get("who"), tag.get("cue"),
            tuple(spans(tag.get("source_at"))), tuple(spans(tag.get("cue_at"))), tuple(tag.get("claims", [])), tag.get("origin"),
            bool(tag.get("unsure")))


articles = texts()
for annotator in ("ab", "cd"):
    found, notes = [], {}
    for item in read(export("webannotation", annotator=annotator)):
        article, span, sentence = covered(item, articles)
        check(only(item, DC + "creator")["@id"] == f"urn:factdesk:annotator:{annotator}", "who says it")
        check(value(item, DC + "created").endswith("Z"), "when")
        body = item.get(OA + "hasBody", [None])[0]
        if body is None:
            check(FD + "read" in item or FD + "mark" in item or FD + "not" in item, "an annotation without a body says something")
        elif only(body, OA + "hasPurpose")["@id"] == OA + "tagging":
            said = lambda name: value(body, FD + name)
            found.append((article, span, sentence, value(body, RDF + "value"), tuple(texts_in(body, FD + "source")), said("who"), said("cue"),
                          tuple(spans(said("sourceAt"))), tuple(spans(said("cueAt"))), tuple(texts_in(body, FD + "claims")), said("origin"),
                          bool(said("unsure"))))
        else:
            notes[article, sentence] = value(body, RDF + "value")
    expected = [part(tagged.article, tagged, tag) for tagged in truth(annotator) for tag in tagged.tags]
    check(sorted(map(repr, found)) == sorted(map(repr, expected)), f"{annotator}: the same tags")
    expected = {(tagged.article, (tagged.start, tagged.end)): tagged.note for tagged in truth(annotator) if tagged.note}
    check(notes == expected, f"{annotator}: the same notes")

claims = read(export("webannotation", "--label", "claim"))
tagged = {covered(item, articles)[0::2] for item in claims}
check(tagged == {(one.article, (one.start, one.end)) for one in truth() if "claim" in one.labels}, "the filter holds")
done("PyLD")
