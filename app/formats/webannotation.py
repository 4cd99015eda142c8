"""W3C Web Annotation (Data Model, Vocabulary, Protocol, 2017): mentions and quotes as annotations.

A mention is an annotation that identifies: it gives the words it points at an identity, the actor's
(motivation `identifying`). A quote is one that describes: its body is the quotation these words
are, with who said it and which words say so (motivation `describing`; `linking` would only say that
the two belong together). Targets are spans of a version's text, which never changes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app import __version__
from app.formats import shapes
from app.formats.paths import path
from app.formats.shapes import Row
from app.formats.vocabulary import ACTOR_TYPES, wikidata_iri

Json = dict[str, Any]

ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
CONTAINER_CONTEXT = "http://www.w3.org/ns/ldp.jsonld"  # the Protocol asks for both on a container

# What our own terms mean is the same wherever a store is served, so their names belong to no
# address: this UUID was made for them once.
_OWN = "urn:uuid:db8c0804-4005-42bb-ae7e-f680da52f064#"
_SCHEMA = "http://schema.org/"
TERMS: dict[str, str | dict[str, str]] = {
    "Country": f"{_SCHEMA}Country",
    "Quotation": f"{_SCHEMA}Quotation",
    "version": f"{_SCHEMA}softwareVersion",
    "sameAs": {"@id": f"{_SCHEMA}sameAs", "@type": "@id"},
    "speaker": {"@id": f"{_SCHEMA}spokenByCharacter", "@type": "@id"},
    "on_behalf_of": {"@id": f"{_OWN}on_behalf_of", "@type": "@id"},
    "cue": {"@id": f"{_OWN}cue", "@type": "@id"},
    # The glossary's `source`; that name is taken here, by the resource a selector selects from.
    "source_words": {"@id": f"{_OWN}source", "@type": "@id"},
    "kind": f"{_OWN}kind",
    "rule": f"{_OWN}rule",
}

# Code points of prefix and of suffix: 32 nearly always tell a place from all others. They stop at
# some length because a text can be one sentence ten thousand times.
BESIDE = tuple(32 << doublings for doublings in range(8))


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """What the annotations of one version share.

    `annotator` is what annotated it, `actors` are rows of queries.actors by their id. IRIs begin
    with `base_url`, which has no slash at its end.
    """

    base_url: str
    text: str
    annotator: str
    actors: Mapping[str, Row]


@dataclass(frozen=True, slots=True)
class Container:
    """The annotations of an article as one collection of pages, numbered from 0.

    With `iris` its pages hold the annotations' IRIs, without it the annotations themselves; the
    two are different resources, and have different ids.
    """

    base_url: str
    article: str
    label: str
    total: int
    page_size: int
    iris: bool = False

    @property
    def id(self) -> str:
        """The IRI of this rendering, which is its `Content-Location` too."""
        return self._address("?iris=1" if self.iris else "")

    @property
    def last_page(self) -> int:
        """The number of the last page."""
        return max(self.total - 1, 0) // self.page_size

    def page_id(self, number: int) -> str:
        """The IRI of a page."""
        return self._address(f"?{'iris=1&' if self.iris else ''}page={number}")

    def _address(self, query: str) -> str:
        return f"{path(self.base_url, 'articles', self.article, 'annotations')}/{query}"


def annotation_iri(base_url: str, article: str, id: str) -> str:
    """The IRI of the annotation of the mention or the quote with this id."""
    return path(base_url, "articles", article, "annotations", id)


def outermost(node: Json) -> Json:
    """An annotation or a page as a document of its own."""
    return {"@context": [ANNOTATION_CONTEXT, TERMS], **node}


def mention(row: Row, about: AnnotatedText) -> Json:
    """A row of queries.mentions as an annotation whose body is the actor."""
    content = {
        "kind": row["kind"],
        "body": _actor(row["actor"], about),
        "target": _selection(row, row["start"], row["end"], about),
    }
    return _annotation(row, about, "identifying", content)


def quote(row: Row, about: AnnotatedText) -> Json:
    """A row of queries.quotes as an annotation whose body is the quotation and whose targets are
    the pieces of its content.
    """
    quote = shapes.quote(row, "")
    targets = [_selection(row, piece["start"], piece["end"], about) for piece in quote["content"]]
    content = {
        "body": _quotation(quote, row, about),
        "target": targets[0] if len(targets) == 1 else targets,
    }
    return _annotation(row, about, "describing", content)


def _annotation(row: Row, about: AnnotatedText, motivation: str, content: Json) -> Json:
    id = annotation_iri(about.base_url, row["article"], row["id"])
    return {
        "id": id,
        "type": "Annotation",
        "motivation": motivation,
        **content,
        # Its IRI is this annotation's own: under a shared one the rules of all would run together.
        "creator": {
            "id": f"{id}#creator",
            "type": "Software",
            "name": about.annotator,
            "rule": row["rule"],
        },
        "generator": {
            "id": f"{about.base_url}/",
            "type": "Software",
            "name": "Onrecord",
            "version": __version__,
        },
    }


def _quotation(quote: shapes.Quote, row: Row, about: AnnotatedText) -> Json:
    body: Json = {
        "id": path(about.base_url, "quotes", quote["id"]),
        "type": "Quotation",
        "kind": quote["kind"],
    }
    for term, actor in (("speaker", quote["speaker"]), ("on_behalf_of", quote["on_behalf_of"])):
        if actor is not None:
            body[term] = _actor(actor, about)
    for term, span in (("source_words", quote["source"]), ("cue", quote["cue"])):
        if span is not None:
            body[term] = _selection(row, span["start"], span["end"], about)
    return body


def _actor(id: str, about: AnnotatedText) -> Json:
    """The actor with all that is known of it: of one that has no mention in the text, its IRI."""
    body: Json = {"id": path(about.base_url, "actors", id)}
    if row := about.actors.get(id):
        body |= {"type": ACTOR_TYPES[row["kind"]], "name": row["name"]}
        if row["wikidata"]:
            body["sameAs"] = wikidata_iri(row["wikidata"])
    return body


def _selection(row: Row, start: int, end: int, about: AnnotatedText) -> Json:
    """A span of the text of the row's version; each selector alone selects just that."""
    position: Json = {"type": "TextPositionSelector", "start": start, "end": end}
    return {
        "type": "SpecificResource",
        "source": path(
            about.base_url, "articles", row["article"], "versions", row["version"], "text"
        ),
        "selector": [position, *_text_quote_selectors(about.text, start, end)],
    }


def _text_quote_selectors(text: str, start: int, end: int) -> list[Json]:
    """One, or none where only a longer prefix and suffix than we give would tell the place from
    others: a selector that fits several places selects them all (Data Model, section 4.2.4).
    """
    for beside in BESIDE:
        before, behind = max(start - beside, 0), end + beside
        if is_unique(text, before, behind):
            prefix, exact, suffix = text[before:start], text[start:end], text[end:behind]
            selector = {"type": "TextQuoteSelector", "exact": exact}
            return [{**selector, "prefix": prefix, "suffix": suffix}]
    return []


def is_unique(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` stand nowhere else in the text, not even across
    themselves.
    """
    words = text[start:end]
    return text.find(words) == start and text.find(words, start + 1) == -1


def collection(container: Container, first: Json | None = None) -> Json:
    """The container itself, a document of its own.

    Alone it is the minimal one, which only links to its pages; with its page 0 as `first` it is
    the one with contained IRIs or contained descriptions, whichever that page holds.
    """
    return {
        "@context": [ANNOTATION_CONTEXT, CONTAINER_CONTEXT, TERMS],
        "id": container.id,
        "type": ["BasicContainer", "AnnotationCollection"],
        "label": container.label,
        "total": container.total,
        **(_ends(container, first) if container.total else {}),
    }


def _ends(container: Container, first: Json | None) -> Json:
    return {
        "first": container.page_id(0) if first is None else first,
        "last": container.page_id(container.last_page),
    }


def page(container: Container, number: int, items: Sequence[Json] | Sequence[str]) -> Json:
    """A page of a container: its items are annotations, or their IRIs where it has `iris`."""
    neighbours = {}
    if number > 0:
        neighbours["prev"] = container.page_id(number - 1)
    if number < container.last_page:
        neighbours["next"] = container.page_id(number + 1)
    return {
        "id": container.page_id(number),
        "type": "AnnotationPage",
        "partOf": {
            "id": container.id,
            "type": "AnnotationCollection",
            "label": container.label,
            "total": container.total,
        },
        "startIndex": number * container.page_size,
        **neighbours,
        "items": list(items),
    }
