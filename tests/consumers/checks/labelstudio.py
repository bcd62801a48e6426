"""label-studio-sdk takes the configuration and every annotation, and its converter finds the words of the files."""

import json
import re

from house import check, done, export, files, texts, truth
from label_studio_sdk.converter.utils import create_tokens_and_tags
from label_studio_sdk.label_interface import LabelInterface

articles = texts()
expected = truth()


def read(folder):
    """The interface that the configuration makes, and the tasks."""
    names = {str(path.relative_to(folder)) for path in files(folder)}
    check(names == {"tasks.json", "labels.xml"}, f"the tasks and their configuration: {names}")
    interface = LabelInterface((folder / "labels.xml").read_text("utf-8"))
    interface.validate()
    tasks = json.loads((folder / "tasks.json").read_text("utf-8"))
    for task in tasks:
        article = task["data"]["article"]
        check(interface.validate_task({"data": task["data"]}), f"{article}: the task has what the configuration asks for")
        for annotation in task["annotations"]:
            wrong = interface._validate_object(annotation, return_errors=True)
            check(not wrong, f"{article}: {wrong}")
            check(interface.validate_annotation(annotation), f"{article}: the annotation is valid")
    return interface, tasks


def fields(annotation, control):
    """By region: what a control was set to there."""
    items = [item for item in annotation["result"] if item.get("from_name") == control]
    return {item["id"]: item["value"] for item in items}


interface, tasks = read(export("labelstudio"))
check(interface.get_control("label").labels[:3] == ["claim", "denial", "attribution"], "the labels are there")
check([task["data"]["article"] for task in tasks] == sorted(articles), "a task for each article")
for task in tasks:
    article, text = task["data"]["article"], task["data"]["text"]
    check(text == articles[article], f"{article}: the text is the article's")
    (annotation,) = task["annotations"]
    for item in annotation["result"]:
        value = item.get("value", {})
        if "start" in value and isinstance(value["text"], str):
            check(text[value["start"] : value["end"]] == value["text"], f"{article}: {value}")
    regions = fields(annotation, "label")
    said = {key: fields(annotation, key) for key in ("source", "who", "cue", "claims", "label-is", "note", "sentence")}
    mine = [tagged for tagged in expected if tagged.article == article]
    tags = [(tagged, tag) for tagged in mine for tag in tagged.tags]
    for (tagged, tag), (key, value) in zip(tags, regions.items(), strict=True):
        start, end = tag.get("start", tagged.start), tag.get("end", tagged.end)
        check((value["start"], value["end"], value["labels"]) == (start, end, [tag["label"]]), f"{article}: {value}")
        typed = lambda control: said[control].get(key, {"text": []})["text"]
        one = lambda name: [tag[name]] if name in tag else []
        check(typed("source") == tag.get("source", []), f"{article}: the source of {tag}")
        check(typed("who") == one("who") and typed("cue") == one("cue"), f"{article}: who and cue of {tag}")
        check(typed("claims") == tag.get("claims", []), f"{article}: the claims of {tag}")
        chosen = said["label-is"].get(key, {"choices": []})["choices"]
        doubt = ["unsure"] if tag.get("unsure") else []
        check(chosen == doubt + one("origin"), f"{article}: {chosen}")
        # The converter marks the tokens that a region touches: a sentence's, and of a part at most a full stop more.
        tokens, marks = create_tokens_and_tags(text, [{"start": start, "end": end, "labels": value["labels"]}])
        marked = [token for token, mark in zip(tokens, marks) if mark != "O"]
        bare = lambda words: re.sub(r"\s", "", words)
        more = bare("".join(marked)).removeprefix(bare(text[start:end]))
        check(more in ("", "."), f"{article}: the converter finds {marked}")
    words = fields(annotation, "words")
    led = {}
    for item in annotation["result"]:
        if item["type"] == "relation":
            led.setdefault((item["from_id"], item["labels"][0]), []).append(words[item["to_id"]]["text"])
    for (tagged, tag), key in zip(tags, regions):
        check(led.get((key, "cue"), []) == (tag["cue"].split(" … ") if "cue" in tag else []), f"{article}: cue of {tag}")
        check(led.get((key, "source"), []) == (tag["source"][:1] if "source_at" in tag else []), f"{article}: {tag}")
    notes = {said["sentence"][key]["text"]: value["text"] for key, value in said["note"].items()}
    check(notes == {tagged.words: [tagged.note] for tagged in mine if tagged.note}, f"{article}: notes {notes}")

_, together = read(export("labelstudio", annotator="all"))
(ferry,) = [task for task in together if task["data"]["article"] == "harbour/ferry.txt"]
names = [fields(annotation, "annotator")["annotator"]["text"] for annotation in ferry["annotations"]]
check(names == [["ab"], ["cd"], ["desk"]], f"an annotation for each annotator: {names}")
done("label-studio-sdk")
