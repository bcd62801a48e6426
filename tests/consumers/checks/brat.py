"""pybrat reads every document strictly, and its spans with their attributes are the sentences and tags of the files."""

import json
import re

from house import check, done, export, files, texts, truth
from pybrat.parser import BratParser

articles = texts()


def lines(folder, document):
    """The lines of a document's standoff as brat splits them: at every line end that Python knows."""
    text = (folder / f"{document}.ann").read_text("utf-8")
    check(text.splitlines() == text.split("\n")[:-1], f"{document}: no line is broken by what a text holds")
    return [line.split("\t") for line in text.split("\n")[:-1]]


def document(article):
    return article.removesuffix(".txt")


def words(text, spans):
    """What brat's server compares the words of a span with."""
    return " ".join(text[span.start : span.end] for span in spans)


def readings(folder, prefix=""):
    """By article: pybrat's spans by id, and the attributes by span."""
    found = {}
    parsed = {example.id: example for example in BratParser(error="raise").parse(str(folder))}
    for article, text in articles.items():
        example = parsed.get(prefix + document(article))
        if example is None:
            continue
        check(example.text == text, f"{article}: the text is the article's")
        spans = {entity.id: entity for entity in example.entities}
        for entity in spans.values():
            expected = words(text, entity.spans)
            check(entity.mention == expected.rstrip(), f"{article}: {entity.mention!r} is {expected!r}")
            check("\n" not in expected, f"{article}: no span goes over a line end")
        attributes, notes = {}, {}
        for fields in lines(folder, prefix + document(article)):
            if fields[0].startswith("A"):
                name, target, *value = fields[1].split(" ")
                attributes.setdefault(target, {})[name] = value[0] if value else True
            elif fields[0].startswith("#"):
                kind, target = fields[1].split(" ")
                notes[target, kind] = fields[2]
        found[article] = (spans, attributes, notes, example.relations)
    return found


def whole(entity):
    return entity.spans[0].start, entity.spans[-1].end


folder = export("brat")
names = {str(path.relative_to(folder)) for path in files(folder)}
check({"annotation.conf", "visual.conf"} < names, "the configuration is there")
check("mill/twins.md.txt" in names and "harbour/ferry.ann" in names, "a text and its spans for each article")

config = (folder / "annotation.conf").read_text("utf-8")
sections = {}
for line in config.splitlines():
    if match := re.match(r"^\[(.*)\]$", line):
        sections[match[1]] = []
    elif line and not line.startswith("#"):
        sections[list(sections)[-1]].append(line.split("\t")[0])
check(list(sections) == ["entities", "relations", "events", "attributes"], "the sections that brat asks for")
for name in sections["entities"] + sections["attributes"] + sections["relations"]:
    check(re.fullmatch(r"[a-zA-Z0-9_-]+|<OVERLAP>", name), f"{name} is a name that brat takes")

found = readings(folder)
check(set(found) == set(articles), "every article is there")
expected = truth()
for article, (spans, attributes, notes, relations) in found.items():
    used = {entity.type for entity in spans.values()} | {relation.type for relation in relations}
    used |= {name for values in attributes.values() for name in values}
    declared = set(sections["entities"] + sections["attributes"] + sections["relations"])
    check(used <= declared, f"{article}: nothing that the configuration does not name: {used - declared}")
    facts = {"Read", "Mark", "Kind", "Anchor"}
    labels = {
        (*whole(spans[target]), name)
        for target, values in attributes.items()
        for name in values
        if name not in facts and not name.startswith("Not-")
    }
    mine = [tagged for tagged in expected if tagged.article == article]
    tags = [(tagged, tag) for tagged in mine for tag in tagged.tags]
    places = {(tag.get("start", tagged.start), tag.get("end", tagged.end), tag["label"]) for tagged, tag in tags}
    check(labels == places, f"{article}: every label is an attribute of the words it covers")
    sentences = {whole(entity): key for key, entity in spans.items() if entity.type == "Sentence"}
    for tagged in mine:
        key = sentences[tagged.start, tagged.end]
        note = notes.get((key, "AnnotatorNotes"))
        check(note == (" ".join(tagged.note.split()) if tagged.note else None), f"{article}: note {note!r}")
    for tagged, tag in tags:
        place = tag.get("start", tagged.start), tag.get("end", tagged.end)
        (key,) = [key for key, entity in spans.items() if whole(entity) == place]
        said = json.loads(notes.get((key, tag["label"]), "{}"))
        check(said.get("source", []) == tag.get("source", []), f"{article}: the source of {tag}")
        for role in ("source", "cue"):
            kind = f"{role.capitalize()}-{tag['label']}"
            led = [whole(one.arg2) for one in relations if one.type == kind and one.arg1.id == key]
            at = [tuple(map(int, span.split("-"))) for span in tag.get(f"{role}_at", "").split()]
            check(led == at, f"{article}: relations lead to the words of the {role}: {led} {at}")

together = export("brat", annotator="all")
check((together / "ab/harbour/ferry.ann").exists(), "everybody has a folder")
both = readings(together, "cd/")
check(set(both) == {"harbour/ferry.txt", "mill/twins.md"}, "a folder holds the articles of its annotator")
done("pybrat")
