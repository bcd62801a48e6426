"""The recipes of docs/formats.md do what they say: each block of Python and SQL there runs on exports of the fixture."""

import contextlib
import io
import os
import re
from pathlib import Path

import duckdb

from house import SCRATCH, check, done, factdesk, truth

docs = (Path(__file__).parents[3] / "docs" / "formats.md").read_text("utf-8")
folder = SCRATCH / "recipes"
folder.mkdir(exist_ok=True)
for old in sorted(folder.rglob("*"), reverse=True):
    old.rmdir() if old.is_dir() else old.unlink()
os.chdir(folder)
factdesk("export", "--annotator", "ab", "--raw", "--out", str(folder / "claims.csv"))
factdesk("export", "--annotator", "ab", "--out", str(folder / "claims.jsonl"))
factdesk("export", "--annotator", "ab", "--format", "uima", "--out", str(folder / "cas"))

said, known = io.StringIO(), {}
for language, block in re.findall(r"^```(python|sql)\n(.*?)^```", docs, re.M | re.S):
    if language == "sql":
        for statement in filter(None, map(str.strip, block.split(";"))):
            duckdb.sql(statement)
        check((folder / "claims.parquet").exists(), "there is a Parquet file")
    else:
        with contextlib.redirect_stdout(said):
            exec(block, known)  # noqa: S102

tagged = truth()
check(known["by_outlet"].sum() == sum("claim" in one.labels for one in tagged), "claims by outlet")
check(len(known["tags"]) == sum(len(one.tags) for one in tagged), "a row for each tag")
count = duckdb.sql("select count(*) from 'claims.parquet'").fetchall()
check(count == [(len(tagged),)], "as many sentences")
check(said.getvalue().count("\n") >= len([tag for one in tagged if one.article == "harbour/ferry.txt" for tag in one.tags]), "the CAS was read")
done("pandas, DuckDB, dkpro-cassis")
