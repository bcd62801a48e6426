"""JSON lines: jsonschema holds them against the schema that is shipped, and Python finds every word where they say."""

import json
from pathlib import Path

import jsonschema

from house import check, done, export, factdesk, texts, truth

schema = json.loads((Path(__file__).parents[3] / "docs/schema/export.schema.json").read_text("utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
articles = texts()


def lines(path, shape):
    """The objects of a file, each of which has that shape and no other."""
    validator = jsonschema.Draft202012Validator({**schema, "oneOf": [{"$ref": f"#/$defs/{shape}"}]})
    found = [json.loads(line) for line in path.read_text("utf-8").split("\n")[:-1]]
    for one in found:
        validator.validate(one)
        jsonschema.validate(one, schema)
    check(found, f"{path}: some lines, all of them {shape}s")
    return found


def pieces(spans):
    """Spans as annotation files have them."""
    return " ".join(f"{start}-{end}" for start, end in spans) or None


def told(tag, whole):
    """What a tag says, as its annotation file has it."""
    part = None if (tag["start"], tag["end"]) == whole else (tag["start"], tag["end"])
    return {
        "label": tag["label"], "part": part, "source": tag["source"], "source_at": pieces(tag.get("source_at", [])),
        "who": tag["who"], "cue": tag["cue"], "cue_at": pieces(tag.get("cue_at", [])), "claims": tag["claims"],
        "origin": tag["origin"], "unsure": tag["unsure"],
    }  # fmt: skip


def true(tag):
    fields = {"label": None, "source": [], "source_at": None, "who": None, "cue": None, "cue_at": None, "claims": [],
              "origin": None, "unsure": False}  # fmt: skip
    part = (tag["start"], tag["end"]) if "start" in tag else None
    return {key: tag.get(key, missing) for key, missing in fields.items()} | {"part": part}


for who in ("ab", "cd", "desk"):
    found, expected = lines(export("jsonl", annotator=who), "sentence"), truth(who)
    check(len(found) == len(expected), f"{who}: each sentence once")
    by_place = {(one["article"], one["start"]): one for one in found}
    for one in expected:
        line = by_place[one.article, one.start]
        check(line["end"] == one.end and line["text"] == one.words, f"the words of {one}")
        check(articles[one.article][line["start"] : line["end"]] == line["text"], "Python finds them there")
        check(set(line["labels"]) == one.labels, f"the labels of {one}")
        check([told(tag, (one.start, one.end)) for tag in line["tags"]] == [true(tag) for tag in one.tags], f"the tags of {one}")
        check([note["note"] for note in line["notes"]] == ([one.note] if one.note else []), f"the note of {one}")
        check(line["line"] == articles[one.article][: one.start].count("\n") + 1, "the line")

rows = lines(export("jsonl", "--rows", "tag"), "row")
expected = [(one, tag) for one in truth() for tag in one.tags]
check(len(rows) == len(expected), "each tag once")
for (one, tag), row in zip(sorted(expected, key=lambda pair: (pair[0].article, pair[0].start)), sorted(rows, key=lambda row: (row["article"], row["start"]))):
    check((row["text"], row["label"]) == (one.words, tag["label"]), f"{tag} of {one}")
    words = articles[one.article][row["tag_start"] : row["tag_end"]]
    check(words == articles[one.article][tag.get("start", one.start) : tag.get("end", one.end)], f"the words of {tag}")

lines(export("jsonl", "--read", annotator="all"), "sentence")
lines(export("jsonl", "--consensus", "majority", annotator=None), "sentence")
listed, _ = factdesk("list", "--format", "jsonl", "--annotator", "ab,cd,desk")
check(listed.decode() == export("jsonl", annotator="all").read_text("utf-8"), "list gives the same lines")
done("jsonschema")
