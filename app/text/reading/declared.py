"""What a page declares of its article: said by it in so many words, in a place meant for that.

Those places are JSON-LD of schema.org, `meta` and `link` elements, microdata (`itemprop`), links
that are `rel=author`, and the `time` elements of the hAtom and h-entry microformats. Nothing is
inferred from prose. What a page says twice and differently in one place, it does not say there.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from app.text.reading import particulars

Node = dict[str, Any]  # of JSON-LD
Tree = Any  # of lxml, which has no types

_PUBLISHED = (
    "article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate",
    "citation_publication_date", "dcterms.issued", "dcterms.created", "dc.date.issued", "dc.date",
    "date",
)  # fmt: skip
_AUTHOR = (
    "author", "article:author", "parsely-author", "sailthru.author", "citation_author", "byl",
    "dcterms.creator", "dc.creator",
)  # fmt: skip
_TIMES = " | ".join(
    f"//time[@datetime][contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]/@datetime"
    for name in ("published", "dt-published")
)
_BETWEEN = r"\s+[-–—|·•:»]\s+"  # the headline and the name of the site


class Declared:
    """The particulars of a page, each in the form of particulars.py, or None where it is silent."""

    def __init__(self, tree: Tree, address: str | None) -> None:
        """`address` is where the page was found; None for a file."""
        self._tree = tree
        self._address = address
        self._meta = _meta_of(tree)
        nodes = list(_nodes_of(tree))
        self._named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
        self._articles = [node for node in nodes if _is_article(node)]

    def headline(self) -> str | None:
        """As the page shows it, where one of its headings is what it declares, or begins it."""
        site = "|".join(map(re.escape, self._meta["og:site_name"]))
        titles = [*self._meta["og:title"], *(t.text_content() for t in self._tree.iter("title"))]
        bare = [re.sub(f"{_BETWEEN}(?:{site})$", "", _in_line(title)) for title in titles]
        said = _agreed([self._of_articles("headline"), *([title] for title in bare)], _line)
        if said is None:
            return None
        shown = filter(None, (_in_line(h.text_content()) for h in self._tree.iter("h1")))
        same = (heading for heading in shown if _begins(said, heading) or _begins(heading, said))
        return max(same, key=len, default=said)

    def url(self) -> str | None:
        """Its canonical address where that is on the host it was found at; else where it was found.

        A page must not speak for another's address; and the address of a whole site, which careless
        pages declare, is none of an article.
        """
        links = [e.get("href", "") for e in self._tree.iter("link") if _has(e, "rel", "canonical")]
        places = [links, self._meta["og:url"], self._of_articles("url", "mainEntityOfPage")]
        return _agreed(places, self._own_address) or self._address

    def _own_address(self, said: str) -> str:
        whole = particulars.address(urljoin(self._address or "", said))
        parts = urlsplit(whole)
        if (parts.path == "/" and not parts.query) or (
            self._address and _site(whole) != _site(self._address)
        ):
            raise ValueError("not this article's")
        return whole

    def published(self) -> str | None:
        """When it was published."""
        dated = self._tree.xpath('//*[@itemprop="datePublished"]')
        places = [
            self._of_articles("datePublished"),
            *(self._meta[name] for name in _PUBLISHED),
            [e.get("datetime") or e.get("content") or "" for e in dated],
            self._tree.xpath(_TIMES),
        ]
        return _agreed(places, particulars.published)

    def author(self) -> str | None:
        """Who wrote it; several names are joined by semicolons."""
        links = [e for e in self._tree.iter("a") if _has(e, "rel", "author")]
        written = self._tree.xpath('//*[@itemprop="author"]')
        places = [
            [self._names(node.get("author")) for node in self._articles],
            *(["; ".join(dict.fromkeys(self._meta[name]))] for name in _AUTHOR),
            [e.text_content() for e in written],
            [e.text_content() for e in links],
        ]
        return _agreed(places, _name)

    def _names(self, author: object) -> str:
        names: list[str] = []
        for one in author if isinstance(author, list) else [author]:
            node = self._named.get(str(one.get("@id")), one) if isinstance(one, dict) else one
            name = node.get("name") if isinstance(node, dict) else node
            if isinstance(name, str):
                names.append(unescape(name))
        return "; ".join(dict.fromkeys(names))

    def language(self) -> str | None:
        """The language it is in."""
        root = self._tree.getroottree().getroot()
        places = [
            [root.get("lang") or ""],
            self._of_articles("inLanguage"),
            self._meta["content-language"],
            self._meta["og:locale"],
        ]
        return _agreed(places, particulars.language)

    def _of_articles(self, *keys: str) -> list[str]:
        values = (node.get(key) for node in self._articles for key in keys)
        whole = (value.get("@id") if isinstance(value, dict) else value for value in values)
        return [value for value in whole if isinstance(value, str)]


def _agreed(places: Iterable[Iterable[str]], form: Callable[[str], str]) -> str | None:
    """What the first place says that says one thing, in its form; what has no form is not said."""
    for place in places:
        said: set[str] = set()
        for value in place:
            try:
                said.add(form(value))
            except ValueError:
                continue
        if len(said) == 1:
            return said.pop()
    return None


def _in_line(said: str) -> str:
    return " ".join(unescape(said).split())


def _line(said: str) -> str:
    """Raises ValueError where there are no words."""
    if line := _in_line(said):
        return line
    raise ValueError("nothing")


def _name(said: str) -> str:
    """Raises ValueError for what is the address of an author's page, as `article:author` may be."""
    if particulars.is_address(said):
        raise ValueError("an address")
    return particulars.author(said)


def _begins(whole: str, part: str) -> bool:
    return whole.casefold().startswith(part.casefold())


def _site(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _has(element: Tree, attribute: str, token: str) -> bool:
    return token in (element.get(attribute) or "").lower().split()


def _meta_of(tree: Tree) -> defaultdict[str, list[str]]:
    """The contents of `meta` elements by what they are about, whichever attribute says it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for element in tree.iter("meta"):
        for attribute in ("name", "property", "itemprop", "http-equiv"):
            if (about := element.get(attribute)) and (content := element.get("content")):
                found[about.lower()].append(content)
    return found


def _nodes_of(tree: Tree) -> Iterator[Node]:
    """The outermost nodes of the page's JSON-LD: what is nested in one is about something else."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            told = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for top in told if isinstance(told, list) else [told]:
            graph = top.get("@graph") if isinstance(top, dict) else None
            nodes = [top, *(graph if isinstance(graph, list) else ())]
            yield from (node for node in nodes if isinstance(node, dict))


def _is_article(node: Node) -> bool:
    """Whether it is of schema.org's type Article or one below it."""
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(str(name).endswith(("Article", "BlogPosting", "Report")) for name in names)
