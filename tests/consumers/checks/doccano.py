"""doccano's JSON lines: what its editor, which is JavaScript, shows at every label are the words of the files."""

import json
import subprocess

from house import check, done, export, texts, truth

# As doccano's importer takes a line (backend/data_import): a text that is not empty, labels of three parts, all else kept
# as meta data; and as its editor cuts the text (v-annotator, Text.ts: `substr` of a JavaScript string).
EDITOR = """
const lines = require("fs").readFileSync(0, "utf8").split("\\n").filter(Boolean).map((line) => JSON.parse(line));
const cut = (line, [start, end]) => line.text.substr(start, end - start);
const shown = lines.map((line) => ({
  article: line.article,
  annotator: line.annotator,
  text: line.text,
  labels: line.label.map(([start, end, label]) => [cut(line, [start, end]), label, line.text.length >= end && start < end]),
  words: line.sentences.flatMap((one) => one.tags ?? []).map((tag) => ({
    words: cut(line, [tag.start, tag.end]), label: tag.label, source: tag.source ?? [], cue: tag.cue ?? null,
    source_at: (tag.source_at ?? []).map((at) => cut(line, at)), cue_at: (tag.cue_at ?? []).map((at) => cut(line, at)),
  })),
}));
process.stdout.write(JSON.stringify(shown));
"""


def shown(path):
    """The lines of an export as the editor shows them."""
    ran = subprocess.run(["node", "-e", EDITOR], input=path.read_bytes(), capture_output=True, check=True)
    return json.loads(ran.stdout)


articles = texts()
lines = shown(export("doccano"))
check([line["article"] for line in lines] == sorted(articles), "a line for each article")
expected = truth()
for line in lines:
    article, text = line["article"], articles[line["article"]]
    check(line["text"] == text, f"{article}: the text is the article's")
    mine = [tagged for tagged in expected if tagged.article == article]
    tags = [(tagged, tag) for tagged in mine for tag in tagged.tags]
    words = lambda tagged, tag: text[tag.get("start", tagged.start) : tag.get("end", tagged.end)]
    labels = [[words(tagged, tag), tag["label"], True] for tagged, tag in tags]
    check(line["labels"] == labels, f"{article}: {line['labels']} are {labels}")
    for (tagged, tag), one in zip(tags, line["words"], strict=True):
        check((one["words"], one["label"]) == (words(tagged, tag), tag["label"]), f"{article}: {one}")
        check((one["source"], one["cue"]) == (tag.get("source", []), tag.get("cue")), f"{article}: {one}")
        check(one["cue_at"] == (tag["cue"].split(" … ") if "cue" in tag else []), f"{article}: {one}")
        check(one["source_at"] == (tag["source"][:1] if "source_at" in tag else []), f"{article}: {one}")

together = [(line["annotator"], line["article"]) for line in shown(export("doccano", annotator="all"))]
check(len(set(together)) == len(together) == 7, "a line for each article and annotator")
done("node, as doccano's editor cuts texts")
