"""openpyxl reads every sentence of the workbook, and LibreOffice, where it is installed, sees the same."""

import csv
import shutil
import subprocess

import openpyxl
from house import SCRATCH, check, done, export, texts, truth


def rows(sheet):
    """The rows of a sheet as dictionaries."""
    names, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(names, line)) for line in lines]


def seen(words):
    """Control characters as their pictures."""
    return "".join(chr(0x2400 + ord(c)) if ord(c) < 32 and c not in "\t\n" else c for c in words)


articles, expected = texts(), truth()
path = export("xlsx")
book = openpyxl.load_workbook(path)
sheet, about = book.worksheets
check(sheet.freeze_panes == "A2", "the header stays in sight")
check(sheet.auto_filter.ref.startswith("A1:"), "the table can be filtered")
cells = [cell for line in sheet.iter_rows() for cell in line]
check(all(cell.data_type in "sn" for cell in cells), "cells are text or numbers, never formulas")
check(all(cell.value != "" for cell in cells), "no cell is an empty text")

found = rows(sheet)
check(len(found) == len(expected), "each sentence once")
for tagged in expected:
    (row,) = [row for row in found if (row["article"], row["start"], row["end"]) == (tagged.article, tagged.start, tagged.end)]
    check(row["text"] == seen(tagged.words), f"{tagged.words!r}: its words")
    check(set(row["labels"].split("; ")) == tagged.labels, f"{tagged.words!r}: its labels")
    for label in ("claim", "denial", "attribution"):
        check((row[label] == "x") == (label in tagged.labels), f"{tagged.words!r}: is it a {label}?")
    check(row["note"] == tagged.note, f"{tagged.words!r}: its note")
    line = articles[tagged.article][: tagged.start].count("\n") + 1
    check(row["line"] == line, f"{tagged.words!r}: its line")
    check(row["anchor"] == "exact", f"{tagged.words!r}: its anchor")
(url,) = {cell.hyperlink.target for cell in cells if cell.hyperlink}
check(url == "https://example.org/faehre?id=7&x=ä", "the address is a link")
explained = {row[0].value: row[1].value for row in about.iter_rows()}
check(all(explained.get(name) for name in found[0]), "the second sheet explains every column")

tags = rows(openpyxl.load_workbook(export("xlsx", "--rows", "tag")).worksheets[0])
spans = sorted((row["article"], row["tag_start"], row["tag_end"], row["label"]) for row in tags)
wanted = [
    (tagged.article, tag.get("start", tagged.start), tag.get("end", tagged.end), tag["label"])
    for tagged in expected
    for tag in tagged.tags
]
check(spans == sorted(wanted), "a row for each tag, where it stands")

consumers = "openpyxl"
if office := shutil.which("soffice"):
    out = SCRATCH / "out" / "office"
    home = f"-env:UserInstallation=file://{SCRATCH}/home/office"
    convert = ["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(out), str(path)]
    subprocess.run([office, home, "--headless", *convert], check=True, capture_output=True)
    with open(out / f"{path.stem}.csv", encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    text = lambda value: "" if value is None else str(value)
    check(len(lines) == len(found), "LibreOffice sees each row")
    for line, row in zip(lines, found):
        check(all(line[name] == text(row[name]) for name in row), f"LibreOffice sees {row['text']!r} the same")
    consumers += " and LibreOffice"
done(consumers)
