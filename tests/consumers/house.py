"""What the checks share: exports of the fixture, and the truth about it, read by Python alone."""

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import yaml

SCRATCH = Path(os.environ["CONSUMERS_SCRATCH"])
WORKSPACE = SCRATCH / "workspace"
FACTDESK = os.environ["FACTDESK"]

_checked = 0


@dataclass
class Tagged:
    """A tagged sentence as the annotation file has it."""

    article: str
    start: int
    end: int
    words: str
    labels: set = field(default_factory=set)
    tags: list = field(default_factory=list)
    note: str | None = None


def factdesk(*args, workspace=WORKSPACE, ok=(0,), stdin=None):
    """Runs factdesk and gives what it printed as (stdout bytes, stderr text)."""
    ran = subprocess.run([FACTDESK, "-C", str(workspace), *args], capture_output=True, input=stdin, check=False)
    assert ran.returncode in ok, f"factdesk {' '.join(args)}: exit {ran.returncode}\n{ran.stderr.decode()}"
    return ran.stdout, ran.stderr.decode()


def export(fmt, *args, annotator="ab", name=None, workspace=WORKSPACE):
    """Exports the workspace; gives the path of the file or folder. Twice, for the same bytes."""
    whose = ["--annotator", annotator] if annotator else []
    paths = []
    for turn in ("a", "b"):
        out = SCRATCH / "out" / turn / (name or f"{fmt}-{'-'.join(args).strip('-') or 'plain'}-{annotator}.{fmt}")
        out.parent.mkdir(parents=True, exist_ok=True)
        if out.is_dir():
            subprocess.run(["rm", "-r", str(out)], check=True)
        factdesk("export", "--format", fmt, *whose, *args, "--out", str(out), workspace=workspace)
        paths.append(out)
    content = [{str(at.relative_to(out)): at.read_bytes() for at in files(out)} for out in paths]
    check(content[0] == content[1], f"{fmt}: the same input gives the same bytes")
    return paths[0]


def files(path):
    """The file itself, or all files of a folder, in order."""
    return [path] if path.is_file() else sorted(at for at in path.rglob("*") if at.is_file())


def texts(workspace=WORKSPACE):
    """Every article's decoded text by its id, as Python reads it."""
    corpus = workspace / "corpus"
    read = lambda path: open(path, encoding="utf-8-sig").read()
    return {str(path.relative_to(corpus)): read(path) for path in sorted(corpus.rglob("*")) if path.is_file()}


def truth(annotator="ab", workspace=WORKSPACE):
    """Every tagged sentence of `annotator`, in the order of articles and text."""
    articles, found = texts(workspace), []
    folder = workspace / "annotations" / annotator
    for path in sorted(folder.rglob("*.yaml")):
        article = str(path.relative_to(folder)).removesuffix(".yaml")
        for sentence in yaml.safe_load(path.read_text("utf-8"))["sentences"]:
            start, end, words = sentence["start"], sentence["end"], sentence["quote"]
            assert articles[article][start:end] == words, f"{path}: {words!r} does not stand at {start}-{end}"
            if sentence.get("tags"):
                labels = {tag["label"] for tag in sentence["tags"]}
                found.append(Tagged(article, start, end, words, labels, sentence["tags"], sentence.get("note")))
    assert found, f"{annotator} tags nothing"
    return found


def check(condition, what):
    """Counts what holds, and ends with what does not."""
    global _checked
    assert condition, what
    _checked += 1


def done(consumer):
    """The last line of a check."""
    print(f"{_checked} checks with {consumer}")
