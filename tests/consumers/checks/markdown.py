"""GitHub's own renderer shows the annotated copy: the text as it is, letters and footnotes, and nothing from the text acts."""

import hashlib
import re
import shutil
from html.parser import HTMLParser

import yaml
from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from house import SCRATCH, check, done, export, texts, truth
from markdown_it import MarkdownIt

LETTERS = {"claim": "C", "denial": "D", "attribution": "A"}
OURS = {"h1", "h2", "h3", "p", "ul", "li", "code", "strong", "em", "blockquote", "br"}
FOOTNOTES = {"sup", "section", "ol", "a"}
# What would be markup, a link, an emoji or a formula, were it not escaped.
HOSTILE = r"""
1. item
12) item
- item
+ item
* item
# heading
#
## heading ##
===
---
***
> quoted
```
~~~ code
| a | b |
|---|---|
a | b
:-
: definition
[x](javascript:alert(1))
![x](https://a.example/x.png)
[x][y] [^1] [^1]: note
[y]: https://a.example
<https://a.example/> https://a.example/?a=b_c_d and http://b.example
www.a.example WWW.A.EXAMPLE ftp://a.example
:smile: :+1: @user #12 $x^2$ $$y$$
**bold** __bold__ *em* _em_ ~~gone~~ ~sub~ ^sup^
<script>alert(1)</script> <img src=x onerror=alert(2)> <!-- gone --> <?x?> </details>
&amp; &lt;b&gt; &#60;
a \ b \* c\
`code` ``code`` `
{.class} %%% {{ x }} [[wiki]] ==mark== ++ins++
""".strip().split("\n")


class Page(HTMLParser):
    """A rendered page: its tags, its links, and its lines with the letters before each."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.links, self.lines, self.open = set(), [], [], []
        self.article = None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        attributes = dict(attributes)
        if tag == "a":
            self.links.append(attributes.get("href"))
        if tag == "section":
            self.article = "notes"
        if tag in ("p", "h3", "li") or tag == "br":
            self.lines.append([self.article, "", "", ""])
        if tag == "h2":
            self.article = ""
        self.open.append(tag)

    def handle_endtag(self, tag):
        check(self.open.pop() == tag, "every element ends")

    def handle_data(self, data):
        if "h2" in self.open:
            self.article += data
        elif self.article and self.lines:
            line = self.lines[-1]
            kind = 3 if "sup" in self.open else 2 if "strong" in self.open and not line[1].strip() else None
            if kind:
                line[kind] += data
            elif "code" not in self.open:
                line[1] += data


def seen(text):
    """The text as the copy shows it, without white space."""
    marks = {"\u202e": "␦", "\u202c": "␦", "\u200b": "␦"}
    marks |= {chr(code): chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n"}
    return re.sub(r"\s+", "", "".join(marks.get(c, c) for c in text))


def render(markdown):
    """What GitHub shows, HTML in the text included; checks that nothing in it comes from the text."""
    page = Page(github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE))
    check(page.tags <= OURS | FOOTNOTES, f"no markup but ours: {page.tags - OURS - FOOTNOTES}")
    check(all(re.fullmatch(r"#fn(ref)?-\d+(-\d+)?", link) for link in page.links), f"no links but to footnotes: {page.links}")
    plain = Page(MarkdownIt("gfm-like", {"linkify": False}).render(markdown))
    check(plain.tags <= OURS, f"no markup but ours for others: {plain.tags - OURS}")
    return page


def body(text):
    """An article's text without its front matter."""
    return text.split("---\n", 2)[2] if text.startswith("---\n") else text


articles = texts()
page = render(export("markdown").read_text("utf-8"))
said = [line for line in page.lines if line[0] != "notes"]
whole = "".join(seen(line[1]) for line in said)
for article, text in articles.items():
    check(seen(body(text)) in whole, f"{article}: the whole text, and nothing else in it")
notes = seen("".join(line[1] for line in page.lines if line[0] == "notes"))
for tagged in truth():
    lines = [line for line in said if seen(line[1]) == seen(tagged.words)]
    letters = {LETTERS[label] for label in tagged.labels}
    check(any(set(line[2].strip("[]").split()) == letters for line in lines), f"{tagged.words!r} has the letters {letters}")
    for words in [source for tag in tagged.tags for source in tag.get("source", [])] + [tagged.note or ""]:
        check(seen(words) in notes, f"{words!r} stands in a footnote")

workspace = SCRATCH / "hostile"
shutil.rmtree(workspace, ignore_errors=True)
text = "\n\n".join(HOSTILE) + "\n\n" + "\n".join(HOSTILE) + "\n"
for folder in ("corpus", "annotations/ab"):
    (workspace / folder).mkdir(parents=True)
(workspace / "corpus/x.txt").write_text(text, "utf-8")
note = " ".join(HOSTILE)
sentence = {"start": 0, "end": len(HOSTILE[0]), "quote": HOSTILE[0], "tags": [{"label": "claim", "source": HOSTILE}], "note": note}
head = {"format": 1, "article": "x.txt", "text_sha256": hashlib.sha256(text.encode()).hexdigest(), "annotator": "ab", "sentences": [sentence]}
(workspace / "annotations/ab/x.txt.yaml").write_text(yaml.safe_dump(head, sort_keys=False, allow_unicode=True) + "...\n", "utf-8")
page = render(export("markdown", workspace=workspace, name="hostile.md").read_text("utf-8"))
whole = "".join(seen(line[1]) for line in page.lines if line[0] != "notes")
check(seen(text) in whole, "hostile text is shown as it is")
notes = seen("".join(line[1] for line in page.lines if line[0] == "notes"))
check(seen(note) in notes and all(seen(source) in notes for source in HOSTILE), "so are hostile notes and sources")
done("cmark-gfm and markdown-it")
