"""Pages that no browser would survive, or that mean harm to whoever shows or reads them."""

from pathlib import Path

from tests.faults.texts import Kind, Write

WORDS = "The minister said on Monday that it was over, and that nobody had said so before."
HEAD = "<!DOCTYPE html><html lang=en><head><title>It is over</title>"
ARTICLE = f"<article><h1>It is over</h1><p>{WORDS}</p><p>{WORDS} “No,” said Ada Weir.</p>"
DEEP = 100_000


def page(head: str = "", body: str = "") -> str:
    return f"{HEAD}{head}</head><body>{ARTICLE}{body}</article></body></html>"


def fixed(html: str) -> Write:
    return lambda path, _: _put(path, html)


def much(unit: str, before: str = "", after: str = "", *, head: bool = False) -> Write:
    """A page with the same in it again and again until nine tenths of the limit are reached."""

    def write(path: Path, limit: int) -> None:
        room = int(limit * 0.9) - len(page(before, after).encode())
        filled = before + unit * (room // len(unit.encode())) + after
        _put(path, page(filled) if head else page("", filled))

    return write


def _put(path: Path, html: str) -> None:
    path.write_text(html)


def json_ld(value: str) -> str:
    return page(f'<script type="application/ld+json">{value}</script>')


LAUGHS = "<!DOCTYPE a [<!ENTITY b 'ha'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>"
    for before, name in zip("bcdefghij", "cdefghijk", strict=True)
)
PAGES = {
    "elements within elements": fixed(page(body="<div>" * DEEP + WORDS)),
    "tables within tables": fixed(page(body="<table><tr><td>" * DEEP)),
    "an attribute without end": much("a", "<p title='", "'>"),
    "attributes without end": much("a ", "<p ", ">"),
    "attributes of a million names": fixed(
        page(body=f"<p {' '.join(f'a{n}=1' for n in range(200_000))}>{WORDS}</p>")
    ),
    "entities that multiply": fixed(f"{LAUGHS}]>{page(body='<p>&k;&k;')}"),
    "a comment without end": much("a-", "<!--"),
    "a script without end": much("x = '<p>';", "<script>"),
    "a style without end": much("p {color: red}", "<style>", head=True),
    "a title without end": much("over ", "<title>", "</title>", head=True),
    "paragraphs without end": much("<p>"),
    "one paragraph without end": much("said Ada Weir. ", "<p>", "</p>"),
    "links without end": much("<a href=b>c</a>"),
    "elements that never close": much("<b><i><a>d"),
    "elements in the wrong order": much("<b><p></b></i></p>"),
    "marks of quotations": much("<q>", "<p>"),
    "line breaks": much("<br>", "<p>"),
    "references to no character": much("&#0;&#xD800;&#x110000;&nothing;&", "<p>"),
    "angle brackets": much("<", "<p>"),
    "CDATA": much("]]>", "<p><![CDATA["),
    "meta elements": much("<meta property='og:title' content='a'>", head=True),
    "JSON-LD: arrays within arrays": fixed(json_ld("[" * DEEP + "]" * DEEP)),
    "JSON-LD: a number without end": fixed(json_ld('{"datePublished": ' + "9" * DEEP + "}")),
    "JSON-LD: no numbers": fixed(
        json_ld('{"@type": "NewsArticle", "headline": NaN, "url": 1e999}')
    ),
    "JSON-LD: half of a character": fixed(
        json_ld('{"@type": "NewsArticle", "headline": "\\ud800", "author": "\\udfff"}')
    ),
    "JSON-LD: not what it should be": fixed(
        json_ld('{"@type": {}, "@graph": 1, "author": [[{"name": {}}]], "headline": []}')
    ),
    "addresses that mean harm": fixed(
        page("<link rel=canonical href='javascript:alert(1)'><base href='//[::1'>")
    ),
    "a charset that there is not": fixed(page("<meta charset='x-user-defined'>")),
    "a charset that is another": fixed(page("<meta charset='utf-7'>", "<p>+ADw-script+AD4-")),
    "scripts in the words": fixed(
        page(body="<p>&lt;script&gt;alert(1)&lt;/script&gt; said Ada<svg onload=alert(1)></p>")
    ),
    "no article": fixed(f"{HEAD}<body><nav><a href=a>b</a></nav></body>"),
    "no element": fixed("<"),
    "a frameset": fixed(f"{HEAD}</head><frameset><frame src=a></frameset>"),
    "XML": fixed("<?xml version='1.0'?><a xmlns:b='c'><b:d/></a>"),
}  # fmt: skip
KINDS = {f"page: {name}": Kind(write, "", "{}.html") for name, write in PAGES.items()}
