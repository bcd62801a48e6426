"""The report in a headless Chromium with axe (html.mjs): the fixture, a workspace of hostile texts, and one that changed."""

import json
import os
import subprocess
from pathlib import Path

import yaml

import fixture
from house import SCRATCH, check, done, export, texts, truth

# What the report shows for characters that hide or turn text around.
SEEN = {0x202E: "␦", 0x202C: "␦", 0x2066: "␦", 0x200B: "␦", 0xFEFF: "␦", 0xAD: "␦", 0x85: "␤", 0x7: "␇", 0x1B: "␛", 0x7F: "␡"}

HOSTILE = [
    "</script><script>alert({n})</script>",
    "<img src=x onerror=alert({n})>",
    "<svg onload=alert({n})><a href=javascript:alert({n})>x</a></svg>",
    "</style><style>*{{display:none}}</style>",
    "\" onmouseover=alert({n}) x=\"",
    "' autofocus onfocus=alert({n}) '",
    "&quot;&lt;script&gt;alert({n})&lt;/script&gt;&#0;&#x202e;",
    "</title></head><body onload=alert({n})>",
    "<!-- --> <![CDATA[ ]]> <?x ?> {n}",
    "<iframe src=//example.org/{n}></iframe><link rel=stylesheet href=//example.org/{n}>",
    "<meta http-equiv=refresh content=0;url=//example.org/{n}>",
    "<form action=//example.org><button formaction=javascript:alert({n})>go</button></form>",
    "<base href=//example.org/{n}/><template><p>{n}</template><math><mi/xlink:href=data:x,{n}>",
    "javascript:alert({n}) https://example.org/{n}",
    "\u202e{n} turned\u202c \u2066isolated and a bell\u0007\u001b[31m\u0085 nothing\u200bhere\ufeff",
    "شهد {n} עברית and back, \U0001f3f4\u200d\u2620\ufe0f \U0001f469\u200d\U0001f469\u200d\U0001f467",
    "Z\u0301\u0301\u0301 {n}",
    "{n}" + "Donaudampfschifffahrtsgesellschaft" * 30,
    "</details></article></main></span></p></button>{n}",
    "`{n}` ${{alert({n})}} {{{{{n}}}}} \\u003cscript\\u003e \\",
]


def write(workspace, article, text, said, front=""):
    """An article of `text` in `workspace`, and what ab says about it, from its front matter and text."""
    whole = front + text
    path = workspace / "corpus" / article
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(whole, "utf-8", newline="")
    content = fixture.document(article, whole, "ab", said)
    path = workspace / "annotations" / "ab" / f"{article}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, explicit_end=True, width=10**6), "utf-8")


def hostile(workspace):
    """500 hostile lines, each tagged, with a hostile source, name, claim, note and label; hostile names and front matter."""
    for number in range(10):
        lines = [HOSTILE[at % len(HOSTILE)].format(n=number * 50 + at) + f" {number * 50 + at}." for at in range(50)]
        said = []
        for at, line in enumerate(lines):
            other = HOSTILE[(at + 7 * number) % len(HOSTILE)].format(n=at)
            tags = [("claim", None, [other], None, {"who": other}), (f"own-{at % 3}", None, [], None, {"claims": [other]})]
            if at == 3:
                tags.append((HOSTILE[1].format(n=at), None, [], None, {}))
            said.append((line, 0, {"tags": tags, "note": other}))
        title = HOSTILE[number].format(n=0)
        url = ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,<script>alert(1)</script>", "https://example.org/\"><b>x",
               "HTTPS://example.org/?a=1&b=2", "//example.org", "https:alert(1)", "vbscript:x", "file:///etc/passwd", "http://example.org/ x"][number]
        front = "---\n" + yaml.safe_dump({"title": title, "outlet": title, "author": title, "date": title, "url": url,
                                          "lang": ["de", "\"><script>", "en-GB", "x y"][number % 4]}, allow_unicode=True) + "---\n"
        write(workspace, f"story <b>&\"'/{number} <img src=x onerror=alert(1)>.txt", "\n\n".join(lines) + "\n", said, front)


def changed(workspace):
    """An article that changed after it was tagged."""
    lines = ["The mill lost four hundred thousand euros last spring, the board said.", "Nobody was told about it before June.",
             "Weather was fine on the day of the fair in the old town square.", "It closed in May after a long strike by the weavers."]
    write(workspace, "mill.txt", " ".join(lines) + "\n", [(line, 0, {"tags": [("claim", None, [], None, {})]}) for line in lines])
    path = workspace / "corpus" / "mill.txt"
    now = path.read_text("utf-8").replace("four hundred thousand", "five hundred thousand").replace(lines[2] + " ", "")
    path.write_text(now, "utf-8")
    return lines


def read(report, what, **more):
    """What Chromium makes of `report`; html.mjs fails where it has something to say."""
    asked = json.dumps({"report": str(report), **more})
    script = Path(__file__).with_suffix(".mjs")
    ran = subprocess.run(["node", str(script)], input=asked, capture_output=True, text=True, check=False)
    check(ran.returncode == 0, f"{what}: {ran.stdout}{ran.stderr}")
    return json.loads(ran.stdout)


def compare(found, expected, what):
    for one, other in zip(found, expected, strict=True):
        check(one == other, f"{what}: {one}\nexpected {other}")


expected = [{"words": one.words.translate(SEEN), "labels": sorted(one.labels), "changed": False} for one in truth()]
found = read(export("html"), "the fixture", filters=True, axe=["390 light", "390 dark", "1280 light", "1280 dark"])
compare(found["sentences"], expected, "sentences of the fixture")
check(found["articles"] == list(texts()), f"articles: {found['articles']}")
urls = sorted(set(found["links"]))
check(urls == ["https://example.org/faehre?id=7&x=%C3%A4"], f"links: {urls}")

workspace = SCRATCH / "out" / "hostile"
hostile(workspace)
report = export("html", workspace=workspace, name="hostile.html")
found = read(report, "hostile texts", axe=["390 dark"])
expected = [one.words.translate(SEEN).rstrip(" ") for one in truth(workspace=workspace)]
compare([one["words"] for one in found["sentences"]], expected, "hostile sentences")
urls = sorted(set(found["links"]))
check(urls == ["https://example.org/%22%3E%3Cb%3Ex", "https://example.org/?a=1&b=2"], f"links: {urls}")

workspace = SCRATCH / "out" / "changed"
lines = changed(workspace)
found = read(export("html", workspace=workspace, name="changed.html"), "a changed article", axe=["1280 light"])
states = {one["words"]: one["changed"] for one in found["sentences"]}
check(states == {lines[0].replace("four", "five"): True, lines[1]: False, lines[3]: False}, f"in their places: {states}")
check(any(lines[0] in one for one in found["listed"]), f"the words that were saved: {found['listed']}")
check(found["lost"] == [lines[2]], f"lost: {found['lost']}")
done("Chromium and axe")
