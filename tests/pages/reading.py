"""Pages read as a browser reads them: by their elements."""

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

Attributes = dict[str, str | None]

VOID = {"meta", "link", "input", "rect"}


class Element:
    """An element: its tag, its attributes and what is in it."""

    def __init__(self, tag: str, attributes: Attributes) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element | str] = []

    @property
    def text(self) -> str:
        """All the words in it, tags stripped."""
        return "".join(each if isinstance(each, str) else each.text for each in self.children)

    @property
    def classes(self) -> list[str]:
        return (self.attributes.get("class") or "").split()

    def all(self, fits: Callable[["Element"], Any]) -> list["Element"]:
        """Every element in it that fits, in the order of the page."""
        inner = [each for each in self.children if isinstance(each, Element)]
        here = [self] if fits(self) else []
        return here + [found for each in inner for found in each.all(fits)]

    def tagged(self, tag: str) -> list["Element"]:
        return self.all(lambda element: element.tag == tag)

    def classed(self, name: str) -> list["Element"]:
        return self.all(lambda element: name in element.classes)

    def with_id(self, id: str) -> "Element":
        [found] = self.all(lambda element: element.attributes.get("id") == id)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != "a" or all(element.tag != "a" for element in self.open), "a link in a link"
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), attrs
        assert not {"style", "onclick"} & set(names), attrs
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert tag not in VOID
        assert self.open.pop().tag == tag, f"</{tag}> ends nothing"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read_page(html: str) -> Element:
    """The page; its tags are properly nested, its ids unique, and no link is in a link."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    [page] = reader.open
    ids = [e.attributes["id"] for e in page.all(lambda element: "id" in element.attributes)]
    assert len(ids) == len(set(ids)), ids
    return page
