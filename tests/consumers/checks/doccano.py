"""doccano's JSON lines: the words of the files stand where a script in Python cuts at `label`, and where doccano's editor,
which is JavaScript, cuts at `label_utf16`."""

import json
import subprocess

from house import SCRATCH, check, done, export, factdesk, texts, truth

# As doccano's importer takes a line (backend/data_import): a text that is not empty, labels of three parts, all else kept
# as meta data; and as its editor cuts the text (v-annotator, Text.ts: `substr` of a JavaScript string).
EDITOR = """
const lines = require("fs").readFileSync(0, "utf8").split("\\n").filter(Boolean).map((line) => JSON.parse(line));
const cut = (line, [start, end]) => line.text.substr(start, end - start);
const shown = lines.map((line) => ({
  article: line.article,
  annotator: line.annotator,
  text: line.text,
  labels: line.label_utf16.map(([start, end, label]) => [cut(line, [start, end]), label, line.text.length >= end && start < end]),
}));
process.stdout.write(JSON.stringify(shown));
"""


def shown(path):
    """The lines of an export as the editor shows them."""
    ran = subprocess.run(["node", "-e", EDITOR], input=path.read_bytes(), capture_output=True, check=True)
    return json.loads(ran.stdout)


articles = texts()
path = export("doccano")
lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
check([line["article"] for line in lines] == sorted(articles), "a line for each article")
expected = truth()
for line, in_editor in zip(lines, shown(path), strict=True):
    article, text = line["article"], articles[line["article"]]
    check(line["text"] == in_editor["text"] == text, f"{article}: the text is the article's")
    mine = [tagged for tagged in expected if tagged.article == article]
    tags = [(tagged, tag) for tagged in mine for tag in tagged.tags]
    words = lambda tagged, tag: text[tag.get("start", tagged.start) : tag.get("end", tagged.end)]
    labels = [[words(tagged, tag), tag["label"]] for tagged, tag in tags]
    cut = lambda at: text[at[0] : at[1]]
    check([[cut(label), label[2]] for label in line["label"]] == labels, f"{article}: {line['label']} are {labels}")
    in_utf16 = [[*label, True] for label in labels]
    check(in_editor["labels"] == in_utf16, f"{article}: {in_editor['labels']} are {in_utf16}")
    details = [tag for sentence in line["sentences"] for tag in sentence.get("tags", [])]
    for (tagged, tag), one in zip(tags, details, strict=True):
        check((cut((one["start"], one["end"])), one["label"]) == (words(tagged, tag), tag["label"]), f"{article}: {one}")
        check((one.get("source", []), one.get("cue")) == (tag.get("source", []), tag.get("cue")), f"{article}: {one}")
        at = lambda key: [cut(span) for span in one.get(key, [])]
        check(at("cue_at") == (tag["cue"].split(" … ") if "cue" in tag else []), f"{article}: {one}")
        check(at("source_at") == (tag["source"][:1] if "source_at" in tag else []), f"{article}: {one}")

# What doccano gives back (backend/data_export): the text, the labels in the unit they were imported in, all else as it was.
for column in ("label", "label_utf16"):
    back = SCRATCH / "out" / f"doccano-{column}.jsonl"
    taken = lambda line: {key: value for key, value in line.items() if key != column} | {"label": line[column]}
    kept = [taken(line) for line in lines]
    back.write_text("".join(json.dumps(line) + "\n" for line in kept), "utf-8")
    _, told = factdesk("import-annotations", str(back), "--format", "doccano", "--dry-run")
    check(told.startswith("would add 0 tags"), f"{column} comes back as what is there: {told}")
    check(("UTF-16" in told) == (column == "label_utf16"), told)

together = [(line["annotator"], line["article"]) for line in shown(export("doccano", annotator="all"))]
check(len(set(together)) == len(together) == 7, "a line for each article and annotator")
done("Python, and node as doccano's editor cuts texts")
