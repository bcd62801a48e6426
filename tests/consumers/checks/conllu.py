"""The conllu package reads every sentence with its words, and the words give the text back."""

import re

import conllu
from house import check, done, export, texts, truth

ESCAPED = {"s": " ", "n": "\n", "t": "\t", "r": "\r"}


def spaces(escaped):
    """The white space that `SpacesAfter` stands for."""
    one = lambda found: chr(int(found[1][1:], 16)) if found[1][0] == "u" else ESCAPED[found[1]]
    return re.sub(r"\\(u[0-9A-F]{4}|.)", one, escaped)


def after(token):
    """What stands between a word and the next."""
    misc = token["misc"]
    if misc.get("SpaceAfter") == "No":
        return ""
    return spaces(misc["SpacesAfter"]) if "SpacesAfter" in misc else " "


def seen(words):
    """Control characters as the words of the format show them."""
    return re.sub(r"[\0-\x08\x0b\x0c\x0e-\x1f]", lambda found: chr(0x2400 + ord(found[0])), words)


def chain(names):
    """A chain of speakers as tables have it."""
    return " < ".join(re.sub(r"([;<\\])", r"\\\1", name) for name in names) or None


def escaped(value):
    """A value as a comment has it."""
    return value and value.replace("\\", "\\\\").replace("\n", "\\n")


articles = texts()
path = export("conllu")
content = path.read_text("utf-8")
sentences = conllu.parse(content)
check(len({sentence.metadata["sent_id"] for sentence in sentences}) == len(sentences), "ids of sentences occur once")
check(all("/" not in sentence.metadata["sent_id"] for sentence in sentences), "UD keeps the slash for itself")
rows = [line for line in content.splitlines() if line and not line.startswith("#")]
check(all(line.count("\t") == 9 for line in rows), "every word has ten columns")
check(all("" not in line.split("\t") for line in rows), "no column is empty")

found, article = {}, None
whole = {}
for sentence in sentences:
    meta = sentence.metadata
    article = meta.get("newdoc id", article)
    text = articles[article]
    joined = "".join(token["form"] + (" " if after(token) else "") for token in sentence).strip()
    check(joined == meta["text"], f"{meta['sent_id']}: words and # text agree")
    for token in sentence:
        at = slice(int(token["misc"]["start_char"]), int(token["misc"]["end_char"]))
        check(seen(text[at]) == token["form"], f"{meta['sent_id']}: {token['form']!r} stands at {at}")
    whole[article] = whole.get(article, "") + "".join(token["form"] + after(token) for token in sentence)
    start, end = map(int, meta["factdesk_span"].split("-"))
    check(int(sentence[0]["misc"]["start_char"]) == start, f"{meta['sent_id']}: begins with its first word")
    if "factdesk_labels" in meta:
        found[article, start, end] = meta

check(whole.keys() == articles.keys(), "every article is there")
for article, text in articles.items():
    body = text.split("---\n", 2)[2] if text.startswith("---\n") else text
    check(whole[article] == seen(body.lstrip()), f"{article}: the words give the text back")

expected = truth()
check(len(expected) == len(found), "as many tagged sentences as in the files")
for tagged in expected:
    meta = found[tagged.article, tagged.start, tagged.end]
    check(set(meta["factdesk_labels"].split()) == tagged.labels, f"{tagged.words!r}: its labels")
    for number, tag in enumerate(tagged.tags, 1):
        of = lambda name: meta.get(f"factdesk_tag{number}_{name}")
        check(of("label") == tag["label"], f"{tagged.words!r}: label of tag {number}")
        check(of("source") == escaped(chain(tag.get("source", []))), f"{tagged.words!r}: source of tag {number}")
        check(of("source_at") == tag.get("source_at"), f"{tagged.words!r}: place of the source of tag {number}")
        check(of("who") == tag.get("who"), f"{tagged.words!r}: who of tag {number}")
        check(of("cue") == tag.get("cue"), f"{tagged.words!r}: cue of tag {number}")
        part = f"{tag['start']}-{tag['end']}" if "start" in tag else None
        check(of("span") == part, f"{tagged.words!r}: part of tag {number}")
    check(meta.get("factdesk_note1_ab") == escaped(tagged.note), f"{tagged.words!r}: its note")
claims = conllu.parse(export("conllu", "--label", "claim").read_text("utf-8"))
with_labels = [sentence for sentence in claims if "factdesk_labels" in sentence.metadata]
check(len(claims) == len(sentences), "a filter leaves the text whole")
check(len(with_labels) == sum("claim" in tagged.labels for tagged in expected), "and says what is meant")
done("conllu")
