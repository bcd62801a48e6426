"""JSON lines and CSV in DuckDB, without a word about their types: what docs/formats.md says about parquet."""

import duckdb

from house import check, done, export, truth

expected = [(one.article, one.start, one.end, one.words, sorted(one.labels)) for one in truth()]

jsonl, csv = export("jsonl"), export("csv", "--raw")
rows = duckdb.sql(f"select article, start, \"end\", text, list_sort(labels) from '{jsonl}' order by article, start").fetchall()
check(rows == sorted(expected), f"JSON lines:\n{rows}\nexpected\n{expected}")

denied = duckdb.sql(f"select count(*) from '{jsonl}' where list_contains(labels, 'denial')").fetchall()
check(denied[0][0] == sum("denial" in one.labels for one in truth()), "denials can be counted")

rows = duckdb.sql(f"select article, start, \"end\", text from read_csv('{csv}', header = true) order by article, start").fetchall()
check(rows == sorted(one[:4] for one in expected), f"CSV:\n{rows}\nexpected\n{expected}")

parquet = jsonl.with_suffix(".parquet")
duckdb.sql(f"copy (from '{jsonl}') to '{parquet}' (format parquet)")
rows = duckdb.sql(f"select text from '{parquet}' order by article, start").fetchall()
check(rows == [(one[3],) for one in sorted(expected)], "and Parquet is a line away")
done("DuckDB")
