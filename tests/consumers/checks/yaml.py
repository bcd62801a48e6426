"""Our annotation files in PyYAML (YAML 1.1) and ruamel.yaml (YAML 1.2): both read what was meant."""

import shutil

import yaml
from ruamel.yaml import YAML

from house import SCRATCH, WORKSPACE, check, done, export, factdesk, texts, truth

# The same corpus without annotations, and what was exported comes in: every file below is of our writing.
fresh = SCRATCH / "fresh"
shutil.rmtree(fresh, ignore_errors=True)
shutil.copytree(WORKSPACE / "corpus", fresh / "corpus")
(fresh / "annotations").mkdir()
for annotator in ("ab", "cd", "desk"):
    exported = export("jsonl", "--read", annotator=annotator)
    factdesk("import-annotations", "--format", "jsonl", str(exported), workspace=fresh)

articles = texts(fresh)
for path in sorted((fresh / "annotations").rglob("*.yaml")):
    written = path.read_text("utf-8")
    one = yaml.safe_load(written)
    other = YAML(typ="safe", pure=True).load(written)
    check(one == other, f"{path}: PyYAML and ruamel.yaml differ")
    meant = yaml.safe_load((WORKSPACE / path.relative_to(fresh)).read_text("utf-8"))
    for sentence, was in zip(one["sentences"], meant["sentences"], strict=True):
        words = articles[one["article"]][sentence["start"] : sentence["end"]]
        check(sentence["quote"] == words, f"{path}: {sentence['quote']!r} is not what stands there")
        # PyYAML wrote the fixture's times as text.
        sentence["at"] = sentence["at"].strftime("%Y-%m-%dT%H:%M:%SZ")
        check(sentence == was, f"{path}:\n{sentence}\nwas\n{was}")
check(truth("ab", fresh) == truth("ab"), "all that ab tagged is there")
done("PyYAML, ruamel.yaml")
