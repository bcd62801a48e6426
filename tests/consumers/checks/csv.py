"""CSV and TSV: Python's csv module, pandas and LibreOffice read the same cells, and none of them is a formula."""

import csv
import shutil
import subprocess
import xml.etree.ElementTree as ET

import pandas

from house import SCRATCH, check, done, export, texts, truth

articles, expected = texts(), truth()
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(path, delimiter=",", encoding="utf-8"):
    """The rows of a file by Python's csv module."""
    with open(path, encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter, strict=True))


def plain(cell):
    """A cell as it was before it was defused."""
    return cell[1:] if cell.startswith("'") else cell


def is_true(found, how):
    """Are these the sentences, with their words, places and labels?"""
    by_place = {(plain(row["article"]), int(row["start"])): row for row in found}
    check(len(found) == len(by_place) == len(expected), f"{how}: each sentence once")
    for one in expected:
        row = by_place[one.article, one.start]
        check(plain(row["text"]) == one.words == articles[one.article][one.start : int(row["end"])], f"{how}: {one}")
        check({label for label in ("claim", "denial", "attribution") if row[label]} == one.labels, f"{how}: labels of {one}")
        check(plain(row["note"]) == (one.note or ""), f"{how}: the note of {one}")


comma, tab, excel = export("csv"), export("tsv"), export("csv", "--excel")
is_true(rows(comma), "csv")
is_true(rows(tab, "\t"), "tsv")
is_true(rows(excel, ";", "utf-8-sig"), "csv --excel")
check(excel.read_bytes().startswith(b"\xef\xbb\xbf"), "Excel is told that it is UTF-8")
check(b"\r\n" in excel.read_bytes() and b"\r\n" not in comma.read_bytes(), "lines end as they should")
for row in rows(comma):
    check(not any(cell.lstrip().startswith(FORMULA) for cell in row.values()), f"no cell is a formula: {row}")
check(any(row["text"].startswith("=SUMME") for row in rows(export("csv", "--raw"))), "unless that is asked for")

table = pandas.read_csv(comma, keep_default_na=False)
is_true(table.astype(str).to_dict("records"), "pandas")
tags = pandas.read_csv(export("csv", "--rows", "tag"), keep_default_na=False)
check(len(tags) == sum(len(one.tags) for one in expected), "each tag once")
for row in tags.to_dict("records"):
    check(articles[row["article"]][int(row["start"]) : int(row["end"])] == plain(row["text"]), "a tag's sentence is where it says")

# Who gives a label stands in its column where several are asked.
both = rows(export("csv", annotator="ab,cd"))
check({row["attribution"] for row in both} >= {"ab", "ab; cd"}, "who gives a label")

office = shutil.which("soffice") or shutil.which("libreoffice")
if office:
    # 59: semicolon, 34: quote, 76: UTF-8; formulas are looked for, as a person's double click does.
    folder = SCRATCH / "office"
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(
        [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--infilter=CSV:59,34,76,1,,0,false,true,false,false,true",
         "--convert-to", "fods", "--outdir", str(folder), str(excel)],
        check=True, capture_output=True,
    )  # fmt: skip
    sheet = next(folder.glob("*.fods")).read_text("utf-8")
    check("table:formula" not in sheet, "LibreOffice finds no formula")
    office_ns = {"table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0", "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0"}
    count = sum(bool(row.findall(".//text:p", office_ns)) for row in ET.fromstring(sheet).iterfind(".//table:table-row", office_ns))
    check(count == len(expected) + 1, f"LibreOffice finds {count} rows")
    check("Fähre kostet nach Angaben" in sheet and "🦀" in sheet, "with umlauts and all")
done("csv, pandas and LibreOffice" if office else "csv and pandas (no LibreOffice here)")
